"""Likelihood and harm of every incident type, with the classes as bands across the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.axes import Axis, Even, Multiples
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.labels import draw_leader, place_labels
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.ranked_bars import class_roles, matrix_words
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import shortened
from safer_desktop.risk.scheme import MatrixRow, RiskClass, Scheme
from safer_desktop.risk.words import NOUNS, FormulaNouns, amount

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PICTURE_HEIGHT = 380

_TEXT_PIXELS = 11
_RADIUS = 4.5
_LEFT, _BOTTOM, _TOP = 36.0, 34.0, 20.0
_WIDE_LEFT = 44.0
_IN_MULTIPLES = "log scale"
_CURVE_STEPS = 60
SHAPES = ("circle", "square", "diamond")


class LikelihoodHarm(PaintedChart):
    """Each scored type at its likelihood (across) and harm (up).

    The curves join the places of equal risk score at which a class begins. Counts and weights, of
    a cardinal scheme, go up in multiples: homicide would squeeze all others into a corner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()
        self._scheme: Scheme | None = None

    def show_matrix(self, rows: Sequence[MatrixRow], scheme: Scheme) -> None:
        """Show the scored rows of a matrix."""
        self._rows = mapped(rows, scheme)
        self._scheme = scheme
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(420, PICTURE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 200)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if self._scheme is None:
            return []
        if not self._rows:
            return []
        painter.setFont(pixel_font(_TEXT_PIXELS))
        cardinal = self._scheme.cardinal
        plot = rect.adjusted(_WIDE_LEFT if cardinal else _LEFT, _TOP, -8, -_BOTTOM)
        likely = [r.likelihood or 0 for r in self._rows]
        harm = [r.harm or 0 for r in self._rows]
        across: Axis
        up: Axis
        if cardinal:
            across = Multiples(plot.left(), plot.right(), likely)
            up = Multiples(plot.bottom(), plot.top(), harm)
        else:
            highest = max([1, *(b.score for b in self._scheme.bands), *likely])
            across = Even(plot.left(), plot.right(), highest)
            up = Even(plot.bottom(), plot.top(), max(1, self._scheme.harm_max, *harm))
        self._draw_axes(painter, rect, plot, colours, across, up)
        self._draw_classes(painter, plot, colours, across, up)
        return self._draw_points(painter, plot, colours, across, up)

    def _draw_axes(
        self,
        painter: QPainter,
        rect: QRectF,
        plot: QRectF,
        colours: ChartColours,
        across: Axis,
        up: Axis,
    ) -> None:
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.drawLine(plot.bottomLeft(), plot.topLeft())
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(colours.muted))
        centre = Qt.AlignmentFlag.AlignCenter
        for x in across.ticks():
            room = QRectF(across.at(x) - 30, plot.bottom() + 2, 60, 14)
            painter.drawText(room, centre, number(x))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for y in up.ticks():
            room = QRectF(rect.left(), up.at(y) - 8, plot.left() - 6 - rect.left(), 16)
            painter.drawText(room, right, number(y))
        name = QRectF(plot.left(), rect.bottom() - 16, plot.width(), 16)
        painter.setPen(QColor(colours.text))
        painter.drawText(name, centre, _across_words(self._scheme))
        top = QRectF(rect.left(), rect.top(), rect.width(), 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, _up_words(self._scheme))

    def _draw_classes(
        self, painter: QPainter, plot: QRectF, colours: ChartColours, across: Axis, up: Axis
    ) -> None:
        assert self._scheme is not None
        metrics = QFontMetricsF(painter.font())
        free = plot.left() - _LEFT + metrics.horizontalAdvance(_up_words(self._scheme)) + 12
        for entry in sorted(self._scheme.classes, key=lambda c: c.from_score):
            path = _curve(entry, across, up)
            if path is None:
                continue
            painter.setPen(QPen(QColor(colours.axis), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            painter.setPen(QColor(colours.muted))
            start = path.pointAtPercent(0)
            words = f"{entry.name} from {number(entry.from_score)}"
            width = metrics.horizontalAdvance(words) + 2
            left = min(start.x() - width / 2, plot.right() - width)
            room = QRectF(max(left, free), plot.top() - 16, width, 14)
            if room.right() <= plot.right() + 8:
                free = room.right() + 12
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft, words)

    def _draw_points(
        self, painter: QPainter, plot: QRectF, colours: ChartColours, across: Axis, up: Axis
    ) -> list[Spot]:
        assert self._scheme is not None
        roles = class_roles(self._scheme.classes)
        nouns = NOUNS[self._scheme.formula]
        order = list(roles)
        points = [QPointF(across.at(r.likelihood or 0), up.at(r.harm or 0)) for r in self._rows]
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
            spots.append(Spot(place, matrix_words(row, nouns)))
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


def picture_alt_text(rows: Sequence[MatrixRow], nouns: FormulaNouns) -> str:
    """A few sentences that stand for the likelihood and harm picture."""
    scored = [r for r in rows if r.risk is not None]
    if not scored:
        return f"Scatter of {nouns.likelihood} and {nouns.harm}: nothing is scored yet."
    likely = max(scored, key=lambda r: r.likelihood or 0)
    harmful = max(scored, key=lambda r: r.harm or 0)
    return shortened(
        f"Scatter of {len(scored)} incident types by {nouns.likelihood} (across) and "
        f"{nouns.harm} (up). "
        f"Highest {nouns.likelihood}: {likely.type.name}, {amount(likely.likelihood or 0.0)}. "
        f"Highest {nouns.harm}: {harmful.type.name}, {amount(harmful.harm or 0.0)}. "
        f"Highest {nouns.risk}: {scored[0].type.name}, {number(scored[0].risk or 0.0)}."
    )


def mapped(rows: Sequence[MatrixRow], scheme: Scheme) -> tuple[MatrixRow, ...]:
    """The rows with a place in the picture; in multiples, nothing has none."""
    scored = tuple(row for row in rows if row.risk is not None)
    return tuple(row for row in scored if row.risk) if scheme.cardinal else scored


def _across_words(scheme: Scheme | None) -> str:
    likely = scheme.likelihood if scheme else None
    return f"Likelihood: {likely.name.casefold()} score" if likely else f"Count ({_IN_MULTIPLES})"


def _up_words(scheme: Scheme | None) -> str:
    cardinal = scheme is not None and scheme.cardinal
    return f"Harm per incident ({_IN_MULTIPLES})" if cardinal else "Harm score"


def _curve(entry: RiskClass, across: Axis, up: Axis) -> QPainterPath | None:
    """Where a class begins, as far as it lies within both axes."""
    if entry.from_score <= 0:
        return None
    first = max(across.least, entry.from_score / up.most)
    last = min(across.most, entry.from_score / up.least if up.least else math.inf)
    if first >= last:
        return None
    xs = [first + (last - first) * i / _CURVE_STEPS for i in range(_CURVE_STEPS + 1)]
    path = QPainterPath(QPointF(across.at(xs[0]), up.at(entry.from_score / xs[0])))
    for x in xs[1:]:
        path.lineTo(QPointF(across.at(x), up.at(entry.from_score / x)))
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
