"""What a finding is about: one indicator in one area, and whose numbers stand for that area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.quantities import units_of
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.findings import FindingKind, NoteFinding, Severity
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.observations import Status


class About(TypedDict):
    """The fields that all findings of a subject share."""

    indicator: str
    area: str
    edition: Edition


@dataclass(frozen=True, slots=True)
class Subject:
    """One indicator in one area for one edition; ``described`` is the area the numbers are of."""

    dataset: Dataset
    indicator: Indicator
    area: str
    described: str
    edition: Edition

    @classmethod
    def of(cls, dataset: Dataset, indicator: str, area: str, edition: Edition) -> Subject:
        """By codes; raises ``CatalogueError`` for one that the catalogue does not have."""
        what = dataset.catalogue.indicator(indicator)
        return cls(dataset, what, area, described_area(dataset, what, area), edition)

    @property
    def about(self) -> About:
        """Keywords for a finding."""
        return {"indicator": self.indicator.code, "area": self.area, "edition": self.edition}

    @property
    def name(self) -> str:
        """The name of the area that the numbers are of."""
        return self.dataset.catalogue.area(self.described).name

    def note(
        self,
        kind: FindingKind,
        text: str,
        figures: tuple[Quantity, ...],
        severity: Severity = Severity.NOTE,
        status: Status = Status.FINAL,
    ) -> NoteFinding:
        """A finding about it that is told by its text alone."""
        return NoteFinding(
            **self.about, kind=kind, severity=severity, figures=figures, text=text, status=status
        )


def described_area(dataset: Dataset, indicator: Indicator, area: str) -> str:
    """Whose numbers stand for an area: its own, else, for the home area, the footprint's."""
    if area != dataset.catalogue.home:
        return area
    has_own = any(dataset.has(indicator.code, area, unit) for unit in units_of(indicator))
    return area if has_own else indicator.footprint
