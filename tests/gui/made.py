"""An open pack with figures made by hand, for tests of pages: real workbench, real SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Load, Observation, SourceCell, SourceFile, Status
from safer_desktop.domain.periods import Period, add_months
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

COUNTY = "E10000018"
BLABY = "E07000129"
MONTHS = 36
"""April 2014 to March 2017."""

_PEOPLE = {
    "E07000129": 97_000,
    "E07000130": 178_000,
    "E07000131": 90_000,
    "E07000132": 110_000,
    "E07000133": 51_000,
    "E07000134": 98_000,
    "E07000135": 57_000,
}
_MONTHLY = {"vehicle-crime": 30, "all-crime": 330, "violence-with-injury": 25, "robbery": 2}


def made_workbench(folder: Path) -> Workbench:
    """A new pack with crime by month and district, populations, surveys and MARAC figures."""
    bench = Workbench.new(State(folder))
    bench.take_in(made_load(tuple(_observations(bench.catalogue))))
    return bench


def made_load(observations: tuple[Observation, ...]) -> Load:
    """A load as the loading road would bring it."""
    file = SourceFile(
        name="made by hand.xlsx",
        sha256=f"{len(observations):064x}",
        size=1,
        partner="Leicestershire Police",
        recipe="",
        loaded_at=datetime(2017, 4, 20, 9, 0, tzinfo=UTC),
        loaded_by="test",
    )
    return Load(file, observations)


def observation(
    indicator: str, area: str, period: Period, value: float, unit: Unit = Unit.COUNT
) -> Observation:
    """One observation with a cell of its own."""
    cell = SourceCell(indicator[:20], f"B{period.start.year % 100 * 12 + period.start.month}", "")
    status = Status.PROVISIONAL if period == Period.month(2017, 3) else Status.FINAL
    return Observation(indicator, area, period, unit, value, cell, status=status)


def _observations(catalogue: Catalogue) -> Iterator[Observation]:
    for year in (2014, 2015, 2016, 2017):
        for place, people in _PEOPLE.items():
            period = Period.calendar_year(year)
            yield observation("population", place, period, people + 500 * (year - 2014))
            yield observation("households", place, period, people * 0.42)
    for code, level in _MONTHLY.items():
        for place in catalogue.districts:
            yield from _months(code, place, level)
    others = [m.area for m in catalogue.group("east-midlands").members if m.area != COUNTY]
    for turn, area in enumerate(others):
        rate = 4.1 + turn * 0.6
        span = Period.financial_year(2016)
        yield observation("vehicle-crime", area, span, rate, Unit.RATE_POPULATION)
    for year, share in ((2015, 30.0), (2016, 37.0)):
        yield observation(
            "marac-repeats", "E10000018", Period.calendar_year(year), share, Unit.PERCENTAGE
        )
    yield observation("da-referrals", "E10000018", Period.financial_year(2015), 1400)
    yield observation("da-referrals", "E10000018", Period.financial_year(2016), 1611)


def _months(code: str, place: str, level: int) -> Iterator[Observation]:
    rank = int(place[-1]) + 1
    for step in range(MONTHS):
        start = add_months(Period.month(2014, 4).start, step)
        # A rise by a third in the last year, and a ripple that no two districts share.
        growth = 1.35 if step >= 24 else 1.0
        ripple = (step * 7 + rank * 3) % 5 - 2
        value = max(round(level * growth * (0.7 + rank * 0.06) + ripple), 0)
        yield observation(code, place, Period.month(start.year, start.month), value)
