"""Version, licences, and where the program keeps its own files."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop import __version__
from safer_desktop.gui.forms.ui_about import Ui_AboutDialog
from safer_desktop.workbench.state import State


class AboutDialog(QDialog):
    """What one needs to tell whoever looks after the program."""

    def __init__(self, state: State, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_AboutDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.version.setText(
            f"Version {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
        )
        self.ui.folder.setText(f"Settings, unsaved work and logs: {state.folder}")
