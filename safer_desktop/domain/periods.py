"""Periods of time as a community safety board counts them."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from safer_desktop.domain.errors import SaferError

_MONTHS = tuple(calendar.month_name)[1:]


_Made = TypeVar("_Made", bound=Callable[..., Any])


def _once(function: _Made) -> _Made:
    """Periods are few and never change: each is made once."""
    return cast("_Made", cache(function))


class PeriodKind(StrEnum):
    """What sort of span a period is; unlike kinds are never compared."""

    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    CALENDAR_YEAR = "calendar year"
    ROLLING_12 = "rolling 12 months"
    PART_YEAR = "part year"
    YEARS = "several years"
    WEEK = "week"
    DAYS = "other dates"


REPORTED = frozenset(PeriodKind) - {PeriodKind.YEARS, PeriodKind.WEEK, PeriodKind.DAYS}
"""The kinds that the board's figures are made of; the others are only kept."""


class PeriodError(SaferError):
    """A span that is no period of its kind."""


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A span of whole months, ``start`` and ``end`` both inside it; WEEK and DAYS are of days.

    Ordered by end, then start. Build one by a named constructor; a span that does not fit its
    kind raises :class:`PeriodError`.
    """

    end: date
    start: date
    kind: PeriodKind

    def __post_init__(self) -> None:
        whole = self.start.day == 1 and self.end == month_end(self.end.year, self.end.month)
        in_days = self.kind in (PeriodKind.WEEK, PeriodKind.DAYS)
        if self.end < self.start or not (whole or in_days):
            raise PeriodError(f"{self.start} to {self.end} is not a span of whole months.")
        if not _FITS[self.kind](self):
            raise PeriodError(f"{self.start} to {self.end} is not a {self.kind}.")

    @classmethod
    @_once
    def month(cls, year: int, month: int) -> Period:
        """One calendar month."""
        return cls(month_end(year, month), date(year, month, 1), PeriodKind.MONTH)

    @classmethod
    @_once
    def quarter(cls, financial_year: int, quarter: int) -> Period:
        """Quarter 1 (April to June) to 4 (January to March) of the year begun in April."""
        if quarter not in (1, 2, 3, 4):
            raise PeriodError(f"There is no quarter {quarter}.")
        start = add_months(date(financial_year, 4, 1), 3 * (quarter - 1))
        return cls(_last_day(add_months(start, 2)), start, PeriodKind.QUARTER)

    @classmethod
    @_once
    def financial_year(cls, year: int) -> Period:
        """1 April of ``year`` to 31 March of the next."""
        return cls(date(year + 1, 3, 31), date(year, 4, 1), PeriodKind.FINANCIAL_YEAR)

    @classmethod
    @_once
    def calendar_year(cls, year: int) -> Period:
        """1 January to 31 December."""
        return cls(date(year, 12, 31), date(year, 1, 1), PeriodKind.CALENDAR_YEAR)

    @classmethod
    @_once
    def rolling_12(cls, year: int, month: int) -> Period:
        """The twelve months that end with this month."""
        end = month_end(year, month)
        return cls(end, add_months(date(year, month, 1), -11), PeriodKind.ROLLING_12)

    @classmethod
    @_once
    def span(cls, start: date, end: date) -> Period:
        """The period from ``start`` to ``end``, of the kind its dates show.

        Twelve months are a financial year, a calendar year or a rolling year; three that begin
        with a financial quarter are that quarter; one is a month; fewer than twelve otherwise are
        a part year and more are several years. Spans of other than whole months are a week or
        other dates.
        """
        for kind in (
            PeriodKind.MONTH,
            PeriodKind.QUARTER,
            PeriodKind.FINANCIAL_YEAR,
            PeriodKind.CALENDAR_YEAR,
            PeriodKind.ROLLING_12,
            PeriodKind.PART_YEAR,
            PeriodKind.YEARS,
            PeriodKind.WEEK,
        ):
            try:
                return cls(end, start, kind)
            except PeriodError:
                continue
        return cls(end, start, PeriodKind.DAYS)

    @classmethod
    def week_ending(cls, end: date) -> Period:
        """The seven days that end with this one."""
        return cls(end, end - timedelta(days=6), PeriodKind.WEEK)

    @property
    def months(self) -> int:
        """Number of months in the span, begun ones counted whole."""
        return months_between(self.start, self.end) + 1

    @_once
    def shifted(self, months: int) -> Period:
        """The span of the same length and kind ``months`` later (earlier if negative).

        A financial year moved by other than whole years becomes a rolling year; the same goes
        for calendar years and quarters. Spans of days are moved by days alike in number.
        """
        if self.kind in (PeriodKind.WEEK, PeriodKind.DAYS):
            moved = _same_day(self.start, months)
            return Period(moved + (self.end - self.start), moved, self.kind)
        start = add_months(self.start, months)
        end = _last_day(add_months(self.end.replace(day=1), months))
        try:
            return Period(end, start, self.kind)
        except PeriodError:
            return Period.span(start, end)

    def year_before(self) -> Period:
        """The same span one year earlier."""
        return self.shifted(-12)

    def contains(self, other: Period) -> bool:
        """Whether ``other`` lies wholly inside this period."""
        return self.start <= other.start and other.end <= self.end

    @_once
    def month_periods(self) -> tuple[Period, ...]:
        """The months of the span, in order."""
        starts = (add_months(self.start, offset) for offset in range(self.months))
        return tuple(Period.month(start.year, start.month) for start in starts)

    @property
    def label(self) -> str:
        """In words, as a paper prints it: ``12 months to March 2017``, ``Q4 2016/17``."""
        match self.kind:
            case PeriodKind.MONTH:
                return month_label(self.start)
            case PeriodKind.QUARTER:
                return f"Q{self._quarter_number()} {financial_year_label(self._financial_year())}"
            case PeriodKind.FINANCIAL_YEAR:
                return financial_year_label(self.start.year)
            case PeriodKind.CALENDAR_YEAR:
                return str(self.start.year)
            case PeriodKind.ROLLING_12:
                return f"12 months to {month_label(self.end)}"
            case PeriodKind.PART_YEAR:
                first = _MONTHS[self.start.month - 1]
                if self.start.year != self.end.year:
                    first = month_label(self.start)
                return f"{first} to {month_label(self.end)}"
            case PeriodKind.YEARS:
                return f"{month_label(self.start)} to {month_label(self.end)}"
            case PeriodKind.WEEK:
                return f"week to {_day_label(self.end)}"
            case PeriodKind.DAYS:
                return f"{_day_label(self.start)} to {_day_label(self.end)}"

    @property
    def short_label(self) -> str:
        """As short as an axis wants it: ``Mar 17``, ``Q4 16/17``, ``2016/17``."""
        end = f"{_MONTHS[self.end.month - 1][:3]} {self.end.year % 100:02d}"
        match self.kind:
            case PeriodKind.MONTH:
                return end
            case PeriodKind.QUARTER:
                year = self._financial_year() % 100
                return f"Q{self._quarter_number()} {year:02d}/{(year + 1) % 100:02d}"
            case PeriodKind.ROLLING_12:
                return f"12m to {end}"
            case PeriodKind.PART_YEAR:
                return f"{_MONTHS[self.start.month - 1][:3]} to {end}"
            case PeriodKind.YEARS:
                start = f"{_MONTHS[self.start.month - 1][:3]} {self.start.year % 100:02d}"
                return f"{start} to {end}"
            case _:
                return self.label

    def _financial_year(self) -> int:
        return self.start.year if self.start.month >= 4 else self.start.year - 1

    def _quarter_number(self) -> int:
        return (self.start.month - 4) % 12 // 3 + 1


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(first: date, months: int) -> date:
    """A first-of-month date moved by whole months."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def months_between(earlier: date, later: date) -> int:
    """Whole months from the month of ``earlier`` to the month of ``later``."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def month_label(day: date) -> str:
    """``March 2017``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def financial_year_label(year: int) -> str:
    """``2016/17`` for the year begun in April 2016."""
    return f"{year}/{(year + 1) % 100:02d}"


def _day_label(day: date) -> str:
    return f"{day.day} {month_label(day)}"


def _same_day(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    first = add_months(day.replace(day=1), months)
    return first.replace(day=min(day.day, _last_day(first).day))


def _last_day(first: date) -> date:
    return month_end(first.year, first.month)


_FITS: dict[PeriodKind, Callable[[Period], bool]] = {
    PeriodKind.MONTH: lambda p: p.months == 1,
    PeriodKind.QUARTER: lambda p: p.months == 3 and p.start.month in (1, 4, 7, 10),
    PeriodKind.FINANCIAL_YEAR: lambda p: p.months == 12 and p.start.month == 4,
    PeriodKind.CALENDAR_YEAR: lambda p: p.months == 12 and p.start.month == 1,
    PeriodKind.ROLLING_12: lambda p: p.months == 12,
    PeriodKind.PART_YEAR: lambda p: p.months < 12,
    PeriodKind.YEARS: lambda p: p.months > 12,
    PeriodKind.WEEK: lambda p: p.end - p.start == timedelta(days=6),
    PeriodKind.DAYS: lambda _: True,
}
