"""The audit trail in the window: filtered, exported, proved."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.changes import ChangesDialog
from safer_desktop.gui.main_window import MainWindow
from tests.gui.conftest import open_pack, the_box

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(window: MainWindow) -> ChangesDialog:
    window.actions_by_name[Act.TRAIL].trigger()
    return next(it for it in window.findChildren(ChangesDialog) if it.isVisible())


def column(dialog: ChangesDialog, number: int) -> list[str]:
    model = dialog.model
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_everything_is_told_found_by_words_and_exported(
    window: MainWindow,
    pack_file: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_pack(window, pack_file, qtbot)
    context = window.context
    assert context
    context.edit_field(RecordKind.PAPER, "paper", "author", "=A. Coordinator", "Author")
    context.edit_field(RecordKind.PAPER, "paper", "board", "The Board", "Board")
    dialog = shown(window)
    lines = len(context.workbench.audit())
    assert dialog.model.rowCount() == lines
    assert column(dialog, 4)[:2] == ["Board", "Author"]
    names = {load.file.name for load in context.workbench.loads()}
    assert names <= set(column(dialog, 2))
    dialog.ui.find.setText("coordinator author")
    assert column(dialog, 6) == ["=A. Coordinator"]
    assert f"1 of {lines} changes" in dialog.ui.heading.text()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "trail.csv"), "")
    )
    dialog.ui.export_button.click()
    with (tmp_path / "trail.csv").open(encoding="utf-8-sig", newline="") as file:
        header, line = list(csv.reader(file))
    assert header[4:7] == ["Change", "From", "To"]
    assert line[4] == "Author"
    assert not line[6].startswith("=")


def test_the_trail_is_proved_and_a_broken_one_told(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    dialog = shown(window)
    dialog.ui.verify.click()
    box = the_box(qtbot)
    assert "The audit trail holds" in box.text()
    box.done(0)
    qtbot.waitUntil(lambda: not box.isVisible())
    dialog.ui.close_button.click()
    window.actions_by_name[Act.CLOSE].trigger()
    qtbot.waitUntil(lambda: window.context is None)
    connection = sqlite3.connect(pack_file)
    connection.execute("UPDATE meta SET value = '1:x' WHERE key = 'trail'")
    connection.commit()
    connection.close()
    open_pack(window, pack_file, qtbot)
    shown(window).ui.verify.click()
    box = the_box(qtbot)
    assert "The end of the audit trail" in box.text()
    assert "earlier copy" in box.informativeText()
