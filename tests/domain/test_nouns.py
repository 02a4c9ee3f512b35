"""Areas, groups, the catalogue, observations, records, errors and figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.domain.areas import Area, AreaKind, Group, GroupMethod, Membership
from safer_desktop.domain.catalogue import Catalogue, CatalogueError
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.errors import Cancelled, LoadError, SaferError
from safer_desktop.domain.evidence import (
    Comparator,
    Direction,
    MemberValue,
    Quantity,
    Rank,
    Reason,
    ReasonCode,
    Standing,
    Test,
)
from safer_desktop.domain.figures import AnnualChange
from safer_desktop.domain.indicators import (
    DefinitionBreak,
    Frequency,
    Indicator,
    Polarity,
    Priority,
    Target,
    TargetKind,
    Unit,
)
from safer_desktop.domain.observations import (
    Load,
    Observation,
    Problem,
    Severity,
    SourceCell,
    SourceFile,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import MalformedError, from_plain, to_plain
from safer_desktop.domain.progress import Silent, check_cancelled
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from tests.figures_made import made_figure, remade

YEAR = Period.financial_year(2016)
NONE = Reason(ReasonCode.NO_DATA, "Nothing.")
BURGLARY = Indicator(
    code="burglary",
    name="Burglary",
    short_name="Burglary",
    priority="crime",
    definition="Homes broken into.",
    unit=Unit.RATE_HOUSEHOLDS,
    noun="offences",
    polarity=Polarity.LOWER,
    frequency=Frequency.MONTHLY,
    partner="Police",
    footprint="CTY",
    denominator="households",
    target=Target(TargetKind.AT_MOST, high=5),
    breaks=(DefinitionBreak(date(2017, 4, 1), "outbuildings are counted"),),
    groups=("peers",),
)
HOUSEHOLDS = replace(
    BURGLARY, code="households", priority="", unit=Unit.COUNT, denominator="", groups=()
)
PEERS = Group("peers", "Peers", (Membership("CTY"), Membership("D1")), GroupMethod.MEAN_WITH_SELF)


def catalogue(**fields: object) -> Catalogue:
    plain: dict[str, object] = {
        "council": "County Council",
        "home": "CTY",
        "districts": ("D1",),
        "priorities": (Priority("order", "Order", "O"), Priority("crime", "Crime", "C")),
        "indicators": (HOUSEHOLDS, BURGLARY, replace(BURGLARY, code="asb", priority="order")),
        "areas": (
            Area("CTY", "County", AreaKind.COUNTY, parts=("D1",)),
            Area("D1", "First District", AreaKind.DISTRICT, short_name="First"),
        ),
        "groups": (PEERS, replace(PEERS, code="csp", of="D1", members=(Membership("CTY"),))),
    }
    return Catalogue(**{**plain, **fields})  # type: ignore[arg-type]


def test_the_catalogue_finds_by_code_and_keeps_the_order() -> None:
    found = catalogue()
    assert found.indicator("burglary") is BURGLARY
    assert found.area("D1").short == "First"
    assert found.home_area.short == "County"
    assert found.group("peers") is PEERS
    assert (found.has_indicator("asb"), found.has_indicator("none")) == (True, False)
    assert (found.has_area("D1"), found.has_area("none")) == (True, False)
    assert [i.code for i in found.headline] == ["asb", "burglary"]
    assert [a.code for a in found.reporting_areas] == ["CTY", "D1"]
    assert HOUSEHOLDS.is_supporting
    assert not BURGLARY.is_supporting


def test_groups_serve_the_area_they_are_of_or_their_members() -> None:
    found = catalogue()
    both = replace(BURGLARY, groups=("peers", "csp"))
    assert [g.code for g in found.groups_for(both, "D1")] == ["peers", "csp"]
    assert [g.code for g in found.groups_for(both, "CTY")] == ["peers"]
    assert found.groups_for(both, "elsewhere") == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"home": "X"}, "no area 'X'"),
        ({"home": "D1"}, "First District is not a county"),
        ({"districts": ("D9",)}, "no area 'D9'"),
        ({"indicators": (BURGLARY, BURGLARY, HOUSEHOLDS)}, "two entries for indicator 'burglary'"),
        ({"indicators": (BURGLARY,)}, "no indicator 'households'"),
        (
            {"indicators": (replace(HOUSEHOLDS, priority="x"),)},
            "stands under priority 'x', which is not",
        ),
        ({"indicators": (replace(HOUSEHOLDS, footprint="X"),)}, "no area 'X'"),
        ({"indicators": (replace(HOUSEHOLDS, groups=("x",)),)}, "no group 'x'"),
        ({"groups": (replace(PEERS, members=(Membership("X"),)),)}, "no area 'X'"),
        ({"areas": (Area("CTY", "County", AreaKind.COUNTY, parts=("X",)),)}, "no area"),
        ({"priorities": (Priority("crime", "", ""),) * 2}, "two entries for priority 'crime'"),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(
    fields: dict[str, object], words: str
) -> None:
    with pytest.raises(CatalogueError, match=words):
        catalogue(**fields)


def test_members_come_and_go() -> None:
    group = replace(
        PEERS,
        members=(
            Membership("A", until=date(2016, 3, 31)),
            Membership("B", since=date(2016, 4, 1)),
            Membership("C"),
        ),
        lowest_first=False,
    )
    assert group.members_on(date(2016, 3, 31)) == ("A", "C")
    assert group.members_on(date(2016, 4, 1)) == ("B", "C")
    assert (PEERS.rank_direction, group.rank_direction) == ("1 = lowest", "1 = highest")


def test_rates_are_counts_over_people_or_homes() -> None:
    assert [unit for unit in Unit if unit.is_rate] == [Unit.RATE_POPULATION, Unit.RATE_HOUSEHOLDS]


def test_an_error_tells_what_where_and_what_to_do() -> None:
    error = LoadError("It is no number.", where="Cell C4.", remedy="Correct the cell.")
    assert isinstance(error, SaferError)
    assert str(error) == "It is no number. Cell C4. Correct the cell."
    assert (error.what, error.where, error.remedy) == (
        "It is no number.", "Cell C4.", "Correct the cell.",
    )  # fmt: skip
    assert str(SaferError("Plain.")) == "Plain."


class Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_only_a_wish_to_stop_stops_the_work() -> None:
    silent = Silent()
    silent.report(0.5, "half way")
    check_cancelled(silent)
    with pytest.raises(Cancelled):
        check_cancelled(Stopped())


def test_a_source_cell_in_words() -> None:
    assert SourceCell("Burglary", "C12", "83").words("a.xlsx") == (
        "a.xlsx, sheet 'Burglary', cell C12"
    )
    assert SourceCell("", "", "83 rows of b.csv").words("b.zip") == "b.zip, 83 rows of b.csv"


def test_a_loads_errors_are_those_to_be_settled() -> None:
    at = datetime(2017, 4, 20, 9, 30, tzinfo=UTC)
    file = SourceFile("a.xlsx", "00", 1, "Police", "monthly", at, "Ann")
    cell = SourceCell("S", "B2", "83")
    seen = Observation("burglary", "CTY", YEAR, Unit.COUNT, 83, cell)
    assert seen.key == ("burglary", "CTY", YEAR, Unit.COUNT)
    problems = [Problem(severity, "What", "Where") for severity in Severity]
    assert [p.severity for p in Load(file, (seen,), tuple(problems)).errors] == [Severity.ERROR]


json_values = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
changes = st.builds(
    FieldChange,
    st.builds(RecordRef, st.sampled_from(RecordKind), st.text(max_size=3)),
    st.text(max_size=3),
    json_values,
    json_values,
)


@given(st.lists(changes, max_size=5))
def test_an_edit_taken_back_twice_is_the_edit(some: list[FieldChange]) -> None:
    edit = Edit("harm score of Robbery", tuple(some), "partners agreed")
    back = edit.reversed()
    assert back.why == "Undo: harm score of Robbery"
    assert [c.new for c in back.changes] == [c.old for c in reversed(some)]
    assert back.reversed().changes == edit.changes


@pytest.mark.parametrize("item", [BURGLARY, PEERS, Area("CTY", "County", AreaKind.COUNTY)])
def test_dataclasses_survive_the_way_to_plain_values_and_back(item: object) -> None:
    plain = to_plain(item)
    assert from_plain(type(item), plain) == item
    assert isinstance(plain["code"], str)


def test_a_malformed_record_names_its_fault() -> None:
    plain = to_plain(BURGLARY)
    with pytest.raises(MalformedError, match=r"indicator cannot be read: .*unit"):
        from_plain(Indicator, {**plain, "unit": "furlongs"})
    with pytest.raises(MalformedError, match="colour"):
        from_plain(Indicator, {**plain, "colour": "red"})


def quantity(number: int) -> Quantity:
    return Quantity(float(number), Unit.COUNT, YEAR, (number, 99), "")


def test_a_figure_collects_all_its_evidence_once() -> None:
    comparator = Comparator(
        "peers", "Peers", quantity(3), False, "", 2, 2, Standing.SIMILAR, "by interval"
    )
    members = (MemberValue("CTY", quantity(4)), MemberValue("D1", NONE))
    rank = Rank(1, 2, True, "peers", "Peers", "1 = lowest", YEAR, members, NONE)
    figure = made_figure(
        "burglary",
        "CTY",
        Edition(2016, 4),
        quantity(1),
        quantity(2),
        change=NONE,
        direction=Direction.CANNOT_SAY,
        comparators=(comparator,),
        rank=rank,
        history=(quantity(7),),
        annual=AnnualChange(quantity(5), quantity(6), NONE),
    )
    assert [q.value for q in figure.quantities] == [1, 2, 3, 4, 5, 6, 7]
    assert figure.sources == (1, 99, 2, 3, 4, 5, 6, 7)
    bare = remade(figure, latest=NONE, previous=NONE, comparators=(), rank=NONE, annual=None)
    assert bare.sources == (7, 99)


def test_ranks_and_tests_in_short() -> None:
    rank = Rank(4, 9, False, "", "", "1 = lowest", YEAR, (), (2, 6))
    assert (rank.label, replace(rank, tied=True).label) == ("4/9", "=4/9")
    assert Test("z", 2.0, 0.049).significant
    assert not Test("z", 2.0, 0.05).significant
