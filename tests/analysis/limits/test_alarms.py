"""How often rules fire by chance: against published run lengths and against simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from safer_desktop.analysis.limits.alarms import chances_of, false_alarms
from safer_desktop.analysis.limits.block import Block
from safer_desktop.analysis.limits.chain import chain
from safer_desktop.analysis.limits.draw import alarm_case, draw
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.limit_rules import PRESETS, Rule, RuleKind
from safer_desktop.domain.limits import AlarmCase, ChartKind, LimitsPlan
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import block, choice

OUTSIDE = Rule(RuleKind.OUTSIDE)
TWO = Rule(RuleKind.TWO_OF_THREE, 3)
SHIFT_8 = Rule(RuleKind.SHIFT, 8)


def run_length(*rules: Rule, shift: float = 0.0) -> float:
    """Mean number of normal points until a rule is met, centre and spread being known."""
    edges = np.array([-np.inf, -3, -2, 0, 0, 2, 3, np.inf]) - shift
    zones = np.diff(stats.norm.cdf(edges))[None, :]
    found = chain(rules)
    states, points = found.start[None, :], 0.0
    while states.sum() > 1e-9:
        points += float(states.sum())
        states = found.step(states, zones, keep=~found.met)
    return points


@pytest.mark.parametrize(
    ("rules", "printed"),
    [
        ((OUTSIDE,), {0.0: 370.40, 1.0: 43.89, 2.0: 6.30}),
        ((OUTSIDE, TWO), {0.0: 225.44, 0.2: 177.56, 0.4: 104.46, 1.0: 20.01}),
        ((OUTSIDE, SHIFT_8), {0.0: 152.73, 0.2: 110.52, 0.4: 59.76, 1.0: 14.58}),
    ],
)
def test_run_lengths_of_champ_and_woodall(
    rules: tuple[Rule, ...], printed: dict[float, float]
) -> None:
    # Champ and Woodall, Exact results for Shewhart control charts with supplementary runs rules,
    # Technometrics 29 (1987), and Montgomery's tables.
    for shift, length in printed.items():
        assert run_length(*rules, shift=shift) == pytest.approx(length, abs=0.006)


def test_a_trend_is_as_likely_as_one_order_in_all() -> None:
    with_trend = AlarmCase(ChartKind.XMR, "Making Data Count 7", 10**6, 0.0, 0.0, 1.0)
    quarter, _ = chances_of(with_trend)
    assert quarter > 2 / math.factorial(7)
    dice = np.random.default_rng(41)
    numbers = dice.random((9, 400_000))
    rises = (np.diff(numbers, axis=0) > 0).astype(int)
    seven = [
        (rises[n : n + 6] == 1).all(axis=0) | (rises[n : n + 6] == 0).all(axis=0) for n in range(3)
    ]
    seen = np.any(seven, axis=0).mean()
    at_first = 1 / math.factorial(7)
    by_formula = 2 * (at_first + 2 * (at_first - 1 / math.factorial(8)))
    assert seen == pytest.approx(by_formula, rel=0.1)


def signals(found: Block, plans: list[LimitsPlan]) -> tuple[float, float, float, float]:
    """Share of series with a signal in the last three months, and on the last; both as computed."""
    sheet = draw(found, plans)
    counts = np.zeros(4)
    last = len(found.periods) - 1
    for drawing in sheet.drawings:
        recent = drawing.when >= last - 2
        met = np.any([((p.met != 0) & recent).any(axis=0) for p in drawing.patterns], axis=0)
        which, _ = drawing.shown()
        latest = which[drawing.latest(), np.arange(which.shape[1])] >= 0
        computed = [chances_of(alarm_case(sheet, drawing, n)) for n in range(which.shape[1])]
        counts += [met.sum(), latest.sum(), *np.sum(computed, axis=0)]
    share = counts / len(plans)
    return (float(share[0]), float(share[1]), float(share[2]), float(share[3]))


DRAWS = 4000


@pytest.mark.parametrize("name", [preset.name for preset in PRESETS])
def test_computed_and_simulated_agree_for_measured_spread(name: str) -> None:
    dice = np.random.default_rng(42)
    values = 100 + 10 * dice.standard_normal((48, DRAWS))
    plan = choice(ChartKind.XMR, name)
    seen, latest, computed, computed_latest = signals(block(values), [plan] * DRAWS)
    assert seen == pytest.approx(computed, abs=4 * math.sqrt(computed / DRAWS))
    assert latest == pytest.approx(computed_latest, abs=4 * math.sqrt(computed_latest / DRAWS))


@pytest.mark.parametrize("mean", [1.0, 2.5, 8.0, 30.0])
def test_computed_and_simulated_agree_for_counts(mean: float) -> None:
    dice = np.random.default_rng(43)
    values = dice.poisson(mean, (48, DRAWS)).astype(float)
    seen, latest, computed, computed_latest = signals(block(values), [LimitsPlan()] * DRAWS)
    assert seen == pytest.approx(computed, abs=4 * math.sqrt(computed / DRAWS) + 0.1 * computed)
    assert latest == pytest.approx(
        computed_latest, abs=4 * math.sqrt(computed_latest / DRAWS) + 0.1 * computed_latest
    )


def test_computed_and_simulated_agree_for_shares() -> None:
    dice = np.random.default_rng(44)
    bases = np.full((48, DRAWS), 400.0)
    values = dice.binomial(400, 0.06, (48, DRAWS)) / 4
    found = block(values, unit=Unit.PERCENTAGE, bases=bases)
    seen, _, computed, _ = signals(found, [LimitsPlan()] * DRAWS)
    assert seen == pytest.approx(computed, abs=4 * math.sqrt(computed / DRAWS) + 0.15 * computed)


def test_rare_events_fire_no_more_often_than_computed() -> None:
    dice = np.random.default_rng(45)
    values = dice.poisson(0.3, (120, DRAWS)).astype(float)
    found = block(values, [choice(ChartKind.G)] * DRAWS, first=Period.month(2007, 4))
    seen, _, computed, _ = signals(found, [choice(ChartKind.G)] * DRAWS)
    assert 0 < seen <= computed + 3 * math.sqrt(computed / DRAWS)


def test_neighbours_alike_bring_more_and_are_named() -> None:
    dice = np.random.default_rng(46)
    noise = dice.standard_normal((148, 1000))
    for row in range(1, 148):
        noise[row] = 0.6 * noise[row - 1] + 0.8 * noise[row]
    values = 100 + 10 * noise[-48:]
    plan = choice(ChartKind.XMR)
    seen, _, computed, _ = signals(block(values), [plan] * 1000)
    assert seen > 2 * computed
    sheet = draw(block(values), [plan] * 1000)
    cases = [alarm_case(sheet, sheet.drawings[0], n) for n in range(1000)]
    assert sum(case.carries_over for case in cases) > 700


def test_budget_of_an_overview() -> None:
    case = AlarmCase(ChartKind.C, "Making Data Count 7", 36, 20.0, 0.0, 3.0)
    one, latest = chances_of(case)
    found = false_alarms([case] * 40)
    assert found.charts == 40
    assert found.in_quarter == pytest.approx(40 * one)
    assert found.on_latest == pytest.approx(40 * latest)
    low, high = found.likely
    assert low == stats.binom.ppf(0.05, 40, one)
    assert high == stats.binom.ppf(0.95, 40, one)
    assert found.words.startswith(
        "Of the 40 charts with predicted limits, expect a signal on about"
    )
    assert "Champ and Woodall" in found.method


def test_budget_names_charts_that_carry_over() -> None:
    alike = AlarmCase(ChartKind.C, "Limits only", 36, 20.0, 0.0, 3.0, carries_over=True)
    assert "1 of them carries over" in false_alarms([alike]).words
    assert "2 of them carry over" in false_alarms([alike] * 2).words


def test_budget_of_nothing() -> None:
    assert false_alarms([]).words.startswith("No chart has predicted limits")
    without = AlarmCase(ChartKind.C, "Limits only", 0, 0.0, 0.0, 3.0)
    assert chances_of(without) == (0.0, 0.0)
    unknown = AlarmCase(ChartKind.G, "Limits only", 14, 0.0, 0.0, 1.0)
    assert chances_of(unknown) == (0.0, 0.0)
