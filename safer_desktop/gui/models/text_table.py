"""A table of texts, read only: the figures of a chart, the details of a figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class TextTableModel(QAbstractTableModel):
    """Rows of texts; the ``numeric`` columns align to the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._numeric: frozenset[int] = frozenset()

    def set_table(
        self,
        headers: Sequence[str],
        rows: Sequence[tuple[str, ...]],
        numeric: Collection[int] = (),
    ) -> None:
        """Show another table."""
        self.beginResetModel()
        self._headers, self._rows = tuple(headers), tuple(rows)
        self._numeric = frozenset(numeric)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row each."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One column per header."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headers; rows by number."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section] if orientation is Qt.Orientation.Horizontal else section + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, also as tool tip since a cell may be too narrow for it."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def tsv(self, rows: Collection[int] = ()) -> str:
        """Header and rows (all, or those given), cells apart by tabs."""
        chosen = [self._rows[i] for i in sorted(rows)] if rows else list(self._rows)
        lines = (self._headers, *chosen)
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        right = column in self._numeric
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
