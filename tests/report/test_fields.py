"""Live figures in an author's words."""

from __future__ import annotations

import pytest

from safer_desktop.domain.evidence import Direction, Reason, ReasonCode
from safer_desktop.report.fields import PARTS, Fields
from safer_desktop.report.outline import build, draft_paragraphs
from tests.figures_made import remade
from tests.report import sample

FIELDS = Fields(sample.figures(), sample.catalogue())


@pytest.mark.parametrize(
    ("field", "wanted"),
    (
        ("burglary-dwelling.latest", "7.34 per 1,000 households"),
        ("burglary-dwelling.previous", "6.61"),
        ("burglary-dwelling.moved", "rose by 11%"),
        ("Burglary-Dwelling . Change", "11%"),
        ("hate-incidents.difference", "67 more reports"),
        ("marac-repeats.change", "7 percentage points"),
        ("all-crime.rank", "4th of 9"),
        ("all-crime.period", "in the 12 months to March 2017"),
        ("youth-first-time-entrants.moved", "showed no real change"),
        ("hate-rate.moved", "differed by 14%, which may be chance"),
    ),
)
def test_fields_read_as_the_figures_are(field: str, wanted: str) -> None:
    printed = FIELDS.expand(f"Now {{{field}}}.")
    assert printed.text == f"Now {wanted}."
    assert not printed.fields[0].fault


@pytest.mark.parametrize(
    ("field", "mark", "fault"),
    (
        ("burglary.change", "[unknown figure: burglary.change]", "no indicator 'burglary'"),
        ("all-crime.size", "[unknown figure: all-crime.size]", "no part 'size'"),
        ("hate-incidents.rank", "[no figure: hate-incidents.rank]", "has no 'rank' now"),
    ),
)
def test_what_cannot_be_read_is_marked(field: str, mark: str, fault: str) -> None:
    printed = FIELDS.expand(f"{{{field}}}")
    assert printed.text == mark
    assert fault in printed.fields[0].fault


def test_braces_of_other_kinds_stay() -> None:
    for text in ("{sic}", "{ }", "a } b {", "{a.b"):
        assert FIELDS.expand(text).text == text
        assert FIELDS.expand(text).fields == ()


def test_spans_lead_back_to_what_was_typed() -> None:
    typed = "Up {burglary-dwelling.change} to {burglary-dwelling.latest}, they say."
    printed = FIELDS.expand(typed)
    assert printed.text == "Up 11% to 7.34 per 1,000 households, they say."

    def back(words: str) -> str:
        at = printed.text.index(words)
        return typed[slice(*printed.typed_span(at, at + len(words)))]

    assert back("11%") == "{burglary-dwelling.change}"
    assert back("7.34") == "{burglary-dwelling.latest}"
    assert back("Up 11%") == "Up {burglary-dwelling.change}"
    assert back("they") == "they"
    assert back(" to ") == " to "


def test_next_quarters_figures_come_by_themselves_into_the_paper() -> None:
    key, words = "indicator:burglary-dwelling", "Burglary {burglary-dwelling.moved}."
    inputs = sample.inputs(commentary={key: (words, True)})
    (told,) = (it for it in build(inputs).blocks if getattr(it, "key", "") == key)
    assert getattr(told, "text", "") == "Burglary rose by 11%."
    other = remade(inputs.figures["burglary-dwelling"], direction=Direction.NO_REAL_CHANGE)
    later = sample.inputs(
        commentary={key: (words, True)},
        figures={**inputs.figures, "burglary-dwelling": other},
    )
    (told,) = (it for it in build(later).blocks if getattr(it, "key", "") == key)
    assert getattr(told, "text", "") == "Burglary showed no real change."
    assert any(it.key == key for it in draft_paragraphs(later))


def test_sources_and_values_of_what_has_no_figure() -> None:
    wanted = FIELDS.figures["all-crime"].sources
    assert wanted
    assert FIELDS.sources("{all-crime.latest} and {all-crime.change}") == wanted
    assert FIELDS.sources("{gone.latest}") == ()
    none = Reason(ReasonCode.NO_DATA, "nothing")
    gone = remade(FIELDS.figures["all-crime"], latest=none, previous=none, change=none)
    empty = Fields({"all-crime": gone}, FIELDS.catalogue).values("all-crime")
    assert empty == dict.fromkeys(PARTS, "")
