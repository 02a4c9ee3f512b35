"""Follows a recipe's geometry on a sheet: which label belongs to a cell, how far a table runs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from safer_desktop.loading.areas import ONS_CODE, plain_name
from safer_desktop.loading.cells import CellValue, Place, Sheet, Workbook, a1
from safer_desktop.loading.growth import grown
from safer_desktop.loading.period_words import MONTH_NAME
from safer_desktop.loading.recipes import JOIN, Axis, AxisKind, TableRecipe

_MOST_HEADINGS = 3
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
        self.last_row, self.last_column = grown(sheet, table, others)

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
        if axis.also is None and axis.kind is AxisKind.FIXED:
            return Label(axis.fixed, axis.fixed)
        texts: list[str] = []
        cells: list[Place] = []
        for part in axis.parts:
            match part.kind:
                case AxisKind.FIXED:
                    texts.append(part.fixed)
                case AxisKind.SHEET:
                    texts.append(self.sheet.name.strip())
                case _:
                    found = self._cells(part, place)
                    texts += (self.sheet.text(*cell) for cell in found)
                    cells += found
        alone = self.sheet.value(*cells[0]) if len(texts) == len(cells) == 1 else None
        text = JOIN.join(filter(None, texts))
        return Label(text, text if alone is None else alone, tuple(cells))

    def heading_cells(self, part: Axis) -> list[Place]:
        """The headings between the rows that a SECTIONS axis reads."""
        return [(row, c) for row, c in self._heading_rows.items() if c in part.lines]

    def addresses(self, cells: Sequence[Place]) -> str:
        """Where labels stand: ``C4``, ``B3:D3`` for merged cells, ``B3:D3, C4`` for several."""
        return ", ".join(self._address(cell) for cell in cells)

    def _address(self, cell: Place) -> str:
        last = self._merged.get(cell)
        return f"{a1(*cell)}:{a1(*last)}" if last else a1(*cell)

    def _cells(self, part: Axis, place: Place) -> list[Place]:
        row, column = place
        match part.kind:
            case AxisKind.CELL:
                return [(part.lines[0], part.lines[1])]
            case AxisKind.ROWS:
                return [c for line in part.lines if (c := self._in_rows[line].get(column))]
            case AxisKind.COLUMNS:
                return [c for line in part.lines if (c := self._in_columns[line].get(row))]
            case _:
                return [c for line in part.lines for c in self._headings[line].get(row, ())]

    @cached_property
    def _merged(self) -> dict[Place, Place]:
        """The last cell of merged cells by their first."""
        return {(r0, c0): (r1, c1) for r0, c0, r1, c1 in self.sheet.merges}

    @cached_property
    def _in_rows(self) -> dict[int, dict[int, Place]]:
        """The label cell of each column of the table, by header row.

        Where some header rows group columns by merged cells, the others group none.
        """
        lines = self.table.lines(AxisKind.ROWS)
        columns = range(self.table.first_column, self.last_column + 1)
        grouped = {
            r0
            for r0, c0, r1, c1 in self.sheet.merges
            if r0 in lines and c1 > c0 and c0 <= columns[-1] and c1 >= columns[0]
        }
        begun: set[int] = set()
        filled: dict[int, dict[int, Place]] = {}
        for line in lines:
            alone = bool(grouped) and line not in grouped
            filled[line] = self._spread([(line, c) for c in columns], 1, begun, alone=alone)
        return filled

    @cached_property
    def _in_columns(self) -> dict[int, dict[int, Place]]:
        """The label cell of each row of the table, by label column."""
        rows = range(self.table.first_row, self.last_row + 1)
        headings = self._heading_rows
        begun: set[int] = set()
        return {
            line: self._spread([(r, line) for r in rows], 0, begun, headings)
            for line in self.table.lines(AxisKind.COLUMNS)
        }

    def _spread(
        self,
        cells: list[Place],
        along: int,
        begun: set[int],
        barriers: Container[int] = (),
        *,
        alone: bool = False,
    ) -> dict[int, Place]:
        """The labels of one line, spread over the blank cells that follow them.

        ``begun`` are the places where lines further out have a label of their own; those of this
        line are added. At ``barriers`` every label ends; with ``alone`` none is spread.
        """
        filled: dict[int, Place] = {}
        source: Place | None = None
        own: set[int] = set()
        for cell in cells:
            at = cell[along]
            if at in barriers:
                source = None
            elif not self.sheet.is_blank(*cell):
                source = filled[at] = cell
                own.add(at)
            elif at in begun or (source and self._ends_before(source, at, along)):
                source = None
            elif source is None or self._is_code(source):
                continue
            elif not alone or self._reaches(source, at, along):
                filled[at] = source
        begun |= own
        return filled

    def _ends_before(self, cell: Place, at: int, along: int) -> bool:
        """Whether the label is in merged cells that end before this row or column.

        A heading merged only downwards names its own column.
        """
        last = self._merged.get(cell)
        return last is not None and last[along] < at and (along == 1 or cell[along] < last[along])

    def _reaches(self, cell: Place, at: int, along: int) -> bool:
        last = self._merged.get(cell)
        return last is not None and at <= last[along]

    def _is_code(self, cell: Place) -> bool:
        """A code names its own row or column only."""
        return ONS_CODE.search(self.sheet.text(*cell)) is not None

    @cached_property
    def _heading_rows(self) -> dict[int, int]:
        """Rows that hold nothing but one heading, with its column."""
        columns = self.table.lines(AxisKind.SECTIONS)
        if not columns:
            return {}
        left = min((*columns, *self.table.lines(AxisKind.COLUMNS), self.table.first_column))
        headers = self.table.lines(AxisKind.ROWS)
        top = headers[-1] + 1 if headers else max(self.table.first_row - _MOST_HEADINGS, 0)
        found: dict[int, int] = {}
        for row in range(top, self.last_row + 1):
            filled = [
                column
                for column in range(left, self.last_column + 1)
                if not self.sheet.is_blank(row, column)
            ]
            if len(filled) == 1 and filled[0] in columns:
                found[row] = filled[0]
        return found

    @cached_property
    def _headings(self) -> dict[int, dict[int, tuple[Place, ...]]]:
        """The headings over each row, by the column they stand in; several rows may make one."""
        columns = self.table.lines(AxisKind.SECTIONS)
        above: dict[int, tuple[Place, ...]] = {}
        over: dict[int, dict[int, tuple[Place, ...]]] = {column: {} for column in columns}
        first = min((*self._heading_rows, self.table.first_row))
        for row in range(first, self.last_row + 1):
            column = self._heading_rows.get(row)
            if column is None:
                for heading_column, cells in above.items():
                    over[heading_column][row] = cells
            else:
                goes_on = self._heading_rows.get(row - 1) == column
                above[column] = (*(above.get(column, ()) if goes_on else ()), (row, column))
        return over


def same_text(one: str, other: str) -> bool:
    """Whether two header texts are the same, case, spaces and footnote digits aside."""
    return plain_name(one) == plain_name(other)
