"""Starts the window: it shows first, and the heavy libraries come while the user looks at it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from safer_desktop import __version__
from safer_desktop.assets import resource
from safer_desktop.gui.charts.plot_library import steps_to_plots
from safer_desktop.gui.idle import IdleSlices
from safer_desktop.gui.last_chance import LastChance
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.messages import show_note
from safer_desktop.gui.theme import Theme
from safer_desktop.workbench.place import on_network, packaged_program
from safer_desktop.workbench.state import State


def run(state: State, *, sample: str | None = None, pack: Path | None = None) -> int:
    """Show the window, on a sample or a pack if one is named; gives the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Safer Desktop")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resource("icons", "safer-desktop.svg"))))
    last_chance = LastChance(state.logs, app)
    last_chance.install()
    try:
        window = MainWindow(state, Theme(app, state.settings.theme))
        window.show()
        QTimer.singleShot(0, lambda: begin(window, state, sample=sample, pack=pack))
        return app.exec()
    finally:
        if app.platformName() == "offscreen":
            # There the clipboard would be asked for its content after Qt is gone.
            app.clipboard().clear()
        last_chance.remove()


def begin(
    window: MainWindow, state: State, *, sample: str | None = None, pack: Path | None = None
) -> None:
    """What follows the first paint: the libraries, then the sample or pack that was named."""
    slices = IdleSlices(window)
    window.tasks.warm_up(
        lambda: importlib.import_module("pandas"), lambda: slices.start(_steps_ahead())
    )
    if pack is not None:
        window.documents.open_file(pack)
    elif sample is not None:
        window.documents.open_sample(sample)
    if state.settings_were_unreadable:
        show_note(
            "Settings",
            "Your settings could not be read, so the program starts with its own.",
            more="The old settings lie beside the new ones, in a file ending in 'unreadable'.",
            parent=window,
        )
    tell_of_network(window, state, packaged_program())


def tell_of_network(window: QWidget, state: State, program: Path | None) -> None:
    """Say once for each place that a program on a network share is slower and may break off."""
    if program is None or not on_network(program):
        return
    place = str(program.parent)
    if state.settings.network_told == place:
        return
    state.update(network_told=place)
    show_note(
        "Safer Desktop",
        "The program was started from a folder on the network.",
        more=f"It starts more slowly from there, and ends if the connection is lost; your work up "
        f"to the last edit is safe on this computer. Copy the folder {place} to this computer, or "
        "ask IT to install the program.",
        parent=window,
    )


def _steps_ahead() -> Iterator[Callable[[], object]]:
    """What the first visit of a tab would otherwise wait for."""
    yield from steps_to_plots()
    for tab in ("priority", "matrix", "sources", "report"):
        yield partial(importlib.import_module, f"safer_desktop.gui.tabs.{tab}")
