"""Proposes a recipe for a workbook nobody has described yet; a person corrects and confirms it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.areas import AreaMatcher, plain_name
from safer_desktop.loading.axes import Found, Guess, lay_out
from safer_desktop.loading.cells import Place, Sheet, Workbook, a1
from safer_desktop.loading.finder import Region, find_tables, region_at
from safer_desktop.loading.grid import Grid
from safer_desktop.loading.layout import undated
from safer_desktop.loading.likeness import IndicatorMatcher, Likeness
from safer_desktop.loading.meanings import Mapper
from safer_desktop.loading.periods import find_period, read_period
from safer_desktop.loading.places import Places
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.tidying import tidied

_MOST_TABLES = 40
_MOST_ANCHORS = 24
_FEW = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """One guess of a proposal: which table (counted from 0), and the guess."""

    table: int
    guess: Guess


@dataclass(frozen=True, slots=True)
class Draft:
    """A table that was found: its ``layout``, and the ``table`` with what its labels mean.

    ``rank`` is how much like a table of figures it is; ``is_useful`` whether any of its figures
    are the catalogue's.
    """

    layout: TableRecipe
    table: TableRecipe
    guesses: tuple[Guess, ...]
    rank: float
    is_useful: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A first recipe and why it is as it is; ``found`` are all tables, also those not in it."""

    recipe: Recipe
    decisions: tuple[Decision, ...]
    found: tuple[Draft, ...] = ()

    @property
    def confidence(self) -> float:
        """The least sure of the decisions about where things lie; 0 without tables."""
        sure = (it.guess.confidence for it in self.decisions if not it.guess.label)
        return min(sure, default=0.0)


def propose(workbook: Workbook, catalogue: Catalogue) -> Proposal:
    """Where periods, areas and values probably lie in each table, and what its labels mean.

    Tables that carry no indicator of the catalogue are left out while others do; if none does,
    the likeliest are proposed for a person to say what they are.
    """
    proposer = _Proposer(workbook, catalogue)
    drafts = [draft for sheet in workbook.sheets if sheet.rows for draft in proposer.drafts(sheet)]
    chosen = [draft for draft in drafts if draft.is_useful]
    if not chosen:
        chosen = sorted(drafts, key=lambda draft: -draft.rank)[:_FEW]
    name = undated(workbook.name)
    recipe = Recipe(
        code=name.replace(" ", "-") or "recipe",
        name=name.capitalize() or workbook.name,
        partner="",
        tables=tuple(draft.table for draft in chosen),
        file_pattern=name,
    )
    decisions = (
        Decision(number, guess) for number, draft in enumerate(chosen) for guess in draft.guesses
    )
    return Proposal(recipe, tuple(decisions), tuple(drafts))


def propose_at(
    workbook: Workbook, sheet: Sheet, first: Place, last: Place, catalogue: Catalogue
) -> Draft:
    """A draft for the table whose values a person says lie in these cells."""
    grid = Grid(sheet)
    return _Proposer(workbook, catalogue).draft_of(sheet, grid, region_at(grid, first, last))


def with_meanings(
    workbook: Workbook, sheet: Sheet, table: TableRecipe, catalogue: Catalogue
) -> TableRecipe:
    """The table with a first guess for each label that nothing has been said of yet."""
    return _Proposer(workbook, catalogue).with_meanings(sheet, table)


class _Proposer:
    def __init__(self, workbook: Workbook, catalogue: Catalogue) -> None:
        self._file = undated(workbook.name)
        self._period = find_period(workbook.name.rpartition(".")[0])
        self._catalogue = catalogue
        self._areas = AreaMatcher(catalogue)
        self._indicators = IndicatorMatcher(catalogue)
        self._places = Places(self._areas)

    def drafts(self, sheet: Sheet) -> Iterator[Draft]:
        """A draft for each table of a sheet: first its layout, then what its labels mean."""
        grid = Grid(sheet)
        for region in find_tables(sheet, grid)[:_MOST_TABLES]:
            yield self.draft_of(sheet, grid, region)

    def draft_of(self, sheet: Sheet, grid: Grid, region: Region) -> Draft:
        """A draft for the table in this region."""
        return self._draft(sheet, tidied(sheet, grid, lay_out(sheet, region, self._places)))

    def with_meanings(self, sheet: Sheet, table: TableRecipe) -> TableRecipe:
        """The table with a first guess for each label without a meaning."""
        rows, columns = table.lines(AxisKind.ROWS), table.lines(AxisKind.COLUMNS)
        corners = (table.first_row, table.last_row, table.first_column, table.last_column)
        found = Found(Region(*corners, rows, columns), table, (), 1.0, 1.0)
        context = self._of_context(sheet, found.region)
        arguments = (self._catalogue, self._areas, self._indicators, context)
        return Mapper(sheet, found, *arguments).filled()

    def _draft(self, sheet: Sheet, found: Found) -> Draft:
        found, area_sure = self._with_area(sheet, self._with_period(found))
        context = self._of_context(sheet, found.region)
        mapper = Mapper(sheet, found, self._catalogue, self._areas, self._indicators, context)
        table = mapper.mapped()
        table = replace(table, anchors=_anchors(sheet, found.region, table))
        mapped = any(table.indicators.values()) or table.indicator.fixed
        rows = table.last_row - table.first_row + 1
        return Draft(
            found.table,
            replace(table, grows_down=True, grows_right=True),
            (_place(sheet, found), *found.guesses, *mapper.guesses),
            rows**0.5 * (found.period_sure + area_sure),
            bool(mapped and found.period_sure and not sheet.hidden),
        )

    def _with_period(self, found: Found) -> Found:
        """The period of all figures, where neither labels nor titles name one: by the file."""
        if found.period_sure or self._period is None:
            return found
        label = self._period.period.label
        table = replace(found.table, period=Axis(AxisKind.FIXED, fixed=label))
        said = Guess("period", f"All figures are for {label}, named by the file.", 0.6)
        guesses = (*(it for it in found.guesses if it.topic != "period"), said)
        return replace(found, table=table, guesses=guesses, period_sure=0.6)

    def _with_area(self, sheet: Sheet, found: Found) -> tuple[Found, float]:
        """The area of all figures, where no labels name areas: by a title, else the home area."""
        if found.table.area.kind is not AxisKind.FIXED:
            return found, found.area_sure
        named = self._areas_in(" ".join(sheet.text(*place) for place in found.region.titles))
        if len(named) == 1:
            code, sure = named[0], 0.6
            name = self._catalogue.area(code).name
            sentence = f"All figures are for {name}, named in a title."
        else:
            code, sure = self._catalogue.home, 0.3
            name = self._catalogue.area(code).name
            sentence = f"No area was found: {name} is assumed."
        table = replace(found.table, area=Axis(AxisKind.FIXED, fixed=code))
        guesses = (*found.guesses, Guess("area", sentence, sure))
        return replace(found, table=table, guesses=guesses), 0.6 if sure > 0.5 else 0.1

    def _areas_in(self, titles: str) -> list[str]:
        text = f" {plain_name(titles)} "
        found = {
            area.code: name
            for area in self._catalogue.areas
            for name in sorted(map(plain_name, (area.name, *area.other_names)), key=len)
            if len(name) > 4 and f" {name} " in text
        }
        return [
            code
            for code, name in found.items()
            if not any(name != other and name in other for other in found.values())
        ]

    def _of_context(self, sheet: Sheet, region: Region) -> Likeness:
        """The indicator that titles, sheet or file speak of."""
        titles = [sheet.text(*place) for place in reversed(region.titles)]
        guesses = [self._indicators.like(text) for text in (*titles, sheet.name, self._file)]
        return max(guesses, key=lambda guess: guess.score if guess.code else 0.0)


def _place(sheet: Sheet, found: Found) -> Guess:
    table, region = found.table, found.region
    first, last = a1(table.first_row, table.first_column), a1(table.last_row, table.last_column)
    where = f"On sheet '{sheet.name}' the" if sheet.name else "The"
    sure = 0.9 if region.header_rows and region.label_columns else 0.6
    return Guess("table", f"{where} figures lie in {first} to {last}.", sure)


def _anchors(sheet: Sheet, region: Region, table: TableRecipe) -> tuple[Anchor, ...]:
    """Headings that will stand in the same cells next time: no dates, no sums."""
    dated = {
        line for part in table.period.parts if part.kind is AxisKind.ROWS for line in part.lines
    }
    places = [(row, column) for row in region.header_rows for column in region.label_columns]
    places += [
        (row, column)
        for row in region.header_rows
        if row not in dated
        for column in range(table.first_column, table.last_column + 1)
    ]
    if table.area.kind is AxisKind.COLUMNS:
        places.append((table.first_row, table.area.lines[-1]))
    anchors = (Anchor(row, column, sheet.text(row, column)) for row, column in places)
    return tuple(
        anchor
        for anchor in anchors
        if anchor.text and not find_period(anchor.text) and read_period(anchor.text) is None
    )[:_MOST_ANCHORS]
