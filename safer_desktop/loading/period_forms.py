"""The forms of labels that name one year, quarter or month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from safer_desktop.domain.periods import Period, PeriodError, add_months, month_end
from safer_desktop.loading.period_spans import SPANS
from safer_desktop.loading.period_words import (
    FINANCIAL,
    MONTH_NAME,
    QUARTER,
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
    quarter_of,
    quarter_readings,
    year_of,
)

_EXCEL_DAY_0 = date(1899, 12, 30)
_HALVES = {"1st": 1, "first": 1, "2nd": 2, "second": 2}
_FORMS: Forms = []


def readings_of(label: str, hints: Hints) -> Readings:
    """The readings of a cleaned label by the first form that fits; none if no form does."""
    for pattern, read in (*_FORMS, *SPANS):
        match = pattern.fullmatch(label)
        if match is None:
            continue
        try:
            readings = read(match, hints)
        except (PeriodError, ValueError, OverflowError):
            continue
        if readings:
            return readings
    return {}


# Years


@form(_FORMS, rf"({YEAR_4})")
def _plain_year(match: re.Match[str], _: Hints) -> Readings:
    year = int(match[1])
    return {
        PeriodHint.CALENDAR: Period.calendar_year(year),
        PeriodHint.FINANCIAL: Period.financial_year(year),
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
    }


@form(_FORMS, rf"(?:calendar year|cy) ?({YEAR_4})", rf"({YEAR_4}) (?:calendar year|calendar)")
def _calendar_year(match: re.Match[str], _: Hints) -> Readings:
    return {None: Period.calendar_year(int(match[1]))}


@form(_FORMS, rf"(?:.* )?mid[- ]?(?:year[- ])?({YEAR_4})(?: .*)?")
def _mid_year(match: re.Match[str], _: Hints) -> Readings:
    """A mid-year estimate stands for its calendar year."""
    return {None: Period.calendar_year(int(match[1]))}


@form(_FORMS, rf"(?:fy|f/y) ?({YEAR})", rf"({YEAR_4}) (?:fy|f/y)")
def _named_by_one_year(match: re.Match[str], _: Hints) -> Readings:
    year = year_of(match[1])
    return {
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
        PeriodHint.FINANCIAL: Period.financial_year(year),
    }


@form(
    _FORMS,
    rf"(?:fy|f/y) ?{FINANCIAL}",
    rf"{FINANCIAL} (?:fy|f/y|financial year|financial)",
    rf"(?:fy|f/y) ?(?P<f1>{YEAR})(?P<f2>\d\d)",
    rf"(?P<f1>{YEAR_4}) to (?P<f2>{YEAR_4})",
)
def _financial_year(match: re.Match[str], _: Hints) -> Readings:
    return {None: Period.financial_year(financial_year_of(match))}


@form(
    _FORMS,
    rf"(?:academic|school) (?:year )?{FINANCIAL}",
    rf"ay ?{FINANCIAL}",
    rf"{FINANCIAL} (?:academic|school) year",
)
def _academic_year(match: re.Match[str], _: Hints) -> Readings:
    """September to August."""
    year = financial_year_of(match)
    return {None: Period.span(date(year, 9, 1), date(year + 1, 8, 31))}


@form(_FORMS, FINANCIAL)
def _year_pair(match: re.Match[str], _: Hints) -> Readings:
    """``2016/17``; ``2011-12`` is also how ISO writes December 2011."""
    first, second = match["f1"], match["f2"]
    readings: Readings = {}
    if len(first) == 4 and len(second) == 2 and "/" not in match[0] and 1 <= int(second) <= 12:
        readings[PeriodHint.CALENDAR] = Period.month(int(first), int(second))
    try:
        readings[PeriodHint.FINANCIAL] = Period.financial_year(financial(first, second))
    except ValueError:
        if len(first) == 4 and len(second) == 2 and 1 <= int(second) <= 12:
            return {None: Period.month(int(first), int(second))}
    return readings


@form(_FORMS, rf"({YEAR_4})(\d\d)")
def _run_together(match: re.Match[str], _: Hints) -> Readings:
    """``202104``; ``200910`` is also a financial year."""
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return {None: Period.financial_year(financial(match[1], match[2]))}
    if month != (year + 1) % 100:
        return {None: Period.month(year, month)}
    return {
        PeriodHint.CALENDAR: Period.month(year, month),
        PeriodHint.FINANCIAL: Period.financial_year(year),
    }


# Quarters and halves


@form(_FORMS, rf"({YEAR_4})\s?[/-]\s?([1-9])")
def _year_and_digit(match: re.Match[str], _: Hints) -> Readings:
    """``2008/4`` is a quarter; ``2003/4`` may be a financial year too; ``2008/9`` is one."""
    year, digit = int(match[1]), int(match[2])
    readings: Readings = {}
    if digit <= 4:
        readings |= quarter_readings(year, digit)
        if digit == (year + 1) % 100:
            readings[PeriodHint.FINANCIAL] = Period.financial_year(year)
    elif digit == (year + 1) % 100:
        readings[None] = Period.financial_year(year)
    return readings


@form(
    _FORMS, rf"{QUARTER}[ -]*(?:of )?(?:fy ?)?{FINANCIAL}", rf"(?:fy ?)?{FINANCIAL}[ -]*{QUARTER}"
)
def _financial_quarter(match: re.Match[str], _: Hints) -> Readings:
    return {None: Period.quarter(financial_year_of(match), quarter_of(match))}


@form(
    _FORMS,
    rf"{QUARTER}[ /-]*(?:of )?(?P<y>{YEAR})",
    rf"(?P<y>{YEAR_4})[ /-]*{QUARTER}",
)
def _quarter_of_year(match: re.Match[str], _: Hints) -> Readings:
    return quarter_readings(year_of(match["y"]), quarter_of(match))


_HALF = r"(?:h ?(?P<h>[12])|(?P<hth>1st|2nd|first|second) half)"


@form(_FORMS, rf"{_HALF}(?: year)?[ -]*(?:of )?{FINANCIAL}", rf"{FINANCIAL}[ -]*{_HALF}(?: year)?")
def _financial_half(match: re.Match[str], _: Hints) -> Readings:
    start = add_months(date(financial_year_of(match), 4, 1), 6 * (_half(match) - 1))
    return {None: _six_months(start)}


@form(_FORMS, rf"{_HALF}[ -]*(?:of )?(?P<y>{YEAR})", rf"(?P<y>{YEAR_4})[ -]*{_HALF}")
def _half_of_year(match: re.Match[str], _: Hints) -> Readings:
    year, half = year_of(match["y"]), _half(match)
    return {
        PeriodHint.CALENDAR: _six_months(date(year, 6 * half - 5, 1)),
        PeriodHint.FINANCIAL: _six_months(add_months(date(year, 4, 1), 6 * (half - 1))),
        PeriodHint.FINANCIAL_ENDING: _six_months(add_months(date(year - 1, 4, 1), 6 * (half - 1))),
    }


def _half(match: re.Match[str]) -> int:
    return int(match["h"]) if match["h"] else _HALVES[match["hth"]]


def _six_months(start: date) -> Period:
    last = add_months(start, 5)
    return Period.span(start, month_end(last.year, last.month))


# Numbers that only a heading explains


@form(_FORMS, rf"{FINANCIAL} (?P<n>\d\d?)")
def _numbered_part_of_financial_year(match: re.Match[str], _: Hints) -> Readings:
    """``2017/18 1``, of a year column and a column of quarters or months."""
    year, number = financial_year_of(match), int(match["n"])
    month = Period.month(in_financial_year(year, number), number)
    if number > 4:
        return {PeriodHint.MONTH_NUMBERS: month, PeriodHint.QUARTER_NUMBERS: month}
    return {
        PeriodHint.QUARTER_NUMBERS: Period.quarter(year, number),
        PeriodHint.MONTH_NUMBERS: month,
    }


@form(_FORMS, rf"(?P<y>{YEAR_4}) (?P<n>\d\d?)", rf"(?P<y>{YEAR_4}) ?m ?(?P<n>\d\d?)")
def _numbered_part_of_year(match: re.Match[str], _: Hints) -> Readings:
    year, number = int(match["y"]), int(match["n"])
    month = Period.month(year, number)
    if "m" in match[0] or number > 4:
        return {None: month}
    quarter = quarter_readings(year, number)[PeriodHint.CALENDAR]
    return {PeriodHint.MONTH_NUMBERS: month, PeriodHint.QUARTER_NUMBERS: quarter}


@form(
    _FORMS,
    rf"(?:m|month) ?(?P<n>\d\d?)[ -]*{FINANCIAL}",
    rf"{FINANCIAL}[ -]*(?:m|month) ?(?P<n>\d\d?)",
)
def _month_counted_from_april(match: re.Match[str], _: Hints) -> Readings:
    if not 1 <= int(match["n"]) <= 12:
        return {}
    first = add_months(date(financial_year_of(match), 4, 1), int(match["n"]) - 1)
    return {None: Period.month(first.year, first.month)}


# Months


@form(
    _FORMS,
    rf"(?P<m>{MONTH_NAME})[ /-]*(?P<y>{YEAR})",
    rf"(?P<y>{YEAR_4})[ /-]*(?P<m>{MONTH_NAME})",
    rf"(?P<y>\d\d)-(?P<m>{MONTH_NAME})",
)
def _named_month(match: re.Match[str], _: Hints) -> Readings:
    return {None: Period.month(year_of(match["y"]), month_of(match["m"]))}


@form(
    _FORMS,
    rf"(?P<m>{MONTH_NAME})[ -]*{FINANCIAL}",
    rf"{FINANCIAL}[ -]*(?P<m>{MONTH_NAME})",
)
def _month_of_financial_year(match: re.Match[str], _: Hints) -> Readings:
    month = month_of(match["m"])
    return {None: Period.month(in_financial_year(financial_year_of(match), month), month)}


@form(_FORMS, rf"(\d\d?)[/. -]({YEAR_4})")
def _numbered_month(match: re.Match[str], _: Hints) -> Readings:
    return {None: Period.month(int(match[2]), int(match[1]))}


# Days, which stand for their month


@form(_FORMS, r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[t ]00:00(?::00)?)?")
def _iso_date(match: re.Match[str], _: Hints) -> Readings:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return {None: Period.month(day.year, day.month)}


@form(
    _FORMS,
    rf"(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)?[ /-](?P<m>{MONTH_NAME})[ /-](?P<y>{YEAR})",
    rf"(?P<m>{MONTH_NAME}) (?P<d>\d\d?)(?:st|nd|rd|th)? (?P<y>{YEAR_4})",
)
def _written_date(match: re.Match[str], _: Hints) -> Readings:
    day = date(year_of(match["y"]), month_of(match["m"]), int(match["d"]))
    return {None: Period.month(day.year, day.month)}


@form(_FORMS, rf"(\d\d?)[/.-](\d\d?)[/.-]({YEAR})(?: 00:00(?::00)?)?")
def _numbered_date(match: re.Match[str], _: Hints) -> Readings:
    first, second, year = int(match[1]), int(match[2]), year_of(match[3])
    readings: Readings = {}
    for hint, day, month in (
        (PeriodHint.DAY_FIRST, first, second),
        (PeriodHint.MONTH_FIRST, second, first),
    ):
        if 1 <= month <= 12 and 1 <= day <= month_end(year, month).day:
            readings[hint] = Period.month(year, month)
    return readings


@form(_FORMS, r"([2-5]\d{4})")
def _excel_serial(match: re.Match[str], _: Hints) -> Readings:
    """Excel's number of a day, where that is the first or last of a month."""
    day = _EXCEL_DAY_0 + timedelta(days=int(match[1]))
    if day.day != 1 and day != month_end(day.year, day.month):
        return {}
    return {None: Period.month(day.year, day.month)}
