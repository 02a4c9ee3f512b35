"""Finds totals that are taken for parts: one area's figures are always the sum of its likes'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Problem, Severity
from safer_desktop.domain.periods import Period
from safer_desktop.loading.combining import ReadCell
from safer_desktop.loading.recipes import Role
from safer_desktop.loading.remarks import place_words

_FEWEST_PARTS = 2
_FEWEST_SUMS = 2


def totals_among_parts(
    file: str, cells: Iterable[ReadCell], catalogue: Catalogue
) -> Iterator[Problem]:
    """A warning for each area whose counts are, every time, the sum of all others of its kind."""
    groups: dict[tuple[str, Period], dict[str, ReadCell]] = defaultdict(dict)
    for cell in cells:
        if cell.unit is Unit.COUNT and cell.role is Role.VALUE and catalogue.has_area(cell.area):
            groups[cell.indicator, cell.period].setdefault(cell.area, cell)
    sums: dict[str, list[ReadCell]] = defaultdict(list)
    others: set[str] = set()
    for group in groups.values():
        for area, cell in group.items():
            if _is_sum(cell, group, catalogue):
                sums[area].append(cell)
            else:
                others.add(area)
    for area, found in sums.items():
        if area not in others and len(found) >= _FEWEST_SUMS:
            yield _warning(file, catalogue.area(area).name, found)


def _is_sum(cell: ReadCell, group: dict[str, ReadCell], catalogue: Catalogue) -> bool:
    kind = catalogue.area(cell.area).kind
    parts = [
        other.value
        for area, other in group.items()
        if area != cell.area and catalogue.area(area).kind is kind
    ]
    return len(parts) >= _FEWEST_PARTS and cell.value > 0 and sum(parts) == cell.value


def _warning(file: str, name: str, cells: list[ReadCell]) -> Problem:
    first = cells[0].source
    return Problem(
        Severity.WARNING,
        f"What is read as {name} is every time the sum of all the others beside it: it may be a"
        " total.",
        place_words(file, first.sheet, first.cell),
        "If it is a total, leave its label out in the recipe.",
        check="total-taken-for-part",
        cells=tuple(CellPlace(cell.source.sheet, cell.source.cell) for cell in cells),
    )
