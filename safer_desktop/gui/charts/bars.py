"""Horizontal bars with names, values and intervals: what the bar charts have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TEXT_PIXELS = 12
_GAP = 8.0
_ROW = 28.0
_LEAST_ROW = 17.0
_BAR_SHARE = 0.62
_REFERENCE_ROOM = 20.0
_CAP = 3.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: its ``name`` left; ``text`` and, quieter, ``note`` in a column at the right.

    ``value`` None draws no bar, only the note. ``role`` names the colour in
    :class:`ChartColours`; ``words`` is what the read-out says.
    """

    name: str
    value: float | None
    text: str
    note: str
    role: str
    words: str
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class _Lanes:
    """Where bars begin, pixels per unit, and where the numbers' column begins."""

    left: float
    scale: float
    text: float
    text_width: float


class BarChart(PaintedChart):
    """Bars from a zero line, one under another, with an optional named line across them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BarRow, ...] = ()
        self._reference: tuple[str, float] | None = None

    def show_rows(self, rows: Sequence[BarRow], reference: tuple[str, float] | None = None) -> None:
        """Show these bars, and a dashed line named ``reference``."""
        self._rows = tuple(rows)
        self._reference = reference
        self.content_changed()

    @property
    def rows(self) -> tuple[BarRow, ...]:
        """The bars that are shown."""
        return self._rows

    @property
    def picture_height(self) -> int:
        """The height that a picture of all bars needs."""
        below = _REFERENCE_ROOM if self._reference else 0.0
        return int(len(self._rows) * _ROW + below + 4)

    def sizeHint(self) -> QSize:
        return QSize(560, max(self.picture_height, 60))

    def minimumSizeHint(self) -> QSize:
        below = _REFERENCE_ROOM if self._reference else 0.0
        return QSize(280, int(len(self._rows) * _LEAST_ROW + below))

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if not self._rows:
            return []
        font = pixel_font(_TEXT_PIXELS)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        names = max(metrics.horizontalAdvance(row.name) for row in self._rows)
        names = min(names, rect.width() * 0.42)
        left = rect.left() + names + _GAP
        numbers = max(metrics.horizontalAdvance(row.text) for row in self._rows)
        notes = max(metrics.horizontalAdvance(r.note) if r.text else 0.0 for r in self._rows)
        right = max(rect.right() - numbers - notes - 3 * _GAP, left + 20.0)
        lanes = _Lanes(left, (right - left) / self._reach(), right + _GAP, numbers)
        below = _REFERENCE_ROOM if self._reference else 0.0
        height = min(_ROW, (rect.height() - below) / len(self._rows))
        spots = []
        for number, row in enumerate(self._rows):
            place = QRectF(rect.left(), rect.top() + number * height, rect.width(), height)
            self._draw_row(painter, place, row, colours, lanes)
            spots.append(Spot(place, row.words))
        bottom = rect.top() + len(self._rows) * height
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.drawLine(QPointF(left, rect.top()), QPointF(left, bottom))
        self._draw_reference(painter, rect, colours, lanes, bottom)
        return spots

    def _reach(self) -> float:
        ends = [row.value or 0.0 for row in self._rows]
        ends.extend(row.interval[1] for row in self._rows if row.interval)
        if self._reference:
            ends.append(self._reference[1])
        return max(*ends, 1e-9) if len(ends) > 1 else max(ends[0], 1e-9)

    def _draw_row(
        self,
        painter: QPainter,
        place: QRectF,
        row: BarRow,
        colours: ChartColours,
        lanes: _Lanes,
    ) -> None:
        metrics = QFontMetricsF(painter.font())
        left, middle = lanes.left, place.center().y()
        centred = Qt.AlignmentFlag.AlignVCenter
        room = QRectF(place.left(), place.top(), left - _GAP - place.left(), place.height())
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | centred, name)
        note_at = left + _GAP
        if row.value is not None:
            thick = place.height() * _BAR_SHARE
            bar = QRectF(left, middle - thick / 2, max(row.value, 0.0) * lanes.scale, thick)
            painter.fillRect(bar, QColor(getattr(colours, row.role)))
            room = QRectF(lanes.text, place.top(), lanes.text_width + 1, place.height())
            painter.setPen(QColor(colours.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | centred, row.text)
            note_at = room.right() + _GAP
        if row.interval:
            low, high = (left + value * lanes.scale for value in row.interval)
            _draw_interval(painter, low, high, middle, colours)
        room = QRectF(note_at, place.top(), place.right() - note_at, place.height())
        note = metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | centred, note)

    def _draw_reference(
        self,
        painter: QPainter,
        rect: QRectF,
        colours: ChartColours,
        lanes: _Lanes,
        bottom: float,
    ) -> None:
        if self._reference is None:
            return
        name, value = self._reference
        x = lanes.left + value * lanes.scale
        painter.setPen(QPen(QColor(colours.reference), 1.3, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, bottom + 4))
        width = QFontMetricsF(painter.font()).horizontalAdvance(name) + 2
        start = min(max(x - width / 2, rect.left()), rect.right() - width)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            QRectF(start, bottom + 3, width, _REFERENCE_ROOM - 3), Qt.AlignmentFlag.AlignLeft, name
        )


def _draw_interval(
    painter: QPainter, low: float, high: float, middle: float, colours: ChartColours
) -> None:
    """A line with caps, rimmed so that it stands out on its bar too."""
    for colour, width in ((colours.background, 3.4), (colours.interval, 1.4)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for x in (low, high):
            painter.drawLine(QPointF(x, middle - _CAP), QPointF(x, middle + _CAP))
