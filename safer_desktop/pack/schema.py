"""The pack's tables, their version, and the checks that a file is a sound pack."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from safer_desktop.domain.errors import PackError
from safer_desktop.pack.faults import reason
from safer_desktop.pack.protection import is_protected
from safer_desktop.pack.trail import seal_all

APPLICATION_ID = 0x53414652
"""``SAFR``: stands in the header of every pack."""

UPGRADES: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "INSERT INTO meta VALUES ('revision', '0')",
        # A removed record keeps its row, without its content: undo puts it back in its place.
        """CREATE TABLE record (
            kind TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
            json TEXT CHECK (json IS NULL OR json_valid(json)),
            PRIMARY KEY (kind, code)) STRICT""",
        """CREATE TABLE load (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL,
            size INTEGER NOT NULL, partner TEXT NOT NULL, recipe TEXT NOT NULL,
            loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL, note TEXT NOT NULL,
            observations INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))) STRICT""",
        """CREATE TABLE problem (
            load INTEGER NOT NULL REFERENCES load, position INTEGER NOT NULL,
            severity TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, remedy TEXT NOT NULL,
            PRIMARY KEY (load, position)) STRICT""",
        """CREATE TABLE observation (
            id INTEGER PRIMARY KEY, load INTEGER NOT NULL REFERENCES load,
            indicator TEXT NOT NULL, area TEXT NOT NULL,
            first_day TEXT NOT NULL, last_day TEXT NOT NULL, period_kind TEXT NOT NULL,
            unit TEXT NOT NULL, value REAL NOT NULL, numerator REAL, denominator REAL,
            status TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, raw TEXT NOT NULL
            ) STRICT""",
        """CREATE UNIQUE INDEX observation_key ON observation (
            indicator, area, last_day, first_day, period_kind, unit, load)""",
        """CREATE TABLE audit (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, title TEXT NOT NULL,
            kind TEXT NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL,
            old TEXT NOT NULL CHECK (json_valid(old)), new TEXT NOT NULL CHECK (json_valid(new)),
            why TEXT NOT NULL) STRICT""",
        "CREATE INDEX audit_record ON audit (kind, code)",
    ),
    (
        "ALTER TABLE load ADD COLUMN recipe_code TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE load ADD COLUMN recipe_version INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE observation ADD COLUMN number_format TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE observation ADD COLUMN period_cell TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE observation ADD COLUMN area_cell TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE observation ADD COLUMN indicator_cell TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE problem ADD COLUMN check_name TEXT NOT NULL DEFAULT ''",
        """ALTER TABLE problem ADD COLUMN cells TEXT NOT NULL DEFAULT '[]'
            CHECK (json_valid(cells))""",
        """ALTER TABLE problem ADD COLUMN may_accept INTEGER NOT NULL DEFAULT 1
            CHECK (may_accept IN (0, 1))""",
        # The position of the settlement that settles it; NULL while nobody has decided.
        "ALTER TABLE problem ADD COLUMN settled INTEGER",
        """CREATE TABLE settlement (
            load INTEGER NOT NULL REFERENCES load, position INTEGER NOT NULL,
            kind TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, reason TEXT NOT NULL,
            who TEXT NOT NULL, at TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
            check_name TEXT NOT NULL, PRIMARY KEY (load, position)) STRICT""",
        # What was shown on the sheet: JSON, compressed.
        """CREATE TABLE sheet_picture (
            load INTEGER NOT NULL REFERENCES load, sheet TEXT NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (load, sheet)) STRICT""",
    ),
    (
        "ALTER TABLE audit ADD COLUMN account TEXT NOT NULL DEFAULT ''",
        # Each line's digest is over the line and the digest before it.
        """CREATE TABLE seal (
            audit INTEGER PRIMARY KEY REFERENCES audit, digest TEXT NOT NULL) STRICT""",
        *(
            f"""CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table}
            BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END"""
            for table in ("audit", "seal")
            for what in ("UPDATE", "DELETE")
        ),
    ),
)
"""What makes a pack of format n - 1 (0 = an empty file) one of format n. Never change an entry
that has been released: add the next one."""

SEALED_FROM = 3
"""The first format whose audit trail is sealed."""

_HEADER = struct.Struct(">16s44xI4xI28x")
_MAGIC = b"SQLite format 3\0"


def newest_format() -> int:
    """The pack format that this program writes."""
    return len(UPGRADES)


def check_header(path: Path) -> bool:
    """Whether the pack is protected by a password.

    Raises :class:`PackError` unless the file's first bytes are those of a pack we can read, or of
    a protected one, which tells no more before it is unlocked.
    """
    try:
        if path.is_dir():
            raise PackError(
                "A folder was chosen where a pack is needed.",
                where=f"Folder: {path}.",
                remedy="Choose a file that ends in .safer.",
            )
        with path.open("rb") as file:
            head = file.read(_HEADER.size)
    except OSError as error:
        raise PackError(
            f"The pack could not be opened: {reason(error)}.",
            where=f"File: {path}.",
            remedy="Check that the file is where you expect it and that you may read it.",
        ) from None
    if not head:
        raise PackError(
            "The file is empty, so it is no pack.",
            where=f"File: {path}.",
            remedy="Open another copy of it, or start a new pack.",
        )
    if is_protected(head):
        return True
    check_start(head, path)
    return False


def check_start(head: bytes, path: Path) -> None:
    """Raise :class:`PackError` unless these first bytes are those of a pack we can read."""
    head = head[: _HEADER.size]
    if len(head) < _HEADER.size or not head.startswith(_MAGIC):
        raise _not_a_pack(path)
    _, version, application = _HEADER.unpack(head)
    if application != APPLICATION_ID:
        raise _not_a_pack(path)
    if version > newest_format():
        raise PackError(
            f"The pack was saved by a newer Safer Desktop: it has format {version}, and this "
            f"program reads formats up to {newest_format()}.",
            where=f"File: {path}.",
            remedy="Open it with the newer Safer Desktop. The file was not changed.",
        )


def check_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Raise :class:`PackError` if pages, rows or tables are not as a pack's should be.

    Only tables that this program makes are let in: a file from elsewhere could hold triggers.
    """
    try:
        sound = _tables(connection) == _tables_of(_format(connection)) and _is_whole(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        sound = False
    if not sound:
        raise damaged(path)


def lay_tables(connection: sqlite3.Connection) -> None:
    """Make what is still missing to the newest format, wholly or not at all.

    Raises sqlite3.Error.
    """
    version = _format(connection)
    if version == newest_format():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in UPGRADES[version:]:
            for statement in statements:
                connection.execute(statement)
        if version < SEALED_FROM:
            seal_all(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest_format()}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the connection's file to the newest format, wholly or not at all.

    Raises :class:`PackError`; ``path`` is the file that the message names.
    """
    version = _format(connection)
    try:
        lay_tables(connection)
    except sqlite3.Error as error:
        raise PackError(
            f"The pack has the older format {version} and could not be brought to format "
            f"{newest_format()}: {reason(error)}.",
            where=f"File: {path}.",
            remedy="The file was not changed. Open it with the Safer Desktop that saved it.",
        ) from None


def damaged(path: Path) -> PackError:
    """The error for a pack whose content cannot be trusted."""
    return PackError(
        "The pack is damaged: its content cannot be read safely.",
        where=f"File: {path}.",
        remedy="Open an earlier copy of it, for instance from your backup. The file was not "
        "changed.",
    )


def _format(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _is_whole(connection: sqlite3.Connection) -> bool:
    return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]


def _tables(connection: sqlite3.Connection) -> list[tuple[str, str, str | None]]:
    return connection.execute(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall()


def _tables_of(version: int) -> list[tuple[str, str, str | None]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        for statements in UPGRADES[:version]:
            for statement in statements:
                model.execute(statement)
        return _tables(model)


def _not_a_pack(path: Path) -> PackError:
    return PackError(
        "The file is no Safer Desktop pack.",
        where=f"File: {path}.",
        remedy="Packs end in .safer. To load a partner's workbook, use Load.",
    )
