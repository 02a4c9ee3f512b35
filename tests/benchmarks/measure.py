"""One measured figure beside the goal it is held to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Measure:
    """A figure in `unit`; a value equal to its goal meets it."""

    name: str
    value: float
    unit: str
    goal: float
    better: Literal["lower", "higher"] = "lower"

    @property
    def meets_goal(self) -> bool:
        if self.better == "lower":
            return self.value <= self.goal
        return self.value >= self.goal

    @property
    def verdict(self) -> str:
        return "PASS" if self.meets_goal else "FALLS SHORT"
