"""Papers as files: numbered as Word numbers them, and nothing hostile gets through."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from safer_desktop.domain.errors import ReportError
from safer_desktop.report.claims.paper_file import from_text, read_paper

_NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/>
<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="70"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""


def made(path: Path, lines: list[tuple[str, int]]) -> Path:
    """A Word file whose paragraphs stand at these list levels (-1: none)."""
    document = docx.Document()
    for text, level in lines:
        paragraph = document.add_paragraph(text)
        if level >= 0:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                    '<w:numId w:val="70"/></w:numPr>'
                )
            )
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Area", "Count", "Blaby", "12"), strict=True):
        cell.text = text
    document.save(str(path))
    with zipfile.ZipFile(path) as package:
        parts = {it.filename: package.read(it) for it in package.infolist()}
    parts["word/numbering.xml"] = _NUMBERING.encode()
    return packed(path, parts)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_numbers_are_those_that_word_prints(tmp_path: Path) -> None:
    lines = [("One", 0), ("A", 1), ("B", 1), ("Two", 0), ("A again", 1), ("Plain", -1), ("x", 2)]
    paper = read_paper(made(tmp_path / "p.docx", lines))
    assert [it.number for it in paper if not it.table] == [
        "1", "1 (a)", "1 (b)", "2", "2 (a)", "", "2.i",
    ]  # fmt: skip
    rows = [it for it in paper if it.table]
    assert [it.cells for it in rows] == [("Area", "Count"), ("Blaby", "12")]
    assert rows[1].place == "Table 1, row 2"


@pytest.mark.parametrize("ending", [".docm", ".dotx", ".dotm"])
def test_templates_and_files_with_macros_are_read_without_them(tmp_path: Path, ending: str) -> None:
    file = made(tmp_path / "p.docx", [("One", 0)])
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    other = file.rename(tmp_path / f"p{ending}")
    assert read_paper(other)[0].text == "One"


def test_deleted_words_are_out_and_inserted_ones_in(tmp_path: Path) -> None:
    body = (
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>It </w:t></w:r>"
        "<w:del><w:r><w:delText>fell</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>rose</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    file = packed(tmp_path / "p.docx", {"word/document.xml": body.encode()})
    assert [it.text for it in read_paper(file)] == ["It rose"]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'},
        {"word/document.xml": b"<w:document"},
        {"other.xml": b"<a/>"},
        {"word/document.xml": b"<a/>"},
        {"word/document.xml": b" " * 60_000_001},
    ],
)
def test_hostile_packages_are_refused_in_plain_words(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    with pytest.raises(ReportError) as refused:
        read_paper(packed(tmp_path / "p.docx", parts))
    assert "p.docx" in str(refused.value)
    assert refused.value.remedy


def test_what_is_no_paper_is_refused(tmp_path: Path) -> None:
    for name, data in (("a.pdf", b"%PDF-1.7"), ("b.docx", b"PK\x03\x04 broken"), ("c.xyz", b"x")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ReportError):
            read_paper(tmp_path / name)
    with pytest.raises(ReportError):
        read_paper(tmp_path / "absent.docx")


def test_text_in_any_coding(tmp_path: Path) -> None:
    for coding in ("utf-8-sig", "cp1252", "utf-16"):
        file = tmp_path / f"{coding}.txt"
        file.write_bytes("1. It cost \N{POUND SIGN}5.\r\n\r\n2. No more.".encode(coding))
        assert [(it.number, it.text) for it in read_paper(file)] == [
            ("1", "It cost \N{POUND SIGN}5."),
            ("2", "No more."),
        ]


def test_lines_broken_in_a_sentence_are_joined_and_headings_told() -> None:
    paper = from_text(
        " Summary \n\n1. The purpose of this \n\nreport is plain. "
        "\n\n(a) First.\n\n Crime\n\n 2. It rose.\n"
    )
    assert [(it.number, it.text, it.heading) for it in paper if not it.is_heading] == [
        ("1", "The purpose of this report is plain.", "Summary"),
        ("1 (a)", "First.", "Summary"),
        ("2", "It rose.", "Crime"),
    ]
