"""Copies for the districts of the 2016/17 sample, and what comes back of them."""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safer_desktop.analysis.disclosure import Amount, Cell, Sums
from safer_desktop.analysis.quantities import latest
from safer_desktop.domain.errors import Cancelled, PackError, SaferError
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.indicators import Contact
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.workbench import district_copy, returns
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.analysis.attacker import PROTECTION, ranges
from tests.workbench.returns_made import mutated, work

MELTON, BLABY = "E07000133", "E07000129"
SECRET = "Whisper of the coordinator"
NOW = datetime(2017, 5, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def home(sample_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("county")
    copy = folder / "County.safer"
    copy.write_bytes(sample_pack.read_bytes())
    bench = Workbench.open(copy, State(folder / "state"))
    contact = Contact("jo", "Leicestershire Police", "Jo Analyst", "jo@force.example")
    ref = RecordRef(RecordKind.CONTACT, "jo")
    bench.apply(Edit("contact", (FieldChange(ref, "", None, to_plain(contact)),), SECRET))
    bench.apply(bench.field_edit(RecordKind.PAPER, "paper", "author", "A. Coordinator", "author"))
    kind = next(iter(bench.records(RecordKind.INCIDENT_TYPE)))
    bench.apply(bench.field_edit(RecordKind.INCIDENT_TYPE, kind, "note", SECRET, "note"))
    for n, paragraph in enumerate(bench.paragraphs()[:2]):
        text = "Melton asked for help." if n else "The board was pleased."
        bench.apply(bench.commentary_edit(paragraph, text, included=True))
    yield bench
    bench.close()


@pytest.fixture(scope="module")
def copies(home: Workbench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("copies")
    chosen = district_copy.plan(home)
    paths = district_copy.write_copies(home, chosen, [MELTON, BLABY], folder, with_words=True)
    return dict(zip([MELTON, BLABY], paths, strict=True))


@pytest.fixture
def melton(copies: dict[str, Path], tmp_path: Path) -> Iterator[Workbench]:
    path = tmp_path / "Melton.safer"
    path.write_bytes(copies[MELTON].read_bytes())
    bench = Workbench.open(path, State(tmp_path / "state"))
    yield bench
    bench.close()


def test_the_plan_says_what_leaves_and_what_does_not(home: Workbench) -> None:
    chosen = district_copy.plan(home)
    assert [it.district for it in chosen.previews] == list(home.catalogue.districts)
    total = len(chosen.handout.ids) + len(chosen.handout.sums)
    assert {it.own + it.county + it.elsewhere for it in chosen.previews} == {total}
    assert {it.indicator for it in chosen.kept} == {
        "burglary-dwelling", "violence-with-injury", "homicide", "weapons-possession"
    }  # fmt: skip
    assert len(chosen.words) == len(chosen.private) == 1


def test_no_copy_holds_anything_that_was_to_stay(home: Workbench, copies: dict[str, Path]) -> None:
    table = home.observation_table()
    kept = {(it.indicator, it.area, *it.span) for it in district_copy.plan(home).kept}
    secret = [
        stored.observation
        for stored in home.observations(
            [
                number
                for number, *key in zip(
                    table.id, table.indicator, table.area, table.start, table.end, strict=True
                )
                if tuple(key) in kept
            ]
        )
    ]
    assert len(secret) >= 40
    files = {it.file.name for it in home.loads()} | {it.file.sha256 for it in home.loads()}
    needles = {*files, SECRET, "Jo Analyst", "jo@force.example", "A. Coordinator"}
    needles.add("Melton asked for help")
    for path in copies.values():
        content = path.read_bytes()
        with closing(sqlite3.connect(path)) as pack:
            assert pack.execute("SELECT count(*) FROM sheet_picture").fetchone() == (0,)
            assert pack.execute("PRAGMA freelist_count").fetchone() == (0,)
            cells = set(
                pack.execute("SELECT indicator, area, first_day, last_day FROM observation")
            )
            for it in secret:
                first, last = it.period.start.isoformat(), it.period.end.isoformat()
                assert (it.indicator, it.area, first, last) not in cells
            sources = set(pack.execute("SELECT DISTINCT sheet, cell FROM observation"))
            assert sources == {("", "")}
            blobs = [bytes(blob) for blob in _blobs(pack)]
        unpacked = b"".join(_unpacked(blob) for blob in blobs)
        for needle in needles:
            assert needle.encode() not in content, needle
            assert needle.encode() not in unpacked, needle
        assert b"The board was pleased." in content


def test_whoever_has_all_copies_cannot_work_out_what_was_withheld(
    home: Workbench, copies: dict[str, Path], tmp_path: Path
) -> None:
    sums = Sums({it.code: it.parts for it in home.catalogue.areas if it.parts})
    given: dict[str, dict[Cell, Amount]] = {}
    for n, path in enumerate(copies.values()):
        bench = Workbench.open(path, State(tmp_path / str(n)))
        table = bench.observation_table()
        for code, area, start, end, unit, value in zip(
            table.indicator, table.area, table.start, table.end, table.unit, table.value,
            strict=True,
        ):  # fmt: skip
            if unit == "count":
                given.setdefault(code, {})[Cell(code, area, (start, end))] = Amount(value)
        bench.close()
    truth = home.dataset
    for code in ("burglary-dwelling", "violence-with-injury", "homicide", "weapons-possession"):
        withheld = [it for it in district_copy.plan(home).kept if it.indicator == code]
        held = {Cell(code, it.area, it.span): Amount(0.0) for it in withheld}
        open_cells = given.get(code, {})
        assert not held.keys() & open_cells.keys()
        bounds = ranges({**open_cells, **held}, sums, held)
        assert all(high - low >= PROTECTION - 1e-6 for low, high in bounds.values())
    assert isinstance(latest(truth, home.catalogue.indicator("homicide"), BLABY, home.edition.end),
                      Quantity)  # fmt: skip


def test_a_copy_gives_the_countys_figures_or_says_that_they_are_small(
    home: Workbench, melton: Workbench
) -> None:
    def said(bench: Workbench, code: str, area: str) -> Quantity | Reason:
        return latest(bench.dataset, bench.catalogue.indicator(code), area, bench.edition.end)

    areas = [home.catalogue.home, *home.catalogue.districts]
    withheld = set()
    for code in [it.code for it in home.catalogue.headline] + ["homicide", "weapons-possession"]:
        for area in areas:
            there, here = said(home, code, area), said(melton, code, area)
            if isinstance(there, Reason):
                assert isinstance(here, Reason)
            elif isinstance(here, Reason):
                assert here.text.startswith("Not shown: small numbers")
                withheld.add((code, area))
            else:
                assert (here.value, here.period.end) == (there.value, there.period.end)
    expected = {("homicide", area) for area in areas}
    expected |= {("weapons-possession", MELTON), ("weapons-possession", "E07000135")}
    assert withheld == expected


def test_a_copy_lets_scores_and_words_be_changed_and_nothing_else(melton: Workbench) -> None:
    assert melton.handover
    assert "Melton's copy" in melton.handover.words
    assert "Made for Melton" in melton.audit()[-1].title
    for edit in (
        melton.field_edit(RecordKind.PAPER, "paper", "author", "Me", "author"),
        melton.field_edit(RecordKind.COUNCIL, "council", "title", "Mine", "title"),
    ):
        with pytest.raises(PackError, match="only scores and the report's paragraphs"):
            melton.apply(edit)
    with pytest.raises(PackError, match="only scores"):
        melton.set_withdrawn(melton.loads()[0].id, True)
    with pytest.raises(PackError, match="only scores"):
        district_copy.plan(melton)
    work(melton)


def test_a_return_shows_what_changed_and_takes_in_what_is_chosen(
    home: Workbench, melton: Workbench, tmp_path: Path
) -> None:
    work(melton)
    melton.export_word(tmp_path / "Melton.docx")
    path = _saved(melton)
    found = returns.read_return(home, path)
    assert not found.remarks
    assert (found.differences[0].field, found.differences[0].new) == ("harm", 3)
    assert {it.record.kind for it in found.differences} == {
        RecordKind.INCIDENT_TYPE, RecordKind.COMMENTARY
    }  # fmt: skip
    assert found.differences[0].why == "Seen in Melton"
    code = found.differences[0].record.code
    before = home.record(RecordKind.INCIDENT_TYPE, code)["harm"]
    edit = returns.return_edit(home, found, found.differences[:1], NOW)
    home.apply(edit)
    assert home.record(RecordKind.INCIDENT_TYPE, code)["harm"] == 3
    line = home.audit(RecordRef(RecordKind.INCIDENT_TYPE, code))[0]
    assert line.why.startswith("From Melton's return of 02.05.2017: ")
    assert line.why.endswith("Seen in Melton")
    # The same again is known; so is an older one.
    assert returns.read_return(home, path).remarks == ("The same return was taken in before.",)
    home.apply(edit.reversed())
    assert home.record(RecordKind.INCIDENT_TYPE, code)["harm"] == before


def test_an_older_return_and_a_newer_copy_are_told(
    home: Workbench, melton: Workbench, tmp_path: Path
) -> None:
    first = tmp_path / "first.safer"
    work(melton)
    _saved(melton)
    assert melton.path
    first.write_bytes(melton.path.read_bytes())
    melton.apply(melton.commentary_edit(melton.paragraphs()[4], "Later words.", included=True))
    later = returns.read_return(home, _saved(melton))
    edit = returns.return_edit(home, later, (), NOW)
    home.apply(edit)
    assert "this one is older" in returns.read_return(home, first).remarks[0]
    home.apply(edit.reversed())


def test_a_clash_with_the_countys_own_change_is_seen(home: Workbench, melton: Workbench) -> None:
    work(melton)
    code = next(iter(home.records(RecordKind.INCIDENT_TYPE)))
    edit = home.field_edit(RecordKind.INCIDENT_TYPE, code, "harm", 7, "harm score")
    home.apply(edit)
    found = returns.read_return(home, _saved(melton))
    harm = next(it for it in found.differences if it.field == "harm")
    assert harm.clashes
    assert (harm.now, harm.new) == (7, 3)
    home.apply(edit.reversed())


def test_what_is_no_return_of_this_pack_is_refused(
    home: Workbench, sample_pack: Path, copies: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(returns.ReturnError, match="no district's copy"):
        returns.read_return(home, sample_pack)
    other = Workbench.open(sample_pack, State(tmp_path / "other"))
    with pytest.raises(returns.ReturnError, match="not one made from this pack"):
        returns.read_return(other, copies[MELTON])
    other.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET new = '9' WHERE field = 'harm'",
        "DELETE FROM audit WHERE field = 'harm'",
        "UPDATE record SET json = json_set(json, '$.harm', 9) WHERE kind = 'incident type'",
        "UPDATE record SET json = json_set(json, '$.author', 'Me') WHERE kind = 'paper'",
        "UPDATE record SET json = '[1]' WHERE kind = 'indicator'",
        "UPDATE record SET json = '{}' WHERE kind = 'district copy'",
    ],
)
def test_a_return_altered_by_hand_is_refused(
    home: Workbench, melton: Workbench, statement: str
) -> None:
    work(melton)
    path = _saved(melton)
    with closing(sqlite3.connect(path)) as pack:
        for (name,) in pack.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            pack.execute(f"DROP TRIGGER {name}")
        pack.execute(statement)
        pack.commit()
    with pytest.raises(SaferError, match=r"altered|damaged"):
        returns.read_return(home, path)


def test_mutated_returns_are_read_or_refused(home: Workbench, melton: Workbench) -> None:
    work(melton)
    path = _saved(melton)
    sound = path.read_bytes()
    dice = random.Random(7)
    refused = 0
    for _ in range(25):
        path.write_bytes(mutated(sound, dice))
        try:
            returns.read_return(home, path)
        except SaferError:
            refused += 1
    assert refused


def test_a_stopped_run_leaves_no_file_and_no_note(home: Workbench, tmp_path: Path) -> None:
    class Stop:
        def report(self, done: float, text: str) -> None:
            self.done = done

        def cancelled(self) -> bool:
            return getattr(self, "done", 0.0) > 0

    before = home.records(RecordKind.COPY)
    chosen = district_copy.plan(home)
    with pytest.raises(Cancelled):
        district_copy.write_copies(
            home, chosen, [MELTON, BLABY, "E07000130"], tmp_path, progress=Stop()
        )
    assert not list(tmp_path.glob("*.safer"))
    assert home.records(RecordKind.COPY) == before


def test_the_council_decides_what_is_small(home: Workbench) -> None:
    edit = district_copy.threshold_edit(home, 1)
    home.apply(edit)
    # Counts of nought stay, and what earlier copies withheld stays withheld.
    assert district_copy.plan(home).small_below == 1
    home.apply(edit.reversed())
    assert district_copy.plan(home).small_below == 5


def _saved(bench: Workbench) -> Path:
    bench.save()
    assert bench.path
    return bench.path


def _blobs(pack: sqlite3.Connection) -> Iterator[bytes]:
    for (table,) in pack.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in pack.execute(f"SELECT * FROM {table}"):
            yield from (it for it in row if isinstance(it, bytes))


def _unpacked(blob: bytes) -> bytes:
    try:
        return zlib.decompress(blob)
    except zlib.error:
        return blob
