"""Finds the tables on a sheet: their value cells, header rows, label columns, units and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from safer_desktop.loading.cells import Place, Sheet
from safer_desktop.loading.numbers import is_placeholder, read_number
from safer_desktop.loading.periods import read_period

BLANK, NUMBER, MARK, YEAR, PERIOD, TEXT = ".", "n", "m", "y", "p", "t"
_VALUES = (NUMBER, MARK, YEAR)
_LABELS = (TEXT, PERIOD, YEAR)
_MOST_HEADERS = 3
_LONG_TEXT = 90
_LARGEST_GAP = 2
_IDENTIFIER = re.compile(r"[A-Z][A-Z0-9]{3}")
UNIT_WORDS = re.compile(
    r"(?:£|numbers?|counts?|no\.?|%|per ?cent(?:age)?s?\b.*|rates? per .*|per 1,?000.*|offences|"
    r"thousands?|£ ?millions?|index.*|years?|\d{4} ?= ?100)(?:\s?\d)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """A table found on a sheet; rows and columns from 0, ends inside.

    ``header_rows`` stand above the values, outermost first; ``label_columns`` left of them.
    ``titles`` are the cells of text above, nearest last; ``units`` the cells of a units row.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    header_rows: tuple[int, ...]
    label_columns: tuple[int, ...]
    titles: tuple[Place, ...] = ()
    units: tuple[Place, ...] = ()


def find_tables(sheet: Sheet) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom, side by side ones from left to right."""
    grid = Grid(sheet)
    found: list[Region] = []
    floor = 0
    for first, last in _runs(grid):
        regions = [it for it in _regions(grid, first, last, floor) if _is_table(grid, it)]
        found += regions
        floor = last + 1
    return tuple(found)


class Grid:
    """What sort of content each cell of a sheet has."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.kinds = [
            [_kind(sheet, row, column) for column in range(sheet.width)]
            for row in range(sheet.height)
        ]

    def kind(self, row: int, column: int) -> str:
        """One of the kinds above."""
        return self.kinds[row][column]

    def count(self, row: int, columns: range | list[int], kinds: tuple[str, ...]) -> int:
        """How many cells of a row are of these kinds."""
        return sum(self.kinds[row][column] in kinds for column in columns)

    def count_down(self, column: int, rows: range, kinds: tuple[str, ...]) -> int:
        """How many cells of a column are of these kinds."""
        return sum(self.kinds[row][column] in kinds for row in rows)


def _kind(sheet: Sheet, row: int, column: int) -> str:
    if (row, column) in sheet.faults:
        return NUMBER
    value = sheet.rows[row][column]
    if value is None:
        return BLANK
    if isinstance(value, date):
        return PERIOD
    if isinstance(value, bool):
        return TEXT
    if isinstance(value, float):
        is_year = value == int(value) and 1950 <= value <= 2100
        return YEAR if is_year and _is_bare(sheet.formats.get((row, column), "")) else NUMBER
    text = sheet.text(row, column)
    if is_placeholder(text):
        return MARK
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return YEAR
    if re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])", text):
        return PERIOD
    if read_number(text) is not None:
        return NUMBER
    return PERIOD if read_period(text) is not None else TEXT


def _is_bare(number_format: str) -> bool:
    return not any(sign in number_format for sign in ",.%/E")


def _runs(grid: Grid) -> Iterator[tuple[int, int]]:
    """Stretches of rows with values; short gaps without a new header do not end one."""
    columns = range(grid.sheet.width)
    start = last = -1
    for row in range(grid.sheet.height):
        if _has_values(grid, row, columns):
            if start < 0:
                start = row
            last = row
        elif start >= 0 and (_is_header(grid, row, columns) or row - last > _LARGEST_GAP):
            yield start, last
            start = -1
    if start >= 0:
        yield start, last


def _has_values(grid: Grid, row: int, columns: range) -> bool:
    numbers = grid.count(row, columns, (NUMBER,))
    marks, years = grid.count(row, columns, (MARK,)), grid.count(row, columns, (YEAR,))
    texts = grid.count(row, columns, (TEXT, PERIOD))
    if numbers:
        return numbers + marks + years >= texts / 3
    return marks >= 2 and texts <= 3


def _is_header(grid: Grid, row: int, columns: range) -> bool:
    labels = grid.count(row, columns, _LABELS)
    return labels >= 2 and not grid.count(row, columns, (NUMBER,))


def _regions(grid: Grid, first: int, last: int, floor: int) -> Iterator[Region]:
    rows = range(first, last + 1)
    labels: list[int] = []
    values: list[int] = []
    for column in range(grid.sheet.width):
        numbers = grid.count_down(column, rows, _VALUES)
        texts = grid.count_down(column, rows, (TEXT, PERIOD))
        if not numbers + texts:
            continue
        if texts >= numbers or (not values and _is_year_column(grid, column, rows)):
            if values and texts * 2 >= len(rows):
                yield from _region(grid, rows, labels, values, floor)
                labels, values = [], []
            if not values:
                labels.append(column)
        else:
            values.append(column)
    yield from _region(grid, rows, labels, values, floor)


def _is_year_column(grid: Grid, column: int, rows: range) -> bool:
    """Years stand in it and no other number; a count is seldom a year in every row."""
    years = {grid.sheet.text(row, column) for row in rows if grid.kind(row, column) == YEAR}
    others = grid.count_down(column, rows, (NUMBER,))
    return not others and (len(years) > 1 or (len(years) == 1 and len(rows) == 1))


def _region(
    grid: Grid, rows: range, labels: list[int], values: list[int], floor: int
) -> Iterator[Region]:
    if not values:
        return
    used = [row for row in rows if grid.count(row, values, _VALUES)]
    if not used:
        return
    headers, units, top = _headers(grid, used[0], labels, values, floor)
    while len(used) > 1 and not headers and _is_period_row(grid, used[0], values):
        headers, used = [used[0]], used[1:]
    left = min(labels, default=values[0])
    yield Region(
        used[0],
        used[-1],
        values[0],
        values[-1],
        tuple(headers),
        tuple(labels),
        tuple(_titles(grid, top, left, values[-1], floor)),
        tuple(units),
    )


def _is_period_row(grid: Grid, row: int, values: list[int]) -> bool:
    periods = grid.count(row, values, (PERIOD, YEAR))
    return periods > 1 and periods == grid.count(row, values, (*_VALUES, TEXT, PERIOD))


def _headers(
    grid: Grid, first: int, labels: list[int], values: list[int], floor: int
) -> tuple[list[int], list[Place], int]:
    """Header rows (outermost first), unit cells, and the row where the header begins."""
    headers: list[int] = []
    units: list[Place] = []
    top, gap = first, 0
    for row in range(first - 1, floor - 1, -1):
        filled = [c for c in range(values[0], values[-1] + 1) if grid.kind(row, c) != BLANK]
        texts = [grid.sheet.text(row, column) for column in filled]
        if grid.count(row, filled, (NUMBER,)) or len(headers) == _MOST_HEADERS:
            break
        if not filled:
            gap += 1
            if gap > 2 or (headers and any(grid.kind(row, c) != BLANK for c in labels)):
                break
            continue
        if _is_title(grid, row, filled, values, labels):
            break
        gap, top = 0, row
        if all(UNIT_WORDS.fullmatch(text) for text in texts):
            units += ((row, column) for column in filled)
        elif not (len(texts) > 2 and all(_IDENTIFIER.fullmatch(text) for text in texts)):
            headers.insert(0, row)
    return headers, units, top


def _is_title(
    grid: Grid, row: int, filled: list[int], values: list[int], labels: list[int]
) -> bool:
    if len(filled) != 1 or len(values) == 1:
        return any(len(grid.sheet.text(row, column)) > 2 * _LONG_TEXT for column in filled)
    if UNIT_WORDS.fullmatch(grid.sheet.text(row, filled[0])):
        return False
    if len(grid.sheet.text(row, filled[0])) > _LONG_TEXT:
        return True
    merged = any(r0 <= row <= r1 and c0 <= filled[0] < c1 for r0, c0, r1, c1 in grid.sheet.merges)
    beside_labels = any(grid.kind(row, column) != BLANK for column in labels)
    return not (merged or beside_labels or grid.kind(row, filled[0]) in (PERIOD, YEAR))


def _titles(grid: Grid, top: int, left: int, right: int, floor: int) -> Iterator[Place]:
    for row in range(max(floor, top - 12), top):
        for column in range(min(left, 1), right + 1):
            if grid.kind(row, column) in (TEXT, PERIOD):
                yield row, column
                break


def _is_table(grid: Grid, region: Region) -> bool:
    rows = range(region.first_row, region.last_row + 1)
    columns = range(region.first_column, region.last_column + 1)
    values = sum(grid.count(row, columns, (NUMBER, MARK)) for row in rows)
    return values >= 2 and bool(region.header_rows or region.label_columns)
