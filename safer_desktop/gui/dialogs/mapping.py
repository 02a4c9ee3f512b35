"""The mapping dialog: a partner's sheet with the program's proposal painted on it, to correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import Load, Problem, Severity
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.mapping_axes import AxisRow
from safer_desktop.gui.forms.ui_mapping_dialog import Ui_MappingDialog
from safer_desktop.gui.models.labels_model import CHOICES_ROLE, LabelsModel
from safer_desktop.gui.models.problems_model import ProblemsModel, count_words
from safer_desktop.gui.models.sheet_model import MARKS, SheetModel, role_colour
from safer_desktop.gui.widgets.choice_delegate import ChoiceDelegate
from safer_desktop.loading.cells import Sheet, a1, parse_a1
from safer_desktop.loading.layout import Layout, find_sheet
from safer_desktop.loading.mapping import (
    CellRole,
    anchored,
    cell_roles,
    found_labels,
    parse_region,
    region_text,
)
from safer_desktop.loading.periods import HINT_WORDS, PeriodHint
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, Scale, TableRecipe

if TYPE_CHECKING:
    from safer_desktop.loading.road import Inspection

_PREPARE_AFTER_MS = 250
_WIDEST = 160


class MappingDialog(QDialog):
    """Accepted with ``load`` and ``recipe`` set: what is to be taken in, and what to remember."""

    def __init__(
        self, context: Context, inspection: Inspection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert inspection.workbook is not None
        self._context = context
        self._inspection = inspection
        self._workbook = inspection.workbook
        self._catalogue = context.workbench.catalogue
        self._filling = False
        self._wanted = 0
        start = inspection.following or inspection.proposal
        self.recipe: Recipe = start or Recipe("", "", "", ())
        self.load: Load | None = None
        self.ui = Ui_MappingDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._connect()
        self._start()

    # Assemble

    def _build(self) -> None:
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        ui.labels_label.setProperty("role", "section")
        ui.take_in.setProperty("role", "primary")
        self.sheet_model = SheetModel(self)
        ui.grid.setModel(self.sheet_model)
        ui.grid.horizontalHeader().setDefaultSectionSize(84)
        ui.grid.verticalHeader().setDefaultSectionSize(22)
        self.labels_model = LabelsModel(self._catalogue, self)
        ui.labels.setModel(self.labels_model)
        ui.labels.setItemDelegate(ChoiceDelegate(CHOICES_ROLE, ui.labels))
        ui.labels.verticalHeader().hide()
        header = ui.labels.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((150, 56, 150, 110)):
            ui.labels.setColumnWidth(column, width)
        header.setStretchLastSection(True)
        self.problems_model = ProblemsModel(self)
        ui.problems.setModel(self.problems_model)
        ui.problems.verticalHeader().hide()
        for column, width in enumerate((170, 420, 300)):
            ui.problems.setColumnWidth(column, width)
        ui.problems.horizontalHeader().setStretchLastSection(True)
        ui.splitter.setSizes([780, 480])
        self._build_legend()
        areas = [(area.name, area.code) for area in self._catalogue.areas]
        indicators = [(i.name, i.code) for i in self._catalogue.indicators]
        self.axes = {
            CellRole.PERIOD: AxisRow(
                ui.period_kind, ui.period_lines, ui.period_fixed, ui.period_use, None
            ),
            CellRole.AREA: AxisRow(ui.area_kind, ui.area_lines, ui.area_fixed, ui.area_use, areas),
            CellRole.INDICATOR: AxisRow(
                ui.indicator_kind,
                ui.indicator_lines,
                ui.indicator_fixed,
                ui.indicator_use,
                indicators,
            ),
        }
        for scale in Scale:
            ui.scale.addItem(str(scale), scale)
        ui.hint.addItem("as each label says", "")
        for hint in PeriodHint:
            ui.hint.addItem(HINT_WORDS[hint], str(hint))
        partners = {i.partner for i in self._catalogue.indicators if i.partner}
        ui.partner.addItems(sorted(partners))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PREPARE_AFTER_MS)

    def _build_legend(self) -> None:
        row = QHBoxLayout(self.ui.legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel("Taken for:"))
        for role, words in MARKS.items():
            mark = QLabel(f" {words} ")
            mark.setAutoFillBackground(True)
            palette = mark.palette()
            palette.setColor(mark.backgroundRole(), role_colour(role))
            mark.setPalette(palette)
            row.addWidget(mark)
        row.addStretch()

    def _connect(self) -> None:
        ui = self.ui
        ui.sheet.currentIndexChanged.connect(self._sheet_picked)
        ui.table.currentIndexChanged.connect(self._table_picked)
        ui.add_table.clicked.connect(self._add_table)
        ui.remove_table.clicked.connect(self._remove_table)
        ui.values_use.clicked.connect(self._use_for_values)
        ui.values_range.editingFinished.connect(self._values_typed)
        for role, axis in self.axes.items():
            axis.changed.connect(lambda role=role: self._axis_changed(role))
            axis.selection_wanted.connect(lambda role=role: self._use_for_axis(role))
        ui.scale.activated.connect(self._options_changed)
        ui.hint.activated.connect(self._options_changed)
        self.labels_model.edited.connect(self._replace_table)
        ui.grid.selectionModel().selectionChanged.connect(self._show_selection)
        ui.problems.activated.connect(self._go_to_problem)
        ui.problems.clicked.connect(self._go_to_problem)
        ui.partner.currentTextChanged.connect(lambda _: self._later.start())
        ui.take_in.clicked.connect(self._accept_load)
        self._later.timeout.connect(self._prepare)

    def _start(self) -> None:
        ui = self.ui
        ui.heading.setText(f"What does '{self._workbook.name}' say?")
        known = self._inspection.recipe is not None
        ui.explanation.setText(
            "The layout is remembered from an earlier file; what differs is listed below."
            if known
            else "This layout is new. The program proposes where periods, areas and values lie: "
            "correct it by selecting cells. Nothing is taken in before you say so."
        )
        for sheet in self._workbook.sheets:
            name = sheet.name or self._workbook.name
            ui.sheet.addItem(f"{name} (hidden)" if sheet.hidden else name, sheet.name)
        ui.partner.setCurrentText(self.recipe.partner)
        ui.recipe_name.setText(self.recipe.name)
        self._list_tables(0)
        if not self.recipe.tables:
            self._sheet_picked()

    # What is shown

    @property
    def table(self) -> TableRecipe | None:
        """The table that is being looked at."""
        place = self.ui.table.currentIndex()
        return self.recipe.tables[place] if 0 <= place < len(self.recipe.tables) else None

    @property
    def reading(self) -> bool:
        """Whether the figures shown are not yet those of the recipe as it stands."""
        return self._later.isActive() or self._context.tasks.busy

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is being looked at."""
        return self._workbook.sheet(str(self.ui.sheet.currentData()))

    def _list_tables(self, current: int) -> None:
        self._filling = True
        self.ui.table.clear()
        for table in self.recipe.tables:
            self.ui.table.addItem(_table_words(table))
        if not self.recipe.tables:
            self.ui.table.addItem("none yet: select the values and choose Add")
        self.ui.table.setCurrentIndex(min(current, self.ui.table.count() - 1))
        self._filling = False
        self._table_picked()

    def _table_picked(self) -> None:
        if self._filling:
            return
        table = self.table
        if table is not None:
            sheet = find_sheet(self._workbook, table.sheet)
            name = sheet.name if sheet else table.sheet
            place = self.ui.sheet.findData(name)
            if place >= 0 and place != self.ui.sheet.currentIndex():
                self.ui.sheet.setCurrentIndex(place)
            elif place >= 0 and self.sheet_model.sheet is not self.sheet:
                self._sheet_picked()
        self._show_table()
        if table is not None:
            self._scroll_to(max(table.first_row - 3, 0), table.first_column)

    def _sheet_picked(self) -> None:
        self.sheet_model.show_sheet(self.sheet)
        self.ui.grid.resizeColumnsToContents()
        for column in range(self.sheet_model.columnCount()):
            if self.ui.grid.columnWidth(column) > _WIDEST:
                self.ui.grid.setColumnWidth(column, _WIDEST)
        self._show_table()

    def _show_table(self) -> None:
        """Fill the fields from the table, paint it, and read it anew soon."""
        table = self.table
        self._filling = True
        for widget in (self.ui.values_range, self.ui.values_use, self.ui.scale, self.ui.hint):
            widget.setEnabled(table is not None)
        self.ui.remove_table.setEnabled(table is not None)
        for axis in self.axes.values():
            axis.set_enabled(table is not None)
        if table is not None:
            self.ui.values_range.setText(region_text(table))
            self.axes[CellRole.PERIOD].show(table.period)
            self.axes[CellRole.AREA].show(table.area)
            self.axes[CellRole.INDICATOR].show(table.indicator)
            self.ui.scale.setCurrentIndex(self.ui.scale.findData(table.scale))
            self.ui.hint.setCurrentIndex(max(self.ui.hint.findData(table.period_hint), 0))
        self._filling = False
        self._paint()
        self._later.start()

    def _paint(self) -> None:
        layout = self._layout(self.table)
        self.labels_model.set_table(self.table, found_labels(layout) if layout else ())
        roles = {}
        for table in self.recipe.tables:
            shown = self._layout(table)
            if shown is not None and shown.sheet is self.sheet:
                roles.update(cell_roles(shown))
        self.sheet_model.set_roles(roles, self._problem_cells())

    def _layout(self, table: TableRecipe | None) -> Layout | None:
        sheet = find_sheet(self._workbook, table.sheet) if table is not None else None
        if table is None or sheet is None:
            return None
        return Layout(sheet, table, self.recipe.tables)

    def _problem_cells(self) -> frozenset[str]:
        if self.load is None or self.sheet is None:
            return frozenset()
        return frozenset(
            cell
            for problem in self.load.problems
            if problem.severity is not Severity.NOTE
            and (cell := _cell_on(problem, self.sheet.name))
        )

    # Corrections

    def _replace_table(self, table: TableRecipe) -> None:
        place = self.ui.table.currentIndex()
        sheet = find_sheet(self._workbook, table.sheet)
        if sheet is not None:
            table = anchored(sheet, table)
        tables = list(self.recipe.tables)
        tables[place] = table
        self.recipe = replace(self.recipe, tables=tuple(tables))
        self.ui.table.setItemText(place, _table_words(table))
        self._show_table()

    def _options_changed(self) -> None:
        if self.table is not None:
            self._replace_table(
                replace(
                    self.table,
                    scale=self.ui.scale.currentData(),
                    period_hint=self.ui.hint.currentData(),
                )
            )

    def _values_typed(self) -> None:
        if self.table is None or self.sheet is None or self._filling:
            return
        text = self.ui.values_range.text().strip()
        if text == region_text(self.table):
            return
        try:
            first, last = parse_region(text, self.sheet)
        except ValueError as error:
            self.ui.result.setText(str(error))
            return
        self._set_values(first, last)

    def _use_for_values(self) -> None:
        cells = self._selection()
        if cells and self.table is not None:
            self._set_values(min(cells), max(cells))

    def _set_values(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        if self.table is not None and self.sheet is not None:
            self._replace_table(
                replace(
                    self.table,
                    sheet=self.sheet.name,
                    first_row=first[0],
                    first_column=first[1],
                    last_row=last[0],
                    last_column=last[1],
                )
            )

    def _axis_changed(self, role: CellRole) -> None:
        if self._filling or self.table is None:
            return
        axis = self.axes[role].axis()
        if axis is not None:
            self._set_axis(role, axis)

    def _use_for_axis(self, role: CellRole) -> None:
        """Take the selected cells: above the values they are header rows, else label columns."""
        cells = self._selection()
        if not cells or self.table is None:
            return
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        if len(cells) == 1 and role is CellRole.PERIOD and rows[0] < self.table.first_row - 3:
            axis = Axis(AxisKind.CELL, (rows[0], columns[0]))
        elif rows[-1] < self.table.first_row and columns[-1] >= self.table.first_column:
            axis = Axis(AxisKind.ROWS, tuple(rows))
        else:
            axis = Axis(AxisKind.COLUMNS, tuple(columns))
        self._set_axis(role, axis)

    def _set_axis(self, role: CellRole, axis: Axis) -> None:
        if self.table is None:
            return
        match role:
            case CellRole.PERIOD:
                self._replace_table(replace(self.table, period=axis))
            case CellRole.AREA:
                self._replace_table(replace(self.table, area=axis))
            case _:
                self._replace_table(replace(self.table, indicator=axis))

    def _add_table(self) -> None:
        cells = self._selection()
        if not cells or self.sheet is None:
            self.ui.result.setText("Select the cells that hold the values first, then choose Add.")
            return
        first, last = min(cells), max(cells)
        above = (first[0] - 1,) if first[0] else ()
        left = (first[1] - 1,) if first[1] else ()
        table = TableRecipe(
            sheet=self.sheet.name,
            first_row=first[0],
            last_row=last[0],
            first_column=first[1],
            last_column=last[1],
            period=Axis(AxisKind.ROWS, above) if above else Axis(AxisKind.SHEET),
            area=Axis(AxisKind.COLUMNS, left) if left else Axis(AxisKind.SHEET),
            indicator=Axis(AxisKind.FIXED),
        )
        self.recipe = replace(
            self.recipe, tables=(*self.recipe.tables, anchored(self.sheet, table))
        )
        self._list_tables(len(self.recipe.tables) - 1)

    def _remove_table(self) -> None:
        place = self.ui.table.currentIndex()
        tables = tuple(t for i, t in enumerate(self.recipe.tables) if i != place)
        self.recipe = replace(self.recipe, tables=tables)
        self._list_tables(max(place - 1, 0))

    # Reading and checks

    def _prepare(self) -> None:
        """Read the file with the recipe as it stands; the newest question is the one answered."""
        self._wanted += 1
        number = self._wanted
        recipe = self._named_recipe()
        if not recipe.tables:
            self._show_load(None, ())
            return
        workbench, inspection = self._context.workbench, self._inspection

        def prepare(progress: Progress) -> Load:
            return workbench.prepare(inspection, recipe, recipe.partner, progress)

        def done(load: Load) -> None:
            if number == self._wanted:
                self._show_load(load, load.problems)

        def failed(error: SaferError) -> None:
            problem = Problem(Severity.ERROR, error.what, error.where, error.remedy)
            self._show_load(None, (problem,))

        if not self._context.tasks.run(prepare, done, failed, title="Reading the figures"):
            self._later.start()

    def _show_load(self, load: Load | None, problems: Sequence[Problem]) -> None:
        self.load = load
        self.problems_model.set_problems(problems)
        self.ui.problems.setVisible(bool(problems))
        count = len(load.observations) if load else 0
        # What has a cell of its own is settled in the next step; the rest is the recipe's.
        errors = load.errors if load else ()
        ready = load is not None and count > 0 and all(it.cells for it in errors)
        self.ui.take_in.setEnabled(ready)
        doing = "Settle and ta&ke in" if errors else "Ta&ke in"
        self.ui.take_in.setText(f"{doing} {count:,} figures" if count else "Ta&ke in")
        found = count_words(problems)
        words = f"{count:,} figures read. Checks: {found or 'nothing odd was found'}."
        if errors and ready:
            words += (
                " Correct here what the recipe should say; settle single cells in the next step."
            )
        elif found and not ready:
            words += " What must be settled has to be settled before it can be taken in."
        self.ui.result.setText(words if self.recipe.tables else "No table has been chosen yet.")
        if self.sheet is not None:
            self._paint()

    def _named_recipe(self) -> Recipe:
        partner = self.ui.partner.currentText().strip()
        name = self.ui.recipe_name.text().strip() or self._workbook.name
        return replace(self.recipe, name=name, partner=partner)

    def _accept_load(self) -> None:
        """Keep the recipe under its name; one that was changed goes up by one version."""
        if not self.ui.partner.currentText().strip():
            self.ui.result.setText("Say which partner the file is from.")
            self.ui.partner.setFocus()
            return
        named = self._named_recipe()
        known = self._inspection.recipe
        if known is not None and replace(named, version=known.version) != known:
            named = replace(named, version=known.version + 1)
        self.recipe = named
        self.accept()

    # Cells

    def _selection(self) -> list[tuple[int, int]]:
        indexes = self.ui.grid.selectionModel().selectedIndexes()
        return sorted((index.row(), index.column()) for index in indexes)

    def _show_selection(self) -> None:
        cells = self._selection()
        if not cells:
            self.ui.selected_cell.setText("")
            return
        rows = [row for row, _ in cells]
        columns = [column for _, column in cells]
        first = a1(min(rows), min(columns))
        last = a1(max(rows), max(columns))
        self.ui.selected_cell.setText(first if first == last else f"{first}:{last}")

    def _go_to_problem(self, index: QModelIndex) -> None:
        problem = self.problems_model.problem(index.row())
        if problem is None:
            return
        for place in range(self.ui.sheet.count()):
            cell = _cell_on(problem, str(self.ui.sheet.itemData(place)))
            if cell:
                self.ui.sheet.setCurrentIndex(place)
                row, column = parse_a1(cell)
                target = self.sheet_model.index(row, column)
                self.ui.grid.selectionModel().setCurrentIndex(
                    target, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.ui.grid.scrollTo(target)
                return

    def _scroll_to(self, row: int, column: int) -> None:
        index = self.sheet_model.index(row, column)
        self.ui.grid.scrollTo(index, self.ui.grid.ScrollHint.PositionAtTop)


def _table_words(table: TableRecipe) -> str:
    return f"{table.sheet}: {region_text(table)}" if table.sheet else region_text(table)


def _cell_on(problem: Problem, sheet: str) -> str:
    """The address in a problem's place, if it lies on this sheet."""
    named = "sheet '" in problem.where
    if (sheet or named) and f"sheet '{sheet}'" not in problem.where:
        return ""
    for word in problem.where.replace(",", " ").split():
        try:
            parse_a1(word)
        except ValueError:
            continue
        return word
    return ""
