"""What a sheet itself says of the marks that stand in place of numbers: ``'-' indicates nil``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from safer_desktop.loading.cells import Sheet

_LONGEST_NOTE = 400
_LONGEST_MEANING = 90
_VERB = (
    r"(?:indicates?|denotes?|means?|signif(?:y|ies)|represents?|stands? for|refers? to|shows?"
    r"|is used|=)"
)
_ZERO = re.compile(r"\b(?:nil|zero|none|no (?:offences|incidents|cases|events))\b", re.IGNORECASE)
_NOT_ZERO = re.compile(
    r"\b(?:less than|fewer|below|rounds?|rounded|or (?:negligible|less)|suppress\w*|not |unless)",
    re.IGNORECASE,
)


def meanings(sheet: Sheet, marks: Iterable[str], outside: range) -> dict[str, str]:
    """What texts outside these rows say of each mark, for the marks that they speak of."""
    notes = [
        text
        for row in range(sheet.height)
        if row not in outside
        for value in sheet.rows[row]
        if isinstance(value, str) and 5 < len(text := " ".join(value.split())) <= _LONGEST_NOTE
    ]
    found: dict[str, str] = {}
    for mark in marks:
        meaning = next((said for note in notes if (said := _said_of(mark, note))), "")
        if meaning:
            found[mark] = meaning
    return found


def means_zero(meaning: str) -> bool:
    """Whether the key says that the mark stands for the number nought, without reserve."""
    return _ZERO.search(meaning) is not None and _NOT_ZERO.search(meaning) is None


def _said_of(mark: str, note: str) -> str:
    plain = re.escape(mark)
    quoted = rf"['‘’\"“”]\s?{plain}\s?['‘’\"“”]"
    for pattern in (
        rf"(?:{quoted}|(?:^|\s){plain})\s*{_VERB}\s*(?:that |of )?(?P<what>.+)",
        rf"^(?:note:? )?(?:{quoted}|{plain})\s*[-–:]?\s+(?P<what>[A-Za-z].+)",
    ):
        match = re.search(pattern, note, re.IGNORECASE)
        if match:
            return _first_sentence(match["what"])
    return ""


def _first_sentence(text: str) -> str:
    sentence = re.split(r"(?<=[a-z\d)])[.;](?:\s|$)", text.strip(), maxsplit=1)[0].strip(" .")
    return sentence if len(sentence) <= _LONGEST_MEANING else f"{sentence[:_LONGEST_MEANING]}…"
