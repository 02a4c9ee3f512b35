"""Figures: what the analysis says of one indicator in one area, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Comparator,
    Direction,
    MemberValue,
    Quantity,
    Rank,
    Rating,
    Reason,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything said of one indicator in one area for one edition.

    ``latest`` and ``previous`` are like periods, one year apart. ``history`` holds every longer
    period that the source itself gives (quarters, years, part years) in order of time;
    ``annual`` is the change between the last two whole years where ``latest`` is a part year.
    ``crossed`` are the definition breaks between the start of ``previous`` and the end of
    ``latest``. ``stale_days`` counts days past the expected delivery at the end of the edition.
    """

    indicator: str
    area: str
    edition: Edition
    latest: Quantity | Reason
    previous: Quantity | Reason
    change: Change | Reason
    direction: Direction
    verdict: Verdict
    comparators: tuple[Comparator, ...]
    no_comparator: Reason | None
    rank: Rank | Reason
    rating: Rating
    history: tuple[Quantity, ...] = ()
    annual: AnnualChange | None = None
    crossed: tuple[DefinitionBreak, ...] = ()
    as_of: date | None = None
    stale_days: int = 0
    notes: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """Ids of all stored observations that any part of the figure used."""
        ids: dict[int, None] = {}
        for quantity in self.quantities:
            ids.update(dict.fromkeys(quantity.sources))
        return tuple(ids)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All numbers in the figure, in reading order."""
        found = [q for q in (self.latest, self.previous) if isinstance(q, Quantity)]
        found.extend(c.value for c in self.comparators)
        if isinstance(self.rank, Rank):
            found.extend(m.value for m in self.rank.members if isinstance(m.value, Quantity))
        if self.annual:
            found.extend((self.annual.latest, self.annual.previous))
        found.extend(self.history)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class AnnualChange:
    """The last two whole years, told beside a part year."""

    latest: Quantity
    previous: Quantity
    change: Change | Reason


@dataclass(frozen=True, slots=True)
class Trend:
    """An indicator's course in one area.

    ``points`` are the shortest periods the source gives (months, else quarters, else years),
    every one from first to last present, gaps with value None, in ``point_unit``. ``rolling`` is
    the rolling-12-month line in the indicator's unit (empty unless months or quarters add up);
    it breaks where a month is missing. ``comparator`` is the average line's value with its name,
    in the indicator's unit, if there is one.
    """

    indicator: str
    area: str
    points: tuple[TrendPoint, ...]
    point_unit: Unit
    point_words: str
    rolling: tuple[TrendPoint, ...]
    rolling_unit: Unit
    breaks: tuple[DefinitionBreak, ...]
    comparator: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class DistrictBars:
    """District comparison in one unit and like periods, highest first; reasons last."""

    indicator: str
    unit: Unit
    period: Period | None
    bars: tuple[MemberValue, ...]
    county: MemberValue
    interval_words: str
    reason: Reason | None = None
