"""What a workbook says of the cells that are read, and what it holds out of sight."""

from __future__ import annotations

from collections.abc import Iterator

from safer_desktop.domain.observations import CellPlace, Problem, Severity
from safer_desktop.loading.cells import STALE, Place, Sheet, Workbook, a1
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.numbers import read_number
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.remarks import cells_words, place_words


def check_sheets(workbook: Workbook, recipe: Recipe) -> Iterator[Problem]:
    """Results of formulas that may be out of date, and hidden numbers that are not read."""
    read: dict[str, set[Place]] = {}
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is not None and sheet.rows:
            places = Layout(sheet, table, recipe.tables).places()
            read.setdefault(sheet.name, set()).update(places)
    for sheet in workbook.sheets:
        seen = read.get(sheet.name, set())
        yield from _stored_results(workbook, sheet, seen)
        hidden = [place for place in _hidden_numbers(sheet) if place not in seen]
        if hidden:
            yield _out_of_sight(workbook, sheet, hidden)


def _stored_results(workbook: Workbook, sheet: Sheet, read: set[Place]) -> Iterator[Problem]:
    """Cells that are read and hold a formula, whose result is as old as the last recalculation."""
    linked = sorted(read & sheet.linked)
    stale = sorted((read & sheet.formulas) - sheet.linked) if workbook.may_be_stale else []
    if stale:
        why = next(it.text for it in workbook.notices if it.kind in STALE)
        yield _found(
            workbook,
            sheet,
            stale,
            Severity.WARNING,
            "stale-results",
            f"{cells_words(len(stale))} with the stored result of a formula, which may be out of"
            f" date: {why}",
            "Open the workbook in Excel, let it calculate, save it, and load it again.",
        )
    if linked:
        yield _found(
            workbook,
            sheet,
            linked,
            Severity.WARNING if workbook.may_be_stale else Severity.NOTE,
            "linked-figures",
            f"{cells_words(len(linked))} with figures from another workbook, as they were when this"
            " one was last saved.",
            "Ask the partner whether the other workbook has changed since.",
        )


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
    return _found(
        workbook,
        sheet,
        hidden,
        Severity.NOTE,
        "hidden-not-read",
        f"The {where} '{sheet.name}' holds {cells_words(len(hidden))} with numbers that were not"
        " read.",
        "Look whether they belong to the figures.",
    )


def _found(
    workbook: Workbook,
    sheet: Sheet,
    places: list[Place],
    severity: Severity,
    check: str,
    what: str,
    remedy: str,
) -> Problem:
    where = place_words(workbook.name, sheet.name, a1(*places[0]))
    cells = tuple(CellPlace(sheet.name, a1(*place)) for place in places)
    return Problem(severity, what, where, remedy, check, cells)
