"""The mapping dialog: a partner's sheet with the program's proposal painted on it, to correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QWidget

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.observations import Load, Problem, Severity
from safer_desktop.domain.progress import Progress
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.mapping_axes import AxisRow
from safer_desktop.gui.dialogs.mapping_pointing import Pointed, Pointing
from safer_desktop.gui.dialogs.mapping_question import PeriodQuestion
from safer_desktop.gui.forms.ui_mapping_dialog import Ui_MappingDialog
from safer_desktop.gui.models.labels_model import CHOICES_ROLE, LabelsModel
from safer_desktop.gui.models.problems_model import ProblemsModel, count_words
from safer_desktop.gui.models.sheet_model import MARKS, SheetModel, role_colour
from safer_desktop.gui.widgets.choice_delegate import ChoiceDelegate
from safer_desktop.loading.cells import Place, Sheet, WorkbookKind
from safer_desktop.loading.correcting import Correction
from safer_desktop.loading.layout import find_sheet
from safer_desktop.loading.mapping import (
    CellRole,
    CellRoles,
    found_labels,
    parse_region,
    region_text,
)
from safer_desktop.loading.pointing import axis_at, with_corner, with_left_out
from safer_desktop.loading.recipes import Axis, AxisKind, Recipe, Scale, TableRecipe

if TYPE_CHECKING:
    from safer_desktop.loading.road import Inspection

_PREPARE_AFTER_MS = 250
_WIDEST = 160
_ROLES = {
    Pointed.PERIODS: CellRole.PERIOD,
    Pointed.AREAS: CellRole.AREA,
    Pointed.INDICATORS: CellRole.INDICATOR,
}


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
        self.draft = Correction(
            self._workbook,
            self._catalogue,
            start or Recipe("", "", "", ()),
            decisions=inspection.decisions,
            found=inspection.found,
            remembered=inspection.recipe is not None,
        )
        self.load: Load | None = None
        self.incidents_instead = False
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
        for column, width in enumerate((150, 48, 140, 84, 96)):
            ui.labels.setColumnWidth(column, width)
        header.setStretchLastSection(True)
        self.problems_model = ProblemsModel(self)
        ui.problems.setModel(self.problems_model)
        ui.problems.verticalHeader().hide()
        for column, width in enumerate((170, 420, 300)):
            ui.problems.setColumnWidth(column, width)
        ui.problems.horizontalHeader().setStretchLastSection(True)
        ui.splitter.setSizes([700, 560])
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
        self._question = PeriodQuestion(ui.hint, ui.hint_question)
        self.pointing = Pointing(
            ui.grid, self.sheet_model, ui.selected_cell, lambda: self.table is not None
        )
        self._sure = {
            "table": ui.values_sure,
            "period": ui.period_sure,
            "area": ui.area_sure,
            "indicator": ui.indicator_sure,
        }
        for label in self._sure.values():
            label.setProperty("role", "sub")
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
        self.pointing.pointed.connect(self._point)
        self._question.answered.connect(self._answer)
        ui.remove_table.clicked.connect(self._remove_table)
        ui.values_use.clicked.connect(lambda: self._point(Pointed.VALUES))
        ui.values_range.editingFinished.connect(self._values_typed)
        for what, role in _ROLES.items():
            self.axes[role].changed.connect(lambda role=role: self._axis_changed(role))
            self.axes[role].selection_wanted.connect(lambda what=what: self._point(what))
        ui.scale.activated.connect(self._scale_changed)
        self.labels_model.edited.connect(self._replace_table)
        ui.problems.activated.connect(self._go_to_problem)
        ui.problems.clicked.connect(self._go_to_problem)
        ui.partner.currentTextChanged.connect(lambda _: self._later.start())
        ui.take_in.clicked.connect(self._accept_load)
        ui.incidents_instead.clicked.connect(self._call_incidents)
        ui.incidents_instead.setVisible(self._workbook.kind is not WorkbookKind.PASTED)
        self._later.timeout.connect(self._prepare)

    def _start(self) -> None:
        ui = self.ui
        ui.heading.setText(f"What does '{self._workbook.name}' say?")
        known = self._inspection.recipe is not None
        ui.explanation.setText(
            "The layout is remembered from an earlier file; what differs is listed below."
            if known
            else "A new layout: correct the proposal by selecting cells and saying what they are "
            "(right mouse button, or Use cells). Nothing is taken in before you say so."
        )
        for sheet in self._workbook.sheets:
            name = sheet.name or self._workbook.name
            ui.sheet.addItem(f"{name} (hidden)" if sheet.hidden else name, sheet.name)
        ui.partner.setCurrentText(self.recipe.partner)
        ui.recipe_name.setText(self.recipe.name)
        self._list_tables(0)
        if not self.recipe.tables:
            self._sheet_picked()

    @property
    def recipe(self) -> Recipe:
        """The recipe as it stands."""
        return self.draft.recipe

    # What is shown

    @property
    def table(self) -> TableRecipe | None:
        """The table that is being looked at."""
        return self.recipe.tables[self._place] if self._place < len(self.recipe.tables) else None

    @property
    def _place(self) -> int:
        return max(int(self.ui.table.currentIndex()), 0)

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
            self.draft.about(self._place).seen = True
            sheet = find_sheet(self._workbook, table.sheet)
            name = sheet.name if sheet else table.sheet
            place = self.ui.sheet.findData(name)
            if place >= 0 and place != self.ui.sheet.currentIndex():
                self.ui.sheet.setCurrentIndex(place)
            elif place >= 0 and self.sheet_model.sheet is not self.sheet:
                self._sheet_picked()
        self._show_table()
        if table is not None:
            top = min((*table.lines(AxisKind.ROWS), max(table.first_row - 3, 0)))
            labels = table.lines(AxisKind.COLUMNS, AxisKind.SECTIONS)
            self._scroll_to(top, min((*labels, table.first_column)))

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
        about = self.draft.about(self._place) if table is not None else None
        for topic, label in self._sure.items():
            label.setText(about.word(topic) if about else "")
            label.setToolTip(about.sentence(topic) if about else "")
            label.setAccessibleDescription(label.toolTip())
        for axis in self.axes.values():
            axis.set_enabled(table is not None)
        if table is not None:
            self.ui.values_range.setText(region_text(table))
            self.axes[CellRole.PERIOD].show(table.period)
            self.axes[CellRole.AREA].show(table.area)
            self.axes[CellRole.INDICATOR].show(table.indicator)
            self.ui.scale.setCurrentIndex(self.ui.scale.findData(table.scale))
            is_open = self.draft.is_open(self._place)
            asked = self.draft.question(self._place)
            self._question.show(table.period_hint, asked, is_open=is_open)
        self._filling = False
        self._paint()
        self._later.start()

    def _paint(self) -> None:
        table = self.table
        layout = self.draft.layout(table) if table is not None else None
        sure = self.draft.about(self._place).of_labels() if table is not None else None
        self.labels_model.set_table(table, found_labels(layout) if layout else (), sure)
        shown = (self.draft.layout(it) for it in self.recipe.tables)
        roles = CellRoles(it for it in shown if it is not None and it.sheet is self.sheet)
        self.sheet_model.set_roles(roles, self._problem_cells())

    def _problem_cells(self) -> frozenset[str]:
        if self.load is None or self.sheet is None:
            return frozenset()
        return frozenset(
            it.cell
            for problem in self.load.problems
            if problem.severity is not Severity.NOTE
            for it in problem.cells
            if it.sheet == self.sheet.name
        )

    # Corrections

    def _replace_table(self, table: TableRecipe, topic: str = "") -> None:
        self.draft.change(self._place, table, topic)
        self._show_changed()

    def _show_changed(self) -> None:
        if self.table is not None:
            self.ui.table.setItemText(self._place, _table_words(self.table))
        self._show_table()

    def _answer(self, hints: str) -> None:
        if self.table is not None:
            self.draft.answer(self._place, hints)
            self._show_changed()

    def _scale_changed(self) -> None:
        if self.table is not None:
            self._replace_table(replace(self.table, scale=self.ui.scale.currentData()))

    def _point(self, what: Pointed) -> None:
        """Take the selected cells for what the user says they are."""
        if what is Pointed.ADD:
            self._add_table()
            return
        corners, table, sheet = self.pointing.corners, self.table, self.sheet
        if corners is None or table is None or sheet is None:
            return
        first, last = corners
        cells = self.pointing.cells
        match what:
            case Pointed.VALUES:
                self._set_values(first, last)
            case Pointed.FIRST:
                moved = with_corner(table, first, first=True)
                self._set_values(first, (moved.last_row, moved.last_column))
            case Pointed.LAST:
                self._replace_table(with_corner(table, last, first=False), "table")
            case Pointed.ROWS:
                self._replace_table(with_left_out(table, rows={row for row, _ in cells}), "table")
            case Pointed.COLUMNS:
                columns = {column for _, column in cells}
                self._replace_table(with_left_out(table, columns=columns), "table")
            case _:
                self._set_axis(_ROLES[what], axis_at(sheet, table, cells))

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

    def _set_values(self, first: Place, last: Place) -> None:
        if self.table is not None and self.sheet is not None:
            self.draft.set_values(self._place, self.sheet, first, last)
            self._show_changed()

    def _axis_changed(self, role: CellRole) -> None:
        if self._filling or self.table is None:
            return
        axis = self.axes[role].axis()
        if axis is None:
            words = "Name header rows by number, label columns by letter: 4, 5 or A, B or 4, A."
            self.ui.result.setText(words)
        elif axis != _axis_of(self.table, role):
            self._set_axis(role, axis)

    def _set_axis(self, role: CellRole, axis: Axis) -> None:
        if self.table is not None and self.sheet is not None:
            self.draft.set_axis(self._place, self.sheet, role, axis)
            self._show_changed()

    def _add_table(self) -> None:
        """Add the table whose values are selected, or else the next one found on this sheet."""
        if self.sheet is None:
            return
        corners = self.pointing.corners
        if corners is not None:
            self.draft.add_at(self.sheet, *corners)
        elif not self.draft.add_found(self.sheet):
            self.ui.result.setText("Select the cells that hold the values first, then choose Add.")
            return
        self._list_tables(len(self.recipe.tables) - 1)

    def _remove_table(self) -> None:
        self.draft.remove(self._place)
        self._list_tables(max(self._place - 1, 0))

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
        unseen, open_question = self.draft.first_unseen(), self.draft.first_open()
        look_on = unseen is not None or open_question not in (None, self._place)
        self.ui.take_in.setEnabled(look_on or (ready and open_question is None))
        doing = "Settle and ta&ke in" if errors else "Ta&ke in"
        taking = f"{doing} {count:,} figures" if count else "Ta&ke in"
        self.ui.take_in.setText("Loo&k at the next table" if look_on else taking)
        found = count_words(problems)
        words = f"{count:,} figures read. Checks: {found or 'nothing odd was found'}."
        if open_question is not None:
            words += " Say beside 'Years and dates' how doubtful periods are meant."
        elif errors and ready:
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

    def _call_incidents(self) -> None:
        self.incidents_instead = True
        self.reject()

    def _accept_load(self) -> None:
        """Keep the recipe under its name; one that was changed goes up by one version.

        Tables that nobody has looked at, or that have an open question, are shown first.
        """
        for place in (self.draft.first_unseen(), self.draft.first_open()):
            if place is not None:
                self.ui.table.setCurrentIndex(place)
                return
        if not self.ui.partner.currentText().strip():
            self.ui.result.setText("Say which partner the file is from.")
            self.ui.partner.setFocus()
            return
        named = self._named_recipe()
        known = self._inspection.recipe
        if known is not None and replace(named, version=known.version) != known:
            named = replace(named, version=known.version + 1)
        self.draft.recipe = named
        self.accept()

    # Cells

    def _go_to_problem(self, index: QModelIndex) -> None:
        problem = self.problems_model.problem(index.row())
        for cell in problem.cells[:1] if problem is not None else ():
            place = self.ui.sheet.findData(cell.sheet)
            if place >= 0 and cell.cell:
                self.ui.sheet.setCurrentIndex(place)
                self.pointing.select(cell.cell)

    def _scroll_to(self, row: int, column: int) -> None:
        index = self.sheet_model.index(row, column)
        self.ui.grid.scrollTo(index, self.ui.grid.ScrollHint.PositionAtTop)


def _table_words(table: TableRecipe) -> str:
    return f"{table.sheet}: {region_text(table)}" if table.sheet else region_text(table)


def _axis_of(table: TableRecipe, role: CellRole) -> Axis:
    axes = {CellRole.PERIOD: table.period, CellRole.AREA: table.area}
    return axes.get(role, table.indicator)
