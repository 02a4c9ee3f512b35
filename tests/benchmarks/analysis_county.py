"""How long the headline figures of the county and its districts take, and its charts."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.figures import figures
from safer_desktop.analysis.trends import districts, trend
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import ObservationTable, Status
from safer_desktop.domain.periods import Period
from safer_desktop.workbench.defaults import default_catalogue
from tests.benchmarks.measure import Measure

FIRST = Period.month(2014, 4)
MONTHS = 36
EDITION = Edition(2016, 4)
RUNS = 3


def add(
    table: ObservationTable, indicator: str, area: str, period: Period, unit: Unit, value: float
) -> None:
    of_hundred = unit in (Unit.PERCENTAGE, Unit.RATIO)
    table.id.append(len(table.id) + 1)
    table.indicator.append(indicator)
    table.area.append(area)
    table.start.append(period.start)
    table.end.append(period.end)
    table.kind.append(str(period.kind))
    table.unit.append(str(unit))
    table.value.append(value)
    table.numerator.append(value if of_hundred else None)
    table.denominator.append(100.0 if of_hundred else None)
    table.status.append(str(Status.FINAL))


def months_of(
    table: ObservationTable, indicator: Indicator, area: str, dice: random.Random
) -> None:
    unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
    for offset in range(MONTHS):
        add(table, indicator.code, area, FIRST.shifted(offset), unit, dice.randint(20, 90))


def pack_like(catalogue: Catalogue) -> ObservationTable:
    """Three years of months of every indicator in every area, its populations, and given rates."""
    table = ObservationTable([], [], [], [], [], [], [], [], [], [], [])
    dice = random.Random(1)
    bases = {indicator.denominator for indicator in catalogue.indicators} - {""}
    for area in catalogue.areas:
        for indicator in catalogue.indicators:
            if indicator.code in bases:
                for year in range(2012, 2018):
                    size = dice.randint(40_000, 90_000)
                    add(
                        table,
                        indicator.code,
                        area.code,
                        Period.calendar_year(year),
                        Unit.COUNT,
                        size,
                    )
                continue
            months_of(table, indicator, area.code, dice)
            if indicator.unit.is_rate:
                for year in (2014, 2015, 2016):
                    rate = dice.uniform(2, 9)
                    period = Period.financial_year(year)
                    add(table, indicator.code, area.code, period, indicator.unit, rate)
    return table


def seconds_for_all(table: ObservationTable, catalogue: Catalogue) -> tuple[float, float, float]:
    """Laying the table out, all figures of all reporting areas, all charts of the county."""
    began = time.perf_counter()
    dataset = Dataset(table, catalogue)
    laid_out = time.perf_counter()
    for area in catalogue.reporting_areas:
        figures(dataset, area.code, EDITION)
    told = time.perf_counter()
    for indicator in catalogue.headline:
        trend(dataset, indicator.code, catalogue.home, EDITION)
        districts(dataset, indicator.code, EDITION)
    return laid_out - began, told - began, time.perf_counter() - told


def run() -> Iterator[Measure]:
    catalogue = default_catalogue()
    table = pack_like(catalogue)
    seconds_for_all(table, catalogue)  # The first run imports pandas.
    laid_out, figures_told, charts = (
        min(times)
        for times in zip(*(seconds_for_all(table, catalogue) for _ in range(RUNS)), strict=True)
    )
    areas = len(catalogue.reporting_areas)
    yield Measure(f"laying out {len(table.id):,} observations", laid_out, "s", 0.5)
    yield Measure(f"all headline figures of {areas} areas", figures_told, "s", 1.0)
    yield Measure("all trends and district bars of the county", charts, "s", 0.5)
