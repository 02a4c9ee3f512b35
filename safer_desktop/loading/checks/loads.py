"""A whole load checked: what was found while reading and after, with the decisions about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import (
    Load,
    Observation,
    Problem,
    Settlement,
    Severity,
    SourceFile,
)
from safer_desktop.loading.checks import check
from safer_desktop.loading.checks.brought import Earlier, Key

_ORDER = list(Severity)


def checked(
    file: SourceFile,
    observations: tuple[Observation, ...],
    problems: Sequence[Problem],
    catalogue: Catalogue,
    known: Mapping[Key, float],
    now: datetime,
    *,
    earlier: Earlier | None = None,
    settlements: Sequence[Settlement] = (),
) -> Load:
    """The load with the ``problems`` met in reading and those of the checks, gravest first.

    A finding that one of ``settlements`` accepts carries it.
    """
    found = check(observations, catalogue, known, file=file.name, today=now.date(), earlier=earlier)
    everything = (*_withdrawn(file, earlier), *_once(problems, found), *found)
    ordered = sorted(everything, key=lambda problem: _ORDER.index(problem.severity))
    return Load(file, observations, tuple(ordered)).settled(settlements)


def _withdrawn(file: SourceFile, earlier: Earlier | None) -> Iterator[Problem]:
    words = earlier.withdrawn.get(file.sha256) if earlier else None
    if words:
        yield Problem(
            Severity.WARNING,
            f"Exactly this file was loaded before and taken back: {words}.",
            file.name,
            "Take it in only if the reason for that no longer holds.",
            check="withdrawn-before",
        )


def _once(read: Sequence[Problem], found: Sequence[Problem]) -> Iterator[Problem]:
    """What was met in reading, but for cells whose unit a check questions with more to go by."""
    mixed = {cell for it in found if it.check == "mixed-units" for cell in it.cells}
    for it in read:
        if it.check != "percentage-scale" or not mixed.issuperset(it.cells):
            yield it
