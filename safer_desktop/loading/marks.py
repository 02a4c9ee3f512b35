"""What calamine does not tell of a sheet: number formats, error cells, formulas and those without
a stored result, hidden rows and columns. The modules ``*_marks`` find them, one for each format."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from safer_desktop.loading.cells import Merge, Notice, Place
from safer_desktop.loading.formats import CellFormats

NO_RESULT = "formula without a stored result"
CHUNK = 1 << 20
_LONGEST_FORMAT = 255

Start = Callable[[str, dict[str, str]], object]

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
"""Number formats that files name by number alone. Dates are left out: calamine tells them."""


class UnsafeXmlError(Exception):
    """The XML declares entities, which no spreadsheet program does."""


class TooLargeError(Exception):
    """A sheet, whose name this carries, would take too long to be looked through."""


@dataclass(slots=True)
class Marks:
    """The marks of one sheet; ``last_row`` and ``last_column`` of its cells with a value."""

    formats: CellFormats = field(default_factory=CellFormats)
    faults: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)
    linked: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1

    def reach(self, row: int, column: int) -> None:
        """Take note that the sheet has a value there."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)


@dataclass(slots=True)
class BookMarks:
    """The marks of a workbook's sheets by name, and what it tells of itself."""

    sheets: dict[str, Marks] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def format_codes(numbers: list[int], codes: Mapping[int, str]) -> list[str]:
    """Format code by style, of the numbers of the styles' formats; "General" has none, nor has a
    code that is longer than spreadsheet programs allow."""
    found = (codes.get(number, "") for number in numbers)
    return ["" if code == "General" or len(code) > _LONGEST_FORMAT else code for code in found]


def local(name: str) -> str:
    """An XML name without its prefix."""
    return name.rpartition(":")[2]


def parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Start,
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Follow a part's XML; raises :class:`UnsafeXmlError` at a document type declaration."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise UnsafeXmlError("document type declaration")
