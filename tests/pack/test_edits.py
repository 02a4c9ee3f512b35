from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import Edit, Json, RecordKind, RecordRef
from safer_desktop.pack.store import Pack
from tests.pack.samples import AT, ROBBERY, WHO, edit

TYPES = RecordKind.INCIDENT_TYPE


def everything(pack: Pack) -> object:
    return pack.records(TYPES), pack.audit(), pack.revision


def test_a_new_pack_has_its_first_records_in_order_and_nothing_to_save(pack: Pack) -> None:
    assert list(pack.records(TYPES)) == ["murder", "robbery", "burglary"]
    assert pack.records(TYPES)["murder"] == {"name": "Murder", "harm": 15}
    assert pack.records(RecordKind.PRIORITY) == {}
    assert pack.audit() == ()
    assert not pack.changes_since_save
    assert pack.path is None


def test_an_edit_changes_fields_and_leaves_an_audit_row_for_each(pack: Pack) -> None:
    before = pack.revision
    change = edit(
        "score of Robbery",
        (ROBBERY, "harm", 18, 16),
        (ROBBERY, "note", None, "Serious injury – “common”"),
        why="partners' round 2",
    )
    pack.apply(change, WHO, AT)

    expected = {"name": "Robbery", "harm": 16, "note": "Serious injury – “common”"}
    assert pack.records(TYPES)["robbery"] == expected
    note, harm = pack.audit()
    assert (harm.who, harm.at, harm.title, harm.why) == (
        WHO,
        AT,
        "score of Robbery",
        "partners' round 2",
    )
    assert (harm.record, harm.field, harm.old, harm.new) == (ROBBERY, "harm", 18, 16)
    assert (note.field, note.old, note.new) == ("note", None, "Serious injury – “common”")
    assert pack.revision > before
    assert pack.changes_since_save


def test_undo_and_redo_are_edits_like_any_other(pack: Pack) -> None:
    before = pack.records(TYPES)
    change = edit("harm score of Robbery", (ROBBERY, "harm", 18, 16))
    pack.apply(change, WHO, AT)
    pack.apply(change.reversed(), WHO, AT + timedelta(minutes=1))
    assert pack.records(TYPES) == before
    pack.apply(change, WHO, AT + timedelta(minutes=2))
    assert pack.records(TYPES)["robbery"]["harm"] == 16
    assert [(row.old, row.new) for row in pack.audit()] == [(18, 16), (16, 18), (18, 16)]


def test_later_changes_of_an_edit_see_the_earlier_ones(pack: Pack) -> None:
    pack.apply(edit("twice", (ROBBERY, "harm", 18, 17), (ROBBERY, "harm", 17, 16)), WHO, AT)
    assert pack.records(TYPES)["robbery"]["harm"] == 16


def test_a_stale_change_is_refused_and_takes_the_whole_edit_with_it(pack: Pack) -> None:
    murder = RecordRef(TYPES, "murder")
    before = everything(pack)
    stale = edit("harm scores", (murder, "harm", 15, 20), (ROBBERY, "harm", 17, 16))
    with pytest.raises(PackError) as refusal:
        pack.apply(stale, WHO, AT)
    assert "'harm' of the incident type 'robbery'" in refusal.value.what
    assert "it is now 18, not 17" in refusal.value.what
    assert "harm scores" in refusal.value.where
    assert refusal.value.remedy
    assert everything(pack) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((RecordRef(TYPES, "arson"), "harm", 1, 2), "'arson' is no longer there"),
        ((RecordRef(TYPES, "arson"), "", {"harm": 1}, None), "'arson' is no longer there"),
        ((ROBBERY, "", None, {"harm": 1}), "There is already another incident type 'robbery'"),
        ((ROBBERY, "", {"name": "Robbery", "harm": 3}, None), "has changed meanwhile"),
        ((ROBBERY, "harm", None, 3), "it is now 18, not empty"),
        ((RecordRef(RecordKind.LOAD, "1"), "withdrawn", False, True), "cannot be edited"),
    ],
)
def test_what_does_not_fit_is_refused_in_plain_words(
    pack: Pack, change: tuple[RecordRef, str, Json, Json], words: str
) -> None:
    before = everything(pack)
    with pytest.raises(PackError, match=words):
        pack.apply(edit("a change", change), WHO, AT)
    assert everything(pack) == before


def test_a_number_that_is_none_is_refused(pack: Pack) -> None:
    before = everything(pack)
    with pytest.raises(PackError, match="infinite or undefined"):
        pack.apply(edit("harm", (ROBBERY, "harm", 18, float("nan"))), WHO, AT)
    assert everything(pack) == before


def test_a_removed_record_comes_back_in_its_place(pack: Pack) -> None:
    fields: Json = dict(pack.records(TYPES)["robbery"])
    removal = edit("remove Robbery", (ROBBERY, "", fields, None))
    pack.apply(removal, WHO, AT)
    assert list(pack.records(TYPES)) == ["murder", "burglary"]
    arson = RecordRef(TYPES, "arson")
    pack.apply(edit("add Arson", (arson, "", None, {"name": "Arson"})), WHO, AT)
    pack.apply(removal.reversed(), WHO, AT)
    assert list(pack.records(TYPES)) == ["murder", "robbery", "burglary", "arson"]
    assert pack.records(TYPES)["robbery"] == fields


def test_a_whole_record_can_be_replaced(pack: Pack) -> None:
    fields: Json = dict(pack.records(TYPES)["robbery"])
    pack.apply(edit("replace", (ROBBERY, "", fields, {"name": "Personal robbery"})), WHO, AT)
    assert list(pack.records(TYPES).items())[1] == ("robbery", {"name": "Personal robbery"})


def test_the_audit_trail_can_be_read_for_one_record_and_in_part(pack: Pack) -> None:
    murder = RecordRef(TYPES, "murder")
    for harm in range(15, 20):
        pack.apply(edit("harm of Murder", (murder, "harm", harm, harm + 1)), WHO, AT)
    pack.apply(edit("harm of Robbery", (ROBBERY, "harm", 18, 17)), WHO, AT)
    assert [row.title for row in pack.audit(limit=2)] == ["harm of Robbery", "harm of Murder"]
    assert [row.new for row in pack.audit(record=murder)] == [20, 19, 18, 17, 16]
    assert [row.new for row in pack.audit(limit=1, record=murder)] == [20]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(JSON, min_size=1, max_size=6))
def test_any_values_come_back_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, values: list[Json]
) -> None:
    with closing(Pack.create(tmp_path_factory.mktemp("any"))) as pack:
        setting = RecordRef(RecordKind.SETTING, "free")
        done: list[Edit] = []
        first: Json = {"value": None}
        steps: list[tuple[RecordRef, str, Json, Json]] = [(setting, "", None, first)]
        steps += [
            (setting, "value", old, new) for old, new in zip([None, *values], values, strict=False)
        ]
        for step in steps:
            done.append(edit("step", step))
            pack.apply(done[-1], WHO, AT)
        assert pack.records(RecordKind.SETTING)["free"]["value"] == values[-1]
        for step_done in reversed(done):
            pack.apply(step_done.reversed(), WHO, AT)
        assert pack.records(RecordKind.SETTING) == {}


def test_a_full_disk_leaves_the_pack_as_it_was(pack: Pack) -> None:
    before = everything(pack)
    limit = pack._opened().execute("PRAGMA page_count").fetchone()[0]
    pack._opened().execute(f"PRAGMA max_page_count = {limit}")
    long: Json = "x" * 100_000
    with pytest.raises(PackError, match="the disk is full") as refusal:
        pack.apply(edit("note", (ROBBERY, "note", None, long)), WHO, AT)
    assert str(pack.working) in refusal.value.where
    assert everything(pack) == before


def test_a_record_that_is_no_set_of_fields_is_a_fault_of_the_program(pack: Pack) -> None:
    before = everything(pack)
    with pytest.raises(TypeError):
        pack.apply(edit("x", (RecordRef(TYPES, "arson"), "", None, "text")), WHO, AT)
    assert everything(pack) == before
