"""The Word file, read back; and what happens when it cannot be written."""

from __future__ import annotations

import os
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT

from safer_desktop.domain.errors import Cancelled, ReportError
from safer_desktop.domain.progress import Silent
from safer_desktop.report.content import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Heading,
    Link,
    Paper,
    Paragraph,
    Role,
    Series,
    Table,
)
from safer_desktop.report.outline import build, draft_paragraphs
from safer_desktop.report.word import write
from tests.report import sample
from tests.report.accessibility import Paper as Parts
from tests.report.accessibility import (
    chart_figures,
    document_of,
    faults,
    rendered_numbers,
    same_figures,
)

NASTY = "=HYPERLINK(\"x\") <b>&amp;</b> \x00\x07\ud800\ufffe \u202eabc\n\t{x} 'q' \U0001f600"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "Board paper.docx"
    write(build(sample.inputs()), path, Silent())
    return path


def test_every_paragraph_is_there_with_its_number(written: Path) -> None:
    numbers = rendered_numbers(Parts.read(written))
    assert [text for _, text in numbers] == [d.text for d in draft_paragraphs(sample.inputs())]
    body = [number for number, _ in numbers if number.endswith(".")]
    assert body == [f"{n}." for n in range(1, len(body) + 1)]
    assert [number for number, _ in numbers][-3:] == [body[-1], "(a)", "(b)"]


def test_python_docx_reads_headings_tables_and_properties(written: Path) -> None:
    document = document_of(written)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:2] == ["Contents", "Introduction"]
    assert headings[-1] == "Sources and data notes"
    properties = document.core_properties
    assert properties.title == "Safer Communities Performance: 2016/17 Q4"
    assert (properties.language, properties.author) == ("en-GB", "A. Coordinator")
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells][3:6] == ["7.34", "6.61", "+11%"]
    orientations = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert orientations == [False, True, False, True]


def test_charts_hold_the_figures_of_the_text(written: Path) -> None:
    parts = Parts.read(written)
    charts = {name: cached for name, cached, _ in chart_figures(parts)}
    line = charts["word/charts/chart1.xml"]
    assert line["B1"] == "Leicestershire"
    assert line["B26"] == 7.34
    assert "B13" not in line
    text = next(t for _, t in rendered_numbers(parts) if t.startswith("Domestic burglary rose"))
    assert f"to {line['B26']} per 1,000 households" in text
    for _, cached, held in chart_figures(parts):
        assert same_figures(cached, held)


def test_the_email_is_a_link(written: Path) -> None:
    relations = Parts.read(written).targets("word/document.xml").values()
    targets = {target for target, external in relations if external}
    assert targets == {"mailto:coordinator@example.org", "tel:01164960000"}


def _odd_paper() -> Paper:
    series = (Series(NASTY, (1.0, None, -2.5)),)
    chart = Chart(
        ChartKind.COLUMNS,
        NASTY,
        NASTY,
        (NASTY, "=1+1", "c"),
        series,
        "0.0",
        NASTY,
        NASTY * 40,
        NASTY,
    )
    table = Table(NASTY, (Column(NASTY, 1), Column("b", 2)), ((Cell(NASTY), Cell("\x00")),), NASTY)
    link = Link(NASTY, "mailto:a b\x00<c>@example.org")
    return Paper(
        title=NASTY,
        council=NASTY,
        board=NASTY,
        edition=NASTY,
        meeting=NASTY,
        agenda_item=NASTY,
        author=NASTY * 9,
        lines=(NASTY,),
        blocks=(
            Heading(1, NASTY),
            Paragraph("a", NASTY),
            Paragraph("b", NASTY, Role.PLAIN, link=link),
            chart,
            table,
        ),
    )


def test_hostile_text_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "odd.docx"
    write(_odd_paper(), path, Silent())
    assert faults(path) == []
    document = document_of(path)
    assert not any(set("\u202e\u202a") & set(p.text) for p in document.paragraphs)
    assert document.tables[0].rows[1].cells[1].text == "Not available"
    assert document.paragraphs[-1].text == "End of table 1."
    ((_, cached, held),) = chart_figures(Parts.read(path))
    assert held["A3"] == "=1+1"
    assert (cached["B2"], cached["B4"]) == (1.0, -2.5)


def test_a_negative_value_is_not_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "odd.docx"
    write(_odd_paper(), path, Silent())
    with zipfile.ZipFile(path) as archive:
        assert b"<c:min " not in archive.read("word/charts/chart1.xml")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="folder does not exist") as caught:
        write(build(sample.inputs()), tmp_path / "nowhere" / "a.docx", Silent())
    assert str(tmp_path / "nowhere") in caught.value.where
    assert caught.value.remedy


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(ReportError, match="open in another program"):
        write(build(sample.inputs()), tmp_path / "a.docx", Silent())
    assert [it.name for it in tmp_path.iterdir()] == ["a.docx"]


def _refuse(error: OSError) -> object:
    def replace_file(self: Path, target: Path) -> Path:
        raise error

    return replace_file


@pytest.mark.parametrize(
    ("error", "words"),
    (
        (PermissionError(13, "sharing violation"), "open in another program"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ),
)
def test_an_open_file_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"what was there")
    monkeypatch.setattr(Path, "replace", _refuse(error))
    with pytest.raises(ReportError, match=words):
        write(build(sample.inputs()), path, Silent())
    assert path.read_bytes() == b"what was there"
    assert [it.name for it in tmp_path.iterdir()] == ["paper.docx"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="the superuser may write anywhere",
)
def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReportError, match="does not allow it"):
        write(build(sample.inputs()), tmp_path / "a.docx", Silent())


class _Stops(Silent):
    def __init__(self, after: int) -> None:
        self.left = after
        self.seen: list[float] = []

    def report(self, done: float, text: str) -> None:
        self.seen.append(done)

    def cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write(build(sample.inputs()), tmp_path / "a.docx", _Stops(5))
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_up_to_one(tmp_path: Path) -> None:
    progress = _Stops(10_000)
    write(build(sample.inputs()), tmp_path / "a.docx", progress)
    assert progress.seen == sorted(progress.seen)
    assert progress.seen[-1] == 1.0


def test_a_paper_without_front_details(tmp_path: Path) -> None:
    paper = replace(build(sample.inputs()), meeting="", agenda_item="", lines=())
    write(paper, tmp_path / "a.docx", Silent())
    texts = [p.text for p in document_of(tmp_path / "a.docx").paragraphs[:3]]
    assert texts[1:] == ["Safer Communities Performance: 2016/17 Q4", "Contents"]
    assert faults(tmp_path / "a.docx") == []
