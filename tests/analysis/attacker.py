"""Somebody who was handed a copy and solves for what it withholds, by linear programmes."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from datetime import date
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog

from safer_desktop.analysis.disclosure import Amount, Cell, Span, Sums
from safer_desktop.domain.periods import add_months

PROTECTION = 5.0


def months(first: date, count: int) -> list[Span]:
    return [span(add_months(first, n), 1) for n in range(count)]


def span(first: date, length: int) -> Span:
    after = add_months(first, length)
    return first, date.fromordinal(after.toordinal() - 1)


def amount(value: float, below: float = PROTECTION) -> Amount:
    return Amount(value, value, is_small=value < below)


def ranges(
    cells: Mapping[Cell, Amount], sums: Sums, withheld: Collection[Cell]
) -> dict[Cell, tuple[float, float]]:
    """Between what bounds the attacker can put each withheld cell.

    Unknown to him is each elementary span (between two days on which any span begins or ends) of
    each series and area that has no parts; every cell that was given out is an equation, and so
    is every withheld one with a variable of its own.
    """
    cuts = sorted({it.span[0] for it in cells} | {_after(it.span) for it in cells})
    steps = list(pairwise(cuts))

    def bases(series: str, area: str) -> list[tuple[str, str]]:
        kinds = sums.series.get(series, ())
        if kinds:
            return [found for kind in kinds for found in bases(kind, area)]
        parts = sums.areas.get(area, ())
        return [found for it in parts for found in bases(series, it)] or [(series, area)]

    unknown: dict[object, int] = {}
    rows: list[dict[int, float]] = []
    right: list[float] = []
    for cell, held_amount in cells.items():
        row: dict[int, float] = {}
        for base in bases(cell.series, cell.area):
            for step in steps:
                if cell.span[0] <= step[0] and step[1] <= _after(cell.span):
                    row[unknown.setdefault((base, step), len(unknown))] = 1.0
        if cell in withheld:
            row[unknown.setdefault(cell, len(unknown))] = -1.0
        assert held_amount.value is not None
        rows.append(row)
        right.append(0.0 if cell in withheld else held_amount.value)
    matrix = np.zeros((len(rows), len(unknown)))
    for n, row in enumerate(rows):
        for column, value in row.items():
            matrix[n, column] = value
    found = {}
    for cell in withheld:
        aim = np.zeros(len(unknown))
        aim[unknown[cell]] = 1.0
        low = linprog(aim, A_eq=matrix, b_eq=right, method="highs")
        high = linprog(-aim, A_eq=matrix, b_eq=right, method="highs")
        assert low.status == 0, low.message
        found[cell] = (low.fun, np.inf if high.status == 3 else -high.fun)
    return found


def random_table(seed: int) -> tuple[dict[Cell, Amount], Sums]:
    """Months, quarters, years or windows of districts, county and footprint, mostly small."""
    dice = random.Random(seed)
    districts = [f"d{n}" for n in range(dice.randint(2, 5))]
    areas: dict[str, tuple[str, ...]] = {"county": tuple(districts)}
    if dice.random() < 0.4:
        areas["footprint"] = ("county", "city")
    kinds = [f"k{n}" for n in range(dice.choice((1, 1, 2, 3)))]
    series = {"all": tuple(kinds)} if len(kinds) > 1 else {}
    count = dice.choice((6, 12, 18))
    first = date(2015, 4, 1)
    bases = [*districts, "city"] if "footprint" in areas else districts
    level = dice.choice((1.5, 4.0, 12.0))
    steps = months(first, count)
    truth = {
        (k, a, s): int(dice.expovariate(1 / (level * (1 + 4 * dice.random()))))
        for k in kinds
        for a in bases
        for s in steps
    }
    spans = list(steps) if dice.random() < 0.8 else []
    for length in (3, 6, 12):
        if dice.random() < 0.5 or not spans:
            start = dice.choice((0, 0, 3))
            stride = dice.choice((length, length, 3))
            spans += [
                span(add_months(first, n), length) for n in range(start, count - length + 1, stride)
            ]

    def below(area: str) -> list[str]:
        parts = areas.get(area, ())
        return [it for part in parts for it in below(part)] or [area]

    cells = {}
    for kind in [*kinds, *series]:
        for area in [*bases, *areas]:
            if dice.random() < 0.08 and area in bases:
                continue
            for it in spans:
                value = sum(
                    truth[k, a, s]
                    for k in series.get(kind, (kind,))
                    for a in below(area)
                    for s in steps
                    if it[0] <= s[0] and s[1] <= it[1]
                )
                cells[Cell(kind, area, it)] = amount(value)
    return cells, Sums(areas, series)


def _after(it: Span) -> date:
    return date.fromordinal(it[1].toordinal() + 1)
