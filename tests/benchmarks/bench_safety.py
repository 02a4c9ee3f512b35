"""District copies: an attacker on random tables, their bytes, and 10,000 damaged returns."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from safer_desktop.analysis.disclosure import withhold
from safer_desktop.domain.errors import SaferError
from safer_desktop.workbench import district_copy, returns
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.analysis.attacker import PROTECTION, random_table, ranges
from tests.benchmarks.measure import Measure
from tests.gui.made import made_workbench
from tests.workbench.returns_made import mutated, worked_on

TABLES = 60
MUTATIONS = 10_000
_LARGEST = 350
"""Cells in a table that the attacker still solves in seconds."""


def run() -> Iterator[Measure]:
    """What the attacker finds, what the files hold, and what damaged returns do."""
    yield from _attack(TABLES)
    with tempfile.TemporaryDirectory() as folder:
        bench = made_workbench(Path(folder) / "state")
        bench.save(Path(folder) / "County.safer")
        chosen = district_copy.plan(bench)
        district = bench.catalogue.districts[0]
        (path,) = district_copy.write_copies(bench, chosen, [district], Path(folder))
        content = path.read_bytes()
        names = {it.file.name for it in bench.loads()}
        yield Measure(
            "file names found in a copy", sum(it.encode() in content for it in names), "", 0
        )
        yield from _fuzz(bench, path, Path(folder), MUTATIONS)
        bench.close()


def _attack(tables: int) -> Iterator[Measure]:
    found = withheld = tried = seed = 0
    while tried < tables:
        cells, sums = random_table(seed)
        seed += 1
        if not 0 < len(cells) <= _LARGEST:
            continue
        tried += 1
        kept = withhold(cells, sums, PROTECTION)
        bounds = ranges(cells, sums, kept).values()
        withheld += len(kept)
        found += sum(high - low < PROTECTION - 1e-6 for low, high in bounds)
    print(f"{withheld:,} withheld figures in {tables} tables attacked by linear programmes")
    yield Measure("withheld figures that the attacker narrows down", found, "", 0)


def _fuzz(bench: Workbench, path: Path, folder: Path, times: int) -> Iterator[Measure]:
    worked_on(path, State(folder / "district"))
    sound, dice = path.read_bytes(), random.Random(7)
    read = refused = uncaught = 0
    for _ in range(times):
        path.write_bytes(mutated(sound, dice))
        try:
            returns.read_return(bench, path)
            read += 1
        except SaferError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - what nobody foresaw is what is measured
            uncaught += 1
            print(f"{type(error).__name__}: {error}")
    print(f"{read:,} damaged returns read, {refused:,} refused")
    yield Measure("damaged returns", times, "", MUTATIONS, "higher")
    yield Measure("errors that nobody caught", uncaught, "", 0)
