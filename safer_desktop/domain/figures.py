"""Figures: what the analysis says of one indicator in one area, each with its evidence.

Where a number cannot be given, a :class:`Reason` stands in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period


class ReasonCode(StrEnum):
    """Why there is no number."""

    NO_DATA = "no data"
    GAP = "a period is missing"
    NO_PREVIOUS = "nothing earlier to compare with"
    DEFINITION_BREAK = "the definition changed"
    UNLIKE_PERIODS = "the periods are not alike"
    SMALL_NUMBERS = "the numbers are too small"
    NO_DENOMINATOR = "no population or household figure"
    NO_COMPARATOR = "no comparator data"
    NOT_APPLICABLE = "does not apply"
    NO_TEST = "cannot be tested"


@dataclass(frozen=True, slots=True)
class Reason:
    """Stands where a number would be misleading. ``text`` is a plain sentence."""

    code: ReasonCode
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its period and evidence.

    ``value`` is in ``unit``. ``count`` is the count of events behind a rate (or the value
    itself, for a count), ``base`` what it is divided by (people, households, cases, offenders);
    both None where the source gives only the result. ``sources`` are the ids of all stored
    observations used, those of the base included. ``method`` says in words how it was worked out.
    """

    value: float
    unit: Unit
    period: Period
    sources: tuple[int, ...]
    method: str
    count: float | None = None
    base: float | None = None
    base_note: str = ""
    status: Status = Status.FINAL


@dataclass(frozen=True, slots=True)
class Test:
    """A test of 'nothing changed'. ``dispersion`` is the variance over the mean allowed for."""

    __test__ = False

    name: str
    statistic: float
    p_value: float
    dispersion: float = 1.0
    level: float = 0.05

    @property
    def significant(self) -> bool:
        """Whether chance alone would rarely give this."""
        return self.p_value < self.level


@dataclass(frozen=True, slots=True)
class Change:
    """From previous to latest.

    ``difference`` is in the unit of the figure (percentage points for a percentage);
    ``count_difference`` in events, where there are counts. ``percent`` is a Reason for
    percentages (points are given instead) and below the floor of small numbers.
    """

    difference: float
    percent: float | Reason
    count_difference: float | None
    test: Test | Reason


class Direction(StrEnum):
    """Direction of travel, as words and shape say it."""

    RISING = "Rising"
    FALLING = "Falling"
    NO_REAL_CHANGE = "No real change"
    CANNOT_SAY = "Cannot be said"


class Verdict(StrEnum):
    """What the direction means for this indicator's polarity."""

    BETTER = "better"
    WORSE = "worse"
    NOT_JUDGED = "not judged"


class Standing(StrEnum):
    """Where a figure stands against a benchmark."""

    ABOVE = "above"
    BELOW = "below"
    SIMILAR = "similar to"


@dataclass(frozen=True, slots=True)
class Comparator:
    """A benchmark: a group's average, worked out by us or given by a partner.

    ``given`` averages are the partner's own; ``method`` says how it was made. ``members`` is the
    number of areas with figures out of ``of``. ``standing`` is the area's place against it, by
    ``standing_test`` in words.
    """

    group: str
    name: str
    value: Quantity
    given: bool
    method: str
    members: int
    of: int
    standing: Standing
    standing_test: str


@dataclass(frozen=True, slots=True)
class MemberValue:
    """One member's figure in a ranking or a bar chart."""

    area: str
    value: Quantity | Reason
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """``4/9`` with its set, direction and period; ties share a rank."""

    position: int
    of: int
    tied: bool
    group: str
    name: str
    direction: str
    period: Period
    members: tuple[MemberValue, ...]

    @property
    def label(self) -> str:
        """``4/9``, with ``=`` before a shared rank."""
        return f"{'=' if self.tied else ''}{self.position}/{self.of}"


class RatingState(StrEnum):
    """Target rating in words; colour only repeats them."""

    MET = "Target met"
    CLOSE = "Close to target"
    MISSED = "Target missed"
    NO_TARGET = "No target"
    CANNOT_SAY = "Cannot be rated"


@dataclass(frozen=True, slots=True)
class Rating:
    """The rating, the target it was judged against, and why, in words."""

    state: RatingState
    target: str
    why: str


@dataclass(frozen=True, slots=True)
class Restated:
    """A printed number that a delivery of the partner ``by`` has moved, before and now."""

    old: Quantity
    new: Quantity
    by: str


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
    restated: tuple[Restated, ...] = ()

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
class TrendPoint:
    """One point of a trend. ``value`` is None where a period is missing: a gap stays a gap."""

    period: Period
    value: float | None
    status: Status = Status.FINAL
    sources: tuple[int, ...] = ()


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
