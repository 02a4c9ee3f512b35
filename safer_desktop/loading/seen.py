"""Keeps with a recipe what its last file looked like: the words around the figures, no figure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from safer_desktop.loading.cells import Place, Sheet, Workbook, a1, column_letters, parse_a1
from safer_desktop.loading.growth import holds_value
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.numbers import Number, read_number
from safer_desktop.loading.recipes import (
    Axis,
    AxisKind,
    Recipe,
    Seen,
    SeenMeasure,
    SeenTable,
    TableRecipe,
)

MOST_TITLE_ROWS = 15
MOST_NOTE_ROWS = 40
MOST_LABEL_ROWS = 400
MOST_LABELS = 2000
LONGEST = 400
_SAMPLE = 300


def remembered(workbook: Workbook, recipe: Recipe) -> Recipe:
    """The recipe with what this workbook looks like; tables that it lacks stay as last seen."""
    before = recipe.seen.tables if recipe.seen else ()
    tables = tuple(
        _seen_table(workbook, recipe, table)
        or (before[number] if number < len(before) else _unseen(table))
        for number, table in enumerate(recipe.tables)
    )
    sheets = tuple(sheet.name for sheet in workbook.sheets)
    return replace(recipe, seen=Seen(workbook.name, sheets, tables))


def seen_tables(recipe: Recipe) -> tuple[SeenTable, ...]:
    """What was seen of each table; of a recipe that has not kept it, its anchors and labels."""
    if recipe.seen is not None and len(recipe.seen.tables) == len(recipe.tables):
        return recipe.seen.tables
    return tuple(_unseen(table) for table in recipe.tables)


def seen_sheet(seen: SeenTable) -> Sheet:
    """The words of the last file as a sheet, blank where figures stood."""
    places = {parse_a1(address): text for address, text in seen.texts.items()}
    height = max((row for row, _ in places), default=-1) + 1
    width = max((column for _, column in places), default=-1) + 1
    rows = tuple(
        tuple(places.get((row, column)) for column in range(width)) for row in range(height)
    )
    return Sheet(seen.sheet, rows)


def measures_of(layout: Layout) -> dict[str, SeenMeasure]:
    """How the numbers under each indicator's label are written."""
    sheet = layout.sheet
    numbers: dict[str, list[Number]] = defaultdict(list)
    formats: dict[str, Counter[str]] = defaultdict(Counter)
    for place in layout.places():
        if sheet.is_blank(*place):
            continue
        label = layout.label(layout.table.indicator, place).text
        form = sheet.formats.get(place, "")
        number = read_number(sheet.value(*place), form)
        if number is not None and len(numbers[label]) < _SAMPLE:
            numbers[label].append(number)
            formats[label][form] += 1
    return {
        label: SeenMeasure(
            number_format=formats[label].most_common(1)[0][0],
            percent=sum(number.percent for number in found) * 2 > len(found),
            whole=all(number.value.is_integer() for number in found),
            magnitude=_magnitude(found),
        )
        for label, found in numbers.items()
        if found
    }


def labels_of(layout: Layout, axis: Axis) -> dict[str, str]:
    """The labels of one axis in reading order, each with the address of its first cell."""
    labels: dict[str, str] = {}
    if axis.kind is AxisKind.FIXED and axis.also is None:
        return labels
    for place in layout.places():
        if layout.sheet.is_blank(*place):
            continue
        label = layout.label(axis, place)
        if label.text and label.text not in labels:
            if len(labels) == MOST_LABELS:
                break
            labels[label.text] = a1(*label.cell) if label.cell else ""
    return labels


def title_rows(sheet: Sheet, table: TableRecipe, others: Iterable[TableRecipe]) -> range:
    """The rows above a table's headings that may carry its titles."""
    top = table.top
    floor = max(
        (other.last_row + 1 for other in others if other.last_row < top),
        default=0,
    )
    row = top
    while row > max(floor, top - MOST_TITLE_ROWS) and not _holds_figures(sheet, row - 1):
        row -= 1
    return range(row, top)


def note_places(sheet: Sheet, last_row: int, end: int) -> Iterator[Place]:
    """The cells of words below a table, up to the next one."""
    for row in range(last_row + 1, min(end, last_row + 1 + MOST_NOTE_ROWS, sheet.height)):
        for column in range(sheet.width):
            if isinstance(sheet.value(row, column), str) and not holds_value(sheet, (row, column)):
                yield row, column


def hidden_parts(layout: Layout) -> tuple[str, ...]:
    """Hidden rows and columns inside the table, and the sheet if that is hidden."""
    sheet, table = layout.sheet, layout.table
    rows = (f"row {row + 1}" for row in sorted(sheet.hidden_rows) if _is_in(table, layout, row))
    columns = (
        f"column {column_letters(column)}"
        for column in sorted(sheet.hidden_columns)
        if table.first_column <= column <= layout.last_column
    )
    return (*(("sheet",) if sheet.hidden else ()), *rows, *columns)


def _seen_table(workbook: Workbook, recipe: Recipe, table: TableRecipe) -> SeenTable | None:
    sheet = find_sheet(workbook, table.sheet)
    if sheet is None or not sheet.rows:
        return None
    layout = Layout(sheet, table, recipe.tables)
    others = [it for it in recipe.tables if it is not table and it.sheet == table.sheet]
    return SeenTable(
        sheet=sheet.name,
        last_row=layout.last_row,
        last_column=layout.last_column,
        texts={a1(*place): text for place, text in _texts(layout, others)},
        areas=labels_of(layout, table.area),
        indicators=labels_of(layout, table.indicator),
        periods=labels_of(layout, table.period),
        measures=measures_of(layout),
        hidden=hidden_parts(layout),
    )


def _unseen(table: TableRecipe) -> SeenTable:
    texts = {a1(anchor.row, anchor.column): anchor.text for anchor in table.anchors}
    return SeenTable(table.sheet, table.last_row, table.last_column, texts)


def _texts(layout: Layout, others: list[TableRecipe]) -> Iterator[tuple[Place, str]]:
    sheet, table = layout.sheet, layout.table
    above = range(title_rows(sheet, table, others).start, table.first_row)
    places = [(row, column) for row in above for column in range(sheet.width)]
    places += [
        (row, column)
        for row in range(
            table.first_row, min(layout.last_row, table.first_row + MOST_LABEL_ROWS) + 1
        )
        for column in table.label_columns
    ]
    end = min((it.top for it in others if it.first_row > layout.last_row), default=sheet.height)
    places += note_places(sheet, layout.last_row, end)
    places += _period_cell(table.period)
    for place in places:
        text = sheet.text(*place)
        if text:
            yield place, text[:LONGEST]


def _period_cell(period: Axis) -> list[Place]:
    return [(it.lines[0], it.lines[1]) for it in period.parts if it.kind is AxisKind.CELL]


def _holds_figures(sheet: Sheet, row: int) -> bool:
    figures = sum(
        isinstance(sheet.value(row, column), float) and holds_value(sheet, (row, column))
        for column in range(sheet.width)
    )
    return figures > 1


def _is_in(table: TableRecipe, layout: Layout, row: int) -> bool:
    return table.first_row <= row <= layout.last_row


def _magnitude(numbers: list[Number]) -> int | None:
    sizes = [abs(number.value) for number in numbers if number.value]
    return math.floor(math.log10(median(sizes))) if sizes else None
