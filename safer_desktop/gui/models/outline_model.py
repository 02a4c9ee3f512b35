"""The paper's paragraphs under their headings, each to be ticked in or out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.gui.context import Context
from safer_desktop.workbench.commentary import DraftParagraph

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_HEADING = 0
_COLUMNS = ("Paragraph", "Words")


class OutlineModel(QAbstractItemModel):
    """Two levels: headings, and under each its paragraphs.

    Ticking a paragraph in or out asks the context for an edit; the model follows when the
    workbench tells of it.
    """

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sections: list[tuple[str, list[DraftParagraph]]] = []

    def set_paragraphs(self, paragraphs: Sequence[DraftParagraph]) -> None:
        """Show these, each under its part's heading."""
        sections: list[tuple[str, list[DraftParagraph]]] = []
        for paragraph in paragraphs:
            if not sections or sections[-1][0] != paragraph.title:
                sections.append((paragraph.title, []))
            sections[-1][1].append(paragraph)
        if _keys(sections) == _keys(self._sections):
            self._sections = sections
            for row, (_, inside) in enumerate(sections):
                heading = self.index(row, 0)
                last = len(inside) - 1
                self.dataChanged.emit(self.index(0, 0, heading), self.index(last, 1, heading))
            return
        self.beginResetModel()
        self._sections = sections
        self.endResetModel()

    def paragraph(self, index: _Index) -> DraftParagraph | None:
        """The paragraph of a row; None for a heading."""
        if not index.isValid() or index.internalId() == _HEADING:
            return None
        return self._sections[index.internalId() - 1][1][index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Where a paragraph stands; invalid if it is not there."""
        for row, (_, inside) in enumerate(self._sections):
            for place, paragraph in enumerate(inside):
                if paragraph.key == key:
                    return self.index(place, 0, self.index(row, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        """Headings have the internal id 0, paragraphs the place of their heading + 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _HEADING)
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: _Index = _TOP) -> QModelIndex:  # type: ignore[override]
        """The heading of a paragraph."""
        if not index.isValid() or index.internalId() == _HEADING:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _HEADING)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Headings, or a heading's paragraphs."""
        if not parent.isValid():
            return len(self._sections)
        if parent.internalId() == _HEADING and parent.column() == 0:
            return len(self._sections[parent.row()][1])
        return 0

    def columnCount(self, _parent: _Index = _TOP) -> int:
        """Two columns."""
        return len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """First words, state of the words, and the tick."""
        if not index.isValid():
            return None
        paragraph = self.paragraph(index)
        if paragraph is None:
            if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
                return self._sections[index.row()][0]
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            author = f"\n\nWords of {paragraph.author}." if paragraph.author else ""
            return f"{paragraph.text}{author}"
        if role == Qt.ItemDataRole.DisplayRole:
            return paragraph.text if index.column() == 0 else state_words(paragraph)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if paragraph.included else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a paragraph in or out of the paper."""
        paragraph = self.paragraph(index)
        if paragraph is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        included = Qt.CheckState(value) is Qt.CheckState.Checked
        edit = self._context.workbench.commentary_edit(paragraph, paragraph.typed, included)
        self._context.apply(edit)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Paragraphs can be ticked."""
        flags = super().flags(index)
        if self.paragraph(index) is not None and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _keys(sections: list[tuple[str, list[DraftParagraph]]]) -> list[list[str]]:
    return [[paragraph.key for paragraph in inside] for _, inside in sections]


def state_words(paragraph: DraftParagraph) -> str:
    """Whose words the paper will have, and whether they still fit the figures."""
    if not paragraph.included:
        return "left out"
    if paragraph.outdated:
        return "yours; figures changed since"
    return "yours" if paragraph.edited else "drafted"
