"""Open data is known by its shape, whatever its file is called, and names its licence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Severity, Status
from safer_desktop.domain.periods import Period
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.incidents import count_incidents
from safer_desktop.loading.open_data import attribution, built_in_recipe, is_built_in, read_built_in
from safer_desktop.loading.open_data_offers import offer
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.road import inspect, prepare
from tests.loading.conftest import Rows, sheet_of, workbook_of

FORCE, REGION, DERBYSHIRE = "E23000021", "E12000004", "E23000018"
COUNTS: Rows = [
    ["Police recorded crime by police force area, number of offences, year ending June 181,2"],
    ["England and Wales"],
    [None, None, "Total recorded crime (excluding fraud3)", None, "Victim-based crime"],
    ["Area Code", "Area Name", None, None, "Violence with injury4", "Robbery", "Homicide",
     "Stalking"],
    [None, None, "Numbers"],
    [REGION, "East Midlands", 900.0, None, 90.0, 40.0, 9.0, 5.0],
    [DERBYSHIRE, "Derbyshire", 400.0, "..", 40.0, 20.0, 4.0, 3.0],
    [FORCE, "Leicestershire", 500.0, None, 50.0, "-", 5.0, 2.0],
    [None, "British Transport Police", 7.0],
    ["1. Not designated as National Statistics."],
]  # fmt: skip
CHANGES: Rows = [
    ["Police recorded crime, percentage change, year ending June 2017 compared with June 2018"],
    ["Area Code", "Area Name", "Robbery"],
    [FORCE, "Leicestershire", 4.2],
]
RATES: Rows = [
    ["Police recorded crime, rate of offences, year ending June 20181,2"],
    ["Area Code", "Area Name", "Population figures (mid-2017)3 rounded to 100",
     "Household figures (mid-2016)4", "Total recorded crime (excluding fraud)",
     "Residential burglary6", "Residential burglary (households) 6,7"],
    [REGION, "East Midlands", 4800000.0, 2000000.0, 70.0, 3.0, 8.0],
    [FORCE, "Leicestershire", 1083200.0, 426700.0, 78.1, 3.4, 14.3],
]  # fmt: skip
INCIDENTS: Rows = [
    ["Anti-social behaviour incidents, by police force area"],
    [None, None, "Apr '16 to Mar '175, 6", None, "Apr '17 to Mar '18", None],
    ["Area Code", "Area Name", "Number of Incidents", "Rate", "Number of Incidents", "Rate"],
    [FORCE, "Leicestershire", 19215.0, 18.2, 17511.0, 16.4],
]
PEOPLE: Rows = [
    ["Mid-year population estimates for police force areas"],
    [None, None, "Mid-year"],
    ["Area Code", "Area Name", 2015.0, 2016.0],
    [REGION, "East Midlands", 4700000.0, 4724000.0],
    [FORCE, "Leicestershire", 1055800.0, 1068900.0],
]


def book(*sheets: tuple[str, Rows]) -> Workbook:
    return workbook_of(*(sheet_of(name, rows) for name, rows in sheets), name="download (3).xlsx")


def read(workbook: Workbook, catalogue: Catalogue) -> tuple[Recipe, tuple[Observation, ...], str]:
    recipe = built_in_recipe(workbook)
    assert recipe is not None
    observations, problems = read_built_in(workbook, recipe, catalogue)
    assert {it.severity for it in problems} <= {Severity.NOTE}, [it.what for it in problems]
    return recipe, observations, " ".join(it.what for it in problems)


def test_force_tables_are_known_by_their_headings(catalogue: Catalogue) -> None:
    tables = book(("One", COUNTS), ("Two", CHANGES), ("Three", RATES), ("Four", INCIDENTS))
    recipe, observations, said = read(tables, catalogue)
    found = {(it.indicator, it.unit, it.area): (it.value, it.source.cell) for it in observations}
    year = Period.rolling_12(2018, 6)
    assert found["all-crime", Unit.COUNT, FORCE] == (500, "C8")
    assert found["violence-with-injury", Unit.COUNT, FORCE] == (50, "E8")
    assert found["homicide", Unit.COUNT, REGION] == (9, "G6")
    assert ("robbery", Unit.COUNT, FORCE) not in found
    assert found["all-crime", Unit.RATE_POPULATION, FORCE] == (78.1, "E4")
    assert found["burglary-dwelling", Unit.RATE_HOUSEHOLDS, FORCE] == (14.3, "G4")
    assert ("burglary-dwelling", Unit.RATE_POPULATION, FORCE) not in found
    crimes = [it for it in observations if it.indicator == "all-crime"]
    assert {it.period for it in crimes} == {year}
    assert all(it.source.period_cell == "A1" for it in crimes)
    assert "'Two'" in said
    assert "fraud" in said
    assert is_built_in(recipe)
    assert "Open Government Licence" in attribution(recipe)
    assert "Office for National Statistics" in attribution(recipe)


def test_populations_of_forces_are_estimates_and_of_other_areas_left_to_the_ons(
    catalogue: Catalogue,
) -> None:
    _, observations, _ = read(book(("One", COUNTS), ("Three", RATES)), catalogue)
    bases = [it for it in observations if it.indicator in ("population", "households")]
    assert [(it.indicator, it.area, it.period, it.value, it.status) for it in bases] == [
        ("population", FORCE, Period.calendar_year(2017), 1083200, Status.ESTIMATE),
        ("households", FORCE, Period.calendar_year(2016), 426700, Status.ESTIMATE),
    ]
    _, observations, _ = read(book(("Rates", RATES), ("All years", PEOPLE)), catalogue)
    years = {it.period: it.value for it in observations if it.indicator == "population"}
    assert years == {Period.calendar_year(2015): 1055800, Period.calendar_year(2016): 1068900}


def test_incidents_by_year_are_read_beside_their_rates(catalogue: Catalogue) -> None:
    _, observations, _ = read(book(("P7", INCIDENTS)), catalogue)
    years = {it.period: it.value for it in observations}
    assert years == {Period.financial_year(2016): 19215, Period.financial_year(2017): 17511}
    assert {it.indicator for it in observations} == {"asb-incidents"}


def test_a_force_in_the_catalogue_is_a_comparator(catalogue: Catalogue) -> None:
    force = Area(DERBYSHIRE, "Derbyshire police force area", AreaKind.FORCE)
    wider = replace(catalogue, areas=(*catalogue.areas, force))
    _, observations, _ = read(book(("One", COUNTS)), wider)
    assert {it.area for it in observations} == {FORCE, REGION, DERBYSHIRE}


def test_a_partners_workbook_is_no_open_data() -> None:
    rows: Rows = [["District", "Robbery"], ["Blaby", 3.0]]
    assert built_in_recipe(book(("Sheet1", rows))) is None
    no_forces: Rows = [["Area Code", "Area Name", "Robbery"], ["E07000129", "Blaby", 3.0]]
    assert built_in_recipe(book(("Sheet1", no_forces))) is None
    assert attribution(Recipe("own", "Own", "Police", ())) == ""


OFFENCES: Rows = [
    ["Police recorded crime open data"],
    [None],
    ["Financial Year", "Financial Quarter", "Force Name", "Offence Description", "Offence Group",
     "Offence Subgroup", "Offence Code", "Number of Offences"],
    ["2017/18", 1.0, "Leicestershire", "Robbery of a person", "Robbery",
     "Robbery of personal property", "34B", 30.0],
    ["2017/18", 1.0, "Leicestershire", "Robbery of a shop", "Robbery",
     "Robbery of business property", "34A", 4.0],
    ["2017/18", 1.0, "Leicestershire", "Robbery of a shop", "Robbery",
     "Robbery of business property", "34A", -1.0],
    ["2017/18", 2.0, "Leicestershire", "Bicycle theft", "Theft offences", "Bicycle theft", "44",
     7.0],
    ["2017/18", 2.0, "Leicestershire", "Rape", "Sexual offences", "Rape", "19C", 2.0],
    ["2017/18", 2.0, "Leicestershire", "Fraud", "Fraud offences", "Fraud: CIFAS", "AF", 900.0],
    ["2017/18", 1.0, "Action Fraud", "Fraud", "Fraud offences", "Fraud: action fraud", "AF", 99.0],
    ["2017/18", 1.0, "Derbyshire", "Robbery", "Robbery", "Robbery of personal property", "34B",
     5.0],
]  # fmt: skip


def test_recorded_crime_is_added_up_by_quarter_and_indicator(catalogue: Catalogue) -> None:
    recipe, observations, said = read(book(("2017-18", OFFENCES)), catalogue)
    first, second = Period.quarter(2017, 1), Period.quarter(2017, 2)
    assert {(it.indicator, it.area, it.period): it.value for it in observations} == {
        ("all-crime", FORCE, first): 33,
        ("robbery", FORCE, first): 33,
        ("all-crime", FORCE, second): 9,
        ("other-theft", FORCE, second): 7,
    }
    robbery = next(it for it in observations if it.indicator == "robbery")
    assert (robbery.source.sheet, robbery.source.cell) == ("2017-18", "")
    assert robbery.source.raw == "3 rows added up in download (3).xlsx"
    assert "1 negative number (1 offences in all)" in said
    assert "Action Fraud" in said
    assert "Derbyshire" in said
    assert "Rape" in said
    assert "Home Office" in attribution(recipe)


def test_recorded_crime_by_partnership_goes_to_the_districts(catalogue: Catalogue) -> None:
    rows = [[*OFFENCES[2][:3], "CSP Name", *OFFENCES[2][3:]]]
    rows += [[*row[:3], "Charnwood", *row[3:]] for row in OFFENCES[3:6]]
    rows += [[*row[:3], "Leicestershire", *row[3:]] for row in OFFENCES[3:4]]
    _, observations, _ = read(book(("CSP", rows)), catalogue)
    charnwood = {it.indicator: it.value for it in observations if it.area == "E07000130"}
    assert charnwood == {"all-crime": 33, "robbery": 33}
    assert FORCE not in {it.area for it in observations}


def test_underscores_text_and_unreadable_rows_in_a_csv(catalogue: Catalogue) -> None:
    head = [str(text).replace(" ", "_") for text in OFFENCES[2]]
    rows: Rows = [[*head], ["2017/18", "Q3", "Leicestershire Police", "", "Robbery",
                            "Robbery of personal property", "34B", "1,004"]]  # fmt: skip
    _, observations, _ = read(book(("", rows)), catalogue)
    assert {it.value for it in observations} == {1004}
    assert {it.period for it in observations} == {Period.quarter(2017, 3)}
    rows.append([*rows[1][:7], "many"])
    recipe = built_in_recipe(book(("", rows)))
    assert recipe is not None
    _, problems = read_built_in(book(("", rows)), recipe, catalogue)
    (bad,) = [it for it in problems if it.severity is Severity.ERROR]
    assert "'many'" in bad.what
    assert bad.cells[0].cell == "H3"


AGES: Rows = [
    ["Contents"],
    ["MYE2: Population estimates: Persons by single year of age, mid-2021"],
    [None],
    ["Code", "Name", "Geography", "All ages", 0.0, 1.0],
    ["E07000129", "Blaby", "Non-metropolitan District", 103200.0, 1000.0, 1001.0],
]
MALES: Rows = [
    ["MYE2: Population estimates: Males by single year of age, mid-2021"],
    *AGES[2:4],
    ["E07000129", "Blaby", "Non-metropolitan District", 50200.0, 500.0, 501.0],
]


def test_populations_by_age_give_all_ages(catalogue: Catalogue) -> None:
    tables = book(("MYE2 - Males", MALES), ("MYE2 - Persons", AGES))
    recipe, observations, _ = read(tables, catalogue)
    assert [(it.value, it.period, it.source.sheet, it.source.cell) for it in observations] == [
        (103200, Period.calendar_year(2021), "MYE2 - Persons", "D5")
    ]
    assert "mid-year population estimates" in attribution(recipe)
    assert built_in_recipe(book(("MYE2 - Males", MALES))) is None


@pytest.mark.parametrize("heading", ("Estimated Population  mid-2020", "Population (mid-2020)"))
def test_the_table_with_most_years_is_read_wherever_its_header_stands(
    heading: str, catalogue: Catalogue
) -> None:
    components: Rows = [["Code", "Name", "Geography", heading, "Births"], ["E07000129", "Blaby"]]
    blank: Rows = [[None] for _ in range(9)]
    years: Rows = [
        *blank,
        ["Code", "Name", "Geography", heading, "2020 people per sq km", "Population mid-2019"],
        ["E07000129", "Blaby", "District", 102126.0, 783.0, 101526.0],
    ]
    _, observations, _ = read(book(("MYE3", components), ("MYE5", years)), catalogue)
    assert [(it.value, it.period.label) for it in observations] == [
        (102126, "2020"),
        (101526, "2019"),
    ]


def test_bare_mid_years_count_only_under_a_title_of_population_estimates(
    catalogue: Catalogue,
) -> None:
    rows: Rows = [
        ["Population estimates: summary"],
        ["Area code", "Area name", "Mid-2020"],
        ["E07000129", "Blaby", 102126.0],
    ]
    _, observations, _ = read(book(("Table 1", rows)), catalogue)
    assert [it.value for it in observations] == [102126]
    rows[0][0] = "Population estimates: median age"
    assert built_in_recipe(book(("Table 1", rows))) is None


def test_the_licence_goes_with_the_file(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    path = write_xlsx({"Table P1": COUNTS}, "pfa.xlsx")
    found = inspect(path, catalogue, (), Silent())
    assert found.recipe is not None
    load = prepare(
        found,
        None,
        catalogue,
        partner="",
        who="officer",
        now=datetime(2018, 11, 1, tzinfo=UTC),
        known={},
        progress=Silent(),
    )
    assert "Open Government Licence v3.0" in load.file.note
    assert load.file.partner == "Office for National Statistics"
    assert found.remembered(found.recipe) is None


def test_a_whole_archive_of_all_forces_counts_the_home_force_only(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    header = (
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
        "Crime type,Last outcome category,Context"
    )
    archive = tmp_path / "2020-05.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for month in ("2020-04", "2020-05"):
            for force, place in (("leicestershire", "Blaby 001A"), ("kent", "Dover 001A")):
                row = f",{month},Police,Police,,,On or near,E01,{place},Burglary,,"
                name = f"archive/{month}/{month}-{force}"
                out.writestr(f"{name}-street.csv", f"{header}\n{row}\n{row}\n")
                out.writestr(f"{name}-outcomes.csv", "Crime ID,Month\n")
                out.writestr(f"{name}-stop-and-search.csv", "Type,Date\n")
    counted = count_incidents(archive, catalogue, Silent())
    burglary = {
        (it.area, it.period.label): it.value
        for it in counted.observations
        if it.indicator == "policeuk-burglary" and it.value
    }
    assert burglary == {
        (FORCE, "April 2020"): 2,
        ("E07000129", "April 2020"): 2,
        (FORCE, "May 2020"): 2,
        ("E07000129", "May 2020"): 2,
    }
    assert counted.rows == 4
    said = " ".join(it.what for it in counted.problems)
    assert "kent" in said
    assert "outcomes" in said
    assert "stop-and-search" in said


def test_peers_of_the_home_force_and_knife_offences_are_offered(catalogue: Catalogue) -> None:
    knives: Rows = [
        ["Knife and sharp instrument offences"],
        [None, None, "Apr '16 to Mar '17", None],
        ["Area Codes", "Area name", "Number of selected offences involving a knife3", "%"],
        ["E12000001", "North East", 9.0, 1.0],
        ["E23000013", "Cleveland", 9.0, 1.0],
        [REGION, "East Midlands", 90.0, 1.0],
        [DERBYSHIRE, "Derbyshire4,5", 40.0, 1.0],
        [FORCE, "Leicestershire", 50.0, 1.0],
    ]
    tables = book(("P1", COUNTS), ("P5", knives))
    recipe = built_in_recipe(tables)
    assert recipe is not None
    found = offer(tables, recipe, catalogue)
    assert [(it.code, it.name, it.kind) for it in found.areas] == [
        (DERBYSHIRE, "Derbyshire police force area", AreaKind.FORCE)
    ]
    assert [it.code for it in found.indicators] == ["knife-offences"]
    assert found.indicators[0].footprint == FORCE
    wider = replace(
        catalogue,
        areas=(*catalogue.areas, *found.areas),
        indicators=(*catalogue.indicators, *found.indicators),
    )
    assert not offer(tables, recipe, wider)
    observations, _ = read_built_in(tables, recipe, wider)
    knife = {it.area: it.value for it in observations if it.indicator == "knife-offences"}
    assert knife == {REGION: 90, DERBYSHIRE: 40, FORCE: 50}
    own = Recipe("own", "Own", "Police", ())
    assert not offer(tables, own, catalogue)
