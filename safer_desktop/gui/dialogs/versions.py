"""The earlier saves of the open pack, to go back to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from safer_desktop.domain.display import number
from safer_desktop.gui.forms.ui_versions_dialog import Ui_VersionsDialog
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.workbench.bench import Workbench


class VersionsDialog(QDialog):
    """``chosen(version)`` comes when the user wants to go back to one."""

    chosen = Signal(object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_VersionsDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        self._versions = bench.versions()
        name = bench.title
        has = bool(self._versions)
        ui.heading.setText(f"Earlier saves of '{name}'" if has else f"No saves of '{name}' yet")
        self.model = TextTableModel(self)
        rows = [
            (f"{at:%A} {at.day} {at:%B %Y}", f"{at.hour}:{at:%M:%S}", f"{number(size / 1024)} KB")
            for at, size in ((it.saved_at.astimezone(), it.size) for it in self._versions)
        ]
        self.model.set_table(("Day", "Time", "Size"), rows, (1, 2))
        ui.versions.setModel(self.model)
        ui.versions.verticalHeader().hide()
        header = ui.versions.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.versions.setEnabled(has)
        ui.go_back.setEnabled(has)
        ui.versions.activated.connect(lambda _: self._choose())
        ui.go_back.clicked.connect(self._choose)
        if has:
            ui.versions.selectRow(0)

    def _choose(self) -> None:
        row = self.ui.versions.currentIndex().row()
        if row >= 0:
            self.accept()
            self.chosen.emit(self._versions[row])
