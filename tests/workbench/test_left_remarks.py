"""Remarks that a person leaves: with a reason, audited, lifted when the words or figures change."""

from __future__ import annotations

import pytest

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.records import RecordKind
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.left_remarks import Judged, judged, leave_edit, raise_edit
from safer_desktop.workbench.live_fields import fields_of
from safer_desktop.workbench.paper_check import check_paragraph

KEY = "indicator:vehicle-crime"
WORDS = "Officers agree. Thefts increased from 190 to 124 offences. More is done."


def remarks(bench: Workbench, text: str) -> tuple[Judged, ...]:
    return judged(bench, KEY, text, check_paragraph(text, None, fields_of(bench)))


def left(bench: Workbench, text: str) -> list[str]:
    return [it.why for it in remarks(bench, text) if it.is_left]


def test_a_remark_is_left_for_a_reason_and_raised_again(made: Workbench) -> None:
    (it,) = remarks(made, WORDS)
    assert not it.is_left
    with pytest.raises(ReportError, match="reason"):
        leave_edit(KEY, WORDS, it.found, "  ")
    edit = leave_edit(KEY, WORDS, it.found, "Quoted from the police")
    made.apply(edit)
    (now,) = remarks(made, WORDS)
    assert (now.why, now.who) == ("Quoted from the police", made.who)
    assert made.audit()[0].why == "Quoted from the police"
    assert left(made, f"Something else first. {WORDS}") == ["Quoted from the police"]
    assert left(made, WORDS.replace("Thefts", "All thefts")) == []
    made.apply(raise_edit(made, KEY, WORDS, it.found))
    assert left(made, WORDS) == []


def test_other_words_lift_what_was_left_and_undo_brings_it_back(made: Workbench) -> None:
    def paragraph() -> DraftParagraph:
        return next(it for it in made.paragraphs("crime") if it.key == KEY)

    made.apply(made.commentary_edit(paragraph(), WORDS, True))
    (it,) = remarks(made, WORDS)
    made.apply(leave_edit(KEY, WORDS, it.found, "Quoted"))
    same = made.commentary_edit(paragraph(), f"{WORDS} Indeed.", True)
    assert len(same.changes) == 1
    other = made.commentary_edit(paragraph(), "Thefts fell.", True)
    made.apply(other)
    assert not made.records(RecordKind.REMARK)
    made.apply(other.reversed())
    assert left(made, WORDS) == ["Quoted"]
