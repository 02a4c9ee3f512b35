"""What else is known of the selected incident type, beside the matrix."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QWidget

from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_matrix_context import Ui_MatrixContext
from safer_desktop.gui.models import history
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.risk.scheme import MatrixRow

_HISTORY_WIDTHS = (110, 60, 110, 50, 50)


class MatrixContext(MatrixPage):
    """The changes of the selected type's scores: who, when, from what, to what, why."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_MatrixContext()
        self.ui.setupUi(self)
        self.history_model = TextTableModel(self)
        self.history_model.set_table(history.HEADERS, ())
        self.ui.history.setModel(self.history_model)
        self.ui.history.verticalHeader().setVisible(False)
        self.ui.history.verticalHeader().setDefaultSectionSize(22)
        header = self.ui.history.horizontalHeader()
        for column, width in enumerate(_HISTORY_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def show_row(self, row: MatrixRow | None) -> None:
        """Show what is known of this row's incident type."""
        if row is None:
            self.ui.history_heading.setText("")
            self.history_model.set_table(history.HEADERS, ())
            return
        self.ui.history_heading.setText(f"Changes of {row.type.name}")
        trail = self._context.workbench.audit(RecordRef(RecordKind.INCIDENT_TYPE, row.type.code))
        lines = tuple(history.history(trail, "")) or (history.UNCHANGED,)
        self.history_model.set_table(history.HEADERS, lines)
