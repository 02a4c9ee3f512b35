"""The two icons: what the latest point says, and whether the target will be met."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.domain.indicators import Indicator, Polarity, TargetKind, Unit
from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.domain.limit_rules import Mark
from safer_desktop.domain.limits import ChartKind

_FIXED = (TargetKind.AT_MOST, TargetKind.AT_LEAST, TargetKind.RANGE)
_PER_PERIOD = (Unit.PERCENTAGE, Unit.RATIO)


def variation(
    mark: Mark | None, has_limits: bool, polarity: Polarity, kind: ChartKind
) -> Variation:
    """The variation icon of the latest point.

    Where the chart shows the time between events, higher means fewer of them.
    """
    if not has_limits:
        return Variation.CANNOT_SAY
    if mark is None:
        return Variation.COMMON_CAUSE
    high = mark.side.is_high
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Variation.NEITHER_HIGH if high else Variation.NEITHER_LOW
    more_events = high != kind.is_of_gaps
    if more_events is (polarity is Polarity.HIGHER):
        return Variation.IMPROVEMENT_HIGH if high else Variation.IMPROVEMENT_LOW
    return Variation.CONCERN_HIGH if high else Variation.CONCERN_LOW


def assurance(
    indicator: Indicator, unit: Unit, limits: Sequence[tuple[float | None, float | None]]
) -> Assurance:
    """The assurance icon: the target against the lower and upper limits of the latest year.

    Only a fixed target for percentages and ratios can be held against a month's limits: a target
    for a year's count or rate says nothing of a single month. A limit that is None lies at the
    natural end of the scale.
    """
    target = indicator.target
    if target.kind is TargetKind.NONE:
        return Assurance.NO_TARGET
    able = target.kind in _FIXED and unit is indicator.unit and unit in _PER_PERIOD
    if not able or not limits:
        return Assurance.CANNOT_SAY
    end = 100.0 if unit is Unit.PERCENTAGE else float("inf")
    lowest = min(0.0 if low is None else low for low, _ in limits)
    highest = max(end if high is None else high for _, high in limits)
    least = target.low if target.kind is not TargetKind.AT_MOST else None
    most = target.high if target.kind is not TargetKind.AT_LEAST else None
    least = float("-inf") if least is None else least
    most = float("inf") if most is None else most
    if least <= lowest and highest <= most:
        return Assurance.HIT
    if highest < least or lowest > most:
        return Assurance.MISS
    return Assurance.INCONSISTENT
