"""What a new pack starts with: the catalogue, risk scheme and paper of resources/catalogue."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from safer_desktop.assets import resource
from safer_desktop.domain.areas import Area, Group
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Indicator, Priority
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.risk.kept import scheme_of
from safer_desktop.risk.scheme import IncidentType, Scheme

_T = TypeVar("_T")

_LISTS = {
    RecordKind.PRIORITY: "priorities.json",
    RecordKind.INDICATOR: "indicators.json",
    RecordKind.AREA: "areas.json",
    RecordKind.GROUP: "groups.json",
    RecordKind.INCIDENT_TYPE: "incident_types.json",
}

_SCHEMES = (
    "likelihood-impact-5.json",
    "harm-factors.json",
    "ons-severity.json",
    "cambridge-index.json",
)


def default_catalogue() -> Catalogue:
    """The catalogue of Leicestershire's board; order is the order on screen and in the paper."""
    council = _read("council.json")
    return Catalogue(
        council=council["council"],
        home=council["home"],
        districts=tuple(council["districts"]),
        priorities=_all(Priority, RecordKind.PRIORITY),
        indicators=_all(Indicator, RecordKind.INDICATOR),
        areas=_all(Area, RecordKind.AREA),
        groups=_all(Group, RecordKind.GROUP),
    )


def default_scheme() -> Scheme:
    """Probability by volume band x harm."""
    return scheme_of(_read("scheme.json"))


def shipped_schemes() -> tuple[Scheme, ...]:
    """Every scheme that comes with the program, the default one first."""
    return (default_scheme(), *(scheme_of(_read("schemes", name)) for name in _SCHEMES))


def default_incident_types() -> tuple[IncidentType, ...]:
    """The rows of the matrix, with illustrative harm scores where no precedent gives one."""
    return _all(IncidentType, RecordKind.INCIDENT_TYPE)


def default_records(
    edition: Edition | None = None,
) -> dict[RecordKind, dict[str, dict[str, Json]]]:
    """All records of a new pack by kind and code, in display order.

    ``edition`` is the one the pack opens at (default: that of the board's report, 2016/17 Q4).
    """
    council = _read("council.json")
    if edition:
        council["edition"] = to_plain(edition)
    records: dict[RecordKind, dict[str, dict[str, Json]]] = {
        RecordKind.COUNCIL: {"council": council},
        RecordKind.SCHEME: {scheme.code: to_plain(scheme) for scheme in shipped_schemes()},
        RecordKind.PAPER: {"paper": _read("paper.json")},
    }
    for kind, name in _LISTS.items():
        records[kind] = {item["code"]: item for item in _read(name)}
    return records


def _all(kind: type[_T], records: RecordKind) -> tuple[_T, ...]:
    return tuple(from_plain(kind, item) for item in _read(_LISTS[records]))


def _read(*name: str) -> Any:
    return json.loads(resource("catalogue", *name).read_text(encoding="utf-8"))
