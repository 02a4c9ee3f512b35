"""A district's copy that comes back: what the district changed in it, to be taken in or left."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, cast

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.plain import MalformedError
from safer_desktop.domain.records import (
    AuditRow,
    Edit,
    FieldChange,
    Json,
    RecordKind,
    RecordRef,
)
from safer_desktop.risk.kept import scheme_of, type_of
from safer_desktop.workbench.handed_over import (
    OWN_KINDS,
    Handover,
    handover_of,
    is_open_to_districts,
    print_of,
)

if TYPE_CHECKING:
    from safer_desktop.pack.store import Pack
    from safer_desktop.workbench.bench import Workbench

LONGEST_TEXT = 20_000
_MOST_CHANGES = 10_000
_COMMENTARY_FIELDS = {"text": str, "drafted": str, "included": bool}
_PAIRED = {"weight": "weight why", "weight why": "weight"}
_Key = tuple[RecordRef, str]
_Records = dict[RecordKind, dict[str, dict[str, Json]]]


class ReturnError(SaferError):
    """A file that is no return of a copy made from this pack."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the district changed, beside what the county's pack says now.

    ``given`` is what the copy said when it was made, ``now`` what the county's pack says, ``new``
    what the district says. ``field`` '' is the whole record.
    """

    record: RecordRef
    field: str
    what: str
    given: Json
    now: Json
    new: Json
    who: str
    at: datetime
    why: str

    @property
    def clashes(self) -> bool:
        """Whether the county has changed it too since the copy was made."""
        blank = self.field in ("note", "scored_by") and not self.given
        return not blank and self.now != self.given

    @property
    def changes(self) -> bool:
        """Whether taking it in would change anything."""
        return self.now != self.new


@dataclass(frozen=True, slots=True)
class Return:
    """What came back. ``remarks`` are what the user must know before taking anything in."""

    handover: Handover
    differences: tuple[Difference, ...]
    lines: int
    mark: str
    remarks: tuple[str, ...]


def read_return(bench: Workbench, path: Path) -> Return:
    """Look into a returned copy; nothing is changed.

    Raises :class:`ReturnError` for a pack that is no copy of this one or was altered outside the
    program, and :class:`PackError` for what is no pack, damaged or under a password.
    """
    from safer_desktop.pack.store import Pack

    if bench.handover:
        raise ReturnError(
            "A district's copy takes no returns in.", remedy="Open the county's own pack first."
        )
    where = f"File: {path.name}."
    pack = Pack.open(path, bench.state.working)
    try:
        handover, trail, records = _handover(pack, where), pack.audit(), _all_records(pack, where)
        check = pack.verify_trail()
    except RecursionError:
        raise _altered(where, "It is nested too deeply to be read.") from None
    finally:
        pack.close()
    issued = bench.records(RecordKind.COPY).get(handover.id)
    if issued is None:
        raise ReturnError(
            f"This is a copy for {handover.name}, but not one made from this pack.",
            where=where,
            remedy="Open the pack that it was made from, then take it in there.",
        )
    if check.broken is not None:
        raise _altered(where, check.what)
    changes = _net(tuple(reversed(trail)), where)
    if print_of(_taken_back(records, changes, where)) != issued.get("print"):
        raise _altered(where, "It holds changes that its audit trail does not tell of.")
    _check_scores(records, where)
    found = tuple(
        _difference(bench, key, old, row)
        for key, (old, row) in changes.items()
        if key[0].kind not in OWN_KINDS
    )
    mark = print_of(records)
    remarks = tuple(_remarks(bench, handover, issued, mark, len(trail)))
    return Return(handover, found, len(trail), mark, remarks)


def return_edit(
    bench: Workbench, returned: Return, chosen: Collection[Difference], at: datetime
) -> Edit:
    """The one edit that takes the chosen differences in, and notes that the copy came back."""
    name, taken = returned.handover.name, {(it.record, it.field) for it in chosen}
    for it in chosen:
        # A weight and the reason for it go together.
        kind, _, scheme = it.field.partition(":")
        if kind in _PAIRED:
            taken.add((it.record, f"{_PAIRED[kind]}:{scheme}"))
    title = f"return from {name}"
    source = f"From {name}'s return of {at.date():%d.%m.%Y}"
    changes = [
        FieldChange(
            it.record,
            it.field,
            it.now,
            it.new,
            f"{source}: {it.who}{f', {it.why}' if it.why else ''}",
        )
        for it in returned.differences
        if (it.record, it.field) in taken and it.changes
    ]
    ref = RecordRef(RecordKind.COPY, returned.handover.id)
    before = bench.record(ref.kind, ref.code)["returns"]
    seen = before if isinstance(before, list) else []
    noted: Json = {"print": returned.mark, "lines": returned.lines, "at": at.isoformat()}
    changes.append(FieldChange(ref, "returns", before, [*seen, noted]))
    return Edit(title, tuple(changes), source)


def _handover(pack: Pack, where: str) -> Handover:
    try:
        found = handover_of(pack.records(RecordKind.COPY))
    except (MalformedError, ValueError, TypeError):
        raise _altered(where, "What says that it is a copy cannot be read.") from None
    if found is None:
        raise ReturnError(
            "This pack is no district's copy.",
            where=where,
            remedy="Choose the file that the district sent back.",
        )
    return found


def _all_records(pack: Pack, where: str) -> _Records:
    kinds: list[RecordKind] = [kind for kind in RecordKind if kind is not RecordKind.COPY]
    found = {kind: pack.records(kind) for kind in kinds}
    for of_kind in found.values():
        for code, fields in of_kind.items():
            if not isinstance(fields, dict):
                raise _altered(where, f"The record '{code}' is none.")
    return found


def _net(trail: Sequence[AuditRow], where: str) -> dict[_Key, tuple[Json, AuditRow]]:
    """By record and field: what it was first, and the last line that changed it."""
    changes: dict[_Key, tuple[Json, AuditRow]] = {}
    if len(trail) > _MOST_CHANGES:
        raise _altered(where, "Its audit trail is longer than any person's work.")
    for row in trail:
        kind = row.record.kind
        if kind is RecordKind.COPY or (kind is RecordKind.LOAD and not row.field and not row.old):
            continue  # how the copy was made
        if not is_open_to_districts(row.record, row.field):
            raise _altered(where, f"It holds a change that copies do not allow: {row.title}.")
        _check_new(row, where)
        key = (row.record, row.field)
        first = changes[key][0] if key in changes else row.old
        changes[key] = (first, row)
    return {key: (old, row) for key, (old, row) in changes.items() if old != row.new}


def _check_new(row: AuditRow, where: str) -> None:
    if row.record.kind in OWN_KINDS:
        sound = row.new is None or isinstance(row.new, dict)
    elif row.record.kind is not RecordKind.COMMENTARY:
        sound = row.new is None or isinstance(row.new, int | float | str)
    else:
        new = row.new
        sound = new is None or (
            isinstance(new, dict)
            and new.keys() == _COMMENTARY_FIELDS.keys()
            and all(isinstance(new[key], kind) for key, kind in _COMMENTARY_FIELDS.items())
            and all(len(it) <= LONGEST_TEXT for it in new.values() if isinstance(it, str))
        )
    if isinstance(row.new, str) and len(row.new) > LONGEST_TEXT:
        sound = False
    if not sound:
        raise _altered(where, f"It holds what is no score and no paragraph: {row.title}.")


def _taken_back(
    records: _Records, changes: Mapping[_Key, tuple[Json, AuditRow]], where: str
) -> _Records:
    """The records as they were when the copy was made."""
    before = {kind: {code: dict(it) for code, it in of.items()} for kind, of in records.items()}
    for (record, field), (old, row) in changes.items():
        of_kind = before[record.kind]
        now: Json = of_kind.get(record.code)
        if field:
            fields = of_kind.get(record.code)
            if fields is None:
                raise _altered(where, f"A record that was changed is gone: {row.title}.")
            now = fields.get(field)
            if old is None:
                fields.pop(field, None)
            else:
                fields[field] = old
        elif isinstance(old, dict):
            of_kind[record.code] = dict(old)
        else:
            of_kind.pop(record.code, None)
        if now != row.new:
            raise _altered(where, f"What it says is not what its trail says: {row.title}.")
    return before


def _check_scores(records: _Records, where: str) -> None:
    """Scores have to be such as the copy's own scheme lets people give."""
    schemes = [scheme_of(fields) for fields in records[RecordKind.SCHEME].values()]
    try:
        types = [type_of(fields) for fields in records[RecordKind.INCIDENT_TYPE].values()]
    except MalformedError as error:
        raise _altered(where, error.what) from None
    for it in types:
        for scheme in schemes:
            for factor in scheme.factors:
                score = it.score(scheme.code, factor.code)
                if score is not None and not factor.lowest <= score <= factor.highest:
                    raise _altered(where, f"{it.name} has a score that the scheme does not have.")
            weight = it.own_weight(scheme.code)
            if weight is not None and not (0 <= weight.value < inf and weight.why):
                raise _altered(where, f"{it.name} has a weight without a reason.")


def _difference(bench: Workbench, key: _Key, given: Json, row: AuditRow) -> Difference:
    record, field = key
    now = bench.records(record.kind).get(record.code)
    return Difference(
        record,
        field,
        row.title,
        given,
        cast("Json", now) if not field or now is None else now.get(field),
        row.new,
        row.who,
        row.at,
        row.why,
    )


def _remarks(
    bench: Workbench, handover: Handover, issued: Mapping[str, Json], mark: str, lines: int
) -> list[str]:
    remarks = []
    returns = issued.get("returns")
    earlier = [it for it in returns if isinstance(it, dict)] if isinstance(returns, list) else []
    if any(it.get("print") == mark for it in earlier):
        remarks.append("The same return was taken in before.")
    elif any(isinstance(n := it.get("lines"), int) and n > lines for it in earlier):
        remarks.append("A later return of this copy was taken in before: this one is older.")
    made = str(issued.get("made_at"))
    if any(
        other.get("district") == handover.district and str(other.get("made_at")) > made
        for other in bench.records(RecordKind.COPY).values()
    ):
        remarks.append(f"{handover.name} has been given a newer copy since.")
    return remarks


def _altered(where: str, what: str) -> ReturnError:
    return ReturnError(
        f"This copy was altered outside the program, so nothing of it is taken in. {what}",
        where=where,
        remedy="Ask the district to send the file as the program saved it.",
    )
