"""Whether a series has a season, and how large each month of it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safer_desktop.analysis.limits.block import Block
from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers, f_tail

MIN_CYCLES = 3
"""Full years that a season must be seen in."""

MOST_CYCLES = 6
"""Full years that a season is looked for in, the latest ones before the baseline's end."""

LEVEL = 0.05
"""How often a series without a season may be found to have one."""

SMALLEST_MEAN = 5.0
"""Events a period (or cases, or percent) below which no season is worked out."""

SMALLEST_FACTOR = 0.2
"""A month this small beside the average is no season but another thing; it is not adjusted for."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """Per series: whether a season was found, its factors (rows: places of the year), the test.

    ``cycles`` is 0 where no three full years could be tested. ``widen`` is how much wider limits
    become because the factors are estimates themselves.
    """

    found: Flags
    factors: Numbers
    cycles: Indices
    f_value: Numbers
    p_value: Numbers
    widen: Numbers

    def by_row(self, place: Indices) -> Numbers:
        """The factors spread over the rows of the block."""
        return self.factors[place]


def seasons(block: Block) -> Seasons:
    """Tests each series for a season: the whole years of its last phase, up to its baseline's end.

    The test is the F test of the months in a two-way layout of years by months, on square roots
    (which evens out the spread of counts); the years being a factor, a change of level between
    years is no season. A month's factor is the mean, over the years, of its share of its year's
    average. A new point differs from centre times factor by its own spread and by that of the
    factor, which n years gave: limits from residuals of those n years are widened by
    sqrt((n + 1) / (n - 1)).
    """
    years, complete = _years(block)
    cycle = block.cycle
    n = complete.sum(axis=0)
    able = n >= MIN_CYCLES
    whole = np.where(complete[:, None, :], years, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        average = whole.mean(axis=1)
        mean = average.sum(axis=0) / n
        share = np.where(complete[:, None, :], whole / average[:, None, :], 0.0)
        factors = share.sum(axis=0) / n
    able &= (mean >= SMALLEST_MEAN) & (factors.min(axis=0, initial=1.0) > SMALLEST_FACTOR)
    f_value = _f_of_months(np.sqrt(np.maximum(whole, 0.0)), complete, n)
    p_value = np.ones(len(n))
    for column in np.flatnonzero(able):
        p_value[column] = f_tail(
            float(f_value[column]), cycle - 1, int(cycle - 1) * int(n[column] - 1)
        )
    found = able & (p_value < LEVEL)
    widen = np.where(found, np.sqrt((n + 1) / np.maximum(n - 1, 1)), 1.0)
    return Seasons(
        found=found,
        factors=np.where(found, factors, 1.0),
        cycles=np.where(able, n, 0).astype(np.intp),
        f_value=f_value,
        p_value=p_value,
        widen=widen,
    )


def _years(block: Block) -> tuple[Numbers, Flags]:
    """Values up to the end of the baseline as financial years x places x series; which are whole.

    At most the last six whole years of the last phase.
    """
    phase = block.told_phase
    ends = np.cumsum((block.baseline & phase)[::-1], axis=0)[::-1] > 0
    values = np.where(phase & ends, block.values, np.nan)
    cycle, april = block.cycle, 3 // block.step
    place = block.season_place
    front = int(place[0] - april) % cycle
    back = -(front + len(values)) % cycle
    values = np.pad(values, ((front, back), (0, 0)), constant_values=np.nan)
    years = values.reshape(-1, cycle, values.shape[1])
    years = years[:, (np.arange(cycle) - april) % cycle, :]
    missing = np.isnan(years)
    complete: Flags = ~missing.any(axis=1) & (np.where(missing, 0.0, years).sum(axis=1) > 0)
    complete &= np.cumsum(complete[::-1], axis=0)[::-1] <= MOST_CYCLES
    return years, complete


def _f_of_months(roots: Numbers, complete: Flags, n: Indices) -> Numbers:
    """F of the places of the year with years as blocks, over the whole years of each series."""
    cycle = roots.shape[1]
    of_year = roots.mean(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        of_place = roots.sum(axis=0) / n
        overall = of_place.mean(axis=0)
        months = n * ((of_place - overall) ** 2).sum(axis=0)
        fitted = of_place[None] + of_year[:, None, :] - overall
        rest = (np.where(complete[:, None, :], roots - fitted, 0.0) ** 2).sum(axis=(0, 1))
        value: Numbers = (months / (cycle - 1)) / (rest / ((cycle - 1) * (n - 1)))
    return np.nan_to_num(value, nan=0.0, posinf=1e12)
