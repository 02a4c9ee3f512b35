"""When the program itself is at fault: the log, the dialog, and no second dialog over it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safer_desktop.domain.errors import PackError
from safer_desktop.gui.last_chance import LOG_NAME, LastChance, LastChanceDialog
from tests.gui.conftest import boxes, the_box

pytestmark = [
    pytest.mark.qt_log_ignore("does not support|propagateSizeHints"),
    pytest.mark.qt_no_exception_capture,
]


@pytest.fixture
def last_chance(qtbot: QtBot, tmp_path: Path) -> Iterator[LastChance]:
    made = LastChance(tmp_path)
    made.install()
    yield made
    for dialog in dialogs():
        dialog.accept()
    made.remove()
    QGuiApplication.clipboard().clear()


def dialogs() -> list[LastChanceDialog]:
    return [
        it
        for it in QApplication.topLevelWidgets()
        if isinstance(it, LastChanceDialog) and it.isVisible()
    ]


def raised(message: str) -> BaseException:
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        return error


def hand_over(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.expects_log("Uncaught")
def test_a_fault_is_logged_and_told_in_plain_words(
    last_chance: LastChance, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over(raised("a wheel came off"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialog = dialogs()[0]
    shown = " ".join(
        label.text() for label in (dialog.ui.title, dialog.ui.safe, dialog.ui.remedy, dialog.ui.log)
    )
    assert "Your pack is safe" in shown
    assert "Traceback" not in shown
    assert "a wheel came off" not in shown
    assert str(tmp_path / LOG_NAME) in shown
    dialog.ui.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Safer Desktop ")
    assert "RuntimeError: a wheel came off" in copied
    log = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert "RuntimeError: a wheel came off" in log


@pytest.mark.expects_log("Uncaught")
def test_faults_that_come_again_and_again_show_one_dialog(
    last_chance: LastChance, qtbot: QtBot
) -> None:
    for _ in range(3):
        hand_over(raised("in every paint"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].ui.go_on.click()
    qtbot.waitUntil(lambda: not dialogs())
    hand_over(raised("another day"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


@pytest.mark.expects_log("Uncaught")
def test_a_fault_in_another_thread_is_told_in_the_windows_own(
    last_chance: LastChance, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise RuntimeError("far away")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "far away" in dialogs()[0].details


def test_an_error_for_the_user_that_slipped_through_is_an_ordinary_message(
    last_chance: LastChance, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over(PackError("The pack is locked.", remedy="Close it elsewhere."))
    box = the_box(qtbot)
    assert box.text() == "The pack is locked."
    assert box.informativeText() == "Close it elsewhere."
    assert not dialogs()
    assert not (tmp_path / LOG_NAME).exists()
    box.close()
    assert not boxes()


def test_a_log_that_has_grown_big_is_put_aside(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).write_text("x" * 1_000_001, encoding="utf-8")
    LastChance(tmp_path).remove()
    assert not (tmp_path / LOG_NAME).exists()
    assert (tmp_path / "errors.old.log").stat().st_size == 1_000_001
