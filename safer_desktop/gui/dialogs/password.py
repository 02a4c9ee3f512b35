"""Asks for the password of one protected file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from safer_desktop.gui.forms.ui_password_dialog import Ui_PasswordDialog


class PasswordDialog(QDialog):
    """Nothing of the password stays in the dialog once it was taken by :meth:`take_password`."""

    def __init__(
        self,
        file_name: str,
        *,
        wrong: bool,
        otherwise: str = "&Leave this file out",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PasswordDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.heading.setText(f"'{file_name}' is protected by a password.")
        self.ui.message.setVisible(wrong)
        self._open = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._open.setText("&Open")
        self._open.setEnabled(False)
        leave_out = self.ui.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        leave_out.setText(otherwise)
        self.ui.password.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self.ui.show_password.toggled.connect(self._show)
        self.ui.password.setFocus()

    def take_password(self) -> str:
        """The password that was typed; the field is empty afterwards."""
        password = str(self.ui.password.text())
        self.ui.password.clear()
        return password

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.ui.password.setEchoMode(mode)
