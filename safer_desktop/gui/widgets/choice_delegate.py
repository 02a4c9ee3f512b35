"""Edits a cell with a drop-down where its model offers choices, else with a line of text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """``choices_role`` of the model gives a list of (words, value), empty for free text."""

    def __init__(self, choices_role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices_role = choices_role

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A drop-down that commits as soon as something is picked."""
        choices: list[tuple[str, Any]] = index.data(self._choices_role) or []
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setMaxVisibleItems(20)
        for words, value in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _: self._picked(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Start from what the cell says now."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the picked value to the model."""
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def _picked(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
