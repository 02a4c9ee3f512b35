"""Figures made by hand, part by part, as the findings that carry the parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import (
    Change,
    Comparator,
    Direction,
    Quantity,
    Rank,
    Rating,
    RatingState,
    Reason,
    ReasonCode,
    Verdict,
)
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.findings import (
    AgeFinding,
    BreakFinding,
    ChangeFinding,
    ComparatorFinding,
    Finding,
    FindingKind,
    NoteFinding,
    RankFinding,
    TargetFinding,
)
from safer_desktop.domain.indicators import DefinitionBreak

NO_COMPARATOR = Reason(ReasonCode.NO_COMPARATOR, "There is no comparator group.")
NO_TARGET = Rating(RatingState.NO_TARGET, "No target", "The board has set no target.")


def made_figure(
    indicator: str,
    area: str,
    edition: Edition,
    latest: Quantity | Reason,
    previous: Quantity | Reason,
    *,
    change: Change | Reason,
    direction: Direction,
    verdict: Verdict = Verdict.NOT_JUDGED,
    comparators: tuple[Comparator, ...] = (),
    no_comparator: Reason | None = None,
    rank: Rank | Reason = NO_COMPARATOR,
    rating: Rating = NO_TARGET,
    history: tuple[Quantity, ...] = (),
    annual: AnnualChange | None = None,
    crossed: tuple[DefinitionBreak, ...] = (),
    as_of: date | None = None,
    stale_days: int = 0,
    notes: tuple[str, ...] = (),
) -> Figure:
    """A figure with findings for these parts."""
    about: dict[str, Any] = {"indicator": indicator, "area": area, "edition": edition}
    findings: list[Finding] = [
        ChangeFinding(
            **about, kind=_kind(direction), change=change, direction=direction, verdict=verdict
        ),
        RankFinding(**about, kind=FindingKind.RANKED, rank=rank),
        TargetFinding(**about, kind=FindingKind.NOTE, rating=rating),
    ]
    compared: list[Comparator | Reason] = list(comparators)
    if no_comparator:
        compared.append(no_comparator)
    findings.extend(
        ComparatorFinding(**about, kind=FindingKind.ABOVE, comparator=it) for it in compared
    )
    findings.extend(
        BreakFinding(**about, kind=FindingKind.DEFINITION_BREAK, at=at, blocks=True)
        for at in crossed
    )
    if stale_days:
        findings.append(
            AgeFinding(
                **about,
                kind=FindingKind.OUT_OF_DATE,
                as_of=as_of or edition.end,
                expected=edition.end,
                days_late=stale_days,
            )
        )
    findings.extend(NoteFinding(**about, kind=FindingKind.NOTE, text=note) for note in notes)
    return Figure(
        indicator, area, edition, latest, previous, tuple(findings), history, annual, as_of
    )


def remade(figure: Figure, **parts: Any) -> Figure:
    """The figure with some of its parts replaced, findings made anew."""
    fields = ("history", "annual", "as_of", "latest", "previous")
    kept = {name: parts.pop(name, getattr(figure, name)) for name in fields}
    said = {
        name: parts.pop(name, getattr(figure, name))
        for name in (
            *("change", "direction", "verdict", "comparators", "no_comparator", "rank"),
            *("rating", "crossed", "stale_days", "notes"),
        )
    }
    made = made_figure(figure.indicator, figure.area, figure.edition, **kept, **said)
    return replace(made, **parts)


def _kind(direction: Direction) -> FindingKind:
    match direction:
        case Direction.NO_REAL_CHANGE:
            return FindingKind.NO_REAL_CHANGE
        case Direction.CANNOT_SAY:
            return FindingKind.CANNOT_SAY
        case _:
            return FindingKind.CHANGED
