"""What later loads restated of earlier ones: by load, and in the figures that are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import restated_text
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.figures import Figure, Restated
from safer_desktop.domain.findings import FindingKind, RevisionFinding, Severity
from safer_desktop.domain.observations import Revision

if TYPE_CHECKING:
    from safer_desktop.analysis.dataset import Dataset
    from safer_desktop.pack.store import Pack


@dataclass(frozen=True, slots=True)
class Restatement:
    """What one load gave otherwise than the pack had it.

    ``held`` is how many of its figures the pack had already, alike or not.
    """

    load: int
    held: int
    revisions: tuple[Revision, ...] = ()

    @property
    def words(self) -> str:
        """``restated 14 of 120 figures``; empty where the pack had none of them."""
        if not self.held:
            return ""
        figures = "figure" if self.held == 1 else "figures"
        return f"restated {len(self.revisions):,} of {self.held:,} {figures}"


class Revisions:
    """The revisions of a pack as it stands; made anew when loads come or go."""

    def __init__(self, pack: Pack, catalogue: Catalogue) -> None:
        self._pack = pack
        self._catalogue = catalogue
        self.all = pack.revisions()
        self._partners = {load.id: load.file.partner for load in pack.loads()}
        self._by_new = {revision.new_id: revision for revision in self.all}
        self._before: dict[int, Dataset] = {}

    def by_load(self) -> Mapping[int, Restatement]:
        """What each load restated, for loads that gave anything that the pack had."""
        found: dict[int, list[Revision]] = defaultdict(list)
        for revision in self.all:
            found[revision.new_load].append(revision)
        held = self._pack.given_before()
        return {load: Restatement(load, held[load], tuple(found[load])) for load in held}

    def told(self, figure: Figure) -> Figure:
        """The figure with what was restated of its latest and earlier number.

        Its finding says so; of revisions that move no printed number, nothing is said.
        """
        indicator = self._catalogue.indicator(figure.indicator)
        moved = tuple(self._restated(figure))
        kept = tuple(it for it in figure.findings if not isinstance(it, RevisionFinding))
        if not moved:
            return replace(figure, findings=kept) if kept != figure.findings else figure
        now = tuple(it.new for it in moved)
        behind = {number for quantity in now for number in quantity.sources}
        finding = RevisionFinding(
            kind=FindingKind.REVISED,
            indicator=figure.indicator,
            area=figure.area,
            edition=figure.edition,
            severity=Severity.WATCH,
            figures=now,
            text=" ".join(restated_text(it, indicator) for it in moved),
            revisions=tuple(it for it in self.all if it.new_id in behind),
        )
        return replace(figure, findings=(*kept, finding), restated=moved)

    def _restated(self, figure: Figure) -> Iterator[Restated]:
        from safer_desktop.analysis.restated import restated

        for now in (figure.latest, figure.previous):
            load = self._newest(figure, now) if isinstance(now, Quantity) else None
            if load is None or not isinstance(now, Quantity):
                continue
            found = restated(figure, now, self._dataset(load), self._partners.get(load, ""))
            if found is not None:
                yield found

    def _newest(self, figure: Figure, now: Quantity) -> int | None:
        """The newest load that restated one of the indicator's observations behind a number."""
        revisions = (self._by_new[number] for number in now.sources if number in self._by_new)
        loads = [it.new_load for it in revisions if it.indicator == figure.indicator]
        return max(loads, default=None)

    def _dataset(self, before: int) -> Dataset:
        from safer_desktop.analysis.dataset import Dataset

        if before not in self._before:
            self._before[before] = Dataset(self._pack.table(before), self._catalogue)
        return self._before[before]
