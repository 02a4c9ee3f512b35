"""Sound files of every kind, damaged by chance but repeatably, and read in processes that may be
killed: how many are read, refused, fail with an error nobody caught, crash or hang."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from safer_desktop.assets import resource
from safer_desktop.domain.errors import LoadError
from safer_desktop.loading.memory import set_limit
from safer_desktop.loading.readers import memory_limit
from safer_desktop.loading.worker import read_file
from tests.loading.hostile import _written

FILES = Path(__file__).parent / "files"
SAMPLES = resource("samples", "2016-17-q4", "files")
SECONDS = 10.0
NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"4294967295",
    b"2147483648",
    b"99999999999999999999",
    b"1e308",
)
WORDS = (
    b"",
    b"NaN",
    b"true",
    b"e",
    b"str",
    b"&lt;",
    b"&#0;",
    b"&x;",
    b"\xff\xfe",
    b"XFD1048576",
    b"#REF!",
)
_NUMBER = re.compile(rb"(?<=[\">])\d+(?=[\"<])")
_VALUE = re.compile(rb'="[^"<>]*"')
_TAG = re.compile(rb"<[^<>]*>")


@dataclass
class Findings:
    """What became of the files; ``faults`` names seeds and errors."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def count(self, outcome: str) -> int:
        """How many came to this: read, refused, uncaught, crashed or hung."""
        return self.outcomes[outcome]


@cache
def sound_files() -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of the files that are to be damaged."""
    found = [
        (path.name, path.read_bytes()) for folder in (FILES, SAMPLES) for path in folder.iterdir()
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "formulas.xlsx"
        _written(path)
        found.append((path.name, path.read_bytes()))
    page = b"<html><meta charset=utf-8><table><tr><td colspan=2>A</td></tr><tr><td>1<td>2</table>"
    found.append(("page.xls", page * 3))
    found.append(("table.csv", b'District,"Count, all"\r\nBlaby,"1,204"\r\nMelton,3\r\n' * 20))
    return tuple(sorted(item for item in found if len(item[1]) < 400_000))


def damaged(seed: int) -> tuple[str, bytes]:
    """The file of this seed, and what it was made of."""
    chance = Random(seed)
    name, data = chance.choice(sound_files())
    if data.startswith(b"PK") and chance.random() < 0.75:
        return name, _damaged_archive(data, chance)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(_BYTES)(data, chance)
    return name, data


def _damaged_archive(data: bytes, chance: Random) -> bytes:
    """The archive with one part changed, and written anew: its sums are right."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name in parts if parts[name]))
    if chance.random() < 0.08:
        del parts[name]
    else:
        changes = _TEXT if parts[name].lstrip().startswith(b"<") else _BYTES
        for _ in range(chance.randint(1, 3)):
            parts[name] = chance.choice(changes)(parts[name], chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()


def _flip(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.choice(
                (0, 0xFF, chance.randrange(256))
            )
    return bytes(changed)


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 2, 16, 512)) :]


def _repeat(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 4, 128, 512))]
    return data[:start] + piece * chance.choice((1, 2, 50)) + data[start:]


def _insert(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.randbytes(chance.choice((1, 4, 40))) + data[start:]


def _replace_one(pattern: re.Pattern[bytes], new: Callable[[bytes, Random], bytes]) -> _Change:
    def change(data: bytes, chance: Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return _flip(data, chance)
        match = chance.choice(found)
        return data[: match.start()] + new(match[0], chance) + data[match.end() :]

    return change


_Change = Callable[[bytes, Random], bytes]
_BYTES: tuple[_Change, ...] = (_flip, _flip, _cut, _drop, _repeat, _insert)
_TEXT: tuple[_Change, ...] = (
    _replace_one(_NUMBER, lambda _, chance: chance.choice(NUMBERS)),
    _replace_one(_NUMBER, lambda _, chance: chance.choice(NUMBERS)),
    _replace_one(_VALUE, lambda _, chance: b'="' + chance.choice(WORDS) + b'"'),
    _replace_one(_TAG, lambda tag, _: b""),
    _replace_one(_TAG, lambda tag, chance: tag * chance.choice((2, 300))),
    _replace_one(_TAG, lambda tag, chance: chance.choice(WORDS) + tag),
    _flip,
    _cut,
    _repeat,
)


def _serve(connection: Connection) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # calamine tells of each panic at length
    set_limit(memory_limit(0))
    with tempfile.TemporaryDirectory() as folder:
        while (seed := connection.recv()) is not None:
            name, data = damaged(seed)
            path = Path(folder) / name
            path.write_bytes(data)
            connection.send(_outcome(path))


def _outcome(path: Path) -> tuple[str, str]:
    try:
        workbook = read_file(path)
        if all(len(row) == sheet.width for sheet in workbook.sheets for row in sheet.rows):
            return "read", ""
        return "uncaught", "rows of different widths"
    except LoadError as error:
        return ("refused", "") if error.remedy else ("uncaught", "a refusal without a remedy")
    except (MemoryError, RecursionError):
        return "refused", ""  # as the reading child does
    except BaseException:  # noqa: BLE001 - whatever else comes is what is looked for
        return "uncaught", traceback.format_exc(limit=-4)


class _Reader:
    """One process that reads file after file until it has to be replaced."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._begin()

    def _begin(self) -> None:
        self._connection, child = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(child,), daemon=True)
        self._process.start()
        child.close()

    def give(self, seed: int) -> None:
        self.seed, self.began = seed, time.monotonic()
        self._connection.send(seed)

    def answer(self) -> tuple[str, str] | None:
        """What became of the file, or ``None`` while it is being read."""
        if self._connection.poll(0.002):
            try:
                found: tuple[str, str] = self._connection.recv()
            except (EOFError, ConnectionError):
                found = "crashed", f"exit {self._replace()}"
            return found
        if time.monotonic() - self.began > SECONDS:
            self._replace()
            return "hung", ""
        return None

    def _replace(self) -> int | None:
        code = self.close()
        self._begin()
        return code

    def close(self) -> int | None:
        """End the process; gives its exit code if it had ended by itself."""
        self._process.join(0.5)
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        self._connection.close()
        return code


def fuzz(seeds: Iterator[int], processes: int) -> Findings:
    """Read the damaged file of each seed."""
    findings = Findings()
    readers = [_Reader() for _ in range(processes)]
    try:
        busy = []
        for reader in readers:
            if (seed := next(seeds, None)) is not None:
                reader.give(seed)
                busy.append(reader)
        while busy:
            for reader in tuple(busy):
                answer = reader.answer()
                if answer is None:
                    continue
                outcome, words = answer
                findings.outcomes[outcome] += 1
                findings.slowest = max(findings.slowest, time.monotonic() - reader.began)
                if outcome not in ("read", "refused"):
                    findings.faults.append(f"seed {reader.seed}: {outcome} {words}")
                if (seed := next(seeds, None)) is not None:
                    reader.give(seed)
                else:
                    busy.remove(reader)
    finally:
        for reader in readers:
            reader.close()
    return findings
