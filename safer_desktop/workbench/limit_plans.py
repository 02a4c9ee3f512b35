"""What people decided about charts with predicted limits, as records of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from safer_desktop.domain.limits import LimitsPlan
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef

Records = Mapping[str, Mapping[str, Json]]


def kept(records: Records, indicator: str, area: str) -> LimitsPlan:
    """The decisions about the chart of an indicator in an area; nobody's, where there are none."""
    fields = records.get(_code(indicator, area))
    return from_plain(LimitsPlan, dict(fields)) if fields else LimitsPlan()


def edit(records: Records, indicator: str, area: str, plan: LimitsPlan, name: str) -> Edit:
    """The edit that puts these decisions in the place of those that are kept."""
    code = _code(indicator, area)
    fields = records.get(code)
    old: Json = dict(fields) if fields else None
    new = None if plan == LimitsPlan() else to_plain(plan)
    change = FieldChange(RecordRef(RecordKind.LIMITS, code), "", old, new)
    return Edit(f"predicted limits of {name}", (change,))


def _code(indicator: str, area: str) -> str:
    return f"{indicator}|{area}"
