"""Knows a partner's next file: same sheets, same headers in the same cells, same kind of name."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.loading.cells import Sheet, Workbook, a1
from safer_desktop.loading.layout import find_sheet, same_text, undated
from safer_desktop.loading.recipes import Anchor, Recipe, TableRecipe


def recipe_for(workbook: Workbook, recipes: Sequence[Recipe]) -> Recipe | None:
    """The recipe made for such a file; ``None`` if there is none or it might be another's.

    A recipe fits when every table's sheet is there with its headers in place. A file of the
    recipe's own name that has drifted is still recognised while at least one table fits, so that
    reading it can say what differs.
    """
    name = undated(workbook.name)
    fitting = [recipe for recipe in recipes if _fits(workbook, recipe) == len(recipe.tables)]
    named = [recipe for recipe in fitting if name and recipe.file_pattern == name]
    for candidates in (named, [recipe for recipe in fitting if _is_telling(recipe)]):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            return None
    drifted = [
        recipe
        for recipe in recipes
        if name and recipe.file_pattern == name and _fits(workbook, recipe)
    ]
    return drifted[0] if len(drifted) == 1 else None


def differences(sheet: Sheet, table: TableRecipe) -> tuple[str, ...]:
    """What stands otherwise than the recipe expects, one sentence for each header."""
    return tuple(
        _difference(sheet, anchor)
        for anchor in table.anchors
        if not same_text(sheet.text(anchor.row, anchor.column), anchor.text)
    )


def _fits(workbook: Workbook, recipe: Recipe) -> int:
    """How many of the recipe's tables stand where they should."""
    count = 0
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is not None and sheet.rows and not differences(sheet, table):
            count += 1
    return count


def _is_telling(recipe: Recipe) -> bool:
    """Whether the headers alone tell this file from others': at least two in each table."""
    return bool(recipe.tables) and all(len(table.anchors) >= 2 for table in recipe.tables)


def _difference(sheet: Sheet, anchor: Anchor) -> str:
    here = sheet.text(anchor.row, anchor.column)
    found = f"there is '{here}'" if here else "the cell is blank"
    moved = next(
        (
            a1(row, column)
            for row in range(min(sheet.height, 200))
            for column in range(min(sheet.width, 200))
            if same_text(sheet.text(row, column), anchor.text)
        ),
        None,
    )
    where = f"; that header now stands in {moved}" if moved else ""
    return f"In {a1(anchor.row, anchor.column)} '{anchor.text}' was expected, but {found}{where}."
