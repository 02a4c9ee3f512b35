"""One table then and now, while it is being compared: what is known, followed and said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import CellPlace, Severity
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import a1, parse_a1
from safer_desktop.loading.drift.nouns import Difference, DriftKind, Follow, Pair
from safer_desktop.loading.drift.placing import Placed
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.recipes import Axis, SeenTable, TableRecipe
from safer_desktop.loading.seen import labels_of

_LISTED = 4


@dataclass(slots=True)
class ComparedTable:
    """A table of the recipe (``old``), what was seen of it, and where it lies now.

    ``now`` is its recipe on the new sheet; comparisons change it where they follow. ``others`` are
    the other tables as they lie now. ``found`` collects the differences.
    """

    number: int
    old: TableRecipe
    seen: SeenTable
    placed: Placed
    now: TableRecipe
    others: Sequence[TableRecipe]
    file: str
    catalogue: Catalogue
    matcher: AreaMatcher
    found: list[Difference] = field(default_factory=list)

    @property
    def down(self) -> int:
        """How many rows lower the figures begin."""
        return self.now.first_row - self.old.first_row

    def layout(self) -> Layout:
        """The table on its new sheet."""
        return Layout(self.placed.sheet, self.now, self.others)

    def labels(self, axis: Axis) -> dict[str, str]:
        """The labels of one of ``now``'s axes, with their cells."""
        return labels_of(self.layout(), axis)

    def change(self, **fields: Any) -> None:
        """Follow: ``now`` with these fields."""
        self.now = replace(self.now, **fields)

    def say(
        self,
        kind: DriftKind,
        follow: Follow,
        severity: Severity,
        what: str,
        before: str = "",
        now: str = "",
        pairs: Iterable[Pair] = (),
    ) -> None:
        """Add a difference."""
        self.found.append(
            Difference(kind, follow, severity, what, before, now, tuple(pairs), self.number)
        )

    def pair(self, before: str, now: str) -> Pair:
        """Addresses on the old and the new sheet as a pair; empty for none."""
        return Pair(
            CellPlace(self.seen.sheet, before) if before else None,
            CellPlace(self.placed.sheet.name, now) if now else None,
        )

    def same_place(self, before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
        """Old labels to the labels that stand in the same place now."""
        by_cell = {cell: label for label, cell in now.items() if cell}
        found: dict[str, str] = {}
        for label, cell in before.items():
            if not cell:
                continue
            row, column = parse_a1(cell)
            if row in self.old.header_rows:
                row, column = self.placed.rows.get(row, row), self.placed.columns.get(column, -1)
            else:
                row, column = row + self.down, self.placed.columns.get(column, column)
            here = by_cell.get(a1(row, column)) if column >= 0 else None
            if here is not None:
                found[label] = here
        return found


def last_part(label: str) -> str:
    """The innermost heading on one line."""
    return " ".join(label.rpartition("|")[2].split())


def listed(names: Sequence[str]) -> str:
    """``'Blaby', 'Melton' and 3 more``."""
    distinct = list(dict.fromkeys(" ".join(name.split()) for name in names))
    shown = ", ".join(f"'{name}'" for name in distinct[:_LISTED])
    more = len(distinct) - _LISTED
    return f"{shown} and {more} more" if more > 0 else shown
