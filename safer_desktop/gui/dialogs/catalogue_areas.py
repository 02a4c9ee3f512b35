"""The catalogue's page of areas: a table, beside the parts of the selected one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Json, RecordKind
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.catalogue_removal import ask_to_remove
from safer_desktop.gui.dialogs.catalogue_tables import begin_draft, set_up
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import Field, line, names
from safer_desktop.gui.models.records_model import RecordsModel, Row

_KIND = RecordKind.AREA
_WIDTHS = (92, 210, 140, 150, 190)


class AreasPage(QObject):
    """Names and kinds are typed in the table, parts ticked beside it."""

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ui = ui
        kinds = [(str(kind), str(kind)) for kind in AreaKind]
        self.areas = RecordsModel(
            desk,
            _KIND,
            "an area",
            (
                Field("code", "Code", read=_code, needed=True, unique=True, fixed=True),
                Field("name", "Name", needed=True, unique=True),
                Field("short_name", "Short name"),
                Field("kind", "Kind", kinds),
                Field("parts", "Made up of", show=self._part_names, derived=True),
                Field("other_names", "Also written as", read=names),
            ),
            _made,
        )
        set_up(ui.areas, self.areas, _WIDTHS)
        ui.areas.selectionModel().currentRowChanged.connect(lambda *_: self._select())
        ui.parts.ticked.connect(self._keep_parts)
        ui.add_area.clicked.connect(
            lambda: begin_draft(ui.areas, self.areas, {"kind": str(AreaKind.DISTRICT)})
        )
        ui.remove_area.clicked.connect(self.remove)
        ui.area_up.clicked.connect(lambda: self.move(-1))
        ui.area_down.clicked.connect(lambda: self.move(1))
        ui.areas.setCurrentIndex(self.areas.index(0, 1))

    @property
    def current(self) -> str:
        """Code of the selected area; empty if none is, and for a row still to be typed."""
        return self.areas.code(self._ui.areas.currentIndex().row())

    def refresh(self) -> None:
        """Show what the pack holds now."""
        current = self._ui.areas.currentIndex()
        code, column = self.current, current.column()
        self.areas.refresh()
        if code and self.current != code:
            self._ui.areas.setCurrentIndex(self.areas.index(self.areas.row_of(code), column))
        self._select()

    def remove(self) -> None:
        """Ask, then remove the selected area; a row still to be typed just goes."""
        if self.areas.is_draft(self._ui.areas.currentIndex().row()):
            self.areas.drop_draft()
        elif self.current:
            ask_to_remove(self._desk, _KIND, self.current, self._ui.areas_page)

    def move(self, step: int) -> None:
        """Move the selected area."""
        if self.current:
            peers = [it.code for it in self._desk.workbench.catalogue.areas]
            self._desk.move(_KIND, self.current, step, peers)

    def _select(self) -> None:
        code = self.current
        catalogue = self._desk.workbench.catalogue
        self._ui.parts.setEnabled(bool(code))
        others = [(area.name, area.code) for area in catalogue.areas if area.code != code]
        parts = catalogue.area(code).parts if code else ()
        self._ui.parts.show_choices(others, parts)
        name = catalogue.area(code).short if code else "The selected area"
        self._ui.parts_label.setText(f"{name.replace('&', '&&')} is made &up of")

    def _keep_parts(self, codes: list[str]) -> None:
        code = self.current
        if code:
            name = self._desk.workbench.catalogue.area(code).name
            self._desk.attempt(
                lambda: self._desk.set_field(_KIND, code, "parts", list(codes), f"parts of {name}")
            )

    def _part_names(self, value: Json) -> str:
        catalogue = self._desk.workbench.catalogue
        codes = value if isinstance(value, list) else []
        return "; ".join(catalogue.area(str(code)).short for code in codes)


def _made(row: Row) -> Row:
    area = Area(str(row["code"]), str(row["name"]), AreaKind(str(row["kind"])))
    return {**to_plain(area), **row}


def _code(text: str) -> str:
    code = line(text)
    if " " in code:
        raise CatalogueError(f"'{code}' is no code: it cannot hold a space.")
    return code
