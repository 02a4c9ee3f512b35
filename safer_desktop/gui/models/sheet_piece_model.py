"""A sheet as it is or was, with cells marked by a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.loading.cells import Place, Sheet, a1, column_letters

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

_LONG = 24

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The word that marks a cell; empty for none."""

CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the mark belongs to what is being looked at."""


class SheetPieceModel(QAbstractTableModel):
    """Cells by their text. ``figures`` are places where figures stood that were not kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet("", ())
        self._marks: Mapping[Place, str] = {}
        self._chosen: frozenset[Place] = frozenset()
        self._figures: frozenset[Place] = frozenset()

    @property
    def sheet_name(self) -> str:
        """The name of the sheet that is shown."""
        return self._sheet.name

    def lone_texts(self) -> list[Place]:
        """Words that stand alone in their row, such as titles and notes: they run on to the right.

        Only words that need more than one cell are named.
        """
        found = []
        for row, cells in enumerate(self._sheet.rows):
            filled = [column for column, value in enumerate(cells) if value is not None]
            alone = len(filled) == 1 and filled[0] + 1 < self.columnCount()
            if alone and len(self._sheet.text(row, filled[0])) > _LONG:
                found.append((row, filled[0]))
        return found

    def show_sheet(
        self, sheet: Sheet, marks: Mapping[Place, str], figures: frozenset[Place] = frozenset()
    ) -> None:
        """Show another sheet with its marks."""
        self.beginResetModel()
        self._sheet, self._marks, self._figures = sheet, marks, figures
        self._chosen = frozenset()
        self.endResetModel()

    def choose(self, places: frozenset[Place]) -> None:
        """Let these marks stand out."""
        self._chosen = places
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """As many rows as the sheet, its marks and its figures reach."""
        if parent.isValid():
            return 0
        return max(self._sheet.height, *(row + 1 for row, _ in self._reach()), 0)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many columns as the sheet, its marks and its figures reach."""
        if parent.isValid():
            return 0
        return max(self._sheet.width, *(column + 1 for _, column in self._reach()), 0)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column letters and row numbers, as in Excel."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation is Qt.Orientation.Horizontal
        return column_letters(section) if across else str(section + 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, and the word that marks it."""
        if not index.isValid():
            return None
        place = (index.row(), index.column())
        text, mark = self._sheet.text(*place), self._marks.get(place, "")
        if role == Qt.ItemDataRole.DisplayRole:
            kept = not text and place in self._figures
            return "\N{MIDDLE DOT}" if kept else " ".join(text.split())
        if role == MARK_ROLE:
            return mark
        if role == CHOSEN_ROLE:
            return place in self._chosen
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            figure = "a figure, not kept with the recipe" if place in self._figures else ""
            return ", ".join(part for part in (a1(*place), mark, text or figure) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = isinstance(self._sheet.value(*place), float) or place in self._figures
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _reach(self) -> list[Place]:
        return [*self._marks, *self._figures, (-1, -1)]
