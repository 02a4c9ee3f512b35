"""Where things stand on a chart: round ticks, positions in time, breaks between periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from safer_desktop.domain.display import number
from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.periods import PeriodKind, months_between

MOST_LABELS = 7
CUT_ABOVE = 0.6
CUT_BY_DISTANCE = 0.25
CUT_FROM_POINTS = 4
"""A percentage's axis is cut when all its points, and so many at least, lie above this share of
the highest: on a cut axis two points look like a leap."""

_STEPS = {PeriodKind.QUARTER: (1, 2, 4, 8, 20), PeriodKind.MONTH: (1, 2, 3, 6, 12, 24, 60)}
_MONTH_NAMES_FROM = len("12m to ")


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Ticks from low to high with their labels; ``note`` says so where zero is not among them."""

    ticks: tuple[float, ...]
    labels: tuple[str, ...]
    note: str = ""


def nice_step(reach: float, steps: int = 4) -> float:
    """A round step (1, 2, 2.5, 5 by a power of ten) that reaches so far in ``steps`` or fewer."""
    if reach <= 0:
        return 1.0
    rough = reach / steps
    power = 10.0 ** floor(log10(rough))
    return next((m * power for m in (1.0, 2.0, 2.5, 5.0) if m * power >= rough), 10.0 * power)


def value_scale(
    values: Sequence[float], unit: Unit, steps: int = 4, *, by_distance: bool = False
) -> ValueScale:
    """Round ticks round these values, from zero unless it is a percentage far away from it.

    ``by_distance``: the chart is read by how far points lie from lines, so its axis may be cut
    whatever the unit.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    above = CUT_BY_DISTANCE if by_distance else CUT_ABOVE
    may_cut = by_distance or unit is Unit.PERCENTAGE
    cut = may_cut and len(values) >= CUT_FROM_POINTS and above * high < low < high
    bottom = low - (high - low) * 0.25 if cut else min(0.0, low)
    top = high if high > bottom else bottom + 1.0
    step = nice_step(top - bottom, steps)
    if unit is Unit.COUNT:
        step = max(step, 1.0)
        step = step if step == int(step) else ceil(step)
    first, last = floor(bottom / step + 1e-9), ceil(top / step - 1e-9)
    ticks = tuple(i * step for i in range(first, last + 1))
    decimals = next((d for d in range(4) if abs(step * 10**d - round(step * 10**d)) < 1e-6), 4)
    mark = "%" if unit is Unit.PERCENTAGE else ""
    labels = tuple(number(t, decimals) + mark for t in ticks)
    note = f"The axis starts at {labels[0]}, not at zero." if ticks[0] > 0 else ""
    return ValueScale(ticks, labels, note)


def positions(points: Sequence[TrendPoint]) -> list[int]:
    """Each point's place: whole months from the first point's end to its own."""
    return [months_between(points[0].period.end, p.period.end) for p in points]


def time_labels(points: Sequence[TrendPoint], most: int = MOST_LABELS) -> list[tuple[int, str]]:
    """Position and label of the few points that are named, the newest always among them."""
    if not points:
        return []
    steps = _STEPS.get(points[0].period.kind, (1, 2, 5, 10))
    if points[0].period.kind is PeriodKind.ROLLING_12:
        steps = _STEPS[PeriodKind.MONTH]
    step = next((s for s in steps if (len(points) - 1) // s + 1 <= most), steps[-1])
    places = positions(points)
    named = range(len(points) - 1, -1, -step)
    return [(places[i], short_label(points[i])) for i in reversed(named)]


def break_indexes(
    breaks: Sequence[DefinitionBreak], points: Sequence[TrendPoint]
) -> list[tuple[int, DefinitionBreak]]:
    """Indexes of the points before which a definition break falls."""
    return [
        (index, item)
        for item in breaks
        for index in range(1, len(points))
        if points[index - 1].period.end < item.on <= points[index].period.end
    ]


def break_positions(
    breaks: Sequence[DefinitionBreak], points: Sequence[TrendPoint]
) -> list[tuple[float, DefinitionBreak]]:
    """Where definition breaks fall between two neighbouring points."""
    places = positions(points)
    return [((places[i - 1] + places[i]) / 2, item) for i, item in break_indexes(breaks, points)]


def short_label(point: TrendPoint) -> str:
    """``Mar 17``, also for the twelve months up to then."""
    label = point.period.short_label
    return label[_MONTH_NAMES_FROM:] if point.period.kind is PeriodKind.ROLLING_12 else label
