"""The two icons of a chart with limits, painted: a shape and a letter repeat what words say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.palette import ChartColours, Tone, current_colours

ASPECT = 1.75
"""How much wider than high the variation icon is: a wave beside a shape with a letter."""

_STRIP_HEIGHT = 22
_STRIP_GAP = 6
_RING = "ring"
_TRIANGLE = "triangle"
_SQUARE = "square"
_TONES = {_RING: Tone.GOOD, _TRIANGLE: Tone.BAD, _SQUARE: Tone.QUIET}
_ASSURED = {
    Assurance.HIT: ("P", _RING),
    Assurance.MISS: ("F", _TRIANGLE),
    Assurance.INCONSISTENT: ("?", _SQUARE),
}
TOLD = frozenset(_ASSURED)
"""The assurances that say something, and so have an icon."""

_LEVEL = ((0.0, 0.5), (0.25, 0.25), (0.5, 0.6), (0.75, 0.4), (1.0, 0.5))
_RISING = ((0.0, 0.85), (0.3, 0.7), (0.55, 0.78), (1.0, 0.15))


def icon_words(chart: LimitsChart | Reason | None) -> str:
    """Both icons in words, as a tool tip and a screen reader have them; empty without a chart."""
    if chart is None or isinstance(chart, Reason):
        return ""
    return f"Predicted limits: {chart.variation}. {chart.assurance}."


def paint_variation(
    painter: QPainter, rect: QRectF, variation: Variation, colours: ChartColours
) -> None:
    """Paint what the latest point says into ``rect``.

    Where that is too narrow for the wave beside it, only the shape with its letter.
    """
    small = rect.width() < rect.height() * ASPECT
    height = min(rect.height(), rect.width())
    room = QRectF(0, 0, height if small else height * ASPECT, height)
    room.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wave = QRectF(room.left() + 1, room.top(), height * 0.68, height)
    words = variation.shape.split()
    if variation is Variation.CANNOT_SAY:
        _dash(painter, room, colours)
    elif variation is Variation.COMMON_CAUSE:
        _wave(painter, room.adjusted(2, 0, -2, 0), _LEVEL, colours.muted)
    else:
        fore = colours.chips[_TONES[words[-1]]].fore
        rising = words[0] == "rising"
        if not small:
            _wave(painter, wave, _RISING if rising else [(x, 1 - y) for x, y in _RISING], fore)
        place = QRectF(room.right() - height, room.top(), height, height)
        _lettered(painter, place, "H" if rising else "L", words[-1], colours)
    painter.restore()


def paint_assurance(
    painter: QPainter, rect: QRectF, assurance: Assurance, colours: ChartColours
) -> None:
    """Paint whether the target will be met; nothing where nobody can tell."""
    side = min(rect.height(), rect.width())
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if assurance in _ASSURED:
        _lettered(painter, place, *_ASSURED[assurance], colours)
    painter.restore()


class LimitIcons(QWidget):
    """Both icons of a chart beside each other, their words in tool tip and accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: LimitsChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: LimitsChart | None) -> None:
        """Show this chart's icons; None hides them."""
        self._chart = chart
        self.setToolTip(icon_words(chart))
        self.setAccessibleName(icon_words(chart))
        self.setVisible(chart is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icons that there are."""
        wide = round(_STRIP_HEIGHT * ASPECT)
        if self._chart is not None and self._chart.assurance in TOLD:
            wide += _STRIP_GAP + _STRIP_HEIGHT
        return QSize(wide, _STRIP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Variation, then assurance."""
        if self._chart is None:
            return
        painter = QPainter(self)
        colours = current_colours()
        high = float(_STRIP_HEIGHT)
        first = QRectF(0, 0, high * ASPECT, high)
        paint_variation(painter, first, self._chart.variation, colours)
        second = QRectF(first.right() + _STRIP_GAP, 0, high, high)
        paint_assurance(painter, second, self._chart.assurance, colours)
        painter.end()


def _lettered(
    painter: QPainter, place: QRectF, letter: str, shape: str, colours: ChartColours
) -> None:
    chip = colours.chips[_TONES[shape]]
    inner = place.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(chip.fore), max(1.4, place.height() * 0.08)))
    painter.setBrush(QColor(chip.back))
    text = inner
    match shape:
        case "ring":
            painter.drawEllipse(inner)
        case "triangle":
            top = QPointF(inner.center().x(), inner.top())
            painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))
            text = inner.adjusted(0, inner.height() * 0.28, 0, 0)
        case _:
            painter.drawRect(inner)
    share = 0.52 if shape == _TRIANGLE else 0.62
    painter.setFont(pixel_font(max(7, round(place.height() * share)), bold=True))
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, letter)


def _wave(
    painter: QPainter,
    room: QRectF,
    places: Sequence[tuple[float, float]],
    colour: str,
) -> None:
    inner = room.adjusted(1, room.height() * 0.15, -1, -room.height() * 0.15)
    points = [
        QPointF(inner.left() + x * inner.width(), inner.top() + y * inner.height())
        for x, y in places
    ]
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(points[-1], 1.8, 1.8)


def _dash(painter: QPainter, room: QRectF, colours: ChartColours) -> None:
    painter.setPen(QPen(QColor(colours.muted), 1.5))
    middle = room.center()
    painter.drawLine(middle - QPointF(room.height() / 4, 0), middle + QPointF(room.height() / 4, 0))
