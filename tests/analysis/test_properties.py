"""What must hold for any series, against sums done by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.phrases import are_missing, day
from safer_desktop.analysis.trends import trend
from safer_desktop.domain.display import listed
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Change, Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.periods import Period
from tests.analysis.rows import BURGLARY, COUNTY, DISTRICTS, ENTRANTS, Rows, catalogue

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
series = st.lists(st.none() | st.integers(0, 500), min_size=24, max_size=24)
whole = st.lists(st.integers(0, 500), min_size=24, max_size=24)


def of(values: list[int | None]) -> Figure:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, values)
    return figure(rows.dataset(catalogue(ENTRANTS)), "entrants", COUNTY, Q4)


@given(series)
def test_a_figure_is_the_sum_of_twelve_months_or_a_reason(values: list[int | None]) -> None:
    found = of(values)
    present = [n for n, value in enumerate(values) if value is not None]
    if not present:
        assert isinstance(found.latest, Reason)
        assert found.latest.code is ReasonCode.NO_DATA
        return
    window = [None] * 12 + values  # the months before the first are not there either
    year = window[present[-1] + 1 : present[-1] + 13]
    if None in year:
        assert isinstance(found.latest, Reason)
        assert found.latest.code is ReasonCode.GAP
        assert isinstance(found.change, Reason)
    else:
        assert isinstance(found.latest, Quantity)
        assert found.latest.value == sum(value for value in year if value is not None)
        assert len(found.latest.sources) == 12


@given(series)
def test_a_rolling_line_never_bridges_a_gap(values: list[int | None]) -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, values)
    found = trend(rows.dataset(catalogue(ENTRANTS)), "entrants", COUNTY, Q4)
    by_end = {point.period.end: point for point in found.points}
    assert len(by_end) == len(found.points)
    for point in found.rolling:
        months = [by_end[month.end] for month in point.period.month_periods()]
        counts = [month.value for month in months if month.value is not None]
        assert point.value == (sum(counts) if len(counts) == 12 else None)


@given(whole)
def test_percent_and_counts_can_be_worked_out_again(values: list[int | None]) -> None:
    found = of(values)
    before = sum(value or 0 for value in values[:12])
    after = sum(value or 0 for value in values[12:])
    assert isinstance(found.change, Change)
    assert found.change.count_difference == after - before
    if before < 50:
        assert isinstance(found.change.percent, Reason)
    else:
        assert found.change.percent == pytest.approx(100 * (after - before) / before)


@given(whole, st.permutations(DISTRICTS), st.integers(50_000, 90_000))
def test_the_countys_rate_is_all_its_districts_events_over_all_their_households(
    values: list[int | None], order: list[str], homes: int
) -> None:
    rows = Rows()
    for factor, code in enumerate(order, start=1):
        rows.months("burglary", code, APRIL_2015, [(v or 0) * factor for v in values])
        rows.add("households", code, Period.calendar_year(2016), homes * factor)
    found = figure(rows.dataset(catalogue(BURGLARY)), "burglary", COUNTY, Q4).latest
    assert isinstance(found, Quantity)
    assert found.count == 6 * sum(value or 0 for value in values[12:])
    assert found.value == pytest.approx(1000 * (found.count or 0) / (6 * homes))
    assert len(set(found.sources)) == len(found.sources) == 36 + 3


@given(st.sets(st.integers(0, 35), min_size=1))
def test_missing_months_are_named_once_each_in_runs(left_out: set[int]) -> None:
    months = [APRIL_2015.shifted(n) for n in sorted(left_out)]
    words = are_missing(months)
    assert words.endswith("is missing" if len(months) == 1 else "are missing")
    starts = sorted(n for n in left_out if n - 1 not in left_out)
    for start in starts:
        assert APRIL_2015.shifted(start).label.split()[0] in words
    assert words.count(" to ") == sum(start + 1 in left_out for start in starts)


def test_words() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip
    assert day(APRIL_2015.start) == "1 April 2015"
    quarters = [Period.quarter(2015, 3), Period.quarter(2015, 4), Period.quarter(2016, 2)]
    assert are_missing(quarters) == "Q3 2015/16 to Q4 2015/16 and Q2 2016/17 are missing"
