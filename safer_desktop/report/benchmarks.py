"""Where a figure stands: against an average, among its peers, against its target."""

from __future__ import annotations

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import ordinal, places_text, unit_words, value_text
from safer_desktop.domain.evidence import Comparator, Quantity, Rank, RatingState, Reason, Standing
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import FindingKind
from safer_desktop.domain.indicators import Indicator, TargetKind
from safer_desktop.report.phrases import bare, joined, sentence
from safer_desktop.report.templates import Wording

_BY_STANDING = {
    Standing.ABOVE: "average-above",
    Standing.BELOW: "average-below",
    Standing.SIMILAR: "average-similar",
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


def comparison(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """The figure against each of its averages, and how each was made."""
    indicator = catalogue.indicator(figure.indicator)
    told: list[str] = []
    left = list(figure.comparators)
    while left:
        first = left.pop(0)
        same = [other for other in left if _agrees(first, other, indicator)]
        left = [other for other in left if other not in same]
        origin = _origin(first, borne_out=bool(same))
        parts = _against(first, indicator, catalogue, origin)
        told.append(wording.say(_BY_STANDING[first.standing], turn + len(told), parts))
    return joined(told)


def _agrees(first: Comparator, other: Comparator, indicator: Indicator) -> bool:
    """Whether a partner's average and ours for the same group come to the same."""
    return (
        (first.group, first.standing) == (other.group, other.standing)
        and first.given is not other.given
        and bare(first.value, indicator) == bare(other.value, indicator)
    )


def _against(
    comparator: Comparator, indicator: Indicator, catalogue: Catalogue, origin: str
) -> dict[str, str]:
    value = bare(comparator.value, indicator)
    is_rate = comparator.value.unit.is_rate
    return {
        "subject": "the rate" if is_rate else "the figure",
        "average": average_name(comparator, catalogue),
        "value": f"{value} {unit_words(indicator)}" if is_rate else value,
        "number": value,
        "origin": origin,
    }


def _origin(comparator: Comparator, *, borne_out: bool) -> str:
    if borne_out:
        return "the partner's figure, which the members' own figures bear out"
    if comparator.given:
        return "the partner's figure"
    origin = f"worked out as the {comparator.method}"
    if comparator.members < comparator.of:
        origin += f", {comparator.members} of its {comparator.of} areas having figures"
    return origin


def rank(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """``Leicestershire is ranked 4th of 9 (4/9, where 1 is the lowest) among the ...``"""
    place = figure.rank
    if not isinstance(place, Rank):
        return ""
    joint = "joint " if place.tied else ""
    words = (
        f"{joint}{ordinal(place.position)} of {place.of} ({place.label}, where "
        f"{place.direction.replace('=', 'is the')})"
    )
    parts = {
        "area": catalogue.area(figure.area).name,
        "rank": words,
        "group": place.name,
        "places": _by_chance(place.could_be),
    }
    return wording.say("rank", turn, parts)


def _by_chance(could_be: tuple[int, int] | Reason) -> str:
    """Only where there is more than one place that chance allows."""
    if isinstance(could_be, Reason) or could_be[0] == could_be[1]:
        return ""
    return places_text(could_be)


def target(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """The rating in words; empty where there is no target."""
    indicator = catalogue.indicator(figure.indicator)
    match figure.rating.state:
        case RatingState.NO_TARGET:
            return ""
        case RatingState.CANNOT_SAY:
            return joined(
                ("Progress against the target cannot be rated.", sentence(figure.rating.why))
            )
        case state if indicator.target.kind is TargetKind.RANGE:
            return _range(figure, indicator, state, turn, wording)
        case state:
            parts = {"target": _aim(indicator), "doubt": _doubt(figure)}
            return wording.say(_BY_STATE[state], turn, parts)


_BY_STATE = {
    RatingState.MET: "target-met",
    RatingState.CLOSE: "target-close",
    RatingState.MISSED: "target-missed",
}


def _doubt(figure: Figure) -> str:
    """Where chance could have carried the figure over the bound that it is judged by."""
    unsure = figure.against_target.kind is FindingKind.NOT_DIFFERENT
    return "the difference may be chance" if unsure else ""


def _aim(indicator: Indicator) -> str:
    """What is aimed at, as it stands between 'The' and 'was met'."""
    aim = indicator.target
    match aim.kind:
        case TargetKind.AT_MOST:
            return f"target of at most {_limit(aim.high, indicator)}"
        case TargetKind.AT_LEAST:
            return f"target of at least {_limit(aim.low, indicator)}"
        case TargetKind.BELOW_PREVIOUS:
            return "target of a lower figure than a year before"
        case TargetKind.ABOVE_PREVIOUS:
            return "target of a higher figure than a year before"
        case TargetKind.BELOW_COMPARATOR:
            return "target of being no higher than the average"
        case _:
            return ""


def _range(
    figure: Figure, indicator: Indicator, state: RatingState, turn: int, wording: Wording
) -> str:
    low, high = indicator.target.low, indicator.target.high
    bounds = f"{_limit(low, indicator)} to {_limit(high, indicator)}"
    if state is RatingState.MET:
        return wording.say("range-within", turn, {"bounds": bounds})
    above = isinstance(figure.latest, Quantity) and high is not None and figure.latest.value > high
    near = "just " if state is RatingState.CLOSE else ""
    parts = {"bounds": bounds, "side": f"{near}{'above' if above else 'below'}"}
    return wording.say("range-outside", turn, parts)


def _limit(value: float | None, indicator: Indicator) -> str:
    return "" if value is None else value_text(value, indicator.unit, indicator.decimals)
