"""Places in the matrix before and now, joined by lines: steep lines are those that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from safer_desktop.domain.display import number
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import ChartTable, shortened
from safer_desktop.risk.movement import Move, Moved, Movement
from safer_desktop.risk.scheme import MatrixRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HEADERS = (
    "Incident type", "Place before", "Place now", "What moved", "Because of", "Count before",
    "Count now", "Risk before", "Risk now",
)  # fmt: skip
_NUMERIC = frozenset({1, 2, 5, 6, 7, 8})
_TEXT_PIXELS = 11
_ROW = 18.0
_HEAD = 20.0
_LEAST_ROWS = 4
_GAP = 8.0
_SIGNS = {Move.UP: "▲", Move.DOWN: "▼"}


class MovementChart(PaintedChart):
    """Left the places before, right those of now; what did not move is quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moved: tuple[Moved, ...] = ()

    def show_movement(self, found: Movement) -> None:
        """Show what moved among the types that are or were ranked."""
        self._moved = tuple(it for it in found.moved if it.rank_before or it.rank_now)
        self.content_changed()

    @property
    def picture_height(self) -> int:
        """Height at which every line of text has its room."""
        return round(_HEAD + _ROW * max(len(self._moved), _LEAST_ROWS))

    def sizeHint(self) -> QSize:
        return QSize(420, self.picture_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if not self._moved:
            return []
        painter.setFont(pixel_font(_TEXT_PIXELS))
        column = min(
            max(QFontMetricsF(painter.font()).horizontalAdvance(_words(it)) for it in self._moved)
            + 6,
            rect.width() * 0.38,
        )
        row = (rect.height() - _HEAD) / max(len(self._moved), _LEAST_ROWS)
        before = _places({it.code: it.rank_before for it in self._moved}, rect.top() + _HEAD, row)
        now = _places({it.code: it.rank_now for it in self._moved}, rect.top() + _HEAD, row)
        left, right = rect.left() + column, rect.right() - column
        painter.setPen(QColor(colours.muted))
        for x, words, side in (
            (rect.left(), "Place before", Qt.AlignmentFlag.AlignRight),
            (right + _GAP, "Place now", Qt.AlignmentFlag.AlignLeft),
        ):
            painter.drawText(QRectF(x, rect.top(), column - _GAP, 16), side, words)
        spots = []
        for it in self._moved:
            ends = [
                QPointF(x, places[it.code])
                for x, places in ((left, before), (right, now))
                if it.code in places
            ]
            _draw_line(painter, it, ends, colours)
            painter.setPen(QColor(colours.text if it.move is not Move.SAME else colours.muted))
            for x, places, side, rank in (
                (rect.left(), before, Qt.AlignmentFlag.AlignRight, it.rank_before),
                (right + _GAP, now, Qt.AlignmentFlag.AlignLeft, it.rank_now),
            ):
                if it.code in places:
                    room = QRectF(x, places[it.code] - row / 2, column - _GAP, row)
                    words = _words(it) if places is now else f"{it.name}  {rank}"
                    shown = QFontMetricsF(painter.font()).elidedText(
                        words, Qt.TextElideMode.ElideRight, room.width()
                    )
                    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
            last = ends[-1]
            spots.append(Spot(QRectF(last.x() - 7, last.y() - 7, 14, 14), it.words))
        return spots


def movement_alt_text(found: Movement) -> str:
    """How many moved, and which."""
    return shortened(f"Slope chart of places in the matrix. {' '.join(found.sentences)}")


def _words(it: Moved) -> str:
    sign = f" {_SIGNS[it.move]}" if it.move in _SIGNS else ""
    told = " (new)" if it.move is Move.NEW else ""
    return f"{it.rank_now or it.rank_before}  {it.name}{told}{sign}"


def _places(ranks: dict[str, int | None], top: float, row: float) -> dict[str, float]:
    """The height of each type, one below another in the order of ranks; ties keep their order."""
    order = sorted((rank, place) for place, rank in enumerate(ranks.values()) if rank is not None)
    codes = list(ranks)
    return {codes[place]: top + (line + 0.5) * row for line, (_, place) in enumerate(order)}


def _draw_line(painter: QPainter, it: Moved, ends: list[QPointF], colours: ChartColours) -> None:
    roles = {Move.UP: colours.higher, Move.DOWN: colours.lower}
    colour = QColor(roles.get(it.move, colours.axis))
    style = Qt.PenStyle.DashLine if it.move is Move.DOWN else Qt.PenStyle.SolidLine
    if len(ends) > 1:
        painter.setPen(QPen(colour, 2.0 if it.move in roles else 1.0, style))
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for end in ends:
        painter.drawEllipse(end, 3.5, 3.5)


def movement_table(found: Movement) -> ChartTable:
    """One row per incident type: places, what moved it, counts and risk scores of both."""
    return ChartTable(HEADERS, tuple(_row(it) for it in found.moved), _NUMERIC)


def _row(it: Moved) -> tuple[str, ...]:
    causes = " and ".join(it.causes) + (" together" if it.together and it.causes else "")
    return (
        it.name,
        _number(it.rank_before),
        _number(it.rank_now),
        str(it.move),
        causes,
        _number(_count(it.before)),
        _number(_count(it.now)),
        _number(it.before.risk if it.before else None),
        _number(it.now.risk if it.now else None),
    )


def _count(row: MatrixRow | None) -> float | None:
    return row.count if row else None


def _number(value: float | None) -> str:
    return "" if value is None else number(value)
