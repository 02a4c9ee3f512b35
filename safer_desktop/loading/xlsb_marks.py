"""Marks of xlsb workbooks, from their binary records ([MS-XLSB])."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Iterator

from safer_desktop.loading.cells import NoticeKind
from safer_desktop.loading.marks import BUILT_IN, BookMarks, Marks, TooLargeError, format_codes
from safer_desktop.loading.notices import notice
from safer_desktop.loading.xlsx_marks import archive_notices, find, relations

LARGEST_SHEET = 96 * 1024 * 1024

_ROW, _ERROR, _NUMBERS = 0, {3, 11}, {2, 5, 9}
_FIRST_CELL, _LAST_CELL, _BLANK, _FIRST_FORMULA = 1, 11, 1, 8
_SHORTEST_ROW = 12
_COLUMN, _MERGE = 60, 176
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_SHEET, _CALCULATION = 156, 157
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def xlsb_marks(data: bytes) -> BookMarks:
    """The marks of every sheet that is in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = BookMarks(notices=archive_notices(archive))
        formats = _cell_formats(archive)
        targets = relations(archive, "xl/_rels/workbook.bin.rels")
        seen: set[str] = set()
        for kind, body in _records(archive, "xl/workbook.bin"):
            if kind == _SHEET:
                relation, at = _text(body, 8)
                name, _ = _text(body, at)
                path = posixpath.normpath(posixpath.join("xl", targets.get(relation, "")))
                part = find(archive, path.casefold())
                if part is not None:
                    if part in seen:
                        raise ValueError(f"sheet '{name}' is another sheet's part")
                    seen.add(part)
                    if archive.getinfo(part).file_size > LARGEST_SHEET:
                        raise TooLargeError(name)
                    book.sheets[name] = _marks_of_sheet(archive, part, formats)
            elif kind == _CALCULATION and len(body) >= 26:
                _take_calculation(book, body)
        return book


def _take_calculation(book: BookMarks, body: bytes) -> None:
    flags = body[24]
    if flags & 0x10:
        book.notices.append(notice(NoticeKind.NOT_RECALCULATED))
    if flags & 0x01:
        book.notices.append(notice(NoticeKind.RECALCULATE))
    if body[4:8] == b"\0\0\0\0":
        book.notices.append(notice(NoticeKind.BY_HAND))


def _records(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record of a part; none if the part is not there."""
    found = find(archive, part.casefold())
    if found is None:
        return
    data = archive.read(found)
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[at : at + size]
        at += size


def _text(body: bytes, at: int) -> tuple[str, int]:
    """The text that begins at an offset, and where it ends."""
    if len(body) < at + 4:
        return "", at
    (size,) = struct.unpack_from("<I", body, at)
    if size == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * size
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _cell_formats(archive: zipfile.ZipFile) -> list[str]:
    codes = dict(BUILT_IN)
    styles: list[int] = []
    in_cells = False
    for kind, body in _records(archive, "xl/styles.bin"):
        if kind == _FORMAT and len(body) >= 2:
            codes[int.from_bytes(body[:2], "little")] = _text(body, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            in_cells = kind == _STYLES_BEGIN
        elif kind == _STYLE and in_cells:
            styles.append(int.from_bytes(body[2:4], "little"))
    return format_codes(styles, codes)


def _marks_of_sheet(archive: zipfile.ZipFile, part: str, formats: list[str]) -> Marks:
    marks, row = Marks(), -1
    for kind, body in _records(archive, part):
        if kind == _ROW:
            if len(body) < _SHORTEST_ROW:
                raise ValueError("a row of a sheet is cut short")
            above, row = row, int.from_bytes(body[:4], "little")
            if row <= above:
                # calamine would make room for all the rows between the last one and the first.
                raise ValueError("the rows of a sheet are out of order")
            if body[11] & 0x10:
                marks.hidden_rows.add(row)
        elif _FIRST_CELL <= kind <= _LAST_CELL and len(body) >= 8:
            _mark_cell(marks, row, kind, body, formats)
        elif kind == _COLUMN and len(body) >= 18 and body[16] & 1:
            first, last = struct.unpack_from("<II", body)
            marks.hidden_columns.update(range(first, min(last, 16383) + 1))
        elif kind == _MERGE and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            marks.merges.append((top, left, bottom, right))
    return marks


def _mark_cell(marks: Marks, row: int, kind: int, body: bytes, formats: list[str]) -> None:
    column = int.from_bytes(body[:4], "little")
    if kind != _BLANK:
        marks.reach(row, column)
    if kind in _ERROR:
        marks.faults[row, column] = _ERRORS.get(body[8] if len(body) > 8 else -1, "#ERROR")
    elif kind in _NUMBERS:
        style = int.from_bytes(body[4:7], "little")
        code = formats[style] if style < len(formats) else ""
        if code:
            marks.formats.add(row, column, code)
    if kind >= _FIRST_FORMULA:
        marks.formulas.add((row, column))
