"""Rows of the pack's tables to the domain's nouns and back."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Observation,
    ObservationTable,
    Problem,
    Revision,
    Settlement,
    SettlementKind,
    Severity,
    SheetPicture,
    SourceCell,
    SourceFile,
    Status,
    StoredObservation,
)
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.domain.records import AuditRow, Json, RecordKind, RecordRef

Row = tuple[Any, ...]

FILE_COLUMNS = (
    "name, sha256, size, partner, recipe, loaded_at, loaded_by, note, recipe_code, recipe_version"
)
PROBLEM_COLUMNS = "severity, what, place, remedy, check_name, cells, may_accept, settled"
SETTLEMENT_COLUMNS = "kind, sheet, cell, reason, who, at, old, new, check_name"
OBSERVATION_COLUMNS = (
    "indicator, area, first_day, last_day, period_kind, unit, value, numerator, denominator, "
    "status, sheet, cell, raw, number_format, period_cell, area_cell, indicator_cell"
)
TABLE_COLUMNS = (
    "o.id, o.indicator, o.area, o.first_day, o.last_day, o.period_kind, o.unit, o.value, "
    "o.numerator, o.denominator, o.status"
)
REVISION_COLUMNS = (
    "indicator, area, first_day, last_day, period_kind, unit, old, value, old_id, id, old_load, "
    "load"
)
AUDIT_COLUMNS = "id, at, who, account, title, kind, code, field, old, new, why"

_LARGEST_PICTURE = 1 << 26
"""Bytes of JSON: a file from elsewhere could unpack to anything."""


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
        file.recipe_code,
        file.recipe_version,
    )


def file_of(row: Row) -> SourceFile:
    """From the order of FILE_COLUMNS; raises ValueError."""
    name, sha256, size, partner, recipe, loaded_at, *rest = row
    return SourceFile(name, sha256, size, partner, recipe, datetime.fromisoformat(loaded_at), *rest)


def problem_row(problem: Problem, settlements: Sequence[Settlement]) -> Row:
    """In the order of PROBLEM_COLUMNS; its settlement is one of ``settlements``."""
    cells = json_text([[place.sheet, place.cell] for place in problem.cells])
    settled = None if problem.settlement is None else settlements.index(problem.settlement)
    return (
        problem.severity.value,
        problem.what,
        problem.where,
        problem.remedy,
        problem.check,
        cells,
        problem.may_accept,
        settled,
    )


def problem_of(row: Row, settlements: Sequence[Settlement]) -> Problem:
    """From PROBLEM_COLUMNS; raises ValueError."""
    severity, what, where, remedy, check, cells, may_accept, settled = row
    if settled is not None and not 0 <= settled < len(settlements):
        raise ValueError(f"there is no settlement {settled}")
    return Problem(
        Severity(severity),
        what,
        where,
        remedy,
        check,
        tuple(CellPlace(sheet, cell) for sheet, cell in json.loads(cells)),
        bool(may_accept),
        None if settled is None else settlements[settled],
    )


def settlement_row(it: Settlement) -> Row:
    """In the order of SETTLEMENT_COLUMNS."""
    place = it.place
    at = it.at.isoformat()
    return (
        it.kind.value, place.sheet, place.cell, it.reason, it.who, at, it.old, it.new, it.check
    )  # fmt: skip


def settlement_of(row: Row) -> Settlement:
    """From SETTLEMENT_COLUMNS; raises ValueError."""
    kind, sheet, cell, reason, who, at, old, new, check = row
    place, when = CellPlace(sheet, cell), datetime.fromisoformat(at)
    return Settlement(SettlementKind(kind), place, reason, who, when, old, new, check)


def picture_blob(picture: SheetPicture) -> bytes:
    """A sheet picture as compressed JSON."""
    return zlib.compress(json_text(to_plain(picture)).encode(), 9)


def picture_of(content: bytes) -> SheetPicture:
    """The picture back; raises ValueError for what is none, or is larger than any we make."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, _LARGEST_PICTURE)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not unpacking.eof:
        raise ValueError("the sheet picture is cut off or too large")
    try:
        return from_plain(SheetPicture, json_value(text.decode()))
    except MalformedError as error:
        raise ValueError(error.what) from None


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
        item.source.number_format,
        item.source.period_cell,
        item.source.area_cell,
        item.source.indicator_cell,
    )


def stored_observation_of(row: Row) -> StoredObservation:
    """From id, load and OBSERVATION_COLUMNS; raises ValueError or PeriodError."""
    number, load, indicator, area, first, last, kind, unit = row[:8]
    value, numerator, denominator, status, *source = row[8:]
    item = Observation(
        indicator,
        area,
        period_of(first, last, kind),
        Unit(unit),
        value,
        SourceCell(*source),
        numerator,
        denominator,
        Status(status),
    )
    return StoredObservation(number, load, item)


def revision_of(row: Row) -> Revision:
    """From REVISION_COLUMNS; raises ValueError or PeriodError."""
    indicator, area, first, last, kind, unit, *rest = row
    return Revision(indicator, area, period_of(first, last, kind), Unit(unit), *rest)


def period_of(first_day: str, last_day: str, kind: str) -> Period:
    """The period of stored texts; raises ValueError or PeriodError."""
    return Period(date.fromisoformat(last_day), date.fromisoformat(first_day), PeriodKind(kind))


def table_of(rows: Iterable[Row]) -> ObservationTable:
    """From TABLE_COLUMNS; raises ValueError."""
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(11)]
    days = {text: date.fromisoformat(text) for text in {*columns[3], *columns[4]}}
    columns[3] = [days[text] for text in columns[3]]
    columns[4] = [days[text] for text in columns[4]]
    return ObservationTable(*columns)


def audit_of(row: Row) -> AuditRow:
    """From AUDIT_COLUMNS; raises ValueError."""
    number, at, who, account, title, kind, code, field, old, new, why = row
    record = RecordRef(RecordKind(kind), code)
    when = datetime.fromisoformat(at)
    before, after = json_value(old), json_value(new)
    return AuditRow(number, when, who, title, record, field, before, after, why, account)
