"""From a block of series to charts: adviser, season, lines and rules, for all series at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from safer_desktop.analysis.limits import rules
from safer_desktop.analysis.limits.adviser import KINDS, SURE, Facts, advised, facts, fits
from safer_desktop.analysis.limits.block import Block
from safer_desktop.analysis.limits.distributions import Indices
from safer_desktop.analysis.limits.events import Gaps, gaps
from safer_desktop.analysis.limits.formulas import Points, lines, points_of
from safer_desktop.analysis.limits.season import Seasons, seasons
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limit_rules import RulePreset, preset
from safer_desktop.domain.limits import AlarmCase, BaselineKind, ChartKind, LimitsPlan

MEASURED = (ChartKind.XMR, ChartKind.U_PRIME, ChartKind.P_PRIME)
"""Charts whose spread is measured, not that of chance: only these follow a season."""

_OF_RATES = (ChartKind.U, ChartKind.U_PRIME)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The series of a block that share chart and preset.

    ``columns`` are their places in the block; every array here has one column for each. ``when``
    is the block's row of each point, -1 where there is none.
    """

    kind: ChartKind
    preset: RulePreset
    columns: Indices
    units: tuple[Unit, ...]
    points: Points
    lines: rules.Lines
    patterns: tuple[rules.Pattern, ...]
    when: Indices
    kinds: tuple[BaselineKind, ...]

    def shown(self) -> tuple[Indices, Indices]:
        """Per point the first rule of the preset that it is part of (-1: none), and its sign."""
        which = np.full(self.when.shape, -1, np.intp)
        sign = np.zeros(self.when.shape, np.intp)
        for number in range(len(self.patterns) - 1, -1, -1):
            part = self.patterns[number].part
            which = np.where(part != 0, number, which)
            sign = np.where(part != 0, part, sign)
        return which, sign

    def latest(self) -> Indices:
        """The row of each series' last point with a value; -1 where there is none."""
        there = ~np.isnan(self.lines.values)
        last = len(there) - 1 - there[::-1].argmax(axis=0)
        return np.where(there.any(axis=0), last, -1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A block with everything that was worked out for it."""

    block: Block
    seasons: Seasons
    facts: Facts
    kinds: tuple[ChartKind, ...]
    drawings: tuple[Drawing, ...]


def draw(block: Block, plans: Sequence[LimitsPlan]) -> Sheet:
    """Draws every series by its plan: the advised chart unless a person chose one that fits."""
    found = seasons(block)
    known = facts(block, found)
    kinds = [KINDS[n] for n in advised(block, found, known)]
    for column, plan in enumerate(plans):
        if plan.chart is not None and not fits(block, known, column, plan.chart.kind):
            kinds[column] = plan.chart.kind
    groups: dict[tuple[ChartKind, str], list[int]] = {}
    for column, (kind, plan) in enumerate(zip(kinds, plans, strict=True)):
        groups.setdefault((kind, plan.preset), []).append(column)
    drawings = tuple(
        _drawing(block, found, kind, preset(name), np.array(columns, np.intp))
        for (kind, name), columns in groups.items()
    )
    return Sheet(block, found, known, tuple(kinds), drawings)


def alarm_case(sheet: Sheet, drawing: Drawing, place: int) -> AlarmCase:
    """What the false alarms of one series of a drawing depend on; ``place`` is its column there.

    Neighbours count as alike where the lag-1 autocorrelation, which is -1/m on average where
    there is none, exceeds that by 1.645 / sqrt(m).
    """
    column = int(drawing.columns[place])
    known, kind = sheet.facts, drawing.kind
    points = drawing.points
    last = (points.phase[:, place] == points.phase[:, place].max()) & points.baseline[:, place]
    m = int(last.sum())
    per_quarter = 3 / sheet.block.step
    mean, base = float(known.mean[column]), 0.0
    if kind is ChartKind.P:
        base = float(np.mean(points.bases[last, place])) if m else 0.0
    if kind is ChartKind.G:
        per_quarter *= 1 - float(known.empty[column])
        mean = float(np.mean(points.values[last, place])) if m else np.nan
    elif kind is ChartKind.T:
        per_quarter *= mean
    carry = float(known.carry[column])
    return AlarmCase(
        kind=kind,
        preset=drawing.preset.name,
        points=m,
        mean=0.0 if math.isnan(mean) else mean,
        base=base,
        new_points=per_quarter,
        carries_over=m > 0 and carry + 1 / m > SURE / math.sqrt(m),
    )


def _drawing(
    block: Block, found: Seasons, kind: ChartKind, rule_set: RulePreset, columns: Indices
) -> Drawing:
    part = block.columns(columns)
    units = part.rates if kind in _OF_RATES else part.units
    baseline_kinds = part.kinds
    season = widen = events = None
    if kind.is_of_gaps:
        events = gaps(part, kind)
        points, when, baseline_kinds = events.points, events.when, events.kinds
    else:
        first = int(part.judged.any(axis=1).argmax())
        part = part.rows(first)
        points = points_of(part)
        rows = np.arange(first, first + len(part.periods))
        when = np.broadcast_to(rows[:, None], part.values.shape)
    if kind in MEASURED:
        season = found.by_row(part.season_place)[:, columns]
        widen = found.widen[columns]
    drawn = lines(points, kind, units, rule_set.screens, season, widen)
    if events is not None:
        points, drawn, when = _without_short_open_gaps(events, drawn)
    patterns = tuple(rules.apply(rule, drawn) for rule in rule_set.rules)
    return Drawing(kind, rule_set, columns, units, points, drawn, patterns, when, baseline_kinds)


def _without_short_open_gaps(
    events: Gaps, drawn: rules.Lines
) -> tuple[Points, rules.Lines, Indices]:
    """Drops open gaps, but for those already beyond the upper limit: a short one may yet grow."""
    dropped = events.open & ~(drawn.values > drawn.upper)
    points = replace(
        events.points,
        values=np.where(dropped, np.nan, events.points.values),
        judged=events.points.judged & ~dropped,
    )
    kept = replace(
        drawn,
        values=points.values,
        level=points.values,
        centre=np.where(dropped, np.nan, drawn.centre),
        linked=drawn.linked & ~dropped,
    )
    return points, kept, np.where(dropped, -1, events.when)
