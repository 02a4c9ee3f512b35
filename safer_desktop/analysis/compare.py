"""Benchmarks and ranks: the area's figure among others for the same span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safer_desktop.analysis.change import printed
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import AS_GIVEN, Reading, softest
from safer_desktop.analysis.intervals import interval
from safer_desktop.analysis.phrases import listed
from safer_desktop.analysis.quantities import SCALES, Basis, is_given, quantity
from safer_desktop.domain.areas import Group, GroupMethod
from safer_desktop.domain.evidence import (
    Comparator,
    MemberValue,
    Quantity,
    Rank,
    Reason,
    ReasonCode,
    Standing,
)
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period

SIMILAR_WITHIN = 0.02
"""Share of the benchmark within which a figure without an interval counts as similar to it."""

LOWEST_FIRST = "1 = lowest"
COUNTY = "County"


@dataclass(frozen=True, slots=True)
class _Set:
    """Areas to rank together."""

    group: str
    name: str
    members: tuple[str, ...]
    direction: str


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
    for group in dataset.catalogue.groups_for(indicator, area):
        members = group.members_on(latest.period.end)
        values = like_values(dataset, indicator, members, latest.period)
        for value, given in (
            (_given_average(dataset, indicator, group, latest.period), True),
            (_average(group, area, values, latest.period), False),
        ):
            if value is not None:
                present = sum(isinstance(v.value, Quantity) for v in values)
                found.append(
                    _comparator(
                        group.code, group.name, latest, value, given, (present, len(values))
                    )
                )
    if area in dataset.catalogue.districts:
        county = quantity(dataset, indicator, dataset.catalogue.home, latest.period)
        if isinstance(county, Quantity):
            found.append(_comparator("", COUNTY, latest, county, is_given(county), (1, 1)))
    return tuple(found)


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
    groups = dataset.catalogue.groups_for(indicator, area)
    names = [group.name for group in groups]
    if area in dataset.catalogue.districts:
        names.append("the county")
    if not names:
        return Reason(ReasonCode.NO_COMPARATOR, f"{indicator.name} has no comparator group.")
    return Reason(
        ReasonCode.NO_COMPARATOR,
        f"Nothing is loaded for {listed(names)} for {latest.period.label}.",
    )


def rank_of(
    dataset: Dataset, indicator: Indicator, area: str, latest: Quantity | Reason
) -> Rank | Reason:
    """The area's place among its districts or in the first group that can be ranked.

    All members must have a figure for the span, since a partial rank misleads. Areas whose
    printed figures are equal share the better rank.
    """
    if isinstance(latest, Reason) or indicator.unit is Unit.COUNT:
        return no_comparator(dataset, indicator, area, latest)
    first_fault: Reason | None = None
    for ranked in _sets(dataset, indicator, area, latest.period):
        rank = _rank(dataset, indicator, area, latest.period, ranked)
        if isinstance(rank, Rank):
            return rank
        first_fault = first_fault or rank
    return first_fault or Reason(
        ReasonCode.NO_COMPARATOR, f"{indicator.name} has no comparator group."
    )


def like_values(
    dataset: Dataset, indicator: Indicator, areas: Sequence[str], period: Period
) -> tuple[MemberValue, ...]:
    """The areas' figures for one span, all worked out in the same way if that can be.

    Rates worked out from counts for every area come first, then the source's own for every area,
    then whichever each area has.
    """
    for basis in (Basis.COUNTED, Basis.GIVEN):
        values = _values(dataset, indicator, areas, period, basis)
        if all(isinstance(v.value, Quantity) for v in values):
            return values
    return _values(dataset, indicator, areas, period, None)


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


def _sets(dataset: Dataset, indicator: Indicator, area: str, period: Period) -> tuple[_Set, ...]:
    catalogue = dataset.catalogue
    groups = tuple(
        _Set(group.code, group.name, group.members_on(period.end), group.rank_direction)
        for group in catalogue.groups_for(indicator, area)
    )
    if area not in catalogue.districts:
        return groups
    name = f"districts of {catalogue.home_area.name}"
    return (_Set("", name, catalogue.districts, LOWEST_FIRST), *groups)


def _rank(
    dataset: Dataset, indicator: Indicator, area: str, period: Period, ranked: _Set
) -> Rank | Reason:
    codes = ranked.members if area in ranked.members else (*ranked.members, area)
    values = like_values(dataset, indicator, codes, period)
    missing = [v.area for v in values if isinstance(v.value, Reason)]
    if missing:
        names = listed([dataset.catalogue.area(code).name for code in missing])
        return Reason(
            ReasonCode.NO_COMPARATOR,
            f"No rank in {ranked.name}: there is no figure for {period.label} for {names}.",
        )
    sign = 1 if ranked.direction == LOWEST_FIRST else -1
    keys = {
        v.area: sign * printed(indicator, v.value) for v in values if isinstance(v.value, Quantity)
    }
    own = keys[area]
    ordered = sorted(values, key=lambda v: keys[v.area])
    return Rank(
        position=1 + sum(key < own for key in keys.values()),
        of=len(keys),
        tied=sum(key == own for key in keys.values()) > 1,
        group=ranked.group,
        name=ranked.name,
        direction=ranked.direction,
        period=period,
        members=tuple(ordered),
    )
