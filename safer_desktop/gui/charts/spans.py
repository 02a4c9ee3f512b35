"""Charts over time cut to a part of their time: what is left, and how the part is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from safer_desktop.domain.figures import Trend
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.domain.periods import Period

NEWEST_YEARS = (5, 3, 2)
"""The newest years that are offered, each where the series is longer."""
LEAST_POINTS = 4
"""Fewer are not shown: two points look like a leap."""


class Timed(Protocol):
    """A point with its period."""

    @property
    def period(self) -> Period:
        """The point's period."""


_Point = TypeVar("_Point", bound=Timed)


@dataclass(frozen=True, slots=True)
class Span:
    """The points whose periods end from ``first`` to ``last`` (both included)."""

    first: date
    last: date

    def of(self, points: Sequence[_Point]) -> tuple[_Point, ...]:
        """The points within."""
        return tuple(it for it in points if self.first <= it.period.end <= self.last)

    def cut_trend(self, trend: Trend) -> Trend:
        """The part of a trend within the span."""
        return replace(trend, points=self.of(trend.points), rolling=self.of(trend.rolling))

    def cut_limits(self, chart: LimitsChart) -> LimitsChart:
        """The points within, with the limits they have, and the signals that reach into them."""
        points = self.of(chart.points)
        first, last = points[0].period.start, points[-1].period.end
        signals = tuple(
            it for it in chart.signals if it.first.start <= last and it.last.end >= first
        )
        return replace(chart, points=points, signals=signals)


Choice = int | Span
"""So many of the newest years (0: the whole series), or a span picked by hand."""
WHOLE = 0


def span_of(choice: Choice, points: Sequence[Timed]) -> Span | None:
    """What a choice means for a series; None for the whole of it.

    Also where the span would leave nearly nothing, as after other figures were loaded.
    """
    if not points or choice == WHOLE:
        return None
    span = newest(points, choice) if isinstance(choice, int) else choice
    left = len(span.of(points))
    return span if min(LEAST_POINTS, len(points)) <= left < len(points) else None


def newest(points: Sequence[Timed], years: int) -> Span:
    """The newest years of a series, as full years back from its last point."""
    last = points[-1].period.end
    ends = [it.period.end for it in points if it.period.end > _years_before(last, years)]
    return Span(ends[0], last)


def between(points: Sequence[Timed], first: int, last: int) -> Choice:
    """The span from one point to another, widened to the least; the whole where it holds all."""
    low, high = sorted((first, last))
    high = min(max(high, low + LEAST_POINTS - 1), len(points) - 1)
    low = max(min(low, high - LEAST_POINTS + 1), 0)
    if low == 0 and high == len(points) - 1:
        return WHOLE
    return Span(points[low].period.end, points[high].period.end)


def nearer(points: Sequence[Timed], now: Span | None, chosen: int) -> Choice:
    """Half of what is shown: about the chosen point (an index of those shown), else the newest."""
    low, high = _indexes(points, now)
    count = max((high - low + 2) // 2, LEAST_POINTS)
    if count > high - low:
        return WHOLE if now is None else now
    start = high - count + 1 if chosen < 0 else low + chosen - count // 2
    start = min(max(start, low), high - count + 1)
    return between(points, start, start + count - 1)


def farther(points: Sequence[Timed], now: Span | None) -> Choice:
    """Twice of what is shown, about its middle as far as the series goes."""
    low, high = _indexes(points, now)
    count = min(2 * (high - low + 1), len(points))
    start = min(max(low - (count - (high - low + 1)) // 2, 0), len(points) - count)
    return between(points, start, start + count - 1)


def _indexes(points: Sequence[Timed], now: Span | None) -> tuple[int, int]:
    inside = [
        index
        for index, it in enumerate(points)
        if now is None or now.first <= it.period.end <= now.last
    ]
    return inside[0], inside[-1]


def _years_before(day: date, years: int) -> date:
    """The end of the month so many years earlier; periods end at the end of a month."""
    month_after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(month_after.replace(year=month_after.year - years).toordinal() - 1)
