"""The form of one indicator in the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidgetItem, QPlainTextEdit, QSpinBox

from safer_desktop.domain.areas import Area
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Frequency, Polarity, Priority, TargetKind, Unit
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.records_model import Refuse

_Widget = TypeVar("_Widget")
_LINES = ("name", "short_name", "noun", "polarity_reason", "partner")
_TEXTS = ("definition", "caveat")
_NUMBERS = ("decimals", "delivery_days")
_CHOICES = ("priority", "unit", "denominator", "polarity", "frequency", "footprint")
_TARGET_LINES = {"low": "target_low", "high": "target_high", "amber_percent": "target_amber"}
_LOW = (TargetKind.AT_LEAST, TargetKind.RANGE)
_HIGH = (TargetKind.AT_MOST, TargetKind.RANGE)
_CODE = Qt.ItemDataRole.UserRole


class IndicatorForm(QObject):
    """Shows an indicator in the dialog's fields; leaving a field keeps what was written."""

    def __init__(self, context: Context, ui: Ui_CatalogueDialog, refuse: Refuse) -> None:
        super().__init__(ui.form_holder)
        self._context = context
        self._ui = ui
        self._refuse = refuse
        self._code = ""
        self._filling = False
        for name, words in (("unit", Unit), ("polarity", Polarity), ("frequency", Frequency)):
            for each in words:
                self._box(name).addItem(str(each), str(each))
        for kind in TargetKind:
            ui.target_kind.addItem(str(kind), str(kind))
        for name in _LINES:
            self._line(name).editingFinished.connect(
                lambda name=name: self._keep(name, self._line(name).text().strip())
            )
        for name in _TEXTS:
            self._text(name).installEventFilter(self)
        for name in _NUMBERS:
            self._number(name).editingFinished.connect(
                lambda name=name: self._keep(name, self._number(name).value())
            )
        for name in _CHOICES:
            self._box(name).activated.connect(
                lambda _, name=name: self._keep(name, self._box(name).currentData())
            )
        ui.target_kind.activated.connect(lambda _: self._pick_target())
        for field, name in _TARGET_LINES.items():
            self._line(name).editingFinished.connect(
                lambda field=field, name=name: self._keep_target_number(field, name)
            )
        ui.target_source.editingFinished.connect(
            lambda: self._keep_target("source", ui.target_source.text().strip())
        )
        ui.groups.itemChanged.connect(self._keep_groups)

    def show(self, code: str) -> None:
        """Fill the fields from the pack; none for an empty code."""
        self._code = code
        self._ui.form_holder.setEnabled(bool(code))
        if not code:
            return
        self._filling = True
        catalogue = self._context.workbench.catalogue
        fields = self._context.workbench.record(RecordKind.INDICATOR, code)
        supporting = [(i.name, i.code) for i in catalogue.indicators if i.is_supporting]
        self._offer("priority", [("supporting, not shown", ""), *_coded(catalogue.priorities)])
        self._offer("denominator", [("nothing", ""), *supporting])
        self._offer("footprint", _coded(catalogue.areas))
        for name in _LINES:
            self._line(name).setText(str(fields.get(name, "")))
        for name in _TEXTS:
            self._text(name).setPlainText(str(fields.get(name, "")))
        for name in _NUMBERS:
            value = fields.get(name)
            self._number(name).setValue(value if isinstance(value, int) else 0)
        for name in _CHOICES:
            self._box(name).setCurrentIndex(self._box(name).findData(fields.get(name)))
        self._show_target(fields.get("target"))
        self._show_groups(fields.get("groups"))
        self._filling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a text box keeps what was written."""
        if event.type() == QEvent.Type.FocusOut:
            for name in _TEXTS:
                if watched is self._text(name):
                    self._keep(name, self._text(name).toPlainText().strip())
        return super().eventFilter(watched, event)

    def _show_target(self, target: Json) -> None:
        fields = target if isinstance(target, dict) else {}
        self._ui.target_kind.setCurrentIndex(self._ui.target_kind.findData(fields.get("kind")))
        for field, name in _TARGET_LINES.items():
            value = fields.get(field)
            shown = f"{value:g}" if isinstance(value, (int, float)) else ""
            self._line(name).setText(shown)
        self._ui.target_source.setText(str(fields.get("source") or ""))
        self._enable_target(TargetKind(str(fields.get("kind") or TargetKind.NONE)))

    def _show_groups(self, chosen: Json) -> None:
        codes = chosen if isinstance(chosen, list) else []
        self._ui.groups.clear()
        for group in self._context.workbench.catalogue.groups:
            item = QListWidgetItem(group.name, self._ui.groups)
            item.setData(_CODE, group.code)
            ticked = group.code in codes
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _keep(self, field: str, value: Json) -> None:
        if self._filling or not self._code:
            return
        if field == "name" and not value:
            self._refuse(_nameless)
            return
        label = getattr(self._ui, f"{field}_label").text().replace("&", "").lower()
        self._edit(field, value, label)

    def _pick_target(self) -> None:
        """Keep the picked kind, once it has the numbers that it needs."""
        kind = TargetKind(self._ui.target_kind.currentData())
        self._enable_target(kind)
        if not self._lacks_numbers(kind):
            self._keep_target("kind", str(kind))

    def _lacks_numbers(self, kind: TargetKind) -> bool:
        lacks_low = kind in _LOW and not self._ui.target_low.text().strip()
        return lacks_low or (kind in _HIGH and not self._ui.target_high.text().strip())

    def _enable_target(self, kind: TargetKind) -> None:
        self._ui.target_low.setEnabled(kind in _LOW)
        self._ui.target_high.setEnabled(kind in _HIGH)
        judged = kind is not TargetKind.NONE
        self._ui.target_amber.setEnabled(judged)
        self._ui.target_source.setEnabled(judged)

    def _keep_target(self, field: str, value: Json) -> None:
        if self._filling or not self._code:
            return
        target = self._context.workbench.record(RecordKind.INDICATOR, self._code)["target"]
        kind = TargetKind(self._ui.target_kind.currentData())
        if isinstance(target, dict) and not self._lacks_numbers(kind):
            numbers = {
                "low": _number(self._ui.target_low.text()) if kind in _LOW else None,
                "high": _number(self._ui.target_high.text()) if kind in _HIGH else None,
            }
            self._edit("target", {**target, **numbers, "kind": str(kind), field: value}, "target")

    def _keep_target_number(self, field: str, name: str) -> None:
        text = self._line(name).text().strip()
        value = _number(text)
        if text and value is None:
            self._refuse(lambda: _no_number(text))
        elif value is not None:
            self._keep_target(field, value)

    def _keep_groups(self) -> None:
        if self._filling or not self._code:
            return
        items = [self._ui.groups.item(row) for row in range(self._ui.groups.count())]
        codes: Json = [i.data(_CODE) for i in items if i.checkState() is Qt.CheckState.Checked]
        self._edit("groups", codes, "comparator groups")

    def _edit(self, field: str, value: Json, label: str) -> None:
        name = self._context.workbench.catalogue.indicator(self._code).name
        self._refuse(
            lambda: self._context.edit_field(
                RecordKind.INDICATOR, self._code, field, value, f"{label} of {name}"
            )
        )

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        box = self._box(name)
        box.clear()
        for words, code in choices:
            box.addItem(words, code)

    def _line(self, name: str) -> QLineEdit:
        return _typed(getattr(self._ui, name), QLineEdit)

    def _text(self, name: str) -> QPlainTextEdit:
        return _typed(getattr(self._ui, name), QPlainTextEdit)

    def _number(self, name: str) -> QSpinBox:
        return _typed(getattr(self._ui, name), QSpinBox)

    def _box(self, name: str) -> QComboBox:
        return _typed(getattr(self._ui, name), QComboBox)


def _typed(widget: object, kind: type[_Widget]) -> _Widget:
    assert isinstance(widget, kind)
    return widget


def _coded(items: Sequence[Priority] | Sequence[Area]) -> list[tuple[str, str]]:
    return [(item.name, item.code) for item in items]


def _number(text: str) -> float | None:
    try:
        return float(text.strip().rstrip("%").replace(",", ""))
    except ValueError:
        return None


def _nameless() -> None:
    raise SaferError("An indicator needs a name.")


def _no_number(text: str) -> None:
    raise SaferError(f"'{text}' is no number.")
