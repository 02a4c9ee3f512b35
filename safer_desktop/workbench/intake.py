"""Taking files in: from a prepared load to observations in the pack, and back to their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Settlement,
    SettlementKind,
    SourceFile,
    StoredLoad,
    StoredObservation,
)
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef

if TYPE_CHECKING:
    from safer_desktop.loading.checks import Earlier
    from safer_desktop.loading.recipes import Recipe
    from safer_desktop.pack.store import Pack

_SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one observation came from, and what a person decided about its cell, if anything."""

    stored: StoredObservation
    file: SourceFile
    settlement: Settlement | None = None

    @property
    def words(self) -> str:
        """File, sheet and cell."""
        return self.stored.observation.source.words(self.file.name)


def origins(pack: Pack, ids: Sequence[int]) -> tuple[Origin, ...]:
    """File, sheet and cell of stored observations, in the order of ``ids``."""
    loads = {load.id: load for load in pack.loads()}
    decided = {number: dict(_decisions(load)) for number, load in loads.items()}
    found = []
    for stored in pack.observations(ids):
        source = stored.observation.source
        settlement = decided[stored.load].get(CellPlace(source.sheet, source.cell))
        found.append(Origin(stored, loads[stored.load].file, settlement))
    return tuple(found)


def earlier(pack: Pack) -> Earlier:
    """What the checks need to know of the loads so far, beside the values."""
    from safer_desktop.loading.checks import Earlier

    withdrawn = {
        load.file.sha256: f"loaded on {load.file.loaded_at:%d %B %Y} by {load.file.loaded_by}"
        for load in pack.loads()
        if load.withdrawn
    }
    return Earlier(pack.given_with_parts(), withdrawn)


def check_fit(load: Load) -> None:
    """Raise :class:`LoadError` for a load that may not be taken in yet, or brings nothing."""
    if load.errors:
        first = load.errors[0]
        raise LoadError(first.what, where=first.where, remedy=first.remedy)
    if not load.observations:
        raise LoadError(
            f"'{load.file.name}' holds no figures that could be taken in.",
            remedy="Check which cells hold periods, areas and values.",
        )


def remember(pack: Pack, recipe: Recipe, who: str, at: datetime) -> None:
    """Keep a recipe in the pack, or its newer version; nothing happens if it is there as it is.

    Where only what the last file looked like is new, only that is recorded.
    """
    known = pack.records(RecordKind.RECIPE).get(recipe.code)
    new = to_plain(recipe)
    if known == new:
        return
    ref = RecordRef(RecordKind.RECIPE, recipe.code)
    title = f"recipe '{recipe.name}'"
    change = FieldChange(ref, "", dict(known) if known is not None else None, new)
    if known is not None and {**known, _SEEN: None} == {**new, _SEEN: None}:
        title = f"what the last file of {title} looked like"
        change = FieldChange(ref, _SEEN, known.get(_SEEN), new[_SEEN])
    pack.apply(Edit(title, (change,)), who, at)


def _decisions(load: StoredLoad) -> Iterator[tuple[CellPlace, Settlement]]:
    """Cells with what was decided about them; a mended cell's own decision comes last."""
    for problem in load.problems:
        if problem.settlement is not None:
            yield from ((cell, problem.settlement) for cell in problem.cells)
    for it in load.settlements:
        if it.kind is not SettlementKind.ACCEPTED:
            yield it.place, it
