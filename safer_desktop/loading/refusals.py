"""The words of refusals that more than one reader needs."""

from __future__ import annotations

import zipfile
import zlib
from typing import NoReturn

from safer_desktop.domain.errors import LoadError

SAVE_AS_XLSX = "Open it in Excel and save it as an Excel workbook (.xlsx), then load that copy."
AS_CSV = "Save the sheet as csv: csv files of any length can be counted."
ASK_AGAIN = "Ask the sender for the file again, or download it once more."
SMALLER_FILE = "Ask the sender for a smaller file."
ASK_THE_SENDER = "Do not open it; ask the sender about it."
COPY_WITHOUT_PASSWORD = (
    "Open it in its own program with its password, save a copy without one, and load the copy."
)

BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What zipfile raises on damaged archives; OSError, ValueError and RuntimeError besides."""


def refuse(what: str, name: str, remedy: str) -> NoReturn:
    """Raise the :class:`LoadError` that says why this file is not read."""
    raise LoadError(what, where=f"File: {name}.", remedy=remedy)


def refuse_password(name: str) -> NoReturn:
    """Raise the :class:`LoadError` for a protection that this program has no key to."""
    refuse(
        "The workbook is protected by a password in a way that this program cannot open.",
        name,
        COPY_WITHOUT_PASSWORD,
    )


def refuse_entities(what: str, name: str) -> NoReturn:
    """Raise the :class:`LoadError` for XML that declares entities."""
    refuse(
        f"The workbook's {what} declares entities, which no spreadsheet program writes and"
        " harmful files do.",
        name,
        ASK_THE_SENDER,
    )
