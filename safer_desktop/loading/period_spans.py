"""The forms of labels that name a span by its ends: from one month, quarter or day to another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from safer_desktop.domain.periods import Period, month_end
from safer_desktop.loading.period_words import (
    FINANCIAL,
    MONTH_NAME,
    YEAR,
    YEAR_4,
    Forms,
    Hints,
    PeriodHint,
    Readings,
    financial,
    financial_year_of,
    form,
    in_financial_year,
    month_of,
    months_until,
    year_of,
    year_to_date,
)

SPANS: Forms = []

_TO = r"(?:-|to|until|/)"
_QUARTER_BESIDE = r"(?:(?:q|qtr|quarter) ?[1-4])"
_ENDING = r"(?:to|ending|ended|to end|to the end of|to end of|up to|-|:)"
_DAY_MONTH = (
    rf"(?:end(?: of)? )?(?:(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)? )?(?P<m>{MONTH_NAME})[ -]*"
    rf"(?P<y>{YEAR})"
)
_DATE = (
    rf"(?:\d\d?(?:st|nd|rd|th)?(?: of)?[ -]{MONTH_NAME}[ -]{YEAR}|\d\d?[/.-]\d\d?[/.-]{YEAR}"
    r"|\d{4}-\d\d-\d\d)"
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9}


# From month to month, year to year


@form(
    SPANS,
    rf"(?:{_QUARTER_BESIDE} ?:? )?(?P<m1>{MONTH_NAME})[ -]*(?P<y1>{YEAR})? ?{_TO} ?"
    rf"(?P<m2>{MONTH_NAME})[ -]*(?P<y2>{YEAR})(?: {_QUARTER_BESIDE})?(?: (?:ytd|year to date))?",
)
def _month_to_month(match: re.Match[str], _: Hints) -> Readings:
    first, last, year = month_of(match["m1"]), month_of(match["m2"]), year_of(match["y2"])
    begun = year_of(match["y1"]) if match["y1"] else year - (first > last)
    return {None: Period.span(date(begun, first, 1), month_end(year, last))}


@form(
    SPANS,
    rf"(?:{_QUARTER_BESIDE} ?:? )?(?P<m1>{MONTH_NAME}) ?{_TO} ?(?P<m2>{MONTH_NAME})[ -]*"
    rf"{FINANCIAL}",
    rf"{FINANCIAL} ?(?:{_QUARTER_BESIDE} ?)?(?P<m1>{MONTH_NAME}) ?{_TO} ?(?P<m2>{MONTH_NAME})",
)
def _months_of_financial_year(match: re.Match[str], _: Hints) -> Readings:
    first, last = month_of(match["m1"]), month_of(match["m2"])
    year = financial_year_of(match)
    start = date(in_financial_year(year, first), first, 1)
    return {None: Period.span(start, month_end(in_financial_year(year, last), last))}


@form(SPANS, rf"q ?(?P<a>[1-4]) ?{_TO} ?q ?(?P<b>[1-4])[ -]*{FINANCIAL}")
def _quarters_of_financial_year(match: re.Match[str], _: Hints) -> Readings:
    year = financial_year_of(match)
    first, last = Period.quarter(year, int(match["a"])), Period.quarter(year, int(match["b"]))
    return {None: Period.span(first.start, last.end)}


@form(
    SPANS,
    rf"(?P<a1>{YEAR})[/-](?P<a2>\d\d|{YEAR_4}) ?(?:-|to) ?(?P<b1>{YEAR})[/-](?P<b2>\d\d|{YEAR_4})",
)
def _financial_years(match: re.Match[str], _: Hints) -> Readings:
    first, last = financial(match["a1"], match["a2"]), financial(match["b1"], match["b2"])
    return {None: Period.span(date(first, 4, 1), date(last + 1, 3, 31))}


@form(SPANS, rf"({YEAR_4}) ?(?:-|to) ?({YEAR_4})")
def _years(match: re.Match[str], _: Hints) -> Readings:
    first, last = int(match[1]), int(match[2])
    return {
        PeriodHint.CALENDAR: Period.span(date(first, 1, 1), date(last, 12, 31)),
        PeriodHint.FINANCIAL: Period.span(date(first, 4, 1), date(last + 1, 3, 31)),
        PeriodHint.FINANCIAL_ENDING: Period.span(date(first - 1, 4, 1), date(last, 3, 31)),
    }


# So much time up to a month or day


@form(
    SPANS,
    rf"(?:rolling )?(?:12|twelve)[ -]?(?:months?|mths?|m) {_ENDING} {_DAY_MONTH}",
    rf"(?:12|twelve) ?m/e {_DAY_MONTH}",
    rf"(?:rolling )?(?:year {_ENDING}|ye|y/e|rolling year) {_DAY_MONTH}",
    rf"(?:rolling|r12|r12m|mat) (?:12 )?(?:to )?{_DAY_MONTH}",
    rf"12m to {_DAY_MONTH}",
)
def _twelve_months_to(match: re.Match[str], _: Hints) -> Readings:
    end = _end_of(match)
    if end != month_end(end.year, end.month):
        return {None: Period.span(end.replace(year=end.year - 1) + timedelta(days=1), end)}
    return {None: Period.rolling_12(end.year, end.month)}


@form(
    SPANS,
    rf"(?P<n>\d\d?|two|three|four|five|six|nine) ?-?(?P<unit>months?|mths?|m|years?) {_ENDING} "
    rf"{_DAY_MONTH}",
    rf"(?P<unit>quarter|qtr) {_ENDING} {_DAY_MONTH}",
)
def _some_months_to(match: re.Match[str], _: Hints) -> Readings:
    number = match.groupdict().get("n") or "3"
    count = _WORDS.get(number) or int(number)
    months = 12 * count if match["unit"].startswith("y") else count
    end = _end_of(match)
    if not months or end != month_end(end.year, end.month):
        return {}
    return {None: months_until(end, months)}


@form(
    SPANS,
    rf"(?:ytd|year to date|fytd)(?: to| {_ENDING})?[ :-]*{_DAY_MONTH}",
    rf"{_DAY_MONTH} (?:ytd|year to date|fytd)",
)
def _year_to_date_form(match: re.Match[str], hints: Hints) -> Readings:
    end = month_end(year_of(match["y"]), month_of(match["m"]))
    return {None: year_to_date(end, hints)}


@form(
    SPANS,
    rf"(?:month|mth) (?:ending|ended|to) (?P<date>{_DATE})",
    rf"m/e (?P<date>{_DATE})",
)
def _month_to_day(match: re.Match[str], _: Hints) -> Readings:
    readings: Readings = {}
    for hint, end in _dates(match["date"]).items():
        if end == month_end(end.year, end.month):
            readings[hint] = Period.month(end.year, end.month)
        else:
            before = end.replace(day=1) - timedelta(days=1)
            last = month_end(before.year, before.month)
            readings[hint] = Period.span(
                before.replace(day=min(end.day, last.day)) + timedelta(days=1), end
            )
    return readings


@form(
    SPANS,
    rf"(?:w/?e|wk/e|week ending|week ended|week to|wk ending|wk to)[ :-]*(?P<date>{_DATE})",
)
def _week_ending(match: re.Match[str], _: Hints) -> Readings:
    return {hint: Period.week_ending(end) for hint, end in _dates(match["date"]).items()}


@form(
    SPANS,
    rf"(?:w/?c|w/b|week commencing|week beginning|week starting|week of|wk commencing|week from)"
    rf"[ :-]*(?P<date>{_DATE})",
)
def _week_beginning(match: re.Match[str], _: Hints) -> Readings:
    return {
        hint: Period.week_ending(start + timedelta(days=6))
        for hint, start in _dates(match["date"]).items()
    }


@form(SPANS, rf"(?P<n>\d\d?) ?(?:weeks|wks) {_ENDING} (?P<date>{_DATE})")
def _weeks_ending(match: re.Match[str], _: Hints) -> Readings:
    days = timedelta(days=7 * int(match["n"]) - 1)
    return {hint: Period.span(end - days, end) for hint, end in _dates(match["date"]).items()}


@form(SPANS, rf"({YEAR_4})[ -]?w(?:eek|k)? ?(\d\d?)", rf"w(?:eek|k)? ?(?P<w>\d\d?) (?P<y>{YEAR_4})")
def _numbered_week(match: re.Match[str], _: Hints) -> Readings:
    """Weeks as ISO 8601 numbers them."""
    named = match.groupdict()
    year, week = (named["y"], named["w"]) if named.get("y") else (match[1], match[2])
    return {None: Period.week_ending(date.fromisocalendar(int(year), int(week), 7))}


# From day to day


@form(SPANS, rf"(?P<from>{_DATE}) ?(?:-|to|until) ?(?P<to>{_DATE})")
def _date_to_date(match: re.Match[str], _: Hints) -> Readings:
    """``1 April 2016 to 31 March 2017``, ``01/04/2016 - 31/03/2017``."""
    first, last = _dates(match["from"]), _dates(match["to"])
    readings: Readings = {}
    for hint in (None, PeriodHint.DAY_FIRST, PeriodHint.MONTH_FIRST):
        start, end = first.get(hint, first.get(None)), last.get(hint, last.get(None))
        if start and end and start <= end:
            readings[hint] = Period.span(start, end)
    return readings


@form(
    SPANS,
    rf"(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: of)? ?(?P<m1>{MONTH_NAME})? ?(?:-|to) ?"
    rf"(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH_NAME}) (?P<y>{YEAR})",
)
def _days_of_one_year(match: re.Match[str], _: Hints) -> Readings:
    """``3rd April to 3rd May 2020``, ``1-7 May 2020``."""
    end = _end_of(match)
    month = month_of(match["m1"]) if match["m1"] else end.month
    year = end.year - (month > end.month)
    return {None: Period.span(date(year, month, int(match["d1"])), end)}


def _end_of(match: re.Match[str]) -> date:
    """The day that _DAY_MONTH found; the month's last where it names none."""
    year, month = year_of(match["y"]), month_of(match["m"])
    return date(year, month, int(match["d"])) if match["d"] else month_end(year, month)


def _dates(text: str) -> dict[PeriodHint | None, date]:
    """The day that _DATE found, by the hint that chooses it."""
    written = re.fullmatch(rf"(\d\d?)(?:st|nd|rd|th)?(?: of)?[ -]({MONTH_NAME})[ -]({YEAR})", text)
    if written:
        return {None: date(year_of(written[3]), month_of(written[2]), int(written[1]))}
    parts = re.split(r"[/.-]", text)
    if len(parts[0]) == 4:
        return {None: date(int(parts[0]), int(parts[1]), int(parts[2]))}
    first, second, year = int(parts[0]), int(parts[1]), year_of(parts[2])
    found: dict[PeriodHint | None, date] = {}
    for hint, day, month in (
        (PeriodHint.DAY_FIRST, first, second),
        (PeriodHint.MONTH_FIRST, second, first),
    ):
        if 1 <= month <= 12 and 1 <= day <= month_end(year, month).day:
            found[hint] = date(year, month, day)
    return found
