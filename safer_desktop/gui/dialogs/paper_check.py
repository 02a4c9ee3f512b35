"""Checks a board paper: the remarks as a list, each with its paragraph and its arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.forms.ui_paper_check_dialog import Ui_PaperCheckDialog
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.tasks import Tasks
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.paper_check import (
    CheckedPaper,
    Defect,
    as_csv,
    as_text,
    check_file,
    check_pasted,
    save_list,
)

_HEADERS = ("Where", "Weight", "Kind", "Words", "Arithmetic")
_FILTER = "Board papers (*.docx *.docm *.dotx *.dotm *.txt);;All files (*)"
_ALL = "All remarks"
_INVITATION = (
    "Open a Word document or a text file, drop it here, or copy text and check that. "
    "Nothing in the paper is changed. {against}"
)


class PaperCheckDialog(QDialog):
    """``bench`` is the open pack, whose figures the paper is then held against; None without."""

    def __init__(
        self, tasks: Tasks, bench: Workbench | None, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._bench = bench
        self._folder = folder
        self._paper: CheckedPaper | None = None
        self._shown: tuple[Defect, ...] = ()
        self.ui = Ui_PaperCheckDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        against = (
            "It is also held against the figures of the open pack."
            if bench is not None
            else "No pack is open: the paper is checked by what it says itself."
        )
        ui.explanation.setText(_INVITATION.format(against=against))
        self.model = TextTableModel(self)
        ui.remarks.setModel(self.model)
        self.model.set_table(_HEADERS, [])
        ui.remarks.verticalHeader().hide()
        header = ui.remarks.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        ui.kind.addItem(_ALL)

        ui.choose.clicked.connect(self._choose)
        ui.paste.clicked.connect(self._check_clipboard)
        ui.kind.currentTextChanged.connect(lambda _: self._refresh())
        ui.remarks.selectionModel().currentRowChanged.connect(self._show_detail)
        ui.next.clicked.connect(partial(self._step, 1))
        ui.previous.clicked.connect(partial(self._step, -1))
        ui.copy.clicked.connect(self._copy)
        ui.save.clicked.connect(self._save)
        self._refresh()

    def check_file(self, path: Path) -> None:
        """Check a paper in the background and show what was found."""
        self._folder = path.parent
        self._run(partial(check_file, path, self._bench))

    def check_text(self, text: str) -> None:
        """Check text that was copied elsewhere."""
        self._run(partial(check_pasted, text, self._bench))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file can be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file that is dropped is checked."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.check_file(Path(files[0]))

    def _run(self, work: Callable[[Progress], CheckedPaper]) -> None:
        self._tasks.run(work, self._show_paper, self._refuse, title="Check a paper")

    def _refuse(self, error: SaferError) -> None:
        show_error(error, title="The paper was not checked", parent=self)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Open a paper to check", str(self._folder), _FILTER
        )
        if name:
            self.check_file(Path(name))

    def _check_clipboard(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.check_text(text)
        else:
            self.ui.heading.setText("Nothing is copied: copy the paper's text first.")

    def _show_paper(self, paper: CheckedPaper) -> None:
        self._paper = paper
        self.ui.heading.setText(paper.words)
        kinds = dict.fromkeys(str(it.kind) for it in paper.defects)
        self.ui.kind.blockSignals(True)
        self.ui.kind.clear()
        self.ui.kind.addItems([_ALL, *kinds])
        self.ui.kind.blockSignals(False)
        self._refresh()
        self.ui.remarks.setFocus()

    def _refresh(self) -> None:
        paper, kind = self._paper, self.ui.kind.currentText()
        found = paper.defects if paper else ()
        self._shown = tuple(it for it in found if kind in (_ALL, it.kind))
        rows = [
            (paper.place(it), str(it.severity), str(it.kind), it.excerpt, it.arithmetic)
            for it in self._shown
            if paper is not None
        ]
        self.model.set_table(_HEADERS, rows)
        for button in (self.ui.next, self.ui.previous, self.ui.copy, self.ui.save):
            button.setEnabled(bool(rows))
        if rows:
            self.ui.remarks.selectRow(0)
        else:
            self.ui.detail.setPlainText("")

    def _step(self, by: int) -> None:
        row = (self.ui.remarks.currentIndex().row() + by) % max(1, len(self._shown))
        self.ui.remarks.selectRow(row)

    def _show_detail(self, current: QModelIndex) -> None:
        if self._paper is None or not 0 <= current.row() < len(self._shown):
            return
        it = self._shown[current.row()]
        text = self._paper.paragraphs[it.paragraph].text
        marked = (
            f"{escape(text[: it.start])}<b><u>{escape(text[it.start : it.end])}</u></b>"
            f"{escape(text[it.end :])}"
        )
        self.ui.detail.setHtml(
            f"<p><b>{escape(self._paper.place(it))}. {escape(str(it.kind))}</b></p><p>{marked}</p>"
            f"<p>{escape(it.arithmetic)}</p><p><b>What to do:</b> {escape(it.remedy)}</p>"
        )

    def _copy(self) -> None:
        if self._paper is not None:
            QGuiApplication.clipboard().setText(as_text(self._paper, self._shown))

    def _save(self) -> None:
        if self._paper is None:
            return
        proposed = self._folder / f"{Path(self._paper.name).stem} remarks.csv"
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the list", str(proposed), "Table (*.csv);;Text (*.txt)"
        )
        if name:
            plain = name.casefold().endswith(".txt")
            words = (as_text if plain else as_csv)(self._paper, self._shown)
            self._tasks.run(
                lambda _: save_list(Path(name), words),
                lambda _: self.ui.heading.setText(f"The list is in '{Path(name).name}'."),
                self._refuse,
                title="Save the list",
            )
