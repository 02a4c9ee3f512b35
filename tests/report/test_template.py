"""Papers in council templates of many makes, and templates that must not be used."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.progress import Silent
from safer_desktop.report.accessibility import faults
from safer_desktop.report.content import Heading
from safer_desktop.report.docx_parts import PaperParts, W, heading_level, rendered_numbers, words
from safer_desktop.report.outline import build, draft_paragraphs
from safer_desktop.report.template_file import BODY_MARK, LARGEST, cleaned, read_template
from safer_desktop.report.word import write
from safer_desktop.report.word_council import Template, opened
from tests.report import sample
from tests.report.templates import MARK, RELATIONS, VARIANTS, Made, control, section, text

PAPER = build(sample.inputs())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample's paper in each template."""
    folder = tmp_path_factory.mktemp("variants")
    made = {}
    for name, make in VARIANTS.items():
        template = cleaned(make().packed(), f"{name}.docx")
        looked_at = opened(template.content)
        made[name] = folder / f"{name}.docx"
        write(PAPER, made[name], Silent(), Template(template.content, looked_at.guessed))
    return made


@pytest.mark.parametrize("name", tuple(VARIANTS))
def test_the_paper_in_a_template_has_every_paragraph_and_no_fault(
    written: dict[str, Path], name: str
) -> None:
    paper = PaperParts.read(written[name])
    assert faults(written[name]) == []
    printed = [text for _, text in rendered_numbers(paper)]
    assert printed == [draft.text for draft in draft_paragraphs(sample.inputs())]
    headings = [words(p) for p in paper.paragraphs if heading_level(paper, p) == 1]
    expected = [it.text for it in PAPER.blocks if isinstance(it, Heading) and it.level == 1]
    assert headings == ["Contents", *expected]
    assert BODY_MARK not in written[name].read_bytes().decode("latin-1")
    assert docx.Document(str(written[name])).core_properties.title == PAPER.title


def test_a_templates_own_words_header_and_order_stay(written: dict[str, Path]) -> None:
    own = docx.Document(str(written["own"]))
    assert own.paragraphs[0].text == "Confidential until published"
    assert "Midshire County Council" in own.sections[0].header.paragraphs[0].text
    last = docx.Document(str(written["controls"])).paragraphs[-1]
    assert last.text == "Published by the council."


def test_lying_pages_take_the_templates_lying_footer_and_what_follows_stands(
    written: dict[str, Path],
) -> None:
    sections = list(docx.Document(str(written["lying"])).sections)
    assert all(
        (it.orientation is WD_ORIENT.LANDSCAPE) == ("on its side" in it.footer.paragraphs[0].text)
        for it in sections
    )
    assert [it.different_first_page_header_footer for it in sections].count(True) == 1
    assert sections[0].different_first_page_header_footer
    turned = PaperParts.read(written["own"])
    (own, wider) = (turned.tree(it) for it in sorted(turned.parts) if it.startswith("word/footer"))
    stops = [[(t.get(f"{W}val"), t.get(f"{W}pos")) for t in it.iter(f"{W}tab") if t.attrib]
             for it in (own, wider)]  # fmt: skip
    assert stops == [[("right", "9026")], [("clear", "9026"), ("right", "13958")]]


def test_the_cover_is_filled_in_by_tag_and_by_mark(written: dict[str, Path]) -> None:
    paper = PaperParts.read(written["controls"])
    said = [words(it) for it in paper.paragraphs][:4]
    assert said == [
        PAPER.title,
        "Meeting: 12 June 2017",
        "Leicestershire Safer Communities Strategy Board",
        f"Item 7, contact {PAPER.contact}.",
    ]
    xml = paper.parts["word/document.xml"]
    assert b"dataBinding" not in xml
    assert b"fullDate" not in xml
    assert b"showingPlcHdr" not in xml
    header = docx.Document(str(written["controls"])).sections[0].header.paragraphs[0].text
    assert header == f"{PAPER.council}, {PAPER.edition}"


def test_a_councils_style_names_are_guessed(written: dict[str, Path]) -> None:
    paper = PaperParts.read(written["unusual"])
    used = {paper.style_name(it) for it in paper.paragraphs}
    assert {"mcc heading 1", "mcc numbered para", "mcc table caption", "mcc source"} <= used
    assert "lettered paragraph" in used


def test_macros_and_what_lies_outside_are_left_out_with_a_note(written: dict[str, Path]) -> None:
    template = cleaned(VARIANTS["docm"]().packed(), "x.docm")
    names = zipfile.ZipFile(io.BytesIO(template.content)).namelist()
    assert not [it for it in names if "vba" in it]
    assert b"evil.example" not in template.content
    assert [it for it in template.notes if "macros" in it]
    assert [it for it in template.notes if "file://server" in it]
    assert "Intranet" in docx.Document(str(written["docm"])).paragraphs[0].text
    again = cleaned(template.content, "x.docx")
    assert again.notes == ()
    assert again.content == template.content


def _bomb() -> bytes:
    made = Made(MARK)
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    made.change("word/document.xml", "<w:document", f"{declared}<w:document")
    made.change("word/document.xml", "{{report_body}}", "{{report_body}}&b;")
    return made.packed()


def _fetching() -> bytes:
    return Made(MARK + text("").replace(
        "<w:t></w:t>", '<w:instrText> DDEAUTO c:\\\\x "y" </w:instrText>'
    )).packed()  # fmt: skip


def _swollen() -> bytes:
    made = Made(MARK)
    made.part("word/media/x.png", b"\x00" * 61_000_000, "image", "rIdB")
    return made.packed()


REFUSED: dict[str, Callable[[], bytes]] = {
    "no place for the report": Made(text("Hello") + section()).packed,
    "more than one place": Made(MARK + MARK).packed,
    "has no place for the report: a line of its own": Made(
        f"<w:tbl><w:tr><w:tc>{MARK}</w:tc></w:tr></w:tbl>"
    ).packed,
    "declares entities": _bomb,
    "fetches something from outside": _fetching,
    "unpacks to more": _swollen,
    "old format, or has a password": lambda: b"\xd0\xcf\x11\xe0" + b"x" * 600,
    "not a Word file": lambda: b"PK\x03\x04 nothing",
}


def _without_main() -> bytes:
    made = Made(MARK)
    made.main_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    return made.packed()


REFUSED["not a Word document or template"] = _without_main


@pytest.mark.parametrize("why", tuple(REFUSED))
def test_what_is_no_template_is_refused_in_plain_words(why: str) -> None:
    with pytest.raises(ReportError, match=why) as caught:
        cleaned(REFUSED[why](), "council.dotx")
    assert "council.dotx" in caught.value.where
    assert caught.value.remedy


def test_a_file_too_large_for_the_pack_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.dotx"
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(ReportError, match="at most 5 MB"):
        read_template(path)
    with pytest.raises(ReportError, match="cannot be read"):
        read_template(tmp_path / "none.dotx")


def test_the_checker_says_what_a_template_breaks(tmp_path: Path) -> None:
    made = Made(
        text("Draft", "Note") + text("") + control("meeting_place", "Click here") + MARK
        + section(), dressed=False,
    )  # fmt: skip
    made.change("word/styles.xml", '<w:color w:val="3D3D3D"/><w:sz w:val="18"/>',
                '<w:color w:val="AAAAAA"/><w:sz w:val="18"/>')  # fmt: skip
    made.relate("rIdI", f"{RELATIONS}/image", "https://x.example/logo.png",
                ' TargetMode="External"')  # fmt: skip
    template = cleaned(made.packed(), "poor.dotx")
    assert [it for it in template.notes if "picture that lies outside" in it]
    path = tmp_path / "poor.docx"
    write(PAPER, path, Silent(), Template(template.content, opened(template.content).guessed))
    found = " ".join(faults(path))
    for said in ("empty paragraph", "style 'note'", "Click here"):
        assert said in found
