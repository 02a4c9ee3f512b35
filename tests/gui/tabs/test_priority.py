"""The priority tab over a real pack: every figure can be read, traced, written about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.tabs.priority import PriorityTab
from tests.gui.made import BLABY, COUNTY, made_load, observation

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> PriorityTab:
    made = PriorityTab(context, "crime")
    qtbot.addWidget(made)
    made.resize(1366, 620)
    QAbstractItemModelTester(
        made.scorecard_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    QAbstractItemModelTester(
        made.details_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.refresh()
    made.show_indicator("vehicle-crime")
    return made


def spoken(tab: PriorityTab, code: str) -> str:
    index = tab.scorecard_model.index(tab.scorecard_model.row_of(code))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def detail(tab: PriorityTab, what: str) -> list[str]:
    for row in range(tab.details_model.rowCount()):
        texts = [str(tab.details_model.index(row, column).data()) for column in range(4)]
        if texts[0] == what:
            return texts
    raise AssertionError(f"no detail '{what}'")


def working(tab: PriorityTab) -> bool:
    return tab._slices.active


def settle(tab: PriorityTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not working(tab))


def test_a_card_says_latest_previous_change_rating_and_rank(tab: PriorityTab) -> None:
    said = spoken(tab, "vehicle-crime")
    assert "4.78 per 1,000 population, 12 months to March 2017" in said
    assert "was 3.56, +34%" in said
    assert "3,292 offences against 2,439" in said
    assert "Rising: worse" in said
    assert "Target met" in said
    assert "Rank 3/9 (1 = lowest)" in said
    assert "as of 31 Mar 2017" in said


def test_the_finding_heads_the_chart_and_the_table_checks_it(tab: PriorityTab) -> None:
    panel = tab.trend_panel
    assert panel.ui.title.text() == "Vehicle crime rose by 34%, to 4.78 per 1,000 population"
    assert panel.ui.subtitle.text() == (
        "Offences each month, Leicestershire, April 2014 to March 2017"
    )
    assert panel.model.rowCount() == 36
    panel.rolling_button.click()
    assert panel.model.index(panel.model.rowCount() - 1, 1).data() == "4.78"
    assert "average" in panel.content.alt_text
    assert "Leicestershire is below the East Midlands" in tab.ui.comparator.text()


def test_details_hold_every_number_with_its_sources(tab: PriorityTab, context: Context) -> None:
    assert detail(tab, "Latest")[1:3] == ["4.78 per 1,000 population", "12 months to March 2017"]
    assert "3,292 of 688,000" in detail(tab, "Latest")[3]
    assert "p < 0.001" in detail(tab, "Change")[3]
    assert detail(tab, "Rank")[1] == "3/9"
    assert detail(tab, "\N{EN SPACE}Derby")[1] == "4.10 per 1,000 population"
    assert detail(tab, "Definition")[3].startswith("Theft of a vehicle")
    asked: list[tuple[tuple[int, ...], str]] = []
    context.origin_asked.connect(lambda ids, title: asked.append((ids, title)))
    tab.ui.details.selectRow(0)
    tab.ui.origin.click()
    ((ids, title),) = asked
    assert title == "Vehicle crime: Latest, 4.78 per 1,000 population"
    counts = [
        o.stored.observation.value
        for o in context.workbench.origins(ids)
        if o.stored.observation.indicator == "vehicle-crime"
    ]
    assert sum(counts) == 3292
    tab.ui.copy_details.click()
    assert QGuiApplication.clipboard().text().startswith("What\tFigure\tPeriod")


def test_districts_are_ranked_with_words(tab: PriorityTab) -> None:
    chart, panel = tab.district_chart, tab.district_panel
    assert len(chart.rows) == 7
    values = [row.value for row in chart.rows]
    assert values == sorted(values, key=lambda v: -(v or 0))
    assert panel.model.index(0, 4).data() == "higher than the county"
    assert panel.model.index(7, 0).data() == "Leicestershire"


def test_the_area_picker_drives_everything(
    tab: PriorityTab, context: Context, qtbot: QtBot
) -> None:
    tab.show()
    settle(tab, qtbot)
    context.set_area(BLABY)
    settle(tab, qtbot)
    assert "Blaby" in tab.ui.subheading.text()
    assert "Blaby" in tab.trend_panel.ui.subtitle.text()
    assert "635 offences against 469" in spoken(tab, "vehicle-crime")
    assert tab.current is not None
    assert tab.current.indicator.code == "vehicle-crime"


def test_without_figures_it_says_what_to_load_and_from_whom(tab: PriorityTab) -> None:
    tab.show_indicator("burglary-dwelling")
    assert tab.trend_panel.ui.title.text() == "Domestic burglary: no data"
    empty = tab.trend_panel.ui.empty.text()
    assert "Load the workbook from Leicestershire Police" in empty
    assert tab.trend_panel.ui.views.currentWidget() is tab.trend_panel.ui.empty


def test_a_definition_break_gives_a_reason_not_a_number(context: Context, qtbot: QtBot) -> None:
    tab = PriorityTab(context, "victims")
    qtbot.addWidget(tab)
    tab.refresh()
    tab.show_indicator("da-referrals")
    assert tab.trend_panel.ui.title.text() == (
        "Domestic abuse referrals: 1,611 referrals; the definition changed"
    )
    assert "not compared: the definition changed" in spoken(tab, "da-referrals")
    assert detail(tab, "Change")[1] == "none"
    assert "From 1 April 2016:" in tab.trend_panel.ui.caption.text()
    assert "37%, January to December 2016" in spoken(tab, "marac-repeats")
    assert "+7 points" in spoken(tab, "marac-repeats")


def test_words_of_the_paper_are_edited_undone_and_marked_outdated(
    tab: PriorityTab, context: Context, qtbot: QtBot
) -> None:
    tab.show()
    settle(tab, qtbot)
    editor = tab.drafts.editors["indicator:vehicle-crime"]
    drafted = editor.text.toPlainText()
    assert "34%" in drafted
    editor.text.setPlainText(drafted + " Officers are looking into it.")
    editor.commit()
    settle(tab, qtbot)
    assert context.undo_stack.count() == 1
    assert "Your words" in editor.state.text()
    assert editor.back.isEnabled()
    month = Period.month(2017, 3)
    later = observation("vehicle-crime", BLABY, month, 500)
    context.workbench.take_in(made_load((later,)))
    settle(tab, qtbot)
    assert "the figures have changed since" in editor.state.text()
    editor.back.click()
    settle(tab, qtbot)
    assert "Officers" not in editor.text.toPlainText()
    context.undo_stack.undo()
    settle(tab, qtbot)
    assert "Officers are looking into it." in editor.text.toPlainText()
    assert context.workbench.has_record(RecordKind.COMMENTARY, "indicator:vehicle-crime")


def test_work_stops_when_the_tab_is_hidden_and_is_made_up_for(
    tab: PriorityTab, context: Context, qtbot: QtBot
) -> None:
    tab.show()
    settle(tab, qtbot)
    context.set_area(BLABY)
    assert working(tab)
    tab.hide()
    assert not working(tab)
    assert "Leicestershire" in tab.ui.subheading.text()
    tab.show()
    settle(tab, qtbot)
    assert "Blaby" in tab.ui.subheading.text()


def test_new_figures_reach_the_open_tab(tab: PriorityTab, context: Context, qtbot: QtBot) -> None:
    tab.show()
    settle(tab, qtbot)
    year = Period.financial_year(2016)
    context.workbench.take_in(made_load((observation("burglary-dwelling", COUNTY, year, 900),)))
    settle(tab, qtbot)
    assert "per 1,000 households" in spoken(tab, "burglary-dwelling")
