"""The differences between a partner's last file and this one, with a tick where one must agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from safer_desktop.domain.observations import Severity
from safer_desktop.loading.drift.nouns import Difference, Follow

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("What happens", "What has changed", "Last time", "This file", "Where")
_FOLLOWS = [Follow.NOT, Follow.IF_AGREED, Follow.BY_ITSELF]
_GRAVITY = list(Severity)
_SHAPES = {
    Follow.NOT: "\N{MULTIPLICATION SIGN}",
    Follow.IF_AGREED: "?",
    Follow.BY_ITSELF: "\N{CHECK MARK}",
}


class DriftModel(QAbstractTableModel):
    """One row per difference: what cannot be followed first, what is only to be known last.

    ``agreed_changed`` comes when a tick was set or taken away.
    """

    agreed_changed = Signal()

    def __init__(self, differences: Sequence[Difference], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._differences = sorted(
            differences, key=lambda it: (_FOLLOWS.index(it.follow), _GRAVITY.index(it.severity))
        )
        self._agreed: set[int] = set()

    @property
    def open_questions(self) -> int:
        """How many differences still wait for the user's word."""
        asking = (it.follow is Follow.IF_AGREED for it in self._differences)
        return sum(asking) - len(self._agreed)

    def difference(self, row: int) -> Difference:
        """The difference in this row."""
        return self._differences[row]

    def agree_to_all(self, agreed: bool) -> None:
        """Tick every difference that needs a tick, or none."""
        asking = {n for n, it in enumerate(self._differences) if it.follow is Follow.IF_AGREED}
        self._agreed = asking if agreed else set()
        if self._differences:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.agreed_changed.emit()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per difference."""
        return 0 if parent.isValid() else len(self._differences)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Five columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only what needs the user's word can be ticked."""
        flags = super().flags(index)
        if index.isValid() and self._can_be_ticked(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; what happens with its shape or its tick."""
        if not index.isValid():
            return None
        difference = self._differences[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and self._can_be_ticked(index):
            agreed = index.row() in self._agreed
            return Qt.CheckState.Checked if agreed else Qt.CheckState.Unchecked
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == 0:
            words = "agreed" if index.row() in self._agreed else str(difference.follow)
            shape = "" if self._can_be_ticked(index) else f"{_SHAPES[difference.follow]} "
            return f"{shape}{words}"
        texts = (difference.what, difference.before, difference.now, difference.place)
        return " ".join(texts[index.column() - 1].split())

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set or take away a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_be_ticked(index):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._agreed.add(index.row())
        else:
            self._agreed.discard(index.row())
        self.dataChanged.emit(index, index)
        self.agreed_changed.emit()
        return True

    def _can_be_ticked(self, index: _Index) -> bool:
        asks = self._differences[index.row()].follow is Follow.IF_AGREED
        return index.column() == 0 and asks
