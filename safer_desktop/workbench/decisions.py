"""What a person decides about the cells of a file before it is taken in, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Problem,
    Settlement,
    SettlementKind,
    Severity,
)

_KEEPS_READING = frozenset({SettlementKind.ACCEPTED})


class DecisionError(SaferError):
    """A decision that cannot be taken so: a reason or a value is lacking."""


class Decisions:
    """The decisions about one file so far; each step can be undone and done again.

    ``text_of`` gives what stands in a cell of the file.
    """

    def __init__(
        self, who: str, now: Callable[[], datetime], text_of: Callable[[CellPlace], str]
    ) -> None:
        self._who = who
        self._now = now
        self._text_of = text_of
        self._steps: list[tuple[Settlement, ...]] = [()]
        self._turn = 0
        self._words: dict[Settlement, str] = {}

    @property
    def settlements(self) -> tuple[Settlement, ...]:
        """What stands decided now."""
        return self._steps[self._turn]

    @property
    def turn(self) -> int:
        """Which step stands now, for :meth:`go_to`."""
        return self._turn

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._turn > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be done again."""
        return self._turn < len(self._steps) - 1

    def accept(self, problems: Sequence[Problem], reason: str) -> None:
        """Let findings stand as they are; raises :class:`DecisionError`.

        An error needs a reason, and cannot stand where nothing could be read of its cell.
        """
        if not problems:
            raise DecisionError("Nothing is chosen.", remedy="Choose a finding in the list.")
        if not all(it.may_accept for it in problems):
            raise DecisionError(
                "This cannot stand as it is: no figure could be read.",
                remedy="Mend the cell or leave it out.",
            )
        if not reason.strip() and any(it.severity is Severity.ERROR for it in problems):
            raise DecisionError(
                "An error that is accepted needs a reason.",
                remedy="Say why the figure is right.",
            )
        new = []
        for it in problems:
            old = self._text_of(it.place) if it.place.cell else it.what
            settlement = self._settlement(
                SettlementKind.ACCEPTED, it.place, reason, old, check=it.check
            )
            self._words[settlement] = it.what
            new.append(settlement)
        self._add(new)

    def mend(self, place: CellPlace, new: str, reason: str, check: str = "") -> None:
        """Read another text in a cell; raises :class:`DecisionError`."""
        old = self._text_of(place)
        if not place.cell or not new.strip():
            raise DecisionError(
                "A cell is mended by saying what it should hold.", remedy="Type the new value."
            )
        if new.strip() == old:
            raise DecisionError("The cell holds just that.", remedy="Type the value it should be.")
        self._check_reason(reason)
        self._add([self._settlement(SettlementKind.MENDED, place, reason, old, new.strip(), check)])

    def leave_out(self, places: Sequence[CellPlace], reason: str, check: str = "") -> None:
        """Read nothing in these cells, nor under them where they are labels.

        Raises :class:`DecisionError`.
        """
        cells = [place for place in dict.fromkeys(places) if place.cell]
        if not cells:
            raise DecisionError(
                "This finding is about no single cell, so nothing can be left out.",
                remedy="Correct the recipe, or accept the finding.",
            )
        self._check_reason(reason)
        self._add(
            [
                self._settlement(
                    SettlementKind.LEFT_OUT, it, reason, self._text_of(it), check=check
                )
                for it in cells
            ]
        )

    def take_back(self, settlements: Sequence[Settlement]) -> None:
        """Let these decisions no longer stand; a step of its own."""
        self._push(tuple(it for it in self.settlements if it not in settlements))

    def undo(self) -> None:
        """Take the last step back."""
        self._turn = max(self._turn - 1, 0)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._turn = min(self._turn + 1, len(self._steps) - 1)

    def go_to(self, turn: int) -> None:
        """Let an earlier or later step stand, by its ``turn``."""
        self._turn = turn

    def outdated(self, load: Load) -> tuple[Settlement, ...]:
        """Acceptances whose finding says something else since the file was read again."""
        return tuple(
            it.settlement
            for it in load.problems
            if it.settlement is not None
            and it.settlement in self._words
            and self._words[it.settlement] != it.what
        )

    def _check_reason(self, reason: str) -> None:
        if not reason.strip():
            raise DecisionError(
                "A cell that is read otherwise than it stands needs a reason.",
                remedy="Say why, for instance who told you.",
            )

    def _settlement(
        self,
        kind: SettlementKind,
        place: CellPlace,
        reason: str,
        old: str,
        new: str = "",
        check: str = "",
    ) -> Settlement:
        return Settlement(kind, place, reason.strip(), self._who, self._now(), old, new, check)

    def _add(self, new: Sequence[Settlement]) -> None:
        """Add decisions; of one cell only the newest stands, as of one finding."""
        overruled = {_of(it) for it in new}
        kept = tuple(it for it in self.settlements if _of(it) not in overruled)
        self._push((*kept, *new))

    def _push(self, settlements: tuple[Settlement, ...]) -> None:
        del self._steps[self._turn + 1 :]
        self._steps.append(settlements)
        self._turn += 1


def as_read(settlements: Sequence[Settlement]) -> tuple[Settlement, ...]:
    """The decisions that change what is read: with the same ones, nothing need be read again."""
    return tuple(it for it in settlements if it.kind not in _KEEPS_READING)


def _of(it: Settlement) -> tuple[str, CellPlace, str]:
    """What a decision is about: a finding where it accepts one, else a cell."""
    if it.kind is SettlementKind.ACCEPTED:
        return (it.check, it.place, "" if it.place.cell else it.old)
    return ("", it.place, "")
