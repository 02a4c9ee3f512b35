"""What partners still owe: late deliveries, gaps, and figures of unlike age side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Reading
from safer_desktop.analysis.notes import expected_by, stale_days
from safer_desktop.analysis.phrases import day
from safer_desktop.analysis.quantities import units_of
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Reason, ReasonCode
from safer_desktop.domain.figures import Delivery, Figure, MissingFigures
from safer_desktop.domain.indicators import Indicator


def deliveries(dataset: Dataset, edition: Edition) -> tuple[Delivery, ...]:
    """Every headline indicator and the series it needs: the latest first, complete ones last.

    What lies after the end of the edition is not looked at.
    """
    catalogue = dataset.catalogue
    codes = dict.fromkeys(
        code
        for indicator in catalogue.headline
        for code in (indicator.code, indicator.denominator)
        if code
    )
    found = [_delivery(dataset, catalogue.indicator(code), edition) for code in codes]
    return tuple(sorted(found, key=_urgency))


def _urgency(found: Delivery) -> tuple[int, int, int]:
    months = sum(len(it.periods) for it in found.missing)
    return (found.as_of is not None, -found.days_late, -months)


def _delivery(dataset: Dataset, indicator: Indicator, edition: Edition) -> Delivery:
    areas = _areas(dataset, indicator)
    newest = max(
        (end for area in areas if (end := _newest(dataset, indicator, area, edition))),
        default=None,
    )
    return Delivery(
        indicator=indicator.code,
        partner=indicator.partner,
        contact=dataset.catalogue.whom_to_ask(indicator),
        frequency=indicator.frequency,
        as_of=newest,
        due=expected_by(indicator, newest) if newest else None,
        days_late=stale_days(indicator, newest, edition) if newest else 0,
        missing=tuple(_missing(dataset, indicator, areas, edition)),
    )


def _areas(dataset: Dataset, indicator: Indicator) -> tuple[str, ...]:
    """The footprint, the county and its districts, as far as they have figures of their own."""
    catalogue = dataset.catalogue
    codes = dict.fromkeys((catalogue.home, *catalogue.districts, indicator.footprint))
    return tuple(
        code
        for code in codes
        if any(dataset.has_own(indicator.code, code, unit) for unit in units_of(indicator))
    )


def _newest(dataset: Dataset, indicator: Indicator, area: str, edition: Edition) -> date | None:
    ends = (
        period.end
        for unit in units_of(indicator)
        for period in dataset.offered(indicator.code, area, unit, edition.end)
    )
    return max(ends, default=None)


def _missing(
    dataset: Dataset, indicator: Indicator, areas: tuple[str, ...], edition: Edition
) -> Iterator[MissingFigures]:
    """Months or quarters that an area lacks between its first and the newest of any area."""
    for unit in units_of(indicator):
        own = [code for code in areas if dataset.has_own(indicator.code, code, unit)]
        for area in own:
            ladder = dataset.shortest(indicator.code, area, unit)
            if ladder is None:
                continue
            extents = {
                code: extent
                for code in own
                if (extent := ladder.extent((indicator.code, code, str(unit)), edition.end))
            }
            if area not in extents:
                continue
            first, last = extents[area][0], max(extent[1] for extent in extents.values())
            gaps = tuple(
                step
                for step in dataset.span_of_steps(first, last, ladder)
                if _is_owed(dataset.reading(indicator.code, area, unit, step))
            )
            if gaps:
                yield MissingFigures(area, gaps)


def _is_owed(found: Reading | Reason) -> bool:
    """Whether a step is missing; what a district's copy does not hold is not asked for."""
    return isinstance(found, Reason) and found.code is not ReasonCode.SMALL_NUMBERS


@dataclass(frozen=True, slots=True)
class Ages:
    """Figures of unlike age side by side: the oldest and the newest end, and what ends when."""

    oldest: date
    newest: date
    by_end: tuple[tuple[date, tuple[str, ...]], ...]
    """Each end with the codes of the indicators that run to it, oldest first."""

    @property
    def mixed(self) -> bool:
        """Whether not all end on one day."""
        return self.oldest != self.newest

    @property
    def text(self) -> str:
        """A sentence for the reader."""
        if not self.mixed:
            return f"All figures run to {day(self.newest)}."
        return (
            f"The figures do not all run to the same day: the oldest end on {day(self.oldest)}, "
            f"the newest on {day(self.newest)}."
        )


def ages(figures: Mapping[str, Figure]) -> Ages | None:
    """How old the figures are beside one another; None where there is none."""
    ends: dict[date, list[str]] = {}
    for code, figure in figures.items():
        if figure.as_of is not None and not isinstance(figure.latest, Reason):
            ends.setdefault(figure.as_of, []).append(code)
    if not ends:
        return None
    by_end = tuple((end, tuple(ends[end])) for end in sorted(ends))
    return Ages(by_end[0][0], by_end[-1][0], by_end)


def whom_to_ask(found: tuple[Delivery, ...]) -> tuple[tuple[str, tuple[Delivery, ...]], ...]:
    """Deliveries that are late, missing or have gaps, by partner, the most pressing first."""
    by_partner: dict[str, list[Delivery]] = {}
    for delivery in found:
        if not delivery.is_complete:
            by_partner.setdefault(delivery.partner, []).append(delivery)
    return tuple((partner, tuple(owed)) for partner, owed in by_partner.items())
