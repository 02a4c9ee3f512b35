"""Rare events as gaps."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from safer_desktop.analysis.limits.chart import chart
from safer_desktop.analysis.limits.events import gaps
from safer_desktop.domain.indicators import DefinitionBreak
from safer_desktop.domain.limit_icons import Variation
from safer_desktop.domain.limit_rules import Mark, RuleKind, Side
from safer_desktop.domain.limits import Baseline, BaselineKind, ChartKind, LimitsChart, LimitsPlan
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import BURGLARY, JUDGED, block, choice, lock, series

APRIL_2007 = Period.month(2007, 4)


def gap_values(counts: list[float], kind: ChartKind) -> tuple[list[float], list[int]]:
    found = gaps(block(np.array(counts, float)[:, None]), kind)
    rows = found.when[:, 0]
    return found.points.values[rows >= 0, 0].tolist(), rows[rows >= 0].tolist()


def test_g_counts_the_event_free_months_before_an_event() -> None:
    values, rows = gap_values([0, 1, 0, 0, 2, 1, 0, 1, 0, 0, 0], ChartKind.G)
    assert values == [2, 0, 1, 3]  # the last is not over yet
    assert rows == [4, 5, 7, 10]


def test_t_spaces_events_evenly_within_their_month() -> None:
    values, rows = gap_values([0, 1, 0, 0, 2, 1, 0], ChartKind.T)
    # Events at 1.5, 4.25, 4.75 and 5.5 months, the end at 7.
    assert values == pytest.approx([2.75, 0.5, 0.75, 1.5])
    assert rows == [4, 4, 5, 6]


def test_t_of_quarters_is_in_months() -> None:
    found = gaps(block(np.array([[1.0], [0.0], [1.0]]), first=Period.quarter(2013, 1)), ChartKind.T)
    assert found.points.values[0, 0] == 6.0


def test_a_gap_over_a_missing_month_is_not_known() -> None:
    values, rows = gap_values([1, 0, np.nan, 0, 1, 0, 1], ChartKind.G)
    assert rows == [4, 6, 6]
    assert np.isnan(values[0])
    assert values[1:] == [1, 0]


def test_series_without_events_have_no_gaps() -> None:
    found = gaps(block(np.zeros((20, 2))), ChartKind.G)
    assert found.points.values.shape == (0, 2)
    one = gaps(block(np.array([[0.0], [1.0], [0.0]])), ChartKind.T)
    assert one.points.values.tolist() == [[1.5]]
    assert one.open.all()


AFTER = [3, 6, 2, 5, 4, 7, 3, 5, 2, 6, 4, 5, 3, 6, 4, 5, 2, 7, 4]
"""Months from one event to the next: 83 in 19, so 64 event-free months."""


def rare(
    breaks: list[DefinitionBreak] | None = None,
    plan: LimitsPlan | None = None,
    last: int = 117,
) -> LimitsChart:
    """Twenty events from June 2007 to May 2014, and then one in January 2017 (or in ``last``)."""
    events = np.cumsum([2, *AFTER]).tolist()
    counts = [1.0 if n in (*events, last) else 0.0 for n in range(120)]
    made = series([*counts], first=APRIL_2007, breaks=breaks or [])
    found = chart(made, BURGLARY, JUDGED, plan or LimitsPlan())
    assert isinstance(found, LimitsChart), found
    return found


def test_a_long_quiet_time_is_a_signal_for_the_better() -> None:
    found = rare()
    assert found.kind is ChartKind.G
    assert found.value_words == "months without offences up to each month with some"
    assert [point.value for point in found.points] == [*(n - 1 for n in AFTER), 31]
    assert found.latest.period == Period.month(2017, 1)
    # q = 64/83; q^25 = 0.00151 is still above 0.00135, q^26 = 0.00117 is not.
    assert found.latest.upper == 25
    assert found.latest.mark == Mark(RuleKind.OUTSIDE, Side.ABOVE)
    assert found.variation is Variation.IMPROVEMENT_HIGH  # higher gaps: fewer offences
    assert found.latest.sources == (118,)


def test_a_quiet_time_that_is_not_over_counts_once_it_is_long() -> None:
    quiet = rare(last=85)  # none since May 2014
    assert quiet.latest.period == Period.month(2017, 3)
    assert quiet.latest.value == 34
    assert quiet.latest.mark == Mark(RuleKind.OUTSIDE, Side.ABOVE)
    assert not quiet.latest.in_baseline
    short = rare(last=100)  # an event in August 2015, 19 months ago
    assert short.latest.period == Period.month(2015, 8)


def test_all_of_the_past_is_the_baseline_of_rare_events() -> None:
    base = rare().phases[-1].baseline
    assert base == Baseline(
        BaselineKind.PAST, Period.month(2007, 9), Period.month(2014, 5), len(AFTER)
    )
    locked = rare(plan=lock(date(2007, 4, 1), date(2012, 3, 31))).phases[-1].baseline
    assert isinstance(locked, Baseline)
    assert locked.kind is BaselineKind.LOCKED
    assert locked.last.end <= date(2012, 3, 31)


def test_a_break_ends_a_gap() -> None:
    broken = [DefinitionBreak(date(2016, 10, 1), "Redefined")]
    found = rare(broken)
    assert found.latest.period == Period.month(2014, 5)
    assert "only 6 months from October 2016" in " ".join(found.explanation.sentences)


def test_a_t_chart_by_choice() -> None:
    found = rare(plan=choice(ChartKind.T))
    assert found.kind is ChartKind.T
    assert found.value_words == "months between offences"
    assert found.latest.value == 32.0
