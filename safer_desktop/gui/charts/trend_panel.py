"""The trend of one indicator: its points, its rolling 12 months, or its predicted limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from safer_desktop.domain.evidence import Reason, TrendPoint
from safer_desktop.domain.figures import Figure, Trend
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import month_label
from safer_desktop.gui.charts import limits_plot, season_chart, words
from safer_desktop.gui.charts.limit_icons import TOLD, LimitIcons
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent, choice_button
from safer_desktop.gui.models.figure_words import finding_title
from safer_desktop.workbench.subjects import CourseOf

if TYPE_CHECKING:
    from safer_desktop.gui.charts.trend import TrendPlot

Limits = LimitsChart | Reason
_PICTURE_HEIGHT = 270


class TrendPanel(ChartPanel):
    """Shows a trend. The plot itself is made at the first trend: pyqtgraph takes a second."""

    decide_wanted = Signal()
    """The user wants to decide on the chart with predicted limits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: TrendPlot | None = None
        self.limits_plot = limits_plot.LimitsPlot(self)
        self.limits_plot.hide()
        self.season = season_chart.SeasonChart(self)
        self.season.hide()
        self._shown: tuple[Figure, Trend, Indicator, str] | None = None
        self._limits: Limits | None = None

        # Widgets
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
        choices = (
            self.points_button,
            self.rolling_button,
            self.season_button,
            self.limits_button,
        )
        for place, button in enumerate(choices):
            group.addButton(button)
            self.ui.buttons.insertWidget(place, button)
        self.ui.buttons.insertWidget(len(choices), self.decide_button)
        self.ui.buttons.insertSpacing(len(choices) + 1, 8)
        heading = QHBoxLayout()
        heading.addWidget(self.icons)
        heading.addWidget(self.ui.title, 1)
        self.ui.layout.insertLayout(0, heading)
        self.ui.title.setProperty("role", "title")

        group.buttonClicked.connect(self._fill)
        self.decide_button.clicked.connect(self.decide_wanted)

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
        self.icons.show_chart(None)
        if self.limits_button.isChecked():
            self._fill_limits()
            return
        if self.season_button.isChecked():
            self._fill_season()
            return
        figure, trend, indicator, area = self._shown
        points = trend.rolling if self.rolling else trend.points
        title = finding_title(figure, indicator)
        name = f"{indicator.short_name} {area} {figure.edition.label}"
        whole = CourseOf(figure.indicator, figure.area, self.rolling)
        if not any(point.value is not None for point in points):
            empty = _nothing_yet(indicator, area)
            self.set_content(PanelContent(title, area, name, empty=empty, whole=whole))
            return
        plot = self._plot()
        self.set_chart(plot, plot)
        plot.show_trend(trend, indicator, rolling=self.rolling)
        self.set_content(
            PanelContent(
                title,
                _subtitle(trend, indicator, area, rolling=self.rolling),
                name,
                alt_text=words.trend_alt_text(trend, indicator, area, rolling=self.rolling),
                table=words.trend_table(trend, indicator, rolling=self.rolling),
                caption=_caption(trend, plot.axis_note, rolling=self.rolling),
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
        return self.plot

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
        figure, _, indicator, area = self._shown
        name = f"{indicator.short_name} {area} {figure.edition.label} predicted limits"
        whole = CourseOf(figure.indicator, figure.area, rolling=False)
        chart = self._limits
        self.decide_button.setEnabled(isinstance(chart, LimitsChart))
        if not isinstance(chart, LimitsChart):
            title = f"{indicator.short_name}: no predicted limits"
            empty = chart.text if chart else ""
            self.set_content(PanelContent(title, area, name, empty=empty, whole=whole))
            return
        plot = self.limits_plot
        plot.show_limits(chart, indicator)
        self.icons.show_chart(chart)
        self.set_chart(plot, plot)
        self.set_content(
            PanelContent(
                f"{indicator.short_name}: {_lower(chart.variation)}",
                _limits_subtitle(chart, area),
                name,
                alt_text=limits_plot.limits_alt_text(chart, indicator, area),
                table=limits_plot.limits_table(chart, indicator),
                caption=_limits_caption(chart),
                source=_source(figure, indicator),
                picture_height=limits_plot.PICTURE_HEIGHT,
                subjects=tuple(replace(whole, period=point.period) for point in chart.points),
                whole=whole,
            )
        )
        self.ui.caption.setToolTip("\n\n".join(chart.explanation.sentences))


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


def _limits_caption(chart: LimitsChart) -> str:
    parts = (
        chart.explanation.sentences[0],
        limits_plot.shapes_key(chart),
        limits_plot.axis_note(chart),
    )
    return " ".join(part for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(words_of_finding: str) -> str:
    return words_of_finding[:1].lower() + words_of_finding[1:]


def _caption(trend: Trend, axis_note: str, *, rolling: bool) -> str:
    points = trend.rolling if rolling else trend.points
    parts = [axis_note]
    if not rolling and any(p.status in (Status.PROVISIONAL, Status.ESTIMATE) for p in points):
        parts.append("Hollow points are provisional or estimates.")
    missing = [p.period.label for p in points if p.value is None]
    if missing and not rolling:
        few = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if missing[3:] else "")
        parts.append(f"Missing: {few}.")
    parts.extend(words.break_words(item) for item in words.breaks_inside(trend.breaks, points))
    return " ".join(part for part in parts if part)


def _source(figure: Figure, indicator: Indicator) -> str:
    until = f", figures to {month_label(figure.as_of)}" if figure.as_of else ""
    return f"Source: {indicator.partner}{until}."


def _nothing_yet(indicator: Indicator, area: str) -> str:
    return (
        f"There are no figures of {indicator.name} for {area} yet.\n"
        f"Load the workbook from {indicator.partner}: Load, on the toolbar."
    )
