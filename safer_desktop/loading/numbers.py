"""Numbers as partners write them: ``19,567``, ``37%``, ``1,400 (e)``, ``-``, ``..``, ``[c]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from safer_desktop.domain.observations import Status
from safer_desktop.loading.cells import CellValue, is_percent_format

PLACEHOLDERS = frozenset(
    (
        "-",
        "--",
        "–",
        "—",
        ".",
        "..",
        "...",
        "…",
        "*",
        "**",
        "*^",
        ":",
        "~",
        "+",
        "/",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "x",
        "z",
        "c",
        "u",
        "[c]",
        "[x]",
        "[z]",
        "[u]",
        "[low]",
        "[w]",
        "(c)",
        "(x)",
        "tbc",
        "tba",
        "null",
        "suppressed",
        "not available",
        "not recorded",
        "no data",
        "not applicable",
        "n / a",
    )
)
"""What stands for "no number here", in lower case; it never means zero."""

_NUMBER = re.compile(
    r"(?P<about>c\.|ca\.?|circa|approx(?:\.|imately)?|around|about|~|est\.?)?\s*"
    r"(?P<sign>[-+−–])?\s*(?P<digits>\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*"
    r"(?P<percent>%)?\s*(?P<mark>[*^†‡#]+|\(?[pre]\)?|\[[a-z]{1,8}\s?\d*\]|\(\d{1,2}\))?",
    re.IGNORECASE,
)
_MARK_IN_FORMAT = re.compile(r'"\s*[(\[]?([pre])[)\]]?\s*"', re.IGNORECASE)
_MARKS = {"p": Status.PROVISIONAL, "r": Status.REVISED, "e": Status.ESTIMATE}


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a cell.

    ``percent`` tells that a percent sign stood beside it; ``value`` is then what is shown before
    the sign (37 for ``37%``, also where the file stores 0.37). ``as_text`` tells that it was
    stored as text.
    """

    value: float
    percent: bool = False
    as_text: bool = False
    status: Status = Status.FINAL


def read_number(value: CellValue, number_format: str = "") -> Number | None:
    """The number in a cell; ``None`` if its content is none.

    A mark beside it (``1,204 (p)``, ``98r``, or shown by the number format) tells its status.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        mark = _MARK_IN_FORMAT.search(number_format)
        status = _MARKS[mark[1].casefold()] if mark else Status.FINAL
        if is_percent_format(number_format):
            return Number(round(float(value) * 100, 10), percent=True, status=status)
        return Number(float(value), status=status)
    return _from_text(value) if isinstance(value, str) else None


def is_placeholder(text: str) -> bool:
    """Whether this stands for a missing number."""
    return text.strip().casefold() in PLACEHOLDERS


def _from_text(text: str) -> Number | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    value = float(re.sub(r"[, \u00a0]", "", match["digits"]))
    mark = (match["mark"] or "").strip("()[]").casefold()
    status = _MARKS.get(mark, Status.ESTIMATE if match["about"] else Status.FINAL)
    negative = match["sign"] not in (None, "+")
    return Number(-value if negative else value, bool(match["percent"]), True, status)
