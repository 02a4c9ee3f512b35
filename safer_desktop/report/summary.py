"""The overall summary: counted from the figures, so that it cannot contradict its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import change_text
from safer_desktop.domain.evidence import Direction, RatingState, Reason, Verdict
from safer_desktop.domain.figures import Figure
from safer_desktop.report.phrases import bracketed, inner, joined, listed
from safer_desktop.report.wording import Draft

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Tally:
    """The headline figures by what can be said of them, each in catalogue order."""

    worse: tuple[Figure, ...]
    better: tuple[Figure, ...]
    moved: tuple[Figure, ...]
    stable: tuple[Figure, ...]
    unclear: tuple[Figure, ...]
    absent: tuple[Figure, ...]

    @property
    def informed(self) -> int:
        """How many have a latest figure."""
        return sum(map(len, (self.worse, self.better, self.moved, self.stable, self.unclear)))


def tally(figures: Mapping[str, Figure], catalogue: Catalogue) -> Tally:
    """Sort the headline figures; every one stands in exactly one heap."""
    heaps: dict[str, list[Figure]] = {name: [] for name in Tally.__dataclass_fields__}
    for indicator in catalogue.headline:
        if indicator.code in figures:
            heaps[_heap(figures[indicator.code])].append(figures[indicator.code])
    return Tally(**{name: tuple(heap) for name, heap in heaps.items()})


def _heap(figure: Figure) -> str:
    if isinstance(figure.latest, Reason):
        return "absent"
    if figure.direction is Direction.CANNOT_SAY:
        return "unclear"
    if figure.direction is Direction.NO_REAL_CHANGE:
        return "stable"
    return {Verdict.WORSE: "worse", Verdict.BETTER: "better", Verdict.NOT_JUDGED: "moved"}[
        figure.verdict
    ]


def summarise(figures: Mapping[str, Figure], catalogue: Catalogue) -> tuple[Draft, ...]:
    """The paragraphs of the summary, keys ``summary:...``."""
    counted = tally(figures, catalogue)
    if not counted.informed:
        return (Draft("summary:overall", "No performance information has been loaded yet."),)
    drafts = (
        Draft("summary:overall", joined((_counts(counted), _verdict(counted)))),
        Draft("summary:worse", _heap_words("worse", counted.worse, catalogue)),
        Draft("summary:better", _heap_words("better", counted.better, catalogue)),
        Draft("summary:others", joined(_others(counted, catalogue))),
        Draft("summary:targets", _targets(figures, catalogue)),
        Draft("summary:outline", "Performance with regard to each priority is outlined below."),
    )
    return tuple(draft for draft in drafts if draft.text)


def _counts(counted: Tally) -> str:
    total = counted.informed + len(counted.absent)
    informed = _number(counted.informed)
    start = "Performance information is available for "
    start += f"{informed} of the {_number(total)}" if counted.absent else f"all {informed}"
    parts = [
        f"{_number(len(heap))} {words}"
        for heap, words in (
            (counted.worse, "got worse"),
            (counted.better, "got better"),
            (counted.moved, "moved but cannot be called better or worse"),
            (counted.stable, "showed no real change"),
        )
        if heap
    ]
    if counted.unclear:
        parts.append(f"for {_number(len(counted.unclear))} the direction cannot be said")
    return f"{start} indicators. Of these, {listed(parts)}."


def _verdict(counted: Tally) -> str:
    judged = len(counted.worse) + len(counted.better) + len(counted.stable)
    steady = len(counted.better) + len(counted.stable)
    if not judged:
        return ""
    start = "Where a direction can be judged,"
    if not counted.worse:
        return f"{start} all indicators are stable or improving."
    if steady * 2 > judged:
        return f"{start} the majority of indicators are stable or improving."
    if len(counted.worse) * 2 > judged:
        return f"{start} the majority of indicators are getting worse."
    return f"{start} as many indicators are getting worse as are stable or improving."


def _heap_words(word: str, heap: tuple[Figure, ...], catalogue: Catalogue) -> str:
    if not heap:
        return ""
    names = listed(_name_with_change(figure, catalogue) for figure in heap)
    if len(heap) == 1:
        return f"The indicator that got {word} is {names}."
    return f"The indicators that got {word} are {names}."


def _name_with_change(figure: Figure, catalogue: Catalogue) -> str:
    indicator = catalogue.indicator(figure.indicator)
    name = inner(indicator.name, catalogue)
    return f"{name}{bracketed(change_text(figure.change, indicator))}"


def _names(heap: tuple[Figure, ...], catalogue: Catalogue) -> str:
    return listed(inner(catalogue.indicator(figure.indicator).name, catalogue) for figure in heap)


def _others(counted: Tally, catalogue: Catalogue) -> tuple[str, ...]:
    """The figures that are neither better nor worse."""
    moved = listed(_name_with_change(figure, catalogue) for figure in counted.moved)
    stable, unclear = _names(counted.stable, catalogue), _names(counted.unclear, catalogue)
    absent = _names(counted.absent, catalogue)
    return (
        f"There was no real change in {stable}." if stable else "",
        f"A change that is neither better nor worse in itself is seen in {moved}." if moved else "",
        f"For these it cannot be said whether there was a real change: {unclear}."
        if unclear
        else "",
        f"There are no figures for {absent}." if absent else "",
    )


def _targets(figures: Mapping[str, Figure], catalogue: Catalogue) -> str:
    states = [figures[i.code].rating.state for i in catalogue.headline if i.code in figures]
    parts = [
        f"{_number(states.count(state))} {words}"
        for state, words in (
            (RatingState.MET, "met it"),
            (RatingState.CLOSE, "narrowly missed it"),
            (RatingState.MISSED, "missed it"),
        )
        if state in states
    ]
    if not parts:
        return ""
    rated = sum(states.count(s) for s in (RatingState.MET, RatingState.CLOSE, RatingState.MISSED))
    subject = "indicator" if rated == 1 else "indicators"
    return f"Of the {_number(rated)} {subject} with a target that can be rated, {listed(parts)}."


def _number(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else str(count)
