"""Intervals of change against scipy and statsmodels, and their agreement with the tests."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats
from statsmodels.stats.proportion import confint_proportions_2indep

from safer_desktop.analysis.differences import newcombe, rate_difference, ratio_interval, shares
from safer_desktop.analysis.tests import count_test, student_point
from safer_desktop.domain.evidence import Test

counts = st.integers(0, 3000)


@given(st.integers(0, 19).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_shares_are_clopper_and_pearsons(case: tuple[int, int]) -> None:
    seen, of = case
    low = stats.beta.ppf(0.025, seen, of - seen + 1) if seen else 0
    high = stats.beta.ppf(0.975, seen + 1, of - seen) if seen < of else 1
    assert shares(seen, of) == pytest.approx((low, high), abs=1e-9)


@given(st.integers(1, 60), st.sampled_from([0.9, 0.95, 0.998]))
def test_students_point(freedom: int, level: float) -> None:
    assert student_point(freedom, level) == pytest.approx(
        stats.t.ppf((1 + level) / 2, freedom), rel=1e-8
    )


@given(counts, counts, st.floats(0.3, 3))
def test_an_interval_leaves_out_no_change_where_the_test_finds_one(
    before: int, after: int, growth: float
) -> None:
    test = count_test(before, after, 1000, 1000 * growth)
    if abs(test.p_value - 0.05) < 1e-9:
        return
    ratio = ratio_interval(before, after, 1000, 1000 * growth, test)
    apart = rate_difference(before, after, 1000, 1000 * growth, test)
    assert ratio.holds(1) is not test.significant
    assert apart.holds(0) is not test.significant
    assert apart.holds(after / (1000 * growth) - before / 1000)


@given(st.integers(30, 3000), st.integers(30, 3000), st.floats(1, 6))
def test_the_ratios_bounds_are_where_the_test_turns(before: int, after: int, phi: float) -> None:
    test = Test("", 0, 1, dispersion=phi, freedom=11)
    found = ratio_interval(before, after, 1, 1.2, test)
    point = stats.t.ppf(0.975, 11)

    def statistic(ratio: float) -> float:
        up = ratio * 1.2
        z = 2 * (math.sqrt(after) - math.sqrt(up * before)) / math.sqrt((1 + up) * phi)
        return float(z)

    if found.lower > 0:
        assert statistic(found.lower) == pytest.approx(point, rel=1e-9)
    if math.isfinite(found.upper):
        assert statistic(found.upper) == pytest.approx(-point, rel=1e-9)
        upper = optimize.brentq(lambda r: statistic(r) + point, found.lower + 1e-9, 1e6)
        assert found.upper == pytest.approx(upper, rel=1e-6)


def test_a_ratio_by_hand() -> None:
    # 100 to 121: 4 (11 - 10 s)^2 = 3.8415 (1 + s^2), s = sqrt r:
    # 396.1585 s^2 - 880 s + 480.1585 = 0, s = (880 -+ sqrt(774400 - 760879.0)) / 792.317
    found = ratio_interval(100, 121, 1, 1, count_test(100, 121))
    assert math.sqrt(found.lower) == pytest.approx((880 - 116.28) / 792.317, abs=1e-3)
    assert math.sqrt(found.upper) == pytest.approx((880 + 116.28) / 792.317, abs=1e-3)


def test_nothing_in_either_year_may_still_be_something() -> None:
    test = count_test(0, 0)
    assert ratio_interval(0, 0, 1, 1, test).upper == math.inf
    apart = rate_difference(0, 0, 1, 1, test)
    # The exact upper bound of no events is -ln 0.025.
    assert (apart.lower, apart.upper) == pytest.approx((math.log(0.025), -math.log(0.025)))


@pytest.mark.parametrize("mean", [30, 100, 1000])
@pytest.mark.parametrize("ratio", [0.5, 1.0, 1.5, 3.0])
def test_intervals_of_change_cover(mean: float, ratio: float) -> None:
    rng = np.random.default_rng(int(mean * ratio))
    held = [0, 0]
    for before, after in rng.poisson((mean, mean * ratio), size=(1500, 2)).tolist():
        test = count_test(before, after)
        held[0] += ratio_interval(before, after, 1, 1, test).holds(ratio)
        held[1] += rate_difference(before, after, 1, 1, test).holds(mean * (ratio - 1))
    assert 0.93 < held[0] / 1500 < 0.97
    assert 0.93 < held[1] / 1500 < 0.975


@given(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_newcombes_interval(first: tuple[int, int], second: tuple[int, int]) -> None:
    found = newcombe(*first, *second)
    wanted = confint_proportions_2indep(*second, *first, method="newcomb")
    assert (found.lower, found.upper) == pytest.approx(wanted, abs=1e-9)


def test_newcombes_published_example() -> None:
    # Newcombe 1998, table II (a): 56/70 - 48/80, method 10: 0.0524 to 0.3339.
    found = newcombe(48, 80, 56, 70)
    assert (found.lower, found.upper) == pytest.approx((0.0524, 0.3339), abs=5e-5)
