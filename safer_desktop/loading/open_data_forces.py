"""The ONS's police force area data tables: counts and rates of offences by force, every edition.

Sheets are told by their headings, not by their names: which tables there are, and under which
number, changes from edition to edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from safer_desktop.domain.areas import AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Settlement, Severity, Status
from safer_desktop.loading.areas import ONS_CODE
from safer_desktop.loading.cells import Place, Sheet, Workbook
from safer_desktop.loading.drift.wording import bare_text
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.period_words import MONTH_NAME
from safer_desktop.loading.periods import read_period
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.seen import labels_of

CODE = "ons-police-force-areas"
PARTNER = "Office for National Statistics"
KNIFE = "knife-offences"

_SEARCHED_ROWS = 12
_CODES = re.compile(r"area codes?", re.IGNORECASE)
_YEAR_ENDING = re.compile(rf"year ending ({MONTH_NAME}) ((?:19|20)\d\d|\d\d)\b", re.IGNORECASE)
_MID_YEAR = re.compile(r"mid-?\s?((?:19|20)\d\d)", re.IGNORECASE)
_SPACED_NOTES = re.compile(r"(?: \d{1,2})+$")
_GLUED_NOTES = re.compile(r"(['’]\d\d)\d{1,2}(?:,\s?\d{1,2})*\s*$")
_PASSED_OVER = "areas-passed-over"
_COUNTS = {
    "total recorded crime excluding fraud": "all-crime",
    "homicide": "homicide",
    "violence with injury": "violence-with-injury",
    "violence without injury": "violence-without-injury",
    "robbery": "robbery",
    "residential burglary": "burglary-dwelling",
    "domestic burglary": "burglary-dwelling",
    "non-residential burglary": "burglary-other",
    "non-domestic burglary": "burglary-other",
    "vehicle offences": "vehicle-crime",
    "shoplifting": "shoplifting",
    "criminal damage and arson": "criminal-damage",
    "drug offences": "drug-offences",
    "possession of weapons offences": "weapons-possession",
    "public order offences": "public-order",
}
_RATES = {
    "total recorded crime excluding fraud": ("all-crime", Unit.RATE_POPULATION),
    "violence with injury": ("violence-with-injury", Unit.RATE_POPULATION),
    "vehicle offences": ("vehicle-crime", Unit.RATE_POPULATION),
    "residential burglary households": ("burglary-dwelling", Unit.RATE_HOUSEHOLDS),
    "domestic burglary households": ("burglary-dwelling", Unit.RATE_HOUSEHOLDS),
}
_BY_YEAR = {
    "number of selected offences involving a knife": KNIFE,
    "number of incidents": "asb-incidents",
}


@dataclass(frozen=True, slots=True)
class _Grid:
    """A sheet with area codes down one column: its heading rows and where its figures lie."""

    sheet: Sheet
    title: Place
    header_rows: tuple[int, ...]
    code_column: int
    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def table(self, period: Axis, indicator: Axis) -> TableRecipe:
        return TableRecipe(
            sheet=self.sheet.name,
            first_row=self.first_row,
            last_row=self.last_row,
            first_column=self.first_column,
            last_column=self.last_column,
            period=period,
            area=Axis(AxisKind.COLUMNS, (self.code_column, self.code_column + 1)),
            indicator=indicator,
            ignored_columns=self.spacers,
            only_known_areas=True,
            grows_down=False,
            grows_right=False,
        )

    @property
    def spacers(self) -> tuple[int, ...]:
        """Columns without a heading; marks may stray into them."""
        columns = range(self.first_column, self.last_column + 1)
        return tuple(
            c for c in columns if all(self.sheet.is_blank(row, c) for row in self.header_rows)
        )

    @property
    def title_text(self) -> str:
        return self.sheet.text(*self.title)


def force_recipe(workbook: Workbook) -> Recipe | None:
    """The recipe for the workbook's tables of offences by police force area; ``None`` without.

    Percentage changes, knife offences by offence and survey results are no indicators' figures.
    """
    grids = [grid for sheet in workbook.sheets if (grid := _grid(sheet))]
    found = [table for grid in grids for table in _tables(grid)]
    by_year = any(table.indicator.is_fixed for table in found)
    tables = tuple(it for it in found if not (by_year and _is_of_bases(it)))
    if not any(_is_of_forces(grid) for grid in grids) or not tables:
        return None
    return Recipe(CODE, "ONS police force area data tables", PARTNER, tables)


def read_forces(
    workbook: Workbook,
    recipe: Recipe,
    catalogue: Catalogue,
    settlements: Sequence[Settlement] = (),
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """The figures for the areas and indicators of the catalogue.

    Populations and households, rounded to 100, are taken for police forces only: other areas have
    exact ones in the mid-year estimates.
    """
    tables = (_known(table, catalogue) for table in recipe.tables)
    known = replace(recipe, tables=tuple(it for it in tables if _says_something(it)))
    observations, problems = read_table(workbook, known, catalogue, settlements)
    kept = tuple(
        replace(it, status=Status.ESTIMATE) if it.indicator in ("population", "households") else it
        for it in observations
        if it.indicator not in ("population", "households")
        or catalogue.area(it.area).kind is AreaKind.FORCE
    )
    told = {(it.check, it.what.partition(":")[0]): it for it in reversed(problems)}
    once = (
        it
        for it in problems
        if it.check != _PASSED_OVER or told[it.check, it.what.partition(":")[0]] is it
    )
    return kept, (*once, *_notes(workbook, known))


def _is_of_bases(table: TableRecipe) -> bool:
    """Whether it is one year's populations, which tables of all years give too."""
    codes = set(table.indicators.values()) - {""}
    return bool(codes) and codes <= {"population", "households"}


def _is_of_forces(grid: _Grid) -> bool:
    rows = range(grid.first_row, grid.last_row + 1)
    return any(grid.sheet.text(row, grid.code_column).startswith("E23") for row in rows)


def _grid(sheet: Sheet) -> _Grid | None:
    for row in range(min(_SEARCHED_ROWS, sheet.height)):
        for column in range(min(3, sheet.width)):
            if _CODES.fullmatch(sheet.text(row, column)):
                return _grid_at(sheet, row, column)
    return None


def _grid_at(sheet: Sheet, header: int, column: int) -> _Grid | None:
    coded = [
        r for r in range(header + 1, sheet.height) if ONS_CODE.fullmatch(sheet.text(r, column))
    ]
    right = range(column + 2, sheet.width)
    rows = [header]
    if header and any(not sheet.is_blank(header - 1, c) for c in right):
        rows.insert(0, header - 1)
    headed = [c for c in right if any(not sheet.is_blank(row, c) for row in rows)]
    titles = [
        (row, c)
        for row in range(rows[0])
        for c in range(min(3, sheet.width))
        if not sheet.is_blank(row, c)
    ]
    if not coded or not headed or not titles:
        return None
    area = (coded[0], coded[-1], headed[0], headed[-1])
    return _Grid(sheet, titles[0], tuple(rows), column, *area)


def _tables(grid: _Grid) -> Iterator[TableRecipe]:
    title = grid.title_text.casefold()
    inner = grid.header_rows[-1:]
    if "percentage change" in title and "number of offences" not in title:
        by_year = _by_year(grid)
        if by_year is not None:
            yield by_year
    elif "police recorded crime" in title and "rate of offences" in title:
        yield from _rates(grid)
    elif "police recorded crime" in title and "number of offences" in title:
        period = _title_period(grid)
        if period is not None:
            table = grid.table(Axis(AxisKind.CELL, grid.title), Axis(AxisKind.ROWS, inner))
            table = replace(table, indicator=Axis(AxisKind.ROWS, grid.header_rows))
            codes = {
                label: _COUNTS.get(_inner(label), "") for label in _labels(grid, table.indicator)
            }
            if sum(map(bool, codes.values())) > 2:
                units = {label: Unit.COUNT for label, code in codes.items() if code}
                yield replace(table, indicators=codes, units=units, periods=period)
    elif "mid-year population estimates" in title or "mid-year household estimates" in title:
        code = "population" if "population" in title else "households"
        periods = {
            text: f"mid-{text}" if text.isdigit() else ""
            for text in _labels(grid, Axis(AxisKind.ROWS, inner))
        }
        fixed = Axis(AxisKind.FIXED, fixed=code)
        yield replace(grid.table(Axis(AxisKind.ROWS, inner), fixed), periods=periods)
    else:
        by_year = _by_year(grid)
        if by_year is not None:
            yield by_year


def _rates(grid: _Grid) -> Iterator[TableRecipe]:
    """Rates of offences, and beside them the populations and households that they are per."""
    period = _title_period(grid)
    axis = Axis(AxisKind.ROWS, grid.header_rows)
    labels = _labels(grid, axis)
    if period is not None:
        found = {label: _RATES[_inner(label)] for label in labels if _inner(label) in _RATES}
        table = grid.table(Axis(AxisKind.CELL, grid.title), axis)
        yield replace(
            table,
            indicators={label: found[label][0] if label in found else "" for label in labels},
            units={label: unit for label, (_, unit) in found.items()},
            periods=period,
        )
    bases = {label: _base(label) for label in labels}
    years = {label: match[1] for label in labels if (match := _MID_YEAR.search(label))}
    if any(bases[label] for label in years):
        table = grid.table(axis, axis)
        yield replace(
            table,
            indicators={label: bases[label] if label in years else "" for label in labels},
            periods={label: f"mid-{year}" for label, year in years.items()},
        )


def _by_year(grid: _Grid) -> TableRecipe | None:
    """Numbers and rates side by side for each year, of which the numbers are read."""
    if len(grid.header_rows) < 2:
        return None
    outer, inner = grid.header_rows
    axis = Axis(AxisKind.ROWS, (inner,))
    codes = {label: _BY_YEAR.get(_inner(label), "") for label in _labels(grid, axis)}
    if not any(codes.values()):
        return None
    units = {label: Unit.COUNT for label, code in codes.items() if code}
    table = grid.table(Axis(AxisKind.ROWS, (outer,)), axis)
    periods = {
        label: _dated(label)
        for label in _labels(grid, Axis(AxisKind.ROWS, (outer,)))
        if read_period(label) is None and read_period(_dated(label)) is not None
    }
    return replace(table, indicators=codes, units=units, periods=periods)


def _labels(grid: _Grid, axis: Axis) -> list[str]:
    period = Axis(AxisKind.FIXED)
    layout = Layout(grid.sheet, grid.table(period, axis))
    return list(labels_of(layout, axis))


def _inner(label: str) -> str:
    return _SPACED_NOTES.sub("", bare_text(label.rpartition("|")[2]))


def _dated(label: str) -> str:
    """A span of months without the footnotes glued to its year."""
    return _GLUED_NOTES.sub(r"\1", label)


def _base(label: str) -> str:
    words = _inner(label)
    if words.startswith("population figures"):
        return "population"
    return "households" if words.startswith("household figures") else ""


def _title_period(grid: _Grid) -> dict[str, str] | None:
    """What the title says of the period: its last "year ending", without glued footnotes."""
    found = _YEAR_ENDING.findall(bare_text(grid.title_text))
    if not found:
        return None
    month, year = found[-1]
    full = year if len(year) == 4 else f"20{year}"
    return {grid.title_text: f"year ending {month} {full}"}


def _known(table: TableRecipe, catalogue: Catalogue) -> TableRecipe:
    """The table without indicators that the catalogue does not have."""
    indicators = {
        label: code if catalogue.has_indicator(code) else ""
        for label, code in table.indicators.items()
    }
    return replace(table, indicators=indicators)


def _says_something(table: TableRecipe) -> bool:
    return bool(table.indicator.fixed) or any(table.indicators.values())


def _notes(workbook: Workbook, recipe: Recipe) -> Iterator[Problem]:
    read = {table.sheet for table in recipe.tables}
    passed_over = [
        sheet.name.strip() for sheet in workbook.sheets if sheet.name not in read and _grid(sheet)
    ]
    if passed_over:
        names = ", ".join(f"'{name}'" for name in passed_over)
        yield Problem(
            Severity.NOTE,
            f"Sheets that give no indicator's own figures (percentage changes, single offences, "
            f"survey results) were passed over: {names}.",
            workbook.name,
            check="sheet-not-read",
        )
    if any("all-crime" in table.indicators.values() for table in recipe.tables):
        yield Problem(
            Severity.NOTE,
            "Total recorded crime leaves out fraud, which is recorded nationally.",
            workbook.name,
            check="source-note",
        )
