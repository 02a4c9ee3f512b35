"""Finds the tables on a sheet: where their values lie, and what labels and titles stand around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from safer_desktop.loading.cells import Place, Sheet
from safer_desktop.loading.grid import BLANK, LABELS, MARK, NUMBER, PART, PERIOD, TEXT, YEAR, Grid
from safer_desktop.loading.headers import Head, head_above
from safer_desktop.loading.numbers import read_number

_LARGEST_GAP = 2
_MOST_HEADINGS = 3
_NEAREST = 3
_LONG_NOTE = 120
_SAMPLE = 400
_FARTHEST = 12
_CODE_HEAD = re.compile(r"(?:\w+ ){0,6}(?:code|id|ref|reference)|code(?: \w+){1,2}")
_SMALL_HEAD = re.compile(
    r"(?:(?:financial|calendar|academic|school|reporting|fiscal|crime|offence) )?"
    r"(?:years?|quarters?|qtr|months?|weeks?|ages?)(?: (?:no|number|group|band))?"
)
_LARGEST_KEY = 2100
_DERIVED = re.compile(
    r"(?:average|mean) (?:for|of|over)|(?:percentage|%|per ?cent|annual|year on year)\s?change"
    r"|change (?:on|from|over|since)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """A table found on a sheet; rows and columns from 0, ends inside.

    ``header_rows`` stand above the values, outermost first; ``label_columns`` left of them;
    ``headings`` is the column whose texts, alone in their rows, head the rows below (or None).
    ``titles`` are the cells of text above, nearest last; ``units`` the cells of a units row;
    ``ignored_columns`` hold no figure of their own: remarks, running numbers.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    header_rows: tuple[int, ...]
    label_columns: tuple[int, ...]
    titles: tuple[Place, ...] = ()
    units: tuple[Place, ...] = ()
    headings: int | None = None
    ignored_columns: tuple[int, ...] = ()


def find_tables(sheet: Sheet, grid: Grid | None = None) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom, side by side ones from left to right."""
    grid = grid or Grid(sheet)
    found: list[Region] = []
    floor = top = 0
    for rows in _runs(grid):
        regions = [it for it in _regions(grid, rows, floor) if _is_table(grid, it)]
        if not regions:
            continue
        if not found:
            top = min(min((it.first_row, *it.header_rows)) for it in regions)
        elif top:
            above = tuple(
                _titles(grid, range(max(top - _FARTHEST, 0), top), 0, len(grid.columns) - 1)
            )
            regions = [replace(it, titles=(*above, *it.titles)) for it in regions]
        found += regions
        floor = rows[-1] + 1
    return tuple(found)


def region_at(grid: Grid, first: Place, last: Place) -> Region:
    """The table whose values a person says lie in these cells, with what stands around them."""
    rows = range(first[0], last[0] + 1)
    columns = range(first[1], last[1] + 1)
    values = [c for c in columns if any(grid.rows[row][c] != BLANK for row in rows)]
    values = values or list(columns)
    labels: list[int] = []
    for column in range(first[1] - 1, -1, -1):
        kinds = [grid.rows[row][column] for row in rows]
        if sum(kind in NUMBER + MARK for kind in kinds) > sum(kind in LABELS for kind in kinds):
            break
        if any(kind != BLANK for kind in kinds):
            labels.insert(0, column)
    head = head_above(grid, first[0], labels, values, 0)
    left = min((*labels, values[0]))
    used = [row for row in rows if any(grid.rows[row][c] != BLANK for c in values)]
    return Region(
        first[0],
        last[0],
        first[1],
        last[1],
        tuple(head.rows),
        tuple(labels),
        tuple(_titles(grid, range(max(0, head.top - _FARTHEST), head.top), left, last[1])),
        tuple(head.units),
        _headings(grid, head, used or list(rows), left, values),
    )


# Stretches of rows


def _runs(grid: Grid) -> Iterator[range]:
    """Stretches of rows with values, from the first to the last row that has any."""
    start = last = -1
    gap = headings = 0
    for row, kinds in enumerate(grid.rows):
        if NUMBER in kinds or 1 < kinds.count(MARK) >= kinds.count(TEXT):
            start, last = (row if start < 0 else start), row
            gap = headings = 0
            continue
        if start < 0:
            continue
        texts = len(kinds) - kinds.count(BLANK)
        if not texts:
            gap += 1
        elif texts == 1:
            headings += 1
        if (
            _is_header(grid, row, range(start, last + 1))
            or _is_note(grid, row)
            or gap > _LARGEST_GAP
            or headings > _MOST_HEADINGS
        ):
            yield range(start, last + 1)
            start = -1
            gap = headings = 0
    if start >= 0:
        yield range(start, last + 1)


def _is_header(grid: Grid, row: int, above: range) -> bool:
    """Whether labels stand where the rows above have their values: another table begins."""
    kinds = grid.rows[row]
    if (
        len(above) == 1
        and sum(kind in LABELS for kind in kinds) > 1
        and len(grid.filled(above[0], range(len(kinds)))) <= 2
    ):
        return True
    nearest = above[-8:]
    values = [
        column
        for column in range(len(kinds))
        if any(grid.rows[r][column] in NUMBER + MARK for r in nearest)
    ]
    labels = [column for column in values if kinds[column] in LABELS]
    if row - above[-1] == 1 and len({grid.sheet.text(row, column) for column in labels}) < 2:
        return False
    if len(labels) > 1:
        return 2 * len(labels) >= len([c for c in values if kinds[c] != BLANK])
    return len(labels) == 1 and row - above[-1] > 1 and len(grid.filled(row, range(len(kinds)))) > 1


def _is_note(grid: Grid, row: int) -> bool:
    """Whether a long text stands alone in its row, as footnotes do."""
    filled = grid.filled(row, range(len(grid.rows[row])))
    return len(filled) == 1 and len(grid.sheet.text(row, filled[0])) > _LONG_NOTE


# Columns, side by side


def _regions(grid: Grid, rows: range, floor: int) -> Iterator[Region]:
    sorts = _sorted_columns(grid, rows)
    labels: list[int] = []
    values: list[int] = []
    ignored: list[int] = []
    for column, sort in sorted(sorts.items()):
        if sort == "label" and values:
            if _begins_anew(grid, rows, column, values, sorts):
                yield from _region(grid, rows, labels, values, ignored, floor)
                labels, values, ignored = [column], [], []
            else:
                ignored.append(column)
        elif sort == "label":
            labels.append(column)
        elif sort == "value":
            values.append(column)
        elif values:
            ignored.append(column)
    yield from _region(grid, rows, labels, values, ignored, floor)


def _sorted_columns(grid: Grid, rows: range) -> dict[int, str]:
    """``value``, ``label`` or ``ignored`` for each column that is not blank in these rows."""
    heads = _heads(grid, rows[0])
    sorts: dict[int, str] = {}
    for column, kinds in enumerate(grid.columns):
        count = Counter(kinds[rows[0] : rows[-1] + 1])
        numbers = count[NUMBER] + count[MARK] + count[YEAR]
        texts = count[TEXT] + count[PERIOD] + count[PART]
        if not numbers + texts:
            continue
        head = heads.get(column, "")
        if not head and count[NUMBER] > 5 and _is_running_number(grid, rows, column):
            sorts[column] = "ignored"
        elif (
            texts >= numbers
            or _is_key(grid, rows, column, head)
            or _are_years(grid, rows, column, count)
        ):
            sorts[column] = "label"
        else:
            sorts[column] = "value" if count[NUMBER] + count[YEAR] else "ignored"
    if "value" not in sorts.values():
        # a list of codes or years only, unless the last column is counted for all its heading
        return {}
    first = min(column for column, sort in sorts.items() if sort == "value")
    return {c: sort for c, sort in sorts.items() if sort != "ignored" or c > first}


def _heads(grid: Grid, first: int) -> dict[int, str]:
    """The words of the nearest row above with texts, by column: ``offence code``."""
    for row in range(first - 1, max(first - 1 - _NEAREST, -1), -1):
        kinds = grid.rows[row]
        if sum(kind in LABELS for kind in kinds) > 1:
            return {
                c: plain_head(grid.sheet.text(row, c)) for c in grid.filled(row, range(len(kinds)))
            }
    return {}


def plain_head(text: str) -> str:
    """A heading's words in lower case: ``LookUp_BoroughName`` is ``look up borough name``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", apart.casefold()).split())


def _is_running_number(grid: Grid, rows: range, column: int) -> bool:
    values = [grid.sheet.text(row, column) for row in rows]
    first = values[0]
    return first in ("0", "1") and values == [str(int(first) + n) for n in range(len(values))]


def _is_key(grid: Grid, rows: range, column: int, head: str) -> bool:
    """Whether the heading says that numbers are codes, or small ones are quarters or ages."""
    if _CODE_HEAD.fullmatch(head):
        return True
    if not _SMALL_HEAD.fullmatch(head):
        return False
    numbers = (read_number(grid.sheet.value(row, column)) for row in rows[:_SAMPLE])
    return all(number is None or number.value <= _LARGEST_KEY for number in numbers)


def _are_years(grid: Grid, rows: range, column: int, count: Counter[str]) -> bool:
    """Years stand in it and no other number; a count is seldom a year in every row."""
    if not count[YEAR] or 20 * count[NUMBER] > count[YEAR]:
        return False
    years = {grid.sheet.text(row, column) for row in rows if grid.rows[row][column] == YEAR}
    return len(years) > 1 or len(rows) == 1


def _begins_anew(
    grid: Grid, rows: range, column: int, values: list[int], sorts: dict[int, str]
) -> bool:
    """Whether a label column after values begins another table: values follow, most rows named."""
    if not any(sort == "value" and other > column for other, sort in sorts.items()):
        return False
    kinds = grid.columns[column]
    rows_here = [row for row in rows if any(grid.rows[row][c] != BLANK for c in (*values, column))]
    texts = sum(kinds[row] in LABELS for row in rows_here)
    return 2 * texts >= len(rows_here)


# One table


def _region(
    grid: Grid,
    rows: range,
    labels: list[int],
    values: list[int],
    ignored: list[int],
    floor: int,
) -> Iterator[Region]:
    if not values:
        return
    used = [row for row in rows if any(grid.rows[row][c] in NUMBER + MARK + YEAR for c in values)]
    if not used:
        return
    if len(used) > 2 and grid.counts_up(used[0], values):
        used = used[1:]
    used = _without_derived(grid, used, labels)
    while _is_labelled_only(grid, used[0] - 1, labels, values):
        used.insert(0, used[0] - 1)
    left = min((*labels, values[0]))
    head = head_above(grid, used[0], labels, values, floor)
    headings = _headings(grid, head, used, left, values)
    yield Region(
        used[0],
        used[-1],
        values[0],
        values[-1],
        tuple(head.rows),
        tuple(labels),
        tuple(_titles(grid, range(max(floor, head.top - _FARTHEST), head.top), left, values[-1])),
        tuple(head.units),
        headings,
        tuple(c for c in ignored if values[0] < c < values[-1]),
    )


def _is_labelled_only(grid: Grid, row: int, labels: list[int], values: list[int]) -> bool:
    """Whether the row has several labels but no value at all: a year whose figures are lost."""
    across = range(values[0], values[-1] + 1)
    return row >= 0 and len(grid.filled(row, labels)) > 1 and not grid.filled(row, across)


def _without_derived(grid: Grid, used: list[int], labels: list[int]) -> list[int]:
    """The rows up to a heading that announces averages or changes of those above."""
    for before, row in pairwise(used):
        for between in range(before + 1, row):
            texts = [grid.sheet.text(between, column) for column in labels]
            if any(_DERIVED.match(text) for text in texts):
                return used[: used.index(row)]
    return used


def _headings(grid: Grid, head: Head, used: list[int], left: int, values: list[int]) -> int | None:
    """The column of texts that stand alone in their rows, between the values or above them."""
    top = (max(head.rows) if head.rows else head.top - 1) + 1
    columns = range(left, values[-1] + 1)
    counts: Counter[int] = Counter()
    inside = set(used)
    for row in range(max(top, used[0] - _MOST_HEADINGS - 1), used[-1]):
        if row not in inside:
            filled = grid.filled(row, columns)
            if len(filled) == 1 and filled[0] < values[0] and grid.rows[row][filled[0]] in LABELS:
                counts[filled[0]] += 1
    return counts.most_common(1)[0][0] if counts else None


def _titles(grid: Grid, rows: range, left: int, right: int) -> Iterator[Place]:
    """Texts above a table: those over it, or where none are over it those before it."""
    for row in rows:
        filled = [c for c in range(right + 1) if grid.rows[row][c] in LABELS]
        over = [column for column in filled if column >= left]
        yield from ((row, column) for column in (over or filled)[:4])


def _is_table(grid: Grid, region: Region) -> bool:
    rows = range(region.first_row, region.last_row + 1)
    columns = slice(region.first_column, region.last_column + 1)
    values = sum(grid.rows[row][columns].count(NUMBER) for row in rows)
    marks = sum(grid.rows[row][columns].count(MARK) for row in rows)
    years = sum(grid.rows[row][columns].count(YEAR) for row in rows)
    if len(rows) == 1 and _is_labelled_below(grid, region):
        return False
    return values + marks + years >= 2 and bool(region.header_rows or region.label_columns)


def _is_labelled_below(grid: Grid, region: Region) -> bool:
    """Whether labels follow under these numbers, which then are codes in a header."""
    across = range(region.first_column, region.last_column + 1)
    below = range(region.last_row + 1, min(region.last_row + 3, len(grid.rows)))
    filled = next((cells for row in below if (cells := grid.filled(row, across))), [])
    row = next((row for row in below if grid.filled(row, across)), 0)
    return bool(filled) and all(grid.rows[row][column] in LABELS for column in filled)
