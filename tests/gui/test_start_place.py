"""A program started from a network folder says so, once for each place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.gui.app import tell_of_network
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.workbench.state import State
from tests.gui.conftest import boxes, the_box

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_network_folder_is_told_once(window: MainWindow, state: State, qtbot: QtBot) -> None:
    tell_of_network(window, state, None)
    tell_of_network(window, state, Path("/opt/safer-desktop/safer-desktop"))
    assert not boxes()
    program = Path("//files/apps/Safer Desktop/SaferDesktop.exe")
    tell_of_network(window, state, program)
    box = the_box(qtbot)
    assert "network" in box.text()
    assert str(program.parent) in box.informativeText()
    box.close()
    tell_of_network(window, State(state.folder), program)
    qtbot.waitUntil(lambda: not boxes())
