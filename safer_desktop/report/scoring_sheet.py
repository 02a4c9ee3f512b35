"""Partners' scoring sheets: one accessible Excel workbook each, locked but for the answers."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from safer_desktop.report.whole import replace_file
from safer_desktop.risk.rounds import Partner, Round
from safer_desktop.risk.scoring_layout import (
    HEADER_ROW,
    LONGEST_COMMENT,
    SCORES,
    Layout,
    Page,
    Place,
)

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_GREY, _LINE = "FFE6E9EC", "FF7D8791"
_A4 = 9
_COMMENT_WIDTH = 44
_HEADER_POINTS = 48
_LONGEST_LIST = 255


def file_name(round_: Round, partner: Partner) -> str:
    """The name of a partner's file, without what Windows does not take."""
    name = _NOT_IN_NAMES.sub("-", partner.name).strip(" .") or partner.code
    return f"Scores round {round_.number} {name}.xlsx"


def write_sheet(made: Layout, path: Path) -> None:
    """Write one partner's workbook; raises ReportError if the folder cannot be written to."""
    replace_file(path, workbook_bytes(made), "The scoring sheet", "Excel")


def workbook_bytes(made: Layout) -> bytes:
    """The workbook. Every text is written as text, so none becomes a formula."""
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.title = _clean(made.title)
    book.properties.creator = "Safer Desktop"
    book.properties.language = "en-GB"
    book.remove(book.worksheets[0])
    for page in made.pages:
        sheet = book.create_sheet(page.name)
        _fill(sheet, page)
        _dress(sheet, page, made)
    _add_choices(book[SCORES], made)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: Any, page: Page) -> None:
    from openpyxl.cell.cell import TYPE_STRING

    for (row, column), text in page.fixed.items():
        cell = sheet.cell(row + 1, column + 1)
        cell.value = _clean(text)
        cell.data_type = TYPE_STRING
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _dress(sheet: Any, page: Page, made: Layout) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.utils import get_column_letter

    header = HEADER_ROW if page.name == SCORES else 0
    side = Side(style="thin", color=_LINE)
    for row, column in page.fixed:
        cell = sheet.cell(row + 1, column + 1)
        above = page.name == SCORES and row < header
        cell.font = Font(name="Arial", size=14 if above and row == 0 else 11, bold=row == header)
        cell.alignment = Alignment(vertical="top", wrap_text=not above)
        if not above:
            cell.border = Border(bottom=side)
            cell.fill = PatternFill("solid", fgColor=_GREY)
    for row, column in page.open:
        cell = sheet.cell(row + 1, column + 1)
        cell.font = Font(name="Arial", size=11)
        cell.protection = Protection(locked=False)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        cell.alignment = Alignment(vertical="top", wrap_text=(row, column) in made.comment_at)
    last = max(column for _, column in (*page.fixed, *page.open))
    comments = {column for _, column in made.comment_at}
    for column in range(last + 1):
        width = (34 if column == 0 else 16) if page.name == SCORES else (24, 36, 80)[column]
        if page.name == SCORES and column in comments:
            width = _COMMENT_WIDTH
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.row_dimensions[header + 1].height = _HEADER_POINTS
    sheet.freeze_panes = sheet.cell(header + 2, 2 if page.name == SCORES else 1)
    sheet.print_title_rows = f"{header + 1}:{header + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _add_choices(sheet: Any, made: Layout) -> None:
    """Drop-downs: every score of the scale, and the scheme's words for confidence."""
    for place, (_, factor) in made.score_at.items():
        scores = range(factor.lowest, factor.highest + 1)
        _offer(
            sheet,
            place,
            [str(it) for it in scores],
            f"{factor.name}: a whole number from {factor.lowest} to {factor.highest}",
            "\n".join(f"{it.score}: {it.meaning}" for it in factor.levels),
        )
    for place in made.confidence_at:
        _offer(sheet, place, list(made.confidences), "How sure are you?", "")
    from openpyxl.worksheet.datavalidation import DataValidation

    length = DataValidation(
        type="textLength",
        operator="lessThanOrEqual",
        formula1=str(LONGEST_COMMENT),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Too long",
        error=f"A comment has at most {LONGEST_COMMENT} characters.",
    )
    for row, column in made.comment_at:
        length.add(sheet.cell(row + 1, column + 1))
    sheet.add_data_validation(length)


def _offer(sheet: Any, place: Place, choices: list[str], title: str, words: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(_clean(it).replace('"', '""') for it in choices)
    if not listed or len(listed) > _LONGEST_LIST or any("," in it for it in choices):
        return
    offer = DataValidation(
        type="list",
        formula1=f'"{listed}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Not on the scale",
        error=_clean(title)[:224],
        showInputMessage=True,
        promptTitle=_clean(title)[:32],
        prompt=_clean(words or title)[:254],
    )
    offer.add(sheet.cell(place[0] + 1, place[1] + 1))
    sheet.add_data_validation(offer)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
