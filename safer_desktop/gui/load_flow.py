"""Takes files in, one after the other: look into it, ask once, take it in, make it undoable."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from safer_desktop.domain.errors import PasswordNeeded, SaferError
from safer_desktop.domain.observations import Load, Settlement, Severity, StoredLoad
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.check import CheckDialog
from safer_desktop.gui.dialogs.password import PasswordDialog
from safer_desktop.gui.messages import ask, show_error
from safer_desktop.gui.widgets.incoming import CopiedCells
from safer_desktop.workbench.catalogue_records import catalogue_addition

if TYPE_CHECKING:
    from safer_desktop.loading.extracts import IncidentColumns
    from safer_desktop.loading.recipes import Recipe
    from safer_desktop.loading.road import Inspection, SourceKind

_T = TypeVar("_T")
_TITLE = "Load files"


class LoadFlow(QObject):
    """Works through a queue of files and pasted cells; ``taken_in`` after each that came in.

    A file that cannot be read is told and passed over; cancelling a file's dialog leaves that
    file out and goes on with the next.
    """

    taken_in = Signal(object)
    finished = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._queue: deque[Path | CopiedCells] = deque()
        self._busy = False
        self.dialog: QDialog | None = None

    def load(self, paths: Sequence[Path]) -> None:
        """Put files or folders at the end of the queue."""
        self._add(paths)

    def paste(self, cells: CopiedCells) -> None:
        """Put cells from the clipboard at the end of the queue."""
        self._add([cells])

    def _add(self, things: Sequence[Path | CopiedCells]) -> None:
        self._queue.extend(things)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self.dialog = None
        if not self._queue:
            self._busy = False
            self.finished.emit()
            return
        self._busy = True
        first = self._queue.popleft()
        if isinstance(first, Path):
            self._look(first)
        else:
            self._look_at_cells(first)

    def _look(self, path: Path, password: str = "", kind: SourceKind | None = None) -> None:
        self.dialog = None

        def look(progress: Progress) -> Inspection:
            workbench = self._context.workbench
            return workbench.inspect(path, progress, password=password, kind=kind)

        def failed(error: SaferError) -> None:
            if isinstance(error, PasswordNeeded):
                self._ask_password(path, wrong=error.wrong)
            else:
                self._pass_over(error)

        self._run(look, self._inspected, failed)

    def _look_at_cells(self, cells: CopiedCells) -> None:
        def look(progress: Progress) -> Inspection:
            return self._context.workbench.inspect_pasted(cells.text, cells.html, progress)

        self._run(look, self._inspected)

    def _ask_password(self, path: Path, *, wrong: bool) -> None:
        dialog = PasswordDialog(path.name, wrong=wrong, parent=self._window)
        self.dialog = dialog

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self._look(path, dialog.take_password())
            else:
                self._next()

        dialog.finished.connect(finished)
        dialog.open()

    def _inspected(self, inspection: Inspection) -> None:
        known = None
        if inspection.sha256:
            known = self._context.workbench.already_loaded(inspection.sha256)
        if known is None:
            self._go_on(inspection)
            return

        def answered(again: bool) -> None:
            if again:
                self._go_on(inspection)
            else:
                self._next()

        ask(
            _TITLE,
            f"'{inspection.path.name}' is already in the pack.",
            "&Load it again",
            answered,
            more=f"Exactly this file was loaded on {known.file.loaded_at:%d %B %Y} "
            f"by {known.file.loaded_by}.",
            parent=self._window,
        )

    def _go_on(self, inspection: Inspection) -> None:
        if inspection.incidents is not None and inspection.recipe is None:
            self._ask_how_to_count(inspection)
        elif inspection.workbook is not None and inspection.recipe is None:
            self._map(inspection)
        elif inspection.drift is not None:
            self._ask_about_drift(inspection)
        else:
            self._offer(inspection)

    def _offer(self, inspection: Inspection) -> None:
        """Open data may have more than the catalogue: ask whether to add it, then read."""
        found = inspection.offer(self._context.workbench.catalogue)
        if not found:
            self._prepare(inspection)
            return

        def answered(add: bool) -> None:
            if add:
                try:
                    self._context.apply(catalogue_addition(found.areas, found.indicators))
                except SaferError as error:
                    self._pass_over(error)
                    return
            self._prepare(inspection)

        ask(
            _TITLE,
            f"'{inspection.path.name}' also has figures that the catalogue has no place for.",
            "&Add to the catalogue",
            answered,
            more=f"{found.names}. Added, they are taken in too. Undo takes them out again.",
            no="&Go on without",
            parent=self._window,
        )

    def _ask_how_to_count(self, inspection: Inspection) -> None:
        from safer_desktop.gui.dialogs.extract import ExtractDialog
        from safer_desktop.loading.road import SourceKind

        base, found = inspection.proposal or inspection.recipe, inspection.incidents
        assert found is not None
        assert base is not None
        dialog = ExtractDialog(
            replace(found, columns=base.incidents or found.columns),
            self._context.workbench.catalogue,
            base.partner,
            self._window,
        )
        self.dialog = dialog
        shown = inspection

        def count(columns: IncidentColumns) -> None:
            def recount(progress: Progress) -> Inspection:
                return self._context.workbench.recounted(shown, columns, progress)

            def counted(again: Inspection) -> None:
                nonlocal shown
                assert again.incidents is not None
                shown = again
                dialog.show_counts(again.incidents)

            self._context.tasks.run(
                recount,
                counted,
                lambda error: show_error(error, title=_TITLE, parent=dialog),
                title=_TITLE,
            )

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                recipe = replace(base, partner=dialog.partner, incidents=dialog.columns)
                if base is inspection.recipe and recipe != base:
                    recipe = replace(recipe, version=base.version + 1)
                self._prepare_counted(shown, recipe)
            elif dialog.table_instead:
                self._look(inspection.path, inspection.password, SourceKind.WORKBOOK)
            else:
                self._next()

        dialog.count_wanted.connect(count)
        dialog.finished.connect(finished)
        dialog.open()

    def _prepare_counted(self, inspection: Inspection, recipe: Recipe) -> None:
        def prepare(progress: Progress) -> Load:
            return self._context.workbench.prepare(inspection, recipe, "", progress)

        words = f"Counted as you have just said. {inspection.incidents_words}"
        self._run(prepare, lambda load: self._ask_about(inspection, load, recipe, recipe, words))

    def _ask_about_drift(self, inspection: Inspection) -> None:
        from safer_desktop.gui.dialogs.drift import DriftDialog

        dialog = DriftDialog(inspection, self._window)
        self.dialog = dialog

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self._prepare(inspection)
            elif dialog.look_first:
                self._map(inspection)
            else:
                self._next()

        dialog.finished.connect(finished)
        dialog.open()

    def _prepare(self, inspection: Inspection) -> None:
        def prepare(progress: Progress) -> Load:
            return self._context.workbench.prepare(inspection, inspection.reading, "", progress)

        self._run(prepare, lambda load: self._check(inspection, load))

    def _check(self, inspection: Inspection, load: Load) -> None:
        if inspection.drift is not None:
            words = f"The changes are followed by '{inspection.drift.recipe.title}'."
        elif inspection.incidents is not None:
            words = inspection.incidents_words
        elif inspection.recipe is not None:
            words = f"Recognised: read by '{inspection.recipe.title}'. {load.file.note}".strip()
        else:
            words = (
                "A data.police.uk download: incidents are counted by month, area and type, "
                "and never kept."
            )
        self._ask_about(inspection, load, inspection.reading, inspection.following, words)

    def _ask_about(
        self,
        inspection: Inspection,
        load: Load,
        reading: Recipe | None,
        following: Recipe | None,
        words: str,
        *,
        has_sheet: bool = True,
    ) -> None:
        """Show what was found; ``reading`` reads the file again, ``following`` is kept."""
        workbench = self._context.workbench

        def reread(progress: Progress, settlements: Sequence[Settlement]) -> Load:
            return workbench.prepare(inspection, reading, "", progress, settlements)

        dialog = CheckDialog(
            self._context,
            load,
            words,
            reread,
            workbook=inspection.workbook,
            has_sheet=has_sheet and bool(reading and (reading.tables or reading.incidents)),
            parent=self._window,
        )
        if inspection.incidents is not None:
            dialog.ui.look.setText("&Say how it is counted...")
        self.dialog = dialog

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self._take_in(inspection, dialog.load, following)
            elif dialog.look_first and inspection.incidents is not None:
                self._ask_how_to_count(inspection)
            elif dialog.look_first:
                self._map(inspection)
            else:
                self._next()

        dialog.finished.connect(finished)
        dialog.open()

    def _map(self, inspection: Inspection) -> None:
        from safer_desktop.gui.dialogs.mapping import MappingDialog
        from safer_desktop.loading.road import SourceKind

        dialog = MappingDialog(self._context, inspection, self._window)
        self.dialog = dialog

        def finished(result: int) -> None:
            load, recipe = dialog.load, dialog.recipe
            if dialog.incidents_instead:
                self._look(inspection.path, inspection.password, SourceKind.INCIDENTS)
            elif result != QDialog.DialogCode.Accepted or load is None:
                self._next()
            elif any(it.severity is not Severity.NOTE for it in load.problems):
                words = f"Read by '{recipe.title}', as you have just said."
                self._ask_about(inspection, load, recipe, recipe, words, has_sheet=False)
            else:
                self._take_in(inspection, load, recipe)

        dialog.finished.connect(finished)
        dialog.open()

    def _take_in(self, inspection: Inspection, load: Load, recipe: Recipe | None) -> None:
        workbench = self._context.workbench

        def take_in(progress: Progress) -> StoredLoad:
            progress.report(0.5, f"Taking in {len(load.observations):,} figures")
            return workbench.take_in(load, inspection.remembered(recipe))

        def done(stored: StoredLoad) -> None:
            self._context.loaded(stored)
            self.taken_in.emit(stored)
            self._next()

        self._run(take_in, done)

    def _run(
        self,
        work: Callable[[Progress], _T],
        on_done: Callable[[_T], None],
        failed: Callable[[SaferError], None] | None = None,
    ) -> None:
        started = self._context.tasks.run(
            work, on_done, failed or self._pass_over, title=_TITLE, on_cancelled=self._stopped
        )
        if not started:
            self._busy = False
            self._queue.clear()
            error = SaferError(
                "Other work is under way.", remedy="Load the files when it has finished."
            )
            show_error(error, title=_TITLE, parent=self._window)

    def _pass_over(self, error: SaferError) -> None:
        show_error(error, title=_TITLE, parent=self._window)
        self._next()

    def _stopped(self) -> None:
        """The user cancelled: the files still waiting are left out too."""
        self._queue.clear()
        self._next()
