"""A pack that was handed to a district: what it is, what it lacks, and what may be edited in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from safer_desktop.analysis.disclosure import Span
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.periods import month_label
from safer_desktop.domain.plain import from_plain
from safer_desktop.domain.records import Edit, Json, RecordKind, RecordRef

THIS = RecordRef(RecordKind.COPY, "this")
OWN_KINDS = frozenset({RecordKind.REMARK, RecordKind.EXPORT})
"""What a copy notes for itself: of remarks and of exported papers. It does not go back."""
_OPEN_KINDS = frozenset({RecordKind.COMMENTARY}) | OWN_KINDS
_SCORE_FIELDS = frozenset({"harm", "probability", "confidence", "note", "scored_by"})
_SCORE_PREFIXES = ("score:", "weight:", "weight why:")

Withheld = Mapping[tuple[str, str], frozenset[Span]]
"""By indicator and area, the spans whose figures were withheld."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What a copy knows of its making."""

    id: str
    district: str
    name: str
    source: str
    made_by: str
    made_at: datetime

    @property
    def words(self) -> str:
        """What the window says of the pack."""
        return (
            f"This is {self.name}'s copy of '{self.source}', made by {self.made_by} on "
            f"{self.made_at.day} {month_label(self.made_at)}. You can score the matrix and write "
            "in the report; then save it and send it back. Small numbers are not in it."
        )


def handover_of(copies: Mapping[str, Mapping[str, Json]]) -> Handover | None:
    """What the records of kind COPY say of the pack itself; None for the county's own pack.

    Raises :class:`MalformedError` if it cannot be read.
    """
    fields = copies.get(THIS.code)
    return None if fields is None else from_plain(Handover, dict(fields))


def is_open_to_districts(record: RecordRef, field: str) -> bool:
    """Whether a district may change this field ('' the whole record)."""
    if record.kind in _OPEN_KINDS:
        return not field
    return record.kind is RecordKind.INCIDENT_TYPE and (
        field in _SCORE_FIELDS or field.startswith(_SCORE_PREFIXES)
    )


def check_edit(edit: Edit, handover: Handover | None) -> None:
    """Raise :class:`PackError` if the pack is a district's copy and the edit is the county's."""
    if handover is None or all(is_open_to_districts(it.record, it.field) for it in edit.changes):
        return
    raise closed_in_copy(handover, edit.title)


def closed_in_copy(handover: Handover, what: str) -> PackError:
    """The refusal of whatever is the county's to do."""
    return PackError(
        f"In {handover.name}'s copy only scores and the report's paragraphs can be changed.",
        where=f"Change: {what}." if what else "",
        remedy=f"Ask {handover.made_by} to change it in the county's own pack.",
    )


def withheld_of(records: Mapping[str, Mapping[str, Json]]) -> Withheld:
    """What the records of kind WITHHELD in a copy say; raises ValueError for damaged ones."""
    found: dict[tuple[str, str], set[Span]] = {}
    for indicator, fields in records.items():
        cells = fields.get("cells")
        if not isinstance(cells, list):
            raise ValueError(f"the withheld figures of {indicator} are no list")
        for cell in cells:
            area, span = cell_of(cell)
            found.setdefault((indicator, area), set()).add(span)
    return {key: frozenset(spans) for key, spans in found.items()}


def cell_row(area: str, span: Span) -> list[Json]:
    """A withheld figure's area and span as they are stored."""
    return [area, span[0].isoformat(), span[1].isoformat()]


def cell_of(row: Json) -> tuple[str, Span]:
    """The area and span back; raises ValueError."""
    if not (isinstance(row, list) and len(row) == 3):
        raise ValueError("a withheld figure has not three parts")
    area, start, end = map(str, row)
    return area, (date.fromisoformat(start), date.fromisoformat(end))


def print_of(records: Mapping[RecordKind, Mapping[str, Mapping[str, Json]]]) -> str:
    """A digest of everything editable in a pack, but for what says that it is a copy."""
    told = {
        kind.value: {code: dict(sorted(fields.items())) for code, fields in sorted(of_kind.items())}
        for kind, of_kind in sorted(records.items())
        if kind is not RecordKind.COPY and of_kind
    }
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
