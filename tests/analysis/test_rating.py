"""The target rating and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.rating import rate, target_words
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Rating, RatingState, Reason, ReasonCode
from safer_desktop.domain.indicators import (
    DefinitionBreak,
    Indicator,
    Target,
    TargetKind,
    Unit,
)
from safer_desktop.domain.periods import Period
from tests.analysis.rows import BURGLARY, COUNTY, ENTRANTS, REPEATS, Rows, catalogue

YEAR = Period.financial_year(2016)
NONE = Reason(ReasonCode.NO_PREVIOUS, "There is no year before.")
MET, CLOSE, MISSED = RatingState.MET, RatingState.CLOSE, RatingState.MISSED


def aiming(what: Indicator, kind: TargetKind, **fields: float) -> Indicator:
    return replace(what, target=Target(kind, **fields))  # type: ignore[arg-type]


def rating(what: Indicator, value: float, period: Period = YEAR) -> Rating:
    latest = Quantity(value, what.unit, period, (1,), "")
    return rate(what, latest, NONE, NONE, ())


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (28, MET),
        (37, MET),
        (40, MET),
        (40.4, MET),
        (42, CLOSE),
        (42.6, MISSED),
        (27, CLOSE),
        (26, MISSED),
    ],
)
def test_a_range_is_judged_on_the_printed_figure(value: float, state: RatingState) -> None:
    # Printed without decimals; 5% of 40 is 2, 5% of 28 is 1.4.
    what = aiming(REPEATS, TargetKind.RANGE, low=28, high=40)
    assert rating(what, value).state is state


def test_the_why_has_figures_and_margin() -> None:
    what = aiming(REPEATS, TargetKind.RANGE, low=28, high=40)
    assert rating(what, 37) == Rating(MET, "Between 28% and 40%", "37% lies between 28% and 40%.")
    assert rating(what, 42).why == "42% is above 40%, within the margin of 5%."
    assert rating(what, 20).why == "20% is below 28%, beyond the margin of 5%."


@pytest.mark.parametrize(
    ("kind", "value", "state", "words"),
    [
        (TargetKind.AT_MOST, 100, MET, "not above 100 entrants."),
        (TargetKind.AT_MOST, 110, CLOSE, "above 100 entrants, within the margin of 10%."),
        (TargetKind.AT_MOST, 111, MISSED, "above 100 entrants, beyond the margin of 10%."),
        (TargetKind.AT_LEAST, 100, MET, "not below 100 entrants."),
        (TargetKind.AT_LEAST, 90, CLOSE, "below 100 entrants, within the margin of 10%."),
        (TargetKind.AT_LEAST, 89, MISSED, "below 100 entrants, beyond the margin of 10%."),
    ],
)
def test_one_bound_is_heeded_and_the_other_is_not(
    kind: TargetKind, value: float, state: RatingState, words: str
) -> None:
    what = aiming(ENTRANTS, kind, low=100, high=100, amber_percent=10)
    why = f"{value} entrants is {words}"
    assert rating(what, value) == Rating(state, target_words(what), why)


def test_target_words() -> None:
    what = aiming(BURGLARY, TargetKind.AT_MOST, high=4.75)
    assert target_words(what) == "At most 4.75 per 1,000 households"
    sourced = replace(what, target=replace(what.target, source="Board, 2015"))
    assert target_words(sourced).endswith("households (Board, 2015)")
    assert target_words(aiming(ENTRANTS, TargetKind.BELOW_PREVIOUS)) == (
        "Lower than the same period a year before"
    )
    assert target_words(aiming(ENTRANTS, TargetKind.AT_LEAST)) == "At least no bound"
    assert rating(ENTRANTS, 3).state is RatingState.NO_TARGET


def against_last_year(kind: TargetKind, before: float, after: float) -> Rating:
    what = aiming(ENTRANTS, kind)
    rows = Rows()
    rows.add("entrants", COUNTY, Period.financial_year(2015), before)
    rows.add("entrants", COUNTY, YEAR, after)
    return figure(rows.dataset(catalogue(what)), "entrants", COUNTY, Edition(2016, 4)).rating


@pytest.mark.parametrize(
    ("kind", "after", "state", "why"),
    [
        (TargetKind.BELOW_PREVIOUS, 99, MET, "99 entrants is below 100 entrants a year before."),
        (TargetKind.BELOW_PREVIOUS, 100, CLOSE,
         "100 entrants is the same as 100 entrants a year before, within the margin of 5%."),
        (TargetKind.BELOW_PREVIOUS, 106, MISSED,
         "106 entrants is above 100 entrants a year before, beyond the margin of 5%."),
        (TargetKind.ABOVE_PREVIOUS, 101, MET, "101 entrants is above 100 entrants a year before."),
        (TargetKind.ABOVE_PREVIOUS, 96, CLOSE,
         "96 entrants is below 100 entrants a year before, within the margin of 5%."),
    ],
)  # fmt: skip
def test_against_the_year_before(
    kind: TargetKind, after: float, state: RatingState, why: str
) -> None:
    found = against_last_year(kind, 100, after)
    assert (found.state, found.why) == (state, why)


def test_a_comparison_that_may_not_be_made_is_not_rated() -> None:
    what = replace(
        aiming(ENTRANTS, TargetKind.BELOW_PREVIOUS),
        breaks=(DefinitionBreak(date(2016, 4, 1), "new counting"),),
    )
    rows = Rows()
    rows.add("entrants", COUNTY, YEAR, 90)
    data = rows.dataset(catalogue(what))
    alone = figure(data, "entrants", COUNTY, Edition(2016, 4)).rating
    assert alone.state is RatingState.CANNOT_SAY
    rows.add("entrants", COUNTY, Period.financial_year(2015), 100)
    broken = figure(rows.dataset(catalogue(what)), "entrants", COUNTY, Edition(2016, 4)).rating
    assert broken.state is RatingState.CANNOT_SAY
    assert "new counting" in broken.why


def test_against_the_comparator() -> None:
    what = aiming(BURGLARY, TargetKind.BELOW_COMPARATOR)
    rows = Rows()
    rows.add("burglary", COUNTY, YEAR, 6.5, Unit.RATE_HOUSEHOLDS)
    edition = Edition(2016, 4)
    lonely = figure(rows.dataset(catalogue(what)), "burglary", COUNTY, edition).rating
    assert lonely.state is RatingState.CANNOT_SAY
    rows.add("burglary", "REG", YEAR, 6.2, Unit.RATE_HOUSEHOLDS)
    found = figure(rows.dataset(catalogue(what)), "burglary", COUNTY, edition).rating
    assert found.state is CLOSE
    assert found.why == (
        "6.50 per 1,000 households is above 6.20 per 1,000 households, the average, within the "
        "margin of 5%."
    )


def test_part_of_a_year_is_not_held_against_a_years_bound() -> None:
    part = Period.span(date(2016, 4, 1), date(2016, 12, 31))
    count = rating(aiming(ENTRANTS, TargetKind.AT_MOST, high=100), 83, part)
    assert count.state is RatingState.CANNOT_SAY
    assert count.why == "April to December 2016 is 9 months; the target is for twelve."
    share = rating(aiming(REPEATS, TargetKind.AT_MOST, high=40), 37, part)
    assert share.state is MET


def test_no_figure_no_rating() -> None:
    what = aiming(ENTRANTS, TargetKind.AT_MOST, high=100)
    found = rate(what, NONE, NONE, NONE, ())
    assert found == Rating(RatingState.CANNOT_SAY, "At most 100 entrants", NONE.text)
