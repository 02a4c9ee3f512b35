"""Reads a workbook in a child process that can be stopped at any moment."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from safer_desktop.domain.errors import Cancelled, LoadError
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.loading import worker
from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.sniff import SAVE_AS_XLSX, refuse

TIME_LIMIT = 180.0
"""Seconds after which a file is given up."""

_WAIT = 0.05


def read_workbook(path: Path, progress: Progress, *, time_limit: float = TIME_LIMIT) -> Workbook:
    """All sheets of an xlsx, xlsm, xls, xlsb, ods or text table.

    Raises :class:`LoadError` with the reason and the remedy, :class:`Cancelled` within a tenth of
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
    process = context.Process(target=worker.serve, args=(str(path), sender), daemon=True)
    process.start()
    sender.close()
    try:
        answer = _wait(process, receiver, path, progress, time_limit)
    finally:
        receiver.close()
        process.kill()
        process.join()
        process.close()
    if isinstance(answer, Workbook):
        progress.report(1.0, f"Read {path.name}")
        return answer
    what, where, remedy = answer
    raise LoadError(what, where=where or f"File: {path.name}.", remedy=remedy)


def _wait(
    process: BaseProcess,
    receiver: Connection,
    path: Path,
    progress: Progress,
    time_limit: float,
) -> worker.Answer:
    begun = time.monotonic()
    while not receiver.poll(_WAIT):
        if progress.cancelled():
            raise Cancelled
        spent = time.monotonic() - begun
        if spent > time_limit:
            refuse(
                f"The workbook could not be read within {time_limit:,.0f} seconds.",
                path.name,
                "Ask the sender for a smaller file.",
            )
        progress.report(0.9 * spent / (spent + 2.0), f"Reading {path.name}")
    try:
        answer: worker.Answer = receiver.recv()
    except EOFError:
        refuse("The workbook is damaged in a way that stops its reader.", path.name, SAVE_AS_XLSX)
    process.join(5.0)
    return answer
