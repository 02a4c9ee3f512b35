"""Editors for the cells of the matrix: a list with the scale's wording, or a line."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from safer_desktop.gui.models.matrix_model import MatrixModel
from safer_desktop.gui.widgets.cells import CellDelegate

_Index = QModelIndex | QPersistentModelIndex
_LIST_WIDTH = 560
_SHORT_LIST = 160
_MOST_VISIBLE = 20
_LEAVING = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class MatrixDelegate(CellDelegate):
    """An entry that cannot stand keeps its editor open, with the reason beside it.

    ``left(down, right)`` says where to go once an entry was taken by Enter or Tab.
    """

    left = Signal(int, int)
    invalid = Signal(str)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """A list to choose from or to type into, or a line."""
        model = index.model()
        assert isinstance(model, MatrixModel)
        column = model.columns[index.column()]
        name = f"{column.header} of {_named(model, index)}"
        if not column.choices:
            line = QLineEdit(parent)
            line.setFrame(False)
            line.setAutoFillBackground(True)
            line.setAccessibleName(name)
            return line
        box = QComboBox(parent)
        box.setAccessibleName(name)
        box.setFrame(False)
        box.setAutoFillBackground(True)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMaxVisibleItems(_MOST_VISIBLE)
        box.addItem("")
        box.addItems(list(column.choices))
        longest = max(map(len, column.choices))
        box.view().setMinimumWidth(_LIST_WIDTH if longest > _MOST_VISIBLE else _SHORT_LIST)
        # Typing "1" must not become "10": what is typed is what is meant.
        if column.numeric:
            box.setCompleter(QCompleter(box))
        box.activated.connect(lambda _: self._finish(box, 0, 0))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Start from what is written in the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        line = _line(editor)
        model = index.model()
        if isinstance(editor, QComboBox):
            chosen = [n for n in range(editor.count()) if _means(editor.itemText(n), text)]
            editor.setCurrentIndex(chosen[0] if chosen else -1)
            editor.setEditText(text)
        else:
            line.setText(text)
        if isinstance(model, MatrixModel) and model.columns[index.column()].numeric:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand what was typed or chosen to the model; what was left alone is not written."""
        text = _line(editor).text()
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take the entry and go on, as in a spreadsheet; a bad entry stays."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.invalid.emit("")
            step = _LEAVING.get(Qt.Key(event.key()))
            editor = watched if isinstance(watched, QComboBox | QLineEdit) else None
            listed = isinstance(editor, QComboBox) and editor.view().isVisible()
            if step is not None and editor is not None and not listed:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                down, right = step
                self._finish(editor, -down if back and down else down, right)
                return True
        return super().eventFilter(watched, event)

    def _finish(self, editor: QWidget, down: int, right: int) -> None:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        index, model = view.currentIndex(), view.model()
        line = _line(editor)
        before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        words = ""
        if isinstance(model, MatrixModel) and line.text() != before:
            words = model.fault(index, line.text())
        if words:
            below = editor.mapToGlobal(QPoint(0, editor.height()))
            QToolTip.showText(below, words, editor)
            self.invalid.emit(words)
            line.selectAll()
            return
        QToolTip.hideText()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        if down or right:
            self.left.emit(down, right)


def _line(editor: QWidget) -> QLineEdit:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert isinstance(line, QLineEdit)
    return line


def _means(choice: str, text: str) -> bool:
    return choice == text or choice.startswith(f"{text}:")


def _named(model: MatrixModel, index: _Index) -> str:
    row = model.row(index.row())
    return row.type.name if row else "a new incident type"
