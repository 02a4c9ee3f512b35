"""Predicted limits: what a chart of months or quarters says, and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.indicators import DefinitionBreak, Unit
from safer_desktop.domain.limit_icons import Assurance, Variation
from safer_desktop.domain.limit_rules import (
    PRESETS,
    Mark,
    Rule,
    RuleKind,
    RulePreset,
    Side,
)
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, PeriodError, PeriodKind, months_between


class ChartKind(StrEnum):
    """How predicted limits are worked out."""

    XMR = "XmR chart"
    C = "c chart"
    U = "u chart"
    U_PRIME = "u\N{PRIME} chart"
    P = "p chart"
    P_PRIME = "p\N{PRIME} chart"
    G = "g chart"
    T = "t chart"

    @property
    def is_of_gaps(self) -> bool:
        """Whether it shows the time between events, so that a higher point means fewer events."""
        return self in (ChartKind.G, ChartKind.T)


class UnsignedError(SaferError):
    """A decision that changes a chart without a reason or a name."""


@dataclass(frozen=True, slots=True)
class StepChange:
    """From the period that holds ``start`` on, limits are worked out anew: a person says why."""

    start: date
    reason: str
    who: str
    decided: date

    def __post_init__(self) -> None:
        _signed("A step change", self.reason, self.who)


@dataclass(frozen=True, slots=True)
class BaselineLock:
    """Limits come from the periods within ``first`` to ``last`` and from no others."""

    first: date
    last: date
    reason: str
    who: str
    decided: date

    def __post_init__(self) -> None:
        _signed("A locked baseline", self.reason, self.who)
        if self.last <= self.first:
            raise SaferError("The baseline ends before it begins.", remedy="Give a later last day.")


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """A person prefers this chart to the one advised."""

    kind: ChartKind
    reason: str
    who: str
    decided: date

    def __post_init__(self) -> None:
        _signed("Another chart than the one advised", self.reason, self.who)


@dataclass(frozen=True, slots=True)
class LimitsPlan:
    """What people decided about one chart; as it stands here, nobody decided anything."""

    preset: str = PRESETS[0].name
    lock: BaselineLock | None = None
    steps: tuple[StepChange, ...] = ()
    chart: ChartChoice | None = None


@dataclass(frozen=True, slots=True)
class LimitPoint:
    """One period of a series: ``value`` in the series' unit, None where the period is missing.

    ``count`` are the events behind it and ``base`` what they are divided by (people, households,
    cases, offenders), where these are known.
    """

    period: Period
    value: float | None
    count: float | None = None
    base: float | None = None
    status: Status = Status.FINAL
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitSeries:
    """Months, or quarters, one after the other without overlap: all that limits are drawn for.

    Rolling years share eleven months with their neighbours; on in-control data some rule fires on
    nearly every such line. So a series of anything but whole months or whole financial quarters
    in unbroken order raises :class:`PeriodError`: it cannot be built. A missing period stands in
    its place with no value. ``rate_unit`` is what counts over their bases are called, where the
    points are counts of a rate.
    """

    unit: Unit
    noun: str
    points: tuple[LimitPoint, ...]
    rate_unit: Unit | None = None
    breaks: tuple[DefinitionBreak, ...] = ()

    def __post_init__(self) -> None:
        periods = [point.period for point in self.points]
        kinds = {period.kind for period in periods}
        if not (kinds <= {PeriodKind.MONTH} or kinds <= {PeriodKind.QUARTER}):
            unfit = [words for kind, words in _UNFIT.items() if kind in kinds]
            raise PeriodError(
                "Predicted limits are drawn for months, or for quarters, never for "
                f"{unfit[0] if unfit else 'a mixture of both'}."
            )
        if any(months_between(a.end, b.start) != 1 for a, b in pairwise(periods)):
            raise PeriodError("The periods do not follow one another without gap or overlap.")

    @property
    def step(self) -> int:
        """Months in a period: 1 or 3."""
        return self.points[0].period.months if self.points else 1


class BaselineKind(StrEnum):
    """Where the points that limits come from were found."""

    PAST = "the years before the one that is judged"
    LOCKED = "locked by a person"
    WHOLE = "all points so far: trial limits"
    ENDED = "all points of a phase that is over"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The points that limits come from."""

    kind: BaselineKind
    first: Period
    last: Period
    points: int


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch with limits of its own. ``baseline`` is a Reason where it has too few points.

    ``started`` says in words why it begins where it does. ``centre`` and ``sigma`` (one natural
    deviation) are in the chart's unit; with limits that differ by point, those of its last point.
    """

    first: Period
    last: Period
    started: str
    baseline: Baseline | Reason
    centre: float | None = None
    sigma: float | None = None
    step: StepChange | None = None


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One point as drawn, with its own centre and limits (None: none on that side, or no limits).

    ``marks`` are all rules that it is part of, ``mark`` the first of them in the preset's order.
    """

    period: Period
    value: float | None
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    phase: int = -1
    in_baseline: bool = False
    marks: tuple[Mark, ...] = ()
    status: Status = Status.FINAL
    sources: tuple[int, ...] = ()

    @property
    def mark(self) -> Mark | None:
        """What the point is shown as."""
        return self.marks[0] if self.marks else None


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that was met: by the points ``first`` to ``last``, ``points`` of them."""

    rule: Rule
    side: Side
    first: Period
    last: Period
    points: int
    in_baseline: bool
    sources: tuple[int, ...]

    @property
    def words(self) -> str:
        """``7 points running above the centre line, April 2016 to October 2016``."""
        when = self.first.label
        if self.last != self.first:
            when = f"{when} to {self.last.label}"
        match self.rule.kind:
            case RuleKind.OUTSIDE:
                return f"{self.side} the predicted limits, {when}"
            case RuleKind.TREND:
                return f"{self.points} points running, each {_STEPS[self.side]}, {when}"
            case RuleKind.TWO_OF_THREE:
                side = "upper" if self.side is Side.ABOVE else "lower"
                return f"{self.points} points near the {side} limit, two in every three, {when}"
            case RuleKind.SHIFT:
                return f"{self.points} points running {self.side} the centre line, {when}"


@dataclass(frozen=True, slots=True)
class Considered:
    """A chart that was weighed, and why it was or was not taken."""

    kind: ChartKind
    why: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The chart advised, why, and what else was weighed. ``choice`` is a person's other wish.

    ``dispersion`` is the variance of the baseline over what chance alone would give (counts and
    percentages with numbers behind them), None where that cannot be told.
    """

    kind: ChartKind
    why: str
    considered: tuple[Considered, ...]
    dispersion: float | None = None
    choice: ChartChoice | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """The season that limits follow: each month's (or quarter's) usual share of the average.

    ``factors`` run from January to December, or from the first calendar quarter to the fourth;
    their mean is 1. ``cycles`` full years gave them; ``f_value`` and ``p_value`` are the test's,
    which had to fall below ``level``.
    """

    factors: tuple[float, ...]
    cycles: int
    f_value: float
    p_value: float
    level: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the chart was worked out: plain sentences, the formula, and where it comes from."""

    sentences: tuple[str, ...]
    formula: str
    source: str


@dataclass(frozen=True, slots=True)
class AlarmCase:
    """What decides how often a chart gives a false signal.

    ``points`` is the size of the baseline (0: no limits), ``mean`` the expected count (or the mean
    gap; 0 where it is not known) of a period, ``base`` the cases of a percentage, ``new_points``
    the points that a quarter brings. ``carries_over``
    tells that neighbouring points are alike (lag-1 autocorrelation), which brings more of them.
    """

    kind: ChartKind
    preset: str
    points: int
    mean: float
    base: float
    new_points: float
    carries_over: bool = False


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """How many of ``charts`` charts to expect a signal on though nothing changed.

    ``in_quarter``: on at least one of a quarter's new points. ``on_latest``: on the latest point,
    which is what the icons show. ``likely`` is the range that holds the first number in at least
    nine quarters of ten.
    """

    charts: int
    in_quarter: float
    on_latest: float
    likely: tuple[int, int]
    words: str
    method: str


@dataclass(frozen=True, slots=True)
class LimitsChart:
    """One indicator in one area with its predicted limits.

    ``unit`` is that of the values; of g and t charts, which show the time between events, see
    ``value_words``. ``season`` is a Reason where limits are the same all the year round. A signal
    in ``signals`` may lie in the past; ``variation`` speaks of the latest point only.
    """

    kind: ChartKind
    unit: Unit
    value_words: str
    preset: RulePreset
    points: tuple[ChartPoint, ...]
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    variation: Variation
    assurance: Assurance
    advice: Advice
    season: Season | Reason
    explanation: Explanation
    alarms: AlarmCase

    @property
    def latest(self) -> ChartPoint:
        """The last point that has a value."""
        return next(point for point in reversed(self.points) if point.value is not None)


@dataclass(frozen=True, slots=True)
class LimitsSummary:
    """The latest point of a chart and what it says, for an overview of many."""

    kind: ChartKind
    period: Period
    value: float
    centre: float | None
    lower: float | None
    upper: float | None
    mark: Mark | None
    variation: Variation
    assurance: Assurance
    alarms: AlarmCase


_STEPS = {Side.RISING: "higher than the last", Side.FALLING: "lower than the last"}
_UNFIT = {
    PeriodKind.ROLLING_12: "rolling years, which overlap",
    PeriodKind.PART_YEAR: "part years",
    PeriodKind.FINANCIAL_YEAR: "whole years",
    PeriodKind.CALENDAR_YEAR: "whole years",
    PeriodKind.YEARS: "several years",
    PeriodKind.WEEK: "weeks",
    PeriodKind.DAYS: "spans of days",
}


def _signed(what: str, reason: str, who: str) -> None:
    if not reason.strip() or not who.strip():
        raise UnsignedError(
            f"{what} needs a reason and the name of the person who decides it.",
            remedy="Give both; they are printed beside the chart.",
        )
