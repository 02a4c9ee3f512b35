"""Records as tables: all records of one kind, or the entries of one record's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.models.record_fields import Field

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CHOICES_ROLE = Qt.ItemDataRole.UserRole
"""A list of (words, value) to choose from; empty for free text."""

Row = dict[str, Json]


class _RowsModel(QAbstractTableModel):
    """Rows of JSON fields, and at the end at most one that is not kept yet: a draft.

    A draft becomes a record (or entry) by one edit, as soon as its needed fields are typed.
    """

    def __init__(self, desk: Desk, noun: str, fields: Sequence[Field]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._noun = noun
        self._fields = tuple(fields)
        self._rows: list[Row] = []
        self._draft: Row | None = None
        self._making = False

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per record or entry, and the draft."""
        return 0 if parent.isValid() else len(self._rows) + (self._draft is not None)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One column per field."""
        return 0 if parent.isValid() else len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The fields' names in words."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._fields[section].header
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Fixed fields can be typed only in a draft, derived ones never."""
        flags = super().flags(index)
        if index.isValid():
            field = self._fields[index.column()]
            if not field.derived and (not field.fixed or self.is_draft(index.row())):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show, the value to edit, the choices there are; a draft asks for its fields."""
        if not index.isValid():
            return None
        field = self._fields[index.column()]
        value = self._row(index.row()).get(field.name)
        asked = self.is_draft(index.row()) and field.needed and not value
        if role == CHOICES_ROLE:
            return list(field.choices)
        if role == Qt.ItemDataRole.EditRole:
            return value if field.choices else field.show(value)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"({field.header.lower()}?)" if asked else self.words(field, value)
        if role == Qt.ItemDataRole.ForegroundRole and asked:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit; the view follows when the workbench tells of it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        field, row = self._fields[index.column()], index.row()
        if self.is_draft(row) and value in ("", None):
            return False
        try:
            new = self._checked(row, field, value)
        except CatalogueError as error:
            self._desk.refuse(error)
            return False
        if self.is_draft(row):
            return self._type_draft(field, new)
        if new == self._rows[row].get(field.name):
            return False
        return self._desk.attempt(lambda: self._edit(row, field, new))

    def words(self, field: Field, value: Json) -> str:
        """A value as it is shown."""
        named = (words for words, choice in field.choices if choice == value)
        return next(named, field.show(value))

    def offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """Give a column of choices other choices."""
        self._fields = tuple(
            replace(f, choices=choices) if f.name == name else f for f in self._fields
        )

    @property
    def kept(self) -> int:
        """How many rows the pack holds."""
        return len(self._rows)

    def is_draft(self, row: int) -> bool:
        """Whether this row is the one that is not kept yet."""
        return self._draft is not None and row == len(self._rows)

    def begin_draft(self, start: Row) -> QModelIndex:
        """Put a draft at the end, if there is none; gives the first cell to type in."""
        if self._draft is None:
            place = len(self._rows)
            self.beginInsertRows(QModelIndex(), place, place)
            self._draft = start
            self.endInsertRows()
        first = next(
            n for n, f in enumerate(self._fields) if f.needed and not self._draft.get(f.name)
        )
        return self.index(len(self._rows), first)

    def drop_draft(self) -> None:
        """Take the draft away."""
        if self._draft is not None:
            place = len(self._rows)
            self.beginRemoveRows(QModelIndex(), place, place)
            self._draft = None
            self.endRemoveRows()

    def _row(self, row: int) -> Row:
        return self._draft if self._draft is not None and self.is_draft(row) else self._rows[row]

    def _checked(self, row: int, field: Field, value: Any) -> Json:
        new: Json = value if field.choices else field.read(str(value))
        if field.needed and not new:
            raise CatalogueError(f"{self._noun[0].upper()}{self._noun[1:]} needs this.")
        if field.unique and isinstance(new, str):
            others = (str(r.get(field.name)) for n, r in enumerate(self._rows) if n != row)
            if new.casefold() in (other.casefold() for other in others):
                raise CatalogueError(f"'{new}' is taken by another row.")
        return new

    def _type_draft(self, field: Field, new: Json) -> bool:
        assert self._draft is not None
        self._draft[field.name] = new
        place = len(self._rows)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._fields) - 1))
        missing = [f.header for f in self._fields if f.needed and not self._draft.get(f.name)]
        if missing:
            self._desk.note(f"Not kept yet. Still to be typed: {', '.join(missing).lower()}.")
            return True
        return self._desk.attempt(self._make_kept)

    def _make_kept(self) -> None:
        assert self._draft is not None
        # While this runs, the news of the edit replaces the draft by what was made of it.
        self._making = True
        try:
            self._make(dict(self._draft))
        finally:
            self._making = False

    def _make(self, row: Row) -> None:
        raise NotImplementedError

    def _edit(self, row: int, field: Field, new: Json) -> None:
        raise NotImplementedError

    def _show(self, rows: list[Row]) -> None:
        before = self.rowCount()
        draft = None if self._making else self._draft
        if len(rows) + (draft is not None) == before:
            self._rows, self._draft = rows, draft
            if before:
                last = self.index(before - 1, len(self._fields) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._draft = rows, draft
        self.endResetModel()


class RecordsModel(_RowsModel):
    """All records of one kind, in their order. ``made`` completes the fields of a new one."""

    def __init__(
        self,
        desk: Desk,
        kind: RecordKind,
        noun: str,
        fields: Sequence[Field],
        made: Callable[[Row], Row],
    ) -> None:
        super().__init__(desk, noun, fields)
        self._kind = kind
        self._made = made
        self.refresh()

    def refresh(self) -> None:
        """Read the records again."""
        self._show(list(self._desk.workbench.records(self._kind).values()))

    def code(self, row: int) -> str:
        """The code of the record in this row; empty for a draft and outside the table."""
        inside = 0 <= row < len(self._rows)
        return str(self._rows[row]["code"]) if inside else ""

    def row_of(self, code: str) -> int:
        """The row of the record of this code; -1 if there is none."""
        return next((n for n, row in enumerate(self._rows) if row["code"] == code), -1)

    def _make(self, row: Row) -> None:
        fields = self._made(row)
        ref = RecordRef(self._kind, str(fields["code"]))
        title = f"new {self._kind} {fields['name']}"
        self._desk.apply(Edit(title, (FieldChange(ref, "", None, fields),)))

    def _edit(self, row: int, field: Field, new: Json) -> None:
        name = self._rows[row].get("name") or self.code(row)
        title = f"{field.header.lower()} of {name}"
        self._desk.set_field(self._kind, self.code(row), field.name, new, title)


class ListFieldModel(_RowsModel):
    """The entries of a list in one record: definition breaks, members of a group."""

    def __init__(
        self,
        desk: Desk,
        kind: RecordKind,
        list_field: str,
        words: str,
        noun: str,
        fields: Sequence[Field],
        *,
        order_by: str = "",
    ) -> None:
        super().__init__(desk, noun, fields)
        self._kind = kind
        self._list_field = list_field
        self._words = words
        self._order_by = order_by
        self._code = ""

    def set_record(self, code: str) -> None:
        """Show the list of this record; none for an empty code."""
        if code != self._code:
            self.drop_draft()
        self._code = code
        workbench = self._desk.workbench
        entries: Json = []
        if code and workbench.has_record(self._kind, code):
            entries = workbench.record(self._kind, code).get(self._list_field)
        rows = entries if isinstance(entries, list) else []
        self._show([dict(entry) for entry in rows if isinstance(entry, dict)])

    def remove(self, row: int) -> None:
        """Take an entry out; a draft just goes."""
        if self.is_draft(row):
            self.drop_draft()
        elif 0 <= row < len(self._rows):
            rest = [entry for place, entry in enumerate(self._rows) if place != row]
            self._desk.attempt(lambda: self._keep(rest))

    def _make(self, row: Row) -> None:
        entry = {field.name: row.get(field.name) for field in self._fields}
        self._keep([*self._rows, entry])

    def _edit(self, row: int, field: Field, new: Json) -> None:
        rows = [dict(entry) for entry in self._rows]
        rows[row][field.name] = new
        self._keep(rows)

    def _keep(self, rows: list[Row]) -> None:
        name = self._desk.workbench.record(self._kind, self._code).get("name", self._code)
        if self._order_by:
            rows = sorted(rows, key=lambda row: str(row.get(self._order_by)))
        entries: Json = list(rows)
        self._desk.set_field(
            self._kind, self._code, self._list_field, entries, f"{self._words} of {name}"
        )
