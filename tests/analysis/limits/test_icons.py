"""The two icons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safer_desktop.analysis.limits.icons import assurance, variation
from safer_desktop.domain.indicators import Polarity, Target, TargetKind, Unit
from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.domain.limit_rules import Mark, RuleKind, Side
from safer_desktop.domain.limits import ChartKind
from tests.analysis.limits.series import BURGLARY, SURVEY

HIGH = Mark(RuleKind.SHIFT, Side.ABOVE)
FALLING = Mark(RuleKind.TREND, Side.FALLING)


@pytest.mark.parametrize(
    ("mark", "polarity", "expected"),
    [
        (HIGH, Polarity.LOWER, Variation.CONCERN_HIGH),
        (HIGH, Polarity.HIGHER, Variation.IMPROVEMENT_HIGH),
        (FALLING, Polarity.LOWER, Variation.IMPROVEMENT_LOW),
        (FALLING, Polarity.HIGHER, Variation.CONCERN_LOW),
        (HIGH, Polarity.NEUTRAL, Variation.NEITHER_HIGH),
        (FALLING, Polarity.RANGE, Variation.NEITHER_LOW),
        (None, Polarity.LOWER, Variation.COMMON_CAUSE),
    ],
)
def test_variation(mark: Mark | None, polarity: Polarity, expected: Variation) -> None:
    assert variation(mark, True, polarity, ChartKind.C) is expected


def test_more_time_between_events_is_fewer_events() -> None:
    assert variation(HIGH, True, Polarity.LOWER, ChartKind.T) is Variation.IMPROVEMENT_HIGH
    assert variation(HIGH, True, Polarity.HIGHER, ChartKind.G) is Variation.CONCERN_HIGH
    assert variation(FALLING, True, Polarity.LOWER, ChartKind.T) is Variation.CONCERN_LOW


def test_without_limits_nothing_is_said() -> None:
    assert variation(HIGH, False, Polarity.LOWER, ChartKind.C) is Variation.CANNOT_SAY


@pytest.mark.parametrize(
    ("target", "limits", "expected"),
    [
        (Target(TargetKind.AT_LEAST, low=80), [(82.0, 91.0)], Assurance.HIT),
        (Target(TargetKind.AT_LEAST, low=95), [(82.0, 91.0)], Assurance.MISS),
        (Target(TargetKind.AT_LEAST, low=85), [(82.0, 91.0)], Assurance.INCONSISTENT),
        (Target(TargetKind.AT_LEAST, low=95), [(82.0, None)], Assurance.INCONSISTENT),
        (Target(TargetKind.AT_MOST, high=91), [(82.0, 91.0)], Assurance.HIT),
        (Target(TargetKind.AT_MOST, high=80), [(82.0, 91.0)], Assurance.MISS),
        (Target(TargetKind.AT_MOST, high=2), [(None, 9.0)], Assurance.INCONSISTENT),
        (Target(TargetKind.RANGE, low=28, high=40), [(30.0, 38.0)], Assurance.HIT),
        (Target(TargetKind.RANGE, low=28, high=40), [(41.0, 50.0)], Assurance.MISS),
        (Target(TargetKind.RANGE, low=28, high=40), [(20.0, 27.0)], Assurance.MISS),
        (Target(TargetKind.RANGE, low=28, high=40), [(30.0, 45.0)], Assurance.INCONSISTENT),
        (Target(TargetKind.AT_MOST, high=50), [(30.0, 45.0), (40.0, 55.0)], Assurance.INCONSISTENT),
        (Target(TargetKind.BELOW_PREVIOUS), [(30.0, 45.0)], Assurance.CANNOT_SAY),
        (Target(TargetKind.AT_MOST, high=50), [], Assurance.CANNOT_SAY),
        (Target(), [(30.0, 45.0)], Assurance.NO_TARGET),
    ],
)
def test_assurance(
    target: Target, limits: list[tuple[float | None, float | None]], expected: Assurance
) -> None:
    indicator = replace(SURVEY, target=target)
    assert assurance(indicator, Unit.PERCENTAGE, limits) is expected


def test_a_target_for_a_years_count_says_nothing_of_a_month() -> None:
    indicator = replace(BURGLARY, target=Target(TargetKind.AT_MOST, high=400))
    assert assurance(indicator, Unit.COUNT, [(8.0, 34.0)]) is Assurance.CANNOT_SAY


def test_every_icon_has_words_and_a_shape_of_its_own() -> None:
    shapes = [icon.shape for icon in Variation]
    assert len(set(shapes)) == len(shapes)
    drawn = [icon.shape for icon in Assurance if icon.shape != "blank"]
    assert len(set(drawn)) == len(drawn) == 3
    assert Assurance.NO_TARGET.shape == Assurance.CANNOT_SAY.shape == "blank"
    assert len({str(icon) for icon in (*Variation, *Assurance)}) == len([*Variation, *Assurance])
