"""Before a paper is written over one that is there: what stays, and what is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from safer_desktop.gui.forms.ui_kept_paper_dialog import Ui_KeptPaperDialog
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_all, copy_from
from safer_desktop.workbench.papers import Export, words

if TYPE_CHECKING:
    from safer_desktop.report.reread import Merged

_HEADERS = ("What happens", "Piece of the paper", "Why")


class KeptPaperDialog(QDialog):
    """One row for each piece of the paper to which something happens; nothing is written yet."""

    def __init__(self, export: Export, merged: Merged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_KeptPaperDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        ui.heading.setText(f"'{export.path.name}' is there already")
        ui.explanation.setText(words(export))
        ui.write_button.setProperty("role", "primary")
        ui.write_button.setEnabled(merged.content is not None)
        self.model = TextTableModel(self)
        ui.pieces.setModel(self.model)
        ui.pieces.verticalHeader().hide()
        self.model.set_table(_HEADERS, [(str(it.step), it.what, it.why) for it in merged.done])
        header = ui.pieces.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        ui.pieces.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        ui.copy.clicked.connect(lambda: copy_all(ui.pieces))
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), ui.pieces)
        copied.activated.connect(lambda: copy_from(ui.pieces))
