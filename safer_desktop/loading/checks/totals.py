"""Totals to date that are read as one of the periods they sum up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.checks.brought import Brought, few

_FEWEST = 20.0
_OTHERS = 3
_REMEDY = "Leave the total out, or say in the recipe what its row or column is."


def totals_for_periods(brought: Brought) -> Iterator[Problem]:
    """Months and quarters that are the sum of those before them.

    Small sums are passed over, as they come about by chance.
    """
    found: dict[tuple[str, Period], list[Observation]] = defaultdict(list)
    given: dict[tuple[str, Period], int] = defaultdict(int)
    for (indicator, _, unit, kind), run in brought.series.items():
        if unit is not Unit.COUNT or kind not in (PeriodKind.MONTH, PeriodKind.QUARTER):
            continue
        total = 0.0
        for earlier, it in enumerate(run):
            if earlier >= _OTHERS and (total or it.value):
                given[indicator, it.period] += 1
                if abs(total - it.value) <= 0.5 and it.value >= _FEWEST:
                    found[indicator, it.period].append(it)
            total += it.value
    for (indicator, period), figures in found.items():
        # By chance one area may hit the sum of its months; not most of them at once.
        if 2 * len(figures) > given[indicator, period]:
            names = few(brought.place(it.area) for it in figures)
            yield brought.problem(
                Severity.ERROR,
                "total-taken-for-part",
                f"{brought.name(indicator)} for {period.label} is the sum of all periods before"
                f" it ({names}): a total is read as a period.",
                figures,
                _REMEDY,
            )
