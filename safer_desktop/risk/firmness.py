"""How firm the order of a matrix is: what is asked, what comes out, and the sentences for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from safer_desktop.domain.display import number
from safer_desktop.risk.scheme import SchemeError

MOST_DRAWS = 100_000
_SURE, _LIKELY = 0.95, 0.75


class Combination(StrEnum):
    """How the factors' scores make one score."""

    SUM = "weighted sum"
    PRODUCT = "product"
    """The weights are exponents: they weight the logarithms of the scores."""


@dataclass(frozen=True, slots=True)
class Band:
    """Shares of all counted incidents from ``from_share`` percent upward score ``score``."""

    from_share: float
    score: float


@dataclass(frozen=True, slots=True)
class ScoredFactor:
    """One factor of a scheme: the scores its scale has, from low to high, and its weight now.

    ``bands`` are those that turn a count into a score; none where people score the factor.
    """

    name: str
    scale: tuple[float, ...]
    weight: float
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredType:
    """A type with one score per factor.

    ``count`` is given where the banded factor's score follows from it.
    """

    code: str
    name: str
    scores: tuple[float, ...]
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A scored matrix: what the order is worked out from."""

    factors: tuple[ScoredFactor, ...]
    types: tuple[ScoredType, ...]
    combination: Combination
    all_counted: float = 0.0
    """Incidents of all types with a count, which shares are of; those not ranked included."""
    held: str = ""
    """What is not tried, in a sentence."""

    @property
    def weights(self) -> tuple[float, ...]:
        """The weights now, as shares that add up to 1."""
        total = sum(factor.weight for factor in self.factors)
        return tuple(factor.weight / total for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is held plausible.

    ``ranges`` hold the lowest and highest share of the weight that each factor may have (0 to 1;
    none: any). ``off`` is the probability, 0 to 1, that a score is off by one level, as likely
    up as down. ``chance`` lets counts vary as Poisson counts do. ``top`` is the n of "top n".
    """

    ranges: tuple[tuple[float, float], ...] = ()
    off: float = 0.2
    chance: bool = True
    top: int = 3
    draws: int = 10_000
    seed: int = 2017


@dataclass(frozen=True, slots=True)
class Firmness:
    """How often each place came out.

    ``places`` has per type the share of draws at place 1, 2, ...; ``above`` per type the share of
    draws in which it stood above each other type; ``central`` the mean weights under which a type
    came first, None if it never did. Types stand as in the case.
    """

    case: Case
    assumptions: Assumptions
    places: tuple[tuple[float, ...], ...]
    above: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]

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


@dataclass(frozen=True, slots=True)
class Raise:
    """A score that would have to be higher."""

    factor: str
    now: float
    wanted: float


@dataclass(frozen=True, slots=True)
class Belief:
    """What puts a type among the first: already so, the nearest weights, the fewest levels."""

    name: str
    top: int
    already: bool
    weights: tuple[float, ...] | None
    levels: tuple[Raise, ...] | None
    singles: tuple[Raise, ...]


def check_assumptions(held: Assumptions, factors: int) -> None:
    """Raise :class:`SchemeError` with what is wrong with the assumptions, in plain words."""
    what = ""
    if held.ranges and len(held.ranges) != factors:
        what = f"The scheme has {factors} factors; ranges are given for {len(held.ranges)}."
    elif any(not 0 <= low <= high <= 1 for low, high in held.ranges):
        what = "A range of a weight must run from low to high, between 0% and 100%."
    elif held.ranges and not (
        sum(low for low, _ in held.ranges) <= 1 + 1e-9
        and sum(high for _, high in held.ranges) >= 1 - 1e-9
    ):
        what = "No weights within these ranges add up to 100%."
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
    return (
        f"{found.case.types[at].name} is {top_words(found.assumptions.top)} under {share} of "
        f"{_what_varies(found.assumptions)}; its most frequent place is {best + 1} "
        f"({share_words(places[best])})."
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
    names = ", ".join(
        f"{factor.name} {share:.0%}"
        for factor, share in zip(case.factors, case.weights, strict=True)
    )
    if case.combination is Combination.PRODUCT:
        return (
            "The scheme multiplies its factors, so a weight is an exponent: 50% each is the plain "
            f"product, more weight lets a factor's differences count for more. Now: {names}. "
            f"{case.held}"
        ).strip()
    return f"The scheme adds its factors up by weight. Now: {names}."


def assumption_words(found: Firmness) -> str:
    """The assumptions in one line, for under a picture or table."""
    held = found.assumptions
    ranges = "any weights"
    if held.ranges:
        ranges = "weights within " + ", ".join(
            f"{factor.name} {low:.0%}-{high:.0%}"
            for factor, (low, high) in zip(found.case.factors, held.ranges, strict=True)
        )
    chance = "counts vary by chance (Poisson)" if held.chance else "counts as they are"
    return (
        f"{held.draws:,} draws, seed {held.seed}: {ranges}, all equally likely; each score one "
        f"level off with probability {held.off:.0%}; {chance}. Ties are broken by lot."
    )


def belief_sentences(belief: Belief, case: Case) -> tuple[str, ...]:
    """The answer to "what would have to be believed ...?" in plain words."""
    if belief.already:
        place = top_words(belief.top)
        return (f"{belief.name} is {place} already, with the present weights and scores.",)
    return (
        _weights_believed(belief, case),
        _levels_believed(belief),
    )


def share_words(share: float) -> str:
    """A share of draws in whole percent; hardly ever is not never."""
    if 0 < share < 0.005:
        return "less than 1%"
    if 0.995 <= share < 1:
        return "more than 99%"
    return f"{share:.0%}"


def _what_varies(held: Assumptions) -> str:
    return "plausible weights and scores" if held.off or held.chance else "plausible weights"


def _weights_believed(belief: Belief, case: Case) -> str:
    if belief.weights is None:
        return "No weights alone would do it, with the present scores."
    parts = [
        f"{factor.name} {share:.0%} (now {now:.0%})"
        for factor, share, now in zip(case.factors, belief.weights, case.weights, strict=True)
    ]
    return f"With the present scores, the nearest weights that do it are {listed(parts)}."


def _levels_believed(belief: Belief) -> str:
    if belief.levels is None:
        return "No scores on the scheme's scales would do it, with the present weights."
    shown = listed([_raised(it) for it in belief.levels])
    words = f"With the present weights, the smallest change of scores that does it is {shown}."
    others = [it for it in belief.singles if (it,) != belief.levels]
    if others:
        words += f" It would also do to have {' or '.join(_raised(it) for it in others)}."
    return words


def _raised(it: Raise) -> str:
    return f"{it.factor} {number_words(it.wanted)} rather than {number_words(it.now)}"


def number_words(value: float) -> str:
    """A score as people write it."""
    return number(value, 0 if value == int(value) else 2)


def listed(parts: Sequence[str]) -> str:
    """``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
