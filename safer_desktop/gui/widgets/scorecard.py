"""Paints a card of the scorecard: name, latest, previous, standing, chips, sparkline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.gui.charts.limit_icons import ASPECT, TOLD, paint_assurance, paint_variation
from safer_desktop.gui.charts.palette import ChartColours, current_colours, current_look
from safer_desktop.gui.charts.sparkline import paint_sparkline, sparkline_values
from safer_desktop.gui.models import figure_words
from safer_desktop.gui.models.scorecard_model import CARD_ROLE, Card
from safer_desktop.gui.theme import SURFACES
from safer_desktop.gui.widgets.chips import chip_width, direction_chip, paint_chip, rating_chip

_Index = QModelIndex | QPersistentModelIndex
_PAD = 10.0
_GAP = 12.0
_SMALL = 0.92
_LINES = 4
_SIDE = 124.0
_ICON = 18.0


class ScorecardDelegate(QStyledItemDelegate):
    """Four lines of words at the left, two chips over a sparkline at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, words, chips, sparkline."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        colours = current_colours()
        rect = QRectF(option.rect)
        painter.save()
        _paint_ground(painter, option, rect, colours)
        inner = rect.adjusted(_PAD, _PAD * 0.7, -_PAD, -_PAD * 0.7)
        side = min(_side_width(card, option.font), inner.width() * 0.42)
        right = QRectF(inner.right() - side, inner.top(), side, inner.height())
        words = QRectF(inner.left(), inner.top(), inner.width() - side - _GAP, inner.height())
        _paint_words(painter, words, card, option.font, colours)
        _paint_side(painter, right, card, option.font, colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Four lines."""
        height = QFontMetricsF(option.font).lineSpacing() * _LINES + 2 * _PAD * 0.7 + 3
        return QSize(320, round(height))


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, colours: ChartColours
) -> None:
    surface = SURFACES[current_look()]
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.selected))
        painter.fillRect(
            QRectF(rect.left(), rect.top(), 3, rect.height() - 1), QColor(surface.brand)
        )
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(surface.hover))
    painter.setPen(QColor(colours.grid))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(surface.focus), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _paint_words(
    painter: QPainter, room: QRectF, card: Card, font: QFont, colours: ChartColours
) -> None:
    figure, indicator = card.figure, card.indicator
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    value, period = figure_words.latest_line(figure, indicator)
    was, behind = figure_words.previous_lines(figure, indicator)
    line = room.height() / _LINES
    rows = [QRectF(room.left(), room.top() + i * line, room.width(), line) for i in range(_LINES)]
    used = _write(painter, rows[0], indicator.short_name, strong, colours.text)
    _write(painter, rows[0].adjusted(used + 8, 0, 0, 0), period, small, colours.muted)
    if isinstance(figure.latest, Reason):
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(rows[1].united(rows[3]), Qt.TextFlag.TextWordWrap, value)
        return
    used = _write(painter, rows[1], value, font, colours.text)
    _write(painter, rows[1].adjusted(used + 8, 0, 0, 0), was, small, colours.muted)
    words = "; ".join(part for part in (behind, figure_words.as_of(figure)) if part)
    _write(painter, rows[2], words, small, colours.muted)
    words = figure_words.standing_line(figure, indicator) or card.place
    _write(painter, rows[3], words, small, colours.muted)


def _write(painter: QPainter, room: QRectF, text: str, font: QFont, colour: str) -> float:
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 0.5)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def _side_width(card: Card, font: QFont) -> float:
    chips = (direction_chip(card.figure), rating_chip(card.figure))
    return max(_SIDE, *(chip_width(chip, font) for chip in chips))


def _paint_side(
    painter: QPainter, room: QRectF, card: Card, font: QFont, colours: ChartColours
) -> None:
    third = room.height() / 3
    places = [QRectF(room.left(), room.top() + i * third, room.width(), third) for i in range(3)]
    paint_chip(painter, places[0].translated(0, -1), direction_chip(card.figure), colours, font)
    paint_chip(painter, places[1], rating_chip(card.figure), colours, font)
    if card.trend is not None:
        values, breaks = sparkline_values(card.trend)
        line = places[2].adjusted(0, 3, 0, 2)
        if card.limits is not None and not isinstance(card.limits, Reason):
            line = _paint_icons(painter, line, card.limits, colours)
        paint_sparkline(painter, line, values, colours, breaks)


def _paint_icons(
    painter: QPainter, room: QRectF, limits: LimitsChart, colours: ChartColours
) -> QRectF:
    """Paint both icons at the right; gives the room that they leave."""
    right = room.right()
    top = room.center().y() - _ICON / 2
    if limits.assurance in TOLD:
        paint_assurance(
            painter, QRectF(right - _ICON, top, _ICON, _ICON), limits.assurance, colours
        )
        right -= _ICON + 4
    wide = _ICON * ASPECT
    paint_variation(painter, QRectF(right - wide, top, wide, _ICON), limits.variation, colours)
    return QRectF(room.left(), room.top(), right - wide - 4 - room.left(), room.height())
