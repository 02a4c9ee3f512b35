"""Cells that were copied in a spreadsheet program and pasted: a workbook of one sheet."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from safer_desktop.domain.errors import LoadError
from safer_desktop.loading.cells import Merge, Sheet, Workbook, WorkbookKind
from safer_desktop.loading.refusals import refuse
from safer_desktop.loading.text_tables import read_copied_cells
from safer_desktop.loading.web_tables import read_web_tables

SHEET = "Pasted cells"
NOTE = "Pasted from another program: cell A1 is the first cell that was pasted."
LARGEST = 32 * 1024 * 1024
"""Bytes of text or of HTML beyond which cells are to be loaded from their file."""


def read_pasted(text: str, html: str, now: datetime) -> Workbook:
    """What was pasted, as a workbook; ``html`` tells merged cells, where the program gave it.

    The workbook's SHA-256 and size are those of the text. Raises :class:`LoadError` if there are
    no cells in it.
    """
    name = f"Pasted on {now:%d %B %Y %H.%M.%S}"
    if max(len(text), len(html)) > LARGEST:
        refuse("Too much was copied to be pasted.", name, "Save it as a workbook and load that.")
    data = text.encode(errors="replace")
    sheet = read_copied_cells(text, name)
    page = _only_table(html, name)
    if page is not None and not sheet.rows:
        data, sheet = html.encode(errors="replace"), page
    elif page is not None and _same_cells(sheet, page):
        sheet = replace(sheet, merges=_within(page.merges, sheet))
    if not sheet.rows:
        refuse(
            "There are no cells on the clipboard.",
            name,
            "Select the cells in Excel with their headings, copy them, and paste again.",
        )
    digest = hashlib.sha256(data).hexdigest()
    named = replace(sheet, name=SHEET)
    return Workbook(name, digest, len(data), (named,), WorkbookKind.PASTED)


def _only_table(html: str, name: str) -> Sheet | None:
    if not html.strip():
        return None
    try:
        tables = read_web_tables(html.encode(errors="replace"), name)
    except LoadError:
        return None
    return tables[0] if len(tables) == 1 else None


def _same_cells(sheet: Sheet, page: Sheet) -> bool:
    """Whether both hold the same words in the same places, however they are spaced."""
    places = {(row, column) for it in (sheet, page) for row, column in _filled(it)}
    return all(_words(sheet, *place) == _words(page, *place) for place in places)


def _filled(sheet: Sheet) -> list[tuple[int, int]]:
    return [(r, c) for r, row in enumerate(sheet.rows) for c, v in enumerate(row) if v is not None]


def _words(sheet: Sheet, row: int, column: int) -> list[str]:
    return sheet.text(row, column).split()


def _within(merges: tuple[Merge, ...], sheet: Sheet) -> tuple[Merge, ...]:
    return tuple(it for it in merges if it[0] < sheet.height and it[1] < sheet.width)
