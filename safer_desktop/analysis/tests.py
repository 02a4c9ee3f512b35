"""Tests of 'nothing changed' between two spans: the ground of every 'rising' and 'falling'."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from safer_desktop.domain.evidence import Reason, ReasonCode, Test

EXACT_BELOW = 20
"""Events in both spans together, below which the exact test is used."""

PLAIN_POISSON = "Poisson square root test, overdispersion unknown"
"""Name of the test where no monthly counts show how much such counts vary."""


def count_test(
    before: float,
    after: float,
    base_before: float = 1.0,
    base_after: float = 1.0,
    months: Sequence[Sequence[float]] | None = None,
) -> Test:
    """Whether two counts over two bases (people, equal spans) come from one rate.

    From 20 events in all: square root test, with d = base_after / base_before

        z = 2 (sqrt(after) - sqrt(d before)) / sqrt((1 + d) phi),

    the variance of each square root being 1/4 (Huffman 1984; Gu, Ng, Tang and Schucany 2008).
    ``months`` are the monthly counts of both spans; the dispersion phi estimated from them makes
    it the quasi-Poisson test, referred to Student's t. Below 20 events: exact conditional binomial
    test (Przyborowski and Wilenski 1940), two-sided by twice the smaller tail, so that it agrees
    with the exact interval of the ratio.
    """
    return spread_test(before, after, base_before, base_after, dispersion(months or ()))


def spread_test(
    before: float,
    after: float,
    base_before: float,
    base_after: float,
    spread: tuple[float, int] | None,
) -> Test:
    """:func:`count_test` with a dispersion, and its degrees of freedom, found beforehand."""
    total = before + after
    share = base_after / (base_before + base_after)
    if total < EXACT_BELOW:
        p_value = binomial_p(round(after), round(total), share)
        return Test("exact binomial test of two Poisson counts", share, p_value)
    ratio = base_after / base_before
    z = 2 * (math.sqrt(after) - math.sqrt(before * ratio)) / math.sqrt(1 + ratio)
    if spread is None:
        return Test(PLAIN_POISSON, z, normal_p(z))
    phi, freedom = spread
    if phi <= 1:
        return Test("Poisson square root test", z, normal_p(z))
    z /= math.sqrt(phi)
    name = f"quasi-Poisson square root test (t, {freedom} degrees of freedom)"
    return Test(name, z, student_p(z, freedom), dispersion=phi, freedom=freedom)


def dispersion(months: Sequence[Sequence[float]]) -> tuple[float, int] | None:
    """Variance over mean of monthly counts, and its degrees of freedom.

    Rows are spans of equally many months, in order. It is Pearson's chi-square of the table (each
    month expected to hold its usual share of either year) over its degrees of freedom: the quasi-
    Poisson estimate of McCullagh and Nelder (1989) with year and month as factors, so that neither
    a change between the years nor a season common to both counts as overdispersion. Months that are
    empty in every row say nothing and are left out. None with fewer than 12 months in all or
    without a degree of freedom.
    """
    columns = [column for column in zip(*months, strict=True) if sum(column)]
    rows = [sum(row) for row in zip(*columns, strict=True)]
    freedom = (len(months) - 1) * (len(columns) - 1)
    if sum(len(row) for row in months) < 12 or freedom < 1 or not all(rows):
        return None
    total = sum(rows)
    chi_square = 0.0
    for column in columns:
        share = sum(column) / total
        for row, seen in zip(rows, column, strict=True):
            expected = row * share
            chi_square += (seen - expected) ** 2 / expected
    return chi_square / freedom, freedom


def proportion_test(
    before: float, of_before: float, after: float, of_after: float
) -> Test | Reason:
    """Two-sample z test of proportions with pooled variance.

    A Reason where fewer than five cases are expected in any cell, since z is unsound there.
    """
    pooled = (before + after) / (of_before + of_after)
    smallest = min(pooled, 1 - pooled) * min(of_before, of_after)
    if smallest < 5:
        return Reason(
            ReasonCode.NO_TEST, "Fewer than five cases would be expected on one side of the test."
        )
    error = math.sqrt(pooled * (1 - pooled) * (1 / of_before + 1 / of_after))
    z = (after / of_after - before / of_before) / error
    return Test("two-sample z test of proportions, pooled variance", z, normal_p(z))


def binomial_p(successes: int, trials: int, share: float) -> float:
    """Two-sided exact binomial p-value: twice the smaller tail, the outcome seen included."""
    below = binomial_up_to(successes, trials, share)
    above = binomial_up_to(trials - successes, trials, 1 - share)
    return min(1.0, 2 * min(below, above))


def binomial_up_to(successes: int, trials: int, share: float) -> float:
    """The chance of so many successes or fewer."""
    return math.fsum(
        math.comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(successes + 1)
    )


def normal_p(z: float) -> float:
    """Two-sided p-value of a standard normal deviate."""
    return math.erfc(abs(z) / math.sqrt(2))


def student_p(t: float, freedom: int) -> float:
    """Two-sided p-value of Student's t: Abramowitz and Stegun 26.7.3 and 26.7.4 (finite sums)."""
    angle = math.atan(abs(t) / math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = freedom % 2
    term = cosine if odd else 1.0
    total = 0.0
    for k in range(1 + odd, freedom, 2):
        total += term
        term *= cosine**2 * k / (k + 1)
    inside = 2 / math.pi * (angle + sine * total) if odd else sine * total
    return max(0.0, 1 - inside)


@lru_cache(maxsize=256)
def student_point(freedom: int, level: float) -> float:
    """The deviate of Student's t that lies within plus or minus itself with this probability."""
    low, high = 0.0, 2.0
    while student_p(high, freedom) > 1 - level:
        high *= 2
    while (middle := (low + high) / 2) not in (low, high):
        if student_p(middle, freedom) > 1 - level:
            low = middle
        else:
            high = middle
    return high
