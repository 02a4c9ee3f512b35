"""Both samples, read by the loading road, against hand-written arithmetic."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from safer_desktop.assets import resource
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Severity, Status
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import from_plain
from safer_desktop.domain.progress import Silent
from safer_desktop.domain.records import RecordKind
from safer_desktop.loading.incidents import count_incidents
from safer_desktop.risk.scheme import IncidentType
from safer_desktop.workbench.samples import sample_names
from tests.resources.conftest import ReadSample

COUNTY, REGION, LLR, FORCE = "E10000018", "E12000004", "LLR", "E23000021"
Y2014, Y2015, Y2016 = (Period.financial_year(year) for year in (2014, 2015, 2016))
TO_MARCH_2017 = Period.rolling_12(2017, 3)
Reader = Callable[[str], ReadSample]


@pytest.fixture
def board(read_sample: Reader) -> ReadSample:
    return read_sample("2016-17-q4")


@pytest.fixture
def open_data(read_sample: Reader) -> ReadSample:
    return read_sample("open-data")


def percent(new: float, old: float) -> float:
    return 100 * (new - old) / old


@pytest.mark.parametrize("name", ["2016-17-q4", "open-data"])
def test_every_file_is_recognised_and_read_without_anything_to_settle(
    read_sample: Reader, name: str
) -> None:
    read = read_sample(name)
    assert all(read.recognised.values()), read.recognised
    for file, problems in read.problems.items():
        assert [p for p in problems if p.severity is not Severity.NOTE] == [], file
        assert read.observations[file], file
    keys = Counter(o.key for observations in read.observations.values() for o in observations)
    assert [key for key, times in keys.items() if times > 1] == []


def test_both_samples_are_listed_with_their_notes_and_licence() -> None:
    assert sample_names() == ("2016-17-q4", "open-data")
    for name in sample_names():
        data = json.loads(resource("samples", name, "sample.json").read_text(encoding="utf-8"))
        assert "illustrative" in data["note"]
        assert "Open Government Licence v3.0" in data["attribution"]
        listed = {entry["file"] for entry in data["files"]}
        assert listed == {path.name for path in resource("samples", name, "files").iterdir()}


def test_six_partners_and_more_send_five_formats(board: ReadSample) -> None:
    assert len({file.partner for file in board.sample.files}) >= 6
    endings = {file.path.suffix for file in board.sample.files}
    assert endings == {".xlsx", ".xls", ".xlsb", ".ods", ".csv"}


@pytest.mark.parametrize(
    ("indicator", "base", "change", "rate"),
    [
        ("burglary-dwelling", "households", 11, None),
        ("vehicle-crime", "population", 10, None),
        ("violence-with-injury", "population", 33, 3.93),
        ("all-crime", "population", 9, None),
    ],
)
def test_crime_rates_changed_as_the_report_says(
    board: ReadSample, indicator: str, base: str, change: int, rate: float | None
) -> None:
    rates = {}
    for year in (2014, 2015, 2016):
        count = board.months(indicator, COUNTY, Period.month(year, 4))
        of_districts = [
            board.months(indicator, code, Period.month(year, 4))
            for code in board.catalogue.districts
        ]
        assert count == sum(of_districts)
        assert min(of_districts) > 0
        mid_year = board.value(base, COUNTY, Period.calendar_year(year))
        rates[year] = 1000 * count / mid_year.value
    assert round(percent(rates[2016], rates[2015])) == change
    if rate is not None:
        assert round(rates[2016], 2) == rate
    own = board.value(indicator, COUNTY, TO_MARCH_2017)
    assert own.unit.is_rate
    assert own.value == pytest.approx(rates[2016], abs=0.005)


def test_the_last_month_is_provisional_and_the_others_are_final(board: ReadSample) -> None:
    statuses = {
        o.period: o.status
        for observations in board.observations.values()
        for o in observations
        if o.indicator == "all-crime" and o.area == COUNTY and o.unit is Unit.COUNT
    }
    assert len(statuses) == 36
    provisional = {p for p, status in statuses.items() if status is Status.PROVISIONAL}
    assert provisional == {Period.month(2017, 3)}


def test_the_regional_comparison_stands_as_the_report_says(board: ReadSample) -> None:
    members = board.catalogue.group("east-midlands").members_on(date(2017, 3, 31))
    assert len(members) == 9

    def rates(indicator: str) -> dict[str, float]:
        return {code: board.value(indicator, code, TO_MARCH_2017).value for code in members}

    averages = {}
    for indicator in ("burglary-dwelling", "vehicle-crime", "violence-with-injury", "all-crime"):
        average = board.value(indicator, REGION, TO_MARCH_2017).value
        assert average == pytest.approx(sum(rates(indicator).values()) / 9, abs=0.005)
        averages[indicator] = average
    assert rates("burglary-dwelling")[COUNTY] > 1.1 * averages["burglary-dwelling"]
    assert abs(percent(rates("vehicle-crime")[COUNTY], averages["vehicle-crime"])) < 1
    assert averages["violence-with-injury"] == 7
    all_crime = rates("all-crime")
    assert sorted(all_crime, key=lambda code: all_crime[code]).index(COUNTY) + 1 == 4
    assert 0.97 < all_crime[COUNTY] / averages["all-crime"] < 1


def test_reoffending(board: ReadSample) -> None:
    assert board.value("iom-reduction", LLR, Y2015).value == 41
    assert board.value("iom-reduction", LLR, Y2016).value == 42.8
    entrants = {
        period: board.value("youth-first-time-entrants", COUNTY, period).value
        for period in (Y2014, Y2015, Period.span(date(2016, 4, 1), date(2016, 12, 31)))
    }
    assert list(entrants.values()) == [190, 124, 83]
    assert entrants[Y2014] - entrants[Y2015] == 66
    like = Period.span(date(2015, 4, 1), date(2015, 12, 31))
    assert board.value("youth-first-time-entrants", COUNTY, like).value == 94
    ratios = [board.value("youth-reoffending", COUNTY, y).value for y in (Y2014, Y2015, Y2016)]
    assert ratios == [1.25, 0.82, 0.28]


def test_victims(board: ReadSample) -> None:
    before = board.value("marac-repeats", COUNTY, Period.calendar_year(2015))
    latest = board.value("marac-repeats", COUNTY, Period.calendar_year(2016))
    assert (round(before.value), round(latest.value)) == (30, 37)
    assert latest.numerator is not None
    assert latest.denominator is not None
    assert latest.value == pytest.approx(100 * latest.numerator / latest.denominator)
    estimate = board.value("da-referrals", COUNTY, Y2015)
    assert (estimate.value, estimate.status) == (1400, Status.ESTIMATE)
    assert board.value("da-referrals", COUNTY, Y2016).value == 1611


def test_survey_and_hate_incidents(board: ReadSample) -> None:
    affected = [board.value("asb-affected", COUNTY, year) for year in (Y2015, Y2016)]
    assert [o.value for o in affected] == [5.4, 5.4]
    for one in affected:
        assert one.numerator is not None
        assert one.denominator is not None
        assert 100 * one.numerator / one.denominator == pytest.approx(5.4)
    quarters = [
        board.value("cbs-confidence", COUNTY, Period.quarter(year, quarter)).value
        for year, quarter in ((2015, 4), (2016, 2), (2016, 3))
    ]
    assert [*quarters, board.value("cbs-confidence", COUNTY, Y2016).value] == [
        92.7,
        89.9,
        87.1,
        84.5,
    ]
    counts = [board.value("hate-incidents", COUNTY, year).value for year in (Y2015, Y2016)]
    assert counts == [372, 439]
    assert counts[1] - counts[0] == 67
    assert round(percent(counts[1], counts[0])) == 18
    for year, count in zip((Y2015, Y2016), counts, strict=True):
        districts = board.catalogue.districts
        assert count == sum(board.value("hate-incidents", d, year).value for d in districts)
    rates = [board.value("hate-rate", COUNTY, year).value for year in (Y2015, Y2016)]
    assert rates == [0.58, 0.66]


def test_every_row_of_the_matrix_has_counts_of_both_years(board: ReadSample) -> None:
    monthly = {"violence-with-injury", "burglary-dwelling", "vehicle-crime"}
    shares = {}
    for fields in board.sample.records()[RecordKind.INCIDENT_TYPE].values():
        code = from_plain(IncidentType, fields).indicator
        if code in monthly:
            shares[code] = board.months(code, COUNTY, Period.month(2016, 4))
            continue
        for year in (Y2015, Y2016):
            county = board.value(code, COUNTY, year).value
            districts = (board.value(code, d, year).value for d in board.catalogue.districts)
            assert county == sum(districts), code
        shares[code] = county
    ranked = sorted(shares, key=lambda code: -shares[code])
    assert {"asb-incidents", "domestic-violence"} <= set(ranked[:3])
    assert shares["robbery"] + shares["hate-incidents"] < 0.02 * sum(shares.values())


def test_households_of_the_districts_add_up_and_stay_below_the_forces(board: ReadSample) -> None:
    for year in (2014, 2015, 2016):
        period = Period.calendar_year(year)
        districts = [board.value("households", d, period).value for d in board.catalogue.districts]
        county = board.value("households", COUNTY, period).value
        assert county == sum(districts)
        force = board.value("households", FORCE, period).value
        people = board.value("population", COUNTY, period).value
        of_force = sum(
            board.value("population", code, period).value
            for code in (COUNTY, "E06000016", "E06000017")
        )
        assert county / force == pytest.approx(people / of_force, abs=1e-4)


def test_the_files_say_what_is_illustrative(board: ReadSample) -> None:
    from safer_desktop.loading.readers import read_workbook

    real = {"ONS population extract 2014-2016.xlsx"}
    for file in board.sample.files:
        if file.path.name in real:
            continue
        workbook = read_workbook(file.path, Silent())
        words = " ".join(
            sheet.text(row, 0) for sheet in workbook.sheets for row in range(min(4, sheet.height))
        )
        assert "illustrative" in words.casefold(), file.path.name


def test_open_data_shows_street_level_series_under_their_priorities(open_data: ReadSample) -> None:
    shown = {
        priority: [i.code for i in open_data.catalogue.of_priority(priority)]
        for priority in ("crime", "asb")
    }
    assert shown == {
        "crime": [
            "policeuk-all-crime",
            "policeuk-burglary",
            "policeuk-robbery",
            "policeuk-shoplifting",
            "policeuk-vehicle-crime",
            "policeuk-violence-and-sexual-offences",
        ],
        "asb": [
            "asb-affected",
            "cbs-confidence",
            "policeuk-anti-social-behaviour",
            "policeuk-criminal-damage-and-arson",
        ],
    }
    burglary = open_data.catalogue.indicator("policeuk-burglary")
    assert burglary.unit is Unit.RATE_POPULATION
    assert "wider than domestic burglary" in burglary.caveat


def test_open_data_has_25_whole_months_for_county_force_and_unitary_areas(
    open_data: ReadSample,
) -> None:
    months = [Period.month(2019, 12).shifted(n) for n in range(25)]
    areas = (*open_data.catalogue.districts, "E06000016", "E06000017", FORCE)
    series = [i for i in open_data.catalogue.indicators if i.code.startswith("policeuk-")]
    assert len(series) == 15
    counted = next(iter(open_data.observations.values()))
    assert {o.key for o in counted} == {
        (i.code, area, month, Unit.COUNT) for i in series for area in areas for month in months
    }


def test_open_data_matrix_has_the_fourteen_categories(open_data: ReadSample) -> None:
    types = open_data.sample.records()[RecordKind.INCIDENT_TYPE]
    assert len(types) == 14
    for code, fields in types.items():
        kind = from_plain(IncidentType, fields)
        assert open_data.catalogue.has_indicator(kind.indicator), code
        assert "Illustrative" in kind.note or "precedent" in kind.note


def test_open_data_equals_a_new_count_of_the_download(
    open_data: ReadSample, shared_data: Path
) -> None:
    download = next((shared_data / "police_street").glob("*.zip"))
    counted = count_incidents(download, open_data.catalogue, Silent()).observations
    table = next(iter(open_data.observations.values()))
    assert {o.key: o.value for o in counted} == {o.key: o.value for o in table}
