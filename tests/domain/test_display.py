"""How numbers are written, against the decimal module's rounding."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.display import (
    MINUS,
    SHAPES,
    change_text,
    direction_text,
    number,
    ordinal,
    percent_text,
    places_text,
    quantity_text,
    round_half_up,
    unit_words,
    value_text,
)
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Reason,
    ReasonCode,
    Test,
    Verdict,
)
from safer_desktop.domain.indicators import Frequency, Indicator, Polarity, Unit
from safer_desktop.domain.periods import Period
from tests.figures_made import made_figure

NONE = Reason(ReasonCode.NO_DATA, "No figures are loaded.")
POINTS = Reason(ReasonCode.NOT_APPLICABLE, "Points are given.")
SMALL = Reason(ReasonCode.SMALL_NUMBERS, "Too small for a percent.")
PLAIN = Indicator(
    code="burglary",
    name="Burglary",
    short_name="Burglary",
    priority="",
    definition="",
    unit=Unit.COUNT,
    noun="offences",
    polarity=Polarity.LOWER,
    frequency=Frequency.MONTHLY,
    partner="Police",
    footprint="CTY",
)

RATE = replace(PLAIN, unit=Unit.RATE_HOUSEHOLDS)
SHARE = replace(PLAIN, unit=Unit.PERCENTAGE, decimals=1)


@given(st.decimals(-(10**7), 10**7, places=5), st.integers(0, 3))
def test_halves_are_rounded_as_by_hand(value: Decimal, decimals: int) -> None:
    wanted = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert round_half_up(float(value), decimals) == float(wanted)


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.booleans())
def test_a_written_number_reads_back(value: float, decimals: int, signed: bool) -> None:
    text = number(value, decimals, signed=signed)
    assert "-" not in text
    back = float(text.replace(",", "").replace(MINUS, "-"))
    assert back == pytest.approx(round_half_up(value, decimals), abs=1e-6)
    assert (text[0] in (MINUS, "+")) is (back < 0 or (signed and back > 0))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1204, 0, "1,204"),
        (2.675, 2, "2.68"),  # in binary a little less than it looks
        (1.005, 2, "1.01"),
        (0.5, 0, "1"),
        (-0.5, 0, f"{MINUS}1"),
        (-0.4, 0, "0"),
        (-1234.56, 1, f"{MINUS}1,234.6"),
        (0.0, 1, "0.0"),
    ],
)
def test_numbers(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


def test_the_sign_is_shown_when_asked_but_not_of_nought() -> None:
    assert [number(v, signed=True) for v in (3, 0, -3, 0.2)] == ["+3", "0", f"{MINUS}3", "0"]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1203.6, Unit.COUNT, "1,204"),
        (7.342, Unit.RATE_POPULATION, "7.34"),
        (37, Unit.PERCENTAGE, "37.00%"),
        (0.28, Unit.RATIO, "0.28"),
    ],
)
def test_bare_values(value: float, unit: Unit, text: str) -> None:
    assert value_text(value, unit) == text


def test_unit_words() -> None:
    words = [unit_words(replace(PLAIN, unit=unit)) for unit in Unit]
    assert words == ["offences", "per 1,000 population", "per 1,000 households", "%", "offences"]


def test_a_quantity_or_why_there_is_none() -> None:
    quantity = Quantity(42.84, Unit.PERCENTAGE, Period.financial_year(2016), (1,), "")
    assert quantity_text(quantity, SHARE) == "42.8%"
    assert quantity_text(NONE, SHARE) == "No data"


def change(difference: float, percent: float | Reason, events: float | None = None) -> Change:
    return Change(difference, percent, events, Test("", 0, 1))


@pytest.mark.parametrize(
    ("what", "made", "text"),
    [
        (PLAIN, change(67, 18.01, 67), "+18%"),
        (PLAIN, change(-66, -34.74, -66), f"{MINUS}35%"),
        (PLAIN, change(0.4, 0.3, 0), "0%"),
        (PLAIN, change(14, SMALL, 14), "+14 offences"),
        (RATE, change(-0.54, SMALL, None), f"{MINUS}0.54"),
        (RATE, change(0.6, 11.1, 176), "+11%"),
        (SHARE, change(7, POINTS), "+7.0 points"),
        (SHARE, change(-0.04, POINTS), "0.0 points"),
        (PLAIN, NONE, "No data"),
    ],
)
def test_change(what: Indicator, made: Change | Reason, text: str) -> None:
    assert change_text(made, what) == text


def test_change_in_another_unit_and_percent_alone() -> None:
    assert change_text(change(7, POINTS), PLAIN, unit=Unit.PERCENTAGE) == "+7.00 points"
    assert percent_text(change(6, 11.5)) == "+12%"
    assert percent_text(change(6, SMALL)) == "Too small for a percent."


@pytest.mark.parametrize(
    ("direction", "verdict", "text"),
    [
        (Direction.RISING, Verdict.WORSE, "\u25b2 Rising: worse"),
        (Direction.FALLING, Verdict.BETTER, "\u25bc Falling: better"),
        (Direction.RISING, Verdict.NOT_JUDGED, "\u25b2 Rising"),
        (Direction.NO_REAL_CHANGE, Verdict.NOT_JUDGED, "\u25ba No real change"),
        (Direction.CANNOT_SAY, Verdict.NOT_JUDGED, "\u2013 Cannot be said"),
    ],
)
def test_the_direction_has_shape_and_words(
    direction: Direction, verdict: Verdict, text: str
) -> None:
    figure = made_figure(
        "burglary",
        "CTY",
        Edition(2016, 4),
        NONE,
        NONE,
        change=NONE,
        direction=direction,
        verdict=verdict,
    )
    assert direction_text(figure) == text
    assert set(SHAPES) == set(Direction)


def test_ordinals() -> None:
    shown = [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)]
    assert shown == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]


def test_places_that_chance_allows() -> None:
    assert places_text((2, 6)) == "could be 2nd to 6th"
    assert places_text((4, 4)) == "firmly 4th"
