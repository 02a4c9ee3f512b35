"""Copying: from any view as tab-separated text, from any text widget as it copies itself."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from safer_desktop.gui.widgets.cells import MUTED_ROLE


def copy_from(widget: QWidget | None) -> bool:
    """Copy what is selected in the widget; gives False where there is nothing to copy."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        widget.copy()
        return True
    if isinstance(widget, QLabel) and widget.hasSelectedText():
        QGuiApplication.clipboard().setText(widget.selectedText())
        return True
    if isinstance(widget, QAbstractItemView):
        rows = sorted({index.row() for index in widget.selectionModel().selectedIndexes()})
        if rows:
            QGuiApplication.clipboard().setText(as_tsv(widget.model(), rows))
        return bool(rows)
    return False


def copy_all(view: QAbstractItemView) -> None:
    """Copy the whole table."""
    model = view.model()
    QGuiApplication.clipboard().setText(as_tsv(model, range(model.rowCount())))


def as_tsv(model: QAbstractItemModel, rows: range | list[int]) -> str:
    """Header and rows as a spreadsheet takes them: cells apart by tabs."""
    columns = range(model.columnCount())
    header = [
        _one_line(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns
    ]
    lines = [header, *([_cell(model, row, column) for column in columns] for row in rows)]
    return "\n".join("\t".join(line).rstrip("\t") for line in lines)


def _cell(model: QAbstractItemModel, row: int, column: int) -> str:
    index = model.index(row, column)
    behind = index.data(MUTED_ROLE)
    parts = [str(index.data() or ""), behind if isinstance(behind, str) else ""]
    return _one_line(" ".join(part for part in parts if part))


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
