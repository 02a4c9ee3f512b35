"""What else in a pack needs a record of the catalogue, so that it cannot go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.risk.scheme import IncidentType


def uses(
    record: RecordRef, catalogue: Catalogue, incident_types: Sequence[IncidentType]
) -> tuple[str, ...]:
    """One sentence for each use of a priority, indicator, area or group by another record."""
    code = record.code
    match record.kind:
        case RecordKind.INDICATOR:
            return tuple(_of_indicator(code, catalogue, incident_types))
        case RecordKind.AREA:
            return tuple(_of_area(code, catalogue))
        case RecordKind.GROUP:
            users = [i.name for i in catalogue.indicators if code in i.groups]
            return tuple(f"'{name}' is compared with it." for name in users)
        case RecordKind.PRIORITY:
            users = [i.name for i in catalogue.of_priority(code)]
            return tuple(f"'{name}' stands under it." for name in users)
        case _:
            return ()


def _of_indicator(
    code: str, catalogue: Catalogue, incident_types: Sequence[IncidentType]
) -> Iterator[str]:
    for indicator in catalogue.indicators:
        if indicator.denominator == code and indicator.code != code:
            yield f"'{indicator.name}' is divided by it."
        if indicator.counts == code and indicator.code != code:
            yield f"It has the counts behind '{indicator.name}'."
        if any(at.bridge and at.bridge.series == code for at in indicator.breaks):
            yield f"A definition break of '{indicator.name}' is bridged by it."
    for kind in incident_types:
        if kind.indicator == code:
            yield f"'{kind.name}' in the risk/harm matrix is counted by it."


def _of_area(code: str, catalogue: Catalogue) -> Iterator[str]:
    if code == catalogue.home:
        yield "It is the council's own area."
    if code in catalogue.districts:
        yield "It is one of the council's districts."
    for area in catalogue.areas:
        if code in area.parts:
            yield f"{area.name} is made up of it."
    for group in catalogue.groups:
        if group.of == code or code in (member.area for member in group.members):
            yield f"It belongs to the group '{group.name}'."
        if group.average_area == code:
            yield f"Partners give the average of the group '{group.name}' under it."
    for indicator in catalogue.indicators:
        if indicator.footprint == code:
            yield f"The figures of '{indicator.name}' describe it."
