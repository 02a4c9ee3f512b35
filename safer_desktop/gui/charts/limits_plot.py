"""Months or quarters with their predicted limits: what lies outside, and what runs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import value_text
from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.indicators import DefinitionBreak, Indicator
from safer_desktop.domain.limit_rules import Mark, RuleKind
from safer_desktop.domain.limits import ChartPoint, LimitsChart
from safer_desktop.domain.observations import Status
from safer_desktop.gui.charts import scales
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart, apart, text_width, upright_line
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import (
    ALT_TEXT_LIMIT,
    ChartTable,
    break_label,
    break_notes,
    shortened,
)

PICTURE_HEIGHT = 270

_TEXT_PIXELS = 12
_LEFT, _BOTTOM, _TOP, _GAP = 46.0, 22.0, 8.0, 6.0
_BREAK_LINE = 16.0
_DOT, _MARK = 2.6, 5.0
_HIT = 9.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_UNSETTLED = (Status.PROVISIONAL, Status.ESTIMATE)
_MARK_WORDS = {
    RuleKind.OUTSIDE: "outside the predicted limits",
    RuleKind.SHIFT: "part of a run on one side of the centre line",
    RuleKind.TREND: "part of a run in one direction",
    RuleKind.TWO_OF_THREE: "one of two in three near a limit",
}
_MARK_SHAPES = {
    RuleKind.OUTSIDE: "diamond",
    RuleKind.SHIFT: "triangle",
    RuleKind.TREND: "square",
    RuleKind.TWO_OF_THREE: "ring",
}


class LimitsPlot(PaintedChart):
    """A :class:`LimitsChart` drawn: line, centre, limits, and a shape at each signal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: LimitsChart | None = None
        self._indicator: Indicator | None = None
        self._breaks: tuple[DefinitionBreak, ...] = ()

    def show_limits(
        self, chart: LimitsChart, indicator: Indicator, breaks: Sequence[DefinitionBreak] = ()
    ) -> None:
        """Show this chart, with the definition breaks that fall between its points."""
        self._chart, self._indicator, self._breaks = chart, indicator, tuple(breaks)
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(640, PICTURE_HEIGHT)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        chart, indicator = self._chart, self._indicator
        if chart is None or indicator is None:
            return ()
        return _Painting(painter, rect, colours, chart, indicator, self._breaks).drawn()


class _Painting:
    """One painting of a chart into one rectangle."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        colours: ChartColours,
        chart: LimitsChart,
        indicator: Indicator,
        breaks: Sequence[DefinitionBreak],
    ) -> None:
        self.painter, self.colours = painter, colours
        self.chart, self.indicator = chart, indicator
        painter.setFont(pixel_font(_TEXT_PIXELS))
        self.points = chart.points
        self.scale = _scale(chart)
        self.places = scales.positions(as_trend(self.points))
        self.breaks = scales.break_indexes(breaks, as_trend(self.points))
        self.names = self._line_names()
        self.top = _TOP + (_BREAK_LINE if self.breaks else 0.0)
        right = max((text_width(painter, text) for text, _ in self.names), default=0.0)
        self.room = QRectF(
            rect.left() + _LEFT,
            rect.top() + self.top,
            rect.width() - _LEFT - right - 2 * _GAP,
            rect.height() - self.top - _BOTTOM,
        )

    def drawn(self) -> list[Spot]:
        self._axes()
        self._limits()
        self._course()
        self._names()
        self._definitions()
        return [self._spot(index, point) for index, point in enumerate(self.points)]

    # Places

    def x(self, place: float) -> float:
        last = max(self.places[-1], 1)
        inside = self.room.width() - 2 * _GAP
        return self.room.left() + _GAP + inside * place / last

    def y(self, value: float) -> float:
        low, high = self.scale.ticks[0], self.scale.ticks[-1]
        return self.room.bottom() - self.room.height() * (value - low) / (high - low)

    def at(self, index: int) -> QPointF:
        return QPointF(self.x(self.places[index]), self.y(self.points[index].value or 0.0))

    # Parts

    def _axes(self) -> None:
        painter, colours, room = self.painter, self.colours, self.room
        for tick, label in zip(self.scale.ticks, self.scale.labels, strict=True):
            y = self.y(tick)
            painter.setPen(QPen(QColor(colours.grid), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colours.muted))
            box = QRectF(room.left() - _LEFT, y - 9, _LEFT - _GAP, 18)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label
            )
        for place, label in scales.time_labels(as_trend(self.points)):
            box = QRectF(self.x(place) - 50, room.bottom() + 3, 100, _BOTTOM - 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _limits(self) -> None:
        """Centre and limits as steps that end where a phase ends, and where each phase begins."""
        painter, colours = self.painter, self.colours
        limit = QPen(QColor(colours.reference), 1.2, Qt.PenStyle.DashLine)
        for name, pen in (
            ("lower", limit),
            ("upper", limit),
            ("centre", QPen(QColor(colours.reference), 1.2)),
        ):
            painter.setPen(pen)
            for run in self._steps(name):
                painter.drawPolyline(QPolygonF(run))
        painter.setPen(QPen(QColor(colours.axis), 1, Qt.PenStyle.DotLine))
        changed = {index for index, _ in self.breaks}
        for before, after in pairwise(range(len(self.points))):
            if self.points[before].phase != self.points[after].phase and after not in changed:
                upright_line(painter, self._before(after), self.room.top(), self.room.bottom())

    def _before(self, index: int) -> float:
        """Half the way from the point before to this one."""
        return self.x((self.places[index - 1] + self.places[index]) / 2)

    def _definitions(self) -> None:
        """Each definition break by name, on the side of its line that has more room."""
        painter, room = self.painter, self.room
        for index, item in self.breaks:
            x = self._before(index)
            painter.setPen(QPen(QColor(self.colours.second), 1.5, Qt.PenStyle.DashDotLine))
            upright_line(painter, x, room.top() - _BREAK_LINE, room.bottom())
            at_left = x > room.center().x()
            box = QRectF(x - 404 if at_left else x + 4, room.top() - _BREAK_LINE - 4, 400, 16)
            painter.setPen(QColor(self.colours.text))
            painter.drawText(box, _RIGHT if at_left else _AT_LEFT, break_label(item))

    def _steps(self, name: str) -> Iterator[list[QPointF]]:
        run: list[QPointF] = []
        for index, point in enumerate(self.points):
            value: float | None = getattr(point, name)
            new_phase = index > 0 and point.phase != self.points[index - 1].phase
            if (value is None or new_phase) and run:
                yield run
                run = []
            if value is not None:
                left, right = self._edges(index)
                run += [QPointF(left, self.y(value)), QPointF(right, self.y(value))]
        if run:
            yield run

    def _edges(self, index: int) -> tuple[float, float]:
        place = self.places[index]
        left = (self.places[index - 1] + place) / 2 if index else place
        last = index == len(self.places) - 1
        right = place if last else (place + self.places[index + 1]) / 2
        return self.x(left), self.x(right)

    def _course(self) -> None:
        painter, colours = self.painter, self.colours
        painter.setPen(QPen(QColor(colours.line), 1.4))
        for before, after in pairwise(range(len(self.points))):
            gap = self.points[before].value is None or self.points[after].value is None
            if not gap and self.points[before].phase == self.points[after].phase:
                painter.drawLine(self.at(before), self.at(after))
        for index, point in enumerate(self.points):
            if point.value is None:
                continue
            hollow = point.status in _UNSETTLED
            if point.mark is not None:
                self._mark(self.at(index), point.mark, hollow=hollow)
            else:
                painter.setPen(QPen(QColor(colours.line), 1.2))
                painter.setBrush(QColor(colours.background if hollow else colours.line))
                painter.drawEllipse(self.at(index), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _mark(self, at: QPointF, mark: Mark, *, hollow: bool) -> None:
        painter, colours = self.painter, self.colours
        colour = QColor(colours.higher if mark.side.is_high else colours.lower)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(QColor(colours.background) if hollow else colour)
        x, y, r = at.x(), at.y(), _MARK
        up = -r if mark.side.is_high else r
        match mark.kind:
            case RuleKind.OUTSIDE:
                painter.drawPolygon(_polygon((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
            case RuleKind.SHIFT:
                painter.drawPolygon(_polygon((x, y + up), (x + r, y - up), (x - r, y - up)))
            case RuleKind.TREND:
                painter.drawRect(QRectF(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6))
            case RuleKind.TWO_OF_THREE:
                painter.setBrush(QColor(colours.background))
                painter.drawEllipse(at, r * 0.8, r * 0.8)

    def _line_names(self) -> list[tuple[str, float]]:
        """What the limits and the centre are at the newest point, to stand at their ends."""
        last = self.points[-1]
        return [
            (f"{name} {value_text(value, self.chart.unit, self.indicator.decimals)}", value)
            for name, value in (
                ("upper", last.upper),
                ("centre", last.centre),
                ("lower", last.lower),
            )
            if value is not None
        ]

    def _names(self) -> None:
        painter = self.painter
        painter.setPen(QColor(self.colours.text))
        placed = apart([self.y(value) for _, value in self.names])
        for (text, _), y in zip(self.names, placed, strict=True):
            box = QRectF(self.room.right() + _GAP, y - 9, 200, 18)
            painter.drawText(box, _AT_LEFT, text)

    def _spot(self, index: int, point: ChartPoint) -> Spot:
        if point.value is None:
            at = QPointF(self.x(self.places[index]), self.room.bottom())
        else:
            at = self.at(index)
        area = QRectF(at.x() - _HIT, at.y() - _HIT, 2 * _HIT, 2 * _HIT)
        return Spot(area, point_words(point, self.chart, self.indicator))


def point_words(point: ChartPoint, chart: LimitsChart, indicator: Indicator) -> str:
    """``January 2017: 380 offences a month, outside the predicted limits (243 to 377)``."""
    if point.value is None:
        return f"{point.period.label}: missing"
    words = f"{point.period.label}: {_value(point.value, chart, indicator)} {chart.value_words}"
    if point.status is not Status.FINAL:
        words += f", {point.status}"
    if point.mark is not None:
        words += f", {_MARK_WORDS[point.mark.kind]}"
    span = _span(point, chart, indicator)
    return f"{words} (limits {span})" if span else words


def limits_table(
    chart: LimitsChart, indicator: Indicator, breaks: Sequence[DefinitionBreak] = ()
) -> ChartTable:
    """Every point with its centre, limits and what it is part of."""
    notes = break_notes(breaks, as_trend(chart.points))

    def number(value: float | None) -> str:
        return "" if value is None else _value(value, chart, indicator)

    rows = tuple(
        (
            point.period.label,
            number(point.value),
            number(point.lower),
            number(point.centre),
            number(point.upper),
            "; ".join(part for part in (_of_point(point), notes.get(index)) if part),
        )
        for index, point in enumerate(chart.points)
    )
    first = chart.value_words[:1].upper() + chart.value_words[1:]
    headers = ("Period", first, "Lower limit", "Centre", "Upper limit", "What it is")
    return ChartTable(headers, rows, frozenset({1, 2, 3, 4}))


def limits_alt_text(
    chart: LimitsChart,
    indicator: Indicator,
    area: str,
    *,
    shown: LimitsChart | None = None,
    breaks: Sequence[DefinitionBreak] = (),
) -> str:
    """A few sentences that stand for the picture; ``shown`` is the part of the chart in it."""
    part = shown or chart
    newest = "" if chart.latest in part.points else "Newest, not in the picture: "
    signals = [signal.words for signal in part.signals if not signal.in_baseline]
    told = f"Signals: {'; '.join(signals[-3:])}." if signals else "No signal after the baseline."
    changed = "".join(f" {words}." for words in break_notes(breaks, as_trend(part.points)).values())
    return shortened(
        f"Line chart of {indicator.name}, {area}, with predicted limits ({chart.kind}). "
        f"{newest}{point_words(chart.latest, chart, indicator)}. {chart.variation}.{changed} {told}"
    )[:ALT_TEXT_LIMIT]


def shapes_key(chart: LimitsChart) -> str:
    """What the shapes on this chart mean, and what the lines are."""
    shown = dict.fromkeys(point.mark.kind for point in chart.points if point.mark is not None)
    key = [f"{_MARK_SHAPES[kind]}: {_MARK_WORDS[kind]}" for kind in RuleKind if kind in shown]
    lines = "Broken lines: predicted limits; line between them: centre."
    return f"{lines} {_capital('; '.join(key))}." if key else lines


def axis_note(chart: LimitsChart) -> str:
    """Says so where the axis does not start at zero."""
    return _scale(chart).note


def _scale(chart: LimitsChart) -> scales.ValueScale:
    values = [v for p in chart.points for v in (p.value, p.lower, p.upper) if v is not None]
    return scales.value_scale(values, chart.unit, by_distance=True)


def _of_point(point: ChartPoint) -> str:
    words = [_MARK_WORDS[mark.kind] for mark in point.marks]
    if point.in_baseline:
        words.append("baseline")
    if point.value is None:
        words.append("missing")
    elif point.status is not Status.FINAL:
        words.append(str(point.status))
    return ", ".join(dict.fromkeys(words))


def _span(point: ChartPoint, chart: LimitsChart, indicator: Indicator) -> str:
    lower, upper = point.lower, point.upper
    if lower is None and upper is None:
        return ""
    if upper is None:
        return f"from {_value(lower or 0.0, chart, indicator)}"
    if lower is None:
        return f"up to {_value(upper, chart, indicator)}"
    return f"{_value(lower, chart, indicator)} to {_value(upper, chart, indicator)}"


def _value(value: float, chart: LimitsChart, indicator: Indicator) -> str:
    return value_text(value, chart.unit, indicator.decimals)


def as_trend(points: Sequence[ChartPoint]) -> list[TrendPoint]:
    """The points without their limits."""
    return [TrendPoint(point.period, point.value, point.status, point.sources) for point in points]


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
