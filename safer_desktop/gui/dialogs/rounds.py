"""Partner rounds: sheets go out, come back, are pooled, and their scores adopted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QTableView,
    QWidget,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui.charts.reading import announce
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_rounds_dialog import Ui_RoundsDialog
from safer_desktop.gui.messages import ask, show_error
from safer_desktop.gui.models.rounds_words import (
    AGREEMENT_MEANING,
    PARTNER_HEADERS,
    READING_HEADERS,
    SCORE_HEADERS,
    agreement_lines,
    heading,
    overwritten,
    partner_row,
    reading_row,
    score_row,
)
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.incoming import dropped_files
from safer_desktop.loading.scoring_sheet import SheetReading
from safer_desktop.risk.rounds import Round, RoundState
from safer_desktop.workbench import rounds as use

_KINDS = frozenset({RecordKind.ROUND, RecordKind.INCIDENT_TYPE, RecordKind.SCHEME})
_EXPLANATION = (
    "Each partner scores alone on a sheet of its own. Sheets that come back can be dropped here. "
    "A second round shows each partner the median and the middle half, never who scored what."
)


class RoundsDialog(QDialog):
    """One round at a time; every step that changes the pack can be undone in the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rounds: tuple[Round, ...] = ()
        self._adoptions: tuple[use.Adoption, ...] = ()
        self.readings: tuple[SheetReading, ...] = ()
        self.ui = Ui_RoundsDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.explanation.setText(_EXPLANATION)
        self.partners, self.scores, self.sheets = (TextTableModel(self) for _ in range(3))
        for view, model in (
            (self.ui.partners, self.partners),
            (self.ui.scores, self.scores),
            (self.ui.readings, self.sheets),
        ):
            view.setModel(model)
            view.verticalHeader().hide()
        self.ui.agreement.setToolTip(AGREEMENT_MEANING)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        ui, context = self.ui, self._context
        ui.round.activated.connect(lambda _: self._fill())
        ui.start.clicked.connect(self.ask_to_start)
        ui.write.clicked.connect(self.ask_to_write)
        ui.read.clicked.connect(self.ask_to_read)
        ui.end.clicked.connect(self.ask_to_close)
        ui.adopt.clicked.connect(self.ask_to_adopt)
        ui.select_new.clicked.connect(self._select_new)
        ui.take.clicked.connect(self.ask_to_take)
        ui.scores.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        ui.readings.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        context.records_changed.connect(lambda kinds: self.refresh() if kinds & _KINDS else None)
        context.tasks.changed.connect(self._enable)
        context.closing.connect(self.close)

    # What is shown

    @property
    def current(self) -> Round | None:
        """The round that is shown."""
        at = self.ui.round.currentIndex()
        return self._rounds[at] if 0 <= at < len(self._rounds) else None

    def refresh(self) -> None:
        """Show the rounds as they are now; the newest, where there is a new one."""
        before, many = self.ui.round.currentIndex(), len(self._rounds)
        self._rounds = use.rounds_of(self._context.workbench)
        self.ui.round.clear()
        self.ui.round.addItems([_short(it) for it in self._rounds])
        self.ui.round.setCurrentIndex(before if many == len(self._rounds) else self._newest())
        self._fill()

    def _newest(self) -> int:
        return len(self._rounds) - 1

    def _fill(self) -> None:
        shown = self.current
        self.ui.heading.setText(heading(shown))
        self._adoptions = ()
        if shown is not None:
            self._adoptions = use.adoptions(self._context.workbench, shown, _today())
        rows = [partner_row(shown, it) for it in shown.partners] if shown else []
        self.partners.set_table(PARTNER_HEADERS, rows, (2,))
        self.scores.set_table(
            SCORE_HEADERS,
            [score_row(it, shown) for it in self._adoptions] if shown else [],
            (2, 3, 4, 5, 7),
        )
        self.ui.agreement.setText("\n".join(agreement_lines(shown)) if shown else "")
        for view, wide in ((self.ui.partners, 4), (self.ui.scores, 6)):
            _share_out(view, wide)
        self._enable()

    def _enable(self) -> None:
        shown, ui, busy = self.current, self.ui, self._context.tasks.busy
        still_open = shown is not None and shown.state is RoundState.OPEN
        ui.start.setEnabled(
            not busy and not any(it.state is RoundState.OPEN for it in self._rounds)
        )
        for button in (ui.write, ui.read, ui.end):
            button.setEnabled(still_open and not busy)
        ui.adopt.setEnabled(any(it.changes for it in self._chosen()))
        ui.select_new.setEnabled(any(it.changes and it.now is None for it in self._adoptions))
        ui.take.setEnabled(still_open and self._chosen_reading() is not None)

    # Steps

    def ask_to_start(self) -> None:
        """Ask for the partners, the last round's to begin with."""
        asked = QInputDialog(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle("Start a round")
        asked.setLabelText("Partners who are asked, one on each line:")
        asked.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        last = self._rounds[-1].partners if self._rounds else ()
        asked.setTextValue("\n".join(it.name for it in last))
        asked.textValueSelected.connect(lambda text: self.start(text.splitlines()))
        asked.open()

    def start(self, partners: Sequence[str]) -> None:
        """Start the next round with these partners."""
        try:
            edit = use.start_edit(self._context.workbench, partners, _today())
        except SaferError as error:
            show_error(error, title="Start a round", parent=self)
            return
        self._apply(edit, "The round is open. Write the sheets next.")

    def ask_to_write(self) -> None:
        """Ask for a folder and write one sheet per partner into it."""
        folder = QFileDialog.getExistingDirectory(self, "Folder for the scoring sheets")
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write one sheet per partner into this folder."""
        shown, rounds = self.current, self._rounds
        if shown is None:
            return
        self._context.tasks.run(
            lambda progress: use.write_sheets(shown, rounds, folder, progress),
            lambda paths: self._say(f"{len(paths)} sheets written to {folder}."),
            title="Write scoring sheets",
        )

    def ask_to_read(self) -> None:
        """Ask for sheets that came back."""
        names, _ = QFileDialog.getOpenFileNames(
            self, "Scoring sheets that came back", "", "Excel workbooks (*.xlsx);;All files (*)"
        )
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: Sequence[Path]) -> None:
        """Read these sheets; those without question are taken, all are told of."""
        shown, rounds = self.current, self._rounds
        if shown is None or shown.state is not RoundState.OPEN:
            self._say("No round is open, so no sheet can be taken in.")
            return
        self._context.tasks.run(
            lambda progress: use.read_back(paths, shown, rounds, progress),
            lambda readings: self._take_in(shown, readings),
            title="Read scoring sheets",
        )

    def ask_to_take(self) -> None:
        """Ask whether a doubled or faulty sheet is taken all the same."""
        reading, shown = self._chosen_reading(), self.current
        if reading is None or shown is None or reading.answer is None:
            return
        answer = reading.answer

        def taken(yes: bool) -> None:
            if yes:
                edit = use.answers_edit(shown, [answer], "; ".join(reading_row(reading)[1:]))
                self._apply(edit, f"{reading.file} is taken in.")

        ask(
            "Take a sheet all the same",
            f"Take {reading.file} all the same?",
            "&Take it",
            taken,
            more=reading_row(reading)[3],
            parent=self,
        )

    def ask_to_close(self) -> None:
        """Ask whether the round is over."""
        shown = self.current
        if shown is None:
            return
        silent = [it.name for it in shown.partners if shown.answer(it.code) is None]
        more = (
            f"Not answered yet: {', '.join(silent)}." if silent else "All partners have answered."
        )
        edit = use.close_edit(shown)
        ask(
            "Close the round",
            f"Close round {shown.number}?",
            "&Close the round",
            lambda yes: self._apply(edit, "The round is closed.") if yes else None,
            more=f"{more} No more sheets are taken in after that. Undo opens it again.",
            parent=self,
        )

    def ask_to_adopt(self) -> None:
        """Adopt the selected scores; first show those that somebody else had given."""
        chosen, shown = self._chosen(), self.current
        if shown is None:
            return
        try:
            edit = use.adopt_edit(self._context.workbench, shown, chosen, _today())
        except SaferError as error:
            show_error(error, title="Adopt scores", parent=self)
            return
        many = sum(it.changes for it in chosen)
        done = f"{many} {'score' if many == 1 else 'scores'} adopted into the matrix."
        ask(
            "Adopt scores",
            f"Put {many} {'median' if many == 1 else 'medians'} into the matrix?",
            "&Adopt",
            lambda yes: self._apply(edit, done) if yes else None,
            more=overwritten(chosen),
            parent=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found: list[Path] = []
        for path in dropped_files(event.mimeData()):
            found += sorted(path.glob("*.xlsx")) if path.is_dir() else [path]
        if found:
            event.acceptProposedAction()
            self.read(found)

    # Inside

    def _take_in(self, shown: Round, readings: tuple[SheetReading, ...]) -> None:
        self.readings = readings
        self.sheets.set_table(READING_HEADERS, [reading_row(it) for it in readings])
        _share_out(self.ui.readings, 3)
        answers = use.taken_by_itself(readings)
        self.ui.pages.setCurrentWidget(self.ui.read_page)
        left = len(readings) - len(answers)
        words = f"{len(answers)} of {len(readings)} sheets taken in."
        if left:
            words += f" {left} need a look: see what was found."
        if answers:
            self._apply(use.answers_edit(shown, answers), words)
        else:
            self._say(words)

    def _apply(self, edit: Edit, words: str) -> None:
        try:
            self._context.apply(edit)
        except SaferError as error:
            show_error(error, title="Partner rounds", parent=self)
            return
        self._say(words)

    def _chosen(self) -> list[use.Adoption]:
        rows = self.ui.scores.selectionModel().selectedRows()
        return [self._adoptions[it.row()] for it in rows if it.row() < len(self._adoptions)]

    def _chosen_reading(self) -> SheetReading | None:
        rows = self.ui.readings.selectionModel().selectedRows()
        found = [self.readings[it.row()] for it in rows if it.row() < len(self.readings)]
        return found[0] if found and use.may_be_taken(found[0]) else None

    def _select_new(self) -> None:
        selection = self.ui.scores.selectionModel()
        selection.clearSelection()
        flag = QItemSelectionModel.SelectionFlag
        for row, it in enumerate(self._adoptions):
            if it.changes and it.now is None:
                selection.select(self.scores.index(row, 0), flag.Select | flag.Rows)

    def _say(self, words: str) -> None:
        self.ui.message.setText(words)
        announce(self.ui.message, words)


def _share_out(view: QTableView, wide: int) -> None:
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def _short(it: Round) -> str:
    return f"Round {it.number}, {it.opened:%d %B %Y} ({it.state})"


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
