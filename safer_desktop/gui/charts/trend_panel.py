"""The trend of one indicator: its points, its rolling 12 months, or its predicted limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from safer_desktop.domain.evidence import Reason, TrendPoint
from safer_desktop.domain.figures import Figure, Trend
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import month_label
from safer_desktop.gui.charts import limits_plot, scales, season_chart, spans, words
from safer_desktop.gui.charts.limit_icons import TOLD, LimitIcons
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent, choice_button
from safer_desktop.gui.charts.spans import Choice, Span
from safer_desktop.gui.charts.zoom import Zoom, ZoomGestures, choices
from safer_desktop.gui.models.figure_words import finding_title
from safer_desktop.gui.widgets.picker import Picker
from safer_desktop.workbench.subjects import CourseOf

if TYPE_CHECKING:
    from safer_desktop.gui.charts.trend import TrendPlot

Limits = LimitsChart | Reason
_SPAN_TIP = (
    "Which part of the series is shown. In the chart: drag over a span, or + and -;"
    " 0 shows the whole series."
)
_PICTURE_HEIGHT = 270


class TrendPanel(ChartPanel):
    """Shows a trend. The plot itself is made at the first trend: pyqtgraph takes a second."""

    decide_wanted = Signal()
    """The user wants to decide on the chart with predicted limits."""

    def __init__(self, bridge_words: words.BridgeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge_words = bridge_words
        self._choices: dict[str, Choice] = {}
        self.plot: TrendPlot | None = None
        self.limits_plot = limits_plot.LimitsPlot(self)
        self.limits_plot.hide()
        self.season = season_chart.SeasonChart(self)
        self.season.hide()
        self._shown: tuple[Figure, Trend, Indicator, str] | None = None
        self._limits: Limits | None = None

        # Widgets
        self.span = Picker("Shown", _SPAN_TIP, self)
        self.span.setProperty("role", "chart")
        self.icons = LimitIcons(self)
        self.icons.hide()
        self.points_button = choice_button("Months", "Show the single periods", self)
        self.rolling_button = choice_button("Rolling 12", "Show sums of twelve months", self)
        self.limits_button = choice_button(
            "Limits", "Show the single periods with the limits predicted for them", self
        )
        self.limits_button.setAccessibleName("Predicted limits")
        self.season_button = choice_button(
            "Season", "Show the months of each year over one another", self
        )
        self.rolling_button.setAccessibleName("Rolling 12 months")
        self.decide_button = QToolButton(self)
        self.decide_button.setText("Decide...")
        self.decide_button.setAccessibleName("Decide about the predicted limits")
        self.decide_button.setToolTip("Decide on rules, baseline, step changes and chart")
        self.decide_button.setProperty("role", "chart")
        self.points_button.setChecked(True)
        group = QButtonGroup(self)
        views = (
            self.points_button,
            self.rolling_button,
            self.season_button,
            self.limits_button,
        )
        for place, button in enumerate(views):
            group.addButton(button)
            self.ui.buttons.insertWidget(place, button)
        self.ui.buttons.insertWidget(len(views), self.decide_button)
        self.ui.buttons.insertSpacing(len(views) + 1, 8)
        heading = QHBoxLayout()
        heading.addWidget(self.icons)
        heading.addWidget(self.ui.title, 1)
        heading.addWidget(self.span)
        self.ui.layout.insertLayout(0, heading)
        self.ui.title.setProperty("role", "title")

        for before, after in pairwise((self.span, *views, self.decide_button, self.ui.as_table)):
            self.setTabOrder(before, after)

        group.buttonClicked.connect(self._fill)
        self.decide_button.clicked.connect(self.decide_wanted)
        self.span.picked.connect(self._choose_span)
        self._hear(self.limits_plot, self.limits_plot)

    @property
    def rolling(self) -> bool:
        """Whether the rolling line is shown."""
        if self._shown is None:
            return False
        return self.rolling_button.isChecked() and bool(self._shown[1].rolling)

    def show_trend(
        self, figure: Figure, trend: Trend, indicator: Indicator, area: str, limits: Limits
    ) -> None:
        """Show this trend under its figure's finding; ``area`` is the area's name."""
        self._shown, self._limits = (figure, trend, indicator, area), limits
        self.points_button.setText(words.points_title(trend))
        self.rolling_button.setVisible(bool(trend.rolling))
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        self.decide_button.setVisible(self.limits_button.isChecked())
        self.span.setVisible(not self.season_button.isChecked())
        self.icons.show_chart(None)
        if self.limits_button.isChecked():
            self._fill_limits()
            return
        if self.season_button.isChecked():
            self._fill_season()
            return
        figure, trend, indicator, area = self._shown
        whole_course = trend.rolling if self.rolling else trend.points
        title = finding_title(figure, indicator)
        name = f"{indicator.short_name} {area} {figure.edition.label}"
        whole = CourseOf(figure.indicator, figure.area, self.rolling)
        span = self._offer_spans(whole_course)
        if not any(point.value is not None for point in whole_course):
            empty = _nothing_yet(indicator, area)
            self.set_content(PanelContent(title, area, name, empty=empty, whole=whole))
            return
        trend = span.cut_trend(trend) if span else trend
        points = trend.rolling if self.rolling else trend.points
        part = _part(points, whole_course)
        plot = self._plot()
        self.set_chart(plot, plot)
        plot.show_trend(trend, indicator, rolling=self.rolling)
        self.set_content(
            PanelContent(
                title,
                _subtitle(trend, indicator, area, rolling=self.rolling),
                name,
                alt_text=words.shortened(
                    part + words.trend_alt_text(trend, indicator, area, rolling=self.rolling)
                ),
                table=words.trend_table(trend, indicator, rolling=self.rolling),
                caption=part
                + _caption(trend, plot.axis_note, self._bridge_words, rolling=self.rolling),
                source=_source(figure, indicator),
                picture_height=_PICTURE_HEIGHT,
                subjects=tuple(replace(whole, period=point.period) for point in points),
                whole=whole,
            )
        )

    def _plot(self) -> TrendPlot:
        if self.plot is None:
            from safer_desktop.gui.charts.trend import TrendPlot

            self.plot = TrendPlot(self)
            self._hear(self.plot, self.plot.viewport())
        return self.plot

    # Zoom

    def _hear(self, chart: TrendPlot | limits_plot.LimitsPlot, ground: QWidget) -> None:
        gestures = ZoomGestures(chart, ground, chart.spots)
        gestures.asked.connect(lambda zoom: self._zoom(zoom, chart.chosen))
        gestures.dragged.connect(self._show_from_to)

    def _course(self) -> tuple[TrendPoint, ...]:
        """All points of what is shown, also those out of the span."""
        if self.limits_button.isChecked():
            limits = self._limits
            points = limits.points if isinstance(limits, LimitsChart) else ()
            return tuple(limits_plot.as_trend(points))
        if self._shown is None:
            return ()
        return self._shown[1].rolling if self.rolling else self._shown[1].points

    def _span(self, points: Sequence[TrendPoint]) -> Span | None:
        """The span that is chosen for the indicator, where it holds anything of these points."""
        assert self._shown is not None
        span = spans.span_of(self._choices.get(self._shown[2].code, spans.WHOLE), points)
        empty = span is not None and all(it.value is None for it in span.of(points))
        return None if empty else span

    def _offer_spans(self, points: Sequence[TrendPoint]) -> Span | None:
        span = self._span(points)
        choice = self._choices.get(self._shown[2].code, spans.WHOLE) if self._shown else spans.WHOLE
        ends = span.of(points)[:: len(span.of(points)) - 1] if span else ()
        words_of_span = " to ".join(scales.short_label(point) for point in ends)
        offered = choices(points, choice if span else spans.WHOLE, words_of_span)
        self.span.offer(offered, choice if span else spans.WHOLE)
        self.span.setEnabled(len(points) > spans.LEAST_POINTS)
        return span

    def _choose_span(self, choice: Choice) -> None:
        if self._shown is None:
            return
        self._choices[self._shown[2].code] = choice
        self._fill()
        points = self._course()
        span = self._span(points)
        shown = words.period_span(span.of(points)) if span else "the whole series"
        self.said.emit(f"Shown: {shown}.")

    def _zoom(self, zoom: Zoom, chosen: int) -> None:
        points = self._course()
        span = self._span(points) if points else None
        if not points or zoom is Zoom.WHOLE:
            self._choose_span(spans.WHOLE)
        elif zoom is Zoom.NEARER:
            self._choose_span(spans.nearer(points, span, chosen))
        else:
            self._choose_span(spans.farther(points, span))

    def _show_from_to(self, first: int, last: int) -> None:
        points = self._course()
        span = self._span(points) if points else None
        shown = span.of(points) if span else points
        before = points.index(shown[0]) if shown else 0
        self._choose_span(spans.between(points, before + first, before + last))

    def _fill_season(self) -> None:
        assert self._shown is not None
        figure, trend, indicator, area = self._shown
        name = f"{indicator.short_name} {area} {figure.edition.label} season"
        whole = CourseOf(figure.indicator, figure.area, rolling=False)
        profile = season_chart.profile_of(trend, self._limits)
        if profile is None:
            title = f"{indicator.short_name}: no months"
            empty = f"{indicator.name} is not delivered by month, so no season can be seen."
            self.set_content(PanelContent(title, area, name, empty=empty, whole=whole))
            return
        self.season.show_profile(profile, indicator)
        self.set_chart(self.season, self.season)
        known = [point for point in profile.newest if point is not None]
        self.set_content(
            PanelContent(
                season_chart.season_title(profile, indicator),
                f"{_capital(words.measured(trend.point_unit, indicator))} each month, {area},"
                f" {profile.years[0][0]} to {profile.years[-1][0]}",
                name,
                alt_text=season_chart.season_alt_text(profile, indicator, area),
                table=season_chart.season_table(profile, indicator),
                caption=season_chart.season_caption(profile),
                source=_source(figure, indicator),
                picture_height=season_chart.PICTURE_HEIGHT,
                subjects=tuple(replace(whole, period=point.period) for point in known),
                whole=whole,
            )
        )

    def _fill_limits(self) -> None:
        assert self._shown is not None
        figure, trend, indicator, area = self._shown
        name = f"{indicator.short_name} {area} {figure.edition.label} predicted limits"
        whole = CourseOf(figure.indicator, figure.area, rolling=False)
        chart = self._limits
        self.decide_button.setEnabled(isinstance(chart, LimitsChart))
        course = self._course()
        span = self._offer_spans(course)
        if not isinstance(chart, LimitsChart):
            title = f"{indicator.short_name}: no predicted limits"
            empty = chart.text if chart else ""
            self.set_content(PanelContent(title, area, name, empty=empty, whole=whole))
            return
        plot = self.limits_plot
        shown = span.cut_limits(chart) if span else chart
        points = limits_plot.as_trend(shown.points)
        part = _part(points, course)
        plot.show_limits(shown, indicator, trend.breaks)
        self.icons.show_chart(chart)
        self.set_chart(plot, plot)
        self.set_content(
            PanelContent(
                f"{indicator.short_name}: {_lower(chart.variation)}",
                _limits_subtitle(shown, area),
                name,
                alt_text=words.shortened(
                    part
                    + limits_plot.limits_alt_text(
                        chart, indicator, area, shown=shown, breaks=trend.breaks
                    )
                ),
                table=limits_plot.limits_table(shown, indicator, trend.breaks),
                caption=part + _limits_caption(shown, self._changes(trend, points)),
                source=_source(figure, indicator),
                picture_height=limits_plot.PICTURE_HEIGHT,
                subjects=tuple(replace(whole, period=point.period) for point in points),
                whole=whole,
            )
        )
        self.ui.caption.setToolTip("\n\n".join(chart.explanation.sentences))

    def _changes(self, trend: Trend, points: Sequence[TrendPoint]) -> list[str]:
        inside = words.breaks_inside(trend.breaks, points)
        return [words.break_words(item, self._bridge_words) for item in inside]


def _subtitle(trend: Trend, indicator: Indicator, area: str, *, rolling: bool) -> str:
    if rolling:
        what = f"{words.measured(trend.rolling_unit, indicator)}, rolling 12 months"
        span = words.period_span(trend.rolling)
    else:
        what = f"{words.measured(trend.point_unit, indicator)} {trend.point_words}"
        span = words.period_span(trend.points)
    return f"{_capital(what)}, {area}, {span}"


def _limits_subtitle(chart: LimitsChart, area: str) -> str:
    what = f"{_capital(chart.value_words)}, {area}"
    span = words.period_span([TrendPoint(p.period, p.value) for p in chart.points])
    target = f". {chart.assurance}" if chart.assurance in TOLD else ""
    return f"{what}, {span}, {chart.kind}{target}"


def _limits_caption(chart: LimitsChart, changes: Sequence[str]) -> str:
    parts = (
        chart.explanation.sentences[0],
        limits_plot.shapes_key(chart),
        limits_plot.axis_note(chart),
        *changes,
    )
    return " ".join(part for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(words_of_finding: str) -> str:
    return words_of_finding[:1].lower() + words_of_finding[1:]


def _caption(
    trend: Trend, axis_note: str, bridge_words: words.BridgeWords, *, rolling: bool
) -> str:
    points = trend.rolling if rolling else trend.points
    parts = [axis_note]
    if not rolling and any(p.status in (Status.PROVISIONAL, Status.ESTIMATE) for p in points):
        parts.append("Hollow points are provisional or estimates.")
    missing = [p.period.label for p in points if p.value is None]
    if missing and not rolling:
        few = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if missing[3:] else "")
        parts.append(f"Missing or not shown: {few}.")
    parts.extend(
        words.break_words(item, bridge_words) for item in words.breaks_inside(trend.breaks, points)
    )
    return " ".join(part for part in parts if part)


def _part(points: Sequence[TrendPoint], whole: Sequence[TrendPoint]) -> str:
    """Says so where not all is shown, and where what the heading is about is not."""
    if len(points) == len(whole):
        return ""
    told = f"Shown: {len(points)} of {len(whole)} periods, {words.period_span(points)} (whole"
    told += f" series: {words.period_span(whole)}). "
    if points[-1].period != whole[-1].period:
        told += f"The heading speaks of {whole[-1].period.label}, which is not shown. "
    return told


def _source(figure: Figure, indicator: Indicator) -> str:
    until = f", figures to {month_label(figure.as_of)}" if figure.as_of else ""
    return f"Source: {indicator.partner}{until}."


def _nothing_yet(indicator: Indicator, area: str) -> str:
    return (
        f"There are no figures of {indicator.name} for {area} yet.\n"
        f"Load the workbook from {indicator.partner}: Load, on the toolbar."
    )
