"""Looks over observations before they are taken in: each problem with its place and remedy."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Observation, Problem, Severity, Status
from safer_desktop.domain.periods import Period, PeriodKind, add_months, months_between

Key = tuple[str, str, Period, Unit]
_Series = tuple[str, str, Unit, PeriodKind]

JUMP = 3.0
"""How many times its usual size (or a third of it) makes a count worth a look."""

_SMALL = 20.0
_NEEDED = 6
_SHOWN = 5


def check(
    observations: Sequence[Observation],
    catalogue: Catalogue,
    known: Mapping[Key, float],
    *,
    file: str = "",
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Problems of a load; ``known`` are the values in the pack. ``today`` bounds the future.

    Errors: the same figure twice, impossible values, periods that have not begun. Warnings: gaps,
    sudden jumps, parts that do not make their whole. Notes: figures restated since last time.
    """
    return (
        *_duplicates(observations, file),
        *_impossible(observations, file),
        *_future(observations, file, today),
        *_gaps(observations, known, catalogue, file),
        *_jumps(observations, known, catalogue, file),
        *_wholes(observations, catalogue, file),
        *_restated(observations, known, catalogue, file),
    )


def _duplicates(observations: Iterable[Observation], file: str) -> Iterator[Problem]:
    first: dict[Key, Observation] = {}
    for observation in observations:
        earlier = first.setdefault(observation.key, observation)
        if earlier is not observation:
            yield Problem(
                Severity.ERROR,
                f"The same figure stands twice: {_shown(earlier)} and {_shown(observation)}"
                f" for {observation.period.label}.",
                f"{earlier.source.words(file)} and {observation.source.words(file)}",
                "Leave one of the two out in the recipe, or correct the file.",
            )


def _impossible(observations: Iterable[Observation], file: str) -> Iterator[Problem]:
    for it in observations:
        fault = _fault(it)
        if fault:
            remedy = "Correct the cell, or leave its row or column out in the recipe."
            cells = (CellPlace(it.source.sheet, it.source.cell),)
            check = "negative" if it.value < 0 else "out-of-range"
            yield Problem(Severity.ERROR, fault, it.source.words(file), remedy, check, cells)


def _fault(it: Observation) -> str:
    numbers = [n for n in (it.value, it.numerator, it.denominator) if n is not None]
    if not all(math.isfinite(n) for n in numbers):
        return f"'{_shown(it)}' is not a finite number."
    if any(n < 0 for n in numbers):
        return f"The figure is negative ({_shown(it)}); a {it.unit} cannot be."
    if it.unit is Unit.PERCENTAGE and it.value > 100:
        return f"The percentage is above 100 ({_shown(it)})."
    if it.denominator is not None and it.numerator is not None:
        return _part_fault(it, it.numerator, it.denominator)
    return ""


def _part_fault(it: Observation, over: float, under: float) -> str:
    if it.unit is not Unit.PERCENTAGE:
        return ""
    if over > under:
        return f"More were counted ({number(over)}) than there are ({number(under)})."
    if under and abs(100 * over / under - it.value) > max(1.0, 60 / under):
        return (
            f"{number(over)} of {number(under)} is {number(100 * over / under, 1)}%, but the"
            f" figure says {_shown(it)}."
        )
    return ""


def _future(
    observations: Iterable[Observation], file: str, today: date | None
) -> Iterator[Problem]:
    if today is None:
        return
    for it in observations:
        if it.period.start > today:
            yield Problem(
                Severity.ERROR,
                f"{it.period.label} lies in the future.",
                it.source.words(file),
                "Correct the period, or leave its row or column out in the recipe.",
            )
        elif it.period.end > today and it.status is Status.FINAL:
            yield Problem(
                Severity.WARNING,
                f"{it.period.label} is not over yet, so the figure cannot be complete.",
                it.source.words(file),
                "Leave it out until the period has ended.",
            )


def _gaps(
    observations: Iterable[Observation],
    known: Mapping[Key, float],
    catalogue: Catalogue,
    file: str,
) -> Iterator[Problem]:
    """Missing months and quarters inside a run, with what the pack already has."""
    held: dict[_Series, set[date]] = defaultdict(set)
    for indicator, area, period, unit in known:
        held[indicator, area, unit, period.kind].add(period.start)
    missing: dict[tuple[str, Unit, tuple[str, ...]], list[Observation]] = defaultdict(list)
    for series, run in _series(observations).items():
        step = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}.get(series[3])
        if step is None:
            continue
        starts = {it.period.start for it in run}
        absent = tuple(
            Period.span(start, _end(start, step)).label
            for start in _steps(min(starts), max(starts), step)
            if start not in starts | held[series]
        )
        if absent:
            missing[series[0], series[2], absent].append(run[0])
    for (indicator, _, labels), firsts in missing.items():
        names = _few([_place(it.area, catalogue) for it in firsts])
        yield Problem(
            Severity.WARNING,
            f"{_name(indicator, catalogue)} has no figure for {_few(labels)} ({names}).",
            firsts[0].source.words(file),
            "A gap stays a gap: ask the partner whether the figures exist.",
        )


def _steps(first: date, last: date, step: int) -> Iterator[date]:
    for offset in range(0, months_between(first, last) + 1, step):
        yield add_months(first, offset)


def _end(start: date, step: int) -> date:
    return Period.month(*_year_month(add_months(start, step - 1))).end


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _jumps(
    observations: Iterable[Observation],
    known: Mapping[Key, float],
    catalogue: Catalogue,
    file: str,
) -> Iterator[Problem]:
    """Values far from what the series usually is, here and in the pack."""
    past: dict[_Series, dict[Period, float]] = defaultdict(dict)
    for (indicator, area, period, unit), value in known.items():
        past[indicator, area, unit, period.kind][period] = value
    for series, run in _series(observations).items():
        values = past[series] | {it.period: it.value for it in run}
        for it in run:
            others = [value for period, value in values.items() if period != it.period]
            if len(others) < _NEEDED:
                continue
            usual = median(others)
            if _is_jump(it, usual, others):
                yield Problem(
                    Severity.WARNING,
                    f"{_name(it.indicator, catalogue)} in {_place(it.area, catalogue)} for"
                    f" {it.period.label} is {_shown(it)}, but usually about"
                    f" {number(usual, 0 if it.unit is Unit.COUNT else 2)}.",
                    it.source.words(file),
                    "Ask the partner whether the figure is right.",
                )


def _is_jump(it: Observation, usual: float, others: list[float]) -> bool:
    """Far outside the usual size and outside all that was seen before; small counts may vary."""
    if it.unit is Unit.COUNT and max(it.value, usual) < _SMALL:
        return False
    if min(others) <= it.value <= max(others) or usual <= 0:
        return False
    return it.value > JUMP * usual or it.value * JUMP < usual


def _wholes(
    observations: Iterable[Observation], catalogue: Catalogue, file: str
) -> Iterator[Problem]:
    """Counts of districts against the county's, and of every other area with given parts."""
    by_key = {it.key: it for it in observations if it.unit is Unit.COUNT}
    for it in by_key.values():
        parts = catalogue.area(it.area).parts if catalogue.has_area(it.area) else ()
        found = [
            part
            for code in parts
            if (part := by_key.get((it.indicator, code, it.period, it.unit))) is not None
        ]
        if len(found) < len(parts) or not parts:
            continue
        total = sum(part.value for part in found)
        if abs(total - it.value) > 0.5:
            whole = catalogue.area(it.area)
            yield Problem(
                Severity.WARNING,
                f"The {len(parts)} parts of {whole.short} add up to {number(total)} for"
                f" {it.period.label}, but {whole.short} is given as {number(it.value)}.",
                it.source.words(file),
                "Ask the partner which is right; some records may have no district.",
            )


def _restated(
    observations: Iterable[Observation],
    known: Mapping[Key, float],
    catalogue: Catalogue,
    file: str,
) -> Iterator[Problem]:
    changed: dict[str, list[tuple[Observation, float]]] = defaultdict(list)
    for it in observations:
        before = known.get(it.key)
        if before is not None and not math.isclose(before, it.value, rel_tol=1e-9, abs_tol=1e-9):
            changed[it.indicator].append((it, before))
    for indicator, pairs in changed.items():
        first, before = pairs[0]
        decimals = 0 if first.unit is Unit.COUNT else 2
        yield Problem(
            Severity.NOTE,
            f"{len(pairs)} figures of {_name(indicator, catalogue)} differ from those in the pack:"
            f" {_place(first.area, catalogue)} for {first.period.label} was"
            f" {number(before, decimals)} and is now {number(first.value, decimals)}.",
            first.source.words(file),
            "The new figures replace the old ones, which stay in the pack's record.",
        )


def _series(observations: Iterable[Observation]) -> dict[_Series, list[Observation]]:
    series: dict[_Series, list[Observation]] = defaultdict(list)
    for it in observations:
        series[it.indicator, it.area, it.unit, it.period.kind].append(it)
    return series


def _name(indicator: str, catalogue: Catalogue) -> str:
    return catalogue.indicator(indicator).name


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(dict.fromkeys(names[:_SHOWN]))
    rest = len(names) - _SHOWN
    return f"{shown} and {rest} more" if rest > 0 else shown


def _place(code: str, catalogue: Catalogue) -> str:
    """An area's name; its code where it is none of the catalogue's, as in national tables."""
    return catalogue.area(code).short if catalogue.has_area(code) else code


def _shown(it: Observation) -> str:
    """The number as its cell shows it; a count of rows has no cell, so the number itself."""
    return it.source.raw if it.source.cell else number(it.value)
