"""The Overview over a real pack: what the board reads there, and what a click does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Load, Problem, Severity
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.charts.palette import Tone
from safer_desktop.gui.dialogs.origin import OriginDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.overview_model import Column
from safer_desktop.gui.models.overview_words import SHORT_REASONS, headline, subline
from safer_desktop.gui.tabs.overview import OverviewTab
from safer_desktop.gui.widgets.cells import CHIP_ROLE, GROUP_ROLE, MUTED_ROLE, SPARK_ROLE, Spark
from safer_desktop.gui.widgets.chips import Chip
from safer_desktop.gui.widgets.tracing import WORDS
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.subjects import FigureOf
from tests.gui.conftest import open_pack
from tests.gui.made import BLABY, COUNTY, made_load, observation

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")

MAR_17 = Period.month(2017, 3)


@pytest.fixture
def tab(window: MainWindow, pack_file: Path, qtbot: QtBot) -> OverviewTab:
    open_pack(window, pack_file, qtbot)
    made = window.pages.built(pages.OVERVIEW)
    assert isinstance(made, OverviewTab)
    for model in (made.model, made.attention):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    settle(made, qtbot)
    return made


def settle(tab: OverviewTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab.busy)
    qtbot.waitUntil(lambda: not tab._refit.isActive())


def bench_of(window: MainWindow) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def index(tab: OverviewTab, code: str, column: Column) -> QModelIndex:
    return tab.model.index(tab.model.row_of(code), column)


def text(tab: OverviewTab, code: str, column: Column) -> str:
    return str(index(tab, code, column).data() or "")


def chip(tab: OverviewTab, code: str, column: Column) -> Chip:
    found = index(tab, code, column).data(CHIP_ROLE)
    assert isinstance(found, Chip)
    return found


def figures(bench: Workbench, area: str = COUNTY) -> dict[str, Figure]:
    return bench.figures(area)


def take_in(window: MainWindow, load: Load) -> None:
    assert window.context is not None
    window.context.loaded(window.context.workbench.take_in(load))


def test_every_priority_is_a_heading_over_its_indicators(
    tab: OverviewTab, window: MainWindow
) -> None:
    catalogue = bench_of(window).catalogue
    rows = [
        (bool(tab.model.index(row, 0).data(GROUP_ROLE)), tab.model.index(row, 0).data())
        for row in range(tab.model.rowCount())
    ]
    wanted = []
    for priority in catalogue.priorities:
        wanted.append((True, priority.name))
        wanted += [(False, i.short_name) for i in catalogue.of_priority(priority.code)]
    assert rows == wanted
    assert tab.ui.table.columnSpan(0, 0) == len(Column)
    assert tab.ui.table.columnSpan(1, 0) == 1


def test_a_row_says_what_the_figure_says(tab: OverviewTab, window: MainWindow) -> None:
    # Worked out by hand from tests/gui/made.py: the county is the sum of its seven districts.
    bench = bench_of(window)
    figure = bench.figure("vehicle-crime", COUNTY)
    assert text(tab, "vehicle-crime", Column.INDICATOR) == "Vehicle crime"
    assert text(tab, "vehicle-crime", Column.PERIOD) == "12m to Mar 17"
    assert text(tab, "vehicle-crime", Column.LATEST) == "4.78"
    assert text(tab, "vehicle-crime", Column.CHANGE).startswith("+")
    counts = text(tab, "vehicle-crime", Column.COUNTS)
    latest, previous = (int(it.strip("()").replace(",", "")) for it in counts.split())
    assert latest / previous == pytest.approx(1.35, abs=0.02)
    assert chip(tab, "vehicle-crime", Column.DIRECTION) == Chip("▲ Rising: worse", Tone.BAD)
    assert text(tab, "vehicle-crime", Column.RANK).endswith("/9")
    assert text(tab, "vehicle-crime", Column.AS_OF) == "Mar 17"
    # Every district has about the same count, so the one with the fewest people is highest.
    assert text(tab, "vehicle-crime", Column.HIGHEST) == "Oadby & Wigston"
    spark = index(tab, "vehicle-crime", Column.MONTHLY).data(SPARK_ROLE)
    assert isinstance(spark, Spark)
    assert len(spark.values) == 25
    assert None not in spark.values
    spoken = index(tab, "vehicle-crime", Column.MONTHLY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("25 points")
    tip = index(tab, "vehicle-crime", Column.LATEST).data(Qt.ItemDataRole.ToolTipRole)
    assert figure.rating.why in tip
    assert "per 1,000 population" in tip
    assert "1 = lowest" in tip


def test_percentages_change_by_points_and_breaks_give_a_reason(tab: OverviewTab) -> None:
    assert text(tab, "marac-repeats", Column.LATEST) == "37%"
    assert text(tab, "marac-repeats", Column.PREVIOUS) == "30%"
    assert text(tab, "marac-repeats", Column.CHANGE) == "+7 points"
    assert text(tab, "da-referrals", Column.CHANGE) == "redefined"
    assert index(tab, "da-referrals", Column.DIRECTION).data(CHIP_ROLE) is None
    assert text(tab, "da-referrals", Column.DIRECTION) == "Cannot be said"
    tip = index(tab, "da-referrals", Column.CHANGE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Change: " in tip


def test_an_indicator_without_a_figure_says_so_and_nothing_else(tab: OverviewTab) -> None:
    assert text(tab, "cbs-confidence", Column.LATEST) == "no data"
    others = (Column.PERIOD, Column.PREVIOUS, Column.CHANGE, Column.RATING, Column.DIRECTION)
    assert [text(tab, "cbs-confidence", it) for it in others] == [""] * len(others)


def test_headline_names_only_what_a_test_bears_out(tab: OverviewTab, window: MainWindow) -> None:
    said = tab.ui.headline.text()
    assert said.startswith("Worse than a year before: ")
    assert "vehicle crime" in said
    assert "all crime" in said
    # Up from 30% to 37%, but without numbers of cases, so nothing bears it out.
    assert "MARAC" not in said
    bench = bench_of(window)
    assert tab.ui.subline.text().startswith(subline(figures(bench), "Leicestershire", "2016/17 Q4"))
    tested = sum(
        1 for f in figures(bench).values() if hasattr(getattr(f.change, "test", 0), "level")
    )
    assert f"{tested} changes were tested" in tab.ui.subline.text()


def test_headlines_of_no_change_and_of_no_data(window: MainWindow, tab: OverviewTab) -> None:
    catalogue = bench_of(window).catalogue
    marac = bench_of(window).figure("marac-repeats", COUNTY)
    absent = bench_of(window).figure("cbs-confidence", COUNTY)
    assert headline({"marac-repeats": marac}, catalogue) == (
        "No indicator shows a real change for better or worse"
    )
    assert headline({"cbs-confidence": absent}, catalogue) == (
        "No figures yet: load your partners' files"
    )


def test_what_needs_an_eye_names_breaks_and_what_is_missing(tab: OverviewTab) -> None:
    titles = [tab.attention.item(row).title for row in range(tab.attention.rowCount())]
    assert "Domestic abuse referrals was redefined in April 2016" in titles
    asked = [
        it for it in map(tab.attention.item, range(len(titles))) if it.title.startswith("Ask ")
    ]
    assert any("nothing is loaded" in item.detail for item in asked)
    break_row = titles.index("Domestic abuse referrals was redefined in April 2016")
    assert tab.attention.item(break_row).indicator == "da-referrals"


def test_part_years_late_figures_and_checks_need_an_eye(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    part = [
        observation("youth-first-time-entrants", COUNTY, Period.span(first, last), value)
        for first, last, value in (
            (Period.month(2015, 4).start, Period.month(2015, 12).end, 94),
            (Period.month(2016, 4).start, Period.month(2016, 12).end, 83),
        )
    ]
    late = [observation("asb-affected", COUNTY, Period.financial_year(2014), 5.4, Unit.PERCENTAGE)]
    problem = Problem(Severity.WARNING, "March repeats February.", "Sheet 'A', cell B3")
    take_in(window, replace(made_load((*part, *late)), problems=(problem,)))
    settle(tab, qtbot)
    items = [tab.attention.item(row) for row in range(tab.attention.rowCount())]
    titles = [item.title for item in items]
    assert "First-time entrants: April to December 2016 only" in titles
    assert "made by hand.xlsx: 1 thing to look at" in titles
    partner = bench_of(window).catalogue.indicator("asb-affected").partner
    late_item = next(item for item in items if item.title.startswith(f"Ask {partner}: "))
    assert "ends on 31 March 2015; newer figures were due by" in late_item.detail
    ages = next(item for item in items if item.title == "Figures of unlike age")
    assert "the oldest end on 31 March 2015, the newest on 31 March 2017" in ages.detail
    assert index(tab, "asb-affected", Column.PERIOD).data(MUTED_ROLE) == "late"
    assert tab.ui.check_state.text() == "1 to look at"
    files = titles.index("made by hand.xlsx: 1 thing to look at")
    tab.ui.attention.activated.emit(tab.attention.index(files))
    assert window.ui.tabs.tabText(window.ui.tabs.currentIndex()) == "Sources"


def test_a_source_that_disagrees_with_itself_needs_an_eye(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    rate = observation(
        "vehicle-crime", COUNTY, Period.financial_year(2016), 6.5, Unit.RATE_POPULATION
    )
    take_in(window, made_load((rate,)))
    settle(tab, qtbot)
    items = [tab.attention.item(row) for row in range(tab.attention.rowCount())]
    told = [
        item for item in items if item.title == "Vehicle crime: the source disagrees with itself"
    ]
    assert len(told) == 1
    assert "6.50" in told[0].detail
    assert "4.78" in told[0].detail


def test_state_of_the_quarter(tab: OverviewTab, window: MainWindow, qtbot: QtBot) -> None:
    assert tab.ui.load_state.text().endswith("partners")
    assert tab.ui.check_state.text() == "all clear"
    types = bench_of(window).incident_types
    scored = sum(it.harm is not None for it in types)
    assert tab.ui.score_state.text() == f"{scored} of {len(types)} scored"
    assert window.context is not None
    window.context.edit_field(
        RecordKind.INCIDENT_TYPE, types[0].code, "harm", None, "harm score taken away"
    )
    assert tab.ui.score_state.text() == f"{scored - 1} of {len(types)} scored"
    assert tab.ui.score_state.property("chip") == "caution"
    tab.ui.score.click()
    assert window.ui.tabs.tabText(window.ui.tabs.currentIndex()) == "Risk/harm matrix"


def test_another_area_fills_the_rows_anew(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    county = text(tab, "vehicle-crime", Column.LATEST)
    assert window.context is not None
    window.context.set_area(BLABY)
    settle(tab, qtbot)
    blaby = text(tab, "vehicle-crime", Column.LATEST)
    assert blaby != county
    shown = bench_of(window).figure("vehicle-crime", BLABY)
    assert blaby == f"{getattr(shown.latest, 'value', 0):.2f}"
    assert tab.ui.subline.text().startswith("Blaby, 2016/17 Q4.")


def test_a_wider_footprint_is_shown_for_the_county_and_named(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    shares = [
        observation("iom-reduction", "LLR", Period.financial_year(year), value, Unit.PERCENTAGE)
        for year, value in ((2015, 41.0), (2016, 42.8))
    ]
    take_in(window, made_load(tuple(shares)))
    settle(tab, qtbot)
    assert text(tab, "iom-reduction", Column.LATEST) == "42.8%"
    assert text(tab, "iom-reduction", Column.CHANGE) == "+1.8 points"
    assert index(tab, "iom-reduction", Column.INDICATOR).data(MUTED_ROLE) == "LLR"
    subject = tab.subject(index(tab, "iom-reduction", Column.LATEST))
    assert subject is not None
    cells = bench_of(window).chain(subject).root.cells
    assert [it.observation.value for it in cells] == [42.8]


def test_undoing_a_load_takes_its_figures_away(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    share = observation(
        "cbs-confidence", COUNTY, Period.financial_year(2016), 84.5, Unit.PERCENTAGE
    )
    take_in(window, made_load((share,)))
    settle(tab, qtbot)
    assert text(tab, "cbs-confidence", Column.LATEST) == "84.5%"
    assert window.context is not None
    window.context.undo_stack.undo()
    settle(tab, qtbot)
    assert text(tab, "cbs-confidence", Column.LATEST) == "no data"


def test_enter_opens_the_indicator_on_its_priority_page(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    tab.ui.table.setFocus()
    tab.ui.table.setCurrentIndex(index(tab, "marac-repeats", Column.LATEST))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_Return)
    assert window.ui.tabs.tabText(window.ui.tabs.currentIndex()) == "Victims"


def test_the_keyboard_passes_over_headings(tab: OverviewTab, qtbot: QtBot) -> None:
    tab.ui.table.setCurrentIndex(index(tab, "all-crime", Column.INDICATOR))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_Down)
    current = tab.model.indicator_at(tab.ui.table.currentIndex().row())
    assert current is not None
    assert current.code == "iom-reduction"


@pytest.mark.parametrize(
    ("column", "months"),
    ((Column.LATEST, 12), (Column.PREVIOUS, 12), (Column.CHANGE, 24), (Column.HIGHEST, 12)),
)
def test_a_cell_leads_to_the_cells_it_was_worked_out_from(
    tab: OverviewTab, window: MainWindow, column: Column, months: int
) -> None:
    subject = tab.subject(index(tab, "vehicle-crime", column))
    assert subject is not None
    traced = [it.observation for it in bench_of(window).chain(subject).root.cells]
    spans = {o.period for o in traced if o.indicator == "vehicle-crime"}
    assert len(spans) == months
    assert {o.indicator for o in traced} == {"vehicle-crime", "population"}


@pytest.mark.parametrize("column", sorted(set(Column) - {Column.INDICATOR}))
def test_what_a_cell_shows_is_the_root_of_its_chain(
    tab: OverviewTab, window: MainWindow, column: Column
) -> None:
    beside = {Column.PERIOD, Column.MONTHLY, Column.HIGHEST, Column.AS_OF, Column.RATING}
    for code in ("vehicle-crime", "marac-repeats", "da-referrals", "robbery"):
        if tab.model.row_of(code) < 0:
            continue
        subject = tab.subject(index(tab, code, column))
        if subject is None:
            continue
        root = bench_of(window).chain(subject).root
        assert not root.faults
        shown = text(tab, code, column)
        short = column in beside or shown in SHORT_REASONS.values()
        if shown and not short:
            assert shown.removeprefix("\N{BLACK UP-POINTING TRIANGLE} ") in root.shown
    highest = index(tab, "vehicle-crime", Column.HIGHEST)
    assert highest.data(MUTED_ROLE) == bench_of(window).chain(tab.subject(highest)).root.shown  # type: ignore[arg-type]


def test_the_context_menu_traces_and_copies(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    place = tab.ui.table.visualRect(index(tab, "vehicle-crime", Column.LATEST)).center()
    tab.ui.table.setCurrentIndex(index(tab, "vehicle-crime", Column.LATEST))
    tab.ui.table.customContextMenuRequested.emit(place)
    menu = next(it for it in tab.findChildren(QMenu) if it.isVisible())
    actions = {it.text(): it for it in menu.actions()}
    assert window.context is not None
    with qtbot.waitSignal(window.context.origin_asked) as asked:
        actions[WORDS].trigger()
    assert asked.args == [FigureOf("vehicle-crime", COUNTY, Part.LATEST)]
    parts = next(it for it in menu.findChildren(QMenu))
    assert [it.text() for it in parts.actions()][:3] == [
        "Latest: 4.78",
        "A year before: 3.56",
        "Change: +34%",
    ]
    actions["&Copy row"].trigger()
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header.startswith("Indicator\tPeriod\tLatest\tYear before\tChange")
    assert row.startswith("Vehicle crime\t12m to Mar 17\t4.78\t")
    assert "▲ Rising: worse" in row
    actions["Copy whole &table"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == tab.model.rowCount()
    menu.close()
    dialog = window.findChild(OriginDialog)
    assert isinstance(dialog, OriginDialog)
    assert dialog.ui.heading.text() == (
        "Vehicle crime, Leicestershire \N{EN DASH} Latest, 12 months to March 2017: 4.78"
    )
    dialog.close()


def test_the_context_menu_below_the_rows_only_copies(tab: OverviewTab) -> None:
    tab.ui.table.customContextMenuRequested.emit(QPoint(5, 4000))
    menu = next(it for it in tab.findChildren(QMenu) if it.isVisible())
    assert [it.text() for it in menu.actions()] == ["Copy whole &table"]
    menu.close()


@pytest.mark.parametrize(("width", "height"), ((1366, 768), (1920, 1080)))
def test_all_columns_fit_the_window(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot, width: int, height: int
) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    settle(tab, qtbot)
    header = tab.ui.table.horizontalHeader()
    assert header.length() <= tab.ui.table.viewport().width()
    assert not tab.ui.table.horizontalScrollBar().isVisible()
    assert header.isSectionHidden(Column.AS_OF) is (width == 1366)
    rows = tab.ui.table.verticalHeader()
    assert rows.length() <= tab.ui.table.viewport().height()


def test_an_edited_catalogue_is_shown(tab: OverviewTab, window: MainWindow, qtbot: QtBot) -> None:
    assert window.context is not None
    window.context.edit_field(
        RecordKind.INDICATOR, "vehicle-crime", "short_name", "Cars & vans", "name of Vehicle crime"
    )
    settle(tab, qtbot)
    assert text(tab, "vehicle-crime", Column.INDICATOR) == "Cars & vans"
    assert text(tab, "vehicle-crime", Column.LATEST) == "4.78"


def test_the_false_signals_to_expect_are_told(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    bench = bench_of(window)
    bench.take_in(
        made_load(
            tuple(
                observation("vehicle-crime", COUNTY, month, 300 + 10 * (number % 3))
                for number, month in enumerate(
                    Period.month(2014 + (n + 3) // 12, (n + 3) % 12 + 1) for n in range(36)
                )
            )
        )
    )
    made = window.pages.built(pages.OVERVIEW)
    assert isinstance(made, OverviewTab)
    settle(made, qtbot)
    made._outdate()
    settle(made, qtbot)
    found = bench.signals(COUNTY)
    assert "vehicle-crime" in found.latest
    words = made.ui.subline.text()
    expected = f"(about {round(found.alarms.in_quarter, 1)} by chance)"
    assert "Predicted limits: " in words
    assert words.endswith(f"{expected}.")
    assert " ".join(found.alarms.words.split()) in " ".join(made.ui.subline.toolTip().split())
    assert 0 < found.alarms.in_quarter < len(found.latest)


def test_areas_show_what_the_district_bars_say_and_open_their_crossing(
    tab: OverviewTab, window: MainWindow
) -> None:
    tab.ui.as_areas.click()
    assert tab.rug_panel.isVisible()
    assert not tab.ui.table.isVisible()
    bench = bench_of(window)
    catalogue = bench.catalogue
    cells = {(cell.indicator, cell.area): cell for cell in tab.rug.cells}
    assert len(cells) == len(catalogue.headline) * (1 + len(catalogue.districts))
    bars = bench.districts("vehicle-crime")
    assert isinstance(bars.county.value, Quantity)
    told = set()
    for bar in bars.bars:
        assert bar.interval is not None
        low, high = bar.interval
        cell = cells["vehicle-crime", bar.area]
        above, below = low > bars.county.value.value, high < bars.county.value.value
        wanted = "▲ Worse" if above else "▼ Better" if below else "= No real diff."
        assert cell.text == wanted
        told.add(cell.text)
    assert len(told) > 1
    # A count of a district is only a part of the county's: nothing can be said.
    assert cells["marac-repeats", BLABY].text == "– Cannot say"
    assert cells["vehicle-crime", BLABY].sentence in [spot.words for spot in tab.rug.spots()]
    table = tab.rug_panel.content.table
    assert table.headers[:3] == ("Indicator", "Leicestershire", "Blaby")
    assert len(table.rows) == len(catalogue.headline)
    assert "Tartan rug of" in tab.rug.accessibleDescription()

    order = [(cell.indicator, cell.area) for cell in tab.rug.cells]
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(tab.rug, key)
    chosen = order[tab.rug.chosen]
    assert chosen == (catalogue.headline[1].code, BLABY)
    assert window.context is not None
    asked: list[str] = []
    window.context.indicator_asked.connect(asked.append)
    QTest.keyClick(tab.rug, Qt.Key.Key_Return)
    assert window.context.area == BLABY
    assert asked == [chosen[0]]


def test_the_columns_make_room_for_a_scroll_bar(
    tab: OverviewTab, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    settle(tab, qtbot)
    table = tab.ui.table
    assert not table.verticalScrollBar().isVisible()
    # The words above grow by some lines, as they do with more signals.
    tab.ui.subline.setText("\n".join(["One more line"] * 12))
    qtbot.waitUntil(table.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() <= table.viewport().width())
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
