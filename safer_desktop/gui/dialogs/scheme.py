"""The schemes of the risk/harm matrix: looked at, used, copied, changed, passed on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.files import ask_scheme_to_open, ask_scheme_to_save
from safer_desktop.gui.forms.ui_scheme_dialog import Ui_SchemeDialog
from safer_desktop.gui.models.scheme_rows import HEADERS, rows_of, scheme_from
from safer_desktop.gui.widgets.rows_table import RowsTable
from safer_desktop.risk.formulas import WORDS
from safer_desktop.risk.scheme import Scheme, SchemeError
from safer_desktop.workbench import schemes

_SCORED = ("factors", "levels", "bands")


class SchemeDialog(QDialog):
    """Edits a copy of one scheme, checks it as it is typed, and applies it as one edit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._old = context.workbench.scheme
        self._all: tuple[Scheme, ...] = ()
        self.ui = Ui_SchemeDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._confirm = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)

        # Widgets
        ui = self.ui
        self._tables: dict[str, RowsTable] = {
            "factors": ui.factors,
            "levels": ui.levels,
            "bands": ui.bands,
            "weights": ui.weights,
            "classes": ui.classes,
            "confidences": ui.confidences,
        }
        buttons = {
            "factors": (ui.factors_add, ui.factors_remove),
            "levels": (ui.levels_add, ui.levels_remove),
            "bands": (ui.bands_add, ui.bands_remove),
            "weights": (ui.weights_add, ui.weights_remove),
            "classes": (ui.classes_add, ui.classes_remove),
            "confidences": (ui.confidences_add, ui.confidences_remove),
        }
        for name, table in self._tables.items():
            table.set_up(HEADERS[name], name, *buttons[name])
            table.edited.connect(self.check)
        for line in (ui.name, ui.meaning, ui.why):
            line.textChanged.connect(self.check)
        ui.log_volume.toggled.connect(self.check)
        ui.schemes.activated.connect(lambda place: self._show(self._all[place]))
        ui.use.clicked.connect(self.use)
        ui.copy.clicked.connect(self.copy)
        ui.take_in.clicked.connect(self._ask_to_take_in)
        ui.pass_on.clicked.connect(self._ask_to_pass_on)
        ui.remove.clicked.connect(self.remove)
        ui.buttons.accepted.connect(self.accept)
        self._show(self._old)

    def scheme(self) -> Scheme:
        """The scheme as it is typed; raises :class:`SchemeError` where it cannot stand."""
        ui = self.ui
        typed = replace(
            scheme_from(self._old, {name: table.rows() for name, table in self._tables.items()}),
            name=ui.name.text().strip(),
            meaning=ui.meaning.text().strip(),
            log_volume=ui.log_volume.isChecked(),
        )
        schemes.change_edit(self._context.workbench, typed, "")
        return typed

    def check(self) -> None:
        """Say what is still to be settled; only a sound, changed, reasoned scheme can be made."""
        words = self._outstanding()
        self._say(words)
        self._confirm.setEnabled(not words)

    def accept(self) -> None:
        """Apply the new version."""
        bench, why = self._context.workbench, self.ui.why.text().strip()
        try:
            self._context.apply(schemes.change_edit(bench, self.scheme(), why))
        except SaferError as error:
            self._say(str(error))
            return
        super().accept()

    def use(self) -> None:
        """Score the matrix by the scheme that is shown, undoably."""
        self._apply(schemes.use_edit(self._context.workbench, self._old), self._old)

    def copy(self) -> None:
        """Make a copy of the scheme that is shown, with its scores, and show it."""
        bench = self._context.workbench
        taken = {it.name for it in self._all}
        name, number = f"{self._old.name}, own copy", 2
        while name in taken:
            name, number = f"{self._old.name}, own copy {number}", number + 1
        made, edit = schemes.copy_edit(bench, self._old, name)
        self._apply(edit, made)
        self.ui.name.setFocus()
        self.ui.name.selectAll()

    def take_in(self, path: Path) -> None:
        """Add the scheme in a file, and show it; what is wrong with it is said."""
        try:
            made, edit = schemes.add_edit(self._context.workbench, schemes.from_file(path))
        except SaferError as error:
            self._say(str(error))
            return
        self._apply(edit, made)

    def pass_on(self, path: Path) -> None:
        """Write the scheme that is shown, as the pack has it, to a file."""
        try:
            schemes.export(self._old, path)
        except SaferError as error:
            self._say(str(error))
            return
        self._say(f"Written to {path.name}.")

    def remove(self) -> None:
        """Take the scheme that is shown out of the pack; Undo brings it back."""
        bench = self._context.workbench
        try:
            self._context.apply(schemes.remove_edit(bench, self._old))
        except SaferError as error:
            self._say(str(error))
            return
        self._show(bench.scheme)

    def _apply(self, edit: Edit, shown: Scheme) -> None:
        try:
            self._context.apply(edit)
        except SaferError as error:
            self._say(str(error))
            return
        self._show(shown)

    def _ask_to_take_in(self) -> None:
        path = ask_scheme_to_open(self)
        if path:
            self.take_in(path)

    def _ask_to_pass_on(self) -> None:
        path = ask_scheme_to_save(self, self._old.name)
        if path:
            self.pass_on(path)

    def _outstanding(self) -> str:
        try:
            typed = self.scheme()
        except SchemeError as error:
            return error.what
        if typed == self._old:
            return "Nothing is changed yet."
        return "" if self.ui.why.text().strip() else "Say why it is changed."

    def _say(self, words: str) -> None:
        self.ui.message.setText(words)
        self.ui.message.setVisible(bool(words))

    def _show(self, scheme: Scheme) -> None:
        ui, bench = self.ui, self._context.workbench
        self._all = schemes.schemes(bench)
        self._old = scheme
        used = bench.scheme.code
        ui.schemes.clear()
        ui.schemes.addItems(
            [f"{it.name} (in use)" if it.code == used else it.name for it in self._all]
        )
        ui.schemes.setCurrentIndex([it.code for it in self._all].index(scheme.code))
        ui.use.setEnabled(scheme.code != used)
        ui.remove.setEnabled(
            scheme.code != used and bench.has_record(RecordKind.SCHEME, scheme.code)
        )
        self._fill(scheme)
        self.check()

    def _fill(self, scheme: Scheme) -> None:
        ui = self.ui
        self._confirm.setText(f"Make &version {scheme.version + 1}")
        ui.source.setText(f"Version {scheme.version}. {scheme.source}")
        words = WORDS[scheme.formula]
        ui.formula.setText(f"{words.name}. {words.means}")
        for line, text in ((ui.name, scheme.name), (ui.meaning, scheme.meaning), (ui.why, "")):
            line.blockSignals(True)
            line.setText(text)
            line.setCursorPosition(0)
            line.blockSignals(False)
        ui.log_volume.blockSignals(True)
        ui.log_volume.setChecked(scheme.log_volume)
        ui.log_volume.blockSignals(False)
        ui.log_volume.setVisible(not scheme.cardinal)
        rows = rows_of(scheme)
        for name, table in self._tables.items():
            table.set_rows(rows[name])
        for place, name in enumerate(self._tables):
            needless = _SCORED if scheme.cardinal else ("weights",)
            ui.tables.setTabVisible(place, name not in needless)
