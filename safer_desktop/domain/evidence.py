"""Evidence: the numbers, tests and comparisons that findings rest on.

Where a number cannot be given, a :class:`Reason` stands in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safer_desktop.domain.indicators import Unit
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
    restated: bool = False
    """Whether a bridge put it on a newer definition; ``method`` then names the bridge."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a number was worked out: plain words, formula and published source."""

    name: str
    words: str
    formula: str
    source: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true number lies with a probability of ``level``; ``method`` says how it was found.

    Bounds are in the unit of the number that the interval belongs to; ``upper`` may be infinite.
    """

    lower: float
    upper: float
    method: str
    level: float = 0.95

    def holds(self, value: float) -> bool:
        """Whether a value lies within the bounds."""
        return self.lower <= value <= self.upper


@dataclass(frozen=True, slots=True)
class Test:
    """A test of 'nothing changed'.

    ``dispersion`` is the variance over the mean allowed for, ``freedom`` the degrees of freedom
    that it was estimated with (0: it was not, and the statistic is a normal deviate).
    """

    __test__ = False

    name: str
    statistic: float
    p_value: float
    dispersion: float = 1.0
    level: float = 0.05
    freedom: int = 0

    @property
    def significant(self) -> bool:
        """Whether chance alone would rarely give this."""
        return self.p_value < self.level


@dataclass(frozen=True, slots=True)
class Change:
    """From previous to latest.

    ``difference`` is in the unit of the figure (percentage points for a percentage);
    ``count_difference`` in events, where there are counts. ``percent`` is a Reason for
    percentages (points are given instead) and below the floor of small numbers. ``interval`` is
    that of ``difference``, ``percent_interval`` that of ``percent``; both None without a test.
    """

    difference: float
    percent: float | Reason
    count_difference: float | None
    test: Test | Reason
    interval: Interval | None = None
    percent_interval: Interval | None = None


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
    """``4/9`` with its set, direction and period; ties share a rank.

    ``could_be`` are the best and the worst place that chance allows, with 95% confidence; a Reason
    where that cannot be worked out.
    """

    position: int
    of: int
    tied: bool
    group: str
    name: str
    direction: str
    period: Period
    members: tuple[MemberValue, ...]
    could_be: tuple[int, int] | Reason

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
class TrendPoint:
    """One point of a trend. ``value`` is None where a period is missing: a gap stays a gap."""

    period: Period
    value: float | None
    status: Status = Status.FINAL
    sources: tuple[int, ...] = ()
