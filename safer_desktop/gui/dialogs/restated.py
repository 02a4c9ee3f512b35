"""The figures that one file restated: what they were, what they are, and in which cells."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number, period_text, value_text
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Revision
from safer_desktop.gui.context import Context
from safer_desktop.gui.forms.ui_restated_dialog import Ui_RestatedDialog
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.copying import copy_all, copy_from
from safer_desktop.workbench.intake import Origin
from safer_desktop.workbench.sources import Source
from safer_desktop.workbench.subjects import CellsOf

_HEADERS = (
    "Indicator", "Area", "Period", "Was", "Is now", "Difference", "Share", "Cell before", "Cell now"
)  # fmt: skip
_NUMERIC = (3, 4, 5, 6)
_PLACES = (7, 8)


class RestatedDialog(QDialog):
    """One row per restated figure; the steps back to both cells are one key away."""

    def __init__(self, context: Context, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        restatement = source.restatement
        self._all = restatement.revisions if restatement else ()
        self._shown = self._all
        self.ui = Ui_RestatedDialog()
        self.ui.setupUi(self)
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        words = restatement.words if restatement else ""
        ui.heading.setText(f"'{source.load.file.name}' {words}")
        self.model = TextTableModel(self)
        ui.figures.setModel(self.model)
        ui.figures.verticalHeader().hide()
        header = ui.figures.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _PLACES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        catalogue = context.workbench.catalogue
        ids = [number for it in self._all for number in (it.old_id, it.new_id)]
        origins = context.workbench.origins(ids)
        self._rows = [
            _row(it, old, new, catalogue)
            for it, old, new in zip(self._all, origins[::2], origins[1::2], strict=True)
        ]
        ui.find.textChanged.connect(self._find)
        ui.trace.clicked.connect(self._trace)
        ui.figures.activated.connect(lambda _: self._trace())
        ui.copy.clicked.connect(lambda: copy_all(ui.figures))
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), ui.figures)
        copied.activated.connect(lambda: copy_from(ui.figures))
        self._find("")

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        kept = [
            (it, row)
            for it, row in zip(self._all, self._rows, strict=True)
            if all(word in " ".join(row).casefold() for word in wanted)
        ]
        self._shown = tuple(it for it, _ in kept)
        self.model.set_table(_HEADERS, [row for _, row in kept], _NUMERIC)
        if kept:
            self.ui.figures.selectRow(0)
        self.ui.trace.setEnabled(bool(kept))

    def _trace(self) -> None:
        row = self.ui.figures.currentIndex().row()
        if 0 <= row < len(self._shown):
            it = self._shown[row]
            title = f"{self._rows[self._all.index(it)][0]}, before and now"
            self._context.show_origin(CellsOf((it.old_id, it.new_id), title))


def _row(it: Revision, old: Origin, new: Origin, catalogue: Catalogue) -> tuple[str, ...]:
    known = catalogue.has_indicator(it.indicator)
    decimals = catalogue.indicator(it.indicator).decimals if known else 2
    places = 0 if it.unit is Unit.COUNT else decimals
    share = f"{number(100 * (it.new - it.old) / it.old, 1, signed=True)}%" if it.old else ""
    return (
        catalogue.indicator(it.indicator).name if known else it.indicator,
        catalogue.area(it.area).name if catalogue.has_area(it.area) else it.area,
        period_text(it.period),
        value_text(it.old, it.unit, decimals),
        value_text(it.new, it.unit, decimals),
        number(it.new - it.old, places, signed=True),
        share,
        old.words,
        new.words,
    )
