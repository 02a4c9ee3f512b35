"""The one helper for work in another thread: progress, cancel, and a clean end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.errors import Cancelled, SaferError
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.dialogs.progress import ProgressDialog
from safer_desktop.gui.messages import show_error

_T = TypeVar("_T")

SHOW_AFTER_MS = 400
_REPORT_EVERY = 0.05


@dataclass(frozen=True)
class _Job:
    title: str
    progress: _JobProgress
    on_done: Callable[[Any], None]
    on_error: Callable[[SaferError], None]
    on_cancelled: Callable[[], None] | None


class Tasks(QObject):
    """Runs long work, one piece at a time, and shows how far it is.

    ``changed`` tells that work began or ended; ``stopped`` that the user cancelled the work of
    that title.
    """

    changed = Signal()
    stopped = Signal(str)
    _reported = Signal(object, float, str)
    _ended = Signal(object, object)
    _warmed = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._job: _Job | None = None
        self._dialog: ProgressDialog | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_AFTER_MS)
        self._patience.timeout.connect(self._show_dialog)
        # Emitted by the worker, or in the middle of run() if the work was over that soon: queued,
        # they always come in the window's thread, and after run() has returned.
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._show_report, queued)
        self._ended.connect(self._settle, queued)
        self._warmed.connect(self._settle_warm_up, queued)

    @property
    def busy(self) -> bool:
        """Whether work is under way; a second piece would be refused."""
        return self._job is not None

    def run(
        self,
        work: Callable[[Progress], _T],
        on_done: Callable[[_T], None],
        on_error: Callable[[SaferError], None] | None = None,
        *,
        title: str,
        on_cancelled: Callable[[], None] | None = None,
    ) -> bool:
        """Do ``work`` in another thread, then ``on_done`` with its result in this one.

        ``work`` reports to the progress it is handed and raises :class:`SaferError` for what a
        user has to know: ``on_error`` gets it (default: it is shown). Work that stops at the
        user's wish raises :class:`Cancelled`. Gives False, and does nothing, while other work
        is under way.
        """
        if self._job is not None:
            return False

        def shown(error: SaferError) -> None:
            show_error(error, title=title, parent=self._window)

        progress = _JobProgress(self._reported.emit)
        job = _Job(title, progress, on_done, on_error or shown, on_cancelled)
        self._job = job
        self._patience.start()
        self.changed.emit()
        future = self._pool.submit(work, progress)
        future.add_done_callback(lambda ended: self._ended.emit(job, ended))
        return True

    def warm_up(self, work: Callable[[], object], then: Callable[[], None]) -> None:
        """Do short work that nobody waits for, before anything that is asked for later."""
        future = self._pool.submit(work)
        future.add_done_callback(lambda ended: self._warmed.emit(then, ended))

    def cancel(self) -> None:
        """Ask the work under way to stop; it ends at its next look."""
        if self._job:
            self._job.progress.cancel()

    def close(self) -> None:
        """Stop what is under way, wait for it, and take no more; its result is dropped."""
        job, self._job = self._job, None
        if job:
            job.progress.cancel()
        self._patience.stop()
        self._close_dialog()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _show_dialog(self) -> None:
        if self._job:
            self._dialog = ProgressDialog(self._job.title, self._window)
            self._dialog.stop_asked.connect(self.cancel)
            self._show_report(self._job.progress, *self._job.progress.latest)
            self._dialog.open()

    def _show_report(self, progress: _JobProgress, done: float, text: str) -> None:
        if self._dialog and self._job and self._job.progress is progress:
            self._dialog.show_report(done, text)

    def _settle(self, job: _Job, ended: Future[Any]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._patience.stop()
        self._close_dialog()
        self.changed.emit()
        error = ended.exception()
        if error is None:
            job.on_done(ended.result())
        elif isinstance(error, Cancelled):
            self.stopped.emit(job.title)
            if job.on_cancelled:
                job.on_cancelled()
        elif isinstance(error, SaferError):
            job.on_error(error)
        else:
            raise error

    def _settle_warm_up(self, then: Callable[[], None], ended: Future[Any]) -> None:
        ended.result()
        then()

    def _close_dialog(self) -> None:
        if self._dialog:
            self._dialog.end()
            self._dialog = None


class _JobProgress:
    """The progress that work is handed; reports pass on no faster than eyes can follow."""

    def __init__(self, tell: Callable[[object, float, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told_at = 0.0
        self.latest = (0.0, "")

    def report(self, done: float, text: str) -> None:
        now = time.monotonic()
        self.latest = (done, text)
        if done >= 1.0 or now - self._told_at >= _REPORT_EVERY:
            self._told_at = now
            self._tell(self, done, text)

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()
