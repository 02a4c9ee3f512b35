"""How far long work is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.gui.forms.ui_progress import Ui_ProgressDialog


class ProgressDialog(QDialog):
    """Stands before the window while work is under way; closing it asks the work to stop."""

    stop_asked = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_ProgressDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.title.setText(title)
        self.ui.stop.clicked.connect(self.reject)

    def show_report(self, done: float, text: str) -> None:
        """Show how far the work is, from 0 to 1, and what it does."""
        self.ui.bar.setValue(round(done * self.ui.bar.maximum()))
        if self.ui.stop.isEnabled():
            self.ui.text.setText(text)

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes once it has."""
        self.ui.stop.setEnabled(False)
        self.ui.text.setText("Stopping…")
        self.stop_asked.emit()

    def end(self) -> None:
        """The work is over."""
        self.done(QDialog.DialogCode.Accepted)
