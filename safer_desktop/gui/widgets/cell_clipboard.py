"""Cells on the clipboard, as spreadsheet programs put them there and take them."""

from __future__ import annotations

import csv
import html
import io

from PySide6.QtCore import QMimeData

from safer_desktop.domain.errors import LoadError

_NAME = "clipboard"


def read_cells(data: QMimeData) -> list[list[str]]:
    """Rows of texts: from the tab-separated text, else from the only HTML table; empty if none."""
    if data.hasText() and data.text().strip("\r\n"):
        return _from_text(data.text())
    return _from_html(data.html()) if data.hasHtml() else []


def as_mime(cells: list[list[str]]) -> QMimeData:
    """The same cells as tab-separated text, cells with breaks in quotes, and as a table."""
    lines = io.StringIO()
    csv.writer(lines, dialect="excel-tab", lineterminator="\n").writerows(cells)
    data = QMimeData()
    data.setText(lines.getvalue().rstrip("\n"))
    rows = ("".join(f"<td>{html.escape(text)}</td>" for text in line) for line in cells)
    data.setHtml(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return data


def _from_text(text: str) -> list[list[str]]:
    # Excel ends its lines with CR LF and lets a line feed within quotes stand in a cell.
    cells = list(csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), dialect="excel-tab"))
    wide = max(map(len, cells), default=0)
    return [line + [""] * (wide - len(line)) for line in cells]


def _from_html(page: str) -> list[list[str]]:
    from safer_desktop.loading.web_tables import read_web_tables

    try:
        tables = read_web_tables(page.encode(errors="replace"), _NAME)
    except LoadError:
        return []
    sheet = tables[0]
    width = max(map(len, sheet.rows), default=0)
    return [
        [sheet.text(row, column).strip() for column in range(width)]
        for row in range(len(sheet.rows))
    ]
