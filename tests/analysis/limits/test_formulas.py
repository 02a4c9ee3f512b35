"""Centre lines and limits against textbooks and published tables."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import integrate, stats

from safer_desktop.analysis.limits.formulas import LIMIT_PER_RANGE, SCREEN_ABOVE, mean_range
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limits import ChartKind
from tests.analysis.limits.series import plain_lines

PUBLISHED_18 = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""The check that NHSRplotthedots publishes in 'Deviations from Excel defaults'."""

PAINT = [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54,
         33.12, 33.84]  # fmt: skip
"""Montgomery, Introduction to Statistical Quality Control: viscosity of aircraft primer paint."""

BOARDS = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16,
          19, 17, 15]  # fmt: skip
"""Montgomery: nonconformities in 26 samples of printed circuit boards."""

CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
        12, 7, 13, 9, 6]  # fmt: skip
"""Montgomery: nonconforming orange juice cans in 30 samples of 50."""

DEFECTS = [6, 4, 8, 10, 9, 12, 16, 2, 3, 10, 9, 15, 8, 10, 8, 2, 7, 1, 7, 13]
"""Montgomery and Runger, Applied Statistics: defects in 20 samples of five circuit boards."""

WITHIN_4_HOURS = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478,
    255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989,
]  # fmt: skip
ATTENDED = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932,
    266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772,
]  # fmt: skip
"""Seen within four hours in NHS England's A&E departments in twenty weeks, of all who attended."""

GAPS = [0, 6, 2, 1, 9, 3, 0, 4, 12, 5, 1, 2, 7, 8]
"""Event-free months, made up: 60 in 14 gaps."""


def three_sigma(values: list[float], kind: ChartKind, **options: object) -> tuple[float, ...]:
    """Centre - 3 sigma, centre, centre + 3 sigma at the last point."""
    lines = plain_lines(values, kind, **options)  # type: ignore[arg-type]
    centre, sigma = float(lines.centre[-1, 0]), float(lines.sigma[-1, 0])
    return centre - 3 * sigma, centre, centre + 3 * sigma


def test_published_eighteen_points() -> None:
    values = [float(v) for v in PUBLISHED_18]
    screened = three_sigma(values, ChartKind.XMR, screens=True)
    assert [round(v, 2) for v in screened] == [-0.72, 1.94, 4.60]
    assert [round(v, 2) for v in three_sigma(values, ChartKind.XMR)] == [-3.06, 1.94, 6.95]


def test_a_count_has_no_limit_below_nought() -> None:
    lines = plain_lines([float(v) for v in PUBLISHED_18])
    assert np.isnan(lines.lower).all()
    assert round(float(lines.upper[0, 0]), 2) == 6.95


def test_constants_of_two_points_a_range() -> None:
    # d2 is the mean, d3 the deviation, of the range of two normal numbers.
    d2 = 2 * integrate.quad(lambda x: 1 - stats.norm.cdf(x, scale=math.sqrt(2)), 0, np.inf)[0]
    d3 = math.sqrt(2 - d2**2)
    assert round(d2, 3) == 1.128  # printed in every table of constants
    assert round(3 / d2, 2) == LIMIT_PER_RANGE
    assert round(1 + 3 * d3 / d2, 3) == pytest.approx(SCREEN_ABOVE, abs=0.001)


def test_individuals_of_montgomery() -> None:
    low, centre, high = three_sigma(PAINT, ChartKind.XMR)
    assert (round(low, 2), round(centre, 2), round(high, 2)) == (32.24, 33.52, 34.80)


def test_c_chart_of_montgomery() -> None:
    values = [float(v) for v in BOARDS]
    low, centre, high = three_sigma(values, ChartKind.C)
    # Montgomery goes on with the rounded mean: 19.85 + 3 sqrt(19.85) = 33.22.
    assert (round(low, 2), round(centre, 2)) == (6.48, 19.85)
    assert high == pytest.approx(33.22, abs=0.01)
    lines = plain_lines(values, ChartKind.C)
    outside = (lines.values > lines.upper) | (lines.values < lines.lower)
    assert np.flatnonzero(outside[:, 0]).tolist() == [5, 19]  # samples 6 and 20, as printed


def test_p_chart_of_montgomery() -> None:
    values = [float(v) for v in CANS]
    low, centre, high = three_sigma(values, ChartKind.P, bases=[50.0] * 30, unit=Unit.PERCENTAGE)
    assert (round(low, 2), round(centre, 2), round(high, 2)) == (5.24, 23.13, 41.02)
    lines = plain_lines(values, ChartKind.P, [50.0] * 30, Unit.PERCENTAGE)
    outside = (lines.values > lines.upper) | (lines.values < lines.lower)
    assert np.flatnonzero(outside[:, 0]).tolist() == [14, 22]  # samples 15 and 23, as printed


def test_u_chart_of_montgomery() -> None:
    values = [float(v) for v in DEFECTS]
    low, centre, high = three_sigma(values, ChartKind.U, bases=[5.0] * 20)
    assert (round(centre, 1), round(high, 1)) == (1.6, 3.3)
    assert low < 0
    lines = plain_lines(values, ChartKind.U, [5.0] * 20)
    assert not (lines.values > lines.upper).any()  # "the process is in control"
    assert lines.upper[0, 0] == stats.poisson.ppf(stats.norm.cdf(3), 8) / 5


@pytest.mark.parametrize(
    ("kind", "unit", "scale"),
    [(ChartKind.P_PRIME, Unit.PERCENTAGE, 100), (ChartKind.U_PRIME, Unit.RATIO, 1)],
)
def test_laney_on_the_nhs_figures(kind: ChartKind, unit: Unit, scale: float) -> None:
    # Limits by an independent R calculation of Laney's method, to its printed precision.
    values = [float(v) for v in WITHIN_4_HOURS]
    lines = plain_lines(values, kind, [float(v) for v in ATTENDED], unit)
    assert lines.centre[0, 0] / scale == pytest.approx(0.9529, abs=5e-5)
    assert lines.upper[:3, 0] / scale == pytest.approx([0.96567, 0.965753, 0.965421], abs=3e-6)
    assert lines.lower[-2:, 0] / scale == pytest.approx([0.940087, 0.939975], abs=3e-6)
    assert lines.near_upper[0, 0] / scale == pytest.approx(0.961413, abs=3e-6)
    assert not ((lines.values > lines.upper) | (lines.values < lines.lower)).any()


def test_laney_is_the_plain_chart_times_sigma_z() -> None:
    values, bases = [float(v) for v in WITHIN_4_HOURS], [float(v) for v in ATTENDED]
    plain = plain_lines(values, ChartKind.P, bases, Unit.PERCENTAGE)
    prime = plain_lines(values, ChartKind.P_PRIME, bases, Unit.PERCENTAGE)
    shares = np.array(values) / np.array(bases)
    z = (shares - sum(values) / sum(bases)) / (plain.sigma[:, 0] / 100)
    sigma_z = np.abs(np.diff(z)).mean() * 2.66 / 3
    np.testing.assert_allclose(prime.sigma, plain.sigma * sigma_z, rtol=1e-12)


def test_u_prime_of_small_counts_scales_the_limits_of_chance() -> None:
    counts = [0.0, 7, 1, 9, 2, 0, 8, 1, 7, 0, 3, 8, 1, 6]
    lines = plain_lines(counts, ChartKind.U_PRIME)
    mean = sum(counts) / len(counts)
    z = (np.array(counts) - mean) / math.sqrt(mean)
    phi = (np.abs(np.diff(z)).mean() * 2.66 / 3) ** 2
    upper = phi * stats.poisson.ppf(stats.norm.cdf(3), mean / phi)
    assert lines.upper[0, 0] == pytest.approx(upper, rel=1e-12)
    assert lines.centre[0, 0] == pytest.approx(mean, rel=1e-12)


def test_g_chart_by_hand() -> None:
    lines = plain_lines([float(v) for v in GAPS], ChartKind.G)
    mean = 60 / 14
    assert lines.sigma[0, 0] == pytest.approx(math.sqrt(mean * (mean + 1)), rel=1e-12)  # Benneyan
    assert lines.centre[0, 0] == pytest.approx(math.log(2) * mean, rel=1e-12)
    # q = mean / (mean + 1) = 60/74; q^31 = 0.00150 is still above 0.00135, q^32 = 0.00122 is not.
    assert lines.upper[0, 0] == 31
    assert np.isnan(lines.lower).all()


def test_t_chart_by_hand() -> None:
    months = [
        1.0,
        2.0**3.6,
        1.0,
        3.0**3.6,
        2.0**3.6,
        1.0,
        2.0**3.6,
        1.0,
        2.0**3.6,
        1.0,
        2.0**3.6,
        2.0**3.6,
    ]
    lines = plain_lines(months, ChartKind.T)
    # As roots: 1 2 1 3 2 1 2 1 2 1 2 2, mean 20/12; ranges 1 1 2 1 1 1 1 1 1 1 0, mean 11/11.
    assert lines.centre[0, 0] == pytest.approx((20 / 12) ** 3.6, rel=1e-12)
    assert lines.upper[0, 0] == pytest.approx((20 / 12 + 2.66) ** 3.6, rel=1e-12)
    assert np.isnan(lines.lower).all()  # 20/12 - 2.66 lies below nought


def test_a_percentage_has_no_limit_above_a_hundred() -> None:
    lines = plain_lines([97.0, 99, 96, 99, 95, 98, 99, 97, 96, 99], unit=Unit.RATIO)
    assert lines.upper[0, 0] > 100
    percent = plain_lines(
        [97.0, 99, 96, 99, 95, 98, 99, 97, 96, 99], bases=[100.0] * 10, unit=Unit.PERCENTAGE
    )
    assert np.isnan(percent.upper).all()
    assert (percent.lower > 90).all()


def test_limits_come_from_the_baseline_alone() -> None:
    first = [8.0, 10, 9, 11, 10, 12, 9, 10, 11, 8, 10, 12]
    whole = plain_lines([*first, 90.0, 95.0, 99.0], used=12)
    alone = plain_lines(first)
    assert whole.upper[-1, 0] == alone.upper[0, 0]
    assert whole.centre[0, 0] == 10.0


def test_points_that_never_differ_have_no_limits() -> None:
    assert np.isnan(plain_lines([5.0] * 20).centre).all()
    assert np.isnan(plain_lines([5.0] * 20, ChartKind.U_PRIME).centre).all()


def test_few_events_have_no_limits() -> None:
    assert np.isnan(plain_lines([0.0] * 20 + [1.0] * 4, ChartKind.C).centre).all()
    assert not np.isnan(plain_lines([0.0] * 20 + [1.0] * 5, ChartKind.C).centre).any()
    assert np.isnan(
        plain_lines([50.0] * 19 + [46.0], ChartKind.P, [50.0] * 20, Unit.PERCENTAGE).centre
    ).all()


def test_no_range_reaches_over_a_gap() -> None:
    values = np.array([[1.0], [2.0], [np.nan], [50.0], [51.0]])
    assert mean_range(values, ~np.isnan(values), screens=False)[0] == 1.0
    lonely = np.array([[1.0], [np.nan], [3.0]])
    assert np.isnan(mean_range(lonely, ~np.isnan(lonely), screens=False)[0])
