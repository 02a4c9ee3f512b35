"""The audit trail of one incident type, told for one column of the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safer_desktop.domain.display import number
from safer_desktop.domain.records import AuditRow, Json

HEADERS = ("When", "Who", "What", "From", "To", "Why")


def history(rows: Iterable[AuditRow], field: str) -> Iterator[tuple[str, ...]]:
    """A line for each change of ``field`` (empty: of any field), newest first.

    The making of the whole record counts as the change from nothing to its first value.
    """
    for row in rows:
        when = f"{row.at.astimezone():%d %b %Y %H:%M}"
        if not row.field:
            old, new = _part(row.old, field), _part(row.new, field)
            yield (when, row.who, row.title, old, new, row.why)
        elif field in ("", row.field):
            yield (when, row.who, row.title, _text(row.old), _text(row.new), row.why)


def _part(record: Json, field: str) -> str:
    if not isinstance(record, dict):
        return ""
    return _text(record.get(field)) if field else str(record.get("name") or "")


def _text(value: Json) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, 0 if value == int(value) else 2)
    return str(value)
