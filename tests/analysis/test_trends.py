"""Trends, district bars and the matrix's counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.analysis.intervals import byar, exact, wilson
from safer_desktop.analysis.trends import districts, rolling_count, trend
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import DistrictBars, Trend
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period
from tests.analysis.rows import (
    BURGLARY,
    COHORT,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    OFFENCES,
    REPEATS,
    Rows,
    catalogue,
)

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
YEAR = Period.financial_year(2016)


def course(rows: Rows, what: Indicator, area: str = COUNTY, edition: Edition = Q4) -> Trend:
    return trend(rows.dataset(catalogue(what)), what.code, area, edition)


def bars(rows: Rows, what: Indicator) -> DistrictBars:
    return districts(rows.dataset(catalogue(what)), what.code, Q4)


def test_months_in_counts_with_the_rolling_rate() -> None:
    rows = Rows()
    ids = rows.months("burglary", COUNTY, APRIL_2015, [*[100] * 12, *[120] * 12])
    rows.households(CTY=250_000)
    rows.add("burglary", "REG", YEAR, 5.5, Unit.RATE_HOUSEHOLDS)
    found = course(rows, BURGLARY)
    assert (found.point_unit, found.point_words) == (Unit.COUNT, "each month")
    assert [p.value for p in found.points] == [100] * 12 + [120] * 12
    assert tuple(p.sources[0] for p in found.points) == ids
    assert found.rolling_unit is Unit.RATE_HOUSEHOLDS
    assert [p.period.end for p in found.rolling] == [p.period.end for p in found.points[11:]]
    # Each step to a later year adds 20 to the twelve months' 1,200, over 250,000 households.
    wanted = [(1200 + 20 * n) / 250 for n in range(13)]
    assert [p.value for p in found.rolling] == pytest.approx(wanted)
    assert set(ids[:12]) < set(found.rolling[0].sources)
    assert found.comparator == ("East", 5.5)


def test_a_missing_month_breaks_the_points_and_every_year_that_holds_it() -> None:
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [*[5] * 13, None, *[5] * 16])
    found = course(rows, ENTRANTS)
    assert [n for n, p in enumerate(found.points) if p.value is None] == [13]
    assert found.points[13].sources == ()
    # The edition ends with the 24th month; years ending in the 14th to the 24th hold the gap.
    assert [p.value for p in found.rolling] == [60, 60] + [None] * 11
    assert len(found.points) == 24


def test_a_month_that_only_some_parts_have_is_a_gap() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.months("entrants", code, APRIL_2015, [2] * (24 if code == "D1" else 23))
    found = course(rows, ENTRANTS)
    assert [p.value for p in found.points[-2:]] == [6, None]


def test_breaks_are_those_within_the_course() -> None:
    inside = DefinitionBreak(date(2016, 4, 1), "new")
    what = replace(ENTRANTS, breaks=(inside, DefinitionBreak(date(2023, 4, 1), "newer")))
    rows = Rows()
    rows.months("entrants", COUNTY, APRIL_2015, [5] * 24)
    assert course(rows, what).breaks == (inside,)


def test_quarters_with_their_rolling_year() -> None:
    rows = Rows()
    for year in (2015, 2016):
        for quarter in (1, 2, 3, 4):
            rows.add("entrants", COUNTY, Period.quarter(year, quarter), 10 * quarter)
    found = course(rows, ENTRANTS)
    assert found.point_words == "each quarter"
    assert [p.period.label for p in found.points[:2]] == ["Q1 2015/16", "Q2 2015/16"]
    assert [p.value for p in found.rolling] == [100] * 5
    assert found.rolling[0].period.label == "12 months to March 2016"


def test_quarters_that_do_not_add_up_have_no_rolling_line_and_keep_their_gap() -> None:
    rows = Rows()
    for quarter, value in ((2, 89.9), (4, 87.1)):
        rows.add("repeats", COUNTY, Period.quarter(2016, quarter), value, Unit.PERCENTAGE)
    found = course(rows, REPEATS)
    assert [p.value for p in found.points] == [89.9, None, 87.1]
    assert found.rolling == ()


def test_years_where_there_is_nothing_shorter() -> None:
    rows = Rows()
    for year, value in ((2012, 1.3), (2013, 1.25), (2015, 0.82), (2016, 0.28)):
        rows.add("reoffending", COUNTY, Period.financial_year(year), value, Unit.RATIO)
    found = course(rows, OFFENCES)
    assert [p.value for p in found.points] == [1.3, 1.25, None, 0.82, 0.28]
    assert found.point_words == "each financial year"
    assert found.point_unit is Unit.RATIO


def test_rolling_years_by_the_step_the_source_takes() -> None:
    rows = Rows()
    for month, value in ((3, 30), (6, 31), (12, 37)):
        rows.add("repeats", COUNTY, Period.rolling_12(2016, month), value, Unit.PERCENTAGE)
    found = course(rows, REPEATS)
    assert [(p.period.end.month, p.value) for p in found.points] == [
        (3, 30), (6, 31), (9, None), (12, 37),
    ]  # fmt: skip


def test_given_rates_are_shown_where_there_are_no_counts() -> None:
    rows = Rows()
    for offset in range(3):
        month = APRIL_2015.shifted(offset)
        rows.add("burglary", COUNTY, month, 0.5, Unit.RATE_HOUSEHOLDS, status=Status.PROVISIONAL)
    found = course(rows, BURGLARY)
    assert found.point_unit is Unit.RATE_HOUSEHOLDS
    assert [(p.value, p.status) for p in found.points] == [(0.5, Status.PROVISIONAL)] * 3
    assert found.rolling == ()


def test_the_footprints_course_stands_for_the_countys() -> None:
    rows = Rows()
    rows.add("cohort", "WIDE", YEAR, 42.8, Unit.PERCENTAGE)
    assert [p.value for p in course(rows, COHORT).points] == [42.8]


def test_nothing_loaded_is_an_empty_course() -> None:
    found = course(Rows(), BURGLARY)
    assert (found.points, found.rolling, found.breaks, found.comparator) == ((), (), (), None)


def test_district_bars_highest_first_with_intervals() -> None:
    rows = Rows()
    for code, events in zip(DISTRICTS, (8, 200, 70), strict=True):
        rows.add("burglary", code, YEAR, events)
        rows.add("households", code, Period.calendar_year(2016), 50_000)
    found = bars(rows, BURGLARY)
    assert [b.area for b in found.bars] == ["D2", "D3", "D1"]
    assert [b.value.value for b in found.bars if isinstance(b.value, Quantity)] == [4, 1.4, 0.16]
    assert found.bars[0].interval == pytest.approx([v / 50 for v in byar(200)])
    assert found.bars[2].interval == pytest.approx([v / 50 for v in exact(8)])
    assert isinstance(found.county.value, Quantity)
    assert found.county.value.value == pytest.approx(278 / 150)
    assert (found.period, found.reason) == (YEAR, None)


def test_bars_of_percentages_have_wilsons_interval() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.add("repeats", code, YEAR, 40, Unit.PERCENTAGE, 80, 200)
    found = bars(rows, REPEATS)
    assert found.bars[0].interval == pytest.approx([100 * v for v in wilson(80, 200)])


def test_the_span_is_the_one_most_districts_have_and_reasons_come_last() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, YEAR, 60)
    rows.add("entrants", "D1", YEAR, 99)
    rows.add("entrants", "D2", Period.financial_year(2015), 10)
    rows.add("entrants", "D3", Period.financial_year(2015), 20)
    found = bars(rows, ENTRANTS)
    assert found.period == Period.financial_year(2015)
    assert [b.area for b in found.bars] == ["D3", "D2", "D1"]
    assert isinstance(found.bars[-1].value, Reason)
    assert isinstance(found.county.value, Reason)


def test_no_district_figures_give_a_reason() -> None:
    rows = Rows()
    rows.add("entrants", COUNTY, YEAR, 60)
    found = bars(rows, ENTRANTS)
    assert found.reason == Reason(ReasonCode.NO_DATA, "Entrants is not loaded by district.")
    assert found.period == YEAR
    assert len(found.bars) == 3
    rows.months("entrants", "D1", Period.month(2017, 1), [1, 1, 1])
    reason = bars(rows, ENTRANTS).reason
    assert reason is not None
    assert reason.text == "District 1: the figures begin only in January 2017."
    assert bars(Rows(), ENTRANTS).period is None


def count(rows: Rows, what: Indicator) -> Quantity | Reason:
    return rolling_count(rows.dataset(catalogue(what)), what.code, COUNTY, Q4)


def test_the_matrix_takes_counts_of_whole_years() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    found = count(rows, BURGLARY)
    assert isinstance(found, Quantity)
    assert (found.value, found.unit, found.period) == (1200, Unit.COUNT, Period.rolling_12(2017, 3))
    given = Rows()
    given.add("entrants", COUNTY, Period.financial_year(2015), 124)
    part = Period.span(date(2016, 4, 1), date(2016, 12, 31))
    given.add("entrants", COUNTY, part, 83)
    newest = count(given, ENTRANTS)
    assert isinstance(newest, Quantity)
    assert newest.value == 124


def test_the_matrix_refuses_part_years_gaps_and_rates() -> None:
    part = Rows()
    part.add("entrants", COUNTY, Period.span(date(2016, 4, 1), date(2016, 12, 31)), 83)
    gappy = Rows()
    gappy.months("entrants", COUNTY, APRIL_2015, [*[5] * 20, None, *[5] * 3])
    rate = Rows()
    rate.add("burglary", COUNTY, YEAR, 5.5, Unit.RATE_HOUSEHOLDS)
    found = [count(part, ENTRANTS), count(gappy, ENTRANTS), count(rate, BURGLARY)]
    assert [f.code for f in found if isinstance(f, Reason)] == [
        ReasonCode.UNLIKE_PERIODS, ReasonCode.GAP, ReasonCode.NO_DATA,
    ]  # fmt: skip
