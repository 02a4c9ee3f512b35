"""Change between like spans a year apart: difference, percent, test, direction, verdict."""

from __future__ import annotations

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.phrases import day, listed
from safer_desktop.analysis.quantities import Basis, is_given, quantity, units_of
from safer_desktop.analysis.tests import count_test, proportion_test
from safer_desktop.domain.display import number, round_half_up
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Reason,
    ReasonCode,
    Test,
    Verdict,
)
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Polarity, Unit
from safer_desktop.domain.periods import Period

FLOOR = 50
"""The earlier count below which no percent change is given: it is what the percent is of."""


def previous_of(
    dataset: Dataset, indicator: Indicator, area: str, latest: Quantity
) -> Quantity | Reason:
    """The same span a year earlier, worked out or given as the latest was if that can be."""
    wanted = latest.period.year_before()
    basis = Basis.GIVEN if is_given(latest) else Basis.COUNTED
    found = quantity(dataset, indicator, area, wanted, basis)
    if isinstance(found, Reason):
        found = quantity(dataset, indicator, area, wanted)
    if isinstance(found, Quantity) or found.code is ReasonCode.NO_DENOMINATOR:
        return found
    name = dataset.catalogue.area(area).name
    units = units_of(indicator)
    begun = [start for unit in units if (start := dataset.begins(indicator.code, area, unit))]
    if not begun or min(begun) >= latest.period.start:
        return Reason(
            ReasonCode.NO_PREVIOUS, f"{name} has no figures before {latest.period.label}."
        )
    earlier = [
        period.label
        for unit in units
        for period in sorted(dataset.offered(indicator.code, area, unit, latest.period.end))
        if period.months != wanted.months and period.start < latest.period.start
    ]
    if latest.period.months != 12 and earlier:
        return Reason(
            ReasonCode.UNLIKE_PERIODS,
            f"{latest.period.label} compares only with {wanted.label}, which is not loaded; "
            f"{earlier[-1]} is a longer or shorter span.",
        )
    if min(begun) > wanted.start:
        return Reason(
            ReasonCode.NO_PREVIOUS, f"There is no figure for {wanted.label}. {found.text}"
        )
    return found


def change_between(
    dataset: Dataset, indicator: Indicator, area: str, previous: Quantity, latest: Quantity
) -> Change | Reason:
    """The change from ``previous`` to ``latest``, or why there is none to be told.

    Percent is given of counts and of rates (of the rate itself, as a reader would work it out from
    the two printed rates), where the earlier count is at least 50 or is not known; of ratios only
    where their events are known and that many. Percentages change by points.
    """
    if not _alike(previous.period, latest.period):
        return Reason(
            ReasonCode.UNLIKE_PERIODS,
            f"{previous.period.label} and {latest.period.label} are not one span a year apart.",
        )
    breaks = crossed(indicator, previous.period, latest.period)
    if breaks:
        return broken(breaks)
    counted = latest.count is not None and previous.count is not None
    tells_events = counted and indicator.unit is not Unit.PERCENTAGE
    return Change(
        difference=latest.value - previous.value,
        percent=_percent(indicator, previous, latest),
        count_difference=(latest.count or 0) - (previous.count or 0) if tells_events else None,
        test=_test(dataset, indicator, area, previous, latest),
    )


def crossed(indicator: Indicator, previous: Period, latest: Period) -> tuple[DefinitionBreak, ...]:
    """The definition breaks after the first day of ``previous`` up to the end of ``latest``."""
    return tuple(b for b in indicator.breaks if previous.start < b.on <= latest.end)


def broken(breaks: tuple[DefinitionBreak, ...]) -> Reason:
    """Why nothing is compared across these breaks."""
    what = listed([f"on {day(b.on)} ({b.what.rstrip('.')})" for b in breaks])
    return Reason(
        ReasonCode.DEFINITION_BREAK,
        f"The definition changed {what}; figures before and after are not comparable.",
    )


def direction_of(
    indicator: Indicator,
    change: Change | Reason,
    previous: Quantity | Reason,
    latest: Quantity | Reason,
) -> Direction:
    """Rising or falling only where a test bears it out and the printed figures differ.

    Without a test only equal printed figures can be told: no real change.
    """
    if isinstance(change, Reason) or isinstance(previous, Reason) or isinstance(latest, Reason):
        return Direction.CANNOT_SAY
    if printed(indicator, latest) == printed(indicator, previous):
        return Direction.NO_REAL_CHANGE
    if isinstance(change.test, Reason):
        return Direction.CANNOT_SAY
    if not change.test.significant:
        return Direction.NO_REAL_CHANGE
    return Direction.RISING if change.difference > 0 else Direction.FALLING


def verdict_of(indicator: Indicator, direction: Direction) -> Verdict:
    """What the direction means by the indicator's polarity; ranges and neutral ones: nothing."""
    if direction not in (Direction.RISING, Direction.FALLING):
        return Verdict.NOT_JUDGED
    if indicator.polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Verdict.NOT_JUDGED
    wanted = Direction.RISING if indicator.polarity is Polarity.HIGHER else Direction.FALLING
    return Verdict.BETTER if direction is wanted else Verdict.WORSE


def printed(indicator: Indicator, quantity: Quantity) -> float:
    """The value as a reader sees it: whole counts, else the indicator's decimals."""
    return round_half_up(quantity.value, 0 if quantity.unit is Unit.COUNT else indicator.decimals)


def _alike(previous: Period, latest: Period) -> bool:
    wanted = latest.year_before()
    return (previous.start, previous.end) == (wanted.start, wanted.end)


def _percent(indicator: Indicator, previous: Quantity, latest: Quantity) -> float | Reason:
    if indicator.unit is Unit.PERCENTAGE:
        return Reason(
            ReasonCode.NOT_APPLICABLE, "A percentage changes by percentage points, not by percent."
        )
    if previous.count is not None and previous.count < FLOOR:
        return Reason(
            ReasonCode.SMALL_NUMBERS,
            f"The earlier count of {number(previous.count)} {indicator.noun} is below {FLOOR}, too "
            "small for a percent change.",
        )
    if indicator.unit is Unit.RATIO and previous.count is None:
        return Reason(
            ReasonCode.SMALL_NUMBERS,
            "The source gives the ratio without the numbers behind it: no percent change is told.",
        )
    if previous.value == 0:
        return Reason(ReasonCode.NOT_APPLICABLE, "There is no percent change from nought.")
    return 100 * (latest.value - previous.value) / previous.value


def _test(
    dataset: Dataset, indicator: Indicator, area: str, previous: Quantity, latest: Quantity
) -> Test | Reason:
    if previous.count is None or latest.count is None:
        return Reason(ReasonCode.NO_TEST, _no_counts(indicator))
    if indicator.unit is Unit.COUNT:
        months = _months(dataset, indicator, area, Unit.COUNT, previous, latest)
        return count_test(previous.count, latest.count, months=months)
    if not previous.base or not latest.base:
        return Reason(ReasonCode.NO_TEST, _no_counts(indicator))
    if indicator.unit is Unit.PERCENTAGE:
        return proportion_test(previous.count, previous.base, latest.count, latest.base)
    unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
    months = _months(dataset, indicator, area, unit, previous, latest)
    if indicator.unit is Unit.RATIO and not months:
        return Reason(
            ReasonCode.NO_TEST,
            f"{indicator.noun.capitalize()} cluster in persons, and no monthly figures show how "
            "far, so chance cannot be excluded.",
        )
    return count_test(previous.count, latest.count, previous.base, latest.base, months)


def _months(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    unit: Unit,
    previous: Quantity,
    latest: Quantity,
) -> tuple[list[float], list[float]] | None:
    before = dataset.monthly_counts(indicator.code, area, unit, previous.period)
    after = dataset.monthly_counts(indicator.code, area, unit, latest.period)
    return (before, after) if before and after else None


def _no_counts(indicator: Indicator) -> str:
    match indicator.unit:
        case Unit.PERCENTAGE:
            what = "no numbers of respondents or cases"
        case Unit.RATIO:
            what = "no numbers of events and persons"
        case _:
            what = f"no numbers of {indicator.noun}"
    return f"The source gives {what}, so chance cannot be excluded."
