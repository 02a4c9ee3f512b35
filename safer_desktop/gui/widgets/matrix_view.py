"""The table of the risk/harm matrix: editors for its cells, copy, paste and delete by keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from safer_desktop.gui.models.matrix_cells import Column
from safer_desktop.gui.models.matrix_model import MatrixModel
from safer_desktop.gui.widgets.cells import CellDelegate, row_height

_Index = QModelIndex | QPersistentModelIndex
_Key = QKeySequence.StandardKey
_WIDTHS = {
    Column.RANK: 34,
    Column.TYPE: 194,
    Column.COUNT: 60,
    Column.SHARE: 54,
    Column.PROBABILITY: 88,
    Column.HARM: 72,
    Column.RISK: 84,
    Column.CLASS: 84,
    Column.CONFIDENCE: 88,
    Column.SCORED_BY: 82,
}
_LIST_WIDTH = 420


class MatrixDelegate(CellDelegate):
    """Harm and confidence are chosen from a list or typed; everything else is typed."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """A list with the scheme's wording, or a line."""
        model = index.model()
        scheme = model.scheme if isinstance(model, MatrixModel) else None
        column = Column(index.column())
        if scheme is None or column not in (Column.HARM, Column.CONFIDENCE):
            line = QLineEdit(parent)
            line.setFrame(False)
            line.setAutoFillBackground(True)
            return line
        box = QComboBox(parent)
        box.setFrame(False)
        box.setAutoFillBackground(True)
        box.addItem("")
        if column is Column.HARM:
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            meanings = {level.score: level.meaning for level in scheme.harm_levels}
            for score in range(scheme.harm_min, scheme.harm_max + 1):
                meaning = meanings.get(score)
                box.addItem(f"{score}: {meaning}" if meaning else str(score))
            box.view().setMinimumWidth(_LIST_WIDTH)
        else:
            box.addItems(list(scheme.confidences))
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Start from what is written in the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox) and editor.isEditable():
            editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
                line.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand what was typed or chosen to the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class MatrixView(QTableView):
    """F2, Enter or typing edits; Ctrl+C, Ctrl+V and Delete work on all selected cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setItemDelegate(MatrixDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setDefaultSectionSize(row_height(self.font()))

    def share_out(self) -> None:
        """Give the columns their widths; the note takes what is left."""
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(Column.NOTE, QHeaderView.ResizeMode.Stretch)

    def copy_cells(self) -> None:
        """Copy the selected cells as a spreadsheet takes them."""
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        cells = {(index.row(), index.column()): str(index.data() or "") for index in chosen}
        lines = ("\t".join(cells.get((row, column), "") for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste_cells(self) -> None:
        """Paste from the first selected cell on, as one edit."""
        model = self.model()
        if isinstance(model, MatrixModel):
            chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
            model.paste(chosen, QGuiApplication.clipboard().text())

    def clear_cells(self) -> None:
        """Empty the selected cells, as one edit."""
        model = self.model()
        if isinstance(model, MatrixModel):
            model.clear_cells(self.selectionModel().selectedIndexes())

    def event(self, event: QEvent) -> bool:
        """The window has a copy action too; in here the cells come first."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (_Key.Copy, _Key.Paste, _Key.Delete)
            if any(event.matches(key) for key in ours):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Key.Copy):
            self.copy_cells()
        elif event.matches(_Key.Paste):
            self.paste_cells()
        elif event.matches(_Key.Delete):
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
