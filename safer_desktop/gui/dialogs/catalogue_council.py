"""The catalogue's page of priorities, the council's own names, and its districts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from safer_desktop.domain.areas import AreaKind
from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.records import Json, RecordKind, code_from
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.catalogue_removal import ask_to_remove
from safer_desktop.gui.dialogs.catalogue_tables import begin_draft, set_up
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import Field, line
from safer_desktop.gui.models.records_model import RecordsModel, Row

_KIND = RecordKind.PRIORITY
_WORDS = {
    "council": "name of the council",
    "title": "title of the pack",
    "home": "the council's own area",
    "districts": "districts of the council",
}


class CouncilPage(QObject):
    """Names are typed, districts ticked, priorities and districts moved."""

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ui = ui
        self.priorities = RecordsModel(
            desk,
            _KIND,
            "a priority",
            (
                Field("name", "Name, as the paper's heading", needed=True, unique=True),
                Field("short_name", "Short name, as the tab's title", needed=True, unique=True),
            ),
            self._made,
        )
        set_up(ui.priorities, self.priorities, (380,))
        ui.districts.set_ordered()
        self._fill()

        ui.add_priority.clicked.connect(lambda: begin_draft(ui.priorities, self.priorities, {}))
        ui.remove_priority.clicked.connect(self.remove)
        ui.priority_up.clicked.connect(lambda: self.move(-1))
        ui.priority_down.clicked.connect(lambda: self.move(1))
        for field, box in (("council", ui.council), ("title", ui.title)):
            box.editingFinished.connect(lambda field=field, box=box: self._keep_line(field, box))
        ui.home.activated.connect(lambda _: self._keep("home", ui.home.currentData()))
        ui.districts.ticked.connect(lambda codes: self._keep("districts", list(codes)))
        ui.district_up.clicked.connect(lambda: ui.districts.move_current(-1))
        ui.district_down.clicked.connect(lambda: ui.districts.move_current(1))
        ui.priorities.setCurrentIndex(self.priorities.index(0, 0))

    @property
    def current(self) -> str:
        """Code of the selected priority; empty if none is, and for a row still to be typed."""
        return self.priorities.code(self._ui.priorities.currentIndex().row())

    def refresh(self) -> None:
        """Show what the pack holds now."""
        code, column = self.current, self._ui.priorities.currentIndex().column()
        self.priorities.refresh()
        if code and self.current != code:
            self._ui.priorities.setCurrentIndex(
                self.priorities.index(self.priorities.row_of(code), column)
            )
        self._fill()

    def remove(self) -> None:
        """Ask, then remove the selected priority; a row still to be typed just goes."""
        if self.priorities.is_draft(self._ui.priorities.currentIndex().row()):
            self.priorities.drop_draft()
        elif self.current:
            ask_to_remove(self._desk, _KIND, self.current, self._ui.priorities_page)

    def move(self, step: int) -> None:
        """Move the selected priority."""
        if self.current:
            peers = [p.code for p in self._desk.workbench.catalogue.priorities]
            self._desk.move(_KIND, self.current, step, peers)

    def _fill(self) -> None:
        ui, catalogue = self._ui, self._desk.workbench.catalogue
        council = self._desk.workbench.record(RecordKind.COUNCIL, "council")
        ui.council.setText(catalogue.council)
        ui.title.setText(str(council.get("title") or ""))
        with QSignalBlocker(ui.home):
            ui.home.clear()
            for area in catalogue.areas:
                if area.kind is AreaKind.COUNTY:
                    ui.home.addItem(area.name, area.code)
            ui.home.setCurrentIndex(ui.home.findData(catalogue.home))
        districts = [
            (area.name, area.code)
            for area in catalogue.areas
            if area.kind is AreaKind.DISTRICT or area.code in catalogue.districts
        ]
        ui.districts.show_choices(districts, catalogue.districts)

    def _keep_line(self, field: str, box: QLineEdit) -> None:
        text = line(box.text())
        if text:
            self._keep(field, text)
        else:
            self._desk.refuse(CatalogueError(f"The {_WORDS[field]} cannot be empty."))

    def _keep(self, field: str, value: Json) -> None:
        self._desk.attempt(
            lambda: self._desk.set_field(RecordKind.COUNCIL, "council", field, value, _WORDS[field])
        )

    def _made(self, row: Row) -> Row:
        code = code_from(str(row["name"]), self._desk.workbench.records(_KIND), "priority")
        return {"code": code, **row}
