"""How alike two headings, titles or notes are: the same, dated otherwise, reworded, or others."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

from safer_desktop.loading.areas import plain_name
from safer_desktop.loading.period_words import MONTH_NAME
from safer_desktop.loading.periods import Ambiguous, PeriodReading, read_period

_GLUED = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=[A-Z]{4})|(?<=[)\]]))\d{1,2}(?:\s?,\s?\d{1,2})*(?!\w)|[¹²³⁰-⁹]+|[*†‡]+$"
)
_GLUED_TO_DATE = re.compile(
    rf"(\b{MONTH_NAME}\b\s+['’]?)(?!(?:19|20)\d\d\b)((?:19|20)\d\d|\d\d)\d{{1,2}}(?:,\d{{1,2}})*\b",
    re.IGNORECASE,
)
_DATES = re.compile(
    rf"\b{MONTH_NAME}\b(?:\s['’]?\d\d\b)?|\b(?:19|20)\d\d\b|(?<!\w)['’]\d\d\b", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED_NOTE = re.compile(r"\s\d{1,2}(?:\s\d{1,2})*$")
_PERIOD_WORDS = frozenset(
    (
        *("annual", "calendar", "ending", "end", "financial", "full", "fy", "half", "mid", "month"),
        *("months", "period", "q", "qtr", "quarter", "rolling", "to", "total", "year", "ye"),
    )
)
_SMALL = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or"),
        *("the", "these", "this", "to", "was", "were"),
    )
)
_TELLING = frozenset(
    (
        *("with", "without", "not", "non", "no", "excluding", "including", "except", "only"),
        *("per", "rate", "rates", "percent", "percentage", "number", "numbers", "count", "counts"),
        *("change", "difference", "average", "mean", "median", "%", "£", "first", "repeat"),
    )
)
_NEAR_WORD = 0.8
_SHARED = 0.5


class Wording(IntEnum):
    """How alike two texts are, the least alike first."""

    OTHER = 0
    """They have little in common."""
    MEASURE = 1
    """They differ in a word that says what is measured: with/without, number/rate."""
    REWORDED = 2
    """Most words are shared; what is meant may be the same."""
    NUMBERED = 3
    """They differ in a number that may be a footnote's or may tell two things apart."""
    NEAR = 4
    """The same but for spelling and small words."""
    DATED = 5
    """The same but for a date."""
    NOTED = 6
    """The same but for footnote marks, case, spaces and signs."""
    SAME = 7
    """Letter for letter the same, spaces aside."""


@lru_cache(maxsize=16384)
def compared(one: str, other: str) -> Wording:
    """How alike two texts are."""
    if " ".join(one.split()) == " ".join(other.split()):
        return Wording.SAME
    bare, bare_other = bare_text(one), bare_text(other)
    if bare == bare_other:
        return Wording.NOTED
    if masked_dates(bare) == masked_dates(bare_other):
        return Wording.DATED
    if _NUMBERS.sub("~", bare) == _NUMBERS.sub("~", bare_other):
        return Wording.NUMBERED
    if _SPACED_NOTE.sub("", bare) == _SPACED_NOTE.sub("", bare_other):
        marked = _GLUED.search(one) or _GLUED.search(other)
        return Wording.NOTED if marked else Wording.NUMBERED
    return _by_words(masked_dates(bare), masked_dates(bare_other))


def bare_text(text: str) -> str:
    """Without glued footnote digits, case, signs and double spaces; ``&`` is ``and``."""
    text = _GLUED_TO_DATE.sub(r"\1\2", " ".join(text.split()))
    text = _GLUED.sub(" ", text).casefold().replace("&", " and ").replace("’", "'")
    return " ".join(re.sub(r"[^a-z0-9%£'~.+-]+", " ", text).split()).strip(" -.")


def masked(text: str) -> str:
    """What stays of a title or note when its dates and numbers change."""
    return " ".join(_NUMBERS.sub("~", masked_dates(bare_text(text))).split())


def masked_dates(text: str) -> str:
    """Years and months as ``~``; several in a row as one."""
    return re.sub(r"~(?:[\s'-]*~)+", "~", _DATES.sub("~", text))


@lru_cache(maxsize=16384)
def token(text: str) -> str:
    """What a label cell is recognised by: its period's kind, or its words without dates."""
    words = masked(text)
    reading = read_period(text) if _names_only_a_period(words) else None
    if isinstance(reading, PeriodReading):
        return f"~{reading.period.kind}"
    if isinstance(reading, Ambiguous):
        return "~year"
    return words or plain_name(text)


def _names_only_a_period(words: str) -> bool:
    return all(word in _PERIOD_WORDS for word in re.findall("[a-z]+", words))


def _by_words(one: str, other: str) -> Wording:
    words, others = one.split(), other.split()
    lacking, added = _lone(words, others), _lone(others, words)
    if (set(lacking) | set(added)) & _TELLING or _is_negated(lacking, added):
        return Wording.MEASURE if len(lacking) < len(words) else Wording.OTHER
    if _pairs_off(lacking, added):
        return Wording.NEAR
    shared = 1 - (len(lacking) + len(added)) / max(len(words) + len(others), 1)
    return Wording.REWORDED if shared >= _SHARED else Wording.OTHER


def _lone(words: list[str], others: list[str]) -> list[str]:
    rest = list(others)
    lone = []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            lone.append(word)
    return lone


def _is_negated(lacking: list[str], added: list[str]) -> bool:
    """Whether a word turned into its opposite: ``residential`` and ``non-residential``."""
    return any(
        one in (f"non-{two}", f"un{two}", f"non{two}")
        for one, two in ((a, b) for a in (*lacking, *added) for b in (*lacking, *added))
    )


def _pairs_off(lacking: list[str], added: list[str]) -> bool:
    """Whether the words without a twin are small ones, or the same but for spelling."""
    rest = [word for word in added if word not in _SMALL]
    for word in lacking:
        if word in _SMALL:
            continue
        near = max(rest, key=lambda other: _alike(word, other), default=None)
        if near is None or _alike(word, near) < _NEAR_WORD:
            return False
        rest.remove(near)
    return not rest


def _alike(one: str, other: str) -> float:
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return 0.0
    return SequenceMatcher(None, one, other).ratio()
