"""The real main window over a real state folder, and packs to open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.theme import Theme
from safer_desktop.workbench.state import State
from tests.gui.made import made_workbench


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, put on once: every style sheet polishes every widget anew."""
    return Theme(qapp, "light")


@pytest.fixture(scope="session")
def made_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved pack with figures; tests that save to it take a copy."""
    folder = tmp_path_factory.mktemp("made")
    bench = made_workbench(folder / "state")
    bench.save(folder / "Made.safer")
    bench.close()
    return folder / "Made.safer"


@pytest.fixture
def pack_file(made_pack: Path, tmp_path: Path) -> Path:
    """A pack of the test's own."""
    copy = tmp_path / "Quarter.safer"
    copy.write_bytes(made_pack.read_bytes())
    return copy


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, state: State) -> Iterator[MainWindow]:
    """The window as a first start shows it; whatever is open in it is dropped at the end."""
    # Not qtbot's to close: it would do so first, and unsaved changes would keep the window open.
    made = MainWindow(state, theme)
    made.setWindowState(Qt.WindowState.WindowNoState)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for box in boxes():
        box.done(0)
    qtbot.waitUntil(lambda: not made.tasks.busy)
    if made.context:
        made.context.undo_stack.setClean()
    made.close()
    qtbot.waitUntil(lambda: not made.isVisible())
    made.deleteLater()
    theme.choose("light")
    QApplication.clipboard().clear()


def boxes() -> list[QMessageBox]:
    """The message boxes that are open."""
    return [
        it
        for it in QApplication.topLevelWidgets()
        if isinstance(it, QMessageBox) and it.isVisible()
    ]


def the_box(qtbot: QtBot) -> QMessageBox:
    """The one message box that is open, or comes soon."""
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    return boxes()[0]


def open_pack(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Open a pack in the window and wait until it is there."""
    with qtbot.waitSignal(window.documents.opened):
        window.documents.open_file(path)
