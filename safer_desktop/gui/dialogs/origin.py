"""'Where does this come from?': the files, sheets and cells behind a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.gui.forms.ui_origin_dialog import Ui_OriginDialog
from safer_desktop.gui.models.origin_model import SORT_ROLE, OriginModel
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.intake import Origin


class OriginDialog(QDialog):
    """Shows every observation that a figure used, each with its cell."""

    def __init__(
        self, workbench: Workbench, ids: Sequence[int], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_OriginDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        origins = workbench.origins(ids)
        self.model = OriginModel(origins, workbench.catalogue, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.ui.table.setModel(self._sorted)
        self.ui.table.horizontalHeader().setSortIndicatorClearable(True)
        self.ui.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.ui.table.resizeColumnsToContents()
        self.ui.table.horizontalHeader().setStretchLastSection(True)
        self.ui.heading.setText(title)
        font = self.ui.heading.font()
        font.setBold(True)
        self.ui.heading.setFont(font)
        self.ui.summary.setText(_summary(origins))
        self.ui.filter.textChanged.connect(self._sorted.setFilterFixedString)
        self.ui.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())


def _summary(origins: tuple[Origin, ...]) -> str:
    if not origins:
        return "No cell stands behind this: it is not a figure from a file."
    files = dict.fromkeys(origin.file.name for origin in origins)
    numbers = "1 number" if len(origins) == 1 else f"{len(origins)} numbers"
    return f"Worked out from {numbers} in {', '.join(files)}."
