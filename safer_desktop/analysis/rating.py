"""The target rating: met, close, missed, in words with the figures it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.analysis.change import printed
from safer_desktop.domain.display import number, unit_words
from safer_desktop.domain.evidence import Change, Comparator, Quantity, Rating, RatingState, Reason
from safer_desktop.domain.indicators import Indicator, Target, TargetKind, Unit

_OF_A_YEAR_BEFORE = (TargetKind.BELOW_PREVIOUS, TargetKind.ABOVE_PREVIOUS)
_FROM_DATA = (*_OF_A_YEAR_BEFORE, TargetKind.BELOW_COMPARATOR)


Bounds = tuple[float | None, float | None]
"""The lowest and the highest figure that meets a target."""


def rate(
    indicator: Indicator,
    latest: Quantity | Reason,
    previous: Quantity | Reason,
    change: Change | Reason,
    comparators: Sequence[Comparator],
) -> Rating:
    """The latest figure against the indicator's target.

    Printed figures are judged, so that a reader comes to the same end. Short of the target by no
    more than its amber margin (a percent of the bound) is close. A part year is judged only
    against the same part of the year before or a percentage's or ratio's bound, never against a
    whole year's count.
    """
    if indicator.target.kind is TargetKind.NONE:
        return Rating(RatingState.NO_TARGET, "No target", "The board has set no target.")
    if isinstance(latest, Reason):
        return _cannot(indicator, latest.text)
    found = bounds(indicator, latest, previous, change, comparators)
    if isinstance(found, Rating):
        return found
    return _against(indicator, printed(indicator, latest), *found)


def bounds(
    indicator: Indicator,
    latest: Quantity,
    previous: Quantity | Reason,
    change: Change | Reason,
    comparators: Sequence[Comparator],
) -> Bounds | Rating:
    """The bounds of the target for this figure, or the rating where none can be set."""
    target = indicator.target
    match target.kind:
        case TargetKind.BELOW_PREVIOUS | TargetKind.ABOVE_PREVIOUS:
            if isinstance(previous, Reason):
                return _cannot(indicator, previous.text)
            if isinstance(change, Reason):
                return _cannot(indicator, change.text)
            bound = printed(indicator, previous)
            return (None, bound) if target.kind is TargetKind.BELOW_PREVIOUS else (bound, None)
        case TargetKind.BELOW_COMPARATOR:
            if not comparators:
                return _cannot(indicator, "There is no comparator figure for the same period.")
            return None, printed(indicator, comparators[0].value)
        case _:
            part = latest.period.months != 12
            if part and (indicator.unit is Unit.COUNT or indicator.unit.is_rate):
                return _cannot(
                    indicator,
                    f"{latest.period.label} is {latest.period.months} months; the target is for "
                    "twelve.",
                )
    low = target.low if target.kind in (TargetKind.AT_LEAST, TargetKind.RANGE) else None
    high = target.high if target.kind in (TargetKind.AT_MOST, TargetKind.RANGE) else None
    return low, high


def target_words(indicator: Indicator) -> str:
    """The target as it is printed: ``Between 28% and 40%``."""
    target = indicator.target
    match target.kind:
        case TargetKind.AT_MOST:
            words = f"At most {_bound_text(indicator, target.high)}"
        case TargetKind.AT_LEAST:
            words = f"At least {_bound_text(indicator, target.low)}"
        case TargetKind.RANGE:
            low, high = _bound_text(indicator, target.low), _bound_text(indicator, target.high)
            words = f"Between {low} and {high}"
        case _:
            words = str(target.kind)[0].upper() + str(target.kind)[1:]
    return f"{words} ({target.source})" if target.source else words


def _against(indicator: Indicator, value: float, low: float | None, high: float | None) -> Rating:
    """Bounds are met when reached, but a year before must be passed."""
    target = indicator.target
    own = _text(indicator, value)
    for bound, over in ((high, True), (low, False)):
        if bound is None:
            continue
        excess = value - bound if over else bound - value
        if excess < 0 or (excess == 0 and target.kind not in _OF_A_YEAR_BEFORE):
            continue
        close = excess <= target.amber_percent / 100 * abs(bound) + 1e-9
        side = ("above " if over else "below ") if excess else "the same as "
        return Rating(
            RatingState.CLOSE if close else RatingState.MISSED,
            target_words(indicator),
            f"{own} is {side}{_bound_text(indicator, bound)}{_origin(target)}, "
            f"{'within' if close else 'beyond'} the margin of {_plain(target.amber_percent)}%.",
        )
    return Rating(RatingState.MET, target_words(indicator), _met(indicator, own, low, high))


def _met(indicator: Indicator, own: str, low: float | None, high: float | None) -> str:
    target = indicator.target
    if low is not None and high is not None:
        low_text, high_text = _bound_text(indicator, low), _bound_text(indicator, high)
        return f"{own} lies between {low_text} and {high_text}."
    bound = _bound_text(indicator, low if high is None else high) + _origin(target)
    if target.kind in _OF_A_YEAR_BEFORE:
        return f"{own} is {'above' if high is None else 'below'} {bound}."
    return f"{own} is not {'below' if high is None else 'above'} {bound}."


def _origin(target: Target) -> str:
    if target.kind in _OF_A_YEAR_BEFORE:
        return " a year before"
    return ", the average" if target.kind is TargetKind.BELOW_COMPARATOR else ""


def _bound_text(indicator: Indicator, bound: float | None) -> str:
    """A bound that the board set is printed as it was set, one from the data as data are."""
    if bound is None:
        return "no bound"
    if indicator.target.kind in _FROM_DATA:
        return _text(indicator, bound)
    return _with_unit(indicator, _plain(bound))


def _text(indicator: Indicator, value: float) -> str:
    decimals = 0 if indicator.unit is Unit.COUNT else indicator.decimals
    return _with_unit(indicator, number(value, decimals))


def _with_unit(indicator: Indicator, text: str) -> str:
    if indicator.unit is Unit.PERCENTAGE:
        return f"{text}%"
    return f"{text} {unit_words(indicator)}"


def _plain(value: float) -> str:
    decimals = next((n for n in range(4) if round(value, n) == value), 4)
    return number(value, decimals)


def _cannot(indicator: Indicator, why: str) -> Rating:
    return Rating(RatingState.CANNOT_SAY, target_words(indicator), why)
