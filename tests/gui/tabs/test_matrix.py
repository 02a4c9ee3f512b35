"""The matrix tab over a real pack: edits, undo, ranking, paste, history, scheme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.incident_type import IncidentTypeDialog
from safer_desktop.gui.dialogs.scheme import SchemeDialog
from safer_desktop.gui.models.matrix_cells import Column
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.workbench.subjects import MatrixOf, Subject
from tests.gui.made import BLABY, COUNTY

_ROBBERY = "robbery"

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> Iterator[MatrixTab]:
    made = MatrixTab(context)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()


def cell(tab: MatrixTab, code: str, column: Column) -> str:
    return str(tab.model.index(tab.model.codes.index(code), column).data())


def put(tab: MatrixTab, code: str, column: Column, text: str) -> bool:
    return tab.model.setData(tab.model.index(tab.model.codes.index(code), column), text)


def select(tab: MatrixTab, *cells: tuple[str, Column]) -> None:
    selection = tab.ui.table.selectionModel()
    selection.clear()
    for number, (code, column) in enumerate(cells):
        index = tab.model.index(tab.model.codes.index(code), column)
        if number == 0:
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)


def test_rows_are_ranked_by_probability_times_harm(tab: MatrixTab) -> None:
    # The made pack counts three types: 3,292, 2,759 and 227 of 6,278 incidents.
    shown = [[tab.model.index(row, c).data() for c in Column] for row in range(3)]
    assert [row[:8] for row in shown] == [
        ["1", "Violence with injury", "2,759", "43.9%", "17", "16", "272", "High"],
        ["2", "Vehicle crime", "3,292", "52.4%", "17", "14", "238", "High"],
        ["3", "Robbery", "227", "3.6%", "5", "18", "90", "Medium"],
    ]
    assert tab.ui.heading.text() == "Highest risk score: Violence with injury, 272 (High)"
    assert "3 of 18 incident types are scored" in tab.ui.subheading.text()
    assert "rank correlation" in tab.pictures.ui.bias.text()


def test_an_edit_is_scored_recorded_undone_and_redone(tab: MatrixTab, context: Context) -> None:
    tab.ui.why.setText("partners' round 2")
    assert put(tab, _ROBBERY, Column.HARM, "20")
    assert cell(tab, _ROBBERY, Column.RISK) == "100"
    assert tab.ui.why.text() == ""
    trail = context.workbench.audit(RecordRef(RecordKind.INCIDENT_TYPE, _ROBBERY))
    assert (trail[0].old, trail[0].new, trail[0].why) == (18, 20, "partners' round 2")
    assert trail[0].title == "harm score of Robbery"
    context.undo_stack.undo()
    assert cell(tab, _ROBBERY, Column.HARM) == "18"
    context.undo_stack.redo()
    assert cell(tab, _ROBBERY, Column.HARM) == "20"
    select(tab, (_ROBBERY, Column.HARM))
    tab.ui.side.setCurrentWidget(tab.in_context)
    assert tab.in_context.ui.history_heading.text() == "Changes of Robbery"
    lines = [
        [tab.in_context.history_model.index(row, column).data() for column in (3, 4, 5)]
        for row in range(tab.in_context.history_model.rowCount())
    ]
    assert lines[-1] == ["18", "20", "partners' round 2"]
    assert len(lines) == 3
    select(tab, ("vehicle-crime", Column.HARM))
    assert tab.in_context.ui.history_heading.text() == "Changes of Vehicle crime"


def test_selection_goes_with_its_row_to_the_new_rank(tab: MatrixTab) -> None:
    select(tab, ("vehicle-crime", Column.HARM))
    kept = QPersistentModelIndex(tab.ui.table.currentIndex())
    assert put(tab, "vehicle-crime", Column.HARM, "20")
    assert tab.model.codes[0] == "vehicle-crime"
    assert kept.row() == 0
    assert tab.ui.table.currentIndex().row() == 0
    assert tab.current is not None
    assert tab.current.type.code == "vehicle-crime"


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (Column.HARM, "21", "Type a whole number from 1 to 20"),
        (Column.HARM, "high", "'high' is no harm score"),
        (Column.HARM, "3.5", "'3.5' is no harm score"),
        (Column.PROBABILITY, "18", "Type a whole number from 1 to 17"),
        (Column.CONFIDENCE, "certain", "Choose one of: Low, Medium, High"),
        (Column.TYPE, "", "needs a name"),
        (Column.TYPE, "vehicle CRIME", "There is already an incident type"),
    ],
)
def test_what_cannot_stand_is_refused_in_plain_words(
    tab: MatrixTab, context: Context, column: Column, text: str, words: str
) -> None:
    before = cell(tab, _ROBBERY, column)
    assert not put(tab, _ROBBERY, column, text)
    assert words in tab.ui.message.text()
    assert tab.ui.message.property("chip") == "bad"
    assert cell(tab, _ROBBERY, column) == before
    assert not context.undo_stack.canUndo()


def test_a_count_from_the_data_is_not_typed_over(tab: MatrixTab) -> None:
    index = tab.model.index(tab.model.codes.index(_ROBBERY), Column.COUNT)
    assert not tab.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not put(tab, _ROBBERY, Column.COUNT, "5")
    assert "worked out" in tab.ui.message.text()


def test_probability_by_hand_is_said_and_delete_goes_back(tab: MatrixTab) -> None:
    assert put(tab, _ROBBERY, Column.PROBABILITY, "11")
    assert cell(tab, _ROBBERY, Column.PROBABILITY) == "11 by hand"
    assert cell(tab, _ROBBERY, Column.RISK) == "198"
    select(tab, (_ROBBERY, Column.PROBABILITY))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_Delete)
    assert cell(tab, _ROBBERY, Column.PROBABILITY) == "5"


def test_paste_over_several_cells_is_one_edit_and_one_notice(
    tab: MatrixTab, context: Context
) -> None:
    notices: list[tuple[int, int]] = []
    tab.model.dataChanged.connect(lambda a, b: notices.append((a.row(), b.row())))
    select(tab, ("violence-with-injury", Column.CONFIDENCE))
    QGuiApplication.clipboard().setText("High\tagreed\tPolice\nmedium\tagreed\tYOS\n")
    QTest.keyClick(tab.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(notices) == 1
    assert context.undo_stack.count() == 1
    assert context.undo_stack.undoText() == "paste of 6 cells"
    assert cell(tab, "vehicle-crime", Column.CONFIDENCE) == "Medium"
    assert cell(tab, "vehicle-crime", Column.SCORED_BY) == "YOS"
    context.undo_stack.undo()
    assert cell(tab, "vehicle-crime", Column.SCORED_BY) == ""


def test_one_wrong_cell_in_a_paste_changes_nothing(tab: MatrixTab, context: Context) -> None:
    select(tab, ("violence-with-injury", Column.HARM))
    QGuiApplication.clipboard().setText("20\n99")
    QTest.keyClick(tab.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "'99' is no harm score" in tab.ui.message.text()
    assert cell(tab, "violence-with-injury", Column.HARM) == "16"
    assert not context.undo_stack.canUndo()


def test_one_copied_value_fills_all_selected_cells(tab: MatrixTab, context: Context) -> None:
    codes = ("violence-with-injury", "vehicle-crime", _ROBBERY)
    assert put(tab, _ROBBERY, Column.SCORED_BY, "Police, YOS")
    select(tab, (_ROBBERY, Column.SCORED_BY))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Police, YOS"
    select(tab, *((code, Column.SCORED_BY) for code in codes))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {cell(tab, code, Column.SCORED_BY) for code in codes} == {"Police, YOS"}
    assert context.undo_stack.count() == 2


def test_ctrl_c_copies_cells_though_the_window_has_a_copy_of_its_own(
    context: Context, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    tab = MatrixTab(context)
    window.setCentralWidget(tab)
    action = QAction("Copy", window)
    action.setShortcut(QKeySequence.StandardKey.Copy)
    asked: list[bool] = []
    action.triggered.connect(asked.append)
    window.addAction(action)
    window.show()
    qtbot.waitActive(window)
    tab.ui.table.setFocus()
    select(tab, ("vehicle-crime", Column.HARM), ("vehicle-crime", Column.RISK))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "14\t238"
    tab.pictures.scatter.setFocus()
    QTest.keyClick(tab.pictures.scatter, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    tab.pictures.scatter_panel.ui.as_table.click()
    figures = tab.pictures.scatter_panel.ui.table
    figures.setFocus()
    QTest.keyClick(figures, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Rank\tIncident type")
    assert asked == []


def test_the_harm_list_has_the_scale_in_words_and_takes_typing(tab: MatrixTab) -> None:
    tab.ui.table.setFocus()
    select(tab, (_ROBBERY, Column.HARM))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_F2)
    editor = tab.ui.table.findChild(QComboBox)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "18"
    assert editor.findText("15: Serious harm", Qt.MatchFlag.MatchStartsWith) >= 0
    line = editor.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert cell(tab, _ROBBERY, Column.HARM) == "12"


def test_the_area_changes_the_counts_not_the_scores(tab: MatrixTab, context: Context) -> None:
    county = cell(tab, _ROBBERY, Column.COUNT)
    context.set_area(BLABY)
    assert cell(tab, _ROBBERY, Column.COUNT) != county
    assert cell(tab, _ROBBERY, Column.HARM) == "18"
    assert "Blaby" in tab.ui.subheading.text()


def test_incident_types_are_added_changed_and_removed_undoably(
    tab: MatrixTab, context: Context, qtbot: QtBot
) -> None:
    tab.ask_to_add()
    dialog = tab.findChild(IncidentTypeDialog)
    assert dialog is not None
    dialog.ui.name.setText("Robbery")
    dialog.accept()
    assert "already an incident type named Robbery" in dialog.ui.message.text()
    dialog.ui.name.setText("Modern slavery")
    dialog.accept()
    assert tab.current is not None
    assert tab.current.type.code == "modern-slavery"
    assert put(tab, "modern-slavery", Column.COUNT, "1,250")
    assert cell(tab, "modern-slavery", Column.COUNT) == "1,250"
    tab.ask_to_remove()
    box = QApplication.activeModalWidget() or tab.window().findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if "Remove" in b.text()).click()
    assert "modern-slavery" not in tab.model.codes
    context.undo_stack.undo()
    assert cell(tab, "modern-slavery", Column.COUNT) == "1,250"
    context.undo_stack.undo()
    context.undo_stack.undo()
    assert "modern-slavery" not in tab.model.codes


def test_where_from_shows_the_cells_of_the_count(tab: MatrixTab, context: Context) -> None:
    asked: list[Subject] = []
    context.origin_asked.connect(asked.append)
    select(tab, (_ROBBERY, Column.COUNT))
    tab.ui.origin.click()
    (subject,) = asked
    root = context.workbench.chain(subject).root
    assert (root.what, root.shown) == ("Count of Robbery", "227")
    assert sum(cell.observation.value for cell in root.cells) == 227


@pytest.mark.parametrize("column", sorted(Column))
def test_every_number_of_a_row_is_the_root_of_its_chain(
    tab: MatrixTab, context: Context, column: Column
) -> None:
    put(tab, _ROBBERY, Column.HARM, "12")
    select(tab, (_ROBBERY, column))
    subject = tab.traced()
    assert isinstance(subject, MatrixOf)
    root = context.workbench.chain(subject).root
    assert not root.faults
    if subject.part is not MatrixPart.ROW and column is not Column.SCORED_BY:
        assert root.shown == cell(tab, _ROBBERY, column)


def test_bars_and_points_lead_to_their_score(tab: MatrixTab, context: Context) -> None:
    put(tab, _ROBBERY, Column.HARM, "12")
    shown = tab.pictures
    for panel, chart in (
        (shown.ranked_panel, shown.ranked),
        (shown.scatter_panel, shown.scatter),
    ):
        QTest.keyClick(chart, Qt.Key.Key_Home)
        subject = panel.traced()
        assert subject == MatrixOf(COUNTY, tab.model.codes[0], MatrixPart.RISK)
        assert context.workbench.chain(subject).root.shown == cell(
            tab, tab.model.codes[0], Column.RISK
        )


def test_a_changed_scheme_is_a_new_version_with_a_reason(
    tab: MatrixTab, context: Context, qtbot: QtBot
) -> None:
    dialog = SchemeDialog(context)
    ui = dialog.ui
    confirm = ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not confirm.isEnabled()
    item = ui.classes.item(2, 1)
    assert item is not None
    item.setText("80")
    assert "classes must run from low to high" in ui.message.text()
    item.setText("250")
    assert ui.message.text() == "Say why it is changed."
    ui.why.setText("The board asked for fewer reds")
    assert confirm.isEnabled()
    confirm.click()
    assert context.workbench.scheme.version == 2
    assert context.undo_stack.count() == 1
    assert cell(tab, "vehicle-crime", Column.CLASS) == "Medium"
    trail = context.workbench.audit(RecordRef(RecordKind.SCHEME, context.workbench.scheme.code))
    assert {row.why for row in trail[:2]} == {"The board asked for fewer reds"}
    context.undo_stack.undo()
    assert context.workbench.scheme.version == 1
    assert cell(tab, "vehicle-crime", Column.CLASS) == "High"


def test_a_scale_that_scores_do_not_fit_is_refused(context: Context, qtbot: QtBot) -> None:
    dialog = SchemeDialog(context)
    qtbot.addWidget(dialog)
    dialog.ui.harm_max.setValue(15)
    dialog.ui.why.setText("shorter")
    assert not dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert "20" in dialog.ui.message.text()
    dialog.ui.levels.setCurrentCell(4, 0)
    dialog.ui.levels_remove.click()
    assert "The harm score of Domestic violence is 19" in dialog.ui.message.text()


def test_pictures_follow_the_matrix(tab: MatrixTab) -> None:
    assert [row.name for row in tab.pictures.ranked.rows] == [
        "Violence with injury",
        "Vehicle crime",
        "Robbery",
    ]
    scatter, panel = tab.pictures.scatter, tab.pictures.scatter_panel
    words = [spot.words for spot in scatter.spots()]
    assert "Robbery: risk score 90, Medium; probability 5, harm 18" in words
    assert "Highest risk score: Violence with injury, 272" in scatter.accessibleDescription()
    assert panel.ui.caption.text() == "Circles: High. Squares: Medium. Diamonds: Low."
    assert put(tab, _ROBBERY, Column.HARM, "")
    assert len(scatter.spots()) == 2
    assert cell(tab, _ROBBERY, Column.CLASS) == "Not scored"
