"""The findings of one indicator in one area: what its figures carry, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from safer_desktop.analysis import methods
from safer_desktop.analysis.change import Compared, direction_of, verdict_of
from safer_desktop.analysis.compare import no_comparator
from safer_desktop.analysis.funnel import FALSE_RATE
from safer_desktop.analysis.intervals import INTERVAL_WORDS, interval
from safer_desktop.analysis.notes import notes_of
from safer_desktop.analysis.projection import Projection, project, year_to_date
from safer_desktop.analysis.ranks import rank_of
from safer_desktop.analysis.rating import bounds, rate
from safer_desktop.analysis.recent_trend import recent_trend
from safer_desktop.analysis.standing_out import points_of
from safer_desktop.analysis.subject import Subject
from safer_desktop.domain.evidence import (
    Comparator,
    Direction,
    Interval,
    MemberValue,
    Quantity,
    Rank,
    Rating,
    RatingState,
    Reason,
    Standing,
    Test,
    Verdict,
)
from safer_desktop.domain.figures import FunnelPoint
from safer_desktop.domain.findings import (
    ChangeFinding,
    ComparatorFinding,
    Finding,
    FindingKind,
    ProjectionFinding,
    RankFinding,
    Severity,
    StandsOutFinding,
    TargetFinding,
)
from safer_desktop.domain.indicators import Polarity, TargetKind
from safer_desktop.domain.periods import PeriodKind

_BY_STANDING = {
    Standing.ABOVE: FindingKind.ABOVE,
    Standing.BELOW: FindingKind.BELOW,
    Standing.SIMILAR: FindingKind.NOT_DIFFERENT,
}
_BY_RATING = {
    RatingState.MET: Severity.GOOD,
    RatingState.CLOSE: Severity.WATCH,
    RatingState.MISSED: Severity.ALERT,
}
_BY_VERDICT = {
    Verdict.WORSE: Severity.ALERT,
    Verdict.BETTER: Severity.GOOD,
    Verdict.NOT_JUDGED: Severity.WATCH,
}


def findings_of(
    subject: Subject, found: Compared, comparators: Sequence[Comparator], as_of: date | None
) -> tuple[Finding, ...]:
    """All findings, in the order in which a reader meets them: change, benchmark, rank, target, the
    districts that stand out, the projection, the trend of recent years, and what must be known
    beside them.
    """
    movement = change_finding(subject, found)
    return (
        movement,
        *_comparisons(subject, found.latest, comparators),
        _rank(subject, found.latest),
        _target(subject, found, comparators, movement),
        *_standing_out(subject, found.latest),
        *_projection(subject, found.latest),
        *recent_trend(subject, found),
        *notes_of(subject, found, movement.direction, as_of),
    )


def change_finding(subject: Subject, found: Compared) -> ChangeFinding:
    """Whether there was a real change."""
    change = found.change
    direction = direction_of(subject.indicator, change, found.previous, found.latest)
    verdict = verdict_of(subject.indicator, direction)
    moved = direction in (Direction.RISING, Direction.FALLING)
    kind = FindingKind.CHANGED
    if not moved:
        told = direction is Direction.NO_REAL_CHANGE
        kind = FindingKind.NO_REAL_CHANGE if told else FindingKind.CANNOT_SAY
    test = None if isinstance(change, Reason) else change.test
    return ChangeFinding(
        **subject.about,
        kind=kind,
        severity=_BY_VERDICT[verdict] if moved else Severity.NOTE,
        figures=_numbers(found.latest, found.previous),
        test=test,
        interval=None if isinstance(change, Reason) else change.interval,
        method=methods.of_test(test) if isinstance(test, Test) else None,
        change=change,
        direction=direction,
        verdict=verdict,
    )


def _comparisons(
    subject: Subject, latest: Quantity | Reason, comparators: Sequence[Comparator]
) -> Iterator[ComparatorFinding]:
    if not comparators or isinstance(latest, Reason):
        why = no_comparator(subject.dataset, subject.indicator, subject.described, latest)
        yield ComparatorFinding(**subject.about, kind=FindingKind.CANNOT_SAY, comparator=why)
        return
    own = _interval(latest)
    for comparator in comparators:
        worse = _is_worse(subject, comparator.standing)
        yield ComparatorFinding(
            **subject.about,
            kind=_BY_STANDING[comparator.standing],
            severity=Severity.WATCH if worse else Severity.NOTE,
            figures=(latest, comparator.value),
            interval=own,
            method=methods.AGAINST_BENCHMARK if own else methods.BY_DISTANCE,
            comparator=comparator,
        )


def _rank(subject: Subject, latest: Quantity | Reason) -> RankFinding:
    rank = rank_of(subject.dataset, subject.indicator, subject.described, latest)
    ranked = isinstance(rank, Rank)
    return RankFinding(
        **subject.about,
        kind=FindingKind.RANKED if ranked else FindingKind.CANNOT_SAY,
        figures=_numbers(latest),
        method=methods.RANKS if ranked else None,
        rank=rank,
    )


def _target(
    subject: Subject, found: Compared, comparators: Sequence[Comparator], movement: ChangeFinding
) -> TargetFinding:
    indicator, latest = subject.indicator, found.latest
    rating = rate(indicator, latest, found.previous, found.change, comparators)
    low = high = None
    rated = rating.state not in (RatingState.NO_TARGET, RatingState.CANNOT_SAY)
    if rated and isinstance(latest, Quantity):
        aim = bounds(indicator, latest, found.previous, found.change, comparators)
        low, high = (None, None) if isinstance(aim, Rating) else aim
    return TargetFinding(
        **subject.about,
        kind=_target_kind(subject, found, rating, (low, high), comparators, movement),
        severity=_BY_RATING.get(rating.state, Severity.NOTE),
        figures=_numbers(latest),
        interval=_interval(latest) if isinstance(latest, Quantity) else None,
        method=methods.TARGET if low is not None or high is not None else None,
        rating=rating,
        low=low,
        high=high,
    )


def _target_kind(
    subject: Subject,
    found: Compared,
    rating: Rating,
    aim: tuple[float | None, float | None],
    comparators: Sequence[Comparator],
    movement: ChangeFinding,
) -> FindingKind:
    """Whether chance could have carried the figure over the bound that it is judged by."""
    if rating.state is RatingState.NO_TARGET:
        return FindingKind.NO_TARGET
    latest = found.latest
    if rating.state is RatingState.CANNOT_SAY or isinstance(latest, Reason):
        return FindingKind.CANNOT_SAY
    match subject.indicator.target.kind:
        case TargetKind.BELOW_PREVIOUS | TargetKind.ABOVE_PREVIOUS:
            return {
                Direction.RISING: FindingKind.ABOVE,
                Direction.FALLING: FindingKind.BELOW,
                Direction.NO_REAL_CHANGE: FindingKind.NOT_DIFFERENT,
                Direction.CANNOT_SAY: FindingKind.CANNOT_SAY,
            }[movement.direction]
        case TargetKind.BELOW_COMPARATOR:
            return _BY_STANDING[comparators[0].standing]
    own = _interval(latest)
    lower, upper = (own.lower, own.upper) if own else (latest.value, latest.value)
    low, high = aim
    if high is not None and upper > high:
        return FindingKind.ABOVE if lower > high else FindingKind.NOT_DIFFERENT
    if low is not None and lower < low:
        return FindingKind.BELOW if upper < low else FindingKind.NOT_DIFFERENT
    if low is not None and high is not None:
        return FindingKind.WITHIN
    return FindingKind.BELOW if high is not None else FindingKind.ABOVE


def _standing_out(subject: Subject, latest: Quantity | Reason) -> Iterator[StandsOutFinding]:
    """The districts that stand out: all of them for the county, for a district its own place."""
    catalogue = subject.dataset.catalogue
    if isinstance(latest, Reason) or subject.area not in (catalogue.home, *catalogue.districts):
        return
    points = points_of(subject.dataset, subject.indicator, catalogue.districts, latest.period)
    if isinstance(points, Reason):
        return
    for point in points:
        if point.stands_out and subject.area in (catalogue.home, point.area):
            yield _stands_out(subject, point, len(points))


def _stands_out(subject: Subject, point: FunnelPoint, of: int) -> StandsOutFinding:
    above = point.value.value > point.expected.upper
    verdict = verdict_of(subject.indicator, Direction.RISING if above else Direction.FALLING)
    return StandsOutFinding(
        **subject.about,
        kind=FindingKind.STANDS_OUT,
        severity=Severity.GOOD if verdict is Verdict.BETTER else Severity.WATCH,
        figures=(point.value,),
        interval=_interval(point.value),
        method=methods.STANDS_OUT,
        member=MemberValue(point.area, point.value, interval(point.value)),
        expected=point.expected,
        standing=Standing.ABOVE if above else Standing.BELOW,
        verdict=verdict,
        of=of,
        false_rate=FALSE_RATE,
    )


def _projection(subject: Subject, latest: Quantity | Reason) -> Iterator[ProjectionFinding]:
    """The year to its end: of a part year, or of a financial year that is under way."""
    if isinstance(latest, Reason):
        return
    part = latest.period if latest.period.kind is PeriodKind.PART_YEAR else None
    so_far = part or year_to_date(latest.period, subject.edition.financial_year)
    if so_far is None:
        return
    found = project(subject.dataset, subject.indicator, subject.described, so_far)
    if isinstance(found, Projection):
        yield ProjectionFinding(
            **subject.about,
            kind=FindingKind.PROJECTED,
            figures=_numbers(found.projected, found.year_before),
            interval=found.interval,
            method=found.method,
            projected=found.projected,
            year_before=found.year_before,
        )


def _is_worse(subject: Subject, standing: Standing) -> bool:
    polarity = subject.indicator.polarity
    return (polarity is Polarity.LOWER and standing is Standing.ABOVE) or (
        polarity is Polarity.HIGHER and standing is Standing.BELOW
    )


def _interval(quantity: Quantity) -> Interval | None:
    found = interval(quantity)
    return Interval(*found, INTERVAL_WORDS) if found else None


def _numbers(*found: Quantity | Reason) -> tuple[Quantity, ...]:
    return tuple(it for it in found if isinstance(it, Quantity))
