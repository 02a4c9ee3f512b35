"""How the paper is set up: its headings on one page, the council's Word template on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QListWidgetItem,
    QTableWidgetItem,
    QWidget,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.progress import Progress
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_paper_setup_dialog import Ui_PaperSetupDialog
from safer_desktop.gui.messages import show_error
from safer_desktop.report.plan import STANDING, SUGGESTED, PlanEntry
from safer_desktop.report.template_file import BODY_MARK, CleanTemplate, read_template
from safer_desktop.report.template_styles import OWN, PARTS
from safer_desktop.report.word_cover import FIELDS
from safer_desktop.workbench import paper_setup as use
from safer_desktop.workbench.bench import Workbench

_OUTLINE_WORDS = (
    "Which headings the paper has, in which order. A heading without anything under it is not "
    "printed. Appendices stand at the end, numbered by what is ticked."
)
_TEMPLATE_WORDS = (
    f"The council's own Word file, into which the paper is put. In Word, type {BODY_MARK} on a "
    "line of its own where the report shall stand, or put a content control there with the tag "
    "report_body. Cover fields are content controls with these tags, or the tags in double "
    f"braces: {', '.join(FIELDS)}."
)
_OWN_TITLE = "The program's own"
_FILTER = "Word templates and documents (*.dotx *.docx *.dotm *.docm);;All files (*)"
_ROLE = Qt.ItemDataRole.UserRole


class PaperSetupDialog(QDialog):
    """Every change is an edit of its own, which the window can undo."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: tuple[PlanEntry, ...] = ()
        self.ui = Ui_PaperSetupDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.outline_words.setText(_OUTLINE_WORDS)
        self.ui.template_words.setText(_TEMPLATE_WORDS)
        self.ui.template_words.setProperty("role", "sub")
        self.ui.outline_words.setProperty("role", "sub")
        self.ui.heading_words.setProperty("role", "sub")
        styles = self.ui.styles
        styles.setColumnCount(2)
        styles.setHorizontalHeaderLabels(["Kind of paragraph", "Style of the template"])
        styles.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        styles.verticalHeader().hide()
        self._connect()
        self._show_outline()
        self._show_template()

    def _connect(self) -> None:
        ui = self.ui
        ui.headings.itemChanged.connect(self._tick)
        ui.headings.currentRowChanged.connect(lambda _: self._show_heading())
        ui.up.clicked.connect(partial(self._move, -1))
        ui.down.clicked.connect(partial(self._move, 1))
        ui.add.clicked.connect(self._ask_heading)
        ui.remove.clicked.connect(self._remove)
        ui.heading.editingFinished.connect(self._keep_heading)
        ui.choose.clicked.connect(self._choose)
        ui.own.clicked.connect(lambda: self._apply(use.no_template_edit(self._bench)))
        self._context.records_changed.connect(self._follow)
        self.finished.connect(self._keep_text)
        ui.pages.currentChanged.connect(self._keep_text)
        ui.headings.currentItemChanged.connect(lambda _, old: self._keep_text_of(old))

    @property
    def _bench(self) -> Workbench:
        return self._context.workbench

    def _follow(self, kinds: frozenset[RecordKind]) -> None:
        if kinds & {RecordKind.PAPER, RecordKind.TEMPLATE, RecordKind.PRIORITY}:
            self._show_outline()
            self._show_template()

    def _apply(self, edit: Edit) -> None:
        try:
            self._context.apply(edit)
        except SaferError as error:
            show_error(error, title="The paper was not changed", parent=self)

    # The outline

    def _show_outline(self) -> None:
        kept = self.ui.headings.currentItem()
        code = kept.data(_ROLE) if kept else ""
        self._plan = use.plan(self._bench)
        with QSignalBlocker(self.ui.headings):
            self.ui.headings.clear()
            for entry in self._plan:
                item = QListWidgetItem(_listed(entry))
                item.setData(_ROLE, entry.code)
                item.setCheckState(
                    Qt.CheckState.Checked if entry.included else Qt.CheckState.Unchecked
                )
                self.ui.headings.addItem(item)
            codes = [it.code for it in self._plan]
            self.ui.headings.setCurrentRow(codes.index(code) if code in codes else 0)
        self._show_heading()

    def _show_heading(self) -> None:
        ui, row = self.ui, self.ui.headings.currentRow()
        entry = self._plan[row] if 0 <= row < len(self._plan) else None
        body = sum(not it.is_appendix for it in self._plan)
        movable = entry is not None and not entry.is_appendix
        ui.up.setEnabled(movable and row > 0)
        ui.down.setEnabled(movable and row < body - 1)
        ui.remove.setEnabled(entry is not None and entry.is_own)
        ui.heading.setText(entry.title if entry else "")
        ui.heading.setEnabled(entry is not None and (entry.is_own or entry.code in STANDING))
        ui.text.setPlainText(entry.text if entry else "")
        ui.text.setEnabled(entry is not None and entry.is_own)
        ui.heading_words.setText(_explained(entry) if entry else "")

    def _tick(self, item: QListWidgetItem) -> None:
        included = item.checkState() is Qt.CheckState.Checked
        entry = self._plan[self.ui.headings.row(item)]
        self._change(replace(entry, included=included), f"heading '{entry.title}' in or out")

    def _move(self, step: int) -> None:
        row = self.ui.headings.currentRow()
        entries = list(self._plan)
        entries.insert(row + step, entries.pop(row))
        self._keep_plan(entries, "order of the headings")

    def _ask_heading(self) -> None:
        taken = {it.title for it in self._plan}
        offered = [it for it in SUGGESTED if it not in taken]
        title, given = QInputDialog.getItem(
            self, "Add a heading", "&Heading:", offered or [""], 0, editable=True
        )
        if given and title.strip():
            self.add_heading(title.strip())

    def add_heading(self, title: str) -> None:
        """Put a heading of the council's own after the selected one, and select it."""
        made = use.new_heading(self._plan, title)
        body = sum(not it.is_appendix for it in self._plan)
        at = min(self.ui.headings.currentRow() + 1, body)
        self._keep_plan([*self._plan[:at], made, *self._plan[at:]], f"heading '{title}'")
        self.ui.headings.setCurrentRow(at)
        self.ui.text.setFocus()

    def _remove(self) -> None:
        gone = self._plan[self.ui.headings.currentRow()]
        self._keep_plan([it for it in self._plan if it != gone], f"heading '{gone.title}'")

    def _keep_heading(self) -> None:
        row, title = self.ui.headings.currentRow(), self.ui.heading.text().strip()
        if self.ui.heading.isEnabled() and title and 0 <= row < len(self._plan):
            self._change(replace(self._plan[row], title=title), "words of a heading")

    def _keep_text(self) -> None:
        self._keep_text_of(self.ui.headings.currentItem())

    def _keep_text_of(self, item: QListWidgetItem | None) -> None:
        entry = next((it for it in self._plan if item and it.code == item.data(_ROLE)), None)
        if entry is not None and entry.is_own:
            text = self.ui.text.toPlainText().strip()
            self._change(replace(entry, text=text), f"text under '{entry.title}'")

    def _change(self, changed: PlanEntry, title: str) -> None:
        entries = [changed if it.code == changed.code else it for it in self._plan]
        self._keep_plan(entries, title)

    def _keep_plan(self, entries: Sequence[PlanEntry], title: str) -> None:
        if tuple(entries) != self._plan:
            self._apply(use.plan_edit(self._bench, entries, title))

    # The template

    def _show_template(self) -> None:
        ui = self.ui
        try:
            kept = use.template_in_use(self._bench)
        except SaferError as error:
            ui.notes.setPlainText(str(error))
            return
        ui.template_name.setText(f"Template: {kept.name if kept else _OWN_TITLE.lower()}")
        ui.own.setEnabled(kept is not None)
        ui.notes.setPlainText(_told(kept) if kept else "The paper has the program's own look.")
        ui.styles.setRowCount(len(PARTS) if kept else 0)
        for row, part in enumerate(PARTS if kept else ()):
            name = QTableWidgetItem(part.words)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            ui.styles.setItem(row, 0, name)
            choice = QComboBox()
            choice.setAccessibleName(f"Style for: {part.words}")
            choice.addItem(_OWN_TITLE, OWN)
            for style in kept.looked_at.styles if kept else ():
                if style.kind == part.kind:
                    choice.addItem(style.name, style.code)
            used = kept.template.styles.get(part.style, OWN) if kept else OWN
            choice.setCurrentIndex(max(choice.findData(used), 0))
            choice.activated.connect(partial(self._choose_style, row))
            ui.styles.setCellWidget(row, 1, choice)

    def _choose_style(self, row: int, _index: int) -> None:
        choice = self.ui.styles.cellWidget(row, 1)
        assert isinstance(choice, QComboBox)
        part = PARTS[row]
        self._apply(use.style_edit(self._bench, part.style, str(choice.currentData()), part.words))

    def _choose(self) -> None:
        folder = self._bench.state.settings.last_folder or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, "Choose a template", folder, _FILTER)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Look into a template in the background and use it."""

        def read(_progress: Progress) -> CleanTemplate:
            return read_template(path)

        def keep(template: CleanTemplate) -> None:
            self._apply(use.template_edit(self._bench, path, template))

        def refuse(error: SaferError) -> None:
            show_error(error, title="The template was not taken", parent=self)

        self._context.tasks.run(read, keep, refuse, title="Choose a template")


def _listed(entry: PlanEntry) -> str:
    return f"Appendix: {entry.title}" if entry.is_appendix else entry.title


def _explained(entry: PlanEntry) -> str:
    if entry.is_own:
        return "A heading of your own. Without text under it, it is not printed."
    if entry.is_appendix:
        return "Its place and its number follow from which appendices are ticked."
    if entry.code in STANDING:
        return "Its paragraphs are edited on the Report tab."
    return "Called as in the catalogue; its paragraphs are edited on the Report tab."


def _told(kept: use.KeptTemplate) -> str:
    have = kept.looked_at.fields
    found = ", ".join(FIELDS[it] for it in have) or "none"
    lines = [*kept.notes, f"Cover fields found: {found}."]
    if "report_title" not in have:
        lines.append("It has no field for the title: title and board stand above the report.")
    return "\n".join(lines)
