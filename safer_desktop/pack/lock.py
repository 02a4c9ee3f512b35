"""The lock beside a pack: who has it open, since when, and whether they still do."""

from __future__ import annotations

import json
import os
import platform
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.pack.trail import login_name

SIGN_OF_LIFE = timedelta(minutes=2)
"""How often a program that has a pack open says so."""

STALE_AFTER = timedelta(minutes=15)
"""Silence after which a lock may be taken over; clocks of two computers may differ by minutes."""

_LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a pack open: their name, login and computer, since when, and last seen when."""

    who: str
    account: str
    computer: str
    process: int
    since: datetime
    seen: datetime
    token: str

    def is_stale(self, now: datetime) -> bool:
        """Whether the program that had it open is gone or has been silent for long."""
        if now - self.seen > STALE_AFTER:
            return True
        return self.computer == platform.node() and not _runs(self.process)

    @property
    def is_this_program(self) -> bool:
        """Whether it is held by the very process that asks."""
        return (self.computer, self.process) == (platform.node(), os.getpid())

    @property
    def words(self) -> str:
        """``A. Coordinator (acoord on CSP-LAPTOP-3), since 9:30 on 2 May 2017``."""
        since = self.since.astimezone()
        when = f"{since.hour}:{since:%M} on {since.day} {since:%B %Y}"
        return f"{self.who} ({self.account} on {self.computer}), since {when}"


@dataclass(slots=True)
class PackLock:
    """A lock that this program holds on the pack at ``path``."""

    path: Path
    holder: Holder

    def say_alive(self, now: datetime) -> bool:
        """Renew the sign of life; False if somebody else has taken the lock meanwhile."""
        found = holder_of(self.path)
        if found is not None and found.token != self.holder.token:
            return False
        with suppress(OSError):
            _write(_file(self.path), replace(self.holder, seen=now))
        return True

    def release(self) -> None:
        """Let go of it, unless somebody else has taken it meanwhile."""
        found = holder_of(self.path)
        if found is not None and found.token == self.holder.token:
            with suppress(OSError):
                _file(self.path).unlink(missing_ok=True)


def take(path: Path, who: str, now: datetime, *, over: bool = False) -> PackLock | Holder | None:
    """Lock the pack at ``path``, or say who has it.

    ``over``: take it from whoever has it. None where no lock can be written, as in a folder that
    may only be read: nobody can save there either.
    """
    holder = Holder(who, login_name(), platform.node(), os.getpid(), now, now, secrets.token_hex(8))
    found = holder_of(path)
    if found is not None and not over and not found.is_stale(now):
        return found
    try:
        _write(_file(path), holder, may_replace=_file(path).exists())
    except FileExistsError:
        return holder_of(path)
    except OSError:
        return None
    return PackLock(path, holder)


def holder_of(path: Path) -> Holder | None:
    """Who has the pack at ``path`` open; None if nobody has, or the lock cannot be read."""
    try:
        with _file(path).open("rb") as file:
            data = json.loads(file.read(_LARGEST))
        if not isinstance(data, dict):
            return None
        found = from_plain(Holder, data)
    except (OSError, ValueError, RecursionError, MalformedError):
        return None
    if found.since.tzinfo is None or found.seen.tzinfo is None:
        return None
    return found


def _file(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}")


def _write(file: Path, holder: Holder, *, may_replace: bool = True) -> None:
    """Raises FileExistsError where another program was quicker, and OSError."""
    part = file.with_name(f"{file.name}.{holder.token}")
    try:
        part.write_text(json.dumps(to_plain(holder)), encoding="utf-8")
        if may_replace:
            part.replace(file)
        elif sys.platform == "win32":
            part.rename(file)  # refused there if the file exists
        else:
            os.link(part, file)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if process <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    import ctypes

    # os.kill would end the process there; a handle that can be had tells that it runs.
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    query, still_active = 0x1000, 259
    handle = kernel.OpenProcess(query, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
