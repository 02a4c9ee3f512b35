"""Likelihood and harm of every incident type, with the classes as bands across the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.labels import draw_leader, place_labels
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.ranked_bars import class_roles, matrix_words
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import shortened
from safer_desktop.risk.scheme import MatrixRow, RiskClass, Scheme
from safer_desktop.risk.words import amount

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PICTURE_HEIGHT = 380

_TEXT_PIXELS = 11
_RADIUS = 4.5
_LEFT, _BOTTOM, _TOP = 36.0, 34.0, 20.0
_HARM_WORDS = 64.0
_CURVE_STEPS = 60
SHAPES = ("circle", "square", "diamond")


class LikelihoodHarm(PaintedChart):
    """Each scored type at its probability (across) and harm (up).

    The curves join the places of equal risk score at which a class begins.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()
        self._scheme: Scheme | None = None

    def show_matrix(self, rows: Sequence[MatrixRow], scheme: Scheme) -> None:
        """Show the scored rows of a matrix."""
        self._rows = tuple(r for r in rows if r.risk is not None)
        self._scheme = scheme
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(420, PICTURE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 200)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if self._scheme is None:
            return []
        painter.setFont(pixel_font(_TEXT_PIXELS))
        plot = rect.adjusted(_LEFT, _TOP, -8, -_BOTTOM)
        across = max(
            [1, *(b.score for b in self._scheme.bands), *(r.probability or 0 for r in self._rows)]
        )
        # A cardinal scheme has no scale of harm: its weights are the harm.
        up = max(1, self._scheme.harm_max, *(math.ceil(r.harm or 0) for r in self._rows))
        self._draw_axes(painter, rect, plot, colours, across, up)
        self._draw_classes(painter, plot, colours, across, up)
        return self._draw_points(painter, plot, colours, across, up)

    def _draw_axes(
        self,
        painter: QPainter,
        rect: QRectF,
        plot: QRectF,
        colours: ChartColours,
        across: float,
        up: int,
    ) -> None:
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.drawLine(plot.bottomLeft(), plot.topLeft())
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(colours.muted))
        centre = Qt.AlignmentFlag.AlignCenter
        for x in _few(across):
            at = _at(plot, x, 0, across, up)
            painter.drawText(QRectF(at.x() - 20, plot.bottom() + 2, 40, 14), centre, number(x))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for y in _few(up):
            at = _at(plot, 0, y, across, up)
            room = QRectF(plot.left() - 34, at.y() - 8, 28, 16)
            painter.drawText(room, right, number(y))
        name = QRectF(plot.left(), rect.bottom() - 16, plot.width(), 16)
        painter.setPen(QColor(colours.text))
        painter.drawText(name, centre, _across_words(self._scheme))
        top = QRectF(rect.left(), rect.top(), rect.width(), 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, _up_words(self._scheme))

    def _draw_classes(
        self, painter: QPainter, plot: QRectF, colours: ChartColours, across: float, up: int
    ) -> None:
        assert self._scheme is not None
        free = plot.left() + _HARM_WORDS
        for entry in sorted(self._scheme.classes, key=lambda c: c.from_score):
            if entry.from_score <= 0 or entry.from_score >= across * up:
                continue
            path = _curve(plot, entry, across, up)
            painter.setPen(QPen(QColor(colours.axis), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            painter.setPen(QColor(colours.muted))
            start = path.pointAtPercent(0)
            words = f"{entry.name} from {number(entry.from_score)}"
            width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
            left = min(start.x() - width / 2, plot.right() - width)
            room = QRectF(max(left, free), plot.top() - 16, width, 14)
            free = room.right() + 12
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, words)

    def _draw_points(
        self, painter: QPainter, plot: QRectF, colours: ChartColours, across: float, up: int
    ) -> list[Spot]:
        assert self._scheme is not None
        roles = class_roles(self._scheme.classes)
        order = list(roles)
        points = [_at(plot, r.probability or 0, r.harm or 0, across, up) for r in self._rows]
        metrics = QFontMetricsF(painter.font())
        sizes = [
            QSizeF(metrics.horizontalAdvance(r.type.name) + 2, metrics.height()) for r in self._rows
        ]
        labels = place_labels(points, sizes, plot.adjusted(0, 0, 8, 0), _RADIUS + 1)
        spots = []
        for row, point, label in zip(self._rows, points, labels, strict=True):
            colour = QColor(getattr(colours, roles.get(row.risk_class, "same")))
            if not label.isEmpty():
                draw_leader(painter, point, label, colours)
                painter.setPen(QColor(colours.text))
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, row.type.name)
            shape = order.index(row.risk_class) if row.risk_class in order else 0
            painter.setPen(QPen(QColor(colours.background), 1))
            painter.setBrush(colour)
            painter.drawPath(mark(point, SHAPES[min(shape, len(SHAPES) - 1)]))
            place = QRectF(point.x() - 7, point.y() - 7, 14, 14)
            spots.append(Spot(place, matrix_words(row)))
        return spots


def key(scheme: Scheme) -> str:
    """Which shape stands for which class: ``Circles: High. Squares: Medium. Diamonds: Low.``"""
    order = list(class_roles(scheme.classes))
    named: dict[str, list[str]] = {shape: [] for shape in SHAPES}
    for place, name in enumerate(order):
        named[SHAPES[min(place, len(SHAPES) - 1)]].append(name)
    return " ".join(
        f"{shape.capitalize()}s: {', '.join(names)}." for shape, names in named.items() if names
    )


def picture_alt_text(rows: Sequence[MatrixRow]) -> str:
    """A few sentences that stand for the likelihood and harm picture."""
    scored = [r for r in rows if r.risk is not None]
    if not scored:
        return "Scatter of likelihood and harm: nothing is scored yet."
    likely = max(scored, key=lambda r: r.probability or 0)
    harmful = max(scored, key=lambda r: r.harm or 0)
    return shortened(
        f"Scatter of {len(scored)} incident types by likelihood (across) and harm (up). "
        f"Most likely: {likely.type.name}, probability {amount(likely.likelihood or 0.0)}. "
        f"Most harmful: {harmful.type.name}, harm {amount(harmful.harm or 0.0)}. "
        f"Highest risk score: {scored[0].type.name}, {number(scored[0].risk or 0.0)}."
    )


def _across_words(scheme: Scheme | None) -> str:
    likely = scheme.likelihood if scheme else None
    return f"Likelihood: {likely.name.casefold()} score" if likely else "Count"


def _up_words(scheme: Scheme | None) -> str:
    return "Harm per incident" if scheme and scheme.cardinal else "Harm score"


def _few(highest: float) -> range:
    step = max(round(highest / 4 / 5) * 5, 5) if highest > 10 else max(math.floor(highest) // 4, 1)
    return range(0, math.floor(highest) + 1, step)


def _at(plot: QRectF, x: float, y: float, across: float, up: int) -> QPointF:
    """Where scores lie, with a little room beyond the highest."""
    return QPointF(
        plot.left() + plot.width() * x / (across * 1.08),
        plot.bottom() - plot.height() * y / (up * 1.05),
    )


def _curve(plot: QRectF, entry: RiskClass, across: float, up: int) -> QPainterPath:
    first = entry.from_score / (up * 1.05)
    last = across * 1.08
    xs = [first + (last - first) * i / _CURVE_STEPS for i in range(_CURVE_STEPS + 1)]
    path = QPainterPath(_at(plot, xs[0], entry.from_score / xs[0], across, up))
    for x in xs[1:]:
        path.lineTo(_at(plot, x, entry.from_score / x, across, up))
    return path


def mark(point: QPointF, shape: str) -> QPainterPath:
    """The sign of a class, round a point: circle, square or diamond."""
    path = QPainterPath()
    r = _RADIUS
    if shape == "circle":
        path.addEllipse(point, r, r)
    elif shape == "square":
        path.addRect(QRectF(point.x() - r, point.y() - r, 2 * r, 2 * r))
    else:
        path.moveTo(point.x(), point.y() - r * 1.3)
        for dx, dy in ((1.3, 0), (0, 1.3), (-1.3, 0)):
            path.lineTo(point.x() + r * dx, point.y() + r * dy)
        path.closeSubpath()
    return path
