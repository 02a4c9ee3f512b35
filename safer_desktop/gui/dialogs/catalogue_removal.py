"""Asks before a record of the catalogue is removed, and says why one has to stay."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from safer_desktop.domain.catalogue import CatalogueError
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.commands.desk import Desk
from safer_desktop.gui.messages import ask

_MOST_USES = 3


def ask_to_remove(desk: Desk, kind: RecordKind, code: str, parent: QWidget) -> None:
    """Ask, then remove a record; one that others need stays, and the user is told why."""
    ref = RecordRef(kind, code)
    name = str(desk.workbench.record(kind, code).get("name") or code)
    uses = desk.workbench.uses(ref)
    if uses:
        more = f" And {len(uses) - _MOST_USES:,} more." if len(uses) > _MOST_USES else ""
        words = f"'{name}' cannot be removed. {' '.join(uses[:_MOST_USES])}{more}"
        desk.refuse(CatalogueError(words))
        return
    has_figures = kind in (RecordKind.INDICATOR, RecordKind.AREA)
    count = desk.workbench.figure_count(ref) if has_figures else 0
    figures = f"The pack holds {count:,} of its figures; they stay in it, unseen. " if count else ""

    def answered(yes: bool) -> None:
        if yes:
            desk.remove(kind, code)

    ask(
        f"Remove {'an' if str(kind)[0] in 'aeiou' else 'a'} {kind}",
        f"Remove '{name}' from the catalogue?",
        "&Remove it",
        answered,
        more=f"{figures}Undo brings it back.",
        parent=parent,
    )
