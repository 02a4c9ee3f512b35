"""How far the score follows volume, and how far harm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from safer_desktop.domain.display import number
from safer_desktop.risk.scheme import MatrixRow

FEWEST_ROWS = 3
ALIKE = 0.05
"""Correlations closer than this are not told apart in words."""


@dataclass(frozen=True, slots=True)
class VolumeBias:
    """Spearman's rank correlations of the risk score, -1 to 1, over ``rows`` incident types.

    None where all values are equal, so that there is no order to follow.
    """

    with_count: float | None
    with_harm: float | None
    rows: int
    words: str


def volume_bias(rows: Sequence[MatrixRow]) -> VolumeBias | None:
    """Correlations over the ranked rows that have a count; None below three such rows."""
    numbers = [
        (row.risk, row.count, float(row.harm))
        for row in rows
        if row.risk is not None and row.count is not None and row.harm is not None
    ]
    if len(numbers) < FEWEST_ROWS:
        return None
    risks, counts, harms = zip(*numbers, strict=True)
    with_count, with_harm = spearman(risks, counts), spearman(risks, harms)
    words = _words(with_count, with_harm, len(numbers))
    return VolumeBias(with_count, with_harm, len(numbers), words)


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Spearman's rank correlation, ties by average ranks; None if either is constant."""
    a, b = average_ranks(first), average_ranks(second)
    mean = (len(a) + 1) / 2
    together = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread = sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)
    return together / math.sqrt(spread) if spread else None


def average_ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1 = lowest; equal values share the mean of their places."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2
        for value in values
    ]


def _words(with_count: float | None, with_harm: float | None, rows: int) -> str:
    if with_count is None or with_harm is None:
        return (
            "Whether the score follows volume or harm cannot be said: the risk scores, counts or "
            f"harm scores of the {rows} incident types are all equal."
        )
    evidence = (
        f"rank correlation with count {number(with_count, 2)}, with harm "
        f"{number(with_harm, 2)}, over {rows} incident types."
    )
    if abs(with_count - with_harm) < ALIKE:
        return f"The score follows volume and harm alike: {evidence}"
    if with_count > with_harm:
        return f"The score follows volume more than harm: {evidence}"
    return f"The score follows harm more than volume: {evidence}"
