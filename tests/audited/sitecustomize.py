"""Loaded by every Python process whose PYTHONPATH names this folder, before the program's own code:
writes down what the process does that reaches out of it, one file for each process."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import FrameType

FOLDER = Path(os.environ["AUDIT_FOLDER"])
KEPT = (
    "ftplib.", "http.", "imaplib.", "nntplib.", "os.exec", "os.posix_spawn", "os.spawn",
    "os.startfile", "os.system", "poplib.", "pty.", "smtplib.", "socket.", "subprocess.",
    "telnetlib.", "urllib.", "webbrowser.", "winreg.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND

_file = os.open(FOLDER / f"{os.getpid()}.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def _unpickles_from_elsewhere() -> bool:
    """Whether what is unpickled now did not come through a pipe of multiprocessing."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if "multiprocessing" in Path(frame.f_code.co_filename).parts:
            return False
        frame = frame.f_back
    return True


def _is_kept(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        return isinstance(arguments[2], int) and bool(arguments[2] & WRITING)
    if event == "pickle.find_class":
        return _unpickles_from_elsewhere()
    return event == "sqlite3.connect" or event.startswith(KEPT)


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if _is_kept(event, arguments):
        line = json.dumps([event, [str(it) for it in arguments]]) + "\n"
        os.write(_file, line.encode())


sys.addaudithook(_look)
