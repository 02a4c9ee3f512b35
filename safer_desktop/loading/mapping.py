"""What a recipe makes of a sheet, for a person to see and correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from safer_desktop.loading.cells import Place, Sheet, a1, parse_a1
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.periods import Ambiguous, read_label, read_period
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


class CellRoles:
    """What each cell of a sheet is taken for by the tables on it; looked up cell by cell."""

    def __init__(self, layouts: Iterable[Layout]) -> None:
        self._tables = [_TableCells(layout) for layout in layouts]

    def at(self, place: Place) -> CellRole | None:
        """The role of a cell; None for one without a part in any table."""
        return next((role for table in self._tables if (role := table.role(place))), None)


class _TableCells:
    def __init__(self, layout: Layout) -> None:
        table = layout.table
        self._layout = layout
        self._rows = range(table.first_row, layout.last_row + 1)
        self._columns = range(table.first_column, layout.last_column + 1)
        self._cells: dict[Place, CellRole] = {}
        self._in_rows: dict[int, CellRole] = {}
        self._in_columns: dict[int, CellRole] = {}
        for role, axis in reversed(_axes(table)):
            for part in axis.parts:
                match part.kind:
                    case AxisKind.ROWS:
                        self._in_rows |= dict.fromkeys(part.lines, role)
                    case AxisKind.COLUMNS:
                        self._in_columns |= dict.fromkeys(part.lines, role)
                    case AxisKind.SECTIONS:
                        self._cells |= dict.fromkeys(layout.heading_cells(part), role)
                    case AxisKind.CELL:
                        self._cells[part.lines[0], part.lines[1]] = role
                    case _:
                        continue

    def role(self, place: Place) -> CellRole | None:
        row, column = place
        if self._layout.sheet.is_blank(row, column):
            return None
        if place in self._cells:
            return self._cells[place]
        if row in self._rows and column in self._in_columns:
            return self._in_columns[column]
        if column in self._columns and row in self._in_rows:
            return self._in_rows[row]
        if row not in self._rows or column not in self._columns:
            return None
        table = self._layout.table
        is_out = row in table.ignored_rows or column in table.ignored_columns
        return CellRole.LEFT_OUT if is_out else CellRole.VALUE


def found_labels(layout: Layout) -> tuple[FoundLabel, ...]:
    """All labels of the table, each once per axis, in reading order; FIXED axes have none."""
    found: dict[tuple[CellRole, str], FoundLabel] = {}
    for role, axis in _axes(layout.table):
        if axis.kind is AxisKind.FIXED and axis.also is None:
            continue
        for place in _labelled_places(layout, axis):
            label = layout.label(axis, place)
            if label.text and (role, label.text) not in found:
                cell = a1(*label.cell) if label.cell else ""
                found[role, label.text] = FoundLabel(role, label.text, cell)
    return tuple(found.values())


def period_question(layout: Layout) -> Ambiguous | None:
    """The first period label that can be read in several ways, and which; None if none can."""
    axis = layout.table.period
    if axis.kind is AxisKind.FIXED:
        reading = read_period(axis.fixed)
        return reading if isinstance(reading, Ambiguous) else None
    anywhere = axis.has(AxisKind.CELL) or axis.has(AxisKind.SHEET)
    for place in _labelled_places(layout, axis):
        label = layout.label(axis, place)
        if label.text in layout.table.periods:
            continue
        reading = read_label(label.text, label.value, anywhere=anywhere)
        if isinstance(reading, Ambiguous):
            return reading
    return None


def _labelled_places(layout: Layout, axis: Axis) -> Iterator[Place]:
    """Value cells under every label of an axis: of one row or column where that is enough."""
    kinds = {part.kind for part in axis.parts}
    places = list(layout.places())
    down = bool(kinds & {AxisKind.COLUMNS, AxisKind.SECTIONS})
    across = AxisKind.ROWS in kinds
    if down and across:
        return iter(places)
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place[0] if down else place[1] if across else 0, place)
    return iter(first.values())


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
