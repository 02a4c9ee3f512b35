"""The catalogue: priorities, indicators, areas and groups of one council."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TypeVar

from safer_desktop.domain.areas import Area, AreaKind, Group, Membership
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import (
    BridgeKind,
    Contact,
    DefinitionBreak,
    Indicator,
    Priority,
    TargetKind,
)
from safer_desktop.domain.periods import month_label

_T = TypeVar("_T")
_Coded = TypeVar("_Coded", Priority, Indicator, Area, Group)


class CatalogueError(SaferError):
    """The catalogue contradicts itself."""


@dataclass(frozen=True)
class Catalogue:
    """What is measured, where and against whom.

    ``home`` is the county's area code, ``districts`` the codes of its districts in the order in
    which they are shown. Order of the tuples is the order on screen and in the paper. Raises
    :class:`CatalogueError` when a code is used twice or names nothing.
    """

    council: str
    home: str
    districts: tuple[str, ...]
    priorities: tuple[Priority, ...]
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    groups: tuple[Group, ...]
    contacts: tuple[Contact, ...] = ()
    _indicators: dict[str, Indicator] = field(init=False, repr=False, compare=False)
    _areas: dict[str, Area] = field(init=False, repr=False, compare=False)
    _groups: dict[str, Group] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_indicators", _by_code("indicator", self.indicators))
        object.__setattr__(self, "_areas", _by_code("area", self.areas))
        object.__setattr__(self, "_groups", _by_code("group", self.groups))
        self._check()

    def indicator(self, code: str) -> Indicator:
        """The indicator of this code; :class:`CatalogueError` if there is none."""
        return _get("indicator", self._indicators, code)

    def area(self, code: str) -> Area:
        """The area of this code; :class:`CatalogueError` if there is none."""
        return _get("area", self._areas, code)

    def group(self, code: str) -> Group:
        """The group of this code; :class:`CatalogueError` if there is none."""
        return _get("group", self._groups, code)

    def has_indicator(self, code: str) -> bool:
        """Whether this code names an indicator."""
        return code in self._indicators

    def has_area(self, code: str) -> bool:
        """Whether this code names an area."""
        return code in self._areas

    def of_priority(self, code: str) -> tuple[Indicator, ...]:
        """The indicators under one priority, in order."""
        return tuple(i for i in self.indicators if i.priority == code)

    @property
    def headline(self) -> tuple[Indicator, ...]:
        """The indicators that stand under a priority, in the order of the priorities."""
        return tuple(i for p in self.priorities for i in self.of_priority(p.code))

    def whom_to_ask(self, indicator: Indicator) -> str:
        """The indicator's own contact, or its partner's; empty where nobody is known."""
        if indicator.contact:
            return indicator.contact
        asked = indicator.partner.casefold()
        found = (it.words for it in self.contacts if asked and it.partner.casefold() == asked)
        return next(found, "")

    @property
    def home_area(self) -> Area:
        """The county."""
        return self.area(self.home)

    @property
    def reporting_areas(self) -> tuple[Area, ...]:
        """The county and its districts: what the area picker offers."""
        return (self.home_area, *(self.area(code) for code in self.districts))

    def groups_for(self, indicator: Indicator, area: str) -> tuple[Group, ...]:
        """The indicator's comparator groups that serve this area."""
        groups = (self.group(code) for code in indicator.groups)
        return tuple(
            g
            for g in groups
            if g.of == area or (not g.of and any(m.area == area for m in g.members))
        )

    def _check(self) -> None:
        _by_code("priority", self.priorities)
        priorities = {p.code for p in self.priorities}
        for code in (self.home, *self.districts):
            _get("area", self._areas, code)
        for area in self.areas:
            for part in area.parts:
                _get("area", self._areas, part)
        self._check_parts()
        for group in self.groups:
            self._check_group(group)
        for indicator in self.indicators:
            if indicator.priority and indicator.priority not in priorities:
                raise CatalogueError(
                    f"Indicator '{indicator.name}' stands under priority "
                    f"'{indicator.priority}', which is not in the catalogue."
                )
            _get("area", self._areas, indicator.footprint)
            if indicator.denominator:
                _get("indicator", self._indicators, indicator.denominator)
            for code in indicator.groups:
                _get("group", self._groups, code)
            if indicator.counts:
                _get("indicator", self._indicators, indicator.counts)
            for found in indicator.breaks:
                self._check_bridge(indicator, found)
            _check_target(indicator)
        if self.home_area.kind is not AreaKind.COUNTY:
            raise CatalogueError(f"{self.home_area.name} is not a county or unitary area.")

    def _check_bridge(self, indicator: Indicator, at: DefinitionBreak) -> None:
        bridge = at.bridge
        if bridge is None:
            return
        where = f"The bridge of '{indicator.name}' across {at.on.day} {month_label(at.on)}"
        if not (bridge.reason and bridge.source and bridge.who):
            raise CatalogueError(f"{where} needs a reason, a source and a name.")
        if bridge.kind is BridgeKind.PARALLEL:
            series = _get("indicator", self._indicators, bridge.series)
            if series.unit is not indicator.unit or series.code == indicator.code:
                raise CatalogueError(
                    f"{where} names '{series.name}', which is no other series in the same unit."
                )
        elif bridge.factor is None or not isfinite(bridge.factor) or bridge.factor <= 0:
            raise CatalogueError(f"{where} needs a factor above nought.")

    def _check_group(self, group: Group) -> None:
        for code in (group.of, group.average_area):
            if code:
                _get("area", self._areas, code)
        for member in group.members:
            area = _get("area", self._areas, member.area)
            if member.since and member.until and member.until < member.since:
                raise CatalogueError(
                    f"{area.name}'s time in the group '{group.name}' ends before it begins."
                )
        for n, member in enumerate(group.members):
            if any(_overlap(member, other) for other in group.members[:n]):
                name = self.area(member.area).name
                raise CatalogueError(
                    f"{name} would be in the group '{group.name}' twice at the same time."
                )

    def _check_parts(self) -> None:
        """An area within itself would be added up for ever."""
        sound: set[str] = set()

        def follow(code: str, above: tuple[str, ...]) -> None:
            if code in above:
                raise CatalogueError(f"{self.area(code).name} would be a part of itself.")
            if code not in sound:
                for part in self.area(code).parts:
                    follow(part, (*above, code))
                sound.add(code)

        for area in self.areas:
            follow(area.code, ())


def _overlap(one: Membership, other: Membership) -> bool:
    return (
        one.area == other.area
        and (one.since or date.min) <= (other.until or date.max)
        and (other.since or date.min) <= (one.until or date.max)
    )


def _check_target(indicator: Indicator) -> None:
    target = indicator.target
    needed = {
        TargetKind.AT_MOST: (target.high,),
        TargetKind.AT_LEAST: (target.low,),
        TargetKind.RANGE: (target.low, target.high),
    }.get(target.kind, ())
    if None in needed:
        raise CatalogueError(
            f"The target of '{indicator.name}' is {target.kind}, but the value is not given."
        )
    given = [bound for bound in (target.low, target.high) if bound is not None]
    if not all(isfinite(bound) for bound in (*given, target.amber_percent)):
        raise CatalogueError(f"The target of '{indicator.name}' needs finite numbers.")
    if target.kind is TargetKind.RANGE and given[0] >= given[1]:
        raise CatalogueError(
            f"The target range of '{indicator.name}' must begin below its end: "
            f"{given[0]:g} is not below {given[1]:g}."
        )
    if target.amber_percent < 0:
        raise CatalogueError(
            f"The margin within which '{indicator.name}' is close to its target cannot be negative."
        )


def _by_code(noun: str, items: Iterable[_Coded]) -> dict[str, _Coded]:
    found: dict[str, _Coded] = {}
    for item in items:
        if item.code in found:
            raise CatalogueError(f"The catalogue has two entries for {noun} '{item.code}'.")
        found[item.code] = item
    return found


def _get(noun: str, found: dict[str, _T], code: str) -> _T:
    try:
        return found[code]
    except KeyError:
        raise CatalogueError(f"The catalogue has no {noun} '{code}'.") from None
