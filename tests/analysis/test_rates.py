"""Rates: which population, worked out or given, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.quantities import mid_year
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Change, Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from tests.analysis.rows import BURGLARY, COUNTY, DISTRICTS, Rows, catalogue

Q4 = Edition(2016, 4)
APRIL_2015 = Period.month(2015, 4)
RATE = Unit.RATE_HOUSEHOLDS


def of(rows: Rows, area: str = COUNTY, edition: Edition = Q4) -> Figure:
    return figure(rows.dataset(catalogue(BURGLARY)), "burglary", area, edition)


def number(quantity: Quantity | Reason) -> Quantity:
    assert isinstance(quantity, Quantity), quantity
    return quantity


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (Period.rolling_12(2017, 3), 2016),
        (Period.financial_year(2016), 2016),
        (Period.calendar_year(2016), 2016),
        (Period.rolling_12(2017, 6), 2016),
        (Period.rolling_12(2017, 7), 2017),
        (Period.rolling_12(2016, 5), 2015),
        (Period.quarter(2016, 4), 2017),
        (Period.span(date(2016, 4, 1), date(2016, 12, 31)), 2016),
        (Period.span(date(2016, 11, 1), date(2017, 3, 31)), 2017),
    ],
)
def test_the_year_that_holds_the_larger_part(period: Period, year: int) -> None:
    assert mid_year(period) == year


def test_each_span_is_divided_by_its_own_year() -> None:
    rows = Rows()
    months = rows.months("burglary", COUNTY, APRIL_2015, [*[100] * 12, *[120] * 12])
    of_2015 = rows.add("households", COUNTY, Period.calendar_year(2015), 240_000)
    of_2016 = rows.add("households", COUNTY, Period.calendar_year(2016), 250_000)
    found = of(rows)
    latest, previous = number(found.latest), number(found.previous)
    assert latest.value == pytest.approx(1440 / 250)
    assert previous.value == pytest.approx(1200 / 240)
    assert latest.sources == (*months[12:], of_2016)
    assert previous.sources == (*months[:12], of_2015)
    assert (latest.count, latest.base, latest.base_note) == (1440, 250_000, "mid-2016 households")
    assert latest.method == "sum of 12 months over mid-2016 households, per 1,000"
    assert isinstance(found.change, Change)
    # 5.76 over 5.00, as a reader works it out from the printed rates; not 240/1200 = 20%.
    assert found.change.percent == pytest.approx(15.2)
    assert found.change.count_difference == 240


def test_a_population_is_borrowed_from_at_most_three_years_back_and_said() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    rows.add("households", COUNTY, Period.calendar_year(2013), 240_000)
    found = of(rows)
    assert number(found.latest).base_note == "mid-2013 households, the latest loaded up to 2016"
    assert (
        "The rates for 12 months to March 2017 and the year before use the same mid-2013 "
        "households, the latest loaded." in found.notes
    )
    rows.add("households", COUNTY, Period.calendar_year(2015), 250_000)
    assert (
        "The rate for 12 months to March 2017 uses the mid-2015 households, the latest loaded up "
        "to 2016." in of(rows).notes
    )
    later = Rows()
    later.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    later.add("households", COUNTY, Period.calendar_year(2012), 240_000)
    later.add("households", COUNTY, Period.calendar_year(2017), 240_000)
    latest = of(later).latest
    assert isinstance(latest, Reason)
    assert latest.code is ReasonCode.NO_DENOMINATOR
    # Mid-2012 is three years before mid-2015, so the year before still has a rate.
    earlier = of(later, edition=Edition(2015, 4)).latest
    assert number(earlier).value == pytest.approx(5)


def test_the_population_of_the_parts_serves_where_the_area_has_none() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    rows.households(D1=100_000, D2=80_000, D3=60_000)
    latest = number(of(rows).latest)
    assert latest.base == 240_000
    assert len(latest.sources) == 12 + 3


def test_a_given_rate_serves_only_where_there_are_no_counts() -> None:
    rows = Rows()
    rows.add("burglary", COUNTY, Period.financial_year(2015), 4.8, RATE)
    given = rows.add("burglary", COUNTY, Period.financial_year(2016), 5.9, RATE)
    found = of(rows)
    assert number(found.latest).sources == (given,)
    assert number(found.latest).method == "as the source gives it"
    assert isinstance(found.change, Change)
    assert found.change.percent == pytest.approx(100 * (5.9 - 4.8) / 4.8)
    assert isinstance(found.change.test, Reason)
    assert "The source gives no numbers of offences, so chance cannot be excluded." in found.notes
    rows.months("burglary", COUNTY, APRIL_2015, [*[100] * 12, *[120] * 12])
    rows.households(CTY=240_000)
    found = of(rows)
    assert number(found.latest).value == pytest.approx(6)
    assert given not in number(found.latest).sources
    assert "The source's own rate is 5.90; the counts give 6.00." in found.notes


def test_a_given_rate_serves_where_counts_lack_a_population() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    given = rows.add("burglary", COUNTY, Period.financial_year(2016), 5.9, RATE)
    assert number(of(rows).latest).sources == (given,)


def test_mixed_grounds_are_told() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, Period.month(2016, 4), [100] * 12)
    rows.add("burglary", COUNTY, Period.financial_year(2015), 4.8, RATE)
    rows.households(CTY=240_000)
    found = of(rows)
    assert number(found.previous).value == 4.8
    assert any(note.startswith("The earlier rate is the source's own") for note in found.notes)


def test_the_sources_total_is_held_against_its_months() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [100] * 24)
    rows.households(CTY=240_000)
    rows.add("burglary", COUNTY, Period.financial_year(2016), 1210)
    assert (
        "The source's own total for 2016/17 is 1,210; its parts add up to 1,200." in of(rows).notes
    )


def test_a_rate_of_part_of_a_year_says_so() -> None:
    rows = Rows()
    part = Period.span(date(2016, 4, 1), date(2016, 12, 31))
    rows.add("burglary", COUNTY, part, 900)
    rows.households(CTY=240_000)
    latest = number(of(rows).latest)
    assert latest.value == pytest.approx(900 / 240)
    assert latest.method.endswith("per 1,000 in 9 months")


def test_districts_have_rates_of_their_own() -> None:
    rows = Rows()
    for code in DISTRICTS:
        rows.months("burglary", code, APRIL_2015, [10] * 24)
    rows.households(D1=50_000, D2=40_000, D3=30_000)
    assert number(of(rows, "D3").latest).value == pytest.approx(4)
    assert number(of(rows).latest).value == pytest.approx(360 / 120)


def test_a_rate_without_a_series_to_divide_by() -> None:
    rows = Rows()
    rows.months("burglary", COUNTY, APRIL_2015, [10] * 24)
    data = rows.dataset(catalogue(replace(BURGLARY, denominator="")))
    latest = figure(data, "burglary", COUNTY, Q4).latest
    assert latest == Reason(ReasonCode.NO_DENOMINATOR, "Burglary has no series to divide by.")
