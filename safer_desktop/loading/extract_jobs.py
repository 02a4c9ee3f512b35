"""Has the rows of an extract counted by child processes that can be stopped at any moment."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from safer_desktop.domain.display import number
from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.loading.extract_child import (
    Message,
    Refused,
    Step,
    TextPart,
    Wanted,
    serve_texts,
)
from safer_desktop.loading.extracts import Counts
from safer_desktop.loading.memory import memory_of
from safer_desktop.loading.refusals import AS_CSV, ASK_AGAIN

MOST_CHILDREN = 4

TOO_LARGE = "The workbook is too large for this computer's memory."

_WORTH_A_SECOND = 16 * 1024 * 1024
_WAIT = 0.05

Served = tuple[Connection, BaseProcess]


def count_texts(
    parts: Sequence[TextPart], wanted: Wanted, progress: Progress
) -> tuple[Counts, ...]:
    """Count csv files: one count for each child, or with ``wanted.apart`` for each part in order.

    References are looked for in all parts, so that one child does it all where they are wanted.
    Raises :class:`LoadError`, and :class:`Cancelled` within a tenth of a second of the wish.
    """
    shares = _shares(parts, 1 if wanted.reference else _children(parts))
    total = sum(part.size for part in parts) or 1
    found: list[list[Counts]] = [[] for _ in shares]
    size = rows = 0
    with served([(serve_texts, ([parts[i] for i in share], wanted)) for share in shares]) as them:
        for child, message in messages(them, progress):
            if isinstance(message, Counts):
                found[child].append(message)
                continue
            size, rows = size + message.size, rows + message.rows
            words = f"Counting {message.part}: {number(rows)} rows so far"
            progress.report(min(size / total, 0.99), words)
    progress.report(1.0, f"Counted {number(rows)} rows")
    if not wanted.apart:
        return tuple(counts for of_child in found for counts in of_child)
    by_part = {
        place: counts
        for share, of_child in zip(shares, found, strict=True)
        for place, counts in zip(share, of_child, strict=True)
    }
    return tuple(by_part[place] for place in range(len(parts)))


def _children(parts: Sequence[TextPart]) -> int:
    size = sum(part.size for part in parts)
    processors = os.cpu_count() or 1
    return max(1, min(MOST_CHILDREN, processors, len(parts), 1 + size // _WORTH_A_SECOND))


def _shares(parts: Sequence[TextPart], children: int) -> list[list[int]]:
    """The places of the parts, shared out so that each child has about as many bytes."""
    shares: list[list[int]] = [[] for _ in range(children)]
    sizes = [0] * children
    for place in sorted(range(len(parts)), key=lambda it: -parts[it].size):
        least = sizes.index(min(sizes))
        shares[least].append(place)
        sizes[least] += parts[place].size
    return [sorted(share) for share in shares]


def answer(
    target: Callable[..., None],
    arguments: tuple[Any, ...],
    progress: Progress,
    words: str,
    *,
    memory: int,
) -> Any:
    """What one child process answers, which may take so many bytes of memory.

    Raises as :func:`count_texts`.
    """
    begun = time.monotonic()
    with served([(target, arguments)]) as ((receiver, child),):
        while not receiver.poll(_WAIT):
            check_cancelled(progress)
            if memory_of(child.pid or 0) > memory:
                raise LoadError(TOO_LARGE, remedy=AS_CSV)
            spent = time.monotonic() - begun
            progress.report(0.9 * spent / (spent + 5.0), words)
        try:
            message = receiver.recv()
        except EOFError:
            raise _stopped() from None
    if isinstance(message, Refused):
        raise LoadError(message.what, where=message.where, remedy=message.remedy)
    return message


def _stopped() -> LoadError:
    return LoadError("The file is damaged in a way that stops its reader.", remedy=ASK_AGAIN)


@contextmanager
def served(work: Sequence[tuple[Callable[..., None], tuple[Any, ...]]]) -> Iterator[list[Served]]:
    """Child processes at work, each with the pipe that it answers through; killed at the end."""
    context = multiprocessing.get_context("spawn")
    children: list[Served] = []
    try:
        for target, arguments in work:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=target, args=(*arguments, sender), daemon=True)
            process.start()
            sender.close()
            children.append((receiver, process))
        yield children
    finally:
        for receiver, child in children:
            receiver.close()
            child.kill()
            child.join()
            child.close()


def messages(children: Sequence[Served], progress: Progress) -> Iterator[tuple[int, Step | Counts]]:
    """What the children say, with the number of the child, until all have done their work.

    Raises :class:`LoadError` for a child's refusal or its sudden end, :class:`Cancelled`.
    """
    busy = {number: receiver for number, (receiver, _) in enumerate(children)}
    while busy:
        check_cancelled(progress)
        ready = wait(list(busy.values()), _WAIT)
        for child in [it for it, receiver in busy.items() if receiver in ready]:
            try:
                message: Message = busy[child].recv()
            except EOFError:
                raise _stopped() from None
            if isinstance(message, Refused):
                raise LoadError(message.what, where=message.where, remedy=message.remedy)
            if message is None:
                del busy[child]
            else:
                yield child, message
