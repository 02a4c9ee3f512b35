"""Exact limits of counts, and the tails that limits and tests need, in numpy alone."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]

THREE_SIGMA_TAIL = 0.0013498980316300933
"""What a normal distribution has beyond three deviations on one side."""

TWO_SIGMA_TAIL = 0.022750131948179195
"""The same beyond two."""

EXACT_BELOW = 50.0
"""Expected events below which limits are exact; above, three deviations each way serve as well."""


class Fences(NamedTuple):
    """Limits and the lines two thirds of the way to them. Arrays of one shape."""

    lower: Numbers
    near_lower: Numbers
    near_upper: Numbers
    upper: Numbers


def poisson_fences(expected: Numbers) -> Fences:
    """Limits of a count by the events expected of it; negative or missing ones give NaN.

    Below 50 expected events: the smallest upper and the largest lower limit that chance goes
    beyond no more often than it goes beyond three (two) normal deviations on one side. From 50 on:
    expected +/- 3 (2) sqrt(expected) (Montgomery, Introduction to Statistical Quality Control,
    c chart).
    """
    fences = sigma_fences(expected, np.sqrt(np.maximum(expected, 0.0)))
    small = (expected >= 0) & (expected < EXACT_BELOW)
    means, place = np.unique(expected[small], return_inverse=True)
    if means.size:
        _fill(fences, small, place, poisson_cdf(means, _grid_end(float(means[-1]))))
    return fences


def binomial_fences(cases: Numbers, share: Numbers) -> Fences:
    """Limits of how many of ``cases`` fall in a share expected, as for a Poisson count.

    Exact where fewer than 50 are expected to be in or out of it, else expected +/- 3 (2)
    sqrt(cases share (1 - share)). Cases are rounded to whole ones for the exact limits.
    """
    variance = cases * share * (1 - share)
    fences = sigma_fences(cases * share, np.sqrt(np.maximum(variance, 0.0)))
    rarer = cases * np.minimum(share, 1 - share)
    small = (rarer >= 0) & (rarer < EXACT_BELOW) & (cases >= 1) & (cases <= 20_000)
    pairs = np.stack([np.round(cases[small]), share[small]], axis=-1)
    kinds, place = np.unique(pairs, axis=0, return_inverse=True)
    for number, (of, part) in enumerate(kinds):
        here = small.copy()
        here[small] = place.reshape(-1) == number
        _fill(fences, here, np.zeros(int(here.sum()), np.intp), binomial_cdf(int(of), part)[None])
    return fences


def geometric_fences(mean: Numbers) -> Fences:
    """Exact limits of the number of event-free periods before an event, by their mean.

    The number has P(X > k) = q^(k + 1) with q = mean / (mean + 1) (Benneyan 2001).
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        log_q = np.log(mean / (mean + 1))
        upper = np.maximum(0.0, np.ceil(math.log(THREE_SIGMA_TAIL) / log_q - 1))
        near_upper = np.maximum(0.0, np.ceil(math.log(TWO_SIGMA_TAIL) / log_q - 1))
        lower = np.floor(math.log1p(-THREE_SIGMA_TAIL) / log_q)
        near_lower = np.floor(math.log1p(-TWO_SIGMA_TAIL) / log_q)
    return Fences(lower, near_lower, near_upper, upper)


def sigma_fences(centre: Numbers, sigma: Numbers) -> Fences:
    """Three deviations each way, and two."""
    return Fences(centre - 3 * sigma, centre - 2 * sigma, centre + 2 * sigma, centre + 3 * sigma)


def poisson_cdf(means: Numbers, end: int) -> Numbers:
    """P(X <= k) for k = 0 to ``end``: one row for each mean."""
    k = np.arange(end + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_chance = k * np.log(means[:, None]) - means[:, None] - log_factorials(end)
    chance = np.exp(log_chance)
    chance[means == 0] = k == 0
    total: Numbers = np.minimum(np.cumsum(chance, axis=1), 1.0)
    return total


def binomial_cdf(cases: int, share: float) -> Numbers:
    """P(X <= k) for k = 0 to ``cases``."""
    k = np.arange(cases + 1)
    if share <= 0 or share >= 1:
        return (k >= (cases if share >= 1 else 0)).astype(np.float64)
    logs = log_factorials(cases)
    log_chance = logs[-1] - logs - logs[::-1] + k * math.log(share)
    chance = np.exp(log_chance + (cases - k) * math.log1p(-share))
    total: Numbers = np.minimum(np.cumsum(chance), 1.0)
    return total


def log_factorials(end: int) -> Numbers:
    """ln k! for k = 0 to ``end``."""
    logs = np.concatenate([[0.0], np.log(np.arange(1, end + 1, dtype=np.float64))])
    total: Numbers = np.cumsum(logs)
    return total


def normal_cdf(z: Numbers) -> Numbers:
    """P(Z <= z) of the standard normal distribution."""
    flat = [0.5 * math.erfc(-value / math.sqrt(2)) for value in z.ravel().tolist()]
    return np.array(flat, dtype=np.float64).reshape(z.shape)


def f_tail(value: float, above: int, below: int) -> float:
    """P(F > value) with ``above`` and ``below`` degrees of freedom.

    By the continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8).
    """
    if value <= 0:
        return 1.0
    x = below / (below + above * value)
    a, b = below / 2, above / 2
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_tail(1 - x, b, a)
    return _beta_tail(x, a, b)


def _beta_tail(x: float, a: float, b: float) -> float:
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )  # fmt: skip
    # Lentz's way: the fraction from the front, by the ratios c and d of successive convergents.
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / (1 + term * d)
            c = 1 + term / c
            fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * fraction / a


def _grid_end(largest: float) -> int:
    return math.ceil(largest + 10 * math.sqrt(largest) + 20)


def _fill(fences: Fences, where: Flags, place: Indices, cdf: Numbers) -> None:
    """Writes the exact limits of ``cdf``'s rows (``place`` says which) into the fences."""
    for tail, low, high in (
        (THREE_SIGMA_TAIL, fences.lower, fences.upper),
        (TWO_SIGMA_TAIL, fences.near_lower, fences.near_upper),
    ):
        low[where] = (cdf <= tail).sum(axis=1)[place.reshape(-1)]
        high[where] = (cdf >= 1 - tail).argmax(axis=1)[place.reshape(-1)]
