"""Series side by side as arrays of periods by series, with their phases and baselines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.limits import BaselineKind, BaselineLock, LimitsPlan, StepChange
from safer_desktop.domain.periods import Period, add_months, month_label

MIN_BASELINE = 12
"""Points that limits need at least."""

MIN_POINTS = 13
"""Points that a chart needs at least before anything is said of it."""

BASELINE_MONTHS = 36
"""How far back the baseline reaches before the year that is judged: three full years."""

LONG_GAP = 12
"""Missing months in a row after which nothing says that things are still as they were."""

BEGINS = "the figures begin"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase of one series as places on its time axis: from ``first`` up to before ``end``."""

    first: int
    end: int
    started: str
    step: StepChange | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Arrays of periods (rows) by series (columns); NaN is a missing period or number.

    ``values`` are in each series' unit; ``rates`` is what events over base are called (a rate, or
    the unit itself). ``phase`` numbers the phases from 0 within each series, -1 outside any.
    ``baseline`` marks the points that limits come from, ``judged`` those that are held against
    them, ``kinds`` says per series where the baseline of the last phase came from. ``judged_row``
    is the row with which the judged year begins.
    """

    periods: tuple[Period, ...]
    judged_row: int
    units: tuple[Unit, ...]
    rates: tuple[Unit, ...]
    values: Numbers
    counts: Numbers
    bases: Numbers
    phase: Indices
    baseline: Flags
    judged: Flags
    stretches: tuple[tuple[Stretch, ...], ...]
    kinds: tuple[BaselineKind, ...]

    @property
    def step(self) -> int:
        """Months in a period."""
        return self.periods[0].months

    @property
    def cycle(self) -> int:
        """Periods in a year."""
        return 12 // self.step

    @property
    def season_place(self) -> Indices:
        """For each period which of the year's months (or quarters) it is, from 0."""
        return np.array([(p.start.month - 1) // self.step for p in self.periods], np.intp)

    def columns(self, chosen: Indices) -> Block:
        """The block of these series alone."""
        return Block(
            self.periods,
            self.judged_row,
            tuple(self.units[n] for n in chosen),
            tuple(self.rates[n] for n in chosen),
            self.values[:, chosen],
            self.counts[:, chosen],
            self.bases[:, chosen],
            self.phase[:, chosen],
            self.baseline[:, chosen],
            self.judged[:, chosen],
            tuple(self.stretches[n] for n in chosen),
            tuple(self.kinds[n] for n in chosen),
        )

    def rows(self, first: int) -> Block:
        """The block from this row on."""
        return Block(
            self.periods[first:],
            max(0, self.judged_row - first),
            self.units,
            self.rates,
            self.values[first:],
            self.counts[first:],
            self.bases[first:],
            self.phase[first:],
            self.baseline[first:],
            self.judged[first:],
            self.stretches,
            self.kinds,
        )

    @property
    def told_phase(self) -> Flags:
        """The points of each series' last phase that has a baseline; of its last if none has."""
        with_baseline = np.where(self.baseline, self.phase, -1).max(axis=0, initial=-1)
        last = self.phase.max(axis=0, initial=-1)
        told = np.where(with_baseline >= 0, with_baseline, last)
        return np.asarray((self.phase == told) & (self.phase >= 0))


def lay_out(
    periods: tuple[Period, ...],
    units: Sequence[Unit],
    rates: Sequence[Unit],
    values: Numbers,
    counts: Numbers,
    bases: Numbers,
    breaks: Sequence[tuple[DefinitionBreak, ...]],
    plans: Sequence[LimitsPlan],
    judged_from: date,
) -> Block:
    """Finds the phases and baselines of every series.

    A phase begins at the first figure, at a definition break, at a step change, and after twelve
    missing months. A period in which a break falls belongs to neither side. The baseline of the
    last phase is the locked span if there is one; else the three years before ``judged_from`` if
    they hold at least 12 points; else all of it (trial limits). Earlier phases are over: all their
    points are their baseline. Points before the baseline's first are not judged, nor is a phase
    with fewer than 12 points in its baseline or 13 to judge.
    """
    present = ~np.isnan(values)
    past_from = add_months(judged_from, -BASELINE_MONTHS)
    past = np.array([past_from <= p.start and p.end < judged_from for p in periods], bool)
    phase, baseline, judged, kinds = _plain(present, past)
    first, end = _extent(present)
    found: list[tuple[Stretch, ...]] = [
        (Stretch(a, b, BEGINS),) if b else ()
        for a, b in zip(first.tolist(), end.tolist(), strict=True)
    ]
    gappy = _has_long_gap(present, LONG_GAP // periods[0].months) if periods else []
    for column, (broken, plan) in enumerate(zip(breaks, plans, strict=True)):
        if not (gappy[column] or broken or plan.steps or plan.lock):
            continue
        here = present[:, column]
        found[column] = _stretches(periods, here, broken, plan.steps)
        locked = _locked(periods, plan.lock)
        phase[:, column], baseline[:, column], judged[:, column] = -1, False, False
        for number, stretch in enumerate(found[column]):
            rows = slice(stretch.first, stretch.end)
            phase[rows, column] = number
            is_last = number == len(found[column]) - 1
            chosen, kinds[column] = _baseline(here[rows], rows, locked, past if is_last else None)
            after = here[rows] & (np.cumsum(chosen) > 0)
            if chosen.sum() >= MIN_BASELINE and after.sum() >= MIN_POINTS:
                baseline[rows, column] = chosen
                judged[rows, column] = after
    return Block(
        periods,
        sum(p.end < judged_from for p in periods),
        tuple(units),
        tuple(rates),
        values,
        counts,
        bases,
        phase,
        baseline,
        judged,
        tuple(found),
        tuple(kinds),
    )


def _plain(present: Flags, past: Flags) -> tuple[Indices, Flags, Flags, list[BaselineKind]]:
    """Phases, baselines and judged points of series that are one phase from first to last."""
    first, end = _extent(present)
    row = np.arange(len(present))[:, None]
    phase = np.where((row >= first) & (row < end), 0, -1)
    before = present & past[:, None]
    is_past = before.sum(axis=0) >= MIN_BASELINE
    baseline = np.where(is_past, before, present)
    judged = present & (np.cumsum(baseline, axis=0) > 0)
    enough = (baseline.sum(axis=0) >= MIN_BASELINE) & (judged.sum(axis=0) >= MIN_POINTS)
    kinds = [BaselineKind.PAST if p else BaselineKind.WHOLE for p in is_past.tolist()]
    return phase, baseline & enough, judged & enough, kinds


def _extent(present: Flags) -> tuple[Indices, Indices]:
    """Per series the row of its first figure, and the row after its last (0 if there is none)."""
    if not len(present):
        return np.zeros(present.shape[1], np.intp), np.zeros(present.shape[1], np.intp)
    there = present.any(axis=0)
    return present.argmax(axis=0), np.where(there, len(present) - present[::-1].argmax(axis=0), 0)


def _baseline(
    here: Flags, rows: slice, locked: Flags | None, past: Flags | None
) -> tuple[Flags, BaselineKind]:
    if locked is not None and (locked[rows] & here).any():
        return locked[rows] & here, BaselineKind.LOCKED
    if past is not None and (past[rows] & here).sum() >= MIN_BASELINE:
        return past[rows] & here, BaselineKind.PAST
    return here, BaselineKind.WHOLE


def _locked(periods: Sequence[Period], lock: BaselineLock | None) -> Flags | None:
    if lock is None:
        return None
    return np.array([lock.first <= p.start and p.end <= lock.last for p in periods], bool)


def _has_long_gap(present: Flags, longest: int) -> list[bool]:
    """Which series miss so many periods in a row between two figures."""
    row = np.arange(len(present))[:, None]
    last_seen = np.maximum.accumulate(np.where(present, row, -1), axis=0)
    gap = np.where(present[1:] & (last_seen[:-1] >= 0), row[1:] - last_seen[:-1], 0)
    return [bool(longer) for longer in np.atleast_1d((gap > longest).any(axis=0))]


def _stretches(
    periods: Sequence[Period],
    present: Flags,
    breaks: Sequence[DefinitionBreak],
    steps: Sequence[StepChange],
) -> tuple[Stretch, ...]:
    at = np.flatnonzero(present)
    if not at.size:
        return ()
    begins = _after_gaps(periods, at)
    left_out: set[int] = set()
    for change in steps:
        place = _first_ending_after(periods, change.start)
        why = f"a step change from {month_label(change.start)} ({change.who}: {change.reason})"
        begins[place] = (why, change)
    for broken in breaks:
        place = _first_ending_after(periods, broken.on)
        if place < len(periods) and periods[place].start < broken.on:
            left_out.add(place)
            place += 1
        begins[place] = (f"the definition changed: {broken.what}", None)
    begins = {place: why for place, why in begins.items() if at[0] < place <= at[-1]}
    begins[int(at[0])] = (BEGINS, None)
    starts = sorted(begins)
    found = []
    for start, following in zip(starts, [*starts[1:], int(at[-1]) + 1], strict=True):
        inside = at[(at >= start) & (at < following)]
        inside = inside[~np.isin(inside, list(left_out))]
        if inside.size:
            found.append(Stretch(int(inside[0]), int(inside[-1]) + 1, *begins[start]))
    return tuple(found)


def _after_gaps(periods: Sequence[Period], at: Indices) -> dict[int, tuple[str, StepChange | None]]:
    found: dict[int, tuple[str, StepChange | None]] = {}
    for before, after in zip(at[:-1].tolist(), at[1:].tolist(), strict=True):
        missing = (after - before - 1) * periods[0].months
        if missing >= LONG_GAP:
            found[after] = (f"{missing} months are missing before it", None)
    return found


def _first_ending_after(periods: Sequence[Period], day: date) -> int:
    return next((n for n, p in enumerate(periods) if p.end >= day), len(periods))
