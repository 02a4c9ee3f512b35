"""Exact limits and tails against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from safer_desktop.analysis.limits.distributions import (
    THREE_SIGMA_TAIL,
    TWO_SIGMA_TAIL,
    binomial_cdf,
    binomial_fences,
    f_tail,
    geometric_fences,
    normal_cdf,
    poisson_cdf,
    poisson_fences,
)


def test_tails_are_those_of_three_and_two_deviations() -> None:
    assert stats.norm.sf(3) == pytest.approx(THREE_SIGMA_TAIL, rel=1e-12)
    assert stats.norm.sf(2) == pytest.approx(TWO_SIGMA_TAIL, rel=1e-12)


def test_poisson_limits_below_fifty_are_exact() -> None:
    means = np.linspace(0.02, 49.98, 700)
    fences = poisson_fences(means)
    assert (fences.upper == stats.poisson.ppf(1 - THREE_SIGMA_TAIL, means)).all()
    assert (fences.near_upper == stats.poisson.ppf(1 - TWO_SIGMA_TAIL, means)).all()
    assert (stats.poisson.cdf(fences.lower - 1, means) <= THREE_SIGMA_TAIL).all()
    assert (stats.poisson.cdf(fences.lower, means) > THREE_SIGMA_TAIL).all()
    assert (stats.poisson.cdf(fences.near_lower - 1, means) <= TWO_SIGMA_TAIL).all()
    assert (stats.poisson.cdf(fences.near_lower, means) > TWO_SIGMA_TAIL).all()


def test_poisson_limits_from_fifty_are_three_deviations() -> None:
    fences = poisson_fences(np.array([100.0]))
    assert [float(fence[0]) for fence in fences] == [70.0, 80.0, 120.0, 130.0]


def test_a_mean_of_nought_lets_no_event_be_inside() -> None:
    fences = poisson_fences(np.array([0.0, np.nan]))
    assert fences.upper[0] == 0
    assert np.isnan(fences.upper[1])


@pytest.mark.parametrize(("cases", "share"), [(30, 0.1), (400, 0.054), (400, 0.95), (5000, 0.004)])
def test_binomial_limits_are_exact_for_few(cases: int, share: float) -> None:
    fences = binomial_fences(np.array([float(cases)]), np.array([share]))
    assert fences.upper[0] == stats.binom.ppf(1 - THREE_SIGMA_TAIL, cases, share)
    assert fences.near_upper[0] == stats.binom.ppf(1 - TWO_SIGMA_TAIL, cases, share)
    assert stats.binom.cdf(fences.lower[0] - 1, cases, share) <= THREE_SIGMA_TAIL
    assert stats.binom.cdf(fences.lower[0], cases, share) > THREE_SIGMA_TAIL


def test_binomial_limits_of_many_are_three_deviations() -> None:
    fences = binomial_fences(np.array([1000.0]), np.array([0.2]))
    assert fences.upper[0] == pytest.approx(200 + 3 * np.sqrt(160))


def test_geometric_limits_are_exact() -> None:
    means = np.array([0.3, 1.0, 2.0, 5.5, 31.7, 700.0])
    fences = geometric_fences(means)
    chance = 1 / (1 + means)  # scipy counts the event's own period too
    assert (fences.upper == stats.geom.ppf(1 - THREE_SIGMA_TAIL, chance) - 1).all()
    assert (fences.near_upper == stats.geom.ppf(1 - TWO_SIGMA_TAIL, chance) - 1).all()
    assert (stats.geom.cdf(fences.lower, chance) <= THREE_SIGMA_TAIL).all()
    assert (stats.geom.cdf(fences.lower + 1, chance) > THREE_SIGMA_TAIL).all()


def test_distribution_functions() -> None:
    means = np.array([0.0, 0.4, 7.0, 48.0])
    expected = [stats.poisson.cdf(np.arange(121), mean) for mean in means]
    np.testing.assert_allclose(poisson_cdf(means, 120), expected, atol=1e-12)
    for share in (0.0, 0.3, 1.0):
        expected = stats.binom.cdf(np.arange(41), 40, share)
        np.testing.assert_allclose(binomial_cdf(40, share), expected, atol=1e-12)
    z = np.array([[-4.0, -1.0], [0.0, 2.5]])
    np.testing.assert_allclose(normal_cdf(z), stats.norm.cdf(z), rtol=1e-12)


def test_tail_of_f() -> None:
    dice = np.random.default_rng(1)
    for _ in range(300):
        above, below = (int(n) for n in dice.integers(1, 200, 2))
        value = float(dice.exponential(2))
        expected = stats.f.sf(value, above, below)
        assert f_tail(value, above, below) == pytest.approx(expected, rel=1e-9, abs=1e-15)
    assert f_tail(0.0, 3, 6) == 1.0
