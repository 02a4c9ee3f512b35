"""Pointing at cells of the sheet in the mapping dialog, and saying what they are."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QTableView

from safer_desktop.gui.models.sheet_model import SheetModel
from safer_desktop.loading.cells import Place, a1, parse_a1


class Pointed(StrEnum):
    """What a person says of the selected cells; the words are those of the menu."""

    PERIODS = "&Periods are written here"
    AREAS = "&Areas are written here"
    INDICATORS = "What is &counted is written here"
    VALUES = "The &values are these cells"
    FIRST = "The &first value is here"
    LAST = "The &last value is here"
    ROWS = "Leave these &rows out (or take them in)"
    COLUMNS = "Leave these c&olumns out (or take them in)"
    ADD = "A&dd a table with these values"


_KEYS = {
    Pointed.PERIODS: "Ctrl+1",
    Pointed.AREAS: "Ctrl+2",
    Pointed.INDICATORS: "Ctrl+3",
    Pointed.FIRST: "Ctrl+4",
    Pointed.LAST: "Ctrl+5",
}
_ALWAYS = (Pointed.ADD,)
_GROUPED_BEFORE = (Pointed.VALUES, Pointed.ROWS, Pointed.ADD)


class Pointing(QObject):
    """Tells by ``pointed`` what is said of the selection; the same by menu, key and button."""

    pointed = Signal(Pointed)

    def __init__(
        self,
        grid: QTableView,
        model: SheetModel,
        selected: QLabel,
        has_table: Callable[[], bool],
    ) -> None:
        super().__init__(grid)
        self._grid, self._model, self._selected = grid, model, selected
        self._has_table = has_table
        self._actions = {what: self._action(what) for what in Pointed}
        grid.selectionModel().selectionChanged.connect(self._show)
        grid.customContextMenuRequested.connect(self._open_menu)

    def _action(self, what: Pointed) -> QAction:
        action = QAction(str(what), self._grid)
        if what in _KEYS:
            action.setShortcut(QKeySequence(_KEYS[what]))
        action.triggered.connect(lambda: self.pointed.emit(what))
        self._grid.addAction(action)
        return action

    @property
    def cells(self) -> list[Place]:
        """The selected cells in reading order."""
        indexes = self._grid.selectionModel().selectedIndexes()
        return sorted((index.row(), index.column()) for index in indexes)

    @property
    def corners(self) -> tuple[Place, Place] | None:
        """First and last row and column of the selection; None where nothing is selected."""
        cells = self.cells
        if not cells:
            return None
        rows, columns = [row for row, _ in cells], [column for _, column in cells]
        return (min(rows), min(columns)), (max(rows), max(columns))

    def select(self, address: str) -> None:
        """Select a cell and bring it into view."""
        target = self._model.index(*parse_a1(address))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._grid.selectionModel().setCurrentIndex(target, flag)
        self._grid.scrollTo(target)

    def menu(self) -> QMenu:
        """What can be said of the selection."""
        menu = QMenu(self._grid)
        for what, action in self._actions.items():
            if what in _GROUPED_BEFORE:
                menu.addSeparator()
            action.setEnabled(bool(self.cells) and (what in _ALWAYS or self._has_table()))
            menu.addAction(action)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._grid.viewport().mapToGlobal(at))

    def _show(self) -> None:
        corners = self.corners
        if corners is None:
            self._selected.setText("")
            return
        first, last = (a1(*corner) for corner in corners)
        self._selected.setText(first if first == last else f"{first}:{last}")
