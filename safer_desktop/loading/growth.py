"""How far a recipe's table runs on an actual sheet: later files have more rows and columns."""

from __future__ import annotations

from collections.abc import Iterable

from safer_desktop.loading.cells import Place, Sheet
from safer_desktop.loading.numbers import is_placeholder, read_number
from safer_desktop.loading.periods import read_period
from safer_desktop.loading.recipes import AxisKind, TableRecipe

_LARGEST_GAP = 2
_MOST_HEADINGS = 3


def grown(sheet: Sheet, table: TableRecipe, others: Iterable[TableRecipe]) -> tuple[int, int]:
    """The last row and column of the table; its labels and values run on to there.

    It ends before the next of the ``others`` on its sheet.
    """
    growth = _Growth(sheet, table, [it for it in others if it is not table])
    return growth.last_row, growth.last_column


class _Growth:
    def __init__(self, sheet: Sheet, table: TableRecipe, others: list[TableRecipe]) -> None:
        self._sheet = sheet
        self._table = table
        self._others = [it for it in others if it.sheet == table.sheet]
        self.last_row = table.last_row
        self.last_column = table.last_column
        if table.grows_right and table.lines(AxisKind.ROWS):
            self.last_column = self._grown_right()
        if table.grows_down and table.lines(AxisKind.COLUMNS):
            self.last_row = self._grown_down()

    def _grown_down(self) -> int:
        end = min(self._top_of_next(), self._sheet.height)
        row = self._table.last_row
        gap = self._gap_between_rows()
        while True:
            following = next(
                (
                    r
                    for r in range(row + 1, min(row + 2 + gap, end))
                    if self._is_labelled(r)
                    and (self._row_holds_values(r) or self._is_written_over(r, end))
                ),
                None,
            )
            if following is None or not self._may_step_over(range(row + 1, following)):
                return row
            row = following

    def _gap_between_rows(self) -> int:
        """How many rows without values may stand between two with values, as they do above."""
        sections = bool(self._table.lines(AxisKind.SECTIONS))
        longest = run = 0
        for row in range(self._table.first_row, self._table.last_row):
            run = 0 if self._row_holds_values(row) else run + 1
            longest = max(longest, run)
        return min(longest, _LARGEST_GAP + (_MOST_HEADINGS if sections else 0))

    def _may_step_over(self, rows: range) -> bool:
        """Whether these rows are blank, or headings in a table that has such."""
        headings = self._table.lines(AxisKind.SECTIONS)
        left = min((*self._table.lines(AxisKind.COLUMNS), self._table.first_column))
        return all(
            column in headings or self._sheet.is_blank(row, column)
            for row in rows
            for column in range(left, self.last_column + 1)
        )

    def _is_labelled(self, row: int) -> bool:
        labels = self._table.lines(AxisKind.COLUMNS)
        return any(not self._sheet.is_blank(row, column) for column in labels)

    def _row_holds_values(self, row: int) -> bool:
        columns = range(self._table.first_column, self.last_column + 1)
        return any(holds_value(self._sheet, (row, column)) for column in columns)

    def _is_written_over(self, row: int, end: int) -> bool:
        """Whether words stand where a number should: the row is the table's, and is told of.

        Its label names a period, or the table goes on in the next row. A footnote does neither.
        """
        columns = range(self._table.first_column, self.last_column + 1)
        if all(self._sheet.is_blank(row, column) for column in columns):
            return False
        labels = (self._sheet.value(row, c) for c in self._table.lines(AxisKind.COLUMNS))
        if any(read_period(label) is not None for label in labels):
            return True
        return row + 1 < end and self._is_labelled(row + 1) and self._row_holds_values(row + 1)

    def _grown_right(self) -> int:
        headers = self._table.lines(AxisKind.ROWS)
        end = min(self._left_of_next(), self._sheet.width)
        step_over = 2 if self._has_spacers(headers) else 1
        column = self._table.last_column
        while True:
            following = next(
                (
                    c
                    for c in range(column + 1, min(column + 1 + step_over, end))
                    if any(not self._sheet.is_blank(line, c) for line in headers)
                    and self._column_holds_values(c)
                ),
                None,
            )
            if following is None:
                return column
            column = following

    def _column_holds_values(self, column: int) -> bool:
        rows = range(self._table.first_row, self._table.last_row + 1)
        return any(holds_value(self._sheet, (row, column)) for row in rows)

    def _has_spacers(self, headers: tuple[int, ...]) -> bool:
        rows = [*headers, *range(self._table.first_row, self._table.last_row + 1)]
        return any(
            all(self._sheet.is_blank(row, column) for row in rows)
            for column in range(self._table.first_column, self._table.last_column)
        )

    def _top_of_next(self) -> int:
        tops = (
            min((other.first_row, *other.lines(AxisKind.ROWS)))
            for other in self._others
            if self._shares_columns(other)
        )
        return min((top for top in tops if top > self._table.last_row), default=self._sheet.height)

    def _shares_columns(self, other: TableRecipe) -> bool:
        return _left(other) <= self.last_column and other.last_column >= _left(self._table)

    def _left_of_next(self) -> int:
        lefts = (_left(other) for other in self._others)
        return min(
            (left for left in lefts if left > self._table.last_column), default=self._sheet.width
        )


def holds_value(sheet: Sheet, place: Place) -> bool:
    """Whether a cell holds a number, an error or a mark for a missing number."""
    if place in sheet.faults:
        return True
    value = sheet.value(*place)
    if isinstance(value, str):
        return is_placeholder(value) or read_number(value) is not None
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _left(table: TableRecipe) -> int:
    return min((table.first_column, *table.lines(AxisKind.COLUMNS, AxisKind.SECTIONS)))
