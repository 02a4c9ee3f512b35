"""What the checker says of papers whose faults are known."""

from __future__ import annotations

import math

import pytest

from safer_desktop.domain.errors import Cancelled
from safer_desktop.report.claims.check import check, check_text
from safer_desktop.report.claims.nouns import DefectKind as K
from safer_desktop.report.claims.nouns import DefectSeverity, TextParagraph
from safer_desktop.report.claims.paper_file import from_text, read_paper
from tests.report.claims import papers
from tests.report.claims.judged import NAMED, SEED, judged


def kinds(text: str) -> list[K]:
    return [it.kind for it in check_text(text)]


@pytest.mark.parametrize("name", ["SEED_LIKE", "BRISK", "NARRATIVE"])
def test_every_fault_is_listed_and_nothing_else(name: str) -> None:
    written: papers.Written = getattr(papers, name)
    paragraphs = from_text(written.text)
    found = [it for it in check(paragraphs) if it.severity is not DefectSeverity.ADVICE]
    for place, wanted in written.faults:
        assert any(
            it.kind in wanted and (paragraphs[it.paragraph].number == place or place in it.excerpt)
            for it in found
        ), place
    assert len(found) == len(written.faults), [(it.excerpt, it.arithmetic) for it in found]


def test_a_span_marks_its_words_and_the_arithmetic_is_written_out() -> None:
    text = "There were 66 (34%) fewer entrants than the previous year of 190 entrants."
    (found,) = check_text(text)
    assert text[found.start : found.end] == found.excerpt == "34%"
    assert "66 of 190 is 34.7%" in found.arithmetic
    assert "35%" in found.remedy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Burglary rose by 18% from 58 to 66 offences.", K.PERCENT),
        ("Robbery increased by 20 offences, from 100 to 130.", K.DIFFERENCE),
        ("Repeats rose from 30% to 37%, an increase of 7%.", K.POINTS),
        ("Thefts increased from 190 to 124.", K.SIGN),
        ("At 3.93 per 1,000 it is higher than the regional average of 7.00.", K.COMPARISON),
        ("We recorded 83 from April to December 2016, down from 124 in 2015/16.", K.UNLIKE_PERIODS),
        ("Arson rose by 50%, from 20 to 30 fires.", K.SMALL_BASE),
        ("The county is ranked 10th of 9.", K.RANK),
        ("Crime rose by \N{MINUS SIGN}12% over the year.", K.SIGN),
        ("The risk is 17 \N{MULTIPLICATION SIGN} 18 = 316.", K.SUM),
        ("Burglary rose from 5.46 to 6.06 per 1,000 households (1,470 to 2,140).", K.CONTRADICTION),
    ],
)
def test_one_fault_of_each_kind(text: str, kind: K) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Burglary rose by 13.8%, from 58 to 66 per month.",
        "Burglary rose by 14%, from 0.58 to 0.66 per 1,000 (rounded).",
        "Repeats rose by 7 percentage points, from 30% to 37%.",
        "200 of 540 cases (37%) were repeats.",
        "At 3.93 per 1,000 it is lower than the regional average of 7.00.",
        "There were 83 from April to December 2016, against 94 in the same months of 2015.",
        "From 30% to 37% is 7 points; a rise of 7% would end at 32.1%.",
        "The reduction in re-offending improved to 42.8% compared with 41% a year ago.",
    ],
)
def test_right_statements_are_left_alone(text: str) -> None:
    assert [it for it in kinds(text) if it is not K.CHANCE] == []


def test_a_change_within_chance_is_advice_with_its_test() -> None:
    (found,) = check_text("Robbery rose from 100 to 110 offences.")
    assert (found.kind, found.severity) == (K.CHANCE, DefectSeverity.ADVICE)
    p = math.erfc(2 * (110**0.5 - 100**0.5) / math.sqrt(2) / math.sqrt(2))
    assert f"p = {p:.3f}" in found.arithmetic


def test_tables_are_added_up_and_held_against_the_text() -> None:
    paper = from_text(
        "Crime\n\n1. Domestic burglary rose by 14% in the year to March 2017, in all districts.\n\n"
        "Indicator\tLatest\tYear before\tChange\tDirection of travel\n"
        "Domestic burglary\t1,646\t1,470\t+12%\tRising\n"
        "Vehicle crime\t4,205\t3,783\t+15%\tFalling\n\n"
        "District\tOffences\nx\t1\t\nBlaby\t100\t\nMelton\t50\t\nTotal\t160\t\n"
    )
    found = check(paper)
    arithmetic = " ".join(it.arithmetic for it in found)
    assert "+11.2%, not +15%" in arithmetic
    assert "the words say 'Falling'" in arithmetic
    assert any(it.kind is K.CONTRADICTION and it.excerpt == "14%" for it in found)


def test_table_totals() -> None:
    rows = (("District", "Offences"), ("Blaby", "100"), ("Melton", "50"), ("Total", "160"))
    paper = [
        TextParagraph(" | ".join(cells), table=1, row=at, cells=cells)
        for at, cells in enumerate(rows, 1)
    ]
    (found,) = check(paper)
    assert found.kind is K.SUM
    assert "100 + 50 = 150, not 160" in found.arithmetic
    assert paper[3].text[found.start : found.end] == "160"


def test_stopping() -> None:
    class Stopped:
        def report(self, done: float, text: str) -> None: ...

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        check((TextParagraph("x"),), None, Stopped())


@pytest.mark.skipif(not SEED.exists(), reason="the board report is not here")
def test_the_board_report() -> None:
    paper = read_paper(SEED)
    found = judged(paper, check(paper))
    assert {(it.number, it.kind) for it in found} >= NAMED
    assert all(it.true for it in found)
