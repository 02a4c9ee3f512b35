"""Reads a paper's paragraphs out of a Word or text file, or out of pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from safer_desktop.domain.errors import ReportError
from safer_desktop.report.claims.nouns import TextParagraph

WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
TEXT_ENDINGS = (".txt", ".md", ".text")
_MOST_BYTES = 20_000_000
_MOST_PARAGRAPHS = 20_000
_NUMBERED = re.compile(
    r"^\s*(?P<n>\d{1,3}(?:\.\d{1,3})*)[.)]?(?:\t|"
    r" {1,8})(?=[^\W\d_(\N{LEFT DOUBLE QUOTATION MARK}])(?P<t>.*)$"
)
_LETTERED = re.compile(r"^\s*\((?P<n>[a-z]{1,3})\)\s+(?P<t>.*)$")
_SENTENCE_OVER = re.compile(
    r"[.!?:;]['\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})]*$"
)
_LONGEST_HEADING = 90


def read_paper(path: Path) -> tuple[TextParagraph, ...]:
    """The paragraphs of a paper; raises ReportError for a file that cannot be read."""
    ending = path.suffix.casefold()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ReportError(
                f"'{path.name}' is too large for a paper ({path.stat().st_size // 1_000_000} MB).",
                remedy="Take out its pictures, or copy its text and paste it.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReportError(
            f"'{path.name}' cannot be read: {error.strerror or error}.",
            remedy="Close it in other programs and try again.",
        ) from error
    if ending in WORD_ENDINGS or data[:2] == b"PK":
        from safer_desktop.report.claims.word_file import read_word

        return read_word(data, path.name)
    if ending in TEXT_ENDINGS:
        return from_text(_decoded(data))
    raise ReportError(
        f"'{path.name}' is neither a Word document nor a text file.",
        remedy="Save it as .docx in Word, or copy its text and paste it. PDF files cannot be read.",
    )


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def from_text(text: str) -> tuple[TextParagraph, ...]:
    """Paragraphs of plain text: numbered ones by their typed numbers, others by blank lines.

    Lines broken within a sentence are joined, even over a blank line, as text copied from a PDF
    needs it. A short line without an end to its sentence is a heading. Lines with tabs are a table.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").split("\n")
    return with_headings(_blocks(lines))


def with_headings(paragraphs: Iterable[TextParagraph]) -> tuple[TextParagraph, ...]:
    """The same paragraphs, each told the heading it stands under."""
    heading = ""
    found: list[TextParagraph] = []
    for it in paragraphs:
        if it.is_heading:
            heading = it.text
        found.append(
            TextParagraph(it.text, it.number, heading, it.is_heading, it.table, it.row, it.cells)
        )
        if len(found) >= _MOST_PARAGRAPHS:
            break
    return tuple(found)


def _blocks(lines: list[str]) -> Iterator[TextParagraph]:
    number, kept, gap, last = "", "", False, 0
    table, row = 0, 0

    def done() -> Iterator[TextParagraph]:
        words = " ".join(kept.split())
        if words:
            heading = not number and len(words) <= _LONGEST_HEADING and _looks_like_heading(words)
            yield TextParagraph(words, number, is_heading=heading)

    for line in lines:
        cells = tuple(it.strip() for it in line.split("\t"))
        if len(cells) > 2 and sum(map(bool, cells)) > 1:
            yield from done()
            number, kept, gap = "", "", False
            table, row = (table, row + 1) if row else (table + 1, 1)
            yield TextParagraph(" | ".join(cells), table=table, row=row, cells=cells)
            continue
        if not line.strip():
            gap = True
            continue
        row = 0
        numbered, lettered = _NUMBERED.match(line), _LETTERED.match(line)
        if numbered and _follows(numbered["n"], last):
            yield from done()
            number, kept = numbered["n"], numbered["t"]
            last = int(number.split(".")[0])
        elif lettered:
            yield from done()
            number, kept = f"{last or ''} ({lettered['n']})".strip(), lettered["t"]
        elif (
            (
                gap
                and (
                    _SENTENCE_OVER.search(kept.strip())
                    or not kept
                    or _new_block(kept, line, number)
                )
            )
            or (
                not gap
                and kept
                and not number
                and _looks_like_heading(kept.strip())
                and line[:1].isupper()
                and len(kept) < 60
            )
            or (
                _SENTENCE_OVER.search(kept.strip())
                and line[:1] == " "
                and _looks_like_heading(line.strip())
            )
        ):
            yield from done()
            number, kept = "", line
        else:
            kept = f"{kept} {line}"
        gap = False
    yield from done()


def _follows(number: str, last: int) -> bool:
    first = int(number.split(".")[0])
    return last <= first <= last + 2 if "." in number else last < first <= last + 3


def _new_block(kept: str, line: str, number: str) -> bool:
    """Whether a line behind a gap begins something new though no sentence was ended before."""
    if number:
        return False
    return _looks_like_heading(kept.strip()) or line[:1].isupper()


def _looks_like_heading(words: str) -> bool:
    return (
        words[:1].isupper()
        and len(words) <= _LONGEST_HEADING
        and not _SENTENCE_OVER.search(words)
        and not re.search(r"\b(?:was|were|is|are|has|have|rose|fell)\b", words)
    )
