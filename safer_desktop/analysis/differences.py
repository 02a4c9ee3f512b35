"""Intervals of change: of the ratio and the difference of two counts, and of two proportions.

Those of counts are the exact inversions of the tests in ``tests.py``: they leave out 'no change'
where, and only where, the test finds a change.
"""

from __future__ import annotations

import math
from functools import lru_cache

from safer_desktop.analysis.intervals import count_interval, normal_point, root, wilson
from safer_desktop.analysis.tests import EXACT_BELOW, binomial_up_to, student_point
from safer_desktop.domain.evidence import Interval, Test

_BY_ROOTS = "inversion of the square root test"
_BY_SHARES = "exact, by the interval of the later count's share (Clopper and Pearson 1934)"


def ratio_interval(
    before: float,
    after: float,
    base_before: float,
    base_after: float,
    test: Test,
    level: float = 0.95,
) -> Interval:
    """Interval of the later rate over the earlier one, for the test that ``count_test`` gave.

    With d = base_after / base_before, the ratios r with

        4 (sqrt(after) - sqrt(r d before))^2 <= c^2 phi (1 + r d)

    where c is the normal (with phi: Student's) point of the level; below 20 events the
    Clopper-Pearson interval of the share after / (before + after), turned into a ratio. ``upper``
    is infinite where the earlier count is too small to bound it.
    """
    growth = base_after / base_before
    if before + after < EXACT_BELOW:
        low, high = shares(round(after), round(before + after), level)
        upper = high / (1 - high) / growth if high < 1 else math.inf
        return Interval(low / (1 - low) / growth, upper, _BY_SHARES, level)
    allowed = _point(test, level) ** 2 * test.dispersion
    low, high = _root_bounds(before, after, allowed)
    return Interval(low**2 / growth, high**2 / growth, _BY_ROOTS, level)


def rate_difference(
    before: float,
    after: float,
    base_before: float,
    base_after: float,
    test: Test,
    level: float = 0.95,
) -> Interval:
    """Interval of after / base_after - before / base_before.

    The difference is N g(r), N being the events of both spans together, r the ratio of the rates
    and g(r) = (r - 1) / (base_before + r base_after). N and r are independent, so their intervals
    are joined as by MOVER (Zou and Donner 2008): each side's half widths, squared and added. That
    of N is taken at the bound of r, so that the sign is the test's.
    """
    ratio = ratio_interval(before, after, base_before, base_after, test, level)
    total = before + after
    seen = after / base_after - before / base_before
    more_events = count_interval(total, level)[1] - total
    spread = more_events * math.sqrt(test.dispersion) * _point(test, level) / normal_point(level)

    def bound(at: float, side: int) -> float:
        slope = 1 / base_after if math.isinf(at) else (at - 1) / (base_before + at * base_after)
        half = math.hypot(seen - total * slope, spread * slope)
        found = seen + side * half
        return 0.0 if found * slope < 0 else found

    return Interval(bound(ratio.lower, -1), bound(ratio.upper, 1), ratio.method, level)


def newcombe(
    before: float, of_before: float, after: float, of_after: float, level: float = 0.95
) -> Interval:
    """Interval of the difference of two proportions (Newcombe 1998, method 10: Wilson's limits)."""
    first, second = before / of_before, after / of_after
    low_first, high_first = wilson(before, of_before, level)
    low_second, high_second = wilson(after, of_after, level)
    seen = second - first
    return Interval(
        seen - math.hypot(second - low_second, high_first - first),
        seen + math.hypot(high_second - second, first - low_first),
        "Newcombe's, from Wilson's limits",
        level,
    )


@lru_cache(maxsize=1024)
def shares(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of a proportion (Clopper and Pearson 1934); (0, 1) without trials."""
    tail = (1 - level) / 2
    low, high = 0.0, 1.0
    if successes:
        low = root(lambda p: 1 - binomial_up_to(successes - 1, trials, p) - tail, 0.0, 1.0)
    if successes < trials:
        high = root(lambda p: tail - binomial_up_to(successes, trials, p), 0.0, 1.0)
    return low, high


def _root_bounds(before: float, after: float, allowed: float) -> tuple[float, float]:
    """The roots s of 4 (sqrt(after) - s sqrt(before))^2 = allowed (1 + s^2), s = sqrt(r d)."""
    square = 4 * before - allowed
    half = 4 * math.sqrt(before * after)
    rest = math.sqrt(allowed * max(0.0, 4 * (before + after) - allowed))
    if square <= 0:
        # The earlier count is not clearly above nought: there is no upper bound.
        low = (4 * after - allowed) / (half + rest) if half + rest else 0.0
        return max(0.0, low), math.inf
    return max(0.0, (half - rest) / square), (half + rest) / square


def _point(test: Test, level: float) -> float:
    return student_point(test.freedom, level) if test.freedom else normal_point(level)
