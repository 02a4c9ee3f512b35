"""The main window: it wires actions, packs, pages and status bar together."""

from __future__ import annotations

import binascii
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QUndoGroup,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QSizePolicy, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import MENUS, SEPARATOR, TOOLBAR, Act, Actions, Facts
from safer_desktop.gui.charts.palette import Look
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.about import AboutDialog
from safer_desktop.gui.documents import Documents
from safer_desktop.gui.files import PACK_SUFFIX
from safer_desktop.gui.forms.ui_main_window import Ui_MainWindow
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.start_page import StartPage
from safer_desktop.gui.tasks import Tasks
from safer_desktop.gui.theme import SYSTEM, Theme
from safer_desktop.gui.widgets.copying import copy_from
from safer_desktop.gui.widgets.custody_bar import CustodyBar
from safer_desktop.gui.widgets.elided import ElidedLabel
from safer_desktop.gui.widgets.handover_bar import HandoverBar
from safer_desktop.gui.widgets.incoming import copied_cells, dropped_files
from safer_desktop.gui.widgets.picker import Picker
from safer_desktop.gui.widgets.tracing import press_menu_key, subject_under
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.handed_over import closed_in_copy
from safer_desktop.workbench.samples import sample, sample_names
from safer_desktop.workbench.state import State

if TYPE_CHECKING:
    from safer_desktop.gui.tabs.priority import PriorityTab
    from safer_desktop.gui.tabs.report import ReportTab
    from safer_desktop.gui.tabs.sources import SourcesTab
    from safer_desktop.workbench.handed_over import Handover
    from safer_desktop.workbench.subjects import Subject

_LOOKS = {
    SYSTEM: "As the &system has it",
    Look.LIGHT: "&Light",
    Look.DARK: "&Dark",
    Look.CONTRAST: "&High contrast",
}
_EDITIONS_BACK, _EDITIONS_ON = 12, 4
_MESSAGE_MS = 6000
_SMALL_SCREEN = 1500


class MainWindow(QMainWindow):
    """Wiring only: packs are opened by :class:`Documents`, pages made by :class:`Pages`."""

    def __init__(self, state: State, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self._context: Context | None = None
        self._leaving = False
        self._dropped: list[Path] = []
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.setAcceptDrops(True)

        # Parts
        self.tasks = Tasks(self)
        self.undo_group = QUndoGroup(self)
        self.actions_by_name = Actions(self, self.undo_group)
        self.documents = Documents(state, self.tasks, self)
        self.pages = pages.Pages(self.ui.tabs)
        self.start_page = StartPage(state, self)
        self.ui.pages.addWidget(self.start_page)
        self.custody_bar = CustodyBar(self)
        self.handover_bar = HandoverBar(self)
        self.ui.column.insertWidget(0, self.custody_bar)
        self.ui.column.insertWidget(1, self.handover_bar)

        # Assemble
        self._fill_menus()
        self._fill_toolbar()
        self._fill_status_bar()
        self._connect_actions()
        self._connect_parts()
        self._restore_geometry()
        self._show_start_page()

    @property
    def context(self) -> Context | None:
        """The context of the open pack, if there is one."""
        return self._context

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first; long work has to end or be stopped first."""
        if self.tasks.busy:
            self._say("Wait for the work that is under way, or stop it, before you close.")
            event.ignore()
        elif self.documents.workbench and not self._leaving:
            event.ignore()
            self.documents.close(self._leave)
        else:
            geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self._state.update(geometry=geometry)
            self.tasks.close()
            super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders of this computer may be dropped, on whatever page is shown."""
        if dropped_files(event.mimeData()) and not self.tasks.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a pack that was dropped; load everything else, into a new pack if none is open."""
        paths = dropped_files(event.mimeData())
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix.casefold() == PACK_SUFFIX:
            self.documents.open_file(paths[0])
        elif self._handover:
            show_error(closed_in_copy(self._handover, ""), title="Load", parent=self)
        elif self._context:
            self._load(paths)
        else:
            self._dropped = paths
            self.documents.new()

    # Assembling

    def _fill_menus(self) -> None:
        for name, acts in MENUS.items():
            menu: QMenu = getattr(self.ui, name)
            for act in acts:
                if act is SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self.actions_by_name[act])
        first = self.actions_by_name[Act.SAVE]
        for submenu in (self.ui.menu_recent, self.ui.menu_samples):
            self.ui.menu_file.insertMenu(first, submenu)
        self.ui.menu_file.insertSeparator(first)
        self.ui.menu_recent.aboutToShow.connect(self._fill_recent)
        for name in sample_names():
            action = self.ui.menu_samples.addAction(sample(name).title)
            action.triggered.connect(lambda _=False, name=name: self.documents.open_sample(name))
        looks = QActionGroup(self)
        for setting, text in _LOOKS.items():
            action = QAction(text, looks, checkable=True, checked=setting == self._theme.setting)
            action.triggered.connect(lambda _=False, setting=setting: self._choose_look(setting))
            self.ui.menu_look.addAction(action)
        self.ui.menu_view.addAction(self.ui.menu_look.menuAction())
        self._tab_actions: list[QAction] = []

    def _fill_toolbar(self) -> None:
        for act in TOOLBAR:
            action = self.actions_by_name[act]
            self.ui.toolbar.addAction(action)
            button = self.ui.toolbar.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if act is Act.EXPORT:
                button.setProperty("role", "primary")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.ui.toolbar.addWidget(gap)
        self.area_picker = Picker("Area", "Show the county or one of its districts")
        self.edition_picker = Picker("Edition", "The quarter that the report is for")
        for picker in (self.area_picker, self.edition_picker):
            picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.ui.toolbar.addWidget(picker)

    def _fill_status_bar(self) -> None:
        self.edition_label, self.pack_label = QLabel(), QLabel()
        self.saved_label, self.attribution_label = QLabel(), ElidedLabel()
        for label in (self.edition_label, self.pack_label, self.saved_label):
            self.ui.statusbar.addWidget(label)
        self.ui.statusbar.addPermanentWidget(self.attribution_label, 1)

    def _connect_actions(self) -> None:
        for act, do in {
            Act.NEW: self.documents.new,
            Act.OPEN: self.documents.ask_and_open,
            Act.SAVE: lambda: self.documents.save(),
            Act.SAVE_AS: lambda: self.documents.save_as(),
            Act.VERSIONS: self._show_versions,
            Act.PROTECT: self._show_protection,
            Act.TRAIL: self._show_trail,
            Act.CLOSE: lambda: self.documents.close(),
            Act.QUIT: self.close,
            Act.COPY: self._copy,
            Act.PASTE: self._paste,
            Act.LOAD: self._load,
            Act.SOURCES: lambda: self.pages.show(pages.SOURCES),
            Act.CHECK: lambda: self.pages.show(pages.SOURCES),
            Act.SCORE: lambda: self.pages.show(pages.MATRIX),
            Act.WRITE: lambda: self.pages.show(pages.REPORT),
            Act.EXPORT: lambda: self._report_tab().export_word(),
            Act.ANNEX: lambda: self._report_tab().export_annex(),
            Act.CHECK_PAPER: self._check_paper,
            Act.WORDING: self._show_wording,
            Act.COPIES: self._show_copies,
            Act.RETURN: self._ask_for_return,
            Act.CATALOGUE: self._show_catalogue,
            Act.RECIPES: self._show_recipes,
            Act.ROUNDS: self._show_rounds,
            Act.ORIGIN: self._trace,
            Act.EXPLAIN: self._explain,
            Act.LOG_FOLDER: self._open_logs,
            Act.ABOUT: lambda: AboutDialog(self._state, self).open(),
        }.items():
            self.actions_by_name[act].triggered.connect(lambda _=False, do=do: do())

        # Qt knows the menu key everywhere, but this one only on Windows.
        QShortcut(QKeySequence("Shift+F10"), self, self._press_menu_key)

    def _connect_parts(self) -> None:
        self.tasks.changed.connect(self._refresh_actions)
        self.tasks.stopped.connect(lambda title: self._say(f"{title}: stopped."))
        self.documents.opened.connect(self._open_context)
        self.documents.closing.connect(self._close_context)
        self.documents.closed.connect(self._show_start_page)
        self.documents.saved.connect(self._saved)
        self.documents.custody_changed.connect(self._show_custody)
        self.custody_bar.take_over_asked.connect(self.documents.take_over)
        self.start_page.sample_chosen.connect(self.documents.open_sample)
        self.start_page.new_asked.connect(self.documents.new)
        self.start_page.open_asked.connect(self.documents.ask_and_open)
        self.start_page.recent_chosen.connect(self.documents.open_file)
        self.start_page.recovery_chosen.connect(self.documents.recover)
        self.area_picker.picked.connect(self._pick_area)
        self.edition_picker.picked.connect(self._pick_edition)

    # The open pack

    @property
    def _handover(self) -> Handover | None:
        return self._context.workbench.handover if self._context else None

    def _open_context(self, bench: Workbench) -> None:
        context = Context(bench, self.tasks, self.actions_by_name, self._theme, self)
        self._context = context
        self.documents.watch(context.undo_stack)
        self.undo_group.addStack(context.undo_stack)
        self.undo_group.setActiveStack(context.undo_stack)
        context.undo_stack.cleanChanged.connect(self._refresh_saved)
        context.origin_asked.connect(self._show_origin)
        context.explanation_asked.connect(self._show_explanation)
        context.indicator_asked.connect(self._show_indicator)
        context.edition_changed.connect(self._refresh_names)
        context.records_changed.connect(self._refresh_names)
        context.records_changed.connect(self._follow_priorities)
        self.pages.fill(context)
        self._fill_tab_actions()
        self.ui.pages.setCurrentWidget(self.ui.pack_page)
        self.saved_label.setText("")
        self._refresh_names()
        self._refresh_saved()
        self._refresh_actions()
        if self._dropped:
            dropped, self._dropped = self._dropped, []
            self._load(dropped)

    def _close_context(self) -> None:
        if self._context:
            self.pages.clear()
            self._context.close()
            self.undo_group.removeStack(self._context.undo_stack)
            self._context.deleteLater()
            self._context = None

    def _follow_priorities(self) -> None:
        if self.pages.follow():
            self._fill_tab_actions()

    def _show_start_page(self) -> None:
        self._show_custody()
        self.start_page.refresh()
        self.ui.pages.setCurrentWidget(self.start_page)
        self._fill_tab_actions()
        self._refresh_names()
        self._refresh_saved()
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        facts = Facts(self._context is not None, self.tasks.busy, self._handover is not None)
        self.actions_by_name.refresh(facts)
        self.edition_picker.setEnabled(not facts.handed_over)

    def _refresh_names(self) -> None:
        context = self._context
        self.ui.toolbar.setVisible(context is not None)
        for label in (self.edition_label, self.pack_label):
            label.setVisible(context is not None)
        if context is None:
            self.setWindowTitle("Safer Desktop[*]")
            self.attribution_label.setText("")
            return
        bench = context.workbench
        areas = [(area.code, area.name) for area in bench.catalogue.reporting_areas]
        self.area_picker.offer(areas, context.area)
        steps = range(_EDITIONS_ON, -_EDITIONS_BACK - 1, -1)
        editions = [bench.edition.stepped(step) for step in steps]
        self.edition_picker.offer([(it, it.label) for it in editions], bench.edition)
        self.setWindowTitle(f"{bench.title}[*] \N{EN DASH} Safer Desktop")
        self.pack_label.setText(bench.title)
        self.edition_label.setText(bench.edition.label)
        self.attribution_label.setText(bench.attribution)

    def _refresh_saved(self, _clean: bool = True) -> None:
        unsaved = self.documents.unsaved
        self.setWindowModified(unsaved)
        bench = self.documents.workbench
        if bench is None:
            self.saved_label.setText("")
        elif unsaved:
            self.saved_label.setText("Unsaved changes")
        elif bench.path is None:
            self.saved_label.setText("Not saved to a file")
        else:
            self.saved_label.setText("Saved")

    def _saved(self, note: str) -> None:
        self._refresh_names()
        self._refresh_saved()
        self._say(note or "The pack is saved.")

    def _show_custody(self) -> None:
        bench = self.documents.workbench
        self.custody_bar.show_custody(bench.custody if bench else None)
        self.handover_bar.show_handover(bench.handover if bench else None)

    # What the user asks for

    def _pick_area(self, code: str) -> None:
        if self._context:
            self._context.set_area(code)

    def _pick_edition(self, edition: object) -> None:
        context = self._context
        if context:
            try:
                context.edit_field(
                    RecordKind.COUNCIL, "council", "edition", to_plain(edition), "choice of edition"
                )
            except SaferError as error:
                self._refresh_names()
                show_error(error, title="Edition", parent=self)

    def _show_indicator(self, code: str) -> None:
        if self._context:
            indicator = self._context.workbench.catalogue.indicator(code)
            page = self.pages.show(pages.priority_key(indicator.priority))
            cast("PriorityTab", page).show_indicator(code)

    def _press_menu_key(self) -> None:
        focus = QApplication.focusWidget()
        if focus:
            press_menu_key(focus)

    def _trace(self) -> None:
        subject = subject_under(QApplication.focusWidget())
        if self._context is None or subject is None:
            self._say("Select a figure first.")
        else:
            self._show_origin(subject)

    def _show_origin(self, subject: Subject) -> None:
        from safer_desktop.gui.dialogs.origin import open_origin

        if self._context:
            open_origin(self._context, subject, self)

    def _explain(self) -> None:
        subject = subject_under(QApplication.focusWidget())
        if self._context is None or subject is None:
            self._say("Select a figure first.")
        else:
            self._show_explanation(subject)

    def _show_explanation(self, subject: Subject) -> None:
        from safer_desktop.gui.dialogs.explain import open_explanation

        if self._context and not open_explanation(self._context, subject, self):
            self._say("This is no indicator's figure: see where it comes from instead.")

    def _show_catalogue(self) -> None:
        from safer_desktop.gui.dialogs.catalogue import CatalogueDialog

        if self._context is None:
            return
        dialog = self.findChild(CatalogueDialog) or CatalogueDialog(self._context, self)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _show_versions(self) -> None:
        from safer_desktop.gui.dialogs.versions import VersionsDialog

        if self._context is not None:
            dialog = VersionsDialog(self._context.workbench, self)
            dialog.chosen.connect(self.documents.restore)
            dialog.open()

    def _show_trail(self) -> None:
        from safer_desktop.gui.dialogs.changes import ChangesDialog

        if self._context is not None:
            trail = self._context.workbench.audit()
            dialog = ChangesDialog(self._context, trail, "Audit trail", parent=self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _show_protection(self) -> None:
        from safer_desktop.gui.dialogs.protect import ProtectDialog

        bench = self.documents.workbench
        if bench is not None:
            dialog = ProtectDialog(bench.title, is_protected=bench.is_protected, parent=self)
            dialog.decided.connect(self.documents.protect)
            dialog.open()

    def _show_rounds(self) -> None:
        from safer_desktop.gui.dialogs.rounds import RoundsDialog

        if self._context is not None:
            dialog = self.findChild(RoundsDialog) or RoundsDialog(self._context, self)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _show_copies(self) -> None:
        from safer_desktop.gui.dialogs.district_copies import open_copies

        if self._context is not None:
            open_copies(self._context, self)

    def _ask_for_return(self) -> None:
        from safer_desktop.gui.dialogs.district_return import ask_for_return

        if self._context is not None:
            ask_for_return(self._context, self)

    def _show_recipes(self) -> None:
        from safer_desktop.gui.dialogs.recipes import RecipesDialog

        if self._context is not None:
            dialog = self.findChild(RecipesDialog) or RecipesDialog(self._context, self)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _show_wording(self) -> None:
        from safer_desktop.gui.dialogs.wording import WordingDialog

        if self._context is not None:
            dialog = self.findChild(WordingDialog) or WordingDialog(self._context, self)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _load(self, paths: Sequence[Path] = ()) -> None:
        cast("SourcesTab", self.pages.show(pages.SOURCES)).load(paths)

    def _paste(self) -> None:
        cells = copied_cells()
        if cells is None:
            self._say("Copy cells in Excel first, with their headings.")
        else:
            cast("SourcesTab", self.pages.show(pages.SOURCES)).paste(cells)

    def _check_paper(self) -> None:
        from safer_desktop.gui.dialogs.paper_check import PaperCheckDialog

        bench = self._context.workbench if self._context else None
        folder = Path(self._state.settings.last_folder or Path.home())
        dialog = PaperCheckDialog(self.tasks, bench, folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _report_tab(self) -> ReportTab:
        return cast("ReportTab", self.pages.show(pages.REPORT))

    def _copy(self) -> None:
        if not copy_from(QApplication.focusWidget()):
            self._say("Select something first.")

    def _choose_look(self, setting: str) -> None:
        self._theme.choose(setting)
        self._state.update(theme=str(setting))

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.logs)))

    def _fill_recent(self) -> None:
        self.ui.menu_recent.clear()
        for number, name in enumerate(self._state.settings.recent, start=1):
            path = Path(name)
            action = self.ui.menu_recent.addAction(f"&{number} {path.stem}".replace("&&", "&"))
            action.setStatusTip(name)
            action.triggered.connect(lambda _=False, path=path: self.documents.open_file(path))
        if self.ui.menu_recent.isEmpty():
            self.ui.menu_recent.addAction("None yet").setEnabled(False)

    def _fill_tab_actions(self) -> None:
        for action in self._tab_actions:
            self.ui.menu_view.removeAction(action)
            action.deleteLater()
        self._tab_actions = []
        for number, title in enumerate(self.pages.titles):
            action = QAction(title.replace("&", "&&"), self)
            action.setShortcut(f"Alt+{number + 1}")
            action.triggered.connect(lambda _=False, n=number: self.pages.show_number(n))
            self.ui.menu_view.insertAction(self.ui.menu_look.menuAction(), action)
            self._tab_actions.append(action)

    def _say(self, text: str) -> None:
        self.ui.statusbar.showMessage(text, _MESSAGE_MS)

    def _leave(self) -> None:
        self._leaving = True
        QTimer.singleShot(0, self.close)

    def _restore_geometry(self) -> None:
        try:
            stored = binascii.a2b_base64(self._state.settings.geometry)
        except binascii.Error:
            stored = b""
        if stored:
            self.restoreGeometry(QByteArray(stored))
        elif self.screen().availableSize().width() < _SMALL_SCREEN:
            self.setWindowState(Qt.WindowState.WindowMaximized)
