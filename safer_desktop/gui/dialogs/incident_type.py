"""Changes an incident type's name and where its count comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_incident_type_dialog import Ui_IncidentTypeDialog
from safer_desktop.gui.models.matrix_columns import TYPED_IN, parsed_name
from safer_desktop.risk.scheme import IncidentType


class IncidentTypeDialog(QDialog):
    """Asks for a name and a series; on OK the change is applied as one edit."""

    def __init__(self, context: Context, item: IncidentType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item = item
        self.ui = Ui_IncidentTypeDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Change {item.name}")
        confirm = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        confirm.setText("&Change")

        self.ui.message.setVisible(False)
        self.ui.series.addItem(TYPED_IN, "")
        for indicator in context.workbench.catalogue.indicators:
            if indicator.unit is not Unit.PERCENTAGE and indicator.unit is not Unit.RATIO:
                self.ui.series.addItem(indicator.name, indicator.code)
        self.ui.name.setText(item.name)
        self.ui.series.setCurrentIndex(max(self.ui.series.findData(item.indicator), 0))
        self.ui.buttons.accepted.connect(self.accept)

    def accept(self) -> None:
        """Apply the edit; what cannot stand is said and the dialog stays."""
        try:
            edit = self._edit()
            self._context.apply(edit)
        except SaferError as error:
            self.ui.message.setText(str(error))
            self.ui.message.setVisible(True)
            return
        super().accept()

    def _edit(self) -> Edit:
        types = self._context.workbench.incident_types
        others = [t.name for t in types if t.code != self._item.code]
        name = parsed_name(self.ui.name.text(), others)
        series = str(self.ui.series.currentData() or "")
        ref = RecordRef(RecordKind.INCIDENT_TYPE, self._item.code)
        changes = (
            FieldChange(ref, "name", self._item.name, name),
            FieldChange(ref, "indicator", self._item.indicator, series),
        )
        kept = tuple(change for change in changes if change.old != change.new)
        return Edit(f"incident type {self._item.name}", kept)
