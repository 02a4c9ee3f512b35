"""The Overview's own sentences; every other word comes from the figures themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import (
    listed,
    number,
    places_text,
    quantity_text,
    unit_words,
    value_text,
)
from safer_desktop.domain.evidence import (
    Change,
    Direction,
    Quantity,
    Rank,
    Reason,
    ReasonCode,
    Test,
    Verdict,
)
from safer_desktop.domain.figures import Delivery, Figure
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Severity, StoredLoad
from safer_desktop.domain.periods import month_label
from safer_desktop.gui.models.owed_words import owed_words
from safer_desktop.workbench.bench import Signals

_NAMED_WORSE = 3
_NAMED_BETTER = 2
_TIP_WIDTH = 110

SHORT_REASONS = {
    ReasonCode.NO_DATA: "no data",
    ReasonCode.GAP: "gap in data",
    ReasonCode.NO_PREVIOUS: "none",
    ReasonCode.DEFINITION_BREAK: "redefined",
    ReasonCode.UNLIKE_PERIODS: "not alike",
    ReasonCode.SMALL_NUMBERS: "too small",
    ReasonCode.NO_DENOMINATOR: "no base",
    ReasonCode.NO_COMPARATOR: "no data",
    ReasonCode.NOT_APPLICABLE: "not here",
    ReasonCode.NO_TEST: "no test",
}
"""Reasons as a narrow table cell says them; the tool tip has the sentence."""


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that a careful eye should rest on.

    ``indicator`` is empty for a file's problems; ``paragraph`` is the key of the paper's paragraph
    that says it, if there is one.
    """

    title: str
    detail: str
    indicator: str = ""
    paragraph: str = ""


def headline(figures: Mapping[str, Figure], catalogue: Catalogue) -> str:
    """What got worse and what got better, by name; only what a test bears out."""
    worse = _names(figures, catalogue, Verdict.WORSE)
    better = _names(figures, catalogue, Verdict.BETTER)
    parts = []
    if worse:
        parts.append(f"Worse than a year before: {_some(worse, _NAMED_WORSE)}")
    if better:
        lead = "better" if worse else "Better than a year before"
        parts.append(f"{lead}: {_some(better, _NAMED_BETTER)}")
    if parts:
        return "; ".join(parts)
    if any(isinstance(figure.latest, Quantity) for figure in figures.values()):
        return "No indicator shows a real change for better or worse"
    return "No figures yet: load your partners' files"


def subline(figures: Mapping[str, Figure], area: str, edition: str) -> str:
    """Where and when, how much is there, and how many signals chance alone would give."""
    there = sum(isinstance(figure.latest, Quantity) for figure in figures.values())
    words = f"{area}, {edition}. {there} of {len(figures)} indicators have a figure."
    levels = [
        figure.change.test.level
        for figure in figures.values()
        if isinstance(figure.change, Change) and isinstance(figure.change.test, Test)
    ]
    if levels:
        tested = "1 change was" if len(levels) == 1 else f"{len(levels)} changes were"
        words += f" {tested} tested; chance alone would flag about {number(sum(levels), 1)}."
    return words


def signal_words(signals: Signals) -> str:
    """How many latest points are signals against their limits, and how many chance would give."""
    told = sum(summary.mark is not None for summary in signals.latest.values())
    expected = number(signals.alarms.in_quarter, 1)
    noun = "signal" if told == 1 else "signals"
    return f"Predicted limits: {told} {noun} (about {expected} by chance)."


def signal_tip(signals: Signals, catalogue: Catalogue) -> str:
    """Which latest points are signals, and how the false ones were worked out."""
    if not signals.latest:
        return ""
    told = [
        f"{catalogue.indicator(code).name}: {summary.mark.side} ({summary.period.label})"
        for code, summary in signals.latest.items()
        if summary.mark is not None
    ]
    paragraphs = [*told, signals.alarms.words, signals.alarms.method]
    return "\n\n".join(fill(paragraph, _TIP_WIDTH) for paragraph in paragraphs)


def tooltip(figure: Figure, indicator: Indicator) -> str:
    """Everything behind one row, a line each."""
    lines = [indicator.name, indicator.definition, ""]
    for name, quantity in (("Latest", figure.latest), ("Year before", figure.previous)):
        lines.append(f"{name}: {_with_evidence(quantity, indicator)}")
    if isinstance(figure.change, Reason):
        lines.append(f"Change: {figure.change.text}")
    elif isinstance(figure.change.test, Test):
        test = figure.change.test
        lines.append(f"Test: {test.name}, p = {_p_value(test.p_value)}")
    else:
        lines.append(f"Test: {figure.change.test.text}")
    lines.extend(
        f"{c.name}: {value_text(c.value.value, c.value.unit, indicator.decimals)} ({c.method})"
        for c in figure.comparators
    )
    if isinstance(figure.rank, Rank):
        rank = figure.rank
        could_be = (
            rank.could_be.text
            if isinstance(rank.could_be, Reason)
            else f"{places_text(rank.could_be)} (95% confidence)"
        )
        lines.append(
            f"Rank {rank.label}, {rank.direction}, {rank.name}, {rank.period.label}; {could_be}"
        )
    lines.append(f"{figure.rating.state}. {figure.rating.why}".strip())
    if indicator.polarity_reason:
        lines.append(indicator.polarity_reason)
    lines.extend(figure.notes)
    return "\n".join(fill(line, _TIP_WIDTH) for line in lines)


def attention(
    figures: Mapping[str, Figure],
    loads: Sequence[StoredLoad],
    owed: Sequence[tuple[str, Sequence[Delivery]]],
    catalogue: Catalogue,
) -> tuple[Attention, ...]:
    """What needs an eye, weightiest first; ``owed`` is what each partner still has to send."""
    shown = [(catalogue.indicator(code), figure) for code, figure in figures.items()]
    found = _of_loads(loads)
    found.extend(_ask(partner, deliveries, catalogue) for partner, deliveries in owed)
    for indicator, figure in shown:
        found.extend(
            Attention(
                f"{indicator.short_name} was redefined in {month_label(item.on)}",
                f"{item.what} Comparisons across this date are not shown.",
                indicator.code,
            )
            for item in figure.crossed
        )
    found.extend(_unlike_ages(figures))
    return tuple(found)


def _of_loads(loads: Sequence[StoredLoad]) -> list[Attention]:
    found = []
    for load in loads:
        weighty = [p for p in load.problems if p.severity is not Severity.NOTE]
        if weighty and not load.withdrawn:
            number_of = "1 thing" if len(weighty) == 1 else f"{len(weighty)} things"
            first = weighty[0]
            detail = " ".join(part for part in (first.what, first.where) if part)
            found.append(Attention(f"{load.file.name}: {number_of} to look at", detail))
    return found


def _ask(partner: str, owed: Sequence[Delivery], catalogue: Catalogue) -> Attention:
    """What to ask a partner for."""
    contacts = dict.fromkeys(it.contact for it in owed if it.contact)
    lines = [owed_words(it, catalogue) for it in owed]
    if contacts:
        lines.append(f"Contact: {', '.join(contacts)}.")
    first = next((it.indicator for it in owed), "")
    what = "1 delivery" if len(owed) == 1 else f"{len(owed)} deliveries"
    return Attention(f"Ask {partner or 'a partner not yet named'}: {what}", " ".join(lines), first)


def _unlike_ages(figures: Mapping[str, Figure]) -> list[Attention]:
    from safer_desktop.analysis.deliveries import ages

    found = ages(figures)
    return [Attention("Figures of unlike age", found.text)] if found and found.mixed else []


def _names(figures: Mapping[str, Figure], catalogue: Catalogue, verdict: Verdict) -> list[str]:
    return [
        _inside(catalogue.indicator(code).short_name)
        for code, figure in figures.items()
        if figure.verdict is verdict and figure.direction in (Direction.RISING, Direction.FALLING)
    ]


def _inside(name: str) -> str:
    """A name as it stands inside a sentence; abbreviations keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _some(names: list[str], most: int) -> str:
    if len(names) <= most + 1:
        return listed(names)
    return listed([*names[:most], f"{len(names) - most} more"])


def _with_evidence(quantity: Quantity | Reason, indicator: Indicator) -> str:
    if isinstance(quantity, Reason):
        return quantity.text
    words = quantity_text(quantity, indicator)
    if quantity.unit is not Unit.PERCENTAGE:
        words += f" {unit_words(indicator)}"
    if quantity.count is not None and quantity.base is not None:
        words += f" ({number(quantity.count)} of {number(quantity.base)})"
    return f"{words}, {quantity.period.label}: {quantity.method}"


def _p_value(value: float) -> str:
    return "less than 0.001" if value < 0.001 else number(value, 3)
