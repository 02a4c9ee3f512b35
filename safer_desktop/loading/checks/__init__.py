"""Looks over what a file brings before it is taken in: each finding with its cells and a remedy.

Every check has a lasting name (``Problem.check``): decisions are stored under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import CellPlace, Observation, Problem
from safer_desktop.loading.checks.brought import Brought, Earlier, Key
from safer_desktop.loading.checks.copies import copied, duplicates
from safer_desktop.loading.checks.figures import future, impossible, provisional
from safer_desktop.loading.checks.history import against_history
from safer_desktop.loading.checks.levels import mixed_units, unlike_levels
from safer_desktop.loading.checks.series import areas_missing, gaps, jumps, zeros_at_end
from safer_desktop.loading.checks.sheets import check_sheets
from safer_desktop.loading.checks.totals import totals_for_periods
from safer_desktop.loading.checks.wholes import parts_and_wholes

__all__ = ["Earlier", "Key", "check", "check_sheets"]


def check(
    observations: Sequence[Observation],
    catalogue: Catalogue,
    known: Mapping[Key, float],
    *,
    file: str = "",
    today: date | None = None,
    earlier: Earlier | None = None,
) -> tuple[Problem, ...]:
    """Problems of a load; ``known`` are the values in the pack. ``today`` bounds the future.

    A figure that one check has shown to be wrong is not told again as a jump.
    """
    brought = Brought(tuple(observations), catalogue, known, file, earlier or Earlier())
    mixed = tuple(mixed_units(brought))
    levels = tuple(unlike_levels(brought, _cells(mixed)))
    wrong = tuple(impossible(brought))
    mistaken = (*mixed, *levels, *zeros_at_end(brought))
    return (
        *duplicates(brought),
        *wrong,
        *future(brought, today),
        *mistaken,
        *totals_for_periods(brought),
        *parts_and_wholes(brought),
        *jumps(brought, _cells((*wrong, *mistaken))),
        *copied(brought),
        *gaps(brought),
        *areas_missing(brought),
        *against_history(brought),
        *provisional(brought),
    )


def _cells(problems: Sequence[Problem]) -> frozenset[CellPlace]:
    return frozenset(cell for problem in problems for cell in problem.cells)
