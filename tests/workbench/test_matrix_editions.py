"""Editions of the matrix in a real pack: kept, refused, tampered with, compared."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from safer_desktop.domain.errors import PackError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.report.content import Chart, ChartKind, Heading, Table
from safer_desktop.risk.editions import MatrixEdition
from safer_desktop.risk.firmness import Assumptions
from safer_desktop.risk.movement import Cause, Move
from safer_desktop.risk.rounds import Answer, Given
from safer_desktop.workbench import matrix_editions, rounds, sensitivity
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.gui.made import COUNTY

BOARD = date(2017, 6, 12)


def freeze(bench: Workbench) -> MatrixEdition:
    edition = matrix_editions.frozen(bench, bench.matrix(COUNTY), BOARD, "For the board")
    bench.apply(matrix_editions.freeze_edit(edition))
    return edition


def test_frozen_edition_holds_counts_with_files_and_stays_when_the_matrix_changes(
    sample: Workbench,
) -> None:
    edition = freeze(sample)
    kind = edition.rows[0].type.code
    sample.apply(sample.field_edit(RecordKind.INCIDENT_TYPE, kind, "harm", 1, "harm score"))

    (kept,) = matrix_editions.editions(sample)

    assert kept == edition
    assert kept.files
    assert all(len(file.sha256) == 64 for file in kept.files)
    assert matrix_editions.check(sample, edition.code) == ()
    found = matrix_editions.compared(sample, edition.code, sample.matrix(COUNTY)).by_code()[kind]
    assert (found.move, found.causes) == (Move.DOWN, (Cause.SCORES,))


def test_frozen_edition_refuses_every_edit_but_its_removal(sample: Workbench) -> None:
    edition = freeze(sample)
    fields = sample.record(RecordKind.MATRIX_EDITION, edition.code)
    ref = RecordRef(RecordKind.MATRIX_EDITION, edition.code)
    with pytest.raises(PackError, match="cannot be changed"):
        sample.apply(sample.field_edit(ref.kind, ref.code, "why", "Another", "a reason"))
    other = FieldChange(ref, "", fields, fields | {"why": "Another"})
    with pytest.raises(PackError, match="cannot be changed"):
        sample.apply(Edit("a reason", (other,)))
    assert sample.record(ref.kind, ref.code) == fields

    removal = matrix_editions.removal_edit(sample, edition.code, "Wrong date")
    sample.apply(removal)
    assert matrix_editions.editions(sample) == ()
    assert sample.audit(ref)[0].why == "Wrong date"
    sample.apply(removal.reversed())
    assert matrix_editions.check(sample, edition.code) == ()


def test_edition_altered_in_the_file_is_told(sample: Workbench, tmp_path: Path) -> None:
    code = freeze(sample).code
    path = tmp_path / "Tampered.safer"
    sample.save(path)
    with sqlite3.connect(path) as connection:
        (text,) = connection.execute(
            "SELECT json FROM record WHERE kind = 'matrix edition'"
        ).fetchone()
        fields = json.loads(text)
        fields["rows"][0]["risk"] += 1
        connection.execute(
            "UPDATE record SET json = ? WHERE kind = 'matrix edition'", (json.dumps(fields),)
        )
    connection.close()
    opened = Workbench.open(path, State(tmp_path / "other"))
    try:
        found = matrix_editions.check(opened, code)
    finally:
        opened.close()

    assert [text.split(":")[0] for text in found] == [
        "Its seal does not fit what is stored",
        "Working its results out anew from its own inputs gives others than are stored.",
        "It is not what the audit trail says was frozen.",
    ]


def test_paper_compares_with_an_earlier_quarter_only(sample: Workbench) -> None:
    assert matrix_editions.since_last(sample, sample.matrix(COUNTY)) is None
    freeze(sample)
    assert matrix_editions.since_last(sample, sample.matrix(COUNTY)) is None
    later: Json = {"financial_year": 2017, "quarter": 1}
    sample.apply(sample.field_edit(RecordKind.COUNCIL, "council", "edition", later, "quarter"))

    found = matrix_editions.since_last(sample, sample.matrix(COUNTY))

    assert found is not None
    assert found.since == "Board of 12 June 2017 (Leicestershire, 2016/17 Q4)"


def test_trail_tells_of_the_matrix_alone_and_names_whole_editions(sample: Workbench) -> None:
    edition = freeze(sample)
    paper = sample.field_edit(RecordKind.PAPER, "paper", "board", "Another board", "the board")
    sample.apply(paper)

    newest = matrix_editions.trail(sample)[0]

    assert (newest.record.kind, newest.new) == (RecordKind.MATRIX_EDITION, edition.code)


def test_trail_tells_of_partner_rounds_without_their_keys(sample: Workbench) -> None:
    sample.apply(rounds.start_edit(sample, ["Police", "Health"], date(2017, 5, 2)))
    (opened,) = rounds.rounds_of(sample)
    at = datetime(2017, 5, 9, tzinfo=UTC)
    answers = [
        Answer("police", "Police.xlsx", "ab" * 32, at, (Given("robbery", "harm", 17),)),
        Answer("health", "Health.xlsx", "cd" * 32, at, (Given("robbery", "harm", 12),)),
    ]
    sample.apply(rounds.answers_edit(opened, answers))
    (read,) = rounds.rounds_of(sample)
    chosen = [it for it in rounds.adoptions(sample, read, date(2017, 5, 9)) if it.changes]
    sample.apply(rounds.adopt_edit(sample, read, chosen, date(2017, 5, 9)))

    adopted_by, adopted, answered, started = matrix_editions.trail(sample)[:4]

    assert (adopted_by.field, adopted.field, adopted.new) == ("scored_by", "harm", 15)
    assert (answered.old, answered.new) == ("no sheet", "Police.xlsx, Health.xlsx")
    assert started.new == f"Round 1 of {sample.scheme.name}"
    assert opened.key not in str(matrix_editions.trail(sample))


def test_paper_says_what_moved_only_where_there_is_an_earlier_edition(sample: Workbench) -> None:
    def tables() -> list[Table]:
        return [it for it in sample.paper().blocks if isinstance(it, Table)]

    def matrix() -> Table:
        return next(it for it in tables() if it.caption.startswith("Risk/harm matrix"))

    assert "Moved" not in [column.header for column in matrix().columns]
    freeze(sample)
    later: Json = {"financial_year": 2017, "quarter": 1}
    sample.apply(sample.field_edit(RecordKind.COUNCIL, "council", "edition", later, "quarter"))
    last = sample.matrix(COUNTY).rows[-1].type
    sample.apply(sample.field_edit(RecordKind.INCIDENT_TYPE, last.code, "harm", 20, "harm score"))

    assert [column.header for column in matrix().columns][-1] == "Moved"
    cells = {row[0].text: row[-1].text for row in matrix().rows}
    assert any(text.startswith("Up from") for text in cells.values())
    headings = [it.text for it in sample.paper().blocks if isinstance(it, Heading)]
    assert "What moved since the Board of 12 June 2017 (Leicestershire, 2016/17 Q4)" in headings


def test_paper_says_how_firm_the_order_is_with_the_assumptions_in_force(sample: Workbench) -> None:
    def told() -> str:
        charts = [it for it in sample.paper().blocks if isinstance(it, Chart)]
        return next(it.note for it in charts if it.kind is ChartKind.PARTS)

    assert "10,000 draws" in told()
    records = sample.records(RecordKind.SETTING)
    case = sensitivity.case_for(sample, sample.matrix(COUNTY))
    sample.apply(sensitivity.assumptions_edit(records, Assumptions(draws=100, off=0.5), case))
    assert "100 draws" in told()
    assert "probability 50%" in told()
