"""Checks a board paper, with what the open pack knows or without any pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.report.claims.check import check, check_text
from safer_desktop.report.claims.known import KnownFigures
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.paper_file import from_text, read_paper
from safer_desktop.report.csv_table import csv_text
from safer_desktop.report.fields import Expanded, Fields
from safer_desktop.report.whole import replace_file
from safer_desktop.workbench.bench import Workbench

__all__ = [
    "CheckedPaper",
    "Defect",
    "KnownFigures",
    "as_csv",
    "as_text",
    "check_file",
    "check_paragraph",
    "check_pasted",
    "known_figures",
    "save_list",
]


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A paper's paragraphs and what was found in them, in the paper's order."""

    name: str
    paragraphs: tuple[TextParagraph, ...]
    defects: tuple[Defect, ...]

    def place(self, found: Defect) -> str:
        """Where a defect is, in words."""
        return self.paragraphs[found.paragraph].place

    @property
    def words(self) -> str:
        """How much was read and found, in one sentence."""
        count = len(self.defects)
        things = "nothing to remark" if not count else f"{count} remark{'s' if count > 1 else ''}"
        return f"{self.name}: {len(self.paragraphs)} paragraphs and table rows read, {things}."


def known_figures(bench: Workbench) -> KnownFigures:
    """What the pack says of its home area."""
    return KnownFigures.of(bench.catalogue, bench.figures(bench.catalogue.home))


def check_file(
    path: Path, bench: Workbench | None = None, progress: Progress | None = None
) -> CheckedPaper:
    """Read and check a paper; raises ReportError if it cannot be read, Cancelled when stopped."""
    progress = progress or Silent()
    progress.report(0.0, f"Reading {path.name}")
    return _checked(path.name, read_paper(path), bench, progress)


def check_pasted(
    text: str, bench: Workbench | None = None, progress: Progress | None = None
) -> CheckedPaper:
    """Check text that was pasted."""
    return _checked("Pasted text", from_text(text), bench, progress or Silent())


def check_paragraph(
    text: str, known: KnownFigures | None, fields: Fields | None = None
) -> tuple[Defect, ...]:
    """Check one paragraph as it is typed; its live figures are read as ``fields`` gives them."""
    printed = fields.expand(text) if fields else Expanded(text)
    found = []
    for it in check_text(printed.text, known):
        start, end = printed.typed_span(it.start, it.end)
        found.append(replace(it, start=start, end=end))
    found += [
        Defect(
            DefectKind.UNKNOWN_FIELD,
            DefectSeverity.ERROR,
            0,
            it.start,
            it.end,
            text[it.start : it.end],
            it.fault,
            "Choose the figure under 'Insert figure', or write the words without it.",
        )
        for it in printed.fields
        if it.fault
    ]
    return tuple(sorted(found, key=lambda it: it.start))


def _checked(
    name: str, paragraphs: tuple[TextParagraph, ...], bench: Workbench | None, progress: Progress
) -> CheckedPaper:
    known = known_figures(bench) if bench is not None else None
    return CheckedPaper(name, paragraphs, check(paragraphs, known, progress))


def as_text(paper: CheckedPaper, defects: Sequence[Defect] | None = None) -> str:
    """The list for a terminal, the clipboard or a text file."""
    lines = [paper.words]
    for it in paper.defects if defects is None else defects:
        lines += [
            "",
            f"{paper.place(it)}. {it.severity}: {it.kind}.",
            f"  \N{LEFT DOUBLE QUOTATION MARK}{it.excerpt}\N{RIGHT DOUBLE QUOTATION MARK}",
            f"  {it.arithmetic}",
            f"  {it.remedy}",
        ]
    return "\n".join(lines) + "\n"


def save_list(path: Path, words: str) -> None:
    """Write the list, whole or not at all; raises ReportError where that is not possible."""
    replace_file(path, words.encode("utf-8-sig"), "The list", "other programs")


def as_csv(paper: CheckedPaper, defects: Sequence[Defect] | None = None) -> str:
    """The list as a table with one header row; no cell begins like a formula."""
    headers = ("Place", "Weight", "Kind", "Words", "Arithmetic", "What to do")
    return csv_text(
        headers,
        (
            (paper.place(it), str(it.severity), str(it.kind), it.excerpt, it.arithmetic, it.remedy)
            for it in (paper.defects if defects is None else defects)
        ),
    )
