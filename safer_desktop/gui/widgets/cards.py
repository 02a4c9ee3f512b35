"""A delegate for lists of cards: a bold title and a quieter detail, both as long as they need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safer_desktop.gui.charts.palette import current_colours, current_look
from safer_desktop.gui.theme import SURFACES

_Index = QModelIndex | QPersistentModelIndex

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 111
"""The words below the title."""

_PAD = 10.0
_GAP = 8.0
_BETWEEN = 3.0
_RADIUS = 6.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000.0


class CardDelegate(QStyledItemDelegate):
    """Paints each item as a card of the view's width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Card, title, detail."""
        colours, surface = current_colours(), SURFACES[current_look()]
        card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -_GAP - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(
            QPen(QColor(surface.focus), 2) if focused else QPen(QColor(surface.border), 1)
        )
        painter.setBrush(QColor(surface.hover if hovered else colours.background))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        title_font = _title_font(option.font)
        room = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(title_font)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, int(_WRAP), title)
        room.setTop(room.top() + _height(title_font, title, room.width()) + _BETWEEN)
        painter.setFont(_detail_font(option.font))
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, int(_WRAP), str(index.data(DETAIL_ROLE) or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the view, as high as the words need."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        inner = width - 2 * _PAD - 1
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        detail = str(index.data(DETAIL_ROLE) or "")
        height = _height(_title_font(option.font), title, inner) + 2 * _PAD + _GAP + 1
        if detail:
            height += _BETWEEN + _height(_detail_font(option.font), detail, inner)
        return QSize(width, round(height + 0.5))


def _title_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _detail_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.95)
    return font


def _height(font: QFont, text: str, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, _TALL), int(_WRAP), text).height()
