"""Each figure by itself: whether it can be, and whether its period has been."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity, Status
from safer_desktop.domain.periods import Period
from safer_desktop.loading.checks.brought import Brought, few, shown

_MEND = "Mend the cell, leave it out, or accept it with your reason."


def impossible(brought: Brought) -> Iterator[Problem]:
    """Figures that cannot be, or hardly."""
    for it in brought.observations:
        check, fault = _fault(it)
        if fault:
            may_accept = check != "not-finite"
            remedy = _MEND if may_accept else "Mend the cell or leave it out."
            yield brought.problem(
                Severity.ERROR, check, fault, (it,), remedy, may_accept=may_accept
            )
        elif it.unit is Unit.COUNT and not float(it.value).is_integer():
            what = f"A count that is no whole number ({shown(it)}): an average or an estimate?"
            remedy = "Look what the cell holds; leave it out if it is not a count."
            yield brought.problem(Severity.WARNING, "fractional-count", what, (it,), remedy)


def _fault(it: Observation) -> tuple[str, str]:
    """Name of the check and what is wrong; empty where nothing is."""
    numbers = [n for n in (it.value, it.numerator, it.denominator) if n is not None]
    if not all(math.isfinite(n) for n in numbers):
        return "not-finite", f"'{shown(it)}' is not a finite number."
    if any(n < 0 for n in numbers):
        return "negative", _negative(it)
    if it.unit is Unit.PERCENTAGE and it.value > 100:
        return "out-of-range", f"The percentage is above 100 ({shown(it)})."
    if it.unit.is_rate and it.value > 1000:
        return "out-of-range", f"A rate above 1,000 for every 1,000 ({shown(it)})."
    if it.denominator is not None and it.numerator is not None and it.unit is Unit.PERCENTAGE:
        return _part_fault(it, it.numerator, it.denominator)
    return "", ""


def _negative(it: Observation) -> str:
    if it.unit is Unit.COUNT:
        return (
            f"The count is negative ({shown(it)}). That is right only if it takes back crimes"
            " that were cancelled after an earlier count."
        )
    return f"The figure is negative ({shown(it)}); a {it.unit} cannot be."


def _part_fault(it: Observation, over: float, under: float) -> tuple[str, str]:
    if over > under:
        return (
            "part-above-whole",
            f"More were counted ({number(over)}) than there are ({number(under)}).",
        )
    if under and abs(100 * over / under - it.value) > max(1.0, 60 / under):
        share = number(100 * over / under, 1)
        return (
            "share-and-parts",
            f"{number(over)} of {number(under)} is {share}%, but the figure says {shown(it)}.",
        )
    return "", ""


def future(brought: Brought, today: date | None) -> Iterator[Problem]:
    """Periods that have not begun, or are not over yet."""
    if today is None:
        return
    ahead: dict[Period, list[Observation]] = defaultdict(list)
    running: dict[Period, list[Observation]] = defaultdict(list)
    for it in brought.observations:
        if it.period.start > today:
            ahead[it.period].append(it)
        elif it.period.end > today and it.status is Status.FINAL:
            running[it.period].append(it)
    for period, figures in ahead.items():
        yield brought.problem(
            Severity.ERROR,
            "future",
            f"{period.label} lies in the future.",
            figures,
            "Mend the period's cell, or leave its row or column out.",
        )
    for period, figures in running.items():
        yield brought.problem(
            Severity.WARNING,
            "not-over",
            f"{period.label} is not over yet, so its figures cannot be complete.",
            figures,
            "Leave them out until the period has ended.",
        )


def provisional(brought: Brought) -> Iterator[Problem]:
    """One note of everything that its source calls provisional."""
    figures = [it for it in brought.observations if it.status is Status.PROVISIONAL]
    if figures:
        periods = few(period.label for period in sorted({it.period for it in figures}))
        count = "1 figure is" if len(figures) == 1 else f"{len(figures):,} figures are"
        yield brought.problem(
            Severity.NOTE,
            "provisional",
            f"{count} marked provisional ({periods}): expect them to be restated.",
            figures,
            "",
        )
