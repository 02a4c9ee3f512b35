"""Live figures in the author's words: what can be inserted, and where a field's figure is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.report.fields import FIELD, PARTS, Expanded, Fields
from safer_desktop.workbench.subjects import ComparatorOf, FigureOf, Subject

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

__all__ = ["Expanded", "Fields", "Insertable", "fields_of", "insertable", "subject_at"]

_CHAINS = {
    "latest": Part.LATEST,
    "previous": Part.PREVIOUS,
    "change": Part.CHANGE,
    "moved": Part.DIRECTION,
    "difference": Part.CHANGE,
    "counts": Part.COUNTS,
    "rank": Part.RANK,
}


@dataclass(frozen=True, slots=True)
class Insertable:
    """One part of an indicator that can be put into a text: its name, present value and field."""

    name: str
    value: str
    field: str


def fields_of(bench: Workbench) -> Fields:
    """The reader of fields: the county's figures as they are now."""
    return Fields(bench.figures(bench.catalogue.home), bench.catalogue)


def insertable(fields: Fields) -> tuple[tuple[str, tuple[Insertable, ...]], ...]:
    """Every indicator that has figures, by name, with the parts that can be told of it."""
    found = []
    for indicator in fields.catalogue.headline:
        if indicator.code not in fields.figures:
            continue
        parts = tuple(
            Insertable(PARTS[part], value, f"{{{indicator.code}.{part}}}")
            for part, value in fields.values(indicator.code).items()
            if value
        )
        if parts:
            found.append((indicator.name, parts))
    return tuple(found)


def subject_at(fields: Fields, text: str, place: int) -> Subject | None:
    """What the field at a place of a text can be asked about; None where there is none."""
    home = fields.catalogue.home
    for match in FIELD.finditer(text):
        code, part = match[1].lower(), match[2].lower()
        if not match.start() <= place <= match.end() or code not in fields.figures:
            continue
        averages = fields.figures[code].comparators
        if part == "average" and averages:
            return ComparatorOf(code, home, averages[0].group, averages[0].given)
        return FigureOf(code, home, _CHAINS.get(part, Part.WHOLE))
    return None
