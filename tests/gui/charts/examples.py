"""A trend and district bars made by hand."""

from __future__ import annotations

from datetime import date

from safer_desktop.domain.evidence import MemberValue, Quantity, Reason, ReasonCode, TrendPoint
from safer_desktop.domain.figures import DistrictBars, Trend
from safer_desktop.domain.indicators import (
    DefinitionBreak,
    Frequency,
    Indicator,
    Polarity,
    Unit,
)
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, add_months

VEHICLE = Indicator(
    code="vehicle-crime",
    name="Vehicle crime",
    short_name="Vehicle crime",
    priority="crime",
    definition="Theft of and from vehicles.",
    unit=Unit.RATE_POPULATION,
    noun="offences",
    polarity=Polarity.LOWER,
    frequency=Frequency.MONTHLY,
    partner="Leicestershire Police",
    footprint="E10000018",
)
CHANGED = DefinitionBreak(date(2015, 10, 1), "Theft from the person is counted as well.")
NAMES = {"a": "Blaby", "b": "Charnwood", "c": "Melton", "d": "Oadby", "county": "Leicestershire"}


def months(first: Period, count: int) -> list[Period]:
    starts = [add_months(first.start, step) for step in range(count)]
    return [Period.month(start.year, start.month) for start in starts]


def trend() -> Trend:
    """24 months from April 2015: two missing, the last provisional, a break in October 2015."""
    spans = months(Period.month(2015, 4), 24)
    points = tuple(
        TrendPoint(
            span,
            None if step in (14, 15) else 200.0 + 10 * (step % 6),
            Status.PROVISIONAL if step == 23 else Status.FINAL,
        )
        for step, span in enumerate(spans)
    )
    rolling = tuple(
        TrendPoint(Period.rolling_12(span.end.year, span.end.month), 3.5 + step * 0.01)
        for step, span in enumerate(spans[11:])
    )
    return Trend(
        VEHICLE.code,
        "county",
        points,
        Unit.COUNT,
        "each month",
        rolling,
        Unit.RATE_POPULATION,
        (CHANGED,),
        ("East Midlands average", 4.2),
    )


def rate(value: float, count: float) -> Quantity:
    span = Period.rolling_12(2017, 3)
    return Quantity(value, Unit.RATE_POPULATION, span, (1,), "made", count=count, base=1000)


def districts() -> DistrictBars:
    """One district higher than the county, one no different, one lower, one without a figure."""
    missing = Reason(ReasonCode.GAP, "May 2016 is missing.")
    return DistrictBars(
        VEHICLE.code,
        Unit.RATE_POPULATION,
        Period.rolling_12(2017, 3),
        (
            MemberValue("a", rate(5.0, 512), (4.6, 5.4)),
            MemberValue("b", rate(3.9, 743), (3.6, 4.2)),
            MemberValue("c", rate(2.0, 153), (1.7, 2.4)),
            MemberValue("d", missing),
        ),
        MemberValue("county", rate(3.8, 1408)),
        "95% interval",
    )
