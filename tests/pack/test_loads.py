from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Observation,
    Problem,
    Revision,
    Settlement,
    SettlementKind,
    Severity,
    SheetPicture,
    SourceCell,
    Status,
)
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, WHO, load, observation

MARCH = Period.month(2017, 3)
YEAR = Period.financial_year(2016)
ROLLING = Period.rolling_12(2017, 3)
PLAIN = observation(1204, MARCH)
RICH = observation(
    37.5,
    YEAR,
    indicator="marac-repeats",
    area="LLR",
    unit=Unit.PERCENTAGE,
    numerator=42,
    denominator=112,
    status=Status.PROVISIONAL,
    cell="AB7",
)
COUNTED = Observation("policeuk-robbery", "E07000130", MARCH, Unit.COUNT, 9, source=PLAIN.source)
PROBLEMS = (
    Problem(Severity.WARNING, "A total differs", "sheet 'Burglary', cell C14", "Look at it"),
    Problem(Severity.NOTE, "A hidden sheet", "sheet 'Old'"),
)


def counting(pack: Pack) -> list[tuple[str, float]]:
    table = pack.table()
    return list(zip(table.indicator, table.value, strict=True))


def test_everything_of_a_load_comes_back_after_saving(pack: Pack, tmp_path: Path) -> None:
    sent = load(PLAIN, RICH, COUNTED, problems=PROBLEMS)
    load_id = pack.add_load(sent, WHO)
    pack.save(tmp_path / "a.safer")
    again = Pack.open(tmp_path / "a.safer", tmp_path / "other")
    try:
        (stored,) = again.loads()
        assert (stored.id, stored.file, stored.problems) == (load_id, sent.file, PROBLEMS)
        assert (stored.observations, stored.withdrawn) == (3, False)
        ids = again.table().id
        found = again.observations(ids)
        assert [item.id for item in found] == ids
        assert {item.observation for item in found} == {PLAIN, RICH, COUNTED}
        assert {item.load for item in found} == {load_id}
    finally:
        again.close()


def test_a_load_leaves_an_audit_row(pack: Pack) -> None:
    load_id = pack.add_load(load(PLAIN, RICH), WHO)
    (row,) = pack.audit()
    assert (row.who, row.at, row.title, row.why) == (
        WHO,
        AT,
        "Load of Q4 figures.xlsx",
        "sent by e-mail",
    )
    assert row.record == RecordRef(RecordKind.LOAD, str(load_id))
    assert row.old is None
    assert row.new == {
        "name": "Q4 figures.xlsx",
        "partner": "Police",
        "sha256": "ab" * 32,
        "observations": 2,
    }


def test_decisions_and_pictures_come_back_with_their_load(pack: Pack, tmp_path: Path) -> None:
    accepted = Settlement(
        SettlementKind.ACCEPTED,
        CellPlace("Burglary ", "C14"),
        "Seven have no district.",
        "B. Analyst",
        AT,
        old="1,204",
        check="parts-and-whole",
    )
    mended = replace(
        accepted,
        kind=SettlementKind.MENDED,
        place=CellPlace("Burglary ", "C12"),
        new="1,231",
        check="",
        at=AT + timedelta(minutes=3),
    )
    settled = replace(
        PROBLEMS[0],
        severity=Severity.ERROR,
        check="parts-and-whole",
        cells=(CellPlace("Burglary ", "C14"), CellPlace("Burglary ", "C12")),
        settlement=accepted,
    )
    final = replace(PROBLEMS[1], may_accept=False)
    rich = replace(
        PLAIN,
        source=SourceCell("Burglary ", "C12", "1,231", "#,##0", "C3:E3", "A12", "C4"),
    )
    picture = SheetPicture("Burglary ", 2, 0, (("", "2016/17"), ("Blaby", "é<&'")), ((2, 1, 2, 4),))
    sent = load(rich, RICH, problems=(settled, final))
    sent = replace(
        sent,
        file=replace(sent.file, recipe_code="police", recipe_version=3),
        settlements=(mended, accepted),
        pictures=(picture, replace(picture, sheet="")),
    )
    load_id = pack.add_load(sent, WHO)
    pack.save(tmp_path / "a.safer")
    with closing(Pack.open(tmp_path / "a.safer", tmp_path / "other")) as again:
        (stored,) = again.loads()
        assert stored.file == sent.file
        assert stored.problems == (settled, final)
        assert stored.settlements == (mended, accepted)
        assert again.observations([1])[0].observation == rich
        assert again.sheet_picture(load_id, "Burglary ") == picture
        assert again.sheet_picture(load_id, "") == replace(picture, sheet="")
        assert again.sheet_picture(load_id, "Other") is None
        rows = [row for row in again.audit() if row.title == "Decision on Q4 figures.xlsx"]
    assert [(row.who, row.field, row.why) for row in rows] == [
        ("B. Analyst", "Burglary C14", "Seven have no district."),
        ("B. Analyst", "Burglary C12", "Seven have no district."),
    ]
    assert (rows[1].at, rows[1].old) == (mended.at, "1,204")
    assert rows[1].new == {"decision": "mended", "new": "1,231", "check": ""}


@pytest.mark.parametrize(
    "content",
    (
        b"",
        b"no zlib",
        zlib.compress(b"{}"),
        zlib.compress(bytes(1 << 27)),
        zlib.compress(b"[1]")[:-3],
        zlib.compress(b"\xff"),
    ),
)
def test_a_sheet_picture_that_is_none_is_damage(pack: Pack, tmp_path: Path, content: bytes) -> None:
    sent = replace(load(PLAIN), pictures=(SheetPicture("S", 0, 0, (("1",),)),))
    pack.add_load(sent, WHO)
    path = tmp_path / "odd.safer"
    pack.save(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE sheet_picture SET content = ?", (content,))
    with (
        closing(Pack.open(path, tmp_path / "other")) as odd,
        pytest.raises(PackError, match="damaged"),
    ):
        odd.sheet_picture(1, "S")


def test_what_later_loads_restate_is_kept_by_load(pack: Pack) -> None:
    february = Period.month(2017, 2)
    pack.add_load(load(PLAIN, observation(1100, february)), WHO)
    second = pack.add_load(load(observation(1210, MARCH), observation(1100, february)), WHO)
    third = pack.add_load(load(observation(1231, MARCH)), WHO)
    key = ("burglary-dwelling", "E10000018", MARCH, Unit.COUNT)
    assert pack.revisions() == (
        Revision(*key, 1204, 1210, 1, 3, 1, second),
        Revision(*key, 1210, 1231, 3, 5, second, third),
    )
    assert pack.given_before() == {second: 2, third: 1}
    assert pack.table(before=second).value == [1100, 1204]
    assert pack.table(before=third).value == [1100, 1210]
    assert pack.table().value == [1100, 1231]

    pack.set_withdrawn(second, True, WHO, AT)
    assert pack.revisions() == (Revision(*key, 1204, 1231, 1, 5, 1, third),)
    assert pack.given_before() == {third: 1}
    assert pack.table(before=third).value == [1100, 1204]


def test_the_table_has_parallel_columns_in_order_of_time(pack: Pack) -> None:
    pack.add_load(load(observation(7.5, YEAR, unit=Unit.RATE_HOUSEHOLDS), PLAIN, RICH), WHO)
    pack.add_load(load(observation(1100, Period.month(2017, 2))), WHO)
    table = pack.table()
    assert table.indicator == ["burglary-dwelling"] * 3 + ["marac-repeats"]
    assert table.area == ["E10000018"] * 3 + ["LLR"]
    assert table.end == [date(2017, 2, 28), *[date(2017, 3, 31)] * 3]
    assert table.start == [date(2017, 2, 1), date(2016, 4, 1), date(2017, 3, 1), date(2016, 4, 1)]
    assert table.kind == ["month", "financial year", "month", "financial year"]
    assert table.unit == ["count", "rate per 1,000 households", "count", "percentage"]
    assert table.value == [1100, 7.5, 1204, 37.5]
    assert table.numerator == [None, None, None, 42]
    assert table.denominator == [None, None, None, 112]
    assert table.status == ["final", "final", "final", "provisional"]


def test_an_empty_pack_has_an_empty_table(pack: Pack) -> None:
    table = pack.table()
    assert table.id == []
    assert table.status == []
    assert pack.known_values() == {}
    assert pack.loads() == ()
    assert pack.observations([]) == ()


def test_the_newest_load_wins_and_a_withdrawn_one_no_longer_counts(pack: Pack) -> None:
    other = observation(30, MARCH, indicator="hate-incidents")
    pack.add_load(load(PLAIN, other), WHO)
    revised = pack.add_load(load(observation(1210, MARCH, status=Status.REVISED)), WHO)
    assert counting(pack) == [("burglary-dwelling", 1210), ("hate-incidents", 30)]
    assert pack.known_values() == {
        ("burglary-dwelling", "E10000018", MARCH, Unit.COUNT): 1210,
        ("hate-incidents", "E10000018", MARCH, Unit.COUNT): 30,
    }

    replaced = pack.table().id
    pack.set_withdrawn(revised, True, WHO, AT + timedelta(days=1), "the partner took it back")
    assert counting(pack) == [("burglary-dwelling", 1204), ("hate-incidents", 30)]
    assert [item.withdrawn for item in pack.loads()] == [False, True]
    assert pack.observations(replaced)[0].observation.value == 1210

    pack.set_withdrawn(revised, False, WHO, AT + timedelta(days=2))
    assert counting(pack) == [("burglary-dwelling", 1210), ("hate-incidents", 30)]
    back, taken = pack.audit(record=RecordRef(RecordKind.LOAD, str(revised)))[:2]
    assert (taken.title, taken.field, taken.old, taken.new, taken.why) == (
        "Withdrawal of Q4 figures.xlsx",
        "withdrawn",
        False,
        True,
        "the partner took it back",
    )
    assert (back.title, back.old, back.new) == ("Return of Q4 figures.xlsx", True, False)


def test_withdrawing_twice_is_told_once(pack: Pack) -> None:
    load_id = pack.add_load(load(PLAIN), WHO)
    pack.set_withdrawn(load_id, True, WHO, AT)
    pack.set_withdrawn(load_id, True, WHO, AT)
    assert len(pack.audit()) == 2


def test_alike_spans_of_other_kinds_and_units_stand_side_by_side(pack: Pack) -> None:
    pack.add_load(load(observation(1, YEAR)), WHO)
    pack.add_load(load(observation(2, ROLLING)), WHO)
    pack.add_load(load(observation(3, YEAR, unit=Unit.RATE_POPULATION)), WHO)
    assert sorted(value for _, value in counting(pack)) == [1, 2, 3]


def test_observations_come_in_the_order_asked_for(pack: Pack) -> None:
    months = [Period.month(2015 + number // 12, number % 12 + 1) for number in range(24)]
    pack.add_load(load(*(observation(n, month) for n, month in enumerate(months))), WHO)
    ids = pack.table().id[::-1]
    assert [item.observation.value for item in pack.observations(ids)] == list(range(23, -1, -1))
    with pytest.raises(PackError, match="no observation number 999"):
        pack.observations([ids[0], 999])


def test_a_file_that_was_loaded_before_is_found(pack: Pack) -> None:
    first = pack.add_load(load(PLAIN, sha256="11" * 32), WHO)
    second = pack.add_load(load(PLAIN, sha256="11" * 32), WHO)
    found = pack.find_load("11" * 32)
    assert found is not None
    assert found.id == second
    pack.set_withdrawn(second, True, WHO, AT)
    found = pack.find_load("11" * 32)
    assert found is not None
    assert found.id == first
    assert pack.find_load("22" * 32) is None


ERROR = Problem(Severity.ERROR, "Unknown district 'Blabby'", "cell A7", "Say which it is")


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (lambda: load(PLAIN, observation(5, MARCH, cell="D3")), r"cell C12 and .*, cell D3"),
        (lambda: load(PLAIN, problems=(ERROR,)), r"Unknown district 'Blabby'.*Say which"),
        (lambda: load(PLAIN, observation(float("inf"), YEAR)), "infinite"),
        (lambda: load(observation(1, YEAR, numerator=float("nan"), denominator=2)), "undefined"),
    ],
)
def test_a_load_that_cannot_be_right_is_refused_whole(
    pack: Pack, refused: Callable[[], Load], words: str
) -> None:
    pack.add_load(load(PLAIN), WHO)
    before = pack.loads(), counting(pack), pack.audit(), pack.revision
    sent = refused()
    with pytest.raises(PackError, match=words):
        pack.add_load(sent, WHO)
    assert (pack.loads(), counting(pack), pack.audit(), pack.revision) == before


def test_withdrawing_a_load_that_is_not_there(pack: Pack) -> None:
    with pytest.raises(PackError, match="no load number 7"):
        pack.set_withdrawn(7, True, WHO, AT)
    assert not pack.changes_since_save
