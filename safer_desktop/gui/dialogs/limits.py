"""What a person decides about a chart with predicted limits, each with a reason and a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.limit_rules import PRESETS, preset
from safer_desktop.domain.limits import (
    BaselineLock,
    ChartChoice,
    ChartKind,
    LimitsChart,
    StepChange,
)
from safer_desktop.domain.periods import Period
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_limits_dialog import Ui_LimitsDialog
from safer_desktop.gui.models.text_table import TextTableModel

_ADVISED = "as advised"
_STEP_HEADERS = ("From", "Reason", "Decided by", "On")
_STEP_WIDTHS = (130, 400, 150, 100)


class LimitsDialog(QDialog):
    """Shows how the limits were worked out; keeps what is decided as one undoable edit."""

    def __init__(
        self,
        context: Context,
        indicator: str,
        area: str,
        chart: LimitsChart,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._codes = (indicator, area)
        self._chart = chart
        self.plan = context.workbench.limits_plan(indicator, area)
        self.ui = Ui_LimitsDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        catalogue = context.workbench.catalogue
        self.ui.heading.setText(
            f"Predicted limits of {catalogue.indicator(indicator).name},"
            f" {catalogue.area(area).name}"
        )
        self.ui.heading.setProperty("role", "title")
        self.ui.steps_label.setProperty("role", "strong")
        self._build()
        self._fill()
        self.ui.preset.activated.connect(lambda _: self._tell_preset())
        self.ui.add_step.clicked.connect(self.add_step)
        self.ui.remove_step.clicked.connect(self.remove_step)
        self.ui.keep.clicked.connect(self.keep)

    # What the buttons do

    def add_step(self) -> None:
        """Add the step change that is typed in, or say what it lacks."""
        period: Period = self.ui.step.currentData()
        try:
            step = StepChange(period.start, self.ui.step_why.text(), self._who, _today())
        except SaferError as error:
            self._say(error)
            return
        others = tuple(it for it in self.plan.steps if it.start != step.start)
        steps = tuple(sorted((*others, step), key=lambda it: it.start))
        self.plan = replace(self.plan, steps=steps)
        self.ui.step_why.clear()
        self.ui.state.clear()
        self._fill_steps()

    def remove_step(self) -> None:
        """Take the selected step change away."""
        row = self.ui.steps.currentIndex().row()
        if 0 <= row < len(self.plan.steps):
            steps = (*self.plan.steps[:row], *self.plan.steps[row + 1 :])
            self.plan = replace(self.plan, steps=steps)
            self._fill_steps()

    def keep(self) -> None:
        """Keep what is decided, or say what a decision lacks."""
        try:
            plan = replace(
                self.plan,
                preset=self.ui.preset.currentData(),
                lock=self._lock(),
                chart=self._choice(),
            )
            workbench = self._context.workbench
            if plan != workbench.limits_plan(*self._codes):
                self._context.apply(workbench.limits_edit(*self._codes, plan))
        except SaferError as error:
            self._say(error)
            return
        self.accept()

    # Assemble and fill

    def _build(self) -> None:
        ui, chart = self.ui, self._chart
        considered = (f"{it.kind}: {it.why}" for it in chart.advice.considered)
        ui.explanation.setPlainText(
            "\n\n".join(
                [
                    *chart.explanation.sentences,
                    f"Formula: {chart.explanation.formula}",
                    f"Source: {chart.explanation.source}",
                    "Also considered:\n" + "\n".join(considered),
                ]
            )
        )
        for each in PRESETS:
            ui.preset.addItem(each.name, each.name)
        ui.kind.addItem(f"{_ADVISED}: {chart.advice.kind}", None)
        for kind in ChartKind:
            ui.kind.addItem(str(kind), kind)
        for box in (ui.first, ui.last):
            box.addItem(_ADVISED, None)
        for point in chart.points:
            for box in (ui.first, ui.last, ui.step):
                box.addItem(point.period.label, point.period)
        self.steps_model = TextTableModel(self)
        ui.steps.setModel(self.steps_model)
        ui.steps.verticalHeader().hide()
        ui.steps.horizontalHeader().setStretchLastSection(True)
        ui.who.setText(self._context.workbench.who)

    def _fill(self) -> None:
        ui, plan = self.ui, self.plan
        ui.preset.setCurrentIndex(ui.preset.findData(plan.preset))
        if plan.chart is not None:
            ui.kind.setCurrentIndex(ui.kind.findData(plan.chart.kind))
            ui.kind_why.setText(plan.chart.reason)
        if plan.lock is not None:
            _pick_day(ui.first, plan.lock.first.isoformat())
            _pick_day(ui.last, plan.lock.last.isoformat())
            ui.lock_why.setText(plan.lock.reason)
        self._tell_preset()
        self._fill_steps()

    def _fill_steps(self) -> None:
        rows = [
            (f"{it.start:%d %B %Y}", it.reason, it.who, f"{it.decided:%d %b %Y}")
            for it in self.plan.steps
        ]
        self.steps_model.set_table(_STEP_HEADERS, rows)
        for column, width in enumerate(_STEP_WIDTHS):
            self.ui.steps.setColumnWidth(column, width)

    def _tell_preset(self) -> None:
        self.ui.preset_words.setText(f"A signal is {preset(self.ui.preset.currentData()).words}.")

    # What is decided

    @property
    def _who(self) -> str:
        who: str = self.ui.who.text().strip()
        return who

    def _lock(self) -> BaselineLock | None:
        first: Period | None = self.ui.first.currentData()
        last: Period | None = self.ui.last.currentData()
        if first is None and last is None:
            return None
        if first is None or last is None:
            raise SaferError("A baseline needs a first and a last period.")
        old, reason = self.plan.lock, self.ui.lock_why.text().strip()
        if old and (old.first, old.last, old.reason) == (first.start, last.end, reason):
            return old
        return BaselineLock(first.start, last.end, reason, self._who, _today())

    def _choice(self) -> ChartChoice | None:
        kind: ChartKind | None = self.ui.kind.currentData()
        if kind is None:
            return None
        old, reason = self.plan.chart, self.ui.kind_why.text().strip()
        if old and (old.kind, old.reason) == (kind, reason):
            return old
        return ChartChoice(kind, reason, self._who, _today())

    def _say(self, error: SaferError) -> None:
        self.ui.state.setText(" ".join(part for part in (error.what, error.remedy) if part))


def _pick_day(box: QComboBox, day: str) -> None:
    """Pick the period that begins or ends on this day."""
    for place in range(1, box.count()):
        period: Period = box.itemData(place)
        if day in (period.start.isoformat(), period.end.isoformat()):
            box.setCurrentIndex(place)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
