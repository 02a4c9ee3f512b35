"""Templates: what they may hold, which is chosen, and what a finding's sentence says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.evidence import (
    Direction,
    Interval,
    MemberValue,
    Quantity,
    Reason,
    ReasonCode,
    Standing,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import (
    AgeFinding,
    Finding,
    FindingKind,
    ProjectionFinding,
    SignalFinding,
    StandsOutFinding,
    TrendFinding,
)
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.report import templates
from safer_desktop.report.sentence_kinds import KINDS, PARTS
from safer_desktop.report.templates import Wording, check, faults, filled, usable
from safer_desktop.report.wording import draft
from tests.report import sample

CATALOGUE = sample.catalogue()
ABOUT: dict[str, Any] = {"area": "leicestershire", "edition": sample.EDITION}


def with_finding(code: str, *found: Finding) -> Figure:
    figure = sample.figures()[code]
    return replace(figure, findings=(*figure.findings, *found))


def words(code: str, *found: Finding, turn: int = 0) -> str:
    return draft(with_finding(code, *found), CATALOGUE, turn).text


def test_every_shipped_template_holds() -> None:
    assert set(templates.shipped()) == set(KINDS)
    for code, variants in templates.shipped().items():
        check(KINDS[code], variants)
        assert all(part in PARTS for part in KINDS[code].parts)


@pytest.mark.parametrize(
    ("kind", "template", "fault"),
    (
        ("rate-rose", "{indicator} rose by {change} {period} to {latest}.", "{counts}"),
        ("rate-rose", "{indicator} rose {period} to {newest}.", "no {newest}"),
        ("rate-rose", "{indicator} fell {period} to {latest}.", "'fell' says more"),
        ("count-fell", "{indicator} improved {period}: {previous}, {latest}.", "better or worse"),
        ("no-change", "{indicator} increased to {latest} {period}.", "'increased' says more"),
        ("cannot-say", "{indicator} stayed stable at {latest} {period}.", "'stable' says more"),
        ("cannot-say", "{indicator} was up 7% at {latest} {period}.", "number of its own"),
        ("average-similar", "It is higher than the {average} ({origin}).", "'higher' says more"),
        ("same", "{indicator} was {latest {period}.", "brace has no partner"),
        ("same", "{indicator} was {latest} {period} [({counts}).", "square bracket"),
        ("same", "{indicator} was {latest} {period}", "full stop"),
        ("same", "  ", "Write a sentence"),
    ),
)
def test_a_template_that_says_too_much_is_refused(kind: str, template: str, fault: str) -> None:
    assert any(fault in it for it in faults(KINDS[kind], template))
    with pytest.raises(ReportError):
        check(KINDS[kind], (template,))


def test_stable_is_unlocked_by_no_real_change_alone() -> None:
    template = "{indicator} remained stable at {latest} {period}."
    assert not list(faults(KINDS["no-change"], template))
    assert list(faults(KINDS["stood"], template))


def test_own_templates_take_the_place_of_the_shipped_ones() -> None:
    own = usable(
        {
            "rate-rose": ["{period}, {indicator} went up to {latest}."],
            "rate-fell": ["{indicator} went up to {latest} {period}."],
            "gone": ["x."],
        }
    )
    assert set(own.own) == {"rate-rose"}
    figure = sample.figures()["burglary-dwelling"]
    for turn in (0, 1, 2):
        text = draft(figure, CATALOGUE, turn, wording=own).text
        assert text.startswith(
            "In the 12 months to March 2017, domestic burglary went up to 7.34 per 1,000 households"
        )


def test_a_variant_without_its_parts_is_passed_over_and_brackets_close() -> None:
    parts = {"latest": "1", "period": "in 2016", "indicator": "it", "percent": "", "counts": ""}
    wording = Wording({"x": ("{percent} more.", "{indicator} was {latest}[ ({counts})] {period}.")})
    assert {wording.say("x", turn, parts) for turn in range(3)} == {"It was 1 in 2016."}
    assert filled("{latest}[ ({counts})].", parts | {"counts": "3 of 4"}) == "1 (3 of 4)."


def _signal(kind: FindingKind, direction: Direction, run: int = 1) -> SignalFinding:
    months = [Period.month(2017, 3).shifted(-n) for n in reversed(range(run))]
    return SignalFinding(
        **ABOUT,
        indicator="burglary-dwelling",
        kind=kind,
        figures=(Quantity(246, Unit.COUNT, months[-1], (1,), "offences a month"),),
        points=tuple(TrendPoint(month, 246.0) for month in months),
        direction=direction,
        verdict=Verdict.NOT_JUDGED,
        chart="XmR chart",
        rules="rules",
        baseline=Period.span(date(2014, 4, 1), date(2016, 3, 31)),
        centre=155.4,
        lower=102.0,
        upper=209.0,
    )


@pytest.mark.parametrize(
    ("kind", "direction", "run", "wanted"),
    (
        (
            FindingKind.OUTSIDE_LIMITS,
            Direction.RISING,
            1,
            "where earlier figures lead one to expect 102 to 209.",
        ),
        (FindingKind.OUTSIDE_LIMITS, Direction.FALLING, 1, "below the predicted limits"),
        (
            FindingKind.SHIFT,
            Direction.FALLING,
            8,
            "from August 2016 to March 2017, every figure has been below the usual level of 155 ",
        ),
        (FindingKind.TREND, Direction.RISING, 7, "Over 7 months, up to March 2017, the figures ha"),
        (FindingKind.NEAR_LIMIT, Direction.RISING, 6, "close to the upper predicted limit"),
    ),
)
def test_signals(kind: FindingKind, direction: Direction, run: int, wanted: str) -> None:
    assert wanted in words("burglary-dwelling", _signal(kind, direction, run))
    within = _signal(FindingKind.WITHIN_LIMITS, Direction.NO_REAL_CHANGE)
    assert "predicted" not in words("burglary-dwelling", within)


@pytest.mark.parametrize(
    ("low", "high", "before", "wanted"),
    (
        (95, 128, 124, "It may still end on either side of the 124 of 2015/16."),
        (95, 120, 124, "very likely between 95 and 120: below the 124 of 2015/16."),
        (126, 150, 124, "very likely between 126 and 150: above the 124 of 2015/16."),
        (95, 128, None, "very likely between 95 and 128. "),
    ),
)
def test_the_year_to_its_end(low: int, high: int, before: int | None, wanted: str) -> None:
    year = Period.financial_year(2016)
    none = Reason(ReasonCode.NO_PREVIOUS, "none")
    found = ProjectionFinding(
        **ABOUT,
        indicator="youth-first-time-entrants",
        kind=FindingKind.PROJECTED,
        interval=Interval(low, high, "projection"),
        projected=sample.quantity(109, Unit.COUNT, year),
        year_before=none
        if before is None
        else sample.quantity(before, Unit.COUNT, year.year_before()),
    )
    text = words("youth-first-time-entrants", found)
    assert "If the year goes on as it began, 2016/17 will end at about 109" in text
    assert wanted in text
    assert "year goes on" not in words("hate-incidents", found)


def test_five_years_and_districts_that_stand_out() -> None:
    years = tuple(
        sample.quantity(100 + 10 * n, Unit.COUNT, Period.financial_year(2012 + n)) for n in range(5)
    )
    trend = TrendFinding(
        **ABOUT,
        indicator="hate-incidents",
        kind=FindingKind.RECENT_TREND,
        figures=years,
        direction=Direction.RISING,
        verdict=Verdict.BETTER,
    )
    district = CATALOGUE.districts[0]
    value = sample.quantity(9.1, Unit.RATE_HOUSEHOLDS, sample.FY16, 410, 45_000)
    out = StandsOutFinding(
        **ABOUT,
        indicator="burglary-dwelling",
        kind=FindingKind.STANDS_OUT,
        member=MemberValue(district, value),
        expected=Interval(4, 8, "funnel"),
        standing=Standing.ABOVE,
        verdict=Verdict.WORSE,
        of=7,
        false_rate=0.01,
    )
    assert "a rising trend, from 100 in 2012/13 to 140 in 2016/17." in words(
        "hate-incidents", trend
    )
    name = CATALOGUE.area(district).name
    assert f"the higher figure of {name} (9.10 per 1,000 households; 410 offences)." in words(
        "burglary-dwelling", out
    )


def test_figures_that_end_early_say_when_newer_ones_are_due() -> None:
    age = AgeFinding(
        **ABOUT,
        indicator="marac-repeats",
        kind=FindingKind.EARLIER_END,
        as_of=date(2016, 12, 31),
        expected=date(2017, 5, 15),
        days_late=0,
    )
    text = words("marac-repeats", age)
    assert "The figures end on 31 December 2016; newer ones are due by 15 May 2017." in text
