"""Intervals of counts, rates and proportions, 95% unless another level is asked for."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

from safer_desktop.analysis.quantities import SCALES
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.indicators import Unit

INTERVAL_WORDS = "95% interval (Byar's method, exact below 10 events; Wilson's for percentages)"


def interval(quantity: Quantity, level: float = 0.95) -> tuple[float, float] | None:
    """The quantity's interval in its own unit, or None where nothing is known to build it on.

    A count is taken as Poisson, a rate as a count over a fixed base, a percentage as binomial.
    A ratio of events per person has none: events cluster in persons.
    """
    if quantity.count is None or quantity.unit is Unit.RATIO:
        return None
    if quantity.unit is Unit.COUNT:
        return count_interval(quantity.count, level)
    if not quantity.base:
        return None
    scale = SCALES[quantity.unit] / quantity.base
    if quantity.unit is Unit.PERCENTAGE:
        if not 0 <= quantity.count <= quantity.base:
            return None
        lower, upper = wilson(quantity.count, quantity.base, level)
        return 100 * lower, 100 * upper
    lower, upper = count_interval(quantity.count, level)
    return scale * lower, scale * upper


def count_interval(events: float, level: float = 0.95) -> tuple[float, float]:
    """Interval of a Poisson count: Byar's method for 10 or more events, exact below.

    Source: Breslow and Day, Statistical Methods in Cancer Research II (1987), as used by Public
    Health England's Fingertips and PHEindicatormethods.
    """
    return byar(events, level) if events >= 10 else exact(round(events), level)


def byar(events: float, level: float = 0.95) -> tuple[float, float]:
    """Byar's approximation to the exact Poisson interval."""
    z = normal_point(level)
    above = events + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    return lower, upper


@lru_cache(maxsize=256)
def exact(events: int, level: float = 0.95) -> tuple[float, float]:
    """The exact Poisson interval (Garwood 1936), found by bisection of the distribution."""
    tail = (1 - level) / 2
    most = 6.0 * events + 30.0
    lower = 0.0
    if events:
        lower = root(lambda mean: 1 - _poisson_up_to(events - 1, mean) - tail, 0.0, most)
    return lower, root(lambda mean: tail - _poisson_up_to(events, mean), 0.0, most)


def wilson(cases: float, of: float, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of a proportion (Wilson 1927)."""
    z = normal_point(level)
    share = cases / of
    shrink = 1 + z**2 / of
    centre = (share + z**2 / (2 * of)) / shrink
    half = z * math.sqrt(share * (1 - share) / of + z**2 / (4 * of**2)) / shrink
    return max(0.0, centre - half), min(1.0, centre + half)


@lru_cache(maxsize=64)
def normal_point(level: float) -> float:
    """The standard normal deviate that lies within plus or minus itself with this probability."""
    return NormalDist().inv_cdf((1 + level) / 2)


def root(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function passes nought between two bounds, by bisection."""
    while high - low > 1e-13 * max(1.0, abs(high)):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _poisson_up_to(events: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for k in range(1, events + 1):
        term *= mean / k
        total += term
    return total
