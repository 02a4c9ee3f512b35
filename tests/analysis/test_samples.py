"""The samples' own workbooks, loaded as a user loads them, give the board report's figures."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from safer_desktop.assets import resource
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Rank,
    Reason,
    ReasonCode,
    Standing,
)
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.workbench.bench import Workbench
from tests.opened import opened_sample


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    with opened_sample("2016-17-q4", tmp_path_factory) as bench:
        yield bench


@pytest.fixture(scope="module")
def open_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    with opened_sample("open-data", tmp_path_factory) as bench:
        yield bench


def home(bench: Workbench, indicator: str) -> Figure:
    return bench.figure(indicator, bench.catalogue.home)


def value(found: Quantity | Reason) -> float:
    assert isinstance(found, Quantity), found
    return found.value


def change(found: Figure) -> Change:
    assert isinstance(found.change, Change), found.change
    return found.change


@pytest.mark.parametrize(
    ("indicator", "percent", "standing"),
    [
        ("burglary-dwelling", 11, Standing.ABOVE),
        ("vehicle-crime", 10, Standing.SIMILAR),
        ("violence-with-injury", 33, Standing.BELOW),
        ("all-crime", 9, Standing.BELOW),
    ],
)
def test_paragraphs_8_to_11(
    seed: Workbench, indicator: str, percent: int, standing: Standing
) -> None:
    found = home(seed, indicator)
    told = change(found).percent
    assert isinstance(told, float)
    assert round(told) == percent
    assert found.direction is Direction.RISING
    assert found.comparators[0].standing is standing
    assert found.comparators[0].given


def test_paragraphs_10_and_11_to_the_digit(seed: Workbench) -> None:
    violence, crime = home(seed, "violence-with-injury"), home(seed, "all-crime")
    assert round(value(violence.latest), 2) == 3.93
    assert violence.comparators[0].value.value == 7
    assert isinstance(crime.rank, Rank)
    assert (crime.rank.label, crime.rank.direction) == ("4/9", "1 = lowest")


@pytest.mark.parametrize(
    ("indicator", "latest", "previous"),
    [
        ("iom-reduction", 42.8, 41.0),
        ("youth-reoffending", 0.28, 0.82),
        ("asb-affected", 5.4, 5.4),
        ("hate-incidents", 439, 372),
        ("hate-rate", 0.66, 0.58),
    ],
)
def test_figures_of_two_years(
    seed: Workbench, indicator: str, latest: float, previous: float
) -> None:
    found = home(seed, indicator)
    assert (value(found.latest), value(found.previous)) == (latest, previous)


def test_paragraph_13_of_first_time_entrants(seed: Workbench) -> None:
    found = home(seed, "youth-first-time-entrants")
    assert isinstance(found.latest, Quantity)
    assert (found.latest.value, found.latest.period.label) == (83, "April to December 2016")
    assert found.annual is not None
    assert isinstance(found.annual.change, Change)
    assert (found.annual.previous.value, found.annual.latest.value) == (190, 124)
    assert found.annual.change.difference == -66
    assert found.annual.change.percent == pytest.approx(-34.7, abs=0.05)


def test_paragraphs_15_to_19(seed: Workbench) -> None:
    marac = home(seed, "marac-repeats")
    assert isinstance(marac.latest, Quantity)
    assert (round(marac.latest.value), marac.latest.period.end.isoformat()) == (37, "2016-12-31")
    assert round(change(marac).difference) == 7
    referrals = home(seed, "da-referrals")
    assert isinstance(referrals.change, Reason)
    assert referrals.change.code is ReasonCode.DEFINITION_BREAK
    assert (value(referrals.latest), value(referrals.previous)) == (1611, 1400)
    survey = home(seed, "cbs-confidence")
    assert value(survey.latest) == 84.5
    assert [q.value for q in survey.history if q.period.kind is PeriodKind.QUARTER] == [
        92.7, 89.9, 87.1,
    ]  # fmt: skip
    hate = home(seed, "hate-incidents")
    assert change(hate).count_difference == 67


def test_every_number_can_be_followed_to_its_cell(seed: Workbench) -> None:
    for area in seed.catalogue.reporting_areas:
        for found in seed.figures(area.code).values():
            for quantity in found.quantities:
                origins = seed.origins(quantity.sources)
                assert len(origins) == len(quantity.sources) > 0
                assert all(o.stored.observation.source.cell for o in origins)


def test_the_countys_real_months_add_up_as_in_the_file_itself(open_data: Workbench) -> None:
    file = resource("samples/open-data/files/Street-level crime Dec 2019 to Dec 2021.csv")
    frame = pd.read_csv(file, skiprows=3)
    frame["year"] = pd.to_datetime(frame["Month"]).dt.year
    sums = frame[frame["year"] >= 2020].drop(columns=["Month", "Area"])
    sums = sums.groupby(["Area code", "year"]).sum()
    catalogue = open_data.catalogue
    county = sums.loc[list(catalogue.districts)].groupby("year").sum()
    named = {"Burglary": "policeuk-burglary", "All crime": "policeuk-all-crime"}
    for column, indicator in named.items():
        for area in catalogue.reporting_areas:
            found = open_data.figure(indicator, area.code)
            own = county if area.code == catalogue.home else sums.loc[area.code]
            for quantity, year in ((found.latest, 2021), (found.previous, 2020)):
                assert isinstance(quantity, Quantity)
                assert (quantity.count, quantity.period.end.year) == (own.loc[year, column], year)
