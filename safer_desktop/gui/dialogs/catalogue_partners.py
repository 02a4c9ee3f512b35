"""The catalogue's page of partners: whom to ask at each of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.indicators import Contact
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import RecordKind, code_from
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.dialogs.catalogue_removal import ask_to_remove
from safer_desktop.gui.dialogs.catalogue_tables import begin_draft, set_up
from safer_desktop.gui.forms.ui_catalogue_dialog import Ui_CatalogueDialog
from safer_desktop.gui.models.record_fields import Field, line
from safer_desktop.gui.models.records_model import RecordsModel, Row

_KIND = RecordKind.CONTACT
_WIDTHS = (330, 220, 300)


class PartnersPage(QObject):
    """Contacts are picked and typed in the table, one for each partner that an indicator names."""

    def __init__(self, desk: Desk, ui: Ui_CatalogueDialog) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ui = ui
        self.contacts = RecordsModel(
            desk,
            _KIND,
            "a contact",
            (
                Field("partner", "Partner", [("", "")], needed=True, unique=True),
                Field("name", "Whom to ask", needed=True),
                Field("email", "E-mail", read=_email),
                Field("phone", "Telephone"),
            ),
            self._made,
        )
        set_up(ui.contacts, self.contacts, _WIDTHS)
        self._offer_partners()
        ui.add_contact.clicked.connect(lambda: begin_draft(ui.contacts, self.contacts, {}))
        ui.remove_contact.clicked.connect(self.remove)
        ui.contacts.setCurrentIndex(self.contacts.index(0, 0))

    @property
    def current(self) -> str:
        """Code of the selected contact; empty if none is, and for a row still to be typed."""
        return self.contacts.code(self._ui.contacts.currentIndex().row())

    def refresh(self) -> None:
        """Show what the pack holds now."""
        code, column = self.current, self._ui.contacts.currentIndex().column()
        self._offer_partners()
        self.contacts.refresh()
        if code and self.current != code:
            self._ui.contacts.setCurrentIndex(
                self.contacts.index(self.contacts.row_of(code), column)
            )

    def remove(self) -> None:
        """Ask, then remove the selected contact; a row still to be typed just goes."""
        if self.contacts.is_draft(self._ui.contacts.currentIndex().row()):
            self.contacts.drop_draft()
        elif self.current:
            ask_to_remove(self._desk, _KIND, self.current, self._ui.partners_page)

    def _offer_partners(self) -> None:
        catalogue = self._desk.workbench.catalogue
        named = dict.fromkeys(i.partner for i in catalogue.indicators if i.partner)
        self.contacts.offer("partner", [(partner, partner) for partner in named])

    def _made(self, row: Row) -> Row:
        code = code_from(str(row["partner"]), self._desk.workbench.records(_KIND), "contact")
        contact = Contact(code, str(row["partner"]), str(row["name"]))
        return {**to_plain(contact), **row, "code": code}


def _email(text: str) -> str:
    address = line(text)
    before, at, after = address.partition("@")
    if address and (not before or not at or "." not in after or " " in address):
        raise CatalogueError(f"'{address}' is no e-mail address: it looks like name@place.uk.")
    return address
