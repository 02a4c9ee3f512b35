"""The forms of period labels: patterns over cleaned labels, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from safer_desktop.domain.periods import Period, PeriodError, add_months, month_end


class PeriodHint(StrEnum):
    """Words of a recipe's ``period_hint``; several are joined by spaces.

    The first five settle labels that can be read in two ways. The last three say what a label
    that names one month stands for.
    """

    CALENDAR = "calendar"
    FINANCIAL = "financial"
    FINANCIAL_ENDING = "financial-ending"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    ROLLING = "rolling-12"
    QUARTER_ENDING = "quarter-ending"
    YEAR_TO_DATE = "year-to-date"


Readings = dict[PeriodHint | None, Period]
"""Periods by the hint that chooses them; ``None`` stands for the only reading."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Pattern of a month's name or short name, in lower case."""

YEAR_4 = r"(?:19|20)\d\d"
_Y = rf"(?:{YEAR_4}|\d\d)"
_FY = rf"({_Y})\s?[/-]\s?((?:19|20)?\d\d)"
_EXCEL_DAY_0 = date(1899, 12, 30)


def readings_of(label: str, hints: tuple[PeriodHint, ...]) -> Readings:
    """The readings of a cleaned label by the first form that fits; none if no form does."""
    for pattern, read in _FORMS:
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


def year_to_date(end: date, hints: tuple[PeriodHint, ...]) -> Period:
    """From April (with the hint ``calendar`` from January) up to this month's end."""
    if PeriodHint.CALENDAR in hints:
        return Period.span(date(end.year, 1, 1), end)
    year = end.year if end.month >= 4 else end.year - 1
    return Period.span(date(year, 4, 1), end)


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def _month(text: str) -> int:
    return _MONTHS.index(text[:3]) + 1


def _financial(first: str, second: str) -> int:
    """The year begun in April; raises ValueError unless the two follow each other."""
    year = _year(first)
    if int(second) % 100 != (year + 1) % 100 or (len(second) == 4 and int(second) != year + 1):
        raise ValueError
    return year


def _in_financial_year(year: int, month: int) -> int:
    return year if month >= 4 else year + 1


# Each form: a pattern over the cleaned label and how to read its groups.
_Reader = Callable[[re.Match[str], tuple[PeriodHint, ...]], Readings]
_FORMS: list[tuple[re.Pattern[str], _Reader]] = []


def _form(*patterns: str) -> Callable[[_Reader], _Reader]:
    def add(read: _Reader) -> _Reader:
        _FORMS.extend((re.compile(pattern), read) for pattern in patterns)
        return read

    return add


@_form(rf"({YEAR_4})")
def _plain_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    year = int(match[1])
    return {
        PeriodHint.CALENDAR: Period.calendar_year(year),
        PeriodHint.FINANCIAL: Period.financial_year(year),
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
    }


@_form(rf"(?:fy|f/y) ?({_Y})")
def _named_by_one_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    year = _year(match[1])
    return {
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
        PeriodHint.FINANCIAL: Period.financial_year(year),
    }


@_form(rf"(?:fy|f/y) ?{_FY}", rf"(?:fy|f/y) ?({_Y})(\d\d)", rf"({YEAR_4}) to ({YEAR_4})")
def _financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    return {None: Period.financial_year(_financial(match[1], match[2]))}


@_form(_FY)
def _year_pair(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    """``2016/17``; ``2011-12`` is also how ISO writes December 2011."""
    first, second = match[1], match[2]
    readings: Readings = {}
    if len(first) == 4 and len(second) == 2 and "/" not in match[0] and 1 <= int(second) <= 12:
        readings[PeriodHint.CALENDAR] = Period.month(int(first), int(second))
    try:
        readings[PeriodHint.FINANCIAL] = Period.financial_year(_financial(first, second))
    except ValueError:
        if len(first) == 4 and len(second) == 2 and 1 <= int(second) <= 12:
            return {None: Period.month(int(first), int(second))}
    return readings


@_form(rf"({YEAR_4})(\d\d)")
def _run_together(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    """``202104``; ``200910`` is also a financial year."""
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return {None: Period.financial_year(_financial(match[1], match[2]))}
    if month != (year + 1) % 100:
        return {None: Period.month(year, month)}
    return {
        PeriodHint.CALENDAR: Period.month(year, month),
        PeriodHint.FINANCIAL: Period.financial_year(year),
    }


@_form(rf"({YEAR_4})\s?[/-]\s?([1-9])")
def _year_and_digit(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    """``2008/4`` is a quarter; ``2003/4`` may be a financial year too; ``2008/9`` is one."""
    year, digit = int(match[1]), int(match[2])
    readings: Readings = {}
    if digit <= 4:
        readings |= _quarter_readings(year, digit)
        if digit == (year + 1) % 100:
            readings[PeriodHint.FINANCIAL] = Period.financial_year(year)
    elif digit == (year + 1) % 100:
        readings[None] = Period.financial_year(year)
    return readings


@_form(
    rf"(?P<q>(?:q|qtr|quarter) ?[1-4])[ -]*(?:fy ?)?{_FY}",
    rf"(?:fy ?)?{_FY}[ -]*(?P<q>(?:q|qtr|quarter) ?[1-4])",
)
def _financial_quarter(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    years = [group for group in match.groups() if group and group.isdigit()]
    return {None: Period.quarter(_financial(years[0], years[1]), int(match["q"][-1]))}


@_form(
    rf"(?:q|qtr|quarter) ?(?P<q>[1-4])[ /-]*(?P<y>{_Y})",
    rf"(?P<y>{YEAR_4})[ /-]*(?:q|qtr|quarter) ?(?P<q>[1-4])",
)
def _quarter_of_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    return _quarter_readings(_year(match["y"]), int(match["q"]))


def _quarter_readings(year: int, quarter: int) -> Readings:
    start = date(year, 3 * quarter - 2, 1)
    return {
        PeriodHint.CALENDAR: Period.span(start, month_end(year, 3 * quarter)),
        PeriodHint.FINANCIAL: Period.quarter(year, quarter),
        PeriodHint.FINANCIAL_ENDING: Period.quarter(year - 1, quarter),
    }


@_form(
    rf"(?P<m>{MONTH_NAME})[ /-]*(?P<y>{_Y})",
    rf"(?P<y>{YEAR_4})[ /-]*(?P<m>{MONTH_NAME})",
    rf"(?P<y>\d\d)-(?P<m>{MONTH_NAME})",
)
def _named_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    return {None: Period.month(_year(match["y"]), _month(match["m"]))}


@_form(rf"(?P<m>{MONTH_NAME})[ -]*{_FY}", rf"{_FY}[ -]*(?P<m>{MONTH_NAME})")
def _month_of_financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    years = [group for group in match.groups() if group and group.isdigit()]
    month = _month(match["m"])
    year = _in_financial_year(_financial(years[0], years[1]), month)
    return {None: Period.month(year, month)}


@_form(rf"(\d\d?)[/. -]({YEAR_4})")
def _numbered_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    return {None: Period.month(int(match[2]), int(match[1]))}


@_form(
    rf"(?:(?:q|qtr|quarter) ?[1-4] ?:? )?(?P<m1>{MONTH_NAME}) ?(?P<y1>{_Y})? ?(?:-|to|until|/) ?"
    rf"(?P<m2>{MONTH_NAME})[ -]*(?P<y2>{_Y})"
)
def _month_to_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    first, last, year = _month(match["m1"]), _month(match["m2"]), _year(match["y2"])
    begun = _year(match["y1"]) if match["y1"] else year - (first > last)
    return {None: Period.span(date(begun, first, 1), month_end(year, last))}


@_form(
    rf"(?P<m1>{MONTH_NAME}) ?(?:-|to) ?(?P<m2>{MONTH_NAME})[ -]*{_FY}",
    rf"{_FY} ?(?:(?:q|qtr|quarter) ?[1-4] ?)?(?P<m1>{MONTH_NAME}) ?(?:-|to) ?(?P<m2>{MONTH_NAME})",
)
def _months_of_financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    years = [group for group in match.groups() if group and group.isdigit()]
    year = _financial(years[0], years[1])
    first, last = _month(match["m1"]), _month(match["m2"])
    start = date(_in_financial_year(year, first), first, 1)
    return {None: Period.span(start, month_end(_in_financial_year(year, last), last))}


_ENDING = r"(?:to|ending|ended|to end|to the end of|up to|-|:)"
_DAY_MONTH = rf"(?:end(?: of)? )?(?:\d\d? )?(?P<m>{MONTH_NAME})[ -]*(?P<y>{_Y})"


@_form(
    rf"(?:rolling )?(?:12|twelve)[ -]?(?:months?|mths?|m) {_ENDING} {_DAY_MONTH}",
    rf"(?:12|twelve) ?m/e {_DAY_MONTH}",
    rf"(?:rolling )?(?:year {_ENDING}|ye|y/e|rolling year) {_DAY_MONTH}",
    rf"(?:rolling|r12|r12m) (?:12 )?(?:to )?{_DAY_MONTH}",
    rf"12m to {_DAY_MONTH}",
)
def _twelve_months_to(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    return {None: Period.rolling_12(_year(match["y"]), _month(match["m"]))}


@_form(
    rf"(?P<n>[2-9]|1[01]) ?-?(?:months?|mths?) {_ENDING} {_DAY_MONTH}",
    rf"(?:quarter|qtr) {_ENDING} {_DAY_MONTH}",
)
def _some_months_to(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    months = int(match["n"]) if "n" in match.groupdict() else 3
    end = date(_year(match["y"]), _month(match["m"]), 1)
    return {None: Period.span(add_months(end, 1 - months), month_end(end.year, end.month))}


@_form(
    rf"(?:ytd|year to date|fytd)(?: to| {_ENDING})?[ :-]*{_DAY_MONTH}",
    rf"{_DAY_MONTH} (?:ytd|year to date|fytd)",
)
def _year_to_date_form(match: re.Match[str], hints: tuple[PeriodHint, ...]) -> Readings:
    end = month_end(_year(match["y"]), _month(match["m"]))
    return {None: year_to_date(end, hints)}


@_form(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?: 00:00(?::00)?)?")
def _iso_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return {None: Period.month(day.year, day.month)}


@_form(
    rf"(?P<d>\d\d?)(?:st|nd|rd|th)?[ /-](?P<m>{MONTH_NAME})[ /-](?P<y>{_Y})",
    rf"(?P<m>{MONTH_NAME}) (?P<d>\d\d?)(?:st|nd|rd|th)? (?P<y>{YEAR_4})",
)
def _written_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    day = date(_year(match["y"]), _month(match["m"]), int(match["d"]))
    return {None: Period.month(day.year, day.month)}


@_form(rf"(\d\d?)[/.-](\d\d?)[/.-]({_Y})")
def _numbered_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    readings: Readings = {}
    for hint, day, month in (
        (PeriodHint.DAY_FIRST, first, second),
        (PeriodHint.MONTH_FIRST, second, first),
    ):
        if 1 <= month <= 12 and 1 <= day <= month_end(year, month).day:
            readings[hint] = Period.month(year, month)
    return readings


@_form(r"(.*\d) ?(?:-|to) ?(\d.*)")
def _date_to_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    """``1 April 2016 to 31 March 2017``, ``01/04/2016 - 31/03/2017``."""
    first, last = _exact_date(match[1]), _exact_date(match[2])
    if first is None or last is None:
        return {}
    return {None: Period.span(first, last)}


def _exact_date(text: str) -> date | None:
    written = re.fullmatch(rf"(\d\d?)(?:st|nd|rd|th)? ({MONTH_NAME}) ({_Y})", text.strip())
    if written:
        return date(_year(written[3]), _month(written[2]), int(written[1]))
    numbered = re.fullmatch(rf"(\d\d?)[/.-](\d\d?)[/.-]({_Y})", text.strip())
    if numbered:
        return date(_year(numbered[3]), int(numbered[2]), int(numbered[1]))
    return None


@_form(r"([2-5]\d{4})")
def _excel_serial(match: re.Match[str], _: tuple[PeriodHint, ...]) -> Readings:
    """Excel's number of a day, where that is the first or last of a month."""
    day = _EXCEL_DAY_0 + timedelta(days=int(match[1]))
    if day.day != 1 and day != month_end(day.year, day.month):
        return {}
    return {None: Period.month(day.year, day.month)}
