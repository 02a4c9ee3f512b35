"""Loads and their observations."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Load,
    Observation,
    StoredLoad,
    StoredObservation,
)
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.domain.records import FieldChange, Json, RecordKind, RecordRef
from safer_desktop.pack import rows
from safer_desktop.pack.edits import write_audit


def add_load(connection: sqlite3.Connection, load: Load, who: str) -> int:
    """Store a load with its problems, observations and audit row; returns its id.

    Raises :class:`PackError`.
    """
    _check(load)
    marks = ", ".join("?" * 8)
    cursor = connection.execute(
        f"INSERT INTO load ({rows.FILE_COLUMNS}, observations, withdrawn) VALUES ({marks}, ?, 0)",
        (*rows.file_row(load.file), len(load.observations)),
    )
    load_id = cursor.lastrowid or 0
    connection.executemany(
        "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?)",
        (
            (load_id, position, p.severity.value, p.what, p.where, p.remedy)
            for position, p in enumerate(load.problems)
        ),
    )
    marks = ", ".join("?" * 14)
    connection.executemany(
        f"INSERT INTO observation (load, {rows.OBSERVATION_COLUMNS}) VALUES ({marks})",
        ((load_id, *rows.observation_row(o, load.file.name)) for o in load.observations),
    )
    brought: dict[str, Json] = {
        "name": load.file.name,
        "partner": load.file.partner,
        "sha256": load.file.sha256,
        "observations": len(load.observations),
    }
    write_audit(
        connection,
        FieldChange(_ref(load_id), "", None, brought),
        title=f"Load of {load.file.name}",
        who=who,
        at=load.file.loaded_at,
        why=load.file.note,
    )
    return load_id


def set_withdrawn(
    connection: sqlite3.Connection,
    load_id: int,
    withdrawn: bool,
    *,
    who: str,
    at: datetime,
    why: str,
) -> None:
    """Change whether a load counts, with its audit row; raises :class:`PackError`."""
    row = connection.execute("SELECT name, withdrawn FROM load WHERE id = ?", (load_id,)).fetchone()
    if row is None:
        raise PackError(f"The pack has no load number {load_id}.")
    name, was = row
    if bool(was) is withdrawn:
        return
    connection.execute("UPDATE load SET withdrawn = ? WHERE id = ?", (withdrawn, load_id))
    write_audit(
        connection,
        FieldChange(_ref(load_id), "withdrawn", bool(was), withdrawn),
        title=f"Withdrawal of {name}" if withdrawn else f"Return of {name}",
        who=who,
        at=at,
        why=why,
    )


def read_loads(connection: sqlite3.Connection) -> tuple[StoredLoad, ...]:
    """All loads in the order in which they came; raises ValueError for a damaged row."""
    problems: dict[int, list[rows.Row]] = {}
    for load_id, *problem in connection.execute(
        "SELECT load, severity, what, place, remedy FROM problem ORDER BY load, position"
    ):
        problems.setdefault(load_id, []).append(tuple(problem))
    stored = connection.execute(
        f"SELECT id, observations, withdrawn, {rows.FILE_COLUMNS} FROM load ORDER BY id"
    )
    return tuple(
        StoredLoad(
            load_id,
            rows.file_of(tuple(file)),
            tuple(rows.problem_of(problem) for problem in problems.get(load_id, ())),
            count,
            bool(withdrawn),
        )
        for load_id, count, withdrawn, *file in stored
    )


def counting_rows(connection: sqlite3.Connection) -> Iterator[rows.Row]:
    """TABLE_COLUMNS of the observations that count, by indicator, area, then time."""
    # SQLite takes the other columns from the row in which max() was found.
    found = connection.execute(
        f"SELECT {rows.TABLE_COLUMNS}, max(o.load) "
        "FROM observation o JOIN load l ON l.id = o.load WHERE NOT l.withdrawn "
        "GROUP BY o.indicator, o.area, o.last_day, o.first_day, o.period_kind, o.unit "
        "ORDER BY o.indicator, o.area, o.last_day, o.first_day, o.period_kind, o.unit"
    )
    return (row[:-1] for row in found)


def known_values(
    connection: sqlite3.Connection,
) -> dict[tuple[str, str, Period, Unit], float]:
    """Values that count by key; raises ValueError or PeriodError for a damaged row."""
    periods: dict[tuple[str, str, str], Period] = {}
    known = {}
    for _, indicator, area, first, last, kind, unit, value, *_ in counting_rows(connection):
        text = (last, first, kind)
        if text not in periods:
            ends = date.fromisoformat(last), date.fromisoformat(first)
            periods[text] = Period(*ends, PeriodKind(kind))
        known[indicator, area, periods[text], Unit(unit)] = value
    return known


def read_observations(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> tuple[StoredObservation, ...]:
    """In the order of ``ids``; raises :class:`PackError` for one that is not there."""
    found = connection.execute(
        f"SELECT id, load, {rows.OBSERVATION_COLUMNS} FROM observation "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    by_id = {row[0]: rows.stored_observation_of(row) for row in found}
    absent = [number for number in ids if number not in by_id]
    if absent:
        raise PackError(f"The pack has no observation number {absent[0]}.")
    return tuple(by_id[number] for number in ids)


def _check(load: Load) -> None:
    if load.errors:
        first = load.errors[0]
        raise PackError(
            f"The load has {len(load.errors)} unsettled problem(s), so it was not taken in. "
            f"The first: {first.what}",
            where=first.where,
            remedy=first.remedy or "Settle them, then load the file again.",
        )
    seen: dict[object, Observation] = {}
    for item in load.observations:
        other = seen.setdefault(item.key, item)
        if other is not item:
            raise PackError(
                f"The file gives {item.indicator} for {item.area}, {item.period.label}, twice, "
                "so it was not taken in.",
                where=f"{other.source.words(load.file.name)} and "
                f"{item.source.words(load.file.name)}.",
                remedy="Correct the workbook or its mapping, then load it again.",
            )


def _ref(load_id: int) -> RecordRef:
    return RecordRef(RecordKind.LOAD, str(load_id))
