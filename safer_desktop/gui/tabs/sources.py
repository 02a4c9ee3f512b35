"""The Sources tab: what came in, from whom, what was odd, and what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHeaderView, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.restated import RestatedDialog
from safer_desktop.gui.forms.ui_sources_tab import Ui_SourcesTab
from safer_desktop.gui.load_flow import LoadFlow
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.loads_model import LoadsModel
from safer_desktop.gui.models.owed_words import mail_text, owed_words
from safer_desktop.gui.models.problems_model import ProblemsModel
from safer_desktop.gui.widgets.incoming import CopiedCells
from safer_desktop.gui.widgets.tracing import offer_menu, pop_up
from safer_desktop.workbench.sources import Source
from safer_desktop.workbench.subjects import LoadOf, Subject

_FILES = "Partners' files (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.zip);;All files (*)"


_LOAD_WIDTHS = (260, 170, 165, 66, 104, 160, 78, 78, 180, 62)
_PROBLEM_WIDTHS = (150, 300, 150, 150)


class SourcesTab(QWidget):
    """Loads files, and shows every file that was loaded."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_SourcesTab()
        self.ui.setupUi(self)
        self.ui.heading.setProperty("role", "title")
        self.ui.summary.setProperty("role", "sub")
        self.ui.file_heading.setProperty("role", "section")
        self.ui.missing_label.setProperty("role", "section")
        self.ui.load_files.setProperty("role", "primary")
        self.flow = LoadFlow(context, self)

        # Widgets
        self.model = LoadsModel(self)
        self.ui.loads.setModel(self.model)
        self.ui.loads.verticalHeader().hide()
        header = self.ui.loads.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_LOAD_WIDTHS):
            self.ui.loads.setColumnWidth(column, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.problems = ProblemsModel(self, decisions=True)
        self.ui.problems.setModel(self.problems)
        self.ui.problems.verticalHeader().hide()
        for column, width in enumerate(_PROBLEM_WIDTHS):
            self.ui.problems.setColumnWidth(column, width)
        self.ui.loads.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.ui.problems.horizontalHeader().setStretchLastSection(True)
        self.ui.below_layout.setStretch(0, 3)
        self.ui.below_layout.setStretch(1, 2)
        self.ui.splitter.setSizes([340, 220])

        self.ui.load_files.clicked.connect(self._ask_for_files)
        self.ui.load_folder.clicked.connect(self._ask_for_folder)
        self.ui.withdraw.clicked.connect(self._withdraw)
        self.ui.copy_asked.clicked.connect(self.copy_asked)
        self.ui.restated.clicked.connect(self._show_restated)
        self.ui.find.textChanged.connect(self._find)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.ui.find.setFocus)
        self.ui.loads.selectionModel().currentChanged.connect(self._select)
        offer_menu(self.ui.loads, self._menu)
        for button in (self.ui.load_files, self.ui.load_folder):
            button.setEnabled(not context.workbench.handover)
        self.flow.taken_in.connect(lambda load: self._show_load(load.id))
        context.data_changed.connect(self.refresh)
        context.edition_changed.connect(self.refresh)
        context.records_changed.connect(self.refresh)
        self.refresh()

    def load(self, paths: Sequence[Path] = ()) -> None:
        """Load these files or folders; without any, ask for them."""
        if paths:
            self.flow.load(paths)
        else:
            self._ask_for_files()

    def paste(self, cells: CopiedCells) -> None:
        """Load cells that were copied in another program."""
        self.flow.paste(cells)

    def traced(self) -> Subject | None:
        """The selected file."""
        row = self.ui.loads.currentIndex().row()
        return LoadOf(self.model.load(row).id) if row >= 0 else None

    def refresh(self) -> None:
        """Read the pack again; the selected file stays selected."""
        row = self.ui.loads.currentIndex().row()
        selected = self.model.load(row).id if row >= 0 else None
        sources = self._context.workbench.sources()
        self.model.set_sources(sources)
        loads = [source.load for source in sources]
        in_use = [load for load in loads if not load.withdrawn]
        partners = {load.file.partner for load in in_use}
        figures = sum(load.observations for load in in_use)
        self.ui.heading.setText("What came in, and from whom")
        self.ui.summary.setText(
            f"{_count(len(in_use), 'file')} from {_count(len(partners), 'partner')}, "
            f"{_count(figures, 'figure')}. "
            f"{_KEPT_BY_COUNTY if self._context.workbench.handover else _KEPT}"
            if loads
            else "Nothing yet. Load partners' workbooks, drop them here or paste cells from Excel: "
            "you see what is made of them before it is taken in."
        )
        if selected is not None:
            self._show_load(selected)
        self._select_any()
        self._show_missing()

    def _find(self, text: str) -> None:
        row = self.ui.loads.currentIndex().row()
        selected = self.model.load(row).id if row >= 0 else -1
        self.model.find(text)
        self._show_load(selected)
        self._select_any()

    def _select_any(self) -> None:
        """Select the first file where none is selected."""
        if self.ui.loads.currentIndex().isValid():
            return
        if self.model.rowCount():
            self.ui.loads.selectRow(0)
        else:
            self._select(QModelIndex())

    def _menu(self, at: QPoint) -> None:
        place = self.ui.loads.viewport().mapToGlobal(at)
        pop_up(self, self._context, place, self.traced())

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, "Load partners' files", self._folder(), _FILES
        )
        self._load_from([Path(name) for name in names])

    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, "Load a data.police.uk download", self._folder()
        )
        self._load_from([Path(name)] if name else [])

    def _load_from(self, paths: Sequence[Path]) -> None:
        if paths:
            self._context.workbench.state.update(last_folder=str(paths[0].parent))
            self.flow.load(paths)

    def _folder(self) -> str:
        return self._context.workbench.state.settings.last_folder or str(Path.home())

    def _show_load(self, load_id: int) -> None:
        row = self.model.row_of(load_id)
        if row >= 0:
            self.ui.loads.selectRow(row)

    def _select(self, current: QModelIndex) -> None:
        source = self.model.source(current.row()) if current.isValid() else None
        load = source.load if source else None
        self.ui.withdraw.setEnabled(load is not None and not self._context.workbench.handover)
        self.problems.set_problems(load.problems if load else (), load.settlements if load else ())
        self.ui.problems.setVisible(self.problems.rowCount() > 0)
        restatement = source.restatement if source else None
        self.ui.restated.setEnabled(restatement is not None and bool(restatement.revisions))
        if source is None or load is None:
            self.ui.file_heading.setText("No file selected")
            self.ui.file_words.setText("")
            return
        self.ui.file_heading.setText(load.file.name)
        self.ui.file_words.setText(file_words(source))
        self.ui.file_words.setToolTip(f"SHA-256 {load.file.sha256}")
        self.ui.withdraw.setText("&Bring back" if load.withdrawn else "Take &back")

    def _show_restated(self) -> None:
        row = self.ui.loads.currentIndex().row()
        if row >= 0:
            dialog = RestatedDialog(self._context, self.model.source(row), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _withdraw(self) -> None:
        row = self.ui.loads.currentIndex().row()
        if row < 0:
            return
        load = self.model.load(row)
        try:
            self._context.set_withdrawn(load, not load.withdrawn)
        except SaferError as error:
            show_error(error, title="The file was not changed", parent=self)

    def copy_asked(self) -> None:
        """Copy what is owed as messages to the partners."""
        bench = self._context.workbench
        text = mail_text(bench.whom_to_ask(), bench.catalogue, bench.edition.label, bench.who)
        QGuiApplication.clipboard().setText(text)

    def _show_missing(self) -> None:
        workbench = self._context.workbench
        catalogue, asked = workbench.catalogue, workbench.whom_to_ask()
        lines = [
            f"Ask {partner}{f' ({it.contact})' if it.contact else ''}. {owed_words(it, catalogue)}"
            for partner, owed in asked
            for it in owed
        ]
        self.ui.copy_asked.setEnabled(bool(asked))
        self.ui.missing.clear()
        self.ui.missing.addItems(lines or ["Nothing: every indicator is up to date."])


_KEPT = "Every figure keeps its sheet and cell."
_KEPT_BY_COUNTY = "Their sheets and cells are kept in the county's pack."


def file_words(source: Source) -> str:
    """What is told of a file beside its checks."""
    file = source.load.file
    restatement = source.restatement
    parts = [
        f"{file.size / 1024:,.0f} KB, SHA-256 {file.sha256[:16]}..."
        if file.sha256
        else "Handed over by the county, without its files",
        f"read by '{file.recipe}'" if file.recipe else "",
        f"loaded on {file.loaded_at:%d %B %Y} by {file.loaded_by}",
        restatement.words if restatement is not None else "",
        f"its next delivery is {_count(source.overdue, 'day')} overdue" if source.overdue else "",
    ]
    return f"{', '.join(part for part in parts if part)}. {file.note}".strip()


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
