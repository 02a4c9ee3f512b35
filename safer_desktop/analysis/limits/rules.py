"""Which points are part of which pattern: rules over arrays of points by series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers
from safer_desktop.domain.limit_rules import Rule, RuleKind

DUST = 1e-9
"""Share of the centre by which a value must differ from a line to lie off it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Points with their lines, arrays of points by series; NaN where there is none.

    ``linked`` tells that a point follows the one in the row above without a gap, in one phase and
    both of them judged. ``level`` is what rises and falls: the value, freed from its season.
    ``grain`` is half an event in the chart's unit on charts of chance, 0 on others: a point less
    than this from the centre lies on it. (Counts of 1 about a mean of 1.1 are no run below it.)
    """

    values: Numbers
    level: Numbers
    centre: Numbers
    lower: Numbers
    near_lower: Numbers
    near_upper: Numbers
    upper: Numbers
    sigma: Numbers
    grain: Numbers
    linked: Flags


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a rule found: for each point +1 or -1 if it is part of a high or low pattern, else 0.

    ``met`` is not 0 at the points at which the pattern is complete: when it would first be seen.
    """

    rule: Rule
    part: Indices
    met: Indices


def apply(rule: Rule, lines: Lines) -> Pattern:
    """One rule over all series; see :class:`Rule` for the exact definitions."""
    match rule.kind:
        case RuleKind.OUTSIDE:
            outside = _beyond(lines, lines.lower, lines.upper)
            return Pattern(rule, outside, outside)
        case RuleKind.SHIFT:
            return _shift(rule, lines)
        case RuleKind.TREND:
            return _trend(rule, lines)
        case RuleKind.TWO_OF_THREE:
            return _two_of_three(rule, lines)


def side_of_centre(lines: Lines) -> Indices:
    """+1 above, -1 below, 0 on the centre or where there is nothing."""
    grain = lines.grain * (1 - DUST)
    return _beyond(lines, lines.centre - grain, lines.centre + grain)


def _beyond(lines: Lines, low: Numbers, high: Numbers) -> Indices:
    dust = DUST * np.maximum(np.abs(lines.centre), 1e-12)
    above = lines.values > high + dust
    below = lines.values < low - dust
    return above.astype(np.intp) - below.astype(np.intp)


def _shift(rule: Rule, lines: Lines) -> Pattern:
    side = side_of_centre(lines)
    run = (side != 0).astype(np.intp)
    for row in range(1, len(side)):
        goes_on = lines.linked[row] & (side[row] == side[row - 1]) & (side[row] != 0)
        run[row] += run[row - 1] * goes_on
    met = np.where(run >= rule.points, side, 0)
    return Pattern(rule, _spread(met, run), met)


def _trend(rule: Rule, lines: Lines) -> Pattern:
    dust = DUST * np.maximum(np.abs(lines.centre), 1e-12)
    part = np.zeros(lines.level.shape, np.intp)
    met = np.zeros(lines.level.shape, np.intp)
    for sign in (1, -1):
        counted = np.ones(lines.level.shape, np.intp)
        covered = np.ones(lines.level.shape, np.intp)
        for row in range(1, len(counted)):
            gap = sign * (lines.level[row] - lines.level[row - 1])
            up = lines.linked[row] & (gap > dust[row])
            tie = lines.linked[row] & (np.abs(gap) <= dust[row]) & (not rule.ties_end)
            counted[row] = np.where(up, counted[row - 1] + 1, np.where(tie, counted[row - 1], 1))
            covered[row] = np.where(up | tie, covered[row - 1] + 1, 1)
        complete = np.where(counted >= rule.points, sign, 0)
        marked = _spread(complete, covered)
        # A turning point ends one trend and begins the next; it is shown as part of the later.
        part = np.where(marked != 0, np.where(part == 0, marked, _later(part, marked)), part)
        met = np.where(complete != 0, complete, met)
    return Pattern(rule, part, met)


def _two_of_three(rule: Rule, lines: Lines) -> Pattern:
    near = _beyond(lines, lines.near_lower, lines.near_upper)
    outside = _beyond(lines, lines.lower, lines.upper)
    if not rule.outside_counts:
        near = np.where(outside != 0, 0, near)
    side = side_of_centre(lines)
    part = np.zeros(near.shape, np.intp)
    met = np.zeros(near.shape, np.intp)
    for sign in (1, -1):
        hit = near == sign
        windows = lines.linked[2:] & lines.linked[1:-1]
        windows = windows & (hit[2:].astype(np.intp) + hit[1:-1] + hit[:-2] >= 2)
        if rule.one_side:
            here = side == sign
            windows = windows & here[2:] & here[1:-1] & here[:-2]
        met[2:][windows] = sign
        for shift in range(3):
            rows = slice(shift, len(near) - 2 + shift)
            part[rows][windows & hit[rows]] = sign
    return Pattern(rule, part, met)


def _spread(met: Indices, length: Indices) -> Indices:
    """Marks the ``length`` points that end at each point where ``met`` is not 0."""
    part = np.zeros_like(met)
    reach = np.full(met.shape[1:], len(met), np.intp)
    sign = np.zeros(met.shape[1:], np.intp)
    for row in range(len(met) - 1, -1, -1):
        here = met[row] != 0
        reach = np.where(here, np.minimum(reach, row - length[row] + 1), reach)
        sign = np.where(here, met[row], sign)
        part[row] = np.where(reach <= row, sign, 0)
        reach = np.where(reach == row, len(met), reach)
    return part


def _later(one: Indices, other: Indices) -> Indices:
    """Of two signs at a turning point the one that goes on in the row below."""
    below = np.vstack([other[1:], np.zeros((1, *other.shape[1:]), np.intp)])
    return np.where(below == other, other, one)
