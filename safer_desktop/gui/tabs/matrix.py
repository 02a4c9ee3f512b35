"""The risk/harm matrix: the table that is scored in, and the pages about it beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, FieldChange, RecordKind, RecordRef
from safer_desktop.gui.actions import Act
from safer_desktop.gui.charts.reading import announce
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.incident_type import IncidentTypeDialog
from safer_desktop.gui.dialogs.scheme import SchemeDialog
from safer_desktop.gui.forms.ui_matrix_tab import Ui_MatrixTab
from safer_desktop.gui.messages import ask, show_error
from safer_desktop.gui.models.matrix_columns import TYPE
from safer_desktop.gui.models.matrix_entries import Plan
from safer_desktop.gui.models.matrix_model import MatrixModel
from safer_desktop.gui.models.matrix_order import UNSCORED
from safer_desktop.gui.widgets.firmness_panel import FirmnessPanel
from safer_desktop.gui.widgets.matrix_context import MatrixContext
from safer_desktop.gui.widgets.matrix_history import MatrixHistory
from safer_desktop.gui.widgets.matrix_pictures import MatrixPictures
from safer_desktop.gui.widgets.picker import Picker
from safer_desktop.gui.widgets.tracing import add_origin, offer_menu
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.risk.scheme import MatrixRow
from safer_desktop.risk.words import NOUNS, amount
from safer_desktop.workbench.bench import Matrix
from safer_desktop.workbench.matrices import MatrixSpan, age_words, ages
from safer_desktop.workbench.subjects import MatrixOf, Subject

_KINDS = frozenset({RecordKind.INCIDENT_TYPE, RecordKind.SCHEME, RecordKind.COUNCIL})
_SHARES = (900, 466)
_ANY_CLASS = "All"
_MOST_TOLD = 8
_SETTLED_AFTER = 600
"""Milliseconds without a change after which the columns' arrangement is kept."""


class MatrixTab(QWidget):
    """The matrix of the picked area; counts follow the area, scores are the county's own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._sort = True
        self._span: MatrixSpan | None = None
        self.ui = Ui_MatrixTab()
        self.ui.setupUi(self)

        # Widgets
        self.model = MatrixModel(context, self._why, self.ui.why.clear, self)
        self.ui.table.setModel(self.model)
        self.span = Picker("Counted", "The months for which incidents are counted", self)
        self.span.setProperty("role", "chart")
        self.ui.filter_row.insertWidget(self.ui.filter_row.count() - 1, self.span)
        self.columns_menu = QMenu(self)
        self.ui.columns_button.setMenu(self.columns_menu)
        self._arranged = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self.pictures = MatrixPictures(context, self)
        self.ui.side.add_page("&Pictures", self.pictures)
        self.in_context = MatrixContext(context, self)
        self.ui.side.add_page("In conte&xt", self.in_context)
        self.history = MatrixHistory(context, self)
        self.ui.side.add_page("Histor&y", self.history)
        self.firmness = FirmnessPanel(context, self)
        self.ui.side.add_page("How fir&m?", self.firmness)
        self.ui.columns.setSizes(list(_SHARES))
        self.ui.columns.setStretchFactor(0, 2)
        self.ui.columns.setStretchFactor(1, 1)
        self.ui.sort_again.setVisible(False)
        self._say("")
        self._connect()

    def _connect(self) -> None:
        context, table = self._context, self.ui.table
        self.model.refused.connect(self._say)
        self.model.noted.connect(self._note)
        self.model.doubted.connect(self._ask_about)
        self.model.made.connect(self.select)
        self.model.order_changed.connect(self._show_order)
        table.delegate.invalid.connect(self._say)
        table.selectionModel().currentChanged.connect(self._select)
        table.add_asked.connect(self.add)
        table.remove_asked.connect(self.ask_to_remove)
        table.leave_asked.connect(lambda: self.ui.side.setFocus(Qt.FocusReason.TabFocusReason))
        table.columns_changed.connect(self._arranged.start)
        self._arranged.timeout.connect(self._keep_columns)
        self.columns_menu.aboutToShow.connect(self._fill_columns_menu)
        header = table.horizontalHeader()
        header.sortIndicatorChanged.connect(self.model.sort)
        table.setSortingEnabled(True)
        offer_menu(table, self._menu)
        self.ui.add.clicked.connect(self.add)
        self.ui.change.clicked.connect(self.ask_to_change)
        self.ui.remove.clicked.connect(self.ask_to_remove)
        self.ui.origin.clicked.connect(self.show_origin)
        self.ui.rounds.clicked.connect(context.actions[Act.ROUNDS].trigger)
        self.ui.scheme.clicked.connect(self.show_scheme)
        self.ui.sort_again.clicked.connect(self.model.sort_again)
        self.ui.filter.textChanged.connect(self._filter)
        self.ui.class_filter.activated.connect(self._filter)
        self.span.picked.connect(self.show_span)
        for signal in (context.area_changed, context.edition_changed, context.data_changed):
            signal.connect(self._outdate_counts)
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
            matrix = self._context.workbench.matrix(self._context.area, self._span)
        except SaferError as error:
            self.ui.heading.setText("The matrix cannot be scored")
            self._say(str(error))
            return
        scheme = self.model.scheme
        self.model.set_matrix(matrix, ages(matrix), sort=self._sort)
        self._sort = False
        if matrix.scheme != scheme:
            self._scheme_changed(matrix)
        self._fill_words(matrix)
        if not self.ui.table.currentIndex().isValid() and self.model.codes:
            self.ui.table.go_to(self.model.index(0, self.model.place(TYPE)))
        self._select(self.ui.table.currentIndex())
        self.ui.side.show_matrix(matrix)

    def show_span(self, span: MatrixSpan) -> None:
        """Count the incidents of these months."""
        self._span = span
        self._outdate_counts()

    def select(self, code: str) -> None:
        """Go to an incident type."""
        if code in self.model.codes:
            row = self.model.codes.index(code)
            self.ui.table.go_to(self.model.index(row, self.model.place(TYPE)))

    def add(self) -> None:
        """Start to type the name of a new incident type below the last row."""
        self.ui.filter.clear()
        self.ui.class_filter.setCurrentIndex(0)
        self._filter()
        self.ui.table.edit_new_row()

    def ask_to_change(self) -> None:
        """Ask for another name or series of the selected incident type."""
        row = self.current
        if row is not None:
            IncidentTypeDialog(self._context, row.type, self).open()

    def ask_to_remove(self) -> None:
        """Ask whether to remove the selected incident types."""
        numbers = sorted({row for row, _ in self.ui.table.places()})
        rows = [row for number in numbers if (row := self.model.row(number)) is not None]
        if not rows:
            return
        what = rows[0].type.name if len(rows) == 1 else f"{len(rows)} incident types"
        ask(
            "Remove incident types",
            f"Remove {what} from the matrix?",
            "&Remove",
            lambda yes: self.remove(rows) if yes else None,
            more="Scores and notes go with them. Undo brings them back.",
            parent=self,
        )

    def remove(self, rows: list[MatrixRow]) -> None:
        """Remove incident types as one edit."""
        kind, bench = RecordKind.INCIDENT_TYPE, self._context.workbench
        codes = [row.type.code for row in rows]
        changes = tuple(
            FieldChange(RecordRef(kind, code), "", bench.record(kind, code), None) for code in codes
        )
        what = rows[0].type.name if len(rows) == 1 else f"{len(rows)} incident types"
        try:
            self._context.apply(Edit(f"removal of {what}", changes, self._why()))
            self.ui.why.clear()
        except SaferError as error:
            show_error(error, title="Remove incident types", parent=self)

    def show_origin(self) -> None:
        """Show where the selected number comes from."""
        subject = self._subject()
        if subject is not None:
            self._context.show_origin(subject)

    def traced(self) -> Subject | None:
        """The selected number, or the point or bar that is read out."""
        return self.ui.side.traced() or self._subject()

    def _subject(self) -> Subject | None:
        row, number = self.current, self.ui.table.currentIndex().column()
        if row is None:
            return None
        column = self.model.columns[number]
        factor = column.factor if column.part is MatrixPart.FACTOR else ""
        return MatrixOf(self._context.area, row.type.code, column.part, self._span, factor)

    def show_scheme(self) -> None:
        """Open the scheme."""
        SchemeDialog(self._context, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        """The matrix is scored when it is looked at."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """The columns' arrangement is kept at once: the window may be about to close."""
        super().hideEvent(event)
        if self._arranged.isActive():
            self._arranged.stop()
            self._keep_columns()

    # Refreshing

    def _outdate_counts(self) -> None:
        """Other counts: another order."""
        self._sort = True
        self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & _KINDS or RecordKind.INDICATOR in kinds:
            self._say("")
            self._outdate()

    def _scheme_changed(self, matrix: Matrix) -> None:
        self.ui.table.arrange(self._context.workbench.state.settings.matrix_columns)
        box, chosen = self.ui.class_filter, self.ui.class_filter.currentText()
        box.clear()
        box.addItem(_ANY_CLASS, "")
        for name in [*(it.name for it in reversed(matrix.scheme.classes)), UNSCORED]:
            box.addItem(name, name)
        box.setCurrentIndex(max(box.findText(chosen), 0))
        self._filter()

    def _fill_words(self, matrix: Matrix) -> None:
        self.ui.heading.setText(_title(matrix))
        ranked = sum(row.rank is not None for row in matrix.rows)
        old = age_words(matrix)
        self.ui.subheading.setText(
            f"{matrix.scheme.name}, version {matrix.scheme.version}. {matrix.title}. "
            f"{ranked} of {len(matrix.rows)} incident types are scored.{' ' if old else ''}{old}"
        )
        spans = self._context.workbench.matrix_spans(self._context.area)
        self.span.offer([(span, span.label) for span in spans], matrix.span)

    def _filter(self) -> None:
        self.model.set_filter(
            self.ui.filter.text().strip(), self.ui.class_filter.currentData() or ""
        )
        shown, hidden = len(self.model.codes), self.model.hidden
        self.ui.found.setText(f"{shown} of {shown + hidden} shown" if hidden else "")

    def _show_order(self, stale: bool) -> None:
        self.ui.sort_again.setVisible(stale)
        header = self.ui.table.horizontalHeader()
        column, order = self.model.sorted_by
        blocked = header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(blocked)

    def _select(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        for button in (self.ui.change, self.ui.remove, self.ui.origin):
            button.setEnabled(row is not None)
        self.ui.side.show_row(row)

    # Columns

    def _fill_columns_menu(self) -> None:
        self.columns_menu.clear()
        self.ui.table.fill_columns_menu(self.columns_menu)

    def _keep_columns(self) -> None:
        state, now = self._context.workbench.state, self.ui.table.arrangement()
        named = {entry.partition("|")[0] for entry in now}
        # What another scheme's own columns were given is kept for when it is chosen again.
        kept = tuple(
            it for it in state.settings.matrix_columns if it.partition("|")[0] not in named
        )
        if now and now + kept != state.settings.matrix_columns:
            state.update(matrix_columns=now + kept)

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

    def _ask_about(self, plan: Plan) -> None:
        """Some cells cannot stand: nothing is taken, or the good ones, as the user says."""
        count = len(plan.faults)
        told = [str(fault) for fault in plan.faults[:_MOST_TOLD]]
        if count > _MOST_TOLD:
            told.append(f"... and {count - _MOST_TOLD} more.")
        bad = "One cell cannot be taken" if count == 1 else f"{count} cells cannot be taken"
        if not plan.changes:
            self._say(f"{bad}; nothing was changed. {' '.join(told)}")
            return
        good = "one that can" if plan.cells == 1 else f"{plan.cells} that can"
        ask(
            "Some cells cannot be taken",
            f"{bad}. Take the {good}?",
            "&Take the good ones",
            lambda yes: self._decided(plan, yes),
            more="\n".join(told),
            parent=self,
            no="Change &nothing",
        )

    def _decided(self, plan: Plan, taken: bool) -> None:
        if taken:
            self.model.take(plan)
        first = plan.faults[0]
        left = f"{len(plan.faults)} cells were not taken" if taken else "Nothing was changed"
        self._say(f"{left}. The first that cannot stand: {first}")

    def _why(self) -> str:
        why: str = self.ui.why.text()
        return " ".join(why.split())

    def _menu(self, at: QPoint) -> None:
        table = self.ui.table
        if not table.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Cu&t\tCtrl+X", table.cut_cells)
        menu.addAction("&Copy\tCtrl+C", table.copy_cells)
        menu.addAction("&Paste\tCtrl+V", table.paste_cells)
        menu.addAction("Fill &down\tCtrl+D", table.fill_down)
        menu.addAction("&Empty\tDel", table.clear_cells)
        menu.addSeparator()
        menu.addAction("&Add an incident type\tCtrl++", self.add)
        if self.current is not None:
            menu.addAction("&Remove...\tCtrl+-", self.ask_to_remove)
            menu.addAction("C&hange name or series...", self.ask_to_change)
            menu.addAction("Move &up\tAlt+Shift+Up", lambda: table.move_rows(-1))
            menu.addAction("Move do&wn\tAlt+Shift+Down", lambda: table.move_rows(1))
            menu.addSeparator()
            menu.addAction("Chan&ges...", self.history.show_changes)
            add_origin(menu, self._context, self._subject())
        menu.popup(table.viewport().mapToGlobal(at))


def _title(matrix: Matrix) -> str:
    first = [row for row in matrix.rows if row.rank == 1]
    if not first or first[0].risk is None:
        return "No incident type is scored yet"
    names = " and ".join(row.type.name for row in first[:2])
    if len(first) > 2:
        names = f"{len(first)} incident types"
    graded = f" ({first[0].risk_class})" if first[0].risk_class else ""
    noun = NOUNS[matrix.scheme.formula].risk
    return f"Highest {noun}: {names}, {amount(first[0].risk)}{graded}"
