"""The overall summary: the words of the overall finding and of the indicators behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import change_text, listed
from safer_desktop.domain.evidence import RatingState
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import Balance, OverallFinding
from safer_desktop.report.phrases import bracketed, inner, joined
from safer_desktop.report.wording import Draft

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


_BALANCES = {
    Balance.NONE_WORSE: "all indicators are stable or improving",
    Balance.MOSTLY_STEADY: "the majority of indicators are stable or improving",
    Balance.EVEN: "as many indicators are getting worse as are stable or improving",
    Balance.MOSTLY_WORSE: "the majority of indicators are getting worse",
}


def summarise(
    said: OverallFinding, figures: Mapping[str, Figure], catalogue: Catalogue
) -> tuple[Draft, ...]:
    """The paragraphs of the summary, keys ``summary:...``; ``said`` is what the figures carry."""
    if not said.informed:
        return (Draft("summary:overall", "No performance information has been loaded yet."),)
    of = _Heaps(figures, catalogue)
    drafts = (
        Draft(
            "summary:overall",
            joined(
                (
                    _counts(said),
                    _balance_words(said),
                    *wholly_worse_words(said, catalogue),
                    _signalled(said, of),
                )
            ),
        ),
        Draft("summary:worse", _heap_words("worse", said.worse, of)),
        Draft("summary:better", _heap_words("better", said.better, of)),
        Draft("summary:others", joined(_others(said, of))),
        Draft("summary:targets", _targets(figures, catalogue)),
        Draft("summary:outline", "Performance with regard to each priority is outlined below."),
    )
    return tuple(draft for draft in drafts if draft.text)


def _balance_words(said: OverallFinding) -> str:
    """``Where a direction can be judged, ...``; empty where none can."""
    if said.balance is Balance.CANNOT_SAY:
        return ""
    return f"Where a direction can be judged, {_BALANCES[said.balance]}."


def wholly_worse_words(said: OverallFinding, catalogue: Catalogue) -> tuple[str, ...]:
    """A sentence for each priority of which every indicator got worse."""
    found = []
    for priority in catalogue.priorities:
        if priority.code in said.wholly_worse:
            count = sum(it.code in said.worse for it in catalogue.of_priority(priority.code))
            all_of = "Both" if count == 2 else f"All {number_words(count)}"
            found.append(f"{all_of} indicators under \u2018{priority.name}\u2019 got worse.")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Heaps:
    """The figures behind the codes of a heap, in words."""

    figures: Mapping[str, Figure]
    catalogue: Catalogue

    def names(self, heap: tuple[str, ...]) -> str:
        return listed(inner(self.catalogue.indicator(code).name, self.catalogue) for code in heap)

    def with_changes(self, heap: tuple[str, ...]) -> str:
        return listed(self._with_change(code) for code in heap)

    def _with_change(self, code: str) -> str:
        indicator = self.catalogue.indicator(code)
        name = inner(indicator.name, self.catalogue)
        return f"{name}{bracketed(change_text(self.figures[code].change, indicator))}"


def _counts(said: OverallFinding) -> str:
    total = said.informed + len(said.absent)
    informed = number_words(said.informed)
    start = "Performance information is available for "
    start += f"{informed} of the {number_words(total)}" if said.absent else f"all {informed}"
    parts = [
        f"{number_words(len(heap))} {words}"
        for heap, words in (
            (said.worse, "got worse"),
            (said.better, "got better"),
            (said.moved, "moved but cannot be called better or worse"),
            (said.stable, "showed no real change"),
        )
        if heap
    ]
    if said.unclear:
        parts.append(f"for {number_words(len(said.unclear))} the direction cannot be said")
    return f"{start} indicators. Of these, {listed(parts)}."


def _signalled(said: OverallFinding, of: _Heaps) -> str:
    if not said.signalled:
        return ""
    return (
        "By their predicted limits, however, the newest points are a signal for the worse in "
        f"{of.names(said.signalled)}."
    )


def _heap_words(word: str, heap: tuple[str, ...], of: _Heaps) -> str:
    if not heap:
        return ""
    if len(heap) == 1:
        return f"The indicator that got {word} is {of.with_changes(heap)}."
    return f"The indicators that got {word} are {of.with_changes(heap)}."


def _others(said: OverallFinding, of: _Heaps) -> tuple[str, ...]:
    """The figures that are neither better nor worse."""
    moved, stable = of.with_changes(said.moved), of.names(said.stable)
    unclear, absent = of.names(said.unclear), of.names(said.absent)
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
        f"{number_words(states.count(state))} {words}"
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
    return (
        f"Of the {number_words(rated)} {subject} with a target that can be rated, {listed(parts)}."
    )


def number_words(count: int) -> str:
    """``four``; figures from ten on."""
    return _SMALL[count] if count < len(_SMALL) else str(count)
