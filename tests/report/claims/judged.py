"""The alarms on the board report in ../shared, each read and judged by a person.

The report's words are not ours to keep here: an alarm is named by its paragraph and its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from safer_desktop.report.claims.nouns import Defect, TextParagraph
from safer_desktop.report.claims.nouns import DefectKind as K

SEED = Path(__file__).parents[3].parent / "shared" / "board-report.txt"

NAMED = {
    ("5", K.SUMMARY),
    ("6", K.CONTRADICTION),
    ("13", K.PERCENT),
    ("13", K.UNLIKE_PERIODS),
    ("15", K.POINTS),
}
"""What DOMAIN.md names: each must be listed."""

TRUE = NAMED | {
    ("10", K.SMALL_BASE),  # 33% of numbers that the paragraph itself calls small, not given
    ("14", K.PERIOD),  # one year for both ends of a fall
    ("15", K.PERIOD),  # a quarter of twelve months
    ("16", K.UNCERTAIN),  # a trend from an estimate on incomplete data, over a change of provider
}
"""All that were judged to be right; anything else is a false alarm until somebody judges it."""


@dataclass(frozen=True)
class Judged:
    number: str
    kind: K
    true: bool


def judged(paper: Sequence[TextParagraph], defects: Sequence[Defect]) -> list[Judged]:
    """The alarms with what was said of them."""
    found = []
    for it in defects:
        number = paper[it.paragraph].number
        found.append(Judged(number, it.kind, (number, it.kind) in TRUE))
    return found
