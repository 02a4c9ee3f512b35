"""Odd and hostile files: read or refused with the true reason, in bounded time and memory."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks.measure import Measure
from tests.benchmarks.reading import CRASHED, Outcome, outcome_of
from tests.loading.hostile import hostile_files

ODD = Path(__file__).resolve().parents[3] / "shared" / "data" / "odd"
SECONDS, MEGABYTES = 10.0, 500.0


def _told(noun: str, outcomes: dict[str, Outcome]) -> Iterator[Measure]:
    slowest = max(outcomes, key=lambda name: outcomes[name].seconds)
    yield Measure(f"slowest {noun} ({slowest})", outcomes[slowest].seconds, "s", SECONDS)
    peaks = {n: o.megabytes for n, o in outcomes.items() if o.megabytes is not None}
    if peaks:
        largest = max(peaks, key=lambda name: peaks[name])
        name = f"most memory for {noun} ({largest})"
        yield Measure(name, peaks[largest], "MB", MEGABYTES)
    faults = [name for name, outcome in outcomes.items() if outcome.fault]
    yield Measure(_counted(f"of {len(outcomes)}: errors nobody caught", faults), len(faults), "", 0)
    crashed = [name for name, outcome in outcomes.items() if CRASHED in outcome.refusal]
    yield Measure(
        _counted(f"of {len(outcomes)}: stopped the reading child", crashed), len(crashed), "", 0
    )


def _counted(noun: str, names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return f"{noun} ({listed})" if listed else noun


def run() -> Iterator[Measure]:
    """Every file of ../shared/data/odd, if it is there, and every hostile file."""
    odd = sorted(path for path in ODD.glob("*") if path.is_file())
    if odd:
        yield from _told("odd file", {path.name: outcome_of(path) for path in odd})
    outcomes: dict[str, Outcome] = {}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for hostile in hostile_files():
            path = Path(folder) / hostile.name
            hostile.make(path)
            outcome = outcomes[hostile.name] = outcome_of(path)
            path.unlink()
            if bool(outcome.refusal) != bool(hostile.reason) or not re.search(
                hostile.reason, outcome.refusal
            ):
                wrong.append(hostile.name)
    yield from _told("hostile file", outcomes)
    yield Measure(_counted("hostile files without the true reason", wrong), len(wrong), "", 0)
