"""Everything a user can edit is a record with fields; an edit is a list of field changes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class RecordKind(StrEnum):
    """The kinds of record in a pack."""

    COUNCIL = "council"
    PRIORITY = "priority"
    INDICATOR = "indicator"
    AREA = "area"
    GROUP = "group"
    CONTACT = "partner contact"
    RECIPE = "recipe"
    SCHEME = "risk scheme"
    INCIDENT_TYPE = "incident type"
    COMMENTARY = "commentary"
    PAPER = "paper"
    TEMPLATE = "paper template"
    """A council's own Word template by its fingerprint: made whole, never edited."""
    SETTING = "setting"
    LIMITS = "predicted limits"
    """What people decided about one indicator's chart in one area: code ``indicator|area``."""
    MATRIX_EDITION = "matrix edition"
    """A matrix as one board saw it: made whole, removed whole, never edited."""
    ROUND = "scoring round"
    """A round in which partners score on sheets of their own."""
    WORDING = "wording"
    """The council's own templates of one kind of sentence."""
    EXPORT = "exported paper"
    """Hashes of what the program wrote into a Word file, by the file's own id."""
    REMARK = "remark left as it is"
    """What the checker said of a paragraph, and why a person leaves the words."""
    COPY = "district copy"
    """In the county's pack: a copy that was made. In a copy: the one record that says so."""
    WITHHELD = "withheld figures"
    """Of one series, what copies do not hold: in the county's pack and in each copy."""
    LOAD = "load"
    """Only in the audit trail: what came in and what was withdrawn. Never edited."""


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Names one record: its kind and its code."""

    kind: RecordKind
    code: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, from ``old`` to ``new``.

    ``field`` empty means the whole record: ``old`` None makes it, ``new`` None removes it.
    ``why`` is the reason for this field alone, where it has one besides the edit's.
    """

    record: RecordRef
    field: str
    old: Json
    new: Json
    why: str = ""

    def reversed(self) -> FieldChange:
        """The change that takes this one back."""
        return FieldChange(self.record, self.field, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing the user did: all its changes happen or none does.

    ``title`` names it for undo ("harm score of Robbery"); ``why`` is the user's reason, if given.
    """

    title: str
    changes: tuple[FieldChange, ...]
    why: str = ""

    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        undone = tuple(change.reversed() for change in reversed(self.changes))
        return Edit(self.title, undone, f"Undo: {self.title}")


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the audit trail: who, when, what, old, new, why.

    ``who`` is the name that the user goes by, ``account`` the login on that computer (empty in
    lines from before it was kept).
    """

    id: int
    at: datetime
    who: str
    title: str
    record: RecordRef
    field: str
    old: Json
    new: Json
    why: str
    account: str = ""


Records = Mapping[str, Mapping[str, Json]]
"""Records of one kind by code, in their stored order."""


def code_from(name: str, taken: Collection[str], otherwise: str) -> str:
    """A code that is not ``taken``: the name in lower case with hyphens, or ``otherwise``."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or otherwise
    code, number = stem, 2
    while code in taken:
        code, number = f"{stem}-{number}", number + 1
    return code
