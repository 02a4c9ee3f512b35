"""Packs as documents: new, open, save, save as, recover, and the guard over unsaved changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.errors import PasswordNeeded, SaferError
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.dialogs.password import PasswordDialog
from safer_desktop.gui.files import ask_pack_to_open, ask_pack_to_save
from safer_desktop.gui.messages import ask_to_save, show_error
from safer_desktop.gui.tasks import Tasks
from safer_desktop.pack.lock import SIGN_OF_LIFE
from safer_desktop.pack.versions import Version
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State


class Documents(QObject):
    """The one open pack, from its opening to its closing.

    ``opened(workbench)`` comes once a pack is open, when the one before it is already closed;
    ``closed()`` when there is none any more; ``saved(note)`` after each save, with what should be
    known although it succeeded; ``custody_changed()`` when somebody else has, or no longer has, the
    pack's file.
    """

    opened = Signal(object)
    closing = Signal()
    closed = Signal()
    saved = Signal(str)
    custody_changed = Signal()

    def __init__(self, state: State, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._state = state
        self._tasks = tasks
        self._window = window
        self._bench: Workbench | None = None
        self._undo: QUndoStack | None = None
        self._alive = QTimer(self)
        self._alive.setInterval(int(SIGN_OF_LIFE.total_seconds() * 1000))
        self._alive.timeout.connect(self._say_alive)

    @property
    def workbench(self) -> Workbench | None:
        """The open pack, if there is one."""
        return self._bench

    @property
    def unsaved(self) -> bool:
        """Whether closing now would lose changes."""
        return self._undo is not None and not self._undo.isClean()

    def watch(self, undo: QUndoStack) -> None:
        """Take this stack of the pack just opened to tell what is unsaved."""
        self._undo = undo

    def new(self) -> None:
        """Start a pack without data."""
        self._guarded(lambda: self._open("New pack", lambda *_: Workbench.new(self._state)))

    def ask_and_open(self) -> None:
        """Let the user choose a pack."""

        def choose() -> None:
            path = ask_pack_to_open(self._window, self._state.settings.last_folder)
            if path:
                self._open_file(path)

        self._guarded(choose)

    def open_file(self, path: Path) -> None:
        """Open this pack."""
        self._guarded(lambda: self._open_file(path))

    def open_sample(self, name: str) -> None:
        """Open a sample; its pack has no file until the user saves it."""

        def make(progress: Progress, _password: str) -> Workbench:
            return Workbench.from_sample(name, self._state, progress)

        self._guarded(lambda: self._open("Open the sample", make))

    def recover(self, working: Path) -> None:
        """Go on with unsaved work that a crash left behind; it counts as unsaved."""

        def make(_progress: Progress, password: str) -> Workbench:
            return Workbench.recover(working, self._state, password)

        self._guarded(lambda: self._open("Recover unsaved work", make, self._take_unsaved))

    def restore(self, version: Version) -> None:
        """Go back to an earlier save of the open pack; it counts as unsaved."""
        path = self._bench.path if self._bench else None
        if path is None:
            return

        def make(_progress: Progress, password: str) -> Workbench:
            return Workbench.restore(version, path, self._state, password)

        self._guarded(lambda: self._open("Go back to an earlier save", make, self._take_unsaved))

    def protect(self, password: str | None) -> None:
        """Put the open pack under a password, or (None) take it away; that counts as unsaved."""
        bench, undo = self._bench, self._undo
        if bench is None:
            return

        def work(_progress: Progress) -> None:
            bench.protect(password)

        def done(_: None) -> None:
            if undo:
                undo.resetClean()

        self._tasks.run(work, done, title="Password of the pack")

    def take_over(self) -> None:
        """Take the file from somebody whose program is gone."""
        if self._bench is None:
            return
        try:
            self._bench.custody.take_over()
        except SaferError as error:
            show_error(error, title="Take over", parent=self._window)
        self.custody_changed.emit()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the pack to its file, asking for one if it has none; then go on with ``then``."""
        if self._bench and self._bench.path:
            self._save(self._bench, None, then)
        else:
            self.save_as(then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and write the pack to it, which it then belongs to."""
        if self._bench:
            folder = self._state.settings.last_folder
            path = ask_pack_to_save(self._window, folder, self._bench.title)
            if path:
                self._save(self._bench, path, then)

    def close(self, then: Callable[[], None] | None = None) -> None:
        """Close the pack unless the user wants to stay with it; then go on with ``then``."""

        def close() -> None:
            self._drop()
            self.closed.emit()
            if then:
                then()

        self._guarded(close)

    def _guarded(self, go_on: Callable[[], None]) -> None:
        if self._tasks.busy:
            return
        if not (self._bench and self.unsaved):
            go_on()
            return

        def answered(save: bool | None) -> None:
            if save:
                self.save(go_on)
            elif save is False:
                go_on()

        ask_to_save(self._bench.title, answered, self._window)

    def _open_file(self, path: Path) -> None:
        def make(progress: Progress, password: str) -> Workbench:
            progress.report(0.1, f"Opening {path.name}")
            return Workbench.open(path, self._state, password)

        self._open(f"Open {path.name}", make)

    def _open(
        self,
        title: str,
        make: Callable[[Progress, str], Workbench],
        take: Callable[[Workbench], None] | None = None,
        password: str = "",
    ) -> None:
        def ask_password(error: SaferError) -> None:
            if not isinstance(error, PasswordNeeded):
                show_error(error, title=title, parent=self._window)
                return
            dialog = PasswordDialog(
                "This pack", wrong=error.wrong, otherwise="Cancel", parent=self._window
            )
            dialog.accepted.connect(lambda: self._open(title, make, take, dialog.take_password()))
            dialog.open()

        def work(progress: Progress) -> Workbench:
            return make(progress, password)

        self._tasks.run(work, take or self._take, ask_password, title=title)

    def _take(self, bench: Workbench) -> None:
        self._drop()
        self._bench = bench
        self._alive.start()
        self.opened.emit(bench)
        self.custody_changed.emit()

    def _take_unsaved(self, bench: Workbench) -> None:
        self._take(bench)
        if self._undo:
            self._undo.resetClean()

    def _say_alive(self) -> None:
        custody = self._bench.custody if self._bench else None
        if custody is None:
            return

        def renew() -> None:
            before = custody.holder
            custody.say_alive()
            if custody.holder != before:
                self.custody_changed.emit()

        # Not in the window's thread: the lock may lie on a network drive that does not answer.
        QThreadPool.globalInstance().start(renew)

    def _save(self, bench: Workbench, path: Path | None, then: Callable[[], None] | None) -> None:
        undo = self._undo
        index = undo.index() if undo else 0

        def work(progress: Progress) -> str:
            return bench.save(path, progress)

        def done(note: str) -> None:
            if undo and undo.index() == index:
                undo.setClean()
            self.saved.emit(note)
            self.custody_changed.emit()
            if then:
                then()

        self._tasks.run(work, done, title="Save the pack")

    def _drop(self) -> None:
        self._alive.stop()
        if self._bench:
            self.closing.emit()
            self._bench.close()
        self._bench = None
        self._undo = None
