"""Charts that are painted: what they share on screen, under the keyboard and as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPicture,
)
from PySide6.QtWidgets import QToolTip, QWidget

from safer_desktop.gui.charts.palette import LIGHT, ChartColours, current_colours

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the chart that can be read out: a bar, a point."""

    area: QRectF
    words: str


class PaintedChart(QWidget):
    """A chart that draws itself by :meth:`draw`, on screen and in pictures alike.

    The mouse over a spot, or the arrow keys, read it out: in a tool tip, by ``read_out`` and to a
    screen reader.
    """

    read_out = Signal(str)
    menu_asked = Signal(QPoint)
    """Place on the screen; ``chosen`` is the spot that is meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._chosen = -1

    # For the charts

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        """Draw the chart into ``rect``; gives its spots in reading order."""
        raise NotImplementedError

    def content_changed(self) -> None:
        """To be called when there is something new to draw."""
        self._chosen = -1
        self.updateGeometry()
        self.update()

    # For everybody else

    @property
    def chosen(self) -> int:
        """Index of the spot that is read out, or -1."""
        return self._chosen

    def spots(self) -> Sequence[Spot]:
        """The spots as they lie in the widget now."""
        unseen = QPicture()
        painter = QPainter(unseen)
        found = self.draw(painter, self._room(), current_colours())
        painter.end()
        return found

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture: always in the light look."""
        painter.save()
        self.draw(painter, rect, LIGHT)
        painter.restore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        spots = self.draw(painter, self._room(), colours)
        if 0 <= self._chosen < len(spots) and self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(spots[self._chosen].area.adjusted(-2, -2, 2, 2), 3, 3)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for index, spot in enumerate(self.spots()):
            if spot.area.contains(event.position()):
                self._choose(index, spot)
                QToolTip.showText(event.globalPosition().toPoint(), spot.words, self)
                return
        QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spots = self.spots()
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            for index, spot in enumerate(spots):
                if spot.area.contains(QPointF(event.pos())):
                    self._choose(index, spot)
            self.menu_asked.emit(event.globalPos())
        elif 0 <= self._chosen < len(spots):
            middle = spots[self._chosen].area.center().toPoint()
            self.menu_asked.emit(self.mapToGlobal(middle))
        else:
            self.menu_asked.emit(self.mapToGlobal(self.rect().center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = self.spots()
        moves = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(spots) - 1}
        key = Qt.Key(event.key())
        if key in _BACK:
            target = max(self._chosen - 1, 0)
        elif key in _ON:
            target = min(self._chosen + 1, len(spots) - 1)
        elif key in moves:
            target = moves[key]
        else:
            super().keyPressEvent(event)
            return
        if spots:
            self._choose(target, spots[target])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def _choose(self, index: int, spot: Spot) -> None:
        if index == self._chosen:
            return
        self._chosen = index
        self.update()
        self.read_out.emit(spot.words)
        announce(self, spot.words)

    def _room(self) -> QRectF:
        return QRectF(self.rect())


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, politely."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def text_width(painter: QPainter, text: str) -> float:
    """Width of a text in the painter's font, in logical pixels."""
    return painter.fontMetrics().horizontalAdvance(text)


def apart(heights: Sequence[float], gap: float = 14.0) -> list[float]:
    """Heights from top to bottom, each pushed down as far as the one above needs room."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + gap) if placed else height)
    return placed


def upright_line(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """A vertical line from ``top`` to ``bottom``."""
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
