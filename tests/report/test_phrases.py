"""Turns of phrase inside a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.domain.display import listed
from safer_desktop.domain.periods import Period
from safer_desktop.report import phrases
from tests.report.sample import catalogue


@pytest.mark.parametrize(
    ("name", "wanted"),
    (
        ("Domestic burglary", "domestic burglary"),
        ("MARAC repeats", "MARAC repeats"),
        ("Leicestershire residents", "Leicestershire residents"),
        ("A sample survey", "a sample survey"),
        ("12 months", "12 months"),
        ("", ""),
    ),
)
def test_names_inside_a_sentence(name: str, wanted: str) -> None:
    assert phrases.inner(name, catalogue()) == wanted


@pytest.mark.parametrize(
    ("period", "within", "before"),
    (
        (Period.rolling_12(2017, 3), "in the 12 months to March 2017", "the previous 12 months"),
        (Period.financial_year(2016), "in 2016/17", "2015/16"),
        (Period.calendar_year(2016), "in 2016", "2015"),
        (
            Period.span(date(2016, 4, 1), date(2016, 12, 31)),
            "from April to December 2016",
            "the same months of 2015",
        ),
        (
            Period.span(date(2016, 11, 1), date(2017, 2, 28)),
            "from November 2016 to February 2017",
            "the same months a year earlier",
        ),
        (Period.quarter(2016, 4), "in Q4 2016/17", "the same quarter a year earlier"),
        (Period.month(2017, 3), "in March 2017", "the same month a year earlier"),
    ),
)
def test_periods_inside_a_sentence(period: Period, within: str, before: str) -> None:
    assert phrases.in_period(period) == within
    assert phrases.a_year_before(period) == before


def test_sentences_and_lists() -> None:
    assert phrases.sentence(" it is so ") == "It is so."
    assert phrases.sentence("Is it?") == "Is it?"
    assert phrases.sentence("") == ""
    assert phrases.joined(["A.", "", "B."]) == "A. B."
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert phrases.clause("The test failed", catalogue()) == "the test failed."


@pytest.mark.parametrize(
    ("difference", "decimals", "wanted"),
    (
        (7.04, 1, "7 percentage points"),
        (-1.0, 0, "1 percentage point"),
        (1.8, 1, "1.8 percentage points"),
        (-0.5, 0, "1 percentage point"),
    ),
)
def test_percentage_points(difference: float, decimals: int, wanted: str) -> None:
    assert phrases.points(difference, decimals) == wanted
