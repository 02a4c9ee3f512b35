"""The second export through the workbench and the terminal: beside the file, and in the pack."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from safer_desktop.domain.errors import ReportError
from safer_desktop.domain.records import RecordKind
from safer_desktop.report.reread import Step
from safer_desktop.report.word_record import blocks_of, text_of
from safer_desktop.workbench import jobs, papers
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

KEY = "indicator:burglary-dwelling"


@pytest.fixture
def bench(sample_pack: Path, tmp_path: Path) -> Iterator[Workbench]:
    bench = Workbench.open(sample_pack, State(tmp_path / "state"))
    yield bench
    bench.close()


def type_over(path: Path, tag: str, old: str, new: str) -> None:
    document = Document(str(path))
    found = [it for it in blocks_of(document)[tag].iter(qn("w:t")) if old in (it.text or "")]
    found[0].text = found[0].text.replace(old, new)
    document.save(str(path))


def test_the_pack_knows_what_it_wrote_and_the_old_file_is_kept(
    bench: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Paper.docx"
    bench.export_word(path)
    assert len(bench.records(RecordKind.EXPORT)) == 1
    written = path.read_bytes()
    bench.export_word(path)
    assert path.read_bytes() == written

    type_over(path, f"narr:{KEY}", " rose by ", " climbed by ")
    by_hand = path.read_bytes()
    paragraph = next(it for it in bench.paragraphs() if it.key == "introduction:purpose")
    bench.apply(bench.commentary_edit(paragraph, "Why this paper is here.", True))
    export = papers.prepare(bench, path)
    assert export.merged is not None
    assert export.merged.known
    assert {it.step for it in export.merged.done} == {Step.KEPT, Step.REDRAFTED}
    assert "kept as 'Paper (before).docx'" in papers.words(export)
    assert path.read_bytes() == by_hand
    before = papers.write(export)
    assert before == tmp_path / "Paper (before).docx"
    assert before.read_bytes() == by_hand
    blocks = blocks_of(Document(str(path)))
    assert "climbed by 11%" in text_of(blocks[f"narr:{KEY}"])
    assert text_of(blocks["narr:introduction:purpose"]) == "Why this paper is here."

    bench.save(tmp_path / "own.safer")
    state = State(tmp_path / "state")
    jobs.report(tmp_path / "own.safer", None, path, state)
    told = capsys.readouterr().out
    assert "The earlier paper is in" in told or "stays as it is" in told
    assert f"{Step.KEPT}: Domestic burglary climbed by 11%" in told


def test_what_cannot_be_read_or_changed_meanwhile_is_left_alone(
    bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "Paper.docx"
    path.write_bytes(b"a letter")
    with pytest.raises(ReportError, match="no Word document"):
        bench.export_word(path)
    assert path.read_bytes() == b"a letter"
    path.unlink()
    bench.export_word(path)
    paragraph = next(it for it in bench.paragraphs() if it.key == "introduction:purpose")
    bench.apply(bench.commentary_edit(paragraph, "Other words.", True))
    export = papers.prepare(bench, path)
    type_over(path, f"narr:{KEY}", " rose by ", " climbed by ")
    with pytest.raises(ReportError, match="changed while you were asked"):
        papers.write(export)
    assert "climbed by" in text_of(
        blocks_of(Document(io.BytesIO(path.read_bytes())))[f"narr:{KEY}"]
    )
    assert sorted(it.name for it in tmp_path.glob("*.docx")) == ["Paper.docx"]
