"""How long the window's tabs take to be there, and how long the window stands still meanwhile.

In a process of its own, without a screen (offscreen), on the 2016/17 sample: each tab is visited
three times. A visit ends when nothing is left of what the tab works out in idle slices and the
event loop turns freely again. A heartbeat of one millisecond tells how long it did not turn. Of
several such processes the best time of each visit counts: other programs only make it longer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.benchmarks.measure import Measure

PROCESSES = 3
VISITS = 3
FIRST, LATER, STALL = 400.0, 100.0, 100.0
"""Goals in milliseconds."""
_QUIET, _MOST_WAIT = 20, 30_000
_BUSY = 8.0
_MARK = "visits:"


@dataclass(frozen=True)
class Visit:
    """``taken`` until all is there, ``stall`` the longest time without a turn: milliseconds."""

    tab: str
    number: int
    taken: float
    stall: float


class Watch:
    """A clock over the event loop of this process."""

    def __init__(self) -> None:
        from PySide6.QtCore import QElapsedTimer, Qt, QTimer

        self._clock = QElapsedTimer()
        self._clock.start()
        self._last = self.now
        self.stall = 0.0
        self._busy_until = 0.0
        self._heart = QTimer()
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start(1)

    @property
    def now(self) -> float:
        """Milliseconds since the start."""
        return self._clock.nsecsElapsed() / 1e6

    def _beat(self) -> None:
        now = self.now
        gap, self._last = now - self._last, now
        self.stall = max(self.stall, gap)
        if gap > _BUSY:
            self._busy_until = now

    def until(self, done: Callable[[], bool]) -> float:
        """Let the window work until it is done and stays so for a while; gives when it was done."""
        from PySide6.QtCore import QEventLoop, QTimer

        began = since = self.now
        while self.now - since < _QUIET and self.now - began < _MOST_WAIT:
            loop = QEventLoop()
            QTimer.singleShot(2, loop.quit)
            loop.exec()
            since = max(since, self._busy_until) if done() else self.now
        return since


def watched(sample: str) -> list[Visit]:
    """Opens a sample in a window of this process and visits its tabs."""
    from PySide6.QtWidgets import QApplication

    from safer_desktop.gui.app import begin
    from safer_desktop.gui.idle import IdleSlices
    from safer_desktop.gui.main_window import MainWindow
    from safer_desktop.gui.theme import Theme
    from safer_desktop.workbench.state import State

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder))
        window = MainWindow(state, Theme(app, "light"))
        window.resize(1366, 768)
        window.show()
        watch = Watch()

        def idle() -> bool:
            slices = window.findChildren(IdleSlices)
            return window.context is not None and not any(it.active for it in slices)

        begin(window, state, sample=sample)
        watch.until(lambda: idle() and not window.tasks.busy and "pyqtgraph" in sys.modules)
        visits = []
        for number in range(1, VISITS + 1):
            for place, title in enumerate(window.pages.titles):
                watch.stall, began = 0.0, watch.now
                window.pages.show_number(place)
                visits.append(Visit(title, number, watch.until(idle) - began, watch.stall))
        assert window.context is not None
        window.context.workbench.close(keep_working=False)
    return visits


def visits_of_a_process() -> list[Visit]:
    """The visits in a new process."""
    child = subprocess.run(
        [sys.executable, "-m", __name__],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told = next(line for line in child.stdout.splitlines() if line.startswith(_MARK))
    return [Visit(**visit) for visit in json.loads(told.removeprefix(_MARK))]


def best(of: Sequence[Visit]) -> Visit:
    """The same visit in several processes, at its best."""
    return replace(of[0], taken=min(it.taken for it in of), stall=min(it.stall for it in of))


def run() -> Iterator[Measure]:
    visits = [
        best(same) for same in zip(*(visits_of_a_process() for _ in range(PROCESSES)), strict=True)
    ]
    first = [it for it in visits if it.number == 1]
    later = [it for it in visits if it.number > 1]
    for name, of, goal in (("first", first, FIRST), ("later", later, LATER)):
        slowest = max(of, key=lambda it: it.taken)
        yield Measure(f"slowest {name} visit ({slowest.tab})", slowest.taken, "ms", goal)
        stalled = max(of, key=lambda it: it.stall)
        yield Measure(f"longest stall, {name} visits ({stalled.tab})", stalled.stall, "ms", STALL)


if __name__ == "__main__":
    print(_MARK + json.dumps([asdict(visit) for visit in watched("2016-17-q4")]), flush=True)
    # The pack is closed and nothing is left to be kept: Qt's own end is not waited for.
    os._exit(0)
