"""What leaves with each district's copy and what does not, before the copies are made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QWidget

from safer_desktop.analysis.disclosure import Withheld
from safer_desktop.analysis.handout import Kept
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.periods import Period
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_district_copies_dialog import Ui_DistrictCopiesDialog
from safer_desktop.gui.messages import show_note
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.workbench import district_copy as use

_WHY = {
    Withheld.SMALL: "[c] small count",
    Withheld.GIVES_AWAY: "[c] a small count could be worked out from it",
}


def open_copies(context: Context, parent: QWidget) -> None:
    """Work out what may leave, then show it."""
    context.tasks.run(
        lambda _progress: use.plan(context.workbench),
        lambda plan: DistrictCopiesDialog(context, plan, parent).open(),
        title="What may leave",
    )


class DistrictCopiesDialog(QDialog):
    """Making the copies is noted in the pack, which then has something to save."""

    def __init__(self, context: Context, plan: use.Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan = plan
        self.ui = Ui_DistrictCopiesDialog()
        self.ui.setupUi(self)
        ui = self.ui
        self.kept = TextTableModel(self)
        ui.kept.setModel(self.kept)
        ui.kept.verticalHeader().hide()
        ui.districts.show_choices(self._choices(), [it.district for it in plan.previews])
        ui.threshold.setKeyboardTracking(False)
        ui.threshold.valueChanged.connect(self._decide)
        ui.districts.ticked.connect(lambda _: self._enable())
        ui.make.clicked.connect(self.ask_to_make)
        context.closing.connect(self.close)
        context.tasks.changed.connect(self._enable)
        self.finished.connect(self.deleteLater)
        self._show()

    def _show(self) -> None:
        ui, plan = self.ui, self._plan
        ui.heading.setText(f"Copies for the districts, {self._context.workbench.edition.label}")
        ui.districts.show_choices(self._choices(), ui.districts.codes())
        with QSignalBlocker(ui.threshold):
            ui.threshold.setValue(round(plan.small_below))
        catalogue = self._context.workbench.catalogue
        self.kept.set_table(
            ("Indicator", "Area", "Period", "Why"),
            [_kept_row(it, catalogue) for it in plan.kept],
        )
        header = ui.kept.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.kept_label.setText(f"&Left out of every copy: {_figures(len(plan.kept))}")
        ui.words.setEnabled(bool(plan.words))
        ui.words_note.setText(_words_note(plan))
        self._enable()

    def _choices(self) -> list[tuple[str, str]]:
        return [(_leaving(it), it.district) for it in self._plan.previews]

    def _enable(self) -> None:
        busy = self._context.tasks.busy
        self.ui.make.setEnabled(bool(self.ui.districts.codes()) and not busy)
        self.ui.threshold.setEnabled(not busy)

    def _decide(self, value: int) -> None:
        bench = self._context.workbench
        self._context.apply(use.threshold_edit(bench, value))

        def shown(plan: use.Plan) -> None:
            self._plan = plan
            self._show()

        self._context.tasks.run(lambda _progress: use.plan(bench), shown, title="What may leave")

    def ask_to_make(self) -> None:
        """Ask for a folder, then make the copies in it."""
        folder = QFileDialog.getExistingDirectory(self, "Folder for the districts' copies")
        if folder:
            self.make(Path(folder))

    def make(self, folder: Path) -> None:
        """Make the ticked districts' copies in this folder."""
        bench, plan, chosen = self._context.workbench, self._plan, self.ui.districts.codes()
        words = self.ui.words.isEnabled() and self.ui.words.isChecked()

        def work(progress: Progress) -> tuple[Path, ...]:
            return use.write_copies(
                bench, plan, chosen, folder, with_words=words, progress=progress
            )

        self._context.tasks.run(work, self._made, title="District copies")

    def _made(self, paths: Sequence[Path]) -> None:
        parent = self.parentWidget()
        self._context.undo_stack.resetClean()
        self.accept()
        many = "copy is" if len(paths) == 1 else "copies are"
        show_note(
            "District copies",
            f"{len(paths)} {many} in {paths[0].parent}.",
            more="\n".join(path.name for path in paths)
            + "\n\nSave your own pack too: it remembers which copies were made, and takes in what "
            "comes back.",
            parent=parent,
        )


def _leaving(it: use.Preview) -> str:
    return (
        f"{it.name}: {number(it.own)} figures of its own ({number(it.withheld)} more left out), "
        f"{number(it.county)} of the county, {number(it.elsewhere)} of other areas"
    )


def _kept_row(it: Kept, catalogue: Catalogue) -> tuple[str, ...]:
    return (
        catalogue.indicator(it.indicator).name,
        catalogue.area(it.area).name,
        Period.span(*it.span).label,
        _WHY[it.why],
    )


def _figures(many: int) -> str:
    return f"{number(many)} {'figure' if many == 1 else 'figures'}"


def _words_note(plan: use.Plan) -> str:
    if not (plan.words or plan.private):
        return "Nobody has written words of their own in the report."
    parts = []
    if plan.words:
        parts.append(
            f"Would go: {_paragraphs(plan.words)}. Read them first: numbers in words are not "
            "looked for."
        )
    if plan.private:
        parts.append(f"Stays, since a district is named: {_paragraphs(plan.private)}.")
    return " ".join(parts)


def _paragraphs(titles: Sequence[str]) -> str:
    many = f"{len(titles)} paragraph{'' if len(titles) == 1 else 's'}"
    return f"{many} of {', '.join(dict.fromkeys(titles))}"
