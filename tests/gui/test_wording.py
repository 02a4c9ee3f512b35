"""The wording of sentences: read, changed, refused, undone and taken back, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.wording import WordingDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.workbench.wordings import shipped
from tests.gui.conftest import open_pack

OWN = "{period}, {indicator} went up by {change} to {latest}[ ({counts})]."


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
def test_a_wording_is_tried_used_undone_and_taken_back(
    window: MainWindow, qtbot: QtBot, pack_file: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    context = window.context
    assert context is not None
    window.actions_by_name[Act.WORDING].trigger()
    dialog = window.findChild(WordingDialog)
    assert dialog is not None
    ui = dialog.ui
    dialog.select("rate-rose")
    assert ui.words.toPlainText().splitlines() == list(shipped()["rate-rose"])
    assert "Vehicle crime rose by 34% in the 12 months to March 2017" in ui.examples.toPlainText()
    assert not ui.use.isEnabled()

    ui.words.setPlainText(OWN.replace("went up", "fell"))
    assert "'fell' says more than this finding carries" in ui.message.text()
    assert not ui.use.isEnabled()
    ui.words.setPlainText(OWN)
    assert "In the 12 months to March 2017, vehicle crime went up by 34%" in (
        ui.examples.toPlainText()
    )
    ui.use.click()
    assert context.undo_stack.undoText() == "wording of 'A rate rose'"

    def paragraph() -> str:
        found = (it.text for it in context.workbench.paragraphs("crime"))
        return next(text for text in found if "ehicle crime" in text)

    assert "vehicle crime went up by 34%" in paragraph()
    assert ui.kinds.currentItem().text(1) == "your own"
    ui.undo.click()
    assert "went up" not in paragraph()
    assert ui.words.toPlainText().splitlines() == list(shipped()["rate-rose"])
    ui.redo.click()
    ui.reset.click()
    assert "went up" not in paragraph()
    assert ui.kinds.currentItem().text(1) == "as shipped"
    ui.parts.itemActivated.emit(ui.parts.item(0))
    assert ui.words.toPlainText().startswith("{indicator}")
    dialog.close_now()
