"""Which chart suits the data: counts small or large, even or uneven, rare, over bases or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.block import MIN_POINTS, Block
from safer_desktop.analysis.limits.distributions import EXACT_BELOW, Flags, Indices, Numbers
from safer_desktop.analysis.limits.season import Seasons
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limits import ChartKind

RARE_SHARE = 0.5
"""Share of periods without events above which events are rare."""

SELDOM_EMPTY = 0.2
"""Share of periods without events below which the time between events tells nothing at all."""

CROWDED_SHARE = 0.25
"""Share of the periods with events that hold several, above which a t chart loses less than g."""

BASE_VARIES = 1.1
"""Largest over smallest base from which a chart of rates replaces one of counts."""

IN_DOUBT = 0.8416212335729143
"""Upper 20% point of the normal distribution: where chance alone would show so much spread in one
series of five, it is measured. Most counts of events are uneven, so chance alone has to be likely.
"""

SURE = 1.6448536269514722
"""Upper 5% point: spread below that of chance, or neighbours alike, are believed only beyond it."""

KINDS = tuple(ChartKind)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the adviser goes by, per series: of the baseline that is told of.

    ``points`` is its size, ``mean`` its mean count, ``empty`` the share of periods without events,
    ``crowded`` the share of the others with more than one, ``gaps`` how many gaps between periods
    with events the whole phase has. ``dispersion`` is the variance over that of chance, from
    neighbouring points (so that a change of level does not count as spread); NaN if unknown.
    ``uneven`` tells that it may be above 1, ``even`` that it is below.
    """

    points: Indices
    mean: Numbers
    empty: Numbers
    crowded: Numbers
    gaps: Indices
    base_ratio: Numbers
    based: Flags
    dispersion: Numbers
    uneven: Flags
    even: Flags
    carry: Numbers


def facts(block: Block, found: Seasons) -> Facts:
    """The adviser's facts of every series."""
    used = block.baseline & block.told_phase
    m = used.sum(axis=0)
    counts, bases = block.counts, block.bases
    known = used & ~np.isnan(counts)
    counted = known.sum(axis=0) == m
    holds = known & (counts > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.where(known, counts, 0.0).sum(axis=0)
        mean = np.where(counted, total / m, np.nan)
        based = (used & (bases > 0)).sum(axis=0) == m
        low = np.where(used & based, bases, np.inf).min(axis=0, initial=np.inf)
        high = np.where(used & based, bases, 0.0).max(axis=0, initial=0.0)
        dispersion, freedom = _dispersion(block, used, found)
        part = 2 / (9 * freedom)
        surplus = (np.cbrt(dispersion) - (1 - part)) / np.sqrt(part)
        whole_phase = block.told_phase & (counts > 0)
        return Facts(
            points=m,
            mean=mean,
            empty=1 - holds.sum(axis=0) / m,
            crowded=(holds & (counts > 1)).sum(axis=0) / holds.sum(axis=0),
            gaps=np.maximum(whole_phase.sum(axis=0) - 1, 0),
            base_ratio=np.where(based, high / low, 1.0),
            based=based & counted,
            dispersion=np.where(counted, dispersion, np.nan),
            uneven=counted & (surplus > IN_DOUBT),
            even=counted & (surplus < -SURE),
            carry=_carry_over(block, used, found),
        )


def advised(block: Block, found: Seasons, known: Facts) -> Indices:
    """The advised chart of every series, as a place in :data:`KINDS`."""
    unit = np.array([KINDS_OF_UNIT[u] for u in block.units])
    chosen = np.full(len(unit), _place(ChartKind.XMR), np.intp)

    def choose(where: Flags, plain: ChartKind, prime: ChartKind, spread: Flags) -> None:
        chosen[where & ~spread] = _place(plain)
        chosen[where & spread] = _place(prime)

    large = known.mean >= EXACT_BELOW
    spread = known.uneven | found.found | large
    is_count = unit == "count"
    of_rates = is_count & known.based & (known.base_ratio > BASE_VARIES)
    choose(is_count & ~of_rates & ~large, ChartKind.C, ChartKind.U_PRIME, spread)
    choose(of_rates, ChartKind.U, ChartKind.U_PRIME, spread)
    choose((unit == "ratio") & known.based, ChartKind.U, ChartKind.U_PRIME, spread)
    spread |= known.even
    choose((unit == "percentage") & known.based, ChartKind.P, ChartKind.P_PRIME, spread)
    rare = is_count & (known.empty > RARE_SHARE) & (known.gaps >= MIN_POINTS)
    choose(rare, ChartKind.G, ChartKind.T, known.crowded > CROWDED_SHARE)
    return chosen


KINDS_OF_UNIT = {
    Unit.COUNT: "count",
    Unit.RATIO: "ratio",
    Unit.PERCENTAGE: "percentage",
    Unit.RATE_POPULATION: "rate",
    Unit.RATE_HOUSEHOLDS: "rate",
}


def fits(block: Block, known: Facts, column: int, kind: ChartKind) -> str:
    """Why a chart cannot be drawn of a series at all; empty if it can."""
    unit = KINDS_OF_UNIT[block.units[column]]
    counted = not np.isnan(known.mean[column])
    match kind:
        case ChartKind.XMR:
            return ""
        case ChartKind.C:
            return "" if unit == "count" else "it is for counts"
        case ChartKind.U | ChartKind.U_PRIME:
            able = bool(known.based[column]) and unit != "percentage"
            able |= kind is ChartKind.U_PRIME and unit == "count" and counted
            return "" if able else "it needs events and what they are divided by"
        case ChartKind.P | ChartKind.P_PRIME:
            able = bool(known.based[column]) and unit == "percentage"
            return "" if able else "it needs cases and what they are a share of"
        case ChartKind.G | ChartKind.T:
            if unit != "count" or not counted:
                return "it is for rare events that are counted"
            if known.empty[column] < SELDOM_EMPTY:
                return "hardly any of its periods is without events"
            few = known.gaps[column] < MIN_POINTS
            return f"fewer than {MIN_POINTS} gaps between events are known" if few else ""


def _dispersion(block: Block, used: Flags, found: Seasons) -> tuple[Numbers, Numbers]:
    """Variance over that of chance, from neighbouring points, and its degrees of freedom.

    Half the mean square of successive differences (von Neumann 1941) of z = (count - expected) /
    sqrt(variance of chance); over q pairs its variance is (3q - 1 + q / expected) / q^2, the last
    part being the excess of a Poisson count. It is referred to a chi-square of the same variance.
    """
    factors = found.by_row(block.season_place)
    percent = np.array([unit is Unit.PERCENTAGE for unit in block.units])
    bases = np.where(np.isnan(block.bases), 1.0, block.bases)
    at_risk = bases * factors
    rate = np.where(used, block.counts, 0.0).sum(axis=0) / np.where(used, at_risk, 0.0).sum(axis=0)
    expected = rate * at_risk
    variance = np.where(percent, expected * (1 - np.minimum(rate * factors, 1.0)), expected)
    z = (block.counts - expected) / np.sqrt(variance)
    pair = used[1:] & used[:-1]
    q = pair.sum(axis=0)
    square = np.where(pair, np.diff(z, axis=0) ** 2, 0.0).sum(axis=0) / (2 * q)
    mean = np.where(used, variance, 0.0).sum(axis=0) / used.sum(axis=0)
    return square * found.widen**2, 2 * q**2 / (3 * q - 1 + q / mean)


def _carry_over(block: Block, used: Flags, found: Seasons) -> Numbers:
    """Lag-1 autocorrelation of the baseline, freed from its season."""
    level = block.values / found.by_row(block.season_place)
    mean = np.where(used, level, 0.0).sum(axis=0) / used.sum(axis=0)
    off = np.where(used, level - mean, 0.0)
    carry: Numbers = (off[1:] * off[:-1]).sum(axis=0) / (off**2).sum(axis=0)
    return carry


def _place(kind: ChartKind) -> int:
    return KINDS.index(kind)
