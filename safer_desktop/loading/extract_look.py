"""Runs in the looking child process: is this file an extract, what are its columns, how many rows.

A workbook is counted in the same go, as reading it takes far longer than counting it.
"""

from __future__ import annotations

import gc
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import LoadError, PasswordNeeded
from safer_desktop.loading.archives import check_archive
from safer_desktop.loading.books import check_extents
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
from safer_desktop.loading.extract_heads import UNUSUAL, Heads
from safer_desktop.loading.extract_jobs import TOO_LARGE
from safer_desktop.loading.extract_roles import (
    Proposal,
    column_names,
    find_header,
    has_dates,
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
from safer_desktop.loading.refusals import AS_CSV, ASK_AGAIN, refuse
from safer_desktop.loading.sniff import sniff
from safer_desktop.loading.xlsx_marks import check_claims

LARGEST_WORKBOOK = 200 * 1024 * 1024
LARGEST_UNPACKED = 2560 * 1024 * 1024
MOST_CELLS = 1_048_576 * 26
MOST_MEMORY = 3 * 1024**3

_HEAD_ROWS = 60
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
        send(Refused(TOO_LARGE, "", AS_CSV))
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
    size = path.stat().st_size
    if size > LARGEST_WORKBOOK:
        return None
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    counting = _Counting(question, path.name)
    if zipfile.is_zipfile(path):
        source: Path | bytes = path
    else:
        source = unlocked(path.read_bytes(), path.name, password)
    heads = _heads(source)
    if heads is not None and heads.names:
        _look_by_heads(source, path.name, heads, counting)
    else:
        _look_whole(source, path.name, counting)
    return counting.looked(path.name, sha256, size)


def _heads(source: Path | bytes) -> Heads | None:
    with suppress(*UNUSUAL):
        return Heads(source)
    return None


def _look_by_heads(source: Path | bytes, name: str, heads: Heads, counting: _Counting) -> None:
    """Read only sheets that begin like an extract, and only the columns that are counted by."""
    try:
        sheets = {it: heads.rows(it, _HEAD_ROWS) for it in heads.names}
        if counting.are_tables(sheets):
            return
        likely = {
            it: heads.rows(it, _SAMPLE)
            for it, rows in sheets.items()
            if counting.is_settled or has_dates(rows)
        }
    except UNUSUAL:
        return  # the reader of tables says what is wrong with it
    finally:
        heads.close()
    places = {it: counting.places(it, rows) for it, rows in likely.items()}
    if not any(places.values()):
        return
    # The archive is looked through while it is read: nothing is said before both have ended.
    with ThreadPoolExecutor(max_workers=1) as pool:
        checked = pool.submit(_check, source, name)
        reader = SheetReader(source, name)
        for sheet, rows in sheets.items():
            if there := places.get(sheet):
                counting.count(sheet, reader.read(sheet, there.columns), there)
            elif rows:
                counting.pass_over(sheet)
        checked.result()


def _check(source: Path | bytes, name: str) -> None:
    """Raise :class:`LoadError` for an archive that a reader should not be given."""
    try:
        with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive:
            check_archive(archive, name, largest=LARGEST_UNPACKED)
            check_claims(archive)
    except UNUSUAL as error:
        refuse(f"A part of the workbook is damaged ({error}).", name, ASK_AGAIN)


def _look_whole(source: Path | bytes, name: str, counting: _Counting) -> None:
    """Read all of a workbook of another format."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        kind = sniff(data, name)
        if kind not in (WorkbookKind.XLS, WorkbookKind.XLSB, WorkbookKind.ODS):
            return
        check_extents(data, kind, name, MOST_CELLS)
        reader = SheetReader(data, name)
    except LoadError:
        if counting.is_settled:
            raise
        return  # the reader of tables says what is wrong with it
    if counting.are_tables(reader.names):
        return
    for sheet in reader.names:
        grid = reader.read(sheet)
        there = counting.places(sheet, grid.rows(0, _SAMPLE))
        if there is not None:
            counting.count(sheet, grid, there)
        elif grid.height:
            counting.pass_over(sheet)


@dataclass(frozen=True, slots=True)
class _Places:
    """The row of a sheet's header, and where the columns stand that it is counted by."""

    header: int
    columns: tuple[int, ...]


class _Counting:
    """Counts the sheets that begin like the first one that is an extract."""

    def __init__(self, question: Question, name: str) -> None:
        self._question = question
        self._name = name
        self._found: tuple[Proposal, IncidentColumns] | None = None
        self._tally: Tally | None = None
        self._parts: list[ExtractPart] = []
        self._others: list[str] = []

    @property
    def is_settled(self) -> bool:
        """Whether a person said that this is an extract."""
        return self._question.is_extract

    def are_tables(self, sheets: Iterable[str]) -> bool:
        """Whether these are the sheets of a workbook of figures that is known."""
        there = frozenset(plain(it) for it in sheets)
        return any(table <= there for table in self._question.tables)

    def places(self, sheet: str, rows: Sequence[Sequence[str]]) -> _Places | None:
        """Where the columns stand that this sheet is counted by; ``None`` if it is not."""
        settled = self._question.columns
        if settled and settled.sheet and plain(settled.sheet) != plain(sheet):
            return None
        header = find_header(rows)
        if header is None:
            return None
        if self._found is None:
            self._found = _columns_of(rows, self._question)
        names = column_names(rows[header])
        if self._found is None or not fits(names, self._found[1]):
            return None
        here = [plain(name) for name in names]
        return _Places(header, tuple(here.index(plain(name)) for name in self._found[1].used))

    def pass_over(self, sheet: str) -> None:
        """Note a sheet that is not counted."""
        self._others.append(sheet)

    def count(self, sheet: str, grid: Grid, places: _Places) -> None:
        """Count a sheet."""
        self._parts.append(ExtractPart(sheet, max(grid.height - places.header - 1, 0)))
        if self._found is None or not self._found[1].date:
            return
        columns = self._found[1]
        wanted = wanted_of(columns, self._question.rules)
        if self._tally is None:
            self._tally = Tally(Reading(wanted.roles, wanted.rules))
        try:
            for block in grid.blocks(places.columns, places.header + 1):
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
