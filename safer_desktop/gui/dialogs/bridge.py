"""A bridge across a definition break: entered, changed or taken away, as one undoable edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.display import listed
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Bridge, BridgeKind, DefinitionBreak
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.forms.ui_bridge_dialog import Ui_BridgeDialog
from safer_desktop.gui.models.record_fields import day, day_words, line, number

_NONE = "nothing: no comparison is made"
_EFFECTS = {
    None: "Nothing is compared across this day, and the reason is given in place of the change.",
    BridgeKind.FACTOR: "Each figure from before this day is multiplied by the factor before it is "
    "compared. The bridge is named wherever it is used.",
    BridgeKind.PARALLEL: "Each figure from before this day is replaced by that of the parallel "
    "series before it is compared. The bridge is named wherever it is used.",
}
# In the order of the fields of a Bridge.
_NEEDED = {"reason": "a reason", "source": "its source", "who": "the name of who decided it"}


class BridgeDialog(QDialog):
    """On OK the bridge is kept; what it lacks is said, and the dialog stays."""

    def __init__(self, desk: Desk, code: str, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._indicator = desk.workbench.catalogue.indicator(code)
        self._place = place
        self.ui = Ui_BridgeDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("&Keep")
        self.ui.message.setVisible(False)
        at = self._break
        self.ui.heading.setText(
            f"{self._indicator.name}: the definition changed on {_day(at.on)}. {at.what}"
        )
        self._offer()
        self._fill(at.bridge)
        self.ui.kind.currentIndexChanged.connect(lambda _: self._enable())
        self.ui.factor.textEdited.connect(lambda _: self._check_factor())
        self.ui.buttons.accepted.connect(self.accept)

    @property
    def _break(self) -> DefinitionBreak:
        return self._indicator.breaks[self._place]

    def accept(self) -> None:
        """Keep the bridge, or say what cannot stand."""
        try:
            breaks = list(self._indicator.breaks)
            breaks[self._place] = replace(self._break, bridge=self._bridge())
            self._desk.set_field(
                RecordKind.INDICATOR,
                self._indicator.code,
                "breaks",
                [to_plain(it) for it in breaks],
                f"bridge of {self._indicator.name} across {_day(self._break.on)}",
            )
        except SaferError as error:
            self._say(str(error))
            return
        super().accept()

    def _bridge(self) -> Bridge | None:
        ui, kind = self.ui, self._kind
        if kind is None:
            return None
        said = {name: line(getattr(ui, name).text()) for name in _NEEDED}
        reason, source, who = said.values()
        missing = [words for name, words in _NEEDED.items() if not said[name]]
        if missing:
            raise CatalogueError(f"The bridge still needs {listed(missing)}.")
        entered = date.fromisoformat(day(ui.entered.text()))
        if kind is BridgeKind.PARALLEL:
            series = str(ui.series.currentData() or "")
            if not series:
                raise CatalogueError("Choose the parallel series.")
            return Bridge(kind, reason, source, who, entered, series=series)
        return Bridge(kind, reason, source, who, entered, factor=self._factor())

    def _factor(self) -> float:
        text = self.ui.factor.text().strip()
        if not text:
            raise CatalogueError("The bridge still needs its factor.")
        if text.endswith("%"):
            raise CatalogueError("Write the factor as a number: 1.08, not 8%.")
        factor = number(text)
        if factor <= 0:
            raise CatalogueError("A factor is above nought: 1.08 makes figures 8% larger.")
        return factor

    def _check_factor(self) -> None:
        """Say while it is typed what could not stand."""
        try:
            if self.ui.factor.text().strip():
                self._factor()
        except CatalogueError as error:
            self._say(str(error))
        else:
            self._say("")

    @property
    def _kind(self) -> BridgeKind | None:
        found: str = self.ui.kind.currentData()
        return BridgeKind(found) if found else None

    def _offer(self) -> None:
        ui, indicator = self.ui, self._indicator
        ui.kind.addItem(_NONE, "")
        for kind in BridgeKind:
            ui.kind.addItem(str(kind), str(kind))
        for other in self._desk.workbench.catalogue.indicators:
            if other.unit is indicator.unit and other.code != indicator.code:
                ui.series.addItem(other.name, other.code)

    def _fill(self, bridge: Bridge | None) -> None:
        ui = self.ui
        today = datetime.now(UTC).astimezone().date()
        ui.who.setText(bridge.who if bridge else self._desk.workbench.who)
        ui.entered.setText(_day(bridge.entered if bridge else today))
        if bridge is not None:
            ui.kind.setCurrentIndex(ui.kind.findData(str(bridge.kind)))
            ui.factor.setText("" if bridge.factor is None else f"{bridge.factor:.10g}")
            ui.series.setCurrentIndex(max(ui.series.findData(bridge.series), 0))
            ui.reason.setText(bridge.reason)
            ui.source.setText(bridge.source)
        self._enable()

    def _enable(self) -> None:
        ui, kind = self.ui, self._kind
        ui.factor.setEnabled(kind is BridgeKind.FACTOR)
        ui.series.setEnabled(kind is BridgeKind.PARALLEL)
        for field in (ui.reason, ui.source, ui.who, ui.entered):
            field.setEnabled(kind is not None)
        ui.effect.setText(_EFFECTS[kind])
        self._say("")

    def _say(self, words: str) -> None:
        self.ui.message.setText(words)
        self.ui.message.setVisible(bool(words))


def _day(on: date) -> str:
    return day_words(on.isoformat())
