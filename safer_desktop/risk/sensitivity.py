"""The order under plausible weights and scores (SMAA), and what would put a type to the top.

Stochastic multicriteria acceptability analysis: weights and scores are drawn many times (seeded),
each draw is ranked, and the places are counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from safer_desktop.domain.progress import Progress, Silent, check_cancelled
from safer_desktop.risk.firmness import (
    Assumptions,
    Belief,
    Case,
    Combination,
    Firmness,
    Raise,
    ScoredFactor,
    check_assumptions,
)

_AT_ONCE = 2000
_SWEEPS = 12
_TINY = 1e-9
_TRIED = 20_000
_HALVINGS = 40

Floats = NDArray[np.float64]


def firmness(case: Case, held: Assumptions, progress: Progress | None = None) -> Firmness:
    """Rank ``held.draws`` times and count the places of each type of ``case``.

    Raises :class:`SchemeError` for assumptions that contradict themselves, :class:`Cancelled`
    at the user's wish. The same case and assumptions always give the same result.
    """
    check_assumptions(held, len(case.factors))
    progress = progress or Silent()
    rng = np.random.default_rng(held.seed)
    many = len(case.types)
    places = np.zeros((many, many))
    above = np.zeros((many, many))
    first = np.zeros(many)
    central = np.zeros((many, len(case.factors)))
    for begun in range(0, held.draws, _AT_ONCE):
        check_cancelled(progress)
        progress.report(begun / held.draws, "Trying plausible weights and scores")
        draws = min(_AT_ONCE, held.draws - begun)
        weights = plausible_weights(rng, case.weights, held.ranges, draws)
        order = _order(rng, _values(case, _drawn_scores(rng, case, held, draws), weights))
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.arange(many, dtype=order.dtype)[None], axis=1)
        for at in range(many):
            places[at] += np.bincount(ranks[:, at], minlength=many)
            above[at] += (ranks[:, at, None] < ranks).sum(axis=0)
        np.add.at(central, order[:, 0], weights)
        first += np.bincount(order[:, 0], minlength=many)
    progress.report(1.0, "The order has been tried")
    return Firmness(
        case,
        held,
        tuple(map(tuple, (places / held.draws).tolist())),
        tuple(map(tuple, (above / held.draws).tolist())),
        tuple(
            tuple((central[at] / first[at]).tolist()) if first[at] else None for at in range(many)
        ),
    )


def plausible_weights(
    rng: np.random.Generator,
    now: Sequence[float],
    ranges: Sequence[tuple[float, float]],
    draws: int,
) -> Floats:
    """Weights (draws x factors) that add up to 1, uniform over all that the ranges allow."""
    many = len(now)
    if not ranges or all((low, high) == (0, 1) for low, high in ranges):
        return rng.dirichlet(np.ones(many), size=draws)
    low, high = np.array(ranges, dtype=float).T
    weights = np.tile(_within(low, high), (draws, 1))
    # Gibbs sampling: two weights share what is left of 1 anew, in turn, the others held. The
    # uniform distribution over the allowed weights is the one that this leaves unchanged.
    for _ in range(_SWEEPS * many):
        for one in range(many - 1):
            other = int(rng.integers(one + 1, many))
            both = weights[:, one] + weights[:, other]
            least = np.maximum(low[one], both - high[other])
            most = np.maximum(np.minimum(high[one], both - low[other]), least)
            weights[:, one] = rng.uniform(least, most)
            weights[:, other] = both - weights[:, one]
    return weights


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
    needed = _needed(case, scores, now, at, top)
    gains = _gains(case, at, now)
    singles = tuple(
        step
        for factor in gains
        if (step := next((it for gain, it in factor if gain >= needed - _TINY), None))
    )
    nearest = _nearest_weights(case, scores, now, at, top, seed)
    return Belief(name, top, False, nearest, _fewest_levels(gains, needed), singles)


def _nearest_weights(
    case: Case, scores: Floats, now: Floats, at: int, top: int, seed: int
) -> tuple[float, ...] | None:
    many = len(now)
    rng = np.random.default_rng(seed)
    tried = np.vstack([np.eye(many), rng.dirichlet(np.ones(many), size=_TRIED)])
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


def _is_in_top(case: Case, scores: Floats, weights: Floats, at: int, top: int) -> NDArray[np.bool_]:
    values = _logs(case, scores) @ weights.T
    above: NDArray[np.bool_] = (values > values[at] + _TINY).sum(axis=0) < top
    return above


def _needed(case: Case, scores: Floats, weights: Floats, at: int, top: int) -> float:
    """By how much the type's value lies below that of the last type among the first."""
    values = _logs(case, scores) @ weights
    others = np.sort(np.delete(values, at))[::-1]
    return float(others[top - 1] - values[at])


def _gains(case: Case, at: int, weights: Floats) -> list[list[tuple[float, Raise]]]:
    """Per factor, what one level up, two levels up ... add to the type's value."""
    found = []
    for n, factor in enumerate(case.factors):
        now = case.types[at].scores[n]
        base = float(_logs(case, np.array(now)))
        higher = [level for level in factor.scale if level > now]
        found.append(
            [
                (
                    float(weights[n] * (_logs(case, np.array(level)) - base)),
                    Raise(factor.name, now, level),
                )
                for level in higher
            ]
        )
    return found


def _fewest_levels(
    gains: list[list[tuple[float, Raise]]], needed: float
) -> tuple[Raise, ...] | None:
    """Dynamic programme: the most that so many levels in all can add, factor by factor."""
    best: dict[int, tuple[float, tuple[Raise, ...]]] = {0: (0.0, ())}
    for factor in gains:
        longer = dict(best)
        for levels, (gain, raises) in best.items():
            for step, (more, it) in enumerate(factor, start=1):
                if gain + more > longer.get(levels + step, (-np.inf, ()))[0]:
                    longer[levels + step] = (gain + more, (*raises, it))
        best = longer
    enough = [levels for levels, (gain, _) in best.items() if gain >= needed - _TINY]
    return best[min(enough)][1] if enough else None


def _drawn_scores(rng: np.random.Generator, case: Case, held: Assumptions, draws: int) -> Floats:
    """Scores (draws x types x factors), each as likely a level too high as too low."""
    scores = np.empty((draws, len(case.types), len(case.factors)))
    for n, factor in enumerate(case.factors):
        now = np.array([it.scores[n] for it in case.types])
        scores[:, :, n] = _off_by_a_level(rng, factor, now, held.off, draws)
        if factor.bands:
            counted = np.array([it.count is not None for it in case.types])
            scores[:, counted, n] = _banded(rng, case, factor, held.chance, draws)
    return scores


def _off_by_a_level(
    rng: np.random.Generator, factor: ScoredFactor, now: Floats, off: float, draws: int
) -> Floats:
    scale = np.unique([*factor.scale, *now])
    at = np.searchsorted(scale, now)
    luck = rng.random((draws, len(now)))
    moved = at + (luck < off / 2).astype(int) - (luck > 1 - off / 2).astype(int)
    taken: Floats = scale[np.clip(moved, 0, len(scale) - 1)]
    return taken


def _banded(
    rng: np.random.Generator, case: Case, factor: ScoredFactor, chance: bool, draws: int
) -> Floats:
    counts = np.array([it.count for it in case.types if it.count is not None], dtype=float)
    drawn = np.tile(counts, (draws, 1))
    total = np.full((draws, 1), case.all_counted)
    if chance:
        drawn = rng.poisson(drawn).astype(float)
        rest = max(case.all_counted - counts.sum(), 0.0)
        total = drawn.sum(axis=1, keepdims=True) + rng.poisson(rest, size=(draws, 1))
    shares = np.round(100 * drawn / np.maximum(total, 1.0), 9)
    edges = np.array([band.from_share for band in factor.bands])
    banded: Floats = np.array([band.score for band in factor.bands])[
        np.maximum(np.searchsorted(edges, shares, side="right") - 1, 0)
    ]
    return banded


def _values(case: Case, scores: Floats, weights: Floats) -> Floats:
    values: Floats = np.einsum("dtf,df->dt", _logs(case, scores), weights)
    return values


def _logs(case: Case, scores: Floats) -> Floats:
    """What the weights weight: the scores, or their logarithms where the scheme multiplies."""
    if case.combination is Combination.SUM:
        return scores
    logs: Floats = np.log(np.maximum(scores, _TINY))
    return logs


def _order(rng: np.random.Generator, values: Floats) -> NDArray[np.int64]:
    """Types from the highest value to the lowest, ties by lot."""
    lots = _TINY * rng.random(values.shape)
    return np.argsort(-(values + lots), axis=1)


def _within(low: Floats, high: Floats) -> Floats:
    """Weights inside all ranges that add up to 1: as far up each range as all others."""
    room = (high - low).sum()
    share = (1 - low.sum()) / room if room > 0 else 0.0
    inside: Floats = low + share * (high - low)
    return inside
