"""What is measured of the board paper: does it say more than its data carry?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import numpy as np

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.figures import figure
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import ObservationTable
from safer_desktop.domain.periods import Period
from safer_desktop.report.wording import draft
from tests.benchmarks import large
from tests.benchmarks.analysis_findings import NULLS, SEASON, SEED
from tests.benchmarks.measure import Measure

EDITION = Edition(2016, 4)
YEARS = 3
PEOPLE = 600_000.0
TOLD_MOVED = re.compile(
    r"\b(?:rose|fell|risen|fallen|rising|falling|a rise|a fall|% (?:higher|lower) (?:in|than))\b"
)


def run() -> Iterator[Measure]:
    yield from directions_of_nothing()


def directions_of_nothing() -> Iterator[Measure]:
    """Indicators on which nothing changes, from monthly counts to sentences.

    Counts, rates and percentages. Counts have a mean of 5 to 100 a month and a season of 20%, every
    second series with three times the variance of chance.
    """
    rng = np.random.default_rng(SEED)
    catalogue = large.catalogue()
    told = texts = 0
    while texts < NULLS:
        dataset = Dataset(_months_of_nothing(rng, catalogue), catalogue)
        for indicator in catalogue.headline:
            for area in catalogue.areas[: (NULLS - texts)]:
                found = figure(dataset, indicator.code, area.code, EDITION)
                words = draft(found, catalogue, turn=texts).text
                told += TOLD_MOVED.search(words) is not None
                texts += 1
    yield Measure(
        f"sentences that say rose or fell of {NULLS:,} indicators on which nothing changed",
        100 * told / texts,
        "%",
        5.0,
    )


def _months_of_nothing(rng: np.random.Generator, catalogue: Catalogue) -> ObservationTable:
    table = ObservationTable([], [], [], [], [], [], [], [], [], [], [])
    months = _spans([Period.month(2017, 3).shifted(-n) for n in reversed(range(12 * YEARS))])
    years = _spans([Period.calendar_year(year) for year in range(2013, 2018)])
    for number, indicator in enumerate(catalogue.headline):
        unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
        shares = unit is Unit.PERCENTAGE
        for place, area in enumerate(catalogue.areas):
            mean = large.MEANS[number % 3] * np.tile(SEASON, YEARS)
            if shares:
                seen = rng.binomial(400, 0.3, 12 * YEARS)
            elif place % 2:
                seen = rng.negative_binomial(mean / 2, 1 / 3)
            else:
                seen = rng.poisson(mean)
            values = (seen / 4 if shares else seen).tolist()
            cases = seen.tolist() if shares else None
            large.extend(table, indicator.code, area.code, *months, "month", unit, values, cases)
    for area in catalogue.areas:
        people = [PEOPLE] * len(years[0])
        large.extend(
            table, "population", area.code, *years, "calendar year", Unit.COUNT, people, None
        )
    return table


def _spans(periods: list[Period]) -> tuple[list[date], list[date]]:
    return [it.start for it in periods], [it.end for it in periods]
