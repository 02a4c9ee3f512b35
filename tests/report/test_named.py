"""Which number of a sentence is which figure."""

from __future__ import annotations

import pytest

from safer_desktop.report.content import NamedFigure, Paragraph
from safer_desktop.report.named import spans
from safer_desktop.report.outline import build
from safer_desktop.report.word_controls import LONGEST_TAG, Tags
from tests.report import sample


def _found(text: str, *named: NamedFigure) -> list[tuple[str, str]]:
    return [(text[it.start : it.end], it.name) for it in spans(text, named)]


def test_the_paragraph_of_an_indicator() -> None:
    paper = build(sample.inputs())
    burglary = next(
        it
        for it in paper.blocks
        if isinstance(it, Paragraph) and it.key == "indicator:burglary-dwelling"
    )
    told = {burglary.text[it.start : it.end]: it.name for it in burglary.figures}
    assert told == {
        "11%": "burglary-dwelling.change",
        "6.61": "burglary-dwelling.previous",
        "7.34": "burglary-dwelling.latest",
        "1,808": "burglary-dwelling.previous.count",
        "2,026": "burglary-dwelling.latest.count",
        "6.90": "burglary-dwelling.average",
        "6th of 9": "burglary-dwelling.rank.words",
        "6/9": "burglary-dwelling.rank",
    }
    signs = {it.name: it.sign for it in paper.figures}
    assert signs["burglary-dwelling.change"] == 1
    assert signs["burglary-dwelling.latest"] is None


def test_periods_and_appendices_are_no_figures() -> None:
    year, four = NamedFigure("a", "2016", ""), NamedFigure("b", "4", "")
    assert _found("In 2016/17 Q4 (Appendix 4, 4 March 2016) it was 4.", year, four) == [("4", "b")]


def test_a_repeated_number_goes_to_the_next_figure_that_has_it() -> None:
    one, two = NamedFigure("now", "5.4%", ""), NamedFigure("then", "5.4%", "")
    text = "It remained at 5.4%, the same 5.4% as before, 5.4% in all."
    assert [name for _, name in _found(text, one, two)] == ["now", "then", "now"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theft (3) and car theft (3) rose.", ["theft", "car"]),
        ("Of 3 types, theft comes first.", []),
        ("Theft leads. It has 3 places.", []),
    ],
)
def test_among_several_things_a_number_belongs_to_the_one_just_named(
    text: str, expected: list[str]
) -> None:
    named = [
        NamedFigure("theft", "3", "", subject="Theft"),
        NamedFigure("car", "3", "", subject="Car theft"),
    ]
    assert [name for _, name in _found(text, *named)] == expected


def test_tags_are_unique_and_fit_into_word() -> None:
    tags = Tags()
    given = [tags.tag(f"fig:{'long-' * 20}{end}") for end in "aabb"] + [tags.tag("fig:x")] * 2
    assert len(set(given)) == 5
    assert max(map(len, given)) <= LONGEST_TAG
