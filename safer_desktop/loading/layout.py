"""Follows a recipe's geometry on a sheet: which label belongs to a cell, how far a table runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from safer_desktop.loading.areas import ONS_CODE, plain_name
from safer_desktop.loading.cells import CellValue, Place, Sheet, Workbook, a1
from safer_desktop.loading.numbers import is_placeholder, read_number
from safer_desktop.loading.period_forms import MONTH_NAME
from safer_desktop.loading.periods import read_period
from safer_desktop.loading.recipes import JOIN, Axis, AxisKind, TableRecipe

_DATED = re.compile(
    rf"(?<![a-z])(?:{MONTH_NAME}|q[1-4]|qtr|fy|quarter|copy of|copy|final|revised|corrected|"
    r"v(?=\d))(?![a-z])|\d+|[^a-z]+"
)


def undated(name: str) -> str:
    """A file's or sheet's name without dates, numbers and version words: what stays the same."""
    text = name.casefold()
    stem, dot, ending = text.rpartition(".")
    if dot and ending.isalnum() and len(ending) <= 4:
        text = stem
    return " ".join(_DATED.sub(" ", text.replace("_", " ")).split())


def find_sheet(workbook: Workbook, name: str) -> Sheet | None:
    """The sheet of this name, or the only one whose name differs in nothing but its dates."""
    found = workbook.sheet(name)
    if found is not None or not any(letter.isdigit() for letter in name):
        return found
    alike = [sheet for sheet in workbook.sheets if undated(sheet.name) == undated(name)]
    return alike[0] if len(alike) == 1 else None


@dataclass(frozen=True, slots=True)
class Label:
    """What a value cell stands under on one axis.

    ``value`` is the label cell's own value where one cell gives it, else the text. ``cells`` are
    the label cells, outermost first; none where the recipe, not a cell, says it.
    """

    text: str
    value: CellValue
    cells: tuple[Place, ...] = ()

    @property
    def cell(self) -> Place | None:
        """The innermost label cell."""
        return self.cells[-1] if self.cells else None


class Layout:
    """A table of a recipe on an actual sheet; the region is grown to where the table ends."""

    def __init__(
        self, sheet: Sheet, table: TableRecipe, others: Iterable[TableRecipe] = ()
    ) -> None:
        self.sheet = sheet
        self.table = table
        self._others = [it for it in others if it is not table and it.sheet == table.sheet]
        self._filled: dict[tuple[AxisKind, int], dict[int, Place]] = {}
        self.last_row = table.last_row
        self.last_column = table.last_column
        if table.grows_right and self._has(AxisKind.ROWS):
            self.last_column = self._grown_right()
        if table.grows_down and self._has(AxisKind.COLUMNS):
            self.last_row = self._grown_down()

    def places(self) -> Iterable[Place]:
        """The value cells in reading order, without ignored rows and columns."""
        columns = [
            column
            for column in range(self.table.first_column, self.last_column + 1)
            if column not in self.table.ignored_columns
        ]
        for row in range(self.table.first_row, min(self.last_row, self.sheet.height - 1) + 1):
            if row not in self.table.ignored_rows:
                for column in columns:
                    yield row, column

    def label(self, axis: Axis, place: Place) -> Label:
        """A value cell's label on an axis."""
        match axis.kind:
            case AxisKind.FIXED:
                return Label(axis.fixed, axis.fixed)
            case AxisKind.SHEET:
                return Label(self.sheet.name.strip(), self.sheet.name.strip())
            case AxisKind.CELL:
                cell = (axis.lines[0], axis.lines[1])
                return Label(self.sheet.text(*cell), self.sheet.value(*cell), (cell,))
            case _:
                return self._joined(axis, place)

    def addresses(self, cells: Sequence[Place]) -> str:
        """Where labels stand: ``C4``, ``B3:D3`` for merged cells, ``B3:D3, C4`` for several."""
        return ", ".join(self._address(cell) for cell in cells)

    def _address(self, cell: Place) -> str:
        last = self._merged.get(cell)
        return f"{a1(*cell)}:{a1(*last)}" if last else a1(*cell)

    @cached_property
    def _merged(self) -> dict[Place, Place]:
        """The last cell of merged cells by their first."""
        return {(r0, c0): (r1, c1) for r0, c0, r1, c1 in self.sheet.merges}

    def _joined(self, axis: Axis, place: Place) -> Label:
        cells = tuple(cell for line in axis.lines if (cell := self._label_cell(axis, line, place)))
        text = JOIN.join(self.sheet.text(*cell) for cell in cells)
        return Label(text, self.sheet.value(*cells[0]) if len(cells) == 1 else text, cells)

    def _label_cell(self, axis: Axis, line: int, place: Place) -> Place | None:
        along = place[1] if axis.kind is AxisKind.ROWS else place[0]
        if (axis.kind, line) not in self._filled:
            self._filled[axis.kind, line] = self._fill(axis.kind, line)
        found = self._filled[axis.kind, line].get(along)
        own = (line, along) if axis.kind is AxisKind.ROWS else (along, line)
        if found is not None and found != own and ONS_CODE.search(self.sheet.text(*found)):
            return None  # a code names its own row or column only
        return found

    def _fill(self, kind: AxisKind, line: int) -> dict[int, Place]:
        """The label cell of each column (or row) of the table, blank ones filled from before."""
        rows = kind is AxisKind.ROWS
        first = self.table.first_column if rows else self.table.first_row
        last = self.last_column if rows else self.last_row
        filled: dict[int, Place] = {}
        for along in range(first, last + 1):
            own = (line, along) if rows else (along, line)
            if not self.sheet.is_blank(*own):
                filled[along] = own
            elif along - 1 in filled:
                filled[along] = filled[along - 1]
        return filled

    def _has(self, kind: AxisKind) -> bool:
        return any(axis.kind is kind for axis in _axes(self.table))

    def _lines(self, kind: AxisKind) -> list[int]:
        return [n for axis in _axes(self.table) if axis.kind is kind for n in axis.lines]

    def _grown_down(self) -> int:
        end = min(self._top_of_next(), self.sheet.height)
        row = self.table.last_row
        while row + 1 < end and self._is_labelled(row + 1):
            if not self._row_holds_values(row + 1) and not self._is_written_over(row + 1, end):
                break
            row += 1
        return row

    def _is_labelled(self, row: int) -> bool:
        labels = self._lines(AxisKind.COLUMNS)
        return any(not self.sheet.is_blank(row, column) for column in labels)

    def _row_holds_values(self, row: int) -> bool:
        columns = range(self.table.first_column, self.last_column + 1)
        return self._holds_values((row, column) for column in columns)

    def _is_written_over(self, row: int, end: int) -> bool:
        """Whether words stand where a number should: the row is the table's, and is told of.

        Its label names a period, or the table goes on in the next row. A footnote does neither.
        """
        columns = range(self.table.first_column, self.last_column + 1)
        if all(self.sheet.is_blank(row, column) for column in columns):
            return False
        labels = (self.sheet.value(row, column) for column in self._lines(AxisKind.COLUMNS))
        if any(read_period(label) is not None for label in labels):
            return True
        return row + 1 < end and self._is_labelled(row + 1) and self._row_holds_values(row + 1)

    def _grown_right(self) -> int:
        headers = self._lines(AxisKind.ROWS)
        end = min(self._left_of_next(), self.sheet.width)
        step_over = 2 if self._has_spacers(headers) else 1
        column = self.table.last_column
        while True:
            following = next(
                (
                    c
                    for c in range(column + 1, min(column + 1 + step_over, end))
                    if any(not self.sheet.is_blank(line, c) for line in headers)
                    and self._holds_values(
                        (row, c) for row in range(self.table.first_row, self.table.last_row + 1)
                    )
                ),
                None,
            )
            if following is None:
                return column
            column = following

    def _has_spacers(self, headers: list[int]) -> bool:
        rows = [*headers, *range(self.table.first_row, self.table.last_row + 1)]
        return any(
            all(self.sheet.is_blank(row, column) for row in rows)
            for column in range(self.table.first_column, self.table.last_column)
        )

    def _holds_values(self, places: Iterable[Place]) -> bool:
        return any(holds_value(self.sheet, place) for place in places)

    def _top_of_next(self) -> int:
        return min(
            (top for other in self._others if (top := _top(other)) > self.table.last_row),
            default=self.sheet.height,
        )

    def _left_of_next(self) -> int:
        return min(
            (left for other in self._others if (left := _left(other)) > self.table.last_column),
            default=self.sheet.width,
        )


def holds_value(sheet: Sheet, place: Place) -> bool:
    """Whether a cell holds a number, an error or a mark for a missing number."""
    if place in sheet.faults:
        return True
    value = sheet.value(*place)
    if isinstance(value, str):
        return is_placeholder(value) or read_number(value) is not None
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def same_text(one: str, other: str) -> bool:
    """Whether two header texts are the same, case, spaces and footnote digits aside."""
    return plain_name(one) == plain_name(other)


def _axes(table: TableRecipe) -> tuple[Axis, Axis, Axis]:
    return (table.period, table.area, table.indicator)


def _top(table: TableRecipe) -> int:
    lines = [n for axis in _axes(table) if axis.kind is AxisKind.ROWS for n in axis.lines]
    return min((table.first_row, *lines))


def _left(table: TableRecipe) -> int:
    lines = [n for axis in _axes(table) if axis.kind is AxisKind.COLUMNS for n in axis.lines]
    return min((table.first_column, *lines))
