"""Who has the pack's file: the lock beside it, as one open pack sees it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from safer_desktop.domain.errors import PackError
from safer_desktop.pack.lock import Holder, PackLock, holder_of, take


class Custody:
    """Holds the lock of the pack at ``path``, or knows who does.

    Without a path (a pack that was never saved), or in a folder where no lock can be written,
    nobody holds anything.
    """

    def __init__(self, path: Path | None, who: str) -> None:
        self._path = path
        self._who = who
        self._lock: PackLock | None = None
        self._holder: Holder | None = None
        # Signs of life are given by another thread.
        self._guard = Lock()
        if path is not None:
            self._take(path)

    @property
    def holder(self) -> Holder | None:
        """Somebody else who has the file open; None if nobody has."""
        return self._holder

    @property
    def may_take_over(self) -> bool:
        """Whether the other program is gone, or has been silent for long."""
        if self._holder is None or self._path is None:
            return False
        found = holder_of(self._path)
        return found is None or found.is_stale(_now())

    def take_over(self) -> None:
        """Take the file from somebody whose program is gone; raises :class:`PackError`."""
        if self._path is not None and self._holder is not None:
            if not self.may_take_over:
                raise in_use(self._path, self._holder)
            self._note(take(self._path, self._who, _now(), over=True))

    def say_alive(self) -> None:
        """Renew the sign of life; notice if somebody has taken the file over."""
        with self._guard:
            if self._lock is not None and not self._lock.say_alive(_now()):
                self._holder = holder_of(self._lock.path)
                self._lock = None

    def check(self, target: Path) -> None:
        """Raise :class:`PackError` if somebody else has the file at ``target`` open."""
        if target == self._path:
            if self._holder is not None:
                raise in_use(target, self._holder)
            return
        other = holder_of(target)
        if other is not None and not (other.is_this_program or other.is_stale(_now())):
            raise in_use(target, other)

    def move(self, target: Path) -> None:
        """The pack now belongs to another file."""
        if target != self._path:
            self.release()
            self._path = target
            self._take(target)

    def release(self) -> None:
        """Let go of the file."""
        with self._guard:
            if self._lock is not None:
                self._lock.release()
            self._lock = self._holder = None

    def _take(self, path: Path) -> None:
        found = take(path, self._who, _now())
        if isinstance(found, Holder) and found.is_this_program:
            # The pack is being opened again in this window, which then lets the first one go.
            found = take(path, self._who, _now(), over=True)
        self._note(found)

    def _note(self, found: PackLock | Holder | None) -> None:
        self._lock = found if isinstance(found, PackLock) else None
        self._holder = found if isinstance(found, Holder) else None


def in_use(path: Path, holder: Holder) -> PackError:
    """The refusal to save over a file that somebody has open."""
    return PackError(
        f"The pack is open elsewhere: {holder.words}.",
        where=f"File: {path}.",
        remedy="Use Save as with another name, or wait until they have closed it and open it "
        "again. Your changes stay open here.",
    )


def _now() -> datetime:
    return datetime.now(UTC)
