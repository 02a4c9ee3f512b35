"""What every page of the window is handed: one open pack and the ways to ask things of the shell.

One context serves one open pack. Opening another pack makes a new context and new pages, so a page
never has to unlearn a pack. The shell calls on the pages of a pack by these names, at the first
visit of a tab:

* ``gui.tabs.overview.OverviewTab(context)``
* ``gui.tabs.priority.PriorityTab(context, priority_code)``, with ``show_indicator(code)``
* ``gui.tabs.matrix.MatrixTab(context)``
* ``gui.tabs.sources.SourcesTab(context)``, with ``load(paths)`` (no paths: ask for files)
* ``gui.tabs.report.ReportTab(context)``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from safer_desktop.domain.observations import StoredLoad
from safer_desktop.domain.records import Edit, Json, RecordKind
from safer_desktop.gui.commands.edits import EditCommand
from safer_desktop.gui.commands.loads import LoadCommand

if TYPE_CHECKING:
    from safer_desktop.gui.actions import Actions
    from safer_desktop.gui.tasks import Tasks
    from safer_desktop.gui.theme import Theme
    from safer_desktop.workbench.bench import Change, Workbench
    from safer_desktop.workbench.subjects import Subject


class Context(QObject):
    """The open pack, the undo stack over it, and what the pages have in common.

    Signals come in the window's thread, whichever thread changed the pack:

    * ``area_changed(code)``: the user picked another area;
    * ``edition_changed()``: another quarter; every figure is new;
    * ``data_changed()``: a load came, went or came back; every figure may be new;
    * ``records_changed(kinds)``: a ``frozenset[RecordKind]`` of records was edited;
    * ``origin_asked(subject)``, ``indicator_asked(code)``: for the shell;
    * ``closing()``: the pack is about to be closed.
    """

    area_changed = Signal(str)
    edition_changed = Signal()
    data_changed = Signal()
    records_changed = Signal(object)
    origin_asked = Signal(object)
    explanation_asked = Signal(object)
    indicator_asked = Signal(str)
    closing = Signal()
    _bench_changed = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        tasks: Tasks,
        actions: Actions,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.tasks = tasks
        self.actions = actions
        self.theme = theme
        self.undo_stack = QUndoStack(self)
        self._area = _first_area(workbench)
        self._edition = workbench.edition
        # Work in another thread may change the pack: the signal carries the news over to this one.
        self._bench_changed.connect(self._tell)
        self._unsubscribe = workbench.subscribe(self._bench_changed.emit)

    @property
    def area(self) -> str:
        """Code of the area whose figures are shown: the county or one of its districts."""
        return self._area

    def set_area(self, code: str) -> None:
        """Show this area on every page."""
        if code != self._area:
            self._area = code
            self.area_changed.emit(code)

    def apply(self, edit: Edit) -> None:
        """Do an edit and put it on the undo stack; raises :class:`SaferError` if it is refused.

        An edit that changes nothing leaves no trace.
        """
        if any(change.old != change.new for change in edit.changes):
            self.workbench.apply(edit)
            self.undo_stack.push(EditCommand(self.workbench, edit))

    def edit_field(
        self, kind: RecordKind, code: str, field: str, new: Json, title: str, why: str = ""
    ) -> None:
        """Set one field of one record as an undoable edit named ``title``."""
        self.apply(self.workbench.field_edit(kind, code, field, new, title, why))

    def loaded(self, load: StoredLoad) -> None:
        """Make undoable a load that the workbench has just taken in."""
        self.undo_stack.push(LoadCommand(self.workbench, load, withdrawn=False))

    def set_withdrawn(self, load: StoredLoad, withdrawn: bool) -> None:
        """Withdraw a load or bring it back, undoably; raises :class:`SaferError` if refused."""
        self.workbench.set_withdrawn(load.id, withdrawn)
        self.undo_stack.push(LoadCommand(self.workbench, load, withdrawn=withdrawn))

    def show_origin(self, subject: Subject) -> None:
        """Show where something on the screen comes from, step by step down to its cells."""
        self.origin_asked.emit(subject)

    def show_explanation(self, subject: Subject) -> None:
        """Show how a figure on the screen was worked out."""
        self.explanation_asked.emit(subject)

    def show_indicator(self, code: str) -> None:
        """Go to the indicator's priority tab and select it there."""
        self.indicator_asked.emit(code)

    def close(self) -> None:
        """Hear no more of the workbench; the pack is about to be closed."""
        self.closing.emit()
        self._unsubscribe()

    def _tell(self, change: Change) -> None:
        if self._edition != self.workbench.edition:
            self._edition = self.workbench.edition
            self.edition_changed.emit()
        if self._area not in (area.code for area in self.workbench.catalogue.reporting_areas):
            self.set_area(self.workbench.catalogue.home)
        if change.data:
            self.data_changed.emit()
        if change.kinds:
            self.records_changed.emit(change.kinds)


def _first_area(workbench: Workbench) -> str:
    """The district in its own copy, else the county."""
    catalogue, handover = workbench.catalogue, workbench.handover
    if handover and handover.district in catalogue.districts:
        return handover.district
    return catalogue.home
