"""The Report tab: the paper's paragraphs, its details, a read-through and the export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.progress import Progress
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.kept_paper import KeptPaperDialog
from safer_desktop.gui.forms.ui_report_tab import Ui_ReportTab
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.models.outline_model import OutlineModel
from safer_desktop.gui.widgets.paragraph_editor import ParagraphEditor
from safer_desktop.gui.widgets.tracing import add_origin, figure_at, offer_menu, pop_up
from safer_desktop.report.content import Chart, Paper, Scatter, Table
from safer_desktop.report.html import to_html
from safer_desktop.workbench import papers
from safer_desktop.workbench.annex import export_annex
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.subjects import ParagraphOf, Subject

_EDITOR_HEIGHT = 140
_EXPORT = "Export to Word"
_MOST_REMARKS = 8
_DETAILS = (
    "title",
    "board",
    "meeting_date",
    "agenda_item",
    "report_of",
    "author",
    "post",
    "telephone",
    "email",
)


class ReportTab(QWidget):
    """Everything between the figures and the Word file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_ReportTab()
        self.ui.setupUi(self)
        self.ui.heading.setProperty("role", "title")
        self.ui.summary.setProperty("role", "sub")
        self.ui.export_word.setProperty("role", "primary")

        # Widgets
        self.model = OutlineModel(context, self)
        self.ui.outline.setModel(self.model)
        header = self.ui.outline.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.editor = ParagraphEditor(context, self)
        place = QVBoxLayout(self.ui.editor_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.editor)
        self.ui.paragraphs_layout.setStretch(0, 3)
        self.ui.paragraphs_layout.setStretch(1, 1)
        self.editor.text.setMaximumHeight(_EDITOR_HEIGHT)
        self.ui.splitter.setSizes([520, 820])
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)

        self._later.timeout.connect(self._refresh)
        self.ui.outline.selectionModel().currentChanged.connect(self._select)
        offer_menu(self.ui.outline, self._outline_menu)
        self.ui.preview.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.ui.preview.customContextMenuRequested.connect(self._preview_menu)
        self.ui.export_word.clicked.connect(self.export_word)
        self.ui.setup.clicked.connect(self.set_up)
        for name in _DETAILS:
            self._detail(name).editingFinished.connect(lambda name=name: self._keep_detail(name))
        context.data_changed.connect(self._outdate)
        context.edition_changed.connect(self._outdate)
        context.records_changed.connect(self._outdate)

    def showEvent(self, event: QShowEvent) -> None:
        """The paper is put together when it is looked at."""
        super().showEvent(event)
        if self._stale:
            self._later.start()

    def export_word(self) -> None:
        """Ask for a name and write the Word file."""
        self.editor.commit()
        path = self._asked(
            "Export the paper to Word", "", "Word document", ".docx", asks_before_writing=True
        )
        if path is not None:
            self.write_word(path)

    def set_up(self) -> None:
        """Show which headings the paper has, and the council's template."""
        from safer_desktop.gui.dialogs.paper_setup import PaperSetupDialog

        self.editor.commit()
        PaperSetupDialog(self._context, self.window()).open()

    def export_annex(self) -> None:
        """Ask for a name and write the Excel annex."""
        path = self._asked("Export the data annex", " data annex", "Excel workbook", ".xlsx")
        if path is not None:
            self.write_annex(path)

    def write_word(self, path: Path) -> None:
        """Make the Word file in the background; over one that is there, ask before writing it."""
        self._context.tasks.run(
            lambda progress: papers.prepare(self._context.workbench, path, progress),
            self._prepared,
            title=_EXPORT,
        )

    def _prepared(self, export: papers.Export) -> None:
        if export.merged is None:
            self._write_paper(export)
            return
        dialog = KeptPaperDialog(export, export.merged, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._write_paper(export))
        dialog.open()

    def _write_paper(self, export: papers.Export) -> None:
        def write(progress: Progress) -> tuple[Path | None, tuple[str, ...]]:
            return papers.write(export, progress), papers.remarks(export)

        def written(done: tuple[Path | None, tuple[str, ...]]) -> None:
            before, remarks = done
            if export.kept is not None:
                self._context.workbench.apply(export.kept)
            told = f"The earlier paper is kept as '{before.name}'." if before else ""
            told = "\n\n".join(filter(None, (told, _before_publishing(remarks))))
            self._written(export.path, _EXPORT, "The paper", told)

        self._context.tasks.run(write, written, title=_EXPORT)

    def write_annex(self, path: Path) -> None:
        """Write the Excel annex in the background and say where it is."""
        work = partial(export_annex, self._context.workbench)
        self._write(work, path, "Export the data annex", "The annex")

    def _asked(
        self, title: str, what: str, kind: str, ending: str, *, asks_before_writing: bool = False
    ) -> Path | None:
        """Where to; ``asks_before_writing``: what is there already is asked about later."""
        options = QFileDialog.Option(0)
        if asks_before_writing:
            options = QFileDialog.Option.DontConfirmOverwrite
        workbench = self._context.workbench
        folder = Path(workbench.state.settings.last_folder or Path.home())
        proposed = f"{workbench.title} {workbench.edition.label}{what}{ending}".replace("/", "-")
        name, _ = QFileDialog.getSaveFileName(
            self, title, str(folder / proposed), f"{kind} (*{ending})", options=options
        )
        if not name:
            return None
        return Path(name) if name.lower().endswith(ending) else Path(f"{name}{ending}")

    def _write(
        self, work: Callable[[Path, Progress], None], path: Path, title: str, what: str
    ) -> None:
        def write(progress: Progress) -> None:
            work(path, progress)

        self._context.tasks.run(write, lambda _: self._written(path, title, what), title=title)

    def _written(self, path: Path, title: str, what: str, told: str = "") -> None:
        box = QMessageBox(
            QMessageBox.Icon.Information,
            title,
            f"{what} is in '{path.name}'.",
            parent=self.window(),
        )
        box.setInformativeText("\n".join(filter(None, (f"Folder: {path.parent}", told))))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened = box.addButton("&Open it", QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        opened.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        box.open()

    def traced(self) -> Subject | None:
        """The figure at the preview's cursor, else the selected paragraph."""
        in_preview = self.focusWidget() is self.ui.preview
        subject = self._subject_at(self.ui.preview.textCursor()) if in_preview else None
        if subject is not None:
            return subject
        paragraph = self.model.paragraph(self.ui.outline.currentIndex())
        return ParagraphOf(paragraph.key) if paragraph else None

    def _outline_menu(self, at: QPoint) -> None:
        paragraph = self.model.paragraph(self.ui.outline.indexAt(at))
        if paragraph is not None:
            place = self.ui.outline.viewport().mapToGlobal(at)
            pop_up(self, self._context, place, ParagraphOf(paragraph.key))

    def _preview_menu(self, at: QPoint) -> None:
        menu = self.ui.preview.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        add_origin(menu, self._context, self._subject_at(self.ui.preview.cursorForPosition(at)))
        menu.popup(self.ui.preview.viewport().mapToGlobal(at))

    def _subject_at(self, cursor: QTextCursor) -> Subject | None:
        """The paragraph of the paper at a cursor of the preview, and the figure there."""
        block = cursor.block()
        fragments = block.begin()
        while not fragments.atEnd():
            for key in fragments.fragment().charFormat().anchorNames():
                return ParagraphOf(key, figure_at(block.text(), cursor.positionInBlock()))
            fragments += 1
        return None

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _refresh(self) -> None:
        self._stale = False
        workbench = self._context.workbench
        try:
            paper = workbench.paper()
            paragraphs = workbench.paragraphs()
        except SaferError as error:
            show_error(error, title="The paper cannot be put together", parent=self)
            return
        self.model.set_paragraphs(paragraphs)
        self.ui.outline.expandAll()
        for row in range(self.model.rowCount()):
            self.ui.outline.setFirstColumnSpanned(row, QModelIndex(), True)
        self._show_preview(to_html(paper))
        self.ui.heading.setText(paper.title)
        self.ui.summary.setText(_summary(paper, paragraphs))
        details = workbench.record(RecordKind.PAPER, "paper")
        for name in _DETAILS:
            self._detail(name).setText(str(details.get(name, "")))
        self.editor.set_paragraph(self.model.paragraph(self.ui.outline.currentIndex()))

    def _show_preview(self, html: str) -> None:
        bar = self.ui.preview.verticalScrollBar()
        place = bar.value()
        self.ui.preview.setHtml(html)
        bar.setValue(place)

    def _select(self, current: QModelIndex) -> None:
        paragraph = self.model.paragraph(current)
        self.editor.set_paragraph(paragraph)
        if paragraph is not None:
            self.ui.preview.scrollToAnchor(paragraph.key)

    def _detail(self, name: str) -> QLineEdit:
        field = getattr(self.ui, name)
        assert isinstance(field, QLineEdit)
        return field

    def _keep_detail(self, name: str) -> None:
        label = getattr(self.ui, f"{name}_label").text().replace("&", "")
        text = self._detail(name).text().strip()
        try:
            self._context.edit_field(RecordKind.PAPER, "paper", name, text, label)
        except SaferError as error:
            show_error(error, title="The detail was not changed", parent=self)


def _before_publishing(remarks: tuple[str, ...]) -> str:
    """What in the written file has to be mended, the first few of it."""
    if not remarks:
        return ""
    more = [f"and {len(remarks) - _MOST_REMARKS} more"] if len(remarks) > _MOST_REMARKS else []
    lines = [f"• {it}" for it in (*remarks[:_MOST_REMARKS], *more)]
    return "\n".join(["Before it is published, mend in Word or in the template:", *lines])


def _summary(paper: Paper, paragraphs: tuple[DraftParagraph, ...]) -> str:
    own = sum(p.edited for p in paragraphs)
    out = sum(not p.included for p in paragraphs)
    tables = sum(isinstance(block, Table) for block in paper.blocks)
    charts = sum(isinstance(block, Chart | Scatter) for block in paper.blocks)
    return (
        f"{len(paragraphs)} paragraphs ({own} in your words, {out} left out), "
        f"{tables} tables, {charts} charts"
    )
