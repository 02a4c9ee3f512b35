"""Numbers and what stands in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.observations import Status
from safer_desktop.loading.cells import CellValue
from safer_desktop.loading.numbers import Number, is_placeholder, read_number


@pytest.mark.parametrize(
    ("value", "number_format", "number"),
    (
        (12.0, "", Number(12.0)),
        (0.37, "0%", Number(37.0, percent=True)),
        ("19,567", "", Number(19567.0, as_text=True)),
        (" 24,774 ", "", Number(24774.0, as_text=True)),
        ("1 204.5", "", Number(1204.5, as_text=True)),
        ("37%", "", Number(37.0, percent=True, as_text=True)),
        ("42.8 %", "", Number(42.8, percent=True, as_text=True)),
        ("-3", "", Number(-3.0, as_text=True)),
        ("−3", "", Number(-3.0, as_text=True)),
        (".5", "", Number(0.5, as_text=True)),
        ("1,611 (p)", "", Number(1611.0, as_text=True, status=Status.PROVISIONAL)),
        ("1,231 [r]", "", Number(1231.0, as_text=True, status=Status.REVISED)),
        ("c. 1,400", "", Number(1400.0, as_text=True, status=Status.ESTIMATE)),
        ("approx 1400", "", Number(1400.0, as_text=True, status=Status.ESTIMATE)),
        ("66*", "", Number(66.0, as_text=True)),
        ("1,204r", "", Number(1204.0, as_text=True, status=Status.REVISED)),
        ("98 P", "", Number(98.0, as_text=True, status=Status.PROVISIONAL)),
        (98.0, '#,##0"(p)"', Number(98.0, status=Status.PROVISIONAL)),
        (0.37, '0%" r"', Number(37.0, percent=True, status=Status.REVISED)),
        (98.0, '#,##0" per 1,000"', Number(98.0)),
    ),
)
def test_numbers_are_read(value: CellValue, number_format: str, number: Number) -> None:
    assert read_number(value, number_format) == number


@pytest.mark.parametrize(
    "value", ("twelve", "", None, True, "1,2", "12 of 15", "-", "(5) 6", "1.2.3")
)
def test_what_is_no_number_is_not_read(value: CellValue) -> None:
    assert read_number(value) is None


@pytest.mark.parametrize("text", ("-", "..", "*", ":", "N/A", "NA", "x", "[c]", "[x]", "*^", " … "))
def test_placeholders_are_known(text: str) -> None:
    assert is_placeholder(text)
    assert read_number(text) is None


def test_nil_is_no_placeholder_because_it_may_mean_zero() -> None:
    assert not is_placeholder("nil")
    assert read_number("nil") is None


@given(st.integers(-(10**9), 10**9))
def test_whole_numbers_with_commas_lead_back(value: int) -> None:
    found = read_number(f"{value:,}")
    assert found is not None
    assert found.value == value
