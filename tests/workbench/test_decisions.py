"""Decisions about a file's cells: what they need, what overrules what, and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Problem,
    SettlementKind,
    Severity,
    SourceFile,
)
from safer_desktop.workbench.decisions import DecisionError, Decisions, as_read

AT = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)
B2, C3 = CellPlace("S", "B2"), CellPlace("S", "C3")
NEGATIVE = Problem(Severity.ERROR, "negative (-3)", "B2", "", "negative", (B2,))
JUMP = Problem(Severity.WARNING, "a jump", "C3", "", "jump", (C3, B2))
WORDS = Problem(Severity.ERROR, "no number", "B2", "", "not-a-number", (B2,), may_accept=False)
PLACELESS = Problem(Severity.WARNING, "no cell", "", "", "gap")


@pytest.fixture
def decisions() -> Decisions:
    return Decisions("A. Coordinator", lambda: AT, lambda place: f"text of {place.cell}")


def test_an_error_needs_a_reason_and_a_reading(decisions: Decisions) -> None:
    refusals: tuple[Callable[[], None], ...] = (
        lambda: decisions.accept([NEGATIVE], "  "),
        lambda: decisions.accept([WORDS], "why not"),
        lambda: decisions.accept([], "why not"),
        lambda: decisions.mend(B2, "", "why"),
        lambda: decisions.mend(B2, "7", ""),
        lambda: decisions.mend(B2, "text of B2", "why"),
        lambda: decisions.mend(CellPlace("", ""), "7", "why"),
        lambda: decisions.leave_out([B2], " "),
        lambda: decisions.leave_out([CellPlace("", "")], "why"),
    )
    for refused in refusals:
        with pytest.raises(DecisionError) as caught:
            refused()
        assert caught.value.remedy
    assert not decisions.settlements
    assert not decisions.can_undo

    decisions.accept([JUMP], "")
    (accepted,) = decisions.settlements
    assert (accepted.kind, accepted.place, accepted.check, accepted.old) == (
        SettlementKind.ACCEPTED,
        C3,
        "jump",
        "text of C3",
    )
    assert (accepted.who, accepted.at) == ("A. Coordinator", AT)


def test_the_newest_decision_about_a_cell_stands(decisions: Decisions) -> None:
    decisions.accept([JUMP], "as expected")
    decisions.mend(C3, " 7 ", "by telephone")
    decisions.leave_out([C3, B2], "never mind")
    assert [(it.kind, it.place) for it in decisions.settlements] == [
        (SettlementKind.ACCEPTED, C3),
        (SettlementKind.LEFT_OUT, C3),
        (SettlementKind.LEFT_OUT, B2),
    ]
    assert [it.place for it in as_read(decisions.settlements)] == [C3, B2]
    decisions.undo()
    assert decisions.settlements[-1].new == "7"
    decisions.undo()
    assert [it.place for it in decisions.settlements] == [C3]
    decisions.undo()
    assert not decisions.settlements
    decisions.redo()
    assert len(decisions.settlements) == 1
    decisions.mend(B2, "3", "slip")
    assert not decisions.can_redo


def test_an_acceptance_ends_when_the_finding_says_something_else(decisions: Decisions) -> None:
    decisions.accept([NEGATIVE, PLACELESS], "seen")
    load = Load(SourceFile("f", "", 1, "", "", AT, ""), (), (NEGATIVE, PLACELESS, WORDS))
    settled = load.settled(decisions.settlements)
    assert [it.settlement is not None for it in settled.problems] == [True, True, False]
    assert [it.what for it in settled.errors] == ["no number"]
    assert decisions.outdated(settled) == ()
    changed = replace(load, problems=(replace(NEGATIVE, what="negative (-30)"),))
    assert decisions.outdated(changed.settled(decisions.settlements)) == (decisions.settlements[0],)
    other = replace(load, problems=(replace(PLACELESS, what="another gap"),))
    assert other.settled(decisions.settlements).problems[0].settlement is None
