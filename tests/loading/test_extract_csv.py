"""The quick reading of csv bytes against Python's csv reader, on all sorts of tables."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.loading import extract_csv
from safer_desktop.loading.extract_csv import Asked, TextReader, head_of, unquoted

WIDTH = 3


def read(
    data: bytes, *, encoding: str = "", delimiter: str = ",", first: int = 1, width: int = WIDTH
) -> tuple[list[tuple[int, list[str]]], list[int], list[int]]:
    """All rows with their numbers, the numbers of broken ones, and those of short ones."""
    reader = TextReader()
    reader.begin(io.BytesIO(data))
    rows: list[tuple[int, list[str]]] = []
    broken: list[int] = []
    short: list[int] = []
    for block in reader.blocks(Asked(delimiter, encoding, width, tuple(range(width)), first)):
        for place, number in enumerate(block.numbers.tolist()):
            rows.append((number, [unquoted(column.text(place)) for column in block.columns]))
        broken += block.broken.tolist()
        short += block.short.tolist()
    return rows, broken, short


def expected(
    text: str, delimiter: str = ",", first: int = 1
) -> tuple[list[tuple[int, list[str]]], list[int], list[int]]:
    """The same by Python's csv reader."""
    numbered = [
        (number, row)
        for number, row in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1
        )
        if row and number >= first
    ]
    whole = [(number, row) for number, row in numbered if len(row) <= WIDTH]
    return (
        [(number, row + [""] * (WIDTH - len(row))) for number, row in whole],
        [number for number, row in numbered if len(row) > WIDTH],
        [number for number, row in whole if len(row) < WIDTH],
    )


texts = st.text(alphabet='ab,"\r\n é;', max_size=60)
cells = st.text(alphabet='ab, "\r\né', max_size=8)
QUOTING: st.SearchStrategy[Literal[0, 1]] = st.sampled_from((0, 1))
ends = st.sampled_from(["\n", "\r\n", "\r"])


@given(texts)
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_as_the_csv_reader_does(text: str) -> None:
    assert read(text.encode()) == expected(text)


@given(
    st.lists(st.lists(cells, min_size=1, max_size=4), max_size=12),
    ends,
    QUOTING,
    st.sampled_from([",", ";", "\t", "|"]),
    st.integers(1, 4),
)
@settings(max_examples=300, deadline=None)
def test_what_a_program_writes_comes_back(
    rows: list[list[str]], end: str, quoting: Literal[0, 1], delimiter: str, first: int
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=end, quoting=quoting, delimiter=delimiter).writerows(rows)
    text = file.getvalue()
    assert read(text.encode(), delimiter=delimiter, first=first) == expected(text, delimiter, first)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=40), ends)
@settings(max_examples=60, deadline=None)
def test_rows_across_the_borders_of_blocks(rows: list[tuple[str, str, str]], end: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=end).writerows(rows)
    text = file.getvalue()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extract_csv, "BLOCK", 64)
        assert read(text.encode()) == expected(text)


def test_quotes_that_no_program_writes_are_read_as_the_csv_reader_does() -> None:
    text = 'a,5" pipe,c\n"x"y,b,"c\nd\ne,f,g\n'
    assert read(text.encode()) == expected(text)


def test_encodings_byte_order_marks_and_zero_bytes() -> None:
    assert read("\xa3,\xe9,c\n".encode("cp1252"))[0] == [(1, ["\xa3", "\xe9", "c"])]
    assert read("\xa3,é,c\n".encode())[0] == [(1, ["\xa3", "é", "c"])]
    wide = "a,é,c\r\nd,,f\r\n".encode("utf-16")
    assert read(wide, encoding="utf-16")[0] == [(1, ["a", "é", "c"]), (2, ["d", "", "f"])]
    assert read(b"a\0,b,c\nd,e,f\n")[0] == [(1, ["a", "b", "c"]), (2, ["d", "e", "f"])]
    assert read(b"")[0] == []


def test_how_a_table_is_written_is_told_from_its_beginning() -> None:
    plain = head_of(b"\xef\xbb\xbfDate;District\n01/04/2016;Blaby\n")
    assert (plain.delimiter, plain.encoding) == (";", "")
    assert plain.rows[0] == ["Date", "District"]
    assert head_of("Date\tDistrict\n1\tBlaby\n".encode("utf-16")).encoding == "utf-16"
    assert head_of("Date\tDistrict\n1\tBlaby\n".encode("utf-16-be")).encoding == "utf-16-be"
    long = head_of(b"a,b\n" * 20_000)
    assert len(long.rows) == 19_999
