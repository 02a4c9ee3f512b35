"""The ONS's mid-year estimates: population of every area of the United Kingdom, any edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation, Problem, Settlement
from safer_desktop.loading.areas import ONS_CODE
from safer_desktop.loading.cells import Place, Sheet, Workbook
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe

CODE = "ons-mye5"
PARTNER = "Office for National Statistics"

_PEOPLE = re.compile(r"(?:estimated )?population,?\s+\(?mid-?\s?(?:19|20)\d\d", re.IGNORECASE)
_MID = re.compile(r"mid-?\s?(?:19|20)\d\d", re.IGNORECASE)
_DATED = re.compile(r"\bmid-?\s?((?:19|20)\d\d)\b", re.IGNORECASE)
_OTHER = re.compile(r"median|densit|component|change", re.IGNORECASE)
_SEX = re.compile(r"\b(?:fe)?males?\b", re.IGNORECASE)
_ALL_AGES = re.compile(r"all ages", re.IGNORECASE)
_CODE_HEADING = re.compile(r"(?:area |la |lad |geography )?codes?\s?\d?", re.IGNORECASE)
_NAME_HEADING = re.compile(r"(?:area |la |lad )?names?\b", re.IGNORECASE)
_SEARCHED_ROWS, _SEARCHED_COLUMNS = 25, 3
_KINDS = {
    "country": AreaKind.COUNTRY,
    "region": AreaKind.REGION,
    "county": AreaKind.COUNTY,
    "unitary authority": AreaKind.COUNTY,
}


def population_recipe(workbook: Workbook) -> Recipe | None:
    """The recipe for the sheet that gives most years; ``None`` for other workbooks.

    Told by its headings: area codes, names, and either a column of population for each year
    (MYE5, where people per square kilometre stand beside it) or one of all ages (MYE2).
    """
    found = [
        table for sheet in workbook.sheets if (table := _years(sheet) or _all_ages(sheet, workbook))
    ]
    if not found:
        return None
    widest = max(found, key=_breadth)
    return Recipe(CODE, "ONS mid-year estimates", PARTNER, (widest,))


def read_populations(
    workbook: Workbook, catalogue: Catalogue, settlements: Sequence[Settlement] = ()
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """Population of every area and year there, also of areas outside the catalogue.

    Nothing, without a problem, if the workbook has no such sheet.
    """
    recipe = population_recipe(workbook)
    sheet = workbook.sheet(recipe.tables[0].sheet) if recipe else None
    if recipe is None or sheet is None:
        return (), ()
    alone = replace(workbook, sheets=(sheet,))
    codes = recipe.tables[0].area.lines[0]
    return read_table(alone, recipe, _with_areas_of(sheet, codes, catalogue), settlements)


def _with_areas_of(sheet: Sheet, codes: int, catalogue: Catalogue) -> Catalogue:
    added: dict[str, Area] = {}
    for row in range(sheet.height):
        code, name, geography = (sheet.text(row, codes + step) for step in range(3))
        if ONS_CODE.fullmatch(code) and not catalogue.has_area(code):
            kind = _KINDS.get(geography.casefold(), AreaKind.DISTRICT)
            added[code] = Area(code, name, kind)
    return replace(catalogue, areas=(*catalogue.areas, *added.values()))


def _header_row(sheet: Sheet) -> tuple[int, int] | None:
    """The row of headings and the column of area codes, which names stand beside."""
    for row in range(min(_SEARCHED_ROWS, sheet.height)):
        for column in range(min(_SEARCHED_COLUMNS, sheet.width)):
            beside = sheet.text(row, column + 1)
            if _CODE_HEADING.fullmatch(sheet.text(row, column)) and _NAME_HEADING.match(beside):
                return row, column
    return None


def _years(sheet: Sheet) -> TableRecipe | None:
    """A table with a column of population for each year."""
    header = _header_row(sheet)
    if header is None:
        return None
    row, codes = header
    title = " ".join(_titles(sheet, row)).casefold()
    people = [c for c in range(codes + 2, sheet.width) if _PEOPLE.match(sheet.text(row, c))]
    if not people and "population estimates" in title and not _OTHER.search(title):
        people = [c for c in range(codes + 2, sheet.width) if _MID.fullmatch(sheet.text(row, c))]
    if not people:
        return None
    return _table(sheet, row, codes, people, Axis(AxisKind.ROWS, (row,)))


def _all_ages(sheet: Sheet, workbook: Workbook) -> TableRecipe | None:
    """A table of persons by age, whose column of all ages is read."""
    header = _header_row(sheet)
    if header is None or _SEX.search(sheet.name):
        return None
    row, codes = header
    ages = [c for c in range(codes + 2, sheet.width) if _ALL_AGES.fullmatch(sheet.text(row, c))]
    titles = _titles(sheet, row)
    dated = next((t for t in titles if _DATED.search(t) and not _SEX.search(t)), "")
    match = _DATED.search(dated) or _DATED.search(workbook.name)
    if len(ages) != 1 or match is None or any(_SEX.search(t) for t in titles if t != dated):
        return None
    table = _table(sheet, row, codes, ages, Axis(AxisKind.FIXED, fixed=f"mid-{match[1]}"))
    place = next((at for at, text in _title_cells(sheet, row) if text == dated), None)
    if place is None:
        return table
    period = Axis(AxisKind.CELL, place)
    return replace(table, period=period, periods={dated: f"mid-{match[1]}"})


def _titles(sheet: Sheet, header: int) -> list[str]:
    return [text for _, text in _title_cells(sheet, header)]


def _title_cells(sheet: Sheet, header: int) -> Iterator[tuple[Place, str]]:
    for row in range(header):
        text = sheet.text(row, 0)
        if text:
            yield (row, 0), text


def _breadth(table: TableRecipe) -> int:
    return table.last_column - table.first_column + 1 - len(table.ignored_columns)


def _table(sheet: Sheet, header: int, codes: int, people: list[int], period: Axis) -> TableRecipe:
    first, last = people[0], people[-1]
    below = range(header + 1, sheet.height)
    areas = [row for row in below if ONS_CODE.fullmatch(sheet.text(row, codes))]
    return TableRecipe(
        sheet=sheet.name,
        first_row=header + 1,
        last_row=areas[-1] if areas else header,
        first_column=first,
        last_column=last,
        period=period,
        area=Axis(AxisKind.COLUMNS, (codes,)),
        indicator=Axis(AxisKind.FIXED, fixed="population"),
        anchors=tuple(Anchor(header, c, sheet.text(header, c)) for c in (codes, codes + 1)),
        ignored_columns=tuple(c for c in range(first, last + 1) if c not in people),
        grows_right=False,
    )
