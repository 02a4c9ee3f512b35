"""A part year carried on to the year's end, with a prediction interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from safer_desktop.analysis.change import Spread
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Reading, softest
from safer_desktop.analysis.intervals import normal_point
from safer_desktop.analysis.quantities import SCALES, base_of, quantity
from safer_desktop.analysis.tests import dispersion, student_point
from safer_desktop.domain.evidence import Interval, Method, Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period, add_months, month_end, months_between

MOST_YEARS = 3
"""How many earlier years show what share of a year is still to come."""

BY_SHARE = Method(
    "projection by earlier years' shares",
    "The months still to come are expected to bring, for each event so far, what they brought in "
    "up to three earlier years. The interval holds the year's total with 95% probability if the "
    "year goes on as it began.",
    "R = b d with d = sum of c / sum of a; sqrt(R) lies within sqrt(b d) +/- t sqrt(phi (1 + d + "
    "b d (1/a + 1/c))) / 2; b so far, a the same months and c the other months of earlier years",
    "Square root (variance-stabilised) prediction of a Poisson count: Krishnamoorthy and Peng, "
    "Journal of Statistical Planning and Inference 2011;141:1709-1718, with the dispersion phi.",
)
PRO_RATA = Method(
    "projection pro rata",
    "No earlier year shows how the months differ, so that the months still to come are expected to "
    "be like those so far. The interval allows for chance, not for a season.",
    "R = b d with d = months to come / months so far; sqrt(R) lies within sqrt(b d) +/- t sqrt(phi "
    "(1 + d)) / 2",
    BY_SHARE.source,
)


@dataclass(frozen=True, slots=True)
class Projection:
    """The whole year's figure as it may come out; ``interval`` is a 95% prediction interval."""

    projected: Quantity
    interval: Interval
    year_before: Quantity | Reason
    method: Method


@dataclass(frozen=True, slots=True)
class _Year:
    """An earlier year: the events in the months that are over, and those in the months to come."""

    so_far: float
    to_come: float
    ids: tuple[int, ...]


def project(
    dataset: Dataset, indicator: Indicator, area: str, so_far: Period
) -> Projection | Reason:
    """The year that begins with ``so_far``, as it may come out.

    For counts, and rates worked out from counts. A Reason for other units, for a whole year, and
    where the count so far is not there.
    """
    if indicator.unit in (Unit.PERCENTAGE, Unit.RATIO):
        return Reason(ReasonCode.NOT_APPLICABLE, f"{indicator.name} does not add up over a year.")
    if so_far.months >= 12:
        return Reason(ReasonCode.NOT_APPLICABLE, f"{so_far.label} is a whole year.")
    reading = dataset.reading(indicator.code, area, Unit.COUNT, so_far)
    if isinstance(reading, Reason):
        return reading
    seen = reading.numerator or 0.0
    earlier = _earlier_years(dataset, indicator, area, so_far)
    method, share = PRO_RATA, (12 - so_far.months) / so_far.months
    unsure = 0.0
    before, after = sum(y.so_far for y in earlier), sum(y.to_come for y in earlier)
    if before and after:
        method, share = BY_SHARE, after / before
        unsure = 1 / before + 1 / after
    low, high = prediction(seen, share, unsure, _spread(dataset, indicator, area, so_far))
    year = _year_of(so_far)
    projected = _quantity(dataset, indicator, area, year, reading, earlier, seen * (1 + share))
    if isinstance(projected, Reason):
        return projected
    scale = projected.value / projected.count if projected.count else 1.0
    return Projection(
        projected,
        Interval(scale * (seen + low), scale * (seen + high), method.name),
        _whole_year(dataset, indicator, area, year.year_before()),
        method,
    )


def prediction(
    seen: float, share: float, unsure: float, spread: Spread | None, level: float = 0.95
) -> tuple[float, float]:
    """Interval of the events to come: ``seen`` so far, ``share`` times as many expected.

    Whole events; half an event is added to those seen for the upper bound, so that none so far
    does not mean none to come. ``unsure`` is the relative variance of ``share`` (1/a + 1/c; 0 if
    it is known).
    """
    phi, freedom = spread or (1.0, 0)
    phi, freedom = (phi, freedom) if phi > 1 else (1.0, 0)
    point = student_point(freedom, level) if freedom else normal_point(level)
    half = point * math.sqrt(phi * (1 + share + seen * share * unsure)) / 2
    low = max(0.0, math.sqrt(seen * share) - half) ** 2
    high = (math.sqrt((seen + 0.5) * share) + half) ** 2
    return math.floor(low), math.ceil(high)


def _earlier_years(
    dataset: Dataset, indicator: Indicator, area: str, so_far: Period
) -> tuple[_Year, ...]:
    """The years before, newest first, as far as they are whole and mean the same."""
    found = []
    for back in range(1, MOST_YEARS + 1):
        part = so_far.shifted(-12 * back)
        if any(part.start < b.on <= so_far.end for b in indicator.breaks):
            break
        begun = dataset.reading(indicator.code, area, Unit.COUNT, part)
        whole = dataset.reading(indicator.code, area, Unit.COUNT, _year_of(part))
        if isinstance(begun, Reason) or isinstance(whole, Reason):
            break
        events, all_events = begun.numerator or 0.0, whole.numerator or 0.0
        if all_events < events:
            break
        found.append(_Year(events, all_events - events, (*begun.ids, *whole.ids)))
    return tuple(found)


def _spread(dataset: Dataset, indicator: Indicator, area: str, so_far: Period) -> Spread | None:
    """How much months vary beyond chance: the same months of several years, else one by one."""
    rows: list[list[float]] = []
    for back in range(MOST_YEARS + 1):
        part = so_far.shifted(-12 * back)
        months = dataset.monthly_counts(indicator.code, area, Unit.COUNT, part)
        if months is None or any(part.start < b.on <= so_far.end for b in indicator.breaks):
            break
        rows.append(months)
    if found := dispersion(rows):
        return found
    if len(rows) < 2:
        return successive_dispersion(rows[0]) if rows else None
    year_before = _year_of(so_far.year_before())
    whole = dataset.monthly_counts(indicator.code, area, Unit.COUNT, year_before)
    return successive_dispersion([*whole, *rows[0]]) if whole else None


def successive_dispersion(months: Sequence[float]) -> Spread | None:
    """Variance over mean from the differences of neighbouring months, and its freedom.

    von Neumann, Kent, Bellinson and Hart (Annals of Mathematical Statistics 1941): half the mean
    square difference is the variance, a slow course left out; it is worth about two thirds of the
    differences as degrees of freedom.
    """
    mean = sum(months) / len(months)
    if len(months) < 3 or not mean:
        return None
    squares = sum((b - a) ** 2 for a, b in pairwise(months)) / (len(months) - 1)
    return squares / 2 / mean, max(1, round(2 * (len(months) - 1) / 3))


def _year_of(part: Period) -> Period:
    last = add_months(part.start, 11)
    return Period.span(part.start, month_end(last.year, last.month))


def _quantity(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    year: Period,
    reading: Reading,
    earlier: Sequence[_Year],
    events: float,
) -> Quantity | Reason:
    base = base_of(dataset, indicator, area, year) if indicator.unit.is_rate else None
    if isinstance(base, Reason):
        return base
    ids = (
        *reading.ids,
        *(n for it in earlier for n in it.ids),
        *(base.reading.ids if base else ()),
    )
    return Quantity(
        value=SCALES[indicator.unit] * events / (base.value if base else 1.0),
        unit=indicator.unit,
        period=year,
        sources=tuple(dict.fromkeys(ids)),
        method=f"projected from {reading.period.label}",
        count=events,
        base=base.value if base else None,
        base_note=base.note if base else "",
        status=softest((reading.status,)),
    )


def _whole_year(
    dataset: Dataset, indicator: Indicator, area: str, year: Period
) -> Quantity | Reason:
    if any(year.start < b.on <= year.shifted(12).end for b in indicator.breaks):
        return Reason(ReasonCode.DEFINITION_BREAK, f"{year.label} was counted otherwise.")
    return quantity(dataset, indicator, area, year)


def year_to_date(as_of: Period, financial_year: int) -> Period | None:
    """April to the last month of ``as_of``, if that is a part of the financial year."""
    year = Period.financial_year(financial_year)
    if not year.start <= as_of.end < year.end:
        return None
    return (
        Period.span(year.start, as_of.end) if months_between(year.start, as_of.end) < 11 else None
    )
