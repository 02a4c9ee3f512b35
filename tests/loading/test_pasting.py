"""Cells from the clipboard become a workbook that takes the same road as a file."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Silent
from safer_desktop.loading import pasting
from safer_desktop.loading.cells import WorkbookKind
from safer_desktop.loading.pasting import NOTE, SHEET, read_pasted
from safer_desktop.loading.road import inspect_pasted, prepare

NOW = datetime(2017, 4, 20, 9, 5, 7, tzinfo=UTC)
TEXT = (
    "Residents affected by anti-social behaviour (%)\t\r\n"
    "Year\tShare\r\n2014/15\t5.9\r\n2015/16\t5.4\r\n"
)
HTML = """<html><body><!--StartFragment--><table><style>td {color: red}</style>
<tr><td colspan=2>Residents affected by<br> anti-social
  behaviour (%)</td></tr><tr><td>Year</td><td>Share</td></tr>
<tr><td>2014/15</td><td align=right>5.9</td></tr><tr><td>2015/16</td><td>5.4</td></tr></table>
<!--EndFragment--></body></html>"""


def test_cells_apart_by_tabs_make_a_sheet() -> None:
    workbook = read_pasted('A\tB\r\n"two\nlines"\t"1,204"\r\n\t\r\n', "", NOW)
    assert workbook.name == "Pasted on 20 April 2017 09.05.07"
    assert workbook.kind is WorkbookKind.PASTED
    assert [sheet.name for sheet in workbook.sheets] == [SHEET]
    assert workbook.sheets[0].rows == (("A", "B"), ("two\nlines", "1,204"))


def test_html_beside_the_text_tells_which_cells_are_merged() -> None:
    workbook = read_pasted(TEXT, HTML, NOW)
    assert workbook.sheets[0].merges == ((0, 0, 0, 1),)
    assert workbook.sheets[0].rows[2] == ("2014/15", "5.9")
    assert workbook.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert workbook.size == len(TEXT.encode())


@pytest.mark.parametrize(
    "html",
    (
        HTML.replace("5.9", "6.9"),
        HTML.replace("</table>", "</table><table><tr><td>1</td></tr></table>"),
        "<p>no table</p>",
        "",
    ),
)
def test_html_that_says_something_else_is_not_heeded(html: str) -> None:
    sheet = read_pasted(TEXT, html, NOW).sheets[0]
    assert not sheet.merges
    assert sheet.rows[2] == ("2014/15", "5.9")


def test_html_alone_is_enough() -> None:
    workbook = read_pasted("", HTML, NOW)
    assert workbook.sheets[0].merges == ((0, 0, 0, 1),)
    assert workbook.sheets[0].value(2, 0) == "2014/15"
    assert workbook.sha256 == hashlib.sha256(HTML.encode()).hexdigest()


def test_nothing_and_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LoadError, match="no cells on the clipboard"):
        read_pasted(" \r\n", "", NOW)
    monkeypatch.setattr(pasting, "LARGEST", 10)
    with pytest.raises(LoadError, match="Too much was copied"):
        read_pasted(TEXT, "", NOW)


def test_what_was_pasted_takes_the_same_road_as_a_file(catalogue: Catalogue) -> None:
    inspection = inspect_pasted(TEXT, HTML, NOW, catalogue, (), Silent())
    assert inspection.proposal is not None
    load = prepare(
        inspection,
        inspection.proposal,
        catalogue,
        partner="CBS",
        who="A",
        now=NOW,
        known={},
        progress=Silent(),
    )
    read = {(o.period.label, o.value, o.source.cell) for o in load.observations}
    assert read == {("2014/15", 5.9, "B3"), ("2015/16", 5.4, "B4")}
    assert load.file.note == NOTE
    words = load.observations[0].source.words(load.file.name)
    assert words == "Pasted on 20 April 2017 09.05.07, sheet 'Pasted cells', cell B3"
    assert not [p for p in load.problems if "as text" in p.what]
