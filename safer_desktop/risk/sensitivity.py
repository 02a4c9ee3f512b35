"""The order under plausible weights and scores (SMAA).

Stochastic multicriteria acceptability analysis: weights and scores, or weight sets and counts, are
drawn many times (seeded), each draw is ranked, and the places are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safer_desktop.domain.progress import Progress, Silent, check_cancelled
from safer_desktop.risk.firmness import (
    Assumptions,
    Case,
    Combination,
    Firmness,
    ScoredFactor,
    check_assumptions,
    plausible_sets,
)

TINY = 1e-9
_AT_ONCE = 2000
_SWEEPS = 12

Floats = NDArray[np.float64]


def firmness(case: Case, held: Assumptions, progress: Progress | None = None) -> Firmness:
    """Rank ``held.draws`` times and count the places of each type of ``case``.

    Raises :class:`SchemeError` for assumptions that contradict themselves, :class:`Cancelled`
    at the user's wish. The same case and assumptions always give the same result.
    """
    check_assumptions(held, case)
    progress = progress or Silent()
    rng = np.random.default_rng(held.seed)
    tally = _Tally(case, held)
    for begun in range(0, held.draws, _AT_ONCE):
        check_cancelled(progress)
        progress.report(begun / held.draws, "Trying what is held plausible")
        numbers = np.arange(begun, min(begun + _AT_ONCE, held.draws))
        if case.combination is Combination.AMOUNT:
            tally.add(rng, _drawn_amounts(rng, case, held, numbers))
        else:
            tally.add(rng, _drawn_values(rng, case, held, len(numbers)))
    progress.report(1.0, "The order has been tried")
    return tally.told()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Values (draws x types), not a number where a type has none in a draw, and what led there.

    ``weights`` (draws x factors) or ``sets``, the number of each draw's weight set.
    """

    values: Floats
    weights: Floats | None = None
    sets: NDArray[np.int64] | None = None


class _Tally:
    """The places counted so far."""

    def __init__(self, case: Case, held: Assumptions) -> None:
        self._case, self._held = case, held
        many = len(case.types)
        self._places = np.zeros((many, many))
        self._above = np.zeros((many, many))
        self._both = np.zeros((many, many))
        self._central = np.zeros((many, len(case.factors)))
        tried = len(plausible_sets(case, held))
        self._top_of_set = np.zeros((many, tried))
        self._in_set = np.zeros((many, tried))

    def add(self, rng: np.random.Generator, drawn: _Drawn) -> None:
        """Count the places of these draws; ties are broken by lot."""
        many = len(self._case.types)
        order = np.argsort(-(drawn.values + TINY * rng.random(drawn.values.shape)), axis=1)
        placed = np.empty(order.shape, np.int16)
        np.put_along_axis(placed, order, np.arange(many, dtype=np.int16)[None], axis=1)
        # One row per type: counting along rows is several times as fast.
        ranks = np.ascontiguousarray(placed.T)
        stands = np.ascontiguousarray(~np.isnan(drawn.values).T)
        whole = bool(stands.all())
        for at in range(many):
            above = ranks[at] < ranks
            self._above[at] += np.count_nonzero(above if whole else above & stands, axis=1)
            self._places[at] += np.bincount(ranks[at][stands[at]], minlength=many)
        counted = stands.astype(float)
        self._both += counted @ counted.T
        if drawn.weights is not None:
            np.add.at(self._central, order[:, 0], drawn.weights)
        if drawn.sets is not None:
            top = stands & (ranks < self._held.top)
            for number in range(self._in_set.shape[1]):
                chosen = drawn.sets == number
                self._top_of_set[:, number] += np.count_nonzero(top[:, chosen], axis=1)
                self._in_set[:, number] += np.count_nonzero(stands[:, chosen], axis=1)

    def told(self) -> Firmness:
        """The shares of what was counted."""
        stood = self._both.diagonal()
        first = self._places[:, 0]
        central = self._central / np.maximum(first, 1)[:, None]
        weighed = bool(self._case.factors)
        return Firmness(
            self._case,
            self._held,
            _rows(self._places / stood[:, None]),
            _rows(self._above / self._both),
            tuple(
                tuple(row) if leads and weighed else None
                for row, leads in zip(central.tolist(), first, strict=True)
            ),
            tuple(
                tuple(
                    _share_in_set(case_set.weights[at], *counts)
                    for case_set, *counts in zip(
                        plausible_sets(self._case, self._held),
                        self._top_of_set[at],
                        self._in_set[at],
                        strict=True,
                    )
                )
                for at in range(len(self._case.types))
            ),
        )


def _rows(shares: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, shares.tolist()))


def _share_in_set(weight: float | None, top: float, tried: float) -> float | None:
    return None if weight is None or not tried else float(top / tried)


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
    weights = np.tile(_within(low, high)[:, None], (1, draws))
    # Gibbs sampling: two weights share what is left of 1 anew, in turn, the others held. The
    # uniform distribution over the allowed weights is the one that this leaves unchanged.
    for _ in range(_SWEEPS * many):
        for one in range(many - 1):
            other = int(rng.integers(one + 1, many))
            both = weights[one] + weights[other]
            least = np.maximum(low[one], both - high[other])
            most = np.maximum(np.minimum(high[one], both - low[other]), least)
            weights[one] = least + (most - least) * rng.random(draws)
            weights[other] = both - weights[one]
    return np.ascontiguousarray(weights.T)


def likely_weights(
    rng: np.random.Generator, case: Case, ranges: Sequence[tuple[float, float]], draws: int
) -> Floats:
    """Weights (draws x factors) as ``case.weights`` has them, uniform over what is allowed."""
    if case.combination is not Combination.WEIGHTED:
        return plausible_weights(rng, case.weights, ranges, draws)
    low, high = ranges[0] if ranges else (0.0, 1.0)
    apart = rng.uniform(low, high, size=(draws, 1))
    return np.hstack([apart, plausible_weights(rng, case.weights[1:], ranges[1:], draws)])


def values(case: Case, scores: Floats, weights: Floats) -> Floats:
    """What types are ranked by (draws x types), weights given as draws x factors.

    ``scores`` hold for all draws (types x factors) or are their own (draws x types x factors).
    Where the scheme multiplies, values are logarithms.
    """
    if case.combination is Combination.SUM:
        return _weighed(scores, weights)
    if case.combination is Combination.PRODUCT:
        return _weighed(log(scores), weights)
    apart = weights[:, :1]
    found: Floats = apart * log(scores[..., 0]) + (1 - apart) * log(
        _weighed(scores[..., 1:], weights[:, 1:])
    )
    return found


def log(scores: Floats) -> Floats:
    """Logarithms, in which a score of 0 is as good as nothing."""
    found: Floats = np.log(np.maximum(scores, TINY))
    return found


def _weighed(scores: Floats, weights: Floats) -> Floats:
    if scores.ndim == 2:
        return weights @ scores.T
    found: Floats = np.einsum("dtf,df->dt", scores, weights)
    return found


def _drawn_values(rng: np.random.Generator, case: Case, held: Assumptions, draws: int) -> _Drawn:
    weights = likely_weights(rng, case, held.ranges, draws)
    return _Drawn(values(case, _drawn_scores(rng, case, held, draws), weights), weights)


def _drawn_amounts(
    rng: np.random.Generator, case: Case, held: Assumptions, numbers: NDArray[np.int64]
) -> _Drawn:
    """Logarithms of count x harm; the weight sets take turns, so each is tried as often."""
    tried = plausible_sets(case, held)
    sets = numbers % len(tried)
    harm = np.array([it.weights for it in tried], dtype=float)[sets]
    codes = [it.code for it in case.types]
    for times in held.multipliers:
        if times.incident_type in codes:
            # Half as much is as likely as twice as much.
            drawn = np.exp(rng.uniform(np.log(times.low), np.log(times.high), len(numbers)))
            harm[:, codes.index(times.incident_type)] *= drawn
    counts = np.array([it.count or 0.0 for it in case.types])
    drawn = np.tile(counts, (len(numbers), 1))
    if held.chance:
        drawn = rng.poisson(drawn).astype(float)
    return _Drawn(log(drawn * harm), sets=sets)


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
    volumes = drawn if factor.by_count else 100 * drawn / np.maximum(total, 1.0)
    edges = np.round([band.start for band in factor.bands], 9)
    banded: Floats = np.array([band.score for band in factor.bands])[
        np.maximum(np.searchsorted(edges, np.round(volumes, 9), side="right") - 1, 0)
    ]
    return banded


def _within(low: Floats, high: Floats) -> Floats:
    """Weights inside all ranges that add up to 1: as far up each range as all others."""
    room = (high - low).sum()
    share = (1 - low.sum()) / room if room > 0 else 0.0
    inside: Floats = low + share * (high - low)
    return inside
