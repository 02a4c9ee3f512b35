"""How long the window takes to paste 200 rows into the risk/harm matrix, to undo and to redo it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Measure

ROWS = 200
ROUNDS = 5
GOAL_MS = 200.0


def run() -> Iterable[Measure]:
    """The best of several rounds; what is drawn afterwards is part of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QUndoGroup
    from PySide6.QtWidgets import QApplication, QMainWindow

    from safer_desktop.gui.actions import Actions
    from safer_desktop.gui.context import Context
    from safer_desktop.gui.models import matrix_columns as col
    from safer_desktop.gui.tabs.matrix import MatrixTab
    from safer_desktop.gui.tasks import Tasks
    from safer_desktop.gui.theme import Theme
    from tests.gui.made import made_workbench

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        theme, window = Theme(app, "light"), QMainWindow()
        bench = made_workbench(Path(folder) / "state")
        context = Context(bench, Tasks(window), Actions(window, QUndoGroup(window)), theme)
        tab = MatrixTab(context)
        tab.resize(1366, 620)
        tab.show()

        def paste(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            tab.ui.table.paste_cells()

        def timed(work: Callable[[], object]) -> float:
            start = time.perf_counter()
            work()
            app.sendPostedEvents()
            tab.repaint()
            return (time.perf_counter() - start) * 1000

        first = len(tab.model.codes)
        tab.ui.table.go_to(tab.model.index(first, tab.model.place(col.TYPE)))
        names = timed(lambda: paste("\n".join(f"Type {n}\t{n * 10}" for n in range(ROWS))))
        times: dict[str, list[float]] = {"paste": [], "undo": [], "redo": []}
        for turn in range(ROUNDS):
            tab.ui.table.go_to(tab.model.index(first, tab.model.place(col.PROBABILITY)))
            text = "\n".join(f"3\t{(n + turn) % 20 + 1}" for n in range(ROWS))
            times["paste"].append(timed(partial(paste, text)))
            times["undo"].append(timed(context.undo_stack.undo))
            times["redo"].append(timed(context.undo_stack.redo))
        yield Measure(f"{ROWS} new rows x 2 columns pasted", names, "ms", 2 * GOAL_MS)
        for name, found in times.items():
            yield Measure(f"{ROWS} rows x 2 scores: {name}", min(found), "ms", GOAL_MS)
        window.close()
        tab.close()
        tab.deleteLater()
        context.close()
        bench.close()
