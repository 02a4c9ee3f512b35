"""Benchmarks and ranks: the area's figure among others for the same span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import AS_GIVEN, Reading, softest
from safer_desktop.analysis.intervals import interval
from safer_desktop.analysis.quantities import SCALES, Basis, is_given, quantity
from safer_desktop.domain.areas import Group, GroupMethod
from safer_desktop.domain.display import listed
from safer_desktop.domain.evidence import (
    Comparator,
    MemberValue,
    Quantity,
    Reason,
    ReasonCode,
    Standing,
)
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period

SIMILAR_WITHIN = 0.02
"""Share of the benchmark within which a figure without an interval counts as similar to it."""

COUNTY = "County"


def comparators_of(
    dataset: Dataset, indicator: Indicator, area: str, latest: Quantity | Reason
) -> tuple[Comparator, ...]:
    """Every benchmark with a figure for the same span as ``latest``.

    Per group the average that a partner gives comes before the one worked out from the members
    (at least two besides the area itself, and at least half of them); a district's last
    benchmark is its county. Counts have no benchmark: they go with the size of an area.
    """
    if isinstance(latest, Reason) or indicator.unit is Unit.COUNT:
        return ()
    found: list[Comparator] = []
    for group in dataset.groups_for(indicator, area):
        averages = group_averages(dataset, indicator, group, area, latest.period)
        for value, given in ((averages.given, True), (averages.worked_out, False)):
            if value is not None:
                counted = (averages.present, averages.of)
                found.append(_comparator(group.code, group.name, latest, value, given, counted))
    if area in dataset.catalogue.districts:
        county = quantity(dataset, indicator, dataset.catalogue.home, latest.period)
        if isinstance(county, Quantity):
            found.append(_comparator("", COUNTY, latest, county, is_given(county), (1, 1)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Averages:
    """A group's averages for one span: the partner's own and ours, kept apart.

    ``present`` of ``of`` members have a figure.
    """

    given: Quantity | None
    worked_out: Quantity | None
    present: int
    of: int


def group_averages(
    dataset: Dataset, indicator: Indicator, group: Group, area: str, period: Period
) -> Averages:
    """The averages that an area is compared with; membership is that on the span's last day."""
    values = like_values(dataset, indicator, dataset.members_on(group, period.end), period)
    has_own = any(v.area == area and isinstance(v.value, Quantity) for v in values)
    # Members with figures share one average, unless it leaves out the area itself.
    whose = "" if has_own and group.method is not GroupMethod.MEAN_WITHOUT_SELF else area

    def work() -> Averages:
        return Averages(
            _given_average(dataset, indicator, group, period),
            _average(group, area, values, period),
            sum(isinstance(v.value, Quantity) for v in values),
            len(values),
        )

    return dataset.remembered(indicator.code, ("averages", group.code, whose, period), work)


def no_comparator(
    dataset: Dataset, indicator: Indicator, area: str, latest: Quantity | Reason
) -> Reason:
    """Why an area has no benchmark."""
    if isinstance(latest, Reason):
        return Reason(ReasonCode.NO_COMPARATOR, f"There is no figure to compare. {latest.text}")
    if indicator.unit is Unit.COUNT:
        return Reason(
            ReasonCode.NOT_APPLICABLE,
            "Counts go with the size of an area and are not compared between areas.",
        )
    groups = dataset.groups_for(indicator, area)
    names = [group.name for group in groups]
    if area in dataset.catalogue.districts:
        names.append("the county")
    if not names:
        return Reason(ReasonCode.NO_COMPARATOR, f"{indicator.name} has no comparator group.")
    return Reason(
        ReasonCode.NO_COMPARATOR,
        f"Nothing is loaded for {listed(names)} for {latest.period.label}.",
    )


def like_values(
    dataset: Dataset, indicator: Indicator, areas: Sequence[str], period: Period
) -> tuple[MemberValue, ...]:
    """The areas' figures for one span, all worked out in the same way if that can be.

    Rates worked out from counts for every area come first, then the source's own for every area,
    then whichever each area has.
    """

    def work() -> tuple[MemberValue, ...]:
        for basis in (Basis.COUNTED, Basis.GIVEN):
            values = _values(dataset, indicator, areas, period, basis)
            if all(isinstance(v.value, Quantity) for v in values):
                return values
        return _values(dataset, indicator, areas, period, None)

    return dataset.remembered(indicator.code, ("like_values", tuple(areas), period), work)


def standing_of(latest: Quantity, benchmark: Quantity) -> tuple[Standing, str]:
    """Above, below or similar, and by what test, in words."""
    limits = interval(latest)
    if limits is not None:
        words = "the area's 95% interval against the average"
        if limits[0] > benchmark.value:
            return Standing.ABOVE, words
        return (Standing.BELOW if limits[1] < benchmark.value else Standing.SIMILAR), words
    words = "the source gives no counts for an interval; within 2% counts as similar"
    gap = latest.value - benchmark.value
    if abs(gap) <= SIMILAR_WITHIN * abs(benchmark.value) + 1e-12:
        return Standing.SIMILAR, words
    return (Standing.ABOVE if gap > 0 else Standing.BELOW), words


def _values(
    dataset: Dataset,
    indicator: Indicator,
    areas: Sequence[str],
    period: Period,
    basis: Basis | None,
) -> tuple[MemberValue, ...]:
    values = []
    for area in areas:
        value = quantity(dataset, indicator, area, period, basis)
        limits = interval(value) if isinstance(value, Quantity) else None
        values.append(MemberValue(area, value, limits))
    return tuple(values)


def _given_average(
    dataset: Dataset, indicator: Indicator, group: Group, period: Period
) -> Quantity | None:
    """The average that stands under the group's own area code; never a sum of the members."""
    if not group.average_area:
        return None
    for unit, basis in ((indicator.unit, Basis.GIVEN), (Unit.COUNT, Basis.COUNTED)):
        reading = dataset.reading(indicator.code, group.average_area, unit, period)
        if isinstance(reading, Reading) and not reading.parts:
            found = quantity(dataset, indicator, group.average_area, period, basis)
            if isinstance(found, Quantity):
                return found
    return None


def averaged(group: Group, area: str, values: Sequence[MemberValue]) -> tuple[MemberValue, ...]:
    """The members that go into a group's average; none where too few have a figure.

    At least two areas besides the area itself are needed, and at least half of the members.
    """
    present = [v for v in values if isinstance(v.value, Quantity)]
    if group.method is GroupMethod.MEAN_WITHOUT_SELF:
        present = [v for v in present if v.area != area]
    others = sum(v.area != area for v in present)
    if group.method is GroupMethod.POOLED:
        present = [v for v in present if _has_parts(v.value)]
    enough = others >= 2 and 2 * len(present) >= len(values)
    return tuple(present) if enough else ()


def _has_parts(value: Quantity | Reason) -> bool:
    return isinstance(value, Quantity) and value.count is not None and bool(value.base)


def _average(
    group: Group, area: str, values: Sequence[MemberValue], period: Period
) -> Quantity | None:
    used = averaged(group, area, values)
    numbers = [v.value for v in used if isinstance(v.value, Quantity)]
    if not numbers:
        return None
    count = base = None
    if group.method is GroupMethod.POOLED:
        count = sum(q.count or 0.0 for q in numbers)
        base = sum(q.base or 0.0 for q in numbers)
        value = SCALES[numbers[0].unit] * count / base
    else:
        value = sum(q.value for q in numbers) / len(numbers)
    return Quantity(
        value=value,
        unit=numbers[0].unit,
        period=period,
        sources=tuple(dict.fromkeys(number for q in numbers for number in q.sources)),
        method=str(group.method),
        count=count,
        base=base,
        status=softest(q.status for q in numbers),
    )


def _comparator(
    group: str,
    name: str,
    latest: Quantity,
    value: Quantity,
    given: bool,
    members: tuple[int, int],
) -> Comparator:
    standing, test = standing_of(latest, value)
    method = "average given by the partner" if given and value.method == AS_GIVEN else value.method
    return Comparator(
        group=group,
        name=name,
        value=value,
        given=given,
        method=method,
        members=members[0],
        of=members[1],
        standing=standing,
        standing_test=test,
    )
