"""Blocks, series and plans for tests, written as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from safer_desktop.analysis.limits.block import Block, lay_out
from safer_desktop.analysis.limits.formulas import Points, lines
from safer_desktop.analysis.limits.gather import limit_series
from safer_desktop.analysis.limits.rules import Lines
from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.indicators import (
    DefinitionBreak,
    Frequency,
    Indicator,
    Polarity,
    Unit,
)
from safer_desktop.domain.limits import (
    BaselineLock,
    ChartChoice,
    ChartKind,
    LimitPoint,
    LimitSeries,
    LimitsPlan,
)
from safer_desktop.domain.periods import Period

Numbers = NDArray[np.float64]

APRIL_2013 = Period.month(2013, 4)
JUDGED = date(2016, 4, 1)
WHO = "A. Officer"
DECIDED = date(2016, 5, 3)

BURGLARY = Indicator(
    code="burglary",
    name="Burglary",
    short_name="burglary",
    priority="crime",
    definition="",
    unit=Unit.COUNT,
    noun="offences",
    polarity=Polarity.LOWER,
    frequency=Frequency.MONTHLY,
    partner="Police",
    footprint="CTY",
)
SURVEY = replace(BURGLARY, code="survey", name="Survey", unit=Unit.PERCENTAGE, noun="answers")


def run_of(first: Period, count: int) -> tuple[Period, ...]:
    """Periods one after the other."""
    return tuple(first.shifted(n * first.months) for n in range(count))


def series(
    values: Sequence[float | None],
    indicator: Indicator = BURGLARY,
    first: Period = APRIL_2013,
    counts: Sequence[float] | None = None,
    bases: Sequence[float] | None = None,
    breaks: Sequence[DefinitionBreak] = (),
) -> LimitSeries:
    """A series of months (or of quarters like ``first``); of a count, the counts are its values."""
    is_count = indicator.unit is Unit.COUNT
    found = limit_series(
        indicator.unit,
        indicator,
        [
            LimitPoint(
                period,
                value,
                counts[n] if counts else value if is_count else None,
                bases[n] if bases else None,
                sources=(n + 1,),
            )
            for n, (period, value) in enumerate(
                zip(run_of(first, len(values)), values, strict=True)
            )
        ],
        breaks,
    )
    assert not isinstance(found, Reason)
    return found


def block(
    values: Numbers,
    plans: Sequence[LimitsPlan] | None = None,
    unit: Unit = Unit.COUNT,
    bases: Numbers | None = None,
    first: Period = APRIL_2013,
    judged: date = JUDGED,
) -> Block:
    """Series in columns; counts of events unless another unit is told."""
    count = values.shape[1]
    blank = np.full(values.shape, np.nan)
    counts = values if unit is Unit.COUNT else values * (blank if bases is None else bases) / 100
    return lay_out(
        run_of(first, len(values)),
        [unit] * count,
        [unit] * count,
        values,
        counts,
        blank if bases is None else bases,
        [()] * count,
        plans or [LimitsPlan()] * count,
        judged,
    )


def plain_lines(
    values: Sequence[float],
    kind: ChartKind = ChartKind.XMR,
    bases: Sequence[float] | None = None,
    unit: Unit = Unit.COUNT,
    screens: bool = False,
    used: int | None = None,
) -> Lines:
    """One series' lines by the formulas alone, from all its points or the first ``used``."""
    counts = np.array(values, np.float64)[:, None]
    of = np.full(counts.shape, np.nan) if bases is None else np.array(bases, float)[:, None]
    drawn = 100 * counts / of if unit is Unit.PERCENTAGE else counts
    everything = np.ones(counts.shape, bool)
    chosen = everything.copy()
    chosen[used if used is not None else len(counts) :] = False
    points = Points(drawn, counts, of, np.zeros(counts.shape, np.intp), chosen, everything)
    return lines(points, kind, (unit,), screens)


def lock(first: date, last: date) -> LimitsPlan:
    """A plan that locks the baseline."""
    return LimitsPlan(lock=BaselineLock(first, last, "Agreed by the board", WHO, DECIDED))


def choice(kind: ChartKind, preset: str = LimitsPlan().preset) -> LimitsPlan:
    """A plan in which a person chose the chart."""
    return LimitsPlan(preset, chart=ChartChoice(kind, "The board knows it", WHO, DECIDED))
