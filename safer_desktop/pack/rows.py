"""Rows of the pack's tables to the domain's nouns and back."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, cast

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    Observation,
    ObservationTable,
    Problem,
    Severity,
    SourceCell,
    SourceFile,
    Status,
    StoredObservation,
)
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.domain.records import AuditRow, Json, RecordKind, RecordRef

Row = tuple[Any, ...]

FILE_COLUMNS = "name, sha256, size, partner, recipe, loaded_at, loaded_by, note"
OBSERVATION_COLUMNS = (
    "indicator, area, first_day, last_day, period_kind, unit, value, numerator, denominator, "
    "status, sheet, cell, raw"
)
TABLE_COLUMNS = (
    "o.id, o.indicator, o.area, o.first_day, o.last_day, o.period_kind, o.unit, o.value, "
    "o.numerator, o.denominator, o.status"
)
AUDIT_COLUMNS = "id, at, who, title, kind, code, field, old, new, why"


def json_text(value: Json) -> str:
    """A field's value as it is stored; raises :class:`PackError` for what is not a number."""
    try:
        return json.dumps(value, allow_nan=False)
    except ValueError:
        raise PackError(
            "A number that is infinite or undefined cannot be stored.",
            remedy="Type a number, or leave the field empty.",
        ) from None


def json_value(text: str) -> Json:
    """The stored value back."""
    return cast("Json", json.loads(text))


def file_row(file: SourceFile) -> Row:
    """In the order of FILE_COLUMNS."""
    return (
        file.name,
        file.sha256,
        file.size,
        file.partner,
        file.recipe,
        file.loaded_at.isoformat(),
        file.loaded_by,
        file.note,
    )


def file_of(row: Row) -> SourceFile:
    """From the order of FILE_COLUMNS; raises ValueError."""
    name, sha256, size, partner, recipe, loaded_at, loaded_by, note = row
    at = datetime.fromisoformat(loaded_at)
    return SourceFile(name, sha256, size, partner, recipe, at, loaded_by, note)


def problem_of(row: Row) -> Problem:
    """From severity, what, place, remedy; raises ValueError."""
    severity, what, where, remedy = row
    return Problem(Severity(severity), what, where, remedy)


def observation_row(item: Observation, file_name: str) -> Row:
    """In the order of OBSERVATION_COLUMNS; raises :class:`PackError` for what is no number."""
    for number in (item.value, item.numerator, item.denominator):
        if number is not None and not math.isfinite(number):
            raise PackError(
                "A number that is infinite or undefined cannot be taken in.",
                where=item.source.words(file_name) + ".",
                remedy="Correct the cell in the workbook and load it again.",
            )
    return (
        item.indicator,
        item.area,
        item.period.start.isoformat(),
        item.period.end.isoformat(),
        item.period.kind.value,
        item.unit.value,
        item.value,
        item.numerator,
        item.denominator,
        item.status.value,
        item.source.sheet,
        item.source.cell,
        item.source.raw,
    )


def stored_observation_of(row: Row) -> StoredObservation:
    """From id, load and OBSERVATION_COLUMNS; raises ValueError or PeriodError."""
    number, load, indicator, area, first, last, kind, unit = row[:8]
    value, numerator, denominator, status, sheet, cell, raw = row[8:]
    period = Period(date.fromisoformat(last), date.fromisoformat(first), PeriodKind(kind))
    item = Observation(
        indicator,
        area,
        period,
        Unit(unit),
        value,
        SourceCell(sheet, cell, raw),
        numerator,
        denominator,
        Status(status),
    )
    return StoredObservation(number, load, item)


def table_of(rows: Iterable[Row]) -> ObservationTable:
    """From TABLE_COLUMNS; raises ValueError."""
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(11)]
    days = {text: date.fromisoformat(text) for text in {*columns[3], *columns[4]}}
    columns[3] = [days[text] for text in columns[3]]
    columns[4] = [days[text] for text in columns[4]]
    return ObservationTable(*columns)


def audit_of(row: Row) -> AuditRow:
    """From AUDIT_COLUMNS; raises ValueError."""
    number, at, who, title, kind, code, field, old, new, why = row
    record = RecordRef(RecordKind(kind), code)
    when = datetime.fromisoformat(at)
    return AuditRow(number, when, who, title, record, field, json_value(old), json_value(new), why)
