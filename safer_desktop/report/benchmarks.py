"""Where a figure stands: against an average, among its peers, against its target."""

from __future__ import annotations

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import ordinal, places_text, unit_words, value_text
from safer_desktop.domain.evidence import Comparator, Quantity, Rank, RatingState, Reason, Standing
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Indicator, TargetKind
from safer_desktop.report.phrases import bare, joined, sentence

_STANDING_WORDS = {
    Standing.ABOVE: "higher than",
    Standing.BELOW: "lower than",
    Standing.SIMILAR: "similar to",
}


def average_name(comparator: Comparator, catalogue: Catalogue) -> str:
    """``East Midlands average`` where a partner gives it, else ``average of the ...``."""
    if comparator.given and comparator.group:
        area = catalogue.group(comparator.group).average_area
        if area:
            return f"{catalogue.area(area).name} average"
    if comparator.name.lower().endswith("average"):
        return comparator.name
    return f"average of the {comparator.name}"


def comparison(figure: Figure, catalogue: Catalogue, turn: int) -> str:
    """The figure against each of its averages, and how each was made."""
    indicator = catalogue.indicator(figure.indicator)
    told: list[str] = []
    left = list(figure.comparators)
    while left:
        first = left.pop(0)
        same = [other for other in left if _agrees(first, other, indicator)]
        left = [other for other in left if other not in same]
        origin = _origin(first, borne_out=bool(same))
        told.append(_against(first, indicator, catalogue, origin, turn + len(told)))
    return joined(told)


def _agrees(first: Comparator, other: Comparator, indicator: Indicator) -> bool:
    """Whether a partner's average and ours for the same group come to the same."""
    return (
        (first.group, first.standing) == (other.group, other.standing)
        and first.given is not other.given
        and bare(first.value, indicator) == bare(other.value, indicator)
    )


def _against(
    comparator: Comparator, indicator: Indicator, catalogue: Catalogue, origin: str, turn: int
) -> str:
    name = average_name(comparator, catalogue)
    value = bare(comparator.value, indicator)
    standing = _STANDING_WORDS[comparator.standing]
    if turn % 2:
        return f"This is {standing} the {name}, which is {value} {origin}."
    is_rate = comparator.value.unit.is_rate
    subject = "The rate" if is_rate else "The figure"
    unit = f" {unit_words(indicator)}" if is_rate else ""
    return f"{subject} is {standing} the {name} of {value}{unit}, {origin}."


def _origin(comparator: Comparator, *, borne_out: bool) -> str:
    if borne_out:
        return "as given by the partner and borne out by the members' own figures"
    if comparator.given:
        return "as given by the partner"
    origin = f"worked out as the {comparator.method}"
    if comparator.members < comparator.of:
        origin += f" ({comparator.members} of its {comparator.of} areas have figures)"
    return origin


def rank(figure: Figure, catalogue: Catalogue, turn: int) -> str:
    """``Leicestershire is ranked 4th of 9 (4/9, where 1 is the lowest) among the ...``"""
    place = figure.rank
    if not isinstance(place, Rank):
        return ""
    area = catalogue.area(figure.area).name
    joint = "joint " if place.tied else ""
    words = (
        f"{joint}{ordinal(place.position)} of {place.of} ({place.label}, where "
        f"{place.direction.replace('=', 'is the')})"
    )
    chance = "" if isinstance(place.could_be, Reason) else _by_chance(place.could_be)
    if turn % 2:
        return f"Among the {place.name}, {area} stands {words}{chance}."
    return f"{area} is ranked {words} among the {place.name}{chance}."


def _by_chance(could_be: tuple[int, int]) -> str:
    """Only where there is more than one place that chance allows."""
    return f"; by chance alone it {places_text(could_be)}" if could_be[0] != could_be[1] else ""


def target(figure: Figure, catalogue: Catalogue, turn: int) -> str:
    """The rating in words; empty where there is no target."""
    indicator = catalogue.indicator(figure.indicator)
    match figure.rating.state:
        case RatingState.NO_TARGET:
            return ""
        case RatingState.CANNOT_SAY:
            return joined(
                ("Progress against the target cannot be rated.", sentence(figure.rating.why))
            )
        case state:
            return _rated(figure, indicator, state, turn)


_MET = {
    RatingState.MET: "was met",
    RatingState.CLOSE: "was narrowly missed",
    RatingState.MISSED: "was missed",
}


def _rated(figure: Figure, indicator: Indicator, state: RatingState, turn: int) -> str:
    aim, met = indicator.target, _MET[state]
    match aim.kind:
        case TargetKind.RANGE:
            return _range(figure, indicator, state)
        case TargetKind.AT_MOST:
            return f"The target of at most {_limit(aim.high, indicator)} {met}."
        case TargetKind.AT_LEAST:
            return f"The target of at least {_limit(aim.low, indicator)} {met}."
        case TargetKind.BELOW_PREVIOUS:
            return f"The target, a lower figure than a year before, {met}."
        case TargetKind.ABOVE_PREVIOUS:
            return f"The target, a higher figure than a year before, {met}."
        case TargetKind.BELOW_COMPARATOR if turn % 2:
            return f"The aim of being no higher than the average {met}."
        case TargetKind.BELOW_COMPARATOR:
            return f"The target, to be no higher than the average, {met}."
        case TargetKind.NONE:
            return ""


def _range(figure: Figure, indicator: Indicator, state: RatingState) -> str:
    low, high = indicator.target.low, indicator.target.high
    limits = f"{_limit(low, indicator)} to {_limit(high, indicator)}"
    if state is RatingState.MET:
        return f"This is within the recommended range of {limits}."
    near = "just " if state is RatingState.CLOSE else ""
    above = isinstance(figure.latest, Quantity) and high is not None and figure.latest.value > high
    return f"This is {near}{'above' if above else 'below'} the recommended range of {limits}."


def _limit(value: float | None, indicator: Indicator) -> str:
    return "" if value is None else value_text(value, indicator.unit, indicator.decimals)
