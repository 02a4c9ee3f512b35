"""What is read (paragraphs) and what is found (defects)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """One paragraph, heading or table row of a paper.

    ``number`` is the number that the reader sees (``8``, ``25 (a)``; empty where there is none).
    ``table`` counts the tables from 1; a row's ``cells`` are joined in ``text`` by `` | ``.
    """

    text: str
    number: str = ""
    heading: str = ""
    is_heading: bool = False
    table: int = 0
    row: int = 0
    cells: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it is, in words: ``Paragraph 8``, ``Table 1, row 3``, ``Under 'Summary'``."""
        if self.table:
            return f"Table {self.table}, row {self.row}"
        if self.number:
            return f"Paragraph {self.number}"
        if self.is_heading:
            return "Heading"
        return f"Under '{self.heading}'" if self.heading else "Unnumbered paragraph"


class DefectKind(StrEnum):
    """What is wrong, as the list says it."""

    PERCENT = "A percentage does not work out"
    DIFFERENCE = "A difference does not work out"
    SUM = "A sum does not work out"
    POINTS = "Percent where percentage points are meant"
    SIGN = "The words go against the figures"
    COMPARISON = "A comparison goes against its figures"
    UNLIKE_PERIODS = "Unlike periods are compared"
    PERIOD = "A date or period cannot be"
    SMALL_BASE = "A percentage of small numbers"
    RANK = "A rank cannot be"
    SUMMARY = "The summary goes against the paper"
    CONTRADICTION = "The same thing is given differently"
    CHANCE = "The difference may be chance"
    UNCERTAIN = "A trend from figures that cannot carry it"
    UNKNOWN_FIGURE = "A figure that is not in the pack"
    UNKNOWN_FIELD = "A live figure that cannot be read"
    NOT_CARRIED = "The pack's findings do not say this"


class DefectSeverity(StrEnum):
    """How sure it is that something has to be changed."""

    ERROR = "Error"
    WARNING = "Look at this"
    ADVICE = "Advice"


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that does not hold.

    ``paragraph`` is the place in the list that was checked; ``start`` and ``end`` mark the words
    in that paragraph's text. ``arithmetic`` is the calculation written out, ``remedy`` what to do.
    """

    kind: DefectKind
    severity: DefectSeverity
    paragraph: int
    start: int
    end: int
    excerpt: str
    arithmetic: str
    remedy: str
