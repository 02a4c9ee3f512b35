"""Period labels as partners write them: ``202104``, ``Apr '10 to Mar '11``, ``Q4 16/17``, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, PeriodError, PeriodKind, add_months, month_end
from safer_desktop.loading.cells import CellValue


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


HINT_WORDS = {
    PeriodHint.CALENDAR: "years are calendar years",
    PeriodHint.FINANCIAL: "years are financial years, named by the April they begin in",
    PeriodHint.FINANCIAL_ENDING: "years are financial years, named by the March they end in",
    PeriodHint.DAY_FIRST: "dates begin with the day",
    PeriodHint.MONTH_FIRST: "dates begin with the month",
    PeriodHint.ROLLING: "each month stands for the twelve months that end with it",
    PeriodHint.QUARTER_ENDING: "each month stands for the quarter that ends with it",
    PeriodHint.YEAR_TO_DATE: "each month stands for April up to and with it",
}
"""What each hint means, as a dialog offers it."""


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """A label read: its period, and what a mark beside it (``(p)``) says of the numbers."""

    period: Period
    status: Status = Status.FINAL


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A label with more than one reading: hint -> period."""

    label: str
    readings: dict[PeriodHint, Period]

    @property
    def words(self) -> str:
        """``'2016' can mean 2016 or 2016/17``."""
        return f"'{self.label}' can mean " + " or ".join(p.label for p in self.readings.values())


_Readings = dict[PeriodHint | None, Period]
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 80
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Pattern of a month's name or short name, in lower case."""

_Y4 = r"(?:19|20)\d\d"
_Y = rf"(?:{_Y4}|\d\d)"
_FY = rf"({_Y})\s?[/-]\s?((?:19|20)?\d\d)"
_MARKS = (
    (re.compile(r"[(\[]p[)\]]|\bprov(?:isional)?\b\.?|(?<=\d)p$"), Status.PROVISIONAL),
    (re.compile(r"[(\[]r[)\]]|\brevised\b|(?<=\d)r$"), Status.REVISED),
    (re.compile(r"[(\[]e[)\]]|\best(?:imated?)?\b\.?|(?<=\d)e$"), Status.ESTIMATE),
)
_GLUED_NOTE = re.compile(
    rf"['’](?P<short>\d\d)\d{{1,2}}(?:,\d{{1,2}})*\b|"
    rf"(?P<dated>{MONTH_NAME} {_Y4})\d{{1,2}}(?:,\d{{1,2}})*\b|"
    rf"\b(?P<year>{_Y4})[/-](?P<next>\d\d)\d\b"
)
_FILLER = re.compile(
    r"^(?:financial year|calendar year|full year|year total|year|annual|total|month ending|"
    r"month of|as at|at end of|end of|end|month|period|during|for)\s+(?=\S*\d|" + MONTH_NAME + r")"
)
_TAIL = re.compile(r"\s+(?:total|full year|year|year total|annual)$")
_EXCEL_DAY_0 = date(1899, 12, 30)


def parse_period(value: CellValue, *, hint: str = "") -> Period | None:
    """The period that a label names; ``None`` if it names none, or more than one."""
    reading = read_period(value, hint=hint)
    return reading.period if isinstance(reading, PeriodReading) else None


def read_period(value: CellValue, *, hint: str = "") -> PeriodReading | Ambiguous | None:
    """Read a cell's value as a period; ``None`` if it names none.

    ``hint`` is words of :class:`PeriodHint`. "12 months to" and "year ending" are rolling years;
    a span from month to month is a financial or calendar year where it fits one. Year to date
    counts from April, with the hint ``calendar`` from January.
    """
    if isinstance(value, bool) or value is None:
        return None
    hints = tuple(word for word in PeriodHint if word in hint.split())
    if isinstance(value, date):
        return PeriodReading(_stretched(Period.month(value.year, value.month), hints))
    if isinstance(value, (int, float)):
        return _read_text(str(int(value)), hints) if value == int(value) else None
    return _read_text(value, hints) if isinstance(value, str) else None


def find_period(text: str, *, hint: str = "") -> PeriodReading | None:
    """The longest wording inside a title or file name that names one period."""
    words = re.split(r"[\s_,;()]+", text)[:60]
    for length in range(min(8, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            reading = read_period(" ".join(words[start : start + length]), hint=hint)
            if isinstance(reading, PeriodReading):
                return reading
    return None


@lru_cache(maxsize=8192)
def _read_text(label: str, hints: tuple[PeriodHint, ...]) -> PeriodReading | Ambiguous | None:
    if len(label) > _LONGEST or not any(letter.isdigit() for letter in label):
        return None
    text, status = _cleaned(label)
    readings = _readings(text, hints)
    if not readings:
        return None
    chosen = _chosen(readings, hints)
    if chosen is None:
        return Ambiguous(label.strip(), {h: p for h, p in readings.items() if h is not None})
    return PeriodReading(_stretched(chosen, hints), status)


def _cleaned(value: str) -> tuple[str, Status]:
    text = value.casefold()
    for dash in "‐‑‒–—−":
        text = text.replace(dash, "-")
    status = Status.FINAL
    for mark, meaning in _MARKS:
        text, found = mark.subn(" ", text)
        status = meaning if found else status
    text = _GLUED_NOTE.sub(_without_note, text)
    text = re.sub(r"\[[^\]]*\]|[,'‘’`*]", " ", text)
    text = re.sub(r"(?<=[a-z])\.", " ", text)
    text = re.sub(r"\(([^()]*)\)", r" \1 ", text)
    return re.sub(r"\s+", " ", text).strip(" :;-"), status


def _without_note(match: re.Match[str]) -> str:
    """``'083`` is '08 with footnote 3; ``2016/172`` is 2016/17 with footnote 2."""
    if match["short"] is not None:
        return f"'{match['short']}"
    if match["dated"] is not None:
        return match["dated"]
    follows = int(match["next"]) == (int(match["year"]) + 1) % 100
    return f"{match['year']}/{match['next']}" if follows else match[0]


def _readings(text: str, hints: tuple[PeriodHint, ...]) -> _Readings:
    calendar = re.match(r"(?:calendar year|cy) ?(\d{4})$", text)
    if calendar:
        return {None: Period.calendar_year(int(calendar[1]))}
    mid = re.fullmatch(rf"(?:.* )?mid[- ]?(?:year[- ])?({_Y4})(?: .*)?", text)
    if mid:
        return {None: Period.calendar_year(int(mid[1]))}
    bare = _TAIL.sub("", _FILLER.sub("", text))
    for candidate in dict.fromkeys((text, bare)):
        for pattern, read in _FORMS:
            match = pattern.fullmatch(candidate)
            if match is None:
                continue
            try:
                readings = read(match, hints)
            except (PeriodError, ValueError, OverflowError):
                continue
            if readings:
                return readings
    return {}


def _chosen(readings: _Readings, hints: tuple[PeriodHint, ...]) -> Period | None:
    if None in readings:
        return readings[None]
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    return next((readings[hint] for hint in hints if hint in readings), None)


def _stretched(period: Period, hints: tuple[PeriodHint, ...]) -> Period:
    end = period.end
    if PeriodHint.ROLLING in hints and period.months in (1, 12):
        return Period.rolling_12(end.year, end.month)
    if period.kind is not PeriodKind.MONTH:
        return period
    if PeriodHint.QUARTER_ENDING in hints:
        return Period.span(add_months(period.start, -2), end)
    if PeriodHint.YEAR_TO_DATE in hints:
        return _year_to_date(end, hints)
    return period


def _year_to_date(end: date, hints: tuple[PeriodHint, ...]) -> Period:
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
_Reader = Callable[[re.Match[str], tuple[PeriodHint, ...]], _Readings]
_FORMS: list[tuple[re.Pattern[str], _Reader]] = []


def _form(*patterns: str) -> Callable[[_Reader], _Reader]:
    def add(read: _Reader) -> _Reader:
        _FORMS.extend((re.compile(pattern), read) for pattern in patterns)
        return read

    return add


@_form(rf"({_Y4})")
def _plain_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    year = int(match[1])
    return {
        PeriodHint.CALENDAR: Period.calendar_year(year),
        PeriodHint.FINANCIAL: Period.financial_year(year),
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
    }


@_form(rf"(?:fy|f/y) ?({_Y})")
def _named_by_one_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    year = _year(match[1])
    return {
        PeriodHint.FINANCIAL_ENDING: Period.financial_year(year - 1),
        PeriodHint.FINANCIAL: Period.financial_year(year),
    }


@_form(rf"(?:fy|f/y) ?{_FY}", rf"(?:fy|f/y) ?({_Y})(\d\d)", rf"({_Y4}) to ({_Y4})")
def _financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    return {None: Period.financial_year(_financial(match[1], match[2]))}


@_form(_FY)
def _year_pair(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    """``2016/17``; ``2011-12`` is also how ISO writes December 2011."""
    first, second = match[1], match[2]
    readings: _Readings = {}
    if len(first) == 4 and len(second) == 2 and "/" not in match[0] and 1 <= int(second) <= 12:
        readings[PeriodHint.CALENDAR] = Period.month(int(first), int(second))
    try:
        readings[PeriodHint.FINANCIAL] = Period.financial_year(_financial(first, second))
    except ValueError:
        if len(first) == 4 and len(second) == 2 and 1 <= int(second) <= 12:
            return {None: Period.month(int(first), int(second))}
    return readings


@_form(rf"({_Y4})(\d\d)")
def _run_together(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
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


@_form(rf"({_Y4})\s?[/-]\s?([1-9])")
def _year_and_digit(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    """``2008/4`` is a quarter; ``2003/4`` may be a financial year too; ``2008/9`` is one."""
    year, digit = int(match[1]), int(match[2])
    readings: _Readings = {}
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
def _financial_quarter(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    years = [group for group in match.groups() if group and group.isdigit()]
    return {None: Period.quarter(_financial(years[0], years[1]), int(match["q"][-1]))}


@_form(
    rf"(?:q|qtr|quarter) ?(?P<q>[1-4])[ /-]*(?P<y>{_Y})",
    rf"(?P<y>{_Y4})[ /-]*(?:q|qtr|quarter) ?(?P<q>[1-4])",
)
def _quarter_of_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    return _quarter_readings(_year(match["y"]), int(match["q"]))


def _quarter_readings(year: int, quarter: int) -> _Readings:
    start = date(year, 3 * quarter - 2, 1)
    return {
        PeriodHint.CALENDAR: Period.span(start, month_end(year, 3 * quarter)),
        PeriodHint.FINANCIAL: Period.quarter(year, quarter),
        PeriodHint.FINANCIAL_ENDING: Period.quarter(year - 1, quarter),
    }


@_form(
    rf"(?P<m>{MONTH_NAME})[ /-]*(?P<y>{_Y})",
    rf"(?P<y>{_Y4})[ /-]*(?P<m>{MONTH_NAME})",
    rf"(?P<y>\d\d)-(?P<m>{MONTH_NAME})",
)
def _named_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    return {None: Period.month(_year(match["y"]), _month(match["m"]))}


@_form(rf"(?P<m>{MONTH_NAME})[ -]*{_FY}", rf"{_FY}[ -]*(?P<m>{MONTH_NAME})")
def _month_of_financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    years = [group for group in match.groups() if group and group.isdigit()]
    month = _month(match["m"])
    year = _in_financial_year(_financial(years[0], years[1]), month)
    return {None: Period.month(year, month)}


@_form(rf"(\d\d?)[/. -]({_Y4})")
def _numbered_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    return {None: Period.month(int(match[2]), int(match[1]))}


@_form(
    rf"(?:(?:q|qtr|quarter) ?[1-4] ?:? )?(?P<m1>{MONTH_NAME}) ?(?P<y1>{_Y})? ?(?:-|to|until|/) ?"
    rf"(?P<m2>{MONTH_NAME})[ -]*(?P<y2>{_Y})"
)
def _month_to_month(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    first, last, year = _month(match["m1"]), _month(match["m2"]), _year(match["y2"])
    begun = _year(match["y1"]) if match["y1"] else year - (first > last)
    return {None: Period.span(date(begun, first, 1), month_end(year, last))}


@_form(
    rf"(?P<m1>{MONTH_NAME}) ?(?:-|to) ?(?P<m2>{MONTH_NAME})[ -]*{_FY}",
    rf"{_FY} ?(?:(?:q|qtr|quarter) ?[1-4] ?)?(?P<m1>{MONTH_NAME}) ?(?:-|to) ?(?P<m2>{MONTH_NAME})",
)
def _months_of_financial_year(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
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
def _twelve_months_to(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    return {None: Period.rolling_12(_year(match["y"]), _month(match["m"]))}


@_form(
    rf"(?P<n>[2-9]|1[01]) ?-?(?:months?|mths?) {_ENDING} {_DAY_MONTH}",
    rf"(?:quarter|qtr) {_ENDING} {_DAY_MONTH}",
)
def _some_months_to(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    months = int(match["n"]) if "n" in match.groupdict() else 3
    end = date(_year(match["y"]), _month(match["m"]), 1)
    return {None: Period.span(add_months(end, 1 - months), month_end(end.year, end.month))}


@_form(
    rf"(?:ytd|year to date|fytd)(?: to| {_ENDING})?[ :-]*{_DAY_MONTH}",
    rf"{_DAY_MONTH} (?:ytd|year to date|fytd)",
)
def _year_to_date_form(match: re.Match[str], hints: tuple[PeriodHint, ...]) -> _Readings:
    end = month_end(_year(match["y"]), _month(match["m"]))
    return {None: _year_to_date(end, hints)}


@_form(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?: 00:00(?::00)?)?")
def _iso_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return {None: Period.month(day.year, day.month)}


@_form(
    rf"(?P<d>\d\d?)(?:st|nd|rd|th)?[ /-](?P<m>{MONTH_NAME})[ /-](?P<y>{_Y})",
    rf"(?P<m>{MONTH_NAME}) (?P<d>\d\d?)(?:st|nd|rd|th)? (?P<y>{_Y4})",
)
def _written_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    day = date(_year(match["y"]), _month(match["m"]), int(match["d"]))
    return {None: Period.month(day.year, day.month)}


@_form(rf"(\d\d?)[/.-](\d\d?)[/.-]({_Y})")
def _numbered_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    readings: _Readings = {}
    for hint, day, month in (
        (PeriodHint.DAY_FIRST, first, second),
        (PeriodHint.MONTH_FIRST, second, first),
    ):
        if 1 <= month <= 12 and 1 <= day <= month_end(year, month).day:
            readings[hint] = Period.month(year, month)
    return readings


@_form(r"(.*\d) ?(?:-|to) ?(\d.*)")
def _date_to_date(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
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
def _excel_serial(match: re.Match[str], _: tuple[PeriodHint, ...]) -> _Readings:
    """Excel's number of a day, where that is the first or last of a month."""
    day = _EXCEL_DAY_0 + timedelta(days=int(match[1]))
    if day.day != 1 and day != month_end(day.year, day.month):
        return {}
    return {None: Period.month(day.year, day.month)}
