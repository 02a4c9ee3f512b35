"""The window's part of the self-test: it opens a pack, shows a priority and draws its chart."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from safer_desktop.gui import pages
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.priority import PriorityTab
from safer_desktop.gui.theme import Theme
from safer_desktop.workbench.self_test import SelfTestError
from safer_desktop.workbench.state import State

PRIORITY = "crime"
SECONDS = 120
FEWEST_COLOURS = 20
"""An empty chart, or a window without text, has fewer."""

_LOOK_EVERY_MS = 20
_SAMPLED = 3


def draw(pack: Path, folder: Path) -> str:
    """Open the pack in the real window, without a screen unless QT_QPA_PLATFORM names one, and
    draw; says what was drawn. Raises :class:`SelfTestError`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    faults: list[BaseException] = []

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        faults.append(error)

    before, sys.excepthook = sys.excepthook, caught
    try:
        window = MainWindow(State(folder / "window"), Theme(app, "light"))
        window.show()
        window.documents.open_file(pack)
        _wait(lambda: window.context is not None, "the window did not open the pack", faults)
        page = window.pages.show(pages.priority_key(PRIORITY))
        if not isinstance(page, PriorityTab):
            raise SelfTestError(f"There is no tab of the priority '{PRIORITY}'.")
        panel = page.trend_panel
        _wait(lambda: bool(panel.content.title), "the tab drew no chart", faults)
        panel.save_picture(folder / "chart.png")
        chart = _colours(QImage(str(folder / "chart.png")))
        shown = _colours(window.grab().toImage())
        window.documents.close(lambda: None)
        _wait(lambda: window.context is None, "the window did not close the pack", faults)
        window.close()
    finally:
        sys.excepthook = before
        app.clipboard().clear()
    for what, colours in (("chart", chart), ("window", shown)):
        if colours < FEWEST_COLOURS:
            raise SelfTestError(f"The {what} is blank: it has {colours} colours.")
    return f"window and chart drawn ({app.platformName()}), chart saved as a picture and read back"


def _wait(until: Callable[[], bool], otherwise: str, faults: list[BaseException]) -> None:
    """Let the window work until something is so; raises the first fault, or SelfTestError."""
    loop = QEventLoop()
    look, patience = QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if faults or until() else None)
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    look.start(_LOOK_EVERY_MS)
    patience.start(SECONDS * 1000)
    loop.exec()
    look.stop()
    if faults:
        raise SelfTestError(f"{type(faults[0]).__name__}: {faults[0]}") from faults[0]
    if not until():
        raise SelfTestError(f"After {SECONDS} seconds {otherwise}.")


def _colours(image: QImage) -> int:
    return len(
        {
            image.pixel(x, y)
            for y in range(0, image.height(), _SAMPLED)
            for x in range(0, image.width(), _SAMPLED)
        }
    )
