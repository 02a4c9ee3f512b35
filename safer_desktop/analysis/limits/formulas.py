"""Centre lines and limits of every chart, over arrays of points by series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.block import Block
from safer_desktop.analysis.limits.distributions import (
    Fences,
    Flags,
    Indices,
    Numbers,
    binomial_fences,
    geometric_fences,
    poisson_fences,
    sigma_fences,
)
from safer_desktop.analysis.limits.rules import Lines
from safer_desktop.analysis.quantities import SCALES
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limits import ChartKind

LIMIT_PER_RANGE = 2.66
"""Mean moving ranges from the centre to a limit: 3 / d2 with d2 = 1.128 (Shewhart's constants)."""

SCREEN_ABOVE = 3.267
"""Moving ranges this many times their mean are screened out where a preset asks for it: D4."""

T_POWER = 3.6
"""Times between events raised to 1/3.6 are near to normal (Nelson 1994)."""

MIN_EVENTS = 5.0
"""Events in the baseline below which no limits are drawn of counts, rates and shares."""

LN_2 = 0.6931471805599453
"""Median over mean of exponential gaps: the centre line of the g chart (Provost, Murray 2011)."""

_SIGMA_PER_RANGE = LIMIT_PER_RANGE / 3


@dataclass(frozen=True, slots=True)
class Points:
    """What a chart is drawn from: arrays of points by series, whatever lies along the rows."""

    values: Numbers
    counts: Numbers
    bases: Numbers
    phase: Indices
    baseline: Flags
    judged: Flags


def mean_range(values: Numbers, used: Flags, screens: bool) -> Numbers:
    """Mean moving range of neighbouring used points, per series; NaN where there is no pair.

    ``screens`` drops ranges above 3.267 times their mean, once (Nelson 1982).
    """
    pair = used[1:] & used[:-1]
    ranges = np.where(pair, np.abs(np.diff(values, axis=0)), np.nan)
    mean = _mean(ranges, pair)
    if screens:
        kept = pair & (ranges <= SCREEN_ABOVE * mean)
        mean = _mean(ranges, kept)
    return mean


def lines(
    points: Points,
    kind: ChartKind,
    units: tuple[Unit, ...],
    screens: bool,
    season: Numbers | None = None,
    widen: Numbers | None = None,
) -> Lines:
    """The chart's lines for all series.

    ``season`` are the factors by point (1 where there is no season), ``widen`` how much wider the
    limits are for the season's own uncertainty, per series.
    """
    method = _Method(
        screens=screens,
        factors=np.ones(points.values.shape) if season is None else season,
        width=np.ones(points.values.shape[1]) if widen is None else widen,
        scale=np.array([SCALES[unit] for unit in units]),
    )
    factors, scale = method.factors, method.scale
    centre, sigma = np.full_like(factors, np.nan), np.full_like(factors, np.nan)
    fences = Fences(*(np.full_like(factors, np.nan) for _ in range(4)))
    for number in range(int(points.phase.max(initial=-1)) + 1):
        here = points.phase == number
        with np.errstate(divide="ignore", invalid="ignore"):
            found, spread, limits = _phase(points, kind, points.baseline & here, method)
        np.copyto(centre, found, where=here)
        np.copyto(sigma, spread, where=here)
        for whole, part in zip(fences, limits, strict=True):
            np.copyto(whole, part, where=here)
    values = points.values
    if kind in (ChartKind.U, ChartKind.U_PRIME):
        values = np.where(np.isnan(points.bases), values, scale * points.counts / points.bases)
    seen = points.judged & ~np.isnan(centre)
    ceiling = np.where([unit is Unit.PERCENTAGE for unit in units], 100.0, np.inf)
    linked = np.zeros(seen.shape, bool)
    linked[1:] = seen[1:] & seen[:-1] & (points.phase[1:] == points.phase[:-1])
    return Lines(
        values=values,
        level=values / factors,
        centre=np.where(seen, centre, np.nan),
        lower=_if(seen & (fences.lower > 0), fences.lower),
        near_lower=_if(seen & (fences.near_lower > 0), fences.near_lower),
        near_upper=_if(seen & (fences.near_upper < ceiling), fences.near_upper),
        upper=_if(seen & (fences.upper < ceiling), fences.upper),
        sigma=np.where(seen, sigma, np.nan),
        grain=_half_an_event(points, kind, scale),
        linked=linked,
    )


@dataclass(frozen=True, slots=True)
class _Method:
    """How lines are worked out: screening, season by point, widening and scale by series."""

    screens: bool
    factors: Numbers
    width: Numbers
    scale: Numbers

    def spread(self, z: Numbers, used: Flags) -> Numbers:
        """Natural deviation of these numbers, from their moving ranges, widened for the season."""
        return mean_range(z, used, self.screens) * _SIGMA_PER_RANGE * self.width


def _phase(
    points: Points, kind: ChartKind, used: Flags, method: _Method
) -> tuple[Numbers, Numbers, Fences]:
    """Centre, sigma and fences by point, as if all points belonged to this phase."""
    match kind:
        case ChartKind.XMR:
            return _xmr(points.values, used, method)
        case ChartKind.C | ChartKind.U | ChartKind.U_PRIME:
            bases = points.bases
            if kind is ChartKind.C:
                bases = np.ones_like(points.counts)
            elif kind is ChartKind.U_PRIME:
                bases = np.where(np.isnan(bases), 1.0, bases)
            return _events(points.counts, bases, kind is ChartKind.U_PRIME, used, method)
        case ChartKind.P | ChartKind.P_PRIME:
            return _shares(points, kind is ChartKind.P_PRIME, used, method)
        case ChartKind.G:
            mean = np.broadcast_to(_mean(points.values, used), points.values.shape)
            return LN_2 * mean, np.sqrt(mean * (mean + 1)), geometric_fences(mean)
        case ChartKind.T:
            root = np.maximum(points.values, 0.0) ** (1 / T_POWER)
            centre, sigma, fences = _xmr(root, used, method)
            back = Fences(*(np.maximum(fence, 0.0) ** T_POWER for fence in fences))
            return centre**T_POWER, (centre + sigma) ** T_POWER - centre**T_POWER, back


def _xmr(values: Numbers, used: Flags, method: _Method) -> tuple[Numbers, Numbers, Fences]:
    """mean +/- 2.66 mean moving range (Wheeler, Understanding Variation).

    With a season the centre is the mean times the month's factor, and the spread goes with the
    factor's square root, as that of counts does. Points that never differ say nothing of how far
    they may: no limits.
    """
    factors = method.factors
    mean = _total(values, used) / _total(factors, used)
    root = np.sqrt(factors)
    spread = method.spread((values - factors * mean) / root, used)
    centre = factors * np.where(spread > 0, mean, np.nan)
    return centre, root * spread, sigma_fences(centre, root * spread)


def _events(
    counts: Numbers, bases: Numbers, scaled: bool, used: Flags, method: _Method
) -> tuple[Numbers, Numbers, Fences]:
    """Events over bases: limits of chance (c, u), or these scaled to the spread seen (u').

    Laney (Quality Engineering 2002) multiplies sigma by sigma_z, 1/1.128 of the mean moving range
    of z. Where fewer than 50 sigma_z^2 events are expected, the exact limits of chance are scaled
    in the same way: sigma_z^2 times those of a mean of expected / sigma_z^2.
    """
    at_risk = bases * method.factors
    events = _total(counts, used)
    rate = np.where(events >= MIN_EVENTS, events / _total(at_risk, used), np.nan)
    expected = rate * at_risk
    root = np.sqrt(expected)
    to_unit = method.scale / bases
    if not scaled:
        fences = Fences(*(fence * to_unit for fence in poisson_fences(expected)))
        return expected * to_unit, root * to_unit, fences
    z = method.spread((counts - expected) / root, used)
    z = np.where(z > 0, z, np.nan)
    fences = Fences(*(fence * z**2 * to_unit for fence in poisson_fences(expected / z**2)))
    return expected * to_unit + 0 * z, root * z * to_unit, fences


def _shares(
    points: Points, scaled: bool, used: Flags, method: _Method
) -> tuple[Numbers, Numbers, Fences]:
    """Shares in percent: exact binomial (p) or Laney's p'."""
    cases, events = _total(points.bases, used), _total(points.counts, used)
    enough = np.minimum(events, cases - events) >= MIN_EVENTS
    share = np.minimum(np.where(enough, events / cases, np.nan) * method.factors, 1.0)
    root = np.sqrt(share * (1 - share) / points.bases)
    if not scaled:
        fences = binomial_fences(points.bases, share)
        return 100 * share, 100 * root, Fences(*(100 * f / points.bases for f in fences))
    sigma = 100 * root * method.spread((points.counts / points.bases - share) / root, used)
    return 100 * share, sigma, sigma_fences(100 * share, sigma)


def _half_an_event(points: Points, kind: ChartKind, scale: Numbers) -> Numbers:
    match kind:
        case ChartKind.C | ChartKind.G:
            return np.full(points.values.shape, 0.5)
        case ChartKind.U | ChartKind.P:
            return 0.5 * scale / points.bases
        case _:
            return np.zeros(points.values.shape)


def points_of(block: Block) -> Points:
    """The block's own periods as points."""
    return Points(
        block.values, block.counts, block.bases, block.phase, block.baseline, block.judged
    )


def _mean(values: Numbers, used: Flags) -> Numbers:
    with np.errstate(invalid="ignore"):
        mean: Numbers = _total(values, used) / used.sum(axis=0)
    return mean


def _total(values: Numbers, used: Flags) -> Numbers:
    total: Numbers = np.where(used, values, 0.0).sum(axis=0)
    return total


def _if(where: Flags, values: Numbers) -> Numbers:
    return np.where(where, values, np.nan)
