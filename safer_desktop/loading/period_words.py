"""What the forms of period labels are made of: words, patterns, and the hints that settle them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from safer_desktop.domain.periods import Period, add_months, month_end


class PeriodHint(StrEnum):
    """Words of a recipe's ``period_hint``; several are joined by spaces.

    The first seven settle labels that can be read in two ways. The last three say what a label
    that names one month stands for.
    """

    CALENDAR = "calendar"
    FINANCIAL = "financial"
    FINANCIAL_ENDING = "financial-ending"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    QUARTER_NUMBERS = "quarter-numbers"
    MONTH_NUMBERS = "month-numbers"
    ROLLING = "rolling-12"
    QUARTER_ENDING = "quarter-ending"
    YEAR_TO_DATE = "year-to-date"


HINT_GROUPS = (
    (PeriodHint.CALENDAR, PeriodHint.FINANCIAL, PeriodHint.FINANCIAL_ENDING),
    (PeriodHint.DAY_FIRST, PeriodHint.MONTH_FIRST),
    (PeriodHint.QUARTER_NUMBERS, PeriodHint.MONTH_NUMBERS),
    (PeriodHint.ROLLING, PeriodHint.QUARTER_ENDING, PeriodHint.YEAR_TO_DATE),
)
"""Hints of which one excludes the others."""

Hints = tuple[PeriodHint, ...]

Readings = dict[PeriodHint | None, Period]
"""Periods by the hint that chooses them; ``None`` stands for the only reading."""

Reader = Callable[[re.Match[str], Hints], Readings]
Forms = list[tuple[re.Pattern[str], Reader]]
"""Patterns over cleaned labels and how to read what they found; the first that fits counts."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Pattern of a month's name or short name, in lower case."""

YEAR_4 = r"(?:19|20)\d\d"
YEAR = rf"(?:{YEAR_4}|\d\d)"
FINANCIAL = rf"(?P<f1>{YEAR})\s?[/-]\s?(?P<f2>(?:19|20)?\d\d)"
"""``2016/17``, ``2016-17``, ``16/17``, ``2016/2017``."""

QUARTER = (
    r"(?:(?:q|qtr|quarter) ?(?P<q>[1-4])"
    r"|(?P<qth>1st|2nd|3rd|4th|first|second|third|fourth) (?:q|qtr|quarter))"
)
_ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3}


def with_hint(hints: str, chosen: PeriodHint) -> str:
    """A recipe's hints with one more; those that it excludes are dropped."""
    group = next(group for group in HINT_GROUPS if chosen in group)
    kept = [word for word in hints.split() if word not in group]
    return " ".join([*kept, chosen])


def form(forms: Forms, *patterns: str) -> Callable[[Reader], Reader]:
    """Add a reader to the forms under each of these patterns."""

    def add(read: Reader) -> Reader:
        forms.extend((re.compile(pattern), read) for pattern in patterns)
        return read

    return add


def year_of(text: str) -> int:
    """``16`` is 2016 and ``99`` is 1999."""
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def month_of(text: str) -> int:
    """The number of a month by its name or short name."""
    return _MONTHS.index(text[:3]) + 1


def quarter_of(match: re.Match[str]) -> int:
    """The number that QUARTER found."""
    return int(match["q"]) if match["q"] else _ORDINALS.get(match["qth"], 4)


def financial_year_of(match: re.Match[str]) -> int:
    """The year begun in April that FINANCIAL found."""
    return financial(match["f1"], match["f2"])


def financial(first: str, second: str) -> int:
    """The year begun in April; raises ValueError unless the two follow each other."""
    year = year_of(first)
    if int(second) % 100 != (year + 1) % 100 or (len(second) == 4 and int(second) != year + 1):
        raise ValueError
    return year


def in_financial_year(year: int, month: int) -> int:
    """The calendar year of a month of the financial year begun in ``year``."""
    return year if month >= 4 else year + 1


def quarter_readings(year: int, quarter: int) -> Readings:
    """What the quarter of a year may be that is named by one number."""
    start = date(year, 3 * quarter - 2, 1)
    return {
        PeriodHint.CALENDAR: Period.span(start, month_end(year, 3 * quarter)),
        PeriodHint.FINANCIAL: Period.quarter(year, quarter),
        PeriodHint.FINANCIAL_ENDING: Period.quarter(year - 1, quarter),
    }


def months_until(end: date, months: int) -> Period:
    """So many whole months that end with the month of this day."""
    first = add_months(end.replace(day=1), 1 - months)
    return Period.span(first, month_end(end.year, end.month))


def year_to_date(end: date, hints: Hints) -> Period:
    """From April (with the hint ``calendar`` from January) up to this month's end."""
    if PeriodHint.CALENDAR in hints:
        return Period.span(date(end.year, 1, 1), end)
    year = end.year if end.month >= 4 else end.year - 1
    return Period.span(date(year, 4, 1), end)
