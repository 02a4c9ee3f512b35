"""A context over a pack made by hand, as the shell would hand it to a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from safer_desktop.gui.actions import Actions
from safer_desktop.gui.context import Context
from safer_desktop.gui.tasks import Tasks
from safer_desktop.gui.theme import Theme
from tests.gui.made import made_workbench


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, put on once: every style sheet polishes every widget anew."""
    return Theme(qapp, "light")


@pytest.fixture
def context(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Context]:
    """The context of an open pack; closed with its pack after the test."""
    window = QMainWindow()
    qtbot.addWidget(window)
    workbench = made_workbench(tmp_path / "state")
    made = Context(workbench, Tasks(window), Actions(window, QUndoGroup(window)), theme)
    yield made
    made.close()
    workbench.close()
    QApplication.clipboard().clear()
