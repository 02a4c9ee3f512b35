"""Turns of phrase: names, periods and numbers as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number, round_half_up, unit_words, value_text
from safer_desktop.domain.evidence import Change, Quantity, Reason
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, PeriodKind, month_label


def clause(reason: str, catalogue: Catalogue) -> str:
    """A sentence as it follows a colon: small letter in front, full stop behind."""
    words = inner(reason.strip(), catalogue)
    return words if words.endswith((".", "!", "?")) else f"{words}."


def sentence(words: str) -> str:
    """With a capital in front and a full stop behind; empty words stay empty."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")


def joined(parts: Iterable[str]) -> str:
    """Sentences in a row, empty ones left out."""
    return " ".join(part for part in parts if part)


def inner(name: str, catalogue: Catalogue) -> str:
    """A name as it stands within a sentence: small letter in front unless it must be a capital."""
    first = name.split(maxsplit=1)[0] if name.split() else ""
    proper = any(
        name.startswith(own) for area in catalogue.areas for own in (area.name, area.short) if own
    )
    if proper or first[1:] != first[1:].lower():
        return name
    return name[:1].lower() + name[1:]


def opened(name: str) -> str:
    """A name as it opens a sentence."""
    return name[:1].upper() + name[1:]


def in_period(period: Period) -> str:
    """``in the 12 months to March 2017``, ``in 2016/17``, ``from April to December 2016``."""
    match period.kind:
        case PeriodKind.ROLLING_12:
            return f"in the {period.label}"
        case PeriodKind.PART_YEAR:
            return f"from {period.label}"
        case _:
            return f"in {period.label}"


def a_year_before(period: Period) -> str:
    """What the like period a year earlier is called beside ``period``."""
    match period.kind:
        case PeriodKind.ROLLING_12:
            return "the previous 12 months"
        case PeriodKind.FINANCIAL_YEAR | PeriodKind.CALENDAR_YEAR:
            return period.year_before().label
        case PeriodKind.PART_YEAR if period.start.year == period.end.year:
            return f"the same months of {period.start.year - 1}"
        case PeriodKind.PART_YEAR:
            return "the same months a year earlier"
        case _:
            return f"the same {period.kind} a year earlier"


def bare(quantity: Quantity, indicator: Indicator) -> str:
    """The number with what its source says of it: ``1,611``, ``an estimated 1,400``."""
    text = value_text(quantity.value, quantity.unit, indicator.decimals)
    return f"an estimated {text}" if quantity.status is Status.ESTIMATE else text


def with_unit(quantity: Quantity, indicator: Indicator) -> str:
    """The number with its unit: ``7.34 per 1,000 households``, ``83``, ``37%``."""
    text, unit = bare(quantity, indicator), unit_words(indicator)
    if (quantity.unit.is_rate or quantity.unit is Unit.RATIO) and unit not in indicator.name:
        return f"{text} {unit}"
    return text


def counts_between(earlier: Quantity, later: Quantity, indicator: Indicator) -> str:
    """The counts behind two numbers, for brackets; empty where the source has none."""
    if later.unit is Unit.COUNT:
        return ""
    if later.unit in (Unit.PERCENTAGE, Unit.RATIO):
        before, now = _of_base(earlier, indicator), _of_base(later, indicator)
        if before and now and before != now:
            return f"{now}, against {before}"
        return now
    if earlier.count is None or later.count is None:
        return ""
    return f"{number(earlier.count)} to {number(later.count)} {indicator.noun}"


def _of_base(quantity: Quantity, indicator: Indicator) -> str:
    if quantity.base is None:
        return ""
    if quantity.unit is Unit.RATIO:
        return f"a cohort of {number(quantity.base)}"
    if quantity.count is None:
        return f"based on {number(quantity.base)} {indicator.noun}"
    return f"{number(quantity.count)} of {number(quantity.base)} {indicator.noun}"


def bracketed(words: str) -> str:
    """`` (words)`` with a space before it, or nothing."""
    return f" ({words})" if words else ""


def points(difference: float, decimals: int) -> str:
    """``7 percentage points``, ``1 percentage point``, without a sign."""
    size = abs(round_half_up(difference, decimals))
    shown = number(size) if size == int(size) else number(size, decimals)
    return f"{shown} percentage point{'' if size == 1 else 's'}"


def percent(change: Change) -> str:
    """``11%`` without a sign, ``0.4%`` where it would read 0%; empty where a reason stands."""
    if isinstance(change.percent, Reason):
        return ""
    size = abs(change.percent)
    return f"{number(size, 0 if round_half_up(size) >= 1 else 1)}%"


def long_date(day: date) -> str:
    """``31 March 2017``."""
    return f"{day.day} {month_label(day)}"
