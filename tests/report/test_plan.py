"""The board's own outline: order, left-out parts, own headings, contents of long papers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from safer_desktop.domain.progress import Silent
from safer_desktop.report.accessibility import faults
from safer_desktop.report.content import Heading, Paragraph
from safer_desktop.report.docx_parts import PaperParts, W, heading_level, words
from safer_desktop.report.length import pages
from safer_desktop.report.outline import build, draft_paragraphs
from safer_desktop.report.plan import PlanEntry, arranged, default_plan
from safer_desktop.report.word import write
from tests.report import sample

CATALOGUE = sample.inputs().catalogue
PLAN = default_plan(CATALOGUE)


def _without(*codes: str) -> tuple[PlanEntry, ...]:
    return tuple(replace(it, included=it.code not in codes) for it in PLAN)


def _said(plan: tuple[PlanEntry, ...]) -> tuple[list[str], str]:
    paper = build(sample.inputs(plan=plan))
    headings = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 1]
    return headings, " ".join(b.text for b in paper.blocks if isinstance(b, Paragraph))


def test_headings_move_are_renamed_left_out_and_added() -> None:
    own = PlanEntry("own:1", "Background Papers", text="Minutes of 2 March.\n\nPlan 2016.\n")
    empty = PlanEntry("own:2", "Consultation")
    officers = next(it for it in PLAN if it.code == "officers")
    rest = [it for it in _without("future") if it.code != "officers"]
    rest[0] = replace(rest[0], title="Purpose of the report")
    headings, text = _said((officers, own, empty, *rest))
    assert headings[:4] == [
        "Officers to Contact",
        "Background Papers",
        "Purpose of the report",
        "Overall Performance Summary",
    ]
    assert "Consultation" not in headings
    assert "Future performance reporting" not in headings
    assert "Minutes of 2 March. Plan 2016." in text


def test_what_is_left_out_is_not_announced() -> None:
    headings, text = _said(_without("appendix:dashboard"))
    assert "Appendix 1: Risk/harm matrix" in headings
    assert "profile is shown at Appendix 1." in text
    assert "Appendix 2" not in text
    assert "dashboard is shown" not in text
    headings, text = _said(_without("appendix:matrix", "appendix:charts"))
    assert "Appendix 1: Performance dashboard" in headings
    assert "Appendix 2" not in text
    assert "risk/harm" not in text.lower()
    assert "Charts show" not in text


def test_a_kept_outline_follows_the_catalogue() -> None:
    kept = (
        PlanEntry("gone", "A priority that was dropped"),
        *(replace(it, title="Old name") for it in PLAN if it.code != "reoffending"),
    )
    made = arranged(kept, CATALOGUE)
    assert [it.code for it in made] == [it.code for it in PLAN]
    names = {it.code: it.name for it in CATALOGUE.priorities}
    assert all(it.title == names[it.code] for it in made if it.code in names)
    drafts = draft_paragraphs(sample.inputs(plan=kept))
    assert [it.key for it in drafts] == [it.key for it in draft_paragraphs(sample.inputs())]


def test_a_long_paper_has_its_contents_filled_in(tmp_path: Path) -> None:
    paper = build(sample.inputs())
    assert pages(paper.blocks) > 10
    assert paper.contents
    short = build(sample.inputs(plan=_without(*(it.code for it in PLAN if it.is_appendix))))
    assert not short.contents
    write(paper, tmp_path / "long.docx", Silent())
    assert faults(tmp_path / "long.docx") == []
    parts = PaperParts.read(tmp_path / "long.docx")
    listed = [words(it) for it in parts.paragraphs if parts.style_name(it).startswith("toc ")]
    headings = [words(it) for it in parts.paragraphs if 0 < heading_level(parts, it) <= 2]
    assert headings[0] == "Contents"
    assert listed == headings[1:]
    assert b"updateFields" not in parts.parts["word/settings.xml"]


def test_controls_with_fields_are_building_blocks_which_libreoffice_shows_rightly(
    tmp_path: Path,
) -> None:
    write(build(sample.inputs()), tmp_path / "paper.docx", Silent())
    document = PaperParts.read(tmp_path / "paper.docx").tree("word/document.xml")
    controls = [it for it in document.iter(f"{W}sdt") if any(True for _ in it.iter(f"{W}fldChar"))]
    assert controls
    assert all(it.find(f"{W}sdtPr/{W}docPartObj") is not None for it in controls)
