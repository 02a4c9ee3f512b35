"""Reads a sheet of any size into text fields, without a Python object for any cell.

Every value is read as text: reading a column as dates or numbers would leave out, and never tell,
the cells that hold something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from safer_desktop.loading.extract_csv import Block
from safer_desktop.loading.extract_fields import PAD, Fields
from safer_desktop.loading.refusals import SAVE_AS_XLSX, refuse

ROWS_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's columns as fields, from row 1 down to its last row that is not blank.

    Columns are counted from A; one without a value has no entry.
    """

    columns: dict[int, Fields]
    height: int

    @property
    def width(self) -> int:
        """Number of columns from A to the last with a value."""
        return max(self.columns, default=-1) + 1

    def rows(self, first: int, last: int) -> list[list[str]]:
        """The texts of some rows, counted from 0."""
        return [
            [
                self.columns[column].text(row).decode("utf-8", "ignore")
                if column in self.columns
                else ""
                for column in range(self.width)
            ]
            for row in range(first, min(last, self.height))
        ]

    def blocks(self, columns: Sequence[int], first: int) -> Iterator[Block]:
        """The rows from ``first`` (counted from 0) on, with the fields of these columns."""
        nothing = np.empty(0, np.int64)
        for start in range(first, self.height, ROWS_AT_ONCE):
            rows = slice(start, min(start + ROWS_AT_ONCE, self.height))
            numbers = np.arange(rows.start + 1, rows.stop + 1, dtype=np.int64)
            fields = tuple(self._part(column, rows) for column in columns)
            yield Block(numbers, fields, nothing, nothing)

    def _part(self, column: int, rows: slice) -> Fields:
        whole = self.columns.get(column)
        if whole is None:
            nothing = np.zeros(rows.stop - rows.start, np.int64)
            return Fields(np.zeros(PAD, np.uint8), nothing, nothing)
        return Fields(whole.buffer, whole.starts[rows], whole.lengths[rows])


class SheetReader:
    """The sheets of a workbook. Raises :class:`LoadError` for what cannot be read."""

    def __init__(self, source: Path | bytes, name: str) -> None:
        import fastexcel

        self._name = name
        self._errors = fastexcel.FastExcelError
        try:
            self._book = fastexcel.read_excel(source)
        except self._errors as error:
            refuse(f"The workbook cannot be read ({_first_line(error)}).", name, SAVE_AS_XLSX)

    @property
    def names(self) -> list[str]:
        """The names of the sheets in their order."""
        return self._book.sheet_names

    def read(self, sheet: str, wanted: Sequence[int] | None = None) -> Grid:
        """A sheet, all its cells as text; of the ``wanted`` columns (from A), if they are named.

        A wanted column that the sheet does not have is no error, but blank.
        """
        import nanoarrow

        def is_wanted(column: Any) -> bool:
            return wanted is None or column.absolute_index in wanted

        try:
            loaded = self._book.load_sheet(
                sheet,
                header_row=None,
                skip_rows=0,
                schema_sample_rows=1,
                dtypes="string",
                use_columns=is_wanted,
            )
            places = [column.absolute_index for column in loaded.selected_columns]
            table = nanoarrow.c_array(loaded)
            del loaded  # the cells of all columns, which take most of the memory
        except self._errors as error:
            refuse(
                f"Sheet '{sheet}' cannot be read ({_first_line(error)}).", self._name, SAVE_AS_XLSX
            )
        columns = {}
        height = 0
        for place, number in zip(places, range(table.n_children), strict=True):
            fields = _fields(table.child(number))
            filled = np.flatnonzero(fields.lengths)
            if len(filled):
                columns[place] = fields
                height = max(height, int(filled[-1]) + 1)
        return Grid(columns, height)


def _fields(array: Any) -> Fields:
    """A text column's bytes with room behind them, and where each cell's text lies."""
    view = array.view()
    offsets = np.asarray(view.buffer(1), np.int64)[array.offset : array.offset + array.length + 1]
    data = (
        np.frombuffer(view.buffer(2), np.uint8)
        if view.buffer(2).size_bytes
        else np.empty(0, np.uint8)
    )
    padded = np.concatenate([data, np.zeros(PAD, np.uint8)])
    return Fields(padded, offsets[:-1], np.diff(offsets))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
