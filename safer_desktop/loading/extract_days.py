"""The day that a cell of an incident extract names, in whatever form it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from safer_desktop.domain.periods import PeriodKind
from safer_desktop.loading.periods import parse_period

EARLIEST = date(1950, 1, 1)

_SERIAL_START = date(1899, 12, 30)
_SERIAL_1904 = 1462
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_TIME = r"(?:[ t,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:z|[+-]\d\d:?\d\d)?)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[ ,]+)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(rf"((?:19|20)\d\d)(\d\d)(\d\d){_TIME}")
_NUMBERS = re.compile(rf"{_WEEKDAY}(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d\d){_TIME}")
_NAMED = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[-/ .,]*([a-z]+)[-/ .,]*(\d{{4}}|\d\d){_TIME}"
)
_NAME_FIRST = re.compile(
    rf"{_WEEKDAY}([a-z]+)[-/ .]*(\d{{1,2}})(?:st|nd|rd|th)?[-/ .,]+(\d{{4}}){_TIME}"
)
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)-?(0[1-9]|1[0-2])")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TRUE_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?)?")


class Order(Enum):
    """What a date says of how dates are written in its file."""

    SAYS_NOTHING = 0
    DAY_FIRST = 1
    MONTH_FIRST = 2
    OPEN = 3


@dataclass(frozen=True, slots=True)
class Day:
    """A day read, or the first of a month (``is_month``); ``day`` is None for no date."""

    day: date | None
    order: Order = Order.SAYS_NOTHING
    is_month: bool = False


UNREADABLE = Day(None)


def read_day(text: str, *, day_first: bool = True, from_1904: bool = False) -> Day:
    """The day that a cell's text names.

    Read are ISO dates, 20160401, dates in numbers in the order that ``day_first`` says, dates
    with the month's name, with or without a time of day; serial numbers of Excel days
    (``from_1904``: of a workbook that counts from 1904); and months.
    """
    words = " ".join(text.casefold().split())
    match = _ISO.fullmatch(words)
    if match:
        return _day(match[1], match[3], match[4])
    match = _COMPACT.fullmatch(words)
    if match and (found := _day(match[1], match[2], match[3])).day is not None:
        return found
    match = _NUMBERS.fullmatch(words)
    if match:
        return _in_order(int(match[1]), int(match[3]), _year(match[4]), day_first=day_first)
    match = _NAMED.fullmatch(words)
    if match and match[2] in _MONTHS:
        return _day(_year(match[3]), _MONTHS[match[2]], match[1])
    match = _NAME_FIRST.fullmatch(words)
    if match and match[1] in _MONTHS:
        return _day(match[3], _MONTHS[match[1]], match[2])
    match = _ISO_MONTH.fullmatch(words)
    if match:
        return Day(date(int(match[1]), int(match[2]), 1), is_month=True)
    match = _SERIAL.fullmatch(words)
    if match:
        days = int(match[1]) + (_SERIAL_1904 if from_1904 else 0)
        return Day(_SERIAL_START + timedelta(days=days))
    return _month(text)


def is_true_date(text: str) -> bool:
    """Whether a workbook's text form of a cell is that of a real date."""
    return _TRUE_DATE.fullmatch(text) is not None


def _in_order(first: int, second: int, year: int, *, day_first: bool) -> Day:
    day, month = (first, second) if day_first else (second, first)
    order = Order.SAYS_NOTHING
    if first > 12 >= second:
        order = Order.DAY_FIRST
    elif second > 12 >= first:
        order = Order.MONTH_FIRST
    elif first != second and max(first, second) <= 12:
        order = Order.OPEN
    return Day(_day(year, month, day).day, order)


def _month(text: str) -> Day:
    period = parse_period(text)
    if period is None or period.kind is not PeriodKind.MONTH:
        return UNREADABLE
    return Day(period.start, is_month=True)


def _year(text: str) -> int:
    """A year of two digits lies between 1950 and 2049."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 50 else 1900)


def _day(year: str | int, month: str | int, day: str | int) -> Day:
    try:
        return Day(date(int(year), int(month), int(day)))
    except ValueError:
        return UNREADABLE
