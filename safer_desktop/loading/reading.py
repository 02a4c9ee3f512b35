"""Follows a recipe: value cells become observations, and whatever is in the way a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Observation,
    Problem,
    Severity,
    SourceCell,
    Status,
)
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import Place, Sheet, Workbook, WorkbookKind, a1
from safer_desktop.loading.combining import Combiner, ReadCell, place_words
from safer_desktop.loading.layout import Layout, find_sheet, undated
from safer_desktop.loading.marks import NO_RESULT
from safer_desktop.loading.numbers import Number, is_placeholder, read_number
from safer_desktop.loading.periods import (
    HINT_WORDS,
    Ambiguous,
    PeriodReading,
    find_period,
    read_period,
)
from safer_desktop.loading.recipes import AxisKind, Recipe, Role, Scale, TableRecipe
from safer_desktop.loading.recognise import differences

_SUMS = (
    "total",
    "grand total",
    "sub total",
    "subtotal",
    "average",
    "mean",
    "sum",
    "change",
    "% change",
    "percentage change",
    "difference",
    "variance",
    "trend",
    "all",
)
CORRECT_RECIPE = "Say in the recipe what it is, or that it is to be left out."


def read_table(
    workbook: Workbook, recipe: Recipe, catalogue: Catalogue
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """What all tables of the recipe hold: observations in reading order, and every problem met.

    A table whose sheet or headers are not as the recipe expects gives no observation, only an
    error that says what differs.
    """
    cells: list[ReadCell] = []
    problems: list[Problem] = []
    matcher = AreaMatcher(catalogue)
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is None:
            problems.append(_missing_sheet(workbook, table.sheet))
            continue
        drift = differences(sheet, table)
        where = place_words(workbook.name, sheet.name)
        problems += (
            Problem(
                Severity.ERROR,
                f"We could not read {_named(sheet)}: its layout has changed. {difference}",
                where,
                "Correct the recipe, or ask the partner what changed.",
            )
            for difference in drift
        )
        if not drift:
            reader = _TableReader(workbook, sheet, table, recipe, catalogue, matcher)
            cells += reader.cells()
            problems += reader.problems
    problems += _sheets_left_over(workbook, recipe)
    combined = Combiner(workbook.name)
    observations = tuple(combined.observations(cells))
    return observations, (*problems, *combined.problems)


def ignorable(label: str) -> bool:
    """Whether a label names a total, an average or a change, which are never taken for parts."""
    text = label.rpartition("|")[2].strip(" :*").casefold()
    return text in _SUMS or text.startswith(("total ", "% change", "change ", "percentage change"))


@dataclass(slots=True)
class _Tally:
    """Cells that share one remark: the first of them and how many there are."""

    first: str = ""
    count: int = 0
    texts: dict[str, None] = field(default_factory=dict)

    def add(self, cell: str, text: str = "") -> None:
        self.first = self.first or cell
        self.count += 1
        self.texts[text] = None


class _TableReader:
    def __init__(
        self,
        workbook: Workbook,
        sheet: Sheet,
        table: TableRecipe,
        recipe: Recipe,
        catalogue: Catalogue,
        matcher: AreaMatcher,
    ) -> None:
        self.problems: list[Problem] = []
        self._file = workbook.name
        self._is_text = workbook.kind is WorkbookKind.TEXT
        self._sheet = sheet
        self._table = table
        self._layout = Layout(sheet, table, recipe.tables)
        self._catalogue = catalogue
        self._matcher = matcher
        self._plain_indicators = {
            " ".join(label.split()).casefold(): code for label, code in table.indicators.items()
        }
        self._said: set[tuple[str, str]] = set()
        self._tallies: dict[str, _Tally] = defaultdict(_Tally)

    def cells(self) -> list[ReadCell]:
        """The numbers of the table; fills ``problems``."""
        found = [cell for place in self._layout.places() if (cell := self._cell(place))]
        self._warn_of_fixed_period()
        self._note_tallies()
        self._warn_of_scale(found)
        if not found and not self.problems:
            self._say(Severity.WARNING, "The table holds no figures.", None, "Look at the file.")
        return found

    def _cell(self, place: Place) -> ReadCell | None:
        if self._sheet.is_blank(*place):
            return None
        indicator_label, _, indicator_cell = self._layout.label(self._table.indicator, place)
        indicator = self._indicator(indicator_label, indicator_cell, place)
        area = self._area(place) if indicator else None
        reading = self._period(place) if area else None
        if not indicator or not area or reading is None:
            return None
        number = self._number(place)
        if number is None:
            return None
        role = self._table.roles.get(indicator_label, Role.VALUE)
        unit = self._table.units.get(indicator_label, self._catalogue.indicator(indicator).unit)
        value = self._in_unit(number, unit, role, place)
        if value is None:
            return None
        status = number.status if number.status is not Status.FINAL else reading.status
        self._remember_hidden(place)
        source = SourceCell(self._sheet.name, a1(*place), self._sheet.text(*place))
        return ReadCell(indicator, area, reading.period, unit, role, value, status, source)

    def _indicator(self, label: str, cell: Place | None, place: Place) -> str:
        if self._table.indicator.kind is AxisKind.FIXED:
            code = label
            if not code:
                what = "The recipe does not say what the figures count."
                self._say(Severity.ERROR, what, None, "Say it in the recipe.")
        elif label in self._table.indicators:
            code = self._table.indicators[label]
        else:
            wanted = " ".join(label.split()).casefold()
            if wanted in self._plain_indicators:
                code = self._plain_indicators[wanted]
            elif ignorable(label):
                return ""
            else:
                what = f"'{label}' is not known." if label else "A figure stands under no heading."
                self._say(Severity.ERROR, what, cell or place, CORRECT_RECIPE)
                return ""
        if code and not self._catalogue.has_indicator(code):
            self._say(
                Severity.ERROR,
                f"The recipe speaks of indicator '{code}', which the catalogue does not have.",
                cell or place,
                "Correct the recipe.",
            )
            return ""
        return code

    def _area(self, place: Place) -> str:
        label, _, cell = self._layout.label(self._table.area, place)
        if self._table.area.kind is AxisKind.FIXED:
            code = label
        elif label in self._table.areas:
            code = self._table.areas[label]
        else:
            match = self._matcher.match(label)
            if match.code is not None:
                return match.code
            self._unknown_area(label, match.candidates, cell or place)
            return ""
        if code and not self._catalogue.has_area(code):
            self._say(
                Severity.ERROR,
                f"The recipe speaks of area '{code}', which the catalogue does not have.",
                cell or place,
                "Correct the recipe.",
            )
            return ""
        return code

    def _unknown_area(self, label: str, candidates: tuple[str, ...], cell: Place) -> None:
        if self._table.only_known_areas:
            self._tallies["areas"].add(a1(*cell), label)
            return
        if ignorable(label):
            return
        names = " or ".join(self._catalogue.area(code).name for code in candidates)
        meant = f" It might mean {names}." if names else ""
        what = f"'{label}' is no area of the catalogue.{meant}" if label else "An area is missing."
        self._say(Severity.ERROR, what, cell, CORRECT_RECIPE)

    def _period(self, place: Place) -> PeriodReading | None:
        label, value, cell = self._layout.label(self._table.period, place)
        hint = self._table.period_hint
        if label in self._table.periods:
            label = self._table.periods[label]
            if not label:
                return None
            value = label
        elif isinstance(value, str):
            value = value.replace("|", " ")
        reading = read_period(value, hint=hint)
        if reading is None and self._table.period.kind in (AxisKind.CELL, AxisKind.SHEET):
            reading = find_period(label, hint=hint)
        if isinstance(reading, PeriodReading):
            return reading
        if isinstance(reading, Ambiguous):
            choices = "; ".join(f"'{h}': {HINT_WORDS[h]}" for h in reading.readings)
            self._say(
                Severity.ERROR,
                f"{reading.words}.",
                cell or place,
                f"Choose in the recipe how periods are meant ({choices}).",
            )
        elif self._table.period.kind is AxisKind.FIXED:
            what = "The recipe does not say for which period the figures are."
            self._say(Severity.ERROR, what, None, "Say it in the recipe.")
        elif not ignorable(label):
            what = f"'{label}' is no period we can read." if label else "The period is missing."
            self._say(Severity.ERROR, what, cell or place, CORRECT_RECIPE)
        return None

    def _number(self, place: Place) -> Number | None:
        sheet, text = self._sheet, self._sheet.text(*place)
        fault = sheet.faults.get(place)
        if fault == NO_RESULT:
            remedy = "Open the workbook in Excel, save it, and load it again."
            self._say(Severity.ERROR, "The cell holds a formula without a result.", place, remedy)
            return None
        if fault is not None:
            remedy = "Ask the partner for the figure, or leave the row out."
            self._say(Severity.ERROR, f"The cell holds the error {fault}.", place, remedy)
            return None
        number = read_number(sheet.value(*place), sheet.formats.get(place, ""))
        if number is not None:
            if number.as_text and not self._is_text:
                self._tallies["text"].add(a1(*place))
            return number
        if is_placeholder(text):
            self._tallies["missing"].add(a1(*place), text)
            return None
        self._say(
            Severity.ERROR,
            f"A number was expected, but the cell holds '{text[:60]}'.",
            place,
            "Correct the cell, or leave its row or column out in the recipe.",
        )
        return None

    def _in_unit(self, number: Number, unit: Unit, role: Role, place: Place) -> float | None:
        if unit is Unit.PERCENTAGE and role is Role.VALUE:
            if number.percent or self._table.scale is Scale.PERCENT:
                return number.value
            return round(number.value * 100, 10)
        if number.percent:
            wanted = unit if role is Role.VALUE else Unit.COUNT
            self._say(
                Severity.ERROR,
                f"The cell holds a percentage ({self._sheet.text(*place)}), but a {wanted} was"
                " expected.",
                place,
                "Correct the unit in the recipe, or leave the column out.",
            )
            return None
        return number.value

    def _remember_hidden(self, place: Place) -> None:
        sheet = self._sheet
        if sheet.hidden or place[0] in sheet.hidden_rows or place[1] in sheet.hidden_columns:
            self._tallies["hidden"].add(a1(*place))

    def _note_tallies(self) -> None:
        missing, text = self._tallies["missing"], self._tallies["text"]
        hidden, areas = self._tallies["hidden"], self._tallies["areas"]
        if missing.count:
            marks = ", ".join(f"'{mark}'" for mark in missing.texts)
            what = f"{_cells(missing.count)} with {marks}: taken as missing, not as zero."
            self._say(Severity.NOTE, what, missing.first)
        if text.count:
            what = f"{_cells(text.count)} with a number stored as text: read as the number."
            self._say(Severity.NOTE, what, text.first)
        if areas.count:
            names = list(areas.texts)
            shown = ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")
            what = f"{len(names)} areas outside the catalogue were passed over: {shown}."
            self._say(Severity.NOTE, what, areas.first)
        if hidden.count:
            what = f"{_cells(hidden.count)} in hidden rows, columns or sheets: read all the same."
            remedy = "Ask the partner whether they were meant to be sent."
            self._say(Severity.WARNING, what, hidden.first, remedy)

    def _warn_of_fixed_period(self) -> None:
        """A recipe that fixes the period would date next quarter's file by this one."""
        if self._table.period.kind is not AxisKind.FIXED:
            return
        fixed = read_period(self._table.period.fixed, hint=self._table.period_hint)
        named = find_period(self._file.rpartition(".")[0])
        if not isinstance(fixed, PeriodReading) or named is None or named.period == fixed.period:
            return
        self._say(
            Severity.WARNING,
            f"The recipe dates the figures {fixed.period.label}, but the file is named for"
            f" {named.period.label}.",
            None,
            "Correct the period in the recipe if it is that of an earlier file.",
        )

    def _warn_of_scale(self, cells: list[ReadCell]) -> None:
        """0.37 among percentages is more often 37% than 0.37%."""
        plain = [c for c in cells if c.unit is Unit.PERCENTAGE and c.role is Role.VALUE]
        small = [c for c in plain if 0 < abs(c.value) < 1 and "%" not in c.source.raw]
        if small and self._table.scale is Scale.PERCENT:
            self._say(
                Severity.WARNING,
                f"{_cells(len(small))} with a percentage below 1, such as {small[0].source.raw}"
                " (read as less than one percent).",
                small[0].source.cell,
                f"If shares are meant, choose '{Scale.FRACTION}' in the recipe.",
            )
        above = next((c for c in plain if self._is_whole_among_shares(c)), None)
        if above is not None:
            self._say(
                Severity.WARNING,
                f"The recipe reads shares of one, but the cell holds {above.source.raw}.",
                above.source.cell,
                f"If percentages are meant, choose '{Scale.PERCENT}' in the recipe.",
            )

    def _is_whole_among_shares(self, cell: ReadCell) -> bool:
        shares = self._table.scale is Scale.FRACTION
        return shares and "%" not in cell.source.raw and abs(cell.value) > 100

    def _say(
        self, severity: Severity, what: str, cell: Place | str | None, remedy: str = ""
    ) -> None:
        address = a1(*cell) if isinstance(cell, tuple) else cell or ""
        if (what, address) not in self._said:
            self._said.add((what, address))
            where = place_words(self._file, self._sheet.name, address)
            self.problems.append(Problem(severity, what, where, remedy))


def _missing_sheet(workbook: Workbook, name: str) -> Problem:
    names = ", ".join(f"'{sheet.name}'" for sheet in workbook.sheets if sheet.name)
    return Problem(
        Severity.ERROR,
        f"We could not read sheet '{name}': the file has no such sheet. It has {names}."
        if names
        else f"We could not read sheet '{name}': the file has no sheets.",
        workbook.name,
        "If the sheet was renamed, correct the recipe; if it was left out, ask the partner for it.",
    )


def _sheets_left_over(workbook: Workbook, recipe: Recipe) -> Iterator[Problem]:
    """Sheets named like a sheet of the recipe but for the date: the partner may have added one."""
    read = {
        sheet.name for it in recipe.tables if (sheet := find_sheet(workbook, it.sheet)) is not None
    }
    patterns = {undated(name) for name in read if find_period(name)}
    for sheet in workbook.sheets:
        if (
            find_period(sheet.name)
            and sheet.rows
            and sheet.name not in read
            and undated(sheet.name) in patterns
        ):
            yield Problem(
                Severity.NOTE,
                f"Sheet '{sheet.name}' is named like a sheet of the recipe but was not read.",
                place_words(workbook.name, sheet.name),
                "If it is new, add it to the recipe.",
            )


def _named(sheet: Sheet) -> str:
    return f"sheet '{sheet.name}'" if sheet.name else "the table"


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
