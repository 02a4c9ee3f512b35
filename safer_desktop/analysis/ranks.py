"""Ranks: an area's place among others for the same span, and the places that chance allows."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safer_desktop.analysis.change import dispersion_of, printed
from safer_desktop.analysis.compare import like_values, no_comparator
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.intervals import normal_point
from safer_desktop.analysis.quantities import SCALES, base_of
from safer_desktop.domain.display import listed
from safer_desktop.domain.evidence import MemberValue, Quantity, Rank, Reason, ReasonCode
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LOWEST_FIRST = "1 = lowest"
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class _Set:
    """Areas to rank together."""

    group: str
    name: str
    members: tuple[str, ...]
    direction: str


@dataclass(frozen=True, slots=True)
class _Ranking:
    """All places of one set: the members from first to last, and for each its place."""

    members: tuple[MemberValue, ...]
    places: dict[str, tuple[int, bool]]
    could_be: dict[str, tuple[int, int]] | Reason


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


def possible_places(
    events: Sequence[float],
    bases: Sequence[float],
    dispersions: Sequence[float],
    *,
    shares: bool,
    level: float = LEVEL,
) -> list[tuple[int, int]]:
    """For each of several rates (or shares) the first and the last place that it could have.

    Place 1 is the lowest. Every pair is compared at ``level`` on the scale on which chance is even:
    square roots of rates (Freeman and Tukey 1950: sqrt(O) + sqrt(O + 1), variance phi, over the
    root of the base), arcsine roots of shares. The first place is one behind the areas that are
    below beyond chance, the last one before those above: the marginal confidence sets for ranks of
    Mogstad, Romano, Shaikh and Wilhelm (Review of Economic Studies 2024) without their allowance
    for many comparisons. Over the areas of a set they hold the true place in at least ``level`` of
    cases, equal rates included (simulated for 7 to 60 areas: ``bench analysis``).
    """
    import numpy as np

    seen, over = np.asarray(events, float), np.asarray(bases, float)
    spread = np.maximum(1.0, np.asarray(dispersions, float))
    count = len(seen)
    if count < 2:
        return [(1, 1)] * count
    if shares:
        heights = np.arcsin(np.sqrt(seen / (over + 1))) + np.arcsin(
            np.sqrt((seen + 1) / (over + 1))
        )
        variances = spread / (over + 0.5)
    else:
        heights = (np.sqrt(seen) + np.sqrt(seen + 1)) / np.sqrt(over)
        variances = spread / over
    apart: Numbers = (heights[:, None] - heights[None, :]) / np.sqrt(
        variances[:, None] + variances[None, :]
    )
    point = normal_point(level)
    first = 1 + (apart > point).sum(axis=1)
    last = count - (apart < -point).sum(axis=1)
    return list(zip(first.tolist(), last.tolist(), strict=True))


def _sets(dataset: Dataset, indicator: Indicator, area: str, period: Period) -> tuple[_Set, ...]:
    catalogue = dataset.catalogue
    groups = tuple(
        _Set(group.code, group.name, dataset.members_on(group, period.end), group.rank_direction)
        for group in dataset.groups_for(indicator, area)
    )
    if area not in catalogue.districts:
        return groups
    name = f"districts of {catalogue.home_area.name}"
    return (_Set("", name, catalogue.districts, LOWEST_FIRST), *groups)


def _rank(
    dataset: Dataset, indicator: Indicator, area: str, period: Period, ranked: _Set
) -> Rank | Reason:
    codes = ranked.members if area in ranked.members else (*ranked.members, area)
    ranking = dataset.remembered(
        indicator.code,
        ("ranking", codes, ranked.direction, period),
        lambda: _ranking(dataset, indicator, codes, ranked, period),
    )
    if isinstance(ranking, Reason):
        return ranking
    position, tied = ranking.places[area]
    could_be = ranking.could_be
    return Rank(
        position=position,
        of=len(ranking.members),
        tied=tied,
        group=ranked.group,
        name=ranked.name,
        direction=ranked.direction,
        period=period,
        members=ranking.members,
        could_be=could_be if isinstance(could_be, Reason) else could_be[area],
    )


def _ranking(
    dataset: Dataset, indicator: Indicator, codes: tuple[str, ...], ranked: _Set, period: Period
) -> _Ranking | Reason:
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
    ordered = sorted(values, key=lambda v: keys[v.area])
    heights = sorted(keys.values())
    places = {
        area: (1 + bisect_left(heights, key), heights.count(key) > 1) for area, key in keys.items()
    }
    could_be = _could_be(dataset, indicator, ordered, period)
    if not isinstance(could_be, Reason):
        could_be = {
            area: _widened(place if sign > 0 else _turned(place, len(ordered)), places[area][0])
            for area, place in could_be.items()
        }
    return _Ranking(tuple(ordered), places, could_be)


def _turned(place: tuple[int, int], of: int) -> tuple[int, int]:
    """The same places counted from the other end."""
    return of + 1 - place[1], of + 1 - place[0]


def _widened(place: tuple[int, int], printed_place: int) -> tuple[int, int]:
    """Areas that are equal in print share the best place, which the span then holds too."""
    return min(place[0], printed_place), max(place[1], printed_place)


def _could_be(
    dataset: Dataset, indicator: Indicator, values: Sequence[MemberValue], period: Period
) -> dict[str, tuple[int, int]] | Reason:
    """The places that chance allows, 1 = lowest, or why they cannot be told."""
    if indicator.unit is Unit.RATIO:
        return Reason(
            ReasonCode.NO_TEST,
            f"{indicator.noun.capitalize()} cluster in persons: how far chance moves the rank "
            "cannot be told.",
        )
    behind = [_behind(dataset, indicator, v, period) for v in values]
    known = [it for it in behind if it is not None]
    if len(known) < len(values):
        unknown = [v.area for v, it in zip(values, behind, strict=True) if it is None]
        names = listed([dataset.catalogue.area(code).name for code in unknown])
        return Reason(
            ReasonCode.NO_TEST,
            f"How far chance moves the rank cannot be told without the numbers behind the figures "
            f"of {names}.",
        )
    spreads = [dispersion_of(dataset, indicator, v.area, period) for v in values]
    # Areas without months are taken to vary as the one that varies most.
    widest = max((spread[0] for spread in spreads if spread), default=1.0)
    places = possible_places(
        [events for events, _ in known],
        [base for _, base in known],
        [spread[0] if spread else widest for spread in spreads],
        shares=indicator.unit is Unit.PERCENTAGE,
    )
    return {v.area: place for v, place in zip(values, places, strict=True)}


def _behind(
    dataset: Dataset, indicator: Indicator, member: MemberValue, period: Period
) -> tuple[float, float] | None:
    """Events and base of a member's figure; those of a bare rate are worked back from its base."""
    value = member.value
    if isinstance(value, Reason):
        return None
    base = value.base
    if base is None and indicator.unit.is_rate:
        found = base_of(dataset, indicator, member.area, period)
        base = None if isinstance(found, Reason) else found.value
    if not base:
        return None
    events = value.count if value.count is not None else value.value * base / SCALES[value.unit]
    within = events >= 0 and (indicator.unit is not Unit.PERCENTAGE or events <= base)
    return (events, base) if within and math.isfinite(events) else None
