"""Outline and template, in the real window: headings, a council's file, the export told of."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.paper_setup import PaperSetupDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.report import ReportTab
from safer_desktop.workbench.paper_setup import plan, template_in_use
from tests.gui.conftest import open_pack, the_box
from tests.report.templates import controls, unusual

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tab(window: MainWindow, pack_file: Path, qtbot: QtBot) -> ReportTab:
    open_pack(window, pack_file, qtbot)
    window.pages.show(pages.REPORT)
    found = window.findChild(ReportTab)
    assert found is not None
    return found


def _dialog(tab: ReportTab) -> PaperSetupDialog:
    tab.ui.setup.click()
    dialog = tab.window().findChild(PaperSetupDialog)
    assert dialog is not None
    return dialog


def test_headings_are_added_moved_renamed_and_left_out_undoably(
    tab: ReportTab, window: MainWindow
) -> None:
    dialog, context = _dialog(tab), window.context
    assert context is not None
    bench, ui = context.workbench, dialog.ui
    codes = [it.code for it in plan(bench)]
    ui.headings.setCurrentRow(1)
    ui.up.click()
    assert [it.code for it in plan(bench)][:2] == [codes[1], codes[0]]
    ui.heading.setText("In short")
    ui.heading.editingFinished.emit()
    dialog.add_heading("Background Papers")
    ui.text.setPlainText("Minutes of the last meeting.")
    ui.headings.setCurrentRow(ui.headings.count() - 1)
    assert not ui.up.isEnabled()
    assert not ui.text.isEnabled()
    item = ui.headings.item(ui.headings.count() - 2)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    headings = [it.text for it in bench.paper().blocks if getattr(it, "level", 0) == 1]  # type: ignore[union-attr]
    assert headings[:2] == ["In short", "Background Papers"]
    assert [it.included for it in plan(bench)].count(False) == 1
    dialog.reject()
    for _ in range(context.undo_stack.count()):
        context.undo_stack.undo()
    assert [it.code for it in plan(bench)] == codes
    assert all(it.included for it in plan(bench))


def test_the_paper_goes_into_the_councils_file_and_its_faults_are_told(
    tab: ReportTab, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    context = window.context
    assert context is not None
    bench = context.workbench
    path = tmp_path / "Council.dotx"
    path.write_bytes(unusual().packed())
    dialog = _dialog(tab)
    dialog.take(path)
    qtbot.waitUntil(lambda: template_in_use(bench) is not None)
    qtbot.waitUntil(lambda: dialog.ui.styles.rowCount() > 0)
    assert "Council.dotx" in dialog.ui.template_name.text()
    assert "no field for the title" in dialog.ui.notes.toPlainText()
    numbered = dialog.ui.styles.cellWidget(5, 1)
    assert isinstance(numbered, QComboBox)
    assert numbered.currentText() == "MCC Numbered Para"
    numbered.setCurrentIndex(0)
    numbered.activated.emit(0)
    kept = template_in_use(bench)
    assert kept is not None
    assert "NumberedParagraph" not in kept.template.styles
    other = tmp_path / "Other.docx"
    made = controls()
    made.change("word/document.xml", "Published by the council.", "1. Typed by hand")
    other.write_bytes(made.packed())
    dialog.take(other)
    qtbot.waitUntil(lambda: "Other.docx" in dialog.ui.template_name.text())
    dialog.reject()

    tab.write_word(tmp_path / "out.docx")
    box = the_box(qtbot)
    assert "A number or bullet was typed" in box.informativeText()
    box.done(0)
    assert docx.Document(str(tmp_path / "out.docx")).paragraphs[-1].text == "1. Typed by hand"
    bench.save(tmp_path / "Shared.safer")
    path.unlink()
    other.unlink()
    again = type(bench).open(tmp_path / "Shared.safer", bench.state)
    try:
        there = template_in_use(again)
        assert there is not None
        assert there.name == "Other.docx"
    finally:
        again.close()


def test_a_file_that_is_no_template_is_refused(
    tab: ReportTab, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK nothing")
    dialog = _dialog(tab)
    dialog.take(tmp_path / "notes.docx")
    assert "not a Word file" in the_box(qtbot).text()
    assert not dialog.ui.own.isEnabled()
