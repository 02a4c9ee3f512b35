"""A partner's next file is known; another's is not taken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.layout import undated
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.recognise import recipe_for
from tests.loading.conftest import Rows, sheet_of, workbook_of

ROWS: Rows = [["District", "Offence", "Mar 17"], ["Blaby", "Robbery", 3.0]]
TABLE = TableRecipe(
    sheet="Counts",
    first_row=1,
    last_row=1,
    first_column=2,
    last_column=2,
    period=Axis(AxisKind.ROWS, (0,)),
    area=Axis(AxisKind.COLUMNS, (0,)),
    indicator=Axis(AxisKind.COLUMNS, (1,)),
    anchors=(Anchor(0, 0, "District"), Anchor(0, 1, "Offence")),
)
POLICE = Recipe("police", "Police", "Police", (TABLE,), "police monthly")
OTHER = replace(POLICE, code="other", file_pattern="other return")


def file(name: str = "Police monthly Q1 2017-18.xlsx", rows: Rows = ROWS) -> Workbook:
    return workbook_of(sheet_of("Counts ", rows), name=name)


@pytest.mark.parametrize(
    ("name", "pattern"),
    (
        ("Police monthly Apr16-Mar17.xlsx", "police monthly"),
        ("Police_monthly_Q4 2016-17 FINAL v2.xls", "police monthly"),
        ("Copy of Police monthly (3).csv", "police monthly"),
        ("Q4 2016-17", ""),
        ("Dec. 2016", ""),
        ("MARAC", "marac"),
    ),
)
def test_names_without_dates(name: str, pattern: str) -> None:
    assert undated(name) == pattern


def test_next_quarters_file_is_known() -> None:
    assert recipe_for(file(), (POLICE,)) is POLICE
    assert recipe_for(file(), (OTHER, POLICE)) is POLICE
    assert recipe_for(file("renamed.xlsx"), (POLICE,)) is POLICE


def test_in_doubt_none_is_chosen() -> None:
    assert recipe_for(file("renamed.xlsx"), (POLICE, OTHER)) is None
    assert recipe_for(file(), (POLICE, replace(POLICE, code="again"))) is None
    bare = replace(POLICE, tables=(replace(TABLE, anchors=(Anchor(0, 0, "District"),)),))
    assert recipe_for(file("renamed.xlsx"), (bare,)) is None
    assert recipe_for(file(), (bare,)) is bare


def test_other_headers_are_another_file() -> None:
    rows: Rows = [["Force", "Outcome", "Mar 17"], *ROWS[1:]]
    assert recipe_for(file(rows=rows), (POLICE,)) is None
    assert recipe_for(file(rows=[]), (POLICE,)) is None


def test_a_heading_that_changed_leaves_a_file_of_the_same_name_known() -> None:
    rows: Rows = [["Force", "Offence", "Mar 17"], *ROWS[1:]]
    assert recipe_for(file(rows=rows), (POLICE,)) is POLICE
    assert recipe_for(file("renamed.xlsx", rows), (POLICE,)) is None


def test_a_file_that_drifted_in_part_is_still_known_by_its_name() -> None:
    second = replace(TABLE, sheet="MARAC")
    recipe = replace(POLICE, tables=(TABLE, second))
    assert recipe_for(file(), (recipe,)) is recipe
    assert recipe_for(file("renamed.xlsx"), (recipe,)) is None
    assert recipe_for(file(), (recipe, replace(recipe, code="again"))) is None


def test_without_recipes_nothing_is_known() -> None:
    assert recipe_for(file(), ()) is None
