"""95% intervals of counts, rates and proportions."""

from __future__ import annotations

import math
from collections.abc import Callable

from safer_desktop.analysis.quantities import SCALES
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.indicators import Unit

Z95 = 1.959963984540054
"""Two-sided 95% point of the normal distribution."""

INTERVAL_WORDS = "95% interval (Byar's method, exact below 10 events; Wilson's for percentages)"


def interval(quantity: Quantity) -> tuple[float, float] | None:
    """The quantity's 95% interval in its own unit, or None where nothing is known to build it on.

    A count is taken as Poisson, a rate as a count over a fixed base, a percentage as binomial.
    A ratio of events per person has none: events cluster in persons.
    """
    if quantity.count is None or quantity.unit is Unit.RATIO:
        return None
    if quantity.unit is Unit.COUNT:
        return count_interval(quantity.count)
    if not quantity.base:
        return None
    scale = SCALES[quantity.unit] / quantity.base
    if quantity.unit is Unit.PERCENTAGE:
        if not 0 <= quantity.count <= quantity.base:
            return None
        lower, upper = wilson(quantity.count, quantity.base)
        return 100 * lower, 100 * upper
    lower, upper = count_interval(quantity.count)
    return scale * lower, scale * upper


def count_interval(events: float) -> tuple[float, float]:
    """95% interval of a Poisson count: Byar's method for 10 or more events, exact below.

    Source: Breslow and Day, Statistical Methods in Cancer Research II (1987), as used by Public
    Health England's Fingertips and PHEindicatormethods.
    """
    return byar(events) if events >= 10 else exact(round(events))


def byar(events: float) -> tuple[float, float]:
    """Byar's approximation to the exact Poisson interval, 95%."""
    above = events + 1
    lower = events * (1 - 1 / (9 * events) - Z95 / (3 * math.sqrt(events))) ** 3
    upper = above * (1 - 1 / (9 * above) + Z95 / (3 * math.sqrt(above))) ** 3
    return lower, upper


def exact(events: int) -> tuple[float, float]:
    """The exact 95% Poisson interval (Garwood 1936), found by bisection of the distribution."""
    most = 4.0 * events + 20.0
    lower = 0.0
    if events:
        lower = _root(lambda mean: 1 - _poisson_up_to(events - 1, mean) - 0.025, 0.0, most)
    return lower, _root(lambda mean: 0.025 - _poisson_up_to(events, mean), 0.0, most)


def wilson(cases: float, of: float) -> tuple[float, float]:
    """Wilson's score interval of a proportion, 95% (Wilson 1927)."""
    share = cases / of
    shrink = 1 + Z95**2 / of
    centre = (share + Z95**2 / (2 * of)) / shrink
    half = Z95 * math.sqrt(share * (1 - share) / of + Z95**2 / (4 * of**2)) / shrink
    return max(0.0, centre - half), min(1.0, centre + half)


def _poisson_up_to(events: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for k in range(1, events + 1):
        term *= mean / k
        total += term
    return total


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    while high - low > 1e-10:
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
