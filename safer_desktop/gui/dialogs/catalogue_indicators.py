"""The catalogue's page of indicators: the list under its priorities, beside the form of one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidgetItem

from safer_desktop.domain.indicators import Bridge, Frequency, Indicator, Polarity, Unit
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.records import (
    Edit,
    FieldChange,
    Json,
    RecordKind,
    RecordRef,
    code_from,
)
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.bridge import BridgeDialog
from safer_desktop.gui.dialogs.catalogue_removal import ask_to_remove
from safer_desktop.gui.dialogs.catalogue_tables import begin_draft, set_up
from safer_desktop.gui.dialogs.indicator_form import IndicatorForm
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import Field, day, day_words
from safer_desktop.gui.models.records_model import ListFieldModel

_CODE = Qt.ItemDataRole.UserRole
_SUPPORTING = "Supporting, not shown"
_KIND = RecordKind.INDICATOR
_BREAK_WIDTHS = (100, 170, 100)


class IndicatorsPage(QObject):
    """Adds, duplicates, removes, finds and moves indicators; their fields are the form's."""

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ui = ui
        self.form = IndicatorForm(desk, ui)
        self.breaks = ListFieldModel(
            desk,
            _KIND,
            "breaks",
            "definition breaks",
            "a definition break",
            (
                Field("on", "From", read=day, show=day_words, needed=True),
                Field("what", "What changed", needed=True),
                Field("source", "Source"),
                Field("bridge", "Bridge", show=_bridge, derived=True),
            ),
            order_by="on",
        )
        set_up(ui.breaks, self.breaks, _BREAK_WIDTHS)
        self._fill_list()

        ui.find.textChanged.connect(self._filter)
        ui.indicators.currentItemChanged.connect(self._pick)
        ui.add_indicator.clicked.connect(self.begin_new)
        ui.duplicate_indicator.clicked.connect(self.duplicate)
        ui.remove_indicator.clicked.connect(self.remove)
        ui.indicator_up.clicked.connect(lambda: self.move(-1))
        ui.indicator_down.clicked.connect(lambda: self.move(1))
        ui.add_break.clicked.connect(lambda: begin_draft(ui.breaks, self.breaks, {"source": ""}))
        ui.remove_break.clicked.connect(lambda: self.breaks.remove(ui.breaks.currentIndex().row()))
        ui.bridge_break.clicked.connect(self.bridge)
        ui.breaks.selectionModel().currentChanged.connect(lambda *_: self._offer_bridge())
        self.form.named.connect(self._make_new)
        self._select()

    @property
    def current(self) -> str:
        """Code of the selected indicator; empty if none is."""
        item = self._ui.indicators.currentItem()
        return str(item.data(_CODE) or "") if item is not None else ""

    def show(self, code: str) -> None:
        """Go to an indicator."""
        for item in self._items():
            if item.data(_CODE) == code:
                self._ui.indicators.setCurrentItem(item)

    def refresh(self) -> None:
        """Show what the pack holds now."""
        self._fill_list()
        if not self.form.is_new:
            self._select()

    def begin_new(self) -> None:
        """Wait for the name of a new indicator."""
        with QSignalBlocker(self._ui.indicators):
            self._ui.indicators.setCurrentItem(None)
        self._select()
        self.form.show_new()
        self._desk.note("Type the name of the new indicator. It is kept once it has one.")

    def drop_new(self) -> None:
        """Wait no longer for the name of a new indicator."""
        if self.form.is_new:
            self.form.show("")
            self.refresh()

    def duplicate(self) -> None:
        """Add an indicator like the selected one, with a name of its own."""
        if not self.current:
            return
        fields = self._desk.workbench.record(_KIND, self.current)
        taken = {i.name for i in self._desk.workbench.catalogue.indicators}
        name = f"{fields['name']} (copy)"
        number = 2
        while name in taken:
            name, number = f"{fields['name']} (copy {number})", number + 1
        if self._make({**fields, "name": name}):
            self._ui.name.setFocus()
            self._ui.name.selectAll()

    def remove(self) -> None:
        """Ask, then remove the selected indicator."""
        if self.current:
            ask_to_remove(self._desk, _KIND, self.current, self._ui.indicators_page)

    def move(self, step: int) -> None:
        """Move the selected indicator among those of its priority."""
        catalogue = self._desk.workbench.catalogue
        if self.current:
            priority = catalogue.indicator(self.current).priority
            peers = [i.code for i in catalogue.of_priority(priority)]
            self._desk.move(_KIND, self.current, step, peers)

    def bridge(self) -> None:
        """Ask how figures before and after the selected break can be compared."""
        row = self._ui.breaks.currentIndex().row()
        if self.current and 0 <= row < self.breaks.kept:
            BridgeDialog(self._desk, self.current, row, self._ui.indicators_page).open()

    def _offer_bridge(self) -> None:
        row = self._ui.breaks.currentIndex().row()
        self._ui.bridge_break.setEnabled(bool(self.current) and 0 <= row < self.breaks.kept)

    def _make_new(self, name: str) -> None:
        new = Indicator(
            code="",
            name=name,
            short_name=name,
            priority="",
            definition="",
            unit=Unit.COUNT,
            noun="cases",
            polarity=Polarity.NEUTRAL,
            frequency=Frequency.QUARTERLY,
            partner="",
            footprint=self._desk.workbench.catalogue.home,
        )
        if self._make(to_plain(new)):
            self._desk.note(
                "The new indicator is supporting, not shown, until it stands under a priority."
            )

    def _make(self, fields: dict[str, Json]) -> bool:
        name = str(fields["name"])
        code = code_from(name, self._desk.workbench.records(_KIND), "indicator")
        change = FieldChange(RecordRef(_KIND, code), "", None, {**fields, "code": code})
        made = self._desk.attempt(
            lambda: self._desk.apply(Edit(f"new indicator {name}", (change,)))
        )
        if made:
            self._ui.find.clear()
            self.show(code)
        return made

    # The list

    def _fill_list(self) -> None:
        current = self.current
        rows = tuple(self._rows())
        box = self._ui.indicators
        with QSignalBlocker(box):
            if [(i.text(), i.data(_CODE)) for i in self._items()] != list(rows):
                box.clear()
                for words, code in rows:
                    self._add_row(words, code)
                self._filter(self._ui.find.text())
            self.show(current)
            if not self.current and not self.form.is_new:
                self.show(next((code for _, code in rows if code), ""))

    def _rows(self) -> Iterator[tuple[str, str]]:
        catalogue = self._desk.workbench.catalogue
        headings = [(p.name, p.code) for p in catalogue.priorities]
        for heading, priority in (*headings, (_SUPPORTING, "")):
            yield heading, ""
            for indicator in catalogue.of_priority(priority):
                yield indicator.name, indicator.code

    def _add_row(self, words: str, code: str) -> None:
        item = QListWidgetItem(words, self._ui.indicators)
        item.setData(_CODE, code)
        item.setToolTip(words)
        if code:
            return
        font = self._ui.indicators.font()
        font.setBold(True)
        palette = self._ui.indicators.palette()
        item.setFont(font)
        item.setForeground(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        item.setBackground(palette.color(QPalette.ColorRole.AlternateBase))
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items():
            heading = not item.data(_CODE)
            item.setHidden(bool(wanted) and (heading or wanted not in item.text().casefold()))

    def _items(self) -> list[QListWidgetItem]:
        box = self._ui.indicators
        return [box.item(row) for row in range(box.count())]

    def _pick(self) -> None:
        self._desk.note("")
        self._select()

    def _select(self) -> None:
        code = self.current
        self.form.show(code)
        self.breaks.set_record(code)
        if self.breaks.kept and not self._ui.breaks.currentIndex().isValid():
            self._ui.breaks.setCurrentIndex(self.breaks.index(0, 0))
        self._offer_bridge()
        ui = self._ui
        for button in (ui.duplicate_indicator, ui.remove_indicator):
            button.setEnabled(bool(code))
        peers: list[str] = []
        if code:
            catalogue = self._desk.workbench.catalogue
            priority = catalogue.indicator(code).priority
            peers = [i.code for i in catalogue.of_priority(priority)]
        ui.indicator_up.setEnabled(bool(peers) and peers[0] != code)
        ui.indicator_down.setEnabled(bool(peers) and peers[-1] != code)


def _bridge(value: Json) -> str:
    """A stored bridge in the ledger's words."""
    if value is None:
        return "none: comparisons are blocked"
    bridge = from_plain(Bridge, value)
    what = f"{bridge.kind} of {bridge.factor:g}" if bridge.factor is not None else str(bridge.kind)
    day_of = day_words(bridge.entered.isoformat())
    return f"{what}: {bridge.reason} ({bridge.source}; {bridge.who}, {day_of})"
