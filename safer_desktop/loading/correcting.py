"""A recipe while a person corrects it: what was guessed of each table, and what is settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.cells import Place, Sheet, Workbook
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.mapping import CellRole, anchored, period_question
from safer_desktop.loading.periods import Ambiguous
from safer_desktop.loading.recipes import Axis, Recipe, TableRecipe
from safer_desktop.loading.sureness import ASKED_BELOW, Described, described
from safer_desktop.loading.tables import Decision, Draft, propose_at, with_meanings


class Correction:
    """The recipe as it stands; every change goes through here. Tables go by their place in it."""

    def __init__(
        self,
        workbook: Workbook,
        catalogue: Catalogue,
        recipe: Recipe,
        *,
        decisions: Iterable[Decision] = (),
        found: Iterable[Draft] = (),
        remembered: bool = False,
    ) -> None:
        self.recipe = recipe
        self._workbook = workbook
        self._catalogue = catalogue
        self._found = tuple(found)
        self._answered: set[frozenset[str]] = set()
        guesses = ((it.table, it.guess) for it in decisions)
        self._about = described(len(recipe.tables), guesses, remembered=remembered)

    # What is there

    @property
    def tables(self) -> tuple[TableRecipe, ...]:
        """The tables of the recipe."""
        return self.recipe.tables

    def about(self, place: int) -> Described:
        """What was guessed of a table, and what a person has settled of it."""
        return self._about[place]

    def layout(self, table: TableRecipe) -> Layout | None:
        """A table on its sheet; None where the workbook has no such sheet."""
        sheet = find_sheet(self._workbook, table.sheet)
        return Layout(sheet, table, self.tables) if sheet else None

    def question(self, place: int) -> Ambiguous | None:
        """The first label of a table whose period can be read in several ways."""
        layout = self.layout(self.tables[place])
        return period_question(layout) if layout else None

    def is_open(self, place: int) -> bool:
        """Whether a table has a doubtful period that nobody has settled."""
        about = self._about[place]
        question = None if about.remembered else self.question(place)
        if question is None or frozenset(question.readings) in self._answered:
            return False
        return about.confidence_in(f"{question.words}:") < ASKED_BELOW

    def first_open(self) -> int | None:
        """The first table with a doubtful period that nobody has settled."""
        return self._first(self.is_open)

    def first_unseen(self) -> int | None:
        """The first table that nobody has looked at."""
        return self._first(lambda place: not self._about[place].seen)

    def _first(self, is_it: Callable[[int], bool]) -> int | None:
        return next((place for place in range(len(self.tables)) if is_it(place)), None)

    # Changes

    def change(self, place: int, table: TableRecipe, topic: str = "") -> None:
        """Put a table in another's place; ``topic`` (or a label) is then chosen by the person."""
        sheet = find_sheet(self._workbook, table.sheet)
        if sheet is not None:
            table = anchored(sheet, table)
        tables = list(self.tables)
        tables[place] = table
        self.recipe = replace(self.recipe, tables=tuple(tables))
        if topic:
            self._about[place].chosen.add(topic)

    def set_values(self, place: int, sheet: Sheet, first: Place, last: Place) -> None:
        """Take these cells for the values; where they begin elsewhere, labels are sought anew."""
        table = self.tables[place]
        inside_rows = table.first_row <= first[0] <= table.last_row
        inside = inside_rows and table.first_column <= first[1] <= table.last_column
        if table.sheet == sheet.name and inside:
            self.change(place, _exactly(table, first, last), "table")
            return
        draft = propose_at(self._workbook, sheet, first, last, self._catalogue)
        self._about[place] = Described(draft.guesses, {"table"}, seen=True)
        self.change(place, _exactly(draft.table, first, last))

    def set_axis(self, place: int, sheet: Sheet, role: CellRole, axis: Axis) -> None:
        """Read labels from elsewhere; those that are new get a first guess."""
        table = self.tables[place]
        match role:
            case CellRole.PERIOD:
                table = replace(table, period=axis, periods={})
            case CellRole.AREA:
                table = replace(table, area=axis)
            case _:
                table = replace(table, indicator=axis)
        if role is not CellRole.PERIOD:
            table = with_meanings(self._workbook, sheet, table, self._catalogue)
        self.change(place, table, str(role))

    def answer(self, place: int, hints: str) -> None:
        """Say how doubtful periods are meant, here and in every table with the same question."""
        asked = self.question(place)
        tables = list(self.tables)
        for other, table in enumerate(tables):
            question = self.question(other)
            same = asked and question and set(asked.readings) == set(question.readings)
            if other == place or (same and not self._about[other].remembered):
                tables[other] = replace(table, period_hint=hints)
        if asked is not None:
            self._answered.add(frozenset(asked.readings))
        self.recipe = replace(self.recipe, tables=tuple(tables))

    def add_at(self, sheet: Sheet, first: Place, last: Place) -> None:
        """Add the table whose values lie in these cells."""
        draft = propose_at(self._workbook, sheet, first, last, self._catalogue)
        self._add(sheet, _exactly(draft.table, first, last), Described(draft.guesses))

    def add_found(self, sheet: Sheet) -> bool:
        """Add the next table that was found on a sheet; False if there is none left."""
        for draft in self._found:
            if draft.table.sheet == sheet.name and not any(
                _overlap(draft.table, table) for table in self.tables
            ):
                self._add(sheet, draft.table, Described(draft.guesses))
                return True
        return False

    def _add(self, sheet: Sheet, table: TableRecipe, about: Described) -> None:
        self.recipe = replace(self.recipe, tables=(*self.tables, anchored(sheet, table)))
        self._about.append(about)

    def remove(self, place: int) -> None:
        """Leave a table out."""
        tables = (table for n, table in enumerate(self.tables) if n != place)
        self.recipe = replace(self.recipe, tables=tuple(tables))
        del self._about[place]


def _exactly(table: TableRecipe, first: Place, last: Place) -> TableRecipe:
    """The table with exactly these values, whatever was tidied away at its edges."""
    return replace(
        table, first_row=first[0], first_column=first[1], last_row=last[0], last_column=last[1]
    )


def _overlap(one: TableRecipe, other: TableRecipe) -> bool:
    if one.sheet != other.sheet:
        return False
    rows = one.first_row <= other.last_row and other.first_row <= one.last_row
    columns = one.first_column <= other.last_column and other.first_column <= one.last_column
    return rows and columns
