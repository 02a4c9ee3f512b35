"""What a workbook holds out of sight, beside what its recipe reads."""

from __future__ import annotations

from collections.abc import Iterator

from safer_desktop.domain.observations import CellPlace, Problem, Severity
from safer_desktop.loading.cells import Place, Sheet, Workbook, a1
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.numbers import read_number
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.remarks import cells_words, place_words


def check_sheets(workbook: Workbook, recipe: Recipe) -> Iterator[Problem]:
    """Hidden sheets, rows and columns with numbers that the recipe does not read."""
    read: dict[str, set[Place]] = {}
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is not None and sheet.rows:
            places = Layout(sheet, table, recipe.tables).places()
            read.setdefault(sheet.name, set()).update(places)
    for sheet in workbook.sheets:
        hidden = [
            place for place in _hidden_numbers(sheet) if place not in read.get(sheet.name, ())
        ]
        if hidden:
            yield _out_of_sight(workbook, sheet, hidden)


def _hidden_numbers(sheet: Sheet) -> Iterator[Place]:
    for row in range(sheet.height):
        for column in range(sheet.width):
            in_sight = not (
                sheet.hidden or row in sheet.hidden_rows or column in sheet.hidden_columns
            )
            if not in_sight and _is_number(sheet, (row, column)):
                yield row, column


def _is_number(sheet: Sheet, place: Place) -> bool:
    value = sheet.value(*place)
    return not isinstance(value, str) and read_number(value) is not None


def _out_of_sight(workbook: Workbook, sheet: Sheet, hidden: list[Place]) -> Problem:
    where = "hidden sheet" if sheet.hidden else "hidden rows or columns of sheet"
    return Problem(
        Severity.NOTE,
        f"The {where} '{sheet.name}' holds {cells_words(len(hidden))} with numbers that were not"
        " read.",
        place_words(workbook.name, sheet.name, a1(*hidden[0])),
        "Look whether they belong to the figures.",
        "hidden-not-read",
        tuple(CellPlace(sheet.name, a1(*place)) for place in hidden),
    )
