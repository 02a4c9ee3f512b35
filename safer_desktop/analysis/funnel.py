"""Areas of unlike size side by side: funnel limits, and which area stands out from the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from safer_desktop.analysis.tests import student_point

FALSE_RATE = 0.05
"""Share of editions in which any one of several like areas is named by chance."""

LEAST_AREAS = 5
LEVELS = (0.95, 0.998)


@dataclass(frozen=True, slots=True)
class Expected:
    """Where an area's figure would lie if it were like the others, as events over its base.

    ``spread`` is the standard deviation that the others have beyond chance, on the root scale.
    """

    lower: float
    upper: float
    spread: float

    def holds(self, share: float) -> bool:
        """Whether events over base lie within it."""
        return self.lower <= share <= self.upper


def expected_of_each(
    events: Sequence[float], bases: Sequence[float], *, shares: bool
) -> tuple[Expected, ...]:
    """For each of at least five areas the span that the others lead one to expect.

    An area is left out in turn. The others give a mean and their spread beyond chance, tau
    (DerSimonian and Laird 1986), on the scale on which chance is even: twice the square root of a
    rate, or the arcsine root of a share, with variance 1 / base. The area would then lie within

        mean +/- t sqrt(1 / base + tau^2 + variance of the mean)

    with Student's t on k - 3 degrees of freedom for k areas: the prediction interval of Higgins,
    Thompson and Spiegelhalter (JRSS A 2009;172:137-159), at level 1 - 0.05 / k (Bonferroni), so
    that in 5% of sets of like areas at most any of them is named. It allows for the spread that
    the areas ordinarily have.
    """
    up, down = (_arcsine, _from_arcsine) if shares else (_root, _from_root)
    count = len(events)
    point = student_point(count - 3, 1 - FALSE_RATE / count)
    heights = [up(seen / base) for seen, base in zip(events, bases, strict=True)]
    found = []
    for n, base in enumerate(bases):
        others = [
            (height, b) for m, (height, b) in enumerate(zip(heights, bases, strict=True)) if m != n
        ]
        beyond = _variance_beyond_chance(others)
        weights = [1 / (1 / b + beyond) for _, b in others]
        mean = sum(w * height for w, (height, _) in zip(weights, others, strict=True)) / sum(
            weights
        )
        half = point * math.sqrt(1 / base + beyond + 1 / sum(weights))
        found.append(Expected(down(mean - half), down(mean + half), math.sqrt(beyond)))
    return tuple(found)


def _variance_beyond_chance(heights: Sequence[tuple[float, float]]) -> float:
    """DerSimonian and Laird's moment estimate; each height comes with its base, 1 / variance."""
    total = sum(b for _, b in heights)
    mean = sum(b * height for height, b in heights) / total
    squares = sum(b * (height - mean) ** 2 for height, b in heights)
    scale = total - sum(b * b for _, b in heights) / total
    return max(0.0, (squares - (len(heights) - 1)) / scale)


def overdispersion(events: Sequence[float], bases: Sequence[float], *, shares: bool) -> float:
    """How much areas vary about their pooled rate beyond chance: 1 where that may be chance.

    The mean square of the distances, the outer tenth at either end drawn in (winsorised); it is
    allowed for where it is above 1 + 2 sqrt(2 / k) (Spiegelhalter, Quality and Safety in Health
    Care 2005;14:347-351).
    """
    up = _arcsine if shares else _root
    centre = up(sum(events) / sum(bases))
    apart = sorted(math.sqrt(b) * (up(o / b) - centre) for o, b in zip(events, bases, strict=True))
    low, high = _quantile(apart, 0.1), _quantile(apart, 0.9)
    phi = sum(min(max(z, low), high) ** 2 for z in apart) / len(apart)
    return phi if phi > 1 + 2 * math.sqrt(2 / len(apart)) else 1.0


def limits(
    centre: float, base: float, level: float, dispersion: float, *, shares: bool
) -> tuple[float, float]:
    """Funnel limits, as events over base: exact Poisson (binomial for shares), interpolated.

    Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in
    Medicine 2005;24:1185-1202, appendix A.1.1; the distance from the centre is multiplied by the
    root of the dispersion.
    """
    tail = (1 - level) / 2
    lower = _exact_point(centre, base, tail, shares) / base
    upper = _exact_point(centre, base, 1 - tail, shares) / base
    wider = math.sqrt(dispersion)
    low, high = centre - wider * (centre - lower), centre + wider * (upper - centre)
    return max(0.0, low), min(1.0, high) if shares else high


@lru_cache(maxsize=4096)
def _exact_point(share: float, base: float, tail: float, shares: bool) -> float:
    """The count below which a share ``tail`` of the distribution lies, between two whole counts."""
    ratio, first, last = _binomial(share, round(base)) if shares else _poisson(share * base)
    mode = min(max(round(share * base), first), last)
    below = [1.0]
    for k in range(mode, first, -1):
        below.append(below[-1] / ratio(k))
    above = [1.0]
    for k in range(mode + 1, last + 1):
        above.append(above[-1] * ratio(k))
    chances = [*reversed(below), *above[1:]]
    total = math.fsum(chances)
    reached = 0.0
    for k, chance in enumerate(chances, start=first):
        step = chance / total
        if reached + step > tail:
            return max(0.0, k - (reached + step - tail) / step)
        reached += step
    return float(last)


def _poisson(mean: float) -> tuple[Callable[[int], float], int, int]:
    """The chance of k over that of k - 1, and the counts beyond which nothing is left."""
    reach = 9 * math.sqrt(mean) + 30
    return lambda k: mean / k, max(0, math.floor(mean - reach)), math.ceil(mean + reach)


def _binomial(share: float, trials: int) -> tuple[Callable[[int], float], int, int]:
    odds = share / (1 - share) if share < 1 else math.inf
    mean, reach = share * trials, 9 * math.sqrt(trials * share * (1 - share)) + 30
    first, last = max(0, math.floor(mean - reach)), min(trials, math.ceil(mean + reach))
    return lambda k: (trials - k + 1) / k * odds, first, last


def _root(rate: float) -> float:
    return 2 * math.sqrt(rate)


def _from_root(height: float) -> float:
    return (max(0.0, height) / 2) ** 2


def _arcsine(share: float) -> float:
    return 2 * math.asin(math.sqrt(min(1.0, share)))


def _from_arcsine(height: float) -> float:
    return math.sin(min(max(0.0, height), math.pi) / 2) ** 2


def _quantile(ordered: Sequence[float], at: float) -> float:
    """Between two of the values in order, as by linear interpolation."""
    place = at * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
