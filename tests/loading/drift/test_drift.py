"""Each way in which a partner's next file drifts is found, told with both cells, and followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Severity
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.loading.drift.nouns import DriftKind, Follow, Pair
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, Scale, TableRecipe
from safer_desktop.loading.recognise import recipe_for
from tests.loading.conftest import Rows, sheet_of, workbook_of
from tests.loading.drift.made import (
    COLUMNS,
    CRIME,
    NOTE,
    ROWS,
    TABLE,
    book,
    crime,
    drifted,
    figures,
    observations,
    only,
    recipe,
    rows_of,
    with_column,
    with_format,
)

BLABY, CHARNWOOD, MELTON = "E07000129", "E07000130", "E07000133"
AS_BEFORE = {
    ("vehicle-crime", BLABY): 410,
    ("robbery", BLABY): 31,
    ("vehicle-crime", CHARNWOOD): 702,
    ("robbery", CHARNWOOD): 64,
    ("vehicle-crime", MELTON): 118,
    ("robbery", MELTON): 9,
}


def test_nothing_differs_where_only_the_date_moved_on(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, year ending June 2017"
    found = drifted(crime(rows), recipe(), catalogue)
    assert not found
    assert found.recipe == recipe()
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_a_title_row_more_moves_the_table_down(catalogue: Catalogue) -> None:
    rows: Rows = [CRIME[0], ["Prepared by the performance team"], *CRIME[1:]]
    found = drifted(crime(rows), recipe(), catalogue)
    moved, title = found.differences
    assert (moved.kind, moved.follow, moved.before, moved.now) == (
        DriftKind.MOVED,
        Follow.BY_ITSELF,
        "B5",
        "B6",
    )
    assert moved.pairs == (Pair(CellPlace("Crime", "B5"), CellPlace("Crime", "B6")),)
    assert (title.kind, title.now) == (DriftKind.TITLE, "Prepared by the performance team")
    assert found.recipe.version == 2
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_a_new_column_is_left_out_and_told(catalogue: Catalogue) -> None:
    rows = with_column(CRIME, 2, {2: "Bicycle theft", 4: 7.0, 5: 8.0, 6: 9.0})
    found = drifted(crime(rows), recipe(), catalogue)
    new = next(it for it in found.differences if it.kind is DriftKind.NEW_HEADING)
    assert (new.follow, new.now, new.place) == (Follow.BY_ITSELF, "Bicycle theft", "'Crime'!C3")
    moved = next(it for it in found.differences if it.kind is DriftKind.MOVED)
    assert (moved.before, moved.now) == ("C, D", "D, E")
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_columns_that_changed_places_are_read_by_their_headings(catalogue: Catalogue) -> None:
    rows: Rows = [
        [*row[:1], *row[2:3], *row[1:2], *row[3:]] if len(row) > 2 else row for row in CRIME
    ]
    rows[3] = [None, "Numbers"]
    found = drifted(crime(rows), recipe(), catalogue)
    assert {it.kind for it in found.differences} == {DriftKind.MOVED}
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_a_missing_column_asks_whether_to_go_on_without(catalogue: Catalogue) -> None:
    rows: Rows = [[*row[:2], *row[3:]] for row in CRIME]
    found = drifted(crime(rows), recipe(), catalogue)
    gone = next(it for it in found.differences if it.kind is DriftKind.GONE_HEADING)
    assert (gone.follow, gone.before) == (Follow.IF_AGREED, "Robbery")
    assert gone.pairs == (Pair(CellPlace("Crime", "C3"), None),)
    assert "'Robbery'" in gone.what
    without = {key: value for key, value in AS_BEFORE.items() if key[0] != "robbery"}
    assert figures(crime(rows), found.reading, catalogue) == without


@pytest.mark.parametrize(
    ("heading", "follow"),
    (
        ("Vehicle crime3", Follow.BY_ITSELF),
        ("Vehicle crimes", Follow.BY_ITSELF),
        ("Vehicle offences", Follow.IF_AGREED),
        ("Vehicle crime, attempted", Follow.IF_AGREED),
        ("Vehicle crime 2", Follow.IF_AGREED),
        ("Vehicle crime excluding attempts", Follow.NOT),
        ("Rate of vehicle crime", Follow.NOT),
    ),
)
def test_another_wording_of_a_heading(heading: str, follow: Follow, catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[2][1] = heading
    found = drifted(crime(rows), recipe(), catalogue)
    changed = only(found, DriftKind.HEADING)
    assert changed.follow is follow
    assert changed.pairs == (Pair(CellPlace("Crime", "B3"), CellPlace("Crime", "B3")),)
    assert bool(found.blocking) is (follow is Follow.NOT)
    if follow is not Follow.NOT:
        assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE
        assert found.recipe.tables[0].units[heading] is Unit.COUNT


def test_another_heading_altogether_is_a_new_one_and_one_gone(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[2][1] = "Fraud"
    found = drifted(crime(rows), recipe(), catalogue)
    assert [it.kind for it in found.differences] == [
        DriftKind.GONE_HEADING,
        DriftKind.NEW_HEADING,
    ]
    assert ("vehicle-crime", BLABY) not in figures(crime(rows), found.reading, catalogue)


def test_a_renamed_sheet_is_found_by_what_it_says(catalogue: Catalogue) -> None:
    renamed = book(("Contents", [["Crime tables"]]), ("Recorded", CRIME))
    found = drifted(renamed, recipe(), catalogue)
    sheet, other = found.differences
    assert (sheet.kind, sheet.follow) == (DriftKind.SHEET, Follow.BY_ITSELF)
    assert (sheet.before, sheet.now) == ("Crime", "Recorded")
    assert (other.kind, other.now) == (DriftKind.NEW_SHEET, "Contents")
    assert figures(renamed, found.reading, catalogue) == AS_BEFORE


def test_of_two_sheets_alike_none_is_taken_for_the_lost_one(catalogue: Catalogue) -> None:
    found = drifted(book(("One", CRIME), ("Two", CRIME)), recipe(), catalogue)
    missing = found.differences[0]
    assert (missing.kind, missing.follow) == (DriftKind.MISSING, Follow.NOT)
    assert missing.severity is Severity.ERROR


def test_a_table_that_was_left_out_can_be_gone_without(catalogue: Catalogue) -> None:
    asb: Rows = [["Incidents, year ending March 2017"], ["District", "ASB"], ["Blaby", 9.0]]
    table = TableRecipe(
        sheet="ASB",
        first_row=2,
        last_row=2,
        first_column=1,
        last_column=1,
        period=Axis(AxisKind.CELL, (0, 0)),
        area=Axis(COLUMNS, (0,)),
        indicator=Axis(ROWS, (1,)),
        indicators={"ASB": "asb-incidents"},
    )
    known = recipe(TABLE, table, last=book(("Crime", CRIME), ("ASB", asb)))
    found = drifted(crime(CRIME), known, catalogue)
    missing = only(found, DriftKind.MISSING)
    assert (missing.follow, missing.table) == (Follow.IF_AGREED, 1)
    assert len(found.recipe.tables) == 2
    assert len(found.reading.tables) == 1
    assert figures(crime(CRIME), found.reading, catalogue) == AS_BEFORE


def test_areas_that_came_went_and_were_written_otherwise(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[4][0], rows[6][0] = "Blaby District", "Harborough"
    rows.insert(7, ["Lutterworth", 5.0, 1.0, 2.0])
    found = drifted(crime(rows), recipe(), catalogue)
    told = {(it.kind, it.follow, it.before, it.now) for it in found.differences}
    assert told == {
        (DriftKind.AREA, Follow.BY_ITSELF, "Blaby", "Blaby District"),
        (DriftKind.GONE_AREA, Follow.IF_AGREED, "Melton", ""),
        (DriftKind.NEW_AREA, Follow.BY_ITSELF, "", "Harborough"),
        (DriftKind.NEW_AREA, Follow.IF_AGREED, "", "Lutterworth"),
    }
    read = figures(crime(rows), found.reading, catalogue)
    assert read["vehicle-crime", "E07000131"] == 118
    assert read["vehicle-crime", BLABY] == 410
    assert len(read) == 6


def test_an_area_that_a_person_named_stays_so_under_its_new_footnote(catalogue: Catalogue) -> None:
    last = rows_of()
    last[6][0] = "Vale"
    known = recipe(replace(TABLE, areas={"Vale": MELTON}), last=crime(last))
    rows = rows_of(last)
    rows[6][0] = "Vale2"
    found = drifted(crime(rows), known, catalogue)
    assert not found.blocking
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_new_areas_outside_the_catalogue_are_only_told_where_others_are_passed_over(
    catalogue: Catalogue,
) -> None:
    known = recipe(replace(TABLE, only_known_areas=True))
    rows = rows_of()
    rows.insert(7, ["Atlantis", 5.0, 1.0, 2.0])
    new = only(drifted(crime(rows), known, catalogue), DriftKind.NEW_AREA)
    assert (new.follow, new.severity, new.now) == (Follow.BY_ITSELF, Severity.NOTE, "'Atlantis'")


@pytest.mark.parametrize(
    ("unit", "follow"),
    (
        ("Number", Follow.IF_AGREED),
        ("Rate per 1,000 population", Follow.NOT),
        ("Percentages", Follow.NOT),
        (None, Follow.IF_AGREED),
    ),
)
def test_another_unit_in_the_units_row(
    unit: str | None, follow: Follow, catalogue: Catalogue
) -> None:
    rows = rows_of()
    rows[3][1] = unit
    changed = only(drifted(crime(rows), recipe(), catalogue), DriftKind.UNIT)
    assert changed.follow is follow
    assert (changed.before, changed.now) == ("Numbers", unit or "")
    assert changed.place == "'Crime'!B4"


def test_rates_where_counts_stood_are_noticed_without_a_word_about_it(
    catalogue: Catalogue,
) -> None:
    rows = rows_of()
    for row, rate in zip(rows[4:7], (4.1, 3.9, 2.4), strict=True):
        row[1] = rate
    changed = only(drifted(crime(rows), recipe(), catalogue), DriftKind.UNIT)
    assert changed.follow is Follow.NOT
    assert changed.before == "about 100 to 1,000, whole numbers"
    assert changed.now == "about 1 to 10, fractions"
    assert "rates" in changed.what


def test_numbers_of_another_size_are_asked_about(catalogue: Catalogue) -> None:
    rows = rows_of()
    for row in rows[4:7]:
        assert isinstance(row[1], float)
        row[1] *= 100
    changed = only(drifted(crime(rows), recipe(), catalogue), DriftKind.UNIT)
    assert changed.follow is Follow.IF_AGREED


SURVEY: Rows = [
    ["Community Based Survey, year ending March 2017"],
    ["District", "Affected by ASB"],
    ["Blaby", 37.0],
    ["Charnwood", 41.0],
]
SHARES = TableRecipe(
    sheet="Crime",
    first_row=2,
    last_row=3,
    first_column=1,
    last_column=1,
    period=Axis(AxisKind.CELL, (0, 0)),
    area=Axis(COLUMNS, (0,)),
    indicator=Axis(ROWS, (1,)),
    indicators={"Affected by ASB": "asb-affected"},
)


def test_percentages_that_became_shares_are_read_as_such_if_agreed(catalogue: Catalogue) -> None:
    rows: Rows = [*SURVEY[:2], ["Blaby", 0.35], ["Charnwood", 0.4]]
    found = drifted(crime(rows), recipe(SHARES, last=crime(SURVEY)), catalogue)
    changed = only(found, DriftKind.UNIT)
    assert changed.follow is Follow.IF_AGREED
    assert found.recipe.tables[0].scale is Scale.FRACTION
    assert figures(crime(rows), found.reading, catalogue)["asb-affected", BLABY] == 35


def test_shares_that_became_percentages_are_read_as_such_if_agreed(catalogue: Catalogue) -> None:
    last: Rows = [*SURVEY[:2], ["Blaby", 0.35], ["Charnwood", 0.4]]
    known = recipe(replace(SHARES, scale=Scale.FRACTION), last=crime(last))
    found = drifted(crime(SURVEY), known, catalogue)
    assert only(found, DriftKind.UNIT).follow is Follow.IF_AGREED
    assert figures(crime(SURVEY), found.reading, catalogue)["asb-affected", BLABY] == 37


def test_a_percent_sign_that_went_is_not_read_as_less_than_one_percent(
    catalogue: Catalogue,
) -> None:
    rows: Rows = [*SURVEY[:2], ["Blaby", 0.35], ["Charnwood", 0.4]]
    last = with_format(crime(rows), 1, "0%", 2, 3)
    known = recipe(SHARES, last=last)
    assert figures(last, known, catalogue)["asb-affected", BLABY] == 35
    found = drifted(crime(rows), known, catalogue)
    assert [it.kind for it in found.differences] == [DriftKind.UNIT, DriftKind.FORMAT]
    assert figures(crime(rows), found.reading, catalogue)["asb-affected", BLABY] == 35


def test_where_other_percentages_would_change_too_the_sheet_has_to_be_looked_at(
    catalogue: Catalogue,
) -> None:
    last: Rows = [
        SURVEY[0],
        ["District", "Affected by ASB", "Agree that police deal with it"],
        ["Blaby", 37.0, 52.0],
        ["Charnwood", 41.0, 55.0],
    ]
    rows: Rows = [*last[:2], ["Blaby", 0.37, 52.0], ["Charnwood", 0.41, 55.0]]
    indicators = {**SHARES.indicators, "Agree that police deal with it": "cbs-confidence"}
    table = replace(SHARES, last_column=2, indicators=indicators)
    found = drifted(crime(rows), recipe(table, last=crime(last)), catalogue)
    assert only(found, DriftKind.UNIT).follow is Follow.NOT
    assert found.recipe.tables[0].scale is Scale.PERCENT


def test_a_percent_sign_where_a_count_is_expected_blocks(catalogue: Catalogue) -> None:
    found = drifted(with_format(crime(CRIME), 1, "0%", 4, 6), recipe(), catalogue)
    kinds = [it.kind for it in found.differences]
    assert kinds == [DriftKind.UNIT, DriftKind.FORMAT]
    assert found.differences[0].follow is Follow.NOT


def test_another_number_format_alone_is_for_information(catalogue: Catalogue) -> None:
    found = drifted(with_format(crime(CRIME), 1, "0.00", 4, 6), recipe(), catalogue)
    shown = only(found, DriftKind.FORMAT)
    assert (shown.follow, shown.severity) == (Follow.BY_ITSELF, Severity.NOTE)
    assert (shown.before, shown.now) == ("General", "0.00")
    assert found.is_harmless
    assert found.recipe.version == 1


def test_notes_that_came_changed_and_went(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[8][0] = "1. Recorded by Leicestershire Police; counts will not be revised."
    rows.append(["2. Figures for Melton are for eleven months only."])
    found = drifted(crime(rows), recipe(), catalogue)
    changed, new = found.differences
    assert (changed.before, changed.kind) == (NOTE, DriftKind.NOTE)
    assert (new.now, new.place) == (rows[9][0], "'Crime'!A10")
    back = drifted(crime(CRIME), recipe(last=crime(rows)), catalogue)
    assert [it.kind for it in back.differences] == [DriftKind.NOTE] * 2
    assert "gone" in back.differences[1].what


def test_a_note_that_only_got_another_number_is_no_difference(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[8][0] = NOTE.replace("1.", "3.")
    assert not drifted(crime(rows), recipe(), catalogue)


def test_a_title_that_says_something_else_is_asked_about(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district (excluding Charnwood), year ending March 2017"
    title = only(drifted(crime(rows), recipe(), catalogue), DriftKind.TITLE)
    assert title.follow is Follow.IF_AGREED
    rows[0][0] = "Rate of recorded crime per 1,000 by district, year ending March 2017"
    unit = only(drifted(crime(rows), recipe(), catalogue), DriftKind.UNIT)
    assert unit.follow is Follow.NOT


def test_the_title_of_another_table_of_the_recipe_blocks(catalogue: Catalogue) -> None:
    other = rows_of()
    other[0][0] = "Theft by district and offence, year ending March 2017"
    tables = (TABLE, replace(TABLE, sheet="Theft"))
    known = recipe(*tables, last=book(("Crime", CRIME), ("Theft", other)))
    swapped = book(("Crime", other), ("Theft", CRIME))
    found = drifted(swapped, known, catalogue)
    assert {it.follow for it in found.differences if it.kind is DriftKind.TITLE} == {Follow.NOT}


def test_hidden_parts_that_carry_figures_are_told(catalogue: Catalogue) -> None:
    sheet = replace(
        sheet_of("Crime", CRIME), hidden_rows=frozenset({5}), hidden_columns=frozenset({2})
    )
    hidden = only(drifted(workbook_of(sheet), recipe(), catalogue), DriftKind.HIDDEN)
    assert (hidden.follow, hidden.severity) == (Follow.BY_ITSELF, Severity.WARNING)
    assert hidden.now == "row 6, column C"
    assert [pair.now for pair in hidden.pairs] == [
        CellPlace("Crime", "B6"),
        CellPlace("Crime", "C5"),
    ]


def test_a_label_column_under_another_heading_is_asked_about(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[2][0] = "Police beat"
    changed = only(drifted(crime(rows), recipe(), catalogue), DriftKind.HEADING)
    assert (changed.follow, changed.before, changed.now) == (
        Follow.IF_AGREED,
        "District",
        "Police beat",
    )


def test_a_title_without_a_date_blocks(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, year ending"
    found = drifted(crime(rows), recipe(), catalogue)
    period = next(it for it in found.differences if it.kind is DriftKind.PERIOD)
    assert (period.follow, period.place) == (Follow.NOT, "'Crime'!A1")


def test_a_quarter_where_years_stood_is_asked_about(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, Q1 2017/18"
    found = drifted(crime(rows), recipe(), catalogue)
    period = next(it for it in found.differences if it.kind is DriftKind.PERIOD)
    assert period.follow is Follow.IF_AGREED
    assert "quarters" in period.what


def test_an_older_file_is_told_from_a_newer_one(catalogue: Catalogue) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, year ending December 2016"
    period = only(drifted(crime(rows), recipe(), catalogue), DriftKind.PERIOD)
    assert (period.follow, period.severity) == (Follow.BY_ITSELF, Severity.WARNING)


MONTHS: Rows = [
    ["Vehicle crime by month"],
    ["District", "Jan 17", "Feb 17", "Mar 17", "Total"],
    ["Blaby", 10.0, 11.0, 12.0, 33.0],
    ["Melton", 1.0, 2.0, 3.0, 6.0],
]
MONTHLY = TableRecipe(
    sheet="Crime",
    first_row=2,
    last_row=3,
    first_column=1,
    last_column=4,
    period=Axis(ROWS, (1,)),
    area=Axis(COLUMNS, (0,)),
    indicator=Axis(AxisKind.FIXED, fixed="vehicle-crime"),
    units={"vehicle-crime": Unit.COUNT},
    ignored_columns=(4,),
)


def monthly() -> Recipe:
    return recipe(MONTHLY, last=crime(MONTHS))


def test_months_that_rolled_on_before_a_total_are_read_and_the_total_is_not(
    catalogue: Catalogue,
) -> None:
    rows: Rows = [
        MONTHS[0],
        ["District", "Jan 17", "Feb 17", "Mar 17", "Apr 17", "Total"],
        ["Blaby", 10.0, 11.0, 12.0, 13.0, 46.0],
        ["Melton", 1.0, 2.0, 3.0, 4.0, 10.0],
    ]
    found = drifted(crime(rows), monthly(), catalogue)
    assert found.reading.tables[0].ignored_columns == (5,)
    values = [it.value for it in observations(crime(rows), found.reading, catalogue)]
    assert values == [10, 11, 12, 13, 1, 2, 3, 4]


def test_months_that_follow_a_total_bring_their_own_total_which_is_left_out(
    catalogue: Catalogue,
) -> None:
    rows: Rows = [
        MONTHS[0],
        [*MONTHS[1], "Apr 17", "May 17", "Total"],
        [*MONTHS[2], 13.0, 14.0, 27.0],
        [*MONTHS[3], 4.0, 5.0, 9.0],
    ]
    found = drifted(crime(rows), monthly(), catalogue)
    total = only(found, DriftKind.NEW_HEADING)
    assert (total.follow, total.place) == (Follow.BY_ITSELF, "'Crime'!H2")
    values = [it.value for it in observations(crime(rows), found.reading, catalogue)]
    assert values == [10, 11, 12, 13, 14, 1, 2, 3, 4, 5]


def test_months_of_the_past_that_were_dropped_are_told(catalogue: Catalogue) -> None:
    rows: Rows = [[*row[:1], *row[2:]] for row in MONTHS]
    found = drifted(crime(rows), monthly(), catalogue)
    period = next(it for it in found.differences if it.kind is DriftKind.PERIOD)
    assert "January 2017" in period.what
    values = [it.value for it in observations(crime(rows), found.reading, catalogue)]
    assert values == [11, 12, 2, 3]


LONG: Rows = [
    ["Month", "District", "Robbery"],
    ["Jan 17", "Blaby", 3.0],
    ["Jan 17", "Melton", 1.0],
    ["Feb 17", "Blaby", 2.0],
    ["Feb 17", "Melton", 0.0],
]
DOWN = TableRecipe(
    sheet="Crime",
    first_row=1,
    last_row=4,
    first_column=2,
    last_column=2,
    period=Axis(COLUMNS, (0,)),
    area=Axis(COLUMNS, (1,)),
    indicator=Axis(ROWS, (0,)),
    indicators={"Robbery": "robbery"},
)


def test_rows_that_a_new_month_added_are_no_difference(catalogue: Catalogue) -> None:
    rows: Rows = [*LONG, ["Mar 17", "Blaby", 4.0], ["Mar 17", "Melton", 2.0]]
    found = drifted(crime(rows), recipe(DOWN, last=crime(LONG)), catalogue)
    assert not found
    assert len(observations(crime(rows), found.reading, catalogue)) == 6


def test_label_columns_that_changed_places_are_followed(catalogue: Catalogue) -> None:
    rows: Rows = [[row[1], row[0], row[2]] for row in LONG]
    found = drifted(crime(rows), recipe(DOWN, last=crime(LONG)), catalogue)
    assert {it.kind for it in found.differences} == {DriftKind.MOVED}
    assert [it.value for it in observations(crime(rows), found.reading, catalogue)] == [3, 1, 2, 0]


def test_a_fixed_period_is_always_asked_about(catalogue: Catalogue) -> None:
    table = replace(TABLE, period=Axis(AxisKind.FIXED, fixed="2016/17"))
    known = recipe(table, last=crime(CRIME, "Crime.xlsx"))
    named = drifted(crime(CRIME, "Crime 2017-18.xlsx"), known, catalogue)
    period = only(named, DriftKind.PERIOD)
    assert (period.follow, period.before, period.now) == (Follow.IF_AGREED, "2016/17", "2017/18")
    assert named.recipe.tables[0].period.fixed == "2017/18"
    silent = drifted(crime(CRIME, "Crime new.xlsx"), known, catalogue)
    assert only(silent, DriftKind.PERIOD).follow is Follow.IF_AGREED
    assert silent.recipe.tables[0].period.fixed == "2016/17"
    same = drifted(crime(CRIME, "Crime 2016-17.xlsx"), known, catalogue)
    assert not same


DISTRICT: Rows = [["Offence", "Jan 17"], ["Robbery", 3.0], ["Shoplifting", 8.0]]
BY_SHEET = TableRecipe(
    sheet="Blaby",
    first_row=1,
    last_row=2,
    first_column=1,
    last_column=1,
    period=Axis(ROWS, (0,)),
    area=Axis(AxisKind.SHEET),
    indicator=Axis(COLUMNS, (0,)),
    indicators={"Robbery": "robbery", "Shoplifting": "shoplifting"},
)


def test_a_sheet_for_one_more_district_is_read_like_the_others(catalogue: Catalogue) -> None:
    known = recipe(BY_SHEET, last=book(("Blaby", DISTRICT)))
    more = book(("Blaby", DISTRICT), ("Melton", DISTRICT), ("Read me", [["Hello"], ["There"]]))
    found = drifted(more, known, catalogue)
    told = {(it.kind, it.now, it.severity) for it in found.differences}
    assert told == {
        (DriftKind.NEW_SHEET, "Melton", Severity.WARNING),
        (DriftKind.NEW_SHEET, "Read me", Severity.NOTE),
    }
    assert figures(more, found.reading, catalogue)["robbery", MELTON] == 3


def test_sheets_named_for_months_move_on(catalogue: Catalogue) -> None:
    rows: Rows = [["District", "Robbery"], ["Blaby", 3.0], ["Melton", 8.0]]
    table = TableRecipe(
        sheet="Jan 2017",
        first_row=1,
        last_row=2,
        first_column=1,
        last_column=1,
        period=Axis(AxisKind.SHEET),
        area=Axis(COLUMNS, (0,)),
        indicator=Axis(ROWS, (0,)),
        indicators={"Robbery": "robbery"},
    )
    last = book(("Jan 2017", rows), ("Feb 2017", rows))
    known = recipe(table, replace(table, sheet="Feb 2017"), last=last)
    rolled = book(("Feb 2017", rows), ("Mar 2017", rows))
    found = drifted(rolled, known, catalogue)
    assert not found.blocking
    assert [table.sheet for table in found.reading.tables] == ["Feb 2017", "Mar 2017"]
    periods = {it.period.label for it in observations(rolled, found.reading, catalogue)}
    assert periods == {"February 2017", "March 2017"}


def test_two_tables_one_below_the_other_keep_apart(catalogue: Catalogue) -> None:
    theft = rows_of()
    theft[0][0] = "Theft by district, year ending March 2017"
    both: Rows = [*CRIME, [None], *theft]
    lower = replace(TABLE, first_row=14, last_row=16, period=Axis(AxisKind.CELL, (10, 0)))
    lower = replace(lower, indicator=Axis(ROWS, (12,)), indicators={"Robbery": "other-theft"})
    lower = replace(lower, indicators={**lower.indicators, "Vehicle crime": "", "Shoplifting": ""})
    known = recipe(TABLE, lower, last=crime(both))
    shorter: Rows = [*CRIME[:6], *CRIME[7:], [None], *theft]
    found = drifted(crime(shorter), known, catalogue)
    assert [(t.first_row, t.last_row) for t in found.reading.tables] == [(4, 5), (13, 15)]
    read = figures(crime(shorter), found.reading, catalogue)
    assert read["other-theft", MELTON] == 9
    assert ("robbery", MELTON) not in read


def test_a_recipe_without_memory_of_its_last_file_still_follows(catalogue: Catalogue) -> None:
    known = replace(recipe(), seen=None)
    rows: Rows = [CRIME[0], ["Prepared by the performance team"], *CRIME[1:]]
    found = drifted(crime(rows), known, catalogue)
    assert {it.kind for it in found.differences} == {DriftKind.MOVED}
    assert figures(crime(rows), found.reading, catalogue) == AS_BEFORE


def test_what_was_seen_holds_no_figure_and_survives_storage() -> None:
    known = recipe()
    assert known.seen is not None
    texts = " ".join(known.seen.tables[0].texts.values())
    assert not any(number in texts for number in ("410", "702", "533"))
    assert from_plain(Recipe, to_plain(known)) == known
    old = to_plain(replace(known, seen=None))
    del old["seen"]
    assert from_plain(Recipe, old).seen is None


def test_a_file_that_drifted_is_recognised_and_one_of_another_kind_is_not() -> None:
    known = recipe()
    moved: Rows = [CRIME[0], ["Prepared by the performance team"], *CRIME[1:]]
    assert recipe_for(book(("Recorded", moved), name="Crime Q1.xlsx"), (known,)) is known
    assert recipe_for(book(("Recorded", moved), name="other.xlsx"), (known,)) is known
    assert recipe_for(book(("Crime", LONG), name="other.xlsx"), (known,)) is None
    assert recipe_for(crime([["Something"], ["else"]]), (known,)) is None
    again = replace(known, code="again")
    assert recipe_for(book(("Recorded", moved), name="Crime.xlsx"), (known, again)) is None
