"""Funnel plots of the districts or a group, and the districts that stand out."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.analysis import methods
from safer_desktop.analysis.compare import like_values
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.funnel import (
    FALSE_RATE,
    LEAST_AREAS,
    LEVELS,
    expected_of_each,
    limits,
    overdispersion,
)
from safer_desktop.analysis.quantities import SCALES
from safer_desktop.domain.display import listed
from safer_desktop.domain.evidence import Interval, Quantity, Reason, ReasonCode
from safer_desktop.domain.figures import Funnel, FunnelLimits, FunnelPoint
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period

_CURVE_POINTS = 40
_RULE = (
    "An area stands out where it lies outside the span that the others and their ordinary spread "
    "lead one to expect; of {of} like areas any would be named by chance in at most {rate:g}% of "
    "editions."
)


def funnel(
    dataset: Dataset, indicator: str, areas: Sequence[str], period: Period
) -> Funnel | Reason:
    """The areas' figures over the size of their bases, with limits about their common rate.

    A Reason where an area has no figure for the span, or none with the numbers behind it, and for
    counts and ratios. Raises ``CatalogueError`` for unknown codes.
    """
    what = dataset.catalogue.indicator(indicator)
    points = points_of(dataset, what, tuple(areas), period)
    if isinstance(points, Reason):
        return points
    shares = what.unit is Unit.PERCENTAGE
    scale = SCALES[what.unit]
    events, bases = _numbers(points)
    centre = sum(events) / sum(bases)
    allowed = overdispersion(events, bases, shares=shares)
    smallest, largest = 0.8 * min(bases), 1.1 * max(bases)
    step = (largest / smallest) ** (1 / (_CURVE_POINTS - 1))
    curve = tuple(smallest * step**n for n in range(_CURVE_POINTS))
    drawn = []
    for level in LEVELS:
        pairs = [limits(centre, base, level, allowed, shares=shares) for base in curve]
        drawn.append(
            FunnelLimits(
                level,
                tuple(scale * low for low, _ in pairs),
                tuple(scale * high for _, high in pairs),
            )
        )
    return Funnel(
        indicator=indicator,
        unit=what.unit,
        period=period,
        centre=scale * centre,
        points=points,
        bases=curve,
        limits=tuple(drawn),
        dispersion=allowed,
        method=methods.FUNNEL,
        rule=_RULE.format(of=len(points), rate=100 * FALSE_RATE),
        false_rate=FALSE_RATE,
    )


def points_of(
    dataset: Dataset, indicator: Indicator, areas: tuple[str, ...], period: Period
) -> tuple[FunnelPoint, ...] | Reason:
    """Each area with the span that the others lead one to expect of it."""
    return dataset.remembered(
        indicator.code,
        ("points_of", areas, period),
        lambda: _points(dataset, indicator, areas, period),
    )


def _points(
    dataset: Dataset, indicator: Indicator, areas: tuple[str, ...], period: Period
) -> tuple[FunnelPoint, ...] | Reason:
    if not (indicator.unit.is_rate or indicator.unit is Unit.PERCENTAGE):
        return Reason(
            ReasonCode.NOT_APPLICABLE,
            f"{indicator.name} has no base to set against the size of an area.",
        )
    if len(areas) < LEAST_AREAS:
        return Reason(
            ReasonCode.NOT_APPLICABLE, f"Fewer than {LEAST_AREAS} areas show no ordinary spread."
        )
    values = [
        v.value
        for v in like_values(dataset, indicator, areas, period)
        if isinstance(v.value, Quantity) and _is_countable(v.value)
    ]
    if len(values) < len(areas):
        names = listed(
            [
                dataset.catalogue.area(v.area).name
                for v in like_values(dataset, indicator, areas, period)
                if not (isinstance(v.value, Quantity) and _is_countable(v.value))
            ]
        )
        return Reason(
            ReasonCode.NO_COMPARATOR,
            f"There are no figures for {period.label} with the numbers behind them for {names}.",
        )
    scale = SCALES[indicator.unit]
    events = [value.count or 0.0 for value in values]
    bases = [value.base or 1.0 for value in values]
    expected = expected_of_each(events, bases, shares=indicator.unit is Unit.PERCENTAGE)
    return tuple(
        FunnelPoint(
            area=area,
            value=value,
            base=base,
            expected=Interval(
                scale * span.lower,
                scale * span.upper,
                methods.STANDS_OUT.name,
                1 - FALSE_RATE / len(areas),
            ),
            stands_out=not span.holds(seen / base),
        )
        for area, value, seen, base, span in zip(
            areas, values, events, bases, expected, strict=True
        )
    )


def _is_countable(value: Quantity) -> bool:
    if value.count is None or not value.base:
        return False
    return value.unit is not Unit.PERCENTAGE or 0 <= value.count <= value.base


def _numbers(points: Sequence[FunnelPoint]) -> tuple[list[float], list[float]]:
    return [p.value.count or 0.0 for p in points], [p.base for p in points]
