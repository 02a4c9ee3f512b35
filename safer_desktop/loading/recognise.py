"""Knows a partner's next file: the same headings and labels, wherever they have moved."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.loading.cells import Sheet, Workbook, a1
from safer_desktop.loading.drift.whereabouts import likeness
from safer_desktop.loading.layout import find_sheet, same_text, undated
from safer_desktop.loading.recipes import Anchor, Recipe, TableRecipe

_NAMED, _UNNAMED = 0.5, 0.85
_MARGIN = 0.1
_MANY = 6


def recipe_for(workbook: Workbook, recipes: Sequence[Recipe]) -> Recipe | None:
    """The recipe made for such a file; ``None`` if there is none or it might be another's.

    A recipe fits when every table's sheet is there with its headers in place. If none does, the
    one whose words are found again best, on whatever sheets, is the one that the file drifted
    from: of the file's own name if half of them are, of another name if nearly all are.
    """
    name = undated(workbook.name)
    recipes = [recipe for recipe in recipes if recipe.tables]
    fitting = [recipe for recipe in recipes if _fits(workbook, recipe)]
    named = [recipe for recipe in fitting if name and recipe.file_pattern == name]
    for candidates in (named, [recipe for recipe in fitting if _is_telling(recipe)]):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            return None
    return _drifted(workbook, name, recipes)


def differences(sheet: Sheet, table: TableRecipe) -> tuple[str, ...]:
    """What stands otherwise than the recipe expects, one sentence for each header."""
    return tuple(
        _difference(sheet, anchor)
        for anchor in table.anchors
        if not same_text(sheet.text(anchor.row, anchor.column), anchor.text)
    )


def _fits(workbook: Workbook, recipe: Recipe) -> bool:
    """Whether all of the recipe's tables stand where they should."""
    for table in recipe.tables:
        sheet = find_sheet(workbook, table.sheet)
        if sheet is None or not sheet.rows or differences(sheet, table):
            return False
    return True


def _drifted(workbook: Workbook, name: str, recipes: Sequence[Recipe]) -> Recipe | None:
    ranked = []
    for recipe in recipes:
        is_named = bool(name) and recipe.file_pattern == name
        score = likeness(workbook, recipe) if is_named or _is_memorable(recipe) else 0.0
        if score >= (_NAMED if is_named else _UNNAMED):
            ranked.append((score + is_named, recipe))
    ranked.sort(key=lambda pair: -pair[0])
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][1] if ranked else None


def _is_memorable(recipe: Recipe) -> bool:
    """Whether enough is known of each table to find it again among others."""
    seen = recipe.seen.tables if recipe.seen else ()
    return _is_telling(recipe) or (bool(seen) and all(len(it.texts) >= _MANY for it in seen))


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
