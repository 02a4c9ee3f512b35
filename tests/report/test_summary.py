"""The summary is counted from its parts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.analysis.overall import overall
from safer_desktop.domain.evidence import Direction, Quantity, Reason, ReasonCode, Verdict
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import FindingKind, OverallFinding, Severity, SignalFinding
from safer_desktop.report.summary import summarise
from tests.figures_made import remade
from tests.report import sample

CATALOGUE = sample.catalogue()
ABSENT = Reason(ReasonCode.NO_DATA, "No figures are loaded.")
KINDS = ("worse", "better", "moved", "stable", "unclear", "absent")


def _as(figure: Figure, kind: str) -> Figure:
    match kind:
        case "worse" | "better":
            verdict = Verdict.WORSE if kind == "worse" else Verdict.BETTER
            return remade(figure, direction=Direction.RISING, verdict=verdict)
        case "moved":
            return remade(figure, direction=Direction.RISING, verdict=Verdict.NOT_JUDGED)
        case "stable":
            return remade(figure, direction=Direction.NO_REAL_CHANGE)
        case "unclear":
            return remade(figure, direction=Direction.CANNOT_SAY)
        case _:
            return remade(figure, latest=ABSENT, change=ABSENT, direction=Direction.CANNOT_SAY)


def _all(kinds: list[str]) -> dict[str, Figure]:
    figures = sample.figures()
    return {
        code: _as(figure, kind)
        for (code, figure), kind in zip(figures.items(), kinds, strict=False)
    }


def _said(figures: dict[str, Figure]) -> OverallFinding:
    return overall(figures, CATALOGUE, CATALOGUE.home, sample.EDITION)


def _texts(figures: dict[str, Figure]) -> dict[str, str]:
    drafts = summarise(_said(figures), figures, CATALOGUE)
    return {draft.key: draft.text for draft in drafts}


def test_the_seed_may_not_call_this_stable_or_improving() -> None:
    texts = _texts(sample.figures())
    assert "four got worse, one got better" in texts["summary:overall"]
    assert "the majority of indicators are getting worse" in texts["summary:overall"]
    assert (
        "All four indicators under \u2018Ongoing Reductions in Crime\u2019 got worse."
        in (texts["summary:overall"])
    )
    assert "domestic burglary (+11%), vehicle crime (+10%)" in texts["summary:worse"]
    assert "reported hate incidents and crimes (+18%)" in texts["summary:better"]
    assert "repeat referrals to MARAC (+7 points)" in texts["summary:others"]
    assert "Of the seven indicators" in texts["summary:targets"]
    assert "six met it and one missed it" in texts["summary:targets"]


def test_nothing_loaded() -> None:
    texts = _texts(_all(["absent"] * 13))
    assert texts == {"summary:overall": "No performance information has been loaded yet."}


def test_all_stable_and_missing_ones_are_named() -> None:
    texts = _texts(_all(["stable"] * 11 + ["absent"] * 2))
    assert "available for 11 of the 13 indicators" in texts["summary:overall"]
    assert "all indicators are stable or improving" in texts["summary:overall"]
    assert "There are no figures for reported hate incidents and crimes" in texts["summary:others"]
    assert "summary:worse" not in texts


def test_an_even_split_is_no_majority() -> None:
    texts = _texts(_all(["worse", "stable"]))
    assert "as many indicators are getting worse as are stable" in texts["summary:overall"]
    assert "majority" not in texts["summary:overall"]


def test_nothing_judged_gives_no_verdict() -> None:
    assert "stable" not in _texts(_all(["unclear", "moved"]))["summary:overall"]


def test_a_signal_for_the_worse_is_told_beside_a_steady_year() -> None:
    figures = _all(["stable"] * 13)
    signal = SignalFinding(
        kind=FindingKind.OUTSIDE_LIMITS,
        indicator="all-crime",
        area=CATALOGUE.home,
        edition=sample.EDITION,
        points=(),
        direction=Direction.RISING,
        verdict=Verdict.WORSE,
        chart="XmR",
        rules="Making Data Count 7",
        baseline=sample.YEAR,
        centre=1.0,
        lower=None,
        upper=2.0,
    )
    found = figures["all-crime"]
    figures["all-crime"] = replace(found, findings=(*found.findings, signal))
    assert _said(figures).signalled == ("all-crime",)
    assert _texts(figures)["summary:overall"].endswith(
        "the newest points are a signal for the worse in all recorded crime."
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=13))
def test_the_verdict_never_contradicts_the_parts(kinds: list[str]) -> None:
    figures = _all(kinds)
    said = _said(figures)
    for kind in KINDS:
        codes = [code for code, it in zip(figures, kinds, strict=True) if it == kind]
        assert sorted(getattr(said, kind)) == sorted(codes)
    worse, steady = kinds.count("worse"), kinds.count("better") + kinds.count("stable")
    words = _texts(figures)["summary:overall"]
    assert ("majority of indicators are stable or improving" in words) == (steady > worse > 0)
    assert ("all indicators are stable or improving" in words) == (steady > 0 == worse)
    assert ("majority of indicators are getting worse" in words) == (worse > steady)
    for priority in CATALOGUE.priorities:
        there = {it.code for it in CATALOGUE.of_priority(priority.code)} & figures.keys()
        all_worse = len(there) > 1 and there <= set(said.worse)
        assert (f"indicators under \u2018{priority.name}\u2019 got worse." in words) == all_worse
    assert (said.severity is Severity.ALERT) == (worse > steady)
    assert (said.severity is Severity.GOOD) == (steady > 0 == worse)
    assert set(said.sources) == {
        number
        for it in figures.values()
        for quantity in (it.latest, it.previous)
        if isinstance(quantity, Quantity)
        for number in quantity.sources
    }
