"""A pack under a password, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.password import PasswordDialog
from safer_desktop.gui.dialogs.protect import ProtectDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.pack import protection
from safer_desktop.pack.schema import check_header
from tests.gui.conftest import open_pack

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PASSWORD = "three brown foxes"


@pytest.fixture(autouse=True)
def _quick_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "_LOG_N", 10)


def asked(window: MainWindow, qtbot: QtBot) -> PasswordDialog:
    qtbot.waitUntil(lambda: any(it.isVisible() for it in window.findChildren(PasswordDialog)))
    return next(it for it in window.findChildren(PasswordDialog) if it.isVisible())


def answer(dialog: PasswordDialog, password: str, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.ui.password, password)
    dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def protect(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name[Act.PROTECT].trigger()
    (dialog,) = window.findChildren(ProtectDialog)
    ui = dialog.ui
    assert not ui.protect.isEnabled()
    assert not ui.remove.isVisible()
    QTest.keyClicks(ui.password, "short")
    assert "At least 8" in ui.message.text()
    ui.password.clear()
    QTest.keyClicks(ui.password, PASSWORD)
    QTest.keyClicks(ui.again, "three brown")
    assert "not alike" in ui.message.text()
    assert not ui.protect.isEnabled()
    QTest.keyClicks(ui.again, " foxes")
    QTest.keyClick(ui.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.tasks.busy and window.documents.unsaved)


def save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.documents.saved):
        window.actions_by_name[Act.SAVE].trigger()


def test_a_pack_is_protected_opened_and_freed_again(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    protect(window, qtbot)
    save(window, qtbot)
    assert check_header(pack_file)
    window.documents.open_file(pack_file)
    first = asked(window, qtbot)
    assert not first.ui.message.isVisible()
    answer(first, "three brown cats", qtbot)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = asked(window, qtbot)
    assert second.ui.message.isVisible()
    with qtbot.waitSignal(window.documents.opened):
        answer(second, PASSWORD, qtbot)
    assert window.context
    window.context.edit_field(RecordKind.PAPER, "paper", "author", "A. Coordinator", "Author")
    window.actions_by_name[Act.UNDO].trigger()
    window.actions_by_name[Act.PROTECT].trigger()
    dialog = next(it for it in window.findChildren(ProtectDialog) if it.isVisible())
    assert dialog.ui.remove.isVisible()
    dialog.ui.remove.click()
    qtbot.waitUntil(lambda: not window.tasks.busy and window.documents.unsaved)
    save(window, qtbot)
    assert not check_header(pack_file)


def test_without_the_password_one_stays_where_one_was(
    window: MainWindow, pack_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    protect(window, qtbot)
    save(window, qtbot)
    window.actions_by_name[Act.CLOSE].trigger()
    qtbot.waitUntil(lambda: window.context is None)
    window.documents.open_file(pack_file)
    dialog = asked(window, qtbot)
    dialog.reject()
    assert window.context is None
    assert not window.tasks.busy
