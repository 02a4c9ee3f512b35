"""Ranks with the places chance allows, funnel limits, and districts that stand out."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from safer_desktop.analysis.funnel import expected_of_each, limits, overdispersion
from safer_desktop.analysis.ranks import possible_places

SIZES = [95.0, 175.0, 90.0, 110.0, 51.0, 98.0, 57.0]


def test_places_by_hand() -> None:
    # On the root scale 100, 144 and 400 lie at about 20, 24 and 40, each with variance 1; pairs
    # differ beyond chance from 1.96 sqrt 2 = 2.77 on.
    assert possible_places([100, 144, 400], [1, 1, 1], [1, 1, 1], shares=False) == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]
    assert possible_places([100, 121, 400], [1, 1, 1], [1, 1, 1], shares=False) == [
        (1, 2),
        (1, 2),
        (3, 3),
    ]
    spread = possible_places([100, 144, 400], [1, 1, 1], [4, 4, 4], shares=False)
    assert spread == [(1, 2), (1, 2), (3, 3)]
    assert possible_places([7], [1], [1], shares=False) == [(1, 1)]


@pytest.mark.parametrize("apart", [0.0, 0.05, 0.25])
@pytest.mark.parametrize("shares", [False, True])
def test_places_hold_the_true_one(apart: float, shares: bool) -> None:
    rng = np.random.default_rng(round(100 * apart))
    held, runs, areas = 0, 300, 9
    for _ in range(runs):
        levels = np.sort(200 * np.exp(rng.normal(0, apart, areas)))
        share = np.minimum(levels / 1000, 1)
        seen = rng.binomial(1000, share) if shares else rng.poisson(levels)
        bases = [1000.0] * areas
        places = possible_places(seen.tolist(), bases, [1.0] * areas, shares=shares)
        held += sum(a <= n + 1 <= b for n, (a, b) in enumerate(places))
    assert held / runs / areas >= 0.94


@pytest.mark.parametrize("level", [0.95, 0.998])
@pytest.mark.parametrize(
    ("share", "base", "shares"),
    [(0.004, 1000, False), (0.004, 100_000, False), (0.05, 400_000, False), (0.3, 400, True)],
)
def test_funnel_limits_are_spiegelhalters(
    share: float, base: float, shares: bool, level: float
) -> None:
    law = stats.binom(base, share) if shares else stats.poisson(share * base)

    def point(tail: float) -> float:
        count = int(law.ppf(tail))
        return float(max(0.0, count - (law.cdf(count) - tail) / law.pmf(count)))

    wanted = point((1 - level) / 2) / base, point((1 + level) / 2) / base
    assert limits(share, base, level, 1.0, shares=shares) == pytest.approx(wanted, rel=1e-9)
    low, high = limits(share, base, level, 4.0, shares=shares)
    assert (share - low, high - share) == pytest.approx(
        (min(share, 2 * (share - wanted[0])), 2 * (wanted[1] - share))
    )


def test_areas_that_vary_by_chance_alone_widen_no_limits() -> None:
    rng = np.random.default_rng(2)
    even = rng.poisson(np.array(SIZES) * 10).tolist()
    assert overdispersion(even, SIZES, shares=False) == 1.0
    uneven = (np.array(SIZES) * 10 * [0.5, 1.5, 0.8, 1.2, 1, 0.6, 1.4]).tolist()
    assert overdispersion(uneven, SIZES, shares=False) > 5


@pytest.mark.parametrize("spread", [0.0, 0.2, 0.4])
@pytest.mark.parametrize("mean", [5, 100, 1000])
def test_of_like_areas_hardly_any_stands_out(mean: float, spread: float) -> None:
    rng = np.random.default_rng(int(mean + 10 * spread))
    sizes = np.array(SIZES)
    named = 0
    for _ in range(500):
        seen = rng.poisson(mean * sizes / sizes.mean() * np.exp(rng.normal(0, spread, 7)))
        spans = expected_of_each(seen.tolist(), SIZES, shares=False)
        named += any(not s.holds(o / b) for s, o, b in zip(spans, seen, SIZES, strict=True))
    assert named / 500 <= 0.065


def test_an_area_apart_from_the_others_stands_out() -> None:
    seen = [10 * size for size in SIZES]
    seen[2] *= 2
    spans = expected_of_each(seen, SIZES, shares=False)
    held = [s.holds(o / b) for s, o, b in zip(spans, seen, SIZES, strict=True)]
    assert held == [True, True, False, True, True, True, True]
    assert spans[2].spread == 0
    assert spans[0].spread > 0
    percent = expected_of_each([200, 210, 190, 205, 195, 300], [400.0] * 6, shares=True)
    assert not percent[5].holds(300 / 400)
    assert percent[0].holds(200 / 400)
