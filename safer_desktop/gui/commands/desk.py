"""Edits of the catalogue from the pages of its dialog, and what is said about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.gui.context import Context
from safer_desktop.workbench.bench import Workbench


class Desk(QObject):
    """Every change goes through here, as one undoable edit.

    ``said(words, tone)`` tells the user of a refusal ("bad"), of something to know ("quiet"), or
    that all is well (no words). ``put_back`` asks the pages to show again what the pack holds.
    """

    said = Signal(str, str)
    put_back = Signal()

    def __init__(self, context: Context, take_why: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._take_why = take_why

    @property
    def workbench(self) -> Workbench:
        """The open pack."""
        return self._context.workbench

    def note(self, words: str) -> None:
        """Tell the user something that is not wrong; no words: all is well."""
        self.said.emit(words, "quiet")

    def refuse(self, error: SaferError) -> None:
        """Tell the user why something cannot stand, and show again what the pack holds."""
        self.put_back.emit()
        self.said.emit(f"Not changed: {error}", "bad")

    def attempt(self, work: Callable[[], None]) -> bool:
        """Do an edit; gives False if it was refused, which the user is then told."""
        try:
            work()
        except SaferError as error:
            self.refuse(error)
            return False
        self.note("")
        return True

    def apply(self, edit: Edit) -> None:
        """Do an edit, with the reason that the user has typed; raises :class:`SaferError`."""
        if all(change.old == change.new for change in edit.changes):
            return
        self._context.apply(Edit(edit.title, edit.changes, self._take_why()))

    def set_field(self, kind: RecordKind, code: str, field: str, new: Json, title: str) -> None:
        """Set one field of one record; raises :class:`SaferError`."""
        self.apply(self.workbench.field_edit(kind, code, field, new, title))

    def move(self, kind: RecordKind, code: str, step: int, peers: Sequence[str]) -> bool:
        """Let a record and the one ``step`` before or after it among its peers change places."""
        place = peers.index(code) + step
        if not 0 <= place < len(peers):
            return False
        codes = list(self.workbench.records(kind))
        one, other = codes.index(code), codes.index(peers[place])
        codes[one], codes[other] = codes[other], codes[one]
        name = self.workbench.record(kind, code).get("name", code)
        return self.attempt(
            lambda: self.apply(self.workbench.order_edit(kind, codes, f"place of {name}"))
        )

    def remove(self, kind: RecordKind, code: str) -> bool:
        """Remove a record."""
        fields = self.workbench.record(kind, code)
        change = FieldChange(RecordRef(kind, code), "", fields, None)
        edit = Edit(f"removal of {fields.get('name') or code}", (change,))
        return self.attempt(lambda: self.apply(edit))
