"""How long work tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations

from typing import Protocol

from safer_desktop.domain.errors import Cancelled


class Progress(Protocol):
    """Handed into long work by whoever shows it (the window, a terminal, a test)."""

    def report(self, done: float, text: str) -> None:
        """Say how far the work is: ``done`` from 0 to 1, ``text`` in plain words."""

    def cancelled(self) -> bool:
        """Whether the user has asked to stop."""


class Silent:
    """Progress for work that nobody watches."""

    def report(self, done: float, text: str) -> None:
        """Ignore the report."""

    def cancelled(self) -> bool:
        """Nobody watches, so nobody cancels."""
        return False


def check_cancelled(progress: Progress) -> None:
    """Raise :class:`Cancelled` if the user has asked to stop."""
    if progress.cancelled():
        raise Cancelled
