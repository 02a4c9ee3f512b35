"""A partner's sheet as it is, with what each cell is taken for painted on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from safer_desktop.gui.charts.palette import Look, current_look
from safer_desktop.loading.cells import Sheet, a1, column_letters
from safer_desktop.loading.mapping import CellRole, CellRoles

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

MARKS = {
    CellRole.VALUE: "value",
    CellRole.PERIOD: "period",
    CellRole.AREA: "area",
    CellRole.INDICATOR: "indicator",
    CellRole.LEFT_OUT: "left out",
}
_LIGHT = {
    CellRole.VALUE: "#dce8f4",
    CellRole.PERIOD: "#d3f0ec",
    CellRole.AREA: "#efd9e8",
    CellRole.INDICATOR: "#fde3d3",
    CellRole.LEFT_OUT: "#e4e7ea",
}
_DARK = {
    CellRole.VALUE: "#23415e",
    CellRole.PERIOD: "#17524c",
    CellRole.AREA: "#54304a",
    CellRole.INDICATOR: "#5c3a22",
    CellRole.LEFT_OUT: "#3a4149",
}


def role_colour(role: CellRole) -> QColor:
    """The tint of a role in the look that is on; text stays the look's own."""
    return QColor((_LIGHT if current_look() is Look.LIGHT else _DARK)[role])


class SheetModel(QAbstractTableModel):
    """Cells as they are shown in the file; tint and tool tip say what they are taken for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._roles = CellRoles(())
        self._problem_cells: frozenset[str] = frozenset()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, without roles."""
        self.beginResetModel()
        self._sheet = sheet
        self._roles = CellRoles(())
        self._problem_cells = frozenset()
        self.endResetModel()

    def set_roles(self, roles: CellRoles, problem_cells: frozenset[str]) -> None:
        """Paint these roles, and mark the cells (by address) that a check complained of."""
        self._roles = roles
        self._problem_cells = problem_cells
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """As many rows as the sheet has."""
        return 0 if parent.isValid() or self._sheet is None else self._sheet.height

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many columns as the sheet has."""
        return 0 if parent.isValid() or self._sheet is None else self._sheet.width

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column letters and row numbers, as in Excel."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return column_letters(section)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The shown text and its marks."""
        if not index.isValid() or self._sheet is None:
            return None
        place = (index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.text(*place)
        meaning = self._roles.at(place)
        in_trouble = a1(*place) in self._problem_cells
        if role == Qt.ItemDataRole.BackgroundRole and meaning is not None:
            return QBrush(role_colour(meaning))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            words = [a1(*place)]
            if meaning is not None:
                words.append(MARKS[meaning])
            if in_trouble:
                words.append("see the checks below")
            return ", ".join(words)
        if role == Qt.ItemDataRole.FontRole and (in_trouble or meaning is CellRole.LEFT_OUT):
            font = QFont()
            font.setBold(in_trouble)
            font.setUnderline(in_trouble)
            font.setStrikeOut(meaning is CellRole.LEFT_OUT and not in_trouble)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            value = self._sheet.value(*place)
            if isinstance(value, float) and not isinstance(value, bool):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
