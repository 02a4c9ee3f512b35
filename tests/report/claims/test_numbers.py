"""The reader of numbers and periods against the forms in which the program prints them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.display import number, period_text, value_text
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.report.claims.periods import read_periods
from safer_desktop.report.claims.tokens import Token, TokenKind, tokens

_YEARS = st.integers(2001, 2039)


def the_one(text: str) -> Token:
    found = tokens(text)
    assert len(found) == 1, found
    return found[0]


@given(st.integers(0, 9_999_999))
def test_counts_are_read_as_they_are_printed(value: int) -> None:
    read = the_one(f"There were {value_text(value, Unit.COUNT)} offences.")
    assert (read.kind, read.value, read.is_count) == (TokenKind.NUMBER, value, True)


@given(st.floats(0.01, 9999), st.integers(1, 2))
def test_rates_are_read_within_their_rounding(value: float, places: int) -> None:
    printed = value_text(value, Unit.RATE_POPULATION, places)
    read = the_one(f"It stood at {printed} per 1,000 population.")
    assert abs(read.value - value) <= read.half + 1e-9
    assert read.per


@given(st.floats(-999, 999), st.integers(0, 1))
def test_percentages_keep_their_sign(value: float, places: int) -> None:
    read = the_one(f"The change was {number(value, places, signed=True)}%.")
    assert read.kind is TokenKind.PERCENT
    assert read.value == pytest.approx(value, abs=read.half + 1e-9)
    assert read.signed == (read.value != 0)


@given(
    st.one_of(
        st.builds(Period.month, _YEARS, st.integers(1, 12)),
        st.builds(Period.quarter, _YEARS, st.integers(1, 4)),
        st.builds(Period.financial_year, _YEARS),
        st.builds(Period.rolling_12, _YEARS, st.integers(1, 12)),
        st.builds(Period.calendar_year, _YEARS),
        st.builds(lambda y: Period.span(date(y, 4, 1), date(y, 12, 31)), _YEARS),
    )
)
def test_periods_are_read_as_they_are_printed(period: Period) -> None:
    found = read_periods(f"It fell in {period_text(period)} again.")
    assert len(found) == 1
    read = found[0].read
    assert (read.months, read.wrong) == (period.months, "")
    assert read.first == period.start.year * 12 + period.start.month - 1
    assert read.last == period.end.year * 12 + period.end.month - 1


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("eighteen per cent", TokenKind.PERCENT, 18),
        ("7 percentage points", TokenKind.POINTS, 7),
        ("a third", TokenKind.PERCENT, 100 / 3),
        ("one hundred and five", TokenKind.NUMBER, 105),
        ("\N{POUND SIGN}1.2m", TokenKind.NUMBER, 1_200_000),
        ("4th of 9", TokenKind.RANK, 4),
        ("ranked 4/9", TokenKind.RANK, 4),
    ],
)
def test_other_forms(text: str, kind: TokenKind, value: float) -> None:
    read = the_one(f"It was {text}.")
    assert read.kind is kind
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "See Appendix 2 and paragraph 14.",
        "Ring 101 or dial 999.",
        "Pupils aged 11 to 16 and 18-24 year olds.",
        "The 95% confidence interval (p = 0.03).",
        "Write to a1@example.org or 0116 305 1234.",
    ],
)
def test_what_only_looks_like_a_figure_is_left_out(text: str) -> None:
    assert not [it for it in tokens(text) if it.value not in (101, 999)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in 2016/18", "2016 is followed by 2017"),
        ("on 31 June 2016", "June has 30 days"),
        ("on 30 February", "February has 29 days"),
        ("in Q5", "no quarter 5"),
        ("the 12 month quarter", "3 months"),
        ("March 2017 to January 2017", "ends before"),
    ],
)
def test_periods_that_cannot_be(text: str, words: str) -> None:
    assert words in read_periods(text)[0].read.wrong


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = tokens(text)
    ends = [0, *(it.end for it in found)]
    assert all(it.start >= end for it, end in zip(found, ends, strict=False))
