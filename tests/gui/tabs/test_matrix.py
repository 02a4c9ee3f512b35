"""The matrix tab over a real pack: edits, undo, ranking, paste, history, scheme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.incident_type import IncidentTypeDialog
from safer_desktop.gui.dialogs.scheme import SchemeDialog
from safer_desktop.gui.models import matrix_columns as col
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.gui.widgets.cells import MUTED_ROLE
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.scheme import (
    Factor,
    Formula,
    HarmWeight,
    Level,
    OwnWeight,
    RiskClass,
    Scheme,
    Section,
    VolumeBand,
)
from safer_desktop.workbench.subjects import MatrixOf, Subject
from tests.gui.made import BLABY, COUNTY

_ROBBERY = "robbery"
KEYS = (
    col.RANK,
    col.TYPE,
    col.SERIES,
    col.COUNT,
    col.SHARE,
    col.PROBABILITY,
    col.HARM,
    col.TOTAL_HARM,
    col.HARM_SHARE,
    col.RISK,
    col.CLASS,
    col.COUNT_RANK,
    col.HARM_RANK,
    col.TOTAL_RANK,
    col.CONFIDENCE,
    col.NOTE,
    col.SCORED_BY,
)

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> Iterator[MatrixTab]:
    made = MatrixTab(context)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()


def cell(tab: MatrixTab, code: str, column: str) -> str:
    return str(tab.model.index(tab.model.codes.index(code), tab.model.place(column)).data())


def put(tab: MatrixTab, code: str, column: str, text: str) -> bool:
    return tab.model.setData(
        tab.model.index(tab.model.codes.index(code), tab.model.place(column)), text
    )


def keys(tab: MatrixTab, *pressed: Qt.Key | Qt.KeyboardModifier) -> None:
    """Press keys in the table; a modifier is held for the key before it."""
    held = Qt.KeyboardModifier.NoModifier
    for key in pressed:
        if isinstance(key, Qt.KeyboardModifier):
            held |= key
    for key in pressed:
        if isinstance(key, Qt.Key):
            QTest.keyClick(tab.ui.table, key, held)


def open_editor(tab: MatrixTab) -> QLineEdit | None:
    found = tab.ui.table.viewport().findChildren(QLineEdit)
    return next((it for it in found if it.isVisible()), None)


def target(tab: MatrixTab) -> QWidget:
    """What has the keyboard: the open editor, or the table."""
    editor = open_editor(tab)
    box = editor.parentWidget() if editor else None
    return box if isinstance(box, QComboBox) else editor or tab.ui.table


def press_in_editor_or_table(tab: MatrixTab, letter: str) -> bool:
    """Begin to type in the current cell; gives whether that opened an editor."""
    QTest.keyClicks(target(tab), letter)
    return open_editor(tab) is not None


def type_rest(tab: MatrixTab, text: str) -> None:
    QTest.keyClicks(target(tab), text)


def leave(tab: MatrixTab, key: Qt.Key) -> None:
    QTest.keyClick(target(tab), key)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close_editor(tab: MatrixTab) -> None:
    leave(tab, Qt.Key.Key_Escape)


def type_into(tab: MatrixTab, text: str, leave: Qt.Key) -> None:
    """Type over what stands in the open editor and leave it by a key."""
    editor = next(it for it in tab.ui.table.viewport().findChildren(QLineEdit) if it.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    box = editor.parentWidget()
    QTest.keyClick(box if isinstance(box, QComboBox) else editor, leave)


def select(tab: MatrixTab, *cells: tuple[str, str]) -> None:
    selection = tab.ui.table.selectionModel()
    selection.clear()
    for number, (code, column) in enumerate(cells):
        index = tab.model.index(tab.model.codes.index(code), tab.model.place(column))
        if number == 0:
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)


def test_rows_are_ranked_by_probability_times_harm(tab: MatrixTab) -> None:
    # The made pack counts three types: 3,292, 2,759 and 227 of 6,278 incidents.
    keys = (
        col.RANK,
        col.TYPE,
        col.COUNT,
        col.SHARE,
        col.PROBABILITY,
        col.HARM,
        col.RISK,
        col.CLASS,
    )
    assert [[cell(tab, code, key) for key in keys] for code in tab.model.codes[:3]] == [
        ["1", "Violence with injury", "2,759", "43.9%", "17", "16", "272", "High"],
        ["2", "Vehicle crime", "3,292", "52.4%", "17", "14", "238", "High"],
        ["3", "Robbery", "227", "3.6%", "5", "18", "90", "Medium"],
    ]
    assert tab.ui.heading.text() == "Highest risk score: Violence with injury, 272 (High)"
    assert "3 of 18 incident types are scored" in tab.ui.subheading.text()
    assert "rank correlation" in tab.pictures.ui.bias.text()


def test_an_edit_is_scored_recorded_undone_and_redone(tab: MatrixTab, context: Context) -> None:
    tab.ui.why.setText("partners' round 2")
    assert put(tab, _ROBBERY, col.HARM, "20")
    assert cell(tab, _ROBBERY, col.RISK) == "100"
    assert tab.ui.why.text() == ""
    trail = context.workbench.audit(RecordRef(RecordKind.INCIDENT_TYPE, _ROBBERY))
    assert (trail[0].old, trail[0].new, trail[0].why) == (18, 20, "partners' round 2")
    assert trail[0].title == "harm score of Robbery"
    context.undo_stack.undo()
    assert cell(tab, _ROBBERY, col.HARM) == "18"
    context.undo_stack.redo()
    assert cell(tab, _ROBBERY, col.HARM) == "20"
    select(tab, (_ROBBERY, col.HARM))
    tab.ui.side.setCurrentWidget(tab.in_context)
    assert tab.in_context.ui.name.text() == "Robbery"
    lines = [
        [tab.in_context.history_model.index(row, column).data() for column in (3, 4, 5)]
        for row in range(tab.in_context.history_model.rowCount())
    ]
    assert lines[-1] == ["18", "20", "partners' round 2"]
    assert len(lines) == 3
    select(tab, ("vehicle-crime", col.HARM))
    assert tab.in_context.ui.name.text() == "Vehicle crime"


def test_rows_keep_their_places_until_they_are_sorted_again(tab: MatrixTab) -> None:
    select(tab, ("vehicle-crime", col.HARM))
    kept = QPersistentModelIndex(tab.ui.table.currentIndex())
    assert not tab.ui.sort_again.isVisible()
    assert put(tab, "vehicle-crime", col.HARM, "20")
    assert tab.model.codes[:2] == ["violence-with-injury", "vehicle-crime"]
    assert cell(tab, "vehicle-crime", col.RANK) == "1"
    tab.ui.sort_again.click()
    assert not tab.ui.sort_again.isVisible()
    assert tab.model.codes[0] == "vehicle-crime"
    assert kept.row() == 0
    assert tab.ui.table.currentIndex().row() == 0
    assert tab.current is not None
    assert tab.current.type.code == "vehicle-crime"


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (col.HARM, "21", "Type a whole number from 1 to 20"),
        (col.HARM, "high", "'high' is no harm score"),
        (col.HARM, "3.5", "'3.5' is no harm score"),
        (col.PROBABILITY, "18", "Type a whole number from 1 to 17"),
        (col.CONFIDENCE, "certain", "Choose one of: Low, Medium, High"),
        (col.TYPE, "", "needs a name"),
        (col.TYPE, "vehicle CRIME", "There is already an incident type"),
    ],
)
def test_what_cannot_stand_is_refused_in_plain_words(
    tab: MatrixTab, context: Context, column: str, text: str, words: str
) -> None:
    before = cell(tab, _ROBBERY, column)
    assert not put(tab, _ROBBERY, column, text)
    assert words in tab.ui.message.text()
    assert tab.ui.message.property("chip") == "bad"
    assert cell(tab, _ROBBERY, column) == before
    assert not context.undo_stack.canUndo()


def test_a_count_from_the_data_is_not_typed_over(tab: MatrixTab) -> None:
    index = tab.model.index(tab.model.codes.index(_ROBBERY), tab.model.place(col.COUNT))
    assert not tab.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not put(tab, _ROBBERY, col.COUNT, "5")
    assert "worked out" in tab.ui.message.text()


def test_probability_by_hand_is_said_and_delete_goes_back(tab: MatrixTab) -> None:
    assert put(tab, _ROBBERY, col.PROBABILITY, "11")
    assert cell(tab, _ROBBERY, col.PROBABILITY) == "11 by hand"
    assert cell(tab, _ROBBERY, col.RISK) == "198"
    select(tab, (_ROBBERY, col.PROBABILITY))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_Delete)
    assert cell(tab, _ROBBERY, col.PROBABILITY) == "5"


def test_paste_over_several_cells_is_one_edit_and_one_notice(
    tab: MatrixTab, context: Context
) -> None:
    notices: list[tuple[int, int]] = []
    tab.model.dataChanged.connect(lambda a, b: notices.append((a.row(), b.row())))
    select(tab, ("violence-with-injury", col.CONFIDENCE))
    QGuiApplication.clipboard().setText("High\tagreed\tPolice\nmedium\tagreed\tYOS\n")
    QTest.keyClick(tab.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(notices) == 1
    assert context.undo_stack.count() == 1
    assert context.undo_stack.undoText() == "paste of 6 cells"
    assert cell(tab, "vehicle-crime", col.CONFIDENCE) == "Medium"
    assert cell(tab, "vehicle-crime", col.SCORED_BY) == "YOS"
    context.undo_stack.undo()
    assert cell(tab, "vehicle-crime", col.SCORED_BY) == ""


def paste(tab: MatrixTab, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    keys(tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def answer(tab: MatrixTab, word: str) -> str:
    """Press the button with this word in the box that is open; gives the box's text."""
    box = next(it for it in tab.findChildren(QMessageBox) if it.isVisible())
    next(button for button in box.buttons() if word in button.text()).click()
    return f"{box.text()} {box.informativeText()}"


def test_a_paste_with_wrong_cells_is_asked_about_and_never_half_done(
    tab: MatrixTab, context: Context
) -> None:
    select(tab, ("violence-with-injury", col.PROBABILITY))
    block = "11\t20\nlots\t99\n3\t\n"
    paste(tab, block)
    said = answer(tab, "nothing")
    assert "2 cells cannot be taken. Take the 4 that can?" in said
    assert "Row 2 (Vehicle crime), Probability: 'lots' is no probability score" in said
    assert "Row 2 (Vehicle crime), Harm: '99' is no harm score" in said
    assert cell(tab, "violence-with-injury", col.HARM) == "16"
    assert not context.undo_stack.canUndo()
    paste(tab, block)
    answer(tab, "good ones")
    assert cell(tab, "violence-with-injury", col.HARM) == "20"
    assert cell(tab, "vehicle-crime", col.HARM) == "14"
    assert cell(tab, _ROBBERY, col.HARM) == ""
    assert context.undo_stack.count() == 1
    context.undo_stack.undo()
    assert cell(tab, _ROBBERY, col.HARM) == "18"


def test_cells_of_a_web_table_and_quoted_cells_are_pasted(tab: MatrixTab) -> None:
    select(tab, (_ROBBERY, col.NOTE))
    paste(tab, '"two\nlines"\tYOS\r\n')
    assert cell(tab, _ROBBERY, col.NOTE) == "two lines"
    data = QMimeData()
    data.setHtml("<table><tr><td>knives &amp; fear</td><td>Police</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    keys(tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cell(tab, _ROBBERY, col.NOTE) == "knives & fear"
    assert cell(tab, _ROBBERY, col.SCORED_BY) == "Police"


def test_rows_pasted_below_the_last_are_new_types_in_one_edit(
    tab: MatrixTab, context: Context
) -> None:
    before = len(tab.model.codes)
    tab.add()
    close_editor(tab)
    paste(tab, "Scams\t410\nTrafficking\t12\n\t\nRobbery\t1\n")
    assert "Row 22, Incident type: There is already an incident type" in answer(tab, "good")
    assert len(tab.model.codes) == before + 2
    assert cell(tab, "scams", col.COUNT) == "410"
    trail = context.workbench.audit()[:4]
    assert {row.title for row in trail} == {"paste of 8 cells"}
    assert [row.field for row in trail] == ["count", "", "count", ""]
    context.undo_stack.undo()
    assert len(tab.model.codes) == before


def test_two_hundred_rows_pasted_undone_and_redone_leave_one_entry_a_cell(
    tab: MatrixTab, context: Context
) -> None:
    tab.add()
    close_editor(tab)
    paste(tab, "\n".join(f"Type {number}\t{number}" for number in range(200)))
    types = context.workbench.incident_types
    # Between harm and confidence stand two columns that are worked out.
    for key in (col.RISK, col.CLASS):
        tab.ui.table.show_column(tab.model.place(key), False)
    select(tab, ("type-0", col.HARM))
    tab.ui.why.setText("partners' round 1")
    notices: list[int] = []
    tab.model.dataChanged.connect(lambda *_: notices.append(1))
    paste(tab, "\n".join(f"{n % 20 + 1}\t{('Low', 'High')[n % 2]}" for n in range(200)))
    assert notices == [1]
    pasted = context.workbench.incident_types
    trail = context.workbench.audit()[:400]
    assert {(row.title, row.why) for row in trail} == {("paste of 400 cells", "partners' round 1")}
    assert len({(row.record.code, row.field) for row in trail}) == 400
    context.undo_stack.undo()
    assert context.workbench.incident_types == types
    context.undo_stack.redo()
    assert context.workbench.incident_types == pasted


def test_fill_down_takes_the_topmost_cell_or_the_one_above(
    tab: MatrixTab, context: Context
) -> None:
    codes = ("violence-with-injury", "vehicle-crime", _ROBBERY)
    select(tab, *((code, col.HARM) for code in codes))
    keys(tab, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [cell(tab, code, col.HARM) for code in codes] == ["16", "16", "16"]
    assert context.undo_stack.undoText() == "fill down of 2 cells"
    assert put(tab, "vehicle-crime", col.NOTE, "as last year")
    select(tab, (_ROBBERY, col.NOTE))
    keys(tab, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert cell(tab, _ROBBERY, col.NOTE) == "as last year"


def test_rows_are_filtered_by_words_and_class_and_sorted_by_any_column(tab: MatrixTab) -> None:
    tab.ui.filter.setText("rob")
    assert tab.model.codes == [_ROBBERY]
    assert tab.ui.found.text() == "1 of 18 shown"
    assert tab.model.rowCount() == 1
    tab.ui.filter.clear()
    tab.ui.class_filter.setCurrentText("High")
    tab.ui.class_filter.activated.emit(1)
    assert tab.model.codes == ["violence-with-injury", "vehicle-crime"]
    # A row stays where it is while it is edited, though it is no longer of the class.
    assert put(tab, "vehicle-crime", col.HARM, "2")
    assert "vehicle-crime" in tab.model.codes
    tab.add()
    close_editor(tab)
    assert len(tab.model.codes) == 18
    tab.ui.table.sortByColumn(tab.model.place(col.COUNT), Qt.SortOrder.DescendingOrder)
    assert tab.model.codes[:3] == ["vehicle-crime", "violence-with-injury", _ROBBERY]


def test_a_moved_row_keeps_its_place_and_undo_brings_it_back(
    tab: MatrixTab, context: Context
) -> None:
    held = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    select(tab, (_ROBBERY, col.HARM))
    keys(tab, Qt.Key.Key_Up, *held)
    moved = ["violence-with-injury", _ROBBERY, "vehicle-crime"]
    assert tab.model.codes[:3] == moved
    assert tab.model.in_own_order
    assert tab.current is not None
    assert tab.current.type.code == _ROBBERY
    assert [it.code for it in context.workbench.incident_types][:3] == moved
    context.undo_stack.undo()
    assert [it.code for it in context.workbench.incident_types][:3] != moved
    assert tab.model.codes == [it.code for it in context.workbench.incident_types]


def test_columns_are_remembered_as_the_user_arranged_them(
    tab: MatrixTab, context: Context, qtbot: QtBot
) -> None:
    view = tab.ui.table
    select(tab, (_ROBBERY, col.NOTE))
    view.move_column(-1)
    view.show_column(tab.model.place(col.SHARE), False)
    view.show_column(tab.model.place(col.SERIES), True)
    tab.hide()
    other = MatrixTab(context)
    qtbot.addWidget(other)
    other.show()
    shown = [other.model.columns[n].key for n in other.ui.table.visible_columns()]
    assert col.SHARE not in shown
    assert shown.index(col.SERIES) == 2
    assert shown.index(col.NOTE) == shown.index(col.CONFIDENCE) - 1
    other.ui.table.arrange_anew()
    shown = [other.model.columns[n].key for n in other.ui.table.visible_columns()]
    assert shown == [it.key for it in tab.model.columns if it.at_first]


def test_where_a_count_comes_from_is_chosen_in_its_cell(tab: MatrixTab, context: Context) -> None:
    assert put(tab, _ROBBERY, col.SERIES, "typed in by hand")
    assert cell(tab, _ROBBERY, col.COUNT) == ""
    assert put(tab, _ROBBERY, col.COUNT, "12")
    index = tab.model.index(tab.model.codes.index(_ROBBERY), tab.model.place(col.COUNT))
    assert index.data(MUTED_ROLE) == "typed"
    context.undo_stack.undo()
    context.undo_stack.undo()
    assert cell(tab, _ROBBERY, col.COUNT) == "227"


def test_a_past_year_is_counted_and_its_numbers_lead_to_its_own_cells(
    tab: MatrixTab, context: Context
) -> None:
    spans = context.workbench.matrix_spans(COUNTY)
    # Data begin in April 2014: the years to March 2017 and to each quarter back to March 2015.
    assert [span.label for span in spans[:2]] == [
        "12 months to March 2017",
        "12 months to December 2016",
    ]
    assert [str(span.edition.label) for span in spans][-1] == "2014/15 Q4"
    tab.show_span(spans[-1])
    assert "12 months to March 2015" in tab.ui.subheading.text()
    assert cell(tab, _ROBBERY, col.COUNT) != "227"
    select(tab, (_ROBBERY, col.COUNT))
    subject = tab.traced()
    assert subject is not None
    root = context.workbench.chain(subject).root
    assert root.shown == cell(tab, _ROBBERY, col.COUNT)
    assert not root.faults


def test_counts_older_than_the_edition_are_marked_and_the_year_to_date_is_offered(
    tab: MatrixTab, context: Context
) -> None:
    later: Json = {"financial_year": 2017, "quarter": 3}
    context.edit_field(RecordKind.COUNCIL, "council", "edition", later, "edition")
    index = tab.model.index(tab.model.codes.index(_ROBBERY), tab.model.place(col.COUNT))
    assert index.data(MUTED_ROLE) == "old"
    assert "3 counts are out of date, by up to 9 months." in tab.ui.subheading.text()
    to_date = context.workbench.matrix_spans(COUNTY)[1]
    assert to_date.label == "April to December 2017, year to date"
    tab.show_span(to_date)
    # Nothing is loaded for that year: no count is passed off as one.
    assert cell(tab, _ROBBERY, col.COUNT) == ""


def test_a_bad_entry_keeps_its_editor_open_with_the_reason(tab: MatrixTab) -> None:
    select(tab, (_ROBBERY, col.HARM))
    keys(tab, Qt.Key.Key_F2)
    type_into(tab, "99", Qt.Key.Key_Return)
    assert "'99' is no harm score" in tab.ui.message.text()
    type_into(tab, "9", Qt.Key.Key_Return)
    assert cell(tab, _ROBBERY, col.HARM) == "9"
    assert tab.ui.message.text() == ""


OFFICER = [
    (f"Incident type {number}", number * number * 10, number % 20 + 1, "hlm"[number % 3])
    for number in range(1, 26)
]


def test_a_matrix_of_25_types_is_scored_from_nothing_by_keys_alone(
    tab: MatrixTab, context: Context, qtbot: QtBot
) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    tab.ui.table.setFocus()
    keys(tab, Qt.Key.Key_A, held)
    keys(tab, Qt.Key.Key_Minus, held)
    box = next(it for it in tab.findChildren(QMessageBox) if it.isVisible())
    QTest.keyClick(next(it for it in box.buttons() if "Remove" in it.text()), Qt.Key.Key_Space)
    assert tab.model.codes == []
    keys(tab, Qt.Key.Key_Plus, held)
    for number, (name, count, harm, grade) in enumerate(OFFICER):
        if number:
            assert press_in_editor_or_table(tab, name[0])
            type_rest(tab, name[1:])
        else:
            type_rest(tab, name)
        leave(tab, Qt.Key.Key_Tab)
        for text, key in (
            (str(count), Qt.Key.Key_Tab),
            ("", Qt.Key.Key_Tab),
            (str(harm), Qt.Key.Key_Tab),
            (grade, Qt.Key.Key_Return),
        ):
            if text:
                assert press_in_editor_or_table(tab, text[0])
                type_rest(tab, text[1:])
            leave(tab, key)
    types = context.workbench.incident_types
    grades = {"h": "High", "l": "Low", "m": "Medium"}
    assert [(it.name, it.count, it.harm, it.confidence) for it in types] == [
        (name, float(count), harm, grades[grade]) for name, count, harm, grade in OFFICER
    ]
    # Share of 25: 6,250 of 55,250 is 11.3%, which scores 17; harm 6: 102.
    assert cell(tab, "incident-type-25", col.RISK) == "102"
    assert tab.ui.sort_again.isVisible()


def test_one_copied_value_fills_all_selected_cells(tab: MatrixTab, context: Context) -> None:
    codes = ("violence-with-injury", "vehicle-crime", _ROBBERY)
    assert put(tab, _ROBBERY, col.SCORED_BY, "Police, YOS")
    select(tab, (_ROBBERY, col.SCORED_BY))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Police, YOS"
    select(tab, *((code, col.SCORED_BY) for code in codes))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {cell(tab, code, col.SCORED_BY) for code in codes} == {"Police, YOS"}
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
    select(tab, ("vehicle-crime", col.HARM), ("vehicle-crime", col.RISK))
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
    select(tab, (_ROBBERY, col.HARM))
    QTest.keyClick(tab.ui.table, Qt.Key.Key_F2)
    editor = tab.ui.table.findChild(QComboBox)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "18"
    assert editor.findText("15: Serious harm", Qt.MatchFlag.MatchStartsWith) >= 0
    line = editor.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "12")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert cell(tab, _ROBBERY, col.HARM) == "12"


def test_the_area_changes_the_counts_not_the_scores(tab: MatrixTab, context: Context) -> None:
    county = cell(tab, _ROBBERY, col.COUNT)
    context.set_area(BLABY)
    assert cell(tab, _ROBBERY, col.COUNT) != county
    assert cell(tab, _ROBBERY, col.HARM) == "18"
    assert "Blaby" in tab.ui.subheading.text()


def test_incident_types_are_added_renamed_and_removed_undoably(
    tab: MatrixTab, context: Context, qtbot: QtBot
) -> None:
    keys(tab, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    type_into(tab, "robbery", Qt.Key.Key_Return)
    assert "already an incident type named robbery" in tab.ui.message.text()
    type_into(tab, "Modern slavery", Qt.Key.Key_Tab)
    assert tab.model.codes[-1] == "modern-slavery"
    assert put(tab, "modern-slavery", col.COUNT, "1,250")
    assert cell(tab, "modern-slavery", col.COUNT) == "1,250"
    select(tab, ("modern-slavery", col.TYPE))
    tab.ask_to_change()
    dialog = tab.findChild(IncidentTypeDialog)
    assert dialog is not None
    dialog.ui.name.setText("Robbery")
    dialog.accept()
    assert "already an incident type named Robbery" in dialog.ui.message.text()
    dialog.ui.name.setText("Exploitation")
    dialog.accept()
    assert cell(tab, "modern-slavery", col.TYPE) == "Exploitation"
    keys(tab, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    box = QApplication.activeModalWidget() or tab.window().findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if "Remove" in b.text()).click()
    assert "modern-slavery" not in tab.model.codes
    context.undo_stack.undo()
    assert cell(tab, "modern-slavery", col.COUNT) == "1,250"
    for _ in range(3):
        context.undo_stack.undo()
    assert "modern-slavery" not in tab.model.codes
    assert not context.undo_stack.canUndo()


def test_where_from_shows_the_cells_of_the_count(tab: MatrixTab, context: Context) -> None:
    asked: list[Subject] = []
    context.origin_asked.connect(asked.append)
    select(tab, (_ROBBERY, col.COUNT))
    tab.ui.origin.click()
    (subject,) = asked
    root = context.workbench.chain(subject).root
    assert (root.what, root.shown) == ("Count of Robbery", "227")
    assert sum(cell.observation.value for cell in root.cells) == 227


@pytest.mark.parametrize("column", KEYS)
def test_every_number_of_a_row_is_the_root_of_its_chain(
    tab: MatrixTab, context: Context, column: str
) -> None:
    put(tab, _ROBBERY, col.HARM, "12")
    select(tab, (_ROBBERY, column))
    subject = tab.traced()
    assert isinstance(subject, MatrixOf)
    root = context.workbench.chain(subject).root
    assert not root.faults
    if subject.part is not MatrixPart.ROW and column not in (col.SCORED_BY, col.SERIES):
        assert root.shown == cell(tab, _ROBBERY, column)


def test_bars_and_points_lead_to_their_score(tab: MatrixTab, context: Context) -> None:
    put(tab, _ROBBERY, col.HARM, "12")
    shown = tab.pictures
    for panel, chart in (
        (shown.ranked_panel, shown.ranked),
        (shown.scatter_panel, shown.scatter),
    ):
        QTest.keyClick(chart, Qt.Key.Key_Home)
        subject = panel.traced()
        assert subject == MatrixOf(COUNTY, tab.model.codes[0], MatrixPart.RISK)
        assert context.workbench.chain(subject).root.shown == cell(
            tab, tab.model.codes[0], col.RISK
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
    assert cell(tab, "vehicle-crime", col.CLASS) == "Medium"
    trail = context.workbench.audit(RecordRef(RecordKind.SCHEME, context.workbench.scheme.code))
    assert {row.why for row in trail[:2]} == {"The board asked for fewer reds"}
    context.undo_stack.undo()
    assert context.workbench.scheme.version == 1
    assert cell(tab, "vehicle-crime", col.CLASS) == "High"


def test_a_scale_that_scores_do_not_fit_is_refused(context: Context, qtbot: QtBot) -> None:
    dialog = SchemeDialog(context)
    qtbot.addWidget(dialog)
    highest = dialog.ui.factors.item(1, 4)
    assert highest is not None
    highest.setText("15")
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
    assert put(tab, _ROBBERY, col.HARM, "")
    assert len(scatter.spots()) == 2
    assert cell(tab, _ROBBERY, col.CLASS) == "Not scored"


def test_a_selected_type_is_seen_in_context(tab: MatrixTab, context: Context) -> None:
    page = tab.in_context
    tab.ui.side.setCurrentWidget(page)
    select(tab, ("vehicle-crime", col.HARM))
    page.fill_figures()
    # 36 months are loaded; the last year rose by about a third.
    assert page.ui.finding.text().startswith("Vehicle crime rose by 34%")
    assert len(page.trend.points) == 36
    assert len(page.districts.rows) == 7
    assert "All crime" in page.ui.related.text()
    assert "violence-with-injury" in page.ui.related.text()
    asked: list[str] = []
    context.indicator_asked.connect(asked.append)
    page.ui.go.click()
    page.ui.related.linkActivated.emit("all-crime")
    assert asked == ["vehicle-crime", "all-crime"]
    select(tab, (_ROBBERY, col.HARM))
    page.fill_figures()
    # Robbery is a count: a district is a part of the county's, not higher or lower than it.
    assert {row.role for row in page.districts.rows} == {"same"}
    assert not page.ui.go.isEnabled()
    assert "no page of its own" in page.ui.go.toolTip()
    assert put(tab, _ROBBERY, col.SERIES, "")
    page.fill_figures()
    assert "typed in by hand" in page.ui.finding.text()
    assert not page.trend.isVisible()


def put_on(context: Context, scheme: Scheme) -> None:
    """Score the matrix by another scheme."""
    bench = context.workbench
    ref = RecordRef(RecordKind.SCHEME, scheme.code)
    council = RecordRef(RecordKind.COUNCIL, "council")
    old = bench.record(council.kind, council.code)["scheme"]
    changes = (
        FieldChange(ref, "", None, to_plain(scheme)),
        FieldChange(council, "scheme", old, scheme.code),
    )
    context.apply(Edit("another scheme", changes))


def test_columns_follow_the_factors_of_the_scheme(tab: MatrixTab, context: Context) -> None:
    likely = Factor("chance", "Chance", Section.LIKELIHOOD, 1, 5, from_volume=True)
    body = Factor("body", "Physical harm", Section.HARM, 0, 4, (Level(4, "Death or lasting harm"),))
    mind = Factor("mind", "Fear", Section.HARM, 0, 4, weight=3)
    staff = Factor("staff", "Capacity", Section.POSITION, 1, 3)
    scheme = Scheme(
        code="two-harms",
        name="Two harms",
        version=1,
        source="Made for this test.",
        meaning="Which types press most.",
        formula=Formula.WEIGHTED,
        factors=(likely, body, mind, staff),
        bands=(VolumeBand(0, 1), VolumeBand(10, 3), VolumeBand(50, 5)),
        classes=(RiskClass("Low", 0), RiskClass("High", 8)),
        confidences=("Low", "High"),
    )
    put_on(context, scheme)
    headers = [it.header for it in tab.model.columns if it.factor or it.key == col.TOGETHER]
    assert headers == ["Chance", "Physical harm", "Fear", "Capacity", "Harm together"]
    assert put(tab, "vehicle-crime", "factor:body", "4: Death or lasting harm")
    assert put(tab, "vehicle-crime", "factor:mind", "2")
    assert put(tab, "vehicle-crime", "factor:staff", "3")
    # 52.4% of all: 5; harm (1 x 4 + 3 x 2) / 4 = 2.5; 5 x 2.5 = 12.5. Capacity does not count.
    assert cell(tab, "vehicle-crime", "factor:chance") == "5"
    assert cell(tab, "vehicle-crime", col.TOGETHER) == "2.5"
    assert cell(tab, "vehicle-crime", col.RISK) == "12.5"
    assert cell(tab, "vehicle-crime", col.CLASS) == "High"
    assert not put(tab, "vehicle-crime", "factor:body", "5")
    assert "whole number from 0 to 4" in tab.ui.message.text()
    select(tab, ("vehicle-crime", "factor:mind"))
    subject = tab.traced()
    assert subject is not None
    assert context.workbench.chain(subject).root.shown == "2"
    # The other scheme's scores stay its own.
    for _ in range(4):
        context.undo_stack.undo()
    assert cell(tab, "vehicle-crime", col.HARM) == "14"


def test_a_weight_of_ones_own_needs_a_reason(tab: MatrixTab, context: Context) -> None:
    scheme = Scheme(
        code="days",
        name="Days",
        version=1,
        source="Made for this test.",
        meaning="An amount of harm.",
        formula=Formula.CARDINAL,
        factors=(),
        bands=(),
        classes=(RiskClass("Low", 0), RiskClass("High", 100_000)),
        confidences=(),
        weights=(HarmWeight(_ROBBERY, 365, "Published."),),
        unit="days",
    )
    put_on(context, scheme)
    assert tab.model.place(col.CONFIDENCE) == -1
    # 227 robberies x 365 days.
    assert cell(tab, _ROBBERY, col.RISK) == "82,855"
    assert tab.ui.heading.text() == "Highest total harm: Robbery, 82,855 (Low)"
    assert not put(tab, _ROBBERY, col.WEIGHT, "800")
    assert "needs a reason" in tab.ui.message.text()
    tab.ui.why.setText("ONS score instead")
    assert put(tab, _ROBBERY, col.WEIGHT, "800")
    assert cell(tab, _ROBBERY, col.RISK) == "181,600"
    own = next(it for it in context.workbench.incident_types if it.code == _ROBBERY).own_weights
    assert own == (OwnWeight("days", 800, "ONS score instead"),)
    assert put(tab, _ROBBERY, col.WEIGHT, "")
    assert cell(tab, _ROBBERY, col.RISK) == "82,855"


def test_schemes_are_used_copied_and_passed_on_in_the_form(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = SchemeDialog(context)
    qtbot.addWidget(dialog)
    ui, bench = dialog.ui, context.workbench
    place = next(
        place for place in range(ui.schemes.count()) if "ONS" in ui.schemes.itemText(place)
    )
    ui.schemes.setCurrentIndex(place)
    ui.schemes.activated.emit(place)
    assert ui.tables.isTabVisible(3)
    assert not ui.tables.isTabVisible(0)
    ui.use.click()
    assert bench.scheme.code == "ons-severity"
    assert not ui.use.isEnabled()
    ui.copy.click()
    assert ui.name.text() == "Count × ONS severity weight, own copy"
    path = tmp_path / "theirs.json"
    dialog.pass_on(path)
    dialog.take_in(path)
    assert "already" in ui.message.text()
    path.write_text("no scheme", encoding="utf-8")
    dialog.take_in(path)
    assert "not the text of a scheme" in ui.message.text()
    ui.remove.click()
    assert ui.name.text() == "Count × ONS severity weight"
    while context.undo_stack.canUndo():
        context.undo_stack.undo()
    assert bench.scheme.code == "leicester-2010"
