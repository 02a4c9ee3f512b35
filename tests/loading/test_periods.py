"""Every way in which partners write a period."""

from __future__ import annotations

from datetime import date, timedelta

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
    read_label,
    read_period,
)

M, Q, FY, CY, R12 = (
    Period.month,
    Period.quarter,
    Period.financial_year,
    Period.calendar_year,
    Period.rolling_12,
)
W = Period.week_ending
D = Period.span


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
        ("2016 -> | Jan".replace("|", ""), M(2016, 1)),
        ("2022 Dec†", M(2022, 12)),
        ("2016M04", M(2016, 4)),
        ("2016 8", M(2016, 8)),
        ("Month 9 2016/17", M(2016, 12)),
        ("Saturday 31 March 2018", M(2018, 3)),
        ("2016 Calendar Year", CY(2016)),
        ("2016-17 FY", FY(2016)),
        ("Jul-16 to Jun-17", R12(2017, 6)),
        ("Year ending June 2018", R12(2018, 6)),
        ("year ending June 181,2", R12(2018, 6)),
        ("Year to 30 June 2018", R12(2018, 6)),
        ("Jan '18 to Dec '18", CY(2018)),
        ("MAT Mar 2017", R12(2017, 3)),
        ("Academic year 2016/17", part(2016, 9, 2017, 8)),
        ("2016/17 school year", part(2016, 9, 2017, 8)),
        ("H1 2016/17", part(2016, 4, 2016, 9)),
        ("2016/17 second half", part(2016, 10, 2017, 3)),
        ("4th quarter 2016/17", Q(2016, 4)),
        ("Q4 (Jan - Mar) 2016/17", Q(2016, 4)),
        ("Jan-Mar 2017 (Q4)", Q(2016, 4)),
        ("Q1-Q3 2016/17", part(2016, 4, 2016, 12)),
        ("Apr-Dec 2016 YTD", part(2016, 4, 2016, 12)),
        ("3m to Mar 17", Q(2016, 4)),
        ("JUN 2020 - AUG 2020", part(2020, 6, 2020, 8)),
        ("July 2012 to June 2014", part(2012, 7, 2014, 6)),
        ("2014/15 to 2016/17", part(2014, 4, 2017, 3)),
        ("Two years to March 2017", part(2015, 4, 2017, 3)),
        ("3rd April to 3rd May 2020", D(date(2020, 4, 3), date(2020, 5, 3))),
        ("28 December to 3 January 2021", W(date(2021, 1, 3))),
        ("1-7 May 2020", W(date(2020, 5, 7))),
        ("1 May 2020 to 10 June 2020", D(date(2020, 5, 1), date(2020, 6, 10))),
        ("w/e 26/03/2017", W(date(2017, 3, 26))),
        ("Week ending 6 January 2017", W(date(2017, 1, 6))),
        ("W/C 20/03/2017", W(date(2017, 3, 26))),
        ("2017-W12", W(date(2017, 3, 26))),
        ("Week 12 2017", W(date(2017, 3, 26))),
        ("4 weeks to 26 March 2017", D(date(2017, 2, 27), date(2017, 3, 26))),
        ("Month ending 15 June 2017", D(date(2017, 5, 16), date(2017, 6, 15))),
        ("Year ending 15 June 2017", D(date(2016, 6, 16), date(2017, 6, 15))),
        ("17/04/2016 - 18/05/2016", D(date(2016, 4, 17), date(2016, 5, 18))),
    ),
)
def test_every_form_is_read(label: CellValue, period: Period) -> None:
    assert parse_period(label) == period


@pytest.mark.parametrize(
    "label",
    ("Total", "Blaby", "17", "4", 123.0, 2.5, True, None, "w/e 35/03/2017", "Q5 16/17",
     "31/02/2017", "June 2014 to July 2012", "2016/19", "x" * 200 + " 2016", "", 42470.0,
     "13/13/2017", "w/c", "2017 week 54", "0 months to March 2017", "H3 2016/17", "16-19",
     "99/99/9999 - 1/1/2017", "2018 May Day", "Month 13 2016/17", "2017/18 0", "Q4 to Q1 2016/17"),
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
        ("2017/18 1", PeriodHint.QUARTER_NUMBERS, Q(2017, 1)),
        ("2017/18 1", PeriodHint.MONTH_NUMBERS, M(2018, 1)),
        ("2017 2", PeriodHint.QUARTER_NUMBERS, Q(2017, 1)),
        ("2017 2", PeriodHint.MONTH_NUMBERS, M(2017, 2)),
        ("H1 2016", PeriodHint.CALENDAR, part(2016, 1, 2016, 6)),
        ("H1 2016", PeriodHint.FINANCIAL, part(2016, 4, 2016, 9)),
        ("2014 to 2016", PeriodHint.CALENDAR, part(2014, 1, 2016, 12)),
        ("w/e 06/01/2017", PeriodHint.DAY_FIRST, W(date(2017, 1, 6))),
        ("w/e 06/01/2017", PeriodHint.MONTH_FIRST, W(date(2017, 6, 1))),
        ("01/02/2017 - 03/04/2017", PeriodHint.DAY_FIRST, D(date(2017, 2, 1), date(2017, 4, 3))),
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


def test_of_several_periods_in_a_title_the_longest_then_the_latest_counts() -> None:
    title = (
        "percentage change, year ending December 2018 compared with year ending December 20191,2"
    )
    found = find_period(title)
    assert found is not None
    assert found.period == R12(2019, 12)


def test_a_label_of_several_cells_is_read_whole_then_by_its_innermost_part() -> None:
    def read(text: str, *, anywhere: bool = False) -> Period | None:
        reading = read_label(text, text, hint="calendar", anywhere=anywhere)
        return reading.period if isinstance(reading, PeriodReading) else None

    assert read("2009 | 2009/1") == Q(2008, 4)
    assert read("2016 -> | Jan") == M(2016, 1)
    assert read("Burglary 2016-17 | Apr") is None
    assert read("Burglary 2016-17 | Apr", anywhere=True) == M(2016, 4)
    assert read_label("31/03/2017", date(2017, 3, 31)) == PeriodReading(M(2017, 3))


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


YEARS = st.integers(1975, 2068)
_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip


@given(YEARS, st.integers(1, 12), st.sampled_from((" ", "-", " - ", "/")), st.booleans())
def test_named_months_in_every_spelling(year: int, month: int, gap: str, short: bool) -> None:
    name = _NAMES[month - 1][:3] if short else _NAMES[month - 1]
    wanted = M(year, month)
    for label in (f"{name}{gap}{year}", f"{name.upper()} '{year % 100:02d}", f"{year} {name}"):
        assert parse_period(label) == wanted
    assert parse_period(f"{year}{month:02d}", hint="calendar") == wanted
    assert parse_period(f"{year}-{month:02d}-01") == wanted
    assert parse_period(date(year, month, 15)) == wanted


@given(YEARS, st.sampled_from("/-"), st.integers(1, 4))
def test_financial_years_and_their_quarters_in_every_spelling(
    year: int, dash: str, quarter: int
) -> None:
    pair = f"{year}{dash}{(year + 1) % 100:02d}"
    for label in (f"{year}/{year + 1}", f"FY {pair}", f"{pair} FY", f"{year} to {year + 1}"):
        assert parse_period(label) == FY(year)
    assert parse_period(pair, hint="financial") == FY(year)
    for label in (f"Q{quarter} {pair}", f"{pair} Quarter {quarter}", f"{pair} Q{quarter} (p)"):
        assert parse_period(label) == Q(year, quarter)
    assert parse_period(f"Apr '{year % 100:02d} to Mar '{(year + 1) % 100:02d}") == FY(year)


DAYS = st.dates(date(1975, 1, 1), date(2068, 12, 1))


@given(DAYS, st.integers(1, 400))
def test_spans_of_days_in_every_spelling(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), date(2068, 12, 31))
    wanted = Period.span(first, last)

    def written(day: date) -> str:
        return f"{day.day} {_NAMES[day.month - 1]} {day.year}"

    assert parse_period(f"{written(first)} to {written(last)}") == wanted
    numbered = f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"
    assert parse_period(numbered, hint=PeriodHint.DAY_FIRST) == wanted
    assert parse_period(f"week ending {written(last)}") == W(last)
    assert parse_period(f"w/e {last:%d/%m/%y}", hint=PeriodHint.DAY_FIRST) == W(last)
    year, week, _ = last.isocalendar()
    (sunday,) = (it for it in (last + timedelta(days=n) for n in range(7)) if it.weekday() == 6)
    assert parse_period(f"{year}-W{week:02d}") == W(sunday)


@given(DAYS)
def test_weeks_and_other_dates_lead_back_by_their_labels(last: date) -> None:
    for period in (W(last), Period.span(last - timedelta(days=40), last)):
        assert parse_period(period.label) == period


@given(st.text(max_size=40))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    reading = read_period(text)
    assert reading is None or isinstance(reading, (PeriodReading, Ambiguous))


_BITS = st.sampled_from(
    (
        "2016",
        "16",
        "17",
        "/",
        "-",
        " to ",
        "Q1",
        "Apr",
        "w/e ",
        "31",
        "/02/",
        "'",
        "year ending ",
        "H2 ",
        " (p)",
        "week ",
        "month ",
        "12 months to ",
        "99",
    )
)


@given(st.lists(_BITS, max_size=7).map("".join), st.sampled_from(("", *map(str, PeriodHint))))
def test_what_looks_like_a_period_is_none_or_a_span_in_order(text: str, hint: str) -> None:
    reading = read_period(text, hint=hint)
    if isinstance(reading, PeriodReading):
        assert reading.period.start <= reading.period.end
    elif isinstance(reading, Ambiguous):
        assert len(set(reading.readings.values())) > 1
        assert all(period.start <= period.end for period in reading.readings.values())
