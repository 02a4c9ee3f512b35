"""Draws the kept part of a sheet: marked cells have a frame and a word, labels stay in sight."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from safer_desktop.gui.charts.palette import current_colours, current_look
from safer_desktop.gui.models.picture_model import MARK_ROLE, WORD_ROLE, PictureModel
from safer_desktop.gui.models.sheet_model import role_colour
from safer_desktop.gui.theme import SURFACES
from safer_desktop.loading.mapping import CellRole

_Index = QModelIndex | QPersistentModelIndex
_PAD = 5.0
_GAP = 6.0
_SMALL = 0.85
_ROW = 24
_LEAST, _MOST = 44, 230
_FITTED = 20
"""How many rows and columns to each side of a cell are measured."""


class PictureView(QTableView):
    """The sheet as it was shown. The labels of the marked cells stay in sight at top and left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture_model = PictureModel(self)
        self._spans: dict[tuple[int, int], QRect] = {}
        self._letters = _Header(Qt.Orientation.Horizontal, self)
        self._numbers = _Header(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self._letters)
        self.setVerticalHeader(self._numbers)
        self.setModel(self.picture_model)
        self.setItemDelegate(_Delegate(self))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        mode = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setHorizontalScrollMode(mode)
        self.setVerticalScrollMode(mode)
        self._letters.setMinimumSectionSize(_LEAST)
        self._numbers.setMinimumSectionSize(_ROW)
        self._numbers.setDefaultSectionSize(_ROW)

    def lay_out(self) -> None:
        """Give merged cells and lone titles their room; for a picture that is new."""
        self.clearSpans()
        self._spans = {}
        picture = self.picture_model.picture
        if picture is None:
            return
        for top, left, bottom, right in picture.merges:
            row, column = top - picture.first_row, left - picture.first_column
            self._span(QRect(column, row, right - left + 1, bottom - top + 1))
        width = self.picture_model.columnCount()
        for row, texts in enumerate(picture.rows):
            filled = [column for column, text in enumerate(texts) if text]
            if len(filled) == 1 and (row, filled[0]) not in self._spans:
                self._span(QRect(filled[0], row, width - filled[0], 1))

    def fit(self) -> None:
        """Give the columns around the current cell the width of what they show there."""
        model, current = self.picture_model, self.currentIndex()
        first = max(0, current.row() - _FITTED)
        rows = {*model.label_rows, *range(first, min(current.row() + _FITTED, model.rowCount()))}
        last = min(current.column() + _FITTED, model.columnCount())
        columns = {*model.label_columns, *range(max(0, current.column() - _FITTED), last)}
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        delegate = self.itemDelegate()
        for column in columns:
            hints = (
                delegate.sizeHint(option, model.index(row, column)).width()
                for row in rows
                if (row, column) not in self._spans
            )
            self.setColumnWidth(column, max(hints, default=_LEAST))

    def reveal(self, address: str) -> None:
        """Select a cell of the kept part and bring it into the middle."""
        index = self.picture_model.index_of(address)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def open_part(self) -> QRect:
        """The part of the sheet that no label in sight lies over."""
        beside = sum(self.columnWidth(column) for column in self._hidden_columns())
        return self.viewport().rect().adjusted(beside, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, and over it the labels that have been scrolled out of sight."""
        super().paintEvent(event)
        rows, columns = self._hidden_rows(), self._hidden_columns()
        self._letters.pin(columns)
        self._numbers.pin(rows)
        if not rows and not columns:
            return
        painter = QPainter(self.viewport())
        below = len(rows) * _ROW
        beside = sum(self.columnWidth(column) for column in columns)
        left = 0
        for column in columns:
            for number, row in enumerate(rows):
                room = QRect(left, number * _ROW, self.columnWidth(column), _ROW)
                self._paint_again(painter, row, column, room)
            self._paint_column(painter, column, left, below)
            left += self.columnWidth(column)
        painter.setPen(QPen(QColor(current_colours().axis), 1))
        if below:
            painter.drawLine(0, below, self.viewport().width(), below)
        if beside:
            painter.drawLine(beside, 0, beside, self.viewport().height())
        for number, row in enumerate(rows):
            title = self._spans.get((row, 0))
            across = title is not None and title.width() == self.picture_model.columnCount()
            self._paint_row(painter, row, number * _ROW, 0 if across else beside)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The labels in sight do not scroll: everything is painted anew."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def _span(self, place: QRect) -> None:
        if place.width() < 2 and place.height() < 2:
            return
        self.setSpan(place.y(), place.x(), place.height(), place.width())
        for row in range(place.top(), place.bottom() + 1):
            for column in range(place.left(), place.right() + 1):
                self._spans[row, column] = place

    def _hidden_rows(self) -> list[int]:
        rows: list[int] = []
        for row in self.picture_model.label_rows:
            if self.rowViewportPosition(row) < len(rows) * _ROW:
                rows.append(row)
        return rows

    def _hidden_columns(self) -> list[int]:
        columns: list[int] = []
        beside = 0
        for column in self.picture_model.label_columns:
            if self.columnViewportPosition(column) < beside:
                columns.append(column)
                beside += self.columnWidth(column)
        return columns

    def _paint_row(self, painter: QPainter, row: int, top: int, beside: int) -> None:
        painted: set[int] = set()
        for column in range(self.picture_model.columnCount()):
            span = self._spans.get((row, column), QRect(column, row, 1, 1))
            left = self.columnViewportPosition(span.left())
            right = self.columnViewportPosition(span.right()) + self.columnWidth(span.right())
            if span.left() in painted or right <= beside or left > self.viewport().width():
                continue
            painted.add(span.left())
            left, right = max(left, beside), min(right, self.viewport().width())
            room = QRect(left, top, right - left, _ROW)
            self._paint_again(painter, span.top(), span.left(), room)

    def _paint_column(self, painter: QPainter, column: int, left: int, below: int) -> None:
        first = max(self.rowAt(0), 0)
        for row in range(first, self.picture_model.rowCount()):
            top = self.rowViewportPosition(row)
            if top >= self.viewport().height():
                break
            if top + _ROW > below:
                # A title that runs on over the columns beside it does so here too.
                span = self._spans.get((row, column), QRect(column, row, 1, 1))
                if span.left() < column:
                    continue
                width = self.columnWidth(column) if span.width() < 2 else self.viewport().width()
                room = QRect(left, max(top, below), width, top + _ROW - max(top, below))
                self._paint_again(painter, span.top(), span.left(), room)

    def _paint_again(self, painter: QPainter, row: int, column: int, room: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = room
        painter.fillRect(room, QColor(SURFACES[current_look()].group))
        paint_cell(painter, option, self.picture_model.index(row, column))


class _Header(QHeaderView):
    """Letters or numbers; those of the labels that are kept in sight stand beside them."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._pinned: list[int] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def pin(self, sections: list[int]) -> None:
        """Show these sections first, whatever has been scrolled there."""
        if sections != self._pinned:
            self._pinned = sections
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All sections, then the pinned ones over them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        start = 0
        for section in self._pinned:
            size = self.sectionSize(section)
            room = QRect(0, start, self.width(), size)
            if self.orientation() is Qt.Orientation.Horizontal:
                room = QRect(start, 0, size, self.height())
            painter.fillRect(room, QColor(SURFACES[current_look()].group))
            self.paintSection(painter, room, section)
            start += size
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """A cell's text; a marked cell has a frame, and its word beside the text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, frame, word, text; of a merged cell as much as can be seen of it."""
        view = option.widget
        if isinstance(view, PictureView):
            option.rect = option.rect.intersected(view.open_part())
        paint_cell(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the text and the word of its mark."""
        mark = index.data(MARK_ROLE)
        font = _strong(option.font) if mark == CellRole.VALUE else option.font
        width = QFontMetricsF(font).horizontalAdvance(str(index.data() or "")) + 2 * _PAD + 2
        if mark is not None:
            small = QFontMetricsF(_small(option.font))
            width += small.horizontalAdvance(str(index.data(WORD_ROLE))) + 2 * _GAP
        return QSize(round(min(max(width, _LEAST), _MOST)), _ROW)


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
    """Paint one cell with its mark."""
    colours, surface = current_colours(), SURFACES[current_look()]
    rect = QRectF(option.rect)
    mark = index.data(MARK_ROLE)
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    painter.save()
    painter.setClipRect(rect)
    room = rect.adjusted(_PAD, 0, -_PAD, 0)
    if mark is not None:
        painter.fillRect(rect, role_colour(mark))
        room = _paint_word(painter, room, str(index.data(WORD_ROLE)), option.font, alignment)
    painter.setFont(_strong(option.font) if mark == CellRole.VALUE else option.font)
    painter.setPen(QColor(colours.text))
    text = QFontMetricsF(painter.font()).elidedText(
        str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width() + 0.5
    )
    painter.drawText(room, alignment | Qt.TextFlag.TextSingleLine, text)
    if mark is not None:
        value = mark == CellRole.VALUE
        style = Qt.PenStyle.SolidLine if value else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(surface.brand), 2.0 if value else 1.0, style))
        painter.drawRect(rect.adjusted(1, 1, -1.5, -1.5))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(surface.focus), 1, Qt.PenStyle.DotLine))
        painter.drawRect(rect.adjusted(3, 3, -3.5, -3.5))
    painter.restore()


def _paint_word(
    painter: QPainter, room: QRectF, word: str, font: QFont, alignment: Qt.AlignmentFlag
) -> QRectF:
    """Paint the mark's word on the side away from the text; gives the room that is left."""
    painter.setFont(_small(font))
    painter.setPen(QColor(current_colours().text))
    width = QFontMetricsF(painter.font()).horizontalAdvance(word)
    middle = Qt.AlignmentFlag.AlignVCenter
    if alignment & Qt.AlignmentFlag.AlignRight:
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, word)
        return room.adjusted(width + _GAP, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, word)
    return room.adjusted(0, 0, -width - _GAP, 0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    small.setItalic(True)
    return small


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
