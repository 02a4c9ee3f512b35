"""What else is known of the selected incident type, beside the matrix."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView, QWidget

from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.charts.districts import DistrictChart
from safer_desktop.gui.charts.ranked_bars import matrix_words
from safer_desktop.gui.charts.trend import TrendPlot
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_matrix_context import Ui_MatrixContext
from safer_desktop.gui.models import history
from safer_desktop.gui.models.figure_words import finding_title
from safer_desktop.gui.models.related_words import related_text
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.risk.scheme import IncidentType, MatrixRow
from safer_desktop.risk.words import NOUNS

_HISTORY_WIDTHS = (104, 58, 104, 48, 48)
_TREND_HEIGHT = 150
_AFTER = 90
"""Milliseconds that a row must stay selected before its figures are worked out."""
_NONE_SELECTED = "Select an incident type to see its trend, its districts and its last changes."
_TYPED_IN = "The count is typed in by hand: there is no series whose trend could be shown."
_CHANGES, _UNCHANGED = "Last changes", "Not changed since this pack was begun."
_NO_PAGE = "This series stands under no priority, so it has no page of its own."


class MatrixContext(MatrixPage):
    """Trend, districts, related indicators, note, and who changed which score when and why."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._type: IncidentType | None = None
        self.ui = Ui_MatrixContext()
        self.ui.setupUi(self)

        # Widgets
        self.trend = TrendPlot(self)
        self.trend.setFixedHeight(_TREND_HEIGHT)
        self.ui.trend_layout.addWidget(self.trend)
        self.districts = DistrictChart(self)
        self.ui.districts_layout.addWidget(self.districts)
        self.history_model = TextTableModel(self)
        self._set_up_history()
        self._later = QTimer(self, singleShot=True, interval=_AFTER)
        self._later.timeout.connect(self.fill_figures)
        self.ui.go.clicked.connect(self.go_to_indicator)
        self.ui.related.linkActivated.connect(context.show_indicator)
        context.closing.connect(self._later.stop)

    def show_row(self, row: MatrixRow | None) -> None:
        """Show what is known of this row's incident type; its figures follow a moment later."""
        self._type = row.type if row else None
        for part in self._figure_parts():
            part.setVisible(False)
        self.ui.name.setText(row.type.name if row else "In context")
        nouns = NOUNS[self._context.workbench.scheme.formula]
        self.ui.standing.setText(f"{matrix_words(row, nouns)}." if row else _NONE_SELECTED)
        self.ui.note.setVisible(bool(row and row.type.note))
        self.ui.note.setText(f"Note: {row.type.note}" if row else "")
        self.ui.history_heading.setVisible(row is not None)
        self.ui.go.setVisible(row is not None)
        if row is None:
            self.ui.history.setVisible(False)
            self._later.stop()
            return
        trail = self._context.workbench.audit(RecordRef(RecordKind.INCIDENT_TYPE, row.type.code))
        lines = tuple(history.history(trail, ""))
        self.history_model.set_table(history.HEADERS, lines)
        self.ui.history.setVisible(bool(lines))
        self.ui.history_heading.setText(_CHANGES if lines else _UNCHANGED)
        self._later.start()

    def go_to_indicator(self) -> None:
        """Go to the page of the indicator that counts the type."""
        if self._type is not None:
            self._context.show_indicator(self._type.indicator)

    def fill_figures(self) -> None:
        """Work out and show trend, districts and related indicators now."""
        self._later.stop()
        kind, bench, area = self._type, self._context.workbench, self._context.area
        if kind is None:
            return
        self.ui.related_heading.setVisible(True)
        self.ui.related.setVisible(True)
        self.ui.related.setText(related_text(bench, kind, area))
        known = bool(kind.indicator) and bench.catalogue.has_indicator(kind.indicator)
        self.ui.finding.setVisible(True)
        indicator = bench.catalogue.indicator(kind.indicator) if known else None
        has_page = bool(indicator and indicator.priority)
        self.ui.go.setEnabled(has_page)
        self.ui.go.setToolTip("" if has_page else _NO_PAGE if known else _TYPED_IN)
        if indicator is None:
            self.ui.finding.setText(_TYPED_IN)
            return
        figure = bench.figure(indicator.code, area)
        words = finding_title(figure, indicator)
        self.ui.finding.setText(words)
        course = bench.trend(indicator.code, area)
        drawn = any(point.value is not None for point in course.points)
        if drawn:
            self.trend.show_trend(course, indicator, rolling=False)
            self.trend.setAccessibleName(f"Trend of {indicator.short_name}")
            self.trend.setAccessibleDescription(words)
            self.ui.trend_caption.setText(f"{indicator.name}, {course.point_words}.")
        bars = bench.districts(indicator.code)
        if bars.reason is None and bars.period is not None:
            self.districts.show_districts(
                bars, indicator, lambda code: bench.catalogue.area(code).short
            )
            self.districts.setFixedHeight(self.districts.picture_height)
            self.districts.setAccessibleName(f"{indicator.short_name} by district")
            self.ui.districts_heading.setText(
                f"{indicator.short_name} by district, {bars.period.label}"
            )
        else:
            why = bars.reason.text if bars.reason else "No district has a figure."
            self.ui.districts_heading.setText(f"By district: {why}")
        self.trend.setVisible(drawn)
        self.ui.trend_caption.setVisible(drawn)
        self.ui.districts_heading.setVisible(True)
        self.districts.setVisible(bars.reason is None and bars.period is not None)

    def _figure_parts(self) -> tuple[QWidget, ...]:
        ui = self.ui
        return (
            ui.finding,
            self.trend,
            ui.trend_caption,
            ui.districts_heading,
            self.districts,
            ui.related_heading,
            ui.related,
        )

    def _set_up_history(self) -> None:
        self.ui.history.setModel(self.history_model)
        self.history_model.set_table(history.HEADERS, ())
        self.ui.history.verticalHeader().setVisible(False)
        self.ui.history.verticalHeader().setDefaultSectionSize(22)
        header = self.ui.history.horizontalHeader()
        for column, width in enumerate(_HISTORY_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
