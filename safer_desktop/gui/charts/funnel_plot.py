"""Areas of unlike size against their common rate: what lies outside what chance would do."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, log

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import number, value_text
from safer_desktop.domain.figures import Funnel, FunnelPoint
from safer_desktop.domain.indicators import Indicator
from safer_desktop.gui.charts import scales
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.labels import place_labels
from safer_desktop.gui.charts.painted import PaintedChart, apart, text_width
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import AreaName, ChartTable, said, shortened

PICTURE_HEIGHT = 300

_TEXT_PIXELS = 12
_LEFT, _BOTTOM, _TOP, _RIGHT = 46.0, 34.0, 8.0, 96.0
_LOW = 140.0
"""Below this height, in pixels, the names of four ticks would touch one another."""
_DOT, _MARK, _HIT = 3.2, 5.0, 9.0
_LINE_HEIGHT = 15.0
_BASE_LABELS = 4


class FunnelPlot(PaintedChart):
    """A :class:`Funnel` drawn: a point for each area, the common rate and its limits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Funnel, Indicator, AreaName] | None = None

    def show_funnel(self, funnel: Funnel, indicator: Indicator, area_name: AreaName) -> None:
        """Show these areas."""
        self._shown = (funnel, indicator, area_name)
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(640, PICTURE_HEIGHT)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        if self._shown is None:
            return ()
        return _Painting(painter, rect, colours, *self._shown).drawn()


class _Painting:
    """One painting of a funnel into one rectangle; sizes of areas run on a log scale."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        colours: ChartColours,
        funnel: Funnel,
        indicator: Indicator,
        area_name: AreaName,
    ) -> None:
        self.painter, self.colours = painter, colours
        self.funnel, self.indicator, self.area_name = funnel, indicator, area_name
        painter.setFont(pixel_font(_TEXT_PIXELS))
        curves = [v for it in funnel.limits for v in (*it.lower, *it.upper) if isfinite(v)]
        values = [*(p.value.value for p in funnel.points), *curves]
        steps = 4 if rect.height() > _LOW else 2
        self.scale = scales.value_scale(values, funnel.unit, steps, by_distance=True)
        self.room = QRectF(
            rect.left() + _LEFT,
            rect.top() + _TOP,
            rect.width() - _LEFT - _RIGHT,
            rect.height() - _TOP - _BOTTOM,
        )

    def drawn(self) -> list[Spot]:
        self._axes()
        self._limits()
        places = [QPointF(self._x(p.base), self._y(p.value.value)) for p in self.funnel.points]
        self._names(places)
        for place, point in zip(places, self.funnel.points, strict=True):
            self._point(place, point)
        return [
            Spot(
                QRectF(at.x() - _HIT, at.y() - _HIT, 2 * _HIT, 2 * _HIT),
                point_words(point, self.indicator, self.area_name),
            )
            for at, point in zip(places, self.funnel.points, strict=True)
        ]

    def _x(self, base: float) -> float:
        first, last = log(self.funnel.bases[0]), log(self.funnel.bases[-1])
        return self.room.left() + self.room.width() * (log(base) - first) / (last - first)

    def _y(self, value: float) -> float:
        low, high = self.scale.ticks[0], self.scale.ticks[-1]
        inside = min(max(value, low), high)
        return self.room.bottom() - self.room.height() * (inside - low) / (high - low)

    def _axes(self) -> None:
        painter, colours, room = self.painter, self.colours, self.room
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick, label in zip(self.scale.ticks, self.scale.labels, strict=True):
            y = self._y(tick)
            painter.setPen(QPen(QColor(colours.grid), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(room.left() - _LEFT, y - 9, _LEFT - 6, 18), aligned, label)
        bases = self.funnel.bases
        for step in range(_BASE_LABELS):
            base = bases[round(step * (len(bases) - 1) / (_BASE_LABELS - 1))]
            box = QRectF(self._x(base) - 50, room.bottom() + 2, 100, 15)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(_rounded(base)))
        box = QRectF(room.left(), room.bottom() + 17, room.width(), 15)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, base_words(self.indicator))

    def _limits(self) -> None:
        painter, colours, funnel = self.painter, self.colours, self.funnel
        painter.setPen(QPen(QColor(colours.reference), 1.2))
        self._curve([funnel.centre] * len(funnel.bases))
        styles = (Qt.PenStyle.DotLine, Qt.PenStyle.DashLine)
        for found, style in zip(funnel.limits, styles, strict=True):
            painter.setPen(QPen(QColor(colours.reference), 1.2, style))
            self._curve(found.lower)
            self._curve(found.upper)
        self._name_lines()

    def _curve(self, values: Sequence[float]) -> None:
        pairs = zip(self.funnel.bases, values, strict=True)
        drawn = [QPointF(self._x(base), self._y(value)) for base, value in pairs if value < inf]
        self.painter.drawPolyline(QPolygonF(drawn))

    def _name_lines(self) -> None:
        """What the lines are, at their right ends."""
        funnel = self.funnel
        names = [(it.upper[-1], f"{100 * it.level:g}%") for it in funnel.limits]
        names.append((funnel.centre, f"all {self._value(funnel.centre)}"))
        names.sort(reverse=True)
        self.painter.setPen(QColor(self.colours.muted))
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        heights = apart([self._y(value) for value, _ in names])
        for (_, text), y in zip(names, heights, strict=True):
            box = QRectF(self.room.right() + 6, y - 9, _RIGHT - 6, 18)
            self.painter.drawText(box, aligned, text)

    def _names(self, places: Sequence[QPointF]) -> None:
        names = [self.area_name(point.area) for point in self.funnel.points]
        sizes = [QSizeF(text_width(self.painter, name) + 2, _LINE_HEIGHT) for name in names]
        self.painter.setPen(QColor(self.colours.text))
        for box, name in zip(place_labels(places, sizes, self.room, _MARK), names, strict=True):
            # No limit may strike a name through.
            self.painter.fillRect(box.adjusted(0, 2, 0, -2), QColor(self.colours.background))
            self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _point(self, at: QPointF, point: FunnelPoint) -> None:
        """A dot; a diamond where the area stands out."""
        painter, colours = self.painter, self.colours
        above = point.value.value > point.expected.upper
        colour = colours.line
        if point.stands_out:
            colour = colours.higher if above else colours.lower
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        if point.stands_out:
            x, y, r = at.x(), at.y(), _MARK
            corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            painter.drawEllipse(at, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _value(self, value: float) -> str:
        return value_text(value, self.funnel.unit, self.indicator.decimals)


def point_words(point: FunnelPoint, indicator: Indicator, area_name: AreaName) -> str:
    """``Melton: 7.32 per 1,000 households, of 21,900; expected 5.10 to 7.20; stands out above``."""
    value = said(point.value.value, point.value.unit, indicator)
    words = f"{area_name(point.area)}: {value}, of {number(point.base)}"
    return f"{words}; expected {_span(point, indicator)}; {_place(point)}"


def funnel_table(funnel: Funnel, indicator: Indicator, area_name: AreaName) -> ChartTable:
    """Every area with its size, what is expected of it, and whether it stands out."""
    rows = tuple(
        (
            area_name(point.area),
            number(point.base),
            value_text(point.value.value, funnel.unit, indicator.decimals),
            _span(point, indicator),
            _place(point),
        )
        for point in funnel.points
    )
    headers = ("Area", base_words(indicator), "Figure", "Expected", "What it is")
    return ChartTable(headers, rows, frozenset({1, 2, 3}))


def funnel_alt_text(funnel: Funnel, indicator: Indicator, area_name: AreaName) -> str:
    """A few sentences that stand for the picture."""
    centre = said(funnel.centre, funnel.unit, indicator)
    out = [area_name(point.area) for point in funnel.points if point.stands_out]
    told = f"Standing out: {', '.join(out)}." if out else "No area stands out."
    return shortened(
        f"Funnel plot of {indicator.name} by district, {funnel.period.label}, about the common rate"
        f" of {centre}. {told}"
    )


def base_words(indicator: Indicator) -> str:
    """What the size of an area is counted in."""
    words = str(indicator.unit).partition("1,000 ")[2]
    return words[:1].upper() + words[1:] if words else "Number asked or counted"


def _span(point: FunnelPoint, indicator: Indicator) -> str:
    unit, expected = point.value.unit, point.expected
    lower = value_text(expected.lower, unit, indicator.decimals)
    return f"{lower} to {value_text(expected.upper, unit, indicator.decimals)}"


def _place(point: FunnelPoint) -> str:
    if not point.stands_out:
        return "like the others"
    return "stands out above" if point.value.value > point.expected.upper else "stands out below"


def _rounded(base: float) -> float:
    """A size to two figures, for a label."""
    digits = max(len(str(int(base))) - 2, 0)
    return round(base, -digits)
