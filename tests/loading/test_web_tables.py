"""Web pages under a workbook's name: their tables are read, or the true reason is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from safer_desktop.domain.errors import LoadError
from safer_desktop.loading import web_tables
from safer_desktop.loading.cells import WorkbookKind
from safer_desktop.loading.web_tables import read_web_tables
from safer_desktop.loading.worker import read_file

PAGE = """<html><head><meta charset="{charset}"><style>td {{}}</style></head><body><h1>Figures</h1>
<table><tr><th rowspan="2">District</th><th colspan="2">Count – all</th></tr>
<tr><th>2015</th><th>2016</th></tr><tr><td>Blaby</td><td>1,204</td><td><b>7</b>%<!-- x --></td></tr>
<tr><td>Melton<script>alert(1)</script></td><td>&nbsp;</td><td>3</td></tr></table>
<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table></body></html>"""
ROWS = (
    ("District", "Count – all", None),
    (None, "2015", "2016"),
    ("Blaby", "1,204", "7%"),
    ("Melton", None, "3"),
)


@pytest.mark.parametrize("charset", ("utf-8", "windows-1252", "utf-16", "no-such-charset"))
def test_tables_of_a_web_page_are_sheets(charset: str, tmp_path: Path) -> None:
    encoding = charset if charset != "no-such-charset" else "cp1252"
    path = tmp_path / "export.xls"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    workbook = read_file(path)
    assert workbook.kind is WorkbookKind.WEB_PAGE
    assert [sheet.name for sheet in workbook.sheets] == ["Table 1", "Table 2"]
    assert workbook.sheets[0].rows == ROWS
    assert workbook.sheets[0].merges == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert workbook.sheets[1].rows == (("inner",),)


@pytest.mark.parametrize("page", (b"<html><p>Please log in</p>", b"<html>", b"<table></table>"))
def test_a_page_without_a_table_is_refused(page: bytes) -> None:
    with pytest.raises(LoadError, match="web page without a table"):
        read_web_tables(page, "export.xls")


def test_pages_and_spans_beyond_all_measure_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = b"<table><tr><td rowspan=65000 colspan=999>x</td></tr></table>"
    with pytest.raises(LoadError, match="claims more than"):
        read_web_tables(wide, "wide.xls")
    assert read_web_tables(b"<table><tr><td colspan=-1 rowspan=x>a</table>", "a.xls")[0].rows
    monkeypatch.setattr(web_tables, "_LARGEST_PAGE", 10)
    with pytest.raises(LoadError, match="web page of"):
        read_web_tables(wide, "large.xls")


def test_nothing_is_fetched_and_no_entity_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    page = f"""<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
    <table><tr><td>&x;<img src="http://192.0.2.1/a.png"></td><td>1</td></tr></table>"""
    rows = read_web_tables(page.encode(), "a.xls")[0].rows
    assert "secret" not in str(rows)
