"""A file not laid out as the last one: both sides, what differs, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableView, QWidget

from safer_desktop.domain.observations import CellPlace
from safer_desktop.gui.forms.ui_drift_dialog import Ui_DriftDialog
from safer_desktop.gui.models.drift_model import DriftModel
from safer_desktop.gui.models.sheet_piece_model import SheetPieceModel
from safer_desktop.gui.widgets.marked_cells import MarkedCells
from safer_desktop.loading.cells import Place, Sheet, parse_a1
from safer_desktop.loading.drift.nouns import Difference, DriftKind, Pair
from safer_desktop.loading.recipes import SeenTable, TableRecipe
from safer_desktop.loading.seen import seen_sheet, seen_tables

if TYPE_CHECKING:
    from safer_desktop.loading.road import Inspection

_ROW, _COLUMN, _WIDEST = 22, 92, 240
_MOST_ROWS = 400
_LIST_WIDTHS = (176, 430, 170, 170, 120)


class DriftDialog(QDialog):
    """Accepted: follow the changes. Rejected with ``look_first``: the user wants the sheet."""

    def __init__(self, inspection: Inspection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert inspection.drift is not None
        assert inspection.recipe is not None
        assert inspection.workbook is not None
        self.look_first = False
        self._drift = inspection.drift
        self._recipe = inspection.recipe
        self._workbook = inspection.workbook
        self._seen = seen_tables(inspection.recipe)
        self._shown: tuple[int, str] | None = None
        self.ui = Ui_DriftDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._tell()
        self.model.agreed_changed.connect(self._tell_state)
        self.ui.agree_all.clicked.connect(self.model.agree_to_all)
        self.ui.look.clicked.connect(self._look)
        self.ui.differences.selectionModel().currentRowChanged.connect(self._show)
        self.ui.differences.selectRow(0)
        self._tell_state()

    # Assemble

    def _build(self) -> None:
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        ui.state.setProperty("role", "muted")
        for label in (ui.differences_label, ui.before_label, ui.now_label):
            label.setProperty("role", "strong")
        self.model = DriftModel(self._drift.differences, self)
        ui.differences.setModel(self.model)
        ui.differences.verticalHeader().hide()
        ui.differences.setWordWrap(False)
        for column, width in enumerate(_LIST_WIDTHS):
            ui.differences.setColumnWidth(column, width)
        ui.differences.horizontalHeader().setStretchLastSection(True)
        self.before, self.now = SheetPieceModel(self), SheetPieceModel(self)
        for view, model in ((ui.before, self.before), (ui.now, self.now)):
            view.setModel(model)
            view.setItemDelegate(MarkedCells(view))
            view.horizontalHeader().setDefaultSectionSize(_COLUMN)
            view.verticalHeader().setDefaultSectionSize(_ROW)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        ui.splitter.setSizes([230, 330])

    def _tell(self) -> None:
        drift, recipe = self._drift, self._recipe
        count, blocked = len(drift.differences), len(drift.blocking)
        asking = len(drift.asking)
        self.ui.heading.setText(f"'{self._workbook.name}' is not laid out as the last file was")
        last = f", which last read '{recipe.seen.file}'" if recipe.seen else ""
        parts = [
            f"{blocked} must be settled on the sheet" if blocked else "",
            f"{asking} {'needs' if asking == 1 else 'need'} your word" if asking else "",
            f"{count - blocked - asking} followed" if count > blocked + asking else "",
        ]
        found = "1 difference" if count == 1 else f"{count} differences"
        self.ui.explanation.setText(
            f"Recognised by the recipe '{recipe.title}'{last}. {found}:"
            f" {', '.join(part for part in parts if part)}. Nothing has been taken in yet."
        )
        self.ui.agree_all.setVisible(asking > 0)
        self.ui.agree_all.setText(f"I &agree to all {asking}" if asking > 1 else "I &agree")

    def _tell_state(self) -> None:
        waiting = self.model.open_questions
        if self._drift.blocking:
            words = "What must be settled cannot be followed: look at the sheet."
        elif waiting:
            words = f"Tick what you agree to ({waiting} to go), or look at the sheet."
        elif self._drift.recipe.version != self._recipe.version:
            words = f"The recipe becomes version {self._drift.recipe.version}."
        else:
            words = "The recipe itself stays as it is."
        self.ui.state.setText(words)
        can_follow = not self._drift.blocking and not waiting
        self.ui.follow.setEnabled(can_follow)
        self.ui.look.setDefault(not can_follow)
        self.ui.follow.setDefault(can_follow)
        self.ui.agree_all.setChecked(waiting == 0)

    def _look(self) -> None:
        self.look_first = True
        self.reject()

    # Both sides

    def _show(self, current: QModelIndex) -> None:
        """Show the sheets of a difference, and let its cells stand out on both."""
        if not current.isValid():
            return
        difference = self.model.difference(current.row())
        self.ui.detail.setText(difference.what)
        before = next((it.before for it in difference.pairs if it.before), None)
        now = next((it.now for it in difference.pairs if it.now), None)
        table = self._table_of(difference)
        key = (table, now.sheet if now else self._sheet_name(table))
        if key != self._shown:
            self._shown = key
            self._show_sheets(*key)
        for view, model, places in (
            (self.ui.before, self.before, (it.before for it in difference.pairs)),
            (self.ui.now, self.now, (it.now for it in difference.pairs)),
        ):
            name = model.sheet_name
            chosen = frozenset(parse_a1(it.cell) for it in places if it and it.sheet == name)
            model.choose(chosen)
            _make_room(view, chosen)
        self._scroll(before, now)

    def _table_of(self, difference: Difference) -> int:
        """The table that a difference is of; of one of the workbook as a whole, the first."""
        return max(difference.table, 0)

    def _sheet_name(self, table: int) -> str:
        """The sheet of this file that a table lies on now."""
        tables = self._drift.recipe.tables
        wanted = tables[table].sheet if table < len(tables) else self._seen[table].sheet
        return wanted if self._workbook.sheet(wanted) else self._workbook.sheets[0].name

    def _show_sheets(self, table: int, name: str) -> None:
        seen, recipe = self._seen[table], self._recipe.tables[table]
        last = seen_sheet(seen)
        sheet = self._workbook.sheet(name) or Sheet("", ())
        marks_before: dict[Place, str] = {}
        marks_now: dict[Place, str] = {}
        for difference in reversed(self._drift.differences):
            for pair in difference.pairs:
                word = _word(difference, pair)
                if pair.before and pair.before.sheet == seen.sheet:
                    marks_before[parse_a1(pair.before.cell)] = word
                if pair.now and pair.now.sheet == sheet.name:
                    marks_now[parse_a1(pair.now.cell)] = word
        self.before.show_sheet(last, marks_before, _figures(seen, recipe))
        self.now.show_sheet(sheet, marks_now)
        file = self._recipe.seen.file if self._recipe.seen else ""
        self.ui.before_label.setText(_label("&Last time", seen.sheet, file))
        self.ui.now_label.setText(_label("&This file", sheet.name, self._workbook.name))
        for view, model in ((self.ui.before, self.before), (self.ui.now, self.now)):
            _fit(view)
            view.clearSpans()
            for row, column in model.lone_texts():
                view.setSpan(row, column, 1, model.columnCount() - column)

    def _scroll(self, before: CellPlace | None, now: CellPlace | None) -> None:
        """Bring the cells into view; a side without one follows the other."""
        sides = ((self.ui.before, before or now), (self.ui.now, now or before))
        for view, cell in sides:
            if cell is not None:
                row, column = parse_a1(cell.cell)
                index = view.model().index(row, column)
                if index.isValid():
                    view.scrollTo(index, view.ScrollHint.PositionAtCenter)


def _word(difference: Difference, pair: Pair) -> str:
    if pair.before is None:
        return "new"
    if pair.now is None:
        return "gone"
    return "moved" if difference.kind is DriftKind.MOVED else "changed"


def _figures(seen: SeenTable, table: TableRecipe) -> frozenset[Place]:
    """Where figures stood that were not kept: under headings, or in every column without them."""
    if not seen.measures:
        return frozenset()
    headed = {
        column for row, column in map(parse_a1, seen.texts) if table.top <= row < table.first_row
    }
    columns = [
        column
        for column in range(table.first_column, seen.last_column + 1)
        if column in headed or not table.header_rows
    ]
    last = min(seen.last_row, table.first_row + _MOST_ROWS)
    rows = range(table.first_row, last + 1)
    return frozenset((row, column) for row in rows for column in columns)


def _label(words: str, sheet: str, file: str) -> str:
    parts = [f"sheet '{sheet}'" if sheet else "", f"'{file}'" if file else ""]
    text = ", ".join(part for part in parts if part).replace("&", "&&")
    return f"{words}: {text}" if text else words


def _fit(view: QTableView) -> None:
    """Columns as wide as their words need, within reason; long titles do not widen theirs."""
    view.resizeColumnsToContents()
    header = view.horizontalHeader()
    for column in range(header.count()):
        header.resizeSection(column, max(48, min(header.sectionSize(column), _WIDEST)))


def _make_room(view: QTableView, chosen: frozenset[Place]) -> None:
    """Rows whose marks carry their word are twice as high."""
    header = view.verticalHeader()
    tall = {row for row, _ in chosen}
    for row in range(header.count()):
        wanted = 2 * _ROW if row in tall else _ROW
        if header.sectionSize(row) != wanted:
            header.resizeSection(row, wanted)
