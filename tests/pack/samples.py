"""Loads and edits for the tests of the pack."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

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

ROOT = Path(__file__).parents[2]
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
    return Observation(indicator, area, period, unit, value, source, numerator, denominator, status)


def load(
    *observations: Observation, problems: tuple[Problem, ...] = (), sha256: str = "ab" * 32
) -> Load:
    file = SourceFile(
        "Q4 figures.xlsx", sha256, 12_345, "Police", "police-quarterly", AT, WHO, "sent by e-mail"
    )
    return Load(file, observations, problems)


def edit(title: str, *changes: tuple[RecordRef, str, Json, Json], why: str = "") -> Edit:
    return Edit(title, tuple(FieldChange(*change) for change in changes), why)


AS_NOBODY = """
import os, sys
from pathlib import Path
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.plain import from_plain
from safer_desktop.pack.store import Pack
from safer_desktop.pack.working import Origin
from tests.pack.samples import AT, ROBBERY, WHO, edit
from_plain(Origin, {"path": "", "saved_revision": 0, "stamp": None})  # imports all it needs
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""


def run_as_nobody(script: str, *paths: Path) -> str:
    """What the script prints when it runs, once all is imported, as a user without rights."""
    command = [sys.executable, "-c", AS_NOBODY + script, *map(str, paths)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
