"""What sort of content each cell of a sheet has, as strings that are quick to count in."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from safer_desktop.loading.cells import CellValue, Sheet
from safer_desktop.loading.numbers import is_placeholder, read_number
from safer_desktop.loading.period_words import MONTH_NAME
from safer_desktop.loading.periods import read_period

BLANK, NUMBER, MARK, YEAR, PERIOD, PART, TEXT = ".", "n", "m", "y", "p", "h", "t"
"""A mark stands for a missing number; a part is a month or quarter without its year."""

LABELS = YEAR + PERIOD + PART + TEXT

_FEWEST_COUNTED = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])")
_PART = re.compile(rf"(?:{MONTH_NAME}|(?:q|qtr|quarter) ?[1-4])(?: ?[†*\d]| ?\([pr]\))?")


class Grid:
    """The kinds of a sheet's cells: ``rows[3][2]`` and ``columns[2][3]`` are that of C4.

    ``covered`` are the blank cells that belong to merged cells, with the first of them.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = [
            "".join([_kind(value) for value in row]) if any(row) else BLANK * sheet.width
            for row in sheet.rows
        ]
        self._correct(sheet)
        self.columns = ["".join(column) for column in zip(*self.rows, strict=True)]
        self.merged = {(r0, c0): (r1, c1) for r0, c0, r1, c1 in sheet.merges}

    def _correct(self, sheet: Sheet) -> None:
        """Faults stand where numbers should; a number with a format of its own is no year."""
        for row, column in sheet.faults:
            self._set(row, column, NUMBER)
        for (row, column), number_format in sheet.formats.items():
            if (
                row < len(self.rows)
                and self.rows[row][column : column + 1] == YEAR
                and any(sign in number_format for sign in ",.%/E")
            ):
                self._set(row, column, NUMBER)

    def _set(self, row: int, column: int, kind: str) -> None:
        if row < len(self.rows) and column < len(self.rows[row]):
            line = self.rows[row]
            self.rows[row] = f"{line[:column]}{kind}{line[column + 1 :]}"

    def filled(self, row: int, columns: range | list[int]) -> list[int]:
        """Those of the columns in which the row is not blank."""
        line = self.rows[row]
        return [column for column in columns if line[column] != BLANK]

    def counts_up(self, row: int, columns: list[int]) -> bool:
        """Whether a row counts on from nought or one, as ages in a header do."""
        numbers = [self.sheet.value(row, c) for c in columns if self.rows[row][c] == NUMBER]
        found = [number.value for it in numbers if (number := read_number(it))]
        wanted = [found[0] + step for step in range(len(found))] if found else []
        return len(found) >= _FEWEST_COUNTED and found[0] in (0, 1) and found[:-1] == wanted[:-1]

    def is_covered(self, row: int, column: int) -> bool:
        """Whether cells merged down their own column, which begin above it, cover the cell."""
        return any(
            c0 == c1 == column and r0 < row <= r1 for (r0, c0), (r1, c1) in self.merged.items()
        )


def _kind(value: CellValue) -> str:
    if value is None:
        return BLANK
    if type(value) is float:
        return YEAR if 1950 <= value <= 2100 and value.is_integer() else NUMBER
    if isinstance(value, str):
        return _text_kind(value)
    if isinstance(value, date):
        return PERIOD
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _kind(float(value))
    return TEXT


@lru_cache(maxsize=65536)
def _text_kind(value: str) -> str:
    text = value.strip()
    if not text:
        return BLANK
    if is_placeholder(text):
        return MARK
    if _YEAR.fullmatch(text):
        return YEAR
    if _YEAR_MONTH.fullmatch(text):
        return PERIOD
    if read_number(text) is not None:
        return NUMBER
    if _PART.fullmatch(text.casefold()):
        return PART
    return PERIOD if read_period(text) is not None else TEXT
