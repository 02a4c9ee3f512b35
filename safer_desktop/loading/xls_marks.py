"""Marks of old xls workbooks: formats, errors and what is hidden by xlrd, formulas and what the
workbook tells of itself from its own records ([MS-XLS])."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from safer_desktop.loading.cells import Notice, NoticeKind, Place
from safer_desktop.loading.compound import OLE, stream
from safer_desktop.loading.marks import BookMarks, Marks
from safer_desktop.loading.notices import notice

LARGEST_XLS = 24 * 1024 * 1024
"""Files beyond this are read without marks: xlrd would take too long over them."""

_FORMULA = {0x0006, 0x0206, 0x0406}
_VALUES = {0x0003, 0x0004, 0x0005, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6} | _FORMULA
_NUMBERS_IN_A_ROW = 0x00BD
_END, _BEGIN, _SHEET, _CALC_MODE, _UNCALCED = 0x000A, 0x0809, 0x0085, 0x000D, 0x005E
_BOOK_OF_LINKS, _MACROS, _CONNECTION = 0x01AE, 0x00D3, 0x0876
_DIMENSIONS, _TEXTS = 0x0200, 0x00FC
_OWN_BOOK = (0x0401, 0x3A01)
_LIVE = "\x03"
_SHORTEST_TEXT = 3


def book_records(data: bytes) -> Records:
    """What the file's records tell; raises :data:`OLE_DAMAGE` where they cannot be so."""
    stream = _book_stream(data)
    records = Records()
    for kind, body, start in _records(stream):
        if kind == _TEXTS and int.from_bytes(body[4:8], "little") > len(stream) // _SHORTEST_TEXT:
            raise ValueError("it claims to have more texts than it has")
        records.take(kind, body, start)
    return records


def xls_marks(book: Any, records: Records) -> BookMarks:
    """Marks of a book that xlrd opened with its formatting."""
    names = book.sheet_names()
    found = {name: _marks_of_sheet(book, book.sheet_by_name(name)) for name in names}
    for number, places in records.formulas.items():
        if number < len(names):
            found[names[number]].formulas |= places
    return BookMarks(found, list(records.notices()))


def _marks_of_sheet(book: Any, sheet: Any) -> Marks:
    marks = Marks()
    marks.hidden_rows.update(row for row, info in sheet.rowinfo_map.items() if info.hidden)
    marks.hidden_columns.update(at for at, info in sheet.colinfo_map.items() if info.hidden)
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            _mark_cell(book, sheet, marks, (row, column), kind)
    return marks


def _mark_cell(book: Any, sheet: Any, marks: Marks, place: Place, kind: int) -> None:
    import xlrd

    if kind == xlrd.XL_CELL_ERROR:
        marks.faults[place] = xlrd.error_text_from_code.get(sheet.cell_value(*place), "#ERROR")
    elif kind == xlrd.XL_CELL_NUMBER:
        key = book.xf_list[sheet.cell_xf_index(*place)].format_key
        code = book.format_map[key].format_str if key in book.format_map else ""
        if code and code != "General":
            marks.formats.add(*place, code)


def _book_stream(data: bytes) -> bytes:
    """The workbook's records; those of Excel 4 and older are the file itself."""
    return stream(data, ["Workbook", "Book"]) if data.startswith(OLE) else data


def _records(stream: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Kind, body and offset of each record."""
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size], at
        at += 4 + size


@dataclass(slots=True)
class Records:
    """What the records tell beside the values; sheets are numbered as xlrd numbers them.

    ``extents`` are the rows and columns of each sheet, by its values or by what it claims.
    """

    formulas: dict[int, set[Place]] = field(default_factory=dict)
    extents: dict[int, tuple[int, int]] = field(default_factory=dict)
    _offsets: dict[int, int] = field(default_factory=dict)
    _sheet: int = -1
    _depth: int = 0
    _to_work_out: int = 0
    _by_hand: bool = False
    _unfinished: bool = False
    _macros: bool = False
    _connections: bool = False
    _files: list[str] = field(default_factory=list)
    _live: bool = False

    def take(self, kind: int, body: bytes, start: int) -> None:
        """Take note of one record."""
        if kind in _VALUES or kind == _NUMBERS_IN_A_ROW:
            self._take_value(kind, body)
        elif kind == _BEGIN:
            self._depth += 1
            if self._depth == 1:
                self._sheet = self._offsets.get(start, -1)
        elif kind == _END:
            self._depth = max(self._depth - 1, 0)
        elif kind == _SHEET and len(body) >= 6 and body[5] == 0:
            self._offsets[int.from_bytes(body[:4], "little")] = len(self._offsets)
        elif kind == _DIMENSIONS and len(body) in (10, 14):
            self._take_dimensions(body)
        elif kind == _CALC_MODE:
            self._by_hand = self._by_hand or body[:2] == b"\0\0"
        elif kind == _BOOK_OF_LINKS:
            self._take_link(body)
        else:
            self._unfinished = self._unfinished or kind == _UNCALCED
            self._macros = self._macros or kind == _MACROS
            self._connections = self._connections or kind == _CONNECTION

    def _take_value(self, kind: int, body: bytes) -> None:
        if len(body) < 6:
            return
        row, column = struct.unpack_from("<HH", body)
        last = int.from_bytes(body[-2:], "little") if kind == _NUMBERS_IN_A_ROW else column
        self._reach(row + 1, max(column, last) + 1)
        if kind in _FORMULA and len(body) >= 20:
            self.formulas.setdefault(self._sheet, set()).add((row, column))
            self._to_work_out += body[14] & 1

    def _take_dimensions(self, body: bytes) -> None:
        """calamine makes room at once for as many cells as the sheet claims to have."""
        top, bottom, left, right = struct.unpack_from("<IIHH" if len(body) == 14 else "<HHHH", body)
        if top > bottom or left > right:
            raise ValueError("a sheet ends before it begins")
        self._reach(bottom, right)

    def _reach(self, rows: int, columns: int) -> None:
        old_rows, old_columns = self.extents.get(self._sheet, (0, 0))
        self.extents[self._sheet] = max(rows, old_rows), max(columns, old_columns)

    def _take_link(self, body: bytes) -> None:
        size = int.from_bytes(body[2:4], "little")
        if size in _OWN_BOOK or len(body) < 6:
            return
        wide, text = body[4] & 1, body[5:]
        path = text[: 2 * size].decode("utf-16-le", "replace") if wide else ""
        path = path or text[:size].decode("latin-1")
        if _LIVE in path and not path.startswith("\x01"):
            self._live = True
        elif path.strip("\0 "):
            self._files.append("".join("/" if sign < " " else sign for sign in path))

    def notices(self) -> Iterator[Notice]:
        """What the workbook says of itself."""
        formulas = sum(len(places) for places in self.formulas.values())
        if self._unfinished:
            yield notice(NoticeKind.NOT_RECALCULATED)
        if formulas and self._to_work_out >= formulas:
            yield notice(NoticeKind.RECALCULATE)
        if self._by_hand:
            yield notice(NoticeKind.BY_HAND)
        if self._files:
            yield notice(NoticeKind.LINKS, self._files)
        if self._live:
            yield notice(NoticeKind.LIVE_LINKS)
        if self._connections:
            yield notice(NoticeKind.CONNECTIONS)
        if self._macros:
            yield notice(NoticeKind.MACROS)
