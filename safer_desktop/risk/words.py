"""What the matrix shows, in sentences for the paper; each states the numbers behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from safer_desktop.domain.display import listed, number, share_text
from safer_desktop.risk.bias import ALIKE, VolumeBias
from safer_desktop.risk.scheme import Formula, MatrixRow, Scheme

MOST_NAMED = 5
_VIOLENT = re.compile(
    r"violen|assault|bodily harm|wounding|homicide|murder|robbery|rape|sexual|weapon|knife"
)


@dataclass(frozen=True, slots=True)
class FormulaNouns:
    """What a formula multiplies and gives, as nouns within a sentence."""

    likelihood: str
    harm: str
    risk: str
    gap: str


NOUNS = {
    Formula.PRODUCT: FormulaNouns(
        "probability",
        "harm",
        "risk score",
        "No incident type has both a probability and a harm score yet.",
    ),
    Formula.LIKELIHOOD_IMPACT: FormulaNouns(
        "likelihood",
        "impact",
        "risk score",
        "No incident type has both a likelihood and an impact score yet.",
    ),
    Formula.WEIGHTED: FormulaNouns(
        "likelihood",
        "weighted harm",
        "risk score",
        "No incident type has a likelihood and all scores of harm yet.",
    ),
    Formula.CARDINAL: FormulaNouns(
        "count",
        "harm per incident",
        "total harm",
        "No incident type has both a count and a weight yet.",
    ),
}


def describe(rows: Sequence[MatrixRow], bias: VolumeBias | None, scheme: Scheme) -> tuple[str, ...]:
    """Sentences about a scored matrix (``matrix.score``); one only, if nothing is ranked."""
    nouns = NOUNS[scheme.formula]
    ranked = [row for row in rows if row.rank is not None]
    if not ranked:
        return (nouns.gap,)
    sentences = [_leaders(ranked, nouns), *_top_class(ranked), *_violence(ranked)]
    if bias:
        sentences += [bias.words, *_much_volume(ranked, bias, scheme)]
    sentences += [*_most_harmful(ranked, scheme), *_by_hand(ranked, nouns), *_unranked(rows)]
    return tuple(sentences)


def listed_briefly(names: Sequence[str]) -> str:
    """``a, b and c``; names beyond the fifth are only counted."""
    shown = list(names)
    if len(shown) > MOST_NAMED:
        shown[MOST_NAMED:] = [f"{len(names) - MOST_NAMED} more"]
    return listed(shown)


def _leaders(ranked: Sequence[MatrixRow], nouns: FormulaNouns) -> str:
    first = [row for row in ranked if row.rank == 1]
    names = listed_briefly([f"{row.type.name} ({product_words(row, nouns)})" for row in first])
    verb = "has" if len(first) == 1 else "share"
    return f"Of {_types(len(ranked))} ranked, {names} {verb} the highest {nouns.risk}."


def product_words(row: MatrixRow, nouns: FormulaNouns) -> str:
    """``probability 17 × harm 18 = 306``."""
    likelihood, harm = amount(row.likelihood or 0.0), amount(row.harm or 0.0)
    return f"{nouns.likelihood} {likelihood} × {nouns.harm} {harm} = {amount(row.risk or 0.0)}"


def amount(value: float) -> str:
    """A score or an amount of harm: whole where it is, else with one decimal below 1,000."""
    return number(value, 0 if value == int(value) or abs(value) >= 1000 else 1)


def _top_class(ranked: Sequence[MatrixRow]) -> Iterator[str]:
    name = ranked[0].risk_class
    inside = [row for row in ranked if row.risk_class == name]
    if len(inside) == len(ranked):
        yield f"{'It is' if len(ranked) == 1 else 'All are'} classed {name}."
        return
    others = [f"{row.type.name} ({amount(row.risk or 0.0)})" for row in inside]
    subject = "One is" if len(inside) == 1 else f"{len(inside)} are"
    yield f"{subject} classed {name}: {listed_briefly(others)}."


def _violence(ranked: Sequence[MatrixRow]) -> Iterator[str]:
    """Whether violent crime makes up at least half of the highest class, of several."""
    inside = [row for row in ranked if row.risk_class == ranked[0].risk_class]
    violent = [row.type.name for row in inside if _VIOLENT.search(row.type.name.casefold())]
    if len(violent) < 2 or 2 * len(violent) < len(inside) or len(inside) == len(ranked):
        return
    yield (
        f"Violent crime features prominently: {len(violent)} of the {len(inside)} types classed "
        f"{ranked[0].risk_class} are {listed_briefly(violent)}."
    )


def _much_volume(ranked: Sequence[MatrixRow], bias: VolumeBias, scheme: Scheme) -> Iterator[str]:
    """Where the score follows volume more: the commonest type of lower harm that stands high."""
    if bias.with_count is None or bias.with_harm is None:
        return
    if bias.with_count - bias.with_harm < ALIKE:
        return
    middle = median(row.harm or 0.0 for row in ranked)
    found = [
        row
        for row in ranked
        if row.harm is not None
        and row.harm < middle
        and row.share is not None
        and row.rank is not None
        and 2 * row.rank <= len(ranked)
    ]
    if not found:
        return
    row = max(found, key=lambda it: it.share or 0.0)
    tied = "=" if sum(other.rank == row.rank for other in ranked) > 1 else ""
    nouns = NOUNS[scheme.formula]
    noun = nouns.harm if scheme.cardinal else f"{nouns.harm} score"
    yield (
        f"For example, {row.type.name} has a lower {noun} ({amount(row.harm or 0.0)}, against a "
        f"median of {amount(middle)}), but is {number(row.share or 0.0, 1)}% of incidents, and "
        f"its rank is {tied}{row.rank} of {len(ranked)}."
    )


def _most_harmful(ranked: Sequence[MatrixRow], scheme: Scheme) -> Iterator[str]:
    """What becomes of high harm at low volume; nothing if it leads anyway."""
    nouns = NOUNS[scheme.formula]
    noun = nouns.harm if scheme.cardinal else f"{nouns.harm} score"
    highest = max(row.harm or 0 for row in ranked)
    most_harmful = [row for row in ranked if row.harm == highest]
    last = most_harmful[-1]
    if last.rank == 1 or last.share is None:
        return
    if len(most_harmful) == 1:
        subject = f"{last.type.name} has the highest {noun} ({amount(highest)})"
    else:
        subject = (
            f"Of the {len(most_harmful)} types with the highest {noun} ({amount(highest)}), "
            f"{last.type.name} comes last"
        )
    tied = "=" if sum(row.rank == last.rank for row in ranked) > 1 else ""
    yield (
        f"{subject}: at {share_text(last.share)} of incidents, its rank is "
        f"{tied}{last.rank} of {len(ranked)}."
    )


def _by_hand(ranked: Sequence[MatrixRow], nouns: FormulaNouns) -> Iterator[str]:
    names = [row.type.name for row in ranked if row.likelihood_by_hand]
    if names:
        likelihood = nouns.likelihood.capitalize()
        yield f"{likelihood} was set by hand, not by volume, for {listed_briefly(names)}."


def _unranked(rows: Sequence[MatrixRow]) -> Iterator[str]:
    names = [f"{row.type.name} ({' and '.join(row.missing)})" for row in rows if row.rank is None]
    if names:
        yield f"Not ranked: {listed_briefly(names)}."


def _types(count: int) -> str:
    return "one incident type" if count == 1 else f"{count} incident types"
