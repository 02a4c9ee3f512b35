"""Working copies: where edits go at once, and what a crash leaves behind.

Each open pack has a folder of its own inside the working folder, which must lie on a local disk:
``pack.safer`` and ``origin.json``. SQLite's own exclusive lock on the copy says that a program has
it open; the system lets it go when the program dies, however it dies.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.pack.faults import reason
from safer_desktop.pack.protection import Protection
from safer_desktop.pack.rows import json_text, json_value

COPY_NAME = "pack.safer"
_HELD_NAME = "held.db"
_ORIGIN_NAME = "origin.json"
_HALF_MADE_SECONDS = 3600.0


class InUseError(PackError):
    """A running program has this working copy open."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which we know a file again: size in bytes, time of change in ns, and content."""

    size: int
    modified: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """The file's present stamp; raises OSError."""
        state = path.stat()
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(state.st_size, state.st_mtime_ns, digest)

    def still_fits(self, path: Path) -> bool:
        """Whether the file holds the same bytes; raises OSError."""
        state = path.stat()
        if (state.st_size, state.st_mtime_ns) == (self.size, self.modified):
            return True
        return Stamp.of(path).sha256 == self.sha256


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a working copy belongs to, and the revision that this file holds.

    ``path`` is empty, and ``stamp`` None, before a new pack is first saved.
    """

    path: str
    saved_revision: int
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """Unsaved work that a crash left behind. ``origin`` is the file it came from, if any.

    ``protected``: a password is needed to go on with it.
    """

    file: Path
    origin: Path | None
    changed_at: datetime
    protected: bool = False


class SealedCopy:
    """The working copy of a protected pack, which is held in memory.

    Its folder holds the sealed content from the first change on, and a database without content
    whose lock says that a program has the pack open.
    """

    def __init__(self, folder: Path, protection: Protection) -> None:
        self.file = folder / COPY_NAME
        self.protection = protection
        self._held = connect(folder / _HELD_NAME)

    def keep(self, connection: sqlite3.Connection) -> None:
        """Store what is committed; raises OSError, with what was stored before as it was."""
        part = self.file.with_suffix(".part")
        with part.open("wb") as file:
            file.write(self.protection.seal(connection.serialize()))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.file)
        sync_folder(self.file.parent)

    def forget(self) -> None:
        """Remove what was stored: the pack's own file now holds it."""
        self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the lock."""
        self._held.close()


def new_folder(working_folder: Path) -> Path:
    """A fresh folder for one working copy; raises :class:`PackError`."""
    folder = working_folder / secrets.token_hex(6)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _no_room(working_folder, error) from None
    return folder


def connect(file: Path) -> sqlite3.Connection:
    """Open a working copy for this program alone.

    Raises :class:`InUseError` if a running program has it, and sqlite3.Error for a damaged file.
    """
    connection = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA main.journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise InUseError(
                "This unsaved work is open in a Safer Desktop that is running.",
                where=f"File: {file}.",
                remedy="Go on in that window, or close it first.",
            ) from None
        raise
    except UnicodeDecodeError:
        connection.close()
        raise _undecodable() from None
    return connection


def connect_memory(content: bytes) -> sqlite3.Connection:
    """A database in memory alone, temporary tables and all; raises sqlite3.Error."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.deserialize(content)
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError:
        connection.close()
        raise _undecodable() from None
    return connection


def _undecodable() -> sqlite3.DatabaseError:
    """For a table's name that is no text: SQLite's own message quotes it, and cannot be read."""
    return sqlite3.DatabaseError("the tables' names are no text")


def write_origin(folder: Path, origin: Origin) -> None:
    """Note where the working copy belongs, so that it survives a crash.

    Raises :class:`PackError`.
    """
    part = folder / f"{_ORIGIN_NAME}.part"
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(json_text(to_plain(origin)))
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / _ORIGIN_NAME)
        sync_folder(folder)
    except OSError as error:
        raise _no_room(folder.parent, error) from None


def read_origin(folder: Path) -> Origin | None:
    """None where nothing was noted: the copy was still being made, or is being cleared away."""
    try:
        text = (folder / _ORIGIN_NAME).read_text(encoding="utf-8")
    except OSError:
        return None
    try:
        return from_plain(Origin, json_value(text))
    except (ValueError, MalformedError):
        return Origin("", -1, None)


def revision_of(connection: sqlite3.Connection) -> int:
    """How many times the pack has been changed since it was first made."""
    (value,) = connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
    return int(value)


def left_behind(working_folder: Path) -> list[WorkingCopy]:
    """Unsaved work of programs that are no longer running, newest first.

    Copies that hold nothing beyond their saved file are cleared away on the way.
    """
    if not working_folder.is_dir():
        return []
    found = []
    for folder in working_folder.iterdir():
        if not folder.is_dir():
            continue
        origin = read_origin(folder)
        if origin is None:
            if time.time() - folder.stat().st_mtime > _HALF_MADE_SECONDS:
                remove_folder(folder)
            continue
        try:
            unsaved = _is_unsaved(folder / COPY_NAME, origin)
        except InUseError:
            continue
        if unsaved:
            found.append(_working_copy(folder, origin))
        else:
            remove_folder(folder)
    return sorted(found, key=lambda copy: copy.changed_at, reverse=True)


def discard(working: Path) -> None:
    """Throw away a working copy that was left behind.

    Raises :class:`InUseError` if a running program has it open.
    """
    # A damaged copy cannot be open anywhere.
    with suppress(sqlite3.Error):
        connect(_locked_file(working.parent)).close()
    remove_folder(working.parent)


def remove_folder(folder: Path) -> None:
    """Clear a working copy away; what another program still holds goes at a later start."""
    (folder / _ORIGIN_NAME).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Make a renamed file's new name last; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_unsaved(file: Path, origin: Origin) -> bool:
    held = _locked_file(file.parent)
    try:
        if held != file:
            connect(held).close()
            return file.is_file()
        if not file.is_file():
            return False
        with closing(connect(file)) as connection:
            return revision_of(connection) != origin.saved_revision
    except sqlite3.Error:
        return file.is_file()


def _locked_file(folder: Path) -> Path:
    """The database whose lock says whether a program has the working copy open."""
    held = folder / _HELD_NAME
    return held if held.exists() else folder / COPY_NAME


def _working_copy(folder: Path, origin: Origin) -> WorkingCopy:
    file = folder / COPY_NAME
    changed_at = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    path = Path(origin.path) if origin.path else None
    return WorkingCopy(file, path, changed_at, (folder / _HELD_NAME).exists())


def _no_room(working_folder: Path, error: OSError) -> PackError:
    return PackError(
        f"The program's own folder for open packs cannot be used: {reason(error)}.",
        where=f"Folder: {working_folder}.",
        remedy="Make room on that disk, or let the program write there.",
    )
