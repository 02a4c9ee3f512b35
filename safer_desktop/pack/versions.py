"""Earlier saves of a pack, kept in the user's own folder on this computer."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from safer_desktop.domain.errors import PackError
from safer_desktop.pack.faults import reason
from safer_desktop.pack.protection import MAGIC, is_protected
from safer_desktop.pack.working import sync_folder

MOST_KEPT = 10
_NAME = re.compile(r"(\d{8}T\d{6}\d{6})\.safer")
_FORM = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class Version:
    """A pack as it once was saved: where the copy lies, when it was saved, its size in bytes."""

    file: Path
    saved_at: datetime
    size: int


def keep_version(path: Path, folder: Path, at: datetime) -> None:
    """Copy the pack just saved at ``path``; of its copies only the newest ten stay.

    Raises :class:`PackError`; the save itself is not in danger.
    """
    place = _place(path, folder)
    kept = place / f"{at.astimezone(UTC):{_FORM}}.safer"
    part = kept.with_suffix(".part")
    try:
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(kept)
        sync_folder(place)
        for old in versions_of(path, folder)[MOST_KEPT:]:
            old.file.unlink(missing_ok=True)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise PackError(
            f"The pack is saved, but no copy of this save was kept: {reason(error)}.",
            where=f"Folder: {place}.",
            remedy="Make room on this computer's disk, so that earlier saves can be gone back to.",
        ) from None


def drop_plain(path: Path, folder: Path) -> None:
    """Remove the saves of the pack at ``path`` from before it was protected."""
    for version in versions_of(path, folder):
        try:
            with version.file.open("rb") as file:
                plain = not is_protected(file.read(len(MAGIC)))
            if plain:
                version.file.unlink()
        except OSError as error:
            raise PackError(
                f"An earlier save without protection could not be removed: {reason(error)}.",
                where=f"File: {version.file}.",
                remedy="Remove it yourself.",
            ) from None


def versions_of(path: Path, folder: Path) -> tuple[Version, ...]:
    """The saves of the pack at ``path`` that were kept, newest first."""
    place = _place(path, folder)
    if not place.is_dir():
        return ()
    found = []
    for file in place.iterdir():
        named = _NAME.fullmatch(file.name)
        if named:
            at = datetime.strptime(named[1], _FORM).replace(tzinfo=UTC)
            found.append(Version(file, at, file.stat().st_size))
    return tuple(sorted(found, key=lambda it: it.saved_at, reverse=True))


def _place(path: Path, folder: Path) -> Path:
    """A folder for each pack, by where it lies."""
    key = hashlib.sha256(os.path.normcase(path.absolute()).encode()).hexdigest()[:16]
    return folder / key
