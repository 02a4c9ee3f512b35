"""How often each incident type takes which place: one stacked bar per type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours, contrast
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import ChartTable, shortened
from safer_desktop.risk.firmness import (
    Firmness,
    PlaceGroup,
    place_groups,
    share_words,
    type_sentence,
)

_ROW = 26.0
_LEAST_ROW = 17.0
_KEY = 26.0
_GAP = 8.0
_TEXT = 12
_LEAST_TEXT = 8
_ROLES = ("higher", "second", "lower", "grid")


class RankAcceptability(PaintedChart):
    """The types in the order of the matrix; the parts of a bar are groups of places."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("How often each incident type takes which place")
        self._found: Firmness | None = None
        self._groups: tuple[PlaceGroup, ...] = ()

    def show_firmness(self, found: Firmness | None) -> None:
        """Draw these shares of places; None: nothing."""
        self._found = found
        self._groups = place_groups(found) if found else ()
        self.content_changed()

    @property
    def picture_height(self) -> int:
        """The height that a picture of all bars needs."""
        return int(_KEY + len(self._found.case.types) * _ROW + 4) if self._found else 60

    def sizeHint(self) -> QSize:
        return QSize(420, self.picture_height)

    def minimumSizeHint(self) -> QSize:
        many = len(self._found.case.types) if self._found else 0
        return QSize(240, int(_KEY + many * _LEAST_ROW))

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if not self._found or not self._found.case.types:
            return []
        painter.setFont(pixel_font(_TEXT))
        self._draw_key(painter, rect, colours)
        metrics = QFontMetricsF(painter.font())
        names = [it.name for it in self._found.case.types]
        wide = min(max(map(metrics.horizontalAdvance, names)), rect.width() * 0.42)
        height = min(_ROW, (rect.height() - _KEY) / len(names))
        painter.setFont(pixel_font(max(min(_TEXT, int(height) - 2), _LEAST_TEXT)))
        metrics = QFontMetricsF(painter.font())
        spots = []
        for at, name in enumerate(names):
            place = QRectF(rect.left(), rect.top() + _KEY + at * height, rect.width(), height)
            room = QRectF(place.left(), place.top(), wide, height)
            painter.setPen(QColor(colours.text))
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide + 1),
            )
            bar = place.adjusted(wide + _GAP, height * 0.08, -1, -height * 0.08)
            self._draw_bar(painter, bar, self._found.places[at], colours)
            spots.append(Spot(place, type_sentence(self._found, at)))
        return spots

    def _draw_bar(
        self, painter: QPainter, bar: QRectF, places: Sequence[float], colours: ChartColours
    ) -> None:
        x = bar.left()
        for group, role in zip(self._groups, _roles(len(self._groups)), strict=True):
            share = group.share(places)
            part = QRectF(x, bar.top(), share * bar.width(), bar.height())
            x += part.width()
            if part.width() <= 0:
                continue
            fill = getattr(colours, role)
            painter.fillRect(part, QColor(fill))
            text = f"{share:.0%}"
            if QFontMetricsF(painter.font()).horizontalAdvance(text) + 6 < part.width():
                painter.setPen(QColor(_readable_on(fill)))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)
            painter.setPen(QPen(QColor(colours.background), 1.5))
            painter.drawLine(QPointF(x, part.top()), QPointF(x, part.bottom()))
        painter.setPen(QPen(QColor(colours.axis), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)

    def _draw_key(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> None:
        metrics = QFontMetricsF(painter.font())
        x = rect.left()
        names = ("Place", *(it.name for it in self._groups))
        for text, role in zip(names, ("", *_roles(len(self._groups))), strict=True):
            if role:
                box = QRectF(x, rect.top() + 5, 12, 12)
                painter.fillRect(box, QColor(getattr(colours, role)))
                painter.setPen(QPen(QColor(colours.axis), 1))
                painter.drawRect(box)
                x += 16
            painter.setPen(QColor(colours.text))
            room = QRectF(x, rect.top(), metrics.horizontalAdvance(text) + 2, 22)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            x = room.right() + 12


def _roles(many: int) -> tuple[str, ...]:
    """A colour for each group of places: what comes after the groups is the palest."""
    return _ROLES if many == len(_ROLES) else (*_ROLES[: many - 1], _ROLES[-1])


def firmness_table(found: Firmness) -> ChartTable:
    """The shares of the groups of places, per type."""
    groups = place_groups(found)
    return ChartTable(
        ("Incident type", *(f"Place {group.name}" for group in groups)),
        tuple(
            (it.name, *(share_words(group.share(places)) for group in groups))
            for it, places in zip(found.case.types, found.places, strict=True)
        ),
        frozenset(range(1, len(groups) + 1)),
    )


def firmness_alt_text(found: Firmness) -> str:
    """A few sentences that stand for the stacked bars."""
    first = " ".join(type_sentence(found, at) for at in range(min(5, len(found.case.types))))
    return shortened(f"Stacked bars of the places of {len(found.case.types)} types. {first}")


def _readable_on(fill: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, fill))
