"""Marks of xlsx and xlsm workbooks, from the XML of their sheets.

A sheet as spreadsheet programs write it is searched by patterns, piece by piece: five times as
fast as following its XML, which is what is done where anything in it is out of the ordinary.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO

from safer_desktop.loading.cells import Notice, NoticeKind, parse_a1
from safer_desktop.loading.marks import (
    BUILT_IN,
    CHUNK,
    NO_RESULT,
    BookMarks,
    Marks,
    TooLargeError,
    format_codes,
    local,
    parse,
)
from safer_desktop.loading.notices import notice
from safer_desktop.loading.xlsx_sheet_pass import SheetPass, is_true, names_other_workbook

LARGEST_UNUSUAL = 64 * 1024 * 1024
"""Bytes of XML up to which a sheet of an unusual writer is followed element by element."""

_PLACE = rb'r="([A-Z]{1,3})([1-9]\d{0,6})"'
_RESULT = rb"(<v[^>]*?(?:/>|>([^<]*)</v>))?"
_OTHER_QUOTES = re.compile(rb"<(?:row|f|col)\b[^>]*='")
_CELL = re.compile(
    rb"<c " + _PLACE + rb'(?: s="(\d+)")?(?: t="([a-zA-Z]+)")?(?: (?:cm|vm|ph)="\w+")*(/?)>'
)
_NO_USUAL_CELL = (b"<c>", b"<c\n", b"<c\r", b"<c\t", b'"></c>', b"<!")
_ERROR = re.compile(
    rb"<c " + _PLACE + rb'[^>/]* t="e"[^>/]*>\s*(?:<f[^>]*?(?:/>|>[^<]*</f>)\s*)?' + _RESULT
)
_FORMULA = re.compile(
    rb"<c " + _PLACE + rb"([^>/]*)>\s*<f\b([^>]*?)(?:/>|>([^<]*)</f>)\s*" + _RESULT
)
_HIDDEN_ROW = re.compile(rb'<row\b(?=[^>]* r="(\d+)")[^>]* hidden="(?:1|true)"')
_ROW_WITHOUT_NUMBER = re.compile(rb'<row\b(?![^>]* r="\d+")')
_HIDDEN_COLUMNS = re.compile(rb'<col\b(?=[^>]* hidden="(?:1|true)")([^>]*)>')
_NUMBER = (b"", b"n")
_CLAIMED_TEXTS = re.compile(rb"\buniqueCount\s*=\s*[\"']\s*(\d{1,20})")
_LONGEST_HEAD = 4096
_SHORTEST_TEXT = len("<si/>")
_SHARED = re.compile(rb' si="(\d+)"')
_TYPE = re.compile(rb' t="(\w+)"')


def xlsx_marks(data: bytes) -> BookMarks:
    """The marks of every sheet that is in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_claims(archive)
        formats = _cell_formats(archive)
        book = BookMarks(notices=archive_notices(archive))
        for name, part in sheet_parts(archive, book):
            marks = _quick_pass(archive, part, formats)
            if marks is None:
                if archive.getinfo(part).file_size > LARGEST_UNUSUAL:
                    raise TooLargeError(name)
                pass_ = SheetPass(formats)
                parse(archive, part, pass_.start, pass_.end, pass_.text)
                marks = pass_.marks
            book.sheets[name] = marks
        return book


def check_claims(archive: zipfile.ZipFile) -> None:
    """Raise :class:`ValueError` for a file that claims more shared texts than it can have: calamine
    makes room for them at once."""
    part = find(archive, "xl/sharedstrings.xml")
    if part is None:
        return
    with archive.open(part) as stream:
        claimed = _CLAIMED_TEXTS.search(stream.read(_LONGEST_HEAD))
    if claimed and int(claimed[1]) > archive.getinfo(part).file_size // _SHORTEST_TEXT:
        raise ValueError(f"it claims to have {int(claimed[1]):,} texts, but has fewer")


def find(archive: zipfile.ZipFile, part: str) -> str | None:
    """The name under which the archive has a part, whatever its case."""
    return next((n for n in archive.namelist() if n.casefold() == part), None)


def sheet_parts(archive: zipfile.ZipFile, told: BookMarks) -> Iterator[tuple[str, str]]:
    """Names of the sheets and of their parts; ``told`` takes what the book says of itself."""
    book = find(archive, "xl/workbook.xml")
    if book is None:
        return
    targets = relations(archive, "xl/_rels/workbook.xml.rels")
    sheets: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            sheets.append((attributes.get("name", ""), relation))
        elif name == "calcPr":
            told.notices += _calculation(attributes)

    parse(archive, book, start)
    names = {name.casefold(): name for name in archive.namelist()}
    seen: set[str] = set()
    for name, relation in sheets:
        target = targets.get(relation, "").replace("\\", "/")
        for path in (target.lstrip("/"), posixpath.join("xl", target)):
            part = names.get(posixpath.normpath(path).casefold())
            if part is not None:
                if part in seen:
                    raise ValueError(f"sheet '{name}' is another sheet's part")
                seen.add(part)
                yield name, part
                break


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Targets by id out of a part that lists relations; none if it is not there."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    found = find(archive, part.casefold())
    if found is not None:
        parse(archive, found, start)
    return targets


def _calculation(attributes: dict[str, str]) -> Iterator[Notice]:
    if attributes.get("calcCompleted") in ("0", "false"):
        yield notice(NoticeKind.NOT_RECALCULATED)
    if is_true(attributes.get("fullCalcOnLoad")):
        yield notice(NoticeKind.RECALCULATE)
    if attributes.get("calcMode") == "manual":
        yield notice(NoticeKind.BY_HAND)


def archive_notices(archive: zipfile.ZipFile) -> list[Notice]:
    """What the parts of an xlsx or xlsb tell: links, connections, macros."""
    names = [name.casefold() for name in archive.namelist()]
    found: list[Notice] = []
    books: list[str] = []
    live = False
    for part in names:
        if part.startswith("xl/externallinks/_rels/"):
            books += relations(archive, part).values()
        elif part.startswith("xl/externallinks/") and part.endswith(".xml"):
            live = live or _is_live(archive, part)
    if books:
        found.append(notice(NoticeKind.LINKS, books))
    if live:
        found.append(notice(NoticeKind.LIVE_LINKS))
    if "xl/connections.xml" in names or "xl/connections.bin" in names:
        found.append(notice(NoticeKind.CONNECTIONS))
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        found.append(notice(NoticeKind.MACROS))
    return found


def _is_live(archive: zipfile.ZipFile, part: str) -> bool:
    live = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal live
        live = live or local(name) == "ddeLink"

    parse(archive, find(archive, part) or part, start)
    return live


def _cell_formats(archive: zipfile.ZipFile) -> list[str]:
    """Number format by style index; "General" and built-in dates have none."""
    part = find(archive, "xl/styles.xml")
    if part is None:
        return []
    codes = dict(BUILT_IN)
    styles: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        inside.append(name)
        if name == "numFmt" and attributes.get("numFmtId", "").isdecimal():
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside:
            number = attributes.get("numFmtId", "0")
            styles.append(int(number) if number.isdecimal() else 0)

    parse(archive, part, start, lambda _: inside.pop())
    return format_codes(styles, codes)


def _quick_pass(archive: zipfile.ZipFile, part: str, formats: list[str]) -> Marks | None:
    """The sheet's marks by patterns; ``None`` if it is not as programs usually write it."""
    quick = _QuickPass(formats)
    with archive.open(part) as stream:
        for number, piece in enumerate(_pieces(stream)):
            if number == 0 and b"<worksheet" not in piece[:CHUNK]:
                return None
            if not quick.take(piece):
                return None
    return quick.marks


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The sheet's bytes, cut before rows."""
    rest = b""
    while chunk := stream.read(CHUNK):
        rest += chunk
        cut = rest.rfind(b"<row")
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > LARGEST_UNUSUAL:
            break
    yield rest


class _QuickPass:
    def __init__(self, formats: list[str]) -> None:
        self.marks = Marks()
        self._formats = {str(n).encode(): code for n, code in enumerate(formats) if code}
        self._columns: dict[bytes, int] = {}
        self._linked_shared: set[bytes] = set()

    def take(self, piece: bytes) -> bool:
        """Mark what is in a piece; ``False`` if it is not as programs usually write it."""
        cells = _CELL.findall(piece)
        if (
            len(cells) != piece.count(b"<c ")
            or any(sign in piece for sign in _NO_USUAL_CELL)
            or (b"='" in piece and _OTHER_QUOTES.search(piece))
            or (b'hidden="' in piece and not self._take_hidden(piece))
        ):
            return False
        self._take_cells(cells)
        if b' t="e"' in piece:
            for letters, row, _, value in _ERROR.findall(piece):
                place = (int(row) - 1, self._column(letters))
                self.marks.faults[place] = value.decode("utf-8", "replace").strip() or "#ERROR"
        if b"<f" in piece:
            self._take_formulas(piece)
        return True

    def _take_hidden(self, piece: bytes) -> bool:
        if _ROW_WITHOUT_NUMBER.search(piece):
            return False
        self.marks.hidden_rows.update(int(row) - 1 for row in _HIDDEN_ROW.findall(piece))
        for attributes in _HIDDEN_COLUMNS.findall(piece):
            self.marks.hidden_columns.update(_columns_of(attributes))
        return True

    def _take_cells(self, cells: list[tuple[bytes, ...]]) -> None:
        columns = {letters for letters, _, _, _, closed in cells if not closed}
        rows = {row for _, row, _, _, closed in cells if not closed}
        if columns:
            self.marks.reach(max(map(int, rows)) - 1, max(map(self._column, columns)))
        formats = self._formats
        if formats:
            for letters, row, style, kind, closed in cells:
                if style in formats and kind in _NUMBER and not closed:
                    self.marks.formats.add(int(row) - 1, self._column(letters), formats[style])

    def _take_formulas(self, piece: bytes) -> None:
        marks = self.marks
        for letters, row, cell, attributes, formula, result, value in _FORMULA.findall(piece):
            place = (int(row) - 1, self._column(letters))
            marks.formulas.add(place)
            shared = _SHARED.search(attributes)
            if b"[" in formula and names_other_workbook(formula.decode("utf-8", "replace")):
                marks.linked.add(place)
                if shared:
                    self._linked_shared.add(shared[1])
            elif shared and shared[1] in self._linked_shared and not formula:
                marks.linked.add(place)
            kind = _TYPE.search(cell)
            number = kind is None or kind[1] in _NUMBER
            is_error = kind is not None and kind[1] == b"e"
            if not is_error and (not result or (number and not value.strip())):
                marks.faults[place] = NO_RESULT
                marks.reach(*place)

    def _column(self, letters: bytes) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = parse_a1(f"{letters.decode()}1")[1]
        return column


def _columns_of(attributes: bytes) -> range:
    first, last = (
        int(found[1]) if (found := re.search(name + rb'="(\d{1,9})"', attributes)) else 1
        for name in (rb"\bmin", rb"\bmax")
    )
    return range(first - 1, min(last, 16384))
