"""The audit trail: lines are only ever added, and each is sealed together with the one before."""

from __future__ import annotations

import getpass
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from safer_desktop.domain.records import FieldChange
from safer_desktop.pack.rows import Row, json_text

SEALED_COLUMNS = "id, at, who, account, title, kind, code, field, old, new, why"
_HEAD = "trail"


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """What a look through the whole trail found.

    ``lines`` is how many there are. ``broken`` is the number of the first line that is not as it
    was written (None: all are), ``what`` says in a sentence what is wrong with it.
    """

    lines: int
    broken: int | None = None
    what: str = ""


@cache
def login_name() -> str:
    """The user's account on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown user"


def write_audit(
    connection: sqlite3.Connection,
    change: FieldChange,
    *,
    title: str,
    who: str,
    at: datetime,
    why: str = "",
) -> None:
    """Add one line, with its seal."""
    cursor = connection.execute(
        "INSERT INTO audit (at, who, account, title, kind, code, field, old, new, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            at.isoformat(),
            who,
            login_name(),
            title,
            change.record.kind.value,
            change.record.code,
            change.field,
            json_text(change.old),
            json_text(change.new),
            why,
        ),
    )
    _seal_from(connection, cursor.lastrowid or 0)


def seal_all(connection: sqlite3.Connection) -> None:
    """Seal the lines of a pack from before there were seals."""
    _seal_from(connection, 1)


def verify(connection: sqlite3.Connection) -> TrailCheck:
    """Look through the whole trail; the first line that is not as it was written is named."""
    digest, expected = "", 0
    for number, *row, sealed in _lines(connection):
        expected += 1
        if number != expected:
            what = f"Line {expected} of the audit trail is missing."
            return TrailCheck(_count(connection), expected, what)
        digest = _digest(digest, (number, *row))
        if digest != sealed:
            title, when = row[3], row[0][:10]
            what = f"Line {number} of the audit trail ({title}, {when}) is not as it was written."
            return TrailCheck(_count(connection), number, what)
    if _head(connection) != f"{expected}:{digest}":
        what = f"The end of the audit trail, after line {expected}, is missing."
        return TrailCheck(expected, expected + 1, what)
    return TrailCheck(expected)


def _seal_from(connection: sqlite3.Connection, first: int) -> None:
    found = connection.execute("SELECT digest FROM seal WHERE audit = ?", (first - 1,)).fetchone()
    digest, number = found[0] if found else "", first - 1
    for row in connection.execute(
        f"SELECT {SEALED_COLUMNS} FROM audit WHERE id >= ? ORDER BY id", (first,)
    ).fetchall():
        number = row[0]
        digest = _digest(digest, row)
        connection.execute("INSERT INTO seal VALUES (?, ?)", (number, digest))
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_HEAD, f"{number}:{digest}"))


def _lines(connection: sqlite3.Connection) -> Iterator[Row]:
    return connection.execute(
        f"SELECT {SEALED_COLUMNS}, digest FROM audit LEFT JOIN seal ON seal.audit = audit.id "
        "ORDER BY id"
    )


def _digest(before: str, row: Row) -> str:
    return hashlib.sha256(f"{before}\n{json.dumps(row)}".encode()).hexdigest()


def _head(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (_HEAD,)).fetchone()
    return str(found[0]) if found else ""


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM audit").fetchone()
    return int(count)
