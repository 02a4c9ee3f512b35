"""Lists and runs of months in words, for reasons and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from safer_desktop.domain.display import listed
from safer_desktop.domain.periods import Period, month_label, months_between


def are_missing(steps: Sequence[Period]) -> str:
    """``June 2016 is missing``; ``April to June 2016 and August 2016 are missing``.

    ``steps`` are months or quarters in order of time, at least one.
    """
    runs: list[list[Period]] = []
    for step in steps:
        if runs and months_between(runs[-1][-1].end, step.start) == 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    verb = "is" if len(steps) == 1 else "are"
    return f"{listed([_run(run) for run in runs])} {verb} missing"


def day(value: date) -> str:
    """``1 April 2017``."""
    return f"{value.day} {month_label(value)}"


def _run(run: Sequence[Period]) -> str:
    if len(run) == 1:
        return run[0].label
    first, last = run[0], run[-1]
    if first.months == 1 and first.start.year == last.start.year:
        return f"{first.label.split()[0]} to {last.label}"
    return f"{first.label} to {last.label}"
