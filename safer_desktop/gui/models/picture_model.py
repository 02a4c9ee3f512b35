"""The kept part of a partner's sheet, with the cells that a figure was read from marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from safer_desktop.domain.observations import SheetPicture, SourceCell
from safer_desktop.gui.models.sheet_model import MARKS, role_colour
from safer_desktop.loading.cells import Place, a1, column_letters, parse_a1
from safer_desktop.loading.mapping import CellRole

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

MARK_ROLE = Qt.ItemDataRole.UserRole + 131
"""The :class:`CellRole` of a marked cell, for the delegate."""

WORD_ROLE = Qt.ItemDataRole.UserRole + 132
"""The word that stands in a marked cell."""

_NUMERIC = frozenset("0123456789.,-%£() \N{MINUS SIGN}")


class PictureModel(QAbstractTableModel):
    """Cells as they were shown, under the sheet's own letters and numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: SheetPicture | None = None
        self._marks: dict[Place, CellRole] = {}
        self.value_word = MARKS[CellRole.VALUE]
        """What is written into the cells that are marked as values."""
        self.label_rows: list[int] = []
        """The rows with labels that no marked value stands in: headings above the values."""
        self.label_columns: list[int] = []
        """The columns with labels that stand in a marked value's own row."""

    @property
    def picture(self) -> SheetPicture | None:
        """The picture that is shown."""
        return self._picture

    def show_picture(self, picture: SheetPicture | None) -> None:
        """Show another sheet, without marks."""
        self.beginResetModel()
        self._picture = picture
        self._marks = {}
        self._find_label_lines()
        self.endResetModel()

    def mark(self, cells: Iterable[SourceCell]) -> None:
        """Mark these cells and the labels that they were read under."""
        marks: dict[Place, CellRole] = {}
        for cell in cells:
            for role, address in (
                (CellRole.INDICATOR, cell.indicator_cell),
                (CellRole.AREA, cell.area_cell),
                (CellRole.PERIOD, cell.period_cell),
                (CellRole.VALUE, cell.cell),
            ):
                marks.update(dict.fromkeys(places(address), role))
        self._marks = marks
        self._find_label_lines()
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def index_of(self, address: str) -> QModelIndex:
        """Where the first cell of an address is; invalid outside the kept part."""
        place = next(places(address), None)
        if place is None or self._picture is None:
            return QModelIndex()
        row, column = place[0] - self._picture.first_row, place[1] - self._picture.first_column
        return self.index(row, column) if self.hasIndex(row, column) else QModelIndex()

    def text(self, address: str) -> str:
        """The texts of the cells of an address, first cells only of merged ones."""
        parts = filter(None, address.split(", "))
        texts = (str(self.index_of(part).data() or "") for part in parts)
        return " ".join(text for text in texts if text)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """As many rows as were kept."""
        return 0 if parent.isValid() or self._picture is None else len(self._picture.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many columns as were kept."""
        if parent.isValid() or self._picture is None or not self._picture.rows:
            return 0
        return len(self._picture.rows[0])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column letters and row numbers, as the sheet has them."""
        if role != Qt.ItemDataRole.DisplayRole or self._picture is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + self._picture.first_row + 1)
        return column_letters(section + self._picture.first_column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, its mark, and both in words."""
        if not index.isValid() or self._picture is None:
            return None
        text = self._picture.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        place = (
            index.row() + self._picture.first_row,
            index.column() + self._picture.first_column,
        )
        mark = self._marks.get(place)
        if role == MARK_ROLE:
            return mark
        if role == WORD_ROLE:
            return self._word(mark) if mark is not None else None
        if role == Qt.ItemDataRole.BackgroundRole and mark is not None:
            return QBrush(role_colour(mark))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = f"{a1(*place)}: {text or 'empty'}"
            return words if mark is None else f"{words}, {self._word(mark)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if _is_number(text) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _word(self, mark: CellRole) -> str:
        return self.value_word if mark is CellRole.VALUE else MARKS[mark]

    def _find_label_lines(self) -> None:
        values = {row for (row, _), role in self._marks.items() if role == CellRole.VALUE}
        labels = [place for place, role in self._marks.items() if role != CellRole.VALUE]
        self.label_rows = self._lines({row for row, _ in labels if row not in values}, 0)
        self.label_columns = self._lines({column for row, column in labels if row in values}, 1)

    def _lines(self, found: set[int], axis: int) -> list[int]:
        if self._picture is None:
            return []
        first = (self._picture.first_row, self._picture.first_column)[axis]
        count = (self.rowCount(), self.columnCount())[axis]
        return sorted(line - first for line in found if 0 <= line - first < count)


def places(address: str) -> Iterator[Place]:
    """The cells of an address: ``C12``, merged ``B3:D3``, several ``C4, C5``; none if empty."""
    for part in filter(None, address.split(", ")):
        first, _, last = part.partition(":")
        top, left = parse_a1(first)
        bottom, right = parse_a1(last or first)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield row, column


def _is_number(text: str) -> bool:
    return any(c.isdigit() for c in text) and not set(text) - _NUMERIC
