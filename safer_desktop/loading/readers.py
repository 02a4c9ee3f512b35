"""Reads a workbook in a child process that can be stopped at any moment."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.loading import worker
from safer_desktop.loading.cells import Sheet, Workbook
from safer_desktop.loading.memory import MEGABYTE, memory_of
from safer_desktop.loading.refusals import SAVE_AS_XLSX, SMALLER_FILE, refuse

TIME_LIMIT = 180.0
"""Seconds after which a file is given up."""

MEMORY = 384 * MEGABYTE
MEMORY_FOR_EACH_BYTE = 12
MOST_MEMORY = 1536 * MEGABYTE
"""The reader may take :data:`MEMORY` bytes and 12 for each byte of the file, but never more."""

_WAIT = 0.05


def read_workbook(
    path: Path, progress: Progress, *, password: str = "", time_limit: float = TIME_LIMIT
) -> Workbook:
    """All sheets of an xlsx, xlsm, xls, xlsb, ods or text table.

    Raises :class:`PasswordNeeded` if ``password`` does not open a protected one,
    :class:`LoadError` with the reason and the remedy, :class:`Cancelled` within a tenth of
    a second of the wish.
    """
    if path.is_dir():
        refuse("This is a folder, not a workbook.", path.name, "Choose the file inside it.")
    if not path.is_file():
        refuse("The file is not there any more.", path.name, "Choose it again.")
    check_cancelled(progress)
    progress.report(0.0, f"Reading {path.name}")
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    # The arguments reach the child through a pipe: no password stands in its command line.
    memory = memory_limit(path.stat().st_size)
    arguments = (str(path), password, memory, sender)
    process = context.Process(target=worker.serve, args=arguments, daemon=True)
    process.start()
    sender.close()
    try:
        workbook = _received(_Child(process, receiver, path.name, progress, time_limit, memory))
    finally:
        receiver.close()
        process.kill()
        process.join()
        process.close()
    progress.report(1.0, f"Read {path.name}")
    return workbook


def memory_limit(size: int) -> int:
    """Bytes of memory that reading a file of this size may take."""
    return min(MEMORY + MEMORY_FOR_EACH_BYTE * size, MOST_MEMORY)


@dataclass(slots=True)
class _Child:
    process: BaseProcess
    receiver: Connection
    name: str
    progress: Progress
    time_limit: float
    memory: int
    begun: float = field(default_factory=time.monotonic)

    def message(self) -> worker.Message:
        """What the child says next."""
        while not self.receiver.poll(_WAIT):
            self._look_up()
        self._look_up()
        try:
            message: worker.Message = self.receiver.recv()
        except EOFError:
            refuse(
                "The workbook stops its reader: it is damaged, or would take more memory than a"
                " table needs.",
                self.name,
                SAVE_AS_XLSX,
            )
        return message

    def _look_up(self) -> None:
        check_cancelled(self.progress)
        spent = time.monotonic() - self.begun
        if spent > self.time_limit:
            refuse(
                f"The workbook could not be read within {self.time_limit:,.0f} seconds.",
                self.name,
                SMALLER_FILE,
            )
        if memory_of(self.process.pid or 0) > self.memory:
            refuse(worker.TOO_MUCH_MEMORY, self.name, SMALLER_FILE)
        self.progress.report(0.9 * spent / (spent + 2.0), f"Reading {self.name}")


def _received(child: _Child) -> Workbook:
    rows: list[worker.Row] = []
    sheets: list[Sheet] = []
    while True:
        message = child.message()
        if isinstance(message, list):
            rows += message
        elif isinstance(message, Sheet):
            sheets.append(replace(message, rows=tuple(rows)))
            rows = []
        elif isinstance(message, Workbook):
            return replace(message, sheets=tuple(sheets))
        else:
            raise _error(message, child.name)


def _error(refusal: worker.Refusal, name: str) -> LoadError:
    where = refusal.where or f"File: {name}."
    if refusal.wrong is None:
        return LoadError(refusal.what, where=where, remedy=refusal.remedy)
    return PasswordNeeded(refusal.what, where=where, remedy=refusal.remedy, wrong=refusal.wrong)
