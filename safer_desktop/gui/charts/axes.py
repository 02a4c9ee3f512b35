"""Axes of the matrix's scatter pictures: where a value lies, and where the ticks are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from math import ceil, floor, log10


class Even:
    """From nothing to a little beyond the highest value, in equal steps."""

    def __init__(self, start: float, end: float, highest: float) -> None:
        self._highest = highest
        self._start, self._end = start, end
        self.least, self.most = 0.0, highest * 1.08

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self._start + value / self.most * (self._end - self._start)

    def ticks(self) -> list[float]:
        """A few whole numbers from 0 upward."""
        highest = self._highest
        step = (
            max(round(highest / 4 / 5) * 5, 5) if highest > 10 else max(math.floor(highest) // 4, 1)
        )
        return [float(it) for it in range(0, math.floor(highest) + 1, step)]


class Multiples:
    """In multiples: each step as many times the one before. All values lie above 0."""

    def __init__(self, start: float, end: float, values: Sequence[float]) -> None:
        self.low = log10(min(values)) - 0.1
        self.high = max(log10(max(values)) + 0.1, self.low + 0.5)
        self._start, self._end = start, end

    @property
    def least(self) -> float:
        """The value at which the axis begins."""
        return float(10**self.low)

    @property
    def most(self) -> float:
        """The value at which the axis ends."""
        return float(10**self.high)

    def at(self, value: float) -> float:
        """Where a value lies."""
        part = (log10(value) - self.low) / (self.high - self.low)
        return self._start + part * (self._end - self._start)

    def ticks(self) -> list[float]:
        """Powers of ten, with 2 and 5 between them where there are few."""
        found = list(self._among((1,)))
        return found if len(found) > 2 else list(self._among((1, 2, 5)))

    def _among(self, steps: tuple[int, ...]) -> Iterator[float]:
        for power in range(floor(self.low), ceil(self.high) + 1):
            for step in steps:
                value = step * 10.0**power
                if self.low <= log10(value) <= self.high and value >= 1:
                    yield value


Axis = Even | Multiples
