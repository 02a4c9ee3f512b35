"""10,000 workbooks damaged by chance: none may fail with an error that nobody caught."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from tests.benchmarks.measure import Measure
from tests.loading.fuzz import SECONDS, fuzz

FILES = 10_000


def run() -> Iterator[Measure]:
    """As many files as :data:`FILES`; the faults found are printed with their seeds."""
    began = time.perf_counter()
    findings = fuzz(iter(range(FILES)), min(os.cpu_count() or 1, 4))
    for fault in findings.faults:
        print(fault)
    done = sum(findings.outcomes.values())
    print(
        f"{findings.count('read'):,} read, {findings.count('refused'):,} refused"
        f" in {time.perf_counter() - began:,.0f} s"
    )
    yield Measure("damaged workbooks", done, "", FILES, "higher")
    yield Measure("errors that nobody caught", findings.count("uncaught"), "", 0)
    yield Measure("readers that crashed", findings.count("crashed"), "", 0)
    yield Measure("readers that hung", findings.count("hung"), "", 0)
    yield Measure("slowest of them", findings.slowest, "s", SECONDS)
