"""Predicted limits of many series at once: the latest point of each, for overviews."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Ladder
from safer_desktop.analysis.limits.block import Block, lay_out
from safer_desktop.analysis.limits.chart import NO_PLAN, side_of, why_none
from safer_desktop.analysis.limits.distributions import Indices, Numbers
from safer_desktop.analysis.limits.draw import Drawing, Sheet, alarm_case, draw
from safer_desktop.analysis.limits.gather import judged_from, shortest
from safer_desktop.analysis.limits.icons import assurance, variation
from safer_desktop.analysis.quantities import SCALES, Base, base_of
from safer_desktop.analysis.subject import described_area
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.limit_rules import Mark
from safer_desktop.domain.limits import LimitsPlan, LimitsSummary
from safer_desktop.domain.periods import Period

Key = tuple[str, str]
"""Indicator code and area code."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One series to screen: who asked, whose figures stand for it, and in what unit."""

    key: Key
    indicator: Indicator
    area: str
    unit: Unit


def screen(
    dataset: Dataset,
    keys: Iterable[Key],
    edition: Edition,
    plans: Mapping[Key, LimitsPlan] | None = None,
) -> dict[Key, LimitsSummary | Reason]:
    """The latest point of every series with its limits, or why there are none.

    The same charts as ``limits_chart`` gives one by one, by the same arrays. Raises
    ``CatalogueError`` for unknown codes.
    """
    plans = plans or {}
    found: dict[Key, LimitsSummary | Reason] = {}
    groups: dict[Ladder, list[_Wanted]] = {}
    for key in keys:
        what = dataset.catalogue.indicator(key[0])
        area = described_area(dataset, what, key[1])
        steps = shortest(dataset, what, area, edition.end)
        if isinstance(steps, Reason):
            found[key] = steps
        else:
            groups.setdefault(steps[1], []).append(_Wanted(key, what, area, steps[0]))
    for ladder, wanted in groups.items():
        chosen = [plans.get(it.key, NO_PLAN) for it in wanted]
        sheet = draw(_block(dataset, ladder, wanted, chosen, edition), chosen)
        for drawing in sheet.drawings:
            found.update(_summaries(sheet, drawing, wanted, chosen))
    return found


def _block(
    dataset: Dataset,
    ladder: Ladder,
    wanted: Sequence[_Wanted],
    plans: Sequence[LimitsPlan],
    edition: Edition,
) -> Block:
    periods, values, counts, bases = _numbers(dataset, ladder, wanted, edition.end)
    rates = [
        it.indicator.unit if it.unit is Unit.COUNT and it.indicator.unit.is_rate else it.unit
        for it in wanted
    ]
    return lay_out(
        periods,
        [it.unit for it in wanted],
        rates,
        values,
        counts,
        bases,
        [it.indicator.breaks for it in wanted],
        plans,
        judged_from(edition),
    )


def _numbers(
    dataset: Dataset, ladder: Ladder, wanted: Sequence[_Wanted], until: date
) -> tuple[tuple[Period, ...], Numbers, Numbers, Numbers]:
    """Values, counts and bases: own figures first, else the sum of an area's parts."""
    table = ladder.table([(it.indicator.code, it.area, str(it.unit)) for it in wanted], until)
    values, counts, bases = table.value, table.numerator, table.denominator
    for column, it in enumerate(wanted):
        gaps = np.isnan(values[:, column])
        if gaps.any() and dataset.catalogue.area(it.area).parts:
            _fill_from_parts(dataset, it, table.periods, gaps, (values, counts, bases), column)
    people: dict[tuple[str, str], Numbers] = {}
    years = np.array([period.start.year for period in table.periods], np.intp)
    for column, it in enumerate(wanted):
        if it.unit is Unit.COUNT:
            bases[:, column] = math.nan
            if it.indicator.unit.is_rate:
                key = (it.indicator.denominator, it.area)
                if key not in people:
                    people[key] = _people(dataset, it, table.periods, years)
                bases[:, column] = people[key]
    return table.periods, values, counts, bases


def _fill_from_parts(
    dataset: Dataset,
    it: _Wanted,
    periods: Sequence[Period],
    gaps: Indices,
    arrays: tuple[Numbers, Numbers, Numbers],
    column: int,
) -> None:
    values, counts, bases = arrays
    for row in np.flatnonzero(gaps).tolist():
        reading = dataset.reading(it.indicator.code, it.area, it.unit, periods[row])
        if isinstance(reading, Reason) or reading.numerator is None:
            continue
        over = 1.0 if it.unit is Unit.COUNT else reading.denominator
        if over:
            values[row, column] = SCALES[it.unit] * reading.numerator / over
            counts[row, column] = reading.numerator
            bases[row, column] = over


def _people(dataset: Dataset, it: _Wanted, periods: Sequence[Period], years: Indices) -> Numbers:
    """The population (or households) of every period, one look-up a year."""
    found = np.full(len(periods), math.nan)
    for year in np.unique(years).tolist():
        rows = np.flatnonzero(years == year)
        base = base_of(dataset, it.indicator, it.area, periods[int(rows[0])])
        if isinstance(base, Base):
            found[rows] = base.value
    return found


def _summaries(
    sheet: Sheet, drawing: Drawing, wanted: Sequence[_Wanted], plans: Sequence[LimitsPlan]
) -> Iterable[tuple[Key, LimitsSummary | Reason]]:
    which, sign = drawing.shown()
    latest = drawing.latest()
    lines = drawing.lines
    drawn = np.atleast_1d((~np.isnan(lines.centre)).any(axis=0))
    year = sheet.block.cycle
    for place, column in enumerate(drawing.columns.tolist()):
        it, row = wanted[column], int(latest[place])
        if not drawn[place]:
            yield it.key, why_none(sheet, column, it.indicator.noun, plans[column])
            continue
        mark = None
        if which[row, place] >= 0:
            rule = drawing.patterns[int(which[row, place])].rule
            mark = Mark(rule.kind, side_of(rule.kind, int(sign[row, place])))
        centre = float(lines.centre[row, place])
        unit, kind = drawing.units[place], drawing.kind
        rows = [n for n in range(max(0, row + 1 - year), row + 1) if not kind.is_of_gaps]
        limits = [
            (_number(lines.lower[n, place]), _number(lines.upper[n, place]))
            for n in rows
            if not math.isnan(lines.centre[n, place])
        ]
        yield (
            it.key,
            LimitsSummary(
                kind=kind,
                period=sheet.block.periods[int(drawing.when[row, place])],
                value=float(lines.values[row, place]),
                centre=_number(lines.centre[row, place]),
                lower=_number(lines.lower[row, place]),
                upper=_number(lines.upper[row, place]),
                mark=mark,
                variation=variation(mark, not math.isnan(centre), it.indicator.polarity, kind),
                assurance=assurance(it.indicator, unit, limits),
                alarms=alarm_case(sheet, drawing, place),
            ),
        )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
