"""Priorities and their indicators: what is measured, and how it is to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What a number counts. Rates are per 1,000."""

    COUNT = "count"
    RATE_POPULATION = "rate per 1,000 population"
    RATE_HOUSEHOLDS = "rate per 1,000 households"
    PERCENTAGE = "percentage"
    RATIO = "ratio"

    @property
    def is_rate(self) -> bool:
        """Whether it is a count over a population or a number of households."""
        return self in (Unit.RATE_POPULATION, Unit.RATE_HOUSEHOLDS)


class Polarity(StrEnum):
    """Which way is better."""

    LOWER = "lower is better"
    HIGHER = "higher is better"
    RANGE = "within a range is better"
    NEUTRAL = "shown, never judged"


class Frequency(StrEnum):
    """How often the partner delivers."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class TargetKind(StrEnum):
    """What a target is measured against."""

    NONE = "no target"
    AT_MOST = "at most a value"
    AT_LEAST = "at least a value"
    RANGE = "within a recommended range"
    BELOW_PREVIOUS = "lower than the same period a year before"
    ABOVE_PREVIOUS = "higher than the same period a year before"
    BELOW_COMPARATOR = "no higher than the comparator's average"


@dataclass(frozen=True, slots=True)
class Target:
    """What the board has agreed to aim for; values are in the indicator's unit.

    ``low`` serves AT_LEAST and RANGE, ``high`` AT_MOST and RANGE. ``amber_percent`` is how far
    short of it still counts as close (neighbouring practice: 5%).
    """

    kind: TargetKind = TargetKind.NONE
    low: float | None = None
    high: float | None = None
    amber_percent: float = 5.0
    source: str = ""


class BridgeKind(StrEnum):
    """How figures from before a break are put on the new definition."""

    FACTOR = "a factor"
    PARALLEL = "a parallel series"


@dataclass(frozen=True, slots=True)
class Bridge:
    """What makes figures before and after a break comparable, and who says so.

    ``factor`` multiplies the earlier figures (FACTOR); ``series`` is the code of the indicator
    that has the earlier figures on the new definition (PARALLEL). It is named wherever it is used.
    """

    kind: BridgeKind
    reason: str
    source: str
    who: str
    entered: date
    factor: float | None = None
    series: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionBreak:
    """From this day on the series means something else; ``source`` says where that is written.

    Nothing is compared across it, unless by a ``bridge``.
    """

    on: date
    what: str
    bridge: Bridge | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """A heading of the board's plan; one tab each."""

    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask at a partner, who is named as the indicators name it."""

    code: str
    partner: str
    name: str
    email: str = ""
    phone: str = ""

    @property
    def words(self) -> str:
        """``Jo Analyst (jo@force.example, 0116 496 0000)``."""
        ways = ", ".join(way for way in (self.email, self.phone) if way)
        return f"{self.name} ({ways})" if ways else self.name


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured.

    ``unit`` is what the board reads. Observations may come as counts: a rate is then worked out
    with each year's population or households (``denominator`` names that series). ``noun`` is
    what is counted, in the plural ("offences", "referrals"). ``short_name`` fits a scorecard.
    ``groups`` are the codes of the comparator groups, in the order in which they are shown.
    ``footprint`` is the area code that the figures describe (LLR for a wider cohort).
    """

    code: str
    name: str
    short_name: str
    priority: str
    definition: str
    unit: Unit
    noun: str
    polarity: Polarity
    frequency: Frequency
    partner: str
    footprint: str
    polarity_reason: str = ""
    denominator: str = ""
    decimals: int = 2
    target: Target = Target()
    breaks: tuple[DefinitionBreak, ...] = ()
    groups: tuple[str, ...] = ()
    caveat: str = ""
    delivery_days: int = 45
    """Days after a period's end by which the partner's next delivery is expected."""
    contact: str = ""
    """Whom to ask for the next delivery, where it is not the partner's usual contact."""
    counts: str = ""
    """Code of the indicator with the counts behind this rate, where it is given apart from them."""

    @property
    def is_supporting(self) -> bool:
        """Whether it only serves others (population, households, detail for the matrix)."""
        return not self.priority
