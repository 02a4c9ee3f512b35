"""The test for a season, its factors, and how often it finds one that is not there."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from statsmodels.stats.anova import anova_lm

from safer_desktop.analysis.limits.draw import draw
from safer_desktop.analysis.limits.season import LEVEL, seasons
from safer_desktop.domain.limits import ChartKind, LimitsPlan
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import JUDGED, block

WAVE = 1 + 0.2 * np.sin(2 * np.pi * np.arange(12) / 12)
"""From April to March; twenty percent up in July, down in January."""


def poisson(
    means: np.ndarray[tuple[int, ...], np.dtype[np.float64]], seed: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.random.default_rng(seed).poisson(means).astype(float)


def test_f_is_that_of_a_two_way_layout_in_statsmodels() -> None:
    values = poisson(np.outer(np.tile(WAVE, 4), [40, 90, 300]), 3)
    found = seasons(block(values))
    for column in range(3):
        used = values[:36, column]
        frame = pd.DataFrame(
            {
                "root": np.sqrt(used),
                "month": np.tile(np.arange(12), 3).astype(str),
                "year": np.repeat(np.arange(3), 12).astype(str),
            }
        )
        row = anova_lm(smf.ols("root ~ month + year", frame).fit()).loc["month"]
        assert found.f_value[column] == pytest.approx(row["F"], rel=1e-9)
        assert found.p_value[column] == pytest.approx(row["PR(>F)"], rel=1e-9)
        assert found.cycles[column] == 3


def test_factors_are_mean_shares_of_each_years_average() -> None:
    values = poisson(np.outer(np.tile(WAVE, 4), [300]), 4)
    found = seasons(block(values))
    years = values[:36, 0].reshape(3, 12)
    by_hand = (years / years.mean(axis=1, keepdims=True)).mean(axis=0)
    january_first = np.roll(by_hand, 3)  # the years begin in April, the factors in January
    np.testing.assert_allclose(found.factors[:, 0], january_first, rtol=1e-12)
    assert found.factors[:, 0].mean() == pytest.approx(1.0)
    assert found.widen[0] == pytest.approx(np.sqrt(4 / 2))


def test_up_to_six_whole_years_of_the_phase_serve() -> None:
    values = poisson(np.outer(np.tile(WAVE, 10), [300]), 5)
    found = seasons(block(values, first=Period.month(2007, 4)))
    assert found.cycles[0] == 6
    assert found.widen[0] == pytest.approx(np.sqrt(7 / 5))
    values[100] = np.nan  # a month of 2015/16 is missing: that year is left out
    years = values[12:96, 0].reshape(7, 12)[-6:]
    by_hand = np.roll((years / years.mean(axis=1, keepdims=True)).mean(axis=0), 3)
    again = seasons(block(values, first=Period.month(2007, 4)))
    assert again.cycles[0] == 6
    np.testing.assert_allclose(again.factors[:, 0], by_hand, rtol=1e-12)


def test_two_years_and_a_bit_show_no_season() -> None:
    values = poisson(np.outer(np.tile(WAVE, 4)[:47], [1000]), 6)
    found = seasons(block(values, first=Period.month(2013, 5)))
    assert not found.found[0]
    assert found.cycles[0] == 0


def test_small_counts_show_no_season() -> None:
    found = seasons(block(poisson(np.outer(np.tile(WAVE, 4), [4]), 7)))
    assert found.cycles[0] == 0


def test_a_month_that_is_nearly_empty_is_no_season() -> None:
    shut = np.tile(np.where(np.arange(12) == 4, 0.05, 1.0), 4)  # August
    found = seasons(block(poisson(np.outer(shut, [300]), 8)))
    assert found.p_value[0] == 1.0
    assert not found.found[0]


def test_a_change_of_level_between_years_is_no_season() -> None:
    means = np.repeat([100.0, 200.0, 150.0, 150.0], 12)[:, None]
    found = seasons(block(poisson(np.tile(means, 400), 9)))
    assert found.found.mean() < LEVEL + 3 * np.sqrt(LEVEL * (1 - LEVEL) / 400)


@pytest.mark.parametrize("kind", ["small", "counts", "uneven", "alike"])
def test_a_season_is_found_by_mistake_as_often_as_stated(kind: str) -> None:
    dice = np.random.default_rng(10)
    shape = (48, 4000)
    noise = dice.standard_normal(shape)
    for row in range(1, 48):  # neighbours alike, autocorrelation 0.5
        noise[row] = 0.5 * noise[row - 1] + np.sqrt(0.75) * noise[row]
    values = {
        "small": dice.poisson(6, shape),
        "counts": dice.poisson(100, shape),
        "uneven": dice.poisson(dice.gamma(50, 2, shape)),
        "alike": dice.poisson(100 * np.exp(0.15 * noise)),
    }[kind].astype(float)
    found = seasons(block(values))
    share = found.found.mean()
    assert share < LEVEL + 3 * np.sqrt(LEVEL * (1 - LEVEL) / 4000) + 0.005


def test_limits_follow_the_season_month_by_month() -> None:
    values = poisson(np.outer(np.tile(WAVE, 4), [300]), 11)
    sheet = draw(block(values), [LimitsPlan()])
    drawing = sheet.drawings[0]
    assert drawing.kind is ChartKind.XMR
    centre = drawing.lines.centre[:, 0]
    np.testing.assert_allclose(centre[:12], centre[12:24])
    factors = np.tile(np.roll(sheet.seasons.factors[:, 0], -3), 4)
    used = values[:36, 0]
    level = used.sum() / factors[:36].sum()
    np.testing.assert_allclose(centre, level * factors, rtol=1e-12)
    z = (used - level * factors[:36]) / np.sqrt(factors[:36])
    sigma = np.abs(np.diff(z)).mean() * 2.66 / 3 * np.sqrt(2)
    np.testing.assert_allclose(
        drawing.lines.upper[:, 0], level * factors + 3 * sigma * np.sqrt(factors), rtol=1e-12
    )


def test_adjusting_for_the_season_takes_its_false_signals_away() -> None:
    values = poisson(np.outer(np.tile(WAVE, 5), np.full(500, 300.0)), 12)
    plans = [LimitsPlan()] * 500
    drawn = draw(block(values, first=Period.month(2012, 4)), plans)
    flat = draw(block(np.random.default_rng(1).permuted(values, axis=0)), plans)

    def flagged(sheet: object) -> float:
        total = 0
        for drawing in sheet.drawings:  # type: ignore[attr-defined]
            which, _ = drawing.shown()
            total += int((which[-1] >= 0).sum())
        return total / 500

    assert drawn.seasons.found.all()
    assert flagged(drawn) < 0.06
    assert flagged(flat) < 0.15  # the same numbers shuffled: the swing is now spread


def test_quarters_have_seasons_too() -> None:
    means = np.outer(np.tile([1.3, 1.1, 0.7, 0.9], 7), [400])
    values = poisson(means, 13)
    found = seasons(block(values, first=Period.quarter(2010, 1), judged=JUDGED))
    assert found.found[0]
    assert found.cycles[0] == 6
    assert found.factors[1, 0] == pytest.approx(1.3, abs=0.1)  # April to June
    assert found.factors[0, 0] == pytest.approx(0.9, abs=0.1)  # January to March
