"""The kinds of sentence: the finding that unlocks each, the parts it may use and those it must."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Way(Enum):
    """Which words of direction a finding unlocks."""

    UP = auto()
    DOWN = auto()
    STEADY = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class SentenceKind:
    """``parts`` may be used, ``needed`` must be; ``beside`` must stand where a change stands."""

    code: str
    group: str
    title: str
    parts: tuple[str, ...]
    needed: tuple[str, ...]
    way: Way = Way.NONE
    beside: str = ""


PARTS = {
    "indicator": "the indicator's name",
    "rate_of": "'the rate of' with the indicator's name; empty where the name says the unit",
    "latest": "the latest figure with its unit",
    "previous": "the figure before, without unit",
    "change": "the size of the change: percent, percentage points, or a number where it is small",
    "percent": "the size of the change in percent; empty where none may be given",
    "range": "between what the change may lie, allowing for chance",
    "counts": "the counts behind the figures",
    "difference": "how many more or fewer: '67 more reports'",
    "period": "when, with its preposition: 'in 2016/17'",
    "year_before": "what the period before is called",
    "previous_period": "when the earlier figure was, with its preposition",
    "why": "the reason in words",
    "subject": "'the rate' or 'the figure'",
    "average": "the name of the average compared with",
    "value": "the average with its unit",
    "number": "the average without unit",
    "origin": "how the average was made",
    "area": "the area's name",
    "rank": "the place: '4th of 9 (4/9, where 1 is the lowest)'",
    "group": "the areas ranked",
    "places": "the places that chance allows; empty where there is only one",
    "target": "the target in words: 'target of at most 5'",
    "doubt": "that chance could account for it; empty where it could not",
    "bounds": "the recommended range",
    "side": "'above' or 'below' the range, with 'just' where it is near",
    "month": "the newest month or quarter",
    "first": "the first month or quarter of the signal",
    "run": "how many months or quarters: '8 months'",
    "expected": "the predicted limits",
    "usual": "the long-run level",
    "districts": "the districts with their figures",
    "projected": "where the year may end",
    "likely": "between what it very likely ends",
    "whole_before": "the whole year before",
    "year": "the year that is carried on to its end",
    "as_of": "the last day of the figures",
    "expected_by": "the day by which newer figures are due",
    "days": "how late they are: '46 days'",
}
"""What each part is, for people."""

_MOVED = ("indicator", "latest", "previous", "change", "percent", "range", "period", "year_before")
_RATE = (*_MOVED, "rate_of", "counts")
_COUNT = (*_MOVED, "difference")
_POINTS = (*_MOVED, "counts", "previous_period")
_SAME = ("indicator", "latest", "previous", "change", "range", "counts", "period", "year_before")
_YEARS = ("latest", "previous", "change", "difference", "period", "year_before")
_AVERAGE = ("subject", "average", "value", "number", "origin")
_RANK = ("area", "rank", "group", "places")
_SIGNAL = ("indicator", "latest", "month", "first", "run", "expected", "usual")
_PROJECTED = ("year", "projected", "likely", "whole_before", "year_before")

_CHANGE, _AGAINST, _LATELY, _AHEAD, _NOTES = (
    "Change since the year before",
    "Averages, ranks and targets",
    "Newest points, years and districts",
    "The year to its end",
    "What must be known",
)


def _pair(
    stem: str,
    group: str,
    titles: tuple[str, str],
    parts: tuple[str, ...],
    needed: tuple[str, ...],
    beside: str = "",
    ends: tuple[str, str] = ("rose", "fell"),
) -> tuple[SentenceKind, SentenceKind]:
    """The two kinds of one finding: one for each direction."""
    up, down = (f"{stem}-{end}" for end in ends)
    return (
        SentenceKind(up, group, titles[0], parts, needed, Way.UP, beside),
        SentenceKind(down, group, titles[1], parts, needed, Way.DOWN, beside),
    )


_ABOVE = ("above", "below")
_ALL = (
    *_pair(
        "count",
        _CHANGE,
        ("A count rose", "A count fell"),
        _COUNT,
        ("latest", "previous", "period"),
    ),
    *_pair("rate", _CHANGE, ("A rate rose", "A rate fell"), _RATE, ("latest", "period"), "counts"),
    *_pair(
        "percentage",
        _CHANGE,
        ("A percentage rose", "A percentage fell"),
        _POINTS,
        ("latest", "previous", "period"),
        "counts",
    ),
    SentenceKind(
        "no-change",
        _CHANGE,
        "No real change",
        _SAME,
        ("latest", "period"),
        Way.STEADY,
        "counts",
    ),
    SentenceKind(
        "same",
        _CHANGE,
        "No real change, the same figure",
        _SAME,
        ("latest", "period"),
        Way.STEADY,
        "counts",
    ),
    SentenceKind(
        "cannot-say",
        _CHANGE,
        "A change that cannot be tested",
        (*_SAME, "why"),
        ("latest", "period"),
        beside="counts",
    ),
    SentenceKind(
        "cannot-say-same",
        _CHANGE,
        "The same figure, which cannot be tested",
        (*_SAME, "why"),
        ("latest", "period"),
        beside="counts",
    ),
    SentenceKind(
        "stood",
        _CHANGE,
        "A figure with nothing to compare it with",
        ("indicator", "latest", "counts", "period"),
        ("latest", "counts", "period"),
    ),
    *_pair(
        "years",
        _CHANGE,
        ("Whole years rose, beside a part year", "Whole years fell, beside a part year"),
        _YEARS,
        ("latest", "previous"),
    ),
    SentenceKind(
        "years-no-change",
        _CHANGE,
        "Whole years showed no real change",
        _YEARS,
        ("latest", "previous"),
        Way.STEADY,
    ),
    *_pair(
        "average",
        _AGAINST,
        ("Above an average", "Below an average"),
        _AVERAGE,
        ("average", "origin"),
        ends=_ABOVE,
    ),
    SentenceKind(
        "average-similar",
        _AGAINST,
        "Not different from an average",
        _AVERAGE,
        ("average", "origin"),
        Way.STEADY,
    ),
    SentenceKind("rank", _AGAINST, "A rank", _RANK, ("rank", "group", "places")),
    SentenceKind("target-met", _AGAINST, "A target that was met", ("target", "doubt"), ("target",)),
    SentenceKind(
        "target-close", _AGAINST, "A target narrowly missed", ("target", "doubt"), ("target",)
    ),
    SentenceKind(
        "target-missed", _AGAINST, "A target that was missed", ("target", "doubt"), ("target",)
    ),
    SentenceKind("range-within", _AGAINST, "Within its range", ("bounds",), ("bounds",)),
    SentenceKind(
        "range-outside",
        _AGAINST,
        "Outside its range",
        ("bounds", "side"),
        ("bounds", "side"),
    ),
    *_pair(
        "limits",
        _LATELY,
        ("Above the predicted limits", "Below the predicted limits"),
        _SIGNAL,
        ("month", "latest", "expected"),
        ends=_ABOVE,
    ),
    *_pair(
        "shift",
        _LATELY,
        ("A run above the usual level", "A run below the usual level"),
        _SIGNAL,
        ("month", "run"),
        ends=_ABOVE,
    ),
    *_pair(
        "run",
        _LATELY,
        ("A run of rising points", "A run of falling points"),
        _SIGNAL,
        ("month", "run"),
    ),
    *_pair(
        "near-limit",
        _LATELY,
        ("Close to the upper limit", "Close to the lower limit"),
        _SIGNAL,
        ("month", "run"),
        ends=_ABOVE,
    ),
    *_pair(
        "five-years",
        _LATELY,
        ("A rising trend of five years", "A falling trend of five years"),
        ("latest", "previous", "period", "previous_period"),
        ("latest", "previous", "period", "previous_period"),
    ),
    *_pair(
        "districts",
        _LATELY,
        ("Districts that stand out above", "Districts that stand out below"),
        ("districts",),
        ("districts",),
        ends=_ABOVE,
    ),
    *_pair(
        "year-end",
        _AHEAD,
        ("On course to end above last year", "On course to end below last year"),
        _PROJECTED,
        ("year", "projected", "likely", "whole_before"),
        ends=_ABOVE,
    ),
    SentenceKind(
        "year-end-open",
        _AHEAD,
        "May end on either side of last year",
        _PROJECTED,
        ("year", "projected", "likely", "whole_before"),
    ),
    SentenceKind(
        "year-end-alone",
        _AHEAD,
        "With no year to compare",
        ("year", "projected", "likely"),
        ("year", "projected", "likely"),
    ),
    SentenceKind(
        "earlier-end",
        _NOTES,
        "Figures that end before the quarter does",
        ("as_of", "expected_by"),
        ("as_of",),
    ),
    SentenceKind(
        "overdue",
        _NOTES,
        "Figures that are overdue",
        ("as_of", "days"),
        ("as_of", "days"),
    ),
    SentenceKind("provisional", _NOTES, "A provisional figure", (), ()),
)

KINDS = {kind.code: kind for kind in _ALL}
"""Every kind by its code, in the order in which a reader meets them."""
