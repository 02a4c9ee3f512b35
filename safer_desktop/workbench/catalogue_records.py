"""The catalogue as a pack keeps it: records of several kinds, in the council's order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from safer_desktop.domain.areas import Area, Group
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Contact, Indicator, Priority
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef

_T = TypeVar("_T")
Reader = Callable[[RecordKind], Mapping[str, Mapping[str, Json]]]
"""Gives the stored records of a kind by code."""

COUNCIL = RecordRef(RecordKind.COUNCIL, "council")
CATALOGUE_KINDS = frozenset(
    {
        RecordKind.COUNCIL,
        RecordKind.PRIORITY,
        RecordKind.INDICATOR,
        RecordKind.AREA,
        RecordKind.GROUP,
        RecordKind.CONTACT,
    }
)


def catalogue_addition(areas: Sequence[Area], indicators: Sequence[Indicator]) -> Edit:
    """The edit that adds areas and indicators."""
    added = [(RecordKind.AREA, it.code, to_plain(it)) for it in areas]
    added += [(RecordKind.INDICATOR, it.code, to_plain(it)) for it in indicators]
    changes = tuple(
        FieldChange(RecordRef(kind, code), "", None, fields) for kind, code, fields in added
    )
    names = [area.name for area in areas] + [indicator.name for indicator in indicators]
    return Edit(f"addition of {', '.join(names)}", changes)


def build_catalogue(records: Reader) -> Catalogue:
    """The catalogue; raises CatalogueError if it contradicts itself, MalformedError for a record
    that lacks a field."""
    council = records(RecordKind.COUNCIL)["council"]
    from_plain(Edition, council["edition"])

    def ordered(kind: RecordKind) -> dict[str, dict[str, Json]]:
        return in_order(records, kind)

    return Catalogue(
        council=str(council["council"]),
        home=str(council["home"]),
        districts=from_plain(tuple[str, ...], council["districts"]),
        priorities=nouns(ordered, RecordKind.PRIORITY, Priority),
        indicators=nouns(ordered, RecordKind.INDICATOR, Indicator),
        areas=nouns(ordered, RecordKind.AREA, Area),
        groups=nouns(ordered, RecordKind.GROUP, Group),
        contacts=nouns(ordered, RecordKind.CONTACT, Contact),
    )


def nouns(records: Reader, kind: RecordKind, noun: type[_T]) -> tuple[_T, ...]:
    """All records of one kind as what they stand for."""
    return tuple(from_plain(noun, dict(fields)) for fields in records(kind).values())


def order_field(kind: RecordKind) -> str:
    """The council's field that keeps the order of this kind's records."""
    return f"{kind}_order"


def in_order(records: Reader, kind: RecordKind) -> dict[str, dict[str, Json]]:
    """Records in the order that the council's record gives; those it does not name come last."""
    wanted = records(COUNCIL.kind)[COUNCIL.code].get(order_field(kind))
    codes = wanted if isinstance(wanted, list) else []
    place = {code: number for number, code in enumerate(codes)}
    stored = records(kind)
    return {
        code: dict(stored[code]) for code in sorted(stored, key=lambda c: place.get(c, len(place)))
    }


def after(
    edit: Edit, kind: RecordKind, now: Mapping[str, Mapping[str, Json]]
) -> dict[str, dict[str, Json]]:
    """The records of one kind as they will be once the edit is done."""
    records = {code: dict(fields) for code, fields in now.items()}
    for change in edit.changes:
        if change.record.kind is not kind:
            continue
        code = change.record.code
        if change.field:
            records.setdefault(code, {})[change.field] = change.new
        elif isinstance(change.new, dict):
            records[code] = dict(change.new)
        else:
            records.pop(code, None)
    return records
