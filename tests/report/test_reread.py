"""A second export over a file that somebody worked on, edited the way Word writes its files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.evidence import Verdict
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.progress import Silent
from safer_desktop.report.outline import PaperInputs, build
from safer_desktop.report.reread import OUR_NAME, Merged, Step, merge, record_of
from safer_desktop.report.word import made_paper
from safer_desktop.report.word_record import blocks_of, text_of
from tests.report import sample
from tests.report.accessibility import faults

BURGLARY = "narr:indicator:burglary-dwelling"
VEHICLE = "narr:indicator:vehicle-crime"
HATE = "narr:indicator:hate-incidents"
Edit = Callable[[Any], None]


def falling() -> Figure:
    """Burglary as a later file gives it: it now fell by 6%."""
    return sample.figure(
        "burglary-dwelling",
        sample.quantity(6.21, Unit.RATE_HOUSEHOLDS, sample.YEAR, 1714, 276_000),
        sample.quantity(6.61, Unit.RATE_HOUSEHOLDS, sample.YEAR.year_before(), 1824, 276_000),
        sample.REAL,
        Verdict.BETTER,
    )


def inputs_with(*figures: Figure) -> PaperInputs:
    inputs = sample.inputs()
    return replace(inputs, figures={**inputs.figures, **{it.indicator: it for it in figures}})


@pytest.fixture(scope="module")
def first() -> bytes:
    return made_paper(build(sample.inputs()), Silent())


def edited(content: bytes, *edits: Edit) -> bytes:
    document = Document(io.BytesIO(content))
    for edit in edits:
        edit(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def again(old: bytes, inputs: PaperInputs, hashes: dict[str, str] | None = None) -> Merged:
    paper = build(inputs)
    return merge(old, "Paper.docx", made_paper(paper, Silent()), paper, hashes)


def texts(content: bytes | None) -> dict[str, str]:
    assert content is not None
    return {tag: text_of(it) for tag, it in blocks_of(Document(io.BytesIO(content))).items()}


def paragraph_of(document: Any, tag: str) -> Any:
    return next(blocks_of(document)[tag].iter(qn("w:p")))


def says(tag: str, old: str, new: str) -> Edit:
    """Words typed over in Word, in one run."""

    def edit(document: Any) -> None:
        found = [it for it in blocks_of(document)[tag].iter(qn("w:t")) if old in (it.text or "")]
        found[0].text = found[0].text.replace(old, new, 1)

    return edit


def without(tag: str) -> Edit:
    def edit(document: Any) -> None:
        control = blocks_of(document)[tag]
        control.getparent().remove(control)

    return edit


def written(text: str, *, after: str, tracked: bool = False) -> Edit:
    """A paragraph that the author added behind a block."""
    words = f'<w:r w:rsidR="00A1B2C3"><w:t xml:space="preserve">{text}</w:t></w:r>'
    if tracked:
        words = f'<w:ins w:id="901" w:author="Ann" w:date="2017-05-01T09:00:00Z">{words}</w:ins>'

    def edit(document: Any) -> None:
        made = parse_xml(f'<w:p {nsdecls("w")} w:rsidR="00A1B2C3">{words}</w:p>')
        blocks_of(document)[after].addnext(made)

    return edit


def as_word_saves(document: Any) -> None:
    """What Word adds on saving although nobody typed a word."""
    for number, paragraph in enumerate(document.element.body.iter(qn("w:p"))):
        paragraph.set(qn("w:rsidR"), f"00{number:06X}")
        paragraph.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
        for run in list(paragraph.findall(qn("w:r"))):
            text = run.find(qn("w:t"))
            if text is None or len(text.text or "") < 8:
                continue
            second = deepcopy(run)
            text.text, second.find(qn("w:t")).text = text.text[:5], text.text[5:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            second.insert(0, parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
            run.addnext(second)


def test_nothing_changed_and_nothing_is_written(first: bytes) -> None:
    assert again(first, sample.inputs()).content is None
    merged = again(edited(first, as_word_saves), sample.inputs())
    assert merged.content is None
    assert merged.done == ()


def test_untouched_paragraphs_get_the_new_draft(first: bytes, tmp_path: Path) -> None:
    merged = again(edited(first, as_word_saves), inputs_with(falling()))
    now, before = texts(merged.content), texts(first)
    fresh = texts(made_paper(build(inputs_with(falling())), Silent()))
    assert "fell by 6%" in now[BURGLARY]
    assert now == fresh
    assert now[VEHICLE] == before[VEHICLE]
    path = tmp_path / "again.docx"
    assert merged.content is not None
    path.write_bytes(merged.content)
    assert faults(path) == []


def test_edited_words_stay_figures_in_them_follow_and_a_turn_is_flagged(first: bytes) -> None:
    old = edited(first, says(BURGLARY, " rose by ", " climbed, sadly, by "), as_word_saves)
    merged = again(old, inputs_with(falling()))
    text = texts(merged.content)[BURGLARY]
    assert text.startswith("Domestic burglary climbed, sadly, by 6% in the 12 months")
    assert "to 6.21 per 1,000 households (1,824 to 1,714 offences)" in text
    turned, gone = merged.of(Step.FLAGGED)
    assert "gave a rise (11%); now they give a fall (6%)" in turned.why
    assert gone.why.endswith("no longer give a figure in place of '6.90', '6th of 9' and '6/9'.")
    assert merged.content is not None
    comments = Document(io.BytesIO(merged.content)).comments
    assert [(it.author, it.text) for it in comments] == [
        (OUR_NAME, turned.why),
        (OUR_NAME, gone.why),
    ]
    once_more = again(merged.content, inputs_with(falling()))
    assert once_more.content is None


def test_looks_alone_are_an_edit(first: bytes) -> None:
    def bold(document: Any) -> None:
        run = next(paragraph_of(document, BURGLARY).iter(qn("w:r")))
        run.insert(0, parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))

    merged = again(edited(first, bold), inputs_with(falling()))
    assert merged.of(Step.KEPT)
    assert "rose by 6%" in texts(merged.content)[BURGLARY]


def test_deleted_added_moved_comments_and_tracked_changes_stay(first: bytes) -> None:
    def move(document: Any) -> None:
        blocks = blocks_of(document)
        blocks["head:introduction"].addnext(blocks[HATE])

    def remark(document: Any) -> None:
        made = document.comments.add_comment(text="Is this so?", author="Ann", initials="A")
        number = {qn("w:id"): str(made.comment_id)}
        target = paragraph_of(document, BURGLARY)
        target.insert(1, target.makeelement(qn("w:commentRangeStart"), number))
        target.append(target.makeelement(qn("w:commentRangeEnd"), number))
        run = target.makeelement(qn("w:r"), {})
        run.append(target.makeelement(qn("w:commentReference"), number))
        target.append(run)

    old = edited(
        first,
        move,
        remark,
        without(VEHICLE),
        written("The Board asked for this.", after=HATE),
        written("Ann adds this.", after=BURGLARY, tracked=True),
    )
    merged = again(old, inputs_with(falling()))
    assert merged.content is not None
    document = Document(io.BytesIO(merged.content))
    body = document.element.body
    assert VEHICLE not in blocks_of(document)
    assert blocks_of(document)[HATE].getprevious() is blocks_of(document)["head:introduction"]
    assert text_of(blocks_of(document)[HATE].getnext()) == "The Board asked for this."
    added = blocks_of(document)[BURGLARY].getnext()
    assert added.find(qn("w:ins")).get(qn("w:author")) == "Ann"
    assert [it.text for it in document.comments if it.author == "Ann"] == ["Is this so?"]
    commented = paragraph_of(document, BURGLARY)
    assert "fell by 6%" in text_of(commented)
    assert commented.find(qn("w:commentRangeStart")) is not None
    assert len(list(body.iter(qn("w:commentReference")))) == 1
    assert (merged.comments, merged.tracked) == (1, 1)
    assert [it.what for it in merged.of(Step.OWN)] == [
        "The Board asked for this.",
        "Ann adds this.",
    ]
    assert len(merged.of(Step.DELETED)) == 1
    assert len(merged.of(Step.MOVED)) == 1
    assert VEHICLE not in texts(again(merged.content, sample.inputs()).content)


def test_a_figure_typed_over_is_kept_and_flagged(first: bytes) -> None:
    old = edited(first, says(BURGLARY, "7.34", "7.5"))
    merged = again(old, inputs_with(falling()))
    assert "to 7.5 per 1,000" in texts(merged.content)[BURGLARY]
    assert "'7.5' was typed here by hand; the data give 6.21." in [
        it.why for it in merged.of(Step.FLAGGED)
    ]


def test_a_deletion_that_is_only_tracked_is_kept(first: bytes) -> None:
    def delete(document: Any) -> None:
        paragraph = paragraph_of(document, BURGLARY)
        run = next(it for it in paragraph if it.tag == qn("w:r"))
        run.find(qn("w:t")).tag = qn("w:delText")
        wrapped = parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="Ann"/>')
        run.addprevious(wrapped)
        wrapped.append(run)

    merged = again(edited(first, delete), inputs_with(falling()))
    assert merged.content is not None
    paragraph = paragraph_of(Document(io.BytesIO(merged.content)), BURGLARY)
    assert (
        "".join(it.text for it in paragraph.iter(qn("w:delText"))) == "Domestic burglary rose by "
    )
    assert "6%" in text_of(paragraph)


def test_an_edited_table_is_kept_and_flagged(first: bytes) -> None:
    tag = next(it for it in texts(first) if it.startswith("tbl:safer-communities-dashboard"))
    merged = again(edited(first, says(tag, "7.34", "see note")), inputs_with(falling()))
    assert "see note" in texts(merged.content)[tag]
    assert any("The data behind this have changed." in it.why for it in merged.of(Step.FLAGGED))


def test_new_and_dropped_paragraphs_and_charts(first: bytes, tmp_path: Path) -> None:
    inputs = sample.inputs()
    fewer = replace(
        inputs,
        figures={c: f for c, f in inputs.figures.items() if c != "burglary-dwelling"},
        trends={c: t for c, t in inputs.trends.items() if c != "burglary-dwelling"},
        districts={c: d for c, d in inputs.districts.items() if c != "burglary-dwelling"},
    )
    small = made_paper(build(fewer), Silent())
    grown = again(small, inputs)
    assert grown.of(Step.ADDED)
    assert sorted(texts(grown.content)) == sorted(texts(first))
    path = tmp_path / "grown.docx"
    assert grown.content is not None
    path.write_bytes(grown.content)
    wrong = [it for it in faults(path) if "captions" not in it]
    assert wrong == []
    shrunk = again(grown.content, fewer)
    assert shrunk.content is not None
    assert BURGLARY not in texts(shrunk.content)
    assert BURGLARY in texts(again(shrunk.content, inputs).content)
    with zipfile.ZipFile(io.BytesIO(shrunk.content)) as package:
        charts = [it for it in package.namelist() if it.startswith("word/charts/chart")]
    with zipfile.ZipFile(io.BytesIO(small)) as package:
        assert len(charts) == sum(it.startswith("word/charts/chart") for it in package.namelist())


def test_a_hash_that_the_pack_does_not_know_counts_as_edited(first: bytes) -> None:
    hashes = dict(record_of(first).blocks)
    assert "fell by 6%" in texts(again(first, inputs_with(falling()), hashes).content)[BURGLARY]
    hashes[BURGLARY] = "another"
    merged = again(first, inputs_with(falling()), hashes)
    assert "rose by 6%" in texts(merged.content)[BURGLARY]
    assert merged.of(Step.KEPT)


def without_controls(document: Any) -> None:
    for control in list(document.element.body.iter(qn("w:sdt"))):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)


def without_record(document: Any) -> None:
    for name, it in list(document.part.rels.items()):
        if it.reltype.endswith("/customXml"):
            del document.part.rels[name]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (without_controls, "lost the marks"),
        (without_record, "nothing in it tells your words"),
    ],
)
def test_a_stripped_paper_is_refused(first: bytes, edit: Edit, words: str) -> None:
    with pytest.raises(ReportError, match=words) as caught:
        again(edited(first, edit), sample.inputs())
    assert "LibreOffice" in caught.value.where
    assert "another name" in caught.value.remedy


def test_other_papers_are_refused(first: bytes) -> None:
    paper = build(sample.inputs())
    for other, words in (
        (replace(paper, edition="2017/18 Q1"), "is the paper of"),
        (replace(paper, council="Another Council"), "from another pack"),
    ):
        with pytest.raises(ReportError, match=words):
            merge(first, "Paper.docx", made_paper(other, Silent()), other, None)
    with pytest.raises(ReportError, match="no Word document"):
        merge(b"not a file", "Paper.docx", first, paper, None)
