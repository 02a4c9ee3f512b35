"""Files of every kind, read or refused with the true reason."""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safer_desktop.assets import resource
from safer_desktop.domain.errors import Cancelled, LoadError
from safer_desktop.domain.progress import Silent
from safer_desktop.loading import archives, text_tables, worker
from safer_desktop.loading.cells import WorkbookKind
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.text_tables import delimiter_of, read_text_table
from safer_desktop.loading.worker import read_file
from tests.loading.made_files import ods_of, xlsx_of, zip_of

FILES = Path(__file__).parent / "files"
SAMPLE = resource("samples", "2016-17-q4", "files")


def refusal(path: Path) -> LoadError:
    with pytest.raises(LoadError) as caught:
        read_file(path)
    assert path.name in caught.value.where
    assert caught.value.remedy
    return caught.value


# Through the child process


def test_a_workbook_comes_through_the_child_process(
    write_xlsx: Callable[..., Path],
) -> None:
    path = write_xlsx({"Counts ": [["District", date(2016, 4, 1)], ["Blaby", 12]]})
    workbook = read_workbook(path, Silent())
    assert workbook == read_file(path)
    assert (workbook.name, workbook.kind) == ("figures.xlsx", WorkbookKind.XLSX)
    assert workbook.sheets[0].rows == (("District", date(2016, 4, 1)), ("Blaby", 12.0))
    assert workbook.size == path.stat().st_size


def test_a_refusal_comes_through_with_place_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(LoadError, match="PDF") as caught:
        read_workbook(path, Silent())
    assert caught.value.where == "File: paper.xlsx."
    assert caught.value.remedy


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="folder"):
        read_workbook(tmp_path, Silent())
    with pytest.raises(LoadError, match="not there"):
        read_workbook(tmp_path / "gone.xlsx", Silent())


class _CancelledAfter(Silent):
    def __init__(self, questions: int) -> None:
        self._left = questions

    def cancelled(self) -> bool:
        self._left -= 1
        return self._left < 0


def _sleep(*_: object) -> None:
    import time

    time.sleep(60)


def _die(*_: object) -> None:
    import os

    os.abort()


def test_the_child_is_stopped_on_cancel_and_at_the_time_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    monkeypatch.setattr(worker, "serve", _sleep)
    with pytest.raises(Cancelled):
        read_workbook(path, _CancelledAfter(2))
    with pytest.raises(Cancelled):
        read_workbook(path, _CancelledAfter(0))
    with pytest.raises(LoadError, match="within 0 seconds"):
        read_workbook(path, Silent(), time_limit=0.01)


def test_a_child_that_dies_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    monkeypatch.setattr(worker, "serve", _die)
    with pytest.raises(LoadError, match="stops its reader"):
        read_workbook(path, Silent())


# Formats


@pytest.mark.parametrize(
    ("name", "kind"),
    (
        ("Incident counts for risk profile 2016-17.xlsb", WorkbookKind.XLSB),
        ("CBS results Q4 2016-17.ods", WorkbookKind.ODS),
        ("YOS KPI report Q3 2016-17.xls", WorkbookKind.XLS),
        ("UAVA MARAC and referrals 2016-17.xlsx", WorkbookKind.XLSX),
        ("IOM LLR reoffending 2016-17.csv", WorkbookKind.TEXT),
    ),
)
def test_the_kind_is_told_by_content_not_by_ending(
    name: str, kind: WorkbookKind, tmp_path: Path
) -> None:
    renamed = tmp_path / "file.dat"
    renamed.write_bytes((SAMPLE / name).read_bytes())
    assert read_file(renamed).kind is kind
    assert read_file(renamed).sheets == read_file(SAMPLE / name).sheets


# Text tables

TABLE = 'District,Count\r\nBlaby,"1,204"\r\nOadby – Wigston,3\r\n'
READ = (("District", "Count"), ("Blaby", "1,204"), ("Oadby – Wigston", "3"))


@pytest.mark.parametrize(
    "data",
    (
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-32"),
        TABLE.replace("\r\n", "\r").encode(),
        TABLE.replace("\r\n", "\n").encode(),
        (TABLE + ",\r\n , \r\n").encode(),
    ),
)
def test_any_usual_encoding_and_line_end_is_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    assert read_file(path).sheets[0].rows == READ


@pytest.mark.parametrize("delimiter", (",", "\t", ";", "|"))
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = ["Title with, a comma; and more", "", *(delimiter.join("abcd") for _ in range(5))]
    assert delimiter_of("\n".join(lines)) == delimiter
    assert delimiter_of("only one column\nof text") == ","


def test_bytes_that_windows_does_not_know_are_still_text() -> None:
    assert read_text_table(b"a,\x81\n", "odd.csv").rows == (("a", "\x81"),)


def test_too_many_cells_and_endless_fields_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_tables, "MOST_CELLS", 3)
    with pytest.raises(LoadError, match="more than 3 cells"):
        read_text_table(b"a,b\n1,2\n", "big.csv")
    monkeypatch.setattr(text_tables, "MOST_CELLS", 30)
    with pytest.raises(LoadError, match="Line 1"):
        read_text_table(b'"' + b"x" * (csv.field_size_limit() + 1), "long.csv")


# Refusals


@pytest.mark.parametrize(
    ("data", "reason"),
    (
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"Rar!....", "archive"),
        (b"<!DOCTYPE html><html><table>", "web page"),
        (b"\xef\xbb\xbf\r\n<html xmlns:x='urn'>", "web page"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
         "Excel 2003"),
        (b"<?xml version='1.0'?><a/>", "XML file"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600, "parts cannot be found"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "protected workbook is damaged"),
        (b"ab\x00c\x00\x00\x00d\x00\x01\x02" * 40, "not a workbook"),
    ),
)  # fmt: skip
def test_the_true_reason_is_given(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "file.xls"
    path.write_bytes(data)
    assert reason in refusal(path).what


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'


@pytest.mark.parametrize(
    ("parts", "reason"),
    (
        ({"word/document.xml": b"<w/>"}, "Word document"),
        ({"readme.txt": b"hello"}, "archive without a workbook"),
        ({"xl/workbook.xml": b"<a/>", "xl/sharedStrings.xml": BOMB}, "declares entities"),
        ({"xl/workbook.xml": b"<a><b></a>"}, "damaged"),
        ({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<m:encryption-data/>"}, "password"),
        ({"content.xml": b"<a/>", "mimetype": b"application/vnd.oasis.opendocument.text"},
         "no spreadsheet"),
        ({"content.xml": b"<a/>"}, "cannot be read"),
        ({"xl/workbook.xml": b"<a/>", "xl/worksheets/s.xml": b"0" * (33 << 20)}, "claims to"),
    ),
)  # fmt: skip
def test_archives_are_looked_into_first(
    parts: dict[str, bytes], reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(zip_of(parts))
    assert reason in refusal(path).what


def test_a_declaration_hidden_behind_a_long_comment_is_found(tmp_path: Path) -> None:
    data = b"<?xml version='1.0'?><!--" + b"-x" * 4000 + b"--><!DOCTYPE a><styleSheet/>"
    path = tmp_path / "file.xlsx"
    path.write_bytes(zip_of({"xl/workbook.xml": b"<workbook/>", "xl/styles.xml": data}))
    assert "declares entities" in refusal(path).what


def test_limits_on_size_and_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(zip_of({"xl/workbook.xml": b"<a/>", "b": b"", "c": b""}))
    monkeypatch.setattr(archives, "MOST_PARTS", 2)
    assert "too large" in refusal(path).what
    monkeypatch.setattr(worker, "LARGEST_FILE", 10)
    assert "more than" in refusal(path).what


def test_half_a_workbook_is_refused(write_xlsx: Callable[..., Path]) -> None:
    path = write_xlsx({"S": [["a", 1]]})
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "damaged" in refusal(path).what


def test_a_stray_cell_far_away_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
    cells += '<c r="IV1048576"><v>1</v></c></row></sheetData>'
    path = xlsx_of(tmp_path / "far.xlsx", cells)
    error = refusal(path)
    assert "1,048,576 rows by 256 columns" in error.what
    assert "stray cells" in error.remedy


def test_a_few_bytes_of_ods_that_claim_billions_of_cells_are_refused(tmp_path: Path) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="999999"><table:table-cell'
        ' table:number-columns-repeated="9999" office:value-type="string"><text:p>X</text:p>'
        "</table:table-cell></table:table-row>"
    )
    assert "999,999 rows by 9,999 columns" in refusal(ods_of(tmp_path / "bomb.ods", row)).what


def test_a_reader_that_panics_makes_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(*_: object) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr("safer_desktop.loading.worker.read_book", panics)
    assert "damaged" in refusal(FILES / "marks.xls").what


def test_a_file_that_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b\n")

    def denied(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "cannot be opened" in refusal(path).what

    def broken(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    assert "Input/output error" in refusal(path).what


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(which=st.sampled_from(("marks.xls", "UAVA", "CBS", "Incident")), data=st.data())
def test_damaged_files_are_read_or_refused_but_never_fail(
    which: str, data: st.DataObject, tmp_path: Path
) -> None:
    found = FILES / which if which.endswith("xls") else next(SAMPLE.glob(f"{which}*"))
    content = bytearray(found.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=12))
        content[start : start + len(piece)] = piece
    path = tmp_path / "damaged.bin"
    path.write_bytes(content)
    with suppress(LoadError):
        workbook = read_file(path)
        assert all(len(row) == s.width for s in workbook.sheets for row in s.rows)
