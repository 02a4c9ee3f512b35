"""How firm the order of the open pack's matrix is, and the assumptions it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.risk.belief_words import AmountBelief, Belief
from safer_desktop.risk.firmness import (
    Assumptions,
    Band,
    Case,
    Combination,
    Firmness,
    ScoredFactor,
    ScoredType,
    WeightSet,
    check_assumptions,
)
from safer_desktop.risk.formulas import log_steps
from safer_desktop.risk.scheme import Factor, MatrixRow, Scheme
from safer_desktop.workbench.schemes import schemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safer_desktop.workbench.bench import Matrix, Workbench

FEWEST = 2
"""Ranked types without which there is no order to try."""
_CODE = "firmness of the order"

Records = Mapping[str, Mapping[str, Json]]


def case_for(bench: Workbench, matrix: Matrix) -> Case:
    """The ranked rows of a matrix, with what the schemes of the pack say else of their harm."""
    others = () if not matrix.scheme.cardinal else [it for it in schemes(bench) if it.cardinal]
    return case_of(matrix.rows, matrix.scheme, others)


def case_of(rows: Sequence[MatrixRow], scheme: Scheme, others: Sequence[Scheme] = ()) -> Case:
    """The ranked rows of a matrix, in their order, as factors and scores or as weight sets.

    ``others`` are the schemes whose weights are held plausible beside those of a cardinal one.
    """
    ranked = [row for row in rows if row.rank is not None]
    if scheme.cardinal:
        types = tuple(ScoredType(row.type.code, row.type.name, (), row.count) for row in ranked)
        sets = tuple(_weight_sets(ranked, [scheme, *others]))
        return Case((), types, Combination.AMOUNT, 0.0, scheme.code, sets, scheme.unit)
    likelihood, harms = scheme.likelihood, scheme.harms
    assert likelihood is not None, "a checked scheme that is not cardinal has a likelihood"
    together = len(harms) > 1
    return Case(
        (
            _likely(likelihood, scheme),
            *(_harmful(factor, factor.weight if together else 0.5) for factor in harms),
        ),
        tuple(
            ScoredType(
                row.type.code,
                row.type.name,
                tuple(float(row.score(it.code) or 0) for it in (likelihood, *harms)),
                None if row.likelihood_by_hand else row.count,
            )
            for row in ranked
        ),
        Combination.WEIGHTED if together else Combination.PRODUCT,
        sum(row.count for row in rows if row.count is not None),
        scheme.code,
    )


def _likely(factor: Factor, scheme: Scheme) -> ScoredFactor:
    """Likelihood, scored by people or by bands of volume; its weight is half of all."""
    if not factor.from_volume:
        return _harmful(factor, 0.5)
    if scheme.log_volume:
        bands = tuple(Band(start, float(score)) for start, score in log_steps(factor))
    else:
        bands = tuple(Band(it.from_share, float(it.score)) for it in scheme.bands)
    scale = tuple(sorted({band.score for band in bands}))
    return ScoredFactor(factor.name, scale, 0.5, bands, scheme.log_volume)


def _harmful(factor: Factor, weight: float) -> ScoredFactor:
    scale = tuple(float(it) for it in range(factor.lowest, factor.highest + 1))
    return ScoredFactor(factor.name, scale, weight)


def _weight_sets(rows: Sequence[MatrixRow], schemes: Sequence[Scheme]) -> Iterator[WeightSet]:
    """The weights of each scheme, with those that people entered; if these replace, also without.

    Weights that are the same for all types are no alternative.
    """
    seen = set()
    for scheme in schemes:
        given = [
            None if (weight := scheme.weight(row.type.code)) is None else weight.value
            for row in rows
        ]
        own = [row.type.own_weight(scheme.code) for row in rows]
        held = [
            value if weight is None else weight.value
            for weight, value in zip(own, given, strict=True)
        ]
        found = [WeightSet(scheme.code, scheme.name, tuple(held))]
        if any(weight and value is not None for weight, value in zip(own, given, strict=True)):
            code, name = f"{scheme.code}:as-published", f"{scheme.name}, as published"
            found.append(WeightSet(code, name, tuple(given)))
        for it in found:
            if it.weights not in seen and any(weight is not None for weight in it.weights):
                seen.add(it.weights)
                yield it


def how_firm(case: Case, held: Assumptions, progress: Progress) -> Firmness:
    """The places of each type under plausible weights and scores; see ``risk.sensitivity``."""
    from safer_desktop.risk.sensitivity import firmness

    return firmness(case, held, progress)


def firmness_told(bench: Workbench, matrix: Matrix) -> Firmness | None:
    """How firm the order of a matrix is, for the paper; None for fewer than two ranked types.

    It is worked out once for the same scores, counts and assumptions.
    """
    case = case_for(bench, matrix)
    if len(case.types) < FEWEST:
        return None
    return _tried(case, kept_assumptions(bench.records(RecordKind.SETTING), case))


@lru_cache(maxsize=4)
def _tried(case: Case, held: Assumptions) -> Firmness:
    return how_firm(case, held, Silent())


def what_to_believe(case: Case, code: str, held: Assumptions) -> Belief | AmountBelief | None:
    """What would put a type among the first; None for one that is not ranked."""
    from safer_desktop.risk.beliefs import amount_belief, belief

    codes = [it.code for it in case.types]
    if code not in codes:
        return None
    if case.combination is Combination.AMOUNT:
        return amount_belief(case, codes.index(code), held)
    return belief(case, codes.index(code), held.top, seed=held.seed)


def kept_assumptions(records: Records, case: Case) -> Assumptions:
    """The assumptions kept for the scheme (else those of before each had its own, else the usual).

    Ranges that were given for another number of factors no longer mean anything and are left out.
    """
    fields = records.get(_code(case)) or records.get(_CODE)
    held = from_plain(Assumptions, dict(fields)) if fields else Assumptions()
    return held if len(held.ranges) == len(case.factors) else replace(held, ranges=())


def assumptions_edit(records: Records, held: Assumptions, case: Case) -> Edit:
    """The edit that keeps other assumptions; raises SchemeError if they contradict themselves."""
    check_assumptions(held, case)
    fields = records.get(_code(case))
    old: Json = dict(fields) if fields else None
    change = FieldChange(RecordRef(RecordKind.SETTING, _code(case)), "", old, to_plain(held))
    return Edit("assumptions about how firm the order is", (change,))


def _code(case: Case) -> str:
    return f"{_CODE}: {case.scheme}"
