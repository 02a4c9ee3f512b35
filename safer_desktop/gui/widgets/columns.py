"""Column widths: what the cells need, and the rest shared or saved where it hurts least."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QTableView


def fit_columns(table: QTableView, flexible: Mapping[int, tuple[int, int]]) -> None:
    """Give every column what it needs, and make the sum fit the view.

    ``flexible`` columns, weightiest last, give way to a minimum of so many average characters if
    there is too little room, the first of them first; spare room goes to them in the shares given
    as second numbers.
    """
    header = table.horizontalHeader()
    table.resizeColumnsToContents()
    widths = [header.sectionSize(column) for column in range(header.count())]
    spare = table.viewport().width() - sum(
        width for column, width in enumerate(widths) if not header.isSectionHidden(column)
    )
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
