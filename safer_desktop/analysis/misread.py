"""Findings on numbers that are easily read for one another: counts, rates, points, percent."""

from __future__ import annotations

from collections.abc import Iterator

from safer_desktop.analysis.change import Compared, printed
from safer_desktop.analysis.quantities import SCALES, base_of
from safer_desktop.analysis.subject import Subject
from safer_desktop.domain.display import number, round_half_up
from safer_desktop.domain.evidence import Change, Quantity, Reason
from safer_desktop.domain.findings import Finding, FindingKind, Severity

COUNT_AND_RATE_APART = 2.0
"""Percentage points by which the change of the counts and of their rate must differ to be told."""


def count_and_rate(
    subject: Subject, counts: Compared, rates: Compared, noun: str
) -> Iterator[Finding]:
    """Where the counts changed by another percent than the rate that is made of them."""
    if isinstance(counts.change, Reason) or isinstance(rates.change, Reason):
        return
    by_count, by_rate = counts.change.percent, rates.change.percent
    if isinstance(by_count, Reason) or isinstance(by_rate, Reason):
        return
    if abs(by_count - by_rate) < COUNT_AND_RATE_APART:
        return
    figures = (counts.latest, counts.previous, rates.latest, rates.previous)
    yield subject.note(
        FindingKind.COUNT_AND_RATE,
        _count_and_rate_text(noun, by_count, by_rate),
        tuple(it for it in figures if isinstance(it, Quantity)),
        Severity.WATCH,
    )


def rate_of_counts(subject: Subject, counts: Compared, rates: Compared) -> Iterator[Finding]:
    """Where a partner's ready rate is not what the partner's counts give over the population."""
    indicator, count, given = subject.indicator, counts.latest, rates.latest
    if isinstance(count, Reason) or isinstance(given, Reason) or count.period != given.period:
        return
    base = base_of(subject.dataset, indicator, subject.described, given.period)
    if isinstance(base, Reason) or count.count is None:
        return
    decimals = indicator.decimals
    worked_out = round_half_up(SCALES[indicator.unit] * count.count / base.value, decimals)
    if worked_out != printed(indicator, given):
        yield subject.note(
            FindingKind.SOURCE_DISAGREES,
            f"The source's own rate is {number(given.value, decimals)}; its "
            f"{number(count.count)} {indicator.noun} over the {base.note} of "
            f"{number(base.value)} give {number(worked_out, decimals)}.",
            (given, count),
            Severity.WATCH,
        )


def own_count_and_rate(
    subject: Subject, found: Compared, change: Change, figures: tuple[Quantity, ...]
) -> Iterator[Finding]:
    """The counts behind a rate may move otherwise than the rate, as the population grows."""
    latest, previous = found.latest, found.previous
    if isinstance(latest, Reason) or isinstance(previous, Reason) or not previous.count:
        return
    if isinstance(change.percent, Reason) or latest.count is None:
        return
    by_count = 100 * (latest.count / previous.count - 1)
    if abs(by_count - change.percent) >= COUNT_AND_RATE_APART:
        yield subject.note(
            FindingKind.COUNT_AND_RATE,
            _count_and_rate_text(subject.indicator.noun, by_count, change.percent),
            figures,
            Severity.WATCH,
        )


def points(subject: Subject, figures: tuple[Quantity, ...]) -> Iterator[Finding]:
    """A percentage that moved by so many points has not moved by so many percent."""
    later, before = (printed(subject.indicator, it) for it in figures)
    decimals = subject.indicator.decimals
    moved = round_half_up(later - before, decimals)
    if not moved:
        return
    word, size = ("rise", moved) if moved > 0 else ("fall", -moved)
    noun = "percentage point" if size == 1 else "percentage points"
    misread = before * (1 + moved / 100)
    yield subject.note(
        FindingKind.POINTS,
        f"From {number(before, decimals)}% to {number(later, decimals)}% is a {word} of "
        f"{number(size, decimals)} {noun}; a {word} of {number(size, decimals)}% would end at "
        f"{number(misread, max(1, decimals))}%.",
        figures,
    )


def _count_and_rate_text(noun: str, by_count: float, by_rate: float) -> str:
    return (
        f"The {noun} changed by {number(by_count, 1, signed=True)}%, the rate by "
        f"{number(by_rate, 1, signed=True)}%: the two must not be read for one another."
    )
