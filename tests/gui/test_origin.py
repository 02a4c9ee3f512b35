"""'Where does this come from?' in the real window: steps, sheet, facts, keys, several at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.chain import Step
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Observation,
    Problem,
    Settlement,
    SettlementKind,
    Severity,
    SheetPicture,
    SourceCell,
    Status,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.origin import OriginDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.chain_model import ChainModel, how
from safer_desktop.gui.models.origin_facts import sheet_facts
from safer_desktop.gui.models.overview_model import Column
from safer_desktop.gui.models.picture_model import MARK_ROLE, PictureModel, places
from safer_desktop.gui.tabs.overview import OverviewTab
from safer_desktop.gui.tabs.priority import PriorityTab
from safer_desktop.gui.tabs.report import ReportTab
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.gui.widgets.tracing import WORDS, figure_at, press_menu_key
from safer_desktop.loading.mapping import CellRole
from safer_desktop.workbench.state import State
from safer_desktop.workbench.subjects import (
    CellsOf,
    FigureOf,
    LoadOf,
    MatrixOf,
    ParagraphOf,
    Subject,
)
from tests.gui.conftest import open_pack
from tests.gui.made import BLABY, COUNTY, made_load, observation

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")

HATE = "hate-incidents"
SHEET = "Annual return"
YEAR = Period.financial_year(2016)


@pytest.fixture
def context(window: MainWindow, pack_file: Path, qtbot: QtBot) -> Iterator[Context]:
    open_pack(window, pack_file, qtbot)
    assert window.context is not None
    window.context.workbench.take_in(hate_load())
    yield window.context
    for dialog in window.findChildren(OriginDialog):
        dialog.close()


def hate_load() -> Load:
    """Two years on one sheet, one cell mended by a person, the sheet kept as it was shown."""
    rows = (
        ("", "Hate incidents reported", "", "", ""),
        ("", "", "2015/16", "2016/17", ""),
        ("", "Leicestershire", "372", "4E9", ""),
        ("", "Source: police", "", "", ""),
    )
    decision = Settlement(
        kind=SettlementKind.MENDED,
        place=CellPlace(SHEET, "D5"),
        reason="the officer confirmed 439 by telephone",
        who="A. Coordinator",
        at=datetime(2017, 4, 21, 10, 0, tzinfo=UTC),
        old="4E9",
        new="439",
    )
    jump = Problem(
        Severity.WARNING,
        "439 is far above the year before.",
        f"Sheet '{SHEET}', cell D5.",
        check="jump",
        cells=(CellPlace(SHEET, "D5"),),
    )
    plain = made_load((_hate(2015, 372, "C5", "372", "C4"), _hate(2016, 439, "D5", "4E9", "D4")))
    return replace(
        plain,
        file=replace(plain.file, name="Hate return.xlsx", sha256="ab12" * 16, recipe="Hate (v 2)"),
        problems=(jump,),
        settlements=(decision,),
        # Row 3 and column A: the kept part begins where the recipe's cells do.
        pictures=(SheetPicture(SHEET, 2, 0, rows, merges=((2, 1, 2, 3),)),),
    )


def _hate(year: int, value: float, cell: str, raw: str, period: str) -> Observation:
    source = SourceCell(
        SHEET,
        cell,
        raw,
        number_format="#,##0",
        period_cell=period,
        area_cell="B5",
        indicator_cell="B3:D3",
    )
    return Observation(
        HATE,
        COUNTY,
        Period.financial_year(year),
        Unit.COUNT,
        value,
        source,
        status=Status.PROVISIONAL if year == 2016 else Status.FINAL,
    )


def ask(context: Context, subject: Subject) -> OriginDialog:
    """Ask, and give the newest dialog."""
    context.show_origin(subject)
    dialog = context.parent().findChildren(OriginDialog)[-1]  # type: ignore[union-attr]
    assert isinstance(dialog, OriginDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    return dialog


def lines(dialog: OriginDialog) -> list[tuple[str, str, str]]:
    """The rows of the tree that can be seen, from the top."""
    tree, model = dialog.ui.steps, dialog.model
    found = []
    index = model.index(0, 0)
    while index.isValid():
        row = [str(index.siblingAtColumn(column).data()) for column in range(3)]
        found.append((row[0], row[1], row[2]))
        index = tree.indexBelow(index)
    return found


def facts(dialog: OriginDialog) -> dict[str, str]:
    model = dialog.facts_model
    rows = range(model.rowCount())
    return {str(model.index(row, 0).data()): str(model.index(row, 1).data()) for row in rows}


def below(dialog: OriginDialog, *way: int) -> Step:
    step = dialog.model.index(0, 0).internalPointer().step
    for place in way:
        step = step.inputs[place]
    assert isinstance(step, Step)
    return step


def marks(dialog: OriginDialog) -> dict[str, CellRole]:
    model = dialog.ui.sheet.picture_model
    found = {}
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            mark = model.index(row, column).data(MARK_ROLE)
            if mark is not None:
                letters = model.headerData(column, Qt.Orientation.Horizontal)
                numbers = model.headerData(row, Qt.Orientation.Vertical)
                found[f"{letters}{numbers}"] = mark
    return found


def test_a_change_is_followed_to_its_two_cells_in_the_drawn_sheet(context: Context) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.CHANGE))
    assert dialog.ui.heading.text().endswith(", Leicestershire \N{EN DASH} Change: +18%")
    assert dialog.ui.summary.text() == (
        "From 2 cells in 'Hate return.xlsx'. Worked out again just now, step by step: it agrees."
    )
    assert lines(dialog)[:3] == [
        ("Change", "+18%", ""),
        ("Latest, 2016/17", "439", ""),
        ("As the source gives it", "439", "D5"),
    ]
    assert dialog.ui.how.toPlainText().splitlines()[:2] == [
        "(439 − 372) ÷ 372 × 100 = 18.0108",
        "18.0108 rounded to a whole number: +18%",
    ]
    assert dialog.ui.sheets.currentWidget() is dialog.ui.sheet
    assert marks(dialog) == {
        "B3": CellRole.INDICATOR,
        "C3": CellRole.INDICATOR,
        "D3": CellRole.INDICATOR,
        "C4": CellRole.PERIOD,
        "D4": CellRole.PERIOD,
        "B5": CellRole.AREA,
        "C5": CellRole.VALUE,
        "D5": CellRole.VALUE,
    }
    assert dialog.ui.sheet_label.text() == "2 cells of sheet 'Annual return' in 'Hate return.xlsx'"
    assert facts(dialog)["Cells"] == "C5:D5"


def test_a_cell_says_everything_that_is_known_of_it(context: Context) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    dialog.choose(below(dialog, 0))
    sheet = dialog.ui.sheet
    current = sheet.currentIndex()
    assert current.data() == "4E9"
    assert current.data(Qt.ItemDataRole.AccessibleTextRole) == "D5: 4E9, value"
    assert sheet.viewport().rect().intersects(sheet.visualRect(current))
    known = facts(dialog)
    name = context.workbench.catalogue.indicator(HATE).name
    assert known["Cell"] == "D5 of sheet 'Annual return'"
    assert known["Text in it"] == "'4E9'"
    assert known["Number format"] == "#,##0"
    assert known["Read as"] == f"439: {name}, Leicestershire, 2016/17; provisional"
    assert known["Period from"] == "D4: '2016/17'"
    assert known["Area from"] == "B5: 'Leicestershire'"
    assert known["Indicator from"] == "B3:D3: 'Hate incidents reported'"
    assert known["Decision"] == (
        "'4E9' is read as '439', mended by A. Coordinator on 21 April 2017. Reason: the officer "
        "confirmed 439 by telephone"
    )
    assert known["Check"] == "439 is far above the year before."
    assert known["Loaded"] == "20 April 2017, 09:00 by test"
    assert known["Read by"] == "Hate (v 2)"
    assert known["Partner"] == "Leicestershire Police"
    assert known["SHA-256"] == "ab12ab12ab12…"
    assert dialog.ui.how.toPlainText().startswith("Cell D5 says '4E9'.")
    dialog.ui.copy_hash.click()
    assert QGuiApplication.clipboard().text() == "ab12" * 16


def test_the_sheet_is_drawn_with_its_own_letters_numbers_and_merged_cells(
    context: Context,
) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    sheet = dialog.ui.sheet
    model = sheet.picture_model
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in range(5)] == list("ABCDE")
    assert [model.headerData(r, Qt.Orientation.Vertical) for r in range(4)] == list("3456")
    assert sheet.columnSpan(0, 1) == 3
    assert sheet.columnSpan(3, 1) == 4, "a note that stands alone runs on to the right"
    assert sheet.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.index(2, 2).data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.index_of("Z99") == QModelIndex()


def test_labels_that_are_scrolled_away_stay_in_sight(context: Context, qtbot: QtBot) -> None:
    wide = 60
    head = ("", *(f"M{n}" for n in range(wide)))
    rows = (head, *((f"Area {r}", *(str(r * 100 + n) for n in range(wide))) for r in range(60)))
    cell = SourceCell("Wide", "BA50", "4952", period_cell="BA1", area_cell="A50")
    item = Observation(HATE, BLABY, YEAR, Unit.COUNT, 4952.0, cell)
    load = replace(made_load((item,)), pictures=(SheetPicture("Wide", 0, 0, rows),))
    context.workbench.take_in(load)
    dialog = ask(context, FigureOf(HATE, BLABY, Part.LATEST))
    sheet = dialog.ui.sheet
    qtbot.waitUntil(lambda: sheet.horizontalScrollBar().value() > 0)
    assert sheet.verticalScrollBar().value() > 0
    assert sheet.currentIndex().data() == "4851"
    pinned: QImage = sheet.viewport().grab().toImage()
    assert sheet._hidden_rows() == [0]
    assert sheet._hidden_columns() == [0]
    assert sheet._letters._pinned == sheet._numbers._pinned == [0]
    sheet.picture_model.mark([])
    assert sheet._hidden_rows() == []
    assert sheet.viewport().grab().toImage() != pinned


def test_a_sheet_that_was_not_kept_is_said_and_the_facts_stand(context: Context) -> None:
    dialog = ask(context, FigureOf("vehicle-crime", COUNTY, Part.LATEST))
    assert dialog.ui.sheets.currentWidget() is dialog.ui.no_sheet
    assert "was not kept" in dialog.ui.no_sheet.text()
    assert facts(dialog)["File"] == "made by hand.xlsx"
    assert "more on other sheets" in dialog.ui.sheet_label.text()


def test_counted_incidents_say_what_was_counted_instead_of_a_cell(context: Context) -> None:
    raw = "41 rows of 2017-03-leicestershire-street.csv"
    month = Period.month(2017, 3)
    counted = Observation("vehicle-crime", BLABY, month, Unit.COUNT, 41.0, SourceCell("", "", raw))
    context.workbench.take_in(made_load((counted,)))
    stored = context.workbench.loads()[-1]
    (number,) = context.workbench.observation_ids(stored.id)
    dialog = ask(context, CellsOf((number,), "March"))
    dialog.choose(below(dialog, 0, 0))
    assert "rows of the file were counted" in dialog.ui.no_sheet.text()
    assert facts(dialog)["Counted"].startswith(raw)
    assert dialog.ui.how.toPlainText() == f"{raw}."
    assert lines(dialog)[-1][2] == "counted rows"


def test_a_cell_outside_the_kept_part_is_known_by_its_facts(context: Context) -> None:
    cell = SourceCell("Small", "B9000", "7")
    item = Observation(HATE, BLABY, YEAR, Unit.COUNT, 7.0, cell)
    picture = SheetPicture("Small", 0, 0, (("", "1"),))
    context.workbench.take_in(replace(made_load((item,)), pictures=(picture,)))
    dialog = ask(context, FigureOf(HATE, BLABY, Part.LATEST))
    assert "outside the part of the sheet" in dialog.ui.no_sheet.text()
    dialog.choose(below(dialog, 0))
    assert facts(dialog)["Period from"] == "the recipe, not a cell"


def test_what_a_person_entered_has_no_cell(context: Context) -> None:
    code = context.workbench.incident_types[0].code
    context.edit_field(RecordKind.INCIDENT_TYPE, code, "harm", 12, "harm", "first round")
    from safer_desktop.risk.chain import MatrixPart

    dialog = ask(context, MatrixOf(COUNTY, code, MatrixPart.HARM))
    assert dialog.ui.summary.text() == "No cell of a file stands behind this."
    assert "Reason: first round" in dialog.ui.how.toPlainText()
    assert "No cell of a file" in dialog.ui.no_sheet.text()
    assert not dialog.ui.copy_hash.isEnabled()
    assert not dialog.ui.facts_side.isVisible()


def test_cells_are_found_by_month_area_number_and_address(context: Context, qtbot: QtBot) -> None:
    dialog = ask(context, FigureOf("vehicle-crime", COUNTY, Part.LATEST))
    everything = len(lines(dialog))
    for text, found in (("march 2017", 7), ("Blaby", 13), ("B204", 7), ("no such thing", 0)):
        dialog.ui.filter.setText(text)
        qtbot.waitUntil(lambda: not dialog._patience.isActive())
        shown = lines(dialog)
        hits = [line for line in shown if text.casefold() in "\n".join(line).casefold()]
        assert bool(hits) == bool(found)
        assert sum(bool(line[2]) for line in shown) == found or text == "Blaby"
    dialog.ui.filter.clear()
    qtbot.waitUntil(lambda: not dialog._patience.isActive())
    assert len(lines(dialog)) == everything


def test_the_chain_is_copied_as_text_with_formulas_and_addresses(context: Context) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.CHANGE))
    dialog.ui.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Change: +18%" in text.splitlines()[0]
    assert "  (439 − 372) ÷ 372 × 100 = 18.0108" in text
    assert "        As the source gives it: 439 [Annual return!D5]" in text
    assert "copied" in dialog.ui.said.text()


def test_several_stay_open_side_by_side_and_escape_closes_one(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    first = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    second = ask(context, FigureOf(HATE, COUNTY, Part.PREVIOUS))
    assert first.isVisible()
    assert second.pos() != first.pos()
    QTest.keyClick(second, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(OriginDialog) == [first])
    assert first.isVisible()
    window.documents.close()
    qtbot.waitUntil(lambda: not window.findChildren(OriginDialog))


def test_its_size_is_remembered(context: Context, state: State, qtbot: QtBot) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    dialog.resize(700, 500)
    dialog.close()
    assert State(state.folder).settings.origin_geometry
    again = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    # The screen of these tests is 800 pixels wide, and a dialog keeps to it.
    assert again.height() == 500


def test_an_open_chain_follows_the_pack(context: Context, qtbot: QtBot) -> None:
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    assert lines(dialog)[0][1] == "439"
    newer = observation(HATE, COUNTY, YEAR, 450)
    context.loaded(context.workbench.take_in(made_load((newer,))))
    qtbot.waitUntil(lambda: lines(dialog)[0][1] == "450")
    assert "made by hand.xlsx" in dialog.ui.summary.text()
    context.undo_stack.undo()
    qtbot.waitUntil(lambda: lines(dialog)[0][1] == "439")
    context.set_withdrawn(
        next(it for it in context.workbench.loads() if it.file.name == "Hate return.xlsx"), True
    )
    qtbot.waitUntil(lambda: "No figures are loaded" in dialog.ui.how.toPlainText())


def test_a_figure_that_its_steps_do_not_give_is_shown_as_such(qtbot: QtBot) -> None:
    cells = tuple(Step(f"Month {n}", "5", 5.0) for n in range(2))
    wrong = Step("Sum", "11", 11.0, 10.0, "5 + 5 = 10", inputs=cells)
    model = ChainModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_root(wrong)
    assert model.index(0, 1).data() == "11 (steps give 10)"
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert how(wrong).startswith("The steps below give 10 and not this figure.")
    assert "11 (steps give 10)" in model.as_text()


def test_the_dialog_warns_of_a_chain_that_does_not_hold(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = context.workbench
    figure = bench.figure(HATE, COUNTY)
    assert isinstance(figure.latest, Quantity)
    wrong = replace(figure, latest=replace(figure.latest, value=440.0))
    monkeypatch.setattr(bench, "figure", lambda indicator, area: wrong)
    dialog = ask(context, FigureOf(HATE, COUNTY, Part.LATEST))
    assert "do not give this figure" in dialog.ui.summary.text()


def test_models_of_the_dialog_are_sound(context: Context) -> None:
    dialog = ask(context, FigureOf("vehicle-crime", COUNTY))
    for model in (dialog.model, dialog.ui.sheet.picture_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    root = dialog.model.index(0, 0)
    words = root.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Vehicle crime, Leicestershire, 4.78"
    assert dialog.model.index_of(Step("elsewhere", "")) == QModelIndex()


def test_addresses_of_merged_and_of_several_cells() -> None:
    assert list(places("B3:D3")) == [(2, 1), (2, 2), (2, 3)]
    assert list(places("AB4:AB5, A13")) == [(3, 27), (4, 27), (12, 0)]
    assert list(places("")) == []
    model = PictureModel()
    assert (model.rowCount(), model.columnCount(), model.text("A1")) == (0, 0, "")


# Everywhere


def test_the_key_asks_about_what_the_keyboard_is_on(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    overview = window.pages.show(pages.OVERVIEW)
    assert isinstance(overview, OverviewTab)
    qtbot.waitUntil(lambda: not overview.busy)
    table = overview.ui.table
    table.setFocus()
    table.setCurrentIndex(overview.model.index(overview.model.row_of(HATE), Column.CHANGE))
    window.actions_by_name[Act.ORIGIN].trigger()
    (dialog,) = window.findChildren(OriginDialog)
    assert lines(dialog)[0][:2] == ("Change", "+18%")
    dialog.close()
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(it.isVisible() for it in window.findChildren(OriginDialog)))
    assert window.actions_by_name[Act.ORIGIN].shortcut().toString() in WORDS


@pytest.mark.parametrize("shortcut", [False, True])
def test_the_menu_key_asks_about_the_current_cell(
    context: Context, window: MainWindow, qtbot: QtBot, shortcut: bool
) -> None:
    overview = window.pages.show(pages.OVERVIEW)
    assert isinstance(overview, OverviewTab)
    qtbot.waitUntil(lambda: not overview.busy)
    table = overview.ui.table
    table.setFocus()
    row = overview.model.row_of("vehicle-crime")
    table.setCurrentIndex(overview.model.index(row, Column.PREVIOUS))
    if shortcut:
        QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        press_menu_key(table)
    menu = next(it for it in overview.findChildren(QMenu) if it.isVisible())
    assert menu.actions()[0].text() == "&Open Vehicle crime"
    next(it for it in menu.actions() if it.text() == WORDS).trigger()
    menu.close()
    (dialog,) = window.findChildren(OriginDialog)
    assert lines(dialog)[0][0].startswith("A year before")


def test_the_menu_key_works_in_charts_and_texts(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    context.show_indicator("vehicle-crime")
    tab = window.pages.built(pages.priority_key("crime"))
    assert isinstance(tab, PriorityTab)
    key = "indicator:vehicle-crime"
    qtbot.waitUntil(lambda: key in tab.drafts.editors and not tab._slices.active)
    editor = tab.drafts.editors[key]
    for widget in (tab.district_panel.bars, tab.ui.comparator, editor.text):
        press_menu_key(widget)
        menu = next(it for it in window.findChildren(QMenu) if it.isVisible())
        assert WORDS in [it.text() for it in menu.actions()]
        menu.close()
        qtbot.waitUntil(lambda: not any(it.isVisible() for it in window.findChildren(QMenu)))


def test_without_a_figure_the_key_says_what_to_do(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    window.area_picker.setFocus()
    window.actions_by_name[Act.ORIGIN].trigger()
    assert window.ui.statusbar.currentMessage() == "Select a figure first."
    assert not window.findChildren(OriginDialog)


def test_a_file_in_sources_leads_to_what_it_brought(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.pages.show(pages.SOURCES)
    assert isinstance(page, SourcesTab)
    row = page.model.row_of(context.workbench.loads()[-1].id)
    page.ui.loads.selectRow(row)
    assert page.traced() == LoadOf(context.workbench.loads()[-1].id)
    place = page.ui.loads.visualRect(page.model.index(row, 0)).center()
    page.ui.loads.customContextMenuRequested.emit(place)
    menu = next(it for it in page.findChildren(QMenu) if it.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    (dialog,) = window.findChildren(OriginDialog)
    assert lines(dialog)[0] == ("Hate return.xlsx", "2 figures", "")
    assert dialog.ui.summary.text() == "From 2 cells in 'Hate return.xlsx'."


def test_cells_of_a_large_file_are_told_by_their_runs() -> None:
    rows = [SourceCell("", f"{column}{row}", "") for row in range(1, 81, 2) for column in "CDE"]
    ((name, words),) = sheet_facts(rows)
    assert name == "Cells"
    assert words.startswith("C1:E1, C3:E3, ")
    assert words.endswith("C47:E47 and 16 more runs of cells")
    assert sheet_facts([SourceCell("", f"B{row}", "") for row in (4, 5, 6, 9)]) == (
        ("Cells", "B4:B6, B9"),
    )
    assert sheet_facts([SourceCell("", "", "41 rows")]) == ()


def test_a_large_file_is_read_out_of_sight(
    context: Context, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safer_desktop.gui.dialogs.origin._MANY", 1)
    context.show_origin(LoadOf(context.workbench.loads()[-1].id))
    assert window.tasks.busy
    qtbot.waitUntil(lambda: bool(window.findChildren(OriginDialog)))


def test_paragraphs_and_the_figures_in_them_are_asked_about_in_the_report(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.pages.show(pages.REPORT)
    assert isinstance(page, ReportTab)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    key = f"indicator:{HATE}"
    page.ui.outline.setFocus()
    page.ui.outline.setCurrentIndex(page.model.index_of(key))
    assert page.traced() == ParagraphOf(key)
    place = page.ui.outline.visualRect(page.model.index_of(key)).center()
    page.ui.outline.customContextMenuRequested.emit(place)
    menu = next(it for it in page.findChildren(QMenu) if it.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(OriginDialog)))
    (dialog,) = window.findChildren(OriginDialog)
    assert lines(dialog)[0][0].startswith("A paragraph of '")
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(OriginDialog))

    preview = page.ui.preview
    cursor = preview.document().find("18%")
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1)
    preview.setTextCursor(cursor)
    preview.setFocus()
    subject = page.traced()
    assert isinstance(subject, ParagraphOf)
    assert subject.figure == "+18%"
    preview.ensureCursorVisible()
    preview.customContextMenuRequested.emit(preview.cursorRect().center())
    menu = next(it for it in preview.findChildren(QMenu) if it.isVisible())
    next(it for it in menu.actions() if it.text() == WORDS).trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(OriginDialog)))
    (dialog,) = window.findChildren(OriginDialog)
    step = dialog.step
    assert step is not None
    assert step.shown == "+18%"


def test_the_attention_cards_lead_to_the_whole_figure(
    context: Context, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.pages.show(pages.OVERVIEW)
    assert isinstance(page, OverviewTab)
    qtbot.waitUntil(lambda: not page.busy)
    row = next(n for n in range(page.attention.rowCount()) if page.attention.item(n).indicator)
    place = page.ui.attention.visualRect(page.attention.index(row)).center()
    page.ui.attention.setCurrentIndex(page.attention.index(row))
    page.ui.attention.setFocus()
    subject = page.traced()
    assert isinstance(subject, FigureOf)
    assert subject.part is Part.WHOLE
    with qtbot.waitSignal(context.origin_asked) as asked:
        page.ui.attention.customContextMenuRequested.emit(place)
        menu = next(it for it in page.findChildren(QMenu) if it.isVisible())
        menu.actions()[0].trigger()
    menu.close()
    assert asked.args == [subject]


@pytest.mark.parametrize(
    ("text", "place", "figure"),
    [
        ("rose by 22% to", 9, "22%"),
        ("from 1,790 to 1,987 offences)", 8, "1,790"),
        ("was 7.34.", 8, "7.34"),
        ("a change of −0.43 points", 14, "−0.43"),
        ("no number here", 4, ""),
    ],
)
def test_the_figure_under_the_mouse(text: str, place: int, figure: str) -> None:
    assert figure_at(text, place) == figure
