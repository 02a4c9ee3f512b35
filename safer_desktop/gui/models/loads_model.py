"""The files that came in, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from safer_desktop.domain.observations import StoredLoad
from safer_desktop.gui.models.problems_model import count_words

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("File", "Partner", "Read by", "Figures", "Checks", "Loaded", "State")
_RIGHT = frozenset({"Figures"})


class LoadsModel(QAbstractTableModel):
    """One row per load; a load that was taken back stays, struck through and named so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loads: tuple[StoredLoad, ...] = ()

    def set_loads(self, loads: tuple[StoredLoad, ...]) -> None:
        """Show these loads, given oldest first."""
        self.beginResetModel()
        self._loads = tuple(reversed(loads))
        self.endResetModel()

    def load(self, row: int) -> StoredLoad:
        """The load in this row."""
        return self._loads[row]

    def row_of(self, load_id: int) -> int:
        """The row of a load; -1 if it is not there."""
        return next((row for row, load in enumerate(self._loads) if load.id == load_id), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per load."""
        return 0 if parent.isValid() else len(self._loads)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Seven columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; what no longer counts is struck through."""
        if not index.isValid():
            return None
        load = self._loads[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(load)[index.column()]
        if role == Qt.ItemDataRole.FontRole and load.withdrawn:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and _COLUMNS[index.column()] in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @staticmethod
    def _words(load: StoredLoad) -> tuple[str, ...]:
        return (
            load.file.name,
            load.file.partner,
            load.file.recipe,
            f"{load.observations:,}",
            count_words(load.problems) or "nothing odd",
            f"{load.file.loaded_at:%d %b %Y %H:%M} by {load.file.loaded_by}",
            "taken back" if load.withdrawn else "in use",
        )
