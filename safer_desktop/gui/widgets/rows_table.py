"""A small table of texts that a dialog edits: rows can be added, removed and typed into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QToolButton, QWidget


class RowsTable(QTableWidget):
    """Says ``edited`` after every change that the user makes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalHeader().setVisible(False)
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(lambda _: self.edited.emit())

    def set_up(
        self, headers: Sequence[str], name: str, add: QToolButton, remove: QToolButton
    ) -> None:
        """Name the columns, and connect the buttons that add and remove a row."""
        self.setColumnCount(len(headers))
        self.setHorizontalHeaderLabels(list(headers))
        self.setAccessibleName(name)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        add.setAccessibleName(f"Add a row to {name}")
        remove.setAccessibleName(f"Remove the selected row of {name}")
        add.clicked.connect(self.add_row)
        remove.clicked.connect(self.remove_row)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows."""
        self.blockSignals(True)
        self.setRowCount(0)
        for row in rows:
            self._append(row)
        self.blockSignals(False)

    def rows(self) -> list[list[str]]:
        """The rows as they stand, wholly empty ones left out."""
        found = []
        for number in range(self.rowCount()):
            items = [self.item(number, column) for column in range(self.columnCount())]
            texts = [item.text().strip() if item else "" for item in items]
            if any(texts):
                found.append(texts)
        return found

    def add_row(self) -> None:
        """Add an empty row and start typing in it."""
        self._append([""] * self.columnCount())
        self.setCurrentCell(self.rowCount() - 1, 0)
        self.editItem(self.currentItem())

    def remove_row(self) -> None:
        """Remove the selected row."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self.edited.emit()

    def _append(self, texts: Sequence[str]) -> None:
        number = self.rowCount()
        self.insertRow(number)
        for column, text in enumerate(texts):
            self.setItem(number, column, QTableWidgetItem(text))
