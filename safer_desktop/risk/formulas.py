"""What each formula works out, and what its score means: a closed set, nothing is typed in."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from safer_desktop.risk.scheme import Factor, Formula, Scheme

HIGHEST_POWER = 5
"""Log volume shares the counts from 1 to 100,000 out among the scores of the scale."""


@dataclass(frozen=True, slots=True)
class FormulaWords:
    """How a formula is read: what it does, and what its score may be used for."""

    name: str
    means: str


_ORDER = "It has no unit: it orders incident types, and twice the score is not twice the risk."

WORDS: Mapping[Formula, FormulaWords] = {
    Formula.PRODUCT: FormulaWords(
        "Probability score × harm score", f"The probability score times the harm score. {_ORDER}"
    ),
    Formula.LIKELIHOOD_IMPACT: FormulaWords(
        "Likelihood × impact", f"The level of likelihood times the level of impact. {_ORDER}"
    ),
    Formula.WEIGHTED: FormulaWords(
        "Weighted harm × likelihood",
        f"The weighted mean of the harm factors times the likelihood. {_ORDER}",
    ),
    Formula.CARDINAL: FormulaWords(
        "Count × harm per incident",
        "The number of incidents times the harm of one: an amount of harm in the weights' unit, "
        "which can be added and shared out.",
    ),
}


def risk_of(likelihood: float, harm: float) -> float:
    """Every formula's last step: how often, times how bad. For the cardinal one: how many."""
    return float(likelihood * harm)


def weighted_harm(factors: Sequence[Factor], scores: Sequence[int]) -> float:
    """The weighted mean of harm scores; of one factor, its score as it is."""
    if len(scores) == 1:
        return float(scores[0])
    total = math.fsum(factor.weight for factor in factors)
    pairs = zip(factors, scores, strict=True)
    return math.fsum(factor.weight * score for factor, score in pairs) / total


def log_steps(factor: Factor) -> tuple[tuple[float, int], ...]:
    """Counts from which each score of a scale holds under log volume, low to high."""
    steps = factor.highest - factor.lowest + 1
    return tuple(
        (10 ** (HIGHEST_POWER * step / steps) if step else 0.0, factor.lowest + step)
        for step in range(steps)
    )


def probability_of(share: float, scheme: Scheme) -> int:
    """The likelihood score of a share in percent of all incidents, by the volume bands."""
    # Mends binary dust, so that a share that stands just on a band's edge belongs to the band.
    mended = round(share, 9)
    return [band.score for band in scheme.bands if band.from_share <= mended][-1]


def log_likelihood(count: float, factor: Factor) -> int:
    """The likelihood score of a count under log volume."""
    mended = round(count, 9)
    return [score for start, score in log_steps(factor) if round(start, 9) <= mended][-1]


def class_of(risk: float, scheme: Scheme) -> str:
    """The name of the class that a risk score falls into."""
    return [it.name for it in scheme.classes if it.from_score <= round(risk, 9)][-1]
