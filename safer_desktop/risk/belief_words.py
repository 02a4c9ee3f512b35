"""What would have to be believed for a type to be among the first: the answers, and in words."""

from __future__ import annotations

from dataclasses import dataclass

from safer_desktop.domain.display import listed, number
from safer_desktop.risk.firmness import Case, Combination, number_words, top_words
from safer_desktop.risk.words import amount

_SAME = 0.005


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


@dataclass(frozen=True, slots=True)
class AmountBelief:
    """What puts a type among the first by amount of harm, with the weights in use.

    ``does``, ``does_not`` and ``lacking`` name the other plausible weight sets that put it there,
    that do not, and that have no weight for it. ``harm`` and ``count`` are what the weight of one
    incident or the count would have to be at least; None where no number would do.
    """

    name: str
    top: int
    already: bool
    does: tuple[str, ...]
    does_not: tuple[str, ...]
    lacking: tuple[str, ...]
    harm_now: float
    harm: float | None
    count_now: float
    count: float | None


def belief_sentences(belief: Belief | AmountBelief, case: Case) -> tuple[str, ...]:
    """The answer to "what would have to be believed ...?" in plain words."""
    if isinstance(belief, AmountBelief):
        return _amount_sentences(belief, case)
    if belief.already:
        place = top_words(belief.top)
        return (f"{belief.name} is {place} already, with the present weights and scores.",)
    return (_weights_believed(belief, case), _levels_believed(belief))


def _weights_believed(belief: Belief, case: Case) -> str:
    if belief.weights is None:
        return "No weights alone would do it, with the present scores."
    every = list(zip(case.factors, belief.weights, case.weights, strict=True))
    other = [it for it in every if abs(it[1] - it[2]) >= _SAME] or every
    parts = [f"{factor.name} {share:.0%} (now {now:.0%})" for factor, share, now in other]
    if len(other) < len(every):
        parts.append("the others as now")
    words = f"With the present scores, the nearest weights that do it are {listed(parts)}."
    if case.combination is Combination.WEIGHTED:
        words += f" {case.factors[0].name} is weighed against harm, the others are shares of harm."
    return words


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


def _amount_sentences(belief: AmountBelief, case: Case) -> tuple[str, ...]:
    place = top_words(belief.top)
    words = []
    if belief.already:
        words.append(f"{belief.name} is {place} already, with the weights in use.")
        if belief.does_not:
            words.append(f"It is not under {listed(belief.does_not)}.")
    elif belief.does:
        words.append(f"Under {listed(belief.does)} it is {place}.")
    elif belief.does_not:
        words.append(f"It is not {place} under {listed(belief.does_not)} either.")
    if belief.lacking:
        verb = "has" if len(belief.lacking) == 1 else "have"
        words.append(f"{listed(belief.lacking)} {verb} no weight for it.")
    if not belief.already:
        words.append(_amount_needed(belief, case.unit))
    return tuple(words)


def _amount_needed(belief: AmountBelief, unit: str) -> str:
    ways = []
    if belief.harm is not None:
        times = ""
        if belief.harm_now > 0:
            times = f" ({number(belief.harm / belief.harm_now, 1)} times as much)"
        ways.append(
            f"one incident would have to weigh {amount(belief.harm)} {unit} rather than "
            f"{amount(belief.harm_now)}{times}"
        )
    if belief.count is not None:
        ways.append(
            f"there would have to be {number(belief.count)} incidents rather than "
            f"{number(belief.count_now)}"
        )
    if not ways:
        return "With the weights in use, no weight and no count alone would do it."
    return f"With the weights in use, {', or '.join(ways)}."
