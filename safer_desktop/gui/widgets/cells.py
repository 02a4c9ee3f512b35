"""One delegate for table cells: text with quieter words behind it, chips, sparklines, headings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safer_desktop.domain.limit_icons import Variation
from safer_desktop.gui.charts.limit_icons import paint_variation
from safer_desktop.gui.charts.palette import ChartColours, current_colours, current_look
from safer_desktop.gui.charts.sparkline import paint_sparkline
from safer_desktop.gui.theme import SURFACES
from safer_desktop.gui.widgets.chips import Chip, chip_width, paint_chip

_Index = QModelIndex | QPersistentModelIndex

CHIP_ROLE = Qt.ItemDataRole.UserRole + 101
"""A :class:`Chip` to paint instead of the text."""
SPARK_ROLE = Qt.ItemDataRole.UserRole + 102
"""A :class:`Spark` to paint."""
MUTED_ROLE = Qt.ItemDataRole.UserRole + 103
"""Quieter words behind the text (before it, at the left edge, where it is aligned to the right),
or True where the text itself is quiet."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 104
"""True for a heading row."""

PAD = 6.0
_GAP = 5.0
_SPARK_WIDTH = 72.0
_SPARK_INSET = 4.0
_ROW_SPACE = 11.0
_ICON_HEIGHT = 16.0
_ICON_ROOM = _ICON_HEIGHT + 6


@dataclass(frozen=True, slots=True)
class Spark:
    """The values of a sparkline, oldest first, where its definition changed, and what its latest
    point says where it has predicted limits."""

    values: tuple[float | None, ...]
    breaks: tuple[int, ...] = ()
    icon: Variation | None = None


class CellDelegate(QStyledItemDelegate):
    """Paints what the model's roles say, in the colours of the look that is on."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, content, rule below, and the focus frame."""
        self.initStyleOption(option, index)
        colours = current_colours()
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, option, index, colours)
        inner = rect.adjusted(PAD, 0, -PAD, -1)
        chip, spark = index.data(CHIP_ROLE), index.data(SPARK_ROLE)
        if isinstance(chip, Chip):
            paint_chip(painter, rect.adjusted(PAD, 0, -2, -1), chip, colours, option.font)
        elif isinstance(spark, Spark):
            place = inner.adjusted(0, _SPARK_INSET, -_ICON_ROOM, -_SPARK_INSET)
            _paint_icon(painter, inner, spark.icon, colours)
            paint_sparkline(painter, place, spark.values, colours, spark.breaks)
        else:
            _paint_text(painter, inner, option, index, colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """What the cell needs to show all of it."""
        self.initStyleOption(option, index)
        metrics = QFontMetricsF(option.font)
        chip, spark = index.data(CHIP_ROLE), index.data(SPARK_ROLE)
        if isinstance(chip, Chip):
            width = chip_width(chip, option.font) + PAD + 4
        elif isinstance(spark, Spark):
            width = _SPARK_WIDTH + _ICON_ROOM + 2 * PAD
        else:
            width = metrics.horizontalAdvance(option.text) + 2 * PAD + 1
            behind = index.data(MUTED_ROLE)
            if isinstance(behind, str):
                width += _GAP + metrics.horizontalAdvance(behind)
        return QSize(round(width + 0.5), row_height(option.font))

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Headings and, where the model asks for it, other text are bolder."""
        super().initStyleOption(option, index)
        if index.data(GROUP_ROLE):
            option.font.setWeight(QFont.Weight.DemiBold)

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        colours: ChartColours,
    ) -> None:
        rect = QRectF(option.rect)
        surface = SURFACES[current_look()]
        if index.data(GROUP_ROLE):
            painter.fillRect(rect, QColor(surface.group))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(surface.hover))
        painter.setPen(QColor(colours.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(surface.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def row_height(font: QFont) -> int:
    """A comfortable height of a row with one line in this font."""
    return round(QFontMetricsF(font).height() + _ROW_SPACE)


def _paint_icon(
    painter: QPainter, rect: QRectF, icon: Variation | None, colours: ChartColours
) -> None:
    if icon is not None:
        top = rect.center().y() - _ICON_HEIGHT / 2
        place = QRectF(rect.right() - _ICON_HEIGHT, top, _ICON_HEIGHT, _ICON_HEIGHT)
        paint_variation(painter, place, icon, colours)


def _paint_text(
    painter: QPainter,
    rect: QRectF,
    option: QStyleOptionViewItem,
    index: _Index,
    colours: ChartColours,
) -> None:
    muted = index.data(MUTED_ROLE)
    behind = muted if isinstance(muted, str) else ""
    metrics = QFontMetricsF(option.font)
    on_right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
    taken = metrics.horizontalAdvance(behind) + _GAP if behind and not on_right else 0
    room = rect.width() - taken
    text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room + 0.5)
    painter.setFont(option.font)
    painter.setPen(_text_colour(option, index, colours, quiet=muted is True))
    painter.drawText(rect, option.displayAlignment | Qt.TextFlag.TextSingleLine, text)
    if behind:
        beside = metrics.horizontalAdvance(text) + _GAP
        room_left = rect.adjusted(0, 0, -beside, 0) if on_right else rect.adjusted(beside, 0, 1, 0)
        if on_right:
            behind = metrics.elidedText(behind, Qt.TextElideMode.ElideRight, room_left.width())
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            room_left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, behind
        )


def _text_colour(
    option: QStyleOptionViewItem, index: _Index, colours: ChartColours, *, quiet: bool
) -> QColor:
    if index.data(GROUP_ROLE):
        return QColor(SURFACES[current_look()].brand)
    if quiet:
        return QColor(colours.muted)
    return option.palette.color(QPalette.ColorRole.Text)
