"""The annex as an accessible Excel workbook: plain tables, no merged cells, no formulas."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.report.annex import MISSING, Annex, AnnexSheet, AnnexTable, Value
from safer_desktop.report.whole import replace_file
from safer_desktop.report.word_text import clean

_LONGEST_TEXT = 32_767
_TITLE_SIZE = 15
_LINE_POINTS = 15.75
_A4 = 9
_FONT = {"font_name": "Arial", "font_size": 12}


def write_annex(annex: Annex, path: Path, progress: Progress) -> None:
    """Write the annex to ``path``; a file that is there is replaced once the new one is whole.

    Raises ReportError if the folder cannot be written to; Cancelled leaves everything as it was.
    """
    made = _workbook(annex, progress)
    progress.report(0.95, f"Saving {path.name}")
    replace_file(path, made, "The annex", "Excel")
    progress.report(1.0, f"{path.name} written")


def _workbook(annex: Annex, progress: Progress) -> bytes:
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    try:
        _describe(book, annex)
        writer = _Writer(book)
        for done, sheet in enumerate(annex.sheets):
            check_cancelled(progress)
            progress.report(0.9 * done / len(annex.sheets), "Writing the annex")
            writer.sheet(sheet)
    finally:
        book.close()
    return made.getvalue()


def _describe(book: Any, annex: Annex) -> None:
    book.set_properties(
        {
            "title": clean(annex.title)[:255],
            "subject": clean(annex.subject)[:255],
            "author": clean(annex.author)[:255],
            "created": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
        }
    )


class _Writer:
    """Puts sheet after sheet into a workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._tables = 0
        self._title = book.add_format({**_FONT, "bold": True, "font_size": _TITLE_SIZE})
        self._line = book.add_format({**_FONT})
        self._heading = book.add_format({**_FONT, "bold": True, "font_size": _TITLE_SIZE - 2})
        self._header = book.add_format(
            {**_FONT, "bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        )
        self._words = book.add_format({**_FONT, "text_wrap": True, "valign": "top"})
        self._link = book.add_format(
            {**_FONT, "valign": "top", "underline": 1, "font_color": "#12436D"}
        )
        self._mark = book.add_format({**_FONT, "align": "right", "valign": "top"})
        self._numbers: dict[int, Any] = {}

    def sheet(self, sheet: AnnexSheet) -> None:
        page = self._book.add_worksheet(sheet.name)
        page.hide_gridlines(2)
        page.write_string(0, 0, clean(sheet.title), self._title)
        row = 1
        for line in sheet.lines:
            page.write_string(row, 0, clean(line), self._line)
            row += 1
        for table in sheet.tables:
            page.write_string(row, 0, clean(table.title), self._heading)
            self._table(page, row + 1, table)
            row += len(table.rows) + 3
        widths = max((table.widths for table in sheet.tables), key=len)
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)

    def _table(self, page: Any, top: int, table: AnnexTable) -> None:
        self._tables += 1
        last = top + max(len(table.rows), 1)
        page.add_table(
            top,
            0,
            last,
            len(table.headers) - 1,
            {
                "name": f"Table_{self._tables}",
                "style": "Table Style Light 1",
                "banded_rows": False,
                "autofilter": False,
                "first_column": True,
                "columns": [
                    {"header": header, "header_format": self._header}
                    for header in _distinct([clean(it) for it in table.headers])
                ],
            },
        )
        page.set_row(top, _height(table.headers, table.widths))
        for at, row in enumerate(table.rows):
            page.set_row(top + 1 + at, _height(row, table.widths))
            for column, value in enumerate(row):
                leads_to = table.links.get(at, "") if column == 0 else ""
                self._cell(page, top + 1 + at, column, value, table.decimals[column], leads_to)

    def _cell(
        self, page: Any, row: int, column: int, value: Value, decimals: int, leads_to: str
    ) -> None:
        if value is None:
            page.write_string(row, column, MISSING, self._mark)
        elif isinstance(value, str):
            words = clean(value)[:_LONGEST_TEXT]
            if leads_to:
                address = f"internal:'{leads_to}'!A1"
                page.write_url(row, column, address, self._link, words)
            else:
                page.write_string(row, column, words, self._words)
        else:
            page.write_number(row, column, value, self._number(decimals))

    def _number(self, decimals: int) -> Any:
        if decimals not in self._numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format(
                {**_FONT, "num_format": form, "valign": "top"}
            )
        return self._numbers[decimals]


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """Points that the row's longest text needs: not every program fits rows when it opens a file.

    ``widths`` are in characters.
    """
    pairs = zip(row, widths, strict=True)
    lines = [math.ceil(len(it) * 1.05 / width) for it, width in pairs if isinstance(it, str)]
    return _LINE_POINTS * max([1, *lines])


def _distinct(headers: Sequence[str]) -> list[str]:
    """Excel mends a file whose table has two headers alike, or an empty one, with a warning."""
    made: list[str] = []
    taken: set[str] = set()
    for number, header in enumerate(headers, 1):
        name = header.strip() or f"Column {number}"
        while name.casefold() in taken:
            name = f"{name} ({number})"
        taken.add(name.casefold())
        made.append(name)
    return made
