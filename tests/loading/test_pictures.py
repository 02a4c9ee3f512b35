"""What is kept of a sheet around the figures: their titles, labels and notes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.progress import Silent
from safer_desktop.loading import pictures as module
from safer_desktop.loading.cells import parse_a1
from safer_desktop.loading.pictures import pictures
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, TableRecipe
from safer_desktop.loading.road import inspect, prepare
from tests.loading.conftest import Rows, sheet_of, workbook_of
from tests.loading.test_road import NOW

ROWS: Rows = [
    ["Vehicle crime by district"],
    ["Officer", None, 2016],
    [None, "District", "Apr", "May", None, "Contact"],
    ["PC 1234", "Blaby", 41, 35, None, "a.person@example.org"],
    ["PC 5678", "Melton", 12, 9, None, "b.person@example.org"],
    [],
    [None, None, None, None, None, "Counted at 5 June 2016."],
    ["Staff", "Named person", 7],
]
TABLE = TableRecipe(
    "Vehicle ",
    3,
    4,
    2,
    3,
    period=Axis(AxisKind.ROWS, (1, 2)),
    area=Axis(AxisKind.COLUMNS, (1,)),
    indicator=Axis(AxisKind.FIXED, fixed="vehicle-crime"),
)


def recipe_of(*tables: TableRecipe) -> Recipe:
    return Recipe("vehicle", "Vehicle crime", "Police", tables)


def test_only_what_the_tables_use_is_kept_with_titles_and_notes() -> None:
    book = workbook_of(sheet_of("Vehicle ", ROWS, merges=((1, 2, 1, 3), (0, 0, 0, 5))))
    (picture,) = pictures(book, recipe_of(TABLE))
    assert (picture.sheet, picture.first_row, picture.first_column) == ("Vehicle ", 0, 0)
    assert picture.rows == (
        ("Vehicle crime by district", "", "", "", "", ""),
        ("", "", "2016", "", "", ""),
        ("", "District", "Apr", "May", "", ""),
        ("", "Blaby", "41", "35", "", ""),
        ("", "Melton", "12", "9", "", ""),
        ("", "", "", "", "", ""),
        ("", "", "", "", "", "Counted at 5 June 2016."),
    )
    assert picture.merges == ((1, 2, 1, 3), (0, 0, 0, 5))
    assert "person" not in str(picture)
    assert "PC" not in str(picture)


def test_columns_that_are_left_out_are_not_kept_but_shared_headers_are() -> None:
    rows: Rows = [
        ["District", "Reported", None, None],
        [None, "Names", "Robbery", "Notes"],
        ["Blaby", "A. Person", 4, "see B. Person"],
    ]
    table = replace(
        TABLE,
        first_row=2,
        last_row=2,
        first_column=1,
        last_column=3,
        period=Axis(AxisKind.FIXED, fixed="April 2016"),
        area=Axis(AxisKind.COLUMNS, (0,)),
        indicator=Axis(AxisKind.ROWS, (0, 1)),
        indicators={"Reported | Names": "", "Reported | Robbery": "robbery"},
        ignored_columns=(3,),
    )
    (picture,) = pictures(workbook_of(sheet_of("Vehicle", rows)), recipe_of(table))
    assert picture.rows == (
        ("District", "Reported", ""),
        ("", "", "Robbery"),
        ("Blaby", "", "4"),
    )


def test_several_tables_of_a_sheet_make_one_picture_and_absent_sheets_none() -> None:
    rows: Rows = [*ROWS[:5], [None], *ROWS[:5]]
    second = replace(
        TABLE, first_row=9, last_row=10, period=Axis(AxisKind.ROWS, (7, 8)), grows_down=False
    )
    first = replace(TABLE, last_row=4, grows_down=False)
    book = workbook_of(sheet_of("Vehicle", rows), sheet_of("Empty", []))
    recipe = recipe_of(first, second, replace(TABLE, sheet="Gone"), replace(TABLE, sheet="Empty"))
    (picture,) = pictures(book, recipe)
    assert len(picture.rows) == 11
    assert picture.rows[10] == ("", "Melton", "12", "9")
    assert pictures(book, recipe_of()) == ()


def test_a_picture_has_a_largest_size() -> None:
    wide = 40 + module.MOST_COLUMNS
    rows: Rows = [[None, "District", *("Apr 16" for _ in range(wide))]]
    rows += [[None, "Blaby", *range(wide)] for _ in range(40 + module.MOST_ROWS)]
    table = replace(
        TABLE,
        first_row=1,
        last_row=len(rows) - 1,
        last_column=wide + 1,
        period=Axis(AxisKind.ROWS, (0,)),
    )
    book = workbook_of(sheet_of("Vehicle", rows, merges=((0, 2, 0, wide), (0, wide, 0, wide + 1))))
    (picture,) = pictures(book, recipe_of(table))
    assert len(picture.rows) == module.MOST_ROWS
    assert {len(row) for row in picture.rows} == {module.MOST_COLUMNS}
    assert picture.first_column == 1
    assert picture.merges == ((0, 2, 0, module.MOST_COLUMNS),)


def test_every_figure_of_a_loaded_file_is_in_its_picture(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    rows: Rows = [["Vehicle crime"], ["District", "Apr 16", "May 16"], ["Blaby", 41, 35]]
    found = inspect(write_xlsx({"V": rows}, "Vehicles.xlsx"), catalogue, (), Silent())
    load = prepare(
        found,
        found.proposal,
        catalogue,
        partner="",
        who="officer",
        now=NOW,
        known={},
        progress=Silent(),
    )
    (picture,) = load.pictures
    assert picture.rows[0][0] == "Vehicle crime"
    for observation in load.observations:
        row, column = parse_a1(observation.source.cell)
        shown = picture.rows[row - picture.first_row][column - picture.first_column]
        assert shown == observation.source.raw
    assert load.file.recipe_version == 1
