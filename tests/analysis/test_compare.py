"""Benchmarks, standings and ranks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.analysis.figures import figure
from safer_desktop.domain.areas import GroupMethod, Membership
from safer_desktop.domain.display import round_half_up
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Comparator, Quantity, Rank, Reason, ReasonCode, Standing
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from tests.analysis.rows import (
    BURGLARY,
    COUNTY,
    DISTRICTS,
    ENTRANTS,
    PEERS,
    REGION,
    REPEATS,
    Rows,
    catalogue,
)

Q4 = Edition(2016, 4)
RATE = Unit.RATE_HOUSEHOLDS
YEAR = Period.financial_year(2016)


def region(values: dict[str, float], unit: Unit = RATE, code: str = "burglary") -> Rows:
    rows = Rows()
    for area, value in values.items():
        rows.add(code, area, YEAR, value, unit)
    return rows


def of(rows: Rows, area: str = COUNTY, group: object = REGION, what: object = BURGLARY) -> Figure:
    data = rows.dataset(catalogue(BURGLARY, ENTRANTS, REPEATS, groups=(group,)))  # type: ignore[arg-type]
    return figure(data, getattr(what, "code", ""), area, Q4)


def rank(found: Figure) -> Rank:
    assert isinstance(found.rank, Rank), found.rank
    return found.rank


def only(found: Figure) -> Comparator:
    assert len(found.comparators) == 1
    return found.comparators[0]


def test_the_given_average_comes_before_the_one_worked_out() -> None:
    rows = region({COUNTY: 6, "P1": 4, "P2": 5, "P3": 9, "REG": 5.5})
    given_one, worked_out = of(rows).comparators
    assert (given_one.given, given_one.value.value, given_one.members, given_one.of) == (
        True,
        5.5,
        4,
        4,
    )
    assert given_one.method == "average given by the partner"
    assert (worked_out.given, worked_out.value.value) == (False, 6)
    assert worked_out.method == str(GroupMethod.MEAN_WITH_SELF)
    assert worked_out.value.sources == (101, 102, 103, 104)


@pytest.mark.parametrize(
    ("method", "value"),
    [(GroupMethod.MEAN_WITH_SELF, 6.0), (GroupMethod.MEAN_WITHOUT_SELF, 6.0)],
)
def test_the_mean_with_and_without_the_area_itself(method: GroupMethod, value: float) -> None:
    rows = region({COUNTY: 8, "P1": 4, "P2": 5, "P3": 9})
    found = only(of(rows, group=replace(REGION, method=method)))
    wanted = value if method is GroupMethod.MEAN_WITHOUT_SELF else (8 + 4 + 5 + 9) / 4
    assert found.value.value == pytest.approx(wanted)


def test_a_pooled_rate_is_all_events_over_all_households() -> None:
    rows = Rows()
    for area, events, homes in (
        (COUNTY, 600, 100),
        ("P1", 100, 50),
        ("P2", 50, 50),
        ("P3", 50, 50),
    ):
        rows.add("burglary", area, YEAR, events)
        rows.add("households", area, Period.calendar_year(2016), homes * 1000)
    found = only(of(rows, group=replace(REGION, method=GroupMethod.POOLED)))
    assert found.value.value == pytest.approx(800 / 250)
    assert (found.value.count, found.value.base) == (800, 250_000)
    # The mean of the rates is another number: (6 + 2 + 1 + 1) / 4.
    assert only(of(rows)).value.value == pytest.approx(2.5)


def test_missing_members_are_counted_and_too_few_give_no_average() -> None:
    three = only(of(region({COUNTY: 6, "P1": 4, "P2": 5})))
    assert (three.members, three.of, three.value.value) == (3, 4, 5)
    two = of(region({COUNTY: 6, "P1": 4}))
    assert two.comparators == ()
    assert two.no_comparator == Reason(
        ReasonCode.NO_COMPARATOR, "Nothing is loaded for East for 2016/17."
    )


def test_the_regions_parts_are_never_added_up_as_if_a_partner_gave_its_average() -> None:
    rows = Rows()
    for area in (COUNTY, *PEERS):
        rows.add("burglary", area, YEAR, 100)
        rows.add("households", area, Period.calendar_year(2016), 50_000)
    assert only(of(rows)).given is False
    rows.add("burglary", "REG", YEAR, 500)
    given_one, _ = of(rows).comparators
    assert given_one.given
    assert given_one.value.value == pytest.approx(500 / 200)
    assert "per 1,000" in given_one.method


def test_only_the_like_span_is_compared() -> None:
    rows = region({COUNTY: 6})
    for area in (*PEERS, "REG"):
        rows.add("burglary", area, Period.calendar_year(2016), 5, RATE)
    found = of(rows)
    assert found.comparators == ()
    assert isinstance(found.rank, Reason)
    assert "no figure for 2016/17 for Peer 1, Peer 2 and Peer 3" in found.rank.text


def test_members_are_those_of_the_day() -> None:
    members = (
        Membership(COUNTY),
        Membership("P1"),
        Membership("P2"),
        Membership("P3", until=date(2016, 12, 31)),
    )
    found = of(region({COUNTY: 6, "P1": 4, "P2": 5}), group=replace(REGION, members=members))
    assert (only(found).members, only(found).of) == (3, 3)
    assert rank(found).label == "3/3"


def test_an_area_without_counts_stands_by_two_percent() -> None:
    def standing(own: float) -> Standing:
        found = of(region({COUNTY: own, "REG": 5.0}))
        assert "within 2%" in only(found).standing_test
        return only(found).standing

    assert [standing(v) for v in (4.89, 4.9, 5.0, 5.1, 5.11)] == [
        Standing.BELOW,
        Standing.SIMILAR,
        Standing.SIMILAR,
        Standing.SIMILAR,
        Standing.ABOVE,
    ]


@pytest.mark.parametrize(
    ("average", "standing"),
    # 65 in 50,000 is 1.30; Byar's interval is 1.003 to 1.657.
    [
        (0.99, Standing.ABOVE),
        (1.02, Standing.SIMILAR),
        (1.64, Standing.SIMILAR),
        (1.67, Standing.BELOW),
    ],
)
def test_an_area_with_counts_stands_by_its_interval(average: float, standing: Standing) -> None:
    rows = region({"REG": average})
    rows.add("burglary", COUNTY, YEAR, 65)
    rows.add("households", COUNTY, Period.calendar_year(2016), 50_000)
    found = only(of(rows))
    assert found.standing is standing
    assert found.standing_test == "the area's 95% interval against the average"


def test_the_rank_names_its_set_direction_and_period() -> None:
    found = rank(of(region({COUNTY: 6, "P1": 4, "P2": 5, "P3": 9})))
    assert (found.label, found.name, found.direction) == ("3/4", "East", "1 = lowest")
    assert found.period == YEAR
    assert [m.area for m in found.members] == ["P1", "P2", COUNTY, "P3"]
    highest = replace(REGION, lowest_first=False)
    found = rank(of(region({COUNTY: 6, "P1": 4, "P2": 5, "P3": 9}), group=highest))
    assert (found.label, found.direction) == ("2/4", "1 = highest")


def test_equal_printed_figures_share_a_rank() -> None:
    values = {COUNTY: 5.004, "P1": 5.0, "P2": 4.0, "P3": 9.0}
    assert rank(of(region(values))).label == "=2/4"
    assert rank(of(region({**values, COUNTY: 5.006}))).label == "3/4"


def test_a_partial_rank_is_refused_and_names_who_is_missing() -> None:
    found = of(region({COUNTY: 6, "P1": 4, "P3": 9})).rank
    assert found == Reason(
        ReasonCode.NO_COMPARATOR, "No rank in East: there is no figure for 2016/17 for Peer 2."
    )


def test_all_members_are_ranked_on_the_same_ground() -> None:
    rows = region({COUNTY: 6.1, "P1": 4, "P2": 6.05, "P3": 9})
    rows.add("burglary", COUNTY, YEAR, 300)
    rows.add("households", COUNTY, Period.calendar_year(2016), 50_000)
    found = of(rows)
    assert isinstance(found.latest, Quantity)
    assert found.latest.value == 6.0
    # By its worked-out 6.00 the county would come second; all others are the source's own rates.
    assert rank(found).label == "3/4"
    assert any("The source's own rate is 6.10" in note for note in found.notes)


def test_districts_stand_against_the_county_and_rank_among_themselves() -> None:
    rows = Rows()
    for code, events in zip(DISTRICTS, (30, 200, 70), strict=True):
        rows.add("burglary", code, YEAR, events)
        rows.add("households", code, Period.calendar_year(2016), 50_000)
    found = of(rows, "D2")
    county = only(found)
    assert (county.group, county.name, county.value.value) == ("", "County", 2)
    assert county.standing is Standing.ABOVE
    assert (rank(found).label, rank(found).name) == ("3/3", "districts of County")
    assert rank(of(rows, "D1")).label == "1/3"


def test_counts_are_not_compared() -> None:
    rows = Rows()
    for code in (*DISTRICTS, COUNTY):
        rows.add("entrants", code, YEAR, 30)
    found = of(rows, "D1", what=ENTRANTS)
    assert found.comparators == ()
    assert found.no_comparator is not None
    assert found.no_comparator.code is ReasonCode.NOT_APPLICABLE
    assert isinstance(found.rank, Reason)


def test_an_indicator_without_a_group_says_so() -> None:
    what = replace(BURGLARY, groups=())
    data = region({COUNTY: 6}).dataset(catalogue(what))
    found = figure(data, "burglary", COUNTY, Q4)
    text = "Burglary has no comparator group."
    assert found.no_comparator == Reason(ReasonCode.NO_COMPARATOR, text)
    assert found.rank == Reason(ReasonCode.NO_COMPARATOR, text)


def test_a_district_without_its_county_says_what_is_not_loaded() -> None:
    found = of(region({"D1": 6}), "D1", group=replace(REGION, average_area=""))
    assert found.no_comparator == Reason(
        ReasonCode.NO_COMPARATOR, "Nothing is loaded for the county for 2016/17."
    )


def test_a_group_without_an_average_of_its_own_has_only_the_one_worked_out() -> None:
    rows = region({COUNTY: 6, "P1": 4, "P2": 5, "P3": 9, "REG": 5.5})
    assert only(of(rows, group=replace(REGION, average_area=""))).given is False


def test_a_most_similar_group_serves_the_area_it_is_of() -> None:
    group = replace(REGION, of="D1", members=tuple(Membership(code) for code in PEERS))
    rows = region({"P1": 4, "P2": 5, "P3": 9, "D1": 6, "D2": 7, "D3": 8, COUNTY: 6.5})
    found = of(rows, "D1", group=group)
    assert [c.name for c in found.comparators] == ["East", "County"]
    assert of(rows, "D2", group=group).comparators[0].name == "County"
    alone = region({"P1": 4, "P2": 5, "P3": 9, "D1": 6})
    # The districts cannot be ranked; the group can, with the area itself among its peers.
    assert rank(of(alone, "D1", group=group)).label == "3/4"


@given(st.lists(st.floats(0, 99), min_size=4, max_size=4))
def test_ranks_are_a_permutation_but_for_ties(rates: list[float]) -> None:
    areas = (COUNTY, *PEERS)
    rows = region(dict(zip(areas, rates, strict=True)))
    group = replace(REGION, members=tuple(Membership(code) for code in areas))
    data = rows.dataset(catalogue(BURGLARY, groups=(group,)))
    ranks = [rank(figure(data, "burglary", area, Q4)) for area in areas]
    printed = [round_half_up(value, 2) for value in rates]
    assert [r.position for r in ranks] == [1 + sum(o < p for o in printed) for p in printed]
    assert [r.tied for r in ranks] == [printed.count(p) > 1 for p in printed]
    if len(set(printed)) == 4:
        assert sorted(r.position for r in ranks) == [1, 2, 3, 4]
