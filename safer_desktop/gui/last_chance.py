"""What happens when the program itself is at fault: a log entry, and a plain word to the user."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from safer_desktop import __version__
from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.forms.ui_last_chance import Ui_LastChanceDialog
from safer_desktop.gui.messages import show_error

LOG_NAME = "errors.log"
CRASH_NAME = "crash.log"
_MOST_BYTES = 1_000_000

_logger = logging.getLogger(__name__)


class LastChance(QObject):
    """Receives every exception that nobody caught, from any thread.

    A :class:`SaferError` that slipped through is shown like any other message. For the rest the
    details go to ``errors.log`` in the log folder, and a dialog says what is safe and what to do.
    """

    _raised = Signal(object)

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = logs / LOG_NAME
        self._dialog: LastChanceDialog | None = None
        self._handler = _log_handler(self._log)
        self._crash = (logs / CRASH_NAME).open("w", encoding="utf-8")
        self._before: Callable[..., object] = sys.excepthook
        self._before_in_threads: Callable[..., object] = threading.excepthook
        self._raised.connect(self._show)

    def install(self) -> None:
        """Take over the hooks of Python and the file for crashes of the process itself."""
        self._before, self._before_in_threads = sys.excepthook, threading.excepthook
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        logging.getLogger().addHandler(self._handler)
        faulthandler.enable(self._crash)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        faulthandler.disable()
        self._crash.close()

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if not isinstance(error, SaferError):
            _logger.error("Uncaught", exc_info=(kind, error, trace))
        self._raised.emit(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, SaferError):
            show_error(error, title="Safer Desktop")
        elif self._dialog is None:
            # One dialog at a time: a fault in a paint or a timer would come again and again.
            self._dialog = LastChanceDialog(error, self._log)
            self._dialog.finished.connect(self._dialog_gone)
            self._dialog.open()

    def _dialog_gone(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None


class LastChanceDialog(QDialog):
    """What is safe, what to do, and the details for whoever looks after the program."""

    def __init__(self, error: BaseException, log: Path) -> None:
        super().__init__(QApplication.activeWindow())
        self.ui = Ui_LastChanceDialog()
        self.ui.setupUi(self)
        self.details = details(error)
        self.ui.log.setText(f"The details are also in {log}.")
        self.ui.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)


def details(error: BaseException) -> str:
    """Versions and the traceback, to send to whoever looks after the program."""
    system = (
        f"Safer Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    return f"{system}\n\n{''.join(traceback.format_exception(error))}"


def _log_handler(path: Path) -> logging.Handler:
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(path.with_suffix(".old.log"))
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
