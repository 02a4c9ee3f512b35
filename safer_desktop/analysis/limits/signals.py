"""From a chart to findings: what its latest point says."""

from __future__ import annotations

from safer_desktop.analysis.change import verdict_of
from safer_desktop.analysis.limits.alarms import chances_of
from safer_desktop.analysis.limits.draw import MEASURED
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Direction,
    Method,
    Quantity,
    Reason,
    TrendPoint,
    Verdict,
)
from safer_desktop.domain.findings import Finding, FindingKind, Severity, SignalFinding
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.limit_rules import Mark, RuleKind
from safer_desktop.domain.limits import Baseline, ChartPoint, LimitsChart, Signal
from safer_desktop.domain.periods import Period

_KINDS = {
    RuleKind.OUTSIDE: FindingKind.OUTSIDE_LIMITS,
    RuleKind.TREND: FindingKind.TREND,
    RuleKind.TWO_OF_THREE: FindingKind.NEAR_LIMIT,
    RuleKind.SHIFT: FindingKind.SHIFT,
}


def signal_findings(
    found: LimitsChart | Reason, indicator: Indicator, area: str, edition: Edition
) -> tuple[Finding, ...]:
    """What the latest point says: a finding for every rule that it is part of, in their order.

    WITHIN_LIMITS where it is part of none; CANNOT_SAY, with the reason as its text, where there
    are no limits. On charts of the time between events the direction is that of the events.
    """
    reason = found if isinstance(found, Reason) else _no_limits(found)
    if isinstance(found, Reason) or reason is not None:
        return (
            Finding(
                kind=FindingKind.CANNOT_SAY,
                indicator=indicator.code,
                area=area,
                edition=edition,
                text=reason.text if reason else "",
            ),
        )
    marks: tuple[Mark | None, ...] = found.latest.marks or (None,)
    return tuple(_finding(found, mark, indicator, area, edition) for mark in marks)


def _no_limits(found: LimitsChart) -> Reason | None:
    """Why the latest point has no limits, if it has none."""
    baseline = found.phases[-1].baseline
    return baseline if isinstance(baseline, Reason) else None


def _finding(
    found: LimitsChart, mark: Mark | None, indicator: Indicator, area: str, edition: Edition
) -> SignalFinding:
    latest, phase = found.latest, found.phases[-1]
    assert isinstance(phase.baseline, Baseline)
    assert latest.centre is not None
    direction = _direction(found, mark)
    verdict = verdict_of(indicator, direction)
    explained = found.explanation
    measured = found.kind in MEASURED and found.advice.dispersion is not None
    return SignalFinding(
        kind=_KINDS[mark.kind] if mark else FindingKind.WITHIN_LIMITS,
        indicator=indicator.code,
        area=area,
        edition=edition,
        severity=_severity(mark, verdict),
        figures=() if found.kind.is_of_gaps else (_figure(found, latest),),
        method=Method(
            name=str(found.kind),
            words=" ".join(explained.sentences),
            formula=explained.formula,
            source=explained.source,
        ),
        text=_text(found, mark),
        points=_points(found, mark),
        direction=direction,
        verdict=verdict,
        chart=str(found.kind),
        rules=found.preset.name,
        baseline=Period.span(phase.baseline.first.start, phase.baseline.last.end),
        centre=latest.centre,
        lower=latest.lower,
        upper=latest.upper,
        allowed_dispersion=found.advice.dispersion or 1.0 if measured else 1.0,
        seasonal=not isinstance(found.season, Reason),
        expected_false=chances_of(found.alarms)[1],
    )


def _direction(found: LimitsChart, mark: Mark | None) -> Direction:
    if mark is None:
        return Direction.NO_REAL_CHANGE
    more_events = mark.side.is_high != found.kind.is_of_gaps
    return Direction.RISING if more_events else Direction.FALLING


def _severity(mark: Mark | None, verdict: Verdict) -> Severity:
    if mark is None:
        return Severity.NOTE
    if verdict is Verdict.BETTER:
        return Severity.GOOD
    outside = mark.kind is RuleKind.OUTSIDE
    return Severity.ALERT if outside and verdict is Verdict.WORSE else Severity.WATCH


def _signal(found: LimitsChart, mark: Mark | None) -> Signal | None:
    """The signal of this mark that the latest point is part of."""
    for signal in found.signals:
        alike = mark and (signal.rule.kind, signal.side) == (mark.kind, mark.side)
        if alike and signal.first <= found.latest.period <= signal.last:
            return signal
    return None


def _points(found: LimitsChart, mark: Mark | None) -> tuple[TrendPoint, ...]:
    """The points that make the signal; without one, the latest point alone."""
    signal = _signal(found, mark)
    chosen = [found.latest]
    if signal is not None:
        span = [p for p in found.points if signal.first <= p.period <= signal.last]
        chosen = [p for p in span if mark in p.marks]
    return tuple(TrendPoint(p.period, p.value, p.status, p.sources) for p in chosen)


def _figure(found: LimitsChart, latest: ChartPoint) -> Quantity:
    return Quantity(
        value=latest.value or 0.0,
        unit=found.unit,
        period=latest.period,
        sources=latest.sources,
        method=found.value_words,
        status=latest.status,
    )


def _text(found: LimitsChart, mark: Mark | None) -> str:
    signal = _signal(found, mark)
    what = f"{found.value_words[:1].upper()}{found.value_words[1:]}"
    if signal is None:
        return f"{what}: within the predicted limits, {found.latest.period.label}."
    return f"{what}: {signal.words} ({found.kind}, {found.preset.name})."
