"""Finds places for labels beside points so that none lies on another or on a point."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF

_ANGLES = (0, 180, 315, 45, 225, 135, 270, 90, 340, 20, 200, 160)
_DISTANCES = (9.0, 16.0, 26.0, 40.0, 58.0, 80.0)


def place_labels(
    points: Sequence[QPointF], sizes: Sequence[QSizeF], room: QRectF, radius: float
) -> list[QRectF]:
    """A rectangle for each label, inside ``room``, as near to its point as there is space.

    Points of few neighbours are served last, since they have most choice. Where a label finds no
    free place it takes the one with least overlap.
    """
    marks = [QRectF(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius) for p in points]
    placed: dict[int, QRectF] = {}
    for index in sorted(range(len(points)), key=lambda i: -_neighbours(points, i)):
        taken = [*marks, *placed.values()]
        placed[index] = min(
            _candidates(points[index], sizes[index], room),
            key=lambda rect: (_overlap(rect, taken), _distance(rect, points[index])),
        )
    return [placed[i] for i in range(len(points))]


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
    return found or [_pushed_inside(QRectF(point, size), room)]


def _pushed_inside(rect: QRectF, room: QRectF) -> QRectF:
    left = max(min(rect.left(), room.right() - rect.width()), room.left())
    top = max(min(rect.top(), room.bottom() - rect.height()), room.top())
    return QRectF(QPointF(left, top), rect.size())


def _neighbours(points: Sequence[QPointF], index: int) -> int:
    here = points[index]
    return sum(abs(p.x() - here.x()) < 90 and abs(p.y() - here.y()) < 24 for p in points)


def _overlap(rect: QRectF, taken: Sequence[QRectF]) -> float:
    cuts = (rect.intersected(other) for other in taken)
    return sum(cut.width() * cut.height() for cut in cuts if not cut.isEmpty())


def _distance(rect: QRectF, point: QPointF) -> float:
    x = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    y = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return x + 1.3 * y
