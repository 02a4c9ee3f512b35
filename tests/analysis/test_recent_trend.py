"""The trend of five years, against statsmodels, a published table and hand calculation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from safer_desktop.analysis.figures import figure
from safer_desktop.analysis.recent_trend import LEVEL, trend_score, trend_test
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Verdict
from safer_desktop.domain.findings import FindingKind, TrendFinding
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.periods import Period
from tests.analysis.rows import BURGLARY, COUNTY, REPEATS, Rows, catalogue

Q4 = Edition(2016, 4)
YEARS = [Period.financial_year(year) for year in range(2012, 2017)]
counts = st.lists(st.integers(1, 5000), min_size=5, max_size=5)
sizes = st.lists(st.integers(5000, 900_000), min_size=5, max_size=5)


@pytest.mark.parametrize(
    ("events", "bases"),
    [
        ([100, 112, 124, 136, 148], [100_000, 101_000, 103_000, 104_000, 108_000]),
        ([3, 0, 5, 2, 9], [50_000, 51_000, 50_500, 52_000, 49_000]),
    ],
)
def test_chi_square_is_the_score_test_of_a_log_linear_or_logistic_model(
    events: list[int], bases: list[int]
) -> None:
    years = np.arange(5.0)[:, None]
    poisson = sm.GLM(events, np.ones(5), family=sm.families.Poisson(), offset=np.log(bases))
    both = np.column_stack([events, np.subtract(bases, events)])
    binomial = sm.GLM(both, np.ones(5), family=sm.families.Binomial())
    for model, shares in ((poisson, False), (binomial, True)):
        wanted = float(np.squeeze(model.fit(tol=1e-14).score_test(exog_extra=years)[0]))
        found = trend_score(events, bases, shares=shares)[1]
        assert found == pytest.approx(wanted, rel=1e-9)


@given(counts, sizes)
def test_chi_square_of_rates_is_the_distance_of_two_weighted_means(
    events: list[int], bases: list[int]
) -> None:
    # Given their number, events fall into the years as the bases do: mean and variance of those.
    years = np.arange(5)
    apart = np.average(years, weights=events) - np.average(years, weights=bases)
    variance = np.cov(years, fweights=bases, ddof=0) / sum(events)
    found = trend_score(events, bases, shares=False)[1]
    assert found == pytest.approx(float(apart**2 / variance), rel=1e-7, abs=1e-9)


@given(counts, st.lists(st.integers(5001, 9000), min_size=5, max_size=5))
def test_chi_square_of_shares_is_the_squared_correlation_of_all_cases(
    events: list[int], bases: list[int]
) -> None:
    years, outcome = np.tile(np.arange(5), 2), np.repeat([1, 0], 5)
    weights = np.concatenate([events, np.subtract(bases, events)])
    table = np.cov(years, outcome, fweights=weights)
    wanted = sum(bases) * table[0, 1] ** 2 / (table[0, 0] * table[1, 1])
    found = trend_score(events, bases, shares=True)[1]
    assert found == pytest.approx(float(wanted), rel=1e-7, abs=1e-9)


def test_published_table_of_caesarean_sections_by_shoe_size() -> None:
    # Altman, Practical Statistics for Medical Research (1991), table 10.12; chi-square for trend
    # as Dalgaard, Introductory Statistics with R (2008), section 8.4, prints it.
    sections, others = [5, 7, 6, 7, 8, 10], [17, 28, 36, 41, 46, 140]
    of = [a + b for a, b in zip(sections, others, strict=True)]
    assert trend_score(sections, of, shares=True)[1] == pytest.approx(8.0237, abs=5e-5)


def test_by_hand() -> None:
    # 100 110 120 130 140 on equal bases: p = 120; sum x (O - 120) = -20*0 - 10 + 0 + 30 + 80 = 100;
    # variance 600 (30/5 - 4) = 1200; 100^2 / 1200 = 8.33, below 9.5495.
    score, chi_square = trend_score([100, 110, 120, 130, 140], [1] * 5, shares=False)
    assert score == pytest.approx(100)
    assert chi_square == pytest.approx(100**2 / 1200)
    assert trend_test([100, 110, 120, 130, 140], [1] * 5, shares=False)[0] is (
        Direction.NO_REAL_CHANGE
    )
    assert trend_test([100, 112, 124, 136, 148], [1] * 5, shares=False)[0] is Direction.RISING
    assert trend_test([148, 136, 124, 112, 100], [1] * 5, shares=False)[0] is Direction.FALLING


def test_the_level_is_that_of_the_profiles() -> None:
    assert stats.chi2.ppf(1 - LEVEL, 1) == pytest.approx(9.5495, abs=5e-5)


def test_a_slope_that_one_point_makes_is_no_trend() -> None:
    # Four falling years and a leap: without the last point the slope turns.
    leap = [130, 125, 120, 115, 260]
    assert trend_score(leap, [1] * 5, shares=False)[1] > 9.5495
    direction, test = trend_test(leap, [1] * 5, shares=False)
    assert test.significant
    assert direction is Direction.NO_REAL_CHANGE


def test_months_that_vary_beyond_chance_need_a_steeper_trend() -> None:
    rising = [100, 112, 124, 136, 148]
    direction, test = trend_test(rising, [1] * 5, (3.0, 11), shares=False)
    plain = trend_score(rising, [1] * 5, shares=False)[1]
    assert direction is Direction.NO_REAL_CHANGE
    assert test.statistic == pytest.approx(plain / 3)
    assert test.p_value == pytest.approx(2 * stats.t.sf((plain / 3) ** 0.5, 11))


def trends(rows: Rows, what: Indicator) -> list[TrendFinding]:
    found = figure(rows.dataset(catalogue(what)), what.code, COUNTY, Q4)
    return [it for it in found.findings if isinstance(it, TrendFinding)]


def rates(*counts: float) -> Rows:
    rows = Rows()
    rows.households(CTY=100_000)
    for year, count in zip(YEARS, counts, strict=True):
        rows.add("households", COUNTY, Period.calendar_year(year.start.year), 100_000)
        rows.add("burglary", COUNTY, year, count)
    return rows


def test_five_rising_years_are_a_finding_with_their_figures() -> None:
    (found,) = trends(rates(400, 440, 480, 520, 560), BURGLARY)
    assert (found.direction, found.verdict) == (Direction.RISING, Verdict.WORSE)
    assert [it.count for it in found.figures] == [400, 440, 480, 520, 560]
    assert found.kind is FindingKind.RECENT_TREND
    assert found.text == (
        "The last five years, 2012/13 to 2016/17, show a rising trend, from 4.00 to 5.60."
    )
    assert len(found.sources) >= 10


def test_nothing_is_told_without_a_trend_a_year_or_a_steady_definition() -> None:
    assert trends(rates(480, 470, 490, 485, 480), BURGLARY) == []
    rows = Rows()
    for year, count in zip(YEARS[1:], (440, 480, 520, 560), strict=True):
        rows.add("burglary", COUNTY, year, count)
    assert trends(rows, BURGLARY) == []
    broken = replace(BURGLARY, breaks=(DefinitionBreak(date(2014, 4, 1), "Split in two"),))
    assert trends(rates(400, 440, 480, 520, 560), broken) == []


def test_percentages_have_trends_of_their_cases() -> None:
    rows = Rows()
    for year, cases in zip(YEARS, (100, 120, 140, 160, 180), strict=True):
        rows.add("repeats", COUNTY, year, cases / 5, Unit.PERCENTAGE, cases, 500)
    (found,) = trends(rows, REPEATS)
    assert found.direction is Direction.RISING
    assert found.dispersion == 1
