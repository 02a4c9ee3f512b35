"""Volume against harm per incident, both in steps of ten; lines join places of equal total harm."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.axes import Multiples
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.labels import draw_leader, place_labels
from safer_desktop.gui.charts.likelihood_harm import SHAPES, mark
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.ranked_bars import class_roles
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import ChartTable, shortened
from safer_desktop.risk.scheme import MatrixRow, RiskClass
from safer_desktop.risk.words import amount

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PICTURE_HEIGHT = 380
CAPTION = (
    "Both axes go up in multiples. Dotted lines join equal total harm (count × harm per "
    "incident): a type on a higher line does more harm in all."
)
_TEXT_PIXELS = 11
_LEFT, _BOTTOM, _TOP = 48.0, 34.0, 36.0
_RADIUS = 5.5


class VolumeHarm(PaintedChart):
    """Each type that has a count and a harm score, by both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()
        self._classes: tuple[RiskClass, ...] = ()

    def show_matrix(self, rows: Sequence[MatrixRow], classes: Sequence[RiskClass]) -> None:
        """Show the rows that can be placed."""
        self._rows, self._classes = placed(rows), tuple(classes)
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(420, PICTURE_HEIGHT)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if not self._rows:
            return []
        painter.setFont(pixel_font(_TEXT_PIXELS))
        plot = rect.adjusted(_LEFT, _TOP, -8, -_BOTTOM)
        across = Multiples(plot.left(), plot.right(), [row.count or 0 for row in self._rows])
        up = Multiples(plot.bottom(), plot.top(), [row.harm or 0 for row in self._rows])
        self._draw_axes(painter, rect, plot, colours, across, up)
        _draw_equal_harm(painter, plot, colours, across, up)
        return self._draw_points(painter, plot, colours, across, up)

    def _draw_axes(
        self,
        painter: QPainter,
        rect: QRectF,
        plot: QRectF,
        colours: ChartColours,
        across: Multiples,
        up: Multiples,
    ) -> None:
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.drawLine(plot.bottomLeft(), plot.topLeft())
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(colours.muted))
        centre = Qt.AlignmentFlag.AlignCenter
        for tick in across.ticks():
            room = QRectF(across.at(tick) - 30, plot.bottom() + 2, 60, 14)
            painter.drawText(room, centre, number(tick))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in up.ticks():
            room = QRectF(rect.left(), up.at(tick) - 8, _LEFT - 8, 16)
            painter.drawText(room, right, number(tick))
        painter.setPen(QColor(colours.text))
        name = QRectF(plot.left(), rect.bottom() - 16, plot.width(), 16)
        painter.drawText(name, centre, "Count of incidents")
        top = QRectF(rect.left(), rect.top(), rect.width(), 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, "Harm per incident")

    def _draw_points(
        self,
        painter: QPainter,
        plot: QRectF,
        colours: ChartColours,
        across: Multiples,
        up: Multiples,
    ) -> list[Spot]:
        points = [QPointF(across.at(r.count or 1), up.at(r.harm or 1)) for r in self._rows]
        metrics = QFontMetricsF(painter.font())
        sizes = [
            QSizeF(metrics.horizontalAdvance(r.type.name) + 2, metrics.height()) for r in self._rows
        ]
        labels = place_labels(points, sizes, plot.adjusted(0, 0, 8, 0), _RADIUS)
        roles = class_roles(self._classes)
        order = list(roles)
        spots = []
        for row, point, label in zip(self._rows, points, labels, strict=True):
            if not label.isEmpty():
                draw_leader(painter, point, label, colours)
                painter.setPen(QColor(colours.text))
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, row.type.name)
            shape = order.index(row.risk_class) if row.risk_class in order else len(order)
            painter.setPen(QPen(QColor(colours.background), 1))
            painter.setBrush(QColor(getattr(colours, roles.get(row.risk_class, "same"))))
            painter.drawPath(mark(point, SHAPES[min(shape, len(SHAPES) - 1)]))
            place = QRectF(point.x() - 7, point.y() - 7, 14, 14)
            spots.append(Spot(place, volume_harm_words(row)))
        return spots


def placed(rows: Sequence[MatrixRow]) -> tuple[MatrixRow, ...]:
    """The rows that have a count and a harm score above zero: others have no place in multiples."""
    return tuple(row for row in rows if row.count and row.harm and row.count > 0 and row.harm > 0)


def volume_harm_words(row: MatrixRow) -> str:
    """One point as a sentence."""
    return (
        f"{row.type.name}: {number(row.count or 0)} incidents, harm {amount(row.harm or 0)} each, "
        f"total {amount(row.total_harm or 0)}"
    )


def volume_harm_alt_text(rows: Sequence[MatrixRow]) -> str:
    """What stands out: most incidents, most harm each, most harm in all."""
    shown = placed(rows)
    if not shown:
        return "Scatter of volume and harm per incident: no type has both yet."
    most = max(shown, key=lambda row: row.count or 0)
    worst = max(shown, key=lambda row: row.harm or 0)
    total = max(shown, key=lambda row: row.total_harm or 0)
    return shortened(
        f"Scatter of {len(shown)} incident types by count (across) and harm per incident "
        f"(up), both in multiples. Most incidents: {most.type.name}, {number(most.count or 0)}. "
        f"Most harm each: {worst.type.name}, {amount(worst.harm or 0)}. Most harm in all: "
        f"{total.type.name}, {amount(total.total_harm or 0)}."
    )


def volume_harm_table(rows: Sequence[MatrixRow]) -> ChartTable:
    """Count, harm per incident, total and share of the total; the same rows as the points."""
    shown = placed(rows)
    return ChartTable(
        ("Incident type", "Count", "Harm each", "Total harm", "Share of harm"),
        tuple(
            (
                row.type.name,
                number(row.count or 0),
                amount(row.harm or 0),
                amount(row.total_harm or 0),
                f"{number(row.harm_share or 0, 1)}%",
            )
            for row in shown
        ),
        frozenset({1, 2, 3, 4}),
    )


def _draw_equal_harm(
    painter: QPainter, plot: QRectF, colours: ChartColours, across: Multiples, up: Multiples
) -> None:
    free = plot.left()
    for power in range(ceil(across.low + up.low), floor(across.high + up.high) + 1):
        total = 10.0**power
        left = max(across.low, power - up.high)
        right = min(across.high, power - up.low)
        if left >= right:
            continue
        ends = [QPointF(across.at(10**x), up.at(total / 10**x)) for x in (left, right)]
        painter.setPen(QPen(QColor(colours.axis), 0.8, Qt.PenStyle.DotLine))
        painter.drawLine(*ends)
        words = f"total {number(total)}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        room = QRectF(ends[0].x() - width / 2, plot.top() - 16, width, 14)
        at_top = left > across.low
        if at_top and room.left() >= free and room.right() <= plot.right() + 8:
            free = room.right() + 12
            painter.setPen(QColor(colours.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, words)
