"""Finds places for labels beside points so that none lies on another or on a point."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from safer_desktop.gui.charts.palette import ChartColours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Corners = NDArray[np.float64]

_ANGLES = (0, 180, 315, 45, 225, 135, 270, 90, 340, 20, 200, 160)
_DISTANCES = (9.0, 16.0, 26.0, 40.0, 58.0, 80.0)
_STEP_ACROSS, _STEP_DOWN = 8.0, 4.0
_LEADER_FROM = 12.0
_MOST_SOUGHT = 60
"""Above so many points a label without a place near its point is left out at once."""


def place_labels(
    points: Sequence[QPointF], sizes: Sequence[QSizeF], room: QRectF, radius: float
) -> list[QRectF]:
    """A rectangle for each label, inside ``room``, as near to its point as there is space.

    No two labels lie on each other. Points of many neighbours are served first, since they have
    least choice. Where there is no free place near, the nearest of all free places is taken; where
    there is none at all, the rectangle is empty and the label is not to be drawn.
    """
    marks = [QRectF(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius) for p in points]
    placed: dict[int, QRectF] = {}
    for index in sorted(range(len(points)), key=lambda i: -_neighbours(points, i)):
        point, size, labels = points[index], sizes[index], list(placed.values())
        free = _free(_corners(_candidates(point, size, room)), [*marks, *labels])
        if not len(free) and len(points) <= _MOST_SOUGHT:
            everywhere = _grid(size, room)
            free = _free(everywhere, [*marks, *labels])
            free = free if len(free) else _free(everywhere, labels)
        placed[index] = _nearest(free, point)
    return [placed[i] for i in range(len(points))]


def draw_leader(painter: QPainter, point: QPointF, label: QRectF, colours: ChartColours) -> None:
    """A thin line from a point to its label, where the label stands away from it."""
    x = min(max(point.x(), label.left()), label.right())
    y = min(max(point.y(), label.top()), label.bottom())
    if abs(x - point.x()) + abs(y - point.y()) > _LEADER_FROM:
        painter.setPen(QPen(QColor(colours.axis), 0.8))
        painter.drawLine(point, QPointF(x, y))


def _corners(rects: Sequence[QRectF]) -> Corners:
    """Left, top, right and bottom, a row for each rectangle."""
    import numpy as np

    return np.array([rect.getCoords() for rect in rects], float).reshape(-1, 4)


def _free(rects: Corners, taken: Sequence[QRectF]) -> Corners:
    """The rectangles that touch none of those taken."""
    import numpy as np

    a, b = rects[:, None], _corners(taken)[None]
    apart = (a[..., 2] <= b[..., 0]) | (b[..., 2] <= a[..., 0])
    apart |= (a[..., 3] <= b[..., 1]) | (b[..., 3] <= a[..., 1])
    return rects[np.all(apart, axis=1)]


def _grid(size: QSizeF, room: QRectF) -> Corners:
    """Rectangles of this size all over the room."""
    import numpy as np

    lefts = np.arange(room.left(), room.right() - size.width() + 1e-9, _STEP_ACROSS)
    tops = np.arange(room.top(), room.bottom() - size.height() + 1e-9, _STEP_DOWN)
    x, y = (side.ravel() for side in np.meshgrid(lefts, tops, indexing="ij"))
    return np.column_stack([x, y, x + size.width(), y + size.height()])


def _nearest(rects: Corners, point: QPointF) -> QRectF:
    """The rectangle nearest to a point; an empty one where there is none to choose from."""
    import numpy as np

    if not len(rects):
        return QRectF()
    left, top, right, bottom = rects.T
    x = np.maximum(np.maximum(left - point.x(), point.x() - right), 0.0)
    y = np.maximum(np.maximum(top - point.y(), point.y() - bottom), 0.0)
    corners = rects[int(np.argmin(x + 1.3 * y))].tolist()
    return QRectF(QPointF(*corners[:2]), QPointF(*corners[2:]))


def _candidates(point: QPointF, size: QSizeF, room: QRectF) -> list[QRectF]:
    found = []
    for distance in _DISTANCES:
        for angle in _ANGLES:
            x = point.x() + distance * cos(radians(angle))
            y = point.y() - distance * sin(radians(angle))
            left = x - size.width() if angle in (180, 225, 135, 200, 160) else x
            if angle in (90, 270):
                left = x - size.width() / 2
            rect = QRectF(QPointF(left, y - size.height() / 2), size)
            if room.contains(rect):
                found.append(rect)
    return found


def _neighbours(points: Sequence[QPointF], index: int) -> int:
    here = points[index]
    return sum(abs(p.x() - here.x()) < 90 and abs(p.y() - here.y()) < 24 for p in points)
