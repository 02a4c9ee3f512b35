"""Findings of the latest point."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safer_desktop.analysis.limits.chart import chart
from safer_desktop.analysis.limits.signals import signal_findings
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Reason, ReasonCode, Verdict
from safer_desktop.domain.findings import Finding, FindingKind, Severity, SignalFinding
from safer_desktop.domain.indicators import DefinitionBreak, Polarity
from safer_desktop.domain.limits import ChartKind
from safer_desktop.domain.periods import Period
from tests.analysis.limits.series import BURGLARY, JUDGED, series

EDITION = Edition(2016, 4)
STEADY = [20.0, 17, 23, 19, 22, 16, 24, 20, 18, 21, 25, 15, 19]
PAST = (STEADY * 3)[:36]


def findings(
    year: list[float], polarity: Polarity = Polarity.LOWER, breaks: tuple[DefinitionBreak, ...] = ()
) -> tuple[Finding, ...]:
    indicator = replace(BURGLARY, polarity=polarity)
    made = series([*PAST, *year], indicator, breaks=breaks)
    return signal_findings(chart(made, indicator, JUDGED), indicator, "CTY", EDITION)


def signal(found: Finding) -> SignalFinding:
    assert isinstance(found, SignalFinding)
    return found


def test_outside_and_shift_are_findings_of_their_own() -> None:
    outside, shift = (
        signal(it) for it in findings([20.0, 19, 22, 24, 23, 22, 25, 23, 24, 26, 23, 40])
    )
    assert outside.kind is FindingKind.OUTSIDE_LIMITS
    assert outside.severity is Severity.ALERT
    assert outside.sources == (48,)
    assert outside.text == (
        "Offences a month: above the predicted limits, March 2017 (c chart, Making Data Count 7)."
    )
    assert shift.kind is FindingKind.SHIFT
    assert shift.severity is Severity.WATCH
    assert shift.sources == tuple(range(39, 49))
    assert [point.value for point in shift.points] == [22, 24, 23, 22, 25, 23, 24, 26, 23, 40]
    for found in (outside, shift):
        assert (found.direction, found.verdict) == (Direction.RISING, Verdict.WORSE)
        assert found.chart == ChartKind.C
        assert found.rules == "Making Data Count 7"
        assert (found.baseline.start, found.baseline.end) == (
            Period.month(2013, 4).start,
            Period.month(2016, 3).end,
        )
        assert found.centre == pytest.approx(718 / 36)
        assert found.upper == 35
        assert found.dispersion == 1.0
        assert found.expected_false is not None
        assert 0 < found.expected_false < 0.05
        assert found.method is not None
        assert found.method.words.startswith("Predicted limits come from April 2013 to March 2016")


def test_the_same_signal_may_be_good_or_not_judged() -> None:
    high = [20.0] * 11 + [40.0]
    good = signal(findings(high, Polarity.HIGHER)[0])
    assert (good.severity, good.verdict) == (Severity.GOOD, Verdict.BETTER)
    neutral = signal(findings(high, Polarity.NEUTRAL)[0])
    assert (neutral.severity, neutral.verdict) == (Severity.WATCH, Verdict.NOT_JUDGED)


def test_within_the_limits() -> None:
    (found,) = findings(STEADY[:12])
    within = signal(found)
    assert within.kind is FindingKind.WITHIN_LIMITS
    assert within.severity is Severity.NOTE
    assert within.direction is Direction.NO_REAL_CHANGE
    assert within.sources == (48,)
    assert within.text == "Offences a month: within the predicted limits, March 2017."
    assert [figure.value for figure in within.figures] == [15.0]


def test_two_of_three_names_the_two() -> None:
    (found,) = findings([*STEADY[:9], 31.0, 18.0, 31.0])
    near = signal(found)
    assert near.kind is FindingKind.NEAR_LIMIT
    assert near.sources == (46, 48)


def test_no_limits_are_told_with_their_reason() -> None:
    reason = Reason(ReasonCode.NO_DATA, "No figures are loaded.")
    (missing,) = signal_findings(reason, BURGLARY, "CTY", EDITION)
    assert (missing.kind, missing.text) == (FindingKind.CANNOT_SAY, "No figures are loaded.")
    broken = (DefinitionBreak(Period.month(2016, 10).start, "Redefined"),)
    (few,) = findings(STEADY[:12], breaks=broken)
    assert few.kind is FindingKind.CANNOT_SAY
    assert few.text.startswith("There are only 6 months from October 2016 on")


def test_more_time_between_events_is_fewer_events() -> None:
    after = [3, 6, 2, 5, 4, 7, 3, 5, 2, 6, 4, 5, 3, 6, 4, 5, 2, 7, 4]
    at = {2 + sum(after[:n]) for n in range(len(after) + 1)} | {117}
    counts = [1.0 if n in at else 0.0 for n in range(120)]
    made = series([*counts], first=Period.month(2007, 4))
    (found, *_) = signal_findings(chart(made, BURGLARY, JUDGED), BURGLARY, "CTY", EDITION)
    quiet = signal(found)
    assert quiet.chart == ChartKind.G
    assert (quiet.direction, quiet.verdict) == (Direction.FALLING, Verdict.BETTER)
    assert quiet.severity is Severity.GOOD
    assert quiet.figures == ()
