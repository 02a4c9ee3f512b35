"""Parts of a plot that keep their pen widths on any device.

pyqtgraph's own items use cosmetic pens: hairlines at 300 dots per inch, and strokes as wide as the
plot is stretched in programs that read SVG without ``vector-effect``. These map their points to the
device first and then draw with plain pens.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class PlotItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph ships no types
    """An item over the whole plot, placed in the plot's values."""

    def __init__(self) -> None:
        super().__init__()
        self.pen = QPen(Qt.PenStyle.NoPen)
        self._points: list[QPointF] = []

    def setPoints(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Place the item's points; a value that is no number is a gap."""
        self._points = [QPointF(x, y) for x, y in zip(xs, ys, strict=True)]
        self.update()

    def setPen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Draw in this colour, so many logical pixels wide."""
        self.pen = QPen(QColor(colour), width, style, Qt.PenCapStyle.FlatCap)
        self.pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        # The item covers the view: without this it would be looked for where the view was before.
        self.prepareGeometryChange()
        super().viewTransformChanged()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.transform()
        runs: list[list[QPointF]] = [[]]
        for point in self._points:
            if isfinite(point.y()):
                runs[-1].append(transform.map(point))
            else:
                runs.append([])
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen)
        self.draw(painter, [run for run in runs if run])
        painter.restore()

    def draw(self, painter: QPainter, runs: list[list[QPointF]]) -> None:
        """Draw unbroken runs of points, given in logical pixels."""
        raise NotImplementedError


class Line(PlotItem):
    """A line that stops at gaps."""

    def draw(self, painter: QPainter, runs: list[list[QPointF]]) -> None:
        for run in runs:
            painter.drawPolyline(QPolygonF(run))


class Grid(PlotItem):
    """Separate strokes, each between a pair of points."""

    def draw(self, painter: QPainter, runs: list[list[QPointF]]) -> None:
        for run in runs:
            for start, end in zip(run[::2], run[1::2], strict=True):
                painter.drawLine(start, end)


class Dots(PlotItem):
    """A dot at each point, each with a fill of its own."""

    def __init__(self, radius: float) -> None:
        super().__init__()
        self.radius = radius
        self.fills: list[QBrush] = []

    def setDots(self, xs: Sequence[float], ys: Sequence[float], fills: Sequence[str]) -> None:
        """Place the dots; ``fills`` are colours, empty for none."""
        self.fills = [QBrush(QColor(f)) if f else QBrush(Qt.BrushStyle.NoBrush) for f in fills]
        self.setPoints(xs, ys)

    def draw(self, painter: QPainter, runs: list[list[QPointF]]) -> None:
        for point, fill in zip((p for run in runs for p in run), self.fills, strict=True):
            painter.setBrush(fill)
            painter.drawEllipse(point, self.radius, self.radius)
