"""Workbooks made for the tests, and a small catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.cells import CellValue, Sheet, Workbook, WorkbookKind
from safer_desktop.workbench.defaults import default_catalogue

Rows = list[list[CellValue]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that every new pack begins with."""
    return default_catalogue()


def sheet_of(name: str, rows: Rows, **marks: object) -> Sheet:
    """A sheet as the readers give it: every row as wide as the widest."""
    width = max((len(row) for row in rows), default=0)
    padded = tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)
    return Sheet(name, padded, **marks)  # type: ignore[arg-type]


def workbook_of(*sheets: Sheet, name: str = "figures.xlsx") -> Workbook:
    """A workbook as the readers give it."""
    return Workbook(name, "0" * 64, 1000, sheets, WorkbookKind.XLSX)


@pytest.fixture
def write_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Writes a real xlsx file: sheet name -> rows."""

    def write(sheets: dict[str, Rows], name: str = "figures.xlsx") -> Path:
        from openpyxl import Workbook as Book

        book = Book()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        path = tmp_path / name
        book.save(path)
        book.close()
        return path

    return write
