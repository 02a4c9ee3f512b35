"""What sheets say of their marks, in the words of real footnotes."""

from __future__ import annotations

import pytest

from safer_desktop.loading.keys import meanings, means_zero
from tests.loading.conftest import Rows, sheet_of


@pytest.mark.parametrize(
    ("note", "mark", "meaning"),
    (
        ("9. '..'  indicates data not available.", "..", "data not available"),
        ("5. '-'  indicates that the base number is fewer than 50", "-",
         "the base number is fewer than 50"),
        ("* Figures have been suppressed due to small sample sizes", "*",
         "Figures have been suppressed due to small sample sizes"),
        (": not recorded", ":", "not recorded"),
        ("Some shorthand is used: [a] = not recorded, [b] = not yet available", "[b]",
         "not yet available"),
        ("‘-’ denotes nil. Other text.", "-", "nil"),
        ("1. Police recorded crime", "-", ""),
        ("", "..", ""),
    ),
)  # fmt: skip
def test_the_meaning_of_a_mark_is_read_from_notes(note: str, mark: str, meaning: str) -> None:
    rows: Rows = [["Title"], ["Blaby", mark], [note]]
    found = meanings(sheet_of("S", rows), [mark], range(1, 2))
    assert found == ({mark: meaning} if meaning else {})


def test_words_inside_the_table_are_no_key() -> None:
    rows: Rows = [["Title"], ["- As only type of debt", 5.0]]
    assert not meanings(sheet_of("S", rows), ["-"], range(1, 2))


@pytest.mark.parametrize(
    ("meaning", "zero"),
    (
        ("nil", True),
        ("zero", True),
        ("no offences recorded", True),
        ("nil or less than half the final digit", False),
        ("data not available", False),
        ("a value that rounds to zero", False),
    ),
)
def test_only_a_plain_nought_is_zero(meaning: str, zero: bool) -> None:
    assert means_zero(meaning) is zero
