"""Live figures in an author's own words: ``{burglary-dwelling.change}`` is read when printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import ordinal
from safer_desktop.domain.evidence import Change, Direction, Quantity, Rank, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.report.phrases import bare, in_period, with_unit
from safer_desktop.report.wording import change_parts

FIELD = re.compile(r"\{\s*([\w-]+)\s*\.\s*([\w-]+)\s*\}")

PARTS = {
    "latest": "Latest figure",
    "previous": "Figure a year before",
    "moved": "How it moved, in words",
    "change": "Size of the change",
    "difference": "How many more or fewer",
    "counts": "Counts behind it",
    "period": "When",
    "average": "Average compared with",
    "rank": "Rank",
}
"""The parts that a field can name, as people read them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field found in a text: where it stands there, where in the printed text, what it says.

    ``fault`` says why there is no figure; the printed text then has a mark in its place.
    """

    indicator: str
    part: str
    start: int
    end: int
    printed_start: int
    printed_end: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Expanded:
    """A text as it is printed, and the fields that were in it."""

    text: str
    fields: tuple[Field, ...] = ()

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the printed text stands in what was typed; a field counts as a whole."""
        return self._typed(start, last=False), self._typed(end, last=True)

    def _typed(self, place: int, *, last: bool) -> int:
        shift = 0
        for it in self.fields:
            first, behind = it.printed_start, it.printed_end
            if first < place <= behind if last else first <= place < behind:
                return it.end if last else it.start
            if behind <= place:
                shift = it.end - behind
        return place + shift


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads fields from the figures of one area."""

    figures: Mapping[str, Figure]
    catalogue: Catalogue

    def expand(self, text: str) -> Expanded:
        """The text with its fields as they read now."""
        out, found, at, length = [], [], 0, 0
        for match in FIELD.finditer(text):
            code, part = match[1].lower(), match[2].lower()
            words, fault = self._read(code, part)
            before = text[at : match.start()]
            length += len(before)
            out += [before, words]
            found.append(Field(code, part, *match.span(), length, length + len(words), fault=fault))
            length += len(words)
            at = match.end()
        return Expanded("".join((*out, text[at:])), tuple(found))

    def values(self, code: str) -> dict[str, str]:
        """What each part of an indicator reads now; empty where it has none."""
        figure = self.figures[code]
        latest, previous, change = figure.latest, figure.previous, figure.change
        values = dict.fromkeys(PARTS, "")
        if isinstance(latest, Reason):
            return values
        indicator = self.catalogue.indicator(code)
        values["latest"] = with_unit(latest, indicator)
        values["period"] = in_period(latest.period)
        if isinstance(previous, Quantity):
            values["previous"] = bare(previous, indicator)
        if isinstance(previous, Quantity) and isinstance(change, Change):
            parts = change_parts(latest, previous, change, indicator, self.catalogue)
            for name in ("change", "difference", "counts"):
                values[name] = parts[name]
            values["moved"] = _moved(figure.direction, parts["change"])
        if figure.comparators:
            values["average"] = bare(figure.comparators[0].value, indicator)
        if isinstance(figure.rank, Rank):
            place = figure.rank
            joint = "joint " if place.tied else ""
            values["rank"] = f"{joint}{ordinal(place.position)} of {place.of}"
        return values

    def sources(self, text: str) -> tuple[int, ...]:
        """Ids of the observations behind the fields of a text."""
        codes = dict.fromkeys(it.indicator for it in self.expand(text).fields if not it.fault)
        return tuple(dict.fromkeys(n for code in codes for n in self.figures[code].sources))

    def _read(self, code: str, part: str) -> tuple[str, str]:
        """The words in a field's place, and what is wrong with it."""
        if code not in self.figures:
            return f"[unknown figure: {code}.{part}]", f"There is no indicator '{code}'."
        if part not in PARTS:
            known = ", ".join(PARTS)
            return f"[unknown figure: {code}.{part}]", f"There is no part '{part}': use {known}."
        words = self.values(code)[part]
        if words:
            return words, ""
        name = self.catalogue.indicator(code).name
        return f"[no figure: {code}.{part}]", f"{name} has no '{PARTS[part].lower()}' now."


def _moved(direction: Direction, size: str) -> str:
    match direction:
        case Direction.RISING:
            return f"rose by {size}"
        case Direction.FALLING:
            return f"fell by {size}"
        case Direction.NO_REAL_CHANGE:
            return "showed no real change"
        case Direction.CANNOT_SAY:
            return f"differed by {size}, which may be chance"
