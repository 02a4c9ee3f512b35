"""The columns of the risk/harm matrix: what each shows, and what may be written into it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from enum import IntEnum

from safer_desktop.domain.display import number, share_text
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Json
from safer_desktop.risk.scheme import MatrixRow, Scheme


class Column(IntEnum):
    """The columns, from left to right."""

    RANK = 0
    TYPE = 1
    COUNT = 2
    SHARE = 3
    PROBABILITY = 4
    HARM = 5
    RISK = 6
    CLASS = 7
    CONFIDENCE = 8
    NOTE = 9
    SCORED_BY = 10


HEADERS = {
    Column.RANK: "#",
    Column.TYPE: "Incident type",
    Column.COUNT: "Count",
    Column.SHARE: "Share",
    Column.PROBABILITY: "Probability",
    Column.HARM: "Harm",
    Column.RISK: "Risk score",
    Column.CLASS: "Class",
    Column.CONFIDENCE: "Confidence",
    Column.NOTE: "Note",
    Column.SCORED_BY: "Scored by",
}

FIELDS = {
    Column.TYPE: "name",
    Column.COUNT: "count",
    Column.PROBABILITY: "probability",
    Column.HARM: "harm",
    Column.CONFIDENCE: "confidence",
    Column.NOTE: "note",
    Column.SCORED_BY: "scored_by",
}
"""The field of :class:`IncidentType` that a column writes; the others are worked out."""

BY_HAND = " by hand"
"""Stands behind a probability score that a person has set."""

_NOUNS = {
    Column.TYPE: "name",
    Column.COUNT: "count",
    Column.PROBABILITY: "probability score",
    Column.HARM: "harm score",
    Column.CONFIDENCE: "confidence",
    Column.NOTE: "note",
    Column.SCORED_BY: "'scored by'",
}

NUMERIC = frozenset(
    {Column.RANK, Column.COUNT, Column.SHARE, Column.PROBABILITY, Column.HARM, Column.RISK}
)


class CellError(SaferError):
    """What was written into a cell cannot stand there."""


def is_editable(row: MatrixRow, column: Column) -> bool:
    """Whether a person may write there; a count that comes from the data is not theirs."""
    return column in FIELDS and not (column is Column.COUNT and row.type.indicator)


def edit_title(row: MatrixRow, column: Column) -> str:
    """What an edit of the cell is called in the undo list and the audit trail."""
    return f"{_NOUNS[column]} of {row.type.name}"


def shown(row: MatrixRow, column: Column) -> str:
    """The cell's text."""
    match column:
        case Column.RANK:
            return _text(row.rank)
        case Column.SHARE:
            return "" if row.share is None else share_text(row.share)
        case Column.COUNT:
            return _text(row.count)
        case Column.PROBABILITY:
            by_hand = BY_HAND if row.probability_by_hand else ""
            return f"{_text(row.probability)}{by_hand}"
        case Column.RISK:
            return _text(row.risk)
        case Column.CLASS:
            return row.risk_class or "Not scored"
        case _:
            return written(row, column)


def written(row: MatrixRow, column: Column) -> str:
    """The text that an editor starts with: what the user has written, not what was worked out."""
    value = getattr(row.type, FIELDS[column]) if column in FIELDS else None
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def parsed(
    text: str, row: MatrixRow, column: Column, scheme: Scheme, names: Collection[str]
) -> Json:
    """What the text means in this cell; ``names`` are the other types' names.

    Raises :class:`CellError` in plain words.
    """
    text = " ".join(text.split())
    match column:
        case Column.TYPE:
            return parsed_name(text, names)
        case Column.HARM:
            return _whole(text, "harm score", scheme.harm_min, scheme.harm_max)
        case Column.PROBABILITY:
            scores = [band.score for band in scheme.bands]
            return _whole(text, "probability score", min(scores), max(scores))
        case Column.COUNT:
            return _count(text, row)
        case Column.CONFIDENCE:
            return _confidence(text, scheme)
        case _:
            return text


def _text(value: float | None) -> str:
    return "" if value is None else number(value)


def parsed_name(text: str, names: Collection[str]) -> str:
    """A name that no other type has; raises :class:`CellError`."""
    text = " ".join(text.split())
    if not text:
        raise CellError("An incident type needs a name.", remedy="Type a name, or press Escape.")
    if text.casefold() in {name.casefold() for name in names}:
        raise CellError(
            f"There is already an incident type named {text}.", remedy="Choose another name."
        )
    return text


def _whole(text: str, noun: str, lowest: int, highest: int) -> int | None:
    if not text:
        return None
    # A choice from the list is "16", or "16: Serious harm ..."; a copied cell "17 by hand".
    found = re.fullmatch(rf"([+-]?\d+)(?::.*|{BY_HAND})?", text)
    value = int(found[1]) if found else None
    if value is None or not lowest <= value <= highest:
        raise CellError(
            f"'{text}' is no {noun} of the scheme.",
            remedy=f"Type a whole number from {lowest} to {highest}, or leave the cell empty.",
        )
    return value


def _count(text: str, row: MatrixRow) -> float | None:
    if row.type.indicator:
        raise CellError(
            f"The count of {row.type.name} comes from the data.",
            remedy="To type it in, take its series away first: Change, above the table.",
        )
    if not text:
        return None
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0 and value == int(value)):
        raise CellError(
            f"'{text}' is no count.", remedy="Type a whole number of 0 or more, or nothing."
        )
    return value


def _confidence(text: str, scheme: Scheme) -> str:
    for name in ("", *scheme.confidences):
        if text.casefold() == name.casefold():
            return name
    raise CellError(
        f"'{text}' is no grade of confidence of the scheme.",
        remedy=f"Choose one of: {', '.join(scheme.confidences)}.",
    )
