"""A priority's tab: its scorecard and draft paragraphs left, the selected indicator right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.figures import Trend
from safer_desktop.domain.indicators import DefinitionBreak
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.charts.district_panel import DistrictPanel
from safer_desktop.gui.charts.plot_library import steps_to_plots
from safer_desktop.gui.charts.trend_panel import TrendPanel
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_priority_tab import Ui_PriorityTab
from safer_desktop.gui.idle import IdleSlices
from safer_desktop.gui.models.figure_subjects import comparisons, figure_parts
from safer_desktop.gui.models.figure_words import Detail, comparator_sentences, details
from safer_desktop.gui.models.scorecard_model import Card, ScorecardModel
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.drafts import Drafts
from safer_desktop.gui.widgets.scorecard import ScorecardDelegate
from safer_desktop.gui.widgets.tracing import offer_menu, pop_up
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.subjects import DistrictOf, FigureOf, Subject

_FIGURE_KINDS = frozenset(
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
_LEFT_SHARE = (520, 846)
_RIGHT_SHARE = (350, 265)
_DETAIL_HEADERS = ("What", "Figure", "Period", "How it was worked out")
_Step = Callable[[], object]


class PriorityTab(QWidget):
    """Everything about one priority. What is slow to work out is done in idle slices, on show."""

    def __init__(self, context: Context, priority_code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = priority_code
        self._wanted = ""
        self._details: tuple[Detail, ...] = ()
        self._shared_left = False
        self._filling = False
        self.ui = Ui_PriorityTab()
        self.ui.setupUi(self)

        # Widgets
        self.scorecard_model = ScorecardModel(self)
        self.ui.scorecard.setModel(self.scorecard_model)
        self.ui.scorecard.setItemDelegate(ScorecardDelegate(self))
        self.trend_panel = TrendPanel(self._bridge_words, self)
        self.ui.trend_layout.insertWidget(0, self.trend_panel, 1)
        self.district_panel = DistrictPanel(self._area_name, self._trends, self._bridge_words, self)
        self.ui.districts_layout.addWidget(self.district_panel)
        self.details_model = TextTableModel(self)
        self._set_up_details()
        self.drafts = Drafts(context, self.ui.drafts_layout, self)
        self._slices = IdleSlices(self)
        self._stale: Callable[[], Iterator[_Step]] | None = self._all_steps
        self._share_out()

        self.ui.scorecard.selectionModel().currentChanged.connect(self._select)
        offer_menu(self.ui.scorecard, self._scorecard_menu)
        offer_menu(self.ui.details, self._details_menu)
        self.ui.details.activated.connect(lambda _: self.show_origin())
        self.ui.origin.clicked.connect(self.show_origin)
        self.ui.explain.clicked.connect(self.show_explanation)
        self.ui.copy_details.clicked.connect(self.copy_details)
        for panel in (self.trend_panel, self.district_panel):
            panel.said.connect(self.ui.read_out.setText)
        self.trend_panel.menu_asked.connect(self._trend_menu)
        self.district_panel.menu_asked.connect(self._districts_menu)
        self.ui.comparator.customContextMenuRequested.connect(self._comparator_menu)
        self.trend_panel.decide_wanted.connect(self.decide_about_limits)
        context.area_changed.connect(self._refresh_figures)
        context.edition_changed.connect(self._refresh_all)
        context.data_changed.connect(self._refresh_all)
        context.records_changed.connect(self._records_changed)

    # What others ask

    def show_indicator(self, code: str) -> None:
        """Select an indicator of this priority."""
        row = self.scorecard_model.row_of(code)
        self._wanted = "" if row >= 0 else code
        if row >= 0:
            self.ui.scorecard.setCurrentIndex(self.scorecard_model.index(row))

    @property
    def current(self) -> Card | None:
        """The card of the selected indicator."""
        return self.scorecard_model.card(self.ui.scorecard.currentIndex().row())

    def refresh(self) -> None:
        """Work out and show everything now."""
        self._slices.stop()
        self._stale = None
        for step in self._all_steps():
            step()

    def show_origin(self) -> None:
        """Show where the selected detail comes from; without a selection, the whole figure."""
        subject = self._detail_subject()
        if subject is not None:
            self._context.show_origin(subject)

    def show_explanation(self) -> None:
        """Show how the selected detail was worked out; without a selection, the whole figure."""
        subject = self._detail_subject()
        if subject is not None:
            self._context.show_explanation(subject)

    def traced(self) -> Subject | None:
        """What is selected in the part of the tab that has the keyboard."""
        focus = self.focusWidget()
        for panel in (self.trend_panel, self.district_panel):
            if panel.isAncestorOf(focus):
                return panel.traced()
        if focus is self.ui.details:
            return self._detail_subject()
        return self._whole()

    def decide_about_limits(self) -> None:
        """Ask what is decided about the selected indicator's predicted limits."""
        from safer_desktop.gui.dialogs.limits import LimitsDialog

        card, area = self.current, self._context.area
        if card is None:
            return
        chart = self._context.workbench.limits(card.indicator.code, area)
        if not isinstance(chart, Reason):
            LimitsDialog(self._context, card.indicator.code, area, chart, self).open()

    def copy_details(self) -> None:
        """Copy the figure in full, as a spreadsheet takes it."""
        QGuiApplication.clipboard().setText(self.details_model.tsv())
        self.ui.read_out.setText("The figure was copied as a table.")

    def showEvent(self, event: QShowEvent) -> None:
        """What went stale while the tab was hidden is worked out when it is looked at."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the pack may be about to be closed: the rest waits."""
        super().hideEvent(event)
        if self._slices.active:
            self._slices.stop()
            self._stale = self._all_steps

    # Refreshing

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & _FIGURE_KINDS:
            self._refresh_all()
        elif RecordKind.COMMENTARY in kinds and self._stale is None and not self._slices.active:
            self._stale = lambda: iter((self._fill_drafts,))
            self._begin()

    def _refresh_all(self) -> None:
        self._stale = self._all_steps
        self._begin()

    def _refresh_figures(self) -> None:
        if self._stale is None and not self._slices.active:
            self._stale = self._figure_steps
        else:
            self._stale = self._all_steps
        self._begin()

    def _begin(self) -> None:
        if self._stale is not None and self.isVisible():
            steps, self._stale = self._stale(), None
            self._slices.start(steps)

    def _all_steps(self) -> Iterator[_Step]:
        yield from self._figure_steps()
        yield self._fill_drafts

    def _figure_steps(self) -> Iterator[_Step]:
        workbench, area = self._context.workbench, self._context.area
        indicators = workbench.catalogue.of_priority(self._code)
        for indicator in indicators:
            yield partial(_work_out, workbench, indicator.code, area)
        yield self._fill_scorecard
        yield self._fill_districts
        yield self._fill_details
        yield from steps_to_plots()
        yield self._fill_trend_panel
        for row, indicator in enumerate(indicators):
            yield partial(self._fill_trend, row, indicator.code, area)

    def _fill_trend(self, row: int, code: str, area: str) -> None:
        self.scorecard_model.set_trend(row, self._context.workbench.trend(code, area))

    def _fill_scorecard(self) -> None:
        from safer_desktop.analysis.subject import described_area

        workbench, area = self._context.workbench, self._context.area
        catalogue = workbench.catalogue
        priority = next(p for p in catalogue.priorities if p.code == self._code)
        self.ui.heading.setText(priority.name)
        self.ui.subheading.setText(f"{catalogue.area(area).name}, {workbench.edition.label}")
        selected = self._wanted or (self.current.indicator.code if self.current else "")
        trends = {}
        for row in range(self.scorecard_model.rowCount()):
            card = self.scorecard_model.card(row)
            if card is not None and card.figure.area == area:
                trends[card.indicator.code] = card.trend
        self.scorecard_model.set_cards(
            [
                Card(
                    i,
                    workbench.figure(i.code, area),
                    catalogue.area(described_area(workbench.dataset, i, area)).name,
                    trends.get(i.code),
                    workbench.limits(i.code, area),
                )
                for i in catalogue.of_priority(self._code)
            ]
        )
        row = max(self.scorecard_model.row_of(selected), 0)
        self._wanted = ""
        self._share_left()
        self._filling = True
        self.ui.scorecard.setCurrentIndex(self.scorecard_model.index(row))
        self._filling = False

    def _share_left(self) -> None:
        """The scorecard as high as its cards, once; from then on the user moves the edge."""
        if self._shared_left or not self.scorecard_model.rowCount():
            return
        self._shared_left = True
        cards = self.ui.scorecard.sizeHintForRow(0) * self.scorecard_model.rowCount()
        wanted = cards + self.ui.heading.sizeHint().height() + self.ui.subheading.height() + 40
        height = sum(self.ui.left.sizes())
        top = min(wanted, round(height * 0.7))
        self.ui.left.setSizes([top, height - top])

    def _fill_drafts(self) -> None:
        self.drafts.show_paragraphs(self._context.workbench.paragraphs(self._code))

    def _select(self, current: QModelIndex) -> None:
        card = self.scorecard_model.card(current.row())
        if card is None or self._filling:
            return
        self._fill_trend_panel()
        self._fill_districts()
        self._fill_details()
        self.drafts.reveal(card.indicator.code, self.ui.drafts)

    def _fill_trend_panel(self) -> None:
        card = self.current
        if card is None:
            return
        workbench, area = self._context.workbench, self._context.area
        name = card.place
        self.ui.read_out.setText("")
        self.trend_panel.show_trend(
            card.figure,
            workbench.trend(card.indicator.code, area),
            card.indicator,
            name,
            workbench.limits(card.indicator.code, area),
        )
        sentences = comparator_sentences(card.figure, card.indicator, name)
        self.ui.comparator.setText(sentences)
        self.ui.comparator.setVisible(bool(sentences))

    def _fill_districts(self) -> None:
        card = self.current
        if card is None:
            return
        workbench, code = self._context.workbench, card.indicator.code
        self.district_panel.show_districts(
            card.figure, card.indicator, workbench.districts(code), workbench.funnel(code)
        )

    def _fill_details(self) -> None:
        card = self.current
        if card is None:
            return
        self._details = details(card.figure, card.indicator, self._context.workbench.catalogue)
        self.details_model.set_table(
            _DETAIL_HEADERS,
            [(d.what, d.figure, d.period, d.how) for d in self._details],
        )

    def _trends(self, code: str) -> tuple[Trend, tuple[Trend, ...]]:
        workbench = self._context.workbench
        catalogue = workbench.catalogue
        districts = tuple(workbench.trend(code, area) for area in catalogue.districts)
        return workbench.trend(code, catalogue.home), districts

    def _bridge_words(self, at: DefinitionBreak) -> str:
        from safer_desktop.analysis.bridges import bridge_words

        return bridge_words(at, self._context.workbench.catalogue)

    def _area_name(self, code: str) -> str:
        return self._context.workbench.catalogue.area(code).short

    # Menus and set-up

    def _whole(self) -> Subject | None:
        card = self.current
        return FigureOf(card.figure.indicator, card.figure.area) if card else None

    def _detail_subject(self) -> Subject | None:
        row = self.ui.details.currentIndex().row()
        detail = self._details[row] if 0 <= row < len(self._details) else None
        return detail.subject if detail and detail.subject else self._whole()

    def _scorecard_menu(self, at: QPoint) -> None:
        card = self.scorecard_model.card(self.ui.scorecard.indexAt(at).row())
        if card is not None:
            figure = card.figure
            place = self.ui.scorecard.viewport().mapToGlobal(at)
            whole = FigureOf(figure.indicator, figure.area)
            pop_up(self, self._context, place, whole, figure_parts(figure, card.indicator))

    def _details_menu(self, at: QPoint) -> None:
        if self.ui.details.indexAt(at).isValid():
            place = self.ui.details.viewport().mapToGlobal(at)
            pop_up(self, self._context, place, self._detail_subject())

    def _trend_menu(self, place: QPoint) -> None:
        card = self.current
        if card is not None:
            parts = comparisons(card.figure, card.indicator)
            pop_up(self, self._context, place, self.trend_panel.traced(), parts)

    def _districts_menu(self, place: QPoint) -> None:
        home = self._context.workbench.catalogue.home_area
        card = self.current
        if card is not None:
            parts = ((home.name, DistrictOf(card.indicator.code, home.code)),)
            pop_up(self, self._context, place, self.district_panel.traced(), parts)

    def _comparator_menu(self, at: QPoint) -> None:
        card = self.current
        if card is not None:
            parts = comparisons(card.figure, card.indicator)
            subject = parts[0][1] if parts else self._whole()
            pop_up(self, self._context, self.ui.comparator.mapToGlobal(at), subject, parts)

    def _set_up_details(self) -> None:
        self.ui.details.setModel(self.details_model)
        rows = self.ui.details.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.details_model.set_table(_DETAIL_HEADERS, ())
        header = self.ui.details.horizontalHeader()
        for column, width in enumerate((170, 190, 140)):
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _share_out(self) -> None:
        self.ui.columns.setSizes(list(_LEFT_SHARE))
        self.ui.columns.setStretchFactor(0, 1)
        self.ui.columns.setStretchFactor(1, 3)
        self.ui.right.setSizes(list(_RIGHT_SHARE))
        self.ui.right.setStretchFactor(0, 3)
        self.ui.right.setStretchFactor(1, 2)
        self.ui.left.setStretchFactor(0, 3)
        self.ui.left.setStretchFactor(1, 2)


def _work_out(workbench: Workbench, code: str, area: str) -> None:
    """A slice of the work: the workbench keeps the figure for when it is shown."""
    workbench.figure(code, area)
