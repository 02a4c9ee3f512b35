"""Compares where a table lies: its figures, its heading rows and label columns, hidden parts."""

from __future__ import annotations

from collections.abc import Iterable

from safer_desktop.domain.observations import Severity
from safer_desktop.loading.cells import a1, column_letters
from safer_desktop.loading.drift.nouns import DriftKind, Follow, Pair
from safer_desktop.loading.drift.table import ComparedTable, listed
from safer_desktop.loading.recipes import AxisKind, TableRecipe
from safer_desktop.loading.seen import hidden_parts

_MARKED = 4


def compare_place(table: ComparedTable) -> None:
    """Tell how far the figures and their labels have moved."""
    old, now = table.old, table.now
    if (old.first_row, old.first_column) != (now.first_row, now.first_column):
        was, here = a1(old.first_row, old.first_column), a1(now.first_row, now.first_column)
        what = f"The figures begin in {here}; they began in {was}."
        _moved(table, what, was, here, [table.pair(was, here)])
    _compare_lines(table)
    if not old.period.has(AxisKind.ROWS):  # periods move on from file to file
        _compare_columns(table)


def compare_hidden(table: ComparedTable) -> None:
    """Tell of rows, columns or a sheet that are hidden now and were not."""
    if not table.seen.measures:
        return
    hidden = hidden_parts(table.layout())
    more = [part for part in hidden if part not in table.seen.hidden]
    if not more or len(hidden) <= len(table.seen.hidden):
        return
    cells = [_cell_of(part, table.now) for part in more[:_MARKED]]
    table.say(
        DriftKind.HIDDEN,
        Follow.BY_ITSELF,
        Severity.WARNING,
        f"Hidden in this file, but not in the last: {listed(more)}. It is read all the same.",
        "",
        ", ".join(more),
        [table.pair("", cell) for cell in cells],
    )


def _compare_lines(table: ComparedTable) -> None:
    """Header rows and label columns that moved otherwise than the figures."""
    old, now, placed = table.old, table.now, table.placed
    for was in old.header_rows:
        here = placed.rows[was]
        if here - was != table.down:
            cells = a1(was, old.first_column), a1(here, now.first_column)
            what = f"The headings of row {was + 1} stand in row {here + 1}."
            _moved(table, what, f"row {was + 1}", f"row {here + 1}", [table.pair(*cells)])
    for was in old.label_columns:
        here = placed.columns[was]
        if here != was:
            letters = column_letters(was), column_letters(here)
            cells = a1(old.first_row, was), a1(now.first_row, here)
            what = f"The labels of column {letters[0]} stand in column {letters[1]}."
            pairs = [table.pair(*cells)]
            _moved(table, what, f"column {letters[0]}", f"column {letters[1]}", pairs)


def _compare_columns(table: ComparedTable) -> None:
    """Columns that moved otherwise than the table as a whole."""
    old, placed = table.old, table.placed
    right = table.now.first_column - old.first_column
    apart = {*old.ignored_columns, *old.label_columns}
    moved = [
        (was, here)
        for was, here in placed.columns.items()
        if here - was != right and was not in apart
    ]
    if not moved:
        return
    row = old.header_rows[-1] if old.header_rows else old.first_row
    new_row = placed.rows.get(row, row + table.down)
    names = [table.seen.texts.get(a1(row, was), column_letters(was)) for was, _ in moved]
    count = "1 column stands" if len(moved) == 1 else f"{len(moved)} columns stand"
    first, to = map(column_letters, moved[0])
    _moved(
        table,
        f"{count} elsewhere: {listed(names)} (the first moved from {first} to {to}).",
        ", ".join(column_letters(was) for was, _ in moved),
        ", ".join(column_letters(here) for _, here in moved),
        [table.pair(a1(row, was), a1(new_row, here)) for was, here in moved],
    )


def _moved(table: ComparedTable, what: str, before: str, now: str, pairs: Iterable[Pair]) -> None:
    table.say(DriftKind.MOVED, Follow.BY_ITSELF, Severity.NOTE, what, before, now, pairs)


def _cell_of(part: str, table: TableRecipe) -> str:
    kind, _, name = part.partition(" ")
    if kind == "row":
        return a1(int(name) - 1, table.first_column)
    return f"{name}{table.first_row + 1}" if kind == "column" else a1(table.first_row, 0)
