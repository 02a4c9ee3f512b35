"""The risk/harm matrix: how firm its order is, how well partners agree."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import krippendorff
import numpy as np

from safer_desktop.risk.agreement import agreement
from safer_desktop.risk.beliefs import amount_belief, belief
from safer_desktop.risk.firmness import (
    Assumptions,
    Case,
    Combination,
    ScoredFactor,
    ScoredType,
    WeightSet,
)
from safer_desktop.risk.matrix import score
from safer_desktop.risk.scheme import IncidentType
from safer_desktop.risk.sensitivity import firmness
from safer_desktop.workbench.defaults import default_scheme
from tests.benchmarks.measure import Measure
from tests.risk import precedent

SEED = 20170331
SCALE = (1.0, 2.0, 3.0, 4.0, 5.0)


def _fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _large() -> Case:
    rng = np.random.default_rng(SEED)
    return Case(
        tuple(ScoredFactor(f"Factor {n}", SCALE, 1 / 8) for n in range(8)),
        tuple(
            ScoredType(str(n), f"Type {n}", tuple(rng.choice(SCALE, 8).tolist())) for n in range(40)
        ),
        Combination.SUM,
    )


def _by_amount() -> Case:
    rng = np.random.default_rng(SEED)
    return Case(
        (),
        tuple(
            ScoredType(str(n), f"Type {n}", (), float(count))
            for n, count in enumerate(rng.integers(5, 5000, 40))
        ),
        Combination.AMOUNT,
        sets=tuple(
            WeightSet(str(n), f"Set {n}", tuple(rng.lognormal(4, 2, 40).tolist())) for n in range(3)
        ),
    )


def sensitivity() -> Iterator[Measure]:
    case = _large()
    free, ranged = Assumptions(), Assumptions(((0.05, 0.3),) * 8)
    work = "40 types x 8 factors x 10,000 draws"
    yield Measure(f"SMAA, {work}, any weights", _fastest(lambda: firmness(case, free)), "s", 1.0)
    yield Measure(f"SMAA, {work}, ranges", _fastest(lambda: firmness(case, ranged)), "s", 1.0)
    yield Measure(
        "what puts a type in the top three", _fastest(lambda: belief(case, 30, 3)), "s", 1
    )
    weighted = replace(case, combination=Combination.WEIGHTED)
    yield Measure(
        f"SMAA, {work}, likelihood x weighted harm, ranges",
        _fastest(lambda: firmness(weighted, ranged)),
        "s",
        1.0,
    )
    yield Measure(
        "likelihood x weighted harm: what puts a type in the top three",
        _fastest(lambda: belief(weighted, 30, 3)),
        "s",
        1.0,
    )
    amounts = _by_amount()
    yield Measure(
        "SMAA, 40 types x 3 weight sets x 10,000 draws, counts by chance",
        _fastest(lambda: firmness(amounts, free)),
        "s",
        1.0,
    )
    seconds = _fastest(lambda: amount_belief(amounts, 30, free))
    yield Measure("weight sets: what puts a type in the top three", seconds, "s", 1.0)
    crossed = Case(
        (ScoredFactor("a", SCALE, 0.5), ScoredFactor("b", SCALE, 0.5)),
        (ScoredType("a", "A", (5, 1)), ScoredType("b", "B", (1, 5)), ScoredType("c", "C", (4, 4))),
        Combination.SUM,
    )
    found = firmness(crossed, Assumptions(off=0, chance=False, draws=100_000))
    apart = max(
        abs(row[0] - share) for row, share in zip(found.places, (0.25, 0.25, 0.5), strict=True)
    )
    yield Measure("two criteria, distance from the analytic shares", 100 * apart, "points", 0.5)


def partners() -> Iterator[Measure]:
    rng = np.random.default_rng(SEED)
    truth = rng.integers(1, 20, 40)
    scores = np.clip(truth[:, None] + rng.integers(-3, 4, (40, 8)), 1, 19).astype(float)
    units = scores.tolist()
    ours = agreement(units).alpha or 0.0
    theirs = krippendorff.alpha(reliability_data=scores.T, level_of_measurement="ordinal")
    yield Measure("alpha, distance from the krippendorff package", abs(ours - theirs), "", 1e-9)
    seconds = _fastest(lambda: agreement(units))
    yield Measure("alpha and its interval, 40 units x 8 partners, 2,000 times", seconds, "s", 1.0)


def schemes() -> Iterator[Measure]:
    """The precedent's rows as printed, volume and harm apart, and the time of scoring."""
    scheme = default_scheme()
    found = {row.type.name: row.risk for row in score(precedent.types(), scheme, {})}
    wrong = sum(found[row[0]] != row[4] for row in precedent.ROWS)
    known = len(precedent.ROWS)
    yield Measure(f"precedent's products not met, of the {known} rows stated", wrong, "rows", 0)
    types = [
        IncidentType(str(n), f"Type {n}", count=10.0 * (n + 1), harm=1 + n * 7 % 20)
        for n in range(40)
    ]
    grown = [replace(types[0], count=10 * (types[0].count or 0.0)), *types[1:]]
    before, after = score(types, scheme, {}), score(grown, scheme, {})
    orders = [{row.type.code: row.harm_rank for row in rows} for rows in (before, after)]
    moved = sum(orders[0][code] != place for code, place in orders[1].items())
    yield Measure("volume times ten: ranks by harm per incident moved", moved, "types", 0)
    off = abs(sum(row.harm_share or 0.0 for row in after) - 100)
    yield Measure("volume times ten: shares of harm, distance from 100%", off, "points", 1e-9)
    seconds = _fastest(lambda: score(types, scheme, {}))
    yield Measure("scoring 40 types", 1000 * seconds, "ms", 20)


def run() -> Iterator[Measure]:
    yield from schemes()
    yield from sensitivity()
    yield from partners()
