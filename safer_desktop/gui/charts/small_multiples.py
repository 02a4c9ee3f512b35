"""One small trend for each district, the county's course faint behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import value_text
from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.figures import Trend
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.gui.charts import scales
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart, upright_line
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import (
    AreaName,
    BridgeWords,
    ChartTable,
    break_label,
    break_words,
    period_span,
    readout,
    shortened,
)

PICTURE_HEIGHT = 260

_TEXT_PIXELS = 12
_COLUMNS = 4
_GAP = 16.0
_HEAD = 17.0
_DOT = 2.6


@dataclass(frozen=True, slots=True)
class Course:
    """One area's line, and the definition breaks with the indexes of the points they precede."""

    area: str
    points: tuple[TrendPoint, ...]
    breaks: tuple[tuple[int, DefinitionBreak], ...]

    @property
    def known(self) -> tuple[TrendPoint, ...]:
        """The points that have a figure."""
        return tuple(point for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True)
class Courses:
    """The districts' lines in one unit, and the county's where it can stand beside them."""

    unit: Unit
    rolling: bool
    districts: tuple[Course, ...]
    county: Course | None

    @property
    def shared(self) -> bool:
        """Whether one scale serves all: of counts, each district has its own."""
        return self.unit is not Unit.COUNT


def courses_of(county: Trend, districts: Sequence[Trend]) -> Courses | None:
    """Rolling years where every district has them, else the single periods; None without any."""
    rolling = all(trend.rolling for trend in districts)
    found = tuple(
        course
        for course in (_course(trend, rolling=rolling) for trend in districts)
        if course.known
    )
    if not found:
        return None
    unit = districts[0].rolling_unit if rolling else districts[0].point_unit
    behind = _course(county, rolling=rolling)
    beside = unit is not Unit.COUNT and bool(behind.known)
    return Courses(unit, rolling, found, behind if beside else None)


def _course(trend: Trend, *, rolling: bool) -> Course:
    points = trend.rolling if rolling else trend.points
    return Course(trend.area, points, tuple(scales.break_indexes(trend.breaks, points)))


class SmallMultiples(PaintedChart):
    """A :class:`Courses` drawn as a grid of small trends.

    Left and Right go from point to point, Up and Down to the newest point of another district.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Courses, Indicator, AreaName] | None = None

    def show_courses(self, courses: Courses, indicator: Indicator, area_name: AreaName) -> None:
        """Show these districts."""
        self._shown = (courses, indicator, area_name)
        self.content_changed()

    @property
    def chosen(self) -> int:
        """Index of the district whose point is read out, or -1."""
        return bisect_right(self._starts(), self._chosen) - 1 if self._chosen >= 0 else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to another district; the rest is every chart's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or self._shown is None:
            super().keyPressEvent(event)
            return
        districts, starts = self._shown[0].districts, self._starts()
        to = self.chosen + step if self._chosen >= 0 else 0
        if 0 <= to < len(districts):
            self.choose(starts[to] + len(districts[to].points) - 1)

    def sizeHint(self) -> QSize:
        return QSize(640, PICTURE_HEIGHT)

    def _starts(self) -> list[int]:
        """Of each district the index of its first spot."""
        if self._shown is None:
            return []
        counts = [len(course.points) for course in self._shown[0].districts]
        return list(accumulate(counts[:-1], initial=0))

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        if self._shown is None:
            return ()
        courses, indicator, area_name = self._shown
        rows = ceil(len(courses.districts) / _COLUMNS)
        wide = (rect.width() - (_COLUMNS - 1) * _GAP) / _COLUMNS
        high = rect.height() / rows
        spots: list[Spot] = []
        for index, course in enumerate(courses.districts):
            left = rect.left() + index % _COLUMNS * (wide + _GAP)
            place = QRectF(left, rect.top() + index // _COLUMNS * high, wide, high - 6)
            _paint_one(painter, place, course, courses, indicator, area_name, colours)
            said = [
                point_words(course, at, courses, indicator, area_name)
                for at in range(len(course.points))
            ]
            spots.extend(map(Spot, _slices(place, course), said))
        return spots


def _slices(place: QRectF, course: Course) -> list[QRectF]:
    """Each point owns the height of its small trend and half the way to its neighbours."""
    places = scales.positions(course.points)
    last = max(places[-1], 1)
    xs = [place.left() + (place.width() - _DOT) * at / last for at in places]
    edges = [place.left(), *((a + b) / 2 for a, b in pairwise(xs)), place.right()]
    return [QRectF(a, place.top(), b - a, place.height()) for a, b in pairwise(edges)]


def _paint_one(
    painter: QPainter,
    place: QRectF,
    course: Course,
    courses: Courses,
    indicator: Indicator,
    area_name: AreaName,
    colours: ChartColours,
) -> None:
    latest = value_text(course.known[-1].value or 0.0, courses.unit, indicator.decimals)
    head = QRectF(place.left(), place.top(), place.width(), _HEAD)
    painter.setFont(pixel_font(_TEXT_PIXELS, bold=True))
    painter.setPen(QColor(colours.line))
    painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, latest)
    room = head.width() - painter.fontMetrics().horizontalAdvance(latest) - 6
    painter.setFont(pixel_font(_TEXT_PIXELS))
    painter.setPen(QColor(colours.text))
    name = painter.fontMetrics().elidedText(
        area_name(course.area), Qt.TextElideMode.ElideRight, int(room)
    )
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    plot = place.adjusted(0, _HEAD + 2, -_DOT, 0)
    painter.setPen(QPen(QColor(colours.grid), 1))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    top = _highest(courses.districts if courses.shared else (course,), courses.county)
    if courses.county is not None:
        painter.setPen(QPen(QColor(colours.axis), 1, Qt.PenStyle.DashLine))
        _draw_line(painter, plot, courses.county, top)
    _draw_breaks(painter, plot, course, colours)
    painter.setPen(QPen(QColor(colours.line), 1.6))
    end = _draw_line(painter, plot, course, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawEllipse(end, _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _highest(courses: Sequence[Course], county: Course | None) -> float:
    drawn = (*courses, county) if county else courses
    return max((p.value or 0.0 for course in drawn for p in course.known), default=1.0) or 1.0


def _draw_line(painter: QPainter, room: QRectF, course: Course, top: float) -> QPointF:
    """From zero at the bottom; stops at gaps and definition breaks. Gives the newest point."""
    places = scales.positions(course.points)
    last = max(places[-1], 1)
    changed = {index for index, _ in course.breaks}
    runs: list[list[QPointF]] = [[]]
    for index, (at, point) in enumerate(zip(places, course.points, strict=True)):
        if point.value is None or index in changed:
            runs.append([])
        if point.value is not None:
            x = room.left() + room.width() * at / last
            runs[-1].append(QPointF(x, room.bottom() - room.height() * point.value / top))
    for run in runs:
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        elif run:
            painter.drawPoint(run[0])
    return next(run[-1] for run in reversed(runs) if run)


def _draw_breaks(painter: QPainter, room: QRectF, course: Course, colours: ChartColours) -> None:
    places = scales.positions(course.points)
    painter.setPen(QPen(QColor(colours.second), 1.2, Qt.PenStyle.DashDotLine))
    for index, _ in course.breaks:
        at = (places[index - 1] + places[index]) / 2
        upright_line(
            painter, room.left() + room.width() * at / max(places[-1], 1), room.top(), room.bottom()
        )


def point_words(
    course: Course, index: int, courses: Courses, indicator: Indicator, area_name: AreaName
) -> str:
    """``Melton, 12 months to March 2017: 7.32 ...; county ...``; the newest also says the first."""
    point = course.points[index]
    words = f"{area_name(course.area)}, {readout(point, courses.unit, indicator)}"
    if point is course.known[-1]:
        words += f"; at first, {readout(course.known[0], courses.unit, indicator)}"
    beside = courses.county.known if courses.county else ()
    value = next((it.value for it in beside if it.period == point.period), None)
    if courses.county is not None and value is not None:
        county = area_name(courses.county.area)
        words += f"; {county} {value_text(value, courses.unit, indicator.decimals)}"
    return words


def courses_table(courses: Courses, indicator: Indicator, area_name: AreaName) -> ChartTable:
    """A row for each district: first, newest, lowest and highest figure."""

    def text(point: TrendPoint) -> str:
        return value_text(point.value or 0.0, courses.unit, indicator.decimals)

    def row(course: Course) -> tuple[str, ...]:
        known = course.known
        low = min(known, key=lambda p: p.value or 0.0)
        high = max(known, key=lambda p: p.value or 0.0)
        return (
            area_name(course.area),
            text(known[0]),
            text(known[-1]),
            known[-1].period.label,
            text(low),
            text(high),
        )

    lines = (*courses.districts, courses.county) if courses.county else courses.districts
    headers = ("Area", "First", "Newest", "Newest period", "Lowest", "Highest")
    return ChartTable(headers, tuple(row(c) for c in lines), frozenset({1, 2, 4, 5}))


def courses_title(courses: Courses, indicator: Indicator, area_name: AreaName) -> str:
    """Which districts end highest and lowest; of counts, only whose courses these are."""
    if not courses.shared or len(courses.districts) < 2:
        return f"{indicator.short_name}: the course of each district"
    ordered = sorted(courses.districts, key=lambda course: course.known[-1].value or 0.0)
    high, low = area_name(ordered[-1].area), area_name(ordered[0].area)
    return f"{indicator.short_name}: {high} ends highest, {low} lowest"


def courses_alt_text(courses: Courses, indicator: Indicator, area_name: AreaName) -> str:
    """A few sentences that stand for the picture."""
    title = courses_title(courses, indicator, area_name)
    rows = courses_table(courses, indicator, area_name).rows
    parts = [f"{row[0]} from {row[1]} to {row[2]}" for row in rows]
    span = period_span(courses.districts[0].points)
    changed = "".join(f" {break_label(item)}." for item in _changes(courses))
    return shortened(f"{title}. Small trends, {span}.{changed} {'; '.join(parts)}.")


def courses_caption(courses: Courses, bridge_words: BridgeWords) -> str:
    """Which scale, what the faint line is, and what changed at the upright ones."""
    changed = "".join(f" {break_words(item, bridge_words)}" for item in _changes(courses))
    if courses.shared:
        faint = " Dashed: the county." if courses.county else ""
        return f"All districts on one scale from zero.{faint} The figure is the newest.{changed}"
    own = "Each district on a scale of its own, from zero: shapes compare, heights do not."
    return own + changed


def _changes(courses: Courses) -> list[DefinitionBreak]:
    found = {item.on: item for course in courses.districts for _, item in course.breaks}
    return [found[day] for day in sorted(found)]
