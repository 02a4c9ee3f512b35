"""The first rows of an xlsx's sheets, without reading the rest: enough to tell what they hold."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO
from xml.parsers import expat

from safer_desktop.loading.cells import parse_a1
from safer_desktop.loading.marks import BookMarks, UnsafeXmlError, local, parse
from safer_desktop.loading.refusals import BROKEN_ARCHIVE
from safer_desktop.loading.xlsx_marks import find, sheet_parts

UNUSUAL = (*BROKEN_ARCHIVE, expat.ExpatError, OSError, LookupError, RuntimeError, ValueError)
"""What an archive or XML out of the ordinary raises here."""

_CHUNK = 256 * 1024
_MOST_COLUMNS = 1024
_START = datetime(1899, 12, 30)  # noqa: DTZ001
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_DECORATION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_DATE_LETTERS = re.compile(r"[dmyh]", re.IGNORECASE)


class Heads:
    """Reads the beginning of sheets. Raises one of :data:`UNUSUAL` where that cannot be done."""

    def __init__(self, source: Path | bytes) -> None:
        self._archive = zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
        self._parts = dict(sheet_parts(self._archive, BookMarks()))
        self._dates = _date_styles(self._archive)

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    @property
    def names(self) -> list[str]:
        """The sheets in their order."""
        return list(self._parts)

    def rows(self, sheet: str, rows: int) -> list[list[str]]:
        """The first rows of a sheet from A1, as texts."""
        head = _SheetHead(rows, self._dates)
        with self._archive.open(self._parts[sheet]) as stream:
            _follow(stream, head.start, head.end, head.text)
        texts = self._shared(max(head.shared.values(), default=-1) + 1)
        for place, number in head.shared.items():
            head.cells[place] = texts[number]
        if not head.cells:
            return []
        width = max(column for _, column in head.cells) + 1
        height = max(row for row, _ in head.cells) + 1
        return [
            [head.cells.get((row, column), "") for column in range(width)] for row in range(height)
        ]

    def _shared(self, wanted: int) -> list[str]:
        """The first so many of the texts that cells share."""
        texts = _SharedTexts(wanted)
        part = find(self._archive, "xl/sharedstrings.xml")
        if wanted and part is not None:
            with self._archive.open(part) as stream:
                _follow(stream, texts.start, texts.end, texts.text)
        return texts.texts


class _Enough(Exception):
    """The beginning has been read."""


def _follow(
    stream: IO[bytes],
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    text: Callable[[str], object],
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text

    def refuse(*_: object) -> None:
        raise UnsafeXmlError("document type declaration")

    parser.StartDoctypeDeclHandler = refuse
    with suppress(_Enough):
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


class _SheetHead:
    """Takes cells down to a row; ``shared`` are those whose text stands elsewhere, by number."""

    def __init__(self, rows: int, dates: frozenset[int]) -> None:
        self.cells: dict[tuple[int, int], str] = {}
        self.shared: dict[tuple[int, int], int] = {}
        self._rows = rows
        self._dates = dates
        self._place = (-1, -1)
        self._kind = ""
        self._style = 0
        self._said: list[str] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "row":
            number = attributes.get("r", "")
            row = int(number) - 1 if number.isdecimal() else self._place[0] + 1
            if row >= self._rows:
                raise _Enough
            self._place = (row, -1)
        elif name == "c":
            address = attributes.get("r")
            row, column = self._place
            self._place = parse_a1(address) if address else (row, column + 1)
            self._kind, self._said = attributes.get("t", "n"), []
            style = attributes.get("s", "")
            self._style = int(style) if style.isdecimal() else 0
        elif name in ("v", "t"):
            self._inside = True

    def text(self, text: str) -> None:
        if self._inside:
            self._said.append(text)

    def end(self, name: str) -> None:
        name = local(name)
        if name in ("v", "t"):
            self._inside = False
        elif name == "c" and self._said and self._place[1] < _MOST_COLUMNS:
            self._take("".join(self._said))
        elif name == "sheetData":
            raise _Enough

    def _take(self, said: str) -> None:
        if self._kind == "s":
            self.shared[self._place] = int(said)
        elif self._kind == "n" and self._style in self._dates:
            self.cells[self._place] = _as_date(said)
        else:
            self.cells[self._place] = said.removesuffix(".0") if self._kind == "n" else said


class _SharedTexts:
    """Takes the first shared texts, without their phonetic help."""

    def __init__(self, wanted: int) -> None:
        self.texts: list[str] = []
        self._wanted = wanted
        self._said: list[str] = []
        self._inside = False
        self._is_help = False

    def start(self, name: str, _: dict[str, str]) -> None:
        name = local(name)
        if name == "si":
            self._said = []
        elif name == "rPh":
            self._is_help = True
        self._inside = name == "t" and not self._is_help

    def text(self, text: str) -> None:
        if self._inside:
            self._said.append(text)

    def end(self, name: str) -> None:
        name = local(name)
        self._inside = False
        if name == "rPh":
            self._is_help = False
        elif name == "si":
            self.texts.append("".join(self._said))
            if len(self.texts) >= self._wanted:
                raise _Enough


def _as_date(said: str) -> str:
    """A day's number as text, as the reader of whole sheets gives it."""
    try:
        return (_START + timedelta(days=float(said))).isoformat(" ", "seconds")
    except (ValueError, OverflowError):
        return said


def _date_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The styles that show a number as a date."""
    part = find(archive, "xl/styles.xml")
    if part is None:
        return frozenset()
    custom: set[str] = set()
    styles: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        inside.append(name)
        if name == "numFmt":
            code = _DECORATION.sub("", attributes.get("formatCode", ""))
            if _DATE_LETTERS.search(code):
                custom.add(attributes.get("numFmtId", ""))
        elif name == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId", "0"))

    parse(archive, part, start, lambda _: inside.pop())
    dates = custom | {str(number) for number in _BUILT_IN_DATES}
    return frozenset(place for place, number in enumerate(styles) if number in dates)
