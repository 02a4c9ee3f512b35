"""What a chart with predicted limits says at a glance: two icons, each in words and a shape."""

from __future__ import annotations

from enum import StrEnum


class Variation(StrEnum):
    """What the latest point says: the first icon, in words."""

    COMMON_CAUSE = "Common cause: no real change"
    IMPROVEMENT_HIGH = "Special cause, improving: higher"
    IMPROVEMENT_LOW = "Special cause, improving: lower"
    CONCERN_HIGH = "Special cause, of concern: higher"
    CONCERN_LOW = "Special cause, of concern: lower"
    NEITHER_HIGH = "Special cause, neither better nor worse: higher"
    NEITHER_LOW = "Special cause, neither better nor worse: lower"
    CANNOT_SAY = "No limits, so nothing can be said"

    @property
    def shape(self) -> str:
        """The name of the drawing that repeats the words, never colour alone."""
        return _VARIATION_SHAPES[self]


class Assurance(StrEnum):
    """Whether the target will be met if nothing changes: the second icon, in words."""

    HIT = "Target will be met: the limits lie within it"
    MISS = "Target will be missed: the limits lie beyond it"
    INCONSISTENT = "Hit and miss: the target lies between the limits"
    NO_TARGET = "No target"
    CANNOT_SAY = "The target cannot be held against these limits"

    @property
    def shape(self) -> str:
        """The name of the drawing that repeats the words."""
        return _ASSURANCE_SHAPES[self]


_VARIATION_SHAPES = {
    Variation.COMMON_CAUSE: "level wave",
    Variation.IMPROVEMENT_HIGH: "rising wave with H, ring",
    Variation.IMPROVEMENT_LOW: "falling wave with L, ring",
    Variation.CONCERN_HIGH: "rising wave with H, triangle",
    Variation.CONCERN_LOW: "falling wave with L, triangle",
    Variation.NEITHER_HIGH: "rising wave with H, square",
    Variation.NEITHER_LOW: "falling wave with L, square",
    Variation.CANNOT_SAY: "dash",
}
_ASSURANCE_SHAPES = {
    Assurance.HIT: "letter P",
    Assurance.MISS: "letter F",
    Assurance.INCONSISTENT: "question mark",
    Assurance.NO_TARGET: "blank",
    Assurance.CANNOT_SAY: "blank",
}
