"""The catalogue's page of comparator groups: a table, above the members of the selected one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safer_desktop.domain.areas import Group, GroupMethod
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import RecordKind, code_from
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.catalogue_removal import ask_to_remove
from safer_desktop.gui.dialogs.catalogue_tables import begin_draft, set_up
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import Field, day_or_none, day_words
from safer_desktop.gui.models.records_model import ListFieldModel, RecordsModel, Row

_KIND = RecordKind.GROUP
_WIDTHS = (270, 420, 90, 150)


class GroupsPage(QObject):
    """Groups and their members are typed and picked in the tables."""

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ui = ui
        self.groups = RecordsModel(
            desk,
            _KIND,
            "a group",
            (
                Field("name", "Name", needed=True, unique=True),
                Field("method", "Average", [(str(way), str(way)) for way in GroupMethod]),
                Field("lowest_first", "Rank", [("1 = lowest", True), ("1 = highest", False)]),
                Field("of", "Serves", [("every member", "")]),
                Field("average_area", "Partners give the average as", [("not given", "")]),
            ),
            self._made,
        )
        self.members = ListFieldModel(
            desk,
            _KIND,
            "members",
            "members",
            "a member",
            (
                Field("area", "Area", [("", "")], needed=True),
                Field("since", "First day (empty: always)", read=day_or_none, show=day_words),
                Field("until", "Last day (empty: still)", read=day_or_none, show=day_words),
            ),
        )
        set_up(ui.group_table, self.groups, _WIDTHS)
        set_up(ui.members, self.members, (330, 200))
        self._offer_areas()
        ui.group_table.selectionModel().currentRowChanged.connect(lambda *_: self._select())
        ui.add_group.clicked.connect(
            lambda: begin_draft(ui.group_table, self.groups, to_plain(_blank()))
        )
        ui.remove_group.clicked.connect(self.remove)
        ui.group_row_up.clicked.connect(lambda: self.move(-1))
        ui.group_row_down.clicked.connect(lambda: self.move(1))
        ui.add_member.clicked.connect(lambda: begin_draft(ui.members, self.members, {}))
        ui.remove_member.clicked.connect(
            lambda: self.members.remove(ui.members.currentIndex().row())
        )
        ui.group_table.setCurrentIndex(self.groups.index(0, 0))
        self._select()

    @property
    def current(self) -> str:
        """Code of the selected group; empty if none is, and for a row still to be typed."""
        return self.groups.code(self._ui.group_table.currentIndex().row())

    def refresh(self) -> None:
        """Show what the pack holds now."""
        code, column = self.current, self._ui.group_table.currentIndex().column()
        self._offer_areas()
        self.groups.refresh()
        if code and self.current != code:
            self._ui.group_table.setCurrentIndex(
                self.groups.index(self.groups.row_of(code), column)
            )
        self._select()

    def remove(self) -> None:
        """Ask, then remove the selected group; a row still to be typed just goes."""
        if self.groups.is_draft(self._ui.group_table.currentIndex().row()):
            self.groups.drop_draft()
        elif self.current:
            ask_to_remove(self._desk, _KIND, self.current, self._ui.groups_page)

    def move(self, step: int) -> None:
        """Move the selected group."""
        if self.current:
            peers = [it.code for it in self._desk.workbench.catalogue.groups]
            self._desk.move(_KIND, self.current, step, peers)

    def _offer_areas(self) -> None:
        areas = [(area.name, area.code) for area in self._desk.workbench.catalogue.areas]
        self.groups.offer("of", [("every member", ""), *areas])
        self.groups.offer("average_area", [("not given", ""), *areas])
        self.members.offer("area", areas)

    def _select(self) -> None:
        code = self.current
        self.members.set_record(code)
        self._ui.members.setEnabled(bool(code))
        self._ui.add_member.setEnabled(bool(code))
        self._ui.remove_member.setEnabled(bool(code))

    def _made(self, row: Row) -> Row:
        code = code_from(str(row["name"]), self._desk.workbench.records(_KIND), "group")
        return {**row, "code": code}


def _blank() -> Group:
    return Group("", "", (), GroupMethod.MEAN_WITH_SELF)
