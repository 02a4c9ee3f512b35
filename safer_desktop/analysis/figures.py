"""One indicator in one area for one edition: everything that can be said of it, with evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from safer_desktop.analysis.change import Compared, change_between, compared
from safer_desktop.analysis.compare import comparators_of
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.findings import findings_of
from safer_desktop.analysis.misread import count_and_rate, rate_of_counts
from safer_desktop.analysis.quantities import as_quantity, latest, quantity, units_of
from safer_desktop.analysis.subject import Subject
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.findings import Finding
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.periods import PeriodKind


def figures(dataset: Dataset, area: str, edition: Edition) -> dict[str, Figure]:
    """The headline indicators' figures by code, in the order of the priorities."""
    return {
        indicator.code: figure(dataset, indicator.code, area, edition)
        for indicator in dataset.catalogue.headline
    }


def figure(dataset: Dataset, indicator: str, area: str, edition: Edition) -> Figure:
    """The figure of one indicator (by code) in one area (by code), with all its findings.

    Nothing later than the end of the edition is used. Where the home area has no numbers of its
    own, those of the indicator's wider footprint stand for it, and a note says so. Raises
    ``CatalogueError`` for a code that the catalogue does not have.
    """
    dataset.catalogue.area(area)
    return dataset.remembered(
        dataset.catalogue.indicator(indicator).code,
        ("figure", area, edition),
        lambda: _figure(Subject.of(dataset, indicator, area, edition)),
    )


def _figure(subject: Subject) -> Figure:
    dataset, indicator, area = subject.dataset, subject.indicator, subject.described
    until = subject.edition.end
    newest = latest(dataset, indicator, area, until)
    found = compared(dataset, indicator, area, newest)
    comparators = comparators_of(dataset, indicator, area, found.latest)
    as_of = _as_of(dataset, indicator, area, newest, until)
    return Figure(
        **subject.about,
        latest=found.latest,
        previous=found.previous,
        findings=(
            *findings_of(subject, found, comparators, as_of),
            *_beside_its_counts(subject, found),
        ),
        history=_history(dataset, indicator, area, until),
        annual=_annual(dataset, indicator, area, newest),
        as_of=as_of,
    )


def _beside_its_counts(subject: Subject, found: Compared) -> Iterator[Finding]:
    """A rate that is given apart from its counts may have moved otherwise than they."""
    dataset, catalogue = subject.dataset, subject.dataset.catalogue
    indicator, until = subject.indicator, subject.edition.end
    others = dataset.remembered(
        indicator.code,
        ("_beside_its_counts",),
        lambda: [
            other
            for other in catalogue.indicators
            if other.code == indicator.counts or other.counts == indicator.code
        ],
    )
    for other in others:
        newest = latest(dataset, other, subject.described, until)
        beside = compared(dataset, other, subject.described, newest)
        counts, rates = (beside, found) if indicator.counts else (found, beside)
        yield from count_and_rate(subject, counts, rates, indicator.noun)
        if indicator.counts:
            yield from rate_of_counts(subject, counts, rates)


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
