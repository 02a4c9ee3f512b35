"""Marks beside the values: formats, faults, formulas, what is hidden, what a workbook says."""

from __future__ import annotations

import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.assets import resource
from safer_desktop.domain.errors import LoadError
from safer_desktop.loading import books, xlsb_marks, xlsx_marks
from safer_desktop.loading.cells import NoticeKind, WorkbookKind
from safer_desktop.loading.formats import CellFormats
from safer_desktop.loading.marks import NO_RESULT, Marks, parse
from safer_desktop.loading.worker import read_file
from safer_desktop.loading.xlsx_sheet_pass import SheetPass, names_other_workbook
from tests.loading.made_files import ods_of, xlsx_of, zip_of

FILES = Path(__file__).parent / "files"
SAMPLE = resource("samples", "2016-17-q4", "files")


def test_xls_tells_formats_errors_and_what_is_hidden() -> None:
    workbook = read_file(FILES / "marks.xls")
    sheet = workbook.sheets[0]
    assert sheet.text(1, 1) == "37%"
    assert sheet.text(1, 2) == "1,204"
    assert sheet.value(1, 3) == date(2016, 4, 1)
    assert sheet.faults == {(4, 1): "#DIV/0!", (4, 2): "#N/A"}
    assert sheet.hidden_rows == {3}
    assert sheet.hidden_columns == {3}
    assert sheet.merges == ((5, 0, 5, 1),)
    assert [s.hidden for s in workbook.sheets] == [False, True]


def test_an_xls_that_only_xlrd_can_read_gives_the_same_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import python_calamine

    expected = read_file(FILES / "marks.xls")

    def fail(_: object) -> None:
        raise python_calamine.CalamineError("unknown")

    monkeypatch.setattr(python_calamine, "load_workbook", fail)
    assert read_file(FILES / "marks.xls").sheets == expected.sheets
    monkeypatch.setattr(books, "LARGEST_XLS", 10)
    with pytest.raises(LoadError, match="no readable workbook"):
        read_file(FILES / "marks.xls")


def test_xlsx_tells_formats_errors_and_formulas_without_a_result(tmp_path: Path) -> None:
    path = xlsx_of(
        tmp_path / "marks.xlsx",
        '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="A1" s="1"><v>0.37</v></c><c r="B1" s="2"><v>1204</v></c>'
        '<c r="C1" s="3"><v>0.5</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A9</f></c>'
        '<c r="C2" t="str"><f>""</f><v></v></c></row>'
        '<row><c><f>1+1</f><v/></c><c t="inlineStr"><is><t>text</t></is></c></row></sheetData>',
        '<numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="3"/><xf numFmtId="170"/></cellXfs>',
    )
    sheet = read_file(path).sheets[0]
    assert [sheet.text(0, column) for column in range(3)] == ["37%", "1,204", "50.0%"]
    assert sheet.faults == {(1, 0): "#DIV/0!", (1, 1): NO_RESULT, (2, 0): NO_RESULT}
    assert sheet.formulas == {(1, 0), (1, 1), (1, 2), (2, 0)}
    assert not sheet.linked
    # A formula whose stored result is empty text is blank, and no fault.
    assert sheet.is_blank(1, 2)
    assert sheet.text(2, 1) == "text"
    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {2}


def test_ods_tells_percentages_errors_and_hidden_rows(tmp_path: Path) -> None:
    cell = "<table:table-cell office:value-type="
    path = ods_of(
        tmp_path / "marks.ods",
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        f'<table:table-row>{cell}"percentage" office:value="0.37"><text:p>37%</text:p>'
        "</table:table-cell>"
        f'{cell}"float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="2">'
        f'{cell}"string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
        f'{cell}"float" office:value="6"><text:p>6</text:p></table:table-cell></table:table-row>',
    )
    sheet = read_file(path).sheets[0]
    assert sheet.text(0, 0) == "37%"
    assert sheet.text(0, 1) == "5"
    assert sheet.faults == {(1, 0): "#REF!"}
    assert sheet.hidden_rows == {1, 2}
    assert sheet.hidden_columns == {1}


CELLS = (
    '<c r="{place}" s="1"><v>0.5</v></c>',
    '<c r="{place}" s="3" t="n"><v>7</v></c>',
    '<c r="{place}" s="2" t="s"><v>0</v></c>',
    '<c r="{place}" s="1"/>',
    '<c r="{place}"></c>',
    '<c r="{place}" t="e"><v>#N/A</v></c>',
    '<c r="{place}" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
    '<c r="{place}" s="1"><f>SUM(A1:B2)</f><v>3</v></c>',
    '<c r="{place}"><f>A1&lt;B1</f></c>',
    '<c r="{place}"><f t="shared" ref="A1:A9" si="4">[1]Data!A1</f><v>2</v></c>',
    '<c r="{place}"><f t="shared" si="4"/><v>2</v></c>',
    '<c r="{place}" t="str"><f>IF(A1&gt;2,"x","")</f><v></v></c>',
    '<c r="{place}" t="str" cm="1"><f>T(A1)</f><v/></c>',
    '<c r="{place}" t="b"><v>1</v></c>',
    '<c r="{place}" t="inlineStr"><is><t>[1]Data!A1</t></is></c>',
    "<c r='{place}'><v>5</v></c>",
    '<c s="1" r="{place}"><v>5</v></c>',
    "<c><v>5</v></c>",
)
FORMATS = ["", "0%", "", "#,##0"]


@given(
    rows=st.lists(
        st.tuples(st.booleans(), st.lists(st.sampled_from(CELLS), max_size=6)), max_size=6
    ),
    columns=st.sampled_from(("", '<cols><col min="2" max="3" hidden="1"/></cols>')),
    prefix=st.sampled_from(("", "<!-- <c r='Z9'> -->")),
)
def test_patterns_mark_what_following_the_xml_marks(
    rows: list[tuple[bool, list[str]]],
    columns: str,
    prefix: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    xml = prefix + columns + "<sheetData>"
    for number, (hidden, cells) in enumerate(rows, start=1):
        attributes = f'r="{number}"' + (' hidden="1"' if hidden else "")
        xml += f"<row {attributes}>"
        xml += "".join(cell.format(place=f"{'ABCDEF'[n]}{number}") for n, cell in enumerate(cells))
        xml += "</row>"
    path = xlsx_of(tmp_path_factory.getbasetemp() / "given.xlsx", xml + "</sheetData>")
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        slow = SheetPass(FORMATS)
        parse(archive, part, slow.start, slow.end, slow.text)
        quick = xlsx_marks._quick_pass(archive, part, FORMATS)
    unusual = any(cell in CELLS[-3:] or cell == CELLS[4] for _, cells in rows for cell in cells)
    assert (quick is None) == (unusual or bool(prefix))
    if quick is not None:
        assert plain(quick) == plain(slow.marks)


def plain(marks: Marks) -> dict[str, object]:
    return {
        "formats": dict(marks.formats),
        "faults": marks.faults,
        "formulas": marks.formulas,
        "linked": marks.linked,
        "hidden": (marks.hidden_rows, marks.hidden_columns),
        "extent": (marks.last_row, marks.last_column),
    }


def test_patterns_work_across_pieces(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"><v>{n}</v></c><c r="C{n}"><f>A{n}</f></c></row>'
        for n in range(1, 400)
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'
    path = xlsx_of(tmp_path / "long.xlsx", f"<sheetData>{rows}</sheetData>", styles)
    whole = read_file(path).sheets[0]
    monkeypatch.setattr(xlsx_marks, "CHUNK", 100)
    assert read_file(path).sheets[0] == whole
    assert len(whole.formats) == len(whole.formulas) == len(whole.faults) == 399


@pytest.mark.parametrize(
    ("formula", "other"),
    (
        ("[1]Sheet1!A1", True),
        ("SUM('[2]Ward totals'!$B$2:$B$9)", True),
        ("1+[3]Data!A1", True),
        ("'C:\\Police\\[4]Crime'!A1", True),
        ("[1]!Total", True),
        ("Table1[2016]+Sheet1!A1", False),
        ("Table1[[#This Row],[2016]]*Rates!B1", False),
        ("'Sheet 1'!A1", False),
    ),
)
def test_which_formulas_reach_into_another_workbook(formula: str, other: bool) -> None:
    assert names_other_workbook(formula) is other


def test_an_xlsx_tells_what_its_figures_hang_on(tmp_path: Path) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="file:///C:/Police/Crime%20Q4.xlsx"'
        ' TargetMode="External"/></Relationships>'
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    workbook = read_file(
        xlsx_of(
            tmp_path / "linked.xlsx",
            '<sheetData><row r="1"><c r="A1"><f>[1]Data!A1</f><v>3</v></c></row></sheetData>',
            book='<calcPr calcMode="manual" calcCompleted="0" fullCalcOnLoad="1"/>',
            more={
                "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{main}"/>',
                "xl/externalLinks/_rels/externalLink1.xml.rels": relation,
                "xl/externalLinks/externalLink2.xml": f'<externalLink xmlns="{main}">'
                '<ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
                "xl/connections.xml": f'<connections xmlns="{main}"/>',
                "xl/vbaProject.bin": "macros",
            },
        )
    )
    assert {notice.kind for notice in workbook.notices} == set(NoticeKind)
    assert workbook.may_be_stale
    links = next(n.text for n in workbook.notices if n.kind is NoticeKind.LINKS)
    assert "(Crime Q4.xlsx)" in links
    assert workbook.sheets[0].linked == {(0, 0)}
    plain_one = read_file(xlsx_of(tmp_path / "plain.xlsx", "<sheetData/>"))
    assert not plain_one.notices
    assert not plain_one.may_be_stale


def test_an_xls_tells_what_its_figures_hang_on(tmp_path: Path) -> None:
    data = (FILES / "linked.xls").read_bytes()
    work_out_before_saving, by_hand = b"\x5f\0\x02\0\x01\0", b"\x0d\0\x02\0\0\0"
    assert data.count(work_out_before_saving) == 1
    path = tmp_path / "linked.xls"
    path.write_bytes(data.replace(work_out_before_saving, by_hand))
    workbook = read_file(path)
    kinds = {notice.kind for notice in workbook.notices}
    assert kinds == {NoticeKind.LINKS, NoticeKind.BY_HAND}
    assert "(rates.xls)" in " ".join(notice.text for notice in workbook.notices)
    assert workbook.sheets[0].formulas == {(1, 1), (2, 1)}


def test_an_ods_tells_what_its_figures_hang_on() -> None:
    workbook = read_file(FILES / "linked.ods")
    assert [sheet.name for sheet in workbook.sheets] == ["Figures"]
    assert [notice.kind for notice in workbook.notices] == [NoticeKind.LINKS, NoticeKind.BY_HAND]
    assert "(rates.xls)" in workbook.notices[0].text
    assert workbook.sheets[0].formulas == {(1, 1), (2, 1)}
    assert workbook.sheets[0].linked == {(2, 1)}


@pytest.mark.parametrize("ending", ("xls", "xlsx", "ods"))
def test_days_counted_from_1904_are_the_right_days(ending: str) -> None:
    sheet = read_file(FILES / f"days from 1904.{ending}").sheets[0]
    assert sheet.rows[3] == ("Day", date(2016, 4, 1))


def record(kind: int, body: bytes) -> bytes:
    """One record of an xlsb."""
    name = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return name + bytes([len(body)]) + body


def test_an_xlsb_tells_formats_errors_formulas_and_what_is_hidden(tmp_path: Path) -> None:
    source = next(SAMPLE.glob("*.xlsb"))
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    number = struct.pack("<d", 0.25)
    formula = struct.pack("<HI", 0, 0) + struct.pack("<I", 0)
    row = struct.pack("<IIHBBBI", 99, 0, 300, 0, 0x10, 0, 0)
    added = record(0, row)
    for column, (kind, style, value) in enumerate(
        ((5, 1, number), (3, 0, b"\x2a"), (9, 2, number + formula), (11, 0, b"\x17" + formula))
    ):
        added += record(kind, struct.pack("<II", column, style) + value)
    sheet = parts["xl/worksheets/sheet1.bin"]
    data_end, sheet_end = record(146, b""), record(130, b"")
    sheet = sheet.replace(data_end, added + data_end)
    sheet = sheet.replace(sheet_end, record(176, struct.pack("<IIII", 0, 0, 0, 3)) + sheet_end)
    columns = record(60, struct.pack("<IIIIH", 1, 2, 10, 0, 1))
    data_begin = record(145, b"")
    parts["xl/worksheets/sheet1.bin"] = sheet.replace(data_begin, columns + data_begin)
    code = "0.0%"
    styles = (0, 170, 3)
    parts["xl/styles.bin"] = (
        record(615, struct.pack("<I", 1))
        + record(44, struct.pack("<HI", 170, len(code)) + code.encode("utf-16-le"))
        + record(616, b"")
        + record(617, struct.pack("<I", len(styles)))
        + b"".join(record(47, struct.pack("<HH12x", 0, style)) for style in styles)
        + record(618, b"")
    )
    book_end = record(132, b"")
    calculation = struct.pack("<IIIdIH", 1, 0, 100, 0.001, 1, 0x11)
    book = parts["xl/workbook.bin"]
    parts["xl/workbook.bin"] = book.replace(book_end, record(157, calculation) + book_end)
    path = tmp_path / "marks.xlsb"
    path.write_bytes(zip_of(parts))

    workbook = read_file(path)
    found = workbook.sheets[0]
    assert workbook.kind is WorkbookKind.XLSB
    assert found.rows[99][:4] == (0.25, None, 0.25, None)
    assert [found.text(99, column) for column in range(4)] == ["25.0%", "#N/A", "0", "#REF!"]
    assert found.formulas == {(99, 2), (99, 3)}
    assert found.hidden_rows == {99}
    assert found.hidden_columns == {1, 2}
    assert found.merges == ((0, 0, 0, 3),)
    kinds = {NoticeKind.NOT_RECALCULATED, NoticeKind.RECALCULATE, NoticeKind.BY_HAND}
    assert {notice.kind for notice in workbook.notices} == kinds


@pytest.mark.parametrize(("added", "reason"), (((99, 0), "out of order"), ((), "cut short")))
def test_an_xlsb_whose_rows_cannot_be_followed_is_refused(
    added: tuple[int, ...], reason: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(next(SAMPLE.glob("*.xlsb"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rows = b"".join(record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, 0, 0, 0)) for at in added)
    rows = rows or record(0, b"")
    end = record(146, b"")
    sheet = "xl/worksheets/sheet1.bin"
    parts[sheet] = parts[sheet].replace(end, rows + end)
    path = tmp_path / "back.xlsb"
    path.write_bytes(zip_of(parts))
    with pytest.raises(LoadError, match=reason):
        read_file(path)


def test_formats_are_found_by_place() -> None:
    formats = CellFormats()
    given = {(1, 0): "0%", (2, 0): "0%", (4, 0): "0%", (5, 0): "0.0", (3, 7): "0.0"}
    for (row, column), code in given.items():
        formats.add(row, column, code)
    formats.add(2, 0, "out of order")
    assert formats == given
    assert len(formats) == len(given)
    assert formats.get((3, 0), "") == formats.get((0, 0), "") == formats.get((1, 9), "") == ""


def test_sheets_that_would_take_too_long_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unusual = xlsx_of(tmp_path / "unusual.xlsx", "<sheetData><!-- by hand --></sheetData>")
    monkeypatch.setattr(xlsx_marks, "LARGEST_UNUSUAL", 10)
    monkeypatch.setattr(xlsb_marks, "LARGEST_SHEET", 10)
    for path in (unusual, next(SAMPLE.glob("*.xlsb"))):
        with pytest.raises(LoadError, match="is too large, as it is written"):
            read_file(path)
