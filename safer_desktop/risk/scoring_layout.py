"""What stands where on a partner's scoring sheet: written by it, and checked against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from safer_desktop.risk.agreement import pool
from safer_desktop.risk.firmness import number_words
from safer_desktop.risk.rounds import FEWEST_SHOWN, Partner, Round, signature
from safer_desktop.risk.scheme import Factor

SCORES, SCALE, ABOUT = "Scores", "Scale", "About this sheet"
HEADER_ROW = 4
"""Row of the headers on the sheet of scores, from 0; the first type stands below it."""

ROUND, PARTNER, SIGNATURE = "Round code", "Partner code", "Signature"
CONFIDENCE, COMMENT = "Confidence", "Comment"
LONGEST_COMMENT = 1000

Place = tuple[int, int]

_INSTRUCTION = (
    "Score each type on your own, in the white cells. Leave empty what you cannot judge. What the "
    f"scores mean stands on the sheet '{SCALE}'."
)


@dataclass(frozen=True, slots=True)
class Page:
    """One worksheet: its fixed texts by place (row and column from 0), and its open cells."""

    name: str
    fixed: Mapping[Place, str]
    open: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Layout:
    """A partner's workbook. ``score_at`` has the type and factor of each score cell, the others
    the type of each cell for confidence and comment (codes); ``confidences`` are offered."""

    title: str
    pages: tuple[Page, ...]
    score_at: Mapping[Place, tuple[str, Factor]]
    confidences: tuple[str, ...]
    confidence_at: Mapping[Place, str]
    comment_at: Mapping[Place, str]

    def page(self, name: str) -> Page:
        """The page of this name."""
        return next(page for page in self.pages if page.name == name)


def layout(round_: Round, partner: Partner, before: Round | None) -> Layout:
    """The sheet of one partner; ``before`` is the last round, told without names."""
    title = f"Scoring sheet: {partner.name}"
    first, many = HEADER_ROW + 1, len(round_.factors)
    rows = {kind.code: first + n for n, kind in enumerate(round_.types)}
    score_at = {
        (row, 1 + column): (kind, factor)
        for kind, row in rows.items()
        for column, factor in enumerate(round_.factors)
    }
    confidence_at = {(row, 1 + many): kind for kind, row in rows.items()}
    comment_at = {(row, 2 + many): kind for kind, row in rows.items()}
    fixed = {(0, 0): title, (1, 0): round_.title, (2, 0): _INSTRUCTION}
    headers = ["Incident type", *(_header(it) for it in round_.factors), CONFIDENCE, COMMENT]
    if before is not None:
        headers += _feedback_headers(round_, before)
    fixed.update({(HEADER_ROW, column): header for column, header in enumerate(headers)})
    for kind in round_.types:
        fixed[(rows[kind.code], 0)] = kind.name
        if before is not None:
            told = _feedback(round_, before, partner, kind.code)
            fixed.update({(rows[kind.code], 3 + many + n): it for n, it in enumerate(told)})
    scores = Page(SCORES, fixed, frozenset({*score_at, *confidence_at, *comment_at}))
    pages = (scores, _scale_page(round_), _about_page(round_, partner))
    return Layout(title, pages, score_at, round_.confidences, confidence_at, comment_at)


def _header(factor: Factor) -> str:
    return f"{factor.name} ({factor.lowest} to {factor.highest})"


def _feedback_headers(round_: Round, before: Round) -> list[str]:
    return [
        f"Round {before.number} {words}: {factor.name}"
        for factor in round_.factors
        for words in ("median", "middle half", "your score")
    ]


def _feedback(round_: Round, before: Round, partner: Partner, kind: str) -> Iterator[str]:
    for factor in round_.factors:
        scores = before.scores(kind, factor.code)
        pooled = pool(scores)
        if pooled is None or len(scores) < FEWEST_SHOWN:
            yield from ("too few scores", "too few scores")
        else:
            yield number_words(pooled.median)
            yield f"{number_words(pooled.low)} to {number_words(pooled.high)}"
        own = scores.get(partner.code)
        yield "none" if own is None else number_words(own)


def _scale_page(round_: Round) -> Page:
    fixed = {(0, 0): "Factor", (0, 1): "Score", (0, 2): "Meaning"}
    rows = [
        (factor.name, str(level.score), level.meaning)
        for factor in round_.factors
        for level in factor.levels
    ]
    for row, texts in enumerate(rows, start=1):
        fixed.update({(row, column): text for column, text in enumerate(texts)})
    return Page(SCALE, fixed)


def _about_page(round_: Round, partner: Partner) -> Page:
    rows = (
        ("What", "Value"),
        ("Scheme", round_.scheme_name),
        ("Scheme version", str(round_.version)),
        ("Round", str(round_.number)),
        ("Partner", partner.name),
        (ROUND, round_.code),
        (PARTNER, partner.code),
        (SIGNATURE, signature(round_, partner.code)),
    )
    return Page(
        ABOUT,
        {
            (row, column): text
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        },
    )
