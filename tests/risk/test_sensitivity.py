"""How firm an order is, against sums on paper and against a plain implementation."""

from __future__ import annotations

import math
import random
from itertools import product

import numpy as np
import pytest

from safer_desktop.domain.errors import Cancelled
from safer_desktop.risk.belief_words import Raise, belief_sentences
from safer_desktop.risk.beliefs import belief
from safer_desktop.risk.firmness import (
    Assumptions,
    Band,
    Case,
    Combination,
    ScoredFactor,
    ScoredType,
    assumption_words,
    order_sentence,
    type_sentence,
    weight_meaning,
)
from safer_desktop.risk.scheme import SchemeError
from safer_desktop.risk.sensitivity import firmness, plausible_weights

CERTAIN = Assumptions(off=0, chance=False, top=1, draws=20_000)
FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)


def case(
    scores: dict[str, tuple[float, ...]],
    combination: Combination = Combination.SUM,
    scale: tuple[float, ...] = FIVE,
) -> Case:
    many = len(next(iter(scores.values())))
    names = ("Likelihood", "Harm", "Concern")[:many]
    return Case(
        tuple(ScoredFactor(name, scale, 1 / many) for name in names),
        tuple(ScoredType(name.lower(), name, held) for name, held in scores.items()),
        combination,
    )


# With weight w on the first factor: A 1 + 4w, B 5 - 4w, C 4. So A leads above 3/4, B below 1/4.
SUMMED = case({"A": (5, 1), "B": (1, 5), "C": (4, 4)})
# Logarithms: A w ln 8, B (1 - w) ln 8, C ln 4 = 2/3 ln 8. So A leads above 2/3, B below 1/3.
MULTIPLIED = case(
    {"A": (8, 1), "B": (1, 8), "C": (4, 4)}, Combination.PRODUCT, (1.0, 2.0, 4.0, 8.0)
)


def test_two_summed_factors_as_on_paper() -> None:
    found = firmness(SUMMED, CERTAIN)
    assert [row[0] for row in found.places] == pytest.approx([0.25, 0.25, 0.5], abs=0.012)
    # A is last below 1/2, less where B is last: never C.
    assert [row[2] for row in found.places] == pytest.approx([0.5, 0.5, 0.0], abs=0.012)
    assert found.above[0][1] == pytest.approx(0.5, abs=0.012)
    assert found.above[2][0] == pytest.approx(0.75, abs=0.012)
    assert found.central[0] == pytest.approx((7 / 8, 1 / 8), abs=0.01)
    assert found.central[2] == pytest.approx((1 / 2, 1 / 2), abs=0.01)


def test_two_multiplied_factors_as_on_paper() -> None:
    found = firmness(MULTIPLIED, CERTAIN)
    assert [row[0] for row in found.places] == pytest.approx([1 / 3] * 3, abs=0.012)
    assert found.central[0] == pytest.approx((5 / 6, 1 / 6), abs=0.01)
    assert "exponent" in weight_meaning(MULTIPLIED)


def test_ranges_of_weights_keep_out_what_lies_outside() -> None:
    ranged = Assumptions(((0.5, 1.0), (0.0, 0.5)), off=0, chance=False, top=1, draws=20_000)
    found = firmness(SUMMED, ranged)
    assert [row[0] for row in found.places] == pytest.approx([0.5, 0.0, 0.5], abs=0.012)
    assert found.central[1] is None


def test_ranged_weights_are_uniform_over_what_is_allowed() -> None:
    ranges = ((0.1, 0.6), (0.0, 0.5), (0.2, 0.9))
    ours = plausible_weights(np.random.default_rng(1), (1 / 3,) * 3, ranges, 20_000)
    assert np.allclose(ours.sum(axis=1), 1)
    all_weights = np.random.default_rng(2).dirichlet(np.ones(3), size=200_000)
    low, high = np.array(ranges).T
    kept = all_weights[((all_weights >= low) & (all_weights <= high)).all(axis=1)]
    for n in range(3):
        mine, theirs = np.sort(ours[:, n]), np.sort(kept[:, n])
        places = np.linspace(0, 1, 21)
        assert np.quantile(mine, places) == pytest.approx(np.quantile(theirs, places), abs=0.012)


def plain(held: Case, off: float, draws: int) -> list[float]:
    """How often each type is first: the same thing in plain Python, by another generator."""
    rng = random.Random(5)
    firsts = [0] * len(held.types)
    for _ in range(draws):
        cuts = sorted(rng.random() for _ in held.factors[1:])
        weights = [b - a for a, b in zip([0, *cuts], [*cuts, 1], strict=True)]
        counts = [held_poisson(rng, it.count) if it.count else 0 for it in held.types]
        values = []
        for it, count in zip(held.types, counts, strict=True):
            value = 0.0
            for factor, weight, score in zip(held.factors, weights, it.scores, strict=True):
                if factor.bands and it.count is not None:
                    share = 100 * count / sum(counts)
                    drawn = [band.score for band in factor.bands if band.start <= share][-1]
                else:
                    at = factor.scale.index(score)
                    if rng.random() < off:
                        at = min(max(at + rng.choice((-1, 1)), 0), len(factor.scale) - 1)
                    drawn = factor.scale[at]
                value += weight * math.log(drawn)
            values.append((value, rng.random()))
        firsts[values.index(max(values))] += 1
    return [it / draws for it in firsts]


def held_poisson(rng: random.Random, mean: float) -> int:
    product_, count = rng.random(), 0
    while product_ > math.exp(-mean):
        product_ *= rng.random()
        count += 1
    return count


def test_an_independent_implementation_gives_the_same() -> None:
    bands = (Band(0, 1), Band(20, 3), Band(45, 5))
    held = Case(
        (
            ScoredFactor("Likelihood", (1.0, 3.0, 5.0), 1 / 3, bands),
            ScoredFactor("Harm", FIVE, 1 / 3),
            ScoredFactor("Concern", FIVE, 1 / 3),
        ),
        (
            ScoredType("a", "A", (5, 2, 3), 48),
            ScoredType("b", "B", (3, 3, 4), 30),
            ScoredType("c", "C", (3, 5, 1), 22),
            ScoredType("d", "D", (1, 4, 5)),
        ),
        Combination.PRODUCT,
        all_counted=100,
    )
    ours = firmness(held, Assumptions(off=0.3, draws=20_000))
    theirs = plain(held, 0.3, 8000)
    assert [row[0] for row in ours.places] == pytest.approx(theirs, abs=0.02)


def test_shares_add_up_and_the_same_seed_gives_the_same() -> None:
    found = firmness(SUMMED, Assumptions())
    assert found == firmness(SUMMED, Assumptions())
    assert [sum(row) for row in found.places] == pytest.approx([1, 1, 1])
    assert [sum(column) for column in zip(*found.places, strict=True)] == pytest.approx([1, 1, 1])
    assert found.above[0][1] + found.above[1][0] == pytest.approx(1)
    assert found.in_top(0) == pytest.approx(1)
    assert found != firmness(SUMMED, Assumptions(seed=3))


def test_nothing_uncertain_gives_the_order_itself() -> None:
    exact = Assumptions(((0.3, 0.3), (0.7, 0.7)), off=0, chance=False, top=1, draws=50)
    found = firmness(SUMMED, exact)
    assert [list(row) for row in found.places] == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    assert type_sentence(found, 2) == (
        "C is first under 100% of plausible weights; its most frequent place is 1 (100%)."
    )
    assert "50 draws, seed 2017: weights within Likelihood 30%-30%" in assumption_words(found)
    assert order_sentence(found) == (
        "Of 2 neighbouring pairs in the order, 0 stand the same way in at least 95% of draws, and "
        "2 in fewer than 75%: the order within those 2 should not carry a decision."
    )
    downward = case({"C": (4, 4), "B": (1, 5), "A": (5, 1)})
    assert order_sentence(firmness(downward, exact)) == (
        "All 2 neighbouring pairs in the order stand the same way in at least 95% of draws."
    )


def test_the_nearest_weights_that_put_a_type_first() -> None:
    found = belief(SUMMED, 0, 1)
    assert found.weights == pytest.approx((0.75, 0.25), abs=1e-6)
    # Equal weights: A 3, C 4. Two levels more of harm make A 4.
    assert found.levels == (Raise("Harm", 1, 3),)
    weights, levels = belief_sentences(found, SUMMED)
    assert weights == (
        "With the present scores, the nearest weights that do it are Likelihood 75% (now 50%) and "
        "Harm 25% (now 50%)."
    )
    assert levels == (
        "With the present weights, the smallest change of scores that does it is Harm 3 rather "
        "than 1."
    )
    assert belief_sentences(belief(SUMMED, 2, 1), SUMMED) == (
        "C is first already, with the present weights and scores.",
    )


def test_what_nothing_can_put_first_is_said() -> None:
    low = case({"A": (5, 5), "B": (5, 5), "C": (4, 5), "D": (2, 2)})
    found = belief(low, 3, 1)
    assert found.weights is None
    assert found.levels == (Raise("Likelihood", 2, 5), Raise("Harm", 2, 5))
    beyond = case({"A": (6, 5), "D": (2, 2)})
    sentences = belief_sentences(belief(beyond, 1, 1), beyond)
    assert sentences[0] == "No weights alone would do it, with the present scores."
    assert sentences[1] == "No scores on the scheme's scales would do it, with the present weights."


def test_the_fewest_levels_are_those_that_trying_all_finds() -> None:
    rng = random.Random(11)
    for _ in range(15):
        held = case(
            {name: tuple(float(rng.randint(1, 5)) for _ in range(3)) for name in "ABCDEF"},
            Combination.PRODUCT,
        )
        found = belief(held, 5, 2)
        if found.already:
            continue
        values = sorted(math.prod(it.scores) for it in held.types[:5])
        own = held.types[5].scores
        enough = [
            sum(level - now for level, now in zip(levels, own, strict=True))
            for levels in product(FIVE, repeat=3)
            if all(level >= now for level, now in zip(levels, own, strict=True))
            and math.prod(levels) >= values[-2]
        ]
        if found.levels is None:
            assert not enough
        else:
            assert sum(it.wanted - it.now for it in found.levels) == min(enough)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Assumptions(((0.0, 0.2), (0.0, 0.2))), "add up to 100%"),
        (Assumptions(((0.5, 0.2), (0.0, 1.0))), "from low to high"),
        (Assumptions(((0.5, 0.7),)), "2 factors"),
        (Assumptions(off=1.2), "between 0% and 100%"),
        (Assumptions(draws=0), "number of draws"),
        (Assumptions(top=0), "first place"),
    ],
)
def test_assumptions_that_contradict_themselves_are_refused(held: Assumptions, words: str) -> None:
    with pytest.raises(SchemeError, match=words):
        firmness(SUMMED, held)


def test_it_stops_when_asked_to() -> None:
    class Stopped:
        def report(self, done: float, text: str) -> None:
            """Nobody looks."""

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        firmness(SUMMED, Assumptions(), Stopped())
