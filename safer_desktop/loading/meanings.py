"""Says what the labels of a found table mean: which areas, which indicators, in which unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.axes import Found, Guess
from safer_desktop.loading.cells import Place, Sheet
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.likeness import (
    SURE,
    IndicatorMatcher,
    Likeness,
    is_measure,
    is_other_measure,
    role_in,
    unit_in,
)
from safer_desktop.loading.numbers import Number, read_number
from safer_desktop.loading.recipes import JOIN, Axis, AxisKind, Role, Scale, TableRecipe
from safer_desktop.loading.sums import ignorable

_SAMPLE = 60
_MOST_LABELS = 2000


class Mapper:
    """Says what a table's labels mean."""

    def __init__(
        self,
        sheet: Sheet,
        found: Found,
        catalogue: Catalogue,
        areas: AreaMatcher,
        indicators: IndicatorMatcher,
        context: Likeness,
    ) -> None:
        self.guesses: list[Guess] = []
        self._sheet = sheet
        self._region = found.region
        self._table = replace(
            found.table, indicators=dict(found.table.indicators), areas=dict(found.table.areas)
        )
        self._layout = Layout(sheet, found.table)
        self._catalogue = catalogue
        self._areas = areas
        self._indicators = indicators
        self._context = context
        self._nearest = context.code
        """The indicator of the label before, to which measures such as "out of" belong."""

    def mapped(self) -> TableRecipe:
        """The recipe with its mappings; fills ``guesses``."""
        self._name_what_all_count()
        only_known = self._map_areas(self._table)
        is_share = self._map_indicators(self._table)
        scale = Scale.FRACTION if is_share else Scale.PERCENT
        return replace(self._table, only_known_areas=only_known, scale=scale)

    def filled(self) -> TableRecipe:
        """The recipe with a meaning for each label that has none yet; no axis is changed."""
        self._map_areas(self._table)
        self._map_indicators(self._table)
        return self._table

    def _say(self, topic: str, sentence: str, confidence: float, label: str = "") -> None:
        self.guesses.append(Guess(topic, sentence, round(confidence, 2), label))

    def _name_what_all_count(self) -> None:
        """Where no label says what is counted, but titles do, all figures are that."""
        axis = self._table.indicator
        if axis.kind is not AxisKind.FIXED:
            labels = self._labels(axis)
            if not self._context.code or self._are_telling(labels):
                return
        fixed = Axis(AxisKind.FIXED, fixed=self._context.code)
        self._table = replace(self._table, indicator=fixed, indicators={})
        if self._context.code:
            name = self._catalogue.indicator(self._context.code).name
            sentence = f"All figures are taken for '{name}', going by the titles."
            self._say("indicator", sentence, self._context.score)
        else:
            self._say("indicator", "What is counted was not found: say what it is.", 0.0)

    def _are_telling(self, labels: list[str]) -> bool:
        """Whether some of these name indicators, or measures of the one that titles speak of."""
        if any(self._guess(label).code for label in labels[:_SAMPLE]):
            return True
        indicator = self._catalogue.indicator(self._context.code)
        parts = {part for label in labels[:_SAMPLE] for part in label.split(JOIN)}
        return len(labels) > 1 and any(role_in(part, indicator) for part in parts)

    def _map_areas(self, table: TableRecipe) -> bool:
        """Fill in the areas; whether so many are unknown that they are passed over."""
        if table.area.kind not in (AxisKind.ROWS, AxisKind.COLUMNS, AxisKind.SECTIONS):
            return False
        unknown: dict[str, tuple[str, ...]] = {}
        for label in self._labels(table.area):
            if label in table.areas:
                continue
            match = self._areas.match(label)
            if match.code:
                table.areas[label] = match.code
            else:
                unknown[label] = match.candidates
        sums = [label for label in unknown if ignorable(label)]
        for label in sums:
            table.areas[label] = ""
            unknown.pop(label)
        if len(unknown) > max(6, len(table.areas)):
            self._say("area", f"{len(unknown)} areas outside the catalogue are passed over.", 0.8)
            return True
        for label, candidates in unknown.items():
            table.areas[label] = ""
            names = " or ".join(self._catalogue.area(code).name for code in candidates)
            hint = f"; it might mean {names}" if names else ""
            sentence = f"'{label}' is no area of the catalogue and is left out{hint}."
            self._say("area", sentence, 0.3 if names else 0.5, label)
        return False

    def _cells_by_label(self, axis: Axis) -> dict[str, list[Place]]:
        """Some of the filled value cells under each label of an axis, labels in order."""
        found: dict[str, list[Place]] = {}
        for places in self._runs(axis):
            filled = [place for place in places if not self._sheet.is_blank(*place)]
            label = self._layout.label(axis, filled[0]).text if filled else ""
            if filled and (label in found or len(found) < _MOST_LABELS):
                found.setdefault(label, []).extend(filled[:_SAMPLE])
        return found

    def _labels(self, axis: Axis) -> list[str]:
        """The labels of an axis in order, each once."""
        found = {self._layout.label(axis, places[0]).text: None for places in self._runs(axis)}
        return list(found)[:_MOST_LABELS]

    def _runs(self, axis: Axis) -> Iterator[list[Place]]:
        """Stretches of value cells that have one label on the axis in common."""
        table, layout = self._table, self._layout
        rows = [
            r for r in range(table.first_row, layout.last_row + 1) if r not in table.ignored_rows
        ]
        columns = [
            c
            for c in range(table.first_column, layout.last_column + 1)
            if c not in table.ignored_columns
        ]
        kinds = {part.kind for part in axis.parts}
        across = AxisKind.ROWS in kinds
        if kinds & {AxisKind.COLUMNS, AxisKind.SECTIONS}:
            for row in rows[: _MOST_LABELS if across else None]:
                if across:
                    yield from ([(row, column)] for column in columns)
                else:
                    yield [(row, column) for column in columns]
        else:
            yield from ([(row, column) for row in rows[:_SAMPLE]] for column in columns)

    def _map_indicators(self, table: TableRecipe) -> bool:
        """Fill in indicators, roles and units; whether percentages are given as shares of one."""
        places = self._cells_by_label(table.indicator)
        if table.indicator.kind is AxisKind.FIXED:
            code = table.indicator.fixed
            cells = [cell for some in places.values() for cell in some]
            return bool(code) and self._set_unit(code, code, cells)
        taken: dict[tuple[str, Unit, Role], tuple[float, str]] = {}
        shares = False
        for label, cells in places.items():
            if label in table.indicators:
                continue
            code, role = self._meaning(label, cells)
            table.indicators[label] = code
            if not code:
                continue
            self._nearest = code
            if role is Role.VALUE:
                shares = self._set_unit(label, code, cells) or shares
            else:
                table.roles[label] = role
            self._keep_best(table, label, taken)
        return shares

    def _meaning(self, label: str, cells: list[Place]) -> tuple[str, Role]:
        """The code of the indicator that a label means (or none), and its role there."""
        if ignorable(label) or is_other_measure(f"{label} {self._unit_text(cells)}"):
            sentence = f"'{label}' is left out: it is no figure of its own."
            self._say("indicator", sentence, 0.7, label)
            return "", Role.VALUE
        guess = self._guess(label)
        if not guess.code and self._nearest:
            indicator = self._catalogue.indicator(self._nearest)
            role = role_in(label.rpartition(JOIN)[2], indicator)
            if role is not None:
                sentence = f"'{label}' is taken for '{indicator.name}': {role}."
                self._say("indicator", sentence, 0.5, label)
                return indicator.code, role
        if not guess.code:
            rival = f" (nearest: {guess.rival})" if guess.rival and guess.score > SURE / 2 else ""
            self._say("indicator", f"'{label}' is left out: not known{rival}.", 0.4, label)
            return "", Role.VALUE
        indicator = self._catalogue.indicator(guess.code)
        self._say("indicator", f"'{label}' is taken for '{indicator.name}'.", guess.score, label)
        role = role_in(label, indicator) if indicator.code == self._nearest else None
        if any(number.percent for cell in cells[:_SAMPLE] if (number := self._number(cell))):
            role = Role.VALUE
        return guess.code, role or Role.VALUE

    def _guess(self, label: str) -> Likeness:
        """The likeliest indicator by the whole label, or by a part beside which only measures
        stand (``Vehicle crime | Rate per 1,000``)."""
        parts = label.split(JOIN)
        measures = [is_measure(part) for part in parts]
        candidates = [self._indicators.like(label)] + [
            self._indicators.like(part)
            for number, part in enumerate(parts)
            if all(measures[:number] + measures[number + 1 :]) or all(measures[number + 1 :])
        ]
        return max(candidates, key=lambda guess: guess.score if guess.code else 0.0)

    def _set_unit(self, label: str, code: str, cells: list[Place]) -> bool:
        """Note a unit other than the indicator's own; whether shares of one are given."""
        own = self._catalogue.indicator(code).unit
        numbers = [number for cell in cells[:_SAMPLE] if (number := self._number(cell))]
        unit = unit_in(label) or unit_in(self._unit_text(cells))
        if any(number.percent for number in numbers):
            unit = Unit.PERCENTAGE
        if unit is None and own.is_rate and numbers:
            whole = all(number.value.is_integer() for number in numbers)
            unit = Unit.COUNT if whole else None
        if unit is Unit.RATE_POPULATION and own is Unit.RATE_HOUSEHOLDS:
            unit = None
        if unit is not None and unit is not own:
            self._table.units[label] = unit
            self._say("unit", f"'{label}' is given as a {unit}.", 0.6, label)
        shares = [number.value for number in numbers if not number.percent]
        if (unit or own) is not Unit.PERCENTAGE or not shares or max(map(abs, shares)) > 1:
            return False
        self._say("unit", f"'{label}' is given as a share of one: 0.37 is 37%.", 0.6, label)
        return True

    def _number(self, cell: Place) -> Number | None:
        return read_number(self._sheet.value(*cell), self._sheet.formats.get(cell, ""))

    def _unit_text(self, cells: list[Place]) -> str:
        """The units row's word that stands over a column, or over the table as a whole."""
        if not cells:
            return ""
        before = [place for place in self._region.units if place[1] <= cells[0][1]]
        if before:
            return self._sheet.text(*max(before, key=lambda place: place[1]))
        return ""

    def _keep_best(
        self,
        table: TableRecipe,
        label: str,
        taken: dict[tuple[str, Unit, Role], tuple[float, str]],
    ) -> None:
        """Two labels cannot be the same figure: the likelier stays."""
        code = table.indicators[label]
        unit = table.units.get(label, self._catalogue.indicator(code).unit)
        key = (code, unit, table.roles.get(label, Role.VALUE))
        score = self._indicators.like(label).score
        if key not in taken:
            taken[key] = (score, label)
            return
        best, other = taken[key]
        loser = other if score > best else label
        taken[key] = max((score, label), (best, other))
        table.indicators[loser] = ""
        table.units.pop(loser, None)
        table.roles.pop(loser, None)
        name = self._catalogue.indicator(code).name
        self._say("indicator", f"'{loser}' is left out: another is '{name}'.", 0.3, loser)
