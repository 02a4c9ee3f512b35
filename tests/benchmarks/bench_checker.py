"""Does the paper checker find what is wrong, and is it quiet where nothing is?"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from safer_desktop.report.claims.check import check, check_text
from safer_desktop.report.claims.nouns import DefectKind, DefectSeverity, TextParagraph
from safer_desktop.report.claims.paper_file import from_text, read_paper
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.benchmarks.measure import Measure
from tests.benchmarks.seeded import mutations
from tests.report.claims import papers
from tests.report.claims.judged import NAMED, SEED, judged

SAMPLES = ("2016-17-q4", "open-data")
MUTATIONS = 100
_ACROSS = (DefectKind.CONTRADICTION, DefectKind.SUMMARY)
PAGE = 2500
"""Characters of text and tables on a page."""


def run() -> Iterator[Measure]:
    yield from _seed()
    with tempfile.TemporaryDirectory() as folder:
        made = [_paper(name, Path(folder)) for name in SAMPLES]
    alarms = sum(len(check(paper)) for paper in made)
    pages = sum(len(it.text) for paper in made for it in paper) / PAGE
    yield Measure("false alarms a page, unchanged papers", alarms / pages, "a page", 1.0)
    yield from _mutated(made)
    for name in ("SEED_LIKE", "BRISK", "NARRATIVE", "HELD_OUT"):
        yield from _written(name)
    long = max((it.text for paper in made for it in paper if not it.table), key=len)
    begun = time.perf_counter()
    for _ in range(20):
        check_text(long)
    yield Measure("longest paragraph as typed", 50 * (time.perf_counter() - begun), "ms", 20.0)


def _seed() -> Iterator[Measure]:
    if not SEED.exists():
        return
    paper = read_paper(SEED)
    found = judged(paper, check(paper))
    pages = sum(len(it.text) for it in paper) / PAGE
    named = {(it.number, it.kind) for it in found}
    yield Measure("seed: named defects listed", len(NAMED & named), "of 5", 5, "higher")
    yield Measure(
        "seed: false alarms a page", sum(not it.true for it in found) / pages, "a page", 1
    )


def _paper(name: str, folder: Path) -> tuple[TextParagraph, ...]:
    bench = Workbench.from_sample(name, State(folder / f"state {name}"))
    bench.export_word(folder / f"{name}.docx")
    bench.close(keep_working=False)
    return read_paper(folder / f"{name}.docx")


def _mutated(made: list[tuple[TextParagraph, ...]]) -> Iterator[Measure]:
    quiet = {(d.paragraph, d.kind, d.excerpt) for paper in made for d in check(paper)}
    found, missed, count = Counter[str](), Counter[str](), 0
    for mutation in mutations(made, MUTATIONS, seed=1843):
        count += 1
        text = mutation.paragraphs[mutation.at].text
        new = [
            d for d in check(mutation.paragraphs)
            if (d.paragraph, d.kind, d.excerpt) not in quiet
            and d.severity is not DefectSeverity.ADVICE
            and (d.paragraph == mutation.at or d.kind in _ACROSS)
        ]  # fmt: skip
        (found if new else missed)[mutation.rule] += 1
        if not new:
            print(f"  missed {mutation.rule}: {text[:160]}")
    print(f"  found by rule: {dict(found)}; missed: {dict(missed)}")
    yield Measure(f"seeded defects found, of {count}", sum(found.values()), "", 80, "higher")


def _written(name: str) -> Iterator[Measure]:
    written: papers.Written = getattr(papers, name)
    paragraphs = from_text(written.text)
    defects = [it for it in check(paragraphs) if it.severity is not DefectSeverity.ADVICE]
    hits = set()
    false = 0
    for it in defects:
        source = paragraphs[it.paragraph]
        fault = next(
            (
                f
                for f in written.faults
                if it.kind in f[1] and (f[0] == source.number or f[0] in it.excerpt)
            ),
            None,
        )  # fmt: skip
        false += fault is None
        hits.add(fault)
    hits.discard(None)
    total = len(written.faults)
    yield Measure(f"{name.lower()}: faults found of {total}", len(hits), "", 0.8 * total, "higher")
    yield Measure(f"{name.lower()}: false alarms", false, "", 1.0)
