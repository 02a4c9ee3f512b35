"""Figures: what the analysis says of one indicator in one area, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Comparator,
    Direction,
    Interval,
    MemberValue,
    Method,
    Quantity,
    Rank,
    Rating,
    Reason,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.findings import (
    AgeFinding,
    BreakFinding,
    ChangeFinding,
    ComparatorFinding,
    Finding,
    ProjectionFinding,
    RankFinding,
    SignalFinding,
    StandsOutFinding,
    TargetFinding,
    TrendFinding,
)
from safer_desktop.domain.indicators import DefinitionBreak, Frequency, Unit
from safer_desktop.domain.periods import Period

_F = TypeVar("_F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Restated:
    """A printed number that a delivery of the partner ``by`` has moved, before and now."""

    old: Quantity
    new: Quantity
    by: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything said of one indicator in one area for one edition.

    ``latest`` and ``previous`` are like periods, one year apart. ``findings`` are what is said of
    them: one each of movement, target and rank, one or more of comparison, and whatever else was
    found. Direction, verdict, rating, rank and notes are read off the findings. ``history`` holds
    every longer period that the source itself gives (quarters, years, part years) in order of time;
    ``annual`` is the change between the last two whole years where ``latest`` is a part year.
    """

    indicator: str
    area: str
    edition: Edition
    latest: Quantity | Reason
    previous: Quantity | Reason
    findings: tuple[Finding, ...]
    history: tuple[Quantity, ...] = ()
    annual: AnnualChange | None = None
    as_of: date | None = None
    restated: tuple[Restated, ...] = ()

    @property
    def movement(self) -> ChangeFinding:
        """Whether there was a real change since the year before."""
        return next(self._of(ChangeFinding))

    @property
    def change(self) -> Change | Reason:
        """From ``previous`` to ``latest``."""
        return self.movement.change

    @property
    def direction(self) -> Direction:
        """The direction of travel."""
        return self.movement.direction

    @property
    def verdict(self) -> Verdict:
        """What the direction means for this indicator's polarity."""
        return self.movement.verdict

    @property
    def comparators(self) -> tuple[Comparator, ...]:
        """The benchmarks that there are, in the order of their groups."""
        found = (finding.comparator for finding in self._of(ComparatorFinding))
        return tuple(it for it in found if isinstance(it, Comparator))

    @property
    def no_comparator(self) -> Reason | None:
        """Why there is no benchmark, where there is none."""
        found = (finding.comparator for finding in self._of(ComparatorFinding))
        return next((it for it in found if isinstance(it, Reason)), None)

    @property
    def rank(self) -> Rank | Reason:
        """The place among the areas compared."""
        return next(self._of(RankFinding)).rank

    @property
    def rating(self) -> Rating:
        """The target rating."""
        return self.against_target.rating

    @property
    def against_target(self) -> TargetFinding:
        """The figure against its target, chance allowed for."""
        return next(self._of(TargetFinding))

    @property
    def breaks(self) -> tuple[BreakFinding, ...]:
        """Every break between the start of ``previous`` and the end of ``latest``."""
        return tuple(self._of(BreakFinding))

    @property
    def crossed(self) -> tuple[DefinitionBreak, ...]:
        """The breaks that keep ``latest`` from being compared with ``previous``."""
        return tuple(it.at for it in self.breaks if it.blocks)

    @property
    def signals(self) -> tuple[SignalFinding, ...]:
        """What the predicted limits say of the newest points, the weightiest first."""
        return tuple(self._of(SignalFinding))

    @property
    def projection(self) -> ProjectionFinding | None:
        """The part year carried on to its end."""
        return next(self._of(ProjectionFinding), None)

    @property
    def standing_out(self) -> tuple[StandsOutFinding, ...]:
        """The districts that lie beyond the others' spread."""
        return tuple(self._of(StandsOutFinding))

    @property
    def stale_days(self) -> int:
        """Days past the expected delivery at the end of the edition."""
        return self.age.days_late if self.age else 0

    @property
    def age(self) -> AgeFinding | None:
        """That the newest figure ends before the edition does."""
        return next(self._of(AgeFinding), None)

    @property
    def recent_trend(self) -> TrendFinding | None:
        """The trend of five years, where there is one."""
        return next(self._of(TrendFinding), None)

    @property
    def notes(self) -> tuple[str, ...]:
        """The findings that are told in one way only, a sentence each."""
        return tuple(finding.text for finding in self.findings if finding.text)

    @property
    def sources(self) -> tuple[int, ...]:
        """Ids of all stored observations that any part of the figure used."""
        ids: dict[int, None] = {}
        for quantity in self.quantities:
            ids.update(dict.fromkeys(quantity.sources))
        for finding in self.findings:
            ids.update(dict.fromkeys(finding.sources))
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

    def _of(self, kind: type[_F]) -> Iterator[_F]:
        return (finding for finding in self.findings if isinstance(finding, kind))


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


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One area in a funnel plot: its figure over the size of its base.

    ``expected`` is where its figure would lie, in the figure's unit, if the area were like the
    others; ``stands_out`` tells that it does not.
    """

    area: str
    value: Quantity
    base: float
    expected: Interval
    stands_out: bool


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """Limits about the centre at one level, for the bases of ``Funnel.bases``."""

    level: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Areas of unlike size against their common rate, in the indicator's unit.

    ``centre`` is the pooled rate. ``limits`` are drawn over ``bases``; ``dispersion`` is the
    variance over the mean that they allow for (1: chance alone). ``rule`` says in words when an
    area stands out, ``false_rate`` how often any of like areas would by chance.
    """

    indicator: str
    unit: Unit
    period: Period
    centre: float
    points: tuple[FunnelPoint, ...]
    bases: tuple[float, ...]
    limits: tuple[FunnelLimits, ...]
    dispersion: float
    method: Method
    rule: str
    false_rate: float


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is awaited of one indicator, from whom, and whom to ask.

    ``as_of`` is the end of its newest figure in any area (None: nothing is loaded), ``due`` the
    day by which the next was expected, ``days_late`` how long before the end of the edition that
    was. ``missing`` are gaps between the first and the newest figure, area by area.
    """

    indicator: str
    partner: str
    contact: str
    frequency: Frequency
    as_of: date | None
    due: date | None
    days_late: int
    missing: tuple[MissingFigures, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing and nothing is late."""
        return self.as_of is not None and not self.days_late and not self.missing


@dataclass(frozen=True, slots=True)
class MissingFigures:
    """Periods of which one area has no figure while its series goes on."""

    area: str
    periods: tuple[Period, ...]
    """Months or quarters in order of time; those behind the newest figure of other areas too."""
