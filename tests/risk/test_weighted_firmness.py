"""How firm an order of likelihood x weighted harm is; chance in counts under log volume."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from scipy import stats

from safer_desktop.risk.belief_words import belief_sentences
from safer_desktop.risk.beliefs import belief
from safer_desktop.risk.firmness import (
    Assumptions,
    Band,
    Case,
    Combination,
    ScoredFactor,
    ScoredType,
    assumption_words,
    weight_meaning,
)
from safer_desktop.risk.scheme import SchemeError
from safer_desktop.risk.sensitivity import firmness

FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)
ANY = (0.0, 1.0)


def weighted(
    scores: dict[str, tuple[float, ...]],
    weights: tuple[float, ...],
    scale: tuple[float, ...] = FIVE,
) -> Case:
    names = ("Likelihood", "Physical harm", "Fear")[: len(weights)]
    return Case(
        tuple(ScoredFactor(name, scale, it) for name, it in zip(names, weights, strict=True)),
        tuple(ScoredType(name.lower(), name, held) for name, held in scores.items()),
        Combination.WEIGHTED,
    )


CROSSED = weighted({"A": (3, 5, 1), "B": (3, 1, 5), "C": (3, 4, 4)}, (0.5, 2.0, 2.0))


def exact(*ranges: tuple[float, float], draws: int = 20_000) -> Assumptions:
    return Assumptions(ranges, off=0, chance=False, top=1, draws=draws)


def test_two_harms_as_on_paper() -> None:
    # Likelihood is the same for all, so its weight does nothing. With share v on physical harm:
    # A 1 + 4v, B 5 - 4v, C 4. A leads above 3/4, B below 1/4.
    found = firmness(CROSSED, exact())
    assert [row[0] for row in found.places] == pytest.approx([0.25, 0.25, 0.5], abs=0.012)
    assert found.central[0] is not None
    assert found.central[0][1:] == pytest.approx((7 / 8, 1 / 8), abs=0.01)
    # A range of the harms' shares, not touched by that of likelihood: v from 1/2 to 1.
    ranged = firmness(CROSSED, exact((0.2, 0.3), (0.5, 1.0), ANY))
    assert [row[0] for row in ranged.places] == pytest.approx([0.5, 0.0, 0.5], abs=0.012)
    assert "Likelihood 20%-30%, Physical harm 50%-100%, Fear 0%-100%" in assumption_words(ranged)


def test_likelihood_against_harm_as_on_paper() -> None:
    # The harms' shares are held at a half each, so harms are 1, 8, 4 and the logarithms are
    # A w ln 8, B (1 - w) ln 8, C ln 4 = 2/3 ln 8: A leads above 2/3, B below 1/3.
    held = weighted(
        {"A": (8, 1, 1), "B": (1, 8, 8), "C": (4, 2, 6)}, (0.5, 1.0, 1.0), (1.0, 2.0, 4.0, 6.0, 8.0)
    )
    found = firmness(held, exact(ANY, (0.5, 0.5), (0.5, 0.5)))
    assert [row[0] for row in found.places] == pytest.approx([1 / 3] * 3, abs=0.012)
    assert "Physical harm 50%, Fear 50%" in weight_meaning(held)


def independent(held: Case, off: float, draws: int) -> list[float]:
    """How often each type is first, in plain Python with another generator."""
    rng = random.Random(7)
    firsts = [0] * len(held.types)
    for _ in range(draws):
        apart, cut = rng.random(), rng.random()
        counts = [poisson(rng, it.count) if it.count is not None else None for it in held.types]
        values = []
        for it, count in zip(held.types, counts, strict=True):
            drawn = []
            for factor, score in zip(held.factors, it.scores, strict=True):
                if factor.bands and count is not None:
                    drawn.append([band.score for band in factor.bands if band.start <= count][-1])
                    continue
                at = factor.scale.index(score)
                if rng.random() < off:
                    at = min(max(at + rng.choice((-1, 1)), 0), len(factor.scale) - 1)
                drawn.append(factor.scale[at])
            likelihood, physical, fear = drawn
            harm = cut * physical + (1 - cut) * fear
            values.append((likelihood**apart * harm ** (1 - apart), rng.random()))
        firsts[values.index(max(values))] += 1
    return [it / draws for it in firsts]


def poisson(rng: random.Random, mean: float) -> int:
    left, count = rng.random(), 0
    while left > math.exp(-mean):
        left *= rng.random()
        count += 1
    return count


def test_an_independent_implementation_gives_the_same() -> None:
    steps = (Band(0, 1), Band(10, 2), Band(30, 3), Band(100, 4))
    held = Case(
        (
            ScoredFactor("Likelihood", (1.0, 2.0, 3.0, 4.0), 0.5, steps, by_count=True),
            ScoredFactor("Physical harm", FIVE, 2),
            ScoredFactor("Fear", FIVE, 1),
        ),
        (
            ScoredType("a", "A", (3, 2, 3), 32),
            ScoredType("b", "B", (2, 3, 4), 27),
            ScoredType("c", "C", (1, 5, 2), 9),
            ScoredType("d", "D", (2, 4, 3)),
        ),
        Combination.WEIGHTED,
    )
    ours = firmness(held, Assumptions(off=0.3, draws=20_000))
    assert [row[0] for row in ours.places] == pytest.approx(independent(held, 0.3, 8000), abs=0.02)


def test_chance_in_counts_moves_a_type_over_the_step_of_log_volume() -> None:
    # B scores 2 whatever happens; A scores 3 from 30 incidents upward and 1 below.
    steps = (Band(0, 1), Band(30, 3))
    held = Case(
        (
            ScoredFactor("Likelihood", (1.0, 2.0, 3.0), 0.5, steps, True),
            ScoredFactor("Harm", FIVE, 1),
        ),
        (ScoredType("a", "A", (3, 3), 33), ScoredType("b", "B", (2, 3))),
        Combination.PRODUCT,
        all_counted=33,
    )
    found = firmness(held, Assumptions(off=0, top=1, draws=20_000))
    assert found.places[0][0] == pytest.approx(stats.poisson.sf(29, 33), abs=0.012)
    still = firmness(held, Assumptions(off=0, chance=False, top=1, draws=2000))
    assert still.places[0][0] == 1


def risk(scores: Sequence[float], apart: float, physical: float) -> float:
    likelihood, first, second = scores
    harm = physical * first + (1 - physical) * second
    return float(likelihood**apart * harm ** (1 - apart))


def in_top_two(held: Case, at: int, apart: float, physical: float) -> bool:
    values = [risk(it.scores, apart, physical) for it in held.types]
    return sum(it > values[at] + 1e-7 for it in values) < 2


def levels_tried(held: Case, at: int) -> Iterator[int]:
    """Levels in all of every rise of a type's scores that puts it in the top two."""
    own = held.types[at].scores
    others = sorted(risk(it.scores, 0.5, 2 / 3) for n, it in enumerate(held.types) if n != at)
    for levels in product(FIVE, repeat=3):
        rises = all(up >= now for up, now in zip(levels, own, strict=True))
        if rises and risk(levels, 0.5, 2 / 3) >= others[-2] - 1e-9:
            yield int(sum(levels) - sum(own))


def test_the_fewest_levels_and_the_nearest_weights_are_those_that_trying_all_finds() -> None:
    rng = random.Random(3)
    steps = [n / 60 for n in range(61)]
    answered = 0
    for _ in range(12):
        held = weighted(
            {name: tuple(float(rng.randint(1, 5)) for _ in range(3)) for name in "ABCDEF"},
            (0.5, 2.0, 1.0),
        )
        found = belief(held, 5, 2)
        assert found.already == in_top_two(held, 5, 0.5, 2 / 3)
        if found.already:
            continue
        enough = list(levels_tried(held, 5))
        raised = sum(it.wanted - it.now for it in found.levels or ())
        assert raised == min(enough, default=0)
        assert (found.levels is None) == (not enough)
        near = [
            math.hypot(apart - 0.5, physical - 2 / 3, 1 / 3 - (1 - physical))
            for apart, physical in product(steps, repeat=2)
            if in_top_two(held, 5, apart, physical)
        ]
        if found.weights is None:
            assert not near
            continue
        answered += 1
        apart, physical, fear = found.weights
        assert physical + fear == pytest.approx(1)
        assert in_top_two(held, 5, apart, physical)
        ours = math.hypot(apart - 0.5, physical - 2 / 3, 1 / 3 - fear)
        assert ours <= min(near, default=math.inf) + 0.005
    assert answered >= 4


def test_the_nearest_weights_as_on_paper() -> None:
    # A leads C from v = 3/4 on, whatever likelihood's weight: that stays as it is.
    found = belief(CROSSED, 0, 1)
    assert found.weights == pytest.approx((0.5, 0.75, 0.25), abs=1e-3)
    assert belief_sentences(found, CROSSED)[0] == (
        "With the present scores, the nearest weights that do it are Physical harm 75% (now 50%), "
        "Fear 25% (now 50%) and the others as now. Likelihood is weighed against harm, the others "
        "are shares of harm."
    )


def test_only_the_harms_must_add_up() -> None:
    firmness(CROSSED, exact((0.9, 1.0), (0.4, 0.6), (0.4, 0.6), draws=10))
    with pytest.raises(SchemeError, match="add up to 100%"):
        firmness(CROSSED, exact(ANY, (0.0, 0.4), (0.0, 0.5)))
