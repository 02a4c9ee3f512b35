"""Errors that a coordinator can act on."""

from __future__ import annotations


class SaferError(Exception):
    """Something a user has to know: what happened, where, and what to do about it.

    ``str()`` gives all three in plain words; no part of it is ever a traceback.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(" ".join(part for part in (what, where, remedy) if part))


class LoadError(SaferError):
    """A file could not be read, or does not hold what was expected of it."""


class RecipeNeeded(LoadError):
    """The file can be read, but nobody has yet said what its tables mean."""


class PasswordNeeded(LoadError):
    """The file is protected: no password was given, or (``wrong``) the one given does not fit."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "", wrong: bool) -> None:
        self.wrong = wrong
        super().__init__(what, where=where, remedy=remedy)


class PackError(SaferError):
    """A pack could not be opened, saved or changed."""


class ReportError(SaferError):
    """The paper could not be written."""


class Cancelled(Exception):
    """Long work was stopped at the user's wish; nothing was changed."""
