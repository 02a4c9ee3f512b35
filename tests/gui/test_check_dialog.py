"""Settling what the checks found, in the real window: decide, undo, take in, find it again."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.observations import Load, SettlementKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.check import CheckDialog
from safer_desktop.gui.dialogs.mapping import MappingDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.workbench.bench import Workbench
from tests.gui.conftest import boxes, the_box
from tests.gui.test_loading_files import bench, sources

__all__ = ["sources"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

RECIPE = Recipe(
    "robbery",
    "Robbery by district",
    "Police",
    (
        TableRecipe(
            "Robbery",
            2,
            4,
            1,
            4,
            period=Axis(AxisKind.ROWS, (1,)),
            area=Axis(AxisKind.COLUMNS, (0,)),
            indicator=Axis(AxisKind.FIXED, fixed="robbery"),
            anchors=(Anchor(0, 0, "Robbery by district"), Anchor(1, 0, "District")),
        ),
    ),
    file_pattern="robbery",
)
WHOLE_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
ROWS = (
    ("Blaby", 4, "5l", 6, -3),
    ("Charnwood", 14, 15, 13, 12),
    ("Meltn", 2, 1, 0, 3),
)


def robberies(path: Path, *rows: tuple[str | int, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Robbery"
    sheet.append(["Robbery by district"])
    sheet.append(["District", "Apr 16", "May 16", "Jun 16", "Jul 16"])
    for row in rows or ROWS:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def dialog(window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot) -> CheckDialog:
    """The dialog about a workbook with a slip of the pen, a negative count and an odd district."""
    return check(window, sources, robberies(tmp_path / "Robbery.xlsx"), qtbot)


def check(window: MainWindow, tab: SourcesTab, path: Path, qtbot: QtBot) -> CheckDialog:
    know(bench(window))
    tab.load([path])
    qtbot.waitUntil(lambda: isinstance(tab.flow.dialog, CheckDialog), timeout=20_000)
    found = tab.flow.dialog
    assert isinstance(found, CheckDialog)
    return found


def know(workbench: Workbench) -> None:
    """Let the pack know the recipe, as after an earlier load of its kind."""
    from safer_desktop.domain.plain import to_plain
    from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef

    ref = RecordRef(RecordKind.RECIPE, RECIPE.code)
    workbench.apply(Edit("recipe", (FieldChange(ref, "", None, to_plain(RECIPE)),)))


def choose(dialog: CheckDialog, name: str) -> None:
    """Select the finding of this check."""
    for row in range(dialog.problems.rowCount()):
        problem = dialog.problems.problem(row)
        if problem is not None and problem.check == name:
            # Not selectRow: it heeds the modifier keys that an earlier test's keys left behind.
            index = dialog.problems.index(row, 0)
            dialog.ui.problems.selectionModel().setCurrentIndex(index, WHOLE_ROW)
            return
    raise AssertionError(f"no finding of {name}")


def read(dialog: CheckDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.reading, timeout=20_000)


def test_findings_are_mended_left_out_accepted_and_stored(
    window: MainWindow, sources: SourcesTab, dialog: CheckDialog, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(dialog.problems)
    QAbstractItemModelTester(dialog.ui.picture.picture_model)
    ui = dialog.ui
    assert {it.check for it in dialog.load.errors} == {"not-a-number", "negative", "area-unknown"}
    assert not ui.take_in.isEnabled()
    assert "3 must be settled" in ui.standing.text()

    choose(dialog, "not-a-number")
    assert not ui.accept_it.isEnabled()
    assert ui.cell.currentText() == "C3 on 'Robbery': 5l"
    assert ui.picture.currentIndex().data() == "5l"
    ui.new_value.setText("51")
    ui.mend.click()
    assert "needs a reason" in ui.said.text()
    ui.reason.setText("letter for a digit, by telephone")
    ui.mend.click()
    read(dialog, qtbot)
    assert ui.said.isHidden()
    assert "2 must be settled" in ui.standing.text()
    assert "1 decided" in ui.standing.text()
    assert any(o.value == 51 and o.source.raw == "5l" for o in dialog.load.observations)

    choose(dialog, "negative")
    ui.accept_it.click()
    assert "needs a reason" in ui.said.text()
    ui.reason.setText("three were cancelled")
    ui.accept_it.click()
    assert not dialog.reading, "an acceptance alone reads nothing again"
    assert "1 must be settled" in ui.standing.text()

    choose(dialog, "area-unknown")
    ui.reason.setText("not one of ours")
    ui.leave_out.click()
    read(dialog, qtbot)
    assert dialog.load.errors == ()
    assert ui.take_in.isEnabled()
    kinds = [it.kind for it in dialog.load.settlements]
    assert kinds == [SettlementKind.MENDED, SettlementKind.ACCEPTED, SettlementKind.LEFT_OUT]

    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        ui.take_in.click()
    (load,) = bench(window).loads()
    assert [it.reason for it in load.settlements] == [
        "letter for a digit, by telephone",
        "three were cancelled",
        "not one of ours",
    ]
    decided = [row for row in bench(window).audit() if row.title == "Decision on Robbery.xlsx"]
    assert {row.why for row in decided} == {it.reason for it in load.settlements}
    figure = bench(window).origins(list(range(1, 8)))
    settled = {it.stored.observation.source.cell: it.settlement for it in figure}
    assert settled["C3"] == load.settlements[0]
    assert settled["E3"] == load.settlements[1]
    assert settled["B3"] is None

    window.actions_by_name[Act.UNDO].trigger()
    assert bench(window).loads()[0].withdrawn
    window.actions_by_name[Act.REDO].trigger()
    assert not bench(window).loads()[0].withdrawn


def test_every_step_can_be_undone_and_done_again(dialog: CheckDialog, qtbot: QtBot) -> None:
    ui = dialog.ui
    before = dialog.load.problems
    choose(dialog, "not-a-number")
    ui.new_value.setText("51")
    ui.reason.setText("by telephone")
    ui.mend.click()
    read(dialog, qtbot)
    mended = dialog.load
    assert len(mended.errors) == 2
    dialog.undo()
    read(dialog, qtbot)
    assert dialog.load.problems == before
    assert not ui.undo.isEnabled()
    dialog.redo()
    read(dialog, qtbot)
    assert dialog.load.observations == mended.observations
    last = dialog.problems.rowCount() - 1
    assert dialog.problems.settlement(last) == dialog.load.settlements[0]
    ui.problems.selectionModel().setCurrentIndex(dialog.problems.index(last, 0), WHOLE_ROW)
    ui.take_back.click()
    read(dialog, qtbot)
    assert dialog.load.problems == before


def test_a_decision_that_cannot_be_followed_does_not_stand(
    window: MainWindow, dialog: CheckDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ui = dialog.ui
    choose(dialog, "not-a-number")
    ui.new_value.setText("51")
    ui.reason.setText("by telephone")
    ui.mend.click()
    read(dialog, qtbot)
    mended = dialog.load

    def gone(*_: object) -> Load:
        raise LoadError("The file is gone.", remedy="Ask for it again.")

    monkeypatch.setattr(dialog, "_reread", gone)
    dialog.undo()
    read(dialog, qtbot)
    assert ui.said.text() == "The file is gone. Ask for it again."
    assert dialog.decisions.settlements == mended.settlements
    assert dialog.load == mended

    monkeypatch.setattr(window.tasks, "run", lambda *_, **__: False)
    dialog.undo()
    assert not dialog.reading
    assert "Other work is under way" in ui.said.text()
    assert dialog.decisions.settlements == mended.settlements
    dialog.decisions.go_to(0)


def test_several_findings_are_accepted_at_once(
    window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = (("Blaby", 4, 5, 6, -3), ("Charnwood", 14, -15, 13, 12), ("Melton", 2, 1, 0, 3))
    dialog = check(window, sources, robberies(tmp_path / "Robbery.xlsx", *rows), qtbot)
    dialog.ui.problems.selectAll()
    assert "2 findings are chosen" in dialog.ui.finding.text()
    assert not dialog.ui.mend.isEnabled()
    dialog.ui.reason.setText("cancelled crimes")
    dialog.ui.reason.setFocus()
    QTest.keyPress(dialog.ui.reason, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter decides; it does not take the file in"
    assert dialog.load.errors == ()
    assert len(dialog.load.settlements) == 2
    dialog.undo()
    assert len(dialog.load.errors) == 2


def test_the_blank_cell_of_a_gap_is_chosen_on_the_sheet_and_filled(
    window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = (("Blaby", 4, "-", 6, 3), ("Charnwood", 14, 15, 13, 12), ("Melton", 2, 1, 0, 3))
    dialog = check(window, sources, robberies(tmp_path / "Robbery.xlsx", *rows), qtbot)
    choose(dialog, "gap")
    picture = dialog.ui.picture
    picture.clicked.emit(picture.picture_model.index_of("C3"))
    assert dialog.ui.cell.currentText() == "C3 on 'Robbery': -"
    dialog.ui.new_value.setText("5")
    dialog.ui.reason.setText("by telephone")
    dialog.ui.mend.click()
    read(dialog, qtbot)
    assert [it.check for it in dialog.load.problems] == []
    assert len(dialog.load.observations) == 12


def test_decisions_are_not_thrown_away_unasked(
    sources: SourcesTab, dialog: CheckDialog, qtbot: QtBot
) -> None:
    choose(dialog, "negative")
    dialog.ui.reason.setText("cancelled crimes")
    dialog.ui.accept_it.click()
    dialog.ui.cancel.click()
    box = the_box(qtbot)
    assert "1 decision" in box.informativeText()
    box.defaultButton().click()
    qtbot.waitUntil(lambda: not boxes())
    assert dialog.isVisible()
    assert len(dialog.load.settlements) == 1

    dialog.ui.cancel.click()
    away = next(it for it in the_box(qtbot).buttons() if it.text() == "&Throw away")
    away.click()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)
    assert sources.model.rowCount() == 0


def test_a_cancelled_dialog_without_decisions_just_closes(
    sources: SourcesTab, dialog: CheckDialog, qtbot: QtBot
) -> None:
    dialog.reject()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)
    assert not boxes()


def test_a_new_layout_with_odd_cells_goes_on_to_settling(
    window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = (("Blaby", 4, "5l", 6, 3), ("Charnwood", 14, 15, 13, 12), ("Melton", 2, 1, 0, 3))
    sources.load([robberies(tmp_path / "Robbery.xlsx", *rows)])
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, MappingDialog), timeout=20_000)
    mapping = sources.flow.dialog
    assert isinstance(mapping, MappingDialog)
    qtbot.waitUntil(lambda: not mapping.reading, timeout=20_000)
    mapping.ui.partner.setCurrentText("Police")
    qtbot.waitUntil(lambda: not mapping.reading, timeout=20_000)
    assert mapping.ui.take_in.text().startswith("Settle and")
    mapping.ui.take_in.click()
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, CheckDialog), timeout=20_000)
    dialog = sources.flow.dialog
    assert isinstance(dialog, CheckDialog)
    assert dialog.ui.look.isHidden()
    choose(dialog, "not-a-number")
    dialog.ui.new_value.setText("5")
    dialog.ui.reason.setText("by telephone")
    dialog.ui.mend.click()
    read(dialog, qtbot)
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        dialog.ui.take_in.click()
    assert bench(window).loads()[0].observations == 12
    assert bench(window).recipes


def test_looking_at_the_sheet_first(sources: SourcesTab, dialog: CheckDialog, qtbot: QtBot) -> None:
    dialog.ui.look.click()
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, MappingDialog), timeout=20_000)
    mapping = sources.flow.dialog
    assert isinstance(mapping, MappingDialog)
    qtbot.waitUntil(lambda: not mapping.reading, timeout=20_000)
    mapping.reject()
    qtbot.waitUntil(lambda: sources.flow.dialog is None)
