"""Partner rounds through real workbooks: written, filled in, read back, pooled, adopted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.progress import Silent
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.loading.cells import Sheet, Workbook, WorkbookKind
from safer_desktop.loading.scoring_sheet import SheetReading, Verdict, judged
from safer_desktop.report.scoring_sheet import file_name, workbook_bytes
from safer_desktop.risk.rounds import (
    Answer,
    Asked,
    Given,
    Partner,
    Round,
    RoundState,
    previous,
    results,
)
from safer_desktop.risk.scheme import Factor, Level, SchemeError, Section
from safer_desktop.risk.scoring_layout import SCORES, layout
from safer_desktop.workbench import rounds as use
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

NOW = datetime(2017, 11, 14, 9, 0, tzinfo=UTC)
TODAY = date(2017, 11, 14)
HARM = Factor("harm", "Harm", Section.HARM, 0, 20, (Level(0, "None"), Level(20, "Death")))
PARTNERS = tuple(Partner(name.casefold(), name) for name in ("Police", "Fire", "Health", "Council"))
ROUND = Round(
    code="round-1",
    number=1,
    scheme="leicester-2010",
    scheme_name="Probability x harm",
    version=1,
    factors=(HARM,),
    confidences=("Low", "Medium", "High"),
    types=(
        Asked("robbery", "Robbery"),
        Asked("asb", "=cmd|' /C calc'!A0"),
        Asked("arson", "Arson"),
    ),
    partners=PARTNERS,
    opened=TODAY,
    key="00" * 32,
)


def sheet_of(partner: Partner, of: Round = ROUND, rounds: tuple[Round, ...] = (ROUND,)) -> Any:
    made = workbook_bytes(layout(of, partner, previous(of, rounds)))
    return openpyxl.load_workbook(io.BytesIO(made))


def read(
    book: Any, tmp_path: Path, of: Round = ROUND, rounds: tuple[Round, ...] | None = None
) -> SheetReading:
    path = tmp_path / "sheet.xlsx"
    book.save(path)
    (found,) = use.read_back([path], of, rounds or (of,), Silent())
    return found


def fill(book: Any, scores: tuple[object, ...], column: int = 2) -> Any:
    for row, score in enumerate(scores, start=6):
        book[SCORES].cell(row, column).value = score
    return book


def words(found: SheetReading) -> str:
    return " | ".join(it.words for it in found.findings)


def test_the_sheet_is_locked_accessible_and_holds_no_formula() -> None:
    data = workbook_bytes(layout(ROUND, PARTNERS[0], None))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Scores", "Scale", "About this sheet"]
    assert book.properties.title == "Scoring sheet: Police"
    scores = book["Scores"]
    assert all(sheet.protection.sheet and not sheet.merged_cells.ranges for sheet in book)
    assert [cell.value for cell in scores[5]] == [
        "Incident type",
        "Harm (0 to 20)",
        "Confidence",
        "Comment",
    ]
    unlocked = {c.coordinate for row in scores for c in row if not c.protection.locked}
    assert unlocked == {f"{column}{row}" for column in "BCD" for row in (6, 7, 8)}
    assert (scores["A7"].value, scores["A7"].data_type) == ("=cmd|' /C calc'!A0", "s")
    choices = {str(it.sqref): it.formula1 for it in scores.data_validations.dataValidation}
    assert choices["B6"] == '"' + ",".join(map(str, range(21))) + '"'
    assert choices["C6"] == '"Low,Medium,High"'
    assert [cell.value for cell in book["Scale"][3]] == ["Harm", "20", "Death"]
    assert scores.freeze_panes == "B6"
    assert scores.print_title_rows == "$5:$5"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    assert file_name(ROUND, Partner("x", "A/B: C")) == "Scores round 1 A-B- C.xlsx"


def test_a_filled_sheet_is_read_and_a_partial_one_says_what_is_open(tmp_path: Path) -> None:
    book = fill(sheet_of(PARTNERS[0]), (18, "7", 0))
    book[SCORES]["C6"], book[SCORES]["D6"] = "high", "seen twice"
    whole = read(book, tmp_path)
    assert (whole.verdict, whole.findings) == (Verdict.COMPLETE, ())
    assert whole.answer is not None
    assert [it.score for it in whole.answer.scores] == [18, 7, 0]
    assert [(it.confidence, it.comment) for it in whole.answer.remarks] == [("High", "seen twice")]
    part = read(fill(sheet_of(PARTNERS[0]), (18,)), tmp_path)
    assert part.verdict is Verdict.PARTIAL
    assert "Scores, B8: Arson has no score for Harm." in words(part)
    assert read(sheet_of(PARTNERS[0]), tmp_path).verdict is Verdict.EMPTY


def test_what_is_no_score_is_named_with_its_cell(tmp_path: Path) -> None:
    found = read(fill(sheet_of(PARTNERS[0]), ("high", 21, 3.5)), tmp_path)
    assert found.verdict is Verdict.FAULTY
    assert [it.words for it in found.findings] == [
        "Scores, B6: 'high' is no number (Robbery).",
        "Scores, B7: 21 lies outside the scale of 0 to 20 (=cmd|' /C calc'!A0).",
        "Scores, B8: 3.5 is no whole number (Arson).",
    ]
    formula = read(fill(sheet_of(PARTNERS[0]), ("=1+1", 2, 3)), tmp_path)
    assert formula.verdict is Verdict.FAULTY
    assert "B6: A formula" in words(formula)
    unsure = fill(sheet_of(PARTNERS[0]), (1, 2, 3))
    unsure[SCORES]["C7"] = "perhaps"
    assert "C7: 'perhaps' is none of Low, Medium, High." in words(read(unsure, tmp_path))


def test_changed_sheets_are_told_apart(tmp_path: Path) -> None:
    renamed = fill(sheet_of(PARTNERS[0]), (1, 2, 3))
    renamed[SCORES]["A6"] = "Arson"
    found = read(renamed, tmp_path)
    assert found.verdict is Verdict.TAMPERED
    assert words(found) == "Scores, A6: It should say 'Robbery' but says 'Arson'."
    added = fill(sheet_of(PARTNERS[0]), (1, 2, 3))
    added[SCORES]["H20"] = "note"
    assert "H20: Something was added: 'note'." in words(read(added, tmp_path))
    moved = fill(sheet_of(PARTNERS[0]), (1, 2, 3))
    moved[SCORES].insert_rows(6)
    assert read(moved, tmp_path).verdict is Verdict.TAMPERED
    gone = sheet_of(PARTNERS[0])
    gone.remove(gone["Scale"])
    assert words(read(gone, tmp_path)) == "Scale: The sheet is gone."
    other = sheet_of(PARTNERS[0])
    other["About this sheet"]["B7"] = "fire"
    assert "signature does not belong" in words(read(other, tmp_path))
    stranger = sheet_of(PARTNERS[0])
    stranger["About this sheet"]["B7"] = "nobody"
    assert read(stranger, tmp_path).verdict is Verdict.UNKNOWN_PARTNER
    foreign = sheet_of(PARTNERS[0])
    foreign["About this sheet"]["B6"] = "round-9"
    assert read(foreign, tmp_path).verdict is Verdict.NO_SHEET
    assert read(openpyxl.Workbook(), tmp_path).verdict is Verdict.NO_SHEET


def test_stale_doubled_and_same_sheets_are_told_apart(tmp_path: Path) -> None:
    filled = fill(sheet_of(PARTNERS[0]), (1, 2, 3))
    first = read(filled, tmp_path)
    assert first.answer is not None
    answered = ROUND.with_answer(first.answer)
    (again,) = use.read_back([tmp_path / "sheet.xlsx"], answered, (answered,), Silent())
    assert again.verdict is Verdict.SAME
    doubled = read(fill(sheet_of(PARTNERS[0]), (1, 2, 9)), tmp_path, answered)
    assert doubled.verdict is Verdict.DOUBLED
    assert "1 of its scores differ" in words(doubled)
    assert use.may_be_taken(doubled)
    assert use.taken_by_itself([doubled]) == ()
    closed = replace(ROUND, state=RoundState.CLOSED)
    second = replace(ROUND, code="round-2", number=2)
    stale = read(fill(sheet_of(PARTNERS[0]), (1, 2, 3)), tmp_path, second, (closed, second))
    assert stale.verdict is Verdict.STALE
    assert "round 1 of Probability x harm, version 1, which is closed" in words(stale)
    assert read(filled, tmp_path, closed).verdict is Verdict.STALE
    copies = [tmp_path / name for name in ("a.xlsx", "b.xlsx", "broken.xlsx")]
    fill(sheet_of(PARTNERS[0]), (1, 2, 3)).save(copies[0])
    fill(sheet_of(PARTNERS[0]), (1, 2, 4)).save(copies[1])
    copies[2].write_bytes(b"PK\x03\x04 not a workbook")
    verdicts = [it.verdict for it in use.read_back(copies, ROUND, (ROUND,), Silent())]
    assert verdicts == [Verdict.DOUBLED, Verdict.DOUBLED, Verdict.UNREADABLE]


def test_the_second_round_tells_no_names(tmp_path: Path) -> None:
    first = ROUND
    for partner, score in zip(PARTNERS, (4, 10, 12, 18), strict=True):
        scores = (Given("robbery", "harm", score), *((Given("asb", "harm", 3),) * (score < 12)))
        first = first.with_answer(Answer(partner.code, "f", "0", NOW, scores))
    first = replace(first, state=RoundState.CLOSED)
    second = replace(ROUND, code="round-2", number=2)
    book = sheet_of(PARTNERS[0], second, (first, second))
    shown = [[cell.value for cell in row[4:7]] for row in book[SCORES].iter_rows(5, 8)]
    # Type 7 quartiles of 4, 10, 12, 18 are 8.5 and 13.5; two scores are too few to tell.
    assert shown == [
        ["Round 1 median: Harm", "Round 1 middle half: Harm", "Round 1 your score: Harm"],
        ["11", "8.50 to 13.50", "4"],
        ["too few scores", "too few scores", "3"],
        ["too few scores", "too few scores", "none"],
    ]
    text = " ".join(str(c.value) for sheet in book for row in sheet for c in row)
    assert not any(partner.name in text for partner in PARTNERS[1:])
    read_back = read(fill(book, (9, 9, 9)), tmp_path, second, (first, second))
    assert read_back.verdict is Verdict.COMPLETE


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.integers(0, 6),
            st.one_of(st.none(), st.booleans(), st.text(max_size=8), st.floats(), st.dates()),
        ),
        max_size=4,
    )
)
def test_whatever_stands_in_a_sheet_it_is_judged_and_no_score_is_made_up(
    changes: list[tuple[int, int, Any]],
) -> None:
    made = layout(ROUND, PARTNERS[0], None)
    sheets = []
    for page in made.pages:
        height = 1 + max(row for row, _ in page.fixed)
        rows: list[list[Any]] = [[page.fixed.get((r, c)) for c in range(8)] for r in range(height)]
        if page.name == SCORES:
            for row in (5, 6, 7):
                rows[row][1] = 4.0
            for row, column, value in changes:
                if row < height:
                    rows[row][column] = value
        sheets.append(Sheet(page.name, tuple(map(tuple, rows))))
    found = judged(Workbook("f", "0", 1, tuple(sheets), WorkbookKind.XLSX), ROUND, (ROUND,), NOW)
    touched = {(row, column): value for row, column, value in changes if row < 8}
    if found.answer is not None:
        for it in found.answer.scores:
            row = 5 + [kind.code for kind in ROUND.types].index(it.type)
            value = touched.get((row, 1), 4.0)
            assert float(value) == it.score
            assert 0 <= it.score <= 20
    for (row, column), value in touched.items():
        locked = row < 5 or column not in (1, 2, 3)
        if locked and isinstance(value, bool):
            assert found.verdict is Verdict.TAMPERED


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    made = Workbench.new(State(tmp_path / "state"))
    yield made
    made.close()


def test_a_round_is_pooled_adopted_and_taken_back(bench: Workbench, tmp_path: Path) -> None:
    bench.apply(use.start_edit(bench, ["Police", " Fire ", "Police", "", "Health"], TODAY))
    (of,) = use.rounds_of(bench)
    assert [it.code for it in of.partners] == ["police", "fire", "health"]
    with pytest.raises(SchemeError, match="still open"):
        use.start_edit(bench, ["Police"], TODAY)
    paths = use.write_sheets(of, (of,), tmp_path, Silent())
    kinds = [it.code for it in of.types]
    robbery = kinds.index("robbery")
    for path, score in zip(paths, (10, 13, 20), strict=True):
        book = openpyxl.load_workbook(path)
        fill(book, tuple(score if n == robbery else 5 + n % 3 for n in range(len(kinds))))
        book.save(path)
    readings = use.read_back(paths, of, (of,), Silent())
    assert {it.verdict for it in readings} == {Verdict.COMPLETE}
    bench.apply(use.answers_edit(of, use.taken_by_itself(readings)))
    (of,) = use.rounds_of(bench)
    pooled = results(of)[robbery].pooled
    assert pooled is not None
    assert [pooled.median, *pooled.range] == [13, 10, 20]
    found = use.adoptions(bench, of, TODAY)
    assert found[robbery].how.startswith(
        "median 13 of 3 partners, round 1, 14 November 2017; alpha "
    )
    assert found[robbery].overwrites == (found[robbery].now not in (None, 13))
    edit = use.adopt_edit(bench, of, [found[robbery]], TODAY)
    bench.apply(edit)
    record = bench.record(RecordKind.INCIDENT_TYPE, "robbery")
    assert record["harm"] == 13
    assert record["scored_by"] == "Partners, round 1, 14 November 2017"
    trail = bench.audit(RecordRef(RecordKind.INCIDENT_TYPE, "robbery"))
    assert {row.field: row.why for row in trail}["harm"] == found[robbery].how
    bench.apply(edit.reversed())
    assert bench.record(RecordKind.INCIDENT_TYPE, "robbery")["harm"] == found[robbery].now
    bench.apply(use.close_edit(of))
    bench.apply(use.start_edit(bench, ["Police", "Council"], TODAY))
    second = use.rounds_of(bench)[1]
    assert (second.number, second.code) == (2, "round-2")
    bench.apply(bench.field_edit(RecordKind.SCHEME, of.scheme, "version", 2, "version"))
    with pytest.raises(SaferError, match="version 2; the round was held under"):
        use.adopt_edit(bench, of, [found[robbery]], TODAY)
