"""The files that came in, newest first, or in the order of any column; found by any word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from safer_desktop.domain.observations import StoredLoad
from safer_desktop.gui.models.problems_model import count_words
from safer_desktop.workbench.sources import Source

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Words = Callable[[Source], str]


class LoadsModel(QAbstractTableModel):
    """One row per load; a load that was taken back stays, struck through and named so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Source, ...] = ()
        self._shown: tuple[Source, ...] = ()
        self._wanted = ""
        self._order: tuple[int, Qt.SortOrder] | None = None

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """Show these loads, given oldest first."""
        self.beginResetModel()
        self._all = tuple(reversed(sources))
        self._arrange()
        self.endResetModel()

    def find(self, text: str) -> None:
        """Show only the loads in whose words, or indicators, all of these words stand."""
        self.beginResetModel()
        self._wanted = text
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the loads into the order of a column; -1 for newest first."""
        self.beginResetModel()
        self._order = (column, order) if column >= 0 else None
        self._arrange()
        self.endResetModel()

    def source(self, row: int) -> Source:
        """The load in this row, with what is told of it."""
        return self._shown[row]

    def load(self, row: int) -> StoredLoad:
        """The load in this row."""
        return self._shown[row].load

    def row_of(self, load_id: int) -> int:
        """The row of a load; -1 if it is not there."""
        return next((row for row, it in enumerate(self._shown) if it.load.id == load_id), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per load that is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Ten columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; what no longer counts is struck through."""
        if not index.isValid():
            return None
        source = self._shown[index.row()]
        name = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _WORDS[name](source)
        if role == Qt.ItemDataRole.FontRole and source.load.withdrawn:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and name == "Figures":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        words = self._wanted.casefold().split()
        shown = [it for it in self._all if all(word in _haystack(it) for word in words)]
        if self._order is not None:
            name = COLUMNS[self._order[0]]
            shown.sort(
                key=lambda it: _key(name, it),
                reverse=self._order[1] is Qt.SortOrder.DescendingOrder,
            )
        self._shown = tuple(shown)


def _haystack(source: Source) -> str:
    texts = (*(words(source) for words in _WORDS.values()), *source.indicators)
    return " ".join(texts).casefold()


def _key(name: str, source: Source) -> tuple[float, str]:
    """Numbers and days by their size, everything else by its words."""
    numbers: dict[str, float] = {
        "Figures": source.load.observations,
        "Runs to": (source.runs_to or date.min).toordinal(),
        "Restated": len(source.restatement.revisions) if source.restatement else 0,
        "Loaded": source.load.file.loaded_at.timestamp(),
    }
    return (numbers.get(name, 0.0), "" if name in numbers else _WORDS[name](source).casefold())


def _runs_to(source: Source) -> str:
    if source.runs_to is None:
        return ""
    late = f", {source.overdue} days overdue" if source.overdue else ""
    return f"{source.runs_to.day} {source.runs_to:%b %Y}{late}"


def _restated(source: Source) -> str:
    it = source.restatement
    return f"{len(it.revisions):,} of {it.held:,}" if it is not None else ""


_WORDS: dict[str, _Words] = {
    "File": lambda it: it.load.file.name,
    "Partner": lambda it: it.load.file.partner,
    "Read by": lambda it: it.load.file.recipe,
    "Figures": lambda it: f"{it.load.observations:,}",
    "Runs to": _runs_to,
    "Checks": lambda it: count_words(it.load.problems) or "nothing odd",
    "Decisions": lambda it: it.decisions,
    "Restated": _restated,
    "Loaded": lambda it: f"{it.load.file.loaded_at:%d %b %Y %H:%M} by {it.load.file.loaded_by}",
    "State": lambda it: "taken back" if it.load.withdrawn else "in use",
}
COLUMNS = tuple(_WORDS)
