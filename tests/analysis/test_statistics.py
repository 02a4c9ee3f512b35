"""The tests and intervals against scipy and statsmodels, and their error rates by simulation."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint, proportions_ztest
from statsmodels.stats.rates import test_poisson_2indep as two_poisson

from safer_desktop.analysis.intervals import byar, count_interval, exact, interval, wilson
from safer_desktop.analysis.tests import (
    binomial_p,
    count_test,
    dispersion,
    normal_p,
    proportion_test,
    student_p,
)
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode, Test
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period


@pytest.mark.parametrize("events", range(10))
def test_exact_interval_is_garwoods(events: int) -> None:
    lower = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0
    upper = stats.chi2.ppf(0.975, 2 * events + 2) / 2
    assert exact(events) == pytest.approx((lower, upper), abs=1e-8)
    assert count_interval(events) == exact(events)


@pytest.mark.parametrize("events", [10, 11, 37, 380, 12345])
def test_byars_interval_is_near_the_exact_one(events: int) -> None:
    lower, upper = byar(events)
    assert lower == pytest.approx(stats.chi2.ppf(0.025, 2 * events) / 2, rel=0.01)
    assert upper == pytest.approx(stats.chi2.ppf(0.975, 2 * events + 2) / 2, rel=0.01)
    assert count_interval(events) == (lower, upper)


def test_byars_interval_by_hand() -> None:
    # 65 events: 65 (1 - 1/585 - 1.96/24.187)^3 and 66 (1 - 1/594 + 1.96/24.372)^3
    assert byar(65) == pytest.approx((50.165, 82.849), abs=0.02)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilsons_interval(case: tuple[int, int]) -> None:
    cases, of = case
    assert wilson(cases, of) == pytest.approx(
        proportion_confint(cases, of, method="wilson"), abs=1e-9
    )


@given(st.floats(0, 40), st.integers(1, 60))
def test_students_tail(t: float, freedom: int) -> None:
    assert student_p(t, freedom) == pytest.approx(2 * stats.t.sf(t, freedom), abs=1e-9)
    assert normal_p(t) == pytest.approx(2 * stats.norm.sf(t), abs=1e-12)


@given(
    st.integers(0, 19).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.floats(0.05, 0.95),
)
def test_binomial_tail(case: tuple[int, int], share: float) -> None:
    seen, trials = case
    if trials:
        law = stats.binom(trials, share)
        wanted = min(1, 2 * min(law.cdf(seen), law.sf(seen - 1)))
        assert binomial_p(seen, trials, share) == pytest.approx(wanted, rel=1e-6)
    else:
        assert binomial_p(0, 0, share) == 1


@given(st.integers(400, 20_000), st.integers(400, 20_000), st.floats(100, 1e6), st.floats(0.7, 1.4))
def test_square_root_test_is_that_of_statsmodels(
    before: int, after: int, base: float, grown: float
) -> None:
    found = count_test(before, after, base, base * grown)
    oracle = two_poisson(after, base * grown, before, base, method="sqrt")
    # statsmodels adds 3/8 to each count, which matters less the larger they are.
    assert found.statistic == pytest.approx(oracle.statistic, rel=0.002, abs=0.02)
    assert found.p_value == pytest.approx(normal_p(found.statistic))


def test_square_root_test_by_hand() -> None:
    # 100 to 121: 2 (11 - 10) / sqrt 2; the score test gives 21 / sqrt 221 = 1.413
    found = count_test(100, 121)
    assert found.statistic == pytest.approx(math.sqrt(2))
    assert not found.significant


def test_few_events_are_tested_exactly() -> None:
    found = count_test(3, 14, 1000, 1000)
    assert found.name.startswith("exact binomial")
    assert found.p_value == pytest.approx(stats.binomtest(14, 17, 0.5).pvalue)
    unequal = count_test(3, 14, 1000, 1500)
    assert unequal.p_value == pytest.approx(2 * stats.binom(17, 0.6).sf(13))
    assert count_test(10, 9).name.startswith("exact")
    assert not count_test(10, 10).name.startswith("exact")
    assert count_test(0, 0).p_value == 1


def years(seed: int, phi: float, mean: float = 200) -> tuple[list[float], list[float]]:
    rng = np.random.default_rng(seed)
    season = 1 + 0.2 * np.sin(np.arange(12) / 12 * 2 * np.pi)
    means = mean * season
    months = rng.negative_binomial(means / (phi - 1), 1 / phi, size=(2, 12))
    return months[0].astype(float).tolist(), months[1].astype(float).tolist()


def test_dispersion_is_that_of_a_quasi_poisson_model_with_year_and_month() -> None:
    months = years(5, 4)
    frame = pd.DataFrame(
        [(year, month, months[year][month]) for year in (0, 1) for month in range(12)],
        columns=["year", "month", "seen"],
    )
    model = smf.glm("seen ~ C(year) + C(month)", frame, family=sm.families.Poisson()).fit()
    assert dispersion(months) == pytest.approx((model.pearson_chi2 / model.df_resid, 11), rel=1e-6)


def test_a_season_common_to_both_years_is_no_overdispersion() -> None:
    season = [100.0, 150, 200, 250, 300, 350, 400, 350, 300, 250, 200, 150]
    found = dispersion((season, [2 * value for value in season]))
    assert found == pytest.approx((0, 11))


def test_dispersion_needs_a_year_and_leaves_empty_months_out() -> None:
    assert dispersion(([1.0] * 5, [2.0] * 5)) is None
    assert dispersion(([0.0] * 12, [0.0] * 12)) is None
    assert dispersion(([0.0] * 12, [4.0] * 12)) is None
    found = dispersion(([0.0, *[3.0] * 11], [0.0, *[6.0] * 11]))
    assert found == pytest.approx((0, 10))


def test_dispersion_widens_the_test() -> None:
    months = years(11, 6)
    before, after = sum(months[0]), sum(months[1])
    phi, freedom = dispersion(months) or (0.0, 0)
    assert phi > 1
    found = count_test(before, after, months=months)
    plain = count_test(before, after)
    assert found.dispersion == phi
    assert found.statistic == pytest.approx(plain.statistic / math.sqrt(phi))
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(found.statistic), freedom))
    calm = count_test(2400, 2500, months=([200.0] * 12, [2500 / 12] * 12))
    assert (calm.name, calm.dispersion) == ("Poisson square root test", 1)


@pytest.mark.parametrize("phi", [1.001, 3, 5])
def test_of_unchanged_series_about_one_in_twenty_is_called_changed(phi: float) -> None:
    calls = 0
    for seed in range(1500):
        months = years(seed, phi)
        calls += count_test(sum(months[0]), sum(months[1]), months=months).significant
    assert 0.02 < calls / 1500 < 0.07


@given(st.integers(60, 2000), st.integers(60, 2000), st.floats(0.2, 0.8), st.floats(0.2, 0.8))
def test_proportions_are_tested_as_by_statsmodels(
    n1: int, n2: int, share1: float, share2: float
) -> None:
    x1, x2 = round(n1 * share1), round(n2 * share2)
    found = proportion_test(x1, n1, x2, n2)
    assert isinstance(found, Test)
    z, p_value = proportions_ztest([x2, x1], [n2, n1])
    assert (found.statistic, found.p_value) == pytest.approx((z, p_value))


@pytest.mark.parametrize("case", [(0, 10, 1, 10), (0, 900, 0, 900), (900, 900, 900, 900)])
def test_too_few_cases_for_a_test_of_proportions(case: tuple[int, int, int, int]) -> None:
    found = proportion_test(*case)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.NO_TEST


def quantity(unit: Unit, value: float, count: float | None, base: float | None) -> Quantity:
    return Quantity(value, unit, Period.financial_year(2016), (1,), "", count, base)


def test_intervals_in_the_units_of_their_figures() -> None:
    rate = quantity(Unit.RATE_HOUSEHOLDS, 1.3, 65, 50_000)
    assert interval(rate) == pytest.approx([bound / 50 for bound in byar(65)])
    assert interval(quantity(Unit.COUNT, 7, 7, None)) == exact(7)
    share = quantity(Unit.PERCENTAGE, 40, 80, 200)
    assert interval(share) == pytest.approx([100 * bound for bound in wilson(80, 200)])


@pytest.mark.parametrize(
    "found",
    [
        quantity(Unit.RATIO, 0.5, 50, 100),
        quantity(Unit.PERCENTAGE, 40, None, None),
        quantity(Unit.PERCENTAGE, 140, 140, 100),
        quantity(Unit.RATE_POPULATION, 3, 30, None),
    ],
)
def test_no_interval_without_ground_for_one(found: Quantity) -> None:
    assert interval(found) is None
