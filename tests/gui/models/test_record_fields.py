"""What is typed into the catalogue's fields, and how it is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.gui.models.record_fields import day, day_or_none, day_words, line, names, number


@pytest.mark.parametrize(
    "text",
    ["2017-04-01", "1/4/2017", "01.04.2017", "1 April 2017", "1st apr 2017", " 1  APRIL  2017 "],
)
def test_a_day_may_be_written_in_the_usual_ways(text: str) -> None:
    assert day(text) == "2017-04-01"


@pytest.mark.parametrize(
    "text", ["", "April 2017", "31/6/2016", "2016-13-01", "1 Brumaire 2017", "1/4/17", "0217-04-01"]
)
def test_what_is_no_day_is_refused_with_a_pattern(text: str) -> None:
    with pytest.raises(CatalogueError, match="is no date. Write it like 1 April 2017"):
        day(text)


def test_an_open_end_is_nothing() -> None:
    assert day_or_none("  ") is None
    assert day_words(None) == ""


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_reads_back_from_its_words(on: date) -> None:
    assert day(day_words(on.isoformat())) == on.isoformat()


@given(st.text())
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        on = date.fromisoformat(day(text))
    except CatalogueError:
        return
    assert 1900 <= on.year <= 2100


@pytest.mark.parametrize(
    ("text", "value"), [("28", 28), ("28%", 28), ("1,200.5", 1200.5), (" -3 ", -3)]
)
def test_numbers_as_people_write_them(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "plenty", "nan", "inf", "1e999", "2 8"])
def test_what_is_no_finite_number_is_refused(text: str) -> None:
    with pytest.raises(CatalogueError, match="is no number"):
        number(text)


def test_names_are_apart_by_semicolons_and_kept_once() -> None:
    assert names("Leicester, Leicestershire & Rutland; LLR ;; LLR") == [
        "Leicester, Leicestershire & Rutland",
        "LLR",
    ]
    assert line("  Theft  of\tvehicles\n") == "Theft of vehicles"
