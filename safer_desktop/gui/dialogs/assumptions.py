"""The form in which a person says what weights and errors are plausible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QHeaderView,
    QListWidgetItem,
    QSpinBox,
    QTableWidgetItem,
    QWidget,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_assumptions_dialog import Ui_AssumptionsDialog
from safer_desktop.risk.firmness import (
    Assumptions,
    Case,
    Combination,
    Multiplier,
    weight_meaning,
)
from safer_desktop.risk.words import amount
from safer_desktop.workbench.sensitivity import assumptions_edit

_ALL = (0.0, 1.0)
_AS_IT_IS = (1.0, 1.0)
_RANGES = {
    Combination.AMOUNT: "Times &what the sets say of one incident (1 to 1: as they say):",
    Combination.WEIGHTED: "&Weights that a reasonable person could hold (in %; harm's add up):",
}
_SETS_AT_ONCE = 5
_LEAST_TIMES, _MOST_TIMES = 0.01, 100.0


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
            self._context.apply(assumptions_edit(records, self.entered(), self._case))
        except SaferError as error:
            self.ui.message.setText(str(error))
            self.ui.message.show()
            return
        self.accept()

    def entered(self) -> Assumptions:
        """What the form says; ranges only where something is ruled out."""
        ui, by_amount = self.ui, self._by_amount
        ranges = tuple(
            (self.bound(row, 1).value() / 100, self.bound(row, 2).value() / 100)
            for row in range(len(self._case.factors))
        )
        times = [
            Multiplier(it.code, self.times(row, 2).value(), self.times(row, 3).value())
            for row, it in enumerate(self._case.types if by_amount else ())
        ]
        items = [ui.sets.item(number) for number in range(ui.sets.count())]
        return Assumptions(
            ranges=() if all(it == _ALL for it in ranges) else ranges,
            off=ui.off.value() / 100,
            chance=ui.chance.isChecked(),
            top=ui.top.value(),
            draws=ui.draws.value(),
            seed=ui.seed.value(),
            without=tuple(
                str(it.data(Qt.ItemDataRole.UserRole))
                for it in items
                if it.checkState() is Qt.CheckState.Unchecked
            ),
            multipliers=tuple(it for it in times if (it.low, it.high) != _AS_IT_IS),
        )

    def bound(self, row: int, column: int) -> QSpinBox:
        """The field of the lowest (column 1) or highest (2) weight of a factor."""
        field = self.ui.ranges.cellWidget(row, column)
        assert isinstance(field, QSpinBox)
        return field

    def times(self, row: int, column: int) -> QDoubleSpinBox:
        """The field of the lowest (column 2) or highest (3) multiplier of a type's weight."""
        field = self.ui.ranges.cellWidget(row, column)
        assert isinstance(field, QDoubleSpinBox)
        return field

    @property
    def _by_amount(self) -> bool:
        return self._case.combination is Combination.AMOUNT

    def _fill(self, held: Assumptions) -> None:
        ui, by_amount = self.ui, self._by_amount
        ui.sets_label.setVisible(by_amount)
        ui.sets.setVisible(by_amount)
        # Nobody scores anything where counts are multiplied by weights.
        ui.form.setRowVisible(ui.off, not by_amount)
        if text := _RANGES.get(self._case.combination):
            ui.ranges_label.setText(text)
        if by_amount:
            self._fill_sets(held)
            self._fill_times(held)
        else:
            self._fill_ranges(held)
        ui.off.setValue(round(100 * held.off))
        ui.chance.setChecked(held.chance)
        ui.top.setValue(held.top)
        ui.draws.setValue(held.draws)
        ui.seed.setValue(held.seed)

    def _fill_sets(self, held: Assumptions) -> None:
        for number, it in enumerate(self._case.sets):
            in_use = not number
            lacking = sum(weight is None for weight in it.weights)
            words = ", in use" if in_use else f", no weight for {lacking}" if lacking else ""
            item = QListWidgetItem(f"{it.name}{words}", self.ui.sets)
            item.setData(Qt.ItemDataRole.UserRole, it.code)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if in_use else flags | Qt.ItemFlag.ItemIsUserCheckable)
            out = not in_use and it.code in held.without
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
        shown = min(self.ui.sets.count(), _SETS_AT_ONCE)
        self.ui.sets.setFixedHeight(shown * self.ui.sets.sizeHintForRow(0) + 8)

    def _fill_times(self, held: Assumptions) -> None:
        self._set_columns(("Incident type", "Weight now", "At least", "At most"))
        kept = {it.incident_type: (it.low, it.high) for it in held.multipliers}
        weights = self._case.sets[0].weights if self._case.sets else ()
        for row, (it, weight) in enumerate(zip(self._case.types, weights, strict=True)):
            self.ui.ranges.insertRow(row)
            self._set_text(row, 0, it.name)
            self._set_text(row, 1, amount(weight or 0.0))
            for column, (words, value) in enumerate(
                zip(("lowest", "highest"), kept.get(it.code, _AS_IT_IS), strict=True), start=2
            ):
                field = QDoubleSpinBox()
                field.setRange(_LEAST_TIMES, _MOST_TIMES)
                field.setSingleStep(0.25)
                field.setPrefix("\N{MULTIPLICATION SIGN} ")
                field.setValue(value)
                field.setAccessibleName(f"{words.capitalize()} multiplier of {it.name}")
                self.ui.ranges.setCellWidget(row, column, field)

    def _fill_ranges(self, held: Assumptions) -> None:
        self._set_columns(("Factor", "At least", "At most"))
        factors = self._case.factors
        ranges = held.ranges or (_ALL,) * len(factors)
        for row, (factor, span) in enumerate(zip(factors, ranges, strict=True)):
            self.ui.ranges.insertRow(row)
            self._set_text(row, 0, factor.name)
            for column, (words, value) in enumerate(
                zip(("lowest", "highest"), span, strict=True), start=1
            ):
                field = QSpinBox()
                field.setRange(0, 100)
                field.setSuffix("%")
                field.setValue(round(100 * value))
                field.setAccessibleName(f"{words.capitalize()} weight of {factor.name}")
                self.ui.ranges.setCellWidget(row, column, field)

    def _set_columns(self, names: tuple[str, ...]) -> None:
        table = self.ui.ranges
        table.setColumnCount(len(names))
        table.setHorizontalHeaderLabels(names)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()

    def _set_text(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.ui.ranges.setItem(row, column, item)
