"""Runs in the counting child process: rows go in, and nothing but counts comes out."""

from __future__ import annotations

import csv
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

from safer_desktop.domain.errors import LoadError
from safer_desktop.loading.extract_csv import Asked, TextReader, head_of
from safer_desktop.loading.extract_roles import column_names
from safer_desktop.loading.extract_tally import (
    NoLabelsError,
    Reading,
    Roles,
    Rules,
    Tally,
    Text,
    area_label,
)
from safer_desktop.loading.extracts import Counts, plain
from safer_desktop.loading.refusals import ASK_AGAIN

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, csv.Error)
"""What reading a damaged zip or csv raises."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A csv file, or a member of a zip; ``name`` is shown. ``month`` is the only one it may hold
    (the year times 12 plus the month from 0), 0 for any."""

    path: str
    name: str
    member: str = ""
    size: int = 0
    month: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to count: the names of the columns, and how.

    ``place`` tells whether a row's place names its file. ``apart`` gives the counts of each part
    by itself, in the order of the parts.
    """

    date: str
    area: str
    type: str
    reference: str
    rules: Rules
    area_text: Text = area_label
    place: bool = True
    apart: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that are read, the date's first."""
        return tuple(it for it in (self.date, self.area, self.type, self.reference) if it)

    @property
    def roles(self) -> Roles:
        """Which of them there are."""
        return Roles(bool(self.area), bool(self.type), bool(self.reference))


@dataclass(frozen=True, slots=True)
class Refused:
    """The parts of a :class:`LoadError`, which ends the work."""

    what: str
    where: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is: bytes read and rows counted since the last step, and in which part."""

    part: str
    size: int
    rows: int


Message = Step | Counts | Refused | None
"""What the child sends; ``None`` when all is done, a refusal otherwise."""


def serve_texts(parts: Sequence[TextPart], wanted: Wanted, connection: Connection) -> None:
    """Count csv files; nothing is printed, whatever happens."""
    be_silent()
    send: Callable[[Message], None] = connection.send
    try:
        count_texts(parts, wanted, send)
        send(None)
    except LoadError as error:
        send(Refused(error.what, error.where, error.remedy))
    except MemoryError:
        send(Refused("The files are too large for this computer's memory.", "", ASK_AGAIN))
    connection.close()


def be_silent() -> None:
    """Let libraries print into the void: what they print might be a cell."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    sys.stderr = sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def count_texts(parts: Sequence[TextPart], wanted: Wanted, send: Callable[[Message], None]) -> None:
    """Count csv files. Raises :class:`LoadError` for the first that cannot be counted whole."""
    reading = Reading(wanted.roles, wanted.rules, wanted.area_text)
    tally = Tally(reading)
    layouts, reader = _Layouts(wanted), TextReader()
    with Archives() as archives:
        for part in parts:
            if wanted.apart:
                tally = Tally(reading, part.month)
            with refused_if_damaged(part), archives.open(part) as stream:
                _count_one(part, reader, reader.begin(stream), layouts, tally, send)
            if wanted.apart:
                send(tally.counts())
        if not wanted.apart:
            send(tally.counts())


@contextmanager
def refused_if_damaged(part: TextPart) -> Iterator[None]:
    """Raises what reading a damaged file raises as :class:`LoadError`."""
    where = f"in {Path(part.path).name}" if part.member else ""
    try:
        yield
    except NoLabelsError as error:
        raise LoadError(
            f"The column of the {error.role} in '{part.name}' is damaged, or holds other things:"
            " its values are too many or too long.",
            where=where,
            remedy="Choose another column, or ask the sender for the file again.",
        ) from None
    except DAMAGED as error:
        raise LoadError(
            f"'{part.name}' is damaged and cannot be read to its end ({error}).",
            where=where,
            remedy=ASK_AGAIN,
        ) from None
    except OSError as error:
        raise LoadError(
            f"'{part.name}' could not be opened ({error.strerror or 'it is not readable'}).",
            where=where,
            remedy="Check that it is still there and that you may read it.",
        ) from None


class Archives:
    """Opens parts; a zip is kept open from part to part."""

    def __init__(self) -> None:
        self._path = ""
        self._zip: zipfile.ZipFile | None = None

    def __enter__(self) -> Archives:
        return self

    def __exit__(self, *_: object) -> None:
        if self._zip is not None:
            self._zip.close()

    def open(self, part: TextPart) -> IO[bytes]:
        """The bytes of a part."""
        if not part.member:
            return Path(part.path).open("rb", buffering=0)
        if self._zip is None or self._path != part.path:
            if self._zip is not None:
                self._zip.close()
            self._zip, self._path = zipfile.ZipFile(part.path), part.path
        return self._zip.open(part.member)


class _Layouts:
    """Where the wanted columns stand in a file; files that begin alike are looked at once."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._known: dict[bytes, Asked] = {}
        self.place = wanted.place

    def of(self, part: TextPart, start: bytes) -> Asked:
        line = start.partition(b"\n")[0]
        known = self._known.get(line)
        if known is None:
            known = self._looked_at(part, start)
            if known.first == 2 and len(line) < len(start):
                self._known[line] = known
        return known

    def _looked_at(self, part: TextPart, start: bytes) -> Asked:
        head = head_of(start)
        wanted = [plain(name) for name in self._wanted.names]
        for number, row in enumerate(head.rows[:60]):
            names = [plain(name) for name in column_names(row)]
            if all(name in names for name in wanted):
                columns = tuple(names.index(name) for name in wanted)
                return Asked(head.delimiter, head.encoding, len(names), columns, number + 2)
        there = {plain(name) for row in head.rows[:60] for name in row}
        absent = next((it for it in self._wanted.names if plain(it) not in there), wanted[0])
        raise LoadError(
            f"'{part.name}' has no column '{absent}' in its header.",
            where=f"in {Path(part.path).name}" if part.member else "",
            remedy="Use the file as the sender made it, with all its columns.",
        )


def _count_one(
    part: TextPart,
    reader: TextReader,
    start: bytes,
    layouts: _Layouts,
    tally: Tally,
    send: Callable[[Message], None],
) -> None:
    place = f"{part.name} " if layouts.place else ""
    size, rows = 0, tally.rows
    for block in reader.blocks(layouts.of(part, start)):
        tally.add(block, place)
        send(Step(part.name, reader.taken - size, tally.rows - rows))
        size, rows = reader.taken, tally.rows
    send(Step(part.name, part.size - size, 0))
