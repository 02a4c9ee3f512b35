"""Tidies a table that was found: what is no figure of its own is left out, by its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safer_desktop.loading.axes import Found, Guess
from safer_desktop.loading.cells import Sheet, column_letters
from safer_desktop.loading.grid import NUMBER, YEAR, Grid
from safer_desktop.loading.layout import Layout
from safer_desktop.loading.periods import read_label
from safer_desktop.loading.recipes import AxisKind, TableRecipe
from safer_desktop.loading.sums import ignorable

_BESIDE = re.compile(
    r"(?:lower|upper)\b.*(?:95|99|confidence|limit|\bci\b|bound)|(?:95|99)% (?:lower|upper)"
    r"|.*confidence (?:interval|limit)|sample size|unweighted (?:sample|n\b)"
    r"|\W*(?:percentage|%|per ?cent) ?change|change (?:on|from|since|over)\b|\W*change$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\b(?:total|latest|average|mean|change|difference|to date|cumulative|all|variance|trend)\b|%",
    re.IGNORECASE,
)
_MOST_ROWS = 3000


def tidied(sheet: Sheet, grid: Grid, found: Found) -> Found:
    """The table without what names no period, or says how sure or how changed a figure is."""
    table = _without_leading(sheet, found.table)
    ignored = tuple(sorted({*table.ignored_columns, *_without_numbers(grid, table)}))
    if len(ignored) < table.last_column - table.first_column + 1:
        table = replace(table, ignored_columns=ignored)
    layout = Layout(sheet, table)
    periods = dict.fromkeys(_undated(layout), "")
    indicators = dict.fromkeys(_beside(layout), "")
    table = replace(table, periods=periods, indicators=indicators)
    return replace(found, table=table, guesses=(*found.guesses, *_said(table)))


def _without_leading(sheet: Sheet, table: TableRecipe) -> TableRecipe:
    """Rows before the first that names its period are sums of all periods."""
    if not any(part.kind is AxisKind.COLUMNS for part in table.period.parts):
        return table
    layout = Layout(sheet, table)
    for row in range(table.first_row, min(table.last_row, table.first_row + 40) + 1):
        label = layout.label(table.period, (row, table.first_column))
        if read_label(label.text, label.value) is not None:
            return replace(table, first_row=row)
        if label.text and not _SUMMARY.search(label.text):
            break
    return table


def _without_numbers(grid: Grid, table: TableRecipe) -> Iterator[int]:
    """Columns of marks or words only, while others have numbers."""
    for column in range(table.first_column, table.last_column + 1):
        kinds = grid.columns[column][table.first_row : table.last_row + 1]
        if kinds.strip(".") and not (NUMBER in kinds or YEAR in kinds):
            yield column


def _undated(layout: Layout) -> Iterator[str]:
    """Labels where periods are named that name none, but a total, an average or a change."""
    table = layout.table
    kinds = {part.kind for part in table.period.parts}
    if not kinds & {AxisKind.ROWS, AxisKind.COLUMNS, AxisKind.SECTIONS}:
        return
    for place in _places(layout, kinds):
        label = layout.label(table.period, place)
        if label.text and read_label(label.text, label.value) is None:
            innermost = layout.sheet.text(*label.cells[-1])
            if ignorable(innermost) or _SUMMARY.search(label.text):
                yield label.text


def _beside(layout: Layout) -> Iterator[str]:
    """Labels of confidence limits, sample sizes and changes, which belong to another figure."""
    table = layout.table
    kinds = {part.kind for part in table.indicator.parts}
    if not kinds & {AxisKind.ROWS, AxisKind.COLUMNS}:
        return
    for place in _places(layout, kinds):
        label = layout.label(table.indicator, place)
        if any(_BESIDE.match(layout.sheet.text(*cell)) for cell in label.cells):
            yield label.text


def _places(layout: Layout, kinds: set[AxisKind]) -> Iterator[tuple[int, int]]:
    """Cells that stand under every label of such an axis."""
    table = layout.table
    rows = range(table.first_row, min(table.last_row, table.first_row + _MOST_ROWS) + 1)
    columns = range(table.first_column, table.last_column + 1)
    if not kinds & {AxisKind.COLUMNS, AxisKind.SECTIONS}:
        rows = rows[:1]
    if AxisKind.ROWS not in kinds:
        columns = columns[:1]
    return ((row, column) for row in rows for column in columns)


def _said(table: TableRecipe) -> Iterator[Guess]:
    for label in (*table.periods, *table.indicators):
        sentence = f"'{label}' is left out: it is no figure of its own."
        yield Guess("left out", sentence, 0.7, label)
    if table.ignored_columns:
        letters = ", ".join(map(column_letters, table.ignored_columns))
        yield Guess("left out", f"Columns without figures are left out: {letters}.", 0.8)
