"""Reads a workbook as a person settled it: mended cells with their new text, others left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from safer_desktop.domain.observations import Settlement, SettlementKind
from safer_desktop.loading.cells import CellValue, Place, Sheet, Workbook, parse_a1


def settled(workbook: Workbook, settlements: Sequence[Settlement]) -> Workbook:
    """The workbook with MENDED cells read as their new text and LEFT_OUT cells as blank.

    Mended and left-out cells lose their number format and fault: the new text speaks for itself.
    A later settlement of a cell overrules an earlier one. Settlements of cells that the workbook
    does not have change nothing.
    """
    changes: dict[str, dict[Place, CellValue]] = defaultdict(dict)
    for settlement in settlements:
        if settlement.kind is SettlementKind.ACCEPTED:
            continue
        sheet = workbook.sheet(settlement.place.sheet)
        place = parse_a1(settlement.place.cell)
        if sheet is not None and place[0] < sheet.height and place[1] < sheet.width:
            mended = settlement.kind is SettlementKind.MENDED
            changes[sheet.name][place] = settlement.new if mended else None
    if not changes:
        return workbook
    sheets = (_changed(sheet, changes.get(sheet.name, {})) for sheet in workbook.sheets)
    return replace(workbook, sheets=tuple(sheets))


def _changed(sheet: Sheet, changes: dict[Place, CellValue]) -> Sheet:
    if not changes:
        return sheet
    rows = {row: list(sheet.rows[row]) for row, _ in changes}
    for (row, column), value in changes.items():
        rows[row][column] = value
    return replace(
        sheet,
        rows=tuple(
            tuple(rows[number]) if number in rows else row for number, row in enumerate(sheet.rows)
        ),
        formats={place: form for place, form in sheet.formats.items() if place not in changes},
        faults={place: fault for place, fault in sheet.faults.items() if place not in changes},
    )
