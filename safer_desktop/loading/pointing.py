"""What a person means by pointing at cells: header rows, label columns, headings, corners."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from safer_desktop.loading.axes import chained
from safer_desktop.loading.cells import Place, Sheet, a1, column_letters, parse_a1
from safer_desktop.loading.recipes import Axis, AxisKind, TableRecipe

_NEAR = 2
_TOKEN = re.compile(
    r"headings? in (?P<section>[a-z]{1,3})|(?P<sheet>sheet(?:'s name)?)"
    r"|(?P<cell>[a-z]{1,3}[1-9]\d*)|(?P<row>[1-9]\d*)|(?P<column>[a-z]{1,3})",
    re.IGNORECASE,
)


def axis_at(sheet: Sheet, table: TableRecipe, cells: Collection[Place]) -> Axis:
    """Where labels are, by some of their cells.

    Cells above the values name header rows, cells beside them label columns. A cell that stands
    alone in its row between the values is a heading, and one far above the values names all.
    """
    parts: dict[tuple[AxisKind, tuple[int, ...]], None] = {}
    for cell in sorted(cells):
        parts[_kind_of(sheet, table, cell, alone=len(cells) == 1)] = None
    order = list(AxisKind)
    found = sorted(parts, key=lambda part: (order.index(part[0]), part[1]))
    return chained(Axis(kind, lines) for kind, lines in found)


def _kind_of(
    sheet: Sheet, table: TableRecipe, cell: Place, *, alone: bool
) -> tuple[AxisKind, tuple[int, ...]]:
    row, column = cell
    beside = column < table.first_column
    across = range(min(column, table.first_column), table.last_column + 1)
    is_heading = [c for c in across if not sheet.is_blank(row, c)] == [column]
    if row >= table.first_row - (_NEAR if is_heading else 0):
        if beside and is_heading and row <= table.last_row:
            return AxisKind.SECTIONS, (column,)
        if beside or row >= table.first_row:
            return AxisKind.COLUMNS, (column,)
    top = min((*table.lines(AxisKind.ROWS), table.first_row))
    if alone and is_heading and row < top - (0 if beside else 1):
        return AxisKind.CELL, cell
    return (AxisKind.COLUMNS, (column,)) if beside else (AxisKind.ROWS, (row,))


def with_corner(table: TableRecipe, cell: Place, *, first: bool) -> TableRecipe:
    """The table with its values beginning (or ending) in this cell; the other corner gives way."""
    row, column = cell
    if first:
        return replace(
            table,
            first_row=row,
            first_column=column,
            last_row=max(row, table.last_row),
            last_column=max(column, table.last_column),
        )
    return replace(
        table,
        last_row=row,
        last_column=column,
        first_row=min(row, table.first_row),
        first_column=min(column, table.first_column),
    )


def with_left_out(
    table: TableRecipe, *, rows: Iterable[int] = (), columns: Iterable[int] = ()
) -> TableRecipe:
    """The table without these rows and columns; those already left out are taken in again."""
    return replace(
        table,
        ignored_rows=tuple(sorted(set(table.ignored_rows) ^ set(rows))),
        ignored_columns=tuple(sorted(set(table.ignored_columns) ^ set(columns))),
    )


def lines_text(axis: Axis) -> str:
    """``4, 5`` for header rows, ``A, B`` for label columns, ``4, A`` for both; also ``headings in
    A``, ``A1`` for one cell and ``sheet`` for the sheet's name."""
    return ", ".join(word for part in axis.parts for word in _words(part))


def _words(part: Axis) -> list[str]:
    match part.kind:
        case AxisKind.ROWS:
            return [str(line + 1) for line in part.lines]
        case AxisKind.COLUMNS:
            return [column_letters(line) for line in part.lines]
        case AxisKind.SECTIONS:
            return [f"headings in {column_letters(line)}" for line in part.lines]
        case AxisKind.CELL:
            return [a1(part.lines[0], part.lines[1])]
        case AxisKind.SHEET:
            return ["sheet"]
        case _:
            return []


def parse_lines(text: str) -> Axis | None:
    """The axis that such words describe; None for what cannot be read."""
    parts: list[Axis] = []
    for word in filter(None, (word.strip() for word in re.split(r"[,;+]", text))):
        match = _TOKEN.fullmatch(word)
        if match is None:
            return None
        if match["section"]:
            parts.append(Axis(AxisKind.SECTIONS, (_column(match["section"]),)))
        elif match["sheet"]:
            parts.append(Axis(AxisKind.SHEET))
        elif match["cell"]:
            parts.append(Axis(AxisKind.CELL, parse_a1(word)))
        elif match["row"]:
            parts.append(Axis(AxisKind.ROWS, (int(word) - 1,)))
        else:
            parts.append(Axis(AxisKind.COLUMNS, (_column(word),)))
    return chained(parts) if parts else None


def _column(letters: str) -> int:
    return parse_a1(f"{letters}1")[1]
