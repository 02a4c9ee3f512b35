"""One indicator in one area for one edition: everything that can be said of it, with evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from safer_desktop.analysis.change import (
    broken,
    change_between,
    crossed,
    direction_of,
    previous_of,
    verdict_of,
)
from safer_desktop.analysis.compare import comparators_of, no_comparator, rank_of
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.notes import notes_of, stale_days
from safer_desktop.analysis.quantities import as_quantity, latest, quantity, units_of
from safer_desktop.analysis.rating import rate
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Change, Quantity, Reason
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.indicators import DefinitionBreak, Indicator
from safer_desktop.domain.periods import PeriodKind


def figures(dataset: Dataset, area: str, edition: Edition) -> dict[str, Figure]:
    """The headline indicators' figures by code, in the order of the priorities."""
    return {
        indicator.code: figure(dataset, indicator.code, area, edition)
        for indicator in dataset.catalogue.headline
    }


def figure(dataset: Dataset, indicator: str, area: str, edition: Edition) -> Figure:
    """The figure of one indicator (by code) in one area (by code).

    Nothing later than the end of the edition is used. Where the home area has no numbers of its
    own, those of the indicator's wider footprint stand for it, and a note says so. Raises
    ``CatalogueError`` for a code that the catalogue does not have.
    """
    what = dataset.catalogue.indicator(indicator)
    described = described_area(dataset, what, area)
    newest = latest(dataset, what, described, edition.end)
    earlier = _previous(dataset, what, described, newest)
    change = _change(dataset, what, described, earlier, newest)
    direction = direction_of(what, change, earlier, newest)
    comparators = comparators_of(dataset, what, described, newest)
    as_of = _as_of(dataset, what, described, newest, edition.end)
    bare = Figure(
        indicator=indicator,
        area=area,
        edition=edition,
        latest=newest,
        previous=earlier,
        change=change,
        direction=direction,
        verdict=verdict_of(what, direction),
        comparators=comparators,
        no_comparator=None if comparators else no_comparator(dataset, what, described, newest),
        rank=rank_of(dataset, what, described, newest),
        rating=rate(what, newest, earlier, change, comparators),
        history=_history(dataset, what, described, edition.end),
        annual=_annual(dataset, what, described, newest),
        crossed=_crossed(what, newest),
        as_of=as_of,
        stale_days=stale_days(what, as_of, edition) if as_of else 0,
    )
    return replace(bare, notes=notes_of(dataset, bare, described))


def described_area(dataset: Dataset, indicator: Indicator, area: str) -> str:
    """Whose numbers stand for an area: its own, else, for the home area, the footprint's."""
    has_own = any(dataset.has(indicator.code, area, unit) for unit in units_of(indicator))
    return area if has_own or area != dataset.catalogue.home else indicator.footprint


def _previous(
    dataset: Dataset, indicator: Indicator, area: str, newest: Quantity | Reason
) -> Quantity | Reason:
    if isinstance(newest, Reason):
        return newest
    return previous_of(dataset, indicator, area, newest)


def _change(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    earlier: Quantity | Reason,
    newest: Quantity | Reason,
) -> Change | Reason:
    if isinstance(newest, Reason):
        return newest
    breaks = _crossed(indicator, newest)
    if breaks:
        return broken(breaks)
    if isinstance(earlier, Reason):
        return earlier
    return change_between(dataset, indicator, area, earlier, newest)


def _crossed(indicator: Indicator, newest: Quantity | Reason) -> tuple[DefinitionBreak, ...]:
    if isinstance(newest, Reason):
        return ()
    return crossed(indicator, newest.period.year_before(), newest.period)


def _annual(
    dataset: Dataset, indicator: Indicator, area: str, newest: Quantity | Reason
) -> AnnualChange | None:
    """The last two whole financial years before the end of a part year."""
    if isinstance(newest, Reason) or newest.period.kind is not PeriodKind.PART_YEAR:
        return None
    offers = {
        period
        for unit in units_of(indicator)
        for period in dataset.offered(indicator.code, area, unit, newest.period.end)
        if period.kind is PeriodKind.FINANCIAL_YEAR
    }
    for year in sorted(offers, reverse=True):
        later = quantity(dataset, indicator, area, year)
        before = quantity(dataset, indicator, area, year.year_before())
        if isinstance(later, Quantity) and isinstance(before, Quantity):
            change = change_between(dataset, indicator, area, before, later)
            return AnnualChange(later, before, change)
    return None


def _history(
    dataset: Dataset, indicator: Indicator, area: str, until: date
) -> tuple[Quantity, ...]:
    """Every longer period that the source gives, in the source's own unit."""
    found = [
        as_quantity(reading, unit)
        for unit in units_of(indicator)
        for reading in dataset.given(indicator.code, area, unit)
        if reading.period.end <= until
    ]
    quantities = [it for it in found if isinstance(it, Quantity)]
    return tuple(sorted(quantities, key=lambda it: (it.period.end, it.period.start)))


def _as_of(
    dataset: Dataset, indicator: Indicator, area: str, newest: Quantity | Reason, until: date
) -> date | None:
    if isinstance(newest, Quantity):
        return newest.period.end
    offers = (
        period.end
        for unit in units_of(indicator)
        for period in dataset.offered(indicator.code, area, unit, until)
    )
    return max(offers, default=None)
