"""Scoring the risk/harm matrix: how often, times how bad, ranked; and volume and harm apart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.indicators import Unit
from safer_desktop.risk.checks import check_scheme, check_types
from safer_desktop.risk.formulas import (
    class_of,
    log_likelihood,
    probability_of,
    risk_of,
    weighted_harm,
)
from safer_desktop.risk.scheme import Factor, IncidentType, MatrixRow, RowScore, Scheme

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
    total = math.fsum(row.count for row in rows if row.count is not None)
    scored = _with_orders([_scored(row, total, scheme) for row in rows])
    return tuple(sorted(scored, key=lambda row: math.inf if row.rank is None else row.rank))


def ranks(values: Sequence[float | None]) -> list[int | None]:
    """Ranks from 1 = highest; ties share a rank, None has none."""
    known = sorted((value for value in values if value is not None), reverse=True)
    places: dict[float, int] = {}
    for place, value in enumerate(known, 1):
        places.setdefault(value, place)
    return [None if value is None else places[value] for value in values]


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
        likelihood=None,
        likelihood_by_hand=False,
        harm=None,
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
    row = replace(row, share=share)
    row = replace(row, scores=tuple(_row_score(row, it, scheme) for it in scheme.factors))
    row = _weighed(row, scheme) if scheme.cardinal else _judged(row, scheme)
    if row.count is not None and row.harm is not None:
        row = replace(row, total_harm=row.count * row.harm)
    if row.likelihood is None or row.harm is None:
        return row
    risk = risk_of(row.likelihood, row.harm)
    return replace(row, risk=risk, risk_class=class_of(risk, scheme))


def _row_score(row: MatrixRow, factor: Factor, scheme: Scheme) -> RowScore:
    given = row.type.score(scheme.code, factor.code)
    if given is not None or not factor.from_volume:
        return RowScore(factor.code, given, by_hand=given is not None)
    if scheme.log_volume and row.count is not None:
        return RowScore(factor.code, log_likelihood(row.count, factor), by_hand=False)
    if not scheme.log_volume and row.share is not None:
        return RowScore(factor.code, probability_of(row.share, scheme), by_hand=False)
    return RowScore(factor.code, None, by_hand=False)


def _judged(row: MatrixRow, scheme: Scheme) -> MatrixRow:
    """Likelihood and harm from scores."""
    likely, harms = scheme.likelihood, scheme.harms
    given = [row.score(factor.code) for factor in harms]
    known = [value for value in given if value is not None]
    harm = weighted_harm(harms, known) if len(known) == len(harms) else None
    lacking = [
        _lacking(factor, scheme)
        for factor, value in zip(harms, given, strict=True)
        if value is None
    ]
    by_hand = any(s.by_hand for s in row.scores if likely and s.factor == likely.code)
    likelihood = row.score(likely.code) if likely else None
    if likely and likelihood is None:
        lacking.append("no count" if likely.from_volume else _lacking(likely, scheme))
    return replace(
        row,
        likelihood=None if likelihood is None else float(likelihood),
        likelihood_by_hand=by_hand,
        harm=harm,
        harm_words="Scored by people" if harm is not None else "Not scored",
        missing=tuple(lacking),
    )


def _weighed(row: MatrixRow, scheme: Scheme) -> MatrixRow:
    """Likelihood is the count itself, harm the weight of one incident."""
    own = row.type.own_weight(scheme.code)
    given = scheme.weight(row.type.code)
    if own is not None:
        harm: float | None = own.value
        words = f"Entered by hand: {own.why}"
    elif given is not None:
        harm, words = given.value, given.source
    else:
        harm, words = None, "The scheme has no weight for this type"
    lacking = ["no weight"] if harm is None else []
    if row.count is None:
        lacking.append("no count")
    return replace(row, likelihood=row.count, harm=harm, harm_words=words, missing=tuple(lacking))


def _lacking(factor: Factor, scheme: Scheme) -> str:
    alone = len(scheme.of_section(factor.section)) == 1
    name = factor.section.value if alone else factor.name.casefold()
    return f"no {name} score"


def _with_orders(rows: Sequence[MatrixRow]) -> list[MatrixRow]:
    """Ranks by score, by count, by harm per incident and by total harm; shares of harm."""
    total = math.fsum(row.total_harm for row in rows if row.total_harm is not None)
    by_risk = ranks([row.risk for row in rows])
    by_count = ranks([row.count for row in rows])
    by_harm = ranks([row.harm for row in rows])
    by_total = ranks([row.total_harm for row in rows])
    return [
        replace(
            row,
            harm_share=row.total_harm / total * 100
            if row.total_harm is not None and total
            else None,
            rank=by_risk[place],
            count_rank=by_count[place],
            harm_rank=by_harm[place],
            total_rank=by_total[place],
        )
        for place, row in enumerate(rows)
    ]
