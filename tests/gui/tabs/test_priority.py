"""The priority tab over a real pack: every figure can be read, traced, written about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.tabs.priority import PriorityTab
from safer_desktop.gui.widgets.tracing import WORDS
from safer_desktop.workbench.subjects import (
    ComparatorOf,
    CourseOf,
    DistrictOf,
    FigureOf,
    ParagraphOf,
    Subject,
)
from tests.gui.made import BLABY, COUNTY, made_load, observation

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")


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
    asked: list[Subject] = []
    context.origin_asked.connect(asked.append)
    tab.ui.details.selectRow(0)
    tab.ui.origin.click()
    assert asked == [FigureOf("vehicle-crime", COUNTY, Part.LATEST)]
    root = context.workbench.chain(asked[0]).root
    assert root.shown == "4.78"
    count = root.inputs[0]
    assert sum(cell.observation.value for cell in count.cells) == count.number == 3292
    tab.ui.copy_details.click()
    assert QGuiApplication.clipboard().text().startswith("What\tFigure\tPeriod")


def test_districts_are_ranked_with_words(tab: PriorityTab) -> None:
    chart, panel = tab.district_panel.bars, tab.district_panel
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
    assert editor.state.text().startswith("Words of ")
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


def menus(tab: PriorityTab) -> QMenu:
    return next(it for it in tab.findChildren(QMenu) if it.isVisible())


def ask_by_menu(tab: PriorityTab, part: str = "") -> None:
    """Choose the question in the menu that is open, of a part if one is named."""
    menu = menus(tab)
    actions = menu.actions()
    if part:
        (inner,) = menu.findChildren(QMenu)
        next(it for it in inner.actions() if it.text().startswith(part)).trigger()
    else:
        actions[0].trigger()
    menu.close()


def newest(asked: list[Subject]) -> Subject:
    return asked[-1]


@pytest.fixture
def asked(context: Context) -> list[Subject]:
    found: list[Subject] = []
    context.origin_asked.connect(found.append)
    return found


def test_a_card_is_asked_about_whole_or_by_its_parts(
    tab: PriorityTab, qtbot: QtBot, asked: list[Subject]
) -> None:
    tab.show()
    settle(tab, qtbot)
    index = tab.scorecard_model.index(tab.scorecard_model.row_of("vehicle-crime"))
    place = tab.ui.scorecard.visualRect(index).center()
    for part in ("", "Change: +34%", "Rank: 3/9", "East Midlands"):
        tab.ui.scorecard.customContextMenuRequested.emit(place)
        ask_by_menu(tab, part)
    assert asked == [
        FigureOf("vehicle-crime", COUNTY),
        FigureOf("vehicle-crime", COUNTY, Part.CHANGE),
        FigureOf("vehicle-crime", COUNTY, Part.RANK),
        ComparatorOf("vehicle-crime", COUNTY, "east-midlands", given=False),
    ]
    tab.ui.scorecard.setFocus()
    assert tab.traced() == FigureOf("vehicle-crime", COUNTY)


def test_points_of_the_trend_are_asked_about_by_mouse_and_keyboard(
    tab: PriorityTab, qtbot: QtBot, asked: list[Subject], context: Context
) -> None:
    tab.show()
    settle(tab, qtbot)
    plot = tab.trend_panel.plot
    assert plot is not None
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_End)
    keyboard = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(plot.viewport(), keyboard)
    ask_by_menu(tab)
    march = Period.month(2017, 3)
    assert asked == [CourseOf("vehicle-crime", COUNTY, period=march)]
    shown = tab.trend_panel.model.index(tab.trend_panel.model.rowCount() - 1, 1).data()
    assert context.workbench.chain(asked[0]).root.shown == shown
    assert tab.traced() == asked[0]

    middle = QPoint(60, plot.viewport().height() // 2)
    mouse = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, plot.viewport().mapToGlobal(middle)
    )
    QApplication.sendEvent(plot.viewport(), mouse)
    ask_by_menu(tab, "Standing: below")
    assert asked[1] == ComparatorOf(
        "vehicle-crime", COUNTY, "east-midlands", given=False, standing=True
    )
    tab.trend_panel.rolling_button.click()
    QTest.keyClick(plot, Qt.Key.Key_End)
    rolling = tab.trend_panel.traced()
    year = Period.rolling_12(2017, 3)
    assert rolling == CourseOf("vehicle-crime", COUNTY, rolling=True, period=year)
    tab.trend_panel.ui.as_table.click()
    table = tab.trend_panel.ui.table
    table.setCurrentIndex(table.model().index(0, 0))
    assert tab.trend_panel.traced() == CourseOf(
        "vehicle-crime", COUNTY, rolling=True, period=Period.rolling_12(2015, 3)
    )
    table.customContextMenuRequested.emit(QPoint(5, 5))
    ask_by_menu(tab)
    assert asked[-1] == tab.trend_panel.traced()


def test_district_bars_are_asked_about_by_mouse_and_keyboard(
    tab: PriorityTab, qtbot: QtBot, asked: list[Subject], context: Context
) -> None:
    tab.show()
    settle(tab, qtbot)
    chart = tab.district_panel.bars
    QApplication.sendEvent(
        chart, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    )
    ask_by_menu(tab, "Leicestershire")
    spot = chart.spots()[1].area.center().toPoint()
    QApplication.sendEvent(
        chart, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, chart.mapToGlobal(spot))
    )
    ask_by_menu(tab)
    QApplication.sendEvent(
        chart, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    )
    ask_by_menu(tab)
    assert asked[0] == DistrictOf("vehicle-crime", COUNTY)
    assert asked[1] == asked[2]
    assert isinstance(asked[1], DistrictOf)
    assert context.workbench.chain(asked[1]).root.shown == chart.rows[1].text


def test_comparator_details_and_drafts_are_asked_about(
    tab: PriorityTab, qtbot: QtBot, asked: list[Subject]
) -> None:
    tab.show()
    settle(tab, qtbot)
    tab.ui.comparator.customContextMenuRequested.emit(QPoint(4, 4))
    ask_by_menu(tab)
    assert newest(asked) == ComparatorOf("vehicle-crime", COUNTY, "east-midlands", given=False)
    tab.ui.lower.setCurrentWidget(tab.ui.details_page)
    tab.ui.details.setFocus()
    tab.ui.details.selectRow(2)
    assert tab.traced() == FigureOf("vehicle-crime", COUNTY, Part.CHANGE)
    tab.ui.details.customContextMenuRequested.emit(
        tab.ui.details.visualRect(tab.details_model.index(2, 0)).center()
    )
    ask_by_menu(tab)
    assert newest(asked) == FigureOf("vehicle-crime", COUNTY, Part.CHANGE)

    editor = tab.drafts.editors["indicator:vehicle-crime"]
    words = editor.text.toPlainText()
    cursor = editor.text.textCursor()
    cursor.setPosition(words.index("34%") + 1)
    editor.text.setTextCursor(cursor)
    assert editor.traced() == ParagraphOf("indicator:vehicle-crime", "34%")
    editor.text.customContextMenuRequested.emit(editor.text.cursorRect().center())
    menu = next(it for it in editor.findChildren(QMenu) if it.isVisible())
    next(it for it in menu.actions() if it.text() == WORDS).trigger()
    menu.close()
    assert newest(asked) == ParagraphOf("indicator:vehicle-crime", "34%")
    editor.evidence.click()
    assert newest(asked) == ParagraphOf("indicator:vehicle-crime")
