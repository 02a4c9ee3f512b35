"""How many false signals to expect: of charts on which nothing has changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from safer_desktop.analysis.limits.chain import Chain, chain
from safer_desktop.analysis.limits.distributions import (
    Fences,
    Numbers,
    binomial_cdf,
    binomial_fences,
    geometric_fences,
    normal_cdf,
    poisson_cdf,
    poisson_fences,
    sigma_fences,
)
from safer_desktop.analysis.limits.formulas import LIMIT_PER_RANGE, LN_2, SCREEN_ABOVE
from safer_desktop.domain.display import number
from safer_desktop.domain.limit_rules import RuleKind, preset
from safer_desktop.domain.limits import AlarmCase, ChartKind, FalseAlarms

NODES = 10
"""Places at which an uncertain centre or spread is tried (Gauss and Hermite)."""

LIKELY = 0.9

METHOD = (
    "For every chart: the chance that one of the quarter's new points meets a rule in use although "
    "nothing changed, the limits being only as sure as their baseline lets them be. Zones of the "
    "chart are a Markov chain (Champ and Woodall 1987), averaged over the error of centre and "
    "spread from so many points; n points run up or down by chance 2 / n! of the time. The chances "
    "are added up. Points of one chart are taken as independent; small uneven counts, being "
    "skewed, bring up to a third more."
)

_D2 = 1.1283791670955126
"""Mean of |difference| of two normal numbers of deviation 1: 2 / sqrt(pi)."""


def false_alarms(cases: Sequence[AlarmCase]) -> FalseAlarms:
    """The false signals to expect this quarter over these charts."""
    chances = [chances_of(case) for case in cases]
    in_quarter = [quarter for quarter, _ in chances]
    likely = _middle(in_quarter)
    total, latest = sum(in_quarter), sum(last for _, last in chances)
    return FalseAlarms(
        charts=len(cases),
        in_quarter=total,
        on_latest=latest,
        likely=likely,
        words=_words(cases, total, latest, likely),
        method=METHOD,
    )


def chances_of(case: AlarmCase) -> tuple[float, float]:
    """The chance of a false signal on at least one of a quarter's points, and on the latest."""
    if not case.points or (case.mean <= 0 and case.kind not in _NORMAL):
        return 0.0, 0.0
    rounded = AlarmCase(
        kind=ChartKind.XMR if case.kind in _NORMAL else case.kind,
        preset=case.preset,
        points=case.points,
        mean=0.0 if case.kind in _NORMAL else float(f"{case.mean:.3g}"),
        base=float(f"{case.base:.3g}"),
        new_points=case.new_points,
    )
    whole = math.floor(case.new_points)
    by_points, latest = _chances(rounded, whole + 1)
    part = case.new_points - whole
    quarter = (1 - part) * by_points[whole] + part * by_points[whole + 1]
    return quarter, latest


_NORMAL = (ChartKind.XMR, ChartKind.U_PRIME, ChartKind.P_PRIME, ChartKind.T)


@lru_cache(maxsize=4096)
def _chances(case: AlarmCase, most: int) -> tuple[tuple[float, ...], float]:
    """Chance of a signal within 0, 1, ... ``most`` points, and on the last as it is shown."""
    rules = preset(case.preset).rules
    of_zones = chain(rules)
    weights, zones = _zones(case)
    states = _settled(of_zones, zones, max(rule.points for rule in rules) + 2)
    shown = float(weights @ of_zones.chance(states, zones, of_zones.shown))
    trend = next((rule.points for rule in rules if rule.kind is RuleKind.TREND), 0)
    within = [0.0]
    for n in range(1, most + 1):
        states = of_zones.step(states, zones, keep=~of_zones.met)
        missed = float(weights @ states.sum(axis=1))
        within.append(1 - missed * (1 - _trend_chance(trend, n)))
    return tuple(within), 1 - (1 - shown) * (1 - _trend_chance(trend, 1))


def _settled(of_zones: Chain, zones: Numbers, points: int) -> Numbers:
    states = np.tile(of_zones.start, (len(zones), 1))
    for _ in range(points):
        states = of_zones.step(states, zones)
    return states


def _trend_chance(points: int, new: int) -> float:
    """Chance that at one of ``new`` points in a row a trend of so many points (0: no such rule)."""
    if not points:
        return 0.0
    at_first = 1 / math.factorial(points)
    fresh = at_first - 1 / math.factorial(points + 1)
    return 2 * (at_first + (new - 1) * fresh)


def _zones(case: AlarmCase) -> tuple[Numbers, Numbers]:
    """Weights of the cases tried, and for each the chance of every zone."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    weights = weights / weights.sum()
    m = case.points
    match case.kind:
        case ChartKind.C | ChartKind.U:
            tried = np.maximum(case.mean + nodes * math.sqrt(case.mean / m), 1e-6)
            end = math.ceil(case.mean + 12 * math.sqrt(case.mean) + 30)
            cdf = poisson_cdf(np.array([case.mean]), end)[0]
            return weights, _counted(cdf, tried, poisson_fences(tried))
        case ChartKind.P:
            share = case.mean / case.base
            error = math.sqrt(share * (1 - share) / (case.base * m))
            tried = np.clip(share + nodes * error, 1e-9, 1 - 1e-9)
            of = np.full(NODES, case.base)
            cdf = binomial_cdf(round(case.base), share)
            return weights, _counted(cdf, tried * of, binomial_fences(of, tried))
        case ChartKind.G:
            spread = math.sqrt(case.mean * (case.mean + 1) / m)
            tried = np.maximum(case.mean + nodes * spread, 1e-6)
            q = case.mean / (case.mean + 1)
            cdf = 1 - np.power(q, np.arange(1.0, math.ceil(40 * (case.mean + 1))))
            return weights, _counted(cdf, LN_2 * tried, geometric_fences(tried))
        case _:
            return _measured(m, preset(case.preset).screens, nodes, weights)


def _measured(m: int, screens: bool, nodes: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Normal points against a centre and a spread that are both estimated from m of them.

    The mean moving range over d2 has variance (0.8264 m - 1.082) / (m - 1)^2 (Cryer and Ryan
    1990); it is taken as lognormal. Screening cuts ranges off and so makes it smaller.
    """
    spread = math.sqrt(math.log1p((0.8264 * m - 1.082) / (m - 1) ** 2))
    scale = LIMIT_PER_RANGE / 3 * _D2 * (_kept_share() if screens else 1.0)
    sigma = scale * np.exp(spread * nodes - spread**2 / 2)
    centre, width = np.meshgrid(nodes / math.sqrt(m), sigma, indexing="ij")
    fences = sigma_fences(centre.ravel(), width.ravel())
    edges = [fences.lower, fences.near_lower, centre.ravel()]
    below = [normal_cdf(edge) for edge in edges]
    above = [normal_cdf(-edge) for edge in (fences.upper, fences.near_upper, centre.ravel())]
    zones = np.stack(
        [
            below[0],
            below[1] - below[0],
            below[2] - below[1],
            np.zeros(centre.size),
            above[2] - above[1],
            above[1] - above[0],
            above[0],
        ],
        axis=1,
    )
    return np.outer(weights, weights).ravel(), zones


def _kept_share() -> float:
    """Mean of normal moving ranges up to D4 times their mean, over their mean."""
    cut = SCREEN_ABOVE * _D2 / math.sqrt(2)
    return (1 - math.exp(-(cut**2) / 2)) / math.erf(cut / math.sqrt(2))


def _counted(cdf: Numbers, centre: Numbers, fences: Fences) -> Numbers:
    """Chances of the zones of a count with this distribution, for each set of lines."""

    def up_to(line: Numbers) -> Numbers:
        place = np.floor(line + 1e-9).astype(np.intp)
        return np.where(place < 0, 0.0, cdf[np.clip(place, 0, len(cdf) - 1)])

    def below(line: Numbers) -> Numbers:
        return up_to(np.ceil(line - 1e-9) - 1)

    steps = [
        np.zeros_like(centre),
        below(fences.lower),
        below(fences.near_lower),
        up_to(centre - 0.5),
        below(centre + 0.5),
        up_to(fences.near_upper),
        up_to(fences.upper),
        np.ones_like(centre),
    ]
    rising = np.maximum.accumulate(np.stack(steps, axis=1), axis=1)
    zones: Numbers = np.diff(rising, axis=1)
    return zones


def _middle(chances: Sequence[float]) -> tuple[int, int]:
    """The shortest middle that holds nine tenths of the number of charts with a signal."""
    spread = np.ones(1)
    for chance in chances:
        spread = np.convolve(spread, [1 - chance, chance])
    total = np.cumsum(spread)
    low = int((total < (1 - LIKELY) / 2).sum())
    return low, int((total < 1 - (1 - LIKELY) / 2).sum())


def _words(cases: Sequence[AlarmCase], total: float, latest: float, likely: tuple[int, int]) -> str:
    if not cases:
        return "No chart has predicted limits, so there are no signals, false or true."
    charts = f"the {len(cases)} charts" if len(cases) > 1 else "the one chart"
    words = (
        f"Of {charts} with predicted limits, expect a signal on about {number(total, 1)} this "
        f"quarter although nothing changed (usually {likely[0]} to {likely[1]}); on the latest "
        f"point of about {number(latest, 1)}."
    )
    alike = sum(case.carries_over for case in cases)
    if alike:
        verb = "carries" if alike == 1 else "carry"
        words += (
            f" {alike} of them {verb} over from one point to the next, which brings more false "
            "signals than this."
        )
    return words
