"""Proposes a recipe for a workbook nobody has described yet; a person corrects and confirms it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.axes import AxisFinder, Guess
from safer_desktop.loading.cells import Place, Sheet, Workbook, a1
from safer_desktop.loading.finder import Region, find_tables
from safer_desktop.loading.layout import Layout, undated
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
from safer_desktop.loading.recipes import JOIN, Axis, AxisKind, Recipe, Role, Scale, TableRecipe
from safer_desktop.loading.sums import ignorable

_MOST_TABLES = 40
_FEW = 3
_SAMPLE = 200
_MOST_LABELS = 2000


@dataclass(frozen=True, slots=True)
class Decision:
    """One guess of a proposal: which table (counted from 0), and the guess."""

    table: int
    guess: Guess


@dataclass(frozen=True, slots=True)
class Proposal:
    """A first recipe and why it is as it is."""

    recipe: Recipe
    decisions: tuple[Decision, ...]

    @property
    def confidence(self) -> float:
        """The least sure of the decisions about where things lie; 0 without tables."""
        sure = (it.guess.confidence for it in self.decisions if not it.guess.label)
        return min(sure, default=0.0)


def propose(workbook: Workbook, catalogue: Catalogue) -> Proposal:
    """Where periods, areas and values probably lie in each table, and what its labels mean.

    Tables that carry no indicator of the catalogue are left out while others do; if none does,
    the likeliest are proposed for a person to say what they are.
    """
    areas, indicators = AreaMatcher(catalogue), IndicatorMatcher(catalogue)
    drafts = [
        _draft(workbook, sheet, region, catalogue, areas, indicators)
        for sheet in workbook.sheets
        if sheet.rows
        for region in find_tables(sheet)[:_MOST_TABLES]
    ]
    chosen = [draft for draft in drafts if draft.is_useful]
    if not chosen:
        chosen = sorted(drafts, key=lambda draft: -draft.rank)[:_FEW]
    name = undated(workbook.name)
    recipe = Recipe(
        code=name.replace(" ", "-") or "recipe",
        name=name.capitalize() or workbook.name,
        partner="",
        tables=tuple(draft.table for draft in chosen),
        file_pattern=name,
    )
    decisions = (
        Decision(number, guess) for number, draft in enumerate(chosen) for guess in draft.guesses
    )
    return Proposal(recipe, tuple(decisions))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A table's recipe with its guesses; ``rank`` is how much like a table of figures it is."""

    table: TableRecipe
    guesses: tuple[Guess, ...]
    rank: float
    is_useful: bool


def _draft(
    workbook: Workbook,
    sheet: Sheet,
    region: Region,
    catalogue: Catalogue,
    areas: AreaMatcher,
    indicators: IndicatorMatcher,
) -> _Draft:
    finder = AxisFinder(workbook, sheet, region, catalogue, areas, indicators)
    period, hint, period_sure = finder.period()
    area, area_sure = finder.area()
    indicator = finder.indicator()
    table = TableRecipe(
        sheet=sheet.name,
        first_row=region.first_row,
        last_row=region.last_row,
        first_column=region.first_column,
        last_column=region.last_column,
        period=period,
        area=area,
        indicator=indicator,
        anchors=finder.anchors(period, area),
        period_hint=hint,
    )
    mapper = _Mapper(sheet, region, table, catalogue, areas, indicators, finder.of_context())
    table = mapper.mapped()
    mapped = any(table.indicators.values()) or indicator.fixed
    rows = region.last_row - region.first_row + 1
    return _Draft(
        table,
        (_place(sheet, region), *finder.guesses, *mapper.guesses),
        rows**0.5 * (period_sure + area_sure),
        bool(mapped and period_sure and not sheet.hidden),
    )


def _place(sheet: Sheet, region: Region) -> Guess:
    first, last = a1(region.first_row, region.first_column), a1(region.last_row, region.last_column)
    where = f"On sheet '{sheet.name}' the" if sheet.name else "The"
    sure = 0.9 if region.header_rows and region.label_columns else 0.6
    return Guess("table", f"{where} figures lie in {first} to {last}.", sure)


class _Mapper:
    """Says what a table's labels mean."""

    def __init__(
        self,
        sheet: Sheet,
        region: Region,
        table: TableRecipe,
        catalogue: Catalogue,
        areas: AreaMatcher,
        indicators: IndicatorMatcher,
        context: Likeness,
    ) -> None:
        self.guesses: list[Guess] = []
        self._sheet = sheet
        self._region = region
        self._table = table
        self._layout = Layout(sheet, table)
        self._catalogue = catalogue
        self._areas = areas
        self._indicators = indicators
        self._nearest = context.code
        """The indicator of the label before, to which measures such as "out of" belong."""

    def mapped(self) -> TableRecipe:
        """The recipe with its mappings; fills ``guesses``."""
        only_known = self._map_areas(self._table)
        is_share = self._map_indicators(self._table)
        scale = Scale.FRACTION if is_share else Scale.PERCENT
        return replace(self._table, only_known_areas=only_known, scale=scale)

    def _say(self, topic: str, sentence: str, confidence: float, label: str = "") -> None:
        self.guesses.append(Guess(topic, sentence, round(confidence, 2), label))

    def _map_areas(self, table: TableRecipe) -> bool:
        """Fill in the areas; whether so many are unknown that they are passed over."""
        if table.area.kind not in (AxisKind.ROWS, AxisKind.COLUMNS):
            return False
        unknown: dict[str, tuple[str, ...]] = {}
        for label in self._cells_by_label(table.area):
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
        rows = range(self._table.first_row, self._layout.last_row + 1)
        columns = range(self._table.first_column, self._layout.last_column + 1)
        found: dict[str, list[Place]] = {}
        if axis.kind is AxisKind.COLUMNS:
            lines = ([(row, column) for column in columns] for row in rows)
        else:
            lines = ([(row, column) for row in rows[:_SAMPLE]] for column in columns)
        for places in lines:
            filled = [place for place in places if not self._sheet.is_blank(*place)]
            label = self._layout.label(axis, filled[0]).text if filled else ""
            if filled and (label in found or len(found) < _MOST_LABELS):
                found.setdefault(label, []).extend(filled[:_SAMPLE])
        return found

    def _map_indicators(self, table: TableRecipe) -> bool:
        """Fill in indicators, roles and units; whether percentages are given as shares of one."""
        places = self._cells_by_label(table.indicator)
        if table.indicator.kind is AxisKind.FIXED:
            code = table.indicator.fixed
            return bool(code) and self._set_unit(code, code, places.get(code, []))
        taken: dict[tuple[str, Unit, Role], tuple[float, str]] = {}
        shares = False
        for label, cells in places.items():
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
        """The likeliest indicator by the whole label, or by a part under which only measures
        stand (``Vehicle crime | Rate per 1,000``)."""
        parts = label.split(JOIN)
        candidates = [self._indicators.like(label)] + [
            self._indicators.like(part)
            for number, part in enumerate(parts)
            if all(is_measure(inner) for inner in parts[number + 1 :])
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
