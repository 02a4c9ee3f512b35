"""Whether a partner's new file is laid out as the last one, what differs, and how to follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import CellPlace, Severity
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import Sheet, Workbook, parse_a1
from safer_desktop.loading.drift.areas import compare_areas
from safer_desktop.loading.drift.dates import compare_periods
from safer_desktop.loading.drift.geometry import compare_hidden, compare_place
from safer_desktop.loading.drift.headings import compare_headings
from safer_desktop.loading.drift.nouns import Difference, Drift, DriftKind, Follow, Pair
from safer_desktop.loading.drift.placing import Placed
from safer_desktop.loading.drift.sizes import compare_sizes
from safer_desktop.loading.drift.table import ComparedTable
from safer_desktop.loading.drift.whereabouts import Whereabouts
from safer_desktop.loading.drift.wording import masked, masked_dates
from safer_desktop.loading.drift.words import differences_of_words
from safer_desktop.loading.layout import find_sheet
from safer_desktop.loading.periods import find_period
from safer_desktop.loading.recipes import AxisKind, Recipe, SeenTable, TableRecipe
from safer_desktop.loading.recognise import differences
from safer_desktop.loading.seen import seen_tables

_LIKE = 0.8


def drift(workbook: Workbook, recipe: Recipe, catalogue: Catalogue) -> Drift:
    """How the workbook differs from the last one that the recipe read, and the recipe for it.

    Nothing differs where tables only grew by new periods, or only dates in titles moved on.
    """
    return _Comparison(workbook, recipe, catalogue).drift()


class _Comparison:
    def __init__(self, workbook: Workbook, recipe: Recipe, catalogue: Catalogue) -> None:
        self._workbook = workbook
        self._recipe = recipe
        self._catalogue = catalogue
        self._matcher = AreaMatcher(catalogue)
        self._seen = seen_tables(recipe)
        self._placing = Whereabouts(workbook, recipe)
        self._found: list[Difference] = []

    def drift(self) -> Drift:
        placed = self._placing.tables()
        moved = [it.table for it in placed if it]
        tables: list[TableRecipe] = []
        missing: list[TableRecipe] = []
        for number, (table, seen, at) in enumerate(
            zip(self._recipe.tables, self._seen, placed, strict=True)
        ):
            if at is None:
                if self._placing.has_passed(table):
                    self._found.append(_passed(number, table))
                    continue
                self._found.append(self._missing(number, table))
                missing.append(table)
                tables.append(table)
                continue
            tables.append(self._followed(number, table, seen, at, moved))
        used = {it.sheet.name for it in placed if it}
        more = list(self._like_sheets(used))
        tables += more
        self._found += self._sheets(used | {table.sheet for table in more})
        changed = tuple(tables) != self._recipe.tables
        version = self._recipe.version + 1 if changed else self._recipe.version
        recipe = replace(self._recipe, tables=tuple(tables), version=version)
        reading = replace(recipe, tables=tuple(it for it in tables if it not in missing))
        return Drift(tuple(self._found), recipe, reading)

    def _followed(
        self,
        number: int,
        table: TableRecipe,
        seen: SeenTable,
        at: Placed,
        moved: Sequence[TableRecipe],
    ) -> TableRecipe:
        if at.sheet.name.strip() != seen.sheet.strip():
            self._found += self._renamed(number, seen, at)
        compared = ComparedTable(
            number,
            table,
            seen,
            at,
            at.table,
            moved,
            self._workbook.name,
            self._catalogue,
            self._matcher,
        )
        compare_place(compared)
        headings = compare_headings(compared)
        compare_areas(compared)
        compare_periods(compared)
        compare_sizes(compared, headings)
        compare_hidden(compared)
        self._found += compared.found
        for difference in differences_of_words(compared, self._titles_of_others(number)):
            self._say_of_words(difference)
        return table if _is_as_before(compared) else compared.now

    def _say_of_words(self, difference: Difference) -> None:
        """Notes and titles that stand on several sheets are told once, with all their cells."""
        for number, had in enumerate(self._found):
            if (had.kind, had.what) == (difference.kind, difference.what):
                if had.pairs != difference.pairs:
                    self._found[number] = replace(had, pairs=(*had.pairs, *difference.pairs))
                return
        self._found.append(difference)

    def _titles_of_others(self, number: int) -> frozenset[str]:
        own = self._titles(number)
        return frozenset(
            title
            for other in range(len(self._seen))
            if other != number
            for title in self._titles(other) - own
        )

    def _titles(self, number: int) -> set[str]:
        top = self._recipe.tables[number].top
        return {
            masked(text)
            for address, text in self._seen[number].texts.items()
            if parse_a1(address)[0] < top
        }

    # Sheets

    def _renamed(self, number: int, seen: SeenTable, at: Placed) -> Iterator[Difference]:
        if find_sheet(self._workbook, seen.sheet) is at.sheet:
            return  # only the date in its name has moved on
        told = self._titles(number) or self._recipe.tables[number].indicator.lines
        sure = bool(told) and at.score >= _LIKE and at.titled == 1.0
        asked = "" if sure else " Is it the same table?"
        yield Difference(
            DriftKind.SHEET,
            Follow.BY_ITSELF if sure else Follow.IF_AGREED,
            Severity.WARNING,
            f"Sheet '{seen.sheet}' is now called '{at.sheet.name}'.{asked}",
            seen.sheet,
            at.sheet.name,
            (Pair(CellPlace(seen.sheet, "A1"), CellPlace(at.sheet.name, "A1")),),
            number,
        )

    def _missing(self, number: int, table: TableRecipe) -> Difference:
        sheet = find_sheet(self._workbook, table.sheet)
        named = f"sheet '{table.sheet}'" if table.sheet else "the file"
        if sheet is not None and sheet.rows:
            what = f"The table of {named} is not found there: its headings are others now."
            follow, severity = Follow.NOT, Severity.ERROR
            now = CellPlace(sheet.name, "A1")
        else:
            what = f"The file has no {named}. Take the rest without it?"
            follow, severity, now = Follow.IF_AGREED, Severity.WARNING, None
        if len(self._recipe.tables) == 1:
            follow, severity = Follow.NOT, Severity.ERROR
        pair = Pair(CellPlace(table.sheet, "A1"), now)
        return Difference(
            DriftKind.MISSING, follow, severity, what, table.sheet, "", (pair,), number
        )

    def _like_sheets(self, used: set[str]) -> Iterator[TableRecipe]:
        """New sheets that are named for a period or an area and laid out like one that is read."""
        if self._recipe.seen is None:
            return
        known = {name.strip() for name in self._recipe.seen.sheets}
        for sheet in self._workbook.sheets:
            if not sheet.rows or sheet.name in used or sheet.name.strip() in known:
                continue
            for number, table in enumerate(self._recipe.tables):
                if not self._is_named_alike(table, sheet):
                    continue
                at = self._placing.on(table, self._seen[number], sheet)
                if at is None or at.score < _LIKE:
                    continue
                what = f"Sheet '{sheet.name}' is new, laid out like '{table.sheet}', and read too."
                pair = Pair(CellPlace(table.sheet, "A1"), CellPlace(sheet.name, "A1"))
                self._found.append(
                    Difference(
                        DriftKind.NEW_SHEET,
                        Follow.BY_ITSELF,
                        Severity.WARNING,
                        what,
                        table.sheet,
                        sheet.name,
                        (pair,),
                        number,
                    )
                )
                yield replace(at.table, sheet=sheet.name)
                break

    def _is_named_alike(self, table: TableRecipe, sheet: Sheet) -> bool:
        if table.period.has(AxisKind.SHEET) and find_period(table.sheet):
            return find_period(sheet.name, hint=table.period_hint) is not None
        if table.area.has(AxisKind.SHEET):
            return self._matcher.exact(sheet.name).code is not None
        return False

    def _sheets(self, used: set[str]) -> Iterator[Difference]:
        """Sheets that came or went and are not read."""
        if self._recipe.seen is None:
            return
        before = {name.strip(): name for name in self._recipe.seen.sheets}
        now = {sheet.name.strip(): sheet for sheet in self._workbook.sheets if sheet.rows}
        followed = {it.before.strip() for it in self._found if it.kind is DriftKind.SHEET}
        for name, sheet in now.items():
            if name not in before and sheet.name not in used and not self._is_dated(name, before):
                hidden = " It is hidden." if sheet.hidden else ""
                yield Difference(
                    DriftKind.NEW_SHEET,
                    Follow.BY_ITSELF,
                    Severity.NOTE,
                    f"Sheet '{sheet.name}' is new and is not read.{hidden}",
                    "",
                    sheet.name,
                    (Pair(None, CellPlace(sheet.name, "A1")),),
                )
        read = {table.sheet.strip() for table in self._recipe.tables}
        gone = [
            name
            for name in before
            if name not in now and name not in read | followed and not self._is_dated(name, now)
        ]
        if gone:
            names = ", ".join(f"'{name}'" for name in gone)
            yield Difference(
                DriftKind.GONE_SHEET,
                Follow.BY_ITSELF,
                Severity.NOTE,
                f"Sheets of the last file that are not there now (none was read): {names}.",
                ", ".join(gone),
            )

    def _is_dated(self, name: str, among: Iterable[str]) -> bool:
        """Whether a sheet is named like another but for a date."""
        bare = masked_dates(name.casefold())
        return bare != name.casefold() and any(masked_dates(it.casefold()) == bare for it in among)


def _is_as_before(table: ComparedTable) -> bool:
    """Whether the old recipe reads the new sheet alike: the table at most grew."""
    old, now = table.old, table.now
    shrunk = now.last_row < old.last_row or now.last_column < old.last_column
    alike = replace(now, anchors=old.anchors, last_row=old.last_row, last_column=old.last_column)
    return not shrunk and alike == old and not differences(table.placed.sheet, old)


def _passed(number: int, table: TableRecipe) -> Difference:
    what = f"Sheet '{table.sheet}' is not in this file any more. What is in the pack stays."
    pair = Pair(CellPlace(table.sheet, "A1"), None)
    follow, severity = Follow.BY_ITSELF, Severity.NOTE
    return Difference(DriftKind.PERIOD, follow, severity, what, table.sheet, "", (pair,), number)
