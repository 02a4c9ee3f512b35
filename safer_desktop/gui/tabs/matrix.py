"""The risk/harm matrix: the editable ranking, its history, its pictures, and what biases it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.gui.charts.painted import announce
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.incident_type import IncidentTypeDialog
from safer_desktop.gui.dialogs.scheme import SchemeDialog
from safer_desktop.gui.forms.ui_matrix_tab import Ui_MatrixTab
from safer_desktop.gui.messages import ask, show_error
from safer_desktop.gui.models.matrix_cells import Column
from safer_desktop.gui.models.matrix_model import MatrixModel
from safer_desktop.gui.widgets.matrix_context import MatrixContext
from safer_desktop.gui.widgets.matrix_pictures import MatrixPictures
from safer_desktop.gui.widgets.tracing import add_origin, offer_menu
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.scheme import MatrixRow
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.subjects import MatrixOf, Subject

_KINDS = frozenset({RecordKind.INCIDENT_TYPE, RecordKind.SCHEME, RecordKind.COUNCIL})
_SHARES = (940, 426)


_PARTS = {
    Column.RANK: MatrixPart.RANK,
    Column.COUNT: MatrixPart.COUNT,
    Column.SHARE: MatrixPart.SHARE,
    Column.PROBABILITY: MatrixPart.PROBABILITY,
    Column.HARM: MatrixPart.HARM,
    Column.RISK: MatrixPart.RISK,
    Column.CLASS: MatrixPart.CLASS,
    Column.SCORED_BY: MatrixPart.HARM,
}
"""What each column shows of a row; the others stand for the whole row."""


class MatrixTab(QWidget):
    """The matrix of the picked area; counts follow the area, scores are the county's own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._wanted = ""
        self.ui = Ui_MatrixTab()
        self.ui.setupUi(self)

        # Widgets
        self.model = MatrixModel(context, self._take_why, self)
        self.ui.table.setModel(self.model)
        self.ui.table.share_out()
        self.pictures = MatrixPictures(context, self)
        self.ui.side.add_page("&Pictures", self.pictures)
        self.in_context = MatrixContext(context, self)
        self.ui.side.add_page("&In context", self.in_context)
        self.ui.columns.setSizes(list(_SHARES))
        self.ui.columns.setStretchFactor(0, 2)
        self.ui.columns.setStretchFactor(1, 1)
        self._say("")

        self.model.refused.connect(self._say)
        self.model.noted.connect(self._note)
        self.ui.table.selectionModel().currentChanged.connect(self._select)
        offer_menu(self.ui.table, self._menu)
        self.ui.add.clicked.connect(self.ask_to_add)
        self.ui.change.clicked.connect(self.ask_to_change)
        self.ui.remove.clicked.connect(self.ask_to_remove)
        self.ui.origin.clicked.connect(self.show_origin)
        self.ui.scheme.clicked.connect(self.show_scheme)
        for signal in (context.area_changed, context.edition_changed, context.data_changed):
            signal.connect(self._outdate)
        context.records_changed.connect(self._records_changed)

    # What others ask

    @property
    def current(self) -> MatrixRow | None:
        """The row of the selected cell."""
        return self.model.row(self.ui.table.currentIndex().row())

    def refresh(self) -> None:
        """Score and show the matrix now."""
        self._stale = False
        try:
            matrix = self._context.workbench.matrix(self._context.area)
        except SaferError as error:
            self.ui.heading.setText("The matrix cannot be scored")
            self._say(str(error))
            return
        self.model.set_matrix(matrix)
        self._fill_words(matrix)
        self.ui.side.show_matrix(matrix)
        self._restore_selection()
        self._select(self.ui.table.currentIndex())

    def ask_to_add(self) -> None:
        """Ask for a new incident type."""
        self._open_type_dialog(None)

    def ask_to_change(self) -> None:
        """Ask for another name or series of the selected incident type."""
        row = self.current
        if row is not None:
            self._open_type_dialog(row)

    def ask_to_remove(self) -> None:
        """Ask whether to remove the selected incident type."""
        row = self.current
        if row is None:
            return
        ask(
            "Remove an incident type",
            f"Remove {row.type.name} from the matrix?",
            "&Remove",
            lambda yes: self.remove(row) if yes else None,
            more="Its scores and note go with it. Undo brings them back.",
            parent=self,
        )

    def remove(self, row: MatrixRow) -> None:
        """Remove an incident type, undoably."""
        kind, code = RecordKind.INCIDENT_TYPE, row.type.code
        change = FieldChange(
            RecordRef(kind, code), "", self._context.workbench.record(kind, code), None
        )
        edit = Edit(f"removal of {row.type.name}", (change,), self._take_why())
        try:
            self._context.apply(edit)
        except SaferError as error:
            show_error(error, title="Remove an incident type", parent=self)

    def show_origin(self) -> None:
        """Show where the selected number comes from."""
        subject = self._subject()
        if subject is not None:
            self._context.show_origin(subject)

    def traced(self) -> Subject | None:
        """The selected number, or the point or bar that is read out."""
        return self.ui.side.traced() or self._subject()

    def _subject(self) -> Subject | None:
        row, column = self.current, Column(max(self.ui.table.currentIndex().column(), 0))
        part = _PARTS.get(column, MatrixPart.ROW)
        return MatrixOf(self._context.area, row.type.code, part) if row else None

    def show_scheme(self) -> None:
        """Open the scheme."""
        SchemeDialog(self._context, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        """The matrix is scored when it is looked at."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # Refreshing

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & _KINDS or RecordKind.INDICATOR in kinds:
            self._say("")
            self._outdate()

    def _fill_words(self, matrix: Matrix) -> None:
        self.ui.heading.setText(_title(matrix))
        ranked = sum(row.rank is not None for row in matrix.rows)
        self.ui.subheading.setText(
            f"{matrix.scheme.name}, version {matrix.scheme.version}. {matrix.title}. "
            f"{ranked} of {len(matrix.rows)} incident types are scored."
        )

    def _restore_selection(self) -> None:
        if self._wanted in self.model.codes:
            number = self.model.codes.index(self._wanted)
            self.ui.table.setCurrentIndex(self.model.index(number, Column.HARM))
        elif not self.ui.table.currentIndex().isValid() and self.model.codes:
            self.ui.table.setCurrentIndex(self.model.index(0, Column.HARM))
        self._wanted = ""
        self.ui.table.scrollTo(self.ui.table.currentIndex())

    def _select(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        for button in (self.ui.change, self.ui.remove, self.ui.origin):
            button.setEnabled(row is not None)
        self.ui.side.show_row(row)

    # Words and menus

    def _say(self, words: str) -> None:
        self._show_message(words, "bad")

    def _note(self, words: str) -> None:
        self._show_message(words, "quiet")

    def _show_message(self, words: str, tone: str) -> None:
        message = self.ui.message
        message.setProperty("chip", tone)
        message.style().unpolish(message)
        message.style().polish(message)
        message.setText(words)
        message.setVisible(bool(words))
        if words:
            announce(message, words)

    def _take_why(self) -> str:
        why: str = self.ui.why.text().strip()
        self.ui.why.clear()
        return why

    def _open_type_dialog(self, row: MatrixRow | None) -> None:
        dialog = IncidentTypeDialog(self._context, row.type if row else None, self)
        dialog.accepted.connect(lambda: self._want(dialog.code))
        dialog.open()

    def _want(self, code: str) -> None:
        self._wanted = code
        self._restore_selection()

    def _menu(self, at: QPoint) -> None:
        if not self.ui.table.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Copy", self.ui.table.copy_cells)
        menu.addAction("&Paste", self.ui.table.paste_cells)
        menu.addAction("&Empty", self.ui.table.clear_cells)
        menu.addSeparator()
        add_origin(menu, self._context, self._subject())
        menu.addAction("C&hange the incident type...", self.ask_to_change)
        menu.addAction("&Remove the incident type...", self.ask_to_remove)
        menu.popup(self.ui.table.viewport().mapToGlobal(at))


def _title(matrix: Matrix) -> str:
    first = [row for row in matrix.rows if row.rank == 1]
    if not first or first[0].risk is None:
        return "No incident type is scored yet"
    names = " and ".join(row.type.name for row in first[:2])
    if len(first) > 2:
        names = f"{len(first)} incident types"
    return f"Highest risk score: {names}, {first[0].risk:g} ({first[0].risk_class})"
