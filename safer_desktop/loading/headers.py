"""Finds the header over a table's values: which rows are headers, units, codes or a title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from safer_desktop.loading.cells import Place
from safer_desktop.loading.grid import NUMBER, PERIOD, YEAR, Grid

_MOST_ROWS = 6
_MOST_SKIPPED = 5
_CODES_BELOW = 4
_SHORT = 60
_LONG = 90
_LONGEST = 180
_IDENTIFIER = re.compile(r"(?=[A-Z0-9]*\d|[A-Z]{4}$)[A-Z][A-Z0-9]{3}")
_CODE = re.compile(r"(?=\D*\d)[\w./+() -]{1,28}")
UNIT_WORDS = re.compile(
    r"\(?(?:£|numbers?|counts?|no\.?|%|per ?cent(?:age)?s?\b.{0,40}|rates? per .{0,60}"
    r"|per 1,?000.{0,40}|offences|thousands?|millions?|£ ?(?:millions?|bn|m|thousands?).{0,20}"
    r"|index.{0,20}|years?|\d{4} ?= ?100)\)?(?:\s?\d)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """Header rows (outermost first), the cells of units rows, and where the head begins."""

    top: int
    rows: list[int] = field(default_factory=list)
    units: list[Place] = field(default_factory=list)


def head_above(grid: Grid, first: int, labels: list[int], values: list[int], floor: int) -> Head:
    """The head over the values that begin in row ``first``; nothing above ``floor`` is its own."""
    return _Search(grid, first, labels, values, floor).head


class _Search:
    def __init__(
        self, grid: Grid, first: int, labels: list[int], values: list[int], floor: int
    ) -> None:
        self._grid = grid
        self._values = values
        self._across = range(values[0], values[-1] + 1)
        self._beside = labels or list(range(values[0]))
        self.head = Head(first)
        gap = skipped = 0
        for row in range(first - 1, floor - 1, -1):
            filled = grid.filled(row, self._across)
            beside = grid.filled(row, self._beside)
            if not filled and not beside:
                gap += not any(grid.is_covered(row, column) for column in values)
                if gap > 2:
                    break
                continue
            if not filled:
                skipped += 1
                if self.head.rows or skipped > _MOST_SKIPPED:
                    break
                continue
            if len(self.head.rows) == _MOST_ROWS or not self._take(row, filled, beside, gap):
                break
            gap = 0
            self.head.top = row

    def _take(self, row: int, filled: list[int], beside: list[int], gap: int) -> bool:
        """Take a row into the head; False if it is not part of it."""
        sheet = self._grid.sheet
        texts = [sheet.text(row, column) for column in filled]
        if NUMBER in self._grid.rows[row][self._across.start : self._across.stop]:
            if self._grid.counts_up(row, filled):
                self.head.rows.insert(0, row)
                return True
            return self._are_codes(row, texts, beside)
        if any(len(text) > _LONGEST for text in texts):
            return False
        if self.head.rows and gap and any(len(sheet.text(row, c)) > _SHORT for c in beside):
            return False
        units = [c for c, text in zip(filled, texts, strict=True) if UNIT_WORDS.fullmatch(text)]
        rest = [column for column in filled if column not in units]
        if self._is_title(row, rest, beside, gap):
            return False
        if not rest:
            self.head.units += ((row, column) for column in units)
        elif not (len(texts) > 1 and all(_IDENTIFIER.fullmatch(text) for text in texts)):
            self.head.rows.insert(0, row)
        return True

    def _are_codes(self, row: int, texts: list[str], beside: list[int]) -> bool:
        """Numbers that are industry or item codes: short, without a label, another row above."""
        above = any(
            self._grid.filled(r, self._across) for r in range(max(row - _CODES_BELOW, 0), row)
        )
        return (
            not beside
            and not self.head.rows
            and above
            and all(_CODE.fullmatch(text) for text in texts)
        )

    def _is_title(self, row: int, rest: list[int], beside: list[int], gap: int) -> bool:
        if len(rest) != 1:
            return False
        column = rest[0]
        text = self._grid.sheet.text(row, column)
        covered = any(self._grid.is_covered(row, c) for c in self._values)
        if covered:
            return False
        if len(self._values) == 1:
            return len(text) > _LONG or bool(self.head.rows and not beside and gap)
        if self.head.rows and gap:
            return True
        last = self._grid.merged.get((row, column))
        if last is not None and last[1] > column:
            return len(text) > _SHORT
        if self._grid.rows[row][column] in (PERIOD, YEAR):
            return False
        return not beside or len(text) > _LONG
