"""How firm the order of the open pack's matrix is, and the assumptions it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.progress import Progress, Silent
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.risk.firmness import (
    Assumptions,
    Band,
    Belief,
    Case,
    Combination,
    Firmness,
    ScoredFactor,
    ScoredType,
    check_assumptions,
)
from safer_desktop.risk.scheme import MatrixRow, Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safer_desktop.workbench.bench import Matrix, Workbench

FEWEST = 2
"""Ranked types without which there is no order to try."""
_CODE = "firmness of the order"
_HELD = "The weights by which the scheme makes one harm of several stay as they are."

Records = Mapping[str, Mapping[str, Json]]


def case_of(rows: Sequence[MatrixRow], scheme: Scheme) -> Case:
    """The ranked rows of a matrix as factors and scores, in their order."""
    by_share = () if scheme.log_volume else scheme.bands
    bands = tuple(Band(it.from_share, float(it.score)) for it in by_share)
    likelihood, harm = _scales(rows, scheme)
    types = tuple(
        ScoredType(
            row.type.code,
            row.type.name,
            (float(row.probability), float(row.harm)),
            None if row.probability_by_hand else row.count,
        )
        for row in rows
        if row.rank is not None and row.probability is not None and row.harm is not None
    )
    counted = sum(row.count for row in rows if row.count is not None)
    return Case(
        (ScoredFactor("Probability", likelihood, 0.5, bands), ScoredFactor("Harm", harm, 0.5)),
        types,
        Combination.PRODUCT,
        counted,
        "" if len(scheme.harms) == 1 else _HELD,
    )


def _scales(
    rows: Sequence[MatrixRow], scheme: Scheme
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The scores that there are; where harm is weighed together, those that the rows have."""
    ranked = [row for row in rows if row.rank is not None]
    likely, harms = scheme.likelihood, scheme.harms
    if likely is None:
        likelihood = sorted({row.likelihood or 0.0 for row in ranked})
    elif likely.from_volume and not scheme.log_volume:
        likelihood = sorted({float(band.score) for band in scheme.bands})
    else:
        likelihood = [float(it) for it in range(likely.lowest, likely.highest + 1)]
    if len(harms) == 1:
        harm = [float(it) for it in range(scheme.harm_min, scheme.harm_max + 1)]
    else:
        harm = sorted({row.harm or 0.0 for row in ranked})
    return tuple(likelihood), tuple(harm)


def how_firm(case: Case, held: Assumptions, progress: Progress) -> Firmness:
    """The places of each type under plausible weights and scores; see ``risk.sensitivity``."""
    from safer_desktop.risk.sensitivity import firmness

    return firmness(case, held, progress)


def firmness_told(bench: Workbench, matrix: Matrix) -> Firmness | None:
    """How firm the order of a matrix is, for the paper; None for fewer than two ranked types.

    It is worked out once for the same scores, counts and assumptions.
    """
    case = case_of(matrix.rows, matrix.scheme)
    if len(case.types) < FEWEST:
        return None
    return _tried(case, kept_assumptions(bench.records(RecordKind.SETTING), len(case.factors)))


@lru_cache(maxsize=4)
def _tried(case: Case, held: Assumptions) -> Firmness:
    return how_firm(case, held, Silent())


def what_to_believe(case: Case, code: str, held: Assumptions) -> Belief | None:
    """What would put a type among the first; None for one that is not ranked."""
    from safer_desktop.risk.sensitivity import belief

    codes = [it.code for it in case.types]
    return belief(case, codes.index(code), held.top, seed=held.seed) if code in codes else None


def kept_assumptions(records: Records, factors: int) -> Assumptions:
    """The assumptions kept among the settings (else the usual ones).

    Ranges that were given for another number of factors no longer mean anything and are left out.
    """
    fields = records.get(_CODE)
    held = from_plain(Assumptions, dict(fields)) if fields else Assumptions()
    return held if len(held.ranges) == factors else replace(held, ranges=())


def assumptions_edit(records: Records, held: Assumptions, factors: int) -> Edit:
    """The edit that keeps other assumptions; raises SchemeError if they contradict themselves."""
    check_assumptions(held, factors)
    fields = records.get(_CODE)
    old: Json = dict(fields) if fields else None
    change = FieldChange(RecordRef(RecordKind.SETTING, _CODE), "", old, to_plain(held))
    return Edit("assumptions about how firm the order is", (change,))
