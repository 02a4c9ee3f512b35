"""Charts that are painted: what they share on screen, under the keyboard and as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPicture, QResizeEvent
from PySide6.QtWidgets import QWidget

from safer_desktop.gui.charts.palette import LIGHT, ChartColours, current_colours
from safer_desktop.gui.charts.reading import Readable, Spot


class PaintedChart(Readable, QWidget):
    """A chart that draws itself by :meth:`draw`, on screen and in pictures alike."""

    read_out = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._spots: Sequence[Spot] | None = None

    # For the charts

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        """Draw the chart into ``rect``; gives its spots in reading order."""
        raise NotImplementedError

    def content_changed(self) -> None:
        """To be called when there is something new to draw."""
        self._chosen = -1
        self._spots = None
        self.updateGeometry()
        self.update()

    # For everybody else

    def spots(self) -> Sequence[Spot]:
        """The spots as they lie in the widget now; found anew only when they may have moved."""
        if self._spots is None:
            unseen = QPicture()
            painter = QPainter(unseen)
            self._spots = self.draw(painter, self._room(), current_colours())
            painter.end()
        return self._spots

    def show_chosen(self) -> None:
        self.update()

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture: always in the light look."""
        painter.save()
        self.draw(painter, rect, LIGHT)
        painter.restore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        spots = self._spots = self.draw(painter, self._room(), colours)
        if 0 <= self._chosen < len(spots) and self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(spots[self._chosen].area.adjusted(-2, -2, 2, 2), 3, 3)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spots = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.FontChange,
        ):
            self._spots = None
            self.update()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def _room(self) -> QRectF:
        return QRectF(self.rect())


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
