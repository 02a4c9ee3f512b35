"""The Overview: the whole dashboard on one page, the state of the quarter, what needs an eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.analysis.overall import overall
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent
from safer_desktop.gui.charts.rug import (
    RugRow,
    TartanRug,
    rug_alt_text,
    rug_row,
    rug_table,
    rug_title,
)
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_overview_tab import Ui_OverviewTab
from safer_desktop.gui.idle import IdleSlices
from safer_desktop.gui.models.attention_model import AttentionModel
from safer_desktop.gui.models.figure_subjects import figure_parts
from safer_desktop.gui.models.overview_model import Column, OverviewModel, Said
from safer_desktop.gui.models.overview_words import (
    Attention,
    attention,
    headline,
    signal_tip,
    signal_words,
    subline,
)
from safer_desktop.gui.models.quarter import check_chip, load_chip, score_chip, write_chip
from safer_desktop.gui.models.reading_words import misreadings, overall_card
from safer_desktop.gui.widgets.cards import CardDelegate
from safer_desktop.gui.widgets.cells import CellDelegate, row_height
from safer_desktop.gui.widgets.columns import fit_columns
from safer_desktop.gui.widgets.copying import copy_all, copy_from
from safer_desktop.gui.widgets.tracing import add_origin, offer_menu, pop_up
from safer_desktop.workbench.subjects import (
    ComparatorOf,
    CourseOf,
    DistrictOf,
    FigureOf,
    ParagraphOf,
    Subject,
)

_SHOWN_KINDS = frozenset(
    {
        RecordKind.COUNCIL,
        RecordKind.PRIORITY,
        RecordKind.INDICATOR,
        RecordKind.AREA,
        RecordKind.GROUP,
        RecordKind.CONTACT,
        RecordKind.LIMITS,
    }
)
_WIDE = 1500
_AS_THE_WORDS = (8, 0, 8, 0)
"""The areas' chart stands in line with the headline above it."""
_SIDE_NARROW, _SIDE_WIDE = 256, 336
_TALLEST_ROW = 1.3
_RUG_CAPTION = (
    "Better and worse: the 95% interval leaves out what the area is held against, and the "
    "indicator says which way is better. Triangles: higher or lower. Enter opens an indicator."
)
_FLEXIBLE: dict[int, tuple[int, int]] = {
    Column.HIGHEST: (16, 2),
    Column.MONTHLY: (9, 3),
    Column.INDICATOR: (15, 3),
}


_PARTS = {
    Column.PERIOD: Part.LATEST,
    Column.LATEST: Part.LATEST,
    Column.PREVIOUS: Part.PREVIOUS,
    Column.CHANGE: Part.CHANGE,
    Column.COUNTS: Part.COUNTS,
    Column.DIRECTION: Part.DIRECTION,
    Column.RATING: Part.RATING,
    Column.RANK: Part.RANK,
    Column.AS_OF: Part.LATEST,
}
"""What each column shows of a figure; the others show it whole, or what stands beside it."""


class OverviewTab(QWidget):
    """One row per indicator; double click or Enter opens its priority tab."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._figures: dict[str, Figure] = {}
        self._stale = True
        self._slices = IdleSlices(self)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self.ui = Ui_OverviewTab()
        self.ui.setupUi(self)

        # Widgets
        self.model = OverviewModel(context.workbench.catalogue, self)
        self.attention = AttentionModel(self)
        self.ui.table.setModel(self.model)
        self.ui.table.setItemDelegate(CellDelegate(self))
        self.ui.table.horizontalHeader().setMinimumSectionSize(24)
        self.ui.table.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        self.ui.attention.setModel(self.attention)
        self.ui.attention.setItemDelegate(CardDelegate(self))
        self._span_headings()
        self.rug = TartanRug(self)
        self.rug_panel = ChartPanel(self)
        self.rug_panel.set_chart(self.rug, self.rug)
        self.rug_panel.ui.layout.setContentsMargins(*_AS_THE_WORDS)
        self.rug_panel.hide()
        self.ui.main.addWidget(self.rug_panel, 1)

        # Assemble
        self.model.modelReset.connect(self._span_headings)
        self.ui.table.activated.connect(self._open_indicator)
        offer_menu(self.ui.table, self._show_menu)
        self.ui.attention.activated.connect(self._open_attention)
        offer_menu(self.ui.attention, self._attention_menu)
        self.ui.as_areas.toggled.connect(self._switch)
        self.rug.opened.connect(self._open_crossing)
        self.rug_panel.menu_asked.connect(self._rug_menu)
        self._refit.timeout.connect(self._fit)
        # The scroll bar that comes with more rows than fit takes room from the columns.
        self.ui.table.verticalScrollBar().rangeChanged.connect(lambda: self._refit.start())
        for button, act in (
            (self.ui.load, Act.SOURCES),
            (self.ui.check, Act.CHECK),
            (self.ui.score, Act.SCORE),
            (self.ui.write, Act.WRITE),
        ):
            button.clicked.connect(context.actions[act].trigger)
        context.area_changed.connect(self._outdate)
        context.edition_changed.connect(self._outdate)
        context.data_changed.connect(self._outdate)
        context.records_changed.connect(self._records_changed)
        context.theme.changed.connect(self.update)

    @property
    def busy(self) -> bool:
        """Whether rows are still to be filled."""
        return self._slices.active

    def showEvent(self, event: QShowEvent) -> None:
        """Figures are worked out when they are looked at."""
        super().showEvent(event)
        self._refit.start()
        if self._stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the new width."""
        super().resizeEvent(event)
        self._refit.start()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & _SHOWN_KINDS:
            self._outdate()
        else:
            self._show_quarter()

    def _refresh(self) -> None:
        self._stale = False
        self._figures = {}
        catalogue = self._context.workbench.catalogue
        if not self.model.shows(catalogue):
            self.model.reset(catalogue)
        self._slices.start(self._steps())

    def _steps(self) -> Iterator[Callable[[], None]]:
        for indicator in self._context.workbench.catalogue.headline:
            yield partial(self._show_indicator, indicator.code)
        yield self._show_words
        yield self._show_signals
        yield self._show_rug

    def _show_indicator(self, code: str) -> None:
        bench = self._context.workbench
        area = self._area_of(code)
        said = Said(
            bench.figure(code, area),
            bench.trend(code, area),
            bench.districts(code),
            bench.limits(code, area),
        )
        self._figures[code] = said.figure
        self.model.show(said)

    def _area_of(self, code: str) -> str:
        """The area shown; for the county, the wider footprint where only that is measured."""
        catalogue = self._context.workbench.catalogue
        footprint = catalogue.indicator(code).footprint
        wider = footprint not in {area.code for area in catalogue.reporting_areas}
        return footprint if wider and self._context.area == catalogue.home else self._context.area

    def _show_words(self) -> None:
        bench = self._context.workbench
        area = bench.catalogue.area(self._context.area).name
        self.ui.headline.setText(headline(self._figures, bench.catalogue))
        self.ui.subline.setText(subline(self._figures, area, bench.edition.label))
        said = overall(self._figures, bench.catalogue, self._context.area, bench.edition)
        self.attention.show(
            (
                *overall_card(said, bench.catalogue),
                *misreadings(self._figures, bench.catalogue),
                *attention(self._figures, bench.loads(), bench.whom_to_ask(), bench.catalogue),
            )
        )
        self.ui.nothing.setVisible(self.attention.rowCount() == 0)
        self.ui.attention.setVisible(self.attention.rowCount() > 0)
        self._show_quarter()
        self._refit.start()

    def _show_signals(self) -> None:
        bench = self._context.workbench
        signals = bench.signals(self._context.area)
        if signals.latest:
            self.ui.subline.setText(f"{self.ui.subline.text()} {signal_words(signals)}")
        self.ui.subline.setToolTip(signal_tip(signals, bench.catalogue))
        self._refit.start()

    def _switch(self, areas: bool) -> None:
        self.ui.table.setVisible(not areas)
        self.rug_panel.setVisible(areas)
        self._show_rug()
        self._refit.start()

    def _show_rug(self) -> None:
        """Worked out only while it is looked at."""
        if not self.ui.as_areas.isChecked():
            return
        bench = self._context.workbench
        catalogue = bench.catalogue
        rows = [
            rug_row(
                indicator,
                bench.figure(indicator.code, catalogue.home),
                bench.districts(indicator.code),
                catalogue.districts,
                self._short_name,
            )
            for indicator in catalogue.headline
        ]
        self.rug.show_rug(rows, self._short_name)
        self.rug_panel.set_content(
            PanelContent(
                rug_title(rows, self._short_name),
                f"The county against its comparator, each district against the county,"
                f" {bench.edition.label}",
                f"Areas {bench.edition.label}",
                alt_text=rug_alt_text(rows, self._short_name),
                table=rug_table(rows, self._short_name),
                caption=_RUG_CAPTION,
                picture_height=self.rug.picture_height,
                subjects=self._rug_subjects(rows),
            )
        )

    def _rug_subjects(self, rows: Sequence[RugRow]) -> tuple[Subject, ...]:
        home = self._context.workbench.catalogue.home
        return tuple(
            FigureOf(cell.indicator, home)
            if cell.area == home
            else DistrictOf(cell.indicator, cell.area)
            for row in rows
            for cell in row.cells
        )

    def _short_name(self, code: str) -> str:
        return self._context.workbench.catalogue.area(code).short

    def _open_crossing(self, indicator: str, area: str) -> None:
        self._context.set_area(area)
        self._context.show_indicator(indicator)

    def _rug_menu(self, place: QPoint) -> None:
        pop_up(self, self._context, place, self._on_rug())

    def _on_rug(self) -> Subject | None:
        return None if self.rug_panel.ui.as_table.isChecked() else self.rug_panel.traced()

    def _show_quarter(self) -> None:
        bench = self._context.workbench
        self.ui.load_state.show_chip(load_chip(bench.catalogue, self._figures))
        self.ui.check_state.show_chip(check_chip(bench.loads()))
        self.ui.score_state.show_chip(score_chip(bench.incident_types))
        self.ui.write_state.show_chip(write_chip(bench))

    def _span_headings(self) -> None:
        self.ui.table.clearSpans()
        for row in range(self.model.rowCount()):
            if self.model.indicator_at(row) is None:
                self.ui.table.setSpan(row, 0, 1, len(Column))

    def _fit(self) -> None:
        wide = self.width() >= _WIDE
        self.ui.side.setFixedWidth(_SIDE_WIDE if wide else _SIDE_NARROW)
        self.ui.row.activate()
        self.ui.attention.scheduleDelayedItemsLayout()
        rows = self.ui.table.verticalHeader()
        least = row_height(self.font())
        fair = self.ui.table.viewport().height() // max(1, self.model.rowCount())
        rows.setDefaultSectionSize(min(max(least, fair), round(least * _TALLEST_ROW)))
        fit_columns(self.ui.table, _FLEXIBLE, spared=(Column.AS_OF,))

    def _open_indicator(self, index: QModelIndex) -> None:
        indicator = self.model.indicator_at(index.row())
        if indicator:
            self._context.show_indicator(indicator.code)

    def _open_attention(self, index: QModelIndex) -> None:
        item = self.attention.item(index.row())
        if item.indicator:
            self._context.show_indicator(item.indicator)
        else:
            act = Act.WRITE if item.paragraph else Act.SOURCES
            self._context.actions[act].trigger()

    def _show_menu(self, place: QPoint) -> None:
        index = self.ui.table.indexAt(place)
        indicator = self.model.indicator_at(index.row()) if index.isValid() else None
        menu = QMenu(self)
        if indicator:
            opened = menu.addAction(f"&Open {indicator.short_name}")
            opened.triggered.connect(lambda: self._open_indicator(index))
            figure = self.model.figure_at(index.row())
            parts = figure_parts(figure, indicator) if figure else ()
            add_origin(menu, self._context, self.subject(index), parts)
            menu.addSeparator()
            copied = menu.addAction("&Copy row")
            copied.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
            copied.triggered.connect(lambda: copy_from(self.ui.table))
        menu.addAction("Copy whole &table").triggered.connect(lambda: copy_all(self.ui.table))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.ui.table.viewport().mapToGlobal(place))

    def _attention_menu(self, place: QPoint) -> None:
        item = self.attention.item(self.ui.attention.indexAt(place).row())
        at = self.ui.attention.viewport().mapToGlobal(place)
        pop_up(self, self._context, at, self._behind(item))

    def traced(self) -> Subject | None:
        """What the selected cell or card says."""
        on_cards = self.focusWidget() is self.ui.attention
        card = self.ui.attention.currentIndex()
        if on_cards and card.isValid():
            return self._behind(self.attention.item(card.row()))
        if self.ui.as_areas.isChecked():
            return self._on_rug()
        return self.subject(self.ui.table.currentIndex())

    def subject(self, index: QModelIndex) -> Subject | None:
        """What a cell of the dashboard shows."""
        figure = self.model.figure_at(index.row()) if index.isValid() else None
        if figure is None:
            return None
        code, area, column = figure.indicator, figure.area, Column(index.column())
        if column is Column.AVERAGE and figure.comparators:
            first = figure.comparators[0]
            return ComparatorOf(code, area, first.group, first.given)
        if column is Column.MONTHLY:
            return CourseOf(code, area)
        if column is Column.HIGHEST:
            highest = self.model.highest_area(index.row())
            return DistrictOf(code, highest) if highest else None
        return FigureOf(code, area, _PARTS.get(column, Part.WHOLE))

    def _behind(self, item: Attention) -> Subject | None:
        if item.paragraph:
            return ParagraphOf(item.paragraph)
        return FigureOf(item.indicator, self._area_of(item.indicator)) if item.indicator else None
