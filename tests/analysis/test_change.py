"""Change, its test, the direction's words and the verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.analysis.change import change_between
from safer_desktop.analysis.figures import figure
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Reason,
    ReasonCode,
    Test,
    Verdict,
)
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Polarity, Unit
from safer_desktop.domain.periods import Period
from tests.analysis.rows import (
    BURGLARY,
    COUNTY,
    ENTRANTS,
    OFFENCES,
    REPEATS,
    Rows,
    catalogue,
)

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
BEFORE, AFTER = Period.financial_year(2015), Period.financial_year(2016)


def of(rows: Rows, what: Indicator) -> Figure:
    return figure(rows.dataset(catalogue(what)), what.code, COUNTY, Q4)


def two_years(
    what: Indicator,
    before: tuple[float, float | None, float | None],
    after: tuple[float, float | None, float | None],
) -> Figure:
    rows = Rows()
    rows.add(what.code, COUNTY, BEFORE, before[0], what.unit, *before[1:])
    rows.add(what.code, COUNTY, AFTER, after[0], what.unit, *after[1:])
    return of(rows, what)


def change(found: Figure) -> Change:
    assert isinstance(found.change, Change), found.change
    return found.change


def test_a_percentage_changes_by_points_only() -> None:
    found = two_years(REPEATS, (30, 150, 500), (37, 200, 540))
    assert change(found).difference == 7
    assert change(found).count_difference is None
    percent = change(found).percent
    assert isinstance(percent, Reason)
    assert percent.code is ReasonCode.NOT_APPLICABLE
    assert isinstance(change(found).test, Test)
    assert found.direction is Direction.RISING


def test_a_percentage_without_its_base_claims_nothing() -> None:
    found = two_years(REPEATS, (30, None, None), (37, None, None))
    assert change(found).test == Reason(
        ReasonCode.NO_TEST,
        "The source gives no numbers of respondents or cases, so chance cannot be excluded.",
    )
    assert found.direction is Direction.CANNOT_SAY
    assert found.verdict is Verdict.NOT_JUDGED
    assert any("chance cannot be excluded" in note for note in found.notes)


def test_equal_printed_figures_are_no_real_change_even_without_a_base() -> None:
    found = two_years(REPEATS, (36.6, None, None), (37.4, None, None))
    assert found.direction is Direction.NO_REAL_CHANGE
    assert not any("chance" in note for note in found.notes)


@pytest.mark.parametrize(("before", "told"), [(49, False), (50, True)])
def test_no_percent_of_a_base_below_fifty(before: float, told: bool) -> None:
    found = two_years(ENTRANTS, (before, None, None), (90, None, None))
    percent = change(found).percent
    assert isinstance(percent, float) is told
    assert change(found).count_difference == 90 - before
    if isinstance(percent, Reason):
        assert percent.code is ReasonCode.SMALL_NUMBERS
        assert percent.text in found.notes
        assert "49 entrants is below 50" in percent.text


def test_a_large_fall_from_a_sound_base_keeps_its_percent() -> None:
    assert change(two_years(ENTRANTS, (80, None, None), (20, None, None))).percent == -75


def test_a_ratio_needs_its_events_for_a_percent_and_its_months_for_a_test() -> None:
    bare = two_years(OFFENCES, (0.82, None, None), (0.28, None, None))
    assert change(bare).difference == pytest.approx(-0.54)
    assert isinstance(change(bare).percent, Reason)
    assert bare.direction is Direction.CANNOT_SAY
    few = two_years(OFFENCES, (0.82, 41, 50), (0.28, 14, 50))
    assert isinstance(change(few).percent, Reason)
    assert change(few).count_difference == -27
    known = two_years(OFFENCES, (0.8, 80, 100), (0.4, 40, 100))
    assert change(known).percent == pytest.approx(-50)
    assert isinstance(change(known).test, Reason)
    assert known.direction is Direction.CANNOT_SAY
    rows = Rows()
    for offset in range(24):
        events = 80.0 if offset < 12 else 40.0
        month = APRIL_2015.shifted(offset)
        rows.add("reoffending", COUNTY, month, events / 100, Unit.RATIO, events, 100)
    monthly = of(rows, OFFENCES)
    assert isinstance(change(monthly).test, Test)
    assert monthly.direction is Direction.FALLING
    assert monthly.verdict is Verdict.BETTER


def test_nothing_is_percent_of_nought() -> None:
    found = two_years(BURGLARY, (0, None, None), (0.4, None, None))
    percent = change(found).percent
    assert isinstance(percent, Reason)
    assert percent.code is ReasonCode.NOT_APPLICABLE


def test_overdispersed_months_withhold_a_claim_that_plain_poisson_would_make() -> None:
    calm, wild = Rows(), Rows()
    calm.months("entrants", COUNTY, APRIL_2015, [*[100] * 12, *[109] * 12])
    swing = [60, -60, 50, -50, 40, -40, 60, -60, 50, -50, 40, -40]
    wild.months("entrants", COUNTY, APRIL_2015, [100 + s for s in swing])
    wild.months("entrants", COUNTY, Period.month(2016, 4), [109 - s for s in swing])
    # 1200 to 1308: z = 2 (36.166 - 34.641) / sqrt 2 = 2.157, p = 0.031
    steady, jumpy = of(calm, ENTRANTS), of(wild, ENTRANTS)
    assert isinstance(change(steady).test, Test)
    assert change(steady).test.statistic == pytest.approx(2.157, abs=0.001)  # type: ignore[union-attr]
    assert steady.direction is Direction.RISING
    assert jumpy.direction is Direction.NO_REAL_CHANGE
    assert change(jumpy).percent == change(steady).percent == 9


def test_yearly_counts_alone_are_tested_with_a_warning() -> None:
    found = two_years(ENTRANTS, (372, None, None), (439, None, None))
    # z = 2 (20.952 - 19.287) / sqrt 2 = 2.355
    assert isinstance(change(found).test, Test)
    assert found.direction is Direction.RISING
    assert any("chance may play a larger part" in note for note in found.notes)


def test_a_rate_is_tested_with_the_exposure_of_both_years() -> None:
    rows = Rows()
    rows.add("burglary", COUNTY, BEFORE, 1000)
    rows.add("burglary", COUNTY, AFTER, 1100)
    rows.add("households", COUNTY, Period.calendar_year(2015), 100_000)
    rows.add("households", COUNTY, Period.calendar_year(2016), 110_000)
    found = of(rows, BURGLARY)
    assert isinstance(change(found).test, Test)
    assert change(found).test.statistic == pytest.approx(0)  # type: ignore[union-attr]
    assert found.direction is Direction.NO_REAL_CHANGE


@pytest.mark.parametrize(
    ("on", "crossing"),
    [
        (date(2015, 4, 1), False),
        (date(2015, 5, 1), True),
        (date(2016, 4, 1), True),
        (date(2017, 3, 1), True),
        (date(2017, 4, 1), False),
    ],
)
def test_no_change_is_told_across_a_definition_break(on: date, crossing: bool) -> None:
    what = replace(ENTRANTS, breaks=(DefinitionBreak(on, "a new provider."),))
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [100] * 24)
    found = of(rows, what)
    assert isinstance(found.previous, Quantity)
    assert bool(found.crossed) is crossing
    assert isinstance(found.change, Reason) is crossing
    if isinstance(found.change, Reason):
        assert found.change.code is ReasonCode.DEFINITION_BREAK
        assert f"1 {on:%B %Y} (a new provider)" in found.change.text
        assert found.direction is Direction.CANNOT_SAY
    inside = any("within 12 months to March 2017" in note for note in found.notes)
    assert inside is (on == date(2017, 3, 1))


def test_a_break_is_the_reason_even_where_the_year_before_is_missing() -> None:
    what = replace(ENTRANTS, breaks=(DefinitionBreak(date(2016, 4, 1), "new provider"),))
    rows = Rows()
    rows.add("entrants", COUNTY, AFTER, 1611)
    found = of(rows, what)
    assert isinstance(found.change, Reason)
    assert found.change.code is ReasonCode.DEFINITION_BREAK
    assert isinstance(found.previous, Reason)
    assert found.previous.code is ReasonCode.NO_PREVIOUS


def test_unlike_spans_are_refused() -> None:
    data = Rows().dataset(catalogue(ENTRANTS))
    year = Quantity(124, Unit.COUNT, BEFORE, (1,), "", 124)
    part = Quantity(83, Unit.COUNT, Period.span(date(2016, 4, 1), date(2016, 12, 31)), (2,), "", 83)
    found = change_between(data, ENTRANTS, COUNTY, year, part)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.UNLIKE_PERIODS


@pytest.mark.parametrize(
    ("polarity", "rising", "falling"),
    [
        (Polarity.LOWER, Verdict.WORSE, Verdict.BETTER),
        (Polarity.HIGHER, Verdict.BETTER, Verdict.WORSE),
        (Polarity.NEUTRAL, Verdict.NOT_JUDGED, Verdict.NOT_JUDGED),
        (Polarity.RANGE, Verdict.NOT_JUDGED, Verdict.NOT_JUDGED),
    ],
)
def test_the_verdict_goes_by_polarity(
    polarity: Polarity, rising: Verdict, falling: Verdict
) -> None:
    what = replace(ENTRANTS, polarity=polarity)
    up = two_years(what, (400, None, None), (600, None, None))
    down = two_years(what, (600, None, None), (400, None, None))
    assert (up.direction, up.verdict) == (Direction.RISING, rising)
    assert (down.direction, down.verdict) == (Direction.FALLING, falling)
    level = two_years(what, (400, None, None), (404, None, None))
    assert (level.direction, level.verdict) == (Direction.NO_REAL_CHANGE, Verdict.NOT_JUDGED)


def test_a_significant_change_too_small_to_print_is_no_real_change() -> None:
    what = replace(REPEATS, decimals=0)
    found = two_years(what, (50.0, 5e6, 1e7), (50.3, 5.03e6, 1e7))
    assert isinstance(change(found).test, Test)
    assert change(found).test.significant  # type: ignore[union-attr]
    assert found.direction is Direction.NO_REAL_CHANGE


def test_whole_years_beside_a_part_year_are_not_compared_across_a_break_either() -> None:
    what = replace(ENTRANTS, breaks=(DefinitionBreak(date(2015, 4, 1), "new counting"),))
    rows = Rows()
    rows.add("entrants", COUNTY, Period.financial_year(2014), 190)
    rows.add("entrants", COUNTY, BEFORE, 124)
    part = Period.span(date(2016, 4, 1), date(2016, 12, 31))
    rows.add("entrants", COUNTY, part, 83)
    rows.add("entrants", COUNTY, part.year_before(), 95)
    found = of(rows, what)
    assert isinstance(found.change, Change)
    assert found.annual is not None
    assert isinstance(found.annual.change, Reason)
    assert found.annual.change.code is ReasonCode.DEFINITION_BREAK


def test_given_rates_with_their_counts_but_no_base_are_not_tested() -> None:
    data = Rows().dataset(catalogue(BURGLARY))
    before = Quantity(4.8, Unit.RATE_HOUSEHOLDS, BEFORE, (1,), "", count=480)
    after = Quantity(5.2, Unit.RATE_HOUSEHOLDS, AFTER, (2,), "", count=520)
    found = change_between(data, BURGLARY, COUNTY, before, after)
    assert isinstance(found, Change)
    assert isinstance(found.test, Reason)
    assert found.count_difference == 40
