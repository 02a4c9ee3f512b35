"""Follows a recipe: value cells become observations, and whatever is in the way a problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation, Problem, Settlement, Severity
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import Sheet, Workbook
from safer_desktop.loading.combining import Combiner, ReadCell
from safer_desktop.loading.layout import find_sheet, undated
from safer_desktop.loading.periods import find_period
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.recognise import differences
from safer_desktop.loading.remarks import place_words
from safer_desktop.loading.settling import left_out, settled
from safer_desktop.loading.table_reader import TableReader
from safer_desktop.loading.totals import totals_among_parts


def read_table(
    workbook: Workbook,
    recipe: Recipe,
    catalogue: Catalogue,
    settlements: Sequence[Settlement] = (),
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """What all tables of the recipe hold: observations in reading order, and every problem met.

    A table whose sheet or headers are not as the recipe expects gives no observation, only an
    error that says what differs. Cells that ``settlements`` mend or leave out are read so; an
    observation's raw text stays what the file holds.
    """
    read = settled(workbook, settlements)
    cells: list[ReadCell] = []
    problems: list[Problem] = []
    matcher = AreaMatcher(catalogue)
    for table in recipe.tables:
        sheet = find_sheet(read, table.sheet)
        found = workbook.sheet(sheet.name) if sheet else None
        if sheet is None or found is None:
            problems.append(_missing_sheet(read, table.sheet))
            continue
        drift = differences(sheet, table)
        problems += (_drifted(workbook, sheet, difference) for difference in drift)
        if not drift:
            reader = TableReader(read, sheet, found, table, recipe.tables, catalogue, matcher)
            reader.leave_out(left_out(sheet, settlements))
            cells += reader.cells()
            problems += reader.problems
    problems += _sheets_left_over(read, recipe)
    problems += totals_among_parts(workbook.name, cells, catalogue)
    combined = Combiner(workbook.name)
    observations = tuple(combined.observations(cells))
    return observations, (*problems, *combined.problems)


def _drifted(workbook: Workbook, sheet: Sheet, difference: str) -> Problem:
    named = f"sheet '{sheet.name}'" if sheet.name else "the table"
    return Problem(
        Severity.ERROR,
        f"We could not read {named}: its layout has changed. {difference}",
        place_words(workbook.name, sheet.name),
        "Correct the recipe, or ask the partner what changed.",
        check="layout-changed",
        may_accept=False,
    )


def _missing_sheet(workbook: Workbook, name: str) -> Problem:
    names = ", ".join(f"'{sheet.name}'" for sheet in workbook.sheets if sheet.name)
    return Problem(
        Severity.ERROR,
        f"We could not read sheet '{name}': the file has no such sheet. It has {names}."
        if names
        else f"We could not read sheet '{name}': the file has no sheets.",
        workbook.name,
        "If the sheet was renamed, correct the recipe; if it was left out, ask the partner for it.",
        check="sheet-missing",
        may_accept=False,
    )


def _sheets_left_over(workbook: Workbook, recipe: Recipe) -> Iterator[Problem]:
    """Sheets named like a sheet of the recipe but for the date: the partner may have added one."""
    read = {
        sheet.name for it in recipe.tables if (sheet := find_sheet(workbook, it.sheet)) is not None
    }
    patterns = {undated(name) for name in read if find_period(name)}
    for sheet in workbook.sheets:
        if (
            find_period(sheet.name)
            and sheet.rows
            and sheet.name not in read
            and undated(sheet.name) in patterns
        ):
            yield Problem(
                Severity.NOTE,
                f"Sheet '{sheet.name}' is named like a sheet of the recipe but was not read.",
                place_words(workbook.name, sheet.name),
                "If it is new, add it to the recipe.",
                check="sheet-not-read",
            )
