"""What a recipe makes of a sheet, for a person to see and correct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from safer_desktop.loading.cells import Place, Sheet, a1, parse_a1
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.periods import read_period
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, TableRecipe

_MOST_ANCHORS = 12


class CellRole(StrEnum):
    """What a cell is taken for."""

    VALUE = "value"
    PERIOD = "period"
    AREA = "area"
    INDICATOR = "indicator"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label on one axis of a table, with the first cell that it stands in (if any)."""

    role: CellRole
    text: str
    cell: str


def cell_roles(layout: Layout) -> dict[Place, CellRole]:
    """What each cell of the table's sheet is taken for; cells without a part in it are absent."""
    table = layout.table
    roles: dict[Place, CellRole] = {}
    for row in range(table.first_row, min(layout.last_row, layout.sheet.height - 1) + 1):
        for column in range(table.first_column, layout.last_column + 1):
            ignored = row in table.ignored_rows or column in table.ignored_columns
            if not layout.sheet.is_blank(row, column):
                roles[row, column] = CellRole.LEFT_OUT if ignored else CellRole.VALUE
    for role, axis in _axes(table):
        for place in _axis_cells(layout, axis):
            if not layout.sheet.is_blank(*place):
                roles[place] = role
    return roles


def found_labels(layout: Layout) -> tuple[FoundLabel, ...]:
    """All labels of the table, each once per axis, in reading order; FIXED axes have none."""
    found: dict[tuple[CellRole, str], FoundLabel] = {}
    for role, axis in _axes(layout.table):
        if axis.kind is AxisKind.FIXED and axis.also is None:
            continue
        for place in layout.places():
            label = layout.label(axis, place)
            if label.text and (role, label.text) not in found:
                cell = a1(*label.cell) if label.cell else ""
                found[role, label.text] = FoundLabel(role, label.text, cell)
    return tuple(found.values())


def region_text(table: TableRecipe) -> str:
    """``B5:M12``: where the values lie."""
    first = a1(table.first_row, table.first_column)
    return f"{first}:{a1(table.last_row, table.last_column)}"


def parse_region(text: str, sheet: Sheet) -> tuple[Place, Place]:
    """First and last cell of ``B5:M12`` or ``B5``.

    Raises :class:`ValueError`, in plain words, for what is no range or lies outside the sheet.
    """
    first_text, _, last_text = text.partition(":")
    first = parse_a1(first_text)
    last = parse_a1(last_text) if last_text else first
    if last[0] < first[0] or last[1] < first[1]:
        raise ValueError(f"'{text}' ends before it begins.")
    if first[0] >= sheet.height or first[1] >= sheet.width:
        raise ValueError(f"'{text}' lies outside the sheet.")
    return first, (min(last[0], sheet.height - 1), min(last[1], sheet.width - 1))


def anchored(sheet: Sheet, table: TableRecipe) -> TableRecipe:
    """The table with the header texts that have to stand in place next time.

    Headers that name a period are left out: they are another period next quarter.
    """
    places: dict[Place, None] = {}
    for role, axis in _axes(table):
        columns = [
            line for part in axis.parts if part.kind is AxisKind.COLUMNS for line in part.lines
        ]
        if columns and table.first_row:
            places.update(dict.fromkeys((table.first_row - 1, line) for line in columns))
        if role is CellRole.PERIOD:
            continue
        places.update(dict.fromkeys((table.first_row, line) for line in columns))
        rows = [line for part in axis.parts if part.kind is AxisKind.ROWS for line in part.lines]
        across = range(table.first_column, table.last_column + 1)
        places.update(dict.fromkeys((line, column) for line in rows for column in across))
    anchors = (Anchor(row, column, sheet.text(row, column)) for row, column in places)
    kept = tuple(a for a in anchors if a.text and read_period(a.text) is None)
    return replace(table, anchors=kept[:_MOST_ANCHORS])


def _axes(table: TableRecipe) -> tuple[tuple[CellRole, Axis], ...]:
    return (
        (CellRole.PERIOD, table.period),
        (CellRole.AREA, table.area),
        (CellRole.INDICATOR, table.indicator),
    )


def _axis_cells(layout: Layout, axis: Axis) -> Iterator[Place]:
    table = layout.table
    for part in axis.parts:
        match part.kind:
            case AxisKind.ROWS:
                columns = range(table.first_column, layout.last_column + 1)
                yield from ((line, column) for line in part.lines for column in columns)
            case AxisKind.COLUMNS:
                rows = range(table.first_row, layout.last_row + 1)
                yield from ((row, line) for line in part.lines for row in rows)
            case AxisKind.SECTIONS:
                yield from layout.heading_cells(part)
            case AxisKind.CELL:
                yield part.lines[0], part.lines[1]
            case _:
                continue
