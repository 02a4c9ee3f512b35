"""Files made to harm a reader, each with the reason it must be refused for, or none if it is read.

They are written when they are needed; none is kept anywhere."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from tests.loading.made_files import MAIN, ods_of, xlsx_of, zip_of

MEGABYTE = 1024 * 1024
BLOCK = b" " * MEGABYTE
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CELL = '<c r="A1"><v>1</v></c>'
SHEET = f'<sheetData><row r="1">{CELL}</row></sheetData>'


@dataclass(frozen=True)
class Hostile:
    """``reason`` is a pattern found in the refusal; without one the file must be read."""

    name: str
    make: Callable[[Path], object]
    reason: str = ""


def deflated(megabytes: int, block: bytes = BLOCK) -> bytes:
    """A deflate stream of that many times the block, made without unpacking it anywhere."""
    once = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = once.compress(block) + once.flush(zlib.Z_FULL_FLUSH)
    return piece * megabytes + once.flush(zlib.Z_FINISH)


def raw_zip(parts: list[tuple[str, bytes, int]], *, share: bool = False) -> bytes:
    """An archive of ready deflate streams with sizes as claimed; all at one place if ``share``."""
    body, directory, at = b"", b"", 0
    for number, (name, packed, size) in enumerate(parts):
        path = name.encode()
        fields = (20, 0, 8, 0, 0x21, 0, len(packed), size, len(path), 0)
        if not share or number == 0:
            at = len(body)
            body += b"PK\3\4" + struct.pack("<HHHHHIIIHH", *fields) + path + packed
        entry = struct.pack("<HHHHHHIIIHHHHHII", 20, *fields, 0, 0, 0, 0, at)
        directory += b"PK\1\2" + entry + path
    tail = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + tail


def with_part(part: str, packed: bytes, size: int) -> Callable[[Path], object]:
    """A workbook whose one part is the given deflate stream."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(xlsx_of(path, SHEET)) as archive:
            kept = [(n, archive.read(n)) for n in archive.namelist() if n != part]
        parts = [(name, zlib.compress(data)[2:-4], len(data)) for name, data in kept]
        path.write_bytes(raw_zip([*parts, (part, packed, size)]))

    return make


def with_parts(more: dict[str, str | bytes]) -> Callable[[Path], object]:
    """A sound workbook with further parts, or others in place of its own."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(xlsx_of(path, SHEET)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        made = {
            name: data.encode() if isinstance(data, str) else data for name, data in more.items()
        }
        path.write_bytes(zip_of(parts | made))

    return make


def sheet(xml: str) -> Callable[[Path], object]:
    """A workbook with this sheet XML."""
    return lambda path: xlsx_of(path, xml)


def rows_of_ods(xml: str) -> Callable[[Path], object]:
    """An OpenDocument spreadsheet with these rows."""
    return lambda path: ods_of(path, xml)


def bytes_of(data: bytes) -> Callable[[Path], object]:
    """A file of these bytes."""
    return lambda path: path.write_bytes(data)


def repeated(piece: bytes, times: int, before: bytes = b"") -> Callable[[Path], object]:
    """A file of one piece many times over, put together when it is needed."""
    return lambda path: path.write_bytes(before + piece * times)


def half_of(name: str) -> Callable[[Path], object]:
    """The first half of one of the test files."""
    data = (Path(__file__).parent / "files" / name).read_bytes()
    return lambda path: path.write_bytes(data[: len(data) // 2])


def _strings(path: Path) -> None:
    items = "".join(f"<si><t>text number {n}</t></si>" for n in range(1_000_000))
    xml = f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295">{items}</sst>'
    _with_strings(path, xml)


def _one_long_string(path: Path) -> None:
    text = "".join(f"{n} " for n in range(800_000))
    _with_strings(path, f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>')


def _with_strings(path: Path, xml: str) -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships/worksheet"/>'
        '<Relationship Id="rId2" Target="sharedStrings.xml" Type="http://schemas.openxmlformats'
        '.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    xlsx_of(path, cells)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/_rels/workbook.xml.rels"] = relations.encode()
    parts["xl/sharedStrings.xml"] = xml.encode()
    path.write_bytes(zip_of(parts))


def _one_part_for_many_sheets(path: Path) -> None:
    listed = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="rId1"/>' for n in range(5000))
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>'
    with_parts({"xl/workbook.xml": book})(path)


def _many_merges(path: Path, reference: str) -> None:
    merges = "".join(f'<mergeCell ref="{reference.format(n=n)}"/>' for n in range(1, 50_001))
    xlsx_of(path, f'{SHEET}<mergeCells count="50000">{merges}</mergeCells>')


def _hard_to_open(path: Path) -> None:
    plain, locked = io.BytesIO(xlsx_of(path, SHEET).read_bytes()), io.BytesIO()
    OOXMLFile(plain).encrypt("x", locked)
    path.write_bytes(locked.getvalue().replace(b'spinCount="100000" s', b'spinCount="9999999"s'))


def _xls(change: Callable[[bytearray], None]) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        data = bytearray((Path(__file__).parent / "files" / "marks.xls").read_bytes())
        change(data)
        path.write_bytes(data)

    return make


def _circle_of_sectors(data: bytearray) -> None:
    first_table = struct.unpack_from("<I", data, 76)[0]
    at = 512 + 512 * first_table
    for number in range(128):
        struct.pack_into("<I", data, at + 4 * number, number)


def _circle_of_tables(data: bytearray) -> None:
    struct.pack_into("<II", data, 68, 0, 0xFFFF)


def _circle_of_folders(data: bytearray) -> None:
    at = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
    for entry in range(4):
        struct.pack_into("<III", data, at + 128 * entry + 68, 1, 1, 1)


def _endless_stream(data: bytearray) -> None:
    at = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
    for entry in range(1, 4):
        struct.pack_into("<I", data, at + 128 * entry + 120, 0x7FFFFFFF)


def _large_counts(data: bytearray) -> None:
    at = data.find(b"\xfc\0")
    struct.pack_into("<II", data, at + 4, 0x7FFFFFFF, 0x7FFFFFFF)


def _xlsb(path: Path) -> None:
    cells = b"\x00\x0c" + struct.pack("<IIHBB", 1_048_575, 0, 300, 0, 0)
    cells += b"\x02\x0c" + struct.pack("<III", 16_383, 0, 2)
    first = b"\x00\x0c" + struct.pack("<IIHBB", 0, 0, 300, 0, 0)
    first += b"\x02\x0c" + struct.pack("<III", 0, 0, 2)
    relation = "rId1".encode("utf-16-le")
    name = "S".encode("utf-16-le")
    book = struct.pack("<II", 0, 1) + struct.pack("<I", 4) + relation
    book += struct.pack("<I", 1) + name
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.bin" Type="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
    )
    parts = {
        "xl/workbook.bin": b"\x9c\x01" + bytes([len(book)]) + book,
        "xl/_rels/workbook.bin.rels": relations.encode(),
        "xl/worksheets/sheet1.bin": b"\x91\x01\0" + first + cells + b"\x92\x01\0",
    }
    path.write_bytes(zip_of(parts))


def _written(path: Path) -> None:
    """Formulas, a DDE formula and a link, as a spreadsheet program would write them."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write_formula("A1", "=cmd|'/c calc'!A0", None, 1)
    page.write_formula("A2", '=WEBSERVICE("http://192.0.2.1/")', None, 2)
    page.write_formula("A3", "='\\\\192.0.2.1\\share\\[x.xlsx]S'!A1", None, 3)
    page.write_url("A4", "external:\\\\192.0.2.1\\share\\x.xlsx")
    book.close()


def _zips_within() -> bytes:
    inner = raw_zip([("0.dll", deflated(64), 64 * MEGABYTE)])
    return zip_of({f"lib {n}.zip": inner for n in range(16)})


_ROW = '<table:table-row{}><table:table-cell{} office:value-type="float" office:value="1"/>'
_ROW_END = "</table:table-row>"
_REPEATS = ' table:number-{}-repeated="{}"'
_CLAIMED = 3000 * MEGABYTE


def hostile_files() -> Iterator[Hostile]:
    """All of them; those that take long to make come last."""
    sheet_part, strings = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"

    # Archives that swell
    yield Hostile("bomb.xlsx", with_part(sheet_part, deflated(3000), _CLAIMED), "claims to unpack")
    yield Hostile("bomb that lies.xlsx", with_part(sheet_part, deflated(2000), 4096), "damaged")
    yield Hostile(
        "bomb in strings that lies.xlsx", with_part(strings, deflated(2000), 4096), "damaged"
    )
    small = [(f"xl/part{n}.xml", deflated(31), 31 * MEGABYTE) for n in range(18)]
    book = [("xl/workbook.xml", zlib.compress(b"<a/>")[2:-4], 4)]
    yield Hostile("many small bombs.xlsx", bytes_of(raw_zip(book + small)), "claims to unpack")
    nested = [(f"xl/p{n}.xml", zlib.compress(b"<a/>")[2:-4], 4) for n in range(50)]
    yield Hostile(
        "overlapping.xlsx", bytes_of(raw_zip(book + nested, share=True)), "over one another"
    )
    yield Hostile("zips within.xlsx", bytes_of(_zips_within()), "without a workbook")
    yield Hostile("embedded zips.xlsx", with_parts({"xl/embeddings/a.zip": _zips_within()}))

    # Entities
    for where, xml in (
        (sheet_part, f"{ENTITIES}<worksheet xmlns='{MAIN}'>{SHEET}&a8;</worksheet>"),
        (strings, f"{ENTITIES}<sst xmlns='{MAIN}'><si><t>&a8;</t></si></sst>"),
        ("xl/styles.xml", f"{ENTITIES}<styleSheet>&a8;</styleSheet>"),
        ("xl/workbook.xml", f"{OUTSIDE}<workbook>&a;</workbook>"),
        ("xl/comments1.xml", f"{OUTSIDE}<comments>&a;</comments>"),
    ):
        name = f"entities in {where.rpartition('/')[2]}.xlsx"
        yield Hostile(name, with_parts({where: xml}), "declares entities")
    wide = f"\ufeff<?xml version='1.0' encoding='utf-16'?>{ENTITIES}<a>&a8;</a>".encode("utf-16-le")
    yield Hostile("entities in utf-16.xlsx", with_parts({strings: wide}), "declares entities")
    late = f"<?xml version='1.0'?><!--{'x' * 9_000}-->{ENTITIES}<a>&a8;</a>"
    yield Hostile(
        "entities behind a comment.xlsx", with_parts({strings: late}), "declares entities"
    )

    # Cells claimed
    yield Hostile("dimension.xlsx", sheet(f'<dimension ref="A1:XFD1048576"/>{SHEET}'))
    yield Hostile("dimension that lies.xlsx", sheet(f'<dimension ref="A1:A1"/>{SHEET}'))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    yield Hostile(
        "stray cell.xlsx", sheet(SHEET.replace("</sheetData>", far)), "1,048,576 rows by 16,384"
    )
    yield Hostile(
        "stray cell in order of surprise.xlsx",
        sheet(SHEET.replace(CELL, f'<c r="XFD1048576"><v>1</v></c>{CELL}')),
        "1,048,576 rows by 16,384",
    )
    beyond = SHEET.replace("A1", "ZZZ9999999")
    yield Hostile("cell beyond the last.xlsx", sheet(beyond), "9,999,999 rows")
    yield Hostile(
        "rows repeated.ods",
        rows_of_ods(_ROW.format(_REPEATS.format("rows", 999_999_999), "") + _ROW_END),
        "999,999,999 rows",
    )
    yield Hostile(
        "columns repeated.ods",
        rows_of_ods(
            _ROW.format("", _REPEATS.format("columns", 999_999_999)) + "</table:table-row>"
        ),
        "999,999,999 columns",
    )
    blank = _ROW.format("", "") + "</table:table-row><table:table-row{}><table:table-cell{}/>"
    blank = blank.format(_REPEATS.format("rows", 1_048_575), _REPEATS.format("columns", 16_383))
    yield Hostile("blank rows repeated.ods", rows_of_ods(f"{blank}</table:table-row>"))
    yield Hostile("stray cell.xlsb", _xlsb, "1,048,576 rows by 16,384")
    yield Hostile(
        "one part for many sheets.xlsx", _one_part_for_many_sheets, "another sheet's part"
    )
    hidden = '<cols><col min="1" max="2147483647" hidden="1"/></cols>'
    yield Hostile("hidden columns.xlsx", sheet(hidden + SHEET))

    # Depth and length
    yield Hostile("deep.xlsx", sheet(f"{'<a>' * 1_000_000}{'</a>' * 1_000_000}{SHEET}"))
    deep = f"{'<text:a>' * 500_000}{'</text:a>' * 500_000}"
    yield Hostile("deep.ods", rows_of_ods(deep))
    yield Hostile("deep page.xls", bytes_of(b"<table><tr><td>" * 200_000), "without a table")
    yield Hostile(
        "formats.xlsx",
        lambda path: xlsx_of(
            path,
            SHEET.replace('r="A1"', 'r="A1" s="1"'),
            f'<numFmts><numFmt numFmtId="170" formatCode="0{"[" * 1_000_000}"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
        ),
    )
    yield Hostile("one line.csv", repeated(b"a", 50_000_000), "Line 1 cannot be read")
    yield Hostile("commas.csv", repeated(b",", 20_000_000), "more than 5,000,000 cells")
    yield Hostile("open quote.csv", repeated(b"x,y\n", 5_000_000, b'a,"'), "cannot be read")
    wide_line = b"x\n" * 400_000 + b"," * 400_000
    yield Hostile("one wide line.csv", bytes_of(wide_line), "more than 5,000,000 cells")
    yield Hostile("zeros.csv", repeated(b"\0", 20_000_000), "not a workbook")

    # Paths that lead elsewhere
    for number, path in enumerate(
        ("../../evil.xml", "xl/../../evil.xml", "..\\..\\evil.xml", "C:\\evil.xml"), start=1
    ):
        yield Hostile(f"path {number}.xlsx", with_parts({path: b"<a/>"}), "leads out of it")
    yield Hostile("absolute path.xlsx", with_parts({"/etc/passwd": b"x"}))
    yield Hostile("the same part twice.xlsx", with_parts({"XL/Workbook.xml": b"<a/>"}), "2 times")

    # Cut short, or not what they are called
    for name in ("marks.xls", "marks.ods", "locked.xls", "days from 1904.xlsx"):
        yield Hostile(f"half of {name}", half_of(name), "damaged|no readable")
    yield Hostile("only a header.xls", bytes_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 8), "damaged")
    yield Hostile("a paper.xlsx", bytes_of(b"%PDF-1.7\n"), "PDF")
    yield Hostile("a letter.xlsx", bytes_of(zip_of({"word/document.xml": b"<a/>"})), "Word")
    yield Hostile("a program.xls", bytes_of(b"MZ" + bytes(500)), "a program")
    yield Hostile("a table.xlsx", bytes_of(b"District,Count\nBlaby,3\n"))
    yield Hostile("a table.xls", bytes_of(b"District\tCount\nBlaby\t3\n"))
    yield Hostile("a page.xls", bytes_of(b"<html><table><tr><td>1</td></tr></table>"))

    # Formulas and links
    yield Hostile("commands.csv", bytes_of(b"=cmd|'/c calc'!A0,1\n+HYPERLINK(\"x\"),2\n"))
    yield Hostile("formulas and links.xlsx", _written)

    # Many, and going round in circles
    yield Hostile("merges.xlsx", lambda path: _many_merges(path, "A{n}:C{n}"))
    yield Hostile("merges of everything.xlsx", lambda path: _many_merges(path, "A1:XFD1048576"))
    yield Hostile("strings.xlsx", _strings, "claims to have 4,294,967,295 texts")
    yield Hostile("one long string.xlsx", _one_long_string, "letters, more than any")
    yield Hostile("hard to open.xlsx", _hard_to_open, "take hours")
    damaged = "damaged|no readable"
    yield Hostile("circle of sectors.xls", _xls(_circle_of_sectors), damaged)
    yield Hostile("circle of tables.xls", _xls(_circle_of_tables), damaged)
    yield Hostile("circle of folders.xls", _xls(_circle_of_folders))
    yield Hostile("endless stream.xls", _xls(_endless_stream))
    yield Hostile("large counts.xls", _xls(_large_counts), "more texts than it has")
