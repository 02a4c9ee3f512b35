"""The way of an extract: look into it, count it, and turn counts into observations."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Progress
from safer_desktop.loading.extracts import Counts, Extract, ExtractPart, IncidentColumns, plain
from safer_desktop.loading.recipes import Recipe

if TYPE_CHECKING:
    from safer_desktop.loading.extract_child import TextPart
    from safer_desktop.loading.extract_look import Looked, Question

_MARKS_OF_WORKBOOK = {"[Content_Types].xml", "mimetype"}


@dataclass(frozen=True, slots=True)
class Counted:
    """An extract with the columns it was counted by and its counts; one for each child's share."""

    extract: Extract
    columns: IncidentColumns
    counts: tuple[Counts, ...]

    @property
    def rows(self) -> int:
        """All rows, counted or not."""
        return sum(counts.rows for counts in self.counts)


def look(
    path: Path,
    catalogue: Catalogue,
    recipes: Sequence[Recipe],
    progress: Progress,
    *,
    today: date,
    password: str = "",
    is_extract: bool = False,
) -> Counted | None:
    """Look into a file or folder and count it by the recipe that fits, or by a first proposal.

    ``None`` for what is no extract; ``is_extract`` is a person's word that it is one. Raises
    :class:`LoadError` and, within a tenth of a second of the wish, :class:`Cancelled`.
    """
    from safer_desktop.loading.extract_look import Question
    from safer_desktop.loading.extract_tally import Rules

    question = Question(
        catalogue,
        Rules(today),
        known=tuple(it.incidents for it in recipes if it.incidents is not None),
        tables=tuple(
            frozenset(plain(table.sheet) for table in it.tables) for it in recipes if it.tables
        ),
        is_extract=is_extract,
    )
    return _looked(path, question, progress, password)


def count(
    path: Path,
    catalogue: Catalogue,
    columns: IncidentColumns,
    progress: Progress,
    *,
    today: date,
    password: str = "",
) -> Counted:
    """Count an extract by these columns; raises as :func:`look`."""
    from safer_desktop.loading.extract_look import Question
    from safer_desktop.loading.extract_tally import Rules

    question = Question(catalogue, Rules(today), columns=columns, is_extract=True)
    counted = _looked(path, question, progress, password)
    if counted is None or counted.columns.used != columns.used:
        raise LoadError(
            "The file does not have the columns that are to be counted by.",
            where=f"File: {path.name}.",
            remedy="Choose the columns again.",
        )
    return counted


def _looked(path: Path, question: Question, progress: Progress, password: str) -> Counted | None:
    from safer_desktop.loading.extract_look import wanted_of

    progress.report(0.0, f"Looking into {path.name}")
    parts = text_parts(path)
    if parts is None:
        looked = _ask(path, password, question, progress)
    else:
        looked = _ask_text(path, parts, question, progress)
    if looked is None:
        return None
    if looked.counts is not None or not looked.columns.date:
        counts = (looked.counts,) if looked.counts is not None else ()
        return _read_right(
            Counted(looked.extract, looked.columns, counts), path, question, progress, password
        )
    from safer_desktop.loading.extract_jobs import count_texts

    shown = parts or [_text_part(path, path.name)]
    wanted = wanted_of(looked.columns, question.rules, place=len(shown) > 1)
    counted = count_texts(shown, wanted, progress)
    sha256, size = fingerprint(path)
    extract = replace(
        looked.extract,
        name=path.name,
        sha256=sha256,
        size=size,
        parts=tuple(ExtractPart(part.name) for part in shown),
    )
    return _read_right(
        Counted(extract, looked.columns, counted), path, question, progress, password
    )


def _read_right(
    counted: Counted, path: Path, question: Question, progress: Progress, password: str
) -> Counted:
    """The counts again with the month first, where the dates themselves show that it is."""
    shown = [it.order.shown for it in counted.counts if it.order.shown is not None]
    if counted.columns.day_first is not None or not shown or any(shown):
        return counted
    columns = replace(counted.columns, day_first=False)
    again = _looked(path, replace(question, columns=columns), progress, password)
    return again if again is not None else counted


def _ask(path: Path, password: str, question: Question, progress: Progress) -> Looked | None:
    from safer_desktop.loading.extract_jobs import answer
    from safer_desktop.loading.extract_look import MOST_MEMORY, serve_look

    work = (str(path), password, question)
    words = f"Reading {path.name}"
    found: Looked | None = answer(serve_look, work, progress, words, memory=MOST_MEMORY)
    return found


def _ask_text(
    path: Path, parts: Sequence[TextPart], question: Question, progress: Progress
) -> Looked | None:
    """The columns of a folder or zip of csv files, by its first file."""
    from safer_desktop.loading.extract_jobs import answer
    from safer_desktop.loading.extract_look import MOST_MEMORY, serve_look_text

    if not parts:
        return None
    work, words = (parts[0], question), f"Looking into {path.name}"
    found: Looked | None = answer(serve_look_text, work, progress, words, memory=MOST_MEMORY)
    return found


def text_parts(path: Path) -> list[TextPart] | None:
    """The csv files of a folder or plain zip, in order of name; ``None`` for any other file.

    Raises :class:`LoadError` for a damaged or protected zip.
    """
    if path.is_dir():
        files = sorted(it for it in path.rglob("*.csv") if it.is_file())
        return [_text_part(it, it.relative_to(path).as_posix()) for it in files]
    if not zipfile.is_zipfile(path):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            if _MARKS_OF_WORKBOOK & set(archive.namelist()):
                return None
            return [
                _text_part(path, it.filename, it.filename, it.file_size)
                for it in sorted(archive.infolist(), key=lambda it: it.filename)
                if PurePosixPath(it.filename).suffix.lower() == ".csv"
            ]
    except (zipfile.BadZipFile, OSError):
        return None


def _text_part(path: Path, name: str, member: str = "", size: int = -1) -> TextPart:
    from safer_desktop.loading.extract_child import TextPart

    return TextPart(str(path), name, member, path.stat().st_size if size < 0 else size)


def fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file; of a folder, over the names and bytes of its files in order."""
    digest, size = hashlib.sha256(), 0
    for file in [path] if path.is_file() else sorted(path.rglob("*.csv")):
        if file != path:
            digest.update(file.relative_to(path).as_posix().encode())
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
                size += len(chunk)
    return digest.hexdigest(), size
