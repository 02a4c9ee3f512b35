"""What was typed or pasted into the matrix, weighed cell by cell before anything is taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import FieldChange, Json, RecordKind, RecordRef, code_from
from safer_desktop.gui.models.matrix_columns import (
    COUNT,
    TYPE,
    CellError,
    MatrixColumn,
    parsed_name,
)
from safer_desktop.risk.kept import type_fields
from safer_desktop.risk.scheme import IncidentType, MatrixRow

KIND = RecordKind.INCIDENT_TYPE


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: row (from 1) and column as the user sees them, and why."""

    row: int
    column: str
    name: str
    words: str

    def __str__(self) -> str:
        named = f" ({self.name})" if self.name else ""
        return f"Row {self.row}{named}, {self.column}: {self.words}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Texts for one row of the table: by column; ``row`` is None for a type not there yet."""

    number: int
    row: MatrixRow | None
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """Outcome of weighing: the good cells as changes, the faults, and how many cells stay.

    ``kept`` cells are worked out or come from the data, and were left as they are; ``cells`` is
    how many were weighed and found good.
    """

    changes: tuple[FieldChange, ...]
    faults: tuple[Fault, ...]
    kept: int
    cells: int
    title: str = ""
    made: tuple[str, ...] = ()


class Weigher:
    """Weighs entries against the columns, the names in use and what the pack holds.

    ``why`` is the user's reason, which some entries must have.
    """

    def __init__(
        self,
        columns: Sequence[MatrixColumn],
        stored: Mapping[str, Mapping[str, Json]],
        why: str = "",
    ) -> None:
        self._why = why
        self._columns = {column.key: column for column in columns}
        self._stored = stored
        self._names = {code: str(fields.get("name", "")) for code, fields in stored.items()}
        self._changes: list[FieldChange] = []
        self._faults: list[Fault] = []
        self._made: list[str] = []
        self._kept = 0
        self._cells = 0

    def weigh(self, entries: Sequence[Entry], title: str = "") -> Plan:
        """A plan for all entries; cells that would change nothing make no change."""
        for entry in entries:
            if entry.row is None:
                self._new(entry)
            else:
                self._known(entry, entry.row)
        return Plan(
            tuple(self._changes),
            tuple(self._faults),
            self._kept,
            self._cells,
            title or self._only_title(entries),
            tuple(self._made),
        )

    def _known(self, entry: Entry, row: MatrixRow) -> None:
        code = row.type.code
        indicator = row.type.indicator
        for key, text in entry.texts.items():
            column = self._columns[key]
            if not column.field or (key == COUNT and indicator):
                self._kept += 1
                continue
            others = {name for other, name in self._names.items() if other != code}
            new = self._read(entry, column, text, row.type.name, others if key == TYPE else ())
            if isinstance(new, Fault):
                continue
            if key == TYPE:
                self._names[code] = str(new)
            self._change(RecordRef(KIND, code), column, self._stored[code], new)

    def _new(self, entry: Entry) -> None:
        """A type of its own: made whole with its name, then filled cell by cell."""
        if not any(text.strip() for text in entry.texts.values()):
            return
        column = self._columns[TYPE]
        text = entry.texts.get(TYPE, "")
        name = self._read(entry, column, text, "", self._names.values())
        if isinstance(name, Fault):
            return
        code = code_from(str(name), self._names, "incident-type")
        self._names[code] = str(name)
        self._made.append(code)
        ref, empty = RecordRef(KIND, code), type_fields(IncidentType(code, str(name)))
        self._changes.append(FieldChange(ref, "", None, empty))
        for key, text in entry.texts.items():
            column = self._columns[key]
            if key == TYPE or not text.strip():
                continue
            if not column.field:
                self._kept += 1
                continue
            new = self._read(entry, column, text, str(name), ())
            if not isinstance(new, Fault):
                self._change(ref, column, empty, new)

    def _change(
        self, ref: RecordRef, column: MatrixColumn, fields: Mapping[str, Json], new: Json
    ) -> None:
        old = fields.get(column.field)
        if old == new:
            return
        self._changes.append(FieldChange(ref, column.field, old, new))
        if column.why_field:
            why = None if new is None else self._why
            was = fields.get(column.why_field)
            if was != why:
                self._changes.append(FieldChange(ref, column.why_field, was, why))

    def _read(
        self, entry: Entry, column: MatrixColumn, text: str, name: str, others: Collection[str]
    ) -> Json | Fault:
        try:
            if column.key == TYPE:
                new: Json = parsed_name(text, others)
            else:
                new = column.parse(text)
            if column.why_field and new is not None and not self._why:
                raise CellError(
                    "A weight of one's own needs a reason: it is printed beside it.",
                    remedy="Type it under the table first, in 'Why, for the next change'.",
                )
        except SaferError as error:
            fault = Fault(entry.number + 1, column.header, name, str(error))
            self._faults.append(fault)
            return fault
        self._cells += 1
        return new

    def _only_title(self, entries: Sequence[Entry]) -> str:
        """What an edit of one cell is called in the undo list and the audit trail."""
        if len(entries) == 1 and len(entries[0].texts) == 1:
            (entry,), (key,) = entries, entries[0].texts
            if entry.row is None:
                return f"new incident type {' '.join(entry.texts[key].split())}"
            return f"{self._columns[key].noun} of {entry.row.type.name}"
        return f"{self._cells} cells"
