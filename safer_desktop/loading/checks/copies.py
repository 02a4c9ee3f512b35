"""The same figure twice, and runs of figures that look copied from another place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.loading.checks.brought import Brought, Key, few, shown

_RUN = 6
"""How many periods two areas must have alike before it looks copied."""

_AREAS = 5
"""How many areas must repeat the period before."""

_UNLIKE = 4
"""How many different figures there must be: rows of zeros are alike by themselves."""


def duplicates(brought: Brought) -> Iterator[Problem]:
    """The same figure in two cells."""
    first: dict[Key, Observation] = {}
    for it in brought.observations:
        earlier = first.setdefault(it.key, it)
        if earlier is not it:
            what = (
                f"The same figure stands twice: {shown(earlier)} in {earlier.source.cell} and"
                f" {shown(it)} in {it.source.cell} for {it.period.label}."
            )
            remedy = "Leave one of the two cells out."
            yield brought.problem(
                Severity.ERROR, "duplicate", what, (earlier, it), remedy, may_accept=False
            )


def copied(brought: Brought) -> Iterator[Problem]:
    """Two areas with the same run of figures, or two periods alike in every area."""
    grouped: dict[tuple[str, Unit, PeriodKind], list[list[Observation]]] = defaultdict(list)
    for (indicator, _, unit, kind), run in brought.series.items():
        grouped[indicator, unit, kind].append(run)
    for runs in grouped.values():
        yield from _alike_areas(brought, runs)
        yield from _alike_periods(brought, runs)


def _alike_areas(brought: Brought, runs: list[list[Observation]]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[Period, float], ...], list[Observation]] = {}
    for run in runs:
        values = tuple((it.period, it.value) for it in run)
        if len(run) < _RUN or len({value for _, value in values}) < _UNLIKE:
            continue
        other = seen.setdefault(values, run)
        if other is not run:
            first, second = brought.place(other[0].area), brought.place(run[0].area)
            what = (
                f"{brought.name(run[0].indicator)} is the same in {first} and {second} for all"
                f" {len(run)} periods."
            )
            remedy = "Ask the partner whether one was copied over the other."
            yield brought.problem(Severity.WARNING, "copied-figures", what, (*run, *other), remedy)


def _alike_periods(brought: Brought, runs: list[list[Observation]]) -> Iterator[Problem]:
    by_period: dict[Period, dict[str, Observation]] = defaultdict(dict)
    for run in runs:
        for it in run:
            by_period[it.period][it.area] = it
    periods = sorted(by_period)
    for before, after in pairwise(periods):
        old, new = by_period[before], by_period[after]
        if len(new) < _AREAS or len({it.value for it in new.values()}) < _UNLIKE:
            continue
        if old.keys() == new.keys() and all(old[a].value == new[a].value for a in new):
            figures = tuple(new.values())
            what = (
                f"{brought.name(figures[0].indicator)} for {after.label} repeats"
                f" {before.label} in every area ({few(brought.place(a) for a in new)})."
            )
            remedy = "Ask the partner whether the column was copied."
            yield brought.problem(Severity.WARNING, "copied-figures", what, figures, remedy)
