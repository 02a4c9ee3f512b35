"""The catalogue: indicators, areas, groups, priorities; every change is one undoable edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QInputDialog,
    QListWidgetItem,
    QTableView,
    QWidget,
)

from safer_desktop.domain.areas import Area, AreaKind, Group, GroupMethod
from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.indicators import Frequency, Indicator, Polarity, Unit
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef, code_from
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.indicator_form import IndicatorForm
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.messages import ask
from safer_desktop.gui.models.records_model import (
    CHOICES_ROLE,
    Field,
    ListFieldModel,
    RecordsModel,
)
from safer_desktop.gui.widgets.choice_delegate import ChoiceDelegate

_CODE = Qt.ItemDataRole.UserRole
_NARROWEST = 130


class CatalogueDialog(QDialog):
    """Shows the pack's catalogue and follows it, undo and redo included."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_CatalogueDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.explanation.setProperty("role", "sub")
        catalogue = context.workbench.catalogue
        areas = [(area.name, area.code) for area in catalogue.areas]
        some_area = [("every member", ""), *areas]

        # Models
        self.form = IndicatorForm(context, self.ui, self._try)
        self.breaks = ListFieldModel(
            context,
            RecordKind.INDICATOR,
            "breaks",
            "definition breaks",
            (Field("on", "From (year-month-day)"), Field("what", "What changed")),
            self._try,
            self,
        )
        self.areas = RecordsModel(
            context,
            RecordKind.AREA,
            (
                Field("code", "Code", fixed=True),
                Field("name", "Name"),
                Field("short_name", "Short name"),
                Field("kind", "Kind", [(str(kind), str(kind)) for kind in AreaKind]),
                Field("parts", "Made up of (codes)", listed=True),
                Field("other_names", "Also written as", listed=True),
            ),
            self._try,
            self,
        )
        self.groups = RecordsModel(
            context,
            RecordKind.GROUP,
            (
                Field("code", "Code", fixed=True),
                Field("name", "Name"),
                Field("method", "Average", [(str(way), str(way)) for way in GroupMethod]),
                Field("lowest_first", "Rank", [("1 = lowest", True), ("1 = highest", False)]),
                Field("of", "Serves", some_area),
                Field("average_area", "Partners give the average as", [("not given", ""), *areas]),
            ),
            self._try,
            self,
        )
        self.members = ListFieldModel(
            context,
            RecordKind.GROUP,
            "members",
            "members",
            (
                Field("area", "Area", areas),
                Field("since", "Since (year-month-day)", empty_is_none=True),
                Field("until", "Until (year-month-day)", empty_is_none=True),
            ),
            self._try,
            self,
        )
        self.priorities = RecordsModel(
            context,
            RecordKind.PRIORITY,
            (
                Field("code", "Code", fixed=True),
                Field("name", "Name, as the paper's heading"),
                Field("short_name", "Short name, as the tab's title"),
            ),
            self._try,
            self,
        )
        for view, model in (
            (self.ui.breaks, self.breaks),
            (self.ui.areas, self.areas),
            (self.ui.group_table, self.groups),
            (self.ui.members, self.members),
            (self.ui.priorities, self.priorities),
        ):
            _set_up(view, model)
        self.ui.breaks.setMinimumHeight(110)
        self.ui.indicators_layout.setStretch(0, 2)
        self.ui.indicators_layout.setStretch(1, 3)
        self.ui.group_table.setColumnWidth(2, 260)

        self._connect()
        self._fill_list()
        self._fill_council()
        self.ui.indicators.setCurrentRow(0)
        self.ui.group_table.selectRow(0)

    def show_indicator(self, code: str) -> None:
        """Go to this indicator."""
        self.ui.pages.setCurrentIndex(0)
        for row in range(self.ui.indicators.count()):
            if self.ui.indicators.item(row).data(_CODE) == code:
                self.ui.indicators.setCurrentRow(row)

    def _connect(self) -> None:
        ui = self.ui
        ui.find.textChanged.connect(self._filter)
        ui.indicators.currentItemChanged.connect(self._select_indicator)
        ui.add_indicator.clicked.connect(self._add_indicator)
        ui.remove_indicator.clicked.connect(self._remove_indicator)
        ui.move_up.clicked.connect(lambda: self._move(-1))
        ui.move_down.clicked.connect(lambda: self._move(1))
        ui.add_break.clicked.connect(
            lambda: self.breaks.add(
                {"on": self._context.workbench.edition.period.start.isoformat(), "what": "?"}
            )
        )
        ui.remove_break.clicked.connect(lambda: self._remove_entry(ui.breaks, self.breaks))
        ui.add_area.clicked.connect(self._add_area)
        ui.remove_area.clicked.connect(
            lambda: self._remove_row(RecordKind.AREA, ui.areas, self.areas)
        )
        ui.add_group.clicked.connect(self._add_group)
        ui.remove_group.clicked.connect(
            lambda: self._remove_row(RecordKind.GROUP, ui.group_table, self.groups)
        )
        ui.group_table.selectionModel().currentRowChanged.connect(lambda *_: self._show_members())
        ui.add_member.clicked.connect(
            lambda: self.members.add(
                {"area": self._context.workbench.catalogue.home, "since": None, "until": None}
            )
        )
        ui.remove_member.clicked.connect(lambda: self._remove_entry(ui.members, self.members))
        ui.council.editingFinished.connect(self._keep_council)
        self._context.records_changed.connect(self._refresh)

    # What is shown

    def _refresh(self) -> None:
        self._fill_list()
        self.form.show(self._indicator())
        self.breaks.set_record(self._indicator())
        self.areas.refresh()
        self.groups.refresh()
        self._show_members()
        self.priorities.refresh()
        self._fill_council()

    def _fill_list(self) -> None:
        current = self._indicator()
        catalogue = self._context.workbench.catalogue
        names = {p.code: p.short_name for p in catalogue.priorities}
        supporting = [i for i in catalogue.indicators if i.is_supporting]
        box = self.ui.indicators
        box.blockSignals(True)
        box.clear()
        for indicator in (*catalogue.headline, *supporting):
            under = names.get(indicator.priority, "supporting")
            item = QListWidgetItem(f"{indicator.name} \N{EN DASH} {under}", box)
            item.setData(_CODE, indicator.code)
            if indicator.code == current:
                box.setCurrentItem(item)
        box.blockSignals(False)
        self._filter(self.ui.find.text())
        if current != self._indicator():
            box.setCurrentRow(0)

    def _filter(self, text: str) -> None:
        for row in range(self.ui.indicators.count()):
            item = self.ui.indicators.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _indicator(self) -> str:
        item = self.ui.indicators.currentItem()
        return str(item.data(_CODE)) if item is not None else ""

    def _select_indicator(self) -> None:
        code = self._indicator()
        self.form.show(code)
        self.breaks.set_record(code)
        self.ui.remove_indicator.setEnabled(bool(code))

    def _show_members(self) -> None:
        row = self.ui.group_table.currentIndex().row()
        self.members.set_record(self.groups.code(row) if row >= 0 else "")

    def _fill_council(self) -> None:
        self.ui.council.setText(self._context.workbench.catalogue.council)

    # Edits

    def _try(self, work: Callable[[], None]) -> bool:
        """Do an edit; a refusal is told in the dialog, and what is shown goes back."""
        try:
            work()
        except SaferError as error:
            self.ui.message.setText(f"Not changed: {error}")
            self._refresh()
            return False
        self.ui.message.setText("")
        return True

    def _keep_council(self) -> None:
        name = self.ui.council.text().strip()
        self._try(
            lambda: self._context.edit_field(
                RecordKind.COUNCIL, "council", "council", name, "name of the council"
            )
        )

    def _add_indicator(self) -> None:
        code = self._free_code(RecordKind.INDICATOR, "New indicator")
        home = self._context.workbench.catalogue.home
        new = Indicator(
            code=code,
            name="New indicator",
            short_name="New indicator",
            priority="",
            definition="",
            unit=Unit.COUNT,
            noun="incidents",
            polarity=Polarity.NEUTRAL,
            frequency=Frequency.MONTHLY,
            partner="",
            footprint=home,
            decimals=0,
        )
        if self._make(RecordKind.INDICATOR, code, to_plain(new), "new indicator"):
            self.show_indicator(code)
            self.ui.name.setFocus()
            self.ui.name.selectAll()

    def _remove_indicator(self) -> None:
        code = self._indicator()
        workbench = self._context.workbench
        indicator = workbench.catalogue.indicator(code)
        ref = RecordRef(RecordKind.INDICATOR, code)
        if self._is_needed(ref, indicator.name):
            return

        def answered(yes: bool) -> None:
            if yes:
                self._remove(RecordKind.INDICATOR, code, indicator.name)

        ask(
            "Remove an indicator",
            f"Remove '{indicator.name}' from the catalogue?",
            "&Remove it",
            answered,
            more=f"Its {workbench.figure_count(ref):,} figures stay in the pack and are no longer "
            "shown. This can be undone.",
            parent=self,
        )

    def _is_needed(self, ref: RecordRef, name: str) -> bool:
        """Whether other records need this one; the dialog then says which."""
        uses = self._context.workbench.uses(ref)
        if uses:
            self.ui.message.setText(f"'{name}' cannot be removed. {' '.join(uses)}")
        return bool(uses)

    def _move(self, step: int) -> None:
        """Change places with the neighbour under the same priority."""
        catalogue = self._context.workbench.catalogue
        code = self._indicator()
        if not code:
            return
        priority = catalogue.indicator(code).priority
        beside = [i.code for i in catalogue.indicators if i.priority == priority]
        place = beside.index(code) + step
        if not 0 <= place < len(beside):
            return
        codes = [i.code for i in catalogue.indicators]
        one, other = codes.index(code), codes.index(beside[place])
        codes[one], codes[other] = codes[other], codes[one]
        title = f"order of {catalogue.indicator(code).name}"
        edit = self._context.workbench.order_edit(RecordKind.INDICATOR, codes, title)
        self._try(lambda: self._context.apply(edit))

    def _add_area(self) -> None:
        """Ask for the code first: it is how partners' files name the area."""
        box = QInputDialog(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Add an area")
        box.setLabelText("ONS code of the area, or a short word where it has none:")
        box.textValueSelected.connect(self._make_area)
        box.open()

    def _make_area(self, text: str) -> None:
        code = text.strip()
        if not code or self._context.workbench.has_record(RecordKind.AREA, code):
            known = f"There is already an area '{code}'." if code else "An area needs a code."
            self.ui.message.setText(f"Not changed: {known}")
            return
        area = Area(code, code, AreaKind.DISTRICT)
        self._make(RecordKind.AREA, code, to_plain(area), f"new area {code}")
        self.ui.areas.selectRow(self.areas.rowCount() - 1)

    def _add_group(self) -> None:
        code = self._free_code(RecordKind.GROUP, "New group")
        group = Group(code, "New group", (), GroupMethod.MEAN_WITH_SELF)
        self._make(RecordKind.GROUP, code, to_plain(group), "new group")
        self.ui.group_table.selectRow(self.groups.rowCount() - 1)

    def _remove_row(self, kind: RecordKind, view: QTableView, model: RecordsModel) -> None:
        row = view.currentIndex().row()
        if row >= 0:
            name = str(model.index(row, 1).data())
            if not self._is_needed(RecordRef(kind, model.code(row)), name):
                self._remove(kind, model.code(row), name)

    def _remove_entry(self, view: QTableView, model: ListFieldModel) -> None:
        row = view.currentIndex().row()
        if row >= 0:
            model.remove(row)

    def _make(self, kind: RecordKind, code: str, fields: Json, title: str) -> bool:
        change = FieldChange(RecordRef(kind, code), "", None, fields)
        return self._try(lambda: self._context.apply(Edit(title, (change,))))

    def _remove(self, kind: RecordKind, code: str, name: str) -> None:
        old: Json = self._context.workbench.record(kind, code)
        change = FieldChange(RecordRef(kind, code), "", old, None)
        self._try(lambda: self._context.apply(Edit(f"removal of {name}", (change,))))

    def _free_code(self, kind: RecordKind, name: str) -> str:
        return code_from(name, self._context.workbench.records(kind), str(kind))


def _set_up(view: QTableView, model: RecordsModel | ListFieldModel) -> None:
    view.setModel(model)
    view.setItemDelegate(ChoiceDelegate(CHOICES_ROLE, view))
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.resizeColumnsToContents()
    for column in range(model.columnCount()):
        view.setColumnWidth(column, max(view.columnWidth(column), _NARROWEST))
    header.setStretchLastSection(True)
