"""Edits on records: checked against what is stored, then written with their audit rows."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import cast

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef, Records
from safer_desktop.pack.rows import json_text, json_value
from safer_desktop.pack.trail import write_audit

_LONGEST_SHOWN = 60


def read_records(connection: sqlite3.Connection, kind: RecordKind) -> dict[str, dict[str, Json]]:
    """The records of one kind in their order."""
    rows = connection.execute(
        "SELECT code, json FROM record WHERE kind = ? AND json IS NOT NULL ORDER BY position",
        (kind.value,),
    )
    return {code: cast("dict[str, Json]", json_value(text)) for code, text in rows}


def write_records(connection: sqlite3.Connection, kind: RecordKind, records: Records) -> None:
    """Put the first records of a new pack in, in their order."""
    for code, fields in records.items():
        _store(connection, RecordRef(kind, code), dict(fields))


def apply_edit(connection: sqlite3.Connection, edit: Edit, who: str, at: datetime) -> None:
    """Make every change of the edit; raises :class:`PackError` at the first that does not fit."""
    for change in edit.changes:
        _apply_change(connection, change, edit.title)
        write_audit(
            connection, change, title=edit.title, who=who, at=at, why=change.why or edit.why
        )


def _apply_change(connection: sqlite3.Connection, change: FieldChange, title: str) -> None:
    if change.record.kind is RecordKind.LOAD:
        raise PackError(
            "What was loaded cannot be edited.",
            where=f"Change: {title}.",
            remedy="Withdraw the load, or load a corrected workbook.",
        )
    kept = change.record.kind is RecordKind.MATRIX_EDITION
    if kept and (change.field or None not in (change.old, change.new)):
        raise PackError(
            "A frozen edition of the matrix cannot be changed.",
            where=f"Change: {title}.",
            remedy="Change the matrix itself, then freeze another edition.",
        )
    stored = _stored(connection, change.record)
    if not change.field:
        _check_unchanged(stored, change, title)
        _store(connection, change.record, change.new)
        return
    if stored is None:
        raise _stale(f"The {_name(change.record)} is no longer there", title)
    _check_unchanged(stored.get(change.field), change, title)
    _store(connection, change.record, stored | {change.field: change.new})


def _stored(connection: sqlite3.Connection, record: RecordRef) -> dict[str, Json] | None:
    row = connection.execute(
        "SELECT json FROM record WHERE kind = ? AND code = ?", (record.kind.value, record.code)
    ).fetchone()
    if row is None or row[0] is None:
        return None
    return cast("dict[str, Json]", json_value(row[0]))


def _store(connection: sqlite3.Connection, record: RecordRef, fields: Json) -> None:
    if fields is not None and not isinstance(fields, dict):
        raise TypeError(f"a record is made of fields, not of {fields!r}")
    connection.execute(
        "INSERT INTO record (kind, code, position, json) VALUES "
        "(?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM record WHERE kind = ?1), ?3) "
        "ON CONFLICT (kind, code) DO UPDATE SET json = excluded.json",
        (record.kind.value, record.code, None if fields is None else json_text(fields)),
    )


def _check_unchanged(stored: Json, change: FieldChange, title: str) -> None:
    if stored == change.old:
        return
    name = _name(change.record)
    if change.field:
        raise _stale(
            f"The field '{change.field}' of the {name} has changed meanwhile: it is now "
            f"{_shown(stored)}, not {_shown(change.old)}",
            title,
        )
    if stored is None:
        raise _stale(f"The {name} is no longer there", title)
    if change.old is None:
        raise _stale(f"There is already another {name}", title)
    raise _stale(f"The {name} has changed meanwhile", title)


def _name(record: RecordRef) -> str:
    return f"{record.kind} '{record.code}'"


def _shown(value: Json) -> str:
    if value is None:
        return "empty"
    text = json_text(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _stale(what: str, title: str) -> PackError:
    return PackError(
        f"{what}, so nothing was changed.",
        where=f"Change: {title}.",
        remedy="Look at the present value, then make the change again if it is still wanted.",
    )
