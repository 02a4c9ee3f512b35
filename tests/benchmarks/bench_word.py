"""How long a long paper takes to write, and how much memory; and whether it may be published."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from safer_desktop.domain.progress import Silent
from safer_desktop.report.accessibility import faults
from safer_desktop.report.content import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Heading,
    Paper,
    Paragraph,
    Section,
    Series,
    Table,
)
from safer_desktop.report.length import pages
from safer_desktop.report.word import write
from tests.benchmarks.measure import Measure

CHARTS, ROWS, PARAGRAPHS = 30, 330, 260


def run() -> Iterator[Measure]:
    # In a process of its own: memory is counted at its highest since the process began.
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, context.Pool(1) as pool:
        seconds, megabytes, faults, pages = pool.apply(_write, (Path(folder) / "long.docx",))
    yield Measure("pages, as estimated", pages, "", 40, "higher")
    yield Measure("40 pages, 30 charts, 330 rows", seconds, "s", 5.0)
    yield Measure("memory for it, at most", megabytes, "MB", 200.0)
    yield Measure("faults of the accessibility list", faults, "", 0)


def _write(path: Path) -> tuple[float, float, int, int]:
    paper = _long()
    begun = time.perf_counter()
    write(paper, path, Silent())
    seconds = time.perf_counter() - begun
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, megabytes, len(faults(path)), pages(paper.blocks)


def _long() -> Paper:
    months = tuple(date(2010 + at // 12, at % 12 + 1, 28) for at in range(84))
    blocks: list[Block] = [Heading(1, "Introduction")]
    blocks += [Paragraph(f"p:{n}", f"Paragraph {n} says. " * 24) for n in range(PARAGRAPHS)]
    blocks += [Section(landscape=False), Heading(1, "Charts")]
    for number in range(CHARTS):
        values = tuple(float((at * 7 + number) % 50) for at in range(len(months)))
        series = (Series("County", values), Series("Average", values[::-1], reference=True))
        blocks.append(
            Chart(ChartKind.LINE, f"Chart {number} of a long paper", f"Crime {number} by month",
                  months, series, "0", "Offences", "A line by month, with the average.")
        )  # fmt: skip
    blocks += [Section(landscape=True), Heading(1, "Table")]
    columns = tuple(Column(f"Column {n}", 1) for n in range(8))
    rows = tuple(tuple(Cell(f"{row}.{n} per 1,000") for n in range(8)) for row in range(ROWS))
    blocks.append(Table("A long table", columns, rows, "Three hundred and thirty rows."))
    return Paper("A long paper", "Council", "Board", "2016/17 Q4", "", "", "Author", (),
                 tuple(blocks), contents=True)  # fmt: skip
