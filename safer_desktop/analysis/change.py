"""Change between like spans a year apart: difference, percent, test, direction, verdict."""

from __future__ import annotations

from dataclasses import dataclass

from safer_desktop.analysis.bridges import restated
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.differences import newcombe, rate_difference, ratio_interval
from safer_desktop.analysis.phrases import day
from safer_desktop.analysis.quantities import SCALES, Basis, is_given, quantity, units_of
from safer_desktop.analysis.tests import dispersion, proportion_test, spread_test
from safer_desktop.domain.display import listed, number, round_half_up
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Interval,
    Quantity,
    Reason,
    ReasonCode,
    Test,
    Verdict,
)
from safer_desktop.domain.indicators import BridgeKind, DefinitionBreak, Indicator, Polarity, Unit
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


@dataclass(frozen=True, slots=True)
class Compared:
    """The latest figure beside the year before, as far as they can be compared.

    ``crossed`` are the definition breaks between them; ``bridged`` tells whether both figures were
    put on the newest definition.
    """

    latest: Quantity | Reason
    previous: Quantity | Reason
    change: Change | Reason
    crossed: tuple[DefinitionBreak, ...] = ()
    bridged: bool = False


def compared(
    dataset: Dataset, indicator: Indicator, area: str, newest: Quantity | Reason
) -> Compared:
    """The newest figure against the same span a year before, across bridged breaks only."""
    if isinstance(newest, Reason):
        return Compared(newest, newest, newest)
    breaks = crossed(indicator, newest.period.year_before(), newest.period)
    if breaks and all(found.bridge for found in breaks):
        return _bridged(dataset, indicator, area, newest, breaks)
    earlier = previous_of(dataset, indicator, area, newest)
    if breaks:
        return Compared(newest, earlier, broken(breaks), breaks)
    if isinstance(earlier, Reason):
        return Compared(newest, earlier, earlier)
    return Compared(newest, earlier, change_between(dataset, indicator, area, earlier, newest))


def _bridged(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    newest: Quantity,
    breaks: tuple[DefinitionBreak, ...],
) -> Compared:
    later = restated(dataset, indicator, area, newest.period, breaks)
    before = restated(dataset, indicator, area, newest.period.year_before(), breaks)
    if isinstance(later, Reason) or isinstance(before, Reason):
        why = later if isinstance(later, Reason) else before
        assert isinstance(why, Reason)
        earlier = previous_of(dataset, indicator, area, newest)
        reason = Reason(ReasonCode.DEFINITION_BREAK, f"{broken(breaks).text} {why.text}")
        return Compared(newest, earlier, reason, breaks)
    own = all(found.bridge and found.bridge.kind is BridgeKind.FACTOR for found in breaks)
    spread = dispersion_of(dataset, indicator, area, newest.period) if own else None
    change = _change(indicator, before.figure, later.figure, spread, (before.scale, later.scale))
    return Compared(later.figure, before.figure, change, breaks, bridged=True)


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
    spread = dispersion_of(dataset, indicator, area, latest.period)
    return _change(indicator, previous, latest, spread, (1.0, 1.0))


Spread = tuple[float, int]
"""Dispersion (variance over mean) and the degrees of freedom that it was estimated with."""


def dispersion_of(
    dataset: Dataset, indicator: Indicator, area: str, period: Period
) -> Spread | None:
    """How much the months of a span and the year before vary beyond chance, if they are there."""

    def work() -> Spread | None:
        unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
        after = dataset.monthly_counts(indicator.code, area, unit, period)
        before = after and dataset.monthly_counts(indicator.code, area, unit, period.year_before())
        return dispersion((before, after)) if before and after else None

    return dataset.remembered(indicator.code, ("dispersion_of", area, period), work)


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


def _change(
    indicator: Indicator,
    previous: Quantity,
    latest: Quantity,
    spread: Spread | None,
    scales: tuple[float, float],
) -> Change:
    """``scales`` are the (bridged) counts over the recorded ones that the test is made with."""
    counted = latest.count is not None and previous.count is not None
    tells_events = counted and indicator.unit is not Unit.PERCENTAGE
    percent = _percent(indicator, previous, latest)
    test, interval, ratio = _tested(indicator, previous, latest, spread, scales)
    tells_percent = ratio is not None and not isinstance(percent, Reason)
    return Change(
        difference=latest.value - previous.value,
        percent=percent,
        count_difference=(latest.count or 0) - (previous.count or 0) if tells_events else None,
        test=test,
        interval=interval,
        percent_interval=_as_percent(ratio) if ratio and tells_percent else None,
    )


def _tested(
    indicator: Indicator,
    previous: Quantity,
    latest: Quantity,
    spread: Spread | None,
    scales: tuple[float, float],
) -> tuple[Test | Reason, Interval | None, Interval | None]:
    """The test, the interval of the difference, and that of the ratio of counts and rates."""
    if previous.count is None or latest.count is None:
        return Reason(ReasonCode.NO_TEST, _no_counts(indicator)), None, None
    if indicator.unit is Unit.PERCENTAGE:
        return *_proportions(indicator, previous, latest), None
    bases = (1.0, 1.0) if indicator.unit is Unit.COUNT else (previous.base, latest.base)
    if not bases[0] or not bases[1]:
        return Reason(ReasonCode.NO_TEST, _no_counts(indicator)), None, None
    if indicator.unit is Unit.RATIO and spread is None:
        why = (
            f"{indicator.noun.capitalize()} cluster in persons, and no monthly figures show how "
            "far, so chance cannot be excluded."
        )
        return Reason(ReasonCode.NO_TEST, why), None, None
    seen = (previous.count / scales[0], latest.count / scales[1])
    over = (bases[0] / scales[0], bases[1] / scales[1])
    test = spread_test(*seen, *over, spread)
    difference = rate_difference(*seen, *over, test)
    return test, _scaled(difference, SCALES[indicator.unit]), ratio_interval(*seen, *over, test)


def _proportions(
    indicator: Indicator, previous: Quantity, latest: Quantity
) -> tuple[Test | Reason, Interval | None]:
    """The two-sample test and Newcombe's interval in points; where they disagree, no test."""
    if previous.count is None or latest.count is None or not previous.base or not latest.base:
        return Reason(ReasonCode.NO_TEST, _no_counts(indicator)), None
    if not (0 <= previous.count <= previous.base and 0 <= latest.count <= latest.base):
        return Reason(ReasonCode.NO_TEST, "The cases are no part of their base."), None
    sample = (previous.count, previous.base, latest.count, latest.base)
    test = proportion_test(*sample)
    interval = _scaled(newcombe(*sample), 100.0)
    if isinstance(test, Test) and test.significant is interval.holds(0.0):
        test = Reason(
            ReasonCode.NO_TEST,
            "The change lies on the border of chance: the test and the interval disagree.",
        )
    return test, interval


def _scaled(interval: Interval, by: float) -> Interval:
    return Interval(by * interval.lower, by * interval.upper, interval.method, interval.level)


def _as_percent(ratio: Interval) -> Interval:
    return Interval(100 * (ratio.lower - 1), 100 * (ratio.upper - 1), ratio.method, ratio.level)


def _no_counts(indicator: Indicator) -> str:
    match indicator.unit:
        case Unit.PERCENTAGE:
            what = "no numbers of respondents or cases"
        case Unit.RATIO:
            what = "no numbers of events and persons"
        case _:
            what = f"no numbers of {indicator.noun}"
    return f"The source gives {what}, so chance cannot be excluded."
