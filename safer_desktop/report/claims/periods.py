"""Reads periods as papers write them, and tells which cannot be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass

_NAMES = tuple(calendar.month_name)[1:]
MONTH = (
    "(?:"
    + "|".join(
        f"{name[:3]}(?:{name[3:]})?" if name != "September" else "Sept?(?:ember)?"
        for name in _NAMES
    )
    + r")\b\.?"
)
_DASH = "[-\N{EN DASH}]"
_FY = rf"20\d\d\s?(?:/|{_DASH})\s?(?:20)?\d\d(?!\d)"
_COUNT = r"(?:\d{1,2}|three|six|nine|twelve|eighteen)"
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18}


@dataclass(frozen=True, slots=True)
class SpokenPeriod:
    """A period as it is written.

    ``months`` is its length (0: a day, or not known). ``first`` and ``last`` are months counted
    from year 0 (12 x year + month - 1), None where the text does not say the year. ``wrong`` says
    in words why it cannot be.
    """

    months: int
    first: int | None = None
    last: int | None = None
    wrong: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether the text says which months these are."""
        return self.first is not None and self.last is not None


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period with its place in the text."""

    start: int
    end: int
    read: SpokenPeriod


def read_periods(text: str) -> tuple[FoundPeriod, ...]:
    """Every period of the text in reading order."""
    found: list[FoundPeriod] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= it.start or start >= it.end for it in found):
                period = read(match)
                if period is not None:
                    found.append(FoundPeriod(start, end, period))
    return tuple(sorted(found, key=lambda it: it.start))


def _month(words: str) -> int:
    short = words[:3].title()
    return next(place for place, name in enumerate(_NAMES) if name.startswith(short))


def _year(words: str) -> int:
    return int(words) if len(words) == 4 else 2000 + int(words)


def _span(first: int, last: int, words: str) -> SpokenPeriod:
    if last < first:
        return SpokenPeriod(0, wrong=f"'{words}' ends before it begins.")
    return SpokenPeriod(last - first + 1, first, last)


def _financial(words: str) -> SpokenPeriod | None:
    first, second = re.split(rf"/|{_DASH}", words.replace(" ", ""))
    year, end = int(first), _year(second)
    if end == year + 1:
        return SpokenPeriod(12, year * 12 + 3, year * 12 + 14)
    if "/" in words:
        right = f"{year}/{(year + 1) % 100:02d}"
        return SpokenPeriod(
            0, wrong=f"'{words}' is no financial year: {year} is followed by {year + 1} ({right})."
        )
    if end > year:
        return SpokenPeriod((end - year + 1) * 12, year * 12, end * 12 + 11)
    return SpokenPeriod(0)


def _day(match: re.Match[str]) -> SpokenPeriod:
    month = _month(match["m"])
    day, year = int(match["d"]), int(match["y"] or 2016)
    longest = calendar.monthrange(year, month + 1)[1]
    if day > longest or day < 1:
        return SpokenPeriod(0, wrong=f"{_NAMES[month]} has {longest} days: there is no day {day}.")
    return SpokenPeriod(0)


def _rolling(match: re.Match[str]) -> SpokenPeriod:
    words = (match["n"] or "12").casefold()
    months = _COUNTS.get(words) or int(words)
    last = int(match["y"]) * 12 + _month(match["m"])
    return SpokenPeriod(months, last - months + 1, last)


def _months_between(match: re.Match[str]) -> SpokenPeriod:
    a, b = _month(match["a"]), _month(match["b"])
    end = match["yb"] or match["ya"]
    if not end:
        return SpokenPeriod((b - a) % 12 + 1)
    if len(end) > 4:
        year = int(end[:4])
        first = (year if a >= 3 else year + 1) * 12 + a
        last = (year if b >= 3 else year + 1) * 12 + b
        return _span(first, last, match.group())
    last = _year(end) * 12 + b
    start_year = _year(match["ya"]) if match["ya"] else (_year(end) if a <= b else _year(end) - 1)
    return _span(start_year * 12 + a, last, match.group())


def _quarter(match: re.Match[str]) -> SpokenPeriod:
    number = int(match["q"])
    if not 1 <= number <= 4:
        return SpokenPeriod(0, wrong=f"There is no quarter {number}: a year has four.")
    year = match["y1"] or match["y2"]
    if not year or len(year) < 6:
        return SpokenPeriod(3)
    whole = _financial(year)
    if whole is None or whole.first is None:
        return whole or SpokenPeriod(3)
    first = whole.first + 3 * (number - 1)
    return SpokenPeriod(3, first, first + 2)


def _one_month(match: re.Match[str]) -> SpokenPeriod:
    at = int(match["y"]) * 12 + _month(match["m"])
    return SpokenPeriod(1, at, at)


def _calendar(match: re.Match[str]) -> SpokenPeriod:
    year = int(match.group())
    return SpokenPeriod(12, year * 12, year * 12 + 11)


def _length(match: re.Match[str]) -> SpokenPeriod:
    words = match["n"].casefold()
    months = _COUNTS.get(words) or int(words)
    if match["q"] and months != 3:
        return SpokenPeriod(0, wrong=f"A quarter has 3 months, not {months}.")
    return SpokenPeriod(months)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], SpokenPeriod | None]], ...] = (
    (
        _compile(
            rf"\b(?:(?:rolling )?(?P<n>{_COUNT})[ -]months?|(?:rolling )?year) "
            rf"(?:to|ending(?: in)?|"
            rf"ended)(?: the)?(?: end of)? (?:\d{{1,2}} )?(?P<m>{MONTH}) (?P<y>20\d\d)"
        ),
        _rolling,
    ),
    (_compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{MONTH})(?: (?P<y>20\d\d))?"), _day),
    (
        _compile(
            rf"\b(?P<a>{MONTH})(?: (?P<ya>20\d\d))?\s?(?:to|until|through|{_DASH})\s?"
            rf"(?P<b>{MONTH})(?: (?P<yb>{_FY}|20\d\d))?"
        ),
        _months_between,
    ),
    (
        _compile(
            rf"\b(?:(?P<y1>{_FY}) )?(?:Q|quarter )(?P<q>\d)\b(?: (?:of )?(?P<y2>{_FY}|20\d\d))?"
        ),
        _quarter,
    ),
    (_compile(rf"\b{_FY}"), lambda match: _financial(match.group())),
    (_compile(rf"\b(?P<m>{MONTH}) (?P<y>20\d\d)"), _one_month),
    (_compile(rf"\b(?P<n>{_COUNT})[ -]months?\b(?P<q> quarters?\b)?"), _length),
    (
        _compile(
            r"(?<![\d,./\N{POUND SIGN}])\b(?:19[5-9]\d|20[0-4]\d)\b(?![,.]?\d)(?! (?:more|fewer|"
            r"offences|incidents|crimes))"
        ),
        _calendar,
    ),
)
