"""Editions: the quarter a board's report is for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.periods import PeriodError

editions = st.builds(Edition, st.integers(1980, 2060), st.integers(1, 4))


@given(st.dates(date(1980, 1, 1), date(2060, 12, 31)))
def test_the_edition_of_a_day_holds_it(day: date) -> None:
    edition = Edition.containing(day)
    assert edition.period.start <= day <= edition.end


@given(editions, st.integers(-40, 40), st.integers(-40, 40))
def test_steps_add_up_and_keep_the_order(edition: Edition, one: int, other: int) -> None:
    assert edition.stepped(one).stepped(other) == edition.stepped(one + other)
    assert edition.stepped(0) == edition
    assert (edition.stepped(one) < edition.stepped(other)) is (one < other)
    assert edition.stepped(4).quarter == edition.quarter


def test_the_editions_words_and_end() -> None:
    edition = Edition(2016, 4)
    assert (edition.label, edition.end) == ("2016/17 Q4", date(2017, 3, 31))
    assert edition.stepped(1) == Edition(2017, 1)
    assert Edition.containing(date(2017, 3, 31)) == edition


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_are_four_quarters(quarter: int) -> None:
    with pytest.raises(PeriodError):
        Edition(2016, quarter)
