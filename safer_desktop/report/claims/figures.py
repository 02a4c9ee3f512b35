"""What the checks share: figures as printed, changes as far as rounding lets them be told."""

from __future__ import annotations

import re

from safer_desktop.domain.display import number
from safer_desktop.report.claims.nouns import Defect, DefectKind, DefectSeverity
from safer_desktop.report.claims.tokens import Token, TokenKind


def defect(
    at: int,
    text: str,
    span: tuple[int, int],
    kind: DefectKind,
    severity: DefectSeverity,
    arithmetic: str,
    remedy: str,
) -> Defect:
    """A defect with its excerpt cut out of the paragraph."""
    return Defect(kind, severity, at, *span, text[slice(*span)].strip(), arithmetic, remedy)


def shown(token: Token) -> str:
    """A figure as it is printed, without what it is per."""
    mark = "%" if token.kind in (TokenKind.PERCENT, TokenKind.POINTS) else ""
    printed = token.text
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", printed)
    places = len(digits[1]) if digits and digits[1] else 0
    return f"{number(token.value, places)}{mark}"


def possible_change(before: Token, after: Token) -> tuple[float, float, float]:
    """Percent change as it can lie given the rounding of both, and what the printed ones give."""
    low_base, high_base = before.value - before.half, before.value + before.half
    if low_base <= 0:
        return float("-inf"), float("inf"), 0.0
    low = 100 * ((after.value - after.half) / high_base - 1)
    high = 100 * ((after.value + after.half) / low_base - 1)
    return low, high, 100 * (after.value / before.value - 1)


def fits_change(stated: Token, before: Token, after: Token) -> bool:
    """Whether a printed percentage can be the change from one to the other (sign aside)."""
    low, high, _ = possible_change(before, after)
    value = abs(stated.value)
    half = stated.half + 1e-9 + (1.0 if stated.rough else 0)
    spans = [(low, high)] if low >= 0 else [(-high, -low)] if high <= 0 else [(0, max(-low, high))]
    return any(value + half >= a and value - half <= b for a, b in spans)
