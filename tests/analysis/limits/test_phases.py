"""Where limits come from and where they begin anew: baselines, breaks, steps, gaps."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.analysis.limits.chart import block_of
from safer_desktop.domain.indicators import DefinitionBreak
from safer_desktop.domain.limits import BaselineKind, LimitsPlan, StepChange
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import DECIDED, JUDGED, WHO, block, lock, series

FLAT: list[float | None] = [10.0, 12.0] * 24
"""April 2013 to March 2017."""


def spans(found: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[int]:
    return np.flatnonzero(found[:, 0]).tolist()


def step(start: date) -> LimitsPlan:
    return LimitsPlan(steps=(StepChange(start, "New system", WHO, DECIDED),))


def test_the_past_is_the_three_years_before_the_judged_one() -> None:
    long = block_of(series([10.0, 12.0] * 36, first=Period.month(2011, 4)), JUDGED, LimitsPlan())
    assert spans(long.baseline) == list(range(24, 60))
    assert spans(long.judged) == list(range(24, 72))
    assert long.kinds == (BaselineKind.PAST,)


def test_less_than_a_year_of_past_makes_trial_limits_of_all_points() -> None:
    short = block_of(series([10.0, 12.0] * 8, first=Period.month(2015, 12)), JUDGED, LimitsPlan())
    assert spans(short.baseline) == list(range(16))
    assert short.kinds == (BaselineKind.WHOLE,)


def test_fewer_than_thirteen_points_are_not_judged() -> None:
    twelve = block_of(series([10.0, 12.0] * 6, first=Period.month(2015, 4)), JUDGED, LimitsPlan())
    assert not twelve.judged.any()
    thirteen = block_of(series([10.0] * 13, first=Period.month(2015, 4)), JUDGED, LimitsPlan())
    assert spans(thirteen.baseline) == list(range(12))
    assert spans(thirteen.judged) == list(range(13))


def test_a_locked_baseline_stays_where_it_is() -> None:
    locked = block_of(series(FLAT), JUDGED, lock(date(2013, 4, 1), date(2014, 9, 30)))
    assert spans(locked.baseline) == list(range(18))
    assert spans(locked.judged) == list(range(48))
    assert locked.kinds == (BaselineKind.LOCKED,)
    short = block_of(series(FLAT), JUDGED, lock(date(2013, 4, 1), date(2014, 2, 28)))
    assert not short.judged.any()


def test_a_definition_break_begins_a_phase() -> None:
    broken = [DefinitionBreak(date(2014, 10, 1), "Dwelling redefined")]
    found = block_of(series(FLAT, breaks=broken), JUDGED, LimitsPlan())
    assert found.phase[:, 0].tolist() == [0] * 18 + [1] * 30
    assert spans(found.baseline) == list(range(36))  # the first phase is over: all of it
    assert [stretch.started for stretch in found.stretches[0]] == [
        "the figures begin",
        "the definition changed: Dwelling redefined",
    ]


def test_a_break_within_a_month_leaves_that_month_to_neither_side() -> None:
    broken = [DefinitionBreak(date(2014, 10, 15), "Dwelling redefined")]
    found = block_of(series(FLAT, breaks=broken), JUDGED, LimitsPlan())
    assert found.phase[:, 0].tolist() == [0] * 18 + [-1] + [1] * 29
    assert not found.judged[18, 0]


def test_a_step_change_begins_a_phase_with_the_period_that_holds_it() -> None:
    found = block_of(series(FLAT), JUDGED, step(date(2014, 10, 20)))
    assert found.phase[:, 0].tolist() == [0] * 18 + [1] * 30
    assert "A. Officer: New system" in found.stretches[0][1].started
    assert found.stretches[0][1].step is not None


def test_steps_outside_the_figures_change_nothing() -> None:
    for day in (date(2010, 4, 1), date(2013, 4, 1), date(2020, 4, 1)):
        found = block_of(series(FLAT), JUDGED, step(day))
        assert found.phase[:, 0].tolist() == [0] * 48


def test_a_year_without_figures_begins_a_phase_but_a_month_does_not() -> None:
    gap: list[float | None] = [*FLAT[:20], *[None] * 12, *FLAT[:30]]
    found = block_of(series(gap, first=Period.month(2011, 8)), JUDGED, LimitsPlan())
    assert found.phase[:, 0].tolist() == [0] * 20 + [-1] * 12 + [1] * 30
    assert found.stretches[0][1].started == "12 months are missing before it"
    short: list[float | None] = [*FLAT[:20], *[None] * 11, *FLAT[:30]]
    found = block_of(series(short, first=Period.month(2011, 9)), JUDGED, LimitsPlan())
    assert set(found.phase[:, 0].tolist()) == {0}


def test_quarters_have_their_own_three_years() -> None:
    found = block_of(series([10.0, 12.0] * 10, first=Period.quarter(2012, 1)), JUDGED, LimitsPlan())
    assert spans(found.baseline) == list(range(4, 16))
    assert spans(found.judged) == list(range(4, 20))


def test_a_series_without_figures_has_no_phase() -> None:
    found = block_of(series([None] * 20), JUDGED, LimitsPlan())
    assert found.stretches == ((),)
    assert not found.judged.any()


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 50)), min_size=1, max_size=70),
    st.integers(-3, 80),
    st.integers(-3, 80),
)
def test_phases_and_baselines_hold_together(
    values: list[float | None], at_break: int, at_step: int
) -> None:
    first = Period.month(2012, 4)
    broken = [DefinitionBreak(first.shifted(at_break).start, "redefined")]
    plan = step(first.shifted(at_step).start)
    found = block_of(series(values, first=first, breaks=broken), JUDGED, plan)
    present = np.array([v is not None for v in values])
    phase, judged, baseline = found.phase[:, 0], found.judged[:, 0], found.baseline[:, 0]
    assert not (judged & ~present).any()
    assert not (baseline & ~judged).any()
    assert not (judged & (phase < 0)).any()
    assert (np.diff(phase[phase >= 0]) >= 0).all()
    for number, stretch in enumerate(found.stretches[0]):
        inside = phase == number
        assert inside[stretch.first]
        assert inside[stretch.end - 1]
        assert (baseline & inside).sum() in (0, *range(12, 71))
        assert (judged & inside).sum() in (0, *range(13, 71))


def test_many_series_have_the_phases_that_each_has_alone() -> None:
    dice = np.random.default_rng(2)
    values = dice.integers(0, 30, (60, 40)).astype(float)
    values[dice.random(values.shape) < 0.2] = np.nan
    values[10:25, 5] = np.nan
    values[:, 6] = np.nan
    first = Period.month(2012, 4)
    together = block(values, first=first)
    for column in range(40):
        row = [None if np.isnan(v) else float(v) for v in values[:, column]]
        alone = block_of(series(row, first=first), JUDGED, LimitsPlan())
        assert (together.phase[:, column] == alone.phase[:, 0]).all()
        assert (together.baseline[:, column] == alone.baseline[:, 0]).all()
        assert (together.judged[:, column] == alone.judged[:, 0]).all()
        assert together.stretches[column] == alone.stretches[0]
        assert together.kinds[column] == alone.kinds[0]


def test_the_judged_year_begins_with_its_row() -> None:
    assert block(np.full((30, 1), 5.0), judged=date(2015, 4, 1)).judged_row == 24
