"""Draws marked cells with a border and the word that says why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from safer_desktop.gui.charts.palette import Tone, current_colours
from safer_desktop.gui.models.sheet_piece_model import CHOSEN_ROLE, MARK_ROLE

_Index = QModelIndex | QPersistentModelIndex
_THIN, _THICK = 1, 2
_SMALLER = 0.85


class MarkedCells(QStyledItemDelegate):
    """A thin border for every mark; a thick one and the word for what is being looked at."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The cell, with room for the word below its text."""
        mark, chosen = str(index.data(MARK_ROLE) or ""), bool(index.data(CHOSEN_ROLE))
        whole = QRect(option.rect)
        if mark and chosen:
            option.rect = whole.adjusted(0, 0, 0, -whole.height() // 2)
        super().paint(painter, option, index)
        option.rect = whole
        if not mark:
            return
        colours = current_colours()
        chip = colours.chips[Tone.CAUTION]
        painter.save()
        width = _THICK if chosen else _THIN
        if chosen:
            below = whole.adjusted(0, whole.height() // 2, 0, 0)
            painter.fillRect(below, QColor(chip.back))
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * _SMALLER)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(chip.fore))
            painter.drawText(below.adjusted(5, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, mark)
        pen = QPen(QColor(colours.second if chosen else colours.axis), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(whole.adjusted(width - 1, width - 1, -width, -width))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Twice as high where the word has to go below the text."""
        size = super().sizeHint(option, index)
        if index.data(MARK_ROLE) and index.data(CHOSEN_ROLE):
            size.setHeight(size.height() * 2)
        return size
