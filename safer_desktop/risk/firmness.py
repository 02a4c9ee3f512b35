"""How firm the order of a matrix is: what is asked, what comes out, and the sentences for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from safer_desktop.domain.display import listed, number
from safer_desktop.risk.scheme import SchemeError

MOST_DRAWS = 100_000
_SURE, _LIKELY = 0.95, 0.75


class Combination(StrEnum):
    """How the factors' scores make one score."""

    SUM = "weighted sum"
    PRODUCT = "product"
    """The weights are exponents: they weight the logarithms of the scores."""
    WEIGHTED = "likelihood x weighted harm"
    """The first factor is likelihood, the others make harm. Likelihood's weight is an exponent
    against that of harm as a whole; the others' are shares of harm."""
    AMOUNT = "count x harm per incident"
    """There are no factors: counts, and sets of weights that say the harm of one incident."""


@dataclass(frozen=True, slots=True)
class Band:
    """Volumes from ``start`` upward score ``score``."""

    start: float
    score: float


@dataclass(frozen=True, slots=True)
class ScoredFactor:
    """One factor of a scheme: the scores its scale has, from low to high, and its weight now.

    ``bands`` are those that turn a volume into a score; none where people score the factor. Volume
    is percent of all counted incidents or, ``by_count``, the count itself.
    """

    name: str
    scale: tuple[float, ...]
    weight: float
    bands: tuple[Band, ...] = ()
    by_count: bool = False


@dataclass(frozen=True, slots=True)
class ScoredType:
    """A type with one score per factor.

    ``count`` is given where the banded factor's score, or the amount of harm, follows from it.
    """

    code: str
    name: str
    scores: tuple[float, ...]
    count: float | None = None


@dataclass(frozen=True, slots=True)
class WeightSet:
    """Harm per incident of each type of a case, in its order; None where the set has none."""

    code: str
    name: str
    weights: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A scored matrix: what the order is worked out from.

    ``sets`` serve :attr:`Combination.AMOUNT` only: the weights in use first, in ``unit``, and what
    else may be held plausible. ``scheme`` is the scheme's code.
    """

    factors: tuple[ScoredFactor, ...]
    types: tuple[ScoredType, ...]
    combination: Combination
    all_counted: float = 0.0
    """Incidents of all types with a count, which shares are of; those not ranked included."""
    scheme: str = ""
    sets: tuple[WeightSet, ...] = ()
    unit: str = ""

    @property
    def weights(self) -> tuple[float, ...]:
        """The weights now, as shares that add up to 1; of weighted harm, likelihood's apart."""
        apart = self.factors[:1] if self.combination is Combination.WEIGHTED else ()
        shared = self.factors[len(apart) :]
        total = sum(factor.weight for factor in shared)
        return (
            *(factor.weight for factor in apart),
            *(factor.weight / total for factor in shared),
        )


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A type's harm per incident may be ``low`` to ``high`` times what a weight set says."""

    incident_type: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is held plausible.

    ``ranges`` hold the lowest and highest share of the weight that each factor may have (0 to 1;
    none: any). ``off`` is the probability, 0 to 1, that a score is off by one level, as likely
    up as down. ``chance`` lets counts vary as Poisson counts do. ``top`` is the n of "top n".
    ``without`` are the codes of weight sets that are not held plausible, ``multipliers`` the
    types whose weights may be off.
    """

    ranges: tuple[tuple[float, float], ...] = ()
    off: float = 0.2
    chance: bool = True
    top: int = 3
    draws: int = 10_000
    seed: int = 2017
    without: tuple[str, ...] = ()
    multipliers: tuple[Multiplier, ...] = ()


@dataclass(frozen=True, slots=True)
class Firmness:
    """How often each place came out.

    ``places`` has per type the share of draws at place 1, 2, ...; ``above`` per type the share of
    draws in which it stood above each other type; ``central`` the mean weights under which a type
    came first, None if it never did. ``by_set`` has per type, for each of ``sets``, the share of
    draws in which it was in the top, None where the set has no weight for it. A type without a
    weight is left out of the draws of that set: shares are of those in which it stood. Types
    stand as in the case.
    """

    case: Case
    assumptions: Assumptions
    places: tuple[tuple[float, ...], ...]
    above: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...] = ()
    by_set: tuple[tuple[float | None, ...], ...] = ()

    @property
    def sets(self) -> tuple[WeightSet, ...]:
        """The weight sets that were tried."""
        return plausible_sets(self.case, self.assumptions)

    def in_top(self, at: int) -> float:
        """Share of draws in which the type stood among the first ``assumptions.top``."""
        return min(sum(self.places[at][: self.assumptions.top]), 1.0)


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places ``first`` to ``last``, counted from 1."""

    first: int
    last: int

    @property
    def name(self) -> str:
        """``1``, ``2 to 3``."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first} to {self.last}"

    def share(self, places: Sequence[float]) -> float:
        """The share of draws at one of these places."""
        return sum(places[self.first - 1 : self.last])


def plausible_sets(case: Case, held: Assumptions) -> tuple[WeightSet, ...]:
    """The weights in use, and the other sets that are held plausible."""
    return tuple(
        it for number, it in enumerate(case.sets) if not number or it.code not in held.without
    )


def check_assumptions(held: Assumptions, case: Case) -> None:
    """Raise :class:`SchemeError` with what is wrong with the assumptions, in plain words."""
    many = len(case.factors)
    what = ""
    if held.ranges and len(held.ranges) != many:
        what = f"The scheme has {many} factors; ranges are given for {len(held.ranges)}."
    elif any(not 0 <= low <= high <= 1 for low, high in held.ranges):
        what = "A range of a weight must run from low to high, between 0% and 100%."
    elif held.ranges and not _can_add_up(held.ranges, case.combination):
        what = "No weights within these ranges add up to 100%."
    elif any(not 0 < it.low <= it.high for it in held.multipliers):
        what = "A range of a multiplier must run from low to high, above 0."
    elif not 0 <= held.off <= 1:
        what = "The probability that a score is off must lie between 0% and 100%."
    elif not 1 <= held.draws <= MOST_DRAWS:
        what = f"The number of draws must lie between 1 and {MOST_DRAWS:,}."
    elif held.top < 1:
        what = "At least the first place must be asked about."
    if what:
        raise SchemeError(what, remedy="Correct the assumptions.")


def top_words(top: int) -> str:
    """``first``, ``in the top three``."""
    small = {2: "two", 3: "three", 4: "four", 5: "five"}
    return "first" if top == 1 else f"in the top {small.get(top, str(top))}"


def type_sentence(found: Firmness, at: int) -> str:
    """``Robbery is in the top three under 82% of plausible weights and scores; ...``."""
    places = found.places[at]
    best = max(range(len(places)), key=places.__getitem__)
    share = share_words(found.in_top(at))
    words = (
        f"{found.case.types[at].name} is {top_words(found.assumptions.top)} under {share} of "
        f"{_what_varies(found)}; its most frequent place is {best + 1} "
        f"({share_words(places[best])})."
    )
    gaps = [it.name for it in found.sets if it.weights[at] is None]
    if gaps:
        words += f" {listed(gaps)} {'has' if len(gaps) == 1 else 'have'} no weight for it."
    return words


def set_words(found: Firmness, at: int) -> str:
    """How often a type is in the top under each weight set."""
    return "; ".join(
        f"{it.name}: {'no weight' if share is None else share_words(share)}"
        for it, share in zip(found.sets, found.by_set[at], strict=True)
    )


def place_groups(found: Firmness) -> tuple[PlaceGroup, ...]:
    """The first place, the rest of the top, as many again, and what comes after."""
    many, top = len(found.case.types), found.assumptions.top
    edges = [0, *sorted({min(edge, many) for edge in (1, top, 2 * top, many)})]
    return tuple(PlaceGroup(low + 1, high) for low, high in pairwise(edges))


def order_sentence(found: Firmness) -> str:
    """How much of the present order of neighbours stands firm."""
    pairs = [found.above[at][at + 1] for at in range(len(found.case.types) - 1)]
    if not pairs:
        return "A single type has no order."
    firm = sum(share >= _SURE for share in pairs)
    loose = sum(share < _LIKELY for share in pairs)
    same = f"stand the same way in at least {_SURE:.0%} of draws"
    if firm == len(pairs):
        return f"All {firm} neighbouring pairs in the order {same}."
    words = f"Of {len(pairs)} neighbouring pairs in the order, {firm} {same}"
    if not loose:
        return f"{words}, the others in at least {_LIKELY:.0%}."
    return (
        f"{words}, and {loose} in fewer than {_LIKELY:.0%}: the order within those {loose} should "
        "not carry a decision."
    )


def weight_meaning(case: Case) -> str:
    """What the weights are under this formula."""
    if case.combination is Combination.AMOUNT:
        return (
            "The scheme multiplies counts by the harm of one incident. Plausible are the weight "
            "sets ticked below, each as much as the others. Where a single weight is in doubt, it "
            "may be so many times what the sets say."
        )
    names = ", ".join(
        f"{factor.name} {share:.0%}"
        for factor, share in zip(case.factors, case.weights, strict=True)
    )
    if case.combination is Combination.PRODUCT:
        return (
            "The scheme multiplies its factors, so a weight is an exponent: 50% each is the plain "
            f"product, more weight lets a factor's differences count for more. Now: {names}."
        )
    if case.combination is Combination.WEIGHTED:
        likelihood, *_ = case.factors
        return (
            f"The scheme multiplies {likelihood.name} by harm, which it adds up by weight. The "
            f"weight of {likelihood.name} is an exponent against that of harm: 50% is the plain "
            "product. Those of the other factors are shares of harm and add up to 100%. Now: "
            f"{names}."
        )
    return f"The scheme adds its factors up by weight. Now: {names}."


def assumption_words(found: Firmness) -> str:
    """The assumptions in one line, for under a picture or table."""
    held = found.assumptions
    chance = "counts vary by chance (Poisson)" if held.chance else "counts as they are"
    start = f"{held.draws:,} draws, seed {held.seed}:"
    if found.case.combination is Combination.AMOUNT:
        return (
            f"{start} {_sets_tried(found)}{_times_words(found)}; {chance}. Ties are broken by "
            f"lot.{_gap_words(found)}"
        )
    ranges = "any weights"
    if held.ranges:
        ranges = "weights within " + ", ".join(
            f"{factor.name} {low:.0%}-{high:.0%}"
            for factor, (low, high) in zip(found.case.factors, held.ranges, strict=True)
        )
    return (
        f"{start} {ranges}, all equally likely; each score one level off with probability "
        f"{held.off:.0%}; {chance}. Ties are broken by lot."
    )


def share_words(share: float) -> str:
    """A share of draws in whole percent; hardly ever is not never."""
    if 0 < share < 0.005:
        return "less than 1%"
    if 0.995 <= share < 1:
        return "more than 99%"
    return f"{share:.0%}"


def _can_add_up(ranges: Sequence[tuple[float, float]], combination: Combination) -> bool:
    shared = ranges[1:] if combination is Combination.WEIGHTED else ranges
    lowest, highest = (sum(ends) for ends in zip(*shared, strict=True))
    return bool(lowest <= 1 + 1e-9 and highest >= 1 - 1e-9)


def _what_varies(found: Firmness) -> str:
    held = found.assumptions
    if found.case.combination is Combination.AMOUNT:
        return "plausible weight sets and counts" if held.chance else "plausible weight sets"
    return "plausible weights and scores" if held.off or held.chance else "plausible weights"


def _sets_tried(found: Firmness) -> str:
    names = [it.name for it in found.sets]
    if len(names) == 1:
        return f"only the weights of {names[0]}"
    return f"the weights of {listed(names)}, each as often as the others"


def _times_words(found: Firmness) -> str:
    names = {it.code: it.name for it in found.case.types}
    parts = [
        f"{names[it.incident_type]} {number_words(it.low)} to {number_words(it.high)} times"
        for it in found.assumptions.multipliers
        if it.incident_type in names
    ]
    return f"; the weight of {listed(parts)}" if parts else ""


def _gap_words(found: Firmness) -> str:
    """Where a weight set has no weight for a type, which leaves it out and lets others move up."""
    words = []
    for tried in found.sets:
        types = zip(found.case.types, tried.weights, strict=True)
        names = [it.name for it, weight in types if weight is None]
        if names:
            words.append(f" {tried.name} has no weight for {listed(names)}.")
    if words:
        words.append(
            " A type without a weight is left out of that set's draws, where the others move up; "
            "its shares are of the draws in which it has one."
        )
    return "".join(words)


def number_words(value: float) -> str:
    """A score as people write it."""
    return number(value, 0 if value == int(value) else 2)
