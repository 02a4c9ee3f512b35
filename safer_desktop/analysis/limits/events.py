"""Rare events: the time between them, drawn event by event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.block import MIN_BASELINE, MIN_POINTS, Block
from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers
from safer_desktop.analysis.limits.formulas import Points
from safer_desktop.domain.limits import BaselineKind, ChartKind


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps between events as points; ``when`` is the block's row in which the later event fell.

    Series have unequal numbers of events: rows beyond a series' last hold NaN, ``when`` -1 there.
    The last point of a series may be ``open``: the time since the last event, not over yet.
    """

    points: Points
    when: Indices
    open: Flags
    kinds: tuple[BaselineKind, ...]


def gaps(block: Block, kind: ChartKind) -> Gaps:
    """Every series of the block as gaps.

    g chart: event-free periods between one period with events and the next. If nothing changes,
    these are geometric whatever the events' own distribution. t chart: months between one event and
    the next; since only the number per period is known, events are placed evenly through theirs.
    A gap that runs over a missing period or the begin of a phase is not known. The time since the
    last event is a point too, but never part of the baseline.
    """
    found = [_series(block, column, kind) for column in range(block.values.shape[1])]
    height = max((len(values) for values, _ in found), default=0)
    shape = (height, len(found))
    values = np.full(shape, np.nan)
    when = np.full(shape, -1, np.intp)
    open_gap = np.zeros(shape, bool)
    for column, (gap, rows) in enumerate(found):
        values[: len(gap), column] = gap
        when[: len(rows), column] = rows
        if len(rows):
            open_gap[len(rows) - 1, column] = True
    phase = np.where(when >= 0, np.take_along_axis(block.phase, np.maximum(when, 0), 0), -1)
    known = ~np.isnan(values) & (phase >= 0)
    over = known & ~open_gap
    before = over & (when < block.judged_row)
    last = phase == phase.max(axis=0, initial=-1)
    enough = (before & last).sum(axis=0) >= MIN_BASELINE
    locked = np.array([kind is BaselineKind.LOCKED for kind in block.kinds], bool)
    chosen = np.take_along_axis(block.baseline, np.maximum(when, 0), 0)
    baseline = over & np.where(locked, chosen, ~(enough & last) | before)
    judged = known & _from_first(baseline, phase)
    for number in range(int(phase.max(initial=-1)) + 1):
        here = phase == number
        few = (baseline & here).sum(axis=0) < MIN_BASELINE
        few |= (judged & over & here).sum(axis=0) < MIN_POINTS
        baseline &= ~(here & few)
        judged &= ~(here & few)
    kinds = tuple(
        BaselineKind.LOCKED if is_locked else BaselineKind.PAST if is_past else BaselineKind.WHOLE
        for is_locked, is_past in zip(locked.tolist(), enough.tolist(), strict=True)
    )
    blank = np.full(shape, np.nan)
    return Gaps(Points(values, blank, blank, phase, baseline, judged), when, open_gap, kinds)


def _series(block: Block, column: int, kind: ChartKind) -> tuple[Numbers, Indices]:
    """Gaps and the rows they end in; the last is the open one, up to the last known row."""
    counts, phase = block.counts[:, column], block.phase[:, column]
    holds = np.flatnonzero((counts > 0) & (phase >= 0))
    if not holds.size:
        return np.empty(0), np.empty(0, np.intp)
    end = int(np.flatnonzero(phase >= 0)[-1])
    if kind is ChartKind.G:
        rows = np.append(holds, end)
        gap = np.diff(rows) - 1.0
        gap[-1] += 1.0
    else:
        number = np.round(counts[holds]).astype(np.intp)
        rows = np.append(np.repeat(holds, number), end)
        within = [(np.arange(n) + 0.5) / n for n in number.tolist()]
        gap = np.diff(rows + np.concatenate([*within, [1.0]])) * block.step
    missing = np.cumsum(np.isnan(counts))
    known = (missing[rows[1:]] == missing[rows[:-1]]) & (phase[rows[1:]] == phase[rows[:-1]])
    return np.where(known, gap, np.nan), rows[1:]


def _from_first(baseline: Flags, phase: Indices) -> Flags:
    """Points at or after the first baseline point of their own phase."""
    started = np.zeros(phase.shape, bool)
    for number in range(int(phase.max(initial=-1)) + 1):
        here = phase == number
        started |= here & (np.cumsum(baseline & here, axis=0) > 0)
    return started
