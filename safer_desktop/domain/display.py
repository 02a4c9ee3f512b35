"""How numbers are written: one way for screen, terminal and paper."""

from __future__ import annotations

import math
from collections.abc import Iterable

from safer_desktop.domain.evidence import Change, Direction, Quantity, Reason, Test, Verdict
from safer_desktop.domain.figures import Figure, Restated
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import Period, PeriodKind

SHAPES = {
    Direction.RISING: "\N{BLACK UP-POINTING TRIANGLE}",
    Direction.FALLING: "\N{BLACK DOWN-POINTING TRIANGLE}",
    Direction.NO_REAL_CHANGE: "\N{BLACK RIGHT-POINTING POINTER}",
    Direction.CANNOT_SAY: "\N{EN DASH}",
}
"""The shape that repeats each direction's words; only the first three are arrows."""

MINUS = "\N{MINUS SIGN}"


def number(value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """Thousands by comma, rounded half away from zero, true minus sign, sign shown if asked."""
    rounded = round_half_up(value, decimals)
    text = f"{abs(rounded):,.{decimals}f}"
    if rounded < 0:
        return MINUS + text
    return f"+{text}" if signed and rounded > 0 else text


def round_half_up(value: float, decimals: int = 0) -> float:
    """Round as people do by hand: halves away from zero, after mending binary dust."""
    scale = 10.0**decimals
    scaled = round(abs(value) * scale, 9)
    return math.copysign(math.floor(scaled + 0.5) / scale, value) if scaled else 0.0


def value_text(value: float, unit: Unit, decimals: int = 2) -> str:
    """The bare number as a table cell has it: ``1,204``, ``7.34``, ``37%``, ``42.8%``."""
    if unit is Unit.COUNT:
        return number(value)
    if unit is Unit.PERCENTAGE:
        return f"{number(value, decimals)}%"
    return number(value, decimals)


def period_text(period: Period) -> str:
    """A period so that nobody can mistake it: a calendar year is no financial year."""
    if period.kind is PeriodKind.CALENDAR_YEAR:
        return f"January to December {period.start.year}"
    return period.label


def restated_text(restated: Restated, indicator: Indicator) -> str:
    """``Figures for 2015/16 have been revised by Police, from 1,204 to 1,231.``

    A rate that is worked out from counts has them in brackets.
    """
    old, new = restated.old, restated.new
    by = f" by {restated.by}" if restated.by else ""
    values = [value_text(it.value, it.unit, indicator.decimals) for it in (old, new)]
    unit = f" {unit_words(indicator)}" if new.unit.is_rate else ""
    counts = ""
    if new.unit.is_rate and old.count is not None and new.count is not None:
        counts = f" ({number(old.count)} to {number(new.count)} {indicator.noun})"
    return (
        f"Figures for {period_text(new.period)} have been revised{by}, from {values[0]} to"
        f" {values[1]}{unit}{counts}."
    )


def unit_words(indicator: Indicator) -> str:
    """What stands behind the number: ``per 1,000 households``, ``offences``, ``%``."""
    match indicator.unit:
        case Unit.RATE_POPULATION:
            return "per 1,000 population"
        case Unit.RATE_HOUSEHOLDS:
            return "per 1,000 households"
        case Unit.PERCENTAGE:
            return "%"
        case _:
            return indicator.noun


def quantity_text(quantity: Quantity | Reason, indicator: Indicator) -> str:
    """A figure for a table cell, or why there is none."""
    if isinstance(quantity, Reason):
        return _sentence_start(quantity.code)
    return value_text(quantity.value, quantity.unit, indicator.decimals)


def percent_text(change: Change) -> str:
    """``+11%`` or the reason there is no percent."""
    if isinstance(change.percent, Reason):
        return change.percent.text
    return f"{number(change.percent, signed=True)}%"


def change_text(change: Change | Reason, indicator: Indicator, *, unit: Unit | None = None) -> str:
    """Change for a table cell: ``+11%``, ``+7.0 points``, ``-3 (small numbers)`` or a reason."""
    if isinstance(change, Reason):
        return _sentence_start(change.code)
    unit = unit or indicator.unit
    if unit is Unit.PERCENTAGE:
        return f"{number(change.difference, indicator.decimals, signed=True)} points"
    if isinstance(change.percent, Reason):
        if change.count_difference is not None:
            return f"{number(change.count_difference, signed=True)} {indicator.noun}"
        return number(change.difference, indicator.decimals, signed=True)
    return f"{number(change.percent, signed=True)}%"


def p_value_text(test: Test) -> str:
    """``p = 0.012``; very small ones as ``p < 0.001``."""
    return "p < 0.001" if test.p_value < 0.001 else f"p = {number(test.p_value, 3)}"


def share_text(share: float) -> str:
    """A share in percent: ``2.1%``; a very small one that is not nought as ``<0.1%``."""
    return "<0.1%" if 0 < share < 0.05 else f"{number(share, 1)}%"


def average_name(name: str) -> str:
    """A group's name as the name of its average: it may say so itself."""
    return name if "average" in name.casefold() else f"{name} average"


def direction_text(figure: Figure) -> str:
    """Shape and words: ``▲ Rising: worse``."""
    words = str(figure.direction)
    if figure.direction in (Direction.RISING, Direction.FALLING):
        judged = figure.verdict is not Verdict.NOT_JUDGED
        words = f"{words}: {figure.verdict}" if judged else words
    return f"{SHAPES[figure.direction]} {words}"


def _sentence_start(words: str) -> str:
    return words[0].upper() + words[1:]


def listed(names: Iterable[str]) -> str:
    """``Blaby, Melton and Harborough``."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def ordinal(position: int) -> str:
    """``4th``."""
    if position % 100 in (11, 12, 13):
        return f"{position}th"
    return f"{position}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(position % 10, 'th') }"


def places_text(could_be: tuple[int, int]) -> str:
    """The places that chance allows: ``could be 2nd to 6th``, or that there is only one."""
    best, worst = could_be
    if best == worst:
        return f"firmly {ordinal(best)}"
    return f"could be {ordinal(best)} to {ordinal(worst)}"
