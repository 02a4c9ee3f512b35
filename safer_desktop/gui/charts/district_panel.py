"""The districts of one indicator: side by side as bars, or by their size in a funnel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QWidget

from safer_desktop.domain.display import number, value_text
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.figures import DistrictBars, Figure, Funnel, Trend
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.gui.charts import funnel_plot, small_multiples, words
from safer_desktop.gui.charts.districts import DistrictChart
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent, choice_button
from safer_desktop.workbench.subjects import CourseOf, DistrictOf, FigureOf

Trends = Callable[[str], tuple[Trend, tuple[Trend, ...]]]
"""Gives, by an indicator's code, the county's trend and those of its districts."""


class DistrictPanel(ChartPanel):
    """Bars for reading off, a funnel for telling chance from more, small trends for the course."""

    def __init__(
        self,
        area_name: words.AreaName,
        trends: Trends,
        bridge_words: words.BridgeWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._area_name = area_name
        self._trends = trends
        self._bridge_words = bridge_words
        self._shown: tuple[Figure, Indicator, DistrictBars, Funnel | Reason] | None = None

        # Widgets
        self.bars = DistrictChart(self)
        self.funnel = funnel_plot.FunnelPlot(self)
        self.funnel.hide()
        self.courses = small_multiples.SmallMultiples(self)
        self.courses.hide()
        self.set_chart(self.bars, self.bars)
        self.bars_button = choice_button("Bars", "Show the districts one under another", self)
        self.funnel_button = choice_button("Funnel", "Show the districts by their size", self)
        self.courses_button = choice_button("Courses", "Show a small trend of each district", self)
        self.bars_button.setChecked(True)
        group = QButtonGroup(self)
        choices = (self.bars_button, self.funnel_button, self.courses_button)
        for place, button in enumerate(choices):
            group.addButton(button)
            self.ui.buttons.insertWidget(place, button)
        self.ui.buttons.insertSpacing(len(choices), 8)
        group.buttonClicked.connect(self._fill)

    def show_districts(
        self, figure: Figure, indicator: Indicator, bars: DistrictBars, funnel: Funnel | Reason
    ) -> None:
        """Show these districts; ``funnel`` is a Reason where there is none to draw."""
        self._shown = (figure, indicator, bars, funnel)
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        figure, indicator, bars, funnel = self._shown
        if self.funnel_button.isChecked():
            self._fill_funnel(figure, indicator, funnel)
        elif self.courses_button.isChecked():
            self._fill_courses(figure, indicator)
        else:
            self._fill_bars(figure, indicator, bars)

    def _fill_bars(self, figure: Figure, indicator: Indicator, bars: DistrictBars) -> None:
        name = f"{indicator.short_name} districts {figure.edition.label}"
        title = f"{indicator.short_name} by district"
        if bars.reason is not None or bars.period is None:
            why = bars.reason.text if bars.reason else "No district has a figure."
            self._show_empty(figure, title, name, why)
            return
        self.bars.show_districts(bars, indicator, self._area_name)
        self.set_chart(self.bars, self.bars)
        members = (*bars.bars, bars.county)
        self.set_content(
            PanelContent(
                title,
                _subtitle(bars, indicator),
                name,
                alt_text=words.districts_alt_text(bars, indicator, self._area_name),
                table=words.districts_table(bars, indicator, self._area_name),
                caption=_caption(bars),
                source=f"Source: {indicator.partner}.",
                picture_height=self.bars.picture_height,
                subjects=tuple(DistrictOf(indicator.code, it.area) for it in members),
                whole=DistrictOf(indicator.code, bars.county.area),
            )
        )

    def _fill_funnel(self, figure: Figure, indicator: Indicator, funnel: Funnel | Reason) -> None:
        name = f"{indicator.short_name} funnel {figure.edition.label}"
        if isinstance(funnel, Reason):
            title = f"{indicator.short_name} by district: no funnel"
            self._show_empty(figure, title, name, funnel.text)
            return
        self.funnel.show_funnel(funnel, indicator, self._area_name)
        self.set_chart(self.funnel, self.funnel)
        self.set_content(
            PanelContent(
                _funnel_title(funnel, indicator, self._area_name),
                f"{words.measured(funnel.unit, indicator).capitalize()} by the size of the"
                f" district, {funnel.period.label}",
                name,
                alt_text=funnel_plot.funnel_alt_text(funnel, indicator, self._area_name),
                table=funnel_plot.funnel_table(funnel, indicator, self._area_name),
                caption=_funnel_caption(funnel),
                source=f"Source: {indicator.partner}.",
                picture_height=funnel_plot.PICTURE_HEIGHT,
                subjects=tuple(DistrictOf(indicator.code, it.area) for it in funnel.points),
                whole=FigureOf(figure.indicator, figure.area),
            )
        )
        self.ui.caption.setToolTip(f"{funnel.rule}\n\n{funnel.method.words}")

    def _fill_courses(self, figure: Figure, indicator: Indicator) -> None:
        name = f"{indicator.short_name} courses {figure.edition.label}"
        county, districts = self._trends(indicator.code)
        courses = small_multiples.courses_of(county, districts)
        if courses is None:
            title = f"{indicator.short_name} by district: no courses"
            self._show_empty(figure, title, name, "No district has a figure.")
            return
        self.courses.show_courses(courses, indicator, self._area_name)
        self.set_chart(self.courses, self.courses)
        lines = (*courses.districts, courses.county) if courses.county else courses.districts
        what = words.measured(courses.unit, indicator).capitalize()
        span = words.period_span(courses.districts[0].points)
        self.set_content(
            PanelContent(
                small_multiples.courses_title(courses, indicator, self._area_name),
                f"{what}, {'rolling 12 months ' if courses.rolling else ''}{span}",
                name,
                alt_text=small_multiples.courses_alt_text(courses, indicator, self._area_name),
                table=small_multiples.courses_table(courses, indicator, self._area_name),
                caption=small_multiples.courses_caption(courses, self._bridge_words),
                source=f"Source: {indicator.partner}.",
                picture_height=small_multiples.PICTURE_HEIGHT,
                subjects=tuple(
                    CourseOf(indicator.code, line.area, courses.rolling) for line in lines
                ),
                whole=CourseOf(indicator.code, county.area, courses.rolling),
            )
        )

    def _show_empty(self, figure: Figure, title: str, name: str, why: str) -> None:
        whole = FigureOf(figure.indicator, figure.area)
        self.set_content(PanelContent(title, "", name, empty=why, whole=whole))


def _funnel_title(funnel: Funnel, indicator: Indicator, area_name: words.AreaName) -> str:
    out = [area_name(point.area) for point in funnel.points if point.stands_out]
    if not out:
        return f"{indicator.short_name}: no district stands out"
    listed = out[0] if len(out) == 1 else f"{', '.join(out[:-1])} and {out[-1]}"
    return f"{indicator.short_name}: {listed} {'stands' if len(out) == 1 else 'stand'} out"


def _funnel_caption(funnel: Funnel) -> str:
    widened = ""
    if funnel.dispersion > 1:
        widened = (
            " They are widened, as the districts vary"
            f" {number(funnel.dispersion, 1)} times more than chance throughout."
        )
    return (
        f"Line: the common rate; dashed and dotted: limits about it.{widened} Diamond: stands out"
        f" from the others; by chance any would in at most {number(100 * funnel.false_rate)}% of"
        " editions."
    )


def _subtitle(bars: DistrictBars, indicator: Indicator) -> str:
    unit = "Count" if bars.unit is Unit.COUNT else str(bars.unit)[:1].upper() + str(bars.unit)[1:]
    beside = "" if bars.unit is Unit.COUNT else f" with the count of {words.count_noun(indicator)}"
    county = bars.county.value
    against = ""
    if isinstance(county, Quantity):
        value = value_text(county.value, bars.unit, indicator.decimals)
        against = f", against the county's {value}" if bars.unit is not Unit.COUNT else ""
    period = bars.period.label if bars.period else ""
    return f"{unit}{beside}, {period}{against}"


def _caption(bars: DistrictBars) -> str:
    if all(bar.interval is None for bar in bars.bars):
        return ""
    return (
        f"Lines: {bars.interval_words}. 'Higher' and 'lower': the interval leaves out the county."
    )
