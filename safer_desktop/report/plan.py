"""Which headings a paper has, in which order: the board's own outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue

OWN_HEADING = "own:"
"""How the code of a heading begins that the council added."""
DASHBOARD, CHARTS, MATRIX, SOURCES = (
    f"appendix:{name}" for name in ("dashboard", "charts", "matrix", "sources")
)
OFFICERS = "officers"
STANDING = {
    "introduction": "Introduction",
    "summary": "Overall Performance Summary",
    "future": "Future performance reporting",
    "recommendations": "Recommendations",
    OFFICERS: "Officers to Contact",
}
APPENDICES = {
    DASHBOARD: "Performance dashboard",
    CHARTS: "Charts",
    MATRIX: "Risk/harm matrix",
    SOURCES: "Sources and data notes",
}
SUGGESTED = (
    "Equality and Human Rights Implications",
    "Resource Implications",
    "Legal Implications",
    "Crime and Disorder Implications",
    "Environmental Implications",
    "Consultation",
    "Background Papers",
)
"""Headings that councils' papers often have to have."""


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A heading of the paper: standing, a priority's, an appendix or the council's own.

    ``title`` is what is printed. ``text`` is the council's, one paragraph per line.
    """

    code: str
    title: str
    included: bool = True
    text: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the council added it."""
        return self.code.startswith(OWN_HEADING)

    @property
    def is_appendix(self) -> bool:
        """Whether it stands behind the paper; the text calls appendices by their numbers."""
        return self.code in APPENDICES


def default_plan(catalogue: Catalogue) -> tuple[PlanEntry, ...]:
    """The order of the board's report."""
    before, after = ("introduction", "summary"), ("future", "recommendations", OFFICERS)
    return (
        *(PlanEntry(code, STANDING[code]) for code in before),
        *(PlanEntry(it.code, it.name) for it in catalogue.priorities),
        *(PlanEntry(code, STANDING[code]) for code in after),
        *(PlanEntry(code, title) for code, title in APPENDICES.items()),
    )


def arranged(kept: Sequence[PlanEntry], catalogue: Catalogue) -> tuple[PlanEntry, ...]:
    """A kept outline brought up to date with the catalogue's priorities.

    A priority that is gone drops out; a new one takes the place it has in the board's report.
    Priorities are called as in the catalogue; appendices keep their order, at the end.
    """
    standard = default_plan(catalogue)
    by_code = {it.code: it for it in standard}
    taken = {it.code: it for it in kept if it.code in by_code or it.is_own}
    order = list(taken)
    for at, entry in enumerate(standard):
        if entry.code not in taken:
            before = [it.code for it in standard[:at] if it.code in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, entry.code)
    made = [_merged(taken.get(code), by_code.get(code)) for code in order]
    body = [it for it in made if not it.is_appendix]
    return (*body, *(it for code in APPENDICES for it in made if it.code == code))


def _merged(kept: PlanEntry | None, standard: PlanEntry | None) -> PlanEntry:
    if kept is None or standard is None:
        entry = kept or standard
        assert entry is not None
        return entry
    title = kept.title.strip() if kept.code in STANDING else ""
    return PlanEntry(kept.code, title or standard.title, kept.included)
