"""Loading a partner's file in the real window: mapped once, recognised the next quarter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.check import CheckDialog
from safer_desktop.gui.dialogs.mapping import MappingDialog
from safer_desktop.gui.dialogs.password import PasswordDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.labels_model import MEANING
from safer_desktop.gui.models.loads_model import COLUMNS
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.workbench.bench import Workbench
from tests.gui.conftest import the_box
from tests.gui.made import COUNTY
from tests.loading.test_passwords import locked

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def survey(path: Path, *rows: tuple[str, float | str]) -> Path:
    """A survey team's workbook: a title, a header, years down."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Results"
    sheet.append(["Community Based Survey"])
    sheet.append([])
    sheet.append(["Year", "Residents affected by anti-social behaviour (%)"])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return survey(tmp_path / "CBS 2015-16.xlsx", ("2014/15", 5.9), ("2015/16", 5.4))


@pytest.fixture
def following(tmp_path: Path) -> Path:
    rows = (("2014/15", 5.9), ("2015/16", 5.4), ("2016/17", 5.2))
    return survey(tmp_path / "CBS 2016-17.xlsx", *rows)


@pytest.fixture
def sources(window: MainWindow, qtbot: QtBot) -> SourcesTab:
    """The Sources tab of a new pack."""
    with qtbot.waitSignal(window.documents.opened):
        window.start_page.ui.start.click()
    page = window.pages.show(pages.SOURCES)
    assert isinstance(page, SourcesTab)
    return page


def bench(window: MainWindow) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def mapping(sources: SourcesTab, qtbot: QtBot) -> MappingDialog:
    """The mapping dialog, once its first reading is there."""
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, MappingDialog), timeout=20_000)
    dialog = sources.flow.dialog
    assert isinstance(dialog, MappingDialog)
    settled(dialog, qtbot)
    return dialog


def settled(dialog: MappingDialog, qtbot: QtBot) -> None:
    """Wait until the sheet has been read as the dialog stands."""
    qtbot.waitUntil(lambda: not dialog.reading, timeout=20_000)


def take_in(sources: SourcesTab, dialog: MappingDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        dialog.ui.take_in.click()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)


def latest(window: MainWindow) -> Quantity | Reason:
    return bench(window).figure("asb-affected", COUNTY).latest


def test_a_new_layout_is_shown_first_taken_in_undone_and_recognised_next_time(
    window: MainWindow, sources: SourcesTab, first: Path, following: Path, qtbot: QtBot
) -> None:
    sources.load([first])
    dialog = mapping(sources, qtbot)
    for model in (dialog.sheet_model, dialog.labels_model, dialog.problems_model):
        QAbstractItemModelTester(model)
    assert not bench(window).loads()
    assert dialog.ui.take_in.isEnabled(), dialog.ui.result.text()
    assert dialog.load is not None
    read = {(o.period.label, o.value, o.source.cell) for o in dialog.load.observations}
    assert read == {("2014/15", 5.9, "B4"), ("2015/16", 5.4, "B5")}

    dialog.ui.take_in.click()
    assert dialog.isVisible()
    assert "partner" in dialog.ui.result.text()
    dialog.ui.partner.setCurrentText("Community Based Survey")
    settled(dialog, qtbot)
    take_in(sources, dialog, qtbot)
    taken = latest(window)
    assert isinstance(taken, Quantity)
    assert taken.value == 5.4
    assert sources.model.rowCount() == 1

    window.actions_by_name[Act.UNDO].trigger()
    assert isinstance(latest(window), Reason)
    window.actions_by_name[Act.REDO].trigger()
    assert isinstance(latest(window), Quantity)

    sources.load([following])
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, CheckDialog), timeout=20_000)
    check = sources.flow.dialog
    assert isinstance(check, CheckDialog)
    assert "Recognised" in check.ui.explanation.text()
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        check.ui.take_in.click()
    after = latest(window)
    assert isinstance(after, Quantity)
    assert (after.value, after.period.label) == (5.2, "2016/17")


def test_the_user_corrects_by_pointing_at_cells_and_choosing_meanings(
    sources: SourcesTab, first: Path, qtbot: QtBot
) -> None:
    sources.load([first])
    dialog = mapping(sources, qtbot)
    select(dialog, 4, 1, 4, 1)
    dialog.ui.values_use.click()
    settled(dialog, qtbot)
    assert dialog.ui.values_range.text() == "B5:B5"
    assert dialog.load is not None
    assert [o.value for o in dialog.load.observations] == [5.4]

    dialog.ui.values_range.setText("B4:B5")
    dialog.ui.values_range.editingFinished.emit()
    settled(dialog, qtbot)
    labels = dialog.labels_model
    row = next(r for r in range(labels.rowCount()) if "2014/15" in labels.index(r, 0).data())
    assert labels.setData(labels.index(row, MEANING), "", Qt.ItemDataRole.EditRole)
    settled(dialog, qtbot)
    assert [o.period.label for o in dialog.load.observations] == ["2015/16"]

    dialog.ui.values_range.setText("nonsense")
    dialog.ui.values_range.editingFinished.emit()
    assert "'nonsense'" in dialog.ui.result.text()
    dialog.reject()


def test_text_in_a_number_cell_stops_the_load_and_leads_to_the_cell(
    sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = (("2013/14", 6.1), ("2014/15", 5.9), ("2015/16", "about five"), ("2016/17", 5.2))
    sources.load([survey(tmp_path / "odd.xlsx", *rows)])
    dialog = mapping(sources, qtbot)
    assert dialog.ui.take_in.text().startswith("Settle and")
    words = [
        str(dialog.problems_model.index(row, column).data())
        for row in range(dialog.problems_model.rowCount())
        for column in range(4)
    ]
    assert any("about five" in text for text in words)
    assert any("B6" in text for text in words)
    dialog.ui.problems.activated.emit(dialog.problems_model.index(0, 0))
    assert dialog.ui.selected_cell.text() == "B6"
    dialog.reject()


def test_a_table_can_be_taken_out_and_put_in_again(
    sources: SourcesTab, first: Path, qtbot: QtBot
) -> None:
    sources.load([first])
    dialog = mapping(sources, qtbot)
    dialog.ui.remove_table.click()
    settled(dialog, qtbot)
    assert not dialog.ui.take_in.isEnabled()
    dialog.ui.add_table.click()
    assert dialog.ui.values_range.text() == "B4:B5"
    dialog.ui.add_table.click()
    assert "Select the cells" in dialog.ui.result.text()
    dialog.ui.remove_table.click()
    select(dialog, 3, 1, 4, 1)
    dialog.ui.add_table.click()
    settled(dialog, qtbot)
    assert dialog.table is not None
    assert dialog.ui.values_range.text() == "B4:B5"
    dialog.reject()


def test_a_file_that_is_no_workbook_is_told_and_the_next_one_goes_on(
    window: MainWindow, sources: SourcesTab, first: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "letter.xlsx"
    wrong.write_bytes(b"%PDF-1.4 not a workbook")
    sources.load([wrong, first])
    box = the_box(qtbot)
    assert "letter.xlsx" in box.text() + box.informativeText()
    dialog = mapping(sources, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)
    assert not bench(window).loads()


def test_a_load_is_taken_back_from_the_list(
    window: MainWindow, sources: SourcesTab, first: Path, qtbot: QtBot
) -> None:
    sources.load([first])
    dialog = mapping(sources, qtbot)
    dialog.ui.partner.setCurrentText("Community Based Survey")
    settled(dialog, qtbot)
    take_in(sources, dialog, qtbot)
    assert sources.ui.withdraw.isEnabled()
    sources.ui.withdraw.click()
    assert isinstance(latest(window), Reason)
    assert sources.model.index(0, COLUMNS.index("State")).data() == "taken back"
    assert [load.withdrawn for load in bench(window).loads()] == [True]
    sources.load([first])
    again = mapping_or_check(sources, qtbot)
    again.reject()


def test_a_protected_workbook_asks_for_its_password_until_it_is_right(
    sources: SourcesTab, first: Path, qtbot: QtBot
) -> None:
    protected = locked(first, "Wigston")
    sources.load([protected])
    dialog = asked(sources, qtbot)
    assert protected.name in dialog.ui.heading.text()
    assert not dialog.ui.message.isVisible()
    button = dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    assert dialog.ui.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.ui.show_password.click()
    assert dialog.ui.password.echoMode() is QLineEdit.EchoMode.Normal
    dialog.ui.password.setText("wigston")
    button.click()
    again = asked(sources, qtbot)
    assert again.ui.message.isVisible()
    assert again.ui.password.text() == ""
    again.ui.password.setText("Wigston")
    again.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    read = mapping(sources, qtbot)
    assert read.load is not None
    assert {o.value for o in read.load.observations} == {5.9, 5.4}
    assert read.load.file.name == protected.name
    read.reject()


def test_a_protected_workbook_can_be_left_out_and_the_next_one_goes_on(
    sources: SourcesTab, first: Path, qtbot: QtBot
) -> None:
    sources.load([locked(first, "Wigston"), first])
    asked(sources, qtbot).reject()
    dialog = mapping(sources, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)


def test_copied_cells_are_pasted_and_take_the_same_road(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot
) -> None:
    copied = "Community Based Survey\t\nYear\tResidents affected by anti-social behaviour (%)\n"
    copied += "2014/15\t5.9\n2015/16\t5.4\n"
    QApplication.clipboard().setText(copied)
    window.pages.show(pages.OVERVIEW)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = mapping(sources, qtbot)
    dialog.ui.partner.setCurrentText("Community Based Survey")
    settled(dialog, qtbot)
    take_in(sources, dialog, qtbot)
    taken = latest(window)
    assert isinstance(taken, Quantity)
    assert taken.value == 5.4
    stored = bench(window).loads()[0]
    assert stored.file.name.startswith("Pasted on ")
    assert "A1 is the first cell" in stored.file.note


def test_a_text_field_keeps_paste_to_itself_and_a_word_is_no_table(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("word")
    window.actions_by_name[Act.PASTE].trigger()
    assert "Copy cells in Excel first" in window.ui.statusbar.currentMessage()
    field = QLineEdit(sources)
    field.show()
    QApplication.clipboard().setText("a\tb\nc\td")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text()
    assert not window.tasks.busy
    assert sources.flow.dialog is None


def drop(window: MainWindow, target: QWidget, paths: list[Path]) -> bool:
    """Drag files over a place of the window and let them go; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = target.mapTo(window, target.rect().center())
    handle = window.windowHandle()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, mime, buttons, keys)
    QApplication.sendEvent(handle, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(handle, QDragMoveEvent(at, copy, mime, buttons, keys))
    QApplication.sendEvent(handle, QDropEvent(QPointF(at), copy, mime, buttons, keys))
    return True


def test_files_may_be_dropped_on_the_first_page_and_a_pack_is_made_for_them(
    window: MainWindow, first: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.documents.opened):
        assert drop(window, window.start_page, [first])
    sources = window.pages.built(pages.SOURCES)
    assert isinstance(sources, SourcesTab)
    mapping(sources, qtbot).reject()


def test_several_files_may_be_dropped_at_once_on_every_page(
    window: MainWindow, sources: SourcesTab, first: Path, following: Path, qtbot: QtBot
) -> None:
    for number in range(len(window.pages.titles)):
        window.pages.show_number(number)
        qtbot.waitUntil(lambda: not window.tasks.busy)
        assert drop(window, window.ui.tabs.currentWidget(), [first, following])
        one = mapping(sources, qtbot)
        assert first.name in one.windowTitle() + one.ui.heading.text()
        one.reject()
        qtbot.waitUntil(partial(another_than, sources, one))
        other = mapping(sources, qtbot)
        assert following.name in other.windowTitle() + other.ui.heading.text()
        other.reject()
        qtbot.waitUntil(lambda: sources.flow.dialog is None)


def another_than(sources: SourcesTab, dialog: QDialog) -> bool:
    return sources.flow.dialog is not dialog


def test_a_pack_that_is_dropped_is_opened(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.documents.opened):
        assert drop(window, window.start_page, [pack_file])
    assert window.documents.workbench is not None
    assert window.documents.workbench.path == pack_file


def asked(sources: SourcesTab, qtbot: QtBot) -> PasswordDialog:
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, PasswordDialog), timeout=20_000)
    dialog = sources.flow.dialog
    assert isinstance(dialog, PasswordDialog)
    return dialog


def mapping_or_check(sources: SourcesTab, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: sources.flow.dialog is not None, timeout=20_000)
    assert sources.flow.dialog is not None
    if isinstance(sources.flow.dialog, MappingDialog):
        settled(sources.flow.dialog, qtbot)
    return sources.flow.dialog


def select(dialog: MappingDialog, top: int, left: int, bottom: int, right: int) -> None:
    model = dialog.sheet_model
    cells = QItemSelection(model.index(top, left), model.index(bottom, right))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    dialog.ui.grid.selectionModel().select(cells, flag)
