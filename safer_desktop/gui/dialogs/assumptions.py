"""The form in which a person says what weights and errors are plausible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QSpinBox, QTableWidgetItem, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_assumptions_dialog import Ui_AssumptionsDialog
from safer_desktop.risk.firmness import Assumptions, Case, weight_meaning
from safer_desktop.workbench.sensitivity import assumptions_edit

_ALL = (0.0, 1.0)


class AssumptionsDialog(QDialog):
    """Keeps the assumptions, undoably, when it is accepted."""

    def __init__(
        self, context: Context, case: Case, held: Assumptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._case = case
        self.ui = Ui_AssumptionsDialog()
        self.ui.setupUi(self)
        self.ui.meaning.setText(weight_meaning(case))
        self.ui.message.hide()
        self._fill(held)
        self.ui.buttons.accepted.connect(self.keep)

    def keep(self) -> None:
        """Keep what the form says, or say what is wrong with it."""
        bench = self._context.workbench
        try:
            records = bench.records(RecordKind.SETTING)
            self._context.apply(assumptions_edit(records, self.entered(), len(self._case.factors)))
        except SaferError as error:
            self.ui.message.setText(str(error))
            self.ui.message.show()
            return
        self.accept()

    def entered(self) -> Assumptions:
        """What the form says; ranges only where some weight is ruled out."""
        ranges = tuple(
            (self.bound(row, 1).value() / 100, self.bound(row, 2).value() / 100)
            for row in range(len(self._case.factors))
        )
        ui = self.ui
        return Assumptions(
            ranges=() if all(it == _ALL for it in ranges) else ranges,
            off=ui.off.value() / 100,
            chance=ui.chance.isChecked(),
            top=ui.top.value(),
            draws=ui.draws.value(),
            seed=ui.seed.value(),
        )

    def bound(self, row: int, column: int) -> QSpinBox:
        """The field of the lowest (column 1) or highest (2) weight of a factor."""
        field = self.ui.ranges.cellWidget(row, column)
        assert isinstance(field, QSpinBox)
        return field

    def _fill(self, held: Assumptions) -> None:
        ui, factors = self.ui, self._case.factors
        ui.ranges.setColumnCount(3)
        ui.ranges.setRowCount(len(factors))
        ui.ranges.setHorizontalHeaderLabels(["Factor", "At least", "At most"])
        ui.ranges.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.ranges.verticalHeader().hide()
        ranges = held.ranges or (_ALL,) * len(factors)
        for row, (factor, span) in enumerate(zip(factors, ranges, strict=True)):
            name = QTableWidgetItem(factor.name)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            ui.ranges.setItem(row, 0, name)
            for column, (words, value) in enumerate(
                zip(("lowest", "highest"), span, strict=True), start=1
            ):
                field = QSpinBox()
                field.setRange(0, 100)
                field.setSuffix("%")
                field.setValue(round(100 * value))
                field.setAccessibleName(f"{words.capitalize()} weight of {factor.name}")
                ui.ranges.setCellWidget(row, column, field)
        ui.off.setValue(round(100 * held.off))
        ui.chance.setChecked(held.chance)
        ui.top.setValue(held.top)
        ui.draws.setValue(held.draws)
        ui.seed.setValue(held.seed)
