"""Charts over time cut to a part of their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.periods import Period
from safer_desktop.gui.charts.spans import (
    LEAST_POINTS,
    WHOLE,
    Span,
    between,
    farther,
    nearer,
    newest,
    span_of,
)
from tests.gui.charts.examples import months, trend

LONG = [TrendPoint(period, 1.0) for period in months(Period.month(2010, 4), 84)]
"""April 2010 to March 2017."""


def labels(span: Span | None) -> tuple[str, str, int]:
    assert span is not None
    points = span.of(LONG)
    return points[0].period.label, points[-1].period.label, len(points)


@pytest.mark.parametrize(("years", "first"), [(5, "April 2012"), (3, "April 2014")])
def test_the_newest_years_are_full_years_up_to_the_last_point(years: int, first: str) -> None:
    assert labels(span_of(years, LONG)) == (first, "March 2017", 12 * years)


def test_years_that_end_in_a_leap_february_are_whole_too() -> None:
    points = LONG[: 12 * 5 + 11]
    assert points[-1].period.end == date(2016, 2, 29)
    assert len(newest(points, 3).of(points)) == 36


def test_what_would_leave_all_or_nearly_nothing_shows_the_whole() -> None:
    assert span_of(WHOLE, LONG) is None
    assert span_of(7, LONG) is None
    assert span_of(Span(date(1999, 1, 31), date(2001, 1, 31)), LONG) is None
    assert span_of(3, ()) is None


def test_nearer_is_half_about_the_chosen_point_and_farther_is_twice() -> None:
    half = nearer(LONG, None, -1)
    assert isinstance(half, Span)
    assert labels(half) == ("October 2013", "March 2017", 42)
    about = nearer(LONG, half, 12)
    assert isinstance(about, Span)
    assert len(about.of(LONG)) == 21
    assert LONG[42 + 12] in about.of(LONG)
    assert farther(LONG, half) == WHOLE


@given(st.integers(0, 83), st.integers(0, 83))
def test_a_drag_keeps_its_points_and_never_fewer_than_the_least(first: int, last: int) -> None:
    choice = between(LONG, first, last)
    shown = LONG if choice == WHOLE else choice.of(LONG) if isinstance(choice, Span) else ()
    assert len(shown) >= LEAST_POINTS
    assert set(LONG[min(first, last) : max(first, last) + 1]) <= set(shown)


def test_a_cut_trend_has_both_its_lines_in_the_span() -> None:
    whole = trend()
    cut = Span(date(2016, 4, 30), date(2016, 9, 30)).cut_trend(whole)
    assert [p.period.label for p in cut.points][:: len(cut.points) - 1] == [
        "April 2016",
        "September 2016",
    ]
    assert [p.period.end for p in cut.rolling] == [p.period.end for p in cut.points]
    assert replace(cut, points=whole.points, rolling=whole.rolling) == whole
