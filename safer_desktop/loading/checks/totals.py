"""Totals that are read as one of the parts they sum up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.checks.brought import Brought, few

_FEWEST = 20.0
_OTHERS = 3
_REMEDY = "Leave the total out, or say in the recipe what its row or column is."


def totals_for_parts(brought: Brought) -> Iterator[Problem]:
    """An area that is always the sum of its sister areas; a month that is the sum of those before.

    Small sums are passed over, as they come about by chance.
    """
    yield from _among_areas(brought)
    yield from _among_months(brought)


def _among_areas(brought: Brought) -> Iterator[Problem]:
    by_area: dict[str, list[Observation]] = defaultdict(list)
    for it in brought.observations:
        if it.unit is Unit.COUNT:
            by_area[it.area].append(it)
    for whole in brought.catalogue.areas:
        tables: dict[tuple[str, PeriodKind], dict[Period, dict[str, Observation]]]
        tables = defaultdict(lambda: defaultdict(dict))
        for part in whole.parts:
            for it in by_area[part]:
                tables[it.indicator, it.period.kind][it.period][part] = it
        for (indicator, _), periods in tables.items():
            for part in whole.parts:
                sums = _always_the_sum(periods, part)
                if sums:
                    yield brought.problem(
                        Severity.ERROR,
                        "total-among-parts",
                        f"{brought.name(indicator)} in {brought.place(part)} is the sum of the"
                        f" other areas in every period ({number(sums[0].value)} for"
                        f" {sums[0].period.label}): a total is read as an area.",
                        sums,
                        _REMEDY,
                    )


def _always_the_sum(periods: dict[Period, dict[str, Observation]], part: str) -> list[Observation]:
    sums = []
    for areas in periods.values():
        if part not in areas:
            continue
        others = [it.value for code, it in areas.items() if code != part]
        if len(others) < _OTHERS or abs(sum(others) - areas[part].value) > 0.5:
            return []
        sums.append(areas[part])
    return sums if sum(it.value for it in sums) >= _FEWEST else []


def _among_months(brought: Brought) -> Iterator[Problem]:
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
                "total-among-parts",
                f"{brought.name(indicator)} for {period.label} is the sum of all periods before"
                f" it ({names}): a total is read as a period.",
                figures,
                _REMEDY,
            )
