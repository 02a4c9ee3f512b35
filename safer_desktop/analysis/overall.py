"""The overall judgement: counted from the indicators' findings, which it cannot contradict."""

from __future__ import annotations

from collections.abc import Mapping

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Quantity, Reason, Verdict
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import SIGNALS, Balance, FindingKind, OverallFinding, Severity

_HEAPS = ("worse", "better", "moved", "stable", "unclear", "absent")
_BY_VERDICT = {Verdict.WORSE: "worse", Verdict.BETTER: "better", Verdict.NOT_JUDGED: "moved"}
_SEVERITIES = {
    Balance.NONE_WORSE: Severity.GOOD,
    Balance.MOSTLY_STEADY: Severity.WATCH,
    Balance.EVEN: Severity.WATCH,
    Balance.MOSTLY_WORSE: Severity.ALERT,
    Balance.CANNOT_SAY: Severity.NOTE,
}


def overall(
    figures: Mapping[str, Figure], catalogue: Catalogue, area: str, edition: Edition
) -> OverallFinding:
    """What the headline figures of one area together allow to be said.

    Only indicators whose own finding tells better, worse or no real change are weighed; a majority
    is more than half of these.
    """
    heaps: dict[str, list[str]] = {name: [] for name in _HEAPS}
    for indicator in catalogue.headline:
        if indicator.code in figures:
            heaps[_heap(figures[indicator.code])].append(indicator.code)
    balance = _balance(len(heaps["worse"]), len(heaps["better"]) + len(heaps["stable"]))
    return OverallFinding(
        kind=FindingKind.OVERALL,
        indicator="",
        area=area,
        edition=edition,
        severity=_SEVERITIES[balance],
        figures=tuple(
            number
            for name in _HEAPS
            for code in heaps[name]
            for number in (figures[code].latest, figures[code].previous)
            if isinstance(number, Quantity)
        ),
        balance=balance,
        wholly_worse=_wholly_worse(frozenset(heaps["worse"]), figures, catalogue),
        signalled=tuple(
            code
            for name in _HEAPS[1:]
            for code in heaps[name]
            if any(
                it.kind in SIGNALS and it.verdict is Verdict.WORSE for it in figures[code].signals
            )
        ),
        worse=tuple(heaps["worse"]),
        better=tuple(heaps["better"]),
        moved=tuple(heaps["moved"]),
        stable=tuple(heaps["stable"]),
        unclear=tuple(heaps["unclear"]),
        absent=tuple(heaps["absent"]),
    )


def _heap(figure: Figure) -> str:
    if isinstance(figure.latest, Reason):
        return "absent"
    if figure.direction is Direction.CANNOT_SAY:
        return "unclear"
    if figure.direction is Direction.NO_REAL_CHANGE:
        return "stable"
    return _BY_VERDICT[figure.verdict]


def _balance(worse: int, steady: int) -> Balance:
    if not worse + steady:
        return Balance.CANNOT_SAY
    if not worse:
        return Balance.NONE_WORSE
    if worse == steady:
        return Balance.EVEN
    return Balance.MOSTLY_WORSE if worse > steady else Balance.MOSTLY_STEADY


def _wholly_worse(
    worse: frozenset[str], figures: Mapping[str, Figure], catalogue: Catalogue
) -> tuple[str, ...]:
    found = []
    for priority in catalogue.priorities:
        codes = {it.code for it in catalogue.of_priority(priority.code) if it.code in figures}
        if len(codes) > 1 and codes <= worse:
            found.append(priority.code)
    return tuple(found)
