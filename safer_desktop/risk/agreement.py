"""How far partners agree: median, spread, outliers, and Krippendorff's alpha for ordinal scores."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

RESAMPLES = 2000
SEED = 20170331
FEWEST_UNITS = 5
"""Below this, resampling units says nothing about how far alpha could be off."""

_FENCE = 1.5


@dataclass(frozen=True, slots=True)
class Pooled:
    """The scores that partners gave to one thing, by partner's code.

    ``low`` and ``high`` are the quartiles, ``outliers`` the partners outside Tukey's fences.
    """

    scores: Mapping[str, float]
    median: float
    low: float
    high: float
    outliers: tuple[str, ...]

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest score."""
        return min(self.scores.values()), max(self.scores.values())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha: 1 full agreement, 0 as if scored by chance; with 95% interval.

    ``alpha`` is None where it is not defined, ``why_not`` says why; ``interval`` is None where
    too few units were scored twice.
    """

    alpha: float | None
    interval: tuple[float, float] | None
    units: int
    why_not: str = ""


def pool(scores: Mapping[str, float]) -> Pooled | None:
    """Median, quartiles and outliers of the scores by partner; None without any.

    Quartiles interpolate between scores (type 7). Outliers lie more than 1.5 times the distance
    of the quartiles outside them, and need at least four scores to be told.
    """
    if not scores:
        return None
    held = sorted(scores.values())
    low, high = _quantile(held, 0.25), _quantile(held, 0.75)
    reach = _FENCE * (high - low)
    outside = tuple(
        partner
        for partner, score in scores.items()
        if len(held) > 3 and not low - reach <= score <= high + reach
    )
    return Pooled(dict(scores), float(median(held)), low, high, outside)


def agreement(units: Sequence[Sequence[float]], *, seed: int = SEED) -> Agreement:
    """Ordinal alpha over units, each the scores it was given, with a percentile bootstrap.

    Units with fewer than two scores say nothing about agreement and are left out.
    """
    paired = [unit for unit in units if len(unit) > 1]
    if not paired:
        return Agreement(None, None, 0, "nothing was scored by two partners")
    if len({score for unit in paired for score in unit}) == 1:
        return Agreement(None, None, len(paired), "all scores are the same")
    # numpy loads slowly, and this module is met by the window at its start.
    import numpy as np

    each = np.array(_coincidences(paired))
    alpha = float(_alphas(each.sum(axis=0)[None])[0])
    if len(paired) < FEWEST_UNITS:
        return Agreement(alpha, None, len(paired))
    rng = np.random.default_rng(seed)
    picked = rng.multinomial(len(paired), [1 / len(paired)] * len(paired), size=RESAMPLES)
    drawn = _alphas(np.tensordot(picked, each, axes=1))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    return Agreement(alpha, (float(low), float(high)), len(paired))


def alpha_words(found: Agreement) -> str:
    """``alpha 0.71 (95% interval 0.52 to 0.83)``, or why there is none."""
    if found.alpha is None:
        return f"no alpha: {found.why_not}"
    words = f"alpha {found.alpha:.2f}"
    if found.interval is not None:
        words += f" (95% interval {found.interval[0]:.2f} to {found.interval[1]:.2f})"
    return words


def _coincidences(units: Sequence[Sequence[float]]) -> list[list[list[float]]]:
    """Per unit, how often each pair of values stands together, each unit's pairs adding up to
    its number of scores."""
    place = {value: n for n, value in enumerate(sorted({s for unit in units for s in unit}))}
    found = []
    for unit in units:
        table = [[0.0] * len(place) for _ in place]
        for one, first in enumerate(unit):
            for other, second in enumerate(unit):
                if one != other:
                    table[place[first]][place[second]] += 1 / (len(unit) - 1)
        found.append(table)
    return found


def _alphas(tables: NDArray[float64]) -> NDArray[float64]:
    """Alpha of each coincidence table (tables x values x values); nan where undefined."""
    import numpy as np

    totals = tables.sum(axis=2)
    # Krippendorff's ordinal distance between two values is that of their mean ranks.
    ranks = np.cumsum(totals, axis=1) - totals / 2
    distance = (ranks[:, :, None] - ranks[:, None, :]) ** 2
    seen = (tables * distance).sum(axis=(1, 2))
    by_chance = (totals[:, :, None] * totals[:, None, :] * distance).sum(axis=(1, 2))
    pairs = totals.sum(axis=1) - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(by_chance > 0, 1 - pairs * seen / by_chance, np.nan)


def _quantile(held: Sequence[float], share: float) -> float:
    at = share * (len(held) - 1)
    below = math.floor(at)
    above = min(below + 1, len(held) - 1)
    return float(held[below] + (at - below) * (held[above] - held[below]))
