"""How firm an order of count x harm per incident is, over weight sets and chance in counts."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from scipy import stats

from safer_desktop.risk.belief_words import belief_sentences
from safer_desktop.risk.beliefs import amount_belief
from safer_desktop.risk.firmness import (
    Assumptions,
    Case,
    Combination,
    Multiplier,
    ScoredType,
    WeightSet,
    assumption_words,
    set_words,
    type_sentence,
    weight_meaning,
)
from safer_desktop.risk.scheme import SchemeError
from safer_desktop.risk.sensitivity import firmness
from tests.risk.test_weighted_firmness import poisson

ONS = (800.0, 465.0, 12.0, 190.0)
CAMBRIDGE = (365.0, 273.5, 1.0, 365.0)


def case(counts: Sequence[float], *weights: Sequence[float | None], names: str = "RBSV") -> Case:
    full = {"R": "Robbery", "B": "Burglary", "S": "Shoplifting", "V": "Violence"}
    return Case(
        (),
        tuple(
            ScoredType(name.lower(), full[name], (), count)
            for name, count in zip(names, counts, strict=True)
        ),
        Combination.AMOUNT,
        sets=tuple(
            WeightSet(f"set-{n}", f"Set {n}", tuple(it)) for n, it in enumerate(weights, start=1)
        ),
        unit="points",
    )


HELD = case((30.0, 60.0, 900.0, 70.0), ONS, CAMBRIDGE)
STILL = Assumptions(off=0, chance=False, top=1, draws=10_000)


def test_sets_are_tried_as_often_as_each_other() -> None:
    # Set 1: 24,000, 27,900, 10,800, 13,300. Set 2: 10,950, 16,410, 900, 25,550.
    found = firmness(HELD, STILL)
    assert [row[0] for row in found.places] == [0, 0.5, 0, 0.5]
    assert list(found.places[0]) == [0, 0.5, 0.5, 0]
    assert [list(found.by_set[at]) for at in (1, 3)] == [[1, 0], [0, 1]]
    assert set_words(found, 3) == "Set 1: 0%; Set 2: 100%"
    assert type_sentence(found, 3) == (
        "Violence is first under 50% of plausible weight sets; its most frequent place is 1 (50%)."
    )
    assert found.central == (None,) * 4
    only = firmness(HELD, replace(STILL, without=("set-2", "set-1")))
    assert [row[0] for row in only.places] == [0, 1, 0, 0]
    assert "only the weights of Set 1" in assumption_words(only)


def test_chance_in_counts_and_a_multiplier_as_on_paper() -> None:
    equal = case((30.0, 24.0), (10.0, 10.0), names="RB")
    found = firmness(equal, replace(STILL, chance=True, draws=40_000))
    more = stats.skellam.sf(0, 30, 24) + stats.skellam.pmf(0, 30, 24) / 2
    assert found.above[0][1] == pytest.approx(more, abs=0.01)
    # R is short by the root of 2; of the factors from 1/2 to 2, as likely halved as doubled, a
    # quarter is more than that.
    short = case((100.0, 100.0), (10.0, 10 * math.sqrt(2)), names="RB")
    times = replace(STILL, multipliers=(Multiplier("r", 0.5, 2.0),), draws=40_000)
    found = firmness(short, times)
    assert found.above[0][1] == pytest.approx(0.25, abs=0.01)
    assert "the weight of Robbery 0.50 to 2 times" in assumption_words(found)


def test_an_independent_implementation_gives_the_same() -> None:
    held = case((30.0, 60.0, 900.0, 70.0), ONS, CAMBRIDGE, (500.0, 200.0, None, 250.0))
    times = (Multiplier("v", 0.6, 1.5), Multiplier("unknown", 1, 2))
    ours = firmness(held, Assumptions(top=2, multipliers=times, draws=20_000))
    rng = random.Random(9)
    stood, tops = [0] * 4, [0] * 4
    for _ in range(5000):
        weights = rng.choice(held.sets).weights
        amounts = []
        for it, weight in zip(held.types, weights, strict=True):
            if weight is None:
                continue
            factor = 0.6 * 2.5 ** rng.random() if it.code == "v" else 1
            count = sum(poisson(rng, (it.count or 0) / 9) for _ in range(9))
            amounts.append((count * weight * factor, rng.random(), it.code))
        for place, (*_, code) in enumerate(sorted(amounts, reverse=True)):
            at = "rbsv".index(code)
            stood[at] += 1
            tops[at] += place < 2
    theirs = [top / stand for top, stand in zip(tops, stood, strict=True)]
    assert [ours.in_top(at) for at in range(4)] == pytest.approx(theirs, abs=0.02)


def test_a_set_without_a_weight_leaves_the_type_out_and_says_so() -> None:
    held = case((30.0, 60.0, 900.0, 70.0), ONS, (365.0, 273.5, None, 365.0))
    found = firmness(held, STILL)
    assert [sum(row) for row in found.places] == pytest.approx([1] * 4)
    # Last of four under set 1; where it stands there is no other draw of it.
    assert list(found.places[2]) == [0, 0, 0, 1]
    assert list(found.by_set[2]) == [0, None]
    assert found.above[3][2] == 1
    assert type_sentence(found, 2).endswith("Set 2 has no weight for it.")
    assert set_words(found, 2) == "Set 1: 0%; Set 2: no weight"
    assert assumption_words(found).endswith(
        "Set 2 has no weight for Shoplifting. A type without a weight is left out of that set's "
        "draws, where the others move up; its shares are of the draws in which it has one."
    )


def test_what_would_have_to_be_believed() -> None:
    violence = amount_belief(HELD, 3, STILL)
    # First in set 1 is burglary with 27,900: 27,900 / 70 = 398.57..., 27,900 / 190 = 146.8...
    assert (violence.harm, violence.count) == (398.6, 147)
    assert belief_sentences(violence, HELD) == (
        "Under Set 2 it is first.",
        (
            "With the weights in use, one incident would have to weigh 398.6 points rather than "
            "190 (2.1 times as much), or there would have to be 147 incidents rather than 70."
        ),
    )
    burglary = belief_sentences(amount_belief(HELD, 1, STILL), HELD)
    assert burglary == (
        "Burglary is first already, with the weights in use.",
        "It is not under Set 2.",
    )
    gap = case((30.0, 60.0, 0.0, 70.0), ONS, (365.0, 273.5, None, 1.0))
    none = amount_belief(gap, 2, STILL)
    assert (none.harm, none.count, none.lacking) == (None, 2325, ("Set 2",))
    assert belief_sentences(none, gap)[0] == "Set 2 has no weight for it."
    assert "each as much as the others" in weight_meaning(HELD)


def test_a_multiplier_must_be_above_nothing() -> None:
    with pytest.raises(SchemeError, match="multiplier"):
        firmness(HELD, replace(STILL, multipliers=(Multiplier("r", 0.0, 2.0),)))
