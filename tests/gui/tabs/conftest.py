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


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    """The context of an open pack; closed with its pack after the test."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = QMainWindow()
    qtbot.addWidget(window)
    workbench = made_workbench(tmp_path / "state")
    tasks = Tasks(window)
    made = Context(workbench, tasks, Actions(window, QUndoGroup(window)), Theme(app, "light"))
    yield made
    made.close()
    workbench.close()
    app.clipboard().clear()
