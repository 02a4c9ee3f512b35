"""Two editions of the matrix side by side: what moved, and what moved it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.charts.movement import (
    HEADERS,
    MovementChart,
    movement_alt_text,
    movement_table,
)
from safer_desktop.gui.charts.panel import ChartPanel, PanelContent
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_movement_dialog import Ui_MovementDialog
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_all, copy_from
from safer_desktop.gui.widgets.csv_export import ask_and_save_csv
from safer_desktop.risk.movement import Movement
from safer_desktop.workbench import matrix_editions
from safer_desktop.workbench.bench import Matrix

_WIDTHS = (220, 90, 80, 130, 260, 95, 85, 85, 80)
_NOW = "As it is now"


class MovementDialog(QDialog):
    """Any two editions, or one and the matrix as it is now."""

    def __init__(
        self, context: Context, matrix: Matrix, code: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = context.workbench
        self._matrix = matrix
        self.ui = Ui_MovementDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setProperty("role", "title")
        self.model = TextTableModel(self)
        ui.moves.setModel(self.model)
        ui.moves.verticalHeader().hide()
        self.chart = MovementChart(self)
        self.panel = ChartPanel(self)
        self.panel.set_chart(self.chart, self.chart)
        ui.picture_layout.addWidget(self.panel)
        for edition in matrix_editions.editions(self._bench):
            ui.before.addItem(edition.label, edition.code)
            ui.now.addItem(edition.label, edition.code)
        ui.now.insertItem(0, f"{_NOW}: {matrix.title}", "")
        ui.now.setCurrentIndex(0)
        ui.before.setCurrentIndex(max(ui.before.findData(code), 0))
        ui.before.currentIndexChanged.connect(self._compare)
        ui.now.currentIndexChanged.connect(self._compare)
        ui.copy.clicked.connect(lambda: copy_all(ui.moves))
        ui.export_button.clicked.connect(
            lambda: ask_and_save_csv(ui.moves, "What moved in the matrix", self)
        )
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), ui.moves)
        copied.activated.connect(lambda: copy_from(ui.moves))
        self._compare()

    def _compare(self) -> None:
        before, now = self.ui.before.currentData(), self.ui.now.currentData()
        try:
            found = matrix_editions.compared(self._bench, before, now or self._matrix)
        except SaferError as error:
            self.ui.heading.setText(str(error))
            self.model.set_table(HEADERS, ())
            return
        self.show_movement(found)

    def show_movement(self, found: Movement) -> None:
        """Show what was found, as table, picture and sentences."""
        self.ui.heading.setText(found.sentences[0])
        table = movement_table(found)
        self.model.set_table(table.headers, table.rows, table.numeric)
        for column, width in enumerate(_WIDTHS):
            self.ui.moves.horizontalHeader().resizeSection(column, width)
        self.ui.moves.horizontalHeader().setStretchLastSection(True)
        self.ui.words.setPlainText("\n".join(found.sentences))
        self.chart.show_movement(found)
        self.panel.set_content(
            PanelContent(
                "",
                f"Places in the matrix, {found.since} and {self.ui.now.currentText()}",
                "Movement in the matrix",
                alt_text=movement_alt_text(found),
                table=table,
                picture_height=self.chart.picture_height,
            )
        )
