"""The facts of a cell that a figure was read from: file, place, text, labels, decisions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.chain import exact
from safer_desktop.domain.display import period_text
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Observation,
    Settlement,
    SettlementKind,
    SourceCell,
    SourceFile,
    Status,
    StoredLoad,
)
from safer_desktop.gui.models.picture_model import places
from safer_desktop.loading.cells import Place, a1
from safer_desktop.workbench.intake import Origin

Fact = tuple[str, str]
TextAt = Callable[[str], str]
"""Gives the text of a cell of the drawn sheet by its address."""

SHORT_HASH = 12
_MOST_RUNS = 24


def cell_facts(
    origin: Origin, load: StoredLoad, catalogue: Catalogue, text_at: TextAt
) -> tuple[Fact, ...]:
    """All that is known of one cell."""
    item = origin.stored.observation
    return (
        *_place(item.source),
        ("Read as", _read_as(item, catalogue)),
        *_labels(item.source, text_at),
        *((("Decision", _decision(origin.settlement)),) if origin.settlement else ()),
        *_checks(item.source, load),
        *file_facts(origin.file, load),
    )


def file_facts(file: SourceFile, load: StoredLoad) -> tuple[Fact, ...]:
    """What is known of the file that cells were read from."""
    loaded = f"{file.loaded_at:%d %B %Y, %H:%M} by {file.loaded_by}"
    return (
        ("File", file.name),
        ("Partner", file.partner),
        ("Loaded", f"{loaded}; taken back since" if load.withdrawn else loaded),
        ("Read by", file.recipe or "no recipe"),
        *((("Note", file.note),) if file.note else ()),
        ("SHA-256", f"{file.sha256[:SHORT_HASH]}\N{HORIZONTAL ELLIPSIS}"),
    )


def sheet_facts(cells: Sequence[SourceCell]) -> tuple[Fact, ...]:
    """Which cells of one sheet stand behind a step: ``C4:C15, D4``."""
    found = {place for cell in cells for place in places(cell.cell)}
    runs = list(_runs(found))
    more = f" and {len(runs) - _MOST_RUNS} more runs of cells" if runs[_MOST_RUNS:] else ""
    return (("Cells", ", ".join(runs[:_MOST_RUNS]) + more),) if runs else ()


def _runs(cells: Collection[Place]) -> Iterator[str]:
    """Addresses of the cells, neighbours in a row or column taken together."""
    left = set(cells)
    for row, column in sorted(cells):
        if (row, column) not in left:
            continue
        down = (row + 1, column) in left and (row, column + 1) not in left
        step = (1, 0) if down else (0, 1)
        end = (row, column)
        left.discard(end)
        while (after := (end[0] + step[0], end[1] + step[1])) in left:
            left.discard(after)
            end = after
        first, last = a1(row, column), a1(*end)
        yield first if first == last else f"{first}:{last}"


def _place(source: SourceCell) -> Iterator[Fact]:
    if not source.cell:
        yield "Counted", f"{source.raw}. Rows about people are counted and never kept."
        return
    yield "Cell", f"{source.cell} of sheet '{source.sheet}'" if source.sheet else source.cell
    yield "Text in it", f"'{source.raw}'"
    if source.number_format:
        yield "Number format", source.number_format


def _read_as(item: Observation, catalogue: Catalogue) -> str:
    known = catalogue.has_indicator(item.indicator)
    indicator = catalogue.indicator(item.indicator).name if known else item.indicator
    area = catalogue.area(item.area).name if catalogue.has_area(item.area) else item.area
    sign = "%" if item.unit is Unit.PERCENTAGE else ""
    words = f"{exact(item.value)}{sign}: {indicator}, {area}, {period_text(item.period)}"
    if item.denominator is not None:
        above = "" if item.numerator is None else f"{exact(item.numerator)} "
        words += f" ({above}of {exact(item.denominator)})"
    return words if item.status is Status.FINAL else f"{words}; {item.status}"


def _labels(source: SourceCell, text_at: TextAt) -> Iterator[Fact]:
    for name, address in (
        ("Period from", source.period_cell),
        ("Area from", source.area_cell),
        ("Indicator from", source.indicator_cell),
    ):
        if address:
            text = text_at(address)
            yield name, f"{address}: '{text}'" if text else address
        elif source.cell:
            yield name, "the recipe, not a cell"


def _decision(settlement: Settlement) -> str:
    by = f"by {settlement.who} on {settlement.at:%d %B %Y}. Reason: {settlement.reason}"
    if settlement.kind is SettlementKind.MENDED:
        return f"'{settlement.old}' is read as '{settlement.new}', mended {by}"
    return f"{settlement.kind.capitalize()} {by}"


def _checks(source: SourceCell, load: StoredLoad) -> Iterator[Fact]:
    place = CellPlace(source.sheet, source.cell)
    for problem in load.problems:
        if place in problem.cells:
            yield "Check", problem.what
