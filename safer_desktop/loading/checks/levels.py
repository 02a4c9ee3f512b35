"""Figures of another size than their series: thousands for ones, shares for percentages."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from statistics import median

from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.checks.brought import Brought, Series, few, place_of, rounded, shown

_NEAREST = 12
_CLOSE = 0.12
"""How near the ratio must be to a power of ten, in powers: within about a third."""

_NEARLY = 0.4
_FIGURES_FOR_TEN = 3
"""Ten times as much may be a slip in one cell; in so many it is a unit."""

_SMALL = 20.0


def mixed_units(brought: Brought) -> Iterator[Problem]:
    """Percentages written as shares of one (0.37) among others written as 37."""
    by_indicator: dict[str, list[Observation]] = defaultdict(list)
    for it in brought.observations:
        if it.unit is Unit.PERCENTAGE:
            by_indicator[it.indicator].append(it)
    for indicator, figures in by_indicator.items():
        low = [it for it in figures if 0 < it.value <= 1 and "%" not in it.source.raw]
        plain = [it.value for it in figures if it.value > 1]
        past = [
            value
            for (code, _, _, unit), value in brought.known.items()
            if code == indicator and unit is Unit.PERCENTAGE and value > 1
        ]
        others = plain + past
        if len(others) < 2 or median(others) < 5:
            continue
        odd = [it for it in low if min(others) / 2 <= 100 * it.value <= 2 * max(others)]
        if odd:
            first = odd[0]
            yield brought.problem(
                Severity.ERROR,
                "mixed-units",
                f"{brought.name(indicator)} is usually about {number(median(others))}%, but"
                f" {few(shown(it) for it in odd)} would be less than one percent:"
                f" {number(100 * first.value, 1)}% is probably meant.",
                odd,
                f"Mend the cell ({number(100 * first.value, 1)}%), or accept it with your reason.",
            )


def unlike_levels(brought: Brought, told: Collection[CellPlace]) -> Iterator[Problem]:
    """Series that are about 10, 100 or 1,000 times what the pack holds of them.

    ``told`` are cells that another check names.
    """
    grouped: dict[tuple[str, Unit, PeriodKind], list[tuple[float, list[Observation], float]]]
    grouped = defaultdict(list)
    for series, whole_run in brought.series.items():
        run = [it for it in whole_run if place_of(it) not in told]
        usual = _usual(brought, series, run[0].period) if run else None
        new = median(it.value for it in run) if run else 0.0
        if usual is None or new <= 0 or _is_small(series[2], new, usual):
            continue
        indicator, _, unit, kind = series
        grouped[indicator, unit, kind].append((math.log10(new / usual), run, usual))
    for (indicator, unit, _), found in grouped.items():
        middle = median(ratio for ratio, _, _ in found)
        power = round(middle)
        figures = sum(len(run) for _, run, _ in found)
        if not power or abs(middle - power) > _CLOSE:
            continue
        if abs(power) == 1 and figures < _FIGURES_FOR_TEN:
            continue
        if any(abs(ratio - power) > _NEARLY for ratio, _, _ in found):
            continue
        first, usual = found[0][1][0], found[0][2]
        times = f"{10 ** abs(power):,} times" if power > 0 else f"1/{10 ** abs(power):,} of"
        yield brought.problem(
            Severity.ERROR,
            "unit-mistake",
            f"{brought.name(indicator)} is about {times} what the pack holds:"
            f" {brought.place(first.area)} for {first.period.label} is {shown(first)}, but was"
            f" about {rounded(usual, unit)}. Another unit is probably meant.",
            [it for _, run, _ in found for it in run],
            "Correct the unit in the recipe, or accept the figures with your reason.",
        )


def _usual(brought: Brought, series: Series, first: Period) -> float | None:
    """The middle of what the pack holds nearest to the file's first period."""
    held = brought.known_series.get(series, {})
    nearest = sorted(held, key=lambda period: abs((period.end - first.end).days))[:_NEAREST]
    usual = median(held[period] for period in nearest) if nearest else 0.0
    return usual if usual > 0 else None


def _is_small(unit: Unit, *values: float) -> bool:
    return unit is Unit.COUNT and max(values) < _SMALL
