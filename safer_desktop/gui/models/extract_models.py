"""An extract's columns and what each is used for; the labels found in it and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from safer_desktop.loading.extracts import ColumnProfile, ColumnRole, IncidentColumns

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CHOICES_ROLE = Qt.ItemDataRole.UserRole
"""A list of (words, value) to choose from, for the delegate."""

LEFT_OUT = "left out"


class ExtractColumnsModel(QAbstractTableModel):
    """One row per column of the extract. ``edited`` brings the column's name and its new role."""

    edited = Signal(str, object)
    HEADERS = ("Column", "Used as", "What stands in it")
    ROLE = 1

    def __init__(self, profiles: Sequence[ColumnProfile], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = tuple(profiles)
        self._columns: IncidentColumns | None = None

    def set_columns(self, columns: IncidentColumns) -> None:
        """Show these roles."""
        self._columns = columns
        if self._profiles:
            last = self.index(len(self._profiles) - 1, len(self.HEADERS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per column of the extract."""
        return 0 if parent.isValid() else len(self._profiles)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Name, role and sample."""
        return 0 if parent.isValid() else len(self.HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.HEADERS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only the role can be changed."""
        flags = super().flags(index)
        if index.isValid() and index.column() == self.ROLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the role behind them, and the roles to choose from."""
        if not index.isValid():
            return None
        profile = self._profiles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(profile, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self._role(profile) if index.column() == self.ROLE else None
        if role == CHOICES_ROLE and index.column() == self.ROLE:
            return [(str(it), it) for it in ColumnRole]
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give a column a role; told by ``edited``."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        profile = self._profiles[index.row()]
        wanted = ColumnRole(value)
        if wanted is self._role(profile):
            return False
        self.edited.emit(profile.name, wanted)
        return True

    def _role(self, profile: ColumnProfile) -> ColumnRole:
        columns = self._columns
        if columns is None:
            return profile.role
        used = (role for role in ColumnRole if columns.column(role) == profile.name)
        return next(used, ColumnRole.NOT_KEPT)

    def _words(self, profile: ColumnProfile, column: int) -> str:
        if column == 0:
            return profile.name
        role = self._role(profile)
        if column == self.ROLE:
            return str(role)
        if profile.personal:
            return f"{profile.sample} (personal: {profile.personal})".strip()
        return profile.sample


@dataclass(frozen=True, slots=True)
class FoundInExtract:
    """A label with the number of its rows and what it means: a code, ``""`` left out, None open."""

    label: str
    rows: int
    code: str | None


class MeaningsModel(QAbstractTableModel):
    """Labels, most rows first. ``edited`` brings the label and the code chosen for it."""

    edited = Signal(str, str)
    MEANING = 2

    def __init__(
        self, heading: str, means: str, names: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        """``names`` are what may be chosen: code to name, in order."""
        super().__init__(parent)
        self._headers = (heading, "Rows", means)
        self._names = dict(names)
        self._found: tuple[FoundInExtract, ...] = ()

    def set_found(self, found: Sequence[FoundInExtract]) -> None:
        """Show these labels."""
        ordered = tuple(sorted(found, key=lambda it: (it.code is not None, -it.rows, it.label)))
        same = [it.label for it in ordered] == [it.label for it in self._found]
        if not same:
            self.beginResetModel()
        self._found = ordered
        if not same:
            self.endResetModel()
        elif ordered:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, self.MEANING))

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per label."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Label, rows and meaning."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only the meaning can be changed."""
        flags = super().flags(index)
        if index.isValid() and index.column() == self.MEANING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the code behind them, and the choices."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = (found.label or "(blank)", f"{found.rows:,}", self._meaning(found.code))
            return words[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return found.code
        if role == CHOICES_ROLE and index.column() == self.MEANING:
            return [(LEFT_OUT, ""), *((name, code) for code, name in self._names.items())]
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say what a label means; told by ``edited``."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or value is None:
            return False
        found = self._found[index.row()]
        if value == found.code:
            return False
        self.edited.emit(found.label, str(value))
        return True

    def _meaning(self, code: str | None) -> str:
        if code is None:
            return "? choose"
        return self._names.get(code, code) if code else LEFT_OUT


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
