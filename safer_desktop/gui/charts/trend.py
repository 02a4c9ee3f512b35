"""An indicator's course: its points, or its rolling 12 months, never both on two scales.

Imports pyqtgraph, which takes a second: import this module when a trend is first shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import nan
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import average_name, value_text
from safer_desktop.domain.evidence import TrendPoint
from safer_desktop.domain.figures import Trend
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.gui.charts import scales, words
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.palette import LIGHT, ChartColours, current_colours
from safer_desktop.gui.charts.plot_items import Dots, Grid, Line
from safer_desktop.gui.charts.reading import Readable, Spot

PICTURE_HEIGHT = 270

_TEXT_PIXELS = 12
_LEFT_AXIS = 46
_BOTTOM_AXIS = 22
_LEAST_ROOM, _LAST_GAP = 0.1, 8
_HEADROOM = 0.18
"""Share of the height kept above the highest tick for the words of a definition break."""

_UNSETTLED = (Status.PROVISIONAL, Status.ESTIMATE)


class TrendPlot(Readable, pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph ships no types
    """The line of a :class:`Trend` with its breaks, gaps, comparator and read-out."""

    read_out = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        colours: ChartColours | None = None,
    ) -> None:
        self._own_colours = colours
        self._coloured: ChartColours | None = None
        self._trend: Trend | None = None
        super().__init__(parent, enableMenu=False)  # type: ignore[call-arg]  # as above
        self._indicator: Indicator | None = None
        self._rolling = False
        self._places: list[int] = []
        self._scale = scales.ValueScale((0.0, 1.0), ("0", "1"))
        self._top = 1.0
        self._known: list[tuple[int, float, Status]] = []
        self._break_words: list[Any] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self._make_items()
        self.recolour()

    # What it shows

    def show_trend(self, trend: Trend, indicator: Indicator, *, rolling: bool) -> None:
        """Show the points, or the rolling line, of this trend."""
        self._trend, self._indicator, self._rolling = trend, indicator, rolling
        self._fill()

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """The points of the line that is shown."""
        if self._trend is None:
            return ()
        return self._trend.rolling if self._rolling else self._trend.points

    @property
    def unit(self) -> Unit:
        """The unit of the line that is shown."""
        if self._trend is None:
            return Unit.COUNT
        return self._trend.rolling_unit if self._rolling else self._trend.point_unit

    @property
    def axis_note(self) -> str:
        """Says so where the axis does not start at zero."""
        return self._scale.note

    def spots(self) -> Sequence[Spot]:
        """Each point owns the height of the plot and half the way to its neighbours."""
        if self._indicator is None or not self._places:
            return ()
        xs = [self._across(place) for place in self._places]
        middles = [(before + after) / 2 for before, after in pairwise(xs)]
        height = float(self.height())
        edges = [0.0, *middles, float(self.width())]
        return [
            Spot(
                QRectF(left, 0, right - left, height),
                words.readout(point, self.unit, self._indicator),
            )
            for (left, right), point in zip(pairwise(edges), self.points, strict=True)
        ]

    def show_chosen(self) -> None:
        place, value = self._places[self._chosen], self.points[self._chosen].value
        self._cursor.setPoints([place, place], [self._scale.ticks[0], self._top])
        at = [] if value is None else [(place, value)]
        self._ring.setDots([x for x, _ in at], [y for _, y in at], ["" for _ in at])

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture, through a plot of its own in the light look."""
        if self._trend is None or self._indicator is None:
            return
        plot = TrendPlot(colours=LIGHT)
        try:
            plot.lay_out(rect.size().toSize())
            plot.show_trend(self._trend, self._indicator, rolling=self._rolling)
            stretched = Qt.AspectRatioMode.IgnoreAspectRatio
            plot.render(painter, rect, plot.rect(), stretched)  # type: ignore[call-overload]  # as above
        finally:
            plot.close()
            plot.deleteLater()

    def lay_out(self, size: QSize) -> None:
        """Take a size at once, without ever being shown: else the axes would be guesses."""
        self.resize(size)
        self.viewport().resize(size)
        self.resizeEvent(QResizeEvent(size, size))
        self.plotItem.layout.activate()

    def recolour(self) -> None:
        """Take up the colours of the current look."""
        colours = self._coloured = self._colours
        self.setBackground(QColor(colours.background))
        for side in ("left", "bottom"):
            axis = self.plotItem.getAxis(side)
            axis.setTextPen(QColor(colours.muted))
            axis.setPen(None)
        self._grid.setPen(colours.grid, 1)
        self._base.setPen(colours.axis, 1)
        self._ring.setPen(colours.text, 2)
        self._dots.setPen(colours.line, 1.5)
        self._average.setPen(colours.reference, 1.5, Qt.PenStyle.DashLine)
        self._breaks.setPen(colours.second, 1.5, Qt.PenStyle.DashDotLine)
        self._cursor.setPen(colours.axis, 1, Qt.PenStyle.DotLine)
        self._average_name.setColor(QColor(colours.text))
        self._last.setColor(QColor(colours.line))
        if self._trend is not None:
            self._fill()

    # Events

    def changeEvent(self, event: QEvent) -> None:
        # A closed plot has no plot item; colouring the plot changes its palette once more.
        alive = getattr(self, "plotItem", None) is not None and self._coloured is not None
        stale = alive and self._coloured is not self._colours
        if stale and event.type() is QEvent.Type.PaletteChange:
            self.recolour()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The newest value needs its room at any width."""
        super().resizeEvent(event)
        if self._trend is not None:
            self._fill_axes()

    def sizeHint(self) -> QSize:
        return QSize(640, PICTURE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    def _across(self, place: float) -> float:
        """How far from the widget's left edge a place in time lies, in pixels."""
        scene = self.plotItem.vb.mapViewToScene(QPointF(place, 0.0))
        return float(self.mapFromScene(scene).x())

    # Building

    def _make_items(self) -> None:
        item = self.plotItem
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setContentsMargins(0, 6, 4, 0)
        for side in ("left", "bottom"):
            item.getAxis(side).setStyle(
                tickFont=pixel_font(_TEXT_PIXELS),
                tickLength=0,
                tickAlpha=0,
                hideOverlappingLabels=False,
            )
        item.getAxis("left").setWidth(_LEFT_AXIS)
        item.getAxis("bottom").setHeight(_BOTTOM_AXIS)
        self._grid, self._base, self._breaks = Grid(), Grid(), Grid()
        self._average, self._cursor, self._line = Line(), Line(), Line()
        self._dots, self._ring = Dots(3.5), Dots(6.5)
        self._average_name = pg.TextItem(anchor=(1, 1))
        self._last = pg.TextItem(anchor=(0, 0.5))
        rules = (self._grid, self._base, self._average, self._breaks, self._cursor)
        for part in (*rules, self._line, self._dots, self._ring, self._average_name, self._last):
            item.addItem(part, ignoreBounds=True)
        self._average_name.setFont(pixel_font(_TEXT_PIXELS))
        self._last.setFont(pixel_font(_TEXT_PIXELS, bold=True))

    @property
    def _colours(self) -> ChartColours:
        return self._own_colours or current_colours()

    # Filling

    def _fill(self) -> None:
        self._chosen = -1
        self._cursor.setPoints([], [])
        self._ring.setDots([], [], [])
        self._places = scales.positions(self.points)
        self._known = [
            (place, point.value, point.status)
            for place, point in zip(self._places, self.points, strict=True)
            if point.value is not None
        ]
        comparator = self._comparator()
        values = [value for _, value, _ in self._known]
        if comparator:
            values.append(comparator[1])
        self._scale = scales.value_scale(values, self.unit)
        self._fill_line()
        self._fill_dots()
        self._fill_axes()
        self._fill_average(comparator)
        self._fill_breaks()

    def _fill_line(self) -> None:
        """The line stops at gaps and before each period that a definition break begins."""
        assert self._trend is not None
        places = scales.break_positions(self._trend.breaks, self.points)
        holes = [(place, nan) for place, _ in places]
        ys = [nan if p.value is None else p.value for p in self.points]
        course = sorted([*zip(map(float, self._places), ys, strict=True), *holes])
        self._line.setPen(self._colours.line, 2.2 if self._rolling else 1.2)
        self._line.setPoints([x for x, _ in course], [y for _, y in course])

    def _fill_dots(self) -> None:
        """A dot for every point, for a rolling line only the newest; hollow: not yet final."""
        colours = self._colours
        shown = self._known[-1:] if self._rolling else self._known
        self._dots.setDots(
            [place for place, _, _ in shown],
            [value for _, value, _ in shown],
            [colours.background if s in _UNSETTLED else colours.line for _, _, s in shown],
        )
        self._last.setVisible(bool(shown) and self._indicator is not None)
        if shown and self._indicator is not None:
            place, value, _ = shown[-1]
            self._last.setText(value_text(value, self.unit, self._indicator.decimals))
            self._last.setPos(place + max(self._places[-1] * 0.012, 0.08), value)

    def _fill_axes(self) -> None:
        ticks, labels = self._scale.ticks, self._scale.labels
        last = self._places[-1] if self._places else 1
        left, right = -max(last * 0.03, 0.5), last + max(last * self._room(), 0.6)
        self._top = ticks[-1] + (ticks[-1] - ticks[0]) * (_HEADROOM if self._has_breaks() else 0.06)
        self.plotItem.getAxis("left").setTicks([list(zip(ticks, labels, strict=True))])
        self.plotItem.getAxis("bottom").setTicks([scales.time_labels(self.points)])
        self.plotItem.setYRange(ticks[0], self._top, padding=0)
        self.plotItem.setXRange(left, right, padding=0)
        self._grid.setPoints([left, right] * len(ticks), [t for t in ticks for _ in (0, 1)])
        self._base.setPoints([left, right], [ticks[0], ticks[0]])

    def _room(self) -> float:
        """Room for the newest value behind the line, as a share of the line's length."""
        words = self._last.boundingRect().width() + _LAST_GAP
        line = self.viewport().width() - self.plotItem.getAxis("left").width() - words
        return float(max(_LEAST_ROOM, words / line)) if line > words else _LEAST_ROOM

    def _fill_average(self, comparator: tuple[str, float] | None) -> None:
        """Name the average's line at the end at which the indicator's own line is farther off."""
        shown = comparator is not None and bool(self._known)
        self._average_name.setVisible(shown)
        self._average.setPoints([], [])
        if comparator is None or not self._known or self._indicator is None:
            return
        name, value = comparator
        self._average.setPoints([-0.5, self._places[-1]], [value, value])
        self._average_name.setText(
            f"{average_name(name)} {value_text(value, self.unit, self._indicator.decimals)}"
        )
        (first, first_value, _), (last, last_value, _) = self._known[0], self._known[-1]
        at_left = abs(first_value - value) > abs(last_value - value)
        beside = first_value if at_left else last_value
        room_above = (value < self._scale.ticks[-1] and beside < value) or value < self._top * 0.1
        self._average_name.setAnchor(QPointF(0 if at_left else 1, 1 if room_above else 0))
        self._average_name.setPos(first if at_left else last, value)

    def _has_breaks(self) -> bool:
        return self._trend is not None and bool(
            scales.break_indexes(self._trend.breaks, self.points)
        )

    def _fill_breaks(self) -> None:
        assert self._trend is not None
        for item in self._break_words:
            self.plotItem.removeItem(item)
        found = scales.break_positions(self._trend.breaks, self.points)
        self._breaks.setPoints(
            [place for place, _ in found for _ in (0, 1)],
            [y for _ in found for y in (self._scale.ticks[0], self._top)],
        )
        self._break_words = [self._break_text(place, item) for place, item in found]

    def _break_text(self, place: float, item: DefinitionBreak) -> Any:
        text = pg.TextItem(
            words.break_label(item),
            color=QColor(self._colours.text),
            anchor=(1 if place > self._places[-1] / 2 else 0, 0),
        )
        text.setFont(pixel_font(_TEXT_PIXELS))
        text.setPos(place, self._top)
        self.plotItem.addItem(text, ignoreBounds=True)
        return text

    def _comparator(self) -> tuple[str, float] | None:
        if self._trend and words.shows_comparator(self._trend, rolling=self._rolling):
            return self._trend.comparator
        return None
