"""Exporting the paper to a file that is there already: the author's own work in it stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef

if TYPE_CHECKING:
    from safer_desktop.report.reread import Merged
    from safer_desktop.report.word_record import Record
    from safer_desktop.workbench.bench import Workbench

KIND = RecordKind.EXPORT
_MOST_BEFORE = 1000


@dataclass(frozen=True, slots=True)
class Export:
    """A paper ready to be written.

    ``merged`` tells what becomes of the file that is there (None: there is none). ``content`` is
    None where that file stays as it is. ``kept`` remembers in the pack what was written.
    """

    path: Path
    content: bytes | None
    old: bytes | None
    merged: Merged | None
    kept: Edit | None


def prepare(bench: Workbench, path: Path, progress: Progress | None = None) -> Export:
    """Make the paper for a file, over what a person did to the one that is there.

    Nothing is written. Raises ReportError for a file whose own words cannot be told apart from
    the program's, and Cancelled.
    """
    from safer_desktop.report.reread import merge, paper_of, record_of
    from safer_desktop.report.word import made_paper
    from safer_desktop.workbench.paper_setup import template_to_write

    progress = progress or Silent()
    old = _read(path)
    number = paper_of(old, path.name) if old is not None else ""
    paper = bench.paper()
    new = made_paper(paper, progress, template_to_write(bench))
    if old is None:
        return Export(path, new, None, None, _kept(bench, record_of(new)))
    progress.report(0.92, f"Reading {path.name}")
    hashes: dict[str, str] | None = None
    if bench.has_record(KIND, number):
        found = bench.record(KIND, number)["hashes"]
        assert isinstance(found, dict)
        hashes = {tag: str(it) for tag, it in found.items()}
    merged = merge(old, path.name, new, paper, hashes)
    edit = _kept(bench, merged.record) if merged.content is not None else None
    return Export(path, merged.content, old, merged, edit)


def write(export: Export, progress: Progress | None = None) -> Path | None:
    """Write the prepared paper; a file that it replaces is first kept beside it, and returned.

    Raises ReportError if either cannot be written, or the file was changed meanwhile.
    """
    from safer_desktop.report.whole import replace_file

    if export.content is None:
        return None
    before = None
    if export.old is not None:
        if _read(export.path) != export.old:
            raise ReportError(
                f"'{export.path.name}' was changed while you were asked.",
                remedy="Close it in Word and export again.",
            )
        before = _free_name(export.path)
        replace_file(before, export.old, "The copy of the earlier paper", "Word")
    if progress:
        progress.report(0.95, f"Saving {export.path.name}")
    replace_file(export.path, export.content, "The paper", "Word")
    return before


def remarks(export: Export) -> tuple[str, ...]:
    """What in the written file keeps it from being published; with our own template, nothing."""
    from safer_desktop.report.accessibility import faults

    return tuple(faults(export.path))


def words(export: Export) -> str:
    """In a sentence or two: what the export does to the file that is there."""
    merged = export.merged
    if merged is None:
        return "The paper is written anew."
    if merged.content is None:
        return "Nothing has changed since the paper was last written: the file stays as it is."
    told = [
        "What you did in Word stays; only words that are still the program's are written anew.",
        f"The file as it is now is kept as '{_free_name(export.path).name}'.",
    ]
    if merged.comments or merged.tracked:
        told.append(
            f"It has {_count(merged.comments, 'comment')} and "
            f"{_count(merged.tracked, 'tracked change')}, which stay."
        )
    if not merged.known:
        told.append(
            "This pack has no note of having written it (it was not saved since, or another copy "
            "wrote it), so the program goes by what the file itself says."
        )
    return " ".join(told)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReportError(
            f"'{path.name}' is there already and cannot be read: {error.strerror}.",
            remedy="Close it in Word, or export under another name.",
        ) from None


def _free_name(path: Path) -> Path:
    """``Paper (before).docx``, with a number if that is taken."""
    names = ("(before)", *(f"(before {number})" for number in range(2, _MOST_BEFORE)))
    found = (path.with_name(f"{path.stem} {name}{path.suffix}") for name in names)
    for it in found:
        if not it.exists():
            return it
    raise ReportError(
        "There are too many earlier papers beside this one.",
        where=str(path.parent),
        remedy="Move some of them to another folder.",
    )


def _kept(bench: Workbench, record: Record) -> Edit:
    """The edit that keeps in the pack what the paper holds of the program's own words."""
    old = bench.record(KIND, record.paper) if bench.has_record(KIND, record.paper) else None
    new: dict[str, Json] = {"edition": record.edition, "hashes": dict(record.blocks)}
    change = FieldChange(RecordRef(KIND, record.paper), "", old, new)
    return Edit(f"export of the paper, {record.edition}", (change,))
