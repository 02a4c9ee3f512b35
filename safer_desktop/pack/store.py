"""The pack: one file with everything a council's reports are made from."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Protocol

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Load,
    ObservationTable,
    Revision,
    SheetPicture,
    StoredLoad,
    StoredObservation,
)
from safer_desktop.domain.periods import Period, PeriodError
from safer_desktop.domain.records import (
    AuditRow,
    Edit,
    Json,
    RecordKind,
    RecordRef,
    Records,
)
from safer_desktop.pack import loads, rows
from safer_desktop.pack.edits import apply_edit, read_records, write_records
from safer_desktop.pack.faults import reason
from safer_desktop.pack.protection import Protection, unlock
from safer_desktop.pack.save import write_file
from safer_desktop.pack.schema import (
    check_header,
    check_sound,
    check_start,
    damaged,
    lay_tables,
    upgrade,
)
from safer_desktop.pack.trail import TrailCheck, verify
from safer_desktop.pack.working import (
    COPY_NAME,
    Origin,
    SealedCopy,
    Stamp,
    connect,
    connect_memory,
    new_folder,
    read_origin,
    remove_folder,
    revision_of,
    write_origin,
)


class Pack:
    """An open pack. Every change is kept at once in its working copy; ``save`` writes the file.

    Build one by ``create``, ``open`` or ``recover``, and ``close`` it. Safe to use from several
    threads. Every method may raise :class:`PackError`; the pack is then as it was before.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        working: Path,
        origin: Origin,
        sealed: SealedCopy | None = None,
    ) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._sealed = sealed
        self._working = working
        self._origin = origin
        self._lock = RLock()

    @classmethod
    def create(
        cls, working_folder: Path, records: Mapping[RecordKind, Records] | None = None
    ) -> Pack:
        """A new pack that has no file yet, with its first records (not in the audit trail)."""
        folder = new_folder(working_folder)
        with _removed_if_it_fails(folder):
            connection = _made(folder / COPY_NAME)
            with _closed_if_it_fails(connection):
                pack = cls(connection, folder / COPY_NAME, Origin("", 0, None))
                with pack._changing():
                    for kind, of_kind in (records or {}).items():
                        write_records(connection, kind, of_kind)
                pack.mark_unchanged()
                return pack

    @classmethod
    def open(cls, path: Path, working_folder: Path, password: str = "") -> Pack:
        """Open a pack: it is copied into ``working_folder``, and not touched before ``save``.

        An older format is upgraded in the copy. A protected pack is copied into memory alone.
        Raises :class:`PackError` for what is no pack, damaged, from a newer version, or not
        readable, and :class:`PasswordNeeded` for a protected one whose password does not fit.
        """
        path = path.absolute()
        protected = check_header(path)
        folder = new_folder(working_folder)
        with _removed_if_it_fails(folder):
            if protected:
                return cls._unlocked(path, folder, password, path)
            stamp = _copied(path, folder / COPY_NAME)
            connection = _connected(folder / COPY_NAME, path)
            with _closed_if_it_fails(connection):
                check_sound(connection, path)
                upgrade(connection, path)
                pack = cls(connection, folder / COPY_NAME, Origin(str(path), 0, stamp))
                pack.mark_unchanged()
                return pack

    @classmethod
    def restore(cls, version: Path, path: Path, working_folder: Path, password: str = "") -> Pack:
        """Go back to an earlier save of the pack at ``path``, which stays as it is until Save.

        Raises :class:`PackError` and :class:`PasswordNeeded` as :meth:`open` does.
        """
        pack = cls.open(version, working_folder, password)
        with _closed_if_it_fails(pack):
            try:
                stamp = Stamp.of(path)
            except OSError:
                stamp = None  # moved or deleted: Save makes it anew
            pack._note(Origin(str(path.absolute()), -1, stamp))
            return pack

    @classmethod
    def recover(cls, working: Path, password: str = "") -> Pack:
        """Go on with a working copy that a crash left behind (``WorkingCopy.file``).

        Raises :class:`PackError` if it is damaged or a running program has it open, and
        :class:`PasswordNeeded` if it is of a protected pack and the password does not fit.
        """
        if check_header(working):
            return cls._unlocked(working, working.parent, password, None)
        connection = _connected(working, working)
        with _closed_if_it_fails(connection):
            check_sound(connection, working)
            upgrade(connection, working)
            origin = read_origin(working.parent) or Origin("", -1, None)
            return cls(connection, working, origin)

    @classmethod
    def _unlocked(cls, source: Path, folder: Path, password: str, path: Path | None) -> Pack:
        """Take a sealed pack into memory; ``path`` is its own file (None: a working copy)."""
        try:
            sealed = source.read_bytes()
            stamp = Stamp.of(source)
        except OSError as error:
            raise _uncopied(source, error) from None
        protection, content = unlock(sealed, password, source)
        check_start(content, source)
        copy = SealedCopy(folder, protection)
        with _closed_if_it_fails(copy):
            try:
                connection = connect_memory(content)
            except sqlite3.Error:
                raise damaged(source) from None
            with _closed_if_it_fails(connection):
                check_sound(connection, source)
                upgrade(connection, source)
                if path is None:
                    origin = read_origin(folder) or Origin("", -1, None)
                    return cls(connection, copy.file, origin, copy)
                pack = cls(connection, copy.file, Origin(str(path), 0, stamp), copy)
                pack.mark_unchanged()
                return pack

    @property
    def is_protected(self) -> bool:
        """Whether a password is needed to open what is saved."""
        return self._sealed is not None

    def protect(self, password: str | None) -> None:
        """Put the pack under a password, or (None) take it away; the file follows with Save.

        From now on the working copy is sealed, or plain, too. Raises :class:`PackError`.
        """
        protection = None if password is None else Protection.new(password)
        with self._lock:
            old, old_sealed, old_folder = self._opened(), self._sealed, self._working.parent
            folder = new_folder(old_folder.parent)
            with _removed_if_it_fails(folder):
                try:
                    content = old.serialize()
                    if protection is None:
                        (folder / COPY_NAME).write_bytes(content)
                        connection, sealed = connect(folder / COPY_NAME), None
                    else:
                        connection, sealed = connect_memory(content), SealedCopy(folder, protection)
                        sealed.keep(connection)
                    write_origin(folder, replace(self._origin, saved_revision=-1))
                except (OSError, sqlite3.Error) as error:
                    raise PackError(
                        f"The protection could not be changed: {reason(error)}.",
                        where=f"Working copy: {folder}.",
                        remedy="Make room on that disk, then try again.",
                    ) from None
            self._connection, self._sealed = connection, sealed
            self._working = folder / COPY_NAME
            self._origin = replace(self._origin, saved_revision=-1)
            old.close()
            if old_sealed:
                old_sealed.close()
            remove_folder(old_folder)

    @property
    def path(self) -> Path | None:
        """The user's file; None before the first save."""
        return Path(self._origin.path) if self._origin.path else None

    @property
    def working(self) -> Path:
        """The working copy."""
        return self._working

    @property
    def revision(self) -> int:
        """Grows with every change."""
        with self._reading() as connection:
            return revision_of(connection)

    @property
    def changes_since_save(self) -> bool:
        """Whether anything was changed after the file was saved or opened."""
        return self.revision != self._origin.saved_revision

    def mark_unchanged(self) -> None:
        """Let the present content count as nothing to save: a sample that was just set up."""
        with self._lock:
            self._note(Origin(self._origin.path, self.revision, self._origin.stamp))

    # Records

    def records(self, kind: RecordKind) -> dict[str, dict[str, Json]]:
        """The records of one kind by code, in their order."""
        with self._reading() as connection:
            return read_records(connection, kind)

    def apply(self, edit: Edit, who: str, at: datetime) -> None:
        """Make all changes of an edit, each with its audit row, or none.

        Raises :class:`PackError` if a value is no longer what the edit changes it from. A field
        that is not there counts as None. A record that is made again takes its old place.
        """
        with self._changing() as connection:
            apply_edit(connection, edit, who, at)

    # Loads

    def add_load(self, load: Load, who: str) -> int:
        """Take a load in, wholly or not at all; returns its id.

        Raises :class:`PackError` if it has unsettled errors, holds one figure twice, or a value
        that is no number.
        """
        with self._changing() as connection:
            return loads.add_load(connection, load, who)

    def set_withdrawn(
        self, load_id: int, withdrawn: bool, who: str, at: datetime, why: str = ""
    ) -> None:
        """Let a load no longer count, or count again. Its observations stay stored."""
        with self._changing() as connection:
            loads.set_withdrawn(connection, load_id, withdrawn, who=who, at=at, why=why)

    def loads(self) -> tuple[StoredLoad, ...]:
        """All loads, the withdrawn ones too, in the order in which they came."""
        with self._reading() as connection:
            return loads.read_loads(connection)

    def find_load(self, sha256: str) -> StoredLoad | None:
        """The latest load that still counts and came from a file with just this content."""
        same = (it for it in self.loads() if it.file.sha256 == sha256 and not it.withdrawn)
        return max(same, key=lambda it: it.id, default=None)

    def table(self, before: int | None = None) -> ObservationTable:
        """What counts: for each indicator, area, period and unit the newest load's observation.

        Withdrawn loads are left out; with ``before``, so are that load and all later ones.
        Sorted by indicator, area, then time.
        """
        with self._reading() as connection:
            return rows.table_of(loads.counting_rows(connection, before))

    def known_values(self) -> dict[tuple[str, str, Period, Unit], float]:
        """The values of ``table`` by the observations' keys, for checks of what comes next."""
        with self._reading() as connection:
            return loads.known_values(connection)

    def given_with_parts(self) -> frozenset[tuple[str, Unit]]:
        """Indicators and units that came with numerator and denominator in a load that counts."""
        with self._reading() as connection:
            return loads.given_with_parts(connection)

    def observations(self, ids: Sequence[int]) -> tuple[StoredObservation, ...]:
        """The observations of these ids, in this order, whether or not their load still counts.

        Raises :class:`PackError` for an id that is not in the pack.
        """
        with self._reading() as connection:
            return loads.read_observations(connection, ids)

    def sheet_picture(self, load_id: int, sheet: str) -> SheetPicture | None:
        """What a load's sheet showed where its figures were read; None if it was not kept."""
        with self._reading() as connection:
            return loads.read_picture(connection, load_id, sheet)

    def revisions(self) -> tuple[Revision, ...]:
        """What each load that counts restated of an earlier one, in the order of the loads."""
        with self._reading() as connection:
            return loads.read_revisions(connection)

    def given_before(self) -> dict[int, int]:
        """By load, how many of its figures an earlier load had given already, alike or not."""
        with self._reading() as connection:
            return loads.given_before(connection)

    def latest_days(self) -> dict[int, dict[str, date]]:
        """By load, the last day that its figures of each indicator reach."""
        with self._reading() as connection:
            return loads.latest_days(connection)

    def observation_ids(self, load: int) -> tuple[int, ...]:
        """The ids of all observations of a load, in the order in which they were read."""
        with self._reading() as connection:
            return loads.observation_ids(connection, load)

    # Audit trail

    def audit(
        self, limit: int | None = None, record: RecordRef | None = None
    ) -> tuple[AuditRow, ...]:
        """Lines of the audit trail, newest first: of one record, or of all."""
        chosen = "WHERE kind = ? AND code = ?" if record else ""
        values = (record.kind.value, record.code) if record else ()
        with self._reading() as connection:
            found = connection.execute(
                f"SELECT {rows.AUDIT_COLUMNS} FROM audit {chosen} ORDER BY id DESC LIMIT ?",
                (*values, -1 if limit is None else limit),
            )
            return tuple(rows.audit_of(row) for row in found)

    def verify_trail(self) -> TrailCheck:
        """Whether every line of the audit trail is as it was written."""
        with self._reading() as connection:
            return verify(connection)

    # File

    def save(self, path: Path | None = None) -> None:
        """Save to the pack's own file, or to ``path``, which is then its own file.

        Raises :class:`PackError`, with the old file as it was: also where somebody else has
        changed the pack's own file since it was opened. Any other ``path`` is overwritten.
        """
        with self._reading() as connection:
            target = self._target(path)
            revision = revision_of(connection)
            protection = self._sealed.protection if self._sealed else None
            stamp = write_file(connection, target, protection)
            self._note(Origin(str(target), revision, stamp))
            if self._sealed:
                self._sealed.forget()

    def close(self, keep_working: bool = False) -> None:
        """Close the pack. Its working copy, and what was not saved, goes unless kept."""
        with self._lock:
            if self._connection is None:
                return
            self._connection.close()
            self._connection = None
            if self._sealed:
                self._sealed.close()
            if not keep_working:
                remove_folder(self._working.parent)

    def _target(self, path: Path | None) -> Path:
        target = path or self.path
        if target is None:
            raise PackError(
                "The pack has no file yet.", remedy="Use Save as and choose a folder and a name."
            )
        target = target.absolute()
        if target != self.path:
            return target
        stamp = self._origin.stamp
        try:
            changed = stamp is not None and not stamp.still_fits(target)
        except OSError:
            changed = False  # moved or deleted: nothing there can be lost
        if changed:
            raise PackError(
                "Somebody else has saved the pack's file since you opened it, so it was not "
                "overwritten.",
                where=f"File: {target}.",
                remedy="Use Save as with another name, then compare the two.",
            )
        return target

    def _note(self, origin: Origin) -> None:
        write_origin(self._working.parent, origin)
        self._origin = origin

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._opened()
            try:
                yield connection
            except (sqlite3.Error, ValueError, PeriodError):
                raise damaged(self.path or self._working) from None

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._opened()
            before = connection.serialize() if self._sealed else b""
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
                connection.execute("COMMIT")
                if self._sealed:
                    self._keep_sealed(self._sealed, connection, before)
            except (OSError, sqlite3.Error) as error:
                raise PackError(
                    f"The change could not be stored: {reason(error)}.",
                    where=f"Working copy: {self._working}.",
                    remedy="Nothing was changed. Make room on that disk, then try again.",
                ) from None
            finally:
                if self._connection is connection and connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _keep_sealed(
        self, sealed: SealedCopy, connection: sqlite3.Connection, before: bytes
    ) -> None:
        # Only what is committed is in a database's bytes: a refusal must take the change back.
        try:
            sealed.keep(connection)
        except OSError:
            self._connection = connect_memory(before)
            connection.close()
            raise

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            raise PackError("The pack is closed.", remedy="Open it again.")
        return self._connection


def _copied(path: Path, working: Path) -> Stamp:
    try:
        state = path.stat()
        shutil.copyfile(path, working)
        return Stamp(state.st_size, state.st_mtime_ns, Stamp.of(working).sha256)
    except OSError as error:
        raise _uncopied(path, error) from None


def _uncopied(path: Path, error: OSError) -> PackError:
    return PackError(
        f"The pack could not be copied into the program's own folder: {reason(error)}.",
        where=f"File: {path}.",
        remedy="Check that you may read it, and that there is room on this computer's disk.",
    )


def _made(working: Path) -> sqlite3.Connection:
    try:
        connection = connect(working)
        with _closed_if_it_fails(connection):
            lay_tables(connection)
            return connection
    except sqlite3.Error as error:
        raise PackError(
            f"A new pack could not be made: {reason(error)}.",
            where=f"Working copy: {working}.",
            remedy="Make room on that disk, then try again.",
        ) from None


def _connected(working: Path, path: Path) -> sqlite3.Connection:
    try:
        return connect(working)
    except sqlite3.Error:
        raise damaged(path) from None


@contextmanager
def _removed_if_it_fails(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        remove_folder(folder)
        raise


class _Closes(Protocol):
    def close(self) -> None: ...


@contextmanager
def _closed_if_it_fails(it: _Closes) -> Iterator[None]:
    try:
        yield
    except BaseException:
        it.close()
        raise
