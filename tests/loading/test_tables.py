"""First proposals for workbooks that nobody has described yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from safer_desktop.assets import resource
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.loading.axes import words
from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.finder import find_tables
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.likeness import IndicatorMatcher, role_in, unit_in
from safer_desktop.loading.mapping import region_text
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recipes import AxisKind, Recipe, Role, Scale, TableRecipe
from safer_desktop.loading.tables import Proposal, propose
from safer_desktop.loading.worker import read_file
from safer_desktop.workbench.samples import sample
from tests.benchmarks.bench_finder import truths, verdicts
from tests.loading.conftest import Rows, sheet_of, workbook_of

COUNTY, BLABY, MELTON = "E10000018", "E07000129", "E07000133"

MONTHLY: Rows = [
    ["Leicestershire Police"],
    ["Vehicle crime, recorded offences by district"],
    [],
    [None, "2015/16", None, "2016/17"],
    ["District", "Feb", "Mar", "Apr"],
    ["Blaby1", 41.0, 35.0, 38.0],
    ["Melton", 12.0, 9.0, 14.0],
    ["Total", 53.0, 44.0, 52.0],
    [],
    ["1 Includes Fosse Park."],
]


def proposed(rows: Rows, catalogue: Catalogue, sheet: str = "Sheet1", **marks: object) -> Proposal:
    return propose(workbook_of(sheet_of(sheet, rows, **marks)), catalogue)


def read(rows: Rows, catalogue: Catalogue, **marks: object) -> dict[tuple[str, str, str], float]:
    workbook = workbook_of(sheet_of("Sheet1", rows, **marks))
    observations, problems = read_table(workbook, propose(workbook, catalogue).recipe, catalogue)
    assert not [p for p in problems if p.severity == "must be settled"]
    return {(o.indicator, o.area, o.period.label): o.value for o in observations}


def test_a_two_row_header_with_areas_down(catalogue: Catalogue) -> None:
    proposal = proposed(MONTHLY, catalogue)
    (table,) = proposal.recipe.tables
    assert (table.first_row, table.last_row) == (5, 7)
    assert (table.first_column, table.last_column) == (1, 3)
    assert (table.period.kind, table.period.lines) == (AxisKind.ROWS, (3, 4))
    assert (table.area.kind, table.area.lines) == (AxisKind.COLUMNS, (0,))
    assert table.indicator.fixed == "vehicle-crime"
    assert table.areas == {"Blaby1": BLABY, "Melton": MELTON, "Total": ""}
    assert table.units == {"vehicle-crime": Unit.COUNT}
    assert ("District", 4, 0) in {(a.text, a.row, a.column) for a in table.anchors}
    found = read(MONTHLY, catalogue)
    assert found["vehicle-crime", BLABY, "April 2016"] == 38
    assert len(found) == 6


def test_every_decision_is_a_sentence_with_its_confidence(catalogue: Catalogue) -> None:
    proposal = proposed(MONTHLY, catalogue)
    sentences = {d.guess.topic: d.guess.sentence for d in proposal.decisions}
    assert sentences["table"] == "On sheet 'Sheet1' the figures lie in B6 to D8."
    assert sentences["period"] == "Periods are named in rows 4 and 5."
    assert sentences["area"] == "Areas are named in column A."
    assert "'Vehicle crime'" in sentences["indicator"]
    assert all(0 <= d.guess.confidence <= 1 for d in proposal.decisions)
    assert proposal.confidence >= 0.6


def test_periods_down_and_indicators_across(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Leicestershire County"],
        ["Month", "Robbery", "Shoplifting", "Dogs walked"],
        [date(2016, 4, 1), 5.0, 80.0, 3.0],
        [date(2016, 5, 1), 6.0, 90.0, 4.0],
    ]
    proposal = proposed(rows, catalogue)
    (table,) = proposal.recipe.tables
    assert table.indicators == {
        "Robbery": "robbery",
        "Shoplifting": "shoplifting",
        "Dogs walked": "",
    }
    assert (table.area.kind, table.area.fixed) == (AxisKind.FIXED, COUNTY)
    assert read(rows, catalogue) == {
        ("robbery", COUNTY, "April 2016"): 5,
        ("robbery", COUNTY, "May 2016"): 6,
        ("shoplifting", COUNTY, "April 2016"): 80,
        ("shoplifting", COUNTY, "May 2016"): 90,
    }
    assert any("'Dogs walked' is left out" in d.guess.sentence for d in proposal.decisions)


def test_measures_of_one_indicator_get_their_roles(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Repeat referrals to MARAC, Leicestershire"],
        ["Rolling 12 months", "Cases discussed", "Repeat cases", "% repeats"],
        ["Jan 2016 - Dec 2016", 170.0, 63.0, 0.37],
        ["Oct 2015 - Sep 2016", 180.0, 54.0, 0.3],
    ]
    proposal = proposed(rows, catalogue)
    (table,) = proposal.recipe.tables
    assert table.roles == {
        "Cases discussed": Role.DENOMINATOR,
        "Repeat cases": Role.NUMERATOR,
    }
    assert table.scale is Scale.FRACTION
    assert read(rows, catalogue)["marac-repeats", COUNTY, "2016"] == 37


def test_codes_names_and_lists_of_other_areas(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Police recorded crime, rate per 1,000 population, year ending March 2018"],
        ["Area Code", "Area Name", "Robbery", "Homicide"],
        [None, None, "Numbers", None],
        ["E92000001", "ENGLAND4,5", 70000.0, 600.0],
        [None, "England (excluding GMP)", 60000.0, 500.0],
        ["E23000021", "Leicestershire", 800.0, 9.0],
    ]
    rows += [[f"E23{n:06}", f"Force {n}", 5.0, 1.0] for n in range(30, 45)]
    proposal = proposed(rows, catalogue)
    (table,) = proposal.recipe.tables
    assert table.area.lines == (0, 1)
    assert table.only_known_areas
    assert (table.period.kind, table.period.lines) == (AxisKind.CELL, (0, 0))
    found = read(rows, catalogue)
    assert found["robbery", "E23000021", "12 months to March 2018"] == 800
    assert found["robbery", "E92000001", "12 months to March 2018"] == 70000
    assert ("robbery", COUNTY, "12 months to March 2018") not in found


@pytest.mark.parametrize(
    ("labels", "title", "hint"),
    (
        (("2015", "2016"), "by financial year", "financial"),
        (("2015", "2016"), "years ending March", "financial-ending"),
        (("2015", "2016"), "", "calendar"),
        (("2010-11", "2012-13"), "", "financial"),
        (("01/02/2017", "01/03/2017"), "", "day-first"),
        (("Feb 17", "Mar 17"), "rolling 12 months", "rolling-12"),
        (("Feb 17", "Mar 17"), "", ""),
    ),
)
def test_doubtful_periods_get_a_hint(
    labels: tuple[str, str], title: str, hint: str, catalogue: Catalogue
) -> None:
    header: list[CellValue] = ["District", *labels]
    rows: Rows = [[f"Robbery {title}"], header, ["Blaby", 1.0, 2.5], ["Melton", 3.0, 4.0]]
    assert proposed(rows, catalogue).recipe.tables[0].period_hint == hint


def test_periods_named_by_sheet_file_or_nowhere(catalogue: Catalogue) -> None:
    rows: Rows = [["District", "Robbery", "Homicide"], ["Blaby", 5.0, 0.0], ["Melton", 4.0, 1.0]]
    by_sheet = proposed(rows, catalogue, sheet="Q4 2016-17")
    assert by_sheet.recipe.tables[0].period.kind is AxisKind.SHEET
    workbook = workbook_of(sheet_of("S", rows), name="Robbery Q4 2016-17.xlsx")
    by_file = propose(workbook, catalogue).recipe
    assert by_file.tables[0].period.fixed == "Q4 2016/17"
    assert (by_file.file_pattern, by_file.code) == ("robbery", "robbery")
    nowhere = proposed(rows, catalogue)
    assert nowhere.confidence == 0
    assert nowhere.recipe.tables[0].period.fixed == ""


def test_an_area_named_by_sheet_or_title(catalogue: Catalogue) -> None:
    rows: Rows = [["Month", "Robbery"], ["Apr 16", 5.5], ["May 16", 6.0]]
    assert proposed(rows, catalogue, sheet="Melton").recipe.tables[0].area.kind is AxisKind.SHEET
    titled: Rows = [["North West Leicestershire: robberies"], *rows]
    assert proposed(titled, catalogue).recipe.tables[0].area.fixed == "E07000134"


def test_several_tables_side_by_side_and_stacked(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Robbery", None, None, None, "Homicide", None],
        ["District", "Apr 16", "May 16", None, "District", "Apr 16"],
        ["Blaby", 5.0, 6.0, None, "Blaby", 0.0],
        ["Melton", 3.0, 2.0, None, "Melton", 1.0],
        [],
        [],
        [],
        ["Shoplifting"],
        ["District", "Apr 16", "May 16"],
        ["Blaby", 50.0, 60.0],
        ["Melton", 30.0, 20.0],
    ]
    regions = find_tables(sheet_of("S", rows))
    assert [(r.first_row, r.first_column, r.last_row, r.last_column) for r in regions] == [
        (2, 1, 3, 2),
        (2, 5, 3, 5),
        (9, 1, 10, 2),
    ]
    assert read(rows, catalogue)["shoplifting", BLABY, "May 2016"] == 60


def test_years_in_a_column_are_labels_not_values(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Robbery"],
        ["Year", "Quarter", "Offences"],
        [2016.0, "Q1", 5.0],
        [None, "Q2", 6.0],
        [2017.0, "Q1", 7.0],
        [None, "Q2", 8.0],
    ]
    table = proposed(rows, catalogue).recipe.tables[0]
    assert (table.period.kind, table.period.lines) == (AxisKind.COLUMNS, (0, 1))
    assert read(rows, catalogue)["robbery", COUNTY, "Q1 2016/17"] == 6


def test_hidden_and_empty_sheets_are_not_proposed(catalogue: Catalogue) -> None:
    hidden = sheet_of("Old", MONTHLY, hidden=True)
    workbook = workbook_of(sheet_of("Notes", [["Only words here"]]), hidden, sheet_of("E", []))
    assert [t.sheet for t in propose(workbook, catalogue).recipe.tables] == ["Old"]
    workbook = workbook_of(hidden, sheet_of("New", MONTHLY))
    assert [t.sheet for t in propose(workbook, catalogue).recipe.tables] == ["New"]
    assert propose(workbook_of(sheet_of("E", [])), catalogue).recipe.tables == ()


def test_names_of_indicators_are_recognised_and_ties_are_not_decided(
    catalogue: Catalogue,
) -> None:
    matcher = IndicatorMatcher(catalogue)
    known = {
        "Burglary dwelling": "burglary-dwelling",
        "Residential burglary6": "burglary-dwelling",
        "VWI": "violence-with-injury",
        "Total recorded crime": "all-crime",
        "First time entrants to the CJS (number)": "youth-first-time-entrants",
        "ASB incidents": "asb-incidents",
        "% of residents affected by ASB": "asb-affected",
    }
    assert {label: matcher.like(label).code for label in known} == known
    for label in ("New housing", "Lower 95% Confidence Interval", "", "Burglary", "Theft offences"):
        assert matcher.like(label).code == "", label


def test_units_and_roles_are_read_from_headings(catalogue: Catalogue) -> None:
    assert unit_in("Rate per 1,000 households") is Unit.RATE_HOUSEHOLDS
    assert unit_in("per 1000 population") is Unit.RATE_POPULATION
    assert unit_in("% agree") is Unit.PERCENTAGE
    assert unit_in("Number") is Unit.COUNT
    assert unit_in("Offences per offender") is Unit.RATIO
    assert unit_in("Blaby") is None
    robbery = catalogue.indicator("robbery")
    assert role_in("Number of offences", robbery) is Role.VALUE
    assert role_in("Knife offences", robbery) is None


@pytest.mark.parametrize("name", ("2016-17-q4", "open-data"))
def test_sample_workbooks_are_proposed_where_their_recipes_say(
    name: str, catalogue: Catalogue
) -> None:
    """Each proposal reads no figure that the sample's own recipe would read otherwise."""
    right = wrong = 0
    for file in sample(name).files:
        assert file.recipe is not None
        workbook = read_file(file.path)
        proposal = propose(workbook, catalogue)
        assert from_plain(Recipe, to_plain(proposal.recipe)) == proposal.recipe
        truth, _ = read_table(workbook, file.recipe, catalogue)
        found, _ = read_table(workbook, proposal.recipe, catalogue)
        cells = {(o.source.sheet, o.source.cell): o for o in truth}
        for one in found:
            other = cells.get((one.source.sheet, one.source.cell))
            if other is None:
                continue
            same = (one.area, one.period.start, one.period.end, one.value)
            agrees = same == (other.area, other.period.start, other.period.end, other.value)
            right, wrong = right + agrees, wrong + (not agrees)
    assert right > 100
    assert wrong <= right * 0.02


def test_no_real_workbook_stops_the_proposal(shared_data: Path, catalogue: Catalogue) -> None:
    for folder in ("messy", "recorded_crime", "population"):
        for path in sorted((shared_data / folder).iterdir()):
            if path.stat().st_size < 3_000_000 and path.suffix in (".xlsx", ".xls", ".csv"):
                workbook = read_file(path)
                recipe = propose(workbook, catalogue).recipe
                assert from_plain(Recipe, to_plain(recipe)) == recipe
                read_table(workbook, recipe, catalogue)


def test_a_real_table_of_police_force_areas(shared_data: Path, catalogue: Catalogue) -> None:
    workbook = read_file(shared_data / "recorded_crime" / "pfatablesdec19.xlsx")
    recipe = propose(workbook, catalogue).recipe
    observations, _ = read_table(workbook, recipe, catalogue)
    found = {(o.indicator, o.area, o.source.sheet): o for o in observations if o.unit is Unit.COUNT}
    force = found["violence-with-injury", "E23000021", "Table P1"]
    assert force.period.label == "12 months to December 2019"
    sheet = workbook.sheet("Table P1")
    assert sheet is not None
    row = next(r for r in range(sheet.height) if sheet.text(r, 0) == "E23000021")
    assert force.value == sheet.value(row, 6)
    assert sheet.text(4, 6) == "Violence with injury"


def test_the_sample_files_are_there() -> None:
    assert resource("samples", "2016-17-q4", "files").is_dir()


# Layouts of real sheets, made small: they are found whatever the catalogue holds.


def laid_out(rows: Rows, catalogue: Catalogue, **marks: object) -> list[TableRecipe]:
    """The tables found, before anything is made of their labels."""
    return [draft.layout for draft in proposed(rows, catalogue, "Sheet1", **marks).found]


def where(table: TableRecipe) -> tuple[str, str, str, str]:
    """Values, periods, areas and what is counted, in words."""
    return region_text(table), words(table.period), words(table.area), words(table.indicator)


def test_headings_between_rows_name_periods(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Households with debts: Great Britain"],
        ["Quintile", "Percentage (%)", "Median (£)"],
        ["July 2012 to June 2014"],
        ["Quintile 1", 58.0, 1700.0],
        ["Quintile 2", 58.0, 3800.0],
        ["July 2010 to June 2012"],
        ["Quintile 1", 62.0, 2000.0],
        ["Quintile 2", 63.0, 3900.0],
        ["Source: survey"],
    ]
    (table,) = laid_out(rows, catalogue)
    assert where(table) == ("B4:C8", "headings in column A", "", "row 2 and column A")


def test_years_quarters_and_months_in_one_column_end_before_averages(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Turnover", None, None, "£ million"],
        [],
        [None, None, "Manufacturing", "Services"],
        [None, None, "JT27", "JT28"],
        [],
        [2015.0, None, 463474.7, 1888705.4],
        [2016.0, None, 476939.7, 1967004.2],
        [],
        ["2016  ->", "Q1", 114136.5, 457948.2],
        [None, "Q2", 120601.8, 476462.3],
        [],
        [2016.0, "Jan", 34176.7, 143507.1],
        [None, "Feb", 37095.1, 143404.8],
        [],
        ["Average for 3 months ended"],
        [],
        ["2016 Feb", None, 39384.9, 167095.5],
    ]
    table, *_ = laid_out(rows, catalogue)
    assert where(table) == ("C6:D13", "columns A and B", "", "row 3")
    layout = Layout(sheet_of("Sheet1", rows), table)
    labels = [layout.label(table.period, (row, 2)).text for row in (5, 9, 12)]
    assert labels == ["2015", "2016  -> | Q2", "2016 | Feb"]


def test_three_header_rows_with_spacer_columns_and_pairs(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["1", "Visits by month"],
        [None, None, None, None, None, None, "thousands"],
        [None, None, "All visits", None, None, "Area of residence"],
        [None, None, None, None, None, "Europe", "Elsewhere"],
        [],
        [None, None, "NSA", "SA", None, "NSA", "NSA"],
        [2018.0, "Jan", 2734.0, 3170.0, None, 1790.0, 623.0],
        [None, "Feb", 2573.0, 3420.0, None, 1870.0, 440.0],
        [None, "Mar†", 3240.0, "-", None, 2405.0, 480.0],
        [],
        ["Latest three months", None, 9600.0, 0.0, None, 6890.0, 1390.0],
    ]
    merges = ((2, 2, 2, 3), (2, 5, 2, 6))
    (table,) = laid_out(rows, catalogue, merges=merges)
    assert where(table) == ("C7:G11", "columns A and B", "", "rows 3 and 4 and 6")
    assert table.periods == {"Latest three months": ""}


def test_limits_and_sample_sizes_are_no_figures_of_their_own(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["How safe do you feel, 3rd April to 3rd May 2020"],
        [],
        [None, None, "Percentage"],
        [None, "Safe", "Unsafe"],
        ["Often lonely", 66.6, 10.4],
        ["Lower 95% confidence limit", 57.8, 5.4],
        ["Upper 95% confidence limit", 75.5, 15.3],
        [],
        ["Sample size (rounded)", 240.0, 240.0],
        ["All people", 86.5, 2.5],
        ["Lower 95% confidence limit", 85.1, 1.9],
        ["Upper 95% confidence limit", 87.8, 3.1],
    ]
    (table,) = laid_out(rows, catalogue)
    assert where(table) == ("B5:C12", "cell A1", "", "row 4 and column A")
    assert len(table.indicators) == 6
    assert "Safe | Often lonely" not in table.indicators


def test_long_lists_with_codes_years_and_quarter_numbers(catalogue: Catalogue) -> None:
    heads = ("Year", "Quarter", "Force_Name", "Offence", "Offence_Code", "Number_of_Offences")
    rows: Rows = [[None, *heads, "Category"]]
    for n in range(40):
        place, what = f"Force {n // 4}", f"Offence {n % 7}"
        counted = float(n * 3 % 50)
        rows.append(
            [float(n), "2017/18", float(n % 4 + 1), place, what, f"{n % 90}", counted, "Other"]
        )
    (table,) = laid_out(rows, catalogue)
    assert where(table)[:3] == ("G2:G41", "columns B and C", "column D")
    assert table.period_hint == "quarter-numbers"


def test_a_list_of_codes_holds_no_figures(catalogue: Catalogue) -> None:
    rows: Rows = [["Number", "Offence_Code", "Offence"]]
    rows += [[float(n), f"{n}A", f"Offence {n}"] for n in range(20)]
    rows[0][0] = None
    assert not laid_out(rows, catalogue)


def test_columns_without_numbers_and_changes_are_left_out(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Knife offences"],
        [],
        [None, None, "Apr '16 to Mar '17", None, "Apr '17 to Mar '184", None, "% change", None],
        ["Area code", "Area name", "Number", "Different?", "Number", "Different?", "1 year", "7 y"],
        ["E23000013", "Cleveland", 216.0, "*", 200.0, None, 8.0, 9.0],
        ["E23000008", "Durham2", 159.0, ":", 157.0, "*↑", 1.0, 2.0],
        [None, "British Transport Police", 223.0, None, "..", "*", 3.0, 4.0],
    ]
    merges = ((2, 2, 2, 3), (2, 4, 2, 5), (2, 6, 2, 7))
    (table,) = laid_out(rows, catalogue, merges=merges)
    assert where(table) == ("C5:H7", "row 3", "columns A and B", "row 4")
    assert table.ignored_columns == (3, 5)
    assert table.periods == {"% change": ""}


def test_months_across_get_their_year_from_the_sheets_name(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Robbery"],
        ["District", "Apr", "May"],
        ["Blaby", 5.0, 6.0],
        ["Melton", 1.0, 2.0],
    ]
    workbook = workbook_of(sheet_of("2016-17", rows), sheet_of("2017-18", rows))
    proposal = propose(workbook, catalogue)
    observations, problems = read_table(workbook, proposal.recipe, catalogue)
    assert not [p for p in problems if p.severity == "must be settled"]
    assert {o.period.label for o in observations} == {
        "April 2016", "May 2016", "April 2017", "May 2017",
    }  # fmt: skip


def test_the_truth_that_the_finder_is_scored_by_is_whole() -> None:
    truth = truths()
    assert len(truth) >= 40
    files = {it["file"] for it in truth}
    assert len([name for name in files if name.startswith("messy/")]) == 13
    assert all(len(it["samples"]) >= 3 or not it["columns"] or it["columns"] == "E" for it in truth)


QUICK = (
    "messy/tourism.xlsx",
    "messy/householddebtdataset.xls",
    "messy/met_POV.csv",
    "messy/met_NLC.xlsx",
    "messy/coronavirusandlonelinessreferencetable.xlsx",
    "recorded_crime/pfatablesdec19.xlsx",
)


@pytest.mark.usefixtures("shared_data")
def test_tables_of_real_workbooks_are_found() -> None:
    found = list(verdicts(QUICK))
    assert len(found) > 15
    assert not [verdict for verdict in found if verdict.wrong]


def test_a_count_of_last_year_is_no_key_column(catalogue: Catalogue) -> None:
    rows: Rows = [
        ["Offence", "Offences last year", "Offences this year"],
        ["Robbery", 10.0, 12.0],
        ["Shoplifting", 3.0, 4.0],
    ]
    (table,) = laid_out(rows, catalogue)
    assert region_text(table) == "B2:C3"
