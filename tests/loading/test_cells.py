"""Addresses of cells and how values are shown."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.loading.cells import (
    CellValue,
    Sheet,
    a1,
    is_percent_format,
    parse_a1,
    shown,
)
from tests.loading.conftest import sheet_of, workbook_of


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_an_address_leads_back_to_its_cell(row: int, column: int) -> None:
    assert parse_a1(a1(row, column)) == (row, column)


def test_addresses_are_excels() -> None:
    assert [a1(0, 0), a1(11, 2), a1(9, 25), a1(9, 26), a1(0, 16383)] == [
        "A1",
        "C12",
        "Z10",
        "AA10",
        "XFD1",
    ]
    assert parse_a1("$C$12") == (11, 2)
    with pytest.raises(ValueError, match="no address|is not the address"):
        parse_a1("12C")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    (
        (0.37, "0%", "37%"),
        (0.4275, "0.0%", "42.8%"),
        (1204.0, "#,##0", "1,204"),
        (1204.0, "", "1204"),
        (0.66, "", "0.66"),
        (7.335, "0.00", "7.34"),
        (-3.0, '#,##0;[Red]-#,##0" less"', "-3"),
        (12.5, "0.00E+00", "12.5"),
        (5.0, '0" per cent %"', "5"),
        (True, "", "TRUE"),
        (False, "", "FALSE"),
        ("  Blaby ", "", "Blaby"),
        (None, "", ""),
        (date(2016, 4, 1), "mmm-yy", "2016-04-01"),
        (datetime(2016, 4, 1), "", "2016-04-01"),  # noqa: DTZ001 - workbooks know no zone
        (datetime(2016, 4, 1, 9, 30), "", "2016-04-01 09:30:00"),  # noqa: DTZ001
        (time(9, 30), "", "09:30:00"),
    ),
)
def test_values_are_shown_by_their_format(value: CellValue, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_percent_sign_in_quotes_makes_no_percentage() -> None:
    assert is_percent_format("0.0%")
    assert not is_percent_format('0.0" % of all"')


def test_a_sheet_is_blank_outside_itself_and_shows_faults() -> None:
    sheet = sheet_of("S", [["a", 1.0], [None, None]], faults={(1, 1): "#REF!"})
    assert (sheet.height, sheet.width) == (2, 2)
    assert sheet.value(5, 5) is None
    assert sheet.text(1, 1) == "#REF!"
    assert sheet.is_blank(1, 0)
    assert not sheet.is_blank(1, 1)
    assert Sheet("empty", ()).width == 0


def test_sheets_are_found_without_regard_to_case_and_spaces() -> None:
    workbook = workbook_of(sheet_of("Table P4  ", [["a"]]))
    found = workbook.sheet("table p4")
    assert found is not None
    assert found.name == "Table P4  "
    assert workbook.sheet("Table P5") is None
