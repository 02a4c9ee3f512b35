"""Parts against their wholes: districts and county, months and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safer_desktop.domain.areas import Area
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.checks.brought import Brought, Key, more_words

_TOTALS = (
    PeriodKind.QUARTER,
    PeriodKind.FINANCIAL_YEAR,
    PeriodKind.CALENDAR_YEAR,
    PeriodKind.ROLLING_12,
)


@dataclass(frozen=True, slots=True)
class _Difference:
    """A whole that its parts do not make; the figures of the file that are in it."""

    whole: str
    given: float
    made: float
    period: Period
    figures: tuple[Observation, ...]


def parts_and_wholes(brought: Brought) -> Iterator[Problem]:
    """Wholes that are not the sum of their parts, or a rate outside those of its parts.

    Figures that the file lacks are taken from the pack.
    """
    sums: dict[tuple[str, str], list[_Difference]] = defaultdict(list)
    rates: dict[tuple[str, str], list[_Difference]] = defaultdict(list)
    for indicator, period, unit in {(k[0], k[2], k[3]): None for k in brought.by_key}:
        for area in brought.catalogue.areas:
            found = _of_parts(brought, (indicator, area.code, period, unit), area)
            if found is not None:
                (sums if unit is Unit.COUNT else rates)[indicator, area.code].append(found)
    for (indicator, code), differences in sums.items():
        yield _not_the_sum(brought, indicator, brought.catalogue.area(code), differences)
    for (indicator, _), differences in rates.items():
        yield _outside(brought, indicator, differences)
    yield from _of_time(brought)


def _of_parts(brought: Brought, key: Key, area: Area) -> _Difference | None:
    """Where a whole and its parts are known but do not fit, and the file brings some of them."""
    indicator, _, period, unit = key
    keys = [(indicator, part, period, unit) for part in area.parts]
    whole, parts = _value(brought, key), [_value(brought, it) for it in keys]
    values = [value for value in parts if value is not None]
    figures = _brought(brought, (key, *keys))
    if whole is None or not parts or len(values) < len(parts) or not figures:
        return None
    if unit is Unit.COUNT:
        made = sum(values)
        fits = abs(made - whole) <= 0.5
    else:
        rounding = 0.5 * 10 ** -brought.catalogue.indicator(indicator).decimals
        low, high = min(values) * 0.98 - rounding, max(values) * 1.02 + rounding
        made, fits = (min(values) if whole < low else max(values)), low <= whole <= high
    return None if fits else _Difference(area.short, whole, made, period, figures)


def _not_the_sum(
    brought: Brought, indicator: str, area: Area, differences: Sequence[_Difference]
) -> Problem:
    it = differences[0]
    what = (
        f"The {len(area.parts)} parts of {it.whole} add up to {number(it.made)} for"
        f" {it.period.label}, but {it.whole} is given as {number(it.given)}"
        f" ({brought.name(indicator)}{_and_more(differences)})."
    )
    remedy = "Ask the partner which is right; some records may have no district."
    return brought.problem(Severity.WARNING, "parts-and-whole", what, _figures(differences), remedy)


def _outside(brought: Brought, indicator: str, differences: Sequence[_Difference]) -> Problem:
    it = differences[0]
    side = "below the lowest" if it.given < it.made else "above the highest"
    what = (
        f"{brought.name(indicator)} for {it.period.label} is {number(it.given, 2)} in {it.whole},"
        f" {side} of its parts ({number(it.made, 2)}), which cannot be{_and_more(differences)}."
    )
    remedy = "Ask the partner which is right, and whether all are of the same unit."
    return brought.problem(Severity.WARNING, "parts-and-whole", what, _figures(differences), remedy)


def _of_time(brought: Brought) -> Iterator[Problem]:
    """Totals of a quarter or year beside the months that make them."""
    found: dict[str, list[_Difference]] = defaultdict(list)
    keys = dict.fromkeys((*brought.by_key, *brought.known))
    for key in keys:
        indicator, area, period, unit = key
        if unit is not Unit.COUNT or period.kind not in _TOTALS:
            continue
        months = [(indicator, area, month, unit) for month in period.month_periods()]
        values = [value for month in months if (value := _value(brought, month)) is not None]
        figures = _brought(brought, (key, *months))
        given = _value(brought, key)
        if given is None or not figures or len(values) < len(months):
            continue
        if abs(sum(values) - given) > 0.5:
            place = brought.place(area)
            found[indicator].append(_Difference(place, given, sum(values), period, figures))
    for indicator, differences in found.items():
        it = differences[0]
        yield brought.problem(
            Severity.WARNING,
            "months-and-total",
            f"The months of {it.period.label} add up to {number(it.made)} in {it.whole}, but its"
            f" total is given as {number(it.given)}"
            f" ({brought.name(indicator)}{_and_more(differences)}).",
            _figures(differences),
            "Ask the partner whether the months have been revised since the total was made.",
        )


def _value(brought: Brought, key: Key) -> float | None:
    found = brought.by_key.get(key)
    return brought.known.get(key) if found is None else found.value


def _brought(brought: Brought, keys: Sequence[Key]) -> tuple[Observation, ...]:
    return tuple(it for key in keys if (it := brought.by_key.get(key)) is not None)


def _figures(differences: Sequence[_Difference]) -> list[Observation]:
    return [figure for it in differences for figure in it.figures]


def _and_more(differences: Sequence[_Difference]) -> str:
    return f"; {more_words(len(differences) - 1, 'such sum')}" if len(differences) > 1 else ""
