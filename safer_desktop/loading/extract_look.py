"""Runs in the looking child process: is this file an extract, what are its columns, how many rows.

A workbook is counted in the same go, as reading it takes far longer than counting it.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.loading.cells import WorkbookKind
from safer_desktop.loading.extract_child import (
    Archives,
    Refused,
    TextPart,
    Wanted,
    be_silent,
    refused_if_damaged,
)
from safer_desktop.loading.extract_csv import HEAD, head_of
from safer_desktop.loading.extract_roles import (
    Proposal,
    column_names,
    find_header,
    propose_roles,
)
from safer_desktop.loading.extract_sheets import Grid, SheetReader
from safer_desktop.loading.extract_tally import NoLabelsError, Reading, Rules, Tally
from safer_desktop.loading.extracts import (
    ColumnRole,
    Counts,
    Extract,
    ExtractPart,
    IncidentColumns,
    fits,
    plain,
)
from safer_desktop.loading.memory import set_limit
from safer_desktop.loading.passwords import unlocked
from safer_desktop.loading.sniff import sniff

LARGEST_WORKBOOK = 200 * 1024 * 1024
MOST_MEMORY = 3 * 1024**3

_SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for.

    ``known`` are the columns of extracts met before. ``columns`` are those to count by, if that
    is settled already; ``is_extract`` that a person said so. A workbook with all the sheets of
    one of ``tables`` is one of figures.
    """

    catalogue: Catalogue
    rules: Rules
    known: tuple[IncidentColumns, ...] = ()
    tables: tuple[frozenset[str], ...] = ()
    columns: IncidentColumns | None = None
    is_extract: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: the extract, the columns it was or is to be counted by, and the counts.

    A text table is not counted yet.
    """

    extract: Extract
    columns: IncidentColumns
    counts: Counts | None


Message = Looked | Refused | None
"""What the child sends: ``None`` for what is no extract."""


def serve_look(path: str, password: str, question: Question, connection: Connection) -> None:
    """Look into a file; nothing is printed, whatever happens."""
    set_limit(MOST_MEMORY)
    gc.disable()
    be_silent()
    send: Callable[[Message], None] = connection.send
    try:
        send(look_into(Path(path), password, question))
    except PasswordNeeded:
        send(None)  # the reader of tables asks for it
    except LoadError as error:
        send(Refused(error.what, error.where, error.remedy))
    except MemoryError:
        send(
            Refused(
                "The workbook is too large for this computer's memory.",
                "",
                "Save the sheet as csv: csv files of any length can be counted.",
            )
        )
    connection.close()


def serve_look_text(part: TextPart, question: Question, connection: Connection) -> None:
    """Look into the first of several csv files; nothing is printed, whatever happens."""
    be_silent()
    send: Callable[[Message], None] = connection.send
    try:
        with refused_if_damaged(part), Archives() as archives, archives.open(part) as stream:
            send(look_into_text(part, stream.read(HEAD), question))
    except LoadError as error:
        send(Refused(error.what, error.where, error.remedy))
    connection.close()


def look_into(path: Path, password: str, question: Question) -> Looked | None:
    """What an extract holds; ``None`` for what is none. Raises :class:`LoadError`."""
    with path.open("rb") as stream:
        start = stream.read(HEAD)
    if not start.strip():
        return None
    if start.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"\x09\x08")):
        return _look_into_workbook(path, password, question)
    if sniff(start, path.name) is not WorkbookKind.TEXT:
        return None
    return look_into_text(TextPart(str(path), path.name), start, question)


def look_into_text(part: TextPart, start: bytes, question: Question) -> Looked | None:
    """The columns of a csv file by its first bytes."""
    rows = head_of(start).rows
    found = _columns_of(rows, question)
    if found is None:
        return None
    proposal, columns = found
    extract = Extract(part.name, "", 0, (ExtractPart(part.name),), (), proposal.profiles)
    return Looked(extract, columns, None)


def _columns_of(
    rows: Sequence[Sequence[str]], question: Question
) -> tuple[Proposal, IncidentColumns] | None:
    """The columns with their roles, by the recipe that fits or else by what they look like."""
    header = find_header(rows)
    if header is None:
        return None
    names = column_names(rows[header])
    proposal = propose_roles(names, rows[header + 1 : header + 1 + _SAMPLE], question.catalogue)
    settled = (question.columns,) if question.columns else ()
    known = next((it for it in (*settled, *question.known) if fits(names, it)), None)
    if known is not None:
        return proposal, _renamed(known, names)
    if not (proposal.is_extract or question.is_extract):
        return None
    return proposal, IncidentColumns(
        names,
        proposal.name(ColumnRole.DATE),
        proposal.name(ColumnRole.AREA),
        proposal.name(ColumnRole.TYPE),
        proposal.name(ColumnRole.REFERENCE),
    )


def _renamed(columns: IncidentColumns, names: Sequence[str]) -> IncidentColumns:
    """The columns under the names that they have here: case and spaces may differ."""
    here = {plain(name): name for name in names}

    def name(it: str) -> str:
        return here[plain(it)] if it else ""

    return replace(
        columns,
        date=name(columns.date),
        area=name(columns.area),
        type=name(columns.type),
        reference=name(columns.reference),
    )


def _look_into_workbook(path: Path, password: str, question: Question) -> Looked | None:
    if path.stat().st_size > LARGEST_WORKBOOK:
        return None
    data = path.read_bytes()
    sha256, size = hashlib.sha256(data).hexdigest(), len(data)
    opened = unlocked(data, path.name, password)
    if sniff(opened, path.name) in (WorkbookKind.TEXT, WorkbookKind.WEB_PAGE):
        return None
    source = path if opened is data else opened
    del data, opened
    reader = SheetReader(source, path.name)
    sheets = frozenset(plain(name) for name in reader.names)
    if any(table <= sheets for table in question.tables):
        return None
    counting = _Counting(question, path.name)
    for name in reader.names:
        counting.look(name, reader.read(name))
    return counting.looked(path.name, sha256, size)


class _Counting:
    """Counts the sheets that begin like the first one that is an extract."""

    def __init__(self, question: Question, name: str) -> None:
        self._question = question
        self._name = name
        self._found: tuple[Proposal, IncidentColumns] | None = None
        self._tally: Tally | None = None
        self._parts: list[ExtractPart] = []
        self._others: list[str] = []

    def look(self, sheet: str, grid: Grid) -> None:
        """Count a sheet, or note that it is none to count."""
        rows = grid.rows(0, _SAMPLE + 60)
        header = find_header(rows)
        names = column_names(rows[header]) if header is not None else ()
        if self._found is None and self._may_count(sheet):
            self._found = _columns_of(rows, self._question)
        columns = self._found[1] if self._found else None
        if (
            columns is None
            or header is None
            or not fits(names, columns)
            or not self._may_count(sheet)
        ):
            if grid.height:
                self._others.append(sheet)
            return
        self._count(sheet, grid, [plain(name) for name in names], columns, header)

    def _may_count(self, sheet: str) -> bool:
        settled = self._question.columns
        return not (settled and settled.sheet) or plain(settled.sheet) == plain(sheet)

    def _count(
        self, sheet: str, grid: Grid, names: list[str], columns: IncidentColumns, header: int
    ) -> None:
        self._parts.append(ExtractPart(sheet, grid.height - header - 1))
        if not columns.date:
            return
        wanted = wanted_of(columns, self._question.rules)
        if self._tally is None:
            self._tally = Tally(Reading(wanted.roles, wanted.rules))
        places = [names.index(plain(name)) for name in wanted.names]
        try:
            for block in grid.blocks(places, header + 1):
                self._tally.add(block, f"sheet '{sheet}' ")
        except NoLabelsError as error:
            raise LoadError(
                f"The column of the {error.role} holds too many different values, or too long"
                " ones, to be that.",
                where=f"File: {self._name}, sheet '{sheet}'.",
                remedy="Choose another column.",
            ) from None

    def looked(self, name: str, sha256: str, size: int) -> Looked | None:
        """What all the sheets hold; ``None`` if none is an extract."""
        if self._found is None or not self._parts:
            return None
        proposal, columns = self._found
        extract = Extract(
            name, sha256, size, tuple(self._parts), tuple(self._others), proposal.profiles
        )
        return Looked(extract, columns, self._tally.counts() if self._tally else None)


def wanted_of(columns: IncidentColumns, rules: Rules, *, place: bool = False) -> Wanted:
    """What to count by these columns. Dates that could be read either way are day first."""
    rules = replace(rules, day_first=columns.day_first is not False, count_once=columns.count_once)
    return Wanted(columns.date, columns.area, columns.type, columns.reference, rules, place=place)
