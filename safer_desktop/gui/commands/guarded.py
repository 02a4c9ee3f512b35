"""A command whose work is done before it is pushed, and whose undo may be refused."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.messages import show_error


class GuardedCommand(QUndoCommand):
    """Undoes and redoes work on a pack.

    The work itself is done by whoever pushes the command, so that a refusal reaches them and
    nothing is pushed; the redo that Qt calls on pushing does nothing. A later undo or redo that
    is refused is shown to the user and drops the command: the pack did not change.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._pushed = False

    def redo(self) -> None:
        """Qt's own; the first call comes from pushing and has nothing left to do."""
        if self._pushed:
            self._guarded(again=True)
        self._pushed = True

    def undo(self) -> None:
        """Qt's own."""
        self._guarded(again=False)

    def work(self, *, again: bool) -> None:
        """Do the work once more, or take it back; may raise :class:`SaferError`."""
        raise NotImplementedError

    def _guarded(self, *, again: bool) -> None:
        try:
            self.work(again=again)
        except SaferError as error:
            self.setObsolete(True)
            show_error(error, title=f"{'Redo' if again else 'Undo'} {self.text()}")
