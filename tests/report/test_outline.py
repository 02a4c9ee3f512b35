"""The board's order, the user's own words, and nothing announced that is not there."""

from __future__ import annotations

from safer_desktop.domain.edition import Edition
from safer_desktop.report.content import (
    Chart,
    Heading,
    Paper,
    Paragraph,
    Role,
    Section,
    Table,
)
from safer_desktop.report.outline import PaperInputs, build, draft_paragraphs
from tests.report import sample


def _headings(paper: Paper, level: int = 1) -> list[str]:
    return [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == level]


def _paragraphs(paper: Paper) -> dict[str, list[Paragraph]]:
    found: dict[str, list[Paragraph]] = {}
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            found.setdefault(block.key, []).append(block)
    return found


def test_the_order_of_the_board_report() -> None:
    assert _headings(build(sample.inputs())) == [
        "Introduction",
        "Overall Performance Summary",
        "Ongoing Reductions in Crime",
        "Reducing Re-offending",
        "Repeat Victimisation and Vulnerable Victims",
        "Anti-Social Behaviour (ASB) & Satisfaction",
        "Preventing terrorism and radicalisation",
        "Future performance reporting",
        "Recommendations",
        "Officers to Contact",
        "Appendix 1: Performance dashboard",
        "Appendix 2: Risk/harm matrix",
        "Sources and data notes",
    ]


def test_appendices_lie_on_their_side_and_charts_stand_upright() -> None:
    sections = [b.landscape for b in build(sample.inputs()).blocks if isinstance(b, Section)]
    assert sections == [True, False, True, True]


def test_recommendations_are_a_lead_and_letters() -> None:
    paragraphs = _paragraphs(build(sample.inputs()))
    (lead,), (note,) = paragraphs["recommendations:lead"], paragraphs["recommendations:note"]
    assert (lead.text, lead.role) == ("That the Board:", Role.NUMBERED)
    assert (note.text, note.role) == (
        "Notes the 2016/17 Q4 performance information.",
        Role.LETTERED,
    )
    assert paragraphs["recommendations:matrix"][0].role is Role.LETTERED


def test_drafts_have_unique_keys_and_stand_under_their_heading() -> None:
    drafts = draft_paragraphs(sample.inputs())
    keys = [draft.key for draft in drafts]
    assert len(set(keys)) == len(keys)
    crime = [draft.key for draft in drafts if draft.heading == "crime"]
    assert crime == [
        f"indicator:{code}"
        for code in ("burglary-dwelling", "vehicle-crime", "violence-with-injury", "all-crime")
    ]
    assert {"introduction", "summary", "future", "recommendations"} <= {d.heading for d in drafts}
    assert all(draft.text and draft.title for draft in drafts)


def test_own_words_replace_the_draft_one_paragraph_a_line() -> None:
    own = {"indicator:all-crime": ("Crime is up.\n\nSee the appendix. ", True)}
    written = _paragraphs(build(sample.inputs(commentary=own)))["indicator:all-crime"]
    assert [p.text for p in written] == ["Crime is up.", "See the appendix."]
    assert all(p.edited and p.role is Role.NUMBERED for p in written)
    assert all(p.sources for p in written)
    untouched = _paragraphs(build(sample.inputs()))["indicator:all-crime"]
    assert not untouched[0].edited


def test_a_paragraph_left_out_is_gone_and_its_empty_heading_with_it() -> None:
    left_out = {f"indicator:{code}": (None, False) for code in ("hate-incidents", "hate-rate")}
    paper = build(sample.inputs(commentary=left_out))
    assert "Preventing terrorism and radicalisation" not in _headings(paper)
    assert not set(left_out) & set(_paragraphs(paper))


def test_recommendations_without_a_point_are_no_heading() -> None:
    left_out = {f"recommendations:{key}": (None, False) for key in ("note", "matrix")}
    assert "Recommendations" not in _headings(build(sample.inputs(commentary=left_out)))


def test_without_a_matrix_nothing_speaks_of_one() -> None:
    paper = build(sample.inputs(matrix_rows=(), matrix_sentences=()))
    assert "Appendix 2: Risk/harm matrix" not in _headings(paper)
    texts = [p.text for group in _paragraphs(paper).values() for p in group]
    assert not any("risk/harm" in text.lower() or "Appendix 2" in text for text in texts)


def test_without_ranks_and_districts_the_introduction_is_silent_of_them() -> None:
    figures = {"hate-rate": sample.figures()["hate-rate"]}
    paper = build(sample.inputs(figures=figures, districts={}))
    (contents,) = _paragraphs(paper)["introduction:contents"]
    assert "rank" not in contents.text
    assert "districts" not in contents.text


def test_an_empty_pack_still_gives_a_paper() -> None:
    paper = build(PaperInputs(sample.catalogue(), Edition(2016, 3), {}))
    assert _headings(paper)[:2] == ["Introduction", "Overall Performance Summary"]
    assert "2016/17 quarter 3" in _paragraphs(paper)["introduction:dashboard"][0].text
    assert not any(isinstance(block, (Table, Chart)) for block in paper.blocks)
    assert "Officers to Contact" not in _headings(paper)
    assert paper.lines == ()


def test_front_matter_and_officers() -> None:
    paper = build(sample.inputs())
    assert paper.title == "Safer Communities Performance: 2016/17 Q4"
    named = {"title": "Performance in 2016/17"}
    assert build(sample.inputs(details=named)).title == "Performance in 2016/17"
    assert (paper.meeting, paper.agenda_item) == ("12 June 2017", "7")
    assert paper.lines == ("Report of the Community Safety Coordinator",)
    officers = _paragraphs(paper)
    assert officers["officers:name"][0].text == "A. Coordinator, Community Safety Coordinator"
    email, telephone = officers["officers:email"][0].link, officers["officers:telephone"][0].link
    assert email is not None
    assert email.target == "mailto:coordinator@example.org"
    assert telephone is not None
    assert telephone.target == "tel:01164960000"
    odd = build(sample.inputs(details={"meeting_date": "in the spring", "telephone": "ask us"}))
    assert odd.meeting == "in the spring"
    assert _paragraphs(odd)["officers:telephone"][0].link is None


def test_the_dashboard_says_what_the_paragraphs_say() -> None:
    paper = build(sample.inputs())
    (dashboard,) = [
        b for b in paper.blocks if isinstance(b, Table) and b.caption.startswith("Safer Comm")
    ]
    rows = {row[1].text: [cell.text for cell in row] for row in dashboard.rows}
    assert rows["Domestic burglary (per 1,000 households)"][2:] == [
        "12 months to March 2017",
        "7.34",
        "6.61",
        "+11%",
        "▲ Rising: worse",
        "Target missed",
        "6/9",
        "6.90",
    ]
    assert rows["Referrals to domestic abuse support services (referrals)"][3:7] == [
        "1,611",
        "1,400 (estimate)",
        "The definition changed",
        "– Cannot be said",
    ]
    assert "Reduction in re-offending of the IOM cohort (LLR)" in rows
    assert rows["Repeat referrals to MARAC"][5] == "+7 points"
    assert len(rows) == 13
    assert all(len(row) == len(dashboard.columns) for row in dashboard.rows)


def test_the_matrix_table_says_what_is_missing() -> None:
    paper = build(sample.inputs())
    (matrix,) = [
        b for b in paper.blocks if isinstance(b, Table) and b.caption.startswith("Risk/harm")
    ]
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in matrix.rows}
    assert rows["Domestic violence"][:5] == ["2", "6,105", "17.5%", "17 of 17", "17 of 20"]
    assert rows["Domestic violence"][7:] == ["289", "High", "Medium"]
    assert rows["Robbery"][3] == "2 of 17 (by hand)"
    assert rows["Homicide"] == [
        "Not ranked",
        "Not available",
        "Not available",
        "Not available",
        "Not scored",
        "Not available",
        "Not available",
        "Not scored",
        "Not scored",
        "Not stated",
    ]
    assert matrix.note == "Counts: 12 months to March 2017, Leicestershire Police."


def test_sources_name_files_and_fingerprints() -> None:
    paper = build(sample.inputs())
    (files,) = [b for b in paper.blocks if isinstance(b, Table) and b.caption.startswith("Files")]
    assert [cell.text for cell in files.rows[0]][:4] == [
        "Leics Police monthly recorded crime to Mar 17.xlsx",
        "Leicestershire Police",
        "ab12ab12ab12",
        "2 May 2017",
    ]
    assert "Open Government Licence v3.0." in _paragraphs(paper)["appendix:attribution"][0].text
