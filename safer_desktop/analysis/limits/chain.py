"""How rules over zones of a chart fire by chance: a Markov chain (Champ and Woodall 1987)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers
from safer_desktop.domain.limit_rules import Rule, RuleKind

ZONES = 7
"""From below the lower limit to above the upper one, 3 being the centre line itself."""

_CENTRE = ZONES // 2
_OUTSIDE = {1: 6, -1: 0}
_NEAR = {1: 5, -1: 1}

State = tuple[int, int, int]
"""Length of the run (negative below the centre) and the zones of the last two points."""


@dataclass(frozen=True, slots=True)
class Chain:
    """States by zones of the next point: the state that follows, whether a rule is then met, and
    whether the point itself is shown as part of a pattern."""

    following: Indices
    met: Flags
    shown: Flags

    @property
    def start(self) -> Numbers:
        """Chances of the states after points on the centre line only: a chart without a past."""
        chances = np.zeros(len(self.following))
        chances[0] = 1.0
        return chances

    def step(self, states: Numbers, zones: Numbers, keep: Flags | None = None) -> Numbers:
        """Chances of the states after one more point.

        ``states`` is cases by states, ``zones`` cases by zones; transitions that are not in
        ``keep`` are dropped, so that the rest sums to what has not happened yet.
        """
        after = np.zeros_like(states)
        for zone in range(ZONES):
            moved = states * zones[:, zone, None]
            if keep is not None:
                moved = moved * keep[:, zone]
            np.add.at(after.T, self.following[:, zone], moved.T)
        return after

    def chance(self, states: Numbers, zones: Numbers, what: Flags) -> Numbers:
        """Per case how likely the next point brings one of these transitions."""
        chance: Numbers = np.einsum("cs,cz,sz->c", states, zones, what.astype(np.float64))
        return chance


@cache
def chain(rules: tuple[Rule, ...]) -> Chain:
    """The chain of these rules; trends are no matter of zones and are left out."""
    longest = max((rule.points for rule in rules if rule.kind is RuleKind.SHIFT), default=1)
    states: dict[State, int] = {(0, _CENTRE, _CENTRE): 0}
    queue = list(states)
    following, met, shown = [], [], []
    for state in queue:
        moves = [_move(state, zone, longest) for zone in range(ZONES)]
        queue.extend(dict.fromkeys(move for move in moves if move not in states))
        following.append([states.setdefault(move, len(states)) for move in moves])
        found = [_found(rules, state, zone, move[0]) for zone, move in enumerate(moves)]
        met.append([it[0] for it in found])
        shown.append([it[1] for it in found])
    return Chain(np.array(following, np.intp), np.array(met, bool), np.array(shown, bool))


def _move(state: State, zone: int, longest: int) -> State:
    run, last, _ = state
    sign = (zone > _CENTRE) - (zone < _CENTRE)
    length = min(abs(run) + 1, longest) if sign * run > 0 else abs(sign)
    return (sign * length, zone, last)


def _found(rules: tuple[Rule, ...], state: State, zone: int, run: int) -> tuple[bool, bool]:
    met = shown = False
    for rule in rules:
        match rule.kind:
            case RuleKind.OUTSIDE:
                here = zone in _OUTSIDE.values()
                met, shown = met or here, shown or here
            case RuleKind.SHIFT:
                here = abs(run) >= rule.points
                met, shown = met or here, shown or here
            case RuleKind.TWO_OF_THREE:
                window = (state[2], state[1], zone)
                for sign in (1, -1):
                    near = {_NEAR[sign]} | ({_OUTSIDE[sign]} if rule.outside_counts else set())
                    here = sum(z in near for z in window) >= 2
                    if rule.one_side:
                        here = here and all((z - _CENTRE) * sign > 0 for z in window)
                    met, shown = met or here, shown or (here and zone in near)
            case RuleKind.TREND:
                continue
    return met, shown
