"""Undo and redo of edits to records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safer_desktop.domain.records import Edit
from safer_desktop.gui.commands.guarded import GuardedCommand

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench


class EditCommand(GuardedCommand):
    """An edit already applied to the workbench, named by its title."""

    def __init__(self, workbench: Workbench, edit: Edit) -> None:
        super().__init__(edit.title)
        self._workbench = workbench
        self._edit = edit

    def work(self, *, again: bool) -> None:
        """Apply the edit, or what takes it back."""
        self._workbench.apply(self._edit if again else self._edit.reversed())
