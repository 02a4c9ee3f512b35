"""Withholding: an attacker with linear programmes finds no count that was withheld."""

from __future__ import annotations

from datetime import date

import pytest

from safer_desktop.analysis.disclosure import Amount, Cell, Sums, Withheld, withhold
from tests.analysis.attacker import PROTECTION, amount, months, random_table, ranges, span

APRIL = date(2016, 4, 1)
COUNTY = {"county": ("north", "south", "east")}


def table(**rows: list[int]) -> dict[Cell, Amount]:
    """Months of each district, and of the county as their sum."""
    steps = months(APRIL, len(rows["north"]))
    rows = {**rows, "county": [sum(column) for column in zip(*rows.values(), strict=True)]}
    return {
        Cell("k", area, step): amount(value)
        for area, row in rows.items()
        for step, value in zip(steps, row, strict=True)
    }


def test_the_only_small_count_of_a_month_takes_a_second_district_with_it() -> None:
    cells = table(north=[3, 20], south=[30, 31], east=[12, 40])
    found = withhold(cells, Sums(COUNTY), PROTECTION)
    first = months(APRIL, 1)[0]
    # By hand: county 45 = 3 + 30 + 12 gives the 3 away unless one of the others goes too; the
    # smaller is the lesser loss. North is then anything from 0 to 3 + 12.
    assert found == {
        Cell("k", "north", first): Withheld.SMALL,
        Cell("k", "east", first): Withheld.GIVES_AWAY,
    }
    assert ranges(cells, Sums(COUNTY), found)[Cell("k", "north", first)] == pytest.approx((0, 15))


def test_a_year_given_beside_its_months_takes_a_second_month_with_it() -> None:
    cells = table(north=[3, 20, 50], south=[30, 31, 8], east=[12, 40, 60])
    year = span(APRIL, 3)
    for area in ("north", "south", "east", "county"):
        total = sum(cells[Cell("k", area, step)].value or 0 for step in months(APRIL, 3))
        cells[Cell("k", area, year)] = amount(total)
    found = withhold(cells, Sums(COUNTY), PROTECTION)
    # A rectangle: two districts in two months. Both the months' and the years' sums stay.
    assert len(found) == 4
    assert {it.area for it in found} == {"north", "east"}
    assert all(it.span != year for it in found)
    bounds = ranges(cells, Sums(COUNTY), found).values()
    assert all(high - low >= PROTECTION for low, high in bounds)


def test_the_attacker_finds_what_is_not_withheld_with_it() -> None:
    cells = table(north=[3, 20], south=[30, 31], east=[12, 40])
    alone = [it for it, held in cells.items() if held.is_small]
    assert ranges(cells, Sums(COUNTY), alone) == {alone[0]: pytest.approx((3, 3))}


def test_a_share_hides_its_cases_and_those_that_are_none() -> None:
    first = months(APRIL, 1)[0]
    # 98 of 100, 40 of 70 and so 138 of 170: the two who are no cases in the north are small.
    cells = {
        Cell("repeats", area, first): Amount(value, room, room, is_small=room < PROTECTION)
        for area, value, room in (("north", 98, 2), ("south", 40, 30), ("county", 138, 32))
    }
    found = withhold(cells, Sums({"county": ("north", "south")}), PROTECTION)
    # With the south's share the north's bases go too, and 32 are shared out between the two.
    assert {it.area for it in found} == {"north", "south"}


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5, 8, 34, 35])
def test_no_withheld_count_can_be_worked_out(seed: int) -> None:
    cells, sums = random_table(seed)
    found = withhold(cells, sums, PROTECTION)
    assert all(it in found for it, held in cells.items() if held.is_small)
    bounds = ranges(cells, sums, found)
    narrow = {it: b for it, b in bounds.items() if b[1] - b[0] < PROTECTION - 1e-6}
    assert not narrow


def test_what_was_withheld_before_stays_withheld_and_is_used_first() -> None:
    cells = table(north=[3, 20], south=[30, 31], east=[12, 40])
    first = months(APRIL, 1)[0]
    found = withhold(cells, Sums(COUNTY), PROTECTION, already=[Cell("k", "south", first)])
    assert set(found) == {Cell("k", "north", first), Cell("k", "south", first)}


def test_what_others_have_seen_already_is_not_chosen_to_hide_behind() -> None:
    cells = table(north=[3, 20], south=[30, 31], east=[12, 40])
    first = months(APRIL, 1)[0]
    found = withhold(cells, Sums(COUNTY), PROTECTION, seen=[Cell("k", "east", first)])
    assert set(found) == {Cell("k", "north", first), Cell("k", "south", first)}
