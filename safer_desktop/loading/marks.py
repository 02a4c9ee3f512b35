"""What calamine does not tell of a sheet: number formats, error cells, formulas without a stored
result, hidden rows and columns. Read from the file's own XML, or by xlrd from an old xls."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from safer_desktop.loading.cells import Place, parse_a1

NO_RESULT = "formula without a stored result"
LARGEST_XML = 24 * 1024 * 1024
"""Sheets beyond this are read without formats: their second reading would cost too long."""

LARGEST_XLS = 24 * 1024 * 1024
_CHUNK = 1 << 20
_PERCENT_IN_ODS = "0.##########%"
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}


class UnsafeXmlError(Exception):
    """The XML declares entities, or does not hold what the archive's list of parts claims."""


@dataclass(slots=True)
class Marks:
    """The marks of one sheet."""

    formats: dict[Place, str] = field(default_factory=dict)
    faults: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last_row: int = -1
    last_column: int = -1


def xlsx_marks(data: bytes) -> dict[str, Marks]:
    """Marks by sheet name. A sheet too large for it has only its extent (last row and column)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        formats = _cell_formats(archive)
        found: dict[str, Marks] = {}
        for name, part in _sheet_parts(archive):
            pass_ = _SheetPass(formats)
            if archive.getinfo(part).file_size <= LARGEST_XML:
                _parse(archive, part, pass_.start, pass_.end, pass_.text)
                found[name] = pass_.marks
            else:
                found[name] = _extent(archive, part)
        return found


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parse(
    archive: zipfile.ZipFile, part: str, start: Any, end: Any = None, text: Any = None
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise UnsafeXmlError("document type declaration")


def _find(archive: zipfile.ZipFile, ending: str) -> str | None:
    return next((n for n in archive.namelist() if n.casefold().endswith(ending)), None)


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    book = _find(archive, "workbook.xml")
    if book is None:
        return
    folder = posixpath.dirname(book)
    relations = posixpath.join(folder, "_rels", posixpath.basename(book) + ".rels")
    names = set(archive.namelist())
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            relation_id = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            sheets.append((attributes.get("name", ""), relation_id))

    if relations in names:
        _parse(archive, relations, relation)
    _parse(archive, book, sheet)
    for name, relation_id in sheets:
        target = targets.get(relation_id, "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        if posixpath.normpath(path) in names:
            yield name, posixpath.normpath(path)


def _cell_formats(archive: zipfile.ZipFile) -> list[str]:
    """Number format by style index; dates and text have none (calamine tells them itself)."""
    part = _find(archive, "styles.xml")
    if part is None:
        return []
    codes = dict(_BUILT_IN)
    styles: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        inside.append(name)
        if name == "numFmt" and attributes.get("numFmtId", "").isdigit():
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside:
            number = attributes.get("numFmtId", "0")
            styles.append(int(number) if number.isdigit() else 0)

    _parse(archive, part, start, lambda _: inside.pop())
    return [codes.get(number, "") for number in styles]


class _SheetPass:
    """Follows a worksheet's XML and keeps what is marked."""

    def __init__(self, formats: list[str]) -> None:
        self.marks = Marks()
        self._formats = formats
        self._row = -1
        self._column = -1
        self._type = ""
        self._style = 0
        self._formula = False
        self._reading = ""
        self._value = ""
        self._has_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdigit() else self._row + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.marks.hidden_rows.add(self._row)
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._reading, self._has_value = name, True
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.marks.hidden_columns.update(range(first - 1, min(last, 16384)))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        try:
            self._row, self._column = parse_a1(attributes["r"])
        except (KeyError, ValueError):
            self._column += 1
        self._type = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdigit() else 0
        self._formula = self._has_value = False
        self._value = ""

    def text(self, text: str) -> None:
        if self._reading == "v":
            self._value += text

    def end(self, name: str) -> None:
        name = _local(name)
        if name in ("v", "is"):
            self._reading = ""
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._type == "e":
            self.marks.faults[place] = self._value.strip() or "#ERROR"
        elif self._formula and not self._gives_result():
            self.marks.faults[place] = NO_RESULT
        elif self._type == "n" and self._value and self._style < len(self._formats):
            code = self._formats[self._style]
            if code and code != "General":
                self.marks.formats[place] = code
        if self._has_value or place in self.marks.faults:
            self.marks.last_row = max(self.marks.last_row, self._row)
            self.marks.last_column = max(self.marks.last_column, self._column)

    def _gives_result(self) -> bool:
        """An empty text is a result; an empty number is none."""
        return self._has_value and (self._type != "n" or bool(self._value.strip()))


def _extent(archive: zipfile.ZipFile, part: str) -> Marks:
    cell = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
    marks = Marks()
    columns: set[bytes] = set()
    last_row = b"0"
    with archive.open(part) as stream:
        rest = b""
        while chunk := stream.read(_CHUNK):
            found = cell.findall(rest + chunk)
            columns.update(letters for letters, _ in found)
            last_row = max((row for _, row in found), key=int, default=last_row)
            rest = chunk[-24:]
    marks.last_row = int(last_row) - 1
    widest = max(columns, key=lambda letters: (len(letters), letters), default=b"A")
    marks.last_column = parse_a1(widest.decode() + "1")[1]
    return marks


def ods_marks(data: bytes) -> dict[str, Marks]:
    """Marks by sheet name: percentages, error cells, hidden rows and columns."""
    found: dict[str, Marks] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.getinfo("content.xml").file_size <= LARGEST_XML:
            pass_ = _OdsPass(found)
            _parse(archive, "content.xml", pass_.start)
    return found


class _OdsPass:
    """Follows content.xml; repeated rows and columns are counted, and marked only once."""

    def __init__(self, found: dict[str, Marks]) -> None:
        self._found = found
        self._marks = Marks()
        self._row = self._next_row = 0
        self._column = self._next_column = 0
        self._columns_seen = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        hidden = attributes.get("table:visibility") in ("collapse", "filter")
        if name == "table":
            self._marks = self._found.setdefault(attributes.get("table:name", ""), Marks())
            self._next_row = self._columns_seen = 0
        elif name == "table-column":
            repeated = _repeats(attributes, "columns")
            if hidden and repeated <= 16384:
                seen = self._columns_seen
                self._marks.hidden_columns.update(range(seen, seen + repeated))
            self._columns_seen += repeated
        elif name == "table-row":
            self._row, repeated = self._next_row, _repeats(attributes, "rows")
            self._next_row += repeated
            self._next_column = 0
            if hidden and repeated <= 65536:
                self._marks.hidden_rows.update(range(self._row, self._row + repeated))
        elif name in ("table-cell", "covered-table-cell"):
            self._column = self._next_column
            self._next_column += _repeats(attributes, "columns")
            if "office:value-type" in attributes:
                self._mark_cell(attributes)

    def _mark_cell(self, attributes: dict[str, str]) -> None:
        self._marks.last_row = max(self._marks.last_row, self._next_row - 1)
        self._marks.last_column = max(self._marks.last_column, self._next_column - 1)
        last = min(self._next_column, self._column + 1024)
        if attributes.get("office:value-type") == "percentage":
            for column in range(self._column, last):
                self._marks.formats[self._row, column] = _PERCENT_IN_ODS
        if attributes.get("calcext:value-type") == "error":
            for column in range(self._column, last):
                self._marks.faults[self._row, column] = "#ERROR"


def _repeats(attributes: dict[str, str], what: str) -> int:
    number = attributes.get(f"table:number-{what}-repeated", "1")
    return int(number) if number.isdigit() else 1


def xls_marks(book: Any) -> dict[str, Marks]:
    """Marks by sheet name of a book that xlrd opened with its formatting."""
    found: dict[str, Marks] = {}
    for sheet in book.sheets():
        marks = found[sheet.name] = Marks()
        for row, info in sheet.rowinfo_map.items():
            if info.hidden:
                marks.hidden_rows.add(row)
        for column, info in sheet.colinfo_map.items():
            if info.hidden:
                marks.hidden_columns.add(column)
        for row in range(sheet.nrows):
            for column, kind in enumerate(sheet.row_types(row)):
                _mark_xls_cell(book, sheet, marks, (row, column), kind)
    return found


def _mark_xls_cell(book: Any, sheet: Any, marks: Marks, place: Place, kind: int) -> None:
    import xlrd

    if kind == xlrd.XL_CELL_ERROR:
        marks.faults[place] = xlrd.error_text_from_code.get(sheet.cell_value(*place), "#ERROR")
    elif kind == xlrd.XL_CELL_NUMBER:
        key = book.xf_list[sheet.cell_xf_index(*place)].format_key
        code = book.format_map[key].format_str if key in book.format_map else ""
        if code and code != "General":
            marks.formats[place] = code
