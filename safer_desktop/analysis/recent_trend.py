"""The trend of recent years: the public health profiles' rule over five whole years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safer_desktop.analysis import methods
from safer_desktop.analysis.change import Compared, crossed, dispersion_of, verdict_of
from safer_desktop.analysis.quantities import base_of, quantity
from safer_desktop.analysis.subject import Subject
from safer_desktop.analysis.tests import normal_p, student_p
from safer_desktop.domain.display import quantity_text
from safer_desktop.domain.evidence import Direction, Quantity, Reason, Test, Verdict
from safer_desktop.domain.findings import FindingKind, Severity, TrendFinding
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period

YEARS = 5
LEVEL = 0.002
"""Share of unchanged series that show a trend by chance: chi-square above 9.5495."""

_SEVERITIES = {
    Verdict.WORSE: Severity.WATCH,
    Verdict.BETTER: Severity.GOOD,
    Verdict.NOT_JUDGED: Severity.NOTE,
}


def trend_score(
    events: Sequence[float], bases: Sequence[float], *, shares: bool
) -> tuple[float, float]:
    """The slope's score and the chi-square for trend, with 1 degree of freedom.

    The score is sum x (O - n p), x = 0, 1, 2 ... and p = sum O / sum n; its sign is the slope's.
    Chi-square is its square over sum O (sum n x^2 / N - (sum n x / N)^2), for shares times (1 - p):
    Cochran and Armitage's for shares, the same for Poisson counts over bases.
    """
    total, size = sum(events), sum(bases)
    common = total / size
    score = first = second = 0.0
    for x, (seen, base) in enumerate(zip(events, bases, strict=True)):
        score += x * (seen - base * common)
        first += x * base / size
        second += x * x * base / size
    variance = total * (second - first**2) * (1 - common if shares else 1)
    return score, (score**2 / variance if variance > 0 else 0.0)


def trend_test(
    events: Sequence[float],
    bases: Sequence[float],
    spread: tuple[float, int] | None = None,
    *,
    shares: bool,
) -> tuple[Direction, Test]:
    """Rising, falling or no real change over equal steps of time.

    A trend is told where chi-square exceeds its 99.8% point and no single point makes the slope:
    dropping any one must not turn it. ``spread`` is a dispersion above chance with its degrees of
    freedom; chi-square is then divided by it, and referred to Student's t squared.
    """
    score, chi_square = trend_score(events, bases, shares=shares)
    phi, freedom = spread if spread and spread[0] > 1 and not shares else (1.0, 0)
    statistic = chi_square / phi
    root = statistic**0.5
    p_value = student_p(root, freedom) if freedom else normal_p(root)
    test = Test("chi-square for trend", statistic, p_value, phi, LEVEL, freedom)
    if not test.significant or _hangs_on_one(events, bases, score):
        return Direction.NO_REAL_CHANGE, test
    return (Direction.RISING if score > 0 else Direction.FALLING), test


def recent_trend(subject: Subject, found: Compared) -> Iterator[TrendFinding]:
    """The trend of five years that do not overlap, the last being that of the latest figure.

    Nothing where a year is missing or gives no numbers, where the definition changed, or where
    there is no trend.
    """
    latest, indicator = found.latest, subject.indicator
    if isinstance(latest, Reason) or latest.period.months != 12 or found.bridged:
        return
    years = [latest.period.shifted(-12 * n) for n in range(YEARS - 1, -1, -1)]
    if indicator.unit is Unit.RATIO or crossed(indicator, years[0], latest.period):
        return
    numbers = _numbers(subject, years)
    if numbers is None:
        return
    shares = indicator.unit is Unit.PERCENTAGE
    spread = dispersion_of(subject.dataset, indicator, subject.described, latest.period)
    direction, test = trend_test(*numbers, spread, shares=shares)
    if direction is Direction.NO_REAL_CHANGE:
        return
    figures = [quantity(subject.dataset, indicator, subject.described, year) for year in years]
    told = tuple(it for it in figures if isinstance(it, Quantity))
    if len(told) == YEARS:
        yield _finding(subject, told, direction, test)


def _finding(
    subject: Subject, years: tuple[Quantity, ...], direction: Direction, test: Test
) -> TrendFinding:
    verdict = verdict_of(subject.indicator, direction)
    first, last = (quantity_text(it, subject.indicator) for it in (years[0], years[-1]))
    return TrendFinding(
        **subject.about,
        kind=FindingKind.RECENT_TREND,
        severity=_SEVERITIES[verdict],
        figures=years,
        test=test,
        method=methods.RECENT_TREND,
        text=(
            f"The last five years, {years[0].period.label} to {years[-1].period.label}, show a "
            f"{direction.lower()} trend, from {first} to {last}."
        ),
        direction=direction,
        verdict=verdict,
    )


def _numbers(subject: Subject, years: Sequence[Period]) -> tuple[list[float], list[float]] | None:
    """Events and bases of each year, oldest first; None where one is missing."""
    dataset, indicator, area = subject.dataset, subject.indicator, subject.described
    unit = Unit.COUNT if indicator.unit.is_rate else indicator.unit
    begins = dataset.begins(indicator.code, area, unit)
    if begins is None or begins > years[0].start:
        return None
    events, bases = [], []
    for year in years:
        totals = dataset.totals(indicator.code, area, unit, year)
        if totals is None:
            return None
        seen, base = totals
        if indicator.unit.is_rate:
            found = base_of(dataset, indicator, area, year)
            if isinstance(found, Reason):
                return None
            base = found.value
        events.append(seen)
        bases.append(base)
    return (events, bases) if sum(events) else None


def _hangs_on_one(events: Sequence[float], bases: Sequence[float], score: float) -> bool:
    """Whether the slope turns, or is gone, once a single point is left out."""
    for left_out in range(len(events)):
        others = [n for n in range(len(events)) if n != left_out]
        common = sum(events[n] for n in others) / sum(bases[n] for n in others)
        rest = sum(n * (events[n] - bases[n] * common) for n in others)
        if rest * score <= 0:
            return True
    return False
