"""Column widths: what the cells need, and the rest shared or saved where it hurts least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QTableView


def fit_columns(
    table: QTableView, flexible: Mapping[int, tuple[int, int]], spared: Sequence[int] = ()
) -> None:
    """Give every column what it needs, and make the sum fit the view.

    If there is too little room, ``spared`` columns, which only repeat others, are hidden in this
    order; then ``flexible`` columns give way to a minimum of so many average characters, the
    first of them first. Spare room goes to the flexible ones in the shares given as second
    numbers.
    """
    header = table.horizontalHeader()
    for column in spared:
        header.setSectionHidden(column, False)
    table.resizeColumnsToContents()
    widths = [header.sectionSize(column) for column in range(header.count())]
    spare = table.viewport().width() - sum(widths)
    for column in spared:
        if spare < 0:
            header.setSectionHidden(column, True)
            spare += widths[column]
    character = table.fontMetrics().averageCharWidth()
    for column, (least, share) in flexible.items():
        if spare < 0:
            given = min(-spare, max(0, widths[column] - least * character))
            widths[column] -= given
            spare += given
        elif share:
            widths[column] += spare * share // sum(s for _, s in flexible.values())
    for column in flexible:
        header.resizeSection(column, widths[column])
