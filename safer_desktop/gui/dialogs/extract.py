"""An extract of incidents: which column says what, what its labels mean, and what comes of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHeaderView, QTableView, QWidget

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.periods import Period
from safer_desktop.gui.forms.ui_extract_dialog import Ui_ExtractDialog
from safer_desktop.gui.models.extract_models import (
    CHOICES_ROLE,
    ExtractColumnsModel,
    FoundInExtract,
    MeaningsModel,
)
from safer_desktop.gui.models.text_table import TextTableModel
from safer_desktop.gui.widgets.choice_delegate import ChoiceDelegate
from safer_desktop.loading.extract_figures import day_order, rows_by
from safer_desktop.loading.extract_road import Counted
from safer_desktop.loading.extracts import (
    ColumnRole,
    Counts,
    IncidentColumns,
    RowList,
    Trouble,
)

_FIELDS = {
    ColumnRole.DATE: "date",
    ColumnRole.AREA: "area",
    ColumnRole.TYPE: "type",
    ColumnRole.REFERENCE: "reference",
}
_ROW = 22
_TROUBLE_WIDTHS = (290, 80, 200)
_HEADER_PADDING = 28
_NARROWEST = 110
_NOTHING = "none"
_DAY_ORDERS = (
    ("? choose", None),
    ("day first: 1 February 2017", True),
    ("month first: 2 January 2017", False),
)


class ExtractDialog(QDialog):
    """Shows the counts of an extract and how they are made.

    ``count_wanted`` asks for the counts by other columns; they come by :meth:`show_counts`.
    Accepted: ``columns`` says how the extract is to be counted. Rejected with
    ``table_instead``: the file is no extract but a table of figures.
    """

    count_wanted = Signal(object)

    def __init__(
        self,
        counted: Counted,
        catalogue: Catalogue,
        partner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table_instead = False
        self.columns = counted.columns
        self._extract = counted.extract
        self._catalogue = catalogue
        self._counted = counted
        self._order = day_order(counted.counts)
        self.ui = Ui_ExtractDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._fill_choices()
        self.ui.partner.setCurrentText(partner)
        self.ui.heading.setText(f"'{self._extract.name}' holds one row for each incident")
        self.show_counts(counted)
        self._listen()

    @property
    def partner(self) -> str:
        """Whom the extract is from."""
        partner: str = self.ui.partner.currentText().strip()
        return partner

    def show_counts(self, counted: Counted) -> None:
        """Show what was counted; its columns become those of the dialog."""
        self.columns = counted.columns
        self._counted = counted
        self._order = day_order(counted.counts)
        self.ui.explanation.setText(
            f"{counted.rows:,} rows are counted by month, area and offence. No row is kept, and"
            " nothing of the columns that are not used."
        )
        self._rows_of_types = rows_by(counted.counts, "type")
        self._rows_of_areas = rows_by(counted.counts, "area")
        doubled = sum(counts.doubled.rows for counts in counted.counts)
        self.ui.count_once.setText(
            f"Count each crime reference &once ({doubled:,} rows repeat one)"
        )
        self._show_troubles()
        self._show()

    # Assemble

    def _build(self) -> None:
        ui = self.ui
        ui.heading.setProperty("role", "title")
        ui.explanation.setProperty("role", "sub")
        for label in (
            ui.columns_label,
            ui.types_label,
            ui.areas_label,
            ui.preview_label,
            ui.troubles_label,
        ):
            label.setProperty("role", "strong")
        catalogue = self._catalogue
        self.columns_model = ExtractColumnsModel(self._extract.profiles, self)
        self.types_model = MeaningsModel(
            "Offence", "Counts for", {it.code: it.name for it in catalogue.indicators}, self
        )
        self.areas_model = MeaningsModel(
            "Area", "Is", {it.code: it.name for it in catalogue.areas}, self
        )
        self.troubles_model = TextTableModel(self)
        self.preview_model = TextTableModel(self)
        for view, model, widths in (
            (ui.columns, self.columns_model, (190, 170)),
            (ui.types, self.types_model, (270, 80)),
            (ui.areas, self.areas_model, (270, 80)),
            (ui.troubles, self.troubles_model, ()),
            (ui.preview, self.preview_model, ()),
        ):
            view.setModel(model)
            _set_up(view, widths)
        for view in (ui.columns, ui.types, ui.areas):
            view.setItemDelegate(ChoiceDelegate(CHOICES_ROLE, view))
        ui.columns_side_layout.setStretchFactor(ui.columns, 3)
        ui.columns_side_layout.setStretchFactor(ui.troubles, 1)
        for view in (ui.types, ui.preview):
            ui.meaning_side_layout.setStretchFactor(view, 2)
        ui.meaning_side_layout.setStretchFactor(ui.areas, 1)
        ui.splitter.setSizes([600, 648])

    def _fill_choices(self) -> None:
        ui = self.ui
        for words, order in _DAY_ORDERS:
            ui.dates.addItem(words, order)
        parts = [part.name for part in self._extract.parts]
        ui.sheet.addItem(f"all {len(parts)} together" if len(parts) > 1 else "the only one", "")
        for name in parts if len(parts) > 1 else ():
            ui.sheet.addItem(name, name)
        for widget in (ui.sheet_label, ui.sheet):
            widget.setVisible(len(parts) > 1)
        partners = {it.partner for it in self._catalogue.indicators if it.partner}
        ui.partner.addItems(sorted(partners))
        ui.total.addItem(_NOTHING, "")
        for indicator in self._catalogue.indicators:
            ui.total.addItem(indicator.name, indicator.code)
        ui.whole.addItem(_NOTHING, "")
        for area in self._catalogue.areas:
            ui.whole.addItem(area.name, area.code)

    def _listen(self) -> None:
        ui = self.ui
        self.columns_model.edited.connect(self._give_role)
        self.types_model.edited.connect(self._mean_type)
        self.areas_model.edited.connect(self._mean_area)
        ui.dates.activated.connect(lambda _: self._change(day_first=ui.dates.currentData()))
        ui.sheet.activated.connect(lambda _: self._change(sheet=ui.sheet.currentData()))
        ui.count_once.clicked.connect(lambda on: self._change(count_once=on))
        ui.leave_out_thin.clicked.connect(lambda on: self._change(leave_out_thin=on))
        ui.total.activated.connect(lambda _: self._add_up_into(ui.total.currentData()))
        ui.whole.activated.connect(lambda _: self._change(whole=ui.whole.currentData()))
        ui.partner.currentTextChanged.connect(lambda _: self._show_state())
        ui.count_again.clicked.connect(lambda: self.count_wanted.emit(self.columns))
        ui.rest_types.clicked.connect(self._leave_out_types)
        ui.rest_areas.clicked.connect(self._leave_out_areas)
        ui.table_instead.clicked.connect(self._call_table)
        ui.go_on.clicked.connect(self.accept)

    # Changes

    def _change(self, **changes: object) -> None:
        self.columns = replace(self.columns, **changes)  # type: ignore[arg-type]
        self._show()

    def _give_role(self, name: str, role: ColumnRole) -> None:
        """A column has one role, and a role one column."""
        changes = {
            field: ""
            for other, field in _FIELDS.items()
            if other is role or self.columns.column(other) == name
        }
        if role in _FIELDS:
            changes[_FIELDS[role]] = name
        self._change(**changes)

    def _mean_type(self, label: str, code: str) -> None:
        codes = tuple(dict.fromkeys(it for it in (code, self.columns.total) if it))
        self._change(types={**self.columns.types, label: codes if code else ()})

    def _mean_area(self, label: str, code: str) -> None:
        self._change(areas={**self.columns.areas, label: code})

    def _add_up_into(self, total: str) -> None:
        """Every offence that counts for anything, or for the old total alone, counts for it."""
        old = self.columns.total
        types = {
            label: tuple(dict.fromkeys([*(c for c in codes if c != old), *([total] * bool(total))]))
            for label, codes in self.columns.types.items()
            if codes
        }
        left_out = {label: codes for label, codes in self.columns.types.items() if not codes}
        self._change(total=total, types={**types, **left_out})

    def _leave_out_types(self) -> None:
        rest: dict[str, tuple[str, ...]] = dict.fromkeys(self._unknown_types(), ())
        self._change(types={**self.columns.types, **rest})

    def _leave_out_areas(self) -> None:
        self._change(areas={**self.columns.areas, **dict.fromkeys(self._unknown_areas(), "")})

    def _unknown_types(self) -> list[str]:
        return [label for label in self._rows_of_types if label not in self.columns.types]

    def _unknown_areas(self) -> list[str]:
        return [label for label in self._rows_of_areas if label not in self.columns.areas]

    def _call_table(self) -> None:
        self.table_instead = True
        self.reject()

    # Show

    def _show(self) -> None:
        ui, columns = self.ui, self.columns
        self.columns_model.set_columns(columns)
        order_matters = self._order.is_open or columns.day_first is not None
        for widget in (ui.dates_label, ui.dates):
            widget.setVisible(order_matters)
        _pick(ui.dates, columns.day_first)
        _pick(ui.sheet, columns.sheet)
        _pick(ui.total, columns.total)
        _pick(ui.whole, columns.whole)
        ui.count_once.setChecked(columns.count_once)
        ui.count_once.setVisible(bool(columns.reference))
        ui.leave_out_thin.setChecked(columns.leave_out_thin)
        for widget in (ui.types_label, ui.types, ui.rest_types):
            widget.setVisible(bool(columns.type))
        for widget in (ui.areas_label, ui.areas, ui.rest_areas):
            widget.setVisible(bool(columns.area))
        ui.rest_types.setEnabled(bool(self._unknown_types()))
        ui.rest_areas.setEnabled(bool(self._unknown_areas()))
        self.types_model.set_found(
            [
                FoundInExtract(label, rows, _meaning(columns, label))
                for label, rows in self._rows_of_types.items()
            ]
        )
        self.areas_model.set_found(
            [
                FoundInExtract(label, rows, columns.areas.get(label))
                for label, rows in self._rows_of_areas.items()
            ]
        )
        self._show_preview()
        self._show_state()

    def _show_troubles(self) -> None:
        troubles: dict[Trouble, RowList] = {}
        for counts in self._counted.counts:
            for trouble, found in counts.troubles.items():
                troubles.setdefault(trouble, RowList()).add(found.rows, found.first)
        rows = [
            (f"Rows that {trouble}", f"{found.rows:,}", found.places)
            for trouble, found in troubles.items()
            if found.rows
        ]
        self.troubles_model.set_table(("Reason", "Rows", "Where"), rows, numeric=(1,))
        for column, width in enumerate(_TROUBLE_WIDTHS):
            self.ui.troubles.setColumnWidth(column, width)
        lost = sum(found.rows for found in counts.troubles.values())
        self.ui.troubles_label.setText(f"&Rows that cannot be counted: {lost:,} of {counts.rows:,}")
        self.ui.troubles.setVisible(bool(rows))

    def _show_preview(self) -> None:
        names = {it.code: it.short_name for it in self._catalogue.indicators}
        months, codes = _by_month(self._counted.counts, self.columns)
        headers = ("Month", *(names.get(code, code) for code in codes))
        rows = [
            (_month(number).label, *(f"{found[code]:,}" for code in codes))
            for number, found in sorted(months.items())
        ]
        self.preview_model.set_table(headers, rows, numeric=range(1, len(headers)))
        counted = f"{len(rows)} months" if len(rows) != 1 else "1 month"
        self.ui.preview_label.setText(
            f"What &comes of it: {counted}, all areas together" if rows else "What &comes of it"
        )
        metrics = self.ui.preview.horizontalHeader().fontMetrics()
        for column, header in enumerate(headers):
            width = metrics.horizontalAdvance(header) + _HEADER_PADDING
            self.ui.preview.setColumnWidth(column, max(width, _NARROWEST))

    def _show_state(self) -> None:
        stale = self.columns.counted_by() != self._counted.columns.counted_by()
        wants = next(self._open_questions(), "")
        self.ui.count_again.setEnabled(stale and bool(self.columns.date))
        self.ui.go_on.setEnabled(not stale and not wants)
        if wants:
            self.ui.state.setText(wants)
        elif stale:
            self.ui.state.setText("The counts shown are those before your change: count again.")
        else:
            self.ui.state.setText(
                "This way of counting is kept, so the next extract with these columns needs one"
                " confirmation."
            )

    def _open_questions(self) -> Iterator[str]:
        columns = self.columns
        if not self.partner:
            yield "Say which partner the extract is from."
        if not columns.date:
            yield "Say which column holds the date that is counted by."
        if columns.day_first is None and self._order.is_open:
            yield "Say how dates such as 01/02/2017 are to be read."
        if not columns.area and not columns.whole:
            yield "Say which column holds the area, or which area every row counts for."
        if columns.area and (unknown := self._unknown_areas()):
            yield f"Say what each area is, or leave it out: {len(unknown)} to go."
        if columns.type and (unknown := self._unknown_types()):
            yield f"Say what each offence counts for, or leave it out: {len(unknown)} to go."
        if not any(columns.types.values()) and not columns.total:
            yield "Say which indicator at least one offence counts for."


def _set_up(view: QTableView, widths: tuple[int, ...]) -> None:
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(_ROW)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)
    header.setStretchLastSection(bool(widths))


def _pick(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))


def _meaning(columns: IncidentColumns, label: str) -> str | None:
    """What an offence counts for besides the total; the total, where that is all."""
    codes = columns.types.get(label)
    if codes is None:
        return None
    return next((code for code in codes if code != columns.total), columns.total if codes else "")


def _by_month(
    counted: Sequence[Counts], columns: IncidentColumns
) -> tuple[dict[int, Counter[str]], tuple[str, ...]]:
    """Rows by month and indicator over the areas that are kept; the indicators in their order."""
    months: dict[int, Counter[str]] = defaultdict(Counter)
    codes: dict[str, None] = {}
    for month, area, kind, rows in (cell for counts in counted for cell in counts.cells):
        if columns.area and not (columns.areas.get(area) or columns.whole):
            continue
        counted_for = columns.types.get(kind, ()) if columns.type else (columns.total,)
        for code in counted_for:
            if code:
                codes[code] = None
                months[month][code] += rows
    return months, tuple(codes)


def _month(number: int) -> Period:
    year, month = divmod(number, 12)
    return Period.month(year, month + 1)
