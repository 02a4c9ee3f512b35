"""Loads and edits for the tests of the pack."""

from __future__ import annotations

from datetime import UTC, datetime

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Load,
    Observation,
    Problem,
    SourceCell,
    SourceFile,
    Status,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef

WHO = "A. Coordinator"
AT = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)
ROBBERY = RecordRef(RecordKind.INCIDENT_TYPE, "robbery")


def observation(
    value: float,
    period: Period,
    *,
    indicator: str = "burglary-dwelling",
    area: str = "E10000018",
    unit: Unit = Unit.COUNT,
    cell: str = "C12",
    numerator: float | None = None,
    denominator: float | None = None,
    status: Status = Status.FINAL,
) -> Observation:
    source = SourceCell("Burglary ", cell, f" {value:,} ")
    return Observation(
        indicator, area, period, unit, value, source, numerator, denominator, status
    )


def load(
    *observations: Observation, problems: tuple[Problem, ...] = (), sha256: str = "ab" * 32
) -> Load:
    file = SourceFile(
        "Q4 figures.xlsx", sha256, 12_345, "Police", "police-quarterly", AT, WHO, "sent by e-mail"
    )
    return Load(file, observations, problems)


def edit(title: str, *changes: tuple[RecordRef, str, Json, Json], why: str = "") -> Edit:
    return Edit(title, tuple(FieldChange(*change) for change in changes), why)
