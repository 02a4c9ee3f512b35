"""Tables of the catalogue: how they look, and how a new row is begun."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from safer_desktop.gui.models.records_model import (
    CHOICES_ROLE,
    ListFieldModel,
    RecordsModel,
    Row,
)
from safer_desktop.gui.widgets.choice_delegate import ChoiceDelegate


def set_up(view: QTableView, model: RecordsModel | ListFieldModel, widths: Sequence[int]) -> None:
    """Give a table its model, its editors and its columns' widths; the last takes the rest."""
    view.setModel(model)
    view.setItemDelegate(ChoiceDelegate(CHOICES_ROLE, view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(26)
    view.setWordWrap(False)
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)


def begin_draft(view: QTableView, model: RecordsModel | ListFieldModel, start: Row) -> None:
    """Put a row that is still to be typed at the end, and start typing in it."""
    first = model.begin_draft(start)
    view.setCurrentIndex(first)
    view.scrollTo(first)
    view.setFocus()
    view.edit(first)
