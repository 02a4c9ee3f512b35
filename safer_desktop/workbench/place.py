"""Where the packaged program lies, and what follows from that."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path, PureWindowsPath

PORTABLE_FILE = "portable.ini"
PORTABLE_FOLDER = "data"


def packaged_program() -> Path | None:
    """The program's file if this is a bundle; None when it runs from source."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None


def on_network(program: Path) -> bool:
    r"""Whether the path leads over a network share, as ``\\server\share\...`` does."""
    drive = PureWindowsPath(str(program)).drive
    if drive.casefold().startswith("\\\\?\\unc\\"):
        return True
    return drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))


def portable_folder(program: Path) -> Path | None:
    """The folder beside the program for everything that it keeps, where that is wanted and can be.

    It is wanted where ``portable.ini`` lies beside the program, and cannot be where the folder is
    on a network share (unsaved work would go with the connection) or may not be written to.
    """
    home = program.parent
    if not (home / PORTABLE_FILE).is_file() or on_network(program):
        return None
    folder = home / PORTABLE_FOLDER
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return None
