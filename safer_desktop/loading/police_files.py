"""The files of a data.police.uk download: a zip, a folder of month folders, or one month's csv."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.periods import Period

MOST_BYTES = 256 * 1024 * 1024
"""A month of the largest force is below 40 MB; more is no month of street-level crime."""

_NAME = re.compile(
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<force>.+)"
    r"-(?P<what>street|outcomes|stop-and-search)\.csv",
    re.IGNORECASE,
)
_HEADER = b"Crime ID,Month,Reported by"
_AS_DOWNLOADED = "Use the zip as it was downloaded from data.police.uk, or the folder made from it."


@dataclass(frozen=True, slots=True)
class StreetFile:
    """One force's month. ``name`` is its path inside the download, ``force`` as its name has it.

    It lies at ``path``, or is the ``member`` of the zip there.
    """

    name: str
    force: str
    month: Period
    path: str
    member: str
    size: int


@dataclass(frozen=True, slots=True)
class Download:
    """The street-level files in order of name, and the names of the csv files of other kinds."""

    name: str
    street: tuple[StreetFile, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    path: Path
    member: str
    size: int


def is_police_download(path: Path) -> bool:
    """Whether the file or folder is to be read as a data.police.uk download.

    A folder or zip is unless it holds other csv files only; so is a zip that is not whole.
    """
    if path.is_dir():
        names = [it.name for it in path.rglob("*.csv")]
        return not names or any(map(_NAME.fullmatch, names))
    if _NAME.fullmatch(path.name):
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(len(_HEADER) + 3)
    if start.removeprefix(b"\xef\xbb\xbf").startswith(_HEADER):
        return True
    return start.startswith(b"PK") and _is_plain_zip(path)


def find_download(path: Path) -> Download:
    """The download's files.

    Raises :class:`LoadError` where nothing is there, the zip is damaged or protected, a name in
    it points outside it, or a force's month is there twice.
    """
    try:
        if path.is_dir():
            return _download(path.name, _members_of_folder(path))
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return _download(path.name, _members_of_zip(path, archive))
        if path.suffix.lower() == ".zip":
            raise _damaged(path.name)
        return _download(path.name, [_member(path, path.name)])
    except zipfile.BadZipFile:
        raise _damaged(path.name) from None
    except OSError as error:
        raise LoadError(
            f"'{path.name}' could not be opened ({error.strerror or 'it is not readable'}).",
            remedy="Check that it is still there and that you may read it.",
        ) from None


def _is_plain_zip(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return path.suffix.lower() == ".zip"
    if names & {"[Content_Types].xml", "mimetype"}:
        return False
    tables = [PurePosixPath(it).name for it in names if it.lower().endswith(".csv")]
    return not tables or any(map(_NAME.fullmatch, tables))


def _download(name: str, members: Iterable[_Member]) -> Download:
    street: dict[tuple[str, Period], StreetFile] = {}
    others: list[str] = []
    for member in sorted(members, key=lambda m: m.name):
        match = _NAME.fullmatch(PurePosixPath(member.name).name)
        if match is None or match["what"].lower() != "street":
            others.append(member.name)
            continue
        file = StreetFile(
            name=member.name,
            force=match["force"].lower(),
            month=Period.month(int(match["year"]), int(match["month"])),
            path=str(member.path),
            member=member.member,
            size=member.size,
        )
        if file.size > MOST_BYTES:
            raise LoadError(
                f"'{file.name}' is larger than any force's month can be.",
                where=f"in {name}",
                remedy=_AS_DOWNLOADED,
            )
        twin = street.setdefault((file.force, file.month), file)
        if twin is not file:
            raise LoadError(
                f"{file.month.label} is there twice: '{twin.name}' and '{file.name}'.",
                where=f"in {name}",
                remedy="Keep one of them; counting both would double the month.",
            )
    if not street:
        raise _nothing_to_count(name, others)
    return Download(name, tuple(street.values()), tuple(others))


def _nothing_to_count(name: str, others: list[str]) -> LoadError:
    known = sum(1 for other in others if _NAME.fullmatch(PurePosixPath(other).name))
    if known:
        what = f"'{name}' has outcomes or stop-and-search files only, no street-level crime."
        remedy = "Tick 'Include crime data' when you make the download on data.police.uk."
    elif len(others) == 1 and others[0] == name:
        what = f"The name of '{name}' does not say which month and force it holds."
        remedy = "Give it back the name it had, such as 2020-04-leicestershire-street.csv."
    else:
        what = f"'{name}' holds no street-level crime file (such as 2020-04-...-street.csv)."
        remedy = _AS_DOWNLOADED
    return LoadError(what, remedy=remedy)


def _members_of_folder(folder: Path) -> Iterator[_Member]:
    for path in folder.rglob("*.csv"):
        if path.is_file():
            yield _member(path, path.relative_to(folder).as_posix())


def _member(path: Path, name: str) -> _Member:
    return _Member(name, path, "", path.stat().st_size)


def _members_of_zip(path: Path, archive: zipfile.ZipFile) -> Iterator[_Member]:
    for info in archive.infolist():
        name = PureWindowsPath(info.filename)
        if name.is_absolute() or name.drive or name.root or ".." in name.parts:
            raise LoadError(
                f"A name in the zip points outside it: '{info.filename}'.",
                where=f"in {path.name}",
                remedy="This is no download as data.police.uk makes it: do not use it.",
            )
        if info.flag_bits & 0x1:
            raise LoadError(
                f"'{path.name}' is protected by a password.",
                remedy="Unpack it into a folder first.",
            )
        if name.suffix.lower() == ".csv" and not info.is_dir():
            yield _Member(name.as_posix(), path, info.filename, info.file_size)


def _damaged(name: str) -> LoadError:
    return LoadError(
        f"'{name}' is not a whole zip file: it may have been cut off while it was downloaded.",
        remedy="Download it again from data.police.uk.",
    )
