"""Writes a sample's sheets in the formats that partners send."""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter

Cell = str | int | float | None | tuple[float, str]
"""A value, or a number with its number format."""


@dataclass
class Page:
    """One sheet: rows from A1; ``merges`` are (row, first column, last column) counted from 0."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int]] = field(default_factory=list)
    hidden: bool = False

    def add(self, *cells: Cell) -> int:
        """Append a row; gives its number."""
        self.rows.append(list(cells))
        return len(self.rows) - 1


def write_xlsx(path: Path, pages: Sequence[Page]) -> None:
    """Write the pages; bold where text stands alone at the top, as people do."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2017, 5, 2, 9, 0)})  # noqa: DTZ001
    bold = book.add_format({"bold": True})
    centred = book.add_format({"bold": True, "align": "center", "border": 1})
    for page in pages:
        sheet = book.add_worksheet(page.name)
        sheet.set_column(0, 0, 34)
        for r, row in enumerate(page.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, tuple):
                    sheet.write_number(r, c, cell[0], book.add_format({"num_format": cell[1]}))
                elif cell is not None:
                    sheet.write(r, c, cell, bold if r == 0 else None)
        for r, first, last in page.merges:
            sheet.merge_range(r, first, r, last, page.rows[r][first], centred)
        if page.hidden:
            sheet.hide()
    book.close()


def write_xls(path: Path, pages: Sequence[Page]) -> None:
    """Write an Excel 97 workbook."""
    import xlwt

    book = xlwt.Workbook()
    for page in pages:
        sheet = book.add_sheet(page.name)
        merged = {(r, first): last for r, first, last in page.merges}
        for r, row in enumerate(page.rows):
            for c, cell in enumerate(row):
                if (r, c) in merged:
                    sheet.write_merge(r, r, c, merged[r, c], cell)
                elif isinstance(cell, tuple):
                    sheet.write(r, c, cell[0], xlwt.easyxf(num_format_str=cell[1]))
                elif cell is not None:
                    sheet.write(r, c, cell)
        sheet.visibility = 1 if page.hidden else 0
    book.save(str(path))


def write_xlsb(path: Path, pages: Sequence[Page]) -> None:
    """Write a binary Excel workbook; it takes no number formats and no merges."""
    from pyxlsbwriter import XlsbWriter

    with XlsbWriter(str(path)) as book:
        for page in pages:
            width = max(len(row) for row in page.rows)
            bare = [[c[0] if isinstance(c, tuple) else c for c in row] for row in page.rows]
            book.add_sheet(page.name, hidden=page.hidden)
            book.write_sheet([row + [None] * (width - len(row)) for row in bare])
    _undate(path)


def write_ods(path: Path, pages: Sequence[Page]) -> None:
    """Write an OpenDocument spreadsheet."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    out_of_sight = Style(name="hidden", family="table")
    out_of_sight.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(out_of_sight)
    for page in pages:
        table = Table(name=page.name, **({"stylename": out_of_sight} if page.hidden else {}))
        merged = {(r, first): last for r, first, last in page.merges}
        for r, row in enumerate(page.rows):
            line = TableRow()
            covered = 0
            for c, cell in enumerate(row):
                span = merged.get((r, c), c) - c
                if covered:
                    covered -= 1
                    line.addElement(CoveredTableCell())
                    continue
                value = cell[0] if isinstance(cell, tuple) else cell
                spanned = {"numbercolumnsspanned": str(span + 1)} if span else {}
                if isinstance(value, (int, float)):
                    box = TableCell(valuetype="float", value=str(value), **spanned)
                else:
                    box = TableCell(**({"valuetype": "string"} if value else {}), **spanned)
                if value is not None:
                    box.addElement(P(text=str(value)))
                line.addElement(box)
                covered = span
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))
    _undate(path)


def write_csv(path: Path, rows: Sequence[Sequence[Cell]], encoding: str = "utf-8") -> None:
    """Write rows as a csv with Windows line ends."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)


def _undate(path: Path) -> None:
    """Pack the archive again without times, so that the same sample is the same file."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, content in parts:
            timeless = zipfile.ZipInfo(info.filename)
            timeless.compress_type = info.compress_type
            archive.writestr(timeless, content)


def shared_out(total: int, weights: Sequence[float], chance: random.Random) -> list[int]:
    """Whole numbers that add up to ``total``, near the weights and scattered as counts are."""
    whole = sum(weights)
    expected = [total * weight / whole for weight in weights]
    drawn = [max(0.0, chance.gauss(mean, 1.15 * mean**0.5)) for mean in expected]
    scale = total / sum(drawn)
    parts = [int(value * scale) for value in drawn]
    rests = sorted(range(len(parts)), key=lambda i: parts[i] - drawn[i] * scale)
    for i in rests[: total - sum(parts)]:
        parts[i] += 1
    return parts
