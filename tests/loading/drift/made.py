"""A partner's workbook with counts and rates by district, to be changed in one way at a time."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation
from safer_desktop.loading.cells import CellValue, Workbook
from safer_desktop.loading.drift.comparing import drift
from safer_desktop.loading.drift.nouns import Difference, Drift, DriftKind
from safer_desktop.loading.mapping import anchored
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.seen import remembered
from tests.loading.conftest import Rows, sheet_of, workbook_of

ROWS, COLUMNS, CELL = AxisKind.ROWS, AxisKind.COLUMNS, AxisKind.CELL
DISTRICTS = ("Blaby", "Charnwood", "Melton")
NOTE = "1. Recorded by Leicestershire Police; counts may be revised."
CRIME: Rows = [
    ["Recorded crime by district, year ending March 2017"],
    [None],
    ["District", "Vehicle crime", "Robbery", "Shoplifting"],
    [None, "Numbers", None, None],
    ["Blaby", 410.0, 31.0, 205.0],
    ["Charnwood", 702.0, 64.0, 533.0],
    ["Melton", 118.0, 9.0, 88.0],
    [None],
    [NOTE],
]
TABLE = TableRecipe(
    sheet="Crime",
    first_row=4,
    last_row=6,
    first_column=1,
    last_column=3,
    period=Axis(CELL, (0, 0)),
    area=Axis(COLUMNS, (0,)),
    indicator=Axis(ROWS, (2,)),
    indicators={"Vehicle crime": "vehicle-crime", "Robbery": "robbery", "Shoplifting": ""},
    units={"Vehicle crime": Unit.COUNT},
)


def rows_of(source: Rows = CRIME) -> Rows:
    """A copy to be changed."""
    return deepcopy(source)


def book(*sheets: tuple[str, Rows], name: str = "Crime Q1 2017-18.xlsx") -> Workbook:
    """A workbook of these sheets."""
    return workbook_of(*(sheet_of(title, rows) for title, rows in sheets), name=name)


def crime(rows: Rows, name: str = "Crime Q1 2017-18.xlsx") -> Workbook:
    """A workbook whose one sheet is called as the recipe expects."""
    return book(("Crime", rows), name=name)


def recipe(*tables: TableRecipe, last: Workbook | None = None) -> Recipe:
    """A recipe that has read the workbook once."""
    last = last or crime(CRIME, "Crime Q4 2016-17.xlsx")
    made = tables or (TABLE,)
    sheets = {sheet.name: sheet for sheet in last.sheets}
    made = tuple(anchored(sheets[table.sheet], table) for table in made)
    return remembered(last, Recipe("crime", "Crime", "Police", made, "crime"))


def drifted(workbook: Workbook, known: Recipe, catalogue: Catalogue) -> Drift:
    """The drift of a workbook from what a recipe has seen."""
    return drift(workbook, known, catalogue)


def only(found: Drift, kind: DriftKind) -> Difference:
    """The one difference there is, of this kind."""
    assert [it.kind for it in found.differences] == [kind], [it.what for it in found.differences]
    return found.differences[0]


def figures(
    workbook: Workbook, found: Recipe, catalogue: Catalogue
) -> dict[tuple[str, str], float]:
    """What the recipe reads: by indicator and area, without what differs in periods."""
    observations, problems = read_table(workbook, found, catalogue)
    assert not [it.what for it in problems if it.check == "layout-changed"]
    return {(it.indicator, it.area): it.value for it in observations}


def observations(
    workbook: Workbook, found: Recipe, catalogue: Catalogue
) -> tuple[Observation, ...]:
    """What the recipe reads."""
    return read_table(workbook, found, catalogue)[0]


def with_column(rows: Rows, at: int, cells: dict[int, CellValue]) -> Rows:
    """The rows with a column let in before column ``at``; its cells by row."""
    return [[*row[:at], cells.get(n), *row[at:]] for n, row in enumerate(_padded(rows))]


def with_format(workbook: Workbook, column: int, form: str, first: int, last: int) -> Workbook:
    """The workbook with a number format in some rows of a column of its first sheet."""
    formats = {(row, column): form for row in range(first, last + 1)}
    sheet = replace(workbook.sheets[0], formats={**workbook.sheets[0].formats, **formats})
    return replace(workbook, sheets=(sheet, *workbook.sheets[1:]))


def _padded(rows: Rows) -> Rows:
    width = max(len(row) for row in rows)
    return [[*row, *[None] * (width - len(row))] for row in rows]
