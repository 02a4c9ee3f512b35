"""A pack far larger than any county's: 60 areas, 60 indicators, 180 months, made with a seed."""

from __future__ import annotations

from datetime import date

import numpy as np

from safer_desktop.domain.areas import Area, AreaKind, Group, GroupMethod, Membership
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import (
    Frequency,
    Indicator,
    Polarity,
    Priority,
    Target,
    TargetKind,
    Unit,
)
from safer_desktop.domain.observations import ObservationTable
from safer_desktop.domain.periods import Period

AREAS, INDICATORS, MONTHS = 60, 60, 180
FIRST = Period.month(2002, 4)
HOME, DISTRICTS = "A00", tuple(f"A{n:02d}" for n in range(1, 8))
_UNITS = (Unit.RATE_POPULATION, Unit.COUNT, Unit.RATE_POPULATION, Unit.PERCENTAGE)
MEANS = (5.0, 20.0, 100.0, 1000.0)


def catalogue() -> Catalogue:
    """Home county A00 with districts A01 to A07; A08 to A59 are its group's other members."""
    peers = tuple(f"A{n:02d}" for n in range(AREAS) if f"A{n:02d}" not in DISTRICTS)
    group = Group(
        "group", "Group", tuple(Membership(code) for code in peers), GroupMethod.MEAN_WITH_SELF
    )
    areas = tuple(
        Area(code, f"Area {code}", AreaKind.DISTRICT if code in DISTRICTS else AreaKind.COUNTY)
        for code in (f"A{n:02d}" for n in range(AREAS))
    )
    people = Indicator(
        "population",
        "Population",
        "Population",
        "",
        "",
        Unit.COUNT,
        "residents",
        Polarity.NEUTRAL,
        Frequency.YEARLY,
        "ONS",
        HOME,
        delivery_days=400,
    )
    indicators = tuple(
        Indicator(
            code=f"I{n:02d}",
            name=f"Indicator {n}",
            short_name=f"I{n}",
            priority="crime",
            definition="",
            unit=_UNITS[n % 4],
            noun="offences",
            polarity=Polarity.LOWER,
            frequency=Frequency.MONTHLY,
            partner="Police",
            footprint=HOME,
            denominator="population" if _UNITS[n % 4].is_rate else "",
            target=Target(TargetKind.BELOW_PREVIOUS),
            groups=("group",),
        )
        for n in range(INDICATORS)
    )
    return Catalogue(
        council="County",
        home=HOME,
        districts=DISTRICTS,
        priorities=(Priority("crime", "Crime", "Crime"),),
        indicators=(*indicators, people),
        areas=areas,
        groups=(group,),
    )


def table(catalogue: Catalogue, seed: int = 4) -> ObservationTable:
    """Monthly counts (or cases of 400) of every indicator in every area, and populations."""
    rng = np.random.default_rng(seed)
    found = ObservationTable([], [], [], [], [], [], [], [], [], [], [])
    months = [FIRST.shifted(n) for n in range(MONTHS)]
    starts, ends = [m.start for m in months], [m.end for m in months]
    for area in catalogue.areas:
        for n, indicator in enumerate(catalogue.headline):
            share = indicator.unit is Unit.PERCENTAGE
            counts = rng.poisson(MEANS[n % 7 % 4] if not share else 120, MONTHS).tolist()
            unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
            extend(
                found,
                indicator.code,
                area.code,
                starts,
                ends,
                "month",
                unit,
                [count / 4 for count in counts] if share else counts,
                counts if share else None,
            )
        years = [Period.calendar_year(year) for year in range(2002, 2018)]
        people = [float(rng.integers(60_000, 90_000))] * len(years)
        spans = [y.start for y in years], [y.end for y in years]
        extend(found, "population", area.code, *spans, "calendar year", Unit.COUNT, people, None)
    return found


def extend(
    table: ObservationTable,
    indicator: str,
    area: str,
    starts: list[date],
    ends: list[date],
    kind: str,
    unit: Unit,
    values: list[float],
    numerators: list[float] | None,
) -> None:
    count = len(values)
    table.id.extend(range(len(table.id) + 1, len(table.id) + count + 1))
    table.indicator.extend([indicator] * count)
    table.area.extend([area] * count)
    table.start.extend(starts)
    table.end.extend(ends)
    table.kind.extend([kind] * count)
    table.unit.extend([str(unit)] * count)
    table.value.extend(values)
    table.numerator.extend(numerators or [None] * count)
    table.denominator.extend([400.0 if numerators else None] * count)
    table.status.extend(["final"] * count)
