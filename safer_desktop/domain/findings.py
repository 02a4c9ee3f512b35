"""Findings: the statements that the data carry. Screen, chart, rating and sentence all read these.

A finding is about one indicator in one area for one edition. It holds its numbers, its test or
limits and the observations used, and no wording but a Reason's. What a finding cannot say, it says
why: kind CANNOT_SAY and a Reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
    Standing,
    Test,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.indicators import DefinitionBreak
from safer_desktop.domain.observations import Revision, Status
from safer_desktop.domain.periods import Period


class FindingKind(StrEnum):
    """What is found."""

    CHANGED = "changed"
    NO_REAL_CHANGE = "no real change"
    CANNOT_SAY = "cannot be said"
    OUTSIDE_LIMITS = "outside predicted limits"
    SHIFT = "shift"
    TREND = "trend"
    NEAR_LIMIT = "two of three near a limit"
    WITHIN_LIMITS = "within predicted limits"
    ABOVE = "above"
    BELOW = "below"
    WITHIN = "within the range"
    NOT_DIFFERENT = "not different"
    NO_TARGET = "no target"
    RANKED = "ranked"
    STANDS_OUT = "stands out"
    PROJECTED = "projected"
    DEFINITION_BREAK = "definition break"
    BRIDGED = "bridged"
    OUT_OF_DATE = "out of date"
    EARLIER_END = "ends before the edition"
    SMALL_NUMBERS = "small numbers"
    REVISED = "revised"
    NOT_FIRM = "not firm"
    COUNT_AND_RATE = "count and rate differ"
    POINTS = "points, not percent"
    SOURCE_DISAGREES = "the source disagrees with itself"
    RECENT_TREND = "trend of recent years"
    OVERALL = "overall"
    PART_YEAR = "part of a year"
    NOTE = "to know"


SIGNALS = frozenset(
    {
        FindingKind.OUTSIDE_LIMITS,
        FindingKind.SHIFT,
        FindingKind.TREND,
        FindingKind.NEAR_LIMIT,
    }
)
"""What a latest point can be by the rules of its predicted limits."""


class Balance(StrEnum):
    """What may be said of several indicators together, of those whose direction can be judged."""

    NONE_WORSE = "all stable or improving"
    MOSTLY_STEADY = "the majority stable or improving"
    EVEN = "as many getting worse as stable or improving"
    MOSTLY_WORSE = "the majority getting worse"
    CANNOT_SAY = "no direction can be judged"


class Severity(StrEnum):
    """How much a board member should look at it, the weightiest first."""

    ALERT = "look at this first"
    WATCH = "keep in view"
    GOOD = "good news"
    NOTE = "for information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What every finding has.

    ``figures`` are the numbers it rests on, ``test`` the test that bears it out (a Reason where
    none can be made), ``interval`` that of the number the finding is about, ``method`` how it was
    worked out. ``text`` is a plain sentence where the finding is told in one way only; empty where
    its words depend on the reader (``analysis.words`` and ``report.wording`` find them).
    """

    kind: FindingKind
    indicator: str
    area: str
    edition: Edition
    severity: Severity = Severity.NOTE
    figures: tuple[Quantity, ...] = ()
    test: Test | Reason | None = None
    interval: Interval | None = None
    method: Method | None = None
    text: str = ""

    @property
    def sources(self) -> tuple[int, ...]:
        """Ids of the stored observations used, so that their cells can be found."""
        return tuple(dict.fromkeys(n for figure in self.figures for n in figure.sources))

    @property
    def dispersion(self) -> float | None:
        """The variance over the mean that the test allowed for, if there was a test."""
        return self.test.dispersion if isinstance(self.test, Test) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding(Finding):
    """CHANGED, NO_REAL_CHANGE or CANNOT_SAY: the latest figure against the year before.

    ``figures`` are the latest and the previous one, as far as they are there.
    """

    change: Change | Reason
    direction: Direction
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalFinding(Finding):
    """OUTSIDE_LIMITS, SHIFT, TREND, NEAR_LIMIT or WITHIN_LIMITS: the latest points against limits.

    ``points`` are those that make the signal, in order of time. ``chart`` and ``rules`` name the
    chart and the preset of rules, ``baseline`` the span that the limits were worked out from.
    ``direction`` is the side or way of the signal; ``expected_false`` the share of unchanged series
    in which this preset fires at the latest point. ``centre``, ``lower`` and ``upper`` hold at the
    last point.
    """

    points: tuple[TrendPoint, ...]
    direction: Direction
    verdict: Verdict
    chart: str
    rules: str
    baseline: Period
    centre: float
    lower: float | None
    upper: float | None
    allowed_dispersion: float = 1.0
    seasonal: bool = False
    expected_false: float | None = None

    @property
    def sources(self) -> tuple[int, ...]:
        """Ids of the observations behind the points."""
        return tuple(dict.fromkeys(n for point in self.points for n in point.sources))

    @property
    def dispersion(self) -> float | None:
        """The variance over the mean that the limits allow for."""
        return self.allowed_dispersion


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparatorFinding(Finding):
    """ABOVE, BELOW or NOT_DIFFERENT from a benchmark; CANNOT_SAY where there is none."""

    comparator: Comparator | Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFinding(Finding):
    """The figure against its target: the rating by the printed figures, the kind by the interval.

    ABOVE or BELOW a bound, WITHIN a range, NOT_DIFFERENT where the interval holds a bound,
    NO_TARGET or CANNOT_SAY. ``low`` and ``high`` are the bounds in the indicator's unit.
    """

    rating: Rating
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFinding(Finding):
    """RANKED or CANNOT_SAY."""

    rank: Rank | Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsOutFinding(Finding):
    """STANDS_OUT: one of several areas lies beyond the others' spread.

    ``expected`` is where it would lie if it were like the others; ``false_rate`` the share of
    editions in which any of ``of`` like areas would be named by chance. ``verdict`` is what lying
    above or below means for the indicator's polarity.
    """

    member: MemberValue
    expected: Interval
    standing: Standing
    verdict: Verdict
    of: int
    false_rate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionFinding(Finding):
    """PROJECTED: a part year carried on to the year's end; ``interval`` is a prediction interval.

    ``projected`` is for the whole year, ``year_before`` the whole year it may be read against.
    """

    projected: Quantity
    year_before: Quantity | Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakFinding(Finding):
    """DEFINITION_BREAK: nothing is compared across it; or BRIDGED: how that was made possible.

    ``blocks`` tells whether it keeps the latest figure from being compared.
    """

    at: DefinitionBreak
    blocks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeFinding(Finding):
    """OUT_OF_DATE or EARLIER_END: the newest figure ends before the edition does.

    ``expected`` is the day by which the next delivery was due, ``days_late`` how long before the
    end of the edition that was (0: not yet due).
    """

    as_of: date
    expected: date
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionFinding(Finding):
    """REVISED: the newest delivery gives the same figure otherwise than an earlier one did."""

    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFinding(Finding):
    """A finding told by its ``text`` alone.

    SMALL_NUMBERS, NOT_FIRM, COUNT_AND_RATE, POINTS, SOURCE_DISAGREES, PART_YEAR or NOTE.
    ``status`` is that of the figure, for NOT_FIRM.
    """

    status: Status = Status.FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFinding(Finding):
    """RECENT_TREND: five years that do not overlap rise or fall; ``figures`` are theirs."""

    direction: Direction
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallFinding(Finding):
    """OVERALL: what the headline indicators together allow to be said; ``indicator`` is empty.

    Each indicator's code stands in exactly one heap, in the order of the priorities: ``worse``,
    ``better``, ``moved`` (neither better nor worse in itself), ``stable`` (no real change),
    ``unclear`` (the direction cannot be said) or ``absent`` (no figure). ``wholly_worse`` are the
    priorities with several indicators of which every one got worse; ``signalled`` the indicators
    that did not get worse over the year, but whose newest points are a signal for the worse by
    their predicted limits. ``figures`` are the numbers compared.
    """

    balance: Balance
    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    stable: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    wholly_worse: tuple[str, ...] = ()
    signalled: tuple[str, ...] = ()

    @property
    def informed(self) -> int:
        """How many indicators have a latest figure."""
        return sum(map(len, (self.worse, self.better, self.moved, self.stable, self.unclear)))

    @property
    def judged(self) -> int:
        """How many have a direction that is better, worse or no real change."""
        return len(self.worse) + len(self.better) + len(self.stable)
