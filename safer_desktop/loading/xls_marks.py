"""Marks of old xls workbooks: formats, errors and what is hidden by xlrd, formulas and what the
workbook tells of itself from its own records ([MS-XLS])."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from safer_desktop.loading.cells import NoticeKind, Place
from safer_desktop.loading.compound import OLE, stream
from safer_desktop.loading.marks import BookMarks, Marks
from safer_desktop.loading.notices import notice

LARGEST_XLS = 24 * 1024 * 1024
"""Files beyond this are read without marks: xlrd would take too long over them."""

_FORMULA = {0x0006, 0x0206, 0x0406}
_END, _BEGIN, _SHEET, _CALC_MODE, _UNCALCED = 0x000A, 0x0809, 0x0085, 0x000D, 0x005E
_BOOK_OF_LINKS, _MACROS, _CONNECTION = 0x01AE, 0x00D3, 0x0876
_OWN_BOOK = (0x0401, 0x3A01)
_LIVE = "\x03"


def xls_marks(book: Any, data: bytes) -> BookMarks:
    """Marks of a book that xlrd opened with its formatting; ``data`` are the file's bytes."""
    names = book.sheet_names()
    found = {name: _marks_of_sheet(book, book.sheet_by_name(name)) for name in names}
    records = _Records()
    for kind, body, start in _records(_book_stream(data)):
        records.take(kind, body, start)
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
class _Records:
    """What the records tell beside the values; sheets are numbered as xlrd numbers them."""

    formulas: dict[int, set[Place]] = field(default_factory=dict)
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
        if kind in _FORMULA and len(body) >= 20 and self._sheet >= 0:
            row, column = struct.unpack_from("<HH", body)
            self.formulas.setdefault(self._sheet, set()).add((row, column))
            self._to_work_out += body[14] & 1
        elif kind == _BEGIN:
            self._depth += 1
            if self._depth == 1:
                self._sheet = self._offsets.get(start, -1)
        elif kind == _END:
            self._depth = max(self._depth - 1, 0)
        elif kind == _SHEET and len(body) >= 6 and body[5] == 0:
            self._offsets[int.from_bytes(body[:4], "little")] = len(self._offsets)
        elif kind == _CALC_MODE:
            self._by_hand = self._by_hand or body[:2] == b"\0\0"
        elif kind == _BOOK_OF_LINKS:
            self._take_link(body)
        else:
            self._unfinished = self._unfinished or kind == _UNCALCED
            self._macros = self._macros or kind == _MACROS
            self._connections = self._connections or kind == _CONNECTION

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

    def notices(self) -> Iterator[Any]:
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
