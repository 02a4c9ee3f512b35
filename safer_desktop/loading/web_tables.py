"""Tables of web pages: many systems send HTML under the name of a workbook, and Excel puts it on
the clipboard beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from safer_desktop.loading.cells import CellValue, Merge, Place, Sheet
from safer_desktop.loading.refusals import SAVE_AS_XLSX, refuse
from safer_desktop.loading.text_tables import MOST_CELLS, encoding_of

_MOST_SPANNED_COLUMNS, _MOST_SPANNED_ROWS = 1000, 65534
_LARGEST_PAGE = 64 * 1024 * 1024
_BLOCKS = {"br", "div", "li", "p"}
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_web_tables(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Each table of the page as a sheet; cells are text, and A1 is the table's first cell.

    Of tables within tables only the innermost are taken. Raises :class:`LoadError` if there is
    none.
    """
    if len(data) > _LARGEST_PAGE:
        refuse(
            f"This is a web page of {len(data) / 1024**2:,.0f} MB under a workbook's name.",
            name,
            SAVE_AS_XLSX,
        )
    tables = [
        table
        for table in _page(data).iter("table")
        if next(table.iterdescendants("table"), None) is None
    ]
    filled = [grid for grid in (_Grid(table, name) for table in tables) if grid.cells]
    if not filled:
        refuse(
            "This is a web page without a table under a workbook's name.",
            name,
            "Ask the sender for the workbook itself.",
        )
    return tuple(grid.sheet(f"Table {number}") for number, grid in enumerate(filled, start=1))


def _page(data: bytes) -> Any:
    from lxml import etree, html

    declared = _DECLARED.search(data[:4096])
    encoding = encoding_of(data)
    if encoding == "cp1252" and declared:
        encoding = declared[1].decode("ascii")
    try:
        parser = html.HTMLParser(encoding=encoding, no_network=True)
    except LookupError:
        parser = html.HTMLParser(encoding="cp1252", no_network=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return html.document_fromstring(b"<html/>")


def _innermost_tables(page: Any) -> Iterator[Any]:
    for table in page.iter("table"):
        if next(table.iterdescendants("table"), None) is None:
            yield table


class _Grid:
    """The cells of one table; one that spans several is merged, with its text in the first."""

    def __init__(self, table: Any, name: str) -> None:
        self.cells: dict[Place, str] = {}
        self._merges: list[Merge] = []
        self._taken: set[Place] = set()
        self._name = name
        for row, line in enumerate(table.iter("tr")):
            self._lay(row, line)

    def sheet(self, title: str) -> Sheet:
        """The table as a sheet."""
        height = max(row for row, _ in self.cells) + 1
        width = max(column for _, column in self.cells) + 1
        rows: list[list[CellValue]] = [[None] * width for _ in range(height)]
        for (row, column), text in self.cells.items():
            rows[row][column] = text
        return Sheet(title, tuple(map(tuple, rows)), merges=tuple(self._merges))

    def _lay(self, row: int, line: Any) -> None:
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in self._taken:
                column += 1
            tall = _span(cell, "rowspan", _MOST_SPANNED_ROWS)
            wide = _span(cell, "colspan", _MOST_SPANNED_COLUMNS)
            text = " ".join("".join(_texts(cell)).split())
            if text:
                self.cells[row, column] = text
            if tall * wide > 1:
                self._merge(row, column, tall, wide)
            column += wide

    def _merge(self, row: int, column: int, tall: int, wide: int) -> None:
        if len(self._taken) + tall * wide > MOST_CELLS:
            refuse(
                f"A table of the page claims more than {MOST_CELLS:,} cells.",
                self._name,
                SAVE_AS_XLSX,
            )
        self._taken.update(
            (row + down, column + right) for down in range(tall) for right in range(wide)
        )
        self._merges.append((row, column, row + tall - 1, column + wide - 1))


def _texts(cell: Any) -> Iterator[str]:
    for element in cell.iter():
        if element.tag in _BLOCKS:
            yield " "
        is_shown = isinstance(element.tag, str) and element.tag not in ("script", "style")
        yield (element.text or "") if is_shown else ""
        yield (element.tail or "") if element is not cell else ""


def _span(cell: Any, attribute: str, most: int) -> int:
    number = cell.get(attribute, "1").strip()
    return min(max(int(number), 1), most) if number.isdecimal() and len(number) < 10 else 1
