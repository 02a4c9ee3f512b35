"""The figures that a file brings, by indicator, as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation

_HEADERS = ("Indicator", "Areas", "First period", "Last period", "Figures")
_RIGHT = (1, 4)


def show_figures(
    table: QTableWidget, observations: Sequence[Observation], catalogue: Catalogue
) -> None:
    """Fill the table: one row per indicator."""
    by_indicator: dict[str, list[Observation]] = defaultdict(list)
    for observation in observations:
        by_indicator[observation.indicator].append(observation)
    table.setColumnCount(len(_HEADERS))
    table.setHorizontalHeaderLabels(_HEADERS)
    table.setRowCount(len(by_indicator))
    for row, (code, found) in enumerate(by_indicator.items()):
        for column, text in enumerate(_words(code, found, catalogue)):
            item = QTableWidgetItem(text)
            if column in _RIGHT:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _words(code: str, found: list[Observation], catalogue: Catalogue) -> tuple[str, ...]:
    name = catalogue.indicator(code).name if catalogue.has_indicator(code) else code
    periods = sorted(observation.period for observation in found)
    areas = len({observation.area for observation in found})
    return (name, str(areas), periods[0].label, periods[-1].label, f"{len(found):,}")
