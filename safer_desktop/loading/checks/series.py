"""Figures in their series: gaps, missing areas, sudden jumps, zeros that stand for nothing yet."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from statistics import median

from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind, add_months, months_between
from safer_desktop.loading.checks.brought import Brought, Series, few, place_of, series_of, shown

_NEEDED = 5
"""Figures that a series must have beside one before it can be called unusual."""

_NEAREST = 24
"""How many figures around one say what is usual: a level may drift over many years."""

_SCORE = 6.0
_RATIO = 1.75
_SMALL = 15
"""Counts below it come and go, whatever their series."""

_MAD = 1.4826
_STEPS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}
_Group = tuple[str, Unit, PeriodKind]


def gaps(brought: Brought) -> Iterator[Problem]:
    """Months and quarters missing inside a run, before it back to the pack's, or at its end."""
    ends: dict[_Group, date] = {}
    for (indicator, _, unit, kind), run in brought.series.items():
        group = (indicator, unit, kind)
        ends[group] = max(ends.get(group, run[-1].period.start), run[-1].period.start)
    missing: dict[tuple[_Group, tuple[str, ...]], list[Observation]] = defaultdict(list)
    for series, run in brought.series.items():
        group = (series[0], series[2], series[3])
        step = _STEPS.get(series[3])
        absent = _absent(brought, series, run, step, ends[group]) if step else ()
        if absent:
            missing[group, absent].append(run[0])
    for (group, labels), firsts in missing.items():
        names = few(brought.place(it.area) for it in firsts)
        yield brought.problem(
            Severity.WARNING,
            "gap",
            f"{brought.name(group[0])} has no figure for {few(labels)} ({names}).",
            firsts,
            "A gap stays a gap: ask the partner whether the figures exist.",
        )


def _absent(
    brought: Brought, series: Series, run: list[Observation], step: int, end: date
) -> tuple[str, ...]:
    held = {period.start for period in brought.known_series.get(series, ())}
    starts = {it.period.start for it in run}
    first = min(starts)
    before = max((start for start in held if start < first), default=first)
    return tuple(
        Period.span(start, _end(start, step)).label
        for start in _steps(before, end, step)
        if start not in starts | held
    )


def _steps(first: date, last: date, step: int) -> Iterator[date]:
    for offset in range(0, months_between(first, last) + 1, step):
        yield add_months(first, offset)


def _end(start: date, step: int) -> date:
    last = add_months(start, step - 1)
    return Period.month(last.year, last.month).end


def areas_missing(brought: Brought) -> Iterator[Problem]:
    """Parts of an area that a file gives no figure for, though it gives most of the others."""
    areas: dict[_Group, dict[str, Observation]] = defaultdict(dict)
    for (indicator, area, unit, kind), run in brought.series.items():
        areas[indicator, unit, kind][area] = run[0]
    for (indicator, _, _), given in areas.items():
        for whole in brought.catalogue.areas:
            absent = [code for code in whole.parts if code not in given]
            found = [given[code] for code in whole.parts if code in given]
            if absent and len(found) >= 3 and len(absent) < len(found):
                names = few(brought.place(code) for code in absent)
                yield brought.problem(
                    Severity.WARNING,
                    "area-missing",
                    f"{brought.name(indicator)} has no figures for {names}, but for"
                    f" {len(found)} of the {len(whole.parts)} parts of {whole.short}.",
                    found,
                    "Ask the partner for them; no total is made while a part is missing.",
                )


def zeros_at_end(brought: Brought) -> Iterator[Problem]:
    """A last period that is nought everywhere, in series that are not: not yet reported."""
    runs: dict[_Group, list[list[Observation]]] = defaultdict(list)
    for (indicator, _, unit, kind), run in brought.series.items():
        runs[indicator, unit, kind].append(run)
    for (indicator, _, _), of_group in runs.items():
        end = max(run[-1].period for run in of_group)
        last = [run[-1] for run in of_group if run[-1].period == end]
        usual = sum(median(earlier) for run in of_group if (earlier := _before(brought, run, end)))
        if usual >= 10 and all(it.value == 0 for it in last):
            yield brought.problem(
                Severity.WARNING,
                "zeros-at-end",
                f"{brought.name(indicator)} is 0 for {end.label} everywhere, but is usually"
                f" about {number(usual)}: perhaps it is not reported yet.",
                last,
                "Leave the period out if its figures are still to come.",
            )


def _before(brought: Brought, run: list[Observation], end: Period) -> list[float]:
    values = _values(brought, run)
    return [values[period] for period in sorted(values) if period < end][-_NEAREST:]


def _values(brought: Brought, run: list[Observation]) -> dict[Period, float]:
    """The series of a run with what the pack holds of it."""
    known = brought.known_series.get(series_of(run[0]), {})
    return known | {it.period: it.value for it in run}


def jumps(brought: Brought, told: Collection[CellPlace]) -> Iterator[Problem]:
    """Figures far from what their series usually is, here and in the pack.

    Those of one area and period are told together. ``told`` are cells that another check names.
    """
    found: dict[tuple[str, Period, bool], list[tuple[Observation, float]]] = defaultdict(list)
    for run in brought.series.values():
        values = brought.known_series.get(series_of(run[0]), {}) | {
            it.period: it.value for it in run
        }
        course = [(period, values[period]) for period in sorted(values)]
        turn = {period: number for number, (period, _) in enumerate(course)}
        for it in run:
            if it.source.cell and place_of(it) in told:
                continue
            others = _nearest(course, turn[it.period])
            if len(others) >= _NEEDED and _is_jump(it, others):
                usual = median(others)
                found[it.area, it.period, it.value > usual].append((it, usual))
    for (area, period, above), figures in found.items():
        if len(figures) < 3:
            yield from (_jump(brought, it, usual) for it, usual in figures)
            continue
        first, usual = figures[0]
        names = few(brought.name(it.indicator) for it, _ in figures)
        yield brought.problem(
            Severity.WARNING,
            "jump",
            f"{len(figures)} figures of {brought.place(area)} for {period.label} are far"
            f" {'above' if above else 'below'} what is usual ({names}):"
            f" {brought.name(first.indicator)} is {shown(first)}, but usually about"
            f" {_about(usual, first.unit)}.",
            [it for it, _ in figures],
            "Ask the partner whether the figures are right and whole.",
        )


def _jump(brought: Brought, it: Observation, usual: float) -> Problem:
    return brought.problem(
        Severity.WARNING,
        "jump",
        f"{brought.name(it.indicator)} in {brought.place(it.area)} for {it.period.label} is"
        f" {shown(it)}, but usually about {_about(usual, it.unit)}.",
        (it,),
        "Ask the partner whether the figure is right.",
    )


def _about(usual: float, unit: Unit) -> str:
    return number(usual, 0 if unit is Unit.COUNT else 2)


def _nearest(course: list[tuple[Period, float]], turn: int) -> list[float]:
    """The values before and after one in a series, as many as say what is usual."""
    first = max(0, min(turn - _NEAREST // 2, len(course) - 1 - _NEAREST))
    around = course[first : first + _NEAREST + 1]
    return [value for period, value in around if period != course[turn][0]]


def _is_jump(it: Observation, others: list[float]) -> bool:
    """Whether a value is far outside the spread of the others, and far from their middle too.

    Counts are compared as 2 sqrt(n), on which scale chance alone has a spread of 1, so that small
    counts may vary freely; the spread of the others is their median absolute deviation.
    """
    usual = median(others)
    low, high = sorted((it.value, usual))
    if low < 0 or high < _RATIO * low:
        return False
    if it.unit is Unit.COUNT and high < _SMALL:
        return False
    if it.unit is Unit.COUNT:
        scaled = [2 * math.sqrt(max(0.0, value)) for value in others]
        return abs(2 * math.sqrt(it.value) - median(scaled)) > _SCORE * max(1.0, _spread(scaled))
    chance = 0.1 * usual
    if it.unit is Unit.PERCENTAGE and it.denominator:
        share = min(max(usual / 100, 0.01), 0.99)
        chance = max(chance, 100 * math.sqrt(share * (1 - share) / it.denominator))
    return abs(it.value - usual) > _SCORE * max(chance, _spread(others))


def _spread(values: list[float]) -> float:
    middle = median(values)
    return _MAD * median(abs(value - middle) for value in values)
