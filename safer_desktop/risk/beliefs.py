"""What would put a type among the first: the nearest weights, the fewest levels, the amounts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from safer_desktop.risk.belief_words import AmountBelief, Belief, Raise
from safer_desktop.risk.firmness import Assumptions, Case, Combination, plausible_sets
from safer_desktop.risk.sensitivity import TINY, Floats, likely_weights, log, values

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TRIED = 20_000
_HALVINGS = 40

_Gain = tuple[float, Raise]
"""What a higher score adds to the type's value, or to its harm."""


def belief(case: Case, at: int, top: int, *, seed: int = 2017) -> Belief:
    """What would have to be believed for type ``at`` to be among the first ``top``.

    The nearest weights (by distance in shares) that do it with the present scores, and the fewest
    levels by which its scores would have to rise with the present weights. Equal scores share a
    place. Weights are sought among seeded draws and then drawn back towards the present ones.
    """
    scores = np.array([it.scores for it in case.types])
    now = np.array(case.weights)
    name = case.types[at].name
    if _is_in_top(case, scores, now[None], at, top)[0]:
        return Belief(name, top, True, None, None, ())
    others = np.sort(np.delete(values(case, scores, now[None])[0], at))[::-1]
    needed = float(others[top - 1])
    nearest = _nearest_weights(case, scores, now, at, top, seed)
    steps = _steps(case, at)
    singles = tuple(_singles(case, at, now, needed, steps))
    return Belief(name, top, False, nearest, _fewest_levels(case, at, now, needed, steps), singles)


def amount_belief(case: Case, at: int, held: Assumptions) -> AmountBelief:
    """What would have to be believed for type ``at`` to be in the top by amount of harm."""
    in_use, *others = plausible_sets(case, held)
    counts = [it.count or 0.0 for it in case.types]
    harm, count = in_use.weights[at] or 0.0, counts[at]
    needed = _needed_amount(counts, in_use.weights, at, held.top)
    does = {
        it.name: _does(counts, it.weights, at, held.top)
        for it in others
        if it.weights[at] is not None
    }
    return AmountBelief(
        case.types[at].name,
        held.top,
        _does(counts, in_use.weights, at, held.top),
        tuple(name for name, good in does.items() if good),
        tuple(name for name, good in does.items() if not good),
        tuple(it.name for it in others if it.weights[at] is None),
        harm,
        _up(needed / count) if count else None,
        count,
        float(math.ceil(round(needed / harm, 9))) if harm else None,
    )


def _does(counts: Sequence[float], weights: Sequence[float | None], at: int, top: int) -> bool:
    own = counts[at] * (weights[at] or 0.0)
    return own >= _needed_amount(counts, weights, at, top) * (1 - TINY)


def _needed_amount(
    counts: Sequence[float], weights: Sequence[float | None], at: int, top: int
) -> float:
    """The amount of harm of the last type among the first, this one apart."""
    amounts = sorted(
        (
            count * weight
            for number, (count, weight) in enumerate(zip(counts, weights, strict=True))
            if number != at and weight is not None
        ),
        reverse=True,
    )
    return amounts[top - 1] if len(amounts) >= top else 0.0


def _up(value: float) -> float:
    """Rounded up as far as it will be shown, so that what is shown is enough."""
    scale = 1 if value >= 1000 else 10
    return math.ceil(round(value * scale, 9)) / scale


def _nearest_weights(
    case: Case, scores: Floats, now: Floats, at: int, top: int, seed: int
) -> tuple[float, ...] | None:
    rng = np.random.default_rng(seed)
    tried = np.vstack([_corners(case, now), likely_weights(rng, case, (), _TRIED)])
    allowed = tried[_is_in_top(case, scores, tried, at, top)]
    if not len(allowed):
        return None
    # Each is drawn back towards the present weights as far as it still does; the nearest counts.
    close = allowed[np.argsort(np.linalg.norm(allowed - now, axis=1))[:200]]
    fails, does = np.tile(now, (len(close), 1)), close
    for _ in range(_HALVINGS):
        middle = (fails + does) / 2
        good = _is_in_top(case, scores, middle, at, top)[:, None]
        does, fails = np.where(good, middle, does), np.where(good, fails, middle)
    best = does[np.argmin(np.linalg.norm(does - now, axis=1))]
    return tuple(best.tolist())


def _corners(case: Case, now: Floats) -> Floats:
    """All weight on one factor; of weighted harm, with likelihood's weight at its ends too."""
    if case.combination is not Combination.WEIGHTED:
        return np.eye(len(now))
    shares = np.vstack([np.eye(len(now) - 1), now[1:]])
    rows = [[apart, *share] for apart in (0.0, now[0], 1.0) for share in shares]
    return np.array(rows)


def _is_in_top(case: Case, scores: Floats, weights: Floats, at: int, top: int) -> NDArray[np.bool_]:
    found = values(case, scores, weights)
    in_top: NDArray[np.bool_] = (found > found[:, at, None] + TINY).sum(axis=1) < top
    return in_top


def _steps(case: Case, at: int) -> list[list[Raise]]:
    """Per factor, the type's score one level up, two levels up ..."""
    return [
        [Raise(factor.name, now, level) for level in factor.scale if level > now]
        for factor, now in zip(case.factors, case.types[at].scores, strict=True)
    ]


def _singles(
    case: Case, at: int, weights: Floats, needed: float, steps: list[list[Raise]]
) -> Iterator[Raise]:
    """Per factor, the lowest score that does it alone."""
    for n, raises in enumerate(steps):
        for step in raises:
            scores = np.array(case.types[at].scores)
            scores[n] = step.wanted
            if values(case, scores[None], weights[None])[0, 0] >= needed - TINY:
                yield step
                break


def _fewest_levels(
    case: Case, at: int, weights: Floats, needed: float, steps: list[list[Raise]]
) -> tuple[Raise, ...] | None:
    """The fewest levels in all by which the scores must rise to reach ``needed``."""
    if case.combination is not Combination.WEIGHTED:
        scored = float if case.combination is Combination.SUM else _log
        best = _most(_gains(steps, weights, scored))
        own = float(values(case, np.array([case.types[at].scores]), weights[None])[0, 0])
        enough = [levels for levels, (gain, _) in best.items() if own + gain >= needed - TINY]
        return best[min(enough)][1] if enough else None
    likelihood, *scores = case.types[at].scores
    harm = float(np.dot(scores, weights[1:]))
    apart = float(weights[0])
    found = []
    for levels, (gain, raises) in _most(_gains(steps[1:], weights[1:], float)).items():
        base = (1 - apart) * _log(harm + gain)
        wanted = enumerate([likelihood, *(it.wanted for it in steps[0])])
        up = next((n for n, it in wanted if apart * _log(it) + base >= needed - TINY), None)
        if up is not None:
            found.append((levels + up, (*(steps[0][up - 1 : up] if up else ()), *raises)))
    return min(found, key=lambda it: it[0])[1] if found else None


def _gains(
    steps: list[list[Raise]], weights: Floats, scored: Callable[[float], float]
) -> list[list[_Gain]]:
    """Per factor, what one level up, two levels up ... add."""
    return [
        [(float(weight) * (scored(it.wanted) - scored(it.now)), it) for it in raises]
        for weight, raises in zip(weights, steps, strict=True)
    ]


def _most(gains: list[list[_Gain]]) -> dict[int, tuple[float, tuple[Raise, ...]]]:
    """Dynamic programme: the most that so many levels in all can add, factor by factor."""
    best: dict[int, tuple[float, tuple[Raise, ...]]] = {0: (0.0, ())}
    for factor in gains:
        longer = dict(best)
        for levels, (gain, raises) in best.items():
            for step, (more, it) in enumerate(factor, start=1):
                if gain + more > longer.get(levels + step, (-np.inf, ()))[0]:
                    longer[levels + step] = (gain + more, (*raises, it))
        best = longer
    return best


def _log(score: float) -> float:
    return float(log(np.array(score)))
