"""The matrix's past, beside its table: frozen editions, what moved since, every change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.changes import ChangesDialog
from safer_desktop.gui.dialogs.freeze import FreezeDialog
from safer_desktop.gui.dialogs.movement import MovementDialog
from safer_desktop.gui.forms.ui_matrix_history import Ui_MatrixHistory
from safer_desktop.gui.messages import ask, show_error
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_from
from safer_desktop.gui.widgets.side_pages import MatrixPage
from safer_desktop.risk.editions import MatrixEdition
from safer_desktop.risk.scheme import MatrixRow
from safer_desktop.workbench import matrix_editions
from safer_desktop.workbench.bench import Matrix

HEADERS = ("Board", "Area", "Highest risk", "Frozen", "Seal")
_WIDTHS = (90, 100, 120, 90)
_NONE = (
    "No edition is frozen yet. Freeze the matrix when a board has seen it: then the next one can "
    "be compared with it, on screen and in the paper."
)
_SOME = "Each is sealed: it cannot be changed, and gives the same results whenever it is worked out"


class MatrixHistory(MatrixPage):
    """Freezes, compares and removes editions; opens the changes of the matrix."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._matrix: Matrix | None = None
        self._row: MatrixRow | None = None
        self._editions: tuple[MatrixEdition, ...] = ()
        self._faults: tuple[tuple[str, ...], ...] = ()
        self.ui = Ui_MatrixHistory()
        self.ui.setupUi(self)
        ui = self.ui
        self.model = TextTableModel(self)
        self.model.set_table(HEADERS, ())
        ui.editions.setModel(self.model)
        ui.editions.verticalHeader().hide()
        for column, width in enumerate(_WIDTHS):
            ui.editions.horizontalHeader().resizeSection(column, width)
        ui.editions.horizontalHeader().setStretchLastSection(True)
        ui.editions.selectionModel().currentChanged.connect(lambda *_: self._tell())
        ui.editions.activated.connect(lambda _: self.show_movement())
        ui.freeze.clicked.connect(self.ask_to_freeze)
        ui.compare.clicked.connect(self.show_movement)
        ui.forget.clicked.connect(self.ask_to_remove)
        ui.changes.clicked.connect(self.show_changes)
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), ui.editions)
        copied.setContext(Qt.ShortcutContext.WidgetShortcut)
        copied.activated.connect(lambda: copy_from(ui.editions))
        context.records_changed.connect(self._records_changed)

    @property
    def edition(self) -> MatrixEdition | None:
        """The selected edition."""
        row = self.ui.editions.currentIndex().row()
        return self._editions[row] if 0 <= row < len(self._editions) else None

    def show_matrix(self, matrix: Matrix) -> None:
        """Offer to freeze this matrix, and to compare it."""
        self._matrix = matrix
        self._refresh()

    def show_row(self, row: MatrixRow | None) -> None:
        """The changes that are opened are those of this row's type."""
        self._row = row
        self.ui.changes.setText(f"All &changes of {row.type.name}…" if row else "All &changes…")

    def ask_to_freeze(self) -> None:
        """Ask for which board the matrix is frozen."""
        matrix = self._matrix
        if matrix is None:
            return
        dialog = FreezeDialog(matrix, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._freeze(matrix, dialog))
        dialog.open()

    def show_movement(self) -> None:
        """Compare the selected edition with the matrix as it is now."""
        if self._matrix is not None and self._editions:
            code = self.edition.code if self.edition else ""
            self._open(MovementDialog(self._context, self._matrix, code, self))

    def ask_to_remove(self) -> None:
        """Ask whether to remove the selected edition."""
        edition = self.edition
        if edition is None:
            return
        ask(
            "Remove a frozen edition",
            f"Remove the edition '{edition.label}'?",
            "&Remove",
            lambda yes: self._remove(edition) if yes else None,
            more="The audit trail keeps what it was. Undo brings it back.",
            parent=self,
        )

    def show_changes(self) -> None:
        """Open the changes of the selected type, or of all."""
        row, bench = self._row, self._context.workbench
        record = RecordRef(RecordKind.INCIDENT_TYPE, row.type.code) if row else None
        trail = matrix_editions.trail(bench)
        self._open(ChangesDialog(self._context, trail, "Changes of the matrix", record, self))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _freeze(self, matrix: Matrix, dialog: FreezeDialog) -> None:
        bench = self._context.workbench
        try:
            edition = matrix_editions.frozen(bench, matrix, dialog.board_date, dialog.why)
            self._context.apply(matrix_editions.freeze_edit(edition))
        except SaferError as error:
            show_error(error, title="Freeze the matrix", parent=self)

    def _remove(self, edition: MatrixEdition) -> None:
        try:
            self._context.apply(matrix_editions.removal_edit(self._context.workbench, edition.code))
        except SaferError as error:
            show_error(error, title="Remove a frozen edition", parent=self)

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if RecordKind.MATRIX_EDITION in kinds:
            self._refresh()

    def _refresh(self) -> None:
        bench = self._context.workbench
        self._editions = matrix_editions.editions(bench)
        self._faults = tuple(matrix_editions.check(bench, it.code) for it in self._editions)
        self.model.set_table(
            HEADERS,
            tuple(_line(*pair) for pair in zip(self._editions, self._faults, strict=True)),
        )
        self.ui.explanation.setText(f"{_SOME}." if self._editions else _NONE)
        if self._editions:
            self.ui.editions.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        edition = self.edition
        for button in (self.ui.compare, self.ui.forget):
            button.setEnabled(edition is not None)
        words = ""
        if edition:
            found = self._faults[self._editions.index(edition)]
            why = f" Why: {edition.why}." if edition.why else ""
            words = " ".join(found) or (
                f"{edition.inputs.scheme.name}, version {edition.inputs.scheme.version}; "
                f"{len(edition.rows)} incident types, counted {edition.counted}, from "
                f"{len(edition.files)} files. Frozen by {edition.frozen_by}.{why} Seal "
                f"{edition.digest[:12]}."
            )
        self.ui.state.setText(words)


def _line(edition: MatrixEdition, faults: tuple[str, ...]) -> tuple[str, ...]:
    first = [row.type.name for row in edition.rows if row.rank == 1]
    return (
        f"{edition.board_date.day} {edition.board_date:%b %Y}",
        edition.area_name,
        ", ".join(first) or "none scored",
        f"{edition.frozen_at.astimezone():%d %b %Y}",
        "Broken: see below" if faults else "Whole",
    )
