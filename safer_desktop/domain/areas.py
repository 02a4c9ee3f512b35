"""Areas and the groups they are compared in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class AreaKind(StrEnum):
    """What sort of area; only like kinds are ranked together."""

    DISTRICT = "district"
    COUNTY = "county or unitary area"
    FORCE = "police force area"
    CSP = "community safety partnership"
    REGION = "region"
    FOOTPRINT = "wider footprint"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Area:
    """A place with figures of its own.

    ``code`` is the ONS code where there is one, else a short word (``LLR``). ``parts`` are the
    codes of the areas that make it up exactly, so that its counts are the sum of theirs.
    ``other_names`` are how partners also write it.
    """

    code: str
    name: str
    kind: AreaKind
    parts: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    short_name: str = ""

    @property
    def short(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Membership:
    """One area's time in a group; open ends are ``None``."""

    area: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the area belongs to the group on this day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class GroupMethod(StrEnum):
    """How a group's average is made; the words are printed beside it."""

    MEAN_WITH_SELF = "unweighted mean of the members' rates, including the area itself"
    MEAN_WITHOUT_SELF = "unweighted mean of the other members' rates"
    POOLED = "pooled rate of all members"


@dataclass(frozen=True, slots=True)
class Group:
    """Areas compared with one another: a most similar group, or a region's counties.

    Membership is not symmetric, so a group belongs to the area ``of`` (empty: to every member).
    Ranks count from 1 = lowest value when ``lowest_first``, and always say so.
    """

    code: str
    name: str
    members: tuple[Membership, ...]
    method: GroupMethod
    of: str = ""
    lowest_first: bool = True
    average_area: str = field(default="")
    """Area code under which partners give this group's average, if they do."""

    def members_on(self, day: date) -> tuple[str, ...]:
        """Codes of the members on this day, in the order given."""
        return tuple(m.area for m in self.members if m.holds_on(day))

    @property
    def rank_direction(self) -> str:
        """What rank 1 means, in words."""
        return "1 = lowest" if self.lowest_first else "1 = highest"
