"""Readings put into the indicator's unit: counts, rates over their population, percentages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import AS_GIVEN, Reading
from safer_desktop.domain.evidence import Quantity, Reason, ReasonCode
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period, PeriodKind, add_months, months_between

YEARS_BACK = 3
"""How far back a population may be borrowed where its own year is not loaded."""

BORROWED = "the latest loaded"
"""Words that mark a population borrowed from an earlier year."""

SCALES = {
    Unit.COUNT: 1.0,
    Unit.RATE_POPULATION: 1000.0,
    Unit.RATE_HOUSEHOLDS: 1000.0,
    Unit.PERCENTAGE: 100.0,
    Unit.RATIO: 1.0,
}
_BASE_WORDS = {Unit.RATE_POPULATION: "population", Unit.RATE_HOUSEHOLDS: "households"}


class Basis(Enum):
    """Whether a rate is worked out from counts or is the source's own."""

    COUNTED = auto()
    GIVEN = auto()


@dataclass(frozen=True, slots=True)
class Base:
    """What a count is divided by, and the reading that gives it."""

    value: float
    words: str
    note: str
    reading: Reading


def is_given(quantity: Quantity) -> bool:
    """Whether the number is the source's own result, and not worked out here."""
    return quantity.method == AS_GIVEN


def quantity(
    dataset: Dataset,
    indicator: Indicator,
    area: str,
    period: Period,
    basis: Basis | None = None,
) -> Quantity | Reason:
    """The indicator for one area and exactly this span, in the indicator's unit.

    A rate is worked out from counts wherever these are there with a population; else the source's
    own rate is taken. ``basis`` asks for one of the two alone.
    """
    return dataset.remembered(
        indicator.code,
        ("quantity", area, period, basis),
        lambda: _quantity(dataset, indicator, area, period, basis),
    )


def _quantity(
    dataset: Dataset, indicator: Indicator, area: str, period: Period, basis: Basis | None
) -> Quantity | Reason:
    if not indicator.unit.is_rate:
        return _own_unit(dataset, indicator, area, period)
    counted = _rate(dataset, indicator, area, period)
    if basis is Basis.COUNTED:
        return counted
    given = _own_unit(dataset, indicator, area, period)
    if basis is Basis.GIVEN:
        return given
    if isinstance(counted, Reason) and isinstance(given, Quantity):
        return given
    if isinstance(counted, Reason) and counted.code is ReasonCode.NO_DATA:
        return given
    return counted


def count(dataset: Dataset, indicator: Indicator, area: str, period: Period) -> Quantity | Reason:
    """The count of events for one area and exactly this span."""
    reading = dataset.reading(indicator.code, area, Unit.COUNT, period)
    return reading if isinstance(reading, Reason) else as_quantity(reading, Unit.COUNT)


def latest(dataset: Dataset, indicator: Indicator, area: str, until: date) -> Quantity | Reason:
    """The newest that can be said of the indicator up to a day.

    Of all spans on offer the one with the latest end counts, twelve months before any other
    length. Its gaps are not evaded: if it lacks a month the answer is a Reason, unless the same
    span is there by another road (the source's own total). Single quarters or months of a
    percentage, ratio or given rate stand back behind a yearly figure less than a year older.
    """
    return dataset.remembered(
        indicator.code,
        ("latest", area, until),
        lambda: _latest(dataset, indicator, area, until),
    )


def _latest(dataset: Dataset, indicator: Indicator, area: str, until: date) -> Quantity | Reason:
    offers = _offers(dataset, indicator, area, until)
    if not offers:
        return quantity(dataset, indicator, area, _twelve_months(until))
    end, months = max((offer.end, offer.months) for offer in offers)
    best = [offer for offer in offers if (offer.end, offer.months) == (end, months)]
    best.sort(key=lambda offer: offer.kind is not PeriodKind.ROLLING_12)
    found = [quantity(dataset, indicator, area, offer) for offer in best]
    return next((it for it in found if isinstance(it, Quantity)), found[0])


def latest_count(
    dataset: Dataset, indicator: Indicator, area: str, until: date
) -> Quantity | Reason:
    """The newest count of a whole year: twelve months to the last complete one, or as given."""
    offers = dataset.offered(indicator.code, area, Unit.COUNT, until)
    years = [offer for offer in offers if offer.months == 12]
    if offers and not years:
        name = dataset.catalogue.area(area).name
        return Reason(ReasonCode.UNLIKE_PERIODS, f"{name} has no count for a whole year.")
    return count(dataset, indicator, area, max(years, default=_twelve_months(until)))


def as_quantity(reading: Reading, unit: Unit) -> Quantity | Reason:
    """A reading of this unit as a quantity; the source's own result before one worked out."""
    value = reading.numerator if unit is Unit.COUNT else reading.value
    if value is None:
        if not reading.denominator or reading.numerator is None:
            return Reason(
                ReasonCode.NOT_APPLICABLE, f"There are no cases in {reading.period.label}."
            )
        value = SCALES[unit] * reading.numerator / reading.denominator
    over = "" if unit is Unit.COUNT or reading.how == AS_GIVEN else " over the sum of their bases"
    return Quantity(
        value=value,
        unit=unit,
        period=reading.period,
        sources=reading.ids,
        method=reading.how + over,
        count=reading.numerator,
        base=reading.denominator,
        status=reading.status,
    )


def base_of(dataset: Dataset, indicator: Indicator, area: str, period: Period) -> Base | Reason:
    """The population or households that a span's count is divided by.

    It is the mid-year estimate of the calendar year in which the larger part of the span lies
    (the earlier year if both hold half); where that is not loaded, the nearest earlier one, up to
    three years back, and its note says so.
    """
    if not indicator.denominator:
        return Reason(ReasonCode.NO_DENOMINATOR, f"{indicator.name} has no series to divide by.")
    words, wanted = _BASE_WORDS[indicator.unit], mid_year(period)
    return dataset.remembered(
        indicator.denominator,
        ("base", area, words, wanted),
        lambda: _base(dataset, indicator.denominator, area, words, wanted),
    )


def _base(dataset: Dataset, series: str, area: str, words: str, wanted: int) -> Base | Reason:
    for year in range(wanted, wanted - YEARS_BACK - 1, -1):
        reading = dataset.reading(series, area, Unit.COUNT, Period.calendar_year(year))
        if isinstance(reading, Reading) and reading.numerator:
            base = f"mid-{year} {words}"
            note = base if year == wanted else f"{base}, {BORROWED} up to {wanted}"
            return Base(reading.numerator, base, note, reading)
    name = dataset.catalogue.area(area).name
    return Reason(
        ReasonCode.NO_DENOMINATOR,
        f"No {words} figure for {name} is loaded for {wanted} or the {YEARS_BACK} years before.",
    )


@cache
def mid_year(period: Period) -> int:
    """The calendar year that holds the larger part of the span; the earlier one on a tie."""
    first_year = period.start.year
    in_first = min(months_between(period.start, date(first_year, 12, 1)) + 1, period.months)
    return first_year if 2 * in_first >= period.months else first_year + 1


def units_of(indicator: Indicator) -> tuple[Unit, ...]:
    """The units in which observations serve the indicator, the preferred one first."""
    return (Unit.COUNT, indicator.unit) if indicator.unit.is_rate else (indicator.unit,)


def _rate(dataset: Dataset, indicator: Indicator, area: str, period: Period) -> Quantity | Reason:
    reading = dataset.reading(indicator.code, area, Unit.COUNT, period)
    if isinstance(reading, Reason):
        return reading
    base = base_of(dataset, indicator, area, period)
    if isinstance(base, Reason):
        return base
    events = reading.numerator or 0.0
    span = "" if period.months == 12 else f" in {period.months} months"
    how = "count as the source gives it" if reading.how == AS_GIVEN else reading.how
    return Quantity(
        value=SCALES[indicator.unit] * events / base.value,
        unit=indicator.unit,
        period=reading.period,
        sources=(*reading.ids, *base.reading.ids),
        method=f"{how} over {base.words}, per 1,000{span}",
        count=events,
        base=base.value,
        base_note=base.note,
        status=reading.status,
    )


def _own_unit(
    dataset: Dataset, indicator: Indicator, area: str, period: Period
) -> Quantity | Reason:
    reading = dataset.reading(indicator.code, area, indicator.unit, period)
    return reading if isinstance(reading, Reason) else as_quantity(reading, indicator.unit)


def _offers(dataset: Dataset, indicator: Indicator, area: str, until: date) -> list[Period]:
    offers = {
        period
        for unit in units_of(indicator)
        for period in dataset.offered(indicator.code, area, unit, until)
    }
    years = [offer.end for offer in offers if offer.months == 12]
    if indicator.unit is Unit.COUNT or not years:
        return list(offers)
    fresh_until = add_months(max(years).replace(day=1), 12)
    return [o for o in offers if not _is_short(o) or o.end >= fresh_until]


def _is_short(period: Period) -> bool:
    return period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)


def _twelve_months(until: date) -> Period:
    return Period.rolling_12(until.year, until.month)
