"""Records as tables: all records of one kind, or the entries of one record's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.context import Context

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CHOICES_ROLE = Qt.ItemDataRole.UserRole
"""A list of (words, value) to choose from; empty for free text."""

Row = dict[str, Json]
Refuse = Callable[[Callable[[], None]], bool]
"""Does an edit and gives False, after telling the user why, if it was refused."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: a field of the record. ``listed``: its value is a list, written with commas."""

    name: str
    header: str
    choices: Sequence[tuple[str, Any]] = ()
    listed: bool = False
    fixed: bool = False
    empty_is_none: bool = False


class _RowsModel(QAbstractTableModel):
    """Rows of JSON fields; a subclass knows where they are kept."""

    def __init__(self, fields: Sequence[Field], refuse: Refuse, parent: QObject) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._refuse = refuse
        self._rows: list[Row] = []

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per record or entry."""
        return 0 if parent.isValid() else len(self._rows)

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
        """All but fixed fields can be edited."""
        flags = super().flags(index)
        if index.isValid() and not self._fields[index.column()].fixed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show, the value to edit, and the choices there are."""
        if not index.isValid():
            return None
        field = self._fields[index.column()]
        value = self._rows[index.row()].get(field.name)
        if role == CHOICES_ROLE:
            return list(field.choices)
        if role == Qt.ItemDataRole.EditRole:
            return value if field.choices else _text(value)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            named = (words for words, choice in field.choices if choice == value)
            return next(named, _text(value))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit; the view follows when the workbench tells of it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        field = self._fields[index.column()]
        new: Json = value
        if not field.choices:
            new = _value(str(value), field)
        if new == self._rows[index.row()].get(field.name):
            return False
        return self._refuse(lambda: self._edit(index.row(), field, new))

    def _edit(self, row: int, field: Field, new: Json) -> None:
        raise NotImplementedError

    def _show(self, rows: list[Row]) -> None:
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(self._fields) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class RecordsModel(_RowsModel):
    """All records of one kind, in their order."""

    def __init__(
        self,
        context: Context,
        kind: RecordKind,
        fields: Sequence[Field],
        refuse: Refuse,
        parent: QObject,
    ) -> None:
        super().__init__(fields, refuse, parent)
        self._context = context
        self._kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Read the records again."""
        self._show(list(self._context.workbench.records(self._kind).values()))

    def code(self, row: int) -> str:
        """The code of the record in this row."""
        return str(self._rows[row]["code"])

    def _edit(self, row: int, field: Field, new: Json) -> None:
        title = f"{field.header.lower()} of {self._rows[row].get('name') or self.code(row)}"
        self._context.edit_field(self._kind, self.code(row), field.name, new, title)


class ListFieldModel(_RowsModel):
    """The entries of a list in one record: definition breaks, members of a group."""

    def __init__(
        self,
        context: Context,
        kind: RecordKind,
        list_field: str,
        words: str,
        fields: Sequence[Field],
        refuse: Refuse,
        parent: QObject,
    ) -> None:
        super().__init__(fields, refuse, parent)
        self._context = context
        self._kind = kind
        self._list_field = list_field
        self._words = words
        self._code = ""

    def set_record(self, code: str) -> None:
        """Show the list of this record; none for an empty code."""
        self._code = code
        entries: Json = []
        if code and self._context.workbench.has_record(self._kind, code):
            entries = self._context.workbench.record(self._kind, code).get(self._list_field)
        rows = entries if isinstance(entries, list) else []
        self._show([dict(entry) for entry in rows if isinstance(entry, dict)])

    def add(self, entry: Row) -> None:
        """Put an entry at the end."""
        self._refuse(lambda: self._keep([*self._rows, entry]))

    def remove(self, row: int) -> None:
        """Take an entry out."""
        rest = [entry for place, entry in enumerate(self._rows) if place != row]
        self._refuse(lambda: self._keep(rest))

    def _edit(self, row: int, field: Field, new: Json) -> None:
        rows = [dict(entry) for entry in self._rows]
        rows[row][field.name] = new
        self._keep(rows)

    def _keep(self, rows: list[Row]) -> None:
        name = self._context.workbench.record(self._kind, self._code).get("name", self._code)
        entries: Json = list(rows)
        self._context.edit_field(
            self._kind, self._code, self._list_field, entries, f"{self._words} of {name}"
        )


def _text(value: Json) -> str:
    if value is None:
        return ""
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _value(text: str, field: Field) -> Json:
    if field.listed:
        return [part.strip() for part in text.split(",") if part.strip()]
    return None if field.empty_is_none and not text.strip() else text.strip()
