"""The way in: :func:`check` lists the defects of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import Cancelled
from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.report.claims.across import check_across
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.reading import ReadParagraph, read
from safer_desktop.report.claims.tables import check_tables, check_text_against_tables
from safer_desktop.report.claims.tokens import Token, TokenKind
from safer_desktop.report.claims.within import check_paragraph

if TYPE_CHECKING:
    from safer_desktop.report.claims.known import KnownFigures

_MOST_CHARACTERS = 20_000


def check(
    paragraphs: Sequence[TextParagraph],
    known: KnownFigures | None = None,
    progress: Progress | None = None,
) -> tuple[Defect, ...]:
    """The defects of a paper, in its order; ``known`` adds what a pack says of the same things.

    Raises Cancelled at the user's wish. Only the first 20,000 characters of a paragraph are read.
    """
    progress = progress or Silent()
    readings: list[ReadParagraph] = []
    found: list[Defect] = []
    for at, paragraph in enumerate(paragraphs):
        if progress.cancelled():
            raise Cancelled
        progress.report(0.9 * at / len(paragraphs), paragraph.place)
        read_one = read(paragraph.text[:_MOST_CHARACTERS])
        readings.append(read_one)
        if paragraph.is_heading:
            continue
        if not paragraph.table:
            found.extend(check_paragraph(at, read_one))
        if known is not None:
            found.extend(known.check(at, paragraph, read_one))
    found.extend(check_across(paragraphs, readings))
    found.extend(check_tables(paragraphs))
    found.extend(check_text_against_tables(paragraphs, tuple(_told(paragraphs, readings))))
    return tuple(sorted(_once(found), key=lambda it: (it.paragraph, it.start)))


def check_text(text: str, known: KnownFigures | None = None) -> tuple[Defect, ...]:
    """The defects of one paragraph by itself, as it is typed."""
    return check((TextParagraph(text),), known) if text.strip() else ()


def _told(
    source: Sequence[TextParagraph], readings: Sequence[ReadParagraph]
) -> Iterator[tuple[int, frozenset[str], tuple[Token, ...]]]:
    for at, paragraph in enumerate(readings):
        if source[at].table or source[at].is_heading:
            continue
        for clause in paragraph.clauses:
            figures = [it for pair in clause.pairs for it in (pair.before, pair.after)]
            figures += [it.token for it in clause.stated if it.token.kind is not TokenKind.NUMBER]
            if clause.topic and figures and not clause.hedged:
                yield at, clause.topic, tuple(figures)


def _once(found: Sequence[Defect]) -> Iterator[Defect]:
    """One defect for the same words, the gravest; what the pack says of them stays beside it."""
    order = list(DefectSeverity)
    taken: set[tuple[int, int, int, bool]] = set()
    for it in sorted(found, key=lambda defect: order.index(defect.severity)):
        place = it.paragraph, it.start, it.end, it.kind is DefectKind.NOT_CARRIED
        if place not in taken:
            taken.add(place)
            yield it
