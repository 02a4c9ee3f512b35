"""Cells: what a workbook holds, each value with its address, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from safer_desktop.domain.display import round_half_up

CellValue = str | float | bool | date | datetime | time | None
Place = tuple[int, int]
"""Row and column of a cell, both counted from 0."""

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells, counted from 0, inclusive."""

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_DECIMALS = re.compile(r"\.(0+)")
_DECORATION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')


class WorkbookKind(StrEnum):
    """File formats, told by content and never by the file's ending."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    TEXT = "text"
    WEB_PAGE = "web page"
    PASTED = "pasted"

    @property
    def holds_only_text(self) -> bool:
        """Whether every value is text, since the format has no numbers."""
        return self in (WorkbookKind.TEXT, WorkbookKind.WEB_PAGE, WorkbookKind.PASTED)


class NoticeKind(StrEnum):
    """What a workbook tells of itself that its figures hang on."""

    NOT_RECALCULATED = "saved without working out its formulas"
    RECALCULATE = "formulas to be worked out anew on opening"
    BY_HAND = "formulas worked out only by hand"
    LINKS = "takes figures from other workbooks"
    LIVE_LINKS = "live links to other programs"
    CONNECTIONS = "takes figures by data connections"
    MACROS = "macros"


STALE = frozenset({NoticeKind.NOT_RECALCULATED, NoticeKind.RECALCULATE, NoticeKind.BY_HAND})
"""Notices under which the stored results of formulas may be out of date."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A fact about a whole workbook, in a sentence."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` start at A1 and are as wide as the widest of them; blank is ``None``.

    ``formats`` has the number format of cells that have one of their own, where the file format
    tells it. ``faults`` has cells that look blank or wrong but are not: ``#REF!``, or a formula
    whose result was never stored; a formula whose stored result is empty text is blank, and no
    fault. ``formulas`` are the cells that hold a formula, ``linked`` those of them whose formula
    names another workbook (told of xlsx and ods). Text tables have none of these marks.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    formats: Mapping[Place, str] = field(default_factory=dict)
    faults: Mapping[Place, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: frozenset[Place] = frozenset()
    linked: frozenset[Place] = frozenset()

    @property
    def height(self) -> int:
        """Number of rows from row 1 to the last that holds anything."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Number of columns from column A to the last that holds anything."""
        return len(self.rows[0]) if self.rows else 0

    def value(self, row: int, column: int) -> CellValue:
        """The value of a cell; ``None`` outside the sheet."""
        if 0 <= row < self.height and 0 <= column < self.width:
            return self.rows[row][column]
        return None

    def text(self, row: int, column: int) -> str:
        """The cell as it is shown, without spaces around it: ``37%`` for 0.37 formatted ``0%``."""
        fault = self.faults.get((row, column))
        if fault is not None:
            return fault
        return shown(self.value(row, column), self.formats.get((row, column), ""))

    def is_blank(self, row: int, column: int) -> bool:
        """Whether the cell holds nothing, not even an error."""
        value = self.value(row, column)
        if isinstance(value, str):
            return not value.strip() and (row, column) not in self.faults
        return value is None and (row, column) not in self.faults


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets in their order, with the file's bare name, SHA-256 and size in bytes.

    ``notices`` tell what the file says of itself: that stored results may be out of date, or
    come from elsewhere.
    """

    name: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]
    kind: WorkbookKind
    notices: tuple[Notice, ...] = ()

    @property
    def may_be_stale(self) -> bool:
        """Whether stored results of formulas may be out of date, by what the file itself says."""
        return any(notice.kind in STALE for notice in self.notices)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of this name, spaces around it and case aside; ``None`` if there is none."""
        wanted = name.strip().casefold()
        return next((s for s in self.sheets if s.name.strip().casefold() == wanted), None)


def a1(row: int, column: int) -> str:
    """The address of a cell: ``a1(11, 2)`` is ``C12``."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """``C`` for column 2."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def parse_a1(address: str) -> Place:
    """Row and column of an address, from 0; raises :class:`ValueError` if it is none."""
    match = _A1.fullmatch(address.strip())
    if match is None:
        raise ValueError(f"'{address}' is not the address of a cell.")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def shown(value: CellValue, number_format: str = "") -> str:
    """A value as text: numbers by their format's percent sign, commas and decimals."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _shown_number(float(value), number_format)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()


def is_percent_format(number_format: str) -> bool:
    """Whether numbers of this format are fractions shown times 100 with a percent sign."""
    return "%" in _DECORATION.sub("", number_format)


def _shown_number(value: float, number_format: str) -> str:
    pattern = _DECORATION.sub("", number_format.split(";")[0])
    percent = "%" in pattern
    if percent:
        value *= 100
    if not percent and "0" not in pattern:
        return _plain(value)
    decimals_found = _DECIMALS.search(pattern)
    decimals = len(decimals_found[1]) if decimals_found else 0
    if "E" in pattern.upper() or "/" in pattern:
        return _plain(value)
    commas = "," if "#,#" in pattern or "0,0" in pattern else ""
    text = f"{round_half_up(value, decimals):{commas}.{decimals}f}"
    return f"{text}%" if percent else text


def _plain(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
