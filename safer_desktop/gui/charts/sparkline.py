"""Sparklines: a line without axes, painted into a table cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from safer_desktop.domain.display import value_text
from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.figures import Trend
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.scales import break_indexes

LATEST_POINTS = 25
"""How many of the newest points a sparkline shows: two years of months and one."""

_PEN_WIDTH = 1.5
_DOT = 2.75


def paint_sparkline(
    painter: QPainter,
    rect: QRectF,
    values: Sequence[float | None],
    colours: ChartColours,
    breaks: Collection[int] = (),
) -> None:
    """Paint ``values``, oldest first, as a line from the left to the right edge of ``rect``.

    None is a gap: it takes its place and the line stops. The line also stops before each index in
    ``breaks`` (a changed definition), where a short upright tick stands. The newest value, if
    there is one, has a dot. Height is scaled to the values' own range: it shows shape, not size.
    """
    points = _places(rect.adjusted(0, _DOT + 1, 0, -_DOT - 1), values)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.axis), 1, Qt.PenStyle.DotLine))
    for index in breaks:
        if 0 < index < len(values):
            x = (_x(rect, index - 1, len(values)) + _x(rect, index, len(values))) / 2
            painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))
    line = QColor(colours.line)
    painter.setPen(QPen(line, _PEN_WIDTH, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in _runs(points, breaks):
        if len(run) == 1:
            painter.setBrush(line)
            painter.drawEllipse(run[0], 0.8, 0.8)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.drawPolyline(QPolygonF(run))
    if points and points[-1] is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(points[-1], _DOT, _DOT)
    painter.restore()


def sparkline_values(trend: Trend) -> tuple[tuple[float | None, ...], tuple[int, ...]]:
    """The newest points of a trend and the indexes at which its definition changed."""
    points = trend.points[-LATEST_POINTS:]
    breaks = tuple(index for index, _ in break_indexes(trend.breaks, points))
    return tuple(p.value for p in points), breaks


def sparkline_words(trend: Trend, decimals: int = 2) -> str:
    """What a sparkline shows, as a sentence for a screen reader and a tool tip."""
    points = trend.points[-LATEST_POINTS:]
    known = [p for p in points if p.value is not None]
    if not known:
        return "No points to show."

    def said(point: TrendPoint) -> str:
        value = value_text(point.value or 0.0, trend.point_unit, decimals)
        return f"{value} in {point.period.label}"

    gaps = len(points) - len(known)
    words = f"{len(known)} points, {said(known[0])} to {said(known[-1])}"
    highest = max(known, key=lambda p: p.value or 0.0)
    lowest = min(known, key=lambda p: p.value or 0.0)
    words += f"; highest {said(highest)}, lowest {said(lowest)}"
    return words + (f"; {gaps} missing." if gaps else ".")


def _x(rect: QRectF, index: int, count: int) -> float:
    inner = rect.adjusted(_DOT, 0, -_DOT - 1, 0)
    return inner.left() + inner.width() * (index / (count - 1) if count > 1 else 1.0)


def _places(rect: QRectF, values: Sequence[float | None]) -> list[QPointF | None]:
    known = [v for v in values if v is not None]
    if not known:
        return []
    low, high = min(known), max(known)

    def place(index: int, value: float) -> QPointF:
        share = (value - low) / (high - low) if high > low else 0.5
        return QPointF(_x(rect, index, len(values)), rect.bottom() - rect.height() * share)

    return [None if v is None else place(i, v) for i, v in enumerate(values)]


def _runs(points: Sequence[QPointF | None], breaks: Collection[int]) -> list[list[QPointF]]:
    runs: list[list[QPointF]] = [[]]
    for index, point in enumerate(points):
        if point is None or index in breaks:
            runs.append([])
        if point is not None:
            runs[-1].append(point)
    return [run for run in runs if run]
