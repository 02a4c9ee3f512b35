"""Rules: exact definitions, checked against plain searches and published examples."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.analysis.limits.rules import Lines, apply
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.limit_rules import PRESETS, Rule, RuleKind, Side, preset

OUTSIDE = Rule(RuleKind.OUTSIDE)
SHIFT = Rule(RuleKind.SHIFT, 7)
TREND = Rule(RuleKind.TREND, 7)
TREND_OVER_TIES = Rule(RuleKind.TREND, 7, ties_end=False)
TWO = Rule(RuleKind.TWO_OF_THREE, 3)
TWO_STRICT = Rule(RuleKind.TWO_OF_THREE, 3, outside_counts=False, one_side=True)


def at(values: Sequence[float], linked: Sequence[bool] | None = None, grain: float = 0.0) -> Lines:
    """One series about a centre of 0 with limits at -3 and 3."""
    column = np.array(values, np.float64)[:, None]
    blank = np.isnan(column)
    joined = ~blank
    joined[1:] &= ~blank[:-1]
    joined[:1] = False
    if linked is not None:
        joined &= np.array(linked, bool)[:, None]

    def line(height: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.where(blank, np.nan, height)

    return Lines(
        column, column, line(0), line(-3), line(-2), line(2), line(3), line(1), line(grain), joined
    )


def part(rule: Rule, values: Sequence[float], **options: object) -> list[int]:
    return [int(v) for v in apply(rule, at(values, **options)).part[:, 0]]  # type: ignore[arg-type]


def met(rule: Rule, values: Sequence[float]) -> list[int]:
    return [int(v) for v in apply(rule, at(values)).met[:, 0]]


def test_outside_is_beyond_the_limit_itself() -> None:
    assert part(OUTSIDE, [3.0, 3.1, -3.0, -3.1, 0.0, np.nan]) == [0, 1, 0, -1, 0, 0]


def test_a_shift_is_seven_on_one_side() -> None:
    # The published examples of NHSRplotthedots' seven points on one side of the mean.
    assert met(SHIFT, [1] * 6) == [0] * 6
    assert met(SHIFT, [1] * 6 + [-1]) == [0] * 7
    assert met(SHIFT, [1] * 8 + [-1]) == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert met(SHIFT, [-1] * 8 + [1]) == [0, 0, 0, 0, 0, 0, -1, -1, 0]
    assert part(SHIFT, [-1] * 8 + [1]) == [-1] * 8 + [0]


def test_a_point_on_the_centre_ends_a_shift() -> None:
    assert part(SHIFT, [1] * 4 + [0] + [1] * 4) == [0] * 9
    assert part(SHIFT, [1] * 4 + [0.4] + [1] * 4, grain=0.5) == [0] * 9


def test_a_gap_ends_a_shift_and_a_trend() -> None:
    assert part(SHIFT, [1] * 4 + [np.nan] + [1] * 4) == [0] * 9
    assert part(TREND, [1, 2, 3, 4, np.nan, 5, 6, 7, 8]) == [0] * 9
    assert part(SHIFT, [1] * 9, linked=[True] * 5 + [False] + [True] * 3) == [0] * 9


def test_a_trend_is_seven_rising_or_falling() -> None:
    # The published examples of NHSRplotthedots' seven point trend.
    assert met(TREND, range(1, 7)) == [0] * 6
    assert met(TREND, [1, 2, 3, 3, 4, 5, 6]) == [0] * 7
    assert met(TREND, range(1, 8)) == [0] * 6 + [1]
    assert met(TREND, [2, *range(1, 8), 3]) == [0] * 7 + [1, 0]
    assert met(TREND, range(7, 0, -1)) == [0] * 6 + [-1]
    assert met(TREND, [2, *range(7, 0, -1), 3]) == [0] * 7 + [-1, 0]


def test_a_tie_ends_a_trend_or_is_passed_over() -> None:
    with_tie = [1, 2, 3, 3, 4, 5, 6, 7]
    assert part(TREND, with_tie) == [0] * 8
    assert part(TREND_OVER_TIES, with_tie) == [1] * 8
    assert part(TREND_OVER_TIES, [1, 2, 3, 3, 4, 5, 6]) == [0] * 7  # six steps of seven


def test_a_turning_point_belongs_to_the_later_trend() -> None:
    up_and_down = [*range(1, 8), *range(6, 0, -1)]
    assert part(TREND, up_and_down) == [1] * 6 + [-1] * 7
    down_and_up = [*range(7, 0, -1), *range(2, 8)]
    assert part(TREND, down_and_up) == [-1] * 6 + [1] * 7


def test_two_of_three_near_a_limit() -> None:
    assert part(TWO, [2.5, 0.5, 2.5]) == [1, 0, 1]
    assert part(TWO, [2.5, -0.5, 2.5]) == [1, 0, 1]
    assert part(TWO, [2.5, 2.5]) == [0, 0]  # no three points yet
    assert part(TWO, [2.5, -2.5, 0.5]) == [0, 0, 0]
    assert part(TWO, [0.5, 2.5, 3.5]) == [0, 1, 1]
    assert part(TWO, [2.5, 0.5, 0.5, 2.5, 2.5]) == [0, 0, 0, 1, 1]
    assert met(TWO, [2.5, 0.5, 2.5, 0.5]) == [0, 0, 1, 0]


def test_two_of_three_as_plotthedots_has_it() -> None:
    # Published: c(1, 0, 0, 1, 1) near the limits is part of it at the last two only.
    assert part(TWO_STRICT, [2.5, 0.5, 0.5, 2.5, 2.5]) == [0, 0, 0, 1, 1]
    assert part(TWO_STRICT, [2.5, -0.5, 2.5]) == [0, 0, 0]  # not all on one side
    assert part(TWO_STRICT, [0.5, 2.5, 3.5]) == [0, 0, 0]  # outside is not near
    assert part(TWO_STRICT, [2.5, 2.5, 0.5]) == [1, 1, 0]


values = st.lists(
    st.sampled_from([-3.5, -2.5, -1.0, 0.0, 0.5, 1.0, 2.5, 3.5, float("nan")]),
    min_size=1,
    max_size=40,
)


@given(values, st.integers(2, 7))
def test_shift_against_a_plain_search(found: list[float], points: int) -> None:
    expected = [0] * len(found)
    for start in range(len(found) - points + 1):
        window = found[start : start + points]
        for sign in (1, -1):
            if all(v * sign > 0 for v in window):
                expected[start : start + points] = [sign] * points
    assert part(Rule(RuleKind.SHIFT, points), found) == expected


@given(values, st.integers(3, 7))
def test_trend_against_a_plain_search(found: list[float], points: int) -> None:
    rising, falling = set[int](), set[int]()
    for start in range(len(found) - points + 1):
        window = found[start : start + points]
        steps = [b - a for a, b in itertools.pairwise(window)]
        if all(step > 0 for step in steps):
            rising.update(range(start, start + points))
        if all(step < 0 for step in steps):
            falling.update(range(start, start + points))
    marked = part(Rule(RuleKind.TREND, points), found)
    for n, sign in enumerate(marked):
        in_both = n in rising and n in falling
        assert (sign != 0) == (n in rising or n in falling)
        assert in_both or sign == 0 or (sign > 0) == (n in rising)


@given(values)
def test_two_of_three_against_a_plain_search(found: list[float]) -> None:
    for rule in (TWO, TWO_STRICT):
        expected = [0] * len(found)
        for start in range(len(found) - 2):
            window = found[start : start + 3]
            for sign in (1, -1):
                reach = [v * sign for v in window]
                near = [v > 2 and (rule.outside_counts or v <= 3) for v in reach]
                fits = not rule.one_side or all(v > 0 for v in reach)
                if any(np.isnan(window)) or not fits or sum(near) < 2:
                    continue
                for n, is_near in enumerate(near):
                    expected[start + n] = sign if is_near else expected[start + n]
        assert part(rule, found) == expected


def test_presets_by_name() -> None:
    assert [found.name for found in PRESETS] == [
        "Making Data Count 7",
        "Making Data Count 6",
        "NHSRplotthedots",
        "Limits only",
    ]
    assert [found.screens for found in PRESETS] == [False, False, True, False]
    order = [rule.kind for rule in preset("NHSRplotthedots").rules]
    assert order == [RuleKind.OUTSIDE, RuleKind.TREND, RuleKind.TWO_OF_THREE, RuleKind.SHIFT]
    assert preset("Limits only").words == "a point outside the limits"
    assert "6 points running up or down" in preset("Making Data Count 6").words
    with pytest.raises(SaferError, match="There are: Making Data Count 7"):
        preset("Nelson")


def test_sides_that_point_up() -> None:
    assert [side.is_high for side in Side] == [True, False, True, False]
