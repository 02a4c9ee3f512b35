"""Every way in which partners write a period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, add_months, month_end
from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.periods import (
    Ambiguous,
    PeriodHint,
    PeriodReading,
    find_period,
    parse_period,
    read_period,
)

M, Q, FY, CY, R12 = (
    Period.month,
    Period.quarter,
    Period.financial_year,
    Period.calendar_year,
    Period.rolling_12,
)


def part(year: int, month: int, to_year: int, to_month: int) -> Period:
    return Period.span(date(year, month, 1), month_end(to_year, to_month))


@pytest.mark.parametrize(
    ("label", "period"),
    (
        ("202104", M(2021, 4)),
        (202104.0, M(2021, 4)),
        ("Sep 19", M(2019, 9)),
        ("July 20", M(2020, 7)),
        ("Sept-19", M(2019, 9)),
        ("  APRIL   2016 ", M(2016, 4)),
        ("2018 -May", M(2018, 5)),
        ("2021 Mar", M(2021, 3)),
        ("2017-03", M(2017, 3)),
        ("03/2017", M(2017, 3)),
        ("Month ending 31 March 2017", M(2017, 3)),
        (date(2016, 4, 1), M(2016, 4)),
        (42461.0, M(2016, 4)),
        ("42490", M(2016, 4)),
        ("2016-04-01", M(2016, 4)),
        ("1st April 2016", M(2016, 4)),
        ("30-Sep-19", M(2019, 9)),
        ("April 1, 2016", M(2016, 4)),
        ("31/03/2017", M(2017, 3)),
        ("2016/17 Apr", M(2016, 4)),
        ("2016/17 Jan", M(2017, 1)),
        ("Jan 2016/17", M(2017, 1)),
        ("Apr '10 to Mar '11", FY(2010)),
        ("Apr '07 to Mar '083", FY(2007)),
        ("Apr '11 to Mar '124,5", FY(2011)),
        ("1999-00", FY(1999)),
        ("2016/17", FY(2016)),
        ("2016/172", FY(2016)),
        ("2016–17", FY(2016)),
        ("2016/2017", FY(2016)),
        ("16/17", FY(2016)),
        ("FY 2016/17", FY(2016)),
        ("FY1617", FY(2016)),
        ("2016 to 2017", FY(2016)),
        ("201617", FY(2016)),
        ("2008/9", FY(2008)),
        ("Financial year 2015/16", FY(2015)),
        ("2015/16 total", FY(2015)),
        ("1 April 2016 to 31 March 2017", FY(2016)),
        ("01/04/2016 - 31/03/2017", FY(2016)),
        ("Jan 2016 - Dec 2016", CY(2016)),
        ("Calendar year 2016", CY(2016)),
        ("Estimated Population mid-2019", CY(2019)),
        ("Mid-year 2019", CY(2019)),
        ("Q4 2016/17", Q(2016, 4)),
        ("Q4 16/17", Q(2016, 4)),
        ("2016/17 Q4", Q(2016, 4)),
        ("Quarter 2 2016/17", Q(2016, 2)),
        ("Q3 (Oct - Dec 2016)", Q(2016, 3)),
        ("2016/17 Oct-Dec", Q(2016, 3)),
        ("Quarter to Mar 2017", Q(2016, 4)),
        ("3 months to March 2017", Q(2016, 4)),
        ("Mar-May 1992", part(1992, 3, 1992, 5)),
        ("Nov to Jan 2017", part(2016, 11, 2017, 1)),
        ("April to December 2016/17", part(2016, 4, 2016, 12)),
        ("YTD Dec 2016", part(2016, 4, 2016, 12)),
        ("Dec 2016 YTD", part(2016, 4, 2016, 12)),
        ("YTD Feb 2017", part(2016, 4, 2017, 2)),
        ("12 months to March 2017", R12(2017, 3)),
        ("12 months ending 31 December 2016", R12(2016, 12)),
        ("year ending March 2017", R12(2017, 3)),
        ("Year ending December 20191,2", R12(2019, 12)),
        ("YE Mar 17", R12(2017, 3)),
        ("Rolling 12 months to Dec 2016", R12(2016, 12)),
        ("Dec 99", M(1999, 12)),
    ),
)
def test_every_form_is_read(label: CellValue, period: Period) -> None:
    assert parse_period(label) == period


@pytest.mark.parametrize(
    "label",
    ("Total", "Blaby", "17", "4", 123.0, 2.5, True, None, "w/e 05/03/2017", "Q5 16/17",
     "31/02/2017", "July 2012 to June 2014", "2016/19", "x" * 200 + " 2016", "", 42470.0,
     "13/13/2017",
     "99/99/9999 - 1/1/2017", "2018 May Day"),
)  # fmt: skip
def test_what_is_no_period_is_not_read(label: CellValue) -> None:
    assert read_period(label) is None


@pytest.mark.parametrize(
    ("label", "hint", "period"),
    (
        ("2016", PeriodHint.CALENDAR, CY(2016)),
        (2016.0, PeriodHint.FINANCIAL, FY(2016)),
        ("2016", PeriodHint.FINANCIAL_ENDING, FY(2015)),
        ("FY17", PeriodHint.FINANCIAL_ENDING, FY(2016)),
        ("FY17", PeriodHint.FINANCIAL, FY(2017)),
        ("2008/4", PeriodHint.CALENDAR, Q(2008, 3)),
        ("2008/4", PeriodHint.FINANCIAL, Q(2008, 4)),
        ("2003/4", PeriodHint.FINANCIAL, FY(2003)),
        ("2016 Q1", PeriodHint.CALENDAR, Q(2015, 4)),
        ("Q1 2016", PeriodHint.FINANCIAL, Q(2016, 1)),
        ("01/02/2017", PeriodHint.DAY_FIRST, M(2017, 2)),
        ("01/02/2017", PeriodHint.MONTH_FIRST, M(2017, 1)),
        ("2011-12", PeriodHint.CALENDAR, M(2011, 12)),
        ("2011-12", PeriodHint.FINANCIAL, FY(2011)),
        ("200910", PeriodHint.CALENDAR, M(2009, 10)),
        ("200910", PeriodHint.FINANCIAL, FY(2009)),
    ),
)
def test_a_doubtful_label_waits_for_a_hint(
    label: CellValue, hint: PeriodHint, period: Period
) -> None:
    reading = read_period(label)
    assert isinstance(reading, Ambiguous)
    assert parse_period(label) is None
    assert reading.readings[hint] == period
    assert parse_period(label, hint=hint) == period
    assert period.label in reading.words


def test_a_month_can_stand_for_a_longer_span() -> None:
    assert parse_period("Mar 17", hint=PeriodHint.ROLLING) == R12(2017, 3)
    assert parse_period("2016/17", hint=PeriodHint.ROLLING) == R12(2017, 3)
    assert parse_period("Mar 17", hint=PeriodHint.QUARTER_ENDING) == Q(2016, 4)
    assert parse_period("Dec 16", hint=PeriodHint.YEAR_TO_DATE) == part(2016, 4, 2016, 12)
    both = f"{PeriodHint.CALENDAR} {PeriodHint.YEAR_TO_DATE}"
    assert parse_period("Nov 16", hint=both) == part(2016, 1, 2016, 11)
    assert parse_period("Q4 2016/17", hint=PeriodHint.YEAR_TO_DATE) == Q(2016, 4)


@pytest.mark.parametrize(
    ("label", "status"),
    (
        ("Aug 20 (p)", Status.PROVISIONAL),
        ("Aug 20 [p]", Status.PROVISIONAL),
        ("2016/17 provisional", Status.PROVISIONAL),
        ("Aug 2020 (r)", Status.REVISED),
        ("2015/16 estimated", Status.ESTIMATE),
        ("Aug 20", Status.FINAL),
        ("Aug 20 [note 3]", Status.FINAL),
    ),
)
def test_marks_beside_a_period_are_kept(label: str, status: Status) -> None:
    reading = read_period(label)
    assert isinstance(reading, PeriodReading)
    assert reading.status is status


def test_a_period_is_found_inside_a_title() -> None:
    title = "Table P1: Police recorded crime, number of offences, year ending December 2019"
    found = find_period(title)
    assert found is not None
    assert found.period == R12(2019, 12)
    named = find_period("YOS KPI report Q3 2016-17")
    assert named is not None
    assert named.period == Q(2016, 3)
    assert find_period("Crime in 2016") is None


starts = st.builds(date, st.integers(1975, 2068), st.integers(1, 12), st.just(1))


@given(starts, st.integers(1, 12))
def test_labels_of_periods_lead_back_to_them(start: date, months: int) -> None:
    last = add_months(start, months - 1)
    period = Period.span(start, month_end(last.year, last.month))
    assert parse_period(period.label, hint=PeriodHint.CALENDAR) == period


@given(starts, st.sampled_from(("month", "quarter", "rolling")))
def test_short_labels_lead_back_too(start: date, sort: str) -> None:
    quarter_start = (start.month - 4) % 12 // 3 + 1
    year = start.year if start.month >= 4 else start.year - 1
    period = {
        "month": M(start.year, start.month),
        "quarter": Q(year, quarter_start),
        "rolling": R12(start.year, start.month),
    }[sort]
    if 1971 <= period.start.year <= 2068:
        assert parse_period(period.short_label) == period


@given(st.text(max_size=40))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    reading = read_period(text)
    assert reading is None or isinstance(reading, (PeriodReading, Ambiguous))
