"""Scoring the risk/harm matrix: probability by volume band x harm score, ranked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.indicators import Unit
from safer_desktop.risk.checks import check_scheme, check_types
from safer_desktop.risk.scheme import IncidentType, MatrixRow, Scheme

TYPED_IN = "Typed in by hand"


def score(
    types: Sequence[IncidentType], scheme: Scheme, counts: Mapping[str, Quantity | Reason]
) -> tuple[MatrixRow, ...]:
    """The rows of the matrix, highest risk first, rows that cannot be ranked last.

    ``counts`` holds the count of each type that takes it from the data, by the type's code.
    Shares are percent of the sum of all counts in the matrix; a type without a count has no
    share, and its ``count_words`` say why. Equal scores share a rank and keep the order of
    ``types``. Raises :class:`SchemeError` if the scheme or a score contradicts itself.
    """
    check_scheme(scheme)
    check_types(types, scheme)
    rows = [_counted(item, counts) for item in types]
    total = sum(row.count for row in rows if row.count is not None)
    scored = [_scored(row, total, scheme) for row in rows]
    risks = [row.risk for row in scored if row.risk is not None]
    ranked = (replace(row, rank=_rank(row.risk, risks)) for row in scored)
    return tuple(sorted(ranked, key=lambda row: math.inf if row.rank is None else row.rank))


def probability_of(share: float, scheme: Scheme) -> int:
    """The probability score of a share in percent of all incidents."""
    # Mends binary dust, so that a share that stands just on a band's edge belongs to the band.
    mended = round(share, 9)
    return [band.score for band in scheme.bands if band.from_share <= mended][-1]


def class_of(risk: float, scheme: Scheme) -> str:
    """The name of the class that a risk score falls into."""
    return [it.name for it in scheme.classes if it.from_score <= risk][-1]


def _counted(item: IncidentType, counts: Mapping[str, Quantity | Reason]) -> MatrixRow:
    count, words, sources = _count(item, counts)
    if count is not None and not (math.isfinite(count) and count >= 0):
        count, words = None, f"No count: {count:g} is no number of incidents"
    if count is None:
        words = f"{words.rstrip('.')}; not part of the shares"
    return MatrixRow(
        type=item,
        count=count,
        count_words=words,
        sources=sources,
        share=None,
        probability=None,
        probability_by_hand=False,
        harm=item.harm,
        risk=None,
        risk_class="",
        rank=None,
    )


def _count(
    item: IncidentType, counts: Mapping[str, Quantity | Reason]
) -> tuple[float | None, str, tuple[int, ...]]:
    if not item.indicator:
        return item.count, TYPED_IN if item.count is not None else "No count was typed in", ()
    found = counts.get(item.code)
    if found is None:
        return None, "No count: the data have none", ()
    if isinstance(found, Reason):
        return None, f"No count: {found.text}", ()
    count = found.value if found.unit is Unit.COUNT else found.count
    if count is None:
        return None, f"No count: the source gives only a {found.unit}", found.sources
    return count, f"{found.period.label}: {found.method}", found.sources


def _scored(row: MatrixRow, total: float, scheme: Scheme) -> MatrixRow:
    share = row.count / total * 100 if row.count is not None and total > 0 else None
    by_hand = row.type.probability is not None
    probability = row.type.probability
    if probability is None and share is not None:
        probability = probability_of(share, scheme)
    row = replace(row, share=share, probability=probability, probability_by_hand=by_hand)
    if probability is None or row.harm is None:
        return row
    risk = float(probability * row.harm)
    return replace(row, risk=risk, risk_class=class_of(risk, scheme))


def _rank(risk: float | None, risks: Sequence[float]) -> int | None:
    return None if risk is None else 1 + sum(other > risk for other in risks)
