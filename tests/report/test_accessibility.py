"""The exported paper passes the acceptance list; the checker finds planted faults."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from safer_desktop.domain.progress import Silent
from safer_desktop.report import word_charts, word_tables
from safer_desktop.report.accessibility import contrast, faults
from safer_desktop.report.outline import build
from safer_desktop.report.word import write
from tests.report import sample

DOCUMENT = "word/document.xml"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "paper.docx"
    write(build(sample.inputs()), path, Silent())
    return path


def test_the_paper_has_no_fault(written: Path) -> None:
    assert faults(written) == []


PLANTED = {
    "an empty paragraph": (DOCUMENT, rb"</w:body>", rb"<w:p/></w:body>"),
    "A number or bullet was typed": (DOCUMENT, rb">That the Board:<", rb">1. That the Board:<"),
    "A heading of level 3 follows level 1": (DOCUMENT, rb'"Heading2"', rb'"Heading3"'),
    "The style Fancy does not exist": (DOCUMENT, rb'"Note"', rb'"Fancy"'),
    "an alternative text of 0 characters": (DOCUMENT, rb'descr="[^"]*"', rb'descr=""'),
    "drawings share an id": (DOCUMENT, rb'docPr id="\d+"', rb'docPr id="7"'),
    "A row may split": (DOCUMENT, rb"<w:cantSplit/>", rb""),
    "A table has no header row": (DOCUMENT, rb"<w:tblHeader/>", rb""),
    "A table has no alternative text": (DOCUMENT, rb"<w:tblDescription[^>]*/>", rb""),
    "an empty cell": (DOCUMENT, rb">Target missed<", rb"> <"),
    "Low contrast": (DOCUMENT, rb'w:fill="12436D"', rb'w:fill="C0C0C0"'),
    "A field is not closed": (DOCUMENT, rb'<w:fldChar w:fldCharType="end"/>', rb""),
    "Left over: None": (DOCUMENT, rb">Not ranked<", rb">None<"),
    "American English in": ("word/charts/chart1.xml", rb"en-GB", rb"en-US"),
    "and its workbook differ": ("word/charts/chart1.xml", rb"<c:v>7.34</c:v>", rb"<c:v>8</c:v>"),
    "negative axis": ("word/charts/chart2.xml", rb"5000000", rb"-5000000"),
    "compatibility mode": ("word/settings.xml", rb'w:val="15"', rb'w:val="14"'),
    "whether to update fields": (
        "word/settings.xml",
        rb"<w:compat>",
        rb"<w:updateFields/><w:compat>",
    ),
    "have no title": ("docProps/core.xml", rb"<dc:title>[^<]*<", rb"<dc:title><"),
    "A footer does not say": ("word/footer2.xml", rb"NUMPAGES", rb"SECTION"),
    "A link leads to": ("word/_rels/document.xml.rels", rb"mailto:", rb"file:"),
    "List 1 does not exist": ("word/numbering.xml", rb'w:numId="1"', rb'w:numId="2"'),
    "Bold text poses": (
        DOCUMENT,
        rb"<w:r>(<w:t[^>]*>That the Board)",
        rb"<w:r><w:rPr><w:b/></w:rPr>\1",
    ),
}


@pytest.mark.parametrize("fault", tuple(PLANTED))
def test_the_checker_finds_a_planted_fault(written: Path, tmp_path: Path, fault: str) -> None:
    part, pattern, new = PLANTED[fault]
    spoiled = tmp_path / "spoiled.docx"
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(spoiled, "w") as made:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content, count = re.subn(pattern, new, content)
                assert count, "nothing was planted"
            made.writestr(name, content)
    assert any(fault in found for found in faults(spoiled))


@pytest.mark.parametrize(
    "colour",
    (
        *word_charts.SERIES_COLOURS,
        word_charts.REFERENCE_COLOUR,
        word_charts.EMPHASIS_COLOUR,
        word_charts.INK,
    ),
)
def test_chart_parts_stand_out_from_white(colour: str) -> None:
    wanted = 3.0 if colour != word_charts.INK else 4.5
    assert contrast(colour, "FFFFFF") >= wanted


@pytest.mark.parametrize("shade", tuple(word_tables.SHADES.values()))
def test_shades_carry_black_text(shade: str) -> None:
    assert contrast("000000", shade) >= 7
