"""What a catalogue refuses, and how a new record gets its code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.areas import Group, Membership
from safer_desktop.domain.catalogue import Catalogue, CatalogueError
from safer_desktop.domain.indicators import (
    Bridge,
    BridgeKind,
    DefinitionBreak,
    Target,
    TargetKind,
)
from safer_desktop.domain.records import code_from
from safer_desktop.workbench.defaults import default_catalogue

START = default_catalogue()
START_DAY = date(2017, 4, 1)


def with_target(target: Target) -> Catalogue:
    first, *others = START.indicators
    return replace(START, indicators=(replace(first, target=target), *others))


def with_group(**fields: object) -> Catalogue:
    group: Group = replace(START.groups[0], **fields)  # type: ignore[arg-type]
    return replace(START, groups=(group,))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(TargetKind.AT_MOST, low=3), "at most a value, but the value is not given"),
        (Target(TargetKind.AT_LEAST, high=3), "at least a value, but the value is not given"),
        (Target(TargetKind.RANGE, low=3), "but the value is not given"),
        (Target(TargetKind.RANGE, low=40, high=28), "40 is not below 28"),
        (Target(TargetKind.AT_MOST, high=float("nan")), "finite numbers"),
        (Target(TargetKind.BELOW_PREVIOUS, amber_percent=-1), "cannot be negative"),
    ],
)
def test_a_target_that_cannot_be_judged_is_refused(target: Target, words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        with_target(target)


def test_a_target_with_what_it_needs_stands() -> None:
    for target in (
        Target(TargetKind.AT_MOST, high=3),
        Target(TargetKind.AT_LEAST, low=0),
        Target(TargetKind.RANGE, low=28, high=40, amber_percent=0),
        Target(TargetKind.BELOW_COMPARATOR),
    ):
        assert with_target(target).indicators[0].target == target


def test_an_area_cannot_be_a_part_of_itself_over_any_number_of_steps() -> None:
    blaby = replace(START.area("E07000129"), parts=("LLR",))
    areas = tuple(blaby if area.code == blaby.code else area for area in START.areas)
    with pytest.raises(CatalogueError, match="would be a part of itself"):
        replace(START, areas=areas)


@pytest.mark.parametrize("field", ["of", "average_area"])
def test_a_group_names_only_areas_that_there_are(field: str) -> None:
    with pytest.raises(CatalogueError, match="no area 'X1'"):
        with_group(**{field: "X1"})


def test_nobody_leaves_a_group_before_joining_it() -> None:
    backwards = Membership("E10000018", date(2020, 4, 1), date(2020, 3, 31))
    with pytest.raises(CatalogueError, match="Leicestershire's time in the group .* ends before"):
        with_group(members=(backwards,))
    one_day = Membership("E10000018", date(2020, 4, 1), date(2020, 4, 1))
    assert with_group(members=(one_day,)).groups[0].members_on(date(2020, 4, 1)) == ("E10000018",)


def test_an_area_may_leave_a_group_and_come_back_but_is_never_in_it_twice() -> None:
    first = Membership("E10000018", until=date(2018, 3, 31))
    back = Membership("E10000018", since=date(2020, 4, 1))
    assert with_group(members=(first, back)).groups[0].members == (first, back)
    with pytest.raises(CatalogueError, match="twice at the same time"):
        with_group(members=(first, Membership("E10000018", since=date(2018, 3, 31))))
    with pytest.raises(CatalogueError, match="twice at the same time"):
        with_group(members=(back, Membership("E10000018")))


def test_a_code_is_made_from_the_name_and_never_taken_twice() -> None:
    assert code_from("Theft of & from vehicles", (), "indicator") == "theft-of-from-vehicles"
    assert code_from("Robbery", ("robbery", "robbery-2"), "indicator") == "robbery-3"
    assert code_from("\N{SNOWMAN}", (), "indicator") == "indicator"


@given(st.text(max_size=20), st.lists(st.text(max_size=5)))
def test_any_name_gives_a_free_code(name: str, taken: list[str]) -> None:
    code = code_from(name, taken, "record")
    assert code
    assert code not in taken


def test_a_bridge_needs_its_ground_and_its_number() -> None:
    sound = Bridge(BridgeKind.FACTOR, "dual recording", "ONS", "A. Clerk", START_DAY, factor=1.1)
    first, second, *others = START.indicators

    def with_bridge(bridge: Bridge) -> Catalogue:
        broken = replace(first, breaks=(DefinitionBreak(START_DAY, "new rule", bridge),))
        return replace(START, indicators=(broken, second, *others))

    assert with_bridge(sound).indicators[0].breaks[0].bridge == sound
    for fault, words in (
        (replace(sound, source=""), "needs a reason, a source and a name"),
        (replace(sound, factor=None), "needs a factor above nought"),
        (replace(sound, factor=0.0), "needs a factor above nought"),
        (replace(sound, kind=BridgeKind.PARALLEL, series="none"), "no indicator 'none'"),
        (replace(sound, kind=BridgeKind.PARALLEL, series=second.code), "no other series"),
        (replace(sound, kind=BridgeKind.PARALLEL, series=first.code), "no other series"),
    ):
        with pytest.raises(CatalogueError, match=words):
            with_bridge(fault)
    with pytest.raises(CatalogueError, match="no indicator 'none'"):
        replace(START, indicators=(replace(first, counts="none"), second, *others))
