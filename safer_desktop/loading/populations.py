"""The ONS's mid-year estimates workbook: sheet MYE5, every area and year of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation, Problem, Settlement
from safer_desktop.loading.areas import ONS_CODE
from safer_desktop.loading.cells import Sheet, Workbook
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe

CODE = "ons-mye5"
PARTNER = "Office for National Statistics"

_SHEET = re.compile(r"mye\s?5\b", re.IGNORECASE)
_PEOPLE = re.compile(r"estimated population mid-?\s?(?:19|20)\d\d", re.IGNORECASE)
_SEARCHED_ROWS = 15
_KINDS = {
    "country": AreaKind.COUNTRY,
    "region": AreaKind.REGION,
    "county": AreaKind.COUNTY,
    "unitary authority": AreaKind.COUNTY,
}


def population_recipe(workbook: Workbook) -> Recipe | None:
    """The recipe for the workbook's MYE5 sheet; ``None`` if it has none.

    Population stands in every second column, newest first, beside people per square kilometre.
    """
    for sheet in workbook.sheets:
        header = _header_row(sheet) if _SHEET.match(sheet.name.strip()) else None
        if header is not None:
            return Recipe(CODE, "ONS mid-year estimates (MYE5)", PARTNER, (_table(sheet, header),))
    return None


def read_populations(
    workbook: Workbook, catalogue: Catalogue, settlements: Sequence[Settlement] = ()
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """Population of every area and year on sheet MYE5, also of areas outside the catalogue.

    Nothing, without a problem, if the workbook has no such sheet.
    """
    recipe = population_recipe(workbook)
    sheet = workbook.sheet(recipe.tables[0].sheet) if recipe else None
    if recipe is None or sheet is None:
        return (), ()
    alone = replace(workbook, sheets=(sheet,))
    return read_table(alone, recipe, _with_areas_of(sheet, catalogue), settlements)


def _with_areas_of(sheet: Sheet, catalogue: Catalogue) -> Catalogue:
    added: dict[str, Area] = {}
    for row in range(sheet.height):
        code, name, geography = (sheet.text(row, column) for column in range(3))
        if ONS_CODE.fullmatch(code) and not catalogue.has_area(code):
            kind = _KINDS.get(geography.casefold(), AreaKind.DISTRICT)
            added[code] = Area(code, name, kind)
    return replace(catalogue, areas=(*catalogue.areas, *added.values()))


def _header_row(sheet: Sheet) -> int | None:
    for row in range(min(_SEARCHED_ROWS, sheet.height)):
        columns = range(3, sheet.width)
        if sheet.text(row, 0) == "Code" and any(
            _PEOPLE.match(sheet.text(row, column)) for column in columns
        ):
            return row
    return None


def _table(sheet: Sheet, header: int) -> TableRecipe:
    people = [c for c in range(sheet.width) if _PEOPLE.match(sheet.text(header, c))]
    first, last = people[0], people[-1]
    areas = [r for r in range(header + 1, sheet.height) if ONS_CODE.fullmatch(sheet.text(r, 0))]
    return TableRecipe(
        sheet=sheet.name,
        first_row=header + 1,
        last_row=areas[-1] if areas else header,
        first_column=first,
        last_column=last,
        period=Axis(AxisKind.ROWS, (header,)),
        area=Axis(AxisKind.COLUMNS, (0,)),
        indicator=Axis(AxisKind.FIXED, fixed="population"),
        anchors=(Anchor(header, 0, "Code"), Anchor(header, 1, "Name")),
        ignored_columns=tuple(c for c in range(first, last + 1) if c not in people),
        grows_right=False,
    )
