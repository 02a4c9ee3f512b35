"""What is known of each file that came in: how far it runs, how late, what it restated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.observations import SettlementKind, StoredLoad
from safer_desktop.workbench.revisions import Restatement


@dataclass(frozen=True, slots=True)
class Source:
    """A load with what the Sources tab tells of it.

    ``runs_to`` is the last day of its figures, ``overdue`` the days by which the next delivery
    of one of its indicators is late, where no later load brought it.
    """

    load: StoredLoad
    runs_to: date | None
    overdue: int
    restatement: Restatement | None
    indicators: tuple[str, ...]

    @property
    def decisions(self) -> str:
        """``2 accepted, 1 mended``; empty where nothing had to be decided."""
        counts = {
            kind: sum(it.kind is kind for it in self.load.settlements) for kind in SettlementKind
        }
        return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)


def sources(
    loads: tuple[StoredLoad, ...],
    latest_days: Mapping[int, Mapping[str, date]],
    restatements: Mapping[int, Restatement],
    catalogue: Catalogue,
    figure: Callable[[str, str], Figure],
) -> tuple[Source, ...]:
    """Every load, oldest first."""
    found = []
    for load in loads:
        days = latest_days.get(load.id, {})
        known = [code for code in days if catalogue.has_indicator(code)]
        late = [
            shown.stale_days
            for code in known
            if not load.withdrawn and not catalogue.indicator(code).is_supporting
            for shown in [figure(code, catalogue.indicator(code).footprint)]
            if shown.as_of == days[code]
        ]
        names = tuple(catalogue.indicator(code).name for code in known)
        runs_to = max(days.values(), default=None)
        restatement = restatements.get(load.id)
        found.append(Source(load, runs_to, max(late, default=0), restatement, names))
    return tuple(found)
