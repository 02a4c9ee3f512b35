"""Runs in the reading child process: one file in, one workbook or one refusal out.

calamine can abort its process and cannot be stopped; here it takes nobody along.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.loading.books import read_book
from safer_desktop.loading.cells import CellValue, Notice, Sheet, Workbook, WorkbookKind
from safer_desktop.loading.memory import set_limit
from safer_desktop.loading.passwords import unlocked
from safer_desktop.loading.refusals import ASK_AGAIN, SMALLER_FILE, refuse
from safer_desktop.loading.sniff import sniff
from safer_desktop.loading.text_tables import read_text_table
from safer_desktop.loading.web_tables import read_web_tables

LARGEST_FILE = 200 * 1024 * 1024
CELLS_AT_ONCE = 20_000
"""Cells in one message: taking in a larger one would hold up the window's own work."""

TOO_MUCH_MEMORY = "Reading the workbook would take more memory than a table needs."

Row = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read; ``wrong`` is told of a protected file, whether a password was."""

    what: str
    where: str
    remedy: str
    wrong: bool | None = None


Message = list[Row] | Sheet | Workbook | Refusal
"""What the child sends: rows of a sheet, then the sheet without its rows; so for each sheet, and
last the workbook without its sheets. Or a refusal, which ends everything."""


def serve(path: str, password: str, memory: int, connection: Connection) -> None:
    """Read the file and send its :data:`Message`; nothing is printed, whatever happens.

    More than ``memory`` bytes are never taken, where the system can see to that.
    """
    set_limit(memory)
    gc.disable()  # millions of small tuples, no circles, and a short life
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    sys.stderr = sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    send: Callable[[Message], None] = connection.send
    try:
        with _panics_refused(Path(path).name):
            workbook, sheets = _opened(Path(path), password)
            for sheet in sheets:
                step = max(CELLS_AT_ONCE // max(sheet.width, 1), 1)
                for start in range(0, sheet.height, step):
                    send(list(sheet.rows[start : start + step]))
                send(replace(sheet, rows=()))
            send(workbook)
    except PasswordNeeded as error:
        send(Refusal(error.what, error.where, error.remedy, error.wrong))
    except LoadError as error:
        send(Refusal(error.what, error.where, error.remedy))
    except (MemoryError, RecursionError):
        send(Refusal(TOO_MUCH_MEMORY, "", SMALLER_FILE))
    connection.close()


def read_file(path: Path, password: str = "") -> Workbook:
    """The file as a workbook, read in this very process; raises :class:`LoadError`."""
    with _panics_refused(path.name):
        workbook, sheets = _opened(path, password)
        return replace(workbook, sheets=tuple(sheets))


@contextmanager
def _panics_refused(name: str) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        # What calamine raises on a file that it did not foresee is no Exception and has no
        # importable name.
        if type(error).__name__ != "PanicException":
            raise
        refuse("The file is damaged.", name, ASK_AGAIN)


def _opened(path: Path, password: str) -> tuple[Workbook, Iterator[Sheet]]:
    """The workbook without its sheets, and these one by one."""
    name = path.name
    data = _bytes_of(path)
    plain = unlocked(data, name, password)
    kind = sniff(plain, name)
    sheets: Iterator[Sheet]
    notices: tuple[Notice, ...] = ()
    if kind is WorkbookKind.TEXT:
        sheets = iter((read_text_table(plain, name),))
    elif kind is WorkbookKind.WEB_PAGE:
        sheets = iter(read_web_tables(plain, name))
    else:
        notices, sheets = read_book(plain, kind, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return Workbook(name, sha256, len(data), (), kind, notices), sheets


def _bytes_of(path: Path) -> bytes:
    name = path.name
    if path.stat().st_size > LARGEST_FILE:
        refuse(
            f"The file has more than {LARGEST_FILE // 1024**2} MB.",
            name,
            "Ask the sender for counts in place of single records.",
        )
    try:
        return path.read_bytes()
    except PermissionError:
        refuse(
            "The file cannot be opened.",
            name,
            "Close it in any other program, or ask who may read it.",
        )
    except OSError as error:
        refuse(f"The file cannot be read ({error.strerror}).", name, "Copy it to this computer.")
