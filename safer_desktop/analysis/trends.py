"""An indicator's course over time, its districts side by side, and counts for the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from safer_desktop.analysis.compare import comparators_of, like_values
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Reading
from safer_desktop.analysis.intervals import INTERVAL_WORDS, interval
from safer_desktop.analysis.quantities import (
    as_quantity,
    latest,
    latest_count,
    quantity,
    units_of,
)
from safer_desktop.analysis.subject import described_area
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import MemberValue, Quantity, Reason, ReasonCode, TrendPoint
from safer_desktop.domain.figures import DistrictBars, Trend
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period, PeriodKind, months_between

_STEP_WORDS = {1: "each month", 3: "each quarter"}


def trend(dataset: Dataset, indicator: str, area: str, edition: Edition) -> Trend:
    """The indicator's shortest periods in order, with the rolling line where they add up.

    Of a rate, counts are shown where there are any. Raises ``CatalogueError`` for unknown codes.
    """
    what = dataset.catalogue.indicator(indicator)
    return dataset.remembered(
        indicator, ("trend", area, edition), lambda: _trend(dataset, what, area, edition)
    )


def _trend(dataset: Dataset, what: Indicator, area: str, edition: Edition) -> Trend:
    described = described_area(dataset, what, area)
    unit, steps, words = _shortest(dataset, what, described, edition.end)
    points = tuple(_point(dataset, what, described, unit, step) for step in steps)
    newest = latest(dataset, what, described, edition.end)
    comparators = comparators_of(dataset, what, described, newest)
    first = comparators[0] if comparators else None
    return Trend(
        indicator=what.code,
        area=area,
        points=points,
        point_unit=unit,
        point_words=words,
        rolling=_rolling(dataset, what, described, unit, steps),
        rolling_unit=what.unit,
        breaks=tuple(b for b in what.breaks if steps and steps[0].start < b.on <= steps[-1].end),
        comparator=(first.name, first.value.value) if first else None,
    )


def districts(dataset: Dataset, indicator: str, edition: Edition) -> DistrictBars:
    """The county's districts in the indicator's unit for one span, highest first, reasons last.

    The span is the one that most districts have a figure for; of several the latest. Raises
    ``CatalogueError`` for an unknown code.
    """
    what = dataset.catalogue.indicator(indicator)
    return dataset.remembered(
        indicator, ("districts", edition), lambda: _districts(dataset, what, edition)
    )


def _districts(dataset: Dataset, what: Indicator, edition: Edition) -> DistrictBars:
    catalogue = dataset.catalogue
    newest = {
        code: latest(dataset, what, code, edition.end)
        for code in (catalogue.home, *catalogue.districts)
    }
    spans = {q.period for code, q in newest.items() if isinstance(q, Quantity)}
    by_span = {
        span: like_values(dataset, what, catalogue.districts, span)
        for span in sorted(spans)
        if any(isinstance(newest[code], Quantity) for code in catalogue.districts)
    }
    county = newest[catalogue.home]
    if not by_span:
        return DistrictBars(
            indicator=what.code,
            unit=what.unit,
            period=county.period if isinstance(county, Quantity) else None,
            bars=tuple(MemberValue(code, newest[code]) for code in catalogue.districts),
            county=_member(catalogue.home, county),
            interval_words=INTERVAL_WORDS,
            reason=_no_districts(dataset, what, newest),
        )
    period = max(by_span, key=lambda span: (_present(by_span[span]), span))
    bars = sorted(by_span[period], key=_height, reverse=True)
    return DistrictBars(
        indicator=what.code,
        unit=what.unit,
        period=period,
        bars=tuple(bars),
        county=_member(catalogue.home, quantity(dataset, what, catalogue.home, period)),
        interval_words=INTERVAL_WORDS,
    )


def rolling_count(
    dataset: Dataset, indicator: str, area: str, edition: Edition
) -> Quantity | Reason:
    """Events in the twelve months to the last complete month, whatever the indicator's unit.

    Where there are no months, the newest whole year given; a part year is a Reason, since it
    cannot stand beside whole years. Raises ``CatalogueError`` for unknown codes.
    """
    what = dataset.catalogue.indicator(indicator)
    return latest_count(dataset, what, area, edition.end)


def _shortest(
    dataset: Dataset, indicator: Indicator, area: str, until: date
) -> tuple[Unit, tuple[Period, ...], str]:
    """Unit, steps and their words: months, else quarters, else years of one kind."""
    units = [u for u in units_of(indicator) if dataset.has(indicator.code, area, u)]
    for unit in units:
        ladder = dataset.shortest(indicator.code, area, unit)
        steps = ladder and dataset.steps(indicator.code, area, unit, until, ladder)
        if ladder and steps:
            return unit, steps, _STEP_WORDS[ladder.step]
    for unit in units:
        years = [
            period
            for period in dataset.offered(indicator.code, area, unit, until)
            if period.months == 12
        ]
        if years:
            return unit, *_years(years)
    return units[0] if units else indicator.unit, (), ""


def _years(years: Sequence[Period]) -> tuple[tuple[Period, ...], str]:
    kinds = [period.kind for period in years]
    commonest = max(sorted(set(kinds)), key=kinds.count)
    ends = sorted(period for period in years if period.kind is commonest)
    gaps = [months_between(a.end, b.end) for a, b in pairwise(ends)]
    step = min(gaps) if commonest is PeriodKind.ROLLING_12 and gaps else 12
    count = months_between(ends[0].end, ends[-1].end) // step + 1
    return tuple(ends[0].shifted(n * step) for n in range(count)), f"each {commonest}"


def _point(
    dataset: Dataset, indicator: Indicator, area: str, unit: Unit, step: Period
) -> TrendPoint:
    reading = dataset.reading(indicator.code, area, unit, step)
    value = as_quantity(reading, unit) if isinstance(reading, Reading) else reading
    if isinstance(value, Reason):
        return TrendPoint(step, None)
    return TrendPoint(step, value.value, value.status, value.sources)


def _rolling(
    dataset: Dataset, indicator: Indicator, area: str, unit: Unit, steps: Sequence[Period]
) -> tuple[TrendPoint, ...]:
    if not steps or steps[0].months == 12 or not dataset.adds_up(indicator.code, area, unit):
        return ()
    found = []
    for last in steps[12 // steps[0].months - 1 :]:
        year = Period.rolling_12(last.end.year, last.end.month)
        value = quantity(dataset, indicator, area, year)
        if isinstance(value, Reason):
            found.append(TrendPoint(year, None))
        else:
            found.append(TrendPoint(year, value.value, value.status, value.sources))
    return tuple(found)


def _no_districts(
    dataset: Dataset, indicator: Indicator, newest: dict[str, Quantity | Reason]
) -> Reason:
    reasons = [newest[code] for code in dataset.catalogue.districts]
    faults = [r for r in reasons if isinstance(r, Reason) and r.code is not ReasonCode.NO_DATA]
    if faults:
        return faults[0]
    return Reason(ReasonCode.NO_DATA, f"{indicator.name} is not loaded by district.")


def _member(area: str, value: Quantity | Reason) -> MemberValue:
    return MemberValue(area, value, interval(value) if isinstance(value, Quantity) else None)


def _present(values: Sequence[MemberValue]) -> int:
    return sum(isinstance(v.value, Quantity) for v in values)


def _height(member: MemberValue) -> float:
    return member.value.value if isinstance(member.value, Quantity) else float("-inf")
