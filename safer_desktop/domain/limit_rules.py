"""The rules by which a point on a chart with predicted limits counts as a signal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safer_desktop.domain.errors import SaferError


class RuleKind(StrEnum):
    """What pattern a rule looks for."""

    OUTSIDE = "outside the limits"
    TREND = "trend"
    TWO_OF_THREE = "two of three near a limit"
    SHIFT = "shift"


class Side(StrEnum):
    """Which way a signal points."""

    ABOVE = "above"
    BELOW = "below"
    RISING = "rising"
    FALLING = "falling"

    @property
    def is_high(self) -> bool:
        """Whether it tells of higher values."""
        return self in (Side.ABOVE, Side.RISING)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, exactly.

    OUTSIDE: a point above the upper or below the lower limit; a point on a limit is inside.
    SHIFT: ``points`` or more running on one side of the centre; a point on the centre ends it.
    TREND: ``points`` or more running, each higher (lower) than the one before; an equal point ends
    it (``ties_end``) or neither adds to it nor ends it.
    TWO_OF_THREE: of three running points at least two are beyond two thirds of the way from the
    centre to the same limit; points outside it count or not (``outside_counts``), and all three
    must lie on that side or not (``one_side``). Only the points near the limit are part of it.

    A missing period or the begin of a phase ends every pattern.
    """

    kind: RuleKind
    points: int = 1
    ties_end: bool = True
    outside_counts: bool = True
    one_side: bool = False

    @property
    def words(self) -> str:
        """The rule as a person reads it."""
        match self.kind:
            case RuleKind.OUTSIDE:
                return "a point outside the limits"
            case RuleKind.SHIFT:
                return f"{self.points} points running on one side of the centre line"
            case RuleKind.TREND:
                return f"{self.points} points running up or down"
            case RuleKind.TWO_OF_THREE:
                return "two of three points near the same limit"


@dataclass(frozen=True, slots=True)
class Mark:
    """A point is part of this pattern."""

    kind: RuleKind
    side: Side


@dataclass(frozen=True, slots=True)
class RulePreset:
    """A named set of rules, in the order in which a point is shown as one of them.

    ``screens``: moving ranges above 3.267 times their mean are left out, once, before limits are
    worked out from the rest.
    """

    name: str
    rules: tuple[Rule, ...]
    screens: bool
    source: str

    @property
    def words(self) -> str:
        """All rules in a list of words."""
        words = [rule.words for rule in self.rules]
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _making_data_count(points: int) -> tuple[Rule, ...]:
    return (
        Rule(RuleKind.OUTSIDE),
        Rule(RuleKind.TREND, points, ties_end=False),
        Rule(RuleKind.TWO_OF_THREE, 3),
        Rule(RuleKind.SHIFT, points),
    )


PRESETS = (
    RulePreset(
        "Making Data Count 7",
        _making_data_count(7),
        screens=False,
        source="NHS England, Making Data Count, Excel tool with shifts and trends of 7 points",
    ),
    RulePreset(
        "Making Data Count 6",
        _making_data_count(6),
        screens=False,
        source="NHS England, Making Data Count, Excel tool with shifts and trends of 6 points",
    ),
    RulePreset(
        "NHSRplotthedots",
        (
            Rule(RuleKind.OUTSIDE),
            Rule(RuleKind.TREND, 7),
            Rule(RuleKind.TWO_OF_THREE, 3, outside_counts=False, one_side=True),
            Rule(RuleKind.SHIFT, 7),
        ),
        screens=True,
        source="NHS-R Community, R package NHSRplotthedots, screen_outliers = TRUE",
    ),
    RulePreset(
        "Limits only",
        (Rule(RuleKind.OUTSIDE),),
        screens=False,
        source="Shewhart 1931: a point outside three natural deviations",
    ),
)
"""The first is used unless a person names another."""


def preset(name: str) -> RulePreset:
    """The preset of this name; raises :class:`SaferError` where there is none."""
    for found in PRESETS:
        if found.name == name:
            return found
    names = ", ".join(known.name for known in PRESETS)
    raise SaferError(f"There is no set of rules '{name}'.", remedy=f"There are: {names}.")
