"""Cards on how the figures are to be read: all together, and each where it is easily misread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number, quantity_text
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import Balance, FindingKind, OverallFinding
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.gui.models.overview_words import Attention
from safer_desktop.report.summary import wholly_worse_words

_HEAPS = {
    "worse": "Got worse",
    "better": "Got better",
    "moved": "Moved, neither better nor worse",
    "stable": "No real change",
    "unclear": "Cannot be said",
    "absent": "No figure",
    "signalled": "Newest points a signal for the worse",
}
_TITLES = {
    FindingKind.SOURCE_DISAGREES: "the source disagrees with itself",
    FindingKind.COUNT_AND_RATE: "count and rate differ",
    FindingKind.POINTS: "points, not percent",
}


def overall_card(said: OverallFinding, catalogue: Catalogue) -> tuple[Attention, ...]:
    """What all indicators together allow to be said, and which of them bear it out."""
    if not said.informed:
        return ()
    lines = [*wholly_worse_words(said, catalogue)]
    for name, words in _HEAPS.items():
        codes: tuple[str, ...] = getattr(said, name)
        if codes:
            names = ", ".join(catalogue.indicator(code).short_name for code in codes)
            lines.append(f"{words} ({len(codes)}): {names}.")
    on_paper = said.area == catalogue.home
    return (
        Attention(
            f"Overall: {_short(said)}",
            "\n".join(lines),
            "" if on_paper else next(iter((*said.worse, *said.better, *said.stable)), ""),
            "summary:overall" if on_paper else "",
        ),
    )


def _short(said: OverallFinding) -> str:
    of = f"of {said.judged} that can be judged"
    match said.balance:
        case Balance.CANNOT_SAY:
            return str(said.balance)
        case Balance.NONE_WORSE:
            return f"none {of} got worse"
        case _:
            return f"{len(said.worse)} {of} got worse"


def misreadings(figures: Mapping[str, Figure], catalogue: Catalogue) -> tuple[Attention, ...]:
    """Where a figure is easily read for another: one card per thing, the weightiest kind first."""
    shown = [(catalogue.indicator(code), figure) for code, figure in figures.items()]
    found = [
        Attention(f"{indicator.short_name}: {title}", finding.text, indicator.code)
        for kind, title in _TITLES.items()
        for indicator, figure in shown
        for finding in figure.findings
        if finding.kind is kind
    ]
    found.extend(
        Attention(
            f"{indicator.short_name}: {figure.latest.period.label} only",
            _part_year(indicator, figure, figure.latest),
            indicator.code,
        )
        for indicator, figure in shown
        if isinstance(figure.latest, Quantity) and figure.latest.period.kind is PeriodKind.PART_YEAR
    )
    return tuple(_once(found))


def _part_year(indicator: Indicator, figure: Figure, latest: Quantity) -> str:
    """The part year beside the same part of the year before, and the whole years apart."""
    own = quantity_text(latest, indicator)
    words = "Compared with the same months of the year before, not with the whole year."
    if isinstance(figure.previous, Quantity):
        before = quantity_text(figure.previous, indicator)
        words = f"{own} compares with {before} in the same months of the year before"
        whole = figure.annual.latest if figure.annual else None
        words += (
            f", not with {quantity_text(whole, indicator)} in the whole of {whole.period.label}."
            if whole
            else "."
        )
    if figure.projection and figure.projection.interval:
        span = figure.projection.interval
        projected = quantity_text(figure.projection.projected, indicator)
        words += (
            f" At this pace the year ends at about {projected} ({number(span.lower)} to "
            f"{number(span.upper)})."
        )
    return f"{words}{_whole_years(indicator, figure)}"


def _whole_years(indicator: Indicator, figure: Figure) -> str:
    annual = figure.annual
    if annual is None or isinstance(annual.change, Reason) or indicator.unit is not Unit.COUNT:
        return ""
    percent = annual.change.percent
    by = "" if isinstance(percent, Reason) else f" ({number(percent, signed=True)}%)"
    return (
        f" {annual.latest.period.label} against {annual.previous.period.label}: "
        f"{quantity_text(annual.latest, indicator)} and "
        f"{quantity_text(annual.previous, indicator)}, "
        f"{number(annual.change.difference, signed=True)}{by}."
    )


def _once(cards: Sequence[Attention]) -> list[Attention]:
    """A finding that two indicators share is told once."""
    kept: dict[str, Attention] = {}
    for card in cards:
        kept.setdefault(card.detail, card)
    return list(kept.values())
