"""The real editions of open data, where they are at hand, against independent readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Severity, Status
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.drift.nouns import DriftKind, Follow
from safer_desktop.loading.open_data import built_in_recipe, read_built_in
from safer_desktop.loading.readers import read_workbook
from tests.benchmarks import bench_recipes as bench

FORCE, REGION = "E23000021", "E12000004"


@pytest.fixture(autouse=True)
def _needs_shared(shared_data: Path) -> None:
    """Skipped without the shared data."""


def test_the_recipe_of_june_2018_reads_its_own_edition_without_any_difference(
    catalogue: Catalogue,
) -> None:
    done = bench.outcome(
        bench.JUNE_2018, bench.made_recipe(catalogue), catalogue, bench.truth(bench.JUNE_2018)
    )
    assert (done.wrong, done.lacking, done.recognised) == (0, 0, True)
    assert not done.drift
    assert bench.truth(bench.JUNE_2018)["all-crime", "count", "June 2018"] == 84571


def test_the_recipe_of_june_2018_reads_march_2018(catalogue: Catalogue) -> None:
    wanted = bench.truth(bench.MARCH_2018)
    done = bench.outcome(bench.MARCH_2018, bench.made_recipe(catalogue), catalogue, wanted)
    assert (done.wrong, done.lacking, done.recognised) == (0, 0, True)
    assert wanted["vehicle-crime", "count", "March 2018"] == 9975
    assert not done.drift.blocking
    kinds = {it.kind for it in done.drift.differences}
    assert {DriftKind.HEADING, DriftKind.PERIOD, DriftKind.NOTE} <= kinds
    older = [it for it in done.drift.differences if "older than the last" in it.what]
    assert len(older) == 3
    assert done.drift.recipe.version == 2


def test_the_recipe_of_june_2018_reads_december_2019(catalogue: Catalogue) -> None:
    wanted = bench.truth(bench.DECEMBER_2019)
    done = bench.outcome(bench.DECEMBER_2019, bench.made_recipe(catalogue), catalogue, wanted)
    assert (done.wrong, done.lacking, done.recognised) == (0, 0, True)
    assert wanted["robbery", "count", "December 2019"] == 1061
    assert wanted["burglary-dwelling", "rate per 1,000 households", "December 2019"] == (
        12.197685663164485
    )
    asked = [it for it in done.drift.differences if it.follow is Follow.IF_AGREED]
    assert any("excluding Greater Manchester Police" in it.now for it in asked)
    sheet = next(it for it in done.drift.differences if it.kind is DriftKind.NEW_SHEET)
    assert sheet.now == "Table P6"


def test_the_programs_own_proposal_is_never_wrong_in_silence(catalogue: Catalogue) -> None:
    own = bench.proposed(catalogue)
    for name in bench.ENDS:
        done = bench.compared_with_cells(name, own, catalogue)
        assert done.wrong == 0, name
        assert done.figures or done.blocked, name
    assert bench.compared_with_cells(bench.JUNE_2018, own, catalogue).figures > 10


@pytest.mark.parametrize("name", tuple(bench.ENDS))
def test_the_built_in_recipe_reads_every_edition(
    name: str, shared_data: Path, catalogue: Catalogue
) -> None:
    import openpyxl

    workbook = bench.workbook(name)
    recipe = built_in_recipe(workbook)
    assert recipe is not None
    assert recipe.code == "ons-police-force-areas"
    observations, problems = read_built_in(workbook, recipe, catalogue)
    assert not [it for it in problems if it.severity is not Severity.NOTE]
    read = {(it.indicator, it.unit, it.area, f"{it.period.end:%B %Y}"): it for it in observations}
    end = bench.ENDS[name]
    wanted = bench.truth(name)
    for code in bench.COUNTS:
        count = read[code, Unit.COUNT, FORCE, end]
        assert count.value == wanted[code, "count", end]
        assert count.source.cell == bench.COUNTS[code]
        assert (code, Unit.COUNT, REGION, end) in read
    for (code, unit), cell in bench.RATES.items():
        assert read[code, unit, FORCE, end].value == wanted[code, str(unit), end]
        assert read[code, unit, FORCE, end].source.cell == cell
    book = openpyxl.load_workbook(shared_data / "recorded_crime" / name, data_only=True)
    population = next(it for it in observations if (it.indicator, it.area) == ("population", FORCE))
    assert population.value == book[population.source.sheet][population.source.cell].value
    book.close()
    assert population.status is Status.ESTIMATE
    assert {it.area for it in observations if it.indicator == "population"} == {FORCE}


def test_populations_households_and_incidents_by_year_of_march_2018(
    shared_data: Path, catalogue: Catalogue
) -> None:
    workbook = bench.workbook(bench.MARCH_2018)
    recipe = built_in_recipe(workbook)
    assert recipe is not None
    observations, _ = read_built_in(workbook, recipe, catalogue)
    of_force = {
        (it.indicator, it.period.label): (it.value, it.source.sheet, it.source.cell)
        for it in observations
        if it.area == FORCE
    }
    wanted = {
        ("population", "2002"): (934700, "Table P9", "C25"),
        ("population", "2016"): (1068900, "Table P9", "Q25"),
        ("households", "2005"): (384400, "Table P10", "F25"),
        ("asb-incidents", "2011/12"): (29289, "Table P7", "K27"),
        ("asb-incidents", "2017/18"): (17511, "Table P7", "W27"),
    }
    assert {key: of_force[key] for key in wanted} == wanted
    assert sum(code == "asb-incidents" for code, _ in of_force) == 11


def test_home_office_open_data_equals_pandas_sums(shared_data: Path, catalogue: Catalogue) -> None:
    import pandas as pd

    path = shared_data / "recorded_crime" / "prc-pfa-201718_new.csv"
    workbook = read_workbook(path, Silent())
    recipe = built_in_recipe(workbook)
    assert recipe is not None
    assert recipe.partner == "Home Office"
    observations, problems = read_built_in(workbook, recipe, catalogue)
    read = {(it.indicator, it.period.label): it.value for it in observations}
    assert {it.area for it in observations} == {FORCE}
    frame = pd.read_csv(path)
    force = frame[frame.Force_Name == "Leicestershire"]
    for quarter in (1, 2, 3, 4):
        own = force[force.Financial_Quarter == quarter].groupby("Offence_Subgroup")
        sums = own.Number_of_Offences.sum()
        label = f"Q{quarter} 2017/18"
        assert read["all-crime", label] == sums.sum()
        assert read["burglary-dwelling", label] == sums["Domestic burglary"]
        assert read["violence-with-injury", label] == sums["Violence with injury"]
        vehicles = ["Theft from a vehicle", "Theft of a motor vehicle", "Vehicle interference"]
        assert read["vehicle-crime", label] == sums[vehicles].sum()
        assert read["robbery", label] == sums[sums.index.str.startswith("Robbery")].sum()
    assert sum(value for (code, _), value in read.items() if code == "all-crime") == 83793
    said = " ".join(it.what for it in problems)
    assert "Action Fraud" in said
    assert {it.severity for it in problems} == {Severity.NOTE}
