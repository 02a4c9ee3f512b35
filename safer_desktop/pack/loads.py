"""Loads and their observations."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Load,
    Observation,
    Revision,
    Settlement,
    SheetPicture,
    StoredLoad,
    StoredObservation,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import FieldChange, Json, RecordKind, RecordRef
from safer_desktop.pack import rows
from safer_desktop.pack.trail import write_audit

_VERSIONS = """
    SELECT o.*, lag(o.value) OVER versions AS old, lag(o.id) OVER versions AS old_id,
        lag(o.load) OVER versions AS old_load
    FROM observation o JOIN load l ON l.id = o.load WHERE NOT l.withdrawn
    WINDOW versions AS (
        PARTITION BY indicator, area, last_day, first_day, period_kind, unit ORDER BY o.load)"""
"""Observations that count or would but for a later load, with the version before each."""


def add_load(connection: sqlite3.Connection, load: Load, who: str) -> int:
    """Store a load with its problems, observations and audit row; returns its id.

    Raises :class:`PackError`.
    """
    _check(load)
    file = (*rows.file_row(load.file), len(load.observations), 0)
    columns = f"{rows.FILE_COLUMNS}, observations, withdrawn"
    cursor = connection.execute(f"INSERT INTO load ({columns}) VALUES ({_marks(file)})", file)
    load_id = cursor.lastrowid or 0
    settlements = _settlements(load)
    _insert(
        connection,
        "settlement",
        f"load, position, {rows.SETTLEMENT_COLUMNS}",
        ((load_id, n, *rows.settlement_row(it)) for n, it in enumerate(settlements)),
    )
    _insert(
        connection,
        "problem",
        f"load, position, {rows.PROBLEM_COLUMNS}",
        ((load_id, n, *rows.problem_row(it, settlements)) for n, it in enumerate(load.problems)),
    )
    _insert(
        connection,
        "observation",
        f"load, {rows.OBSERVATION_COLUMNS}",
        ((load_id, *rows.observation_row(o, load.file.name)) for o in load.observations),
    )
    _insert(
        connection,
        "sheet_picture",
        "load, sheet, content",
        ((load_id, it.sheet, rows.picture_blob(it)) for it in load.pictures),
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
    for it in settlements:
        _audit_settlement(connection, load_id, load.file.name, it)
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
    settlements = _by_load(connection, "settlement", rows.SETTLEMENT_COLUMNS)
    problems = _by_load(connection, "problem", rows.PROBLEM_COLUMNS)
    stored = connection.execute(
        f"SELECT id, observations, withdrawn, {rows.FILE_COLUMNS} FROM load ORDER BY id"
    )
    return tuple(
        StoredLoad(
            load_id,
            rows.file_of(tuple(file)),
            tuple(rows.problem_of(it, decided) for it in problems.get(load_id, ())),
            count,
            bool(withdrawn),
            decided,
        )
        for load_id, count, withdrawn, *file in stored
        for decided in [tuple(map(rows.settlement_of, settlements.get(load_id, ())))]
    )


def read_picture(connection: sqlite3.Connection, load_id: int, sheet: str) -> SheetPicture | None:
    """What was shown on a load's sheet; raises ValueError for a damaged row."""
    row = connection.execute(
        "SELECT content FROM sheet_picture WHERE load = ? AND sheet = ?", (load_id, sheet)
    ).fetchone()
    return None if row is None else rows.picture_of(row[0])


def read_revisions(connection: sqlite3.Connection) -> tuple[Revision, ...]:
    """Where a load that counts gives a figure otherwise than the one before it, by load."""
    found = connection.execute(
        f"SELECT {rows.REVISION_COLUMNS} FROM ({_VERSIONS}) WHERE old <> value "
        "ORDER BY load, indicator, area, last_day, first_day, period_kind, unit"
    )
    return tuple(map(rows.revision_of, found))


def given_before(connection: sqlite3.Connection) -> dict[int, int]:
    """By load: how many of its figures an earlier load that counts had given already."""
    found = connection.execute(
        f"SELECT load, count(*) FROM ({_VERSIONS}) WHERE old IS NOT NULL GROUP BY load"
    )
    return dict(found.fetchall())


def counting_rows(connection: sqlite3.Connection, before: int | None = None) -> Iterator[rows.Row]:
    """TABLE_COLUMNS of the observations that count, by indicator, area, then time.

    With ``before``, as it stood before that load came.
    """
    # SQLite takes the other columns from the row in which max() was found.
    found = connection.execute(
        f"SELECT {rows.TABLE_COLUMNS}, max(o.load) "
        "FROM observation o JOIN load l ON l.id = o.load "
        "WHERE NOT l.withdrawn AND (?1 IS NULL OR o.load < ?1) "
        "GROUP BY o.indicator, o.area, o.last_day, o.first_day, o.period_kind, o.unit "
        "ORDER BY o.indicator, o.area, o.last_day, o.first_day, o.period_kind, o.unit",
        (before,),
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
            periods[text] = rows.period_of(first, last, kind)
        known[indicator, area, periods[text], Unit(unit)] = value
    return known


def given_with_parts(connection: sqlite3.Connection) -> frozenset[tuple[str, Unit]]:
    """Indicators and units with numerator and denominator; raises ValueError for a damaged row."""
    found = connection.execute(
        "SELECT DISTINCT o.indicator, o.unit FROM observation o JOIN load l ON l.id = o.load "
        "WHERE NOT l.withdrawn AND o.numerator IS NOT NULL AND o.denominator IS NOT NULL"
    )
    return frozenset((indicator, Unit(unit)) for indicator, unit in found)


def latest_days(connection: sqlite3.Connection) -> dict[int, dict[str, date]]:
    """By load, the last day that its figures of each indicator reach; raises ValueError."""
    found: dict[int, dict[str, date]] = {}
    for load_id, indicator, last in connection.execute(
        "SELECT load, indicator, max(last_day) FROM observation GROUP BY load, indicator"
    ):
        found.setdefault(load_id, {})[indicator] = date.fromisoformat(last)
    return found


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


def observation_ids(connection: sqlite3.Connection, load_id: int) -> tuple[int, ...]:
    """The ids of a load's observations in the order in which they were read."""
    found = connection.execute("SELECT id FROM observation WHERE load = ? ORDER BY id", (load_id,))
    return tuple(number for (number,) in found)


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


def _settlements(load: Load) -> tuple[Settlement, ...]:
    """The load's decisions, each once, those that only its problems name at the end."""
    of_problems = (it.settlement for it in load.problems if it.settlement is not None)
    return tuple(dict.fromkeys((*load.settlements, *of_problems)))


def _audit_settlement(
    connection: sqlite3.Connection, load_id: int, file: str, it: Settlement
) -> None:
    cell = " ".join(part for part in (it.place.sheet.strip(), it.place.cell) if part)
    new: dict[str, Json] = {"decision": it.kind.value, "new": it.new, "check": it.check}
    write_audit(
        connection,
        FieldChange(_ref(load_id), cell, it.old, new),
        title=f"Decision on {file}",
        who=it.who,
        at=it.at,
        why=it.reason,
    )


def _insert(
    connection: sqlite3.Connection, table: str, columns: str, values: Iterable[rows.Row]
) -> None:
    marks = _marks(columns.split(","))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _by_load(connection: sqlite3.Connection, table: str, columns: str) -> dict[int, list[rows.Row]]:
    found: dict[int, list[rows.Row]] = {}
    for load_id, *row in connection.execute(
        f"SELECT load, {columns} FROM {table} ORDER BY load, position"
    ):
        found.setdefault(load_id, []).append(tuple(row))
    return found


def _ref(load_id: int) -> RecordRef:
    return RecordRef(RecordKind.LOAD, str(load_id))
