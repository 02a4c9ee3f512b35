"""Periods against dates worked out another way (pandas' own fiscal calendar)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.periods import (
    REPORTED,
    Period,
    PeriodError,
    PeriodKind,
    add_months,
    financial_year_label,
    month_end,
    month_label,
    months_between,
)

years = st.integers(1980, 2060)
months = st.integers(1, 12)
firsts = st.builds(date, years, months, st.just(1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(firsts)
    length = draw(st.integers(1, 12))
    return Period.span(start, add_months(start, length) - timedelta(days=1))


@given(years, st.integers(1, 4))
def test_quarters_are_those_of_a_year_that_ends_in_march(year: int, quarter: int) -> None:
    # pandas names a fiscal year by the calendar year in which it ends.
    wanted = pd.Period(f"{year + 1}Q{quarter}", freq="Q-MAR")
    found = Period.quarter(year, quarter)
    assert (found.start, found.end) == (wanted.start_time.date(), wanted.end_time.date())
    assert found.label == f"Q{quarter} {year}/{(year + 1) % 100:02d}"
    assert found.months == 3


@given(years, months)
def test_months_and_rolling_years(year: int, month: int) -> None:
    wanted = pd.Period(year=year, month=month, freq="M")
    one = Period.month(year, month)
    assert (one.start, one.end) == (wanted.start_time.date(), wanted.end_time.date())
    rolling = Period.rolling_12(year, month)
    assert (rolling.start, rolling.end) == ((wanted - 11).start_time.date(), one.end)
    assert rolling.months == 12
    assert rolling.contains(one)
    assert rolling.month_periods()[-1] == one


@given(periods())
def test_a_span_is_made_of_its_months_without_hole_or_overlap(period: Period) -> None:
    steps = period.month_periods()
    assert (steps[0].start, steps[-1].end, len(steps)) == (period.start, period.end, period.months)
    assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(steps))
    assert all(period.contains(step) for step in steps)


@given(periods(), st.integers(-240, 240))
def test_shifting_keeps_the_length_and_can_be_taken_back(period: Period, by: int) -> None:
    moved = period.shifted(by)
    assert moved.months == period.months
    assert months_between(period.start, moved.start) == by
    back = moved.shifted(-by)
    assert (back.start, back.end) == (period.start, period.end)
    if by % 12 == 0:
        assert moved.kind is period.kind
    assert period.year_before() == period.shifted(-12)


@given(periods())
def test_a_span_is_of_the_kind_that_its_dates_show(period: Period) -> None:
    kinds = {
        12: {PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR, PeriodKind.ROLLING_12},
        3: {PeriodKind.QUARTER, PeriodKind.PART_YEAR},
        1: {PeriodKind.MONTH},
    }
    assert period.kind in kinds.get(period.months, {PeriodKind.PART_YEAR})
    assert Period.span(period.start, period.end) == period


@given(st.lists(periods(), max_size=8))
def test_periods_are_ordered_by_their_end(some: list[Period]) -> None:
    ends = [(period.end, period.start) for period in sorted(some)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("period", "label", "short"),
    [
        (Period.month(2017, 3), "March 2017", "Mar 17"),
        (Period.quarter(2016, 4), "Q4 2016/17", "Q4 16/17"),
        (Period.quarter(1999, 1), "Q1 1999/00", "Q1 99/00"),
        (Period.financial_year(2016), "2016/17", "2016/17"),
        (Period.calendar_year(2016), "2016", "2016"),
        (Period.rolling_12(2017, 3), "12 months to March 2017", "12m to Mar 17"),
        (
            Period.span(date(2016, 4, 1), date(2016, 12, 31)),
            "April to December 2016",
            "Apr to Dec 16",
        ),
        (
            Period.span(date(2016, 11, 1), date(2017, 2, 28)),
            "November 2016 to February 2017",
            "Nov to Feb 17",
        ),
    ],
)
def test_labels(period: Period, label: str, short: str) -> None:
    assert (period.label, period.short_label) == (label, short)


def test_named_years() -> None:
    assert Period.financial_year(2015).end == date(2016, 3, 31)
    assert Period.financial_year(2016) == Period.span(date(2016, 4, 1), date(2017, 3, 31))
    assert Period.rolling_12(2017, 3).kind is PeriodKind.ROLLING_12
    assert Period.financial_year(2016).shifted(3) == Period.rolling_12(2017, 6)
    assert Period.calendar_year(2016).shifted(-24) == Period.calendar_year(2014)
    assert financial_year_label(2009) == "2009/10"


def test_a_leap_day_belongs_to_its_month() -> None:
    assert Period.month(2016, 2).end == date(2016, 2, 29)
    assert Period.month(2016, 2).year_before().end == date(2015, 2, 28)
    assert month_end(2100, 2) == date(2100, 2, 28)
    assert month_label(date(2016, 2, 29)) == "February 2016"


def test_a_span_must_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodError, match="not a span of whole months"):
        Period.span(date(2016, 4, 1), date(2016, 3, 31))
    with pytest.raises(PeriodError, match="not a span of whole months"):
        Period(date(2016, 4, 29), date(2016, 4, 1), PeriodKind.MONTH)


def test_spans_that_no_figure_of_the_board_is_made_of() -> None:
    two_years = Period.span(date(2012, 7, 1), date(2014, 6, 30))
    assert (two_years.kind, two_years.months) == (PeriodKind.YEARS, 24)
    assert (two_years.label, two_years.short_label) == (
        "July 2012 to June 2014",
        "Jul 12 to Jun 14",
    )
    week = Period.week_ending(date(2017, 1, 6))
    assert (week.start, week.kind, week.label) == (
        date(2016, 12, 31),
        PeriodKind.WEEK,
        "week to 6 January 2017",
    )
    assert week == Period.span(week.start, week.end)
    survey = Period.span(date(2020, 4, 3), date(2020, 5, 3))
    assert (survey.kind, survey.label) == (PeriodKind.DAYS, "3 April 2020 to 3 May 2020")
    assert survey.year_before() == Period.span(date(2019, 4, 3), date(2019, 5, 3))
    assert REPORTED.isdisjoint({two_years.kind, week.kind, survey.kind})


def test_a_span_must_fit_its_kind() -> None:
    with pytest.raises(PeriodError, match="is not a financial year"):
        Period(date(2016, 12, 31), date(2016, 1, 1), PeriodKind.FINANCIAL_YEAR)
    with pytest.raises(PeriodError, match="no quarter 5"):
        Period.quarter(2016, 5)
    may_to_july = Period.span(date(2016, 5, 1), date(2016, 7, 31))
    assert may_to_july.kind is PeriodKind.PART_YEAR
    assert not Period.quarter(2016, 1).contains(may_to_july)
