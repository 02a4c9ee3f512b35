"""What needs an eye, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from safer_desktop.gui.models.overview_words import Attention
from safer_desktop.gui.widgets.cards import DETAIL_ROLE

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class AttentionModel(QAbstractListModel):
    """One card per thing."""

    _items: tuple[Attention, ...] = ()

    def show(self, items: Sequence[Attention]) -> None:
        """Show these, and only these."""
        if tuple(items) != self._items:
            self.beginResetModel()
            self._items = tuple(items)
            self.endResetModel()

    def item(self, row: int) -> Attention:
        """The thing in a row."""
        return self._items[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per thing."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, and the detail below it."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case _ if role == DETAIL_ROLE:
                return item.detail
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{item.title}. {item.detail}"
            case _:
                return None
