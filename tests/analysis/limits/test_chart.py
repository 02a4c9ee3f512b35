"""A whole chart: its points, signals, words, and what cannot be charted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.analysis.limits.alarms import chances_of
from safer_desktop.analysis.limits.chart import chart
from safer_desktop.analysis.limits.gather import limit_series
from safer_desktop.domain.evidence import Reason, ReasonCode
from safer_desktop.domain.indicators import DefinitionBreak, Polarity, Target, TargetKind, Unit
from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.domain.limit_rules import PRESETS, Mark, RuleKind, Side
from safer_desktop.domain.limits import (
    Baseline,
    BaselineKind,
    ChartKind,
    LimitPoint,
    LimitsChart,
    LimitSeries,
    LimitsPlan,
    StepChange,
)
from safer_desktop.domain.periods import Period, PeriodError
from tests.analysis.limits.series import (
    APRIL_2013,
    BURGLARY,
    DECIDED,
    JUDGED,
    SURVEY,
    WHO,
    choice,
    lock,
    run_of,
    series,
)

STEADY = [20.0, 17, 23, 19, 22, 16, 24, 20, 18, 21, 25, 15, 19]
"""Thirteen months about 20."""

RISEN: list[float | None] = [*(STEADY * 3)[:36], 21.0, 22, 20, 23, 36, 24, 25, 22, 23, 24, 26, 25]
"""April 2013 to March 2017; above 20 from July 2016 on, 36 in August."""


def drawn(found: LimitSeries, plan: LimitsPlan | None = None) -> LimitsChart:
    result = chart(found, BURGLARY, JUDGED, plan or LimitsPlan())
    assert isinstance(result, LimitsChart), result
    return result


def refused(found: LimitSeries, plan: LimitsPlan | None = None) -> Reason:
    result = chart(found, BURGLARY, JUDGED, plan or LimitsPlan())
    assert isinstance(result, Reason)
    return result


def test_the_past_sets_limits_and_the_year_is_judged_against_them() -> None:
    found = drawn(series(RISEN))
    assert found.kind is ChartKind.C
    base = found.phases[0].baseline
    assert base == Baseline(BaselineKind.PAST, APRIL_2013, Period.month(2016, 3), 36)
    august = found.points[40]
    assert august.value == 36
    assert august.upper == 35  # exact Poisson limit of a mean of 718/36
    assert august.mark == Mark(RuleKind.OUTSIDE, Side.ABOVE)
    assert august.sources == (41,)
    assert [point.in_baseline for point in found.points].count(True) == 36
    assert found.variation is Variation.CONCERN_HIGH
    assert found.latest.mark == Mark(RuleKind.SHIFT, Side.ABOVE)


def test_signals_carry_their_points() -> None:
    found = drawn(series(RISEN))
    outside, shift = (
        next(signal for signal in found.signals if signal.rule.kind is kind)
        for kind in (RuleKind.OUTSIDE, RuleKind.SHIFT)
    )
    assert outside.words == "above the predicted limits, August 2016"
    # June's 20 lies on the centre of 20.03: less than half an offence from it.
    assert shift.words == "9 points running above the centre line, July 2016 to March 2017"
    assert shift.sources == tuple(range(40, 49))
    assert not shift.in_baseline


def test_words_of_every_kind_of_signal() -> None:
    falling = [
        *(STEADY * 3)[:36],
        24.0,
        23.0,
        22.0,
        21.0,
        19.0,
        18.0,
        16.0,
        12.0,
        20.0,
        31.0,
        20.0,
        31.0,
    ]
    words = [signal.words for signal in drawn(series([*falling])).signals]
    assert words == [
        "8 points running, each lower than the last, April 2016 to November 2016",
        "2 points near the upper limit, two in every three, January 2017 to March 2017",
    ]


def test_sentences_say_where_everything_comes_from() -> None:
    sentences = drawn(series(RISEN)).explanation.sentences
    assert sentences[0] == (
        "Predicted limits come from April 2013 to March 2016 (36 points before 2016/17); later "
        "points are judged against them."
    )
    assert "There are 20 offences a month on average" in sentences[1]
    assert sentences[2].startswith("The limits are the same all the year round: 3 years show no")
    assert sentences[3] == (
        "A signal is a point outside the limits, 7 points running up or down, two of three points "
        "near the same limit or 7 points running on one side of the centre line (Making Data "
        "Count 7)."
    )
    assert sentences[4].startswith(
        "If nothing changes, the latest point still shows a signal about"
    )
    explained = drawn(series(RISEN)).explanation
    assert explained.formula.startswith("Limits: the counts that chance (Poisson) goes beyond")
    assert "Montgomery" in explained.source
    assert "Making Data Count" in explained.source


def test_trial_limits_and_locked_ones_say_so() -> None:
    short = drawn(series(RISEN[-16:], first=Period.month(2015, 12)))
    assert "They are trial limits and will move." in short.explanation.sentences[0]
    locked = drawn(series(RISEN), lock(date(2013, 4, 1), date(2015, 3, 31)))
    assert locked.explanation.sentences[0] == (
        "Predicted limits come from April 2013 to March 2015 (24 points), locked by A. Officer on "
        "3 May 2016 (Agreed by the board)."
    )


def test_a_step_change_gives_each_side_limits_of_its_own() -> None:
    values = [*(STEADY * 2)[:24], *(2 * v for v in (STEADY * 2)[:24])]
    plan = LimitsPlan(steps=(StepChange(date(2015, 4, 1), "New system.", WHO, DECIDED),))
    found = drawn(series([*values]), plan)
    first, second = found.phases
    assert first.centre == pytest.approx(sum(values[:24]) / 24)
    assert isinstance(first.baseline, Baseline)
    assert first.baseline.kind is BaselineKind.ENDED
    assert second.centre == pytest.approx(sum(values[24:36]) / 12)
    assert second.step == plan.steps[0]
    assert found.variation is Variation.COMMON_CAUSE
    assert (
        "Limits begin anew in April 2015: a step change from April 2015 (A. Officer: New system.)."
        in found.explanation.sentences
    )
    assert drawn(series([*values])).phases[0].centre != second.centre


def test_a_phase_with_too_few_points_says_so_and_the_icon_too() -> None:
    broken = [DefinitionBreak(date(2016, 10, 1), "Redefined")]
    found = drawn(series(RISEN, breaks=broken))
    last = found.phases[-1].baseline
    assert isinstance(last, Reason)
    assert last.text == (
        "There are only 6 months from October 2016 on (the definition changed: Redefined) with "
        "figures; predicted limits need at least 13."
    )
    assert found.variation is Variation.CANNOT_SAY
    assert found.latest.upper is None


def test_a_baseline_of_two_levels_is_pointed_out() -> None:
    values = [*(v + 12 for v in (STEADY * 2)[:18]), *(STEADY * 3)[:30]]
    sentences = " ".join(drawn(series([*values])).explanation.sentences)
    assert "The baseline itself has signals (" in sentences
    assert "a step change with its reason gives sounder limits" in sentences


def test_a_lone_odd_point_of_the_baseline_is_named() -> None:
    values = [*(STEADY * 4)[:48]]
    values[10] = 44.0
    sentences = drawn(series([*values])).explanation.sentences
    assert (
        "February 2014 lies outside the limits though part of the baseline: the limits are less "
        "sure if a figure there is wrong or something out of the ordinary happened."
    ) in sentences


def test_missing_months_are_named_and_end_runs() -> None:
    values: list[float | None] = [*RISEN]
    values[42] = None
    found = drawn(series(values))
    assert found.points[42].value is None
    assert not any(signal.rule.kind is RuleKind.SHIFT for signal in found.signals)
    assert "October 2016 is missing. Runs end there: they are not bridged." in (
        found.explanation.sentences
    )


def test_points_before_the_baseline_have_no_limits() -> None:
    found = drawn(series([*(STEADY * 5)[:60]], first=Period.month(2012, 4)))
    assert len(found.points) == 60
    assert found.points[11].upper is None
    assert found.points[12].upper is not None


def test_the_target_against_the_limits() -> None:
    values = [90.0, 92, 91, 93, 90, 92, 94, 91, 93, 92, 90, 91] * 4
    indicator = replace(
        SURVEY, polarity=Polarity.HIGHER, target=Target(TargetKind.AT_LEAST, low=80)
    )
    found = chart(series([*values], indicator), indicator, JUDGED)
    assert isinstance(found, LimitsChart)
    assert found.assurance is Assurance.HIT
    assert found.value_words == "% each month"


def test_a_rate_is_worded_by_what_it_is_per() -> None:
    indicator = replace(BURGLARY, unit=Unit.RATE_HOUSEHOLDS)
    people = [100_000.0 + 1_000 * n for n in range(48)]
    counted = replace(series(RISEN, bases=people), rate_unit=Unit.RATE_HOUSEHOLDS)
    found = chart(counted, indicator, JUDGED, choice(ChartKind.U))
    assert isinstance(found, LimitsChart)
    assert found.value_words == "offences per 1,000 households a month"
    assert found.points[0].value == pytest.approx(0.2)


def test_decisions_that_find_nothing_to_decide_are_named() -> None:
    plan = replace(
        lock(date(2009, 4, 1), date(2011, 3, 31)),
        steps=(StepChange(date(2020, 4, 1), "New system", WHO, DECIDED),),
    )
    sentences = drawn(series(RISEN), plan).explanation.sentences
    assert sentences[0] == (
        "The locked baseline (April 2009 to March 2011) lies outside these figures and is not "
        "used for them."
    )
    assert "The step change from April 2020 lies outside the figures and changes nothing." in (
        sentences
    )


def test_too_few_figures() -> None:
    assert refused(series(RISEN[:9], first=Period.month(2016, 4))).text == (
        "There are only 9 months with figures; predicted limits need at least 13."
    )
    assert refused(series([None] * 9)).text.startswith("There are no months with figures")
    few = refused(series([0.0] * 44 + [1.0, 0.0, 2.0, 0.0]))
    assert few.code is ReasonCode.SMALL_NUMBERS
    assert few.text == "The baseline has only 0 offences; predicted limits need at least 5."
    lock_of_ten = lock(date(2013, 4, 1), date(2014, 1, 31))
    assert refused(series(RISEN), lock_of_ten).text == (
        "The locked baseline holds fewer than 12 months."
    )
    same = replace(BURGLARY, unit=Unit.RATIO)
    found = chart(series([3.0] * 48, same), same, JUDGED)
    assert isinstance(found, Reason)
    assert found.text.startswith("All figures of the baseline are the same")


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (
            [Period.rolling_12(2016, m) for m in range(1, 6)],
            "never for rolling years, which overlap",
        ),
        ([Period.financial_year(y) for y in range(2010, 2016)], "never for whole years"),
        ([Period.month(2016, 1), Period.month(2016, 3)], "without gap or overlap"),
        ([Period.month(2016, 2), Period.month(2016, 1)], "without gap or overlap"),
        ([Period.month(2016, 3), Period.quarter(2016, 1)], "never for a mixture of both"),
    ],
)
def test_limits_are_never_drawn_on_overlapping_periods(periods: list[Period], words: str) -> None:
    points = [LimitPoint(period, 5.0, 5.0) for period in periods]
    found = limit_series(Unit.COUNT, BURGLARY, points)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.UNLIKE_PERIODS
    assert words in found.text
    with pytest.raises(PeriodError):
        LimitSeries(Unit.COUNT, "offences", tuple(points))


def test_why_limits_are_never_drawn_on_a_rolling_line() -> None:
    # DOMAIN: on in-control data (36 months of mean 200) rules fire on nearly every rolling line.
    dice = np.random.default_rng(30)
    monthly = dice.poisson(200, (47, 300)).astype(float)
    rolling = np.stack([monthly[n : n + 12].sum(axis=0) for n in range(36)])

    def fires(lines: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
        periods = run_of(Period.month(2013, 4), 36)
        total = 0
        for column in range(lines.shape[1]):
            points = [
                LimitPoint(p, float(v)) for p, v in zip(periods, lines[:, column], strict=True)
            ]
            indicator = replace(BURGLARY, unit=Unit.RATIO)
            made = limit_series(Unit.RATIO, indicator, points)
            assert isinstance(made, LimitSeries)
            found = chart(made, indicator, date(2016, 4, 1))
            assert isinstance(found, LimitsChart)
            total += bool(found.signals)
        return total / lines.shape[1]

    assert fires(rolling) > 0.95
    assert fires(monthly[:36]) < 0.40


counts = st.lists(
    st.one_of(st.none(), st.integers(0, 6), st.integers(0, 400)), min_size=1, max_size=90
)


@given(
    counts,
    st.sampled_from([None, *ChartKind]),
    st.sampled_from([preset.name for preset in PRESETS]),
    st.integers(0, 90),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_whatever_the_figures_the_chart_holds_together(
    values: list[int | None], kind: ChartKind | None, rules: str, broken_at: int, locked: bool
) -> None:
    first = Period.month(2010, 4)
    breaks = [DefinitionBreak(first.shifted(broken_at).start, "Redefined")]
    plan = choice(kind, rules) if kind else LimitsPlan(rules)
    if locked:
        plan = replace(plan, lock=lock(date(2011, 4, 1), date(2013, 3, 31)).lock)
    made = series([None if v is None else float(v) for v in values], first=first, breaks=breaks)
    found = chart(made, BURGLARY, date(2015, 4, 1), plan)
    if isinstance(found, Reason):
        assert found.text.endswith(".")
        return
    rules_in_use = {rule.kind for rule in found.preset.rules}
    shown = {point.period for point in found.points}
    for point in found.points:
        if point.centre is None:
            assert point.lower is None
            assert point.upper is None
            assert not point.marks
            continue
        assert point.value is not None
        assert point.lower is None or point.lower <= point.centre
        assert point.upper is None or point.centre <= point.upper
        assert {mark.kind for mark in point.marks} <= rules_in_use
    for signal in found.signals:
        assert {signal.first, signal.last} <= shown
        assert signal.words
    words = " ".join((*found.explanation.sentences, found.explanation.formula, found.advice.why))
    assert "nan" not in words
    assert found.latest.value is not None
    assert (found.latest.centre is None) == (found.variation is Variation.CANNOT_SAY)
    quarter, latest = chances_of(found.alarms)
    assert 0 <= quarter <= 1
    assert 0 <= latest <= 1
