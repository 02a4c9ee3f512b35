"""Editions of the risk/harm matrix: frozen for a board, checked, compared and removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import (
    AuditRow,
    Edit,
    FieldChange,
    Json,
    RecordKind,
    RecordRef,
    code_from,
)
from safer_desktop.risk.editions import (
    FrozenFile,
    MatrixEdition,
    MatrixInputs,
    faults,
    inputs_of,
    sealed,
)
from safer_desktop.risk.movement import Movement, movement
from safer_desktop.workbench.rounds import round_name

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Matrix, Workbench

KIND = RecordKind.MATRIX_EDITION
BRIEF_KINDS = frozenset({KIND, RecordKind.ROUND})
"""Kinds whose records are too long to be shown whole: ``trail`` names them instead."""
MATRIX_KINDS = frozenset({RecordKind.INCIDENT_TYPE, RecordKind.SCHEME}) | BRIEF_KINDS


def inputs_now(matrix: Matrix) -> MatrixInputs:
    """What a matrix as it is now was worked out from."""
    types = [row.type for row in matrix.rows]
    counts = {kind.code: matrix.counts[kind.code] for kind in types if kind.indicator}
    return inputs_of(matrix.scheme, types, counts)


def frozen(bench: Workbench, matrix: Matrix, board_date: date, why: str = "") -> MatrixEdition:
    """This matrix as it is now, sealed; nothing is stored yet."""
    inputs, area = inputs_now(matrix), matrix.area
    rows = inputs.rows()
    used = sorted({number for row in rows for number in row.sources})
    files = {origin.file.sha256: origin.file.name for origin in bench.origins(used)}
    edition = MatrixEdition(
        code=code_from(f"{board_date.isoformat()} {area}", bench.records(KIND), "edition"),
        board_date=board_date,
        area=area,
        area_name=bench.catalogue.area(area).name,
        quarter=bench.edition,
        counted=matrix.span.label,
        frozen_by=bench.who,
        frozen_at=datetime.now(UTC).replace(microsecond=0),
        why=why,
        inputs=inputs,
        files=tuple(FrozenFile(name, sha256) for sha256, name in sorted(files.items())),
        rows=rows,
    )
    return sealed(edition)


def freeze_edit(edition: MatrixEdition) -> Edit:
    """The edit that keeps an edition."""
    change = FieldChange(RecordRef(KIND, edition.code), "", None, to_plain(edition))
    return Edit(f"freezing the matrix, {edition.label}", (change,), edition.why)


def removal_edit(bench: Workbench, code: str, why: str = "") -> Edit:
    """The edit that removes an edition; the audit trail keeps what it was."""
    fields = bench.record(KIND, code)
    label = from_plain(MatrixEdition, fields).label
    change = FieldChange(RecordRef(KIND, code), "", fields, None)
    return Edit(f"removal of the frozen matrix, {label}", (change,), why)


def editions(bench: Workbench) -> tuple[MatrixEdition, ...]:
    """All editions, the latest board first."""
    found = [from_plain(MatrixEdition, dict(it)) for it in bench.records(KIND).values()]
    return tuple(sorted(found, key=lambda it: (it.board_date, it.frozen_at), reverse=True))


def check(bench: Workbench, code: str) -> tuple[str, ...]:
    """What is wrong with a kept edition, in sentences; empty if it is as it was frozen.

    Its seal, its results worked out anew, and the line of the audit trail that kept it.
    """
    fields = bench.record(KIND, code)
    made = [it.new for it in bench.audit(RecordRef(KIND, code)) if it.new is not None]
    found = faults(fields)
    if not made or made[0] != fields:
        found += ("It is not what the audit trail says was frozen.",)
    return found


def compared(bench: Workbench, before: str, now: str | Matrix) -> Movement:
    """Two kept editions by their codes, or one and the matrix as it is now."""
    first = from_plain(MatrixEdition, bench.record(KIND, before))
    later = (
        from_plain(MatrixEdition, bench.record(KIND, now)).inputs
        if isinstance(now, str)
        else inputs_now(now)
    )
    return movement(first.inputs, later, first.label)


def since_last(bench: Workbench, matrix: Matrix, *, same_quarter: bool = False) -> Movement | None:
    """What moved since the last edition of its area for an earlier quarter; None: there is none.

    ``same_quarter``: an edition for this quarter will do, too. An edition whose results cannot be
    trusted (``check``) is not compared with.
    """
    for edition in editions(bench):
        earlier = edition.quarter < bench.edition or same_quarter
        earlier = earlier and edition.area == matrix.area
        if earlier and not check(bench, edition.code):
            return movement(edition.inputs, inputs_now(matrix), edition.label)
    return None


def trail(bench: Workbench) -> tuple[AuditRow, ...]:
    """Every line of the audit trail about the matrix, newest first, told briefly."""
    return briefly(row for row in bench.audit() if row.record.kind in MATRIX_KINDS)


def briefly(rows: Iterable[AuditRow]) -> tuple[AuditRow, ...]:
    """Lines of the trail with whole editions given by their codes, partner rounds by their names.

    The sheets read of a round are given by their partners' names.
    """
    return tuple(
        replace(row, old=_brief(row, row.old), new=_brief(row, row.new))
        if row.record.kind in BRIEF_KINDS
        else row
        for row in rows
    )


def scheme_changes(bench: Workbench, code: str) -> tuple[str, ...]:
    """Who changed a scheme, when and why, a sentence each, newest first; one per edit."""
    lines = (
        f"{row.at.day} {row.at:%B %Y}, {row.who}: {row.title}{f' ({row.why})' if row.why else ''}."
        for row in bench.audit(RecordRef(RecordKind.SCHEME, code))
    )
    return tuple(dict.fromkeys(lines))


def _brief(row: AuditRow, value: Json) -> str | None:
    match value:
        case None:
            return None
        case dict() if "scheme_name" in value:
            return round_name(value)
        case list():
            files = [str(it["file"]) for it in value if isinstance(it, dict)]
            return ", ".join(files) or "no sheet"
    return str(value) if row.field else row.record.code
