"""On the sample of the board's report, its figures can be read in the priority tabs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QUndoGroup
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from safer_desktop.gui.actions import Actions
from safer_desktop.gui.context import Context
from safer_desktop.gui.tabs.overview import OverviewTab
from safer_desktop.gui.tabs.priority import PriorityTab
from safer_desktop.gui.tasks import Tasks
from safer_desktop.gui.theme import Theme
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.subjects import Subject
from tests.opened import opened_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """The sample's workbooks, taken in by the loading road."""
    with opened_sample("2016-17-q4", tmp_path_factory) as bench:
        yield bench


@pytest.fixture
def context(qtbot: QtBot, theme: Theme, sample: Workbench) -> Iterator[Context]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Context(sample, Tasks(window), Actions(window, QUndoGroup(window)), theme)
    yield made
    made.close()


def read(tab: PriorityTab, indicator: str) -> str:
    """All that the tab says of one indicator: card, figure in full, comparator line."""
    tab.show_indicator(indicator)
    card = tab.scorecard_model.index(tab.scorecard_model.row_of(indicator))
    model = tab.details_model
    cells = [
        " ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    cells.append(tab.ui.comparator.text())
    return "\n".join([str(card.data(Qt.ItemDataRole.AccessibleTextRole)), *cells])


@pytest.mark.parametrize(
    ("priority", "indicator", "figures"),
    [
        ("crime", "burglary-dwelling", ("+11%", "is above the East Midlands", "Rising: worse")),
        ("crime", "vehicle-crime", ("+10%", "average 6.20")),
        ("crime", "violence-with-injury", ("+33%", "3.93 per 1,000", "average 7.00")),
        ("crime", "all-crime", ("+9%", "Rank 4/9 (1 = lowest)", "is below the East Midlands")),
        ("reoffending", "iom-reduction", ("42.8%", "41.0%", "Leicester, Leicestershire and Rut")),
        (
            "reoffending",
            "youth-first-time-entrants",
            ("83 entrants", "April to December 2016", "190 entrants", "124 entrants", "66", "35%"),
        ),
        ("reoffending", "youth-reoffending", ("1.25", "0.82", "0.28 offences per offender")),
        (
            "victims",
            "marac-repeats",
            ("37%, January to December 2016", "was 30%, +7 points", "Target met"),
        ),
        ("victims", "da-referrals", ("1,611 referrals", "1,400 referrals", "definition changed")),
        ("asb", "asb-affected", ("5.4%", "was 5.4%", "No real change")),
        ("asb", "cbs-confidence", ("92.7%", "89.9%", "87.1%", "84.5%")),
        ("terrorism", "hate-incidents", ("+18%", "+67 reports", "439 reports", "372")),
        ("terrorism", "hate-rate", ("0.58", "0.66 per 1,000")),
    ],
)
def test_the_figures_of_the_report_are_in_its_tab(
    context: Context, qtbot: QtBot, priority: str, indicator: str, figures: tuple[str, ...]
) -> None:
    tab = PriorityTab(context, priority)
    qtbot.addWidget(tab)
    tab.refresh()
    said = read(tab, indicator)
    missing = [figure for figure in figures if figure not in said]
    assert not missing, said


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("priority", ["crime", "victims", "asb"])
def test_a_draft_shows_all_its_words(context: Context, qtbot: QtBot, priority: str) -> None:
    tab = PriorityTab(context, priority)
    qtbot.addWidget(tab)
    tab.resize(1366, 620)
    tab.show()
    qtbot.waitUntil(lambda: bool(tab.drafts.editors))
    boxes = [editor.text for editor in tab.drafts.editors.values()]
    qtbot.waitUntil(lambda: all(box.verticalScrollBar().maximum() == 0 for box in boxes))
    for box in boxes:
        last = box.document().lastBlock()
        end = box.cursorRect(QTextCursor(last))
        lines = last.layout().lineCount()
        assert box.viewport().height() >= end.top() + lines * box.fontMetrics().lineSpacing()


def test_every_figure_of_a_card_leads_to_a_sheet_and_cell(context: Context, qtbot: QtBot) -> None:
    asked: list[Subject] = []
    context.origin_asked.connect(asked.append)
    for priority in context.workbench.catalogue.priorities:
        tab = PriorityTab(context, priority.code)
        qtbot.addWidget(tab)
        tab.refresh()
        for row in range(tab.scorecard_model.rowCount()):
            tab.ui.scorecard.setCurrentIndex(tab.scorecard_model.index(row))
            tab.ui.origin.click()
    assert len(asked) == len(context.workbench.catalogue.headline)
    for subject in asked:
        root = context.workbench.chain(subject).root
        assert root.cells
        assert not root.faults
        assert all(cell.observation.source.cell for cell in root.cells)


def test_every_line_of_the_details_is_the_root_of_its_chain(context: Context, qtbot: QtBot) -> None:
    followed = 0
    for priority in context.workbench.catalogue.priorities:
        tab = PriorityTab(context, priority.code)
        qtbot.addWidget(tab)
        tab.refresh()
        for row in range(tab.scorecard_model.rowCount()):
            tab.ui.scorecard.setCurrentIndex(tab.scorecard_model.index(row))
            for detail in tab._details:
                if detail.subject is not None and detail.figure != "none":
                    shown = context.workbench.chain(detail.subject).root.shown
                    assert detail.figure.startswith(shown), detail
                    followed += 1
    assert followed > 120


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_overview_says_where_the_report_was_wrong(context: Context, qtbot: QtBot) -> None:
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(lambda: not tab.busy)
    cards = {
        item.title: item.detail for item in map(tab.attention.item, range(tab.attention.rowCount()))
    }
    overall = cards["Overall: 4 of 7 that can be judged got worse"]
    assert "All four indicators under \u2018Ongoing Reductions in Crime\u2019 got worse." in overall
    assert "Cannot be said (5): IOM re-offending" in overall
    assert "by +18.0%, the rate by +13.8%" in cards["Hate incidents: count and rate differ"]
    assert "a rise of 7 percentage points" in cards["MARAC repeats: points, not percent"]
    part = cards["First-time entrants: April to December 2016 only"]
    assert "83 compares with 94 in the same months of the year before, not with 124" in part
    assert "124 and 190, \u221266 (\u221235%)" in part
    tab.ui.attention.setCurrentIndex(tab.attention.index(0))
    assert tab.attention.item(0).paragraph == "summary:overall"
    paragraph = next(
        it for it in context.workbench.paragraphs("summary") if it.key == "summary:overall"
    )
    assert "the majority of indicators are getting worse" in paragraph.text
