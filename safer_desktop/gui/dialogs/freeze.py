"""Asks for which board, and why, the matrix is frozen."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.gui.forms.ui_freeze_dialog import Ui_FreezeDialog
from safer_desktop.workbench.bench import Matrix

_EXPLANATION = (
    "The scheme, all scores, the counts with their files, and the results are kept as they are now "
    "and sealed. A frozen edition cannot be changed, only removed."
)


class FreezeDialog(QDialog):
    """The board's date, and why."""

    def __init__(self, matrix: Matrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_FreezeDialog()
        self.ui.setupUi(self)
        self.ui.explanation.setText(f"{matrix.title}, {matrix.span.label}. {_EXPLANATION}")
        self.ui.board_date.setDate(QDate.currentDate())

    @property
    def board_date(self) -> date:
        """The day on which the board meets."""
        return cast("date", self.ui.board_date.date().toPython())

    @property
    def why(self) -> str:
        """Why it is frozen, if given."""
        return str(self.ui.why.text()).strip()
