"""Reads a workbook as a person settled it: mended cells with their new text, others left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from safer_desktop.domain.observations import Settlement, SettlementKind
from safer_desktop.loading.cells import CellValue, Place, Sheet, Workbook, parse_a1


def settled(workbook: Workbook, settlements: Sequence[Settlement]) -> Workbook:
    """The workbook with MENDED cells read as their new text.

    They lose their number format and fault: the new text speaks for itself. A later settlement of
    a cell overrules an earlier one. Settlements of cells that the workbook does not have change
    nothing.
    """
    sheets = (_mended(sheet, _of_sheet(sheet, settlements)) for sheet in workbook.sheets)
    return replace(workbook, sheets=tuple(sheets)) if settlements else workbook


def left_out(sheet: Sheet, settlements: Sequence[Settlement]) -> frozenset[Place]:
    """The cells of a sheet that are not to be read: neither a value there, nor any under a label
    that stands there."""
    decided = _of_sheet(sheet, settlements)
    return frozenset(place for place, it in decided.items() if it.kind is SettlementKind.LEFT_OUT)


def _of_sheet(sheet: Sheet, settlements: Sequence[Settlement]) -> dict[Place, Settlement]:
    """What was last decided to read otherwise than it stands, by cell."""
    name = sheet.name.strip().casefold()
    decided: dict[Place, Settlement] = {}
    for it in settlements:
        if it.kind is not SettlementKind.ACCEPTED and it.place.sheet.strip().casefold() == name:
            row, column = parse_a1(it.place.cell)
            if row < sheet.height and column < sheet.width:
                decided[row, column] = it
    return decided


def _mended(sheet: Sheet, decided: dict[Place, Settlement]) -> Sheet:
    changes: dict[Place, CellValue] = {
        place: it.new for place, it in decided.items() if it.kind is SettlementKind.MENDED
    }
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
