"""The nouns of drift: one difference between a partner's last file and this one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safer_desktop.domain.observations import CellPlace, Severity
from safer_desktop.loading.recipes import Recipe


class DriftKind(StrEnum):
    """What has changed, in a word or two."""

    MISSING = "table missing"
    SHEET = "sheet renamed"
    NEW_SHEET = "new sheet"
    GONE_SHEET = "sheet gone"
    MOVED = "moved"
    HEADING = "heading changed"
    NEW_HEADING = "new heading"
    GONE_HEADING = "heading gone"
    AREA = "area written otherwise"
    NEW_AREA = "new area"
    GONE_AREA = "area gone"
    PERIOD = "periods"
    UNIT = "unit changed"
    FORMAT = "number format"
    TITLE = "title changed"
    NOTE = "footnote"
    HIDDEN = "hidden part"


class Follow(StrEnum):
    """Whether the recipe can follow a difference."""

    BY_ITSELF = "followed"
    IF_AGREED = "your word is needed"
    NOT = "must be settled on the sheet"


@dataclass(frozen=True, slots=True)
class Pair:
    """A cell of the last file and the cell of this one that stands for it; either may be none."""

    before: CellPlace | None
    now: CellPlace | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``what`` says it in a sentence with what follows from it.

    ``before`` and ``now`` are the texts found. ``table`` is the recipe's table (from 0), -1 for
    the workbook as a whole.
    """

    kind: DriftKind
    follow: Follow
    severity: Severity
    what: str
    before: str = ""
    now: str = ""
    pairs: tuple[Pair, ...] = ()
    table: int = -1

    @property
    def place(self) -> str:
        """Where to look in this file, or, for what is gone, in the last: ``'Table P1'!C5``."""
        for pair in self.pairs:
            cell = pair.now or pair.before
            if cell is not None:
                return f"'{cell.sheet}'!{cell.cell}" if cell.sheet else cell.cell
        return ""


@dataclass(frozen=True, slots=True)
class Drift:
    """How this file differs from the recipe's last one, and the recipe that follows it.

    ``recipe`` is what to remember if the user agrees: a version further if anything of the recipe
    itself changes. ``reading`` is what to read this file with: ``recipe`` without the tables that
    the file lacks.
    """

    differences: tuple[Difference, ...]
    recipe: Recipe
    reading: Recipe

    def __bool__(self) -> bool:
        return bool(self.differences)

    @property
    def blocking(self) -> tuple[Difference, ...]:
        """What the recipe cannot follow."""
        return tuple(it for it in self.differences if it.follow is Follow.NOT)

    @property
    def asking(self) -> tuple[Difference, ...]:
        """What it follows only if a person agrees."""
        return tuple(it for it in self.differences if it.follow is Follow.IF_AGREED)

    @property
    def is_harmless(self) -> bool:
        """Whether all of it is followed by itself and only to be known."""
        return all(
            it.follow is Follow.BY_ITSELF and it.severity is Severity.NOTE
            for it in self.differences
        )
