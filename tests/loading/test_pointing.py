"""Cells that a person points at, and the words for where labels are."""

from __future__ import annotations

import pytest

from safer_desktop.loading.axes import words
from safer_desktop.loading.cells import parse_a1
from safer_desktop.loading.pointing import (
    axis_at,
    lines_text,
    parse_lines,
    with_corner,
    with_left_out,
)
from safer_desktop.loading.recipes import Axis, AxisKind, TableRecipe
from tests.loading.conftest import Rows, sheet_of

ROWS: Rows = [
    ["Debts in Great Britain, 2014"],
    [],
    [None, "Households", None, "People"],
    ["Quintile", "Number", "Share", "Number"],
    ["July 2012 to June 2014"],
    ["Quintile 1", 1.0, 2.0, 3.0],
    ["Quintile 2", 1.0, 2.0, 3.0],
    ["July 2010 to June 2012"],
    ["Quintile 1", 1.0, 2.0, 3.0],
]
TABLE = TableRecipe(
    "S",
    5,
    8,
    1,
    3,
    period=Axis(AxisKind.FIXED),
    area=Axis(AxisKind.FIXED),
    indicator=Axis(AxisKind.ROWS, (3,)),
)


@pytest.mark.parametrize(
    ("cells", "found"),
    (
        ("B4", "row 4"),
        ("B3 B4", "rows 3 and 4"),
        ("C3", "row 3"),
        ("A6", "column A"),
        ("A4", "column A"),
        ("A5", "headings in column A"),
        ("A8", "headings in column A"),
        ("A1", "cell A1"),
        ("B4 A6", "row 4 and column A"),
        ("A8 A6 D4", "row 4 and column A and headings in column A"),
        ("B6", "column B"),
    ),
)
def test_pointing_at_cells_says_where_labels_are(cells: str, found: str) -> None:
    places = [parse_a1(cell) for cell in cells.split()]
    assert words(axis_at(sheet_of("S", ROWS), TABLE, places)) == found


@pytest.mark.parametrize(
    "text", ("4", "4, 5", "A", "A, B", "4, 5, A", "headings in A, B", "B2", "sheet, 4", "B2, 4")
)
def test_the_words_for_lines_lead_back_to_them(text: str) -> None:
    axis = parse_lines(text)
    assert axis is not None
    assert lines_text(axis) == text


def test_what_names_no_lines_is_refused() -> None:
    assert parse_lines("") is None
    assert parse_lines("4, here") is None
    assert parse_lines("0") is None
    assert lines_text(Axis(AxisKind.FIXED, fixed="x")) == ""
    assert parse_lines("HEADING IN b") == Axis(AxisKind.SECTIONS, (1,))


def test_a_corner_takes_the_other_along_where_it_must() -> None:
    moved = with_corner(TABLE, (6, 2), first=True)
    assert (moved.first_row, moved.first_column, moved.last_row, moved.last_column) == (6, 2, 8, 3)
    moved = with_corner(TABLE, (4, 0), first=False)
    assert (moved.first_row, moved.first_column, moved.last_row, moved.last_column) == (4, 0, 4, 0)


def test_what_is_left_out_twice_is_taken_in_again() -> None:
    once = with_left_out(TABLE, rows={6}, columns={2})
    assert (once.ignored_rows, once.ignored_columns) == ((6,), (2,))
    assert with_left_out(once, rows={6}, columns={2}) == TABLE
