"""A live figure put into a paragraph by the menu, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.widgets.paragraph_editor import ParagraphEditor
from safer_desktop.workbench.subjects import FigureOf
from tests.gui.conftest import open_pack


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_figure_is_inserted_read_traced_and_undone(
    window: MainWindow, qtbot: QtBot, pack_file: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    context = window.context
    assert context is not None
    (paragraph,) = (
        it for it in context.workbench.paragraphs("crime") if it.key == "indicator:vehicle-crime"
    )
    editor = ParagraphEditor(context, window)
    editor.set_paragraph(paragraph)
    assert editor.reads.isHidden()
    editor.text.setPlainText("Cars: ")
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    menu = editor.insert.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    (inner,) = (it.menu() for it in menu.actions() if it.text() == "Vehicle crime")
    assert isinstance(inner, QMenu)
    (moved,) = (it for it in inner.actions() if it.text().startswith("How it moved"))
    assert "rose by 34%" in moved.text()
    moved.trigger()
    assert editor.text.toPlainText() == "Cars: {vehicle-crime.moved}"
    assert editor.reads.text() == "Reads: Cars: rose by 34%"
    assert isinstance(editor.traced(), FigureOf)
    editor.commit()
    assert context.undo_stack.count() == 1
    (kept,) = (it for it in context.workbench.paragraphs("crime") if it.key == paragraph.key)
    assert (kept.text, kept.typed) == ("Cars: rose by 34%", "Cars: {vehicle-crime.moved}")
    editor.text.setPlainText("Cars: {vehicles.moved}")
    editor.remarks.check()
    assert "There is no indicator 'vehicles'" in editor.remarks.item(0).text()
    editor.set_paragraph(kept)
    editor.back.click()
    (again,) = (it for it in context.workbench.paragraphs("crime") if it.key == paragraph.key)
    editor.set_paragraph(again)
    assert editor.text.toPlainText() == again.typed == paragraph.drafted
    assert not again.author
