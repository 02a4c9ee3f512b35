"""For which span the incidents of the matrix are counted, and how old each count is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.periods import Period, months_between
from safer_desktop.risk.scheme import IncidentType

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Matrix, Workbench

EDITIONS_BACK = 12
TYPED_IN = "typed"
OLD = "old"


@dataclass(frozen=True, slots=True)
class MatrixSpan:
    """Twelve months to the end of an edition or, ``to_date``, its financial year so far."""

    edition: Edition
    to_date: bool = False

    @property
    def period(self) -> Period:
        """The span itself."""
        end = self.edition.end
        if self.to_date:
            return Period.span(Period.financial_year(self.edition.financial_year).start, end)
        return Period.rolling_12(end.year, end.month)

    @property
    def label(self) -> str:
        """As the user picks it: ``12 months to Mar 2017``, ``Apr to Dec 2016, year to date``."""
        return f"{self.period.label}, year to date" if self.to_date else self.period.label


def spans(bench: Workbench, area: str) -> tuple[MatrixSpan, ...]:
    """The spans that can be picked: the edition's year, its year to date, and past ones.

    A past year is offered as long as the data count any incident type in all of its months.
    """
    now = bench.edition
    to_date = () if now.quarter == 4 else (MatrixSpan(now, to_date=True),)
    return (MatrixSpan(now), *to_date, *_past(bench, area))


def incident_count(
    bench: Workbench, kind: IncidentType, area: str, span: MatrixSpan
) -> Quantity | Reason:
    """The count of an incident type that comes from the data, or why there is none."""
    from safer_desktop.analysis.quantities import count
    from safer_desktop.analysis.trends import rolling_count

    if not kind.indicator:
        return Reason(ReasonCode.NOT_APPLICABLE, "The count is typed in.")
    if not bench.catalogue.has_indicator(kind.indicator):
        return Reason(ReasonCode.NO_DATA, f"The catalogue has no indicator '{kind.indicator}'.")
    if span.to_date:
        indicator = bench.catalogue.indicator(kind.indicator)
        return count(bench.dataset, indicator, area, span.period)
    return rolling_count(bench.dataset, kind.indicator, area, span.edition)


def ages(matrix: Matrix) -> Mapping[str, str]:
    """By code, the mark of a count that is typed in, or older than its span."""
    found = {}
    for row in matrix.rows:
        count = matrix.counts.get(row.type.code)
        if not row.type.indicator:
            if row.count is not None:
                found[row.type.code] = TYPED_IN
        elif isinstance(count, Quantity) and count.period.end < matrix.span.period.end:
            found[row.type.code] = OLD
    return found


def age_words(matrix: Matrix) -> str:
    """How many counts are older than the span, in a sentence; empty if none is."""
    behind = [
        months_between(count.period.end, matrix.span.period.end)
        for count in matrix.counts.values()
        if isinstance(count, Quantity) and count.period.end < matrix.span.period.end
    ]
    if not behind:
        return ""
    counts, most = "One count is" if len(behind) == 1 else f"{len(behind)} counts are", max(behind)
    months = "a month" if most == 1 else f"{most} months"
    return f"{counts} out of date, by up to {months}."


def _past(bench: Workbench, area: str) -> Iterator[MatrixSpan]:
    types = [kind for kind in bench.incident_types if kind.indicator]
    for back in range(1, EDITIONS_BACK + 1):
        span = MatrixSpan(bench.edition.stepped(-back))
        counts = (incident_count(bench, kind, area, span) for kind in types)
        if any(isinstance(it, Quantity) and it.period.end == span.period.end for it in counts):
            yield span
