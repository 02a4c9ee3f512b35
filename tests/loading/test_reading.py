"""Recipes followed: observations with their cells, and a problem for whatever is in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Observation,
    Problem,
    Settlement,
    SettlementKind,
    Severity,
    SourceCell,
    Status,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.loading.cells import CellValue, Sheet, Workbook, WorkbookKind
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.marks import NO_RESULT
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import (
    Anchor,
    Axis,
    AxisKind,
    Recipe,
    Role,
    Scale,
    TableRecipe,
)
from tests.loading.conftest import Rows, sheet_of, workbook_of

BLABY, MELTON, COUNTY = "E07000129", "E07000133", "E10000018"

POLICE: Rows = [
    ["Leicestershire Police: domestic burglary"],
    ["District", "2015/16", None, None],
    [None, "Feb", "Mar", None],
    ["Blaby", 10.0, 12.0],
    ["Melton", 3.0, "-"],
    ["Total", 13.0, 12.0],
    ["1. Provisional"],
]
TABLE = TableRecipe(
    sheet="Burglary",
    first_row=3,
    last_row=5,
    first_column=1,
    last_column=2,
    period=Axis(AxisKind.ROWS, (1, 2)),
    area=Axis(AxisKind.COLUMNS, (0,)),
    indicator=Axis(AxisKind.FIXED, fixed="burglary-dwelling"),
    anchors=(Anchor(1, 0, "District"),),
    units={"burglary-dwelling": Unit.COUNT},
)


def read(
    workbook: Workbook, *tables: TableRecipe, catalogue: Catalogue
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    return read_table(workbook, Recipe("r", "Recipe", "Partner", tables), catalogue)


def changed(rows: Rows, *edits: tuple[int, int, CellValue]) -> Rows:
    copy = [list(row) for row in rows]
    for row, column, value in edits:
        while len(copy) <= row:
            copy.append([])
        copy[row] += [None] * (column + 1 - len(copy[row]))
        copy[row][column] = value
    return copy


def book(rows: Rows, name: str = "Burglary", **marks: object) -> Workbook:
    return workbook_of(sheet_of(name, rows, **marks))


def values(observations: tuple[Observation, ...]) -> dict[tuple[str, str], float]:
    return {(o.area, o.period.label): o.value for o in observations}


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def test_values_come_with_their_meaning_and_their_cell(catalogue: Catalogue) -> None:
    observations, problems = read(book(POLICE), TABLE, catalogue=catalogue)
    assert observations[0] == Observation(
        "burglary-dwelling",
        BLABY,
        Period.month(2016, 2),
        Unit.COUNT,
        10.0,
        SourceCell("Burglary", "B4", "10", "", "B2, B3", "A4", ""),
    )
    assert values(observations) == {
        (BLABY, "February 2016"): 10,
        (BLABY, "March 2016"): 12,
        (MELTON, "February 2016"): 3,
    }
    assert [p.what for p in problems] == ["1 cell with '-': taken as missing, not as zero."]
    assert problems[0].where == "figures.xlsx, sheet 'Burglary', cell C5"


def test_next_quarters_rows_and_columns_are_read_too(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Leicestershire Police: domestic burglary"],
        ["District", "2015/16", None, "2016/17", None],
        [None, "Feb", "Mar", "Apr", "Comment"],
        ["Blaby", 10.0, 12.0, 7.0],
        ["Melton", 3.0, 4.0, 5.0, "as phoned"],
        ["Rutland", 1.0, 1.0, 1.0],
        ["Harborough", 2.0, 2.0, 2.0],
        ["Total", 16.0, 19.0, 15.0],
        [],
        ["Note", 2016.0],
    ]
    observations, problems = read(book(rows), TABLE, catalogue=catalogue)
    found = values(observations)
    assert found[BLABY, "April 2016"] == 7
    assert found["E07000131", "April 2016"] == 2
    assert len(found) == 12
    assert not errors(problems)


def test_growth_stops_at_the_next_table(catalogue: Catalogue) -> None:
    rows: Rows = [*POLICE[:5], ["District", 2015.0, 2016.0], ["Blaby", 100.0, 110.0]]
    second = replace(
        TABLE,
        first_row=6,
        last_row=6,
        period=Axis(AxisKind.ROWS, (5,)),
        period_hint="calendar",
        anchors=(),
    )
    observations, problems = read(
        book(rows), replace(TABLE, last_row=4), second, catalogue=catalogue
    )
    assert values(observations)[BLABY, "2016"] == 110
    assert len(observations) == 5
    assert not errors(problems)


def test_spacer_columns_do_not_end_a_table_that_has_them(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["District", "Jan 16", None, "Feb 16", None, "Mar 16"],
        ["Blaby", 1.0, None, 2.0, None, 3.0],
    ]
    table = replace(
        TABLE, first_row=1, last_row=1, last_column=3, period=Axis(AxisKind.ROWS, (0,)), anchors=()
    )
    observations, _ = read(book(rows), table, catalogue=catalogue)
    assert [o.source.cell for o in observations] == ["B2", "D2", "F2"]
    closed, _ = read(book(rows), replace(table, grows_right=False), catalogue=catalogue)
    assert [o.source.cell for o in closed] == ["B2", "D2"]


@pytest.mark.parametrize(
    ("edit", "what", "cell"),
    (
        ((3, 1, "ten"), "A number was expected, but the cell holds 'ten'.", "B4"),
        ((3, 0, "Blabey"), "'Blabey' is no area of the catalogue. It might mean Blaby.", "A4"),
        ((3, 0, "Atlantis"), "'Atlantis' is no area of the catalogue.", "A4"),
        ((2, 1, "Febtember"), "'2015/16 | Febtember' is no period we can read.", "B3"),
        ((4, 0, "Blaby"), "stands twice, in B4 (10) and B5 (3).", "B5"),
        ((3, 1, "12%"), "The cell holds a percentage (12%), but a count was expected.", "B4"),
    ),
)
def test_what_is_wrong_is_said_with_its_cell(
    edit: tuple[int, int, CellValue], what: str, cell: str, catalogue: Catalogue
) -> None:
    _, problems = read(book(changed(POLICE, edit)), TABLE, catalogue=catalogue)
    found = errors(problems)
    assert what in " ".join(p.what for p in found)
    assert any(p.where == f"figures.xlsx, sheet 'Burglary', cell {cell}" for p in found)
    assert all(p.remedy for p in found)


def test_error_cells_and_unfinished_formulas_are_not_blank(catalogue: Catalogue) -> None:
    faults = {(3, 1): "#REF!", (3, 2): NO_RESULT}
    _, problems = read(book(POLICE, faults=faults), TABLE, catalogue=catalogue)
    found = errors(problems)
    assert [p.what for p in found] == [
        "The cell holds the error #REF!.",
        "The cell holds a formula without a result.",
    ]
    assert "save it" in found[1].remedy


def test_a_missing_sheet_is_said_and_the_others_are_read(catalogue: Catalogue) -> None:
    marac = replace(TABLE, sheet="MARAC")
    observations, problems = read(book(POLICE), marac, TABLE, catalogue=catalogue)
    assert len(observations) == 3
    (problem,) = errors(problems)
    assert problem.what == (
        "We could not read sheet 'MARAC': the file has no such sheet. It has 'Burglary'."
    )
    _, problems = read(workbook_of(), TABLE, catalogue=catalogue)
    assert "has no sheets" in errors(problems)[0].what


def test_a_moved_header_gives_no_figures_but_the_difference(catalogue: Catalogue) -> None:
    rows: Rows = [["Leicestershire Police"], ["New note"], *POLICE[1:]]
    observations, problems = read(book(rows), TABLE, catalogue=catalogue)
    assert not observations
    (problem,) = errors(problems)
    assert "In A2 'District' was expected, but there is 'New note'" in problem.what
    assert "that header now stands in A3" in problem.what
    _, problems = read(book(changed(POLICE, (1, 0, None))), TABLE, catalogue=catalogue)
    assert "the cell is blank" in errors(problems)[0].what


def test_a_sheet_named_by_its_quarter_is_found_and_new_ones_are_told(
    catalogue: Catalogue,
) -> None:
    table = replace(TABLE, sheet="Q3 2015-16")
    observations, _ = read(book(POLICE, "Q4 2015-16"), table, catalogue=catalogue)
    assert len(observations) == 3
    two = workbook_of(sheet_of("Q3 2015-16", POLICE), sheet_of("Q4 2015-16", POLICE))
    _, problems = read(two, table, catalogue=catalogue)
    assert any("Sheet 'Q4 2015-16' is named like" in p.what for p in problems)


SURVEY: Rows = [
    ["Measure", "Q2 2016/17", "Q3 2016/17 (p)"],
    ["Agree %", 0.899, 0.871],
    ["Number who agree", 436.0, 427.0],
    ["Respondents", 485.0, 490.0],
]
PARTS = TableRecipe(
    sheet="Survey",
    first_row=1,
    last_row=3,
    first_column=1,
    last_column=2,
    period=Axis(AxisKind.ROWS, (0,)),
    area=Axis(AxisKind.FIXED, fixed=COUNTY),
    indicator=Axis(AxisKind.COLUMNS, (0,)),
    indicators=dict.fromkeys(("Agree %", "Number who agree", "Respondents"), "cbs-confidence"),
    roles={"Number who agree": Role.NUMERATOR, "Respondents": Role.DENOMINATOR},
    scale=Scale.FRACTION,
)


def test_a_percentage_keeps_its_parts(catalogue: Catalogue) -> None:
    observations, problems = read(book(SURVEY, "Survey"), PARTS, catalogue=catalogue)
    first, second = observations
    assert (first.value, first.numerator, first.denominator) == (89.9, 436, 485)
    assert first.source == SourceCell("Survey", "B2", "0.899", "", "B1", "", "A2")
    assert second.status is Status.PROVISIONAL
    assert not problems


def test_a_percentage_is_worked_out_from_its_parts(catalogue: Catalogue) -> None:
    table = replace(PARTS, first_row=2)
    observations, _ = read(book(SURVEY, "Survey"), table, catalogue=catalogue)
    assert observations[0].value == pytest.approx(100 * 436 / 485)
    assert observations[0].source == SourceCell(
        "Survey", "B3", "436 of 485 (B3, B4)", "", "B1", "", "A3"
    )
    alone = changed(SURVEY, (3, 1, None))
    observations, problems = read(book(alone, "Survey"), table, catalogue=catalogue)
    assert len(observations) == 1
    assert "lacks out of how many" in problems[-1].what


@pytest.mark.parametrize(
    ("cells", "scale", "expected", "warned"),
    (
        ((37.0, 42.8), Scale.PERCENT, [37.0, 42.8], False),
        ((0.37, 0.428), Scale.FRACTION, [37.0, 42.8], False),
        (("37%", "42.8%"), Scale.PERCENT, [37.0, 42.8], False),
        (("37%", "42.8%"), Scale.FRACTION, [37.0, 42.8], False),
        ((0.37, 42.8), Scale.PERCENT, [0.37, 42.8], True),
        ((37.0, 0.428), Scale.FRACTION, [3700.0, 42.8], True),
    ),
)
def test_percentages_in_every_scale(
    cells: tuple[float, float],
    scale: Scale,
    expected: list[float],
    warned: bool,
    catalogue: Catalogue,
) -> None:
    rows: Rows = [["Measure", "Q2 2016/17", "Q3 2016/17"], ["Agree %", *cells]]
    table = replace(PARTS, last_row=1, roles={}, scale=scale)
    observations, problems = read(book(rows, "Survey"), table, catalogue=catalogue)
    assert [o.value for o in observations] == expected
    assert any(p.severity is Severity.WARNING for p in problems) is warned


def test_a_percent_format_tells_the_scale(catalogue: Catalogue) -> None:
    rows: Rows = [["Measure", "Q2 2016/17"], ["Agree %", 0.37]]
    table = replace(PARTS, last_row=1, last_column=1, roles={}, scale=Scale.PERCENT)
    workbook = book(rows, "Survey", formats={(1, 1): "0%"})
    observations, problems = read(workbook, table, catalogue=catalogue)
    assert (observations[0].value, observations[0].source.raw) == (37.0, "37%")
    assert not problems


def test_hidden_cells_and_numbers_as_text_are_told(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (3, 1, "1,204"), (3, 2, "c. 12"))
    workbook = book(rows, hidden_rows=frozenset({4}))
    observations, problems = read(workbook, TABLE, catalogue=catalogue)
    assert observations[0].value == 1204
    assert observations[1].status is Status.ESTIMATE
    told = {p.what: p.severity for p in problems}
    assert told["2 cells with a number stored as text: read as the number."] is Severity.NOTE
    hidden = "1 cell in hidden rows, columns or sheets: read all the same."
    assert told[hidden] is Severity.WARNING
    text = replace(workbook, kind=WorkbookKind.TEXT)
    _, problems = read(text, TABLE, catalogue=catalogue)
    assert not any("stored as text" in p.what for p in problems)


def test_an_ambiguous_period_asks_for_a_hint(catalogue: Catalogue) -> None:
    rows: Rows = [["District", "2016"], ["Blaby", 5.0]]
    table = replace(
        TABLE,
        first_row=1,
        last_row=1,
        last_column=1,
        period=Axis(AxisKind.ROWS, (0,)),
        anchors=(),
    )
    observations, problems = read(book(rows), table, catalogue=catalogue)
    assert not observations
    assert errors(problems)[0].what == "'2016' can mean 2016 or 2016/17 or 2015/16."
    settled, _ = read(book(rows), replace(table, period_hint="financial"), catalogue=catalogue)
    assert settled[0].period == Period.financial_year(2016)
    renamed = replace(table, periods={"2016": "12 months to June 2016"})
    settled, _ = read(book(rows), renamed, catalogue=catalogue)
    assert settled[0].period == Period.rolling_12(2016, 6)
    left_out, problems = read(book(rows), replace(table, periods={"2016": ""}), catalogue=catalogue)
    assert not left_out
    assert "holds no figures" in problems[0].what


def test_a_title_or_the_sheet_can_name_the_period(catalogue: Catalogue) -> None:
    rows: Rows = [["Offences, year ending March 2017"], ["Blaby", 5.0]]
    table = replace(
        TABLE,
        first_row=1,
        last_row=1,
        last_column=1,
        period=Axis(AxisKind.CELL, (0, 0)),
        anchors=(),
    )
    observations, _ = read(book(rows), table, catalogue=catalogue)
    assert observations[0].period == Period.rolling_12(2017, 3)
    by_sheet = replace(table, sheet="Data Q4 2016-17", period=Axis(AxisKind.SHEET))
    observations, _ = read(book(rows, "Data Q4 2016-17"), by_sheet, catalogue=catalogue)
    assert observations[0].period == Period.quarter(2016, 4)


def test_a_fixed_period_is_held_against_the_files_name(catalogue: Catalogue) -> None:
    rows: Rows = [["District", "Offences"], ["Blaby", 5.0]]
    table = replace(
        TABLE,
        first_row=1,
        last_row=1,
        last_column=1,
        period=Axis(AxisKind.FIXED, fixed="Q3 2016/17"),
        anchors=(),
    )
    sheet = sheet_of("Burglary", rows)
    same = workbook_of(sheet, name="Burglary Q3 2016-17.xlsx")
    assert read(same, table, catalogue=catalogue)[1] == ()
    later = workbook_of(sheet, name="Burglary Q4 2016-17.xlsx")
    (problem,) = read(later, table, catalogue=catalogue)[1]
    assert problem.severity is Severity.WARNING
    assert "dates the figures Q3 2016/17, but the file is named for Q4 2016/17" in problem.what


def test_a_recipe_that_says_too_little_is_told(catalogue: Catalogue) -> None:
    nowhere = replace(TABLE, period=Axis(AxisKind.FIXED))
    _, problems = read(book(POLICE), nowhere, catalogue=catalogue)
    assert [p.what for p in errors(problems)] == [
        "The recipe does not say for which period the figures are."
    ]
    nothing = replace(TABLE, indicator=Axis(AxisKind.FIXED))
    _, problems = read(book(POLICE), nothing, catalogue=catalogue)
    assert "what the figures count" in errors(problems)[0].what
    unknown = replace(TABLE, indicator=Axis(AxisKind.FIXED, fixed="piracy"))
    _, problems = read(book(POLICE), unknown, catalogue=catalogue)
    assert "indicator 'piracy'" in errors(problems)[0].what
    elsewhere = replace(TABLE, areas={"Blaby": "E99999999"})
    _, problems = read(book(POLICE), elsewhere, catalogue=catalogue)
    assert "area 'E99999999'" in errors(problems)[0].what


def test_labels_are_mapped_left_out_or_reported(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Offence", "Mar 16", "Apr 16"],
        ["ROBBERY ", 5.0, 6.0],
        ["Rocket  theft", 1.0, 1.0],
        ["Shoplifting", 9.0, 9.0],
        ["% change", 2.0, 3.0],
        ["Average of the above", 2.0, 3.0],
    ]
    table = TableRecipe(
        sheet="Burglary",
        first_row=1,
        last_row=5,
        first_column=1,
        last_column=2,
        period=Axis(AxisKind.ROWS, (0,)),
        area=Axis(AxisKind.FIXED, fixed=COUNTY),
        indicator=Axis(AxisKind.COLUMNS, (0,)),
        indicators={"Robbery": "robbery", "Shoplifting": ""},
        ignored_rows=(5,),
        ignored_columns=(2,),
    )
    observations, problems = read(book(rows), table, catalogue=catalogue)
    assert [(o.indicator, o.value) for o in observations] == [("robbery", 5.0)]
    assert [p.what for p in errors(problems)] == ["'Rocket  theft' is not known."]


def test_areas_outside_the_catalogue_can_be_passed_over(catalogue: Catalogue) -> None:
    rows: Rows = [["Code", "Area", "Mar 16"], ["E07000129", "Blaby", 5.0]]
    rows += [[f"E0700{n:04}", f"Place {n}", 1.0] for n in range(7)]
    rows.append([None, "Elsewhere", 9.0])
    table = replace(
        TABLE,
        first_row=1,
        last_row=8,
        first_column=2,
        last_column=2,
        period=Axis(AxisKind.ROWS, (0,)),
        area=Axis(AxisKind.COLUMNS, (0, 1)),
        anchors=(),
        only_known_areas=True,
    )
    observations, problems = read(book(rows), table, catalogue=catalogue)
    assert [(o.area, o.value) for o in observations] == [(BLABY, 5.0)]
    assert "8 areas outside the catalogue were passed over" in problems[0].what
    assert "and others" in problems[0].what


def test_the_same_figure_twice_is_only_a_note(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (4, 0, "Blaby"), (4, 1, 10.0), (4, 2, None))
    observations, problems = read(book(rows), TABLE, catalogue=catalogue)
    assert len(observations) == 2
    assert [p.severity for p in problems] == [Severity.NOTE]


def test_recipes_survive_being_stored(catalogue: Catalogue) -> None:
    recipe = Recipe("police", "Police monthly", "Police", (TABLE, PARTS), "police monthly", 3)
    assert from_plain(Recipe, to_plain(recipe)) == recipe
    assert recipe.title == "Police monthly (version 3)"


def test_an_empty_sheet_says_so(catalogue: Catalogue) -> None:
    workbook = workbook_of(Sheet("Burglary", ()))
    _, problems = read(workbook, replace(TABLE, anchors=()), catalogue=catalogue)
    assert "holds no figures" in problems[0].what


def test_words_in_place_of_a_number_are_told_and_do_not_end_the_table(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Year", "Affected by ASB"],
        ["2013/14", 6.1],
        ["2014/15", 5.9],
        ["2015/16", "about five"],
        ["2016/17", 5.2],
        ["2017/18", "to follow"],
        [],
        ["Source: survey team", "all residents"],
    ]
    table = TableRecipe(
        "Burglary",
        1,
        2,
        1,
        1,
        Axis(AxisKind.COLUMNS, (0,)),
        Axis(AxisKind.FIXED, fixed="E10000018"),
        Axis(AxisKind.FIXED, fixed="asb-affected"),
    )
    observations, problems = read(book(rows), table, catalogue=catalogue)
    assert [o.value for o in observations] == [6.1, 5.9, 5.2]
    told = errors(problems)
    assert len(told) == 2
    assert "about five" in str(told[0])
    assert "to follow" in str(told[1])


def settlement(
    kind: SettlementKind, cell: str, new: str = "", sheet: str = "Burglary"
) -> Settlement:
    place = CellPlace(sheet, cell)
    return Settlement(
        kind, place, "by telephone", "A. Person", datetime(2017, 5, 2, tzinfo=UTC), "", new
    )


def test_merged_header_cells_are_named_whole_and_formats_kept(catalogue: Catalogue) -> None:
    workbook = book(POLICE, merges=((1, 1, 1, 2),), formats={(3, 1): "#,##0"})
    observations, _ = read(workbook, TABLE, catalogue=catalogue)
    source = observations[0].source
    assert (source.period_cell, source.number_format) == ("B2:C2, B3", "#,##0")
    assert observations[1].source.period_cell == "B2:C2, C3"


def test_mended_cells_are_read_as_mended_and_keep_their_raw_text(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (3, 1, "ten"), (4, 0, "Meltn"))
    recipe = Recipe("r", "Recipe", "Partner", (TABLE,))
    settlements = (
        settlement(SettlementKind.MENDED, "B4", "1,010 (p)"),
        settlement(SettlementKind.MENDED, "A5", "Melton"),
        settlement(SettlementKind.LEFT_OUT, "C4"),
        settlement(SettlementKind.ACCEPTED, "B5"),
        settlement(SettlementKind.LEFT_OUT, "B5", sheet="Another"),
        settlement(SettlementKind.LEFT_OUT, "B500"),
    )
    observations, problems = read_table(book(rows), recipe, catalogue, settlements)
    assert not errors(problems)
    assert values(observations) == {(BLABY, "February 2016"): 1010, (MELTON, "February 2016"): 3}
    assert (observations[0].source.raw, observations[0].status) == ("ten", Status.PROVISIONAL)


def test_an_error_cell_can_be_mended_or_left_out(catalogue: Catalogue) -> None:
    workbook = book(POLICE, faults={(3, 1): "#REF!", (3, 2): NO_RESULT})
    recipe = Recipe("r", "Recipe", "Partner", (TABLE,))
    settlements = (
        settlement(SettlementKind.LEFT_OUT, "B4"),
        settlement(SettlementKind.MENDED, "C4", "1"),
        settlement(SettlementKind.MENDED, "C4", "12"),
    )
    observations, problems = read_table(workbook, recipe, catalogue, settlements)
    assert not errors(problems)
    assert values(observations) == {(BLABY, "March 2016"): 12, (MELTON, "February 2016"): 3}


def test_a_label_that_is_left_out_takes_its_figures_with_it(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (4, 0, "Meltn"))
    recipe = Recipe("r", "Recipe", "Partner", (TABLE,))
    settlements = (settlement(SettlementKind.LEFT_OUT, "A5"),)
    observations, problems = read_table(book(rows), recipe, catalogue, settlements)
    assert not problems
    assert {area for area, _ in values(observations)} == {BLABY}
    again = (*settlements, settlement(SettlementKind.MENDED, "A5", "Melton"))
    observations, _ = read_table(book(rows), recipe, catalogue, again)
    assert {area for area, _ in values(observations)} == {BLABY, MELTON}


def test_every_problem_names_its_check_and_its_cells(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (3, 1, "ten"), (3, 2, "12"), (4, 0, "Blabey"))
    _, problems = read(book(rows), TABLE, catalogue=catalogue)
    found = {p.check: tuple(cell.cell for cell in p.cells) for p in problems}
    assert found == {"not-a-number": ("B4",), "number-as-text": ("C4",), "area-unknown": ("A5",)}
    assert all(cell.sheet == "Burglary" for p in problems for cell in p.cells)
    assert [p.may_accept for p in problems if p.severity is Severity.ERROR] == [False, False]
    twice = changed(POLICE, (4, 0, "Blaby"))
    (problem,) = errors(read(book(twice), TABLE, catalogue=catalogue)[1])
    assert (problem.check, [it.cell for it in problem.cells]) == ("duplicate", ["B4", "B5"])
    elsewhere = replace(TABLE, sheet="MARAC")
    assert errors(read(book(POLICE), elsewhere, catalogue=catalogue)[1])[0].check == "sheet-missing"


def test_negative_counts_are_read(catalogue: Catalogue) -> None:
    rows = changed(POLICE, (3, 1, -2.0), (3, 2, "\u22123"))
    observations, problems = read(book(rows), TABLE, catalogue=catalogue)
    assert [o.value for o in observations] == [-2, -3, 3]
    assert not errors(problems)


def test_a_mark_is_what_the_sheets_own_key_says(catalogue: Catalogue) -> None:
    noted: Rows = [*POLICE, ["'-' indicates data not available"]]
    _, problems = read(book(noted), TABLE, catalogue=catalogue)
    assert [p.what for p in problems] == [
        "1 cell with '-' ('-' here means: data not available): taken as missing, not as zero."
    ]
    nil: Rows = [*POLICE, ["'-' denotes nil"]]
    observations, problems = read(book(nil), TABLE, catalogue=catalogue)
    assert values(observations)[MELTON, "March 2016"] == 0
    assert observations[-1].source.raw == "-"
    assert [(p.check, p.severity) for p in problems] == [("mark-for-zero", Severity.WARNING)]


def test_a_total_that_is_taken_for_a_part_is_told(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["District", "Feb 16", "Mar 16"],
        ["Blaby", 10.0, 12.0],
        ["Melton", 3.0, 4.0],
        ["All", 13.0, 16.0],
    ]
    table = replace(
        TABLE,
        first_row=1,
        last_row=3,
        period=Axis(AxisKind.ROWS, (0,)),
        anchors=(),
        areas={"All": "E07000131"},
    )
    _, problems = read(book(rows), table, catalogue=catalogue)
    (problem,) = problems
    assert problem.check == "total-taken-for-part"
    assert "read as Harborough" in problem.what
    assert [it.cell for it in problem.cells] == ["B4", "C4"]
    county = replace(table, areas={"All": COUNTY})
    assert not read(book(rows), county, catalogue=catalogue)[1]


def test_labels_of_several_parts_and_headings_between_rows(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["", "Offences", None, "Rate per 1,000"],
        [None, "Feb", "Mar", "Mar"],
        ["Robbery"],
        ["Blaby", 10.0, 12.0, 1.2],
        ["Melton", 3.0, 4.0, 0.8],
        [],
        ["Shoplifting"],
        ["Blaby", 20.0, 22.0, 2.2],
    ]
    table = TableRecipe(
        "Q4 2015-16",
        3,
        7,
        1,
        3,
        period=Axis(AxisKind.SHEET, also=Axis(AxisKind.ROWS, (1,))),
        area=Axis(AxisKind.COLUMNS, (0,)),
        indicator=Axis(AxisKind.SECTIONS, (0,), also=Axis(AxisKind.ROWS, (0,))),
        indicators={
            "Robbery | Offences": "robbery",
            "Robbery | Rate per 1,000": "",
            "Shoplifting | Offences": "shoplifting",
            "Shoplifting | Rate per 1,000": "",
        },
    )
    workbook = book(rows, "Burglary 2015-16", merges=((0, 1, 0, 2),))
    observations, problems = read(
        workbook, replace(table, sheet="Burglary 2015-16"), catalogue=catalogue
    )
    assert not problems
    found = {(o.indicator, o.area, o.period.label): o.value for o in observations}
    assert found == {
        ("robbery", BLABY, "February 2016"): 10,
        ("robbery", BLABY, "March 2016"): 12,
        ("robbery", MELTON, "February 2016"): 3,
        ("robbery", MELTON, "March 2016"): 4,
        ("shoplifting", BLABY, "February 2016"): 20,
        ("shoplifting", BLABY, "March 2016"): 22,
    }
    source = observations[-1].source
    assert (source.period_cell, source.area_cell) == ("C2", "A8")
    assert source.indicator_cell == "A7, B1:C1"


def test_headings_go_on_in_a_later_file(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["District", "Mar 16"],
        ["Robbery"],
        ["Blaby", 10.0],
        [],
        ["Shoplifting"],
        ["Blaby", 20.0],
    ]
    more: Rows = [*rows, ["Melton", 7.0], [], ["Robbery"], ["Rutland", 3.0], [], ["Source: police"]]
    table = TableRecipe(
        "Burglary",
        2,
        5,
        1,
        1,
        period=Axis(AxisKind.ROWS, (0,)),
        area=Axis(AxisKind.COLUMNS, (0,)),
        indicator=Axis(AxisKind.SECTIONS, (0,)),
        indicators={"Robbery": "robbery", "Shoplifting": "shoplifting"},
    )
    observations, problems = read(book(more), table, catalogue=catalogue)
    assert [(o.indicator, o.value) for o in observations] == [
        ("robbery", 10),
        ("shoplifting", 20),
        ("shoplifting", 7),
        ("robbery", 3),
    ]
    assert not problems


def test_figures_of_weeks_are_kept_and_told(catalogue: Catalogue) -> None:
    rows: Rows = [["District", "w/e 26/03/2017"], ["Blaby", 5.0]]
    table = replace(
        TABLE, first_row=1, last_row=1, last_column=1, period=Axis(AxisKind.ROWS, (0,)), anchors=()
    )
    observations, problems = read(book(rows), table, catalogue=catalogue)
    assert observations[0].period == Period.week_ending(date(2017, 3, 26))
    assert [(p.check, p.severity) for p in problems] == [("period-not-reported", Severity.WARNING)]


@pytest.mark.parametrize(
    ("rows", "merges", "labels"),
    (
        # a year spreads over its months, and ends where the next begins
        ([["2015/16", None, "2016/17"], ["Feb", "Mar", "Apr"]], (),
         ["2015/16 | Feb", "2015/16 | Mar", "2016/17 | Apr"]),
        # merged cells end where they end
        ([["2015/16", None, None], ["Feb", "Mar", "Comment"]], ((0, 0, 0, 1),),
         ["2015/16 | Feb", "2015/16 | Mar", "Comment"]),
        # where one row groups by merged cells, the words of the others stand for themselves
        ([["New", None, "All"], ["Price", None, None]], ((0, 0, 0, 1),),
         ["New | Price", "New", "All"]),
        # a label further out that begins anew ends those further in
        ([["New", None, "All"], ["Price", "Tax", None]], (), ["New | Price", "New | Tax", "All"]),
    ),
)  # fmt: skip
def test_how_headers_spread(
    rows: Rows, merges: tuple[tuple[int, int, int, int], ...], labels: list[str]
) -> None:
    sheet = sheet_of("S", [*rows, [1.0, 2.0, 3.0]], merges=merges)
    axis = Axis(AxisKind.ROWS, (0, 1))
    nowhere = Axis(AxisKind.FIXED)
    layout = Layout(sheet, TableRecipe("S", 2, 2, 0, 2, axis, nowhere, nowhere))
    assert [layout.label(axis, (2, column)).text for column in range(3)] == labels
