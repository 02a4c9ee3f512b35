"""Undo and redo of loads: a load is never deleted, only withdrawn and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safer_desktop.domain.observations import StoredLoad
from safer_desktop.gui.commands.guarded import GuardedCommand

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench


class LoadCommand(GuardedCommand):
    """A load already taken in (or withdrawn) by the workbench, named by its file."""

    def __init__(self, workbench: Workbench, load: StoredLoad, *, withdrawn: bool) -> None:
        super().__init__(f"{'withdrawal' if withdrawn else 'load'} of {load.file.name}")
        self._workbench = workbench
        self._load = load.id
        self._withdrawn = withdrawn

    def work(self, *, again: bool) -> None:
        """Set the load's state again, or the opposite state."""
        self._workbench.set_withdrawn(self._load, self._withdrawn if again else not self._withdrawn)
