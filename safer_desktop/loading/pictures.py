"""Keeps what a sheet showed around the figures that were read from it, so that they can be traced.

Only the columns that a recipe reads, or takes labels from, are kept, with the titles above and the
notes below: what else a partner's sheet holds is none of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from safer_desktop.domain.observations import SheetPicture
from safer_desktop.loading.cells import Place, Sheet, Workbook
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.recipes import AxisKind, Recipe

MOST_ROWS = 2_000
MOST_COLUMNS = 200
_NOTES_ROWS = 12
"""How far above and below a table its titles and notes may stand."""

_LONGEST_TEXT = 300


def pictures(workbook: Workbook, recipe: Recipe) -> tuple[SheetPicture, ...]:
    """One picture of each sheet that the recipe reads.

    It spans all of the sheet's tables; cells that none of them uses are blank in it. Rows and
    columns beyond MOST_ROWS and MOST_COLUMNS from its first cell are left away. A recipe without
    tables, as one that counts incident rows, gives none.
    """
    layouts: dict[str, list[Layout]] = defaultdict(list)
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is not None and sheet.rows:
            layouts[sheet.name].append(Layout(sheet, table, recipe.tables))
    return tuple(
        picture for of_sheet in layouts.values() if (picture := _picture(of_sheet)) is not None
    )


def around(sheet: Sheet, place: Place) -> SheetPicture:
    """All of a sheet as far as it is near a cell, to be looked at before it is taken in."""
    top = max(0, place[0] - MOST_ROWS // 2)
    left = max(0, place[1] - MOST_COLUMNS // 2)
    bottom, right = min(sheet.height, top + MOST_ROWS), min(sheet.width, left + MOST_COLUMNS)
    rows = tuple(
        tuple(sheet.text(row, column)[:_LONGEST_TEXT] for column in range(left, right))
        for row in range(top, bottom)
    )
    merges = tuple(
        (r0, c0, min(r1, bottom - 1), min(c1, right - 1))
        for r0, c0, r1, c1 in sheet.merges
        if top <= r0 < bottom and left <= c0 < right
    )
    return SheetPicture(sheet.name, top, left, rows, merges)


def _picture(layouts: list[Layout]) -> SheetPicture | None:
    sheet = layouts[0].sheet
    used = {place for layout in layouts for place in _places(layout) if not sheet.is_blank(*place)}
    if not used:
        return None
    top, left = min(row for row, _ in used), min(column for _, column in used)
    bottom = min(max(row for row, _ in used), top + MOST_ROWS - 1)
    right = min(max(column for _, column in used), left + MOST_COLUMNS - 1)
    rows = tuple(
        tuple(
            sheet.text(row, column)[:_LONGEST_TEXT] if (row, column) in used else ""
            for column in range(left, right + 1)
        )
        for row in range(top, bottom + 1)
    )
    merges = tuple(
        (r0, c0, min(r1, bottom), min(c1, right))
        for r0, c0, r1, c1 in sheet.merges
        if (r0, c0) in used and r0 <= bottom and c0 <= right
    )
    return SheetPicture(sheet.name, top, left, rows, merges)


def _places(layout: Layout) -> Iterator[Place]:
    """The cells of a table: its values, their labels, its titles and its notes.

    A note below stands alone in its row; what else follows may be another table.
    """
    table = layout.table
    columns = _columns(layout)
    header = table.lines(AxisKind.ROWS)
    first, last = min((table.first_row, *header)), layout.last_row
    for row in range(first, last + 1):
        yield from ((row, column) for column in columns)
    for axis in table.axes:
        if axis.kind in (AxisKind.ROWS, AxisKind.CELL):
            for column in columns:
                yield from layout.label(replace(axis, also=None), (table.first_row, column)).cells
        if axis.kind is AxisKind.SECTIONS:
            yield from layout.heading_cells(axis)
    for row in range(max(0, first - _NOTES_ROWS), first):
        filled = _filled(layout.sheet, row)
        yield from ((row, column) for column in filled if column in columns or len(filled) == 1)
    for row in range(last + 1, last + 1 + _NOTES_ROWS):
        filled = _filled(layout.sheet, row)
        if len(filled) == 1:
            yield row, filled[0]


def _filled(sheet: Sheet, row: int) -> list[int]:
    return [column for column in range(sheet.width) if not sheet.is_blank(row, column)]


def _columns(layout: Layout) -> list[int]:
    """Label columns, and value columns but for those whose heading is left out."""
    table = layout.table
    values = range(table.first_column, layout.last_column + 1)
    kept = [column for column in values if not _is_left_out(layout, column)]
    return [*table.lines(AxisKind.COLUMNS, AxisKind.SECTIONS), *kept]


def _is_left_out(layout: Layout, column: int) -> bool:
    table = layout.table
    if column in table.ignored_columns:
        return True
    meanings = (
        (table.period, table.periods),
        (table.area, table.areas),
        (table.indicator, table.indicators),
    )
    return any(
        axis.kind is AxisKind.ROWS
        and codes.get(layout.label(axis, (table.first_row, column)).text) == ""
        for axis, codes in meanings
    )
