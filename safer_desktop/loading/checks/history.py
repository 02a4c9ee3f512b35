"""Figures against what the pack holds: restated, older, in another unit, of another definition."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from safer_desktop.analysis.phrases import day
from safer_desktop.analysis.quantities import units_of
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.observations import Observation, Problem, Severity
from safer_desktop.loading.checks.brought import Brought, rounded

_LARGE = 0.25
"""By what share a figure must be restated to be more than the usual late records."""

_BASE = 50.0


def against_history(brought: Brought) -> Iterator[Problem]:
    """All checks that need more than the file itself."""
    yield from _older(brought)
    yield from _unlike_units(brought)
    yield from _without_parts(brought)
    yield from _across_breaks(brought)
    yield from _restated(brought)


def _older(brought: Brought) -> Iterator[Problem]:
    """A file that ends before the pack does, and would put other figures in the pack's place."""
    ends = {key: max(held) for key, held in brought.known_series.items()}
    beside = [(run, ends[key]) for key, run in brought.series.items() if key in ends]
    if not beside or any(run[-1].period >= end for run, end in beside):
        return
    changed = [it for run, _ in beside for it in run if _differs(brought, it)]
    if changed:
        newest = max(end for _, end in beside)
        oldest = max(run[-1].period for run, _ in beside)
        count = "1 figure" if len(changed) == 1 else f"{len(changed):,} figures"
        yield brought.problem(
            Severity.WARNING,
            "older-file",
            f"The file is older than what the pack holds: it ends with {oldest.label}, the pack"
            f" has figures up to {newest.label}. It would put {count} back to older ones.",
            changed,
            "Take it in only if these are the right figures.",
        )


def _unlike_units(brought: Brought) -> Iterator[Problem]:
    held: dict[str, set[Unit]] = defaultdict(set)
    for indicator, _, _, unit in brought.known:
        held[indicator].add(unit)
    new: dict[tuple[str, Unit], list[Observation]] = defaultdict(list)
    for it in brought.observations:
        new[it.indicator, it.unit].append(it)
    for (code, unit), figures in new.items():
        serving = units_of(brought.catalogue.indicator(code))
        if held[code] and unit not in held[code] and unit not in serving:
            units = " and ".join(sorted(held[code]))
            yield brought.problem(
                Severity.WARNING,
                "unlike-definition",
                f"{brought.name(code)} comes as a {unit} here, but the pack holds it as a {units}:"
                " the two are never compared.",
                figures,
                "Correct the unit in the recipe, or ask the partner what has changed.",
            )


def _without_parts(brought: Brought) -> Iterator[Problem]:
    new: dict[tuple[str, Unit], list[Observation]] = defaultdict(list)
    for it in brought.observations:
        new[it.indicator, it.unit].append(it)
    for (code, unit), figures in new.items():
        bare = all(it.denominator is None for it in figures)
        if bare and (code, unit) in brought.earlier.with_parts:
            yield brought.problem(
                Severity.NOTE,
                "unlike-definition",
                f"Earlier files gave the numbers behind {brought.name(code)}; this one gives only"
                f" the {unit}, so no change in it can be tested.",
                figures,
                "Ask the partner for how many, out of how many.",
            )


def _across_breaks(brought: Brought) -> Iterator[Problem]:
    by_indicator: dict[str, list[Observation]] = defaultdict(list)
    for it in brought.observations:
        by_indicator[it.indicator].append(it)
    for code, figures in by_indicator.items():
        for found in brought.catalogue.indicator(code).breaks:
            yield from _across(brought, figures, found)


def _across(
    brought: Brought, figures: list[Observation], found: DefinitionBreak
) -> Iterator[Problem]:
    name, changed = brought.name(figures[0].indicator), day(found.on)
    within = [it for it in figures if it.period.start < found.on <= it.period.end]
    before = [it for it in figures if it.period.end < found.on]
    after = [it for it in figures if it.period.start >= found.on]
    if within:
        yield brought.problem(
            Severity.WARNING,
            "unlike-definition",
            f"The definition of {name} changed on {changed}, within {within[0].period.label}:"
            f" {found.what.rstrip('.')}.",
            within,
            "Ask the partner which definition the figure follows.",
        )
    if before and after:
        yield brought.problem(
            Severity.NOTE,
            "unlike-definition",
            f"The file has {name} from before and after its definition changed on {changed}"
            f" ({found.what.rstrip('.')}): the two are not compared.",
            after,
            "",
        )


def _restated(brought: Brought) -> Iterator[Problem]:
    changed: dict[str, list[Observation]] = defaultdict(list)
    overlap: dict[str, int] = defaultdict(int)
    for it in brought.observations:
        overlap[it.indicator] += it.key in brought.known
        if _differs(brought, it):
            changed[it.indicator].append(it)
    for indicator, figures in changed.items():
        first = max(figures, key=lambda it: abs(it.value - brought.known[it.key]))
        large = any(_is_large(brought.known[it.key], it.value) for it in figures)
        before = brought.known[first.key]
        count = (
            f"{len(figures):,} of {overlap[indicator]:,} figures of {brought.name(indicator)} that"
            " the pack has"
        )
        verb = "differs" if len(figures) == 1 else "differ"
        yield brought.problem(
            Severity.WARNING if large else Severity.NOTE,
            "restated",
            f"{count} {verb} here: {brought.place(first.area)} for {first.period.label} was"
            f" {rounded(before, first.unit)} and is now {rounded(first.value, first.unit)}.",
            [first, *(it for it in figures if it is not first)],
            "The new figures replace the old ones, which stay in the pack's record."
            if not large
            else "Ask the partner why so much changed. The old figures stay in the pack's record.",
        )


def _differs(brought: Brought, it: Observation) -> bool:
    before = brought.known.get(it.key)
    return before is not None and not math.isclose(before, it.value, rel_tol=1e-9, abs_tol=1e-9)


def _is_large(before: float, now: float) -> bool:
    return max(before, now) >= _BASE and abs(now - before) > _LARGE * max(before, now)
