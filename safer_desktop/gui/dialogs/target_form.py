"""The target of an indicator, in the catalogue's form: kept only when it is whole."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from safer_desktop.domain.indicators import Target, TargetKind
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import line, number

_LOW = (TargetKind.AT_LEAST, TargetKind.RANGE)
_HIGH = (TargetKind.AT_MOST, TargetKind.RANGE)
_AMBER = Target().amber_percent


class TargetForm(QObject):
    """``typed`` says that the user has finished with a field; ``target`` then gives the whole."""

    typed = Signal()

    def __init__(self, ui: Ui_CatalogueDialog) -> None:
        super().__init__(ui.form_holder)
        self._ui = ui
        for kind in TargetKind:
            ui.target_kind.addItem(str(kind), str(kind))
        ui.target_kind.activated.connect(self._kind_picked)
        for field in (ui.target_low, ui.target_high, ui.target_amber):
            field.editingFinished.connect(self.typed)

    @property
    def kind(self) -> TargetKind:
        """The kind that is picked."""
        return TargetKind(self._ui.target_kind.currentData())

    def show(self, target: Target, unit: str) -> None:
        """Fill the fields; ``unit`` is written behind the values."""
        ui = self._ui
        ui.target_kind.setCurrentIndex(ui.target_kind.findData(str(target.kind)))
        ui.target_low.setText(_shown(target.low))
        ui.target_high.setText(_shown(target.high))
        ui.target_amber.setText(_shown(target.amber_percent))
        ui.target_source.setPlainText(target.source)
        ui.target_unit.setText(unit)
        self._enable()

    def missing(self) -> QLineEdit | None:
        """The field whose value the picked kind needs and does not have yet."""
        ui = self._ui
        for field, kinds in ((ui.target_low, _LOW), (ui.target_high, _HIGH)):
            if self.kind in kinds and not field.text().strip():
                found: QLineEdit = field
                return found
        return None

    def target(self) -> Target:
        """The target as it is typed; raises :class:`CatalogueError` for what is no number."""
        ui = self._ui
        if self.kind is TargetKind.NONE:
            return Target()
        amber = ui.target_amber.text().strip()
        return Target(
            self.kind,
            low=number(ui.target_low.text()) if self.kind in _LOW else None,
            high=number(ui.target_high.text()) if self.kind in _HIGH else None,
            amber_percent=number(amber) if amber else _AMBER,
            source=line(ui.target_source.toPlainText()),
        )

    def _kind_picked(self) -> None:
        self._enable()
        self.typed.emit()

    def _enable(self) -> None:
        ui = self._ui
        ui.target_low.setEnabled(self.kind in _LOW)
        ui.target_high.setEnabled(self.kind in _HIGH)
        for field in (ui.target_amber, ui.target_source):
            field.setEnabled(self.kind is not TargetKind.NONE)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
