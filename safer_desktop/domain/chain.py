"""The chain behind a figure: what is shown, how it was worked out, and from which cells."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from safer_desktop.domain.display import number
from safer_desktop.domain.observations import StoredObservation

Result = float | str | None

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain; ``inputs`` are the steps that it rests on.

    ``shown`` is the text that the screen has, ``what`` says what it is. ``result`` is the figure
    itself, unrounded (or in words); ``again`` is the same, worked out anew from the results of the
    inputs, None where there is nothing to work out: a cell, a person's entry, a reason.
    ``formula`` has the numbers put in, ``rounding`` says how ``shown`` comes of the result, and
    ``cell`` is the observation where the step is a single cell.
    """

    what: str
    shown: str
    result: Result = None
    again: Result = None
    formula: str = ""
    rounding: str = ""
    notes: tuple[str, ...] = ()
    inputs: tuple[Step, ...] = ()
    cell: StoredObservation | None = None

    @property
    def number(self) -> float:
        """The result of a step that has a number."""
        assert isinstance(self.result, int | float)
        return self.result

    @property
    def holds(self) -> bool:
        """Whether working the step out anew gives the figure."""
        if self.again is None:
            return True
        if isinstance(self.again, int | float) and isinstance(self.result, int | float):
            return math.isclose(self.again, self.result, rel_tol=1e-9, abs_tol=1e-9)
        return self.again == self.result

    def walk(self) -> Iterator[Step]:
        """The step and all that it rests on, from the top down; a step used twice comes once."""
        seen: set[int] = set()
        ahead = [self]
        while ahead:
            step = ahead.pop()
            if id(step) not in seen:
                seen.add(id(step))
                yield step
                ahead.extend(reversed(step.inputs))

    @property
    def cells(self) -> tuple[StoredObservation, ...]:
        """The observations that the step rests on, each once, in the order of the chain."""
        found = {step.cell.id: step.cell for step in self.walk() if step.cell is not None}
        return tuple(found.values())

    @property
    def faults(self) -> tuple[Step, ...]:
        """The steps that do not give their figure when they are worked out anew."""
        return tuple(step for step in self.walk() if not step.holds)


def exact(value: float) -> str:
    """A number as a formula has it: whole ones in full, others to six digits."""
    if value == int(value) or abs(value) >= 10**_DIGITS:
        return number(value)
    decimals = _DIGITS - 1 - math.floor(math.log10(abs(value)))
    text = number(value, min(decimals, 12))
    return text.rstrip("0").rstrip(".") if "." in text else text
