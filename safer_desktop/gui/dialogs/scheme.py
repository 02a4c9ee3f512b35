"""The scheme of the risk/harm matrix: bands, harm scale, classes; a change makes a new version."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_scheme_dialog import Ui_SchemeDialog
from safer_desktop.risk.checks import check_scheme, check_types
from safer_desktop.risk.scheme import (
    Factor,
    Level,
    RiskClass,
    Scheme,
    SchemeError,
    VolumeBand,
)
from safer_desktop.workbench.matrix_edits import scheme_change


class SchemeDialog(QDialog):
    """Edits a copy of the scheme, checks it as it is typed, and applies it as one edit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._old = context.workbench.scheme
        self.ui = Ui_SchemeDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._confirm = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._confirm.setText(f"&Make version {self._old.version + 1}")

        # Widgets
        ui = self.ui
        ui.bands.set_up(
            ("From share (%)", "Probability score"), "probability", ui.bands_add, ui.bands_remove
        )
        ui.classes.set_up(
            ("Class", "From risk score"), "classes", ui.classes_add, ui.classes_remove
        )
        ui.levels.set_up(("Harm score", "Meaning"), "harm", ui.levels_add, ui.levels_remove)
        ui.confidences.set_up(("Grade",), "confidence", ui.confidences_add, ui.confidences_remove)
        self._fill(self._old)

        for table in (ui.bands, ui.classes, ui.levels, ui.confidences):
            table.edited.connect(self.check)
        for line in (ui.name, ui.why):
            line.textChanged.connect(self.check)
        for box in (ui.harm_min, ui.harm_max):
            box.valueChanged.connect(self.check)
        ui.buttons.accepted.connect(self.accept)
        self.check()

    def scheme(self) -> Scheme:
        """The scheme as it is typed, one version on; raises :class:`SchemeError`."""
        ui = self.ui
        if not ui.name.text().strip():
            raise SchemeError("The scheme has no name.")
        typed = replace(
            self._old,
            name=ui.name.text().strip(),
            version=self._old.version + 1,
            bands=tuple(
                VolumeBand(_number(share, "share"), _whole(score, "probability score"))
                for share, score in ui.bands.rows()
            ),
            factors=self._factors(),
            classes=tuple(
                RiskClass(name, _number(score, "risk score")) for name, score in ui.classes.rows()
            ),
            confidences=tuple(grade for (grade,) in ui.confidences.rows()),
        )
        check_scheme(typed)
        check_types(self._context.workbench.incident_types, typed)
        self._check_grades(typed)
        return typed

    def check(self) -> None:
        """Say what is still to be settled; only a sound, changed, reasoned scheme can be made."""
        words = self._outstanding()
        self.ui.message.setText(words)
        self.ui.message.setVisible(bool(words))
        self._confirm.setEnabled(not words)

    def accept(self) -> None:
        """Apply the new version."""
        try:
            self._context.apply(self._edit(self.scheme()))
        except SaferError as error:
            self.ui.message.setText(str(error))
            self.ui.message.setVisible(True)
            return
        super().accept()

    def _outstanding(self) -> str:
        try:
            typed = self.scheme()
        except SchemeError as error:
            return error.what
        if replace(typed, version=self._old.version) == self._old:
            return "Nothing is changed yet."
        return "" if self.ui.why.text().strip() else "Say why it is changed."

    def _factors(self) -> tuple[Factor, ...]:
        ui = self.ui
        levels = tuple(
            Level(_whole(score, "harm score"), meaning) for score, meaning in ui.levels.rows()
        )
        scores = [_whole(score, "probability score") for _, score in ui.bands.rows()] or [0]
        likely, harm = self._old.factors
        return (
            replace(likely, lowest=min(scores), highest=max(scores)),
            replace(harm, lowest=ui.harm_min.value(), highest=ui.harm_max.value(), levels=levels),
        )

    def _edit(self, new: Scheme) -> Edit:
        old = self._context.workbench.record(RecordKind.SCHEME, new.code)
        changes = scheme_change(old, new)
        return Edit(f"scheme, version {new.version}", changes, self.ui.why.text().strip())

    def _check_grades(self, scheme: Scheme) -> None:
        used = {t.confidence for t in self._context.workbench.incident_types if t.confidence}
        gone = sorted(used - set(scheme.confidences))
        if gone:
            raise SchemeError(f"The grade {gone[0]} is still used in the matrix.")

    def _fill(self, scheme: Scheme) -> None:
        ui = self.ui
        ui.source.setText(f"Version {scheme.version}. {scheme.source}")
        ui.name.setText(scheme.name)
        ui.harm_min.setValue(scheme.harm_min)
        ui.harm_max.setValue(scheme.harm_max)
        ui.bands.set_rows([(f"{b.from_share:g}", str(b.score)) for b in scheme.bands])
        ui.classes.set_rows([(c.name, f"{c.from_score:g}") for c in scheme.classes])
        ui.levels.set_rows([(str(level.score), level.meaning) for level in scheme.harm_levels])
        ui.confidences.set_rows([(grade,) for grade in scheme.confidences])


def _number(text: str, noun: str) -> float:
    return _read(text, noun, float)


def _whole(text: str, noun: str) -> int:
    return int(_read(text, noun, int))


def _read(text: str, noun: str, kind: Callable[[str], float]) -> float:
    try:
        value = kind(text.replace(",", "").rstrip("% "))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SchemeError(f"'{text}' is no {noun}.")
    return value
