"""Checks of a paper's tables: totals, and a row's change against its own two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safer_desktop.domain.display import number
from safer_desktop.report.claims.figures import defect, fits_change, possible_change, shown
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.reading import same_topic, topic_of
from safer_desktop.report.claims.tokens import Token, TokenKind, tokens

_TOTAL = re.compile(r"^\s*(?:grand |overall )?(?:total|all|sum)\b(?! recorded)", re.IGNORECASE)
_AFTER = re.compile(r"^(?:latest|current|this year)(?! period)|^rolling 12", re.IGNORECASE)
_BEFORE = re.compile(r"year before|^previous|^last year|^prior|^previous 12", re.IGNORECASE)
_CHANGE = re.compile(r"change|difference|^\W*%", re.IGNORECASE)
_DIRECTION = re.compile(r"direction|travel|trend", re.IGNORECASE)
_RISING = re.compile(
    r"\bris(?:ing|en)|\bup\b|increas|\N{BLACK UP-POINTING TRIANGLE}", re.IGNORECASE
)
_FALLING = re.compile(
    r"\bfall(?:ing|en)|\bdown\b|decreas|reduc|\N{BLACK DOWN-POINTING TRIANGLE}", re.IGNORECASE
)


def check_tables(source: Sequence[TextParagraph]) -> Iterator[Defect]:
    """All defects of all tables."""
    tables: dict[int, list[int]] = {}
    for at, paragraph in enumerate(source):
        if paragraph.table:
            tables.setdefault(paragraph.table, []).append(at)
    for rows in tables.values():
        if len(rows) > 1:
            yield from _totals(source, rows)
            yield from _rows(source, rows)


def _value(cell: str) -> Token | None:
    """The one figure of a cell, or None."""
    found = [it for it in tokens(cell) if it.kind is not TokenKind.PERIOD]
    return found[0] if len(found) == 1 else None


def _totals(source: Sequence[TextParagraph], rows: list[int]) -> Iterator[Defect]:
    totals = [at for at in rows if source[at].cells and _TOTAL.match(source[at].cells[0])]
    if len(totals) != 1:
        return
    total_at = totals[0]
    place = rows.index(total_at)
    parts = [at for at in (rows[1:place] if place > 1 else rows[2:]) if at != total_at]
    if len(parts) < 2:
        return
    for column in range(1, len(source[total_at].cells)):
        total = _value(source[total_at].cells[column])
        header = source[rows[0]].cells[column] if column < len(source[rows[0]].cells) else ""
        if (
            total is None
            or not total.is_count
            or re.search(r"rank|score|average|rate|per ", header, re.IGNORECASE)
        ):
            continue
        values = [
            _value(source[at].cells[column]) if column < len(source[at].cells) else None
            for at in parts
        ]
        if not all(it is not None and it.is_count for it in values):
            continue
        found = sum(it.value for it in values if it is not None)
        if found != total.value:
            terms = " + ".join(number(it.value) for it in values if it is not None)
            yield _at_cell(
                source,
                total_at,
                column,
                DefectKind.SUM,
                DefectSeverity.ERROR,
                f"{terms} = {number(found)}, not {number(total.value)}.",
                "Correct the total or its parts.",
            )


def _columns(header: TextParagraph) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, words in enumerate(header.cells):
        for name, pattern in (
            ("direction", _DIRECTION),
            ("change", _CHANGE),
            ("before", _BEFORE),
            ("after", _AFTER),
        ):
            if pattern.search(words) and name not in found:
                found[name] = column
                break
    return found


def _rows(source: Sequence[TextParagraph], rows: list[int]) -> Iterator[Defect]:
    columns = _columns(source[rows[0]])
    for at in rows[1:]:
        cells = source[at].cells
        if len(cells) != len(source[rows[0]].cells):
            continue
        cell = {name: cells[column] for name, column in columns.items()}
        before = _value(cell.get("before", ""))
        after = _value(cell.get("after", ""))
        change = _value(cell.get("change", ""))
        if before and after and change and before.value > 0:
            yield from _change(source, at, columns["change"], before, after, change)
        if change and change.signed and change.value and "direction" in cell:
            rising, falling = (bool(it.search(cell["direction"])) for it in (_RISING, _FALLING))
            if rising != falling and rising != (change.value > 0):
                yield _at_cell(
                    source,
                    at,
                    columns["direction"],
                    DefectKind.SIGN,
                    DefectSeverity.ERROR,
                    f"The change is {change.text}; the words say '{cell['direction'].strip()}'.",
                    "Turn the word, or correct the change.",
                )


def _change(
    source: Sequence[TextParagraph],
    at: int,
    column: int,
    before: Token,
    after: Token,
    change: Token,
) -> Iterator[Defect]:
    gap = after.value - before.value
    half = before.half + after.half + change.half + 1e-9
    if change.kind is TokenKind.PERCENT and before.kind is TokenKind.NUMBER:
        right = fits_change(change, before, after)
        told = f"{number(possible_change(before, after)[2], 1, signed=True)}%"
    elif change.kind is TokenKind.PERCENT:
        return
    else:
        right = abs(gap - change.value) <= half
        told = number(gap, 0 if before.is_count else 2, signed=True)
    wrong_sign = change.signed and change.value * gap < 0
    if not right or wrong_sign:
        yield _at_cell(
            source,
            at,
            column,
            DefectKind.PERCENT if change.kind is TokenKind.PERCENT else DefectKind.DIFFERENCE,
            DefectSeverity.ERROR,
            f"From {shown(before)} to {shown(after)} is {told}, not {change.text}.",
            "Correct the change, or the figures beside it.",
        )


def check_text_against_tables(
    source: Sequence[TextParagraph], told: Sequence[tuple[int, frozenset[str], tuple[Token, ...]]]
) -> Iterator[Defect]:
    """Figures of a sentence that stand nowhere in the row of the same name.

    ``told`` are the place, the topic and the figures (rates, percentages and before/after counts)
    of each sentence that names one thing.
    """
    rows = [
        (at, topics, [t for cell in p.cells for t in tokens(cell)])
        for at, p in enumerate(source)
        if p.table and len(p.cells) > 4
        for topics in [[topic_of(re.sub(r"\([^)]*\)", "", it)) for it in p.cells[:2]]]
    ]
    for at, topic, figures in told:
        near = [it for it in rows if any(same_topic(topic, name) for name in it[1])]
        if len(near) != 1:
            continue
        _, _, printed = near[0]
        for figure in figures:
            alike = [
                it
                for it in printed
                if it.measure[0] is figure.measure[0] and bool(it.is_count) == bool(figure.is_count)
            ]
            if not alike or any(
                abs(abs(it.value) - abs(figure.value)) <= it.half + figure.half + 1e-9
                for it in alike
            ):
                continue
            close = min(alike, key=lambda it: abs(it.value - figure.value))
            if figure.value and abs(close.value - figure.value) / abs(figure.value) > 0.35:
                continue
            yield defect(
                at,
                source[at].text,
                (figure.start, figure.end),
                DefectKind.CONTRADICTION,
                DefectSeverity.ERROR,
                f"{shown(figure)} here; {source[near[0][0]].place} has {shown(close)}.",
                "Make text and table agree.",
            )


def _at_cell(
    source: Sequence[TextParagraph],
    at: int,
    column: int,
    kind: DefectKind,
    severity: DefectSeverity,
    arithmetic: str,
    remedy: str,
) -> Defect:
    cells = source[at].cells
    start = sum(len(it) + 3 for it in cells[:column])
    span = start, start + len(cells[column])
    return defect(at, source[at].text, span, kind, severity, arithmetic, remedy)
