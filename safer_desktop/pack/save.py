"""Saving: a whole new file beside the old one, which then takes its place at once."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from safer_desktop.domain.errors import PackError
from safer_desktop.pack.faults import SAVE_ELSEWHERE, reason
from safer_desktop.pack.protection import Protection
from safer_desktop.pack.working import Stamp, sync_folder

_PART_PREFIX = ".safer-"
_PART_SUFFIX = ".part"
_LEFTOVER_SECONDS = 3600.0
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries, while a virus scanner or a sync client holds the old file."""


def write_file(
    connection: sqlite3.Connection, path: Path, protection: Protection | None = None
) -> Stamp:
    """Put the connection's whole content at ``path``; returns the new file's stamp.

    With ``protection`` nothing but the sealed content is ever written. At any instant ``path``
    holds either the old file or the new one. Raises :class:`PackError`, with the old file as it
    was.
    """
    target = _checked(path)
    part = target.with_name(f"{_PART_PREFIX}{secrets.token_hex(6)}{_PART_SUFFIX}")
    try:
        if protection is None:
            connection.execute("VACUUM INTO ?", (str(part),))
        else:
            # What was deleted must not stay in free pages.
            connection.execute("VACUUM")
            part.write_bytes(protection.seal(connection.serialize()))
        if target.exists():
            shutil.copymode(target, part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        stamp = Stamp.of(part)
        _replace(part, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        _remove_quietly(part)
        raise _unsaved(target, reason(error)) from None
    _clear_leftovers(target.parent)
    return stamp


def _checked(path: Path) -> Path:
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.is_dir():
            raise _unsaved(target, "a folder has this name")
        if not target.parent.is_dir():
            raise _unsaved(target, f"there is no folder {target.parent}")
        if target.exists() and not os.access(target, os.W_OK):
            raise _unsaved(target, "the file is read-only")
    except OSError as error:
        raise _unsaved(path, reason(error)) from None
    return target


def _replace(part: Path, target: Path) -> None:
    for seconds in _WAITS:
        try:
            part.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    part.replace(target)


def _remove_quietly(part: Path) -> None:
    # The disk that refused the save may refuse this too; a later save clears it away.
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _clear_leftovers(folder: Path) -> None:
    for part in folder.glob(f"{_PART_PREFIX}*{_PART_SUFFIX}"):
        try:
            if time.time() - part.stat().st_mtime > _LEFTOVER_SECONDS:
                part.unlink()
        except OSError:
            continue


def _unsaved(target: Path, why: str) -> PackError:
    return PackError(
        f"The pack could not be saved: {why}.", where=f"File: {target}.", remedy=SAVE_ELSEWHERE
    )
