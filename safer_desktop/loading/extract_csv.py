"""Reads the columns that are counted out of csv files of any length, block by block.

Blocks are cut at line ends by looking at all bytes at once. Where quotes or line ends stand
otherwise than a spreadsheet program writes them, Python's csv reader takes over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO

import numpy as np
import numpy.typing as npt

from safer_desktop.loading.extract_fields import PAD, Bools, Fields, Ints
from safer_desktop.loading.text_tables import delimiter_of, encoding_of

BLOCK = 4 * 1024 * 1024
HEAD = 64 * 1024

_ROWS_AT_ONCE = 5_000
_LF, _CR, _QUOTE = ord("\n"), ord("\r"), ord('"')
_NO_ROWS = np.empty(0, np.int64)

Letters = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table: their numbers, from 1 as a spreadsheet shows them, and their fields.

    ``columns`` are those that were asked for. ``broken`` are the numbers of rows with more fields
    than the header, which are not among them; ``short`` those of rows with fewer, which are.
    The fields hold until the next block is asked for.
    """

    numbers: Ints
    columns: tuple[Fields, ...]
    broken: Ints
    short: Ints


@dataclass(frozen=True, slots=True)
class Head:
    """How a text table begins: its first rows, and how it is written.

    ``encoding`` is empty where ASCII letters stand as single bytes.
    """

    rows: list[list[str]]
    delimiter: str
    encoding: str


def head_of(data: bytes) -> Head:
    """The first rows of a text table; a last one that may be cut off is left out."""
    encoding = encoding_of(data)
    text = data.decode(encoding, errors="replace").replace("\0", "")
    delimiter = delimiter_of(text)
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if len(data) >= HEAD and len(rows) > 1:
        rows.pop()
    return Head(rows, delimiter, encoding if encoding.startswith("utf-16") else "")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to read: the columns' places, from the row number ``first`` on.

    ``width`` is the number of columns of the header. Missing fields at a row's end are blank.
    """

    delimiter: str
    encoding: str
    width: int
    columns: tuple[int, ...]
    first: int


class TextReader:
    """Reads one csv file after the other into the same memory; ``taken`` bytes of this so far."""

    def __init__(self) -> None:
        self.taken = 0
        self._bytes = bytearray(BLOCK + PAD)
        self._room = memoryview(self._bytes)
        self._letters = np.frombuffer(self._bytes, np.uint8)
        # Memory that is asked for anew at every block costs more than the work done in it.
        self._masks = (np.empty(BLOCK + PAD, np.bool_), np.empty(BLOCK + PAD, np.bool_))
        self._filled = 0
        self._is_last = False
        self._stream: IO[bytes] = io.BytesIO()

    def begin(self, stream: IO[bytes]) -> bytes:
        """Turn to a file; gives its first :data:`HEAD` bytes."""
        self._stream, self._filled, self.taken = stream, 0, 0
        self._fill()
        return bytes(self._room[: min(self._filled, HEAD)])

    def blocks(self, asked: Asked) -> Iterator[Block]:
        """The rows of the file."""
        if asked.encoding:
            yield from self._by_csv(asked, 1, asked.encoding, "utf-8")
            return
        number = 1
        while True:
            lines = self._lines(asked)
            if lines is None or not (lines.rows or self._is_last):
                yield from self._by_csv(asked, number, "latin-1", "latin-1")
                return
            if lines.rows:
                yield _block(self._letters, lines, asked, number)
                number += lines.rows
            if self._is_last:
                return
            rest = int(lines.ends[-1]) + 1
            self._room[: self._filled - rest] = bytes(self._room[rest : self._filled])
            self._filled -= rest
            self._fill()

    def _fill(self) -> None:
        start = self._filled
        while self._filled < BLOCK:
            read = self._stream.readinto(self._room[self._filled : BLOCK])  # type: ignore[attr-defined]
            if not read:
                break
            self._filled += read
        self.taken += self._filled - start
        self._is_last = self._filled < BLOCK
        self._letters[self._filled : self._filled + PAD] = 0

    def _lines(self, asked: Asked) -> _Lines | None:
        """The whole rows in memory; ``None`` where line ends or quotes are out of the ordinary."""
        length = self._filled
        if self._is_last and length and self._letters[length - 1] != _LF:
            self._letters[length] = _LF
            length += 1
        if self._bytes.find(b"\0", 0, length) >= 0:
            return None
        letters, delimiter = self._letters[:length], ord(asked.delimiter)
        mask, other = (it[:length] for it in self._masks)
        returns = np.count_nonzero(np.equal(letters, _CR, out=mask))
        np.equal(letters, _LF, out=mask)
        np.logical_or(mask, np.equal(letters, delimiter, out=other), out=mask)
        places = np.flatnonzero(mask)
        is_end = letters[places] == _LF
        if returns:
            before = np.maximum(places[is_end] - 1, 0)
            waiting = int(letters[-1] == _CR and not self._is_last)
            if np.count_nonzero(letters[before] == _CR) + waiting != returns:
                return None
        if self._bytes.find(b'"', 0, length) >= 0:
            quotes = np.equal(letters, _QUOTE, out=mask)
            outside = ~np.logical_xor.accumulate(quotes)[places]
            places, is_end = places[outside], is_end[outside]
            ended = int(places[is_end][-1]) + 1 if is_end.any() else 0
            whole = length if self._is_last else ended
            if not _are_plain_quotes(letters[:whole], np.flatnonzero(quotes[:whole]), delimiter):
                return None
        if not self._is_last:
            whole = len(is_end) - int(np.argmax(is_end[::-1])) if is_end.any() else 0
            places, is_end = places[:whole], is_end[:whole]
        ends = places[is_end]
        starts = np.empty_like(ends)
        if len(ends):
            starts[0] = 0
            starts[1:] = ends[:-1] + 1
        width = asked.width
        if len(places) == width * len(ends) and is_end[width - 1 :: width].all():
            return _Lines(starts, ends, _NO_ROWS, places.reshape(-1, width))
        return _Lines(starts, ends, places[~is_end], None)

    def _by_csv(self, asked: Asked, number: int, encoding: str, back: str) -> Iterator[Block]:
        """The rest by Python's csv reader, which reads everything; ``number`` is its first row."""
        stream = _Rest(bytes(self._room[: self._filled]), self._stream, self)
        text = io.TextIOWrapper(io.BufferedReader(stream), encoding, errors="replace", newline="")
        rows = csv.reader((line.replace("\0", "") for line in text), delimiter=asked.delimiter)
        numbered = enumerate(rows, start=number)
        while some := list(islice(numbered, _ROWS_AT_ONCE)):
            yield _block_of(some, asked, back)


class _Rest(io.RawIOBase):
    """Bytes that were read already, and then the rest of their stream."""

    def __init__(self, start: bytes, rest: IO[bytes], reader: TextReader) -> None:
        self._start = io.BytesIO(start)
        self._rest = rest
        self._reader = reader

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._start.read(len(buffer))
        if not data:
            data = self._rest.read(len(buffer))
            self._reader.taken += len(data)
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the rows of some bytes start and end, and the delimiters between.

    ``table`` has a row's delimiters and end as a row, if all rows have as many as the header.
    """

    starts: Ints
    ends: Ints
    delimiters: Ints
    table: Ints | None

    @property
    def rows(self) -> int:
        return len(self.starts)


def _are_plain_quotes(letters: Letters, places: Ints, delimiter: int) -> bool:
    """Whether every quoted text fills its field, and quotes in it are doubled."""
    if len(places) % 2:
        return False
    if not len(places):
        return True
    opening, closing = places[0::2], places[1::2]
    between = np.zeros(256, np.bool_)
    between[[delimiter, _LF, _CR]] = True
    doubled = closing[:-1] + 1 == opening[1:]
    before = between[letters[np.maximum(opening - 1, 0)]] | (opening == 0)
    before[1:] |= doubled
    after = between[letters[np.minimum(closing + 1, len(letters) - 1)]]
    after[:-1] |= doubled
    return bool(before.all() and after.all())


def _block(letters: Letters, lines: _Lines, asked: Asked, number: int) -> Block:
    numbers = np.arange(number, number + lines.rows, dtype=np.int64)
    starts, ends = lines.starts, lines.ends
    ends = ends - ((ends > starts) & (letters[np.maximum(ends - 1, 0)] == _CR))
    if lines.table is not None and asked.width > 1:
        kept = slice(max(asked.first - number, 0), None)
        table = lines.table[kept]
        columns = tuple(
            _regular(letters, starts[kept], ends[kept], table, column) for column in asked.columns
        )
        return Block(numbers[kept], columns, _NO_ROWS, _NO_ROWS)
    firsts = np.searchsorted(lines.delimiters, starts)
    fields = np.searchsorted(lines.delimiters, ends) - firsts
    wanted = (ends > starts) & (numbers >= asked.first)
    is_broken = wanted & (fields >= asked.width)
    rows = wanted & ~is_broken
    broken = numbers[is_broken]
    numbers, starts, ends = numbers[rows], starts[rows], ends[rows]
    firsts, fields = firsts[rows], fields[rows]
    columns = tuple(
        _ragged(letters, lines.delimiters, starts, ends, firsts, fields, column)
        for column in asked.columns
    )
    return Block(numbers, columns, broken, numbers[fields < asked.width - 1])


def _regular(letters: Letters, starts: Ints, ends: Ints, table: Ints, column: int) -> Fields:
    """The fields of a column where every row has all of them."""
    begin = table[:, column - 1] + 1 if column else starts
    end = table[:, column] if column < table.shape[1] - 1 else ends
    return Fields(letters, begin, end - begin)


def _ragged(
    letters: Letters,
    delimiters: Ints,
    starts: Ints,
    ends: Ints,
    firsts: Ints,
    fields: Ints,
    column: int,
) -> Fields:
    """The fields of a column; blank in rows that end before it."""
    if not len(delimiters):
        return Fields(letters, starts, (ends - starts) if column == 0 else np.zeros_like(starts))
    last = len(delimiters) - 1
    begin = starts
    if column:
        begin = delimiters[np.minimum(firsts + (column - 1), last)] + 1
    end = np.where(fields == column, ends, delimiters[np.minimum(firsts + column, last)])
    is_absent: Bools = fields < column
    begin = np.where(is_absent, ends, begin)
    end = np.where(is_absent, ends, end)
    return Fields(letters, begin, end - begin)


def _block_of(rows: Sequence[tuple[int, list[str]]], asked: Asked, encoding: str) -> Block:
    """Numbered rows of Python's csv reader as a block."""
    wanted = [(at, row) for at, row in rows if row and at >= asked.first]
    kept = [(at, row) for at, row in wanted if len(row) <= asked.width]
    columns = tuple(
        fields_of((_quoted(row[column]) if column < len(row) else "" for _, row in kept), encoding)
        for column in asked.columns
    )
    return Block(
        np.array([at for at, _ in kept], np.int64),
        columns,
        np.array([at for at, row in wanted if len(row) > asked.width], np.int64),
        np.array([at for at, row in kept if len(row) < asked.width], np.int64),
    )


def fields_of(texts: Iterable[str], encoding: str = "utf-8") -> Fields:
    """Texts of Python as fields."""
    encoded = [text.encode(encoding, "replace") for text in texts]
    lengths = np.array([len(text) for text in encoded], np.int64)
    starts = np.cumsum(lengths) - lengths
    joined = b"".join(chain(encoded, (bytes(PAD),)))
    return Fields(np.frombuffer(joined, np.uint8), starts, lengths)


def _quoted(value: str) -> str:
    """A value as it may stand in a file: what :func:`unquoted` would change is put in quotes."""
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        return '"' + value.replace('"', '""') + '"'
    return value


def unquoted(text: bytes) -> str:
    """A field as it was meant: without the quotes around it, as UTF-8 or else Windows text."""
    if len(text) > 1 and text.startswith(b'"') and text.endswith(b'"'):
        text = text[1:-1].replace(b'""', b'"')
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")
