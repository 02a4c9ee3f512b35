"""Check a paper, in the real window: with no pack, with one, from the clipboard and a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.paper_check import PaperCheckDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.widgets.paragraph_editor import ParagraphEditor
from tests.gui.conftest import open_pack

_TEXT = (
    "1. There were 66 (34%) fewer entrants than the previous year of 190 entrants.\n\n"
    "2. Thefts increased from 190 to 124 offences.\n"
)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_remarks_are_listed_filtered_stepped_through_and_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_by_name[Act.CHECK_PAPER].trigger()
    dialog = window.findChild(PaperCheckDialog)
    assert dialog is not None
    ui = dialog.ui
    assert "No pack is open" in ui.explanation.text()
    assert not ui.next.isEnabled()

    QGuiApplication.clipboard().setText(_TEXT)
    ui.paste.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert "2 remarks" in ui.heading.text()
    assert "66 of 190 is 34.7%" in ui.detail.toPlainText()
    assert "What to do" in ui.detail.toPlainText()
    ui.next.click()
    assert ui.remarks.currentIndex().row() == 1
    assert "the words say 'increased'" in ui.detail.toPlainText()
    ui.next.click()
    assert ui.remarks.currentIndex().row() == 0

    ui.kind.setCurrentText("The words go against the figures")
    assert dialog.model.rowCount() == 1
    ui.copy.click()
    assert "Paragraph 2" in QGuiApplication.clipboard().text()
    ui.kind.setCurrentIndex(0)

    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    ui.save.click()
    qtbot.waitUntil(lambda: "list.csv" in ui.heading.text())
    assert target.read_text(encoding="utf-8-sig").count("Paragraph") == 2

    paper = tmp_path / "paper.txt"
    paper.write_text("1. All is told.")
    dialog.check_file(paper)
    qtbot.waitUntil(lambda: "nothing to remark" in ui.heading.text())
    assert dialog.model.rowCount() == 0
    assert ui.detail.toPlainText() == ""
    dialog.accept()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_words_are_checked_as_they_are_typed(
    window: MainWindow, qtbot: QtBot, pack_file: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    assert window.context is not None
    editor = ParagraphEditor(window.context, window)
    editor.setEnabled(True)
    editor.text.setPlainText("Thefts increased from 190 to 124 offences.")
    qtbot.waitUntil(lambda: editor.remarks.count() > 0)
    assert "the words say 'increased'" in editor.remarks.item(0).text()
    (mark,) = editor.text.extraSelections()
    assert mark.cursor.selectedText() == "increased"
    editor.remarks.go_to_next()
    assert editor.text.textCursor().selectedText() == "increased"
    editor.text.setPlainText("Thefts fell from 190 to 124 offences.")
    qtbot.waitUntil(lambda: editor.remarks.count() == 0)
    assert editor.text.extraSelections() == []
    editor.deleteLater()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_remark_is_left_with_a_reason_undone_and_raised(
    window: MainWindow, qtbot: QtBot, pack_file: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    context = window.context
    assert context is not None
    editor = ParagraphEditor(context, window)
    (paragraph,) = (
        it for it in context.workbench.paragraphs("crime") if it.key == "indicator:vehicle-crime"
    )
    editor.set_paragraph(paragraph)
    assert editor.remarks.leave.isHidden()
    editor.text.setPlainText("Thefts increased from 190 to 124 offences.")
    editor.remarks.check()
    editor.remarks.setCurrentRow(0)
    assert editor.remarks.leave.text().startswith("&Leave")
    editor.remarks.leave.click()
    asked = window.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue("So the police say")
    asked.accept()
    assert "Left as it is by" in editor.remarks.item(0).text()
    assert "So the police say" in editor.remarks.item(0).text()
    assert editor.text.extraSelections() == []
    context.undo_stack.undo()
    assert editor.remarks.item(0).text().startswith("Error")
    context.undo_stack.redo()
    editor.remarks.setCurrentRow(0)
    assert editor.remarks.leave.text().startswith("Raise")
    editor.remarks.leave.click()
    assert editor.remarks.item(0).text().startswith("Error")
    editor.text.setPlainText(paragraph.typed)
    editor.remarks.check()
