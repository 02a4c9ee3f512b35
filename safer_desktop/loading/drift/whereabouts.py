"""Finds each table of a recipe in a workbook, on its own sheet or on another."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from safer_desktop.loading.cells import Place, Sheet, Workbook
from safer_desktop.loading.drift.placing import Placed, place
from safer_desktop.loading.drift.sheet_words import Words
from safer_desktop.loading.layout import find_sheet, undated
from safer_desktop.loading.periods import find_period
from safer_desktop.loading.recipes import AxisKind, Recipe, SeenTable, TableRecipe
from safer_desktop.loading.seen import seen_tables

_SURE = 0.5
_RENAMED = 0.7
_MARGIN = 0.1
_ALIKE = 0.6


def likeness(workbook: Workbook, recipe: Recipe) -> float:
    """How much of what the recipe has seen is in this workbook, from 0 to 1."""
    if not recipe.tables:
        return 0.0
    found = Whereabouts(workbook, recipe).tables()
    return sum(it.score if it else 0.0 for it in found) / len(recipe.tables)


class Whereabouts:
    """Finds each table of a recipe in a workbook."""

    def __init__(self, workbook: Workbook, recipe: Recipe) -> None:
        self._workbook = workbook
        self._recipe = recipe
        self._seen = seen_tables(recipe)
        self._words: dict[str, Words] = {}
        self._taken: dict[str, set[Place]] = {}

    def words(self, sheet: Sheet) -> Words:
        """The words of a sheet, looked at once."""
        return self._words.setdefault(sheet.name, Words(sheet))

    def tables(self) -> list[Placed | None]:
        """Where each table lies; first on its own sheet, then on one that has no table yet."""
        found: list[Placed | None] = []
        for table, seen in zip(self._recipe.tables, self._seen, strict=True):
            sheet = find_sheet(self._workbook, table.sheet)
            found.append(self._on_sheet(table, seen, sheet) if sheet and sheet.rows else None)
        used = {it.sheet.name for it in found if it}
        for number, (table, seen) in enumerate(zip(self._recipe.tables, self._seen, strict=True)):
            if found[number] is None and not self.has_passed(table):
                elsewhere = self._elsewhere(table, seen, used)
                if elsewhere is not None:
                    used.add(elsewhere.sheet.name)
                    found[number] = elsewhere
        return _apart(found)

    def has_passed(self, table: TableRecipe) -> bool:
        """Whether a table's sheet was named for a period that others like it have followed."""
        if not table.period.has(AxisKind.SHEET) or find_period(table.sheet) is None:
            return False
        shape = replace(table, sheet="", anchors=())
        return find_sheet(self._workbook, table.sheet) is None and any(
            replace(it, sheet="", anchors=()) == shape
            for it in self._recipe.tables
            if it is not table
        )

    def on(self, table: TableRecipe, seen: SeenTable, sheet: Sheet) -> Placed | None:
        """Where a table would lie on this sheet, whatever else lies there."""
        return place(table, seen, self.words(sheet))

    def _on_sheet(self, table: TableRecipe, seen: SeenTable, sheet: Sheet) -> Placed | None:
        taken = self._taken.setdefault(sheet.name, set())
        placed = place(table, seen, self.words(sheet), taken)
        if placed is None or placed.score < _SURE:
            return None
        name = table.sheet if find_sheet(self._workbook, table.sheet) is sheet else sheet.name
        placed = replace(placed, table=replace(placed.table, sheet=name))
        for line in placed.table.header_rows:
            columns = range(placed.table.first_column, placed.table.last_column + 1)
            taken.update((line, column) for column in columns)
        return placed

    def _elsewhere(self, table: TableRecipe, seen: SeenTable, used: set[str]) -> Placed | None:
        tried = [
            placed
            for sheet in self._workbook.sheets
            if sheet.rows
            and sheet.name not in used
            and (placed := place(table, seen, self.words(sheet))) is not None
        ]

        def sureness(placed: Placed) -> float:
            names = undated(table.sheet), undated(placed.sheet.name)
            alike = SequenceMatcher(None, *names).ratio()
            return placed.score + placed.titled + (alike if alike > _ALIKE else 0.0)

        ranked = sorted(tried, key=sureness, reverse=True)
        if not ranked or ranked[0].score < _RENAMED:
            return None
        if len(ranked) > 1 and sureness(ranked[0]) - sureness(ranked[1]) < _MARGIN:
            return None
        return replace(ranked[0], table=replace(ranked[0].table, sheet=ranked[0].sheet.name))


def _apart(found: list[Placed | None]) -> list[Placed | None]:
    """Tables one below the other do not reach into each other."""
    apart: list[Placed | None] = []
    for it in found:
        below = [
            other.table.top
            for other in found
            if it
            and other
            and other is not it
            and other.sheet is it.sheet
            and it.table.first_row < other.table.top <= it.table.last_row
            and other.table.first_column <= it.table.last_column
            and it.table.first_column <= other.table.last_column
        ]
        if it and below:
            it = replace(it, table=replace(it.table, last_row=min(below) - 1))
        apart.append(it)
    return apart
