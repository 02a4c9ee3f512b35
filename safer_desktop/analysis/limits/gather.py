"""From the pack's observations to series of months or quarters that limits can be drawn for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Ladder, Reading
from safer_desktop.analysis.limits.chart import NO_PLAN, chart
from safer_desktop.analysis.quantities import Base, as_quantity, base_of, units_of
from safer_desktop.analysis.subject import described_area
from safer_desktop.domain.display import listed
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.limits import LimitPoint, LimitsChart, LimitSeries, LimitsPlan
from safer_desktop.domain.periods import Period, PeriodError


def limits_chart(
    dataset: Dataset, indicator: str, area: str, edition: Edition, plan: LimitsPlan = NO_PLAN
) -> LimitsChart | Reason:
    """The indicator's months or quarters in one area with predicted limits, or why there are none.

    The financial year of the edition is judged against the years before it. Raises
    ``CatalogueError`` for unknown codes.
    """
    series = series_of(dataset, indicator, area, edition)
    if isinstance(series, Reason):
        return series
    what = dataset.catalogue.indicator(indicator)
    return chart(series, what, judged_from(edition), plan)


def judged_from(edition: Edition) -> date:
    """The first day of the financial year that an edition judges."""
    return date(edition.financial_year, 4, 1)


def series_of(
    dataset: Dataset, indicator: str, area: str, edition: Edition
) -> LimitSeries | Reason:
    """The months, else the quarters, of one indicator in one area up to the end of the edition."""
    what = dataset.catalogue.indicator(indicator)
    described = described_area(dataset, what, area)
    found = shortest(dataset, what, described, edition.end)
    if isinstance(found, Reason):
        return found
    unit, ladder = found
    steps = dataset.steps(what.code, described, unit, edition.end, ladder)
    points = [_point(dataset, what, described, unit, step) for step in steps]
    return limit_series(unit, what, points)


def limit_series(
    unit: Unit,
    indicator: Indicator,
    points: Sequence[LimitPoint],
    breaks: Sequence[DefinitionBreak] | None = None,
) -> LimitSeries | Reason:
    """The points as a series, or a Reason where they overlap, jump or are not months or quarters.

    The indicator's own definition breaks are kept unless others are given.
    """
    try:
        return LimitSeries(
            unit=unit,
            noun=indicator.noun,
            points=tuple(points),
            rate_unit=indicator.unit if indicator.unit.is_rate and unit is Unit.COUNT else None,
            breaks=tuple(indicator.breaks if breaks is None else breaks),
        )
    except PeriodError as error:
        return Reason(ReasonCode.UNLIKE_PERIODS, error.what)


def shortest(
    dataset: Dataset, indicator: Indicator, area: str, until: date
) -> tuple[Unit, Ladder] | Reason:
    """The unit and the steps (months, else quarters) that an area's figures come in."""
    for unit in units_of(indicator):
        ladder = dataset.shortest(indicator.code, area, unit)
        if ladder and dataset.extent(indicator.code, area, unit, until, ladder):
            return unit, ladder
    name = dataset.catalogue.area(area).name
    kinds = {
        str(period.kind)
        for unit in units_of(indicator)
        for period in dataset.offered(indicator.code, area, unit, until)
    }
    if kinds:
        return Reason(
            ReasonCode.UNLIKE_PERIODS,
            f"For {name} only figures of a {listed(sorted(kinds))} are loaded. Predicted limits "
            "are drawn for months or quarters, which do not overlap.",
        )
    return Reason(ReasonCode.NO_DATA, f"No figures are loaded for {indicator.name} in {name}.")


def _point(
    dataset: Dataset, indicator: Indicator, area: str, unit: Unit, step: Period
) -> LimitPoint:
    reading = dataset.reading(indicator.code, area, unit, step)
    found = as_quantity(reading, unit) if isinstance(reading, Reading) else reading
    if not isinstance(found, Quantity):
        return LimitPoint(step, None)
    base, sources = found.base, found.sources
    if indicator.unit.is_rate and unit is Unit.COUNT:
        people = base_of(dataset, indicator, area, step)
        if isinstance(people, Base):
            base, sources = people.value, (*sources, *people.reading.ids)
    return LimitPoint(step, found.value, found.count, base, found.status, sources)
