"""All that is measured of the analysis: how long it takes, and whether it can be relied on."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import analysis_county, analysis_findings, analysis_limits
from tests.benchmarks.measure import Measure


def run() -> Iterator[Measure]:
    yield from analysis_county.run()
    yield from analysis_findings.run()
    yield from analysis_limits.run()
