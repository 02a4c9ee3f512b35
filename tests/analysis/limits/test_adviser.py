"""Which chart is advised, and the words for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from safer_desktop.analysis.limits.adviser import KINDS, advised, facts
from safer_desktop.analysis.limits.block import Block
from safer_desktop.analysis.limits.chart import chart
from safer_desktop.analysis.limits.season import seasons
from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.limits import ChartKind, LimitsChart, LimitSeries, LimitsPlan
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import BURGLARY, JUDGED, SURVEY, block, choice, series

DICE = np.random.default_rng(20)


def counts(mean: float, months: int = 48, spread: float = 1.0) -> list[float | None]:
    """Poisson counts, or ones whose variance is ``spread`` times that of chance."""
    if spread == 1.0:
        return [float(v) for v in DICE.poisson(mean, months)]
    return [float(v) for v in DICE.poisson(DICE.gamma(mean / (spread - 1), spread - 1, months))]


def drawn(
    found: LimitSeries, indicator: Indicator = BURGLARY, plan: LimitsPlan | None = None
) -> LimitsChart:
    result = chart(found, indicator, JUDGED, plan or LimitsPlan())
    assert isinstance(result, LimitsChart), result
    return result


def kinds_of(found: Block) -> list[ChartKind]:
    season = seasons(found)
    return [KINDS[n] for n in advised(found, season, facts(found, season))]


def test_small_even_counts_get_limits_of_chance() -> None:
    found = drawn(series([12.0, 9, 11, 8, 14, 10, 7, 12, 9, 13, 10, 11, 8] * 4))
    assert found.kind is ChartKind.C
    assert "There are 10 offences a month on average" in found.advice.why  # 370 in 36 months
    assert "limits are those of chance (Poisson)" in found.advice.why


def test_uneven_counts_get_the_spread_that_was_seen() -> None:
    found = drawn(series([2.0, 19, 5, 14, 1, 22, 3, 16, 8, 25, 4, 13] * 4))
    assert found.kind is ChartKind.U_PRIME
    assert found.advice.dispersion is not None
    assert found.advice.dispersion > 5
    assert "vary more than chance would make them (variance " in found.advice.why
    plain = next(it for it in found.advice.considered if it.kind is ChartKind.C)
    assert plain.why.startswith("Not taken: the figures vary more than chance")


def test_large_counts_get_an_individuals_chart() -> None:
    found = drawn(series(counts(400)))
    assert found.kind is ChartKind.XMR
    assert "Counts this large hardly ever vary by chance alone" in found.advice.why


def test_dispersion_is_half_the_mean_square_of_successive_differences() -> None:
    values = counts(30, 36)
    found = facts(block(np.array(values, float)[:, None]), seasons(block(np.ones((36, 1)))))
    numbers = np.array(values, float)
    expected = (np.diff(numbers) ** 2).mean() / 2 / numbers.mean()
    assert found.dispersion[0] == pytest.approx(expected, rel=1e-12)


def test_unevenness_is_found_by_mistake_in_one_of_five() -> None:
    for mean in (3, 12, 40):
        found = block(DICE.poisson(mean, (48, 4000)).astype(float))
        share = facts(found, seasons(block(np.ones((48, 4000))))).uneven.mean()
        assert share == pytest.approx(0.2, abs=0.03)


def test_a_change_of_level_is_not_unevenness() -> None:
    means = np.repeat([10.0, 20.0], 18)[:, None]
    found = facts(
        block(DICE.poisson(np.tile(means, 1000)).astype(float)), seasons(block(np.ones((36, 1000))))
    )
    assert found.uneven.mean() < 0.35


def test_rare_events_get_the_time_between_them() -> None:
    one_a_year = ([0.0] * 5 + [1.0]) * 20
    found = drawn(series(one_a_year, first=Period.month(2007, 4)))
    assert found.kind is ChartKind.G
    assert "83% of months have none" in found.advice.why
    crowded = drawn(series(([0.0] * 2 + [3.0]) * 40, first=Period.month(2007, 4)))
    assert crowded.kind is ChartKind.T
    too_few = drawn(series(([0.0] * 3 + [1.0]) * 12))
    assert too_few.kind is ChartKind.C
    gaps = next(it for it in too_few.advice.considered if it.kind is ChartKind.G)
    assert "fewer than 13 gaps between events are known" in gaps.why


def test_counts_over_a_base_that_changes_become_rates() -> None:
    rate = replace(BURGLARY, unit=Unit.RATE_POPULATION)
    people = [100_000.0 * 1.01**n for n in range(48)]
    events = [float(DICE.poisson(p / 4000)) for p in people]
    growing = replace(series([*events], bases=people), rate_unit=Unit.RATE_POPULATION)
    found = drawn(growing, rate)
    assert found.kind in (ChartKind.U, ChartKind.U_PRIME)
    assert found.unit is Unit.RATE_POPULATION
    assert found.points[0].value == pytest.approx(1000 * events[0] / people[0])
    steady = replace(series([*events], bases=[100_000.0] * 48), rate_unit=Unit.RATE_POPULATION)
    alike = drawn(steady, rate)
    assert alike.unit is Unit.COUNT
    weighed = {it.kind: it.why for it in alike.advice.considered}
    assert weighed[ChartKind.U] == "Not taken: what they are divided by hardly changes."


def test_percentages_with_the_numbers_behind_them() -> None:
    asked = [400.0] * 48
    even = [float(v) for v in DICE.binomial(400, 0.06, 48)]
    found = drawn(series([v / 4 for v in even], SURVEY, counts=even, bases=asked), SURVEY)
    assert found.kind is ChartKind.P
    many = [float(v) for v in DICE.binomial(4000, 0.4, 48)]
    large = drawn(series([v / 40 for v in many], SURVEY, counts=many, bases=[4000.0] * 48), SURVEY)
    assert large.kind is ChartKind.P_PRIME
    smooth = [20.0 + (n % 5) / 2 for n in range(48)]
    calm = drawn(series([v / 4 for v in smooth], SURVEY, counts=smooth, bases=asked), SURVEY)
    assert calm.kind is ChartKind.P_PRIME
    assert "vary less than chance would make them" in calm.advice.why


def test_results_without_the_numbers_behind_them() -> None:
    for unit in (Unit.PERCENTAGE, Unit.RATE_HOUSEHOLDS, Unit.RATIO):
        indicator = replace(SURVEY, unit=unit)
        found = drawn(series([5.0, 6.0, 5.5, 7.0] * 12, indicator), indicator)
        assert found.kind is ChartKind.XMR
        assert "without the numbers behind them" in found.advice.why
        assert all(it.why.startswith("Not taken: it needs") for it in found.advice.considered)


def test_ratios_with_events_and_persons() -> None:
    indicator = replace(SURVEY, unit=Unit.RATIO, noun="offences")
    persons = [60.0 + (n % 7) for n in range(48)]
    events = [float(DICE.poisson(p * 0.3)) for p in persons]
    ratios = [e / p for e, p in zip(events, persons, strict=True)]
    found = drawn(series([*ratios], indicator, counts=events, bases=persons), indicator)
    assert found.kind in (ChartKind.U, ChartKind.U_PRIME)
    assert found.points[0].value == pytest.approx(ratios[0])


def test_a_person_may_choose_another_chart() -> None:
    found = drawn(series([12.0, 9, 11, 8, 14, 10, 7, 12] * 6), plan=choice(ChartKind.XMR))
    assert found.kind is ChartKind.XMR
    assert found.advice.kind is ChartKind.C
    sentence = next(s for s in found.explanation.sentences if "A. Officer chose" in s)
    assert sentence == (
        "A. Officer chose the XmR chart on 3 May 2016 instead of the c chart advised: The board "
        "knows it."
    )


@pytest.mark.parametrize("kind", [ChartKind.P, ChartKind.U, ChartKind.G, ChartKind.T])
def test_a_chart_that_cannot_be_drawn_is_not_taken(kind: ChartKind) -> None:
    found = drawn(series([12.0, 9, 11, 8, 14, 10, 7, 12] * 6), plan=choice(kind))
    assert found.kind is ChartKind.C
    sentence = next(s for s in found.explanation.sentences if "A. Officer" in s)
    assert sentence.startswith(f"A. Officer chose the {kind} on 3 May 2016, which cannot be drawn")


def test_kinds_of_many_are_those_of_each_alone() -> None:
    means = np.exp(DICE.uniform(np.log(0.2), np.log(300), 60))
    values = DICE.poisson(means, (120, 60)).astype(float)
    first = Period.month(2007, 4)
    together = kinds_of(block(values, first=first))
    assert set(together) >= {ChartKind.C, ChartKind.XMR, ChartKind.G}
    for column, kind in enumerate(together):
        alone = chart(series([*values[:, column].tolist()], first=first), BURGLARY, JUDGED)
        assert isinstance(alone, Reason) or alone.advice.kind is kind
