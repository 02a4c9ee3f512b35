"""Work for the window's own thread, cut into slices so that the window never stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer


class IdleSlices(QObject):
    """Does small steps one by one, whenever the window has nothing else to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def active(self) -> bool:
        """Whether steps are still to come."""
        return self._timer.isActive()

    def start(self, steps: Iterable[Callable[[], object]]) -> None:
        """Begin these steps; what was left of earlier ones is dropped."""
        self._steps = iter(steps)
        self._timer.start()

    def stop(self) -> None:
        """Drop what is left."""
        self._timer.stop()
        self._steps = iter(())

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
        else:
            step()
