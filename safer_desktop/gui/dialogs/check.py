"""What a file brings and what is odd about it: each finding is accepted, mended or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import (
    CellPlace,
    Load,
    Problem,
    Settlement,
    SourceCell,
)
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.check_figures import show_figures
from safer_desktop.gui.forms.ui_check_dialog import Ui_CheckDialog
from safer_desktop.gui.messages import ask
from safer_desktop.gui.models.problems_model import ProblemsModel, count_words, decision_words
from safer_desktop.loading.cells import Sheet, Workbook, a1, parse_a1
from safer_desktop.loading.pictures import around
from safer_desktop.workbench.decisions import Decisions, as_read

Reread = Callable[[Progress, Sequence[Settlement]], Load]
"""Reads the file again with these decisions, in another thread."""

_WIDTHS = (130, 260, 120)
_WHAT_TO_DO = 3
_ROW_HEIGHT = 44
_LOOK_HERE = "look here"
_SHARES = (680, 500)
_WHOLE_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class CheckDialog(QDialog):
    """Shows a prepared load; what stands in ``load`` when it is accepted is to be taken in.

    Every decision is read and checked again at once. Rejected with ``look_first`` when the user
    wants to see the sheet and what its cells are taken for.
    """

    def __init__(
        self,
        context: Context,
        load: Load,
        explanation: str,
        reread: Reread,
        *,
        workbook: Workbook | None,
        has_sheet: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reread = reread
        self._workbook = workbook
        self._explanation = explanation
        self._shown_sheet: Sheet | None = None
        self.load = load
        self.look_first = False
        self.reading = False
        self._followed = 0
        self.decisions = Decisions(
            context.workbench.who, lambda: datetime.now(UTC).replace(microsecond=0), self._text_of
        )
        self.ui = Ui_CheckDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(has_sheet)
        self._connect()
        self._show()
        has_findings = bool(load.problems)
        self.ui.pages.setCurrentIndex(0 if has_findings else 1)
        (self.ui.problems if load.errors else self.ui.take_in).setFocus()

    # Assemble

    def _build(self, has_sheet: bool) -> None:
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        ui.said.hide()
        ui.take_in.setProperty("role", "primary")
        ui.look.setVisible(has_sheet)
        self.problems = ProblemsModel(self, decisions=True)
        ui.problems.setModel(self.problems)
        ui.problems.verticalHeader().hide()
        ui.problems.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        for column, width in enumerate(_WIDTHS):
            ui.problems.setColumnWidth(column, width)
        ui.problems.horizontalHeader().setStretchLastSection(True)
        # What to do stands beside the sheet; the list says what was decided.
        ui.problems.setColumnHidden(_WHAT_TO_DO, True)
        ui.picture.picture_model.value_word = _LOOK_HERE
        ui.splitter.setSizes(list(_SHARES))
        ui.splitter.setStretchFactor(0, 3)
        ui.splitter.setStretchFactor(1, 2)

    def _connect(self) -> None:
        ui = self.ui
        ui.problems.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        ui.cell.currentIndexChanged.connect(lambda _: self._show_cell())
        ui.picture.clicked.connect(self._choose_drawn)
        ui.picture.activated.connect(self._choose_drawn)
        ui.accept_it.clicked.connect(self._accept_chosen)
        ui.mend.clicked.connect(self._mend_cell)
        ui.leave_out.clicked.connect(self._leave_out)
        ui.take_back.clicked.connect(self._take_back)
        ui.undo.clicked.connect(self.undo)
        ui.redo.clicked.connect(self.redo)
        ui.look.clicked.connect(self._look)
        ui.new_value.textChanged.connect(lambda _: self._say(""))
        ui.reason.textChanged.connect(lambda _: self._say(""))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, self.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in an entry decides about the finding; it must not take the file in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or not isinstance(self.focusWidget(), QLineEdit):
            super().keyPressEvent(event)
        elif self.focusWidget() is self.ui.new_value:
            self.ui.reason.setFocus()
        elif self.ui.new_value.text().strip():
            self.ui.mend.click()
        else:
            self.ui.accept_it.click()

    def reject(self) -> None:
        """Ask before decisions are thrown away."""
        count = len(self.decisions.settlements)
        if not count:
            super().reject()
            return

        def answered(away: bool) -> None:
            if away:
                super(CheckDialog, self).reject()
            else:
                self.look_first = False

        ask(
            "Check before taking in",
            "Throw away what you have decided?",
            "&Throw away",
            answered,
            more=f"{_decisions(count)} about '{self.load.file.name}' would be lost. Nothing of the"
            " file has been taken in yet.",
            parent=self,
        )

    # Decide

    def undo(self) -> None:
        """Take the last decision back."""
        if self.decisions.can_undo and not self.reading:
            self.decisions.undo()
            self._apply()

    def redo(self) -> None:
        """Take the decision again that was taken back."""
        if self.decisions.can_redo and not self.reading:
            self.decisions.redo()
            self._apply()

    def _accept_chosen(self) -> None:
        problems = [it for it in self._chosen() if it.settlement is None]
        self._decide(lambda: self.decisions.accept(problems, self.ui.reason.text()))

    def _mend_cell(self) -> None:
        places = self._places()
        place = places[0] if len(places) == 1 else CellPlace("", "")
        new, reason = self.ui.new_value.text(), self.ui.reason.text()
        check = self._chosen()[0].check if self._chosen() else ""
        self._decide(lambda: self.decisions.mend(place, new, reason, check))

    def _leave_out(self) -> None:
        check = self._chosen()[0].check if self._chosen() else ""
        reason = self.ui.reason.text()
        self._decide(lambda: self.decisions.leave_out(self._places(), reason, check))

    def _take_back(self) -> None:
        chosen = [self.problems.settlement(row) for row in self._rows()]
        settlements = [it for it in chosen if it is not None]
        if settlements and not self.reading:
            self.decisions.take_back(settlements)
            self._apply()

    def _decide(self, decide: Callable[[], None]) -> None:
        if self.reading:
            return
        try:
            decide()
        except SaferError as error:
            self._say(f"{error.what} {error.remedy}".strip())
            lacking_value = not self.ui.new_value.text().strip() and "mended" in error.what
            (self.ui.new_value if lacking_value else self.ui.reason).setFocus()
            return
        self.ui.new_value.clear()
        self.ui.reason.clear()
        self._apply()

    def _apply(self) -> None:
        """Show the decisions; read the file again if they change what is read."""
        settlements = self.decisions.settlements
        if as_read(settlements) == as_read(self.load.settlements):
            self.load = self.load.settled(settlements)
            self._followed = self.decisions.turn
            self._show()
            return

        def read(progress: Progress) -> Load:
            return self._reread(progress, settlements)

        self.reading = True
        started = self._context.tasks.run(
            read,
            self._read_again,
            self._not_read,
            title="Reading the file again",
            on_cancelled=self._stopped,
        )
        if not started:
            self._not_read(
                SaferError("Other work is under way.", remedy="Decide again when it has finished.")
            )
        self._show_standing()

    def _read_again(self, load: Load) -> None:
        self.reading = False
        self.load = load
        outdated = self.decisions.outdated(load)
        if outdated:
            self.decisions.take_back(outdated)
            self.load = load.settled(self.decisions.settlements)
        self._followed = self.decisions.turn
        self._show()
        if outdated:
            self._say(
                f"{_decisions(len(outdated))} no longer stands: the finding has changed."
                if len(outdated) == 1
                else f"{_decisions(len(outdated))} no longer stand: the findings have changed."
            )

    def _not_read(self, error: SaferError) -> None:
        self._stopped()
        self._say(f"{error.what} {error.remedy}".strip())

    def _stopped(self) -> None:
        """The file could not be read as decided: what it was read by before stands again."""
        self.reading = False
        self.decisions.go_to(self._followed)
        self._show()

    def _look(self) -> None:
        self.look_first = True
        self.reject()

    # Show

    def _show(self) -> None:
        """Everything as ``load`` stands; the next finding that is open is chosen."""
        row = max(self.ui.problems.currentIndex().row(), 0)
        load = self.load
        self.problems.set_problems(load.problems, load.settlements)
        count = len(load.observations)
        self.ui.heading.setText(f"{count:,} figures from '{load.file.name}'")
        self.ui.explanation.setText(self._explanation)
        show_figures(self.ui.figures, load.observations, self._context.workbench.catalogue)
        self.ui.pages.setTabText(0, f"Chec&ks ({self.problems.rowCount()})")
        self.ui.pages.setTabText(1, f"&Figures ({count:,})")
        if self.problems.rowCount():
            # Not selectRow: it heeds modifier keys, and Ctrl is still down after Ctrl+Z.
            index = self.problems.index(min(row, self.problems.rowCount() - 1), 0)
            self.ui.problems.selectionModel().setCurrentIndex(index, _WHOLE_ROW)
        self._show_chosen()
        self._show_standing()

    def _show_standing(self) -> None:
        load = self.load
        count = len(load.observations)
        found = count_words(load.problems)
        decided = len(load.settlements)
        parts = [found] if found else []
        if decided:
            parts.append(f"{decided} decided")
        words = "; ".join(parts) or "Nothing odd was found."
        blocked = bool(load.errors) or not count
        if self.reading:
            words = "Reading the file again..."
        elif blocked:
            words += (
                ". What must be settled comes first." if load.errors else ". There are no figures."
            )
        self.ui.standing.setText(words)
        self.ui.take_in.setEnabled(not blocked and not self.reading)
        self.ui.take_in.setText(f"&Take in {count:,} figures" if count else "&Take in")
        self.ui.undo.setEnabled(self.decisions.can_undo and not self.reading)
        self.ui.redo.setEnabled(self.decisions.can_redo and not self.reading)
        self._show_choices()

    def _show_chosen(self) -> None:
        """The chosen findings in words, and their cells to choose from."""
        problems, rows = self._chosen(), self._rows()
        settlement = self.problems.settlement(rows[0]) if len(rows) == 1 else None
        if len(rows) == 1 and problems:
            self.ui.finding.setText(problems[0].what)
            self.ui.remedy.setText(
                decision_words(settlement).capitalize() if settlement else problems[0].remedy
            )
        elif len(rows) == 1 and settlement is not None:
            self.ui.finding.setText(str(self.problems.index(rows[0], 1).data()))
            self.ui.remedy.setText(decision_words(settlement).capitalize())
        else:
            self.ui.finding.setText(
                f"{len(rows)} findings are chosen" if rows else "No finding is chosen"
            )
            self.ui.remedy.setText("What you decide is for all of them." if rows else "")
        self._list_cells(problems, settlement)
        self._show_cell()

    def _list_cells(self, problems: list[Problem], settlement: Settlement | None) -> None:
        places = list(dict.fromkeys(place for it in problems for place in it.cells))
        if not problems and settlement is not None:
            places = [settlement.place]
        self.ui.cell.blockSignals(True)
        self.ui.cell.clear()
        if len(places) > 1:
            self.ui.cell.addItem(f"All {len(places):,} cells", tuple(places))
        for place in places:
            self.ui.cell.addItem(self._cell_words(place), (place,))
        self.ui.cell.blockSignals(False)

    def _cell_words(self, place: CellPlace) -> str:
        sheet = f" on '{place.sheet}'" if place.sheet else ""
        return f"{place.cell}{sheet}: {self._text_of(place)}"

    def _show_cell(self) -> None:
        """Draw the sheet around the chosen cell."""
        places = self._places()
        sheet = self._sheet_of(places[0]) if places else None
        self.ui.picture.setVisible(sheet is not None)
        self.ui.no_picture.setVisible(sheet is None)
        self.ui.no_picture.setText(
            "This finding is about no single cell."
            if self._workbook is not None
            else "The rows of this file were counted; no single cell stands behind a figure."
        )
        if sheet is not None:
            self._draw(sheet, places)
        self._show_choices()

    def _choose_drawn(self, index: QModelIndex) -> None:
        """Decide about the cell that is pointed at, such as the blank one of a gap."""
        sheet, picture = self._shown_sheet, self.ui.picture.picture_model.picture
        if sheet is None or picture is None or not self._chosen():
            return
        cell = a1(index.row() + picture.first_row, index.column() + picture.first_column)
        place = CellPlace(sheet.name, cell)
        listed = [tuple(self.ui.cell.itemData(row)) for row in range(self.ui.cell.count())]
        if (place,) not in listed:
            self.ui.cell.addItem(self._cell_words(place), (place,))
            listed.append((place,))
        self.ui.cell.setCurrentIndex(listed.index((place,)))

    def _draw(self, sheet: Sheet, places: Sequence[CellPlace]) -> None:
        view = self.ui.picture
        if sheet is not self._shown_sheet:
            self._shown_sheet = sheet
            view.picture_model.show_picture(around(sheet, parse_a1(places[0].cell)))
            view.lay_out()
        sources = {
            CellPlace(it.source.sheet, it.source.cell): it.source for it in self.load.observations
        }
        marked = [it for it in places if it.sheet == places[0].sheet]
        view.picture_model.mark(
            sources.get(it, SourceCell(it.sheet, it.cell, self._text_of(it))) for it in marked
        )
        view.reveal(marked[0].cell)
        view.fit()
        view.reveal(marked[0].cell)

    def _show_choices(self) -> None:
        """What can be decided about what is chosen."""
        problems, places = self._chosen(), self._places()
        open_ones = [it for it in problems if it.settlement is None]
        ui = self.ui
        ui.accept_it.setEnabled(
            not self.reading and bool(open_ones) and all(it.may_accept for it in open_ones)
        )
        is_workbook = self._workbook is not None and not self.reading
        ui.mend.setEnabled(is_workbook and bool(problems) and len(places) == 1)
        ui.new_value.setEnabled(ui.mend.isEnabled())
        ui.leave_out.setEnabled(is_workbook and bool(problems) and bool(places))
        ui.reason.setEnabled(ui.accept_it.isEnabled() or ui.leave_out.isEnabled())
        ui.cell.setEnabled(ui.cell.count() > 1)
        decided = any(self.problems.settlement(row) is not None for row in self._rows())
        ui.take_back.setEnabled(decided and not self.reading)

    def _say(self, words: str) -> None:
        self.ui.said.setText(words)
        self.ui.said.setVisible(bool(words))

    # What is chosen

    def _rows(self) -> list[int]:
        model: QItemSelectionModel = self.ui.problems.selectionModel()
        return sorted(index.row() for index in model.selectedRows())

    def _chosen(self) -> list[Problem]:
        found = (self.problems.problem(row) for row in self._rows())
        return [it for it in found if it is not None]

    def _places(self) -> tuple[CellPlace, ...]:
        return tuple(self.ui.cell.currentData() or ())

    def _sheet_of(self, place: CellPlace) -> Sheet | None:
        return self._workbook.sheet(place.sheet) if self._workbook is not None else None

    def _text_of(self, place: CellPlace) -> str:
        sheet = self._sheet_of(place) if place.cell else None
        return sheet.text(*parse_a1(place.cell)) if sheet is not None else ""


def _decisions(count: int) -> str:
    return "1 decision" if count == 1 else f"{count} decisions"
