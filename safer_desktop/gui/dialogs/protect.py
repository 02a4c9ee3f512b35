"""Puts the open pack under a password, changes it, or takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from safer_desktop.gui.forms.ui_protect_dialog import Ui_ProtectDialog
from safer_desktop.pack.protection import SHORTEST_PASSWORD


class ProtectDialog(QDialog):
    """``decided(password)`` comes with the new password, or with None to take it away."""

    decided = Signal(object)

    def __init__(self, title: str, *, is_protected: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ProtectDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setText(
            f"'{title}' is under a password" if is_protected else f"Put '{title}' under a password"
        )
        ui.protect.setText("&Change the password" if is_protected else "P&rotect")
        ui.remove.setVisible(is_protected)
        for field in (ui.password, ui.again):
            field.textChanged.connect(self._check)
        ui.show_password.toggled.connect(self._show)
        ui.protect.clicked.connect(self._protect)
        ui.remove.clicked.connect(self._remove)
        ui.password.setFocus()
        self._check()

    def _check(self) -> None:
        password, again = self.ui.password.text(), self.ui.again.text()
        long_enough = len(password) >= SHORTEST_PASSWORD
        words = ""
        if password and not long_enough:
            words = (
                f"At least {SHORTEST_PASSWORD} characters: three or four words in a row are safe."
            )
        elif again and password != again:
            words = "The two are not alike yet."
        self.ui.message.setText(words)
        self.ui.protect.setEnabled(long_enough and password == again)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.ui.password, self.ui.again):
            field.setEchoMode(mode)

    def _protect(self) -> None:
        self._decide(self.ui.password.text())

    def _remove(self) -> None:
        self._decide(None)

    def _decide(self, password: str | None) -> None:
        self.ui.password.clear()
        self.ui.again.clear()
        self.accept()
        self.decided.emit(password)
