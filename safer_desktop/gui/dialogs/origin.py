"""'Where does this come from?': the steps behind a figure, and the sheet with its cells marked."""

from __future__ import annotations

import binascii
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHeaderView, QWidget

from safer_desktop.domain.chain import Step
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import StoredObservation
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_origin_dialog import Ui_OriginDialog
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.chain_model import STEP_ROLE, ChainModel, how
from safer_desktop.gui.models.origin_facts import (
    Fact,
    cell_facts,
    file_facts,
    sheet_facts,
)
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_from
from safer_desktop.workbench.chain import Chain
from safer_desktop.workbench.subjects import LoadOf, ParagraphOf, Subject, explained_figure

_SHARES = (530, 710)
_LEFT_SHARES = (400, 130)
_RIGHT_SHARES = (340, 190)
_ROWS_IN_SIGHT = 16
_HITS_IN_SIGHT = 400
_FACT_ROW = 21
_FILTER_MS = 150
_STEP_ASIDE = 32
_MANY = 3_000
"""Figures of a file, above which its chain takes longer than a window may stand still."""
_NO_PICTURE = (
    "The sheet was not kept when this file was loaded. Load the file again to see the cell in its "
    "sheet; what is known of the cell stands below."
)
_OUTSIDE = "This cell lies outside the part of the sheet that was kept. It is known by its facts."
_NO_CELL = "No cell of a file stands behind this step. How it came about stands at the left."
_COUNTED = "There is no single cell: rows of the file were counted, and none of them was kept."
_DISAGREES = (
    "Worked out again, the steps do not give this figure: the steps in bold say where. Please "
    "report this; until it is settled, rely on the cells."
)


def open_origin(context: Context, subject: Subject, window: QWidget) -> None:
    """Show a subject's chain beside those that are open; a long one is made in the background."""

    def show(chain: Chain) -> None:
        others = window.findChildren(OriginDialog)
        dialog = OriginDialog(context, subject, chain, window)
        if others:
            dialog.move(others[-1].pos() + QPoint(_STEP_ASIDE, _STEP_ASIDE))
        dialog.show()

    bench = context.workbench
    if _takes_long(context, subject) and context.tasks.run(
        lambda _: bench.chain(subject), show, title="Where does this come from?"
    ):
        return
    try:
        show(bench.chain(subject))
    except SaferError as error:
        show_error(error, title="Where does this come from?", parent=window)


def _takes_long(context: Context, subject: Subject) -> bool:
    """Whether the chain is one of a large file, or of a paragraph: the paper is drafted for it."""
    if isinstance(subject, LoadOf):
        sizes = {load.id: load.observations for load in context.workbench.loads()}
        return sizes.get(subject.load, 0) > _MANY
    return isinstance(subject, ParagraphOf)


class OriginDialog(QDialog):
    """Follows one subject of the open pack; others may be open beside it, to be compared."""

    def __init__(
        self, context: Context, subject: Subject, chain: Chain, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._subject = subject
        self._root = chain.root
        self._hash = ""
        self._shown_sheet: tuple[int, str] | None = None
        self.ui = Ui_OriginDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.heading.setProperty("role", "heading")
        self.ui.summary.setProperty("role", "sub")
        self.ui.how_label.setProperty("role", "strong")
        self.ui.sheet_label.setProperty("role", "strong")
        self.ui.no_sheet.setProperty("role", "muted")
        self.ui.said.setProperty("role", "muted")

        # Widgets
        self.model = ChainModel(self)
        self.ui.steps.setModel(self.model)
        header = self.ui.steps.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.facts_model = TextTableModel(self)
        self.ui.facts.setModel(self.facts_model)
        self.ui.facts.horizontalHeader().setVisible(False)
        self.ui.facts.horizontalHeader().setStretchLastSection(True)
        self.ui.facts.verticalHeader().setVisible(False)
        self.ui.facts.verticalHeader().setMinimumSectionSize(_FACT_ROW)
        self._share_out()
        self._patience = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._refit = QTimer(self, singleShot=True, interval=0)

        self.ui.facts.horizontalHeader().sectionResized.connect(self._refit.start)
        self._refit.timeout.connect(self._fit_facts)
        self._patience.timeout.connect(self._filter)
        self._later.timeout.connect(self.refresh)
        self.ui.filter.textChanged.connect(self._patience.start)
        self.ui.steps.selectionModel().currentChanged.connect(self._select)
        self.ui.copy.clicked.connect(self._copy)
        self.ui.explain.setEnabled(explained_figure(subject) is not None)
        self.ui.explain.clicked.connect(lambda: context.show_explanation(subject))
        self.ui.copy_hash.clicked.connect(self._copy_hash)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self._copy_selected)
        for signal in (context.data_changed, context.edition_changed, context.records_changed):
            signal.connect(self._later.start)
        context.closing.connect(self.close)
        context.theme.changed.connect(self.ui.sheet.viewport().update)
        self._restore_geometry()
        self._show_chain(chain)

    def refresh(self) -> None:
        """Follow the subject anew: the pack has changed."""
        self._shown_sheet = None
        try:
            self._show_chain(self._context.workbench.chain(self._subject))
        except SaferError as error:
            self.ui.summary.setText(str(error))

    @property
    def step(self) -> Step | None:
        """The selected step."""
        step = self.ui.steps.currentIndex().data(STEP_ROLE)
        return step if isinstance(step, Step) else None

    def choose(self, step: Step) -> None:
        """Select a step, wherever it stands; the first that is shown where it is not."""
        index = self.model.index_of(step)
        self.ui.steps.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.ui.steps.scrollTo(self.ui.steps.currentIndex())

    def done(self, result: int) -> None:
        """Remember the size for the next one."""
        for timer in (self._patience, self._later, self._refit):
            timer.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._context.workbench.state.update(origin_geometry=geometry)
        super().done(result)

    # The chain

    def _show_chain(self, chain: Chain) -> None:
        root = self._root = chain.root
        self.model.set_root(root, self.ui.filter.text().strip())
        shown = f": {root.shown}" if root.shown else ""
        self.setWindowTitle(f"{chain.title}{shown} \N{EN DASH} where does this come from?")
        self.ui.heading.setText(f"{chain.title}{shown}")
        self.ui.summary.setText(self._summary(root))
        self._expand()
        self.choose(chain.at)

    def _summary(self, root: Step) -> str:
        if root.faults:
            return _DISAGREES
        cells = root.cells
        if not cells:
            return "No cell of a file stands behind this."
        names = {load.id: load.file.name for load in self._context.workbench.loads()}
        files = list(dict.fromkeys(names[cell.load] for cell in cells))
        many = "1 cell" if len(cells) == 1 else f"{len(cells):,} cells"
        where = f"'{files[0]}'" if len(files) == 1 else f"{len(files)} files"
        again = any(step.again is not None for step in root.walk())
        agrees = " Worked out again just now, step by step: it agrees." if again else ""
        return f"From {many} in {where}.{agrees}"

    def _expand(self, rows_in_sight: int = _ROWS_IN_SIGHT) -> None:
        """As many levels as the eye takes in at once."""
        level, rows = [self.model.index(0, 0)], 1
        while level:
            below = [
                self.model.index(row, 0, index)
                for index in level
                for row in range(self.model.rowCount(index))
            ]
            rows += len(below)
            if rows > rows_in_sight and level[0].parent().isValid():
                return
            for index in level:
                self.ui.steps.expand(index)
            level = below

    def _filter(self) -> None:
        step, text = self.step, self.ui.filter.text().strip()
        self.model.set_root(self._root, text)
        self._expand(_HITS_IN_SIGHT if text else _ROWS_IN_SIGHT)
        self.choose(step or self._root)

    # The selected step

    def _select(self, current: QModelIndex) -> None:
        step = current.data(STEP_ROLE)
        if not isinstance(step, Step):
            return
        self.ui.said.setText("")
        self.ui.how.setPlainText(how(step))
        cells = step.cells
        self.ui.copy_hash.setEnabled(bool(cells))
        if cells:
            self._show_cells(cells)
        else:
            self._show_no_sheet("", _NO_CELL)
            self._show_facts(())

    def _show_cells(self, cells: Sequence[StoredObservation]) -> None:
        """The first cell's sheet with all cells on it marked, and what is known of them."""
        first = cells[0]
        source = first.observation.source
        here = [
            cell
            for cell in cells
            if (cell.load, cell.observation.source.sheet) == (first.load, source.sheet)
        ]
        bench = self._context.workbench
        load = next(it for it in bench.loads() if it.id == first.load)
        self._hash = load.file.sha256
        self._show_sheet(here, load.file.name, len(cells) - len(here))
        if len(cells) == 1:
            (origin,) = bench.origins((first.id,))
            text_at = self.ui.sheet.picture_model.text
            self._show_facts(cell_facts(origin, load, bench.catalogue, text_at))
        else:
            sources = [cell.observation.source for cell in here]
            self._show_facts((*sheet_facts(sources), *file_facts(load.file, load)))

    def _show_sheet(self, cells: Sequence[StoredObservation], file: str, elsewhere: int) -> None:
        source = cells[0].observation.source
        if not source.cell:
            self._show_no_sheet(f"'{file}'", _COUNTED)
            return
        what = f"Cell {source.cell}" if len(cells) == 1 else f"{len(cells):,} cells"
        of = f"of sheet '{source.sheet}' in" if source.sheet else "of"
        more = f"; {elsewhere:,} more on other sheets: select them at the left" if elsewhere else ""
        label = f"{what} {of} '{file}'{more}"
        sheet, model = self.ui.sheet, self.ui.sheet.picture_model
        place = (cells[0].load, source.sheet)
        if place != self._shown_sheet:
            model.show_picture(self._context.workbench.sheet_picture(*place))
            sheet.lay_out()
            self._shown_sheet = place
        if model.picture is None:
            self._show_no_sheet(label, _NO_PICTURE)
            return
        model.mark(cell.observation.source for cell in cells)
        if not model.index_of(source.cell).isValid():
            self._show_no_sheet(label, _OUTSIDE)
            return
        self.ui.sheet_label.setText(label)
        self.ui.sheets.setCurrentWidget(sheet)
        sheet.reveal(source.cell)
        sheet.fit()
        sheet.reveal(source.cell)

    def _show_no_sheet(self, label: str, why: str) -> None:
        self.ui.sheet_label.setText(label)
        self.ui.no_sheet.setText(why)
        self.ui.sheets.setCurrentWidget(self.ui.no_sheet)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        self.facts_model.set_table(("What", "Fact"), facts)
        self.ui.facts.resizeColumnToContents(0)
        self._refit.start()
        self.ui.facts_side.setVisible(bool(facts))

    def _fit_facts(self) -> None:
        """Rows as high as their wrapped words."""
        for row in range(self.facts_model.rowCount()):
            height = max(_FACT_ROW, self.ui.facts.sizeHintForRow(row))
            self.ui.facts.setRowHeight(row, height)

    # Copying

    def _copy(self) -> None:
        text = f"{self.ui.heading.text()}\n{self.ui.summary.text()}\n\n{self.model.as_text()}"
        QGuiApplication.clipboard().setText(text)
        self.ui.said.setText("The chain was copied as text.")

    def _copy_hash(self) -> None:
        QGuiApplication.clipboard().setText(self._hash)
        self.ui.said.setText("The SHA-256 was copied in full.")

    def _copy_selected(self) -> None:
        if not copy_from(QApplication.focusWidget()):
            self._copy()

    # Set-up

    def _share_out(self) -> None:
        for splitter, shares in (
            (self.ui.columns, _SHARES),
            (self.ui.left, _LEFT_SHARES),
            (self.ui.right, _RIGHT_SHARES),
        ):
            splitter.setSizes(list(shares))
            for place, share in enumerate(shares):
                splitter.setStretchFactor(place, share)

    def _restore_geometry(self) -> None:
        try:
            stored = binascii.a2b_base64(self._context.workbench.state.settings.origin_geometry)
        except binascii.Error:
            return
        if stored:
            self.restoreGeometry(QByteArray(stored))
