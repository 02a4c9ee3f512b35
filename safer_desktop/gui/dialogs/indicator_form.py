"""The form of one indicator in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from safer_desktop.domain.areas import Area
from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.display import unit_words
from safer_desktop.domain.indicators import Frequency, Indicator, Polarity, Priority, Unit
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.target_form import TargetForm
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import line, number

_Widget = TypeVar("_Widget")
_WORDS = {
    "name": "name",
    "short_name": "short name",
    "noun": "what is counted",
    "partner": "source partner",
    "contact": "contact",
    "counts": "counts behind the rate",
    "definition": "definition",
    "caveat": "caveat",
    "polarity_reason": "reason for the polarity",
    "decimals": "decimals",
    "delivery_days": "days to delivery",
    "priority": "priority",
    "unit": "unit",
    "denominator": "denominator",
    "polarity": "polarity",
    "frequency": "frequency",
    "footprint": "footprint",
}
_LINES = ("name", "short_name", "noun", "partner", "contact")
_NEEDED = ("name", "short_name", "noun")
_TEXTS = ("definition", "caveat", "polarity_reason")
_NUMBERS = ("decimals", "delivery_days")
_CHOICES = ("priority", "unit", "denominator", "counts", "polarity", "frequency", "footprint")
_TARGET_NUMBERS = ("target_low", "target_high", "target_amber")


class IndicatorForm(QObject):
    """Shows an indicator; leaving a field keeps what was typed in it, as one edit.

    For an indicator that there is not yet, only the name can be typed: ``named`` then carries it.
    """

    named = Signal(str)

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(ui.form_holder)
        self._desk = desk
        self._ui = ui
        self._code = ""
        self._is_new = False
        self._filling = False
        self.target = TargetForm(ui)
        for name, words in (("unit", Unit), ("polarity", Polarity), ("frequency", Frequency)):
            for each in words:
                self._box(name).addItem(str(each), str(each))
        for name in _LINES:
            self._line(name).editingFinished.connect(lambda name=name: self._keep_line(name))
            self._line(name).textEdited.connect(
                lambda text, name=name: self._warn(lambda: self._read_line(name, text))
            )
        for name in _TEXTS:
            self._text(name).installEventFilter(self)
        ui.target_source.installEventFilter(self)
        for name in _NUMBERS:
            self._number(name).editingFinished.connect(
                lambda name=name: self._keep(name, self._number(name).value())
            )
        for name in _CHOICES:
            self._box(name).activated.connect(
                lambda _, name=name: self._keep(name, self._box(name).currentData())
            )
        for name in _TARGET_NUMBERS:
            self._line(name).textEdited.connect(
                lambda text: self._warn(lambda: number(text) if text.strip() else None)
            )
        self.target.typed.connect(self._keep_target)
        ui.groups.set_ordered()
        ui.groups.ticked.connect(self._keep_groups)
        ui.group_up.clicked.connect(lambda: ui.groups.move_current(-1))
        ui.group_down.clicked.connect(lambda: ui.groups.move_current(1))

    @property
    def is_new(self) -> bool:
        """Whether the indicator shown is still to be named and made."""
        return self._is_new

    def show(self, code: str) -> None:
        """Fill the fields from the pack; none for an empty code."""
        self._code, self._is_new = code, False
        self._enable(bool(code))
        if not code:
            return
        workbench = self._desk.workbench
        indicator = workbench.catalogue.indicator(code)
        fields = workbench.record(RecordKind.INDICATOR, code)
        self._filling = True
        self._offer_choices(indicator)
        for name in _LINES:
            _put(self._line(name), str(fields.get(name, "")))
        for name in _TEXTS:
            self._text(name).setPlainText(str(fields.get(name, "")))
        for name in _NUMBERS:
            value = fields.get(name)
            self._number(name).setValue(value if isinstance(value, int) else 0)
        for name in _CHOICES:
            self._box(name).setCurrentIndex(self._box(name).findData(fields.get(name, "")))
        for box in (self._ui.denominator, self._ui.counts):
            box.setEnabled(indicator.unit is not Unit.COUNT)
        unit = "%" if indicator.unit is Unit.PERCENTAGE else unit_words(indicator)
        self.target.show(indicator.target, unit)
        groups = [(group.name, group.code) for group in workbench.catalogue.groups]
        self._ui.groups.show_choices(groups, indicator.groups)
        self._filling = False

    def show_new(self) -> None:
        """Wait for the name of an indicator that is still to be made."""
        self._code, self._is_new = "", True
        self._enable(False)
        self._ui.form_holder.setEnabled(True)
        self._ui.name.setEnabled(True)
        for name in _LINES:
            self._line(name).clear()
        for name in (*_TEXTS, "target_source"):
            self._text(name).clear()
        for name in (*_CHOICES, "target_kind"):
            self._box(name).setCurrentIndex(-1)
        for name in _TARGET_NUMBERS:
            self._line(name).clear()
        self._ui.groups.show_choices((), ())
        self._ui.name.setPlaceholderText("Name of the new indicator")
        self._ui.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a text box keeps what was typed."""
        if event.type() == QEvent.Type.FocusOut:
            for name in _TEXTS:
                if watched is self._text(name):
                    self._keep(name, self._text(name).toPlainText().strip())
            if watched is self._ui.target_source:
                self._keep_target()
        return super().eventFilter(watched, event)

    # Keeping

    def _keep_line(self, name: str) -> None:
        text = self._line(name).text()
        if self._filling or not (self._code or self._is_new):
            return
        if self._is_new and not text.strip():
            return
        try:
            value = self._read_line(name, text)
        except CatalogueError as error:
            self._desk.refuse(error)
            return
        if self._is_new:
            self.named.emit(value)
        else:
            self._keep(name, value)
            kept = self._desk.workbench.record(RecordKind.INDICATOR, self._code)
            _put(self._line(name), str(kept[name]))

    def _read_line(self, name: str, text: str) -> str:
        value = line(text)
        if name in _NEEDED and not value:
            raise CatalogueError(f"An indicator cannot be without {_WORDS[name]}.")
        if name == "name":
            others = (i for i in self._desk.workbench.catalogue.indicators if i.code != self._code)
            if value.casefold() in (other.name.casefold() for other in others):
                raise CatalogueError(f"There is already an indicator named '{value}'.")
        return value

    def _keep(self, field: str, value: Json) -> None:
        if not self._filling and self._code:
            self._edit(field, value, _WORDS[field])

    def _keep_target(self) -> None:
        if self._filling or not self._code:
            return
        missing = self.target.missing()
        if missing is not None:
            self._desk.note("The target is not kept yet: give its value.")
            if self._ui.target_kind.hasFocus():
                missing.setFocus()
            return
        try:
            target = to_plain(self.target.target())
        except CatalogueError as error:
            self._desk.refuse(error)
            return
        if target != to_plain(self._desk.workbench.catalogue.indicator(self._code).target):
            self._edit("target", target, "target")

    def _keep_groups(self, codes: list[str]) -> None:
        if not self._filling and self._code:
            self._edit("groups", list(codes), "comparator groups")

    def _edit(self, field: str, value: Json, words: str) -> None:
        name = self._desk.workbench.catalogue.indicator(self._code).name
        kind, code = RecordKind.INDICATOR, self._code
        self._desk.attempt(
            lambda: self._desk.set_field(kind, code, field, value, f"{words} of {name}")
        )

    def _warn(self, read: Callable[[], object]) -> None:
        """Say while it is typed what could not stand."""
        try:
            read()
        except CatalogueError as error:
            self._desk.note(str(error))
        else:
            self._desk.note("")

    # Filling

    def _offer_choices(self, shown: Indicator) -> None:
        catalogue = self._desk.workbench.catalogue
        supporting = [
            (i.name, i.code)
            for i in catalogue.indicators
            if (i.is_supporting and i.unit is Unit.COUNT and i.code != shown.code)
            or i.code == shown.denominator
        ]
        self._offer("priority", [*_coded(catalogue.priorities), ("Supporting, not shown", "")])
        self._offer("denominator", [("nothing: as the partner gives it", ""), *supporting])
        counted = [
            (i.name, i.code)
            for i in catalogue.indicators
            if (i.unit is Unit.COUNT and i.code != shown.code) or i.code == shown.counts
        ]
        self._offer("counts", [("the same figures", ""), *counted])
        self._offer("footprint", _coded(catalogue.areas))

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        box = self._box(name)
        if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] != list(choices):
            box.clear()
            for words, code in choices:
                box.addItem(words, code)

    def _enable(self, enabled: bool) -> None:
        ui = self._ui
        ui.form_holder.setEnabled(enabled)
        ui.name.setPlaceholderText("")
        others = (
            *(self._line(name) for name in (*_LINES, *_TARGET_NUMBERS) if name != "name"),
            *(self._text(name) for name in (*_TEXTS, "target_source")),
            *(self._number(name) for name in _NUMBERS),
            *(self._box(name) for name in (*_CHOICES, "target_kind")),
            *(ui.groups, ui.group_up, ui.group_down, ui.breaks, ui.add_break, ui.remove_break),
        )
        for widget in others:
            widget.setEnabled(enabled)

    def _line(self, name: str) -> QLineEdit:
        return _typed(getattr(self._ui, name), QLineEdit)

    def _text(self, name: str) -> QPlainTextEdit:
        return _typed(getattr(self._ui, name), QPlainTextEdit)

    def _number(self, name: str) -> QSpinBox:
        return _typed(getattr(self._ui, name), QSpinBox)

    def _box(self, name: str) -> QComboBox:
        return _typed(getattr(self._ui, name), QComboBox)


def _put(field: QLineEdit, text: str) -> None:
    """Show a text from its beginning; one that is there already keeps its cursor.

    It is set even then: the field's own undo goes back no further than what the pack holds.
    """
    cursor = field.cursorPosition() if field.text() == text else 0
    field.setText(text)
    field.setCursorPosition(cursor)


def _typed(widget: object, kind: type[_Widget]) -> _Widget:
    assert isinstance(widget, kind)
    return widget


def _coded(items: Sequence[Priority] | Sequence[Area]) -> list[tuple[str, str]]:
    return [(item.name, item.code) for item in items]
