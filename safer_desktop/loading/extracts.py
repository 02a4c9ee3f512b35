"""Raw incident extracts, one row per crime: which column says what, and what is counted of it.

Nothing of a row leaves the reading child but the month, area and offence that it counts for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ColumnRole(StrEnum):
    """What a column of an extract is used for."""

    DATE = "date that is counted by"
    AREA = "area"
    TYPE = "offence"
    REFERENCE = "crime reference"
    NOT_KEPT = "not kept"


@dataclass(frozen=True, slots=True)
class IncidentColumns:
    """How one partner's extracts are counted; part of the recipe.

    ``headers`` are all column names in their order, as a later file must have them. ``date``,
    ``area``, ``type`` and ``reference`` are names among them, or empty. ``day_first`` is how
    01/02/2017 is read, ``None`` where no date leaves it open. ``areas`` takes a label to an area's
    code, ``types`` a label to the codes of the indicators that it counts for; an empty code or
    tuple leaves its rows out. ``total`` is the indicator that offences are added up into: with an
    offence column it stands in ``types`` too, without one every row counts for it alone.
    ``whole`` is the code of an area that every row counts for, or empty. ``count_once`` counts a
    crime reference only where it stands first. ``leave_out_thin`` drops months at either end that
    have strikingly few rows. ``sheet`` is the only sheet to count, or empty for all of them.
    """

    headers: tuple[str, ...]
    date: str
    area: str = ""
    type: str = ""
    reference: str = ""
    day_first: bool | None = None
    areas: dict[str, str] = field(default_factory=dict)
    types: dict[str, tuple[str, ...]] = field(default_factory=dict)
    total: str = ""
    whole: str = ""
    count_once: bool = False
    leave_out_thin: bool = True
    sheet: str = ""

    def column(self, role: ColumnRole) -> str:
        """The name of the column in this role, or empty."""
        return {
            ColumnRole.DATE: self.date,
            ColumnRole.AREA: self.area,
            ColumnRole.TYPE: self.type,
            ColumnRole.REFERENCE: self.reference,
        }.get(role, "")

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the columns that are read."""
        return tuple(name for name in (self.date, self.area, self.type, self.reference) if name)

    def counted_by(self) -> tuple[str | bool | None, ...]:
        """What the counting in the file depends on; all else is worked out from the counts."""
        return (
            self.date,
            self.area,
            self.type,
            self.reference,
            self.day_first,
            self.count_once,
            self.sheet,
        )


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What may be shown of a column: its name and role, and no value that points at a person.

    ``personal`` says why it looks personal, or is empty. ``sample`` are values that stand in many
    rows, or for a masked column only what they look like.
    """

    name: str
    role: ColumnRole
    personal: str
    sample: str
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class ExtractPart:
    """A sheet or file with incidents: ``rows`` below its header, -1 before they were counted."""

    name: str
    rows: int = -1


@dataclass(frozen=True, slots=True)
class Extract:
    """An extract that was looked into. ``others`` are sheets or files that hold no such rows.

    ``columns`` are the proposed columns, or those of the recipe that it was known by.
    """

    name: str
    sha256: str
    size: int
    parts: tuple[ExtractPart, ...]
    others: tuple[str, ...]
    profiles: tuple[ColumnProfile, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(profile.name for profile in self.profiles)


class Trouble(StrEnum):
    """Why a row cannot be counted."""

    BROKEN = "have more fields than the header"
    BLANK = "have nothing in the columns that are counted by"
    NO_DATE = "have no date"
    UNREADABLE = "have a date that cannot be read"
    TOO_EARLY = "have a date before 1950"
    FUTURE = "have a date in the future"
    OTHER_MONTH = "have a date of another month"
    AREA_BLANK = "have no area"
    TYPE_BLANK = "have no offence"


FIRST_ROWS = 5
"""Of so many rows of a kind the place is told."""


@dataclass(slots=True)
class RowList:
    """How many rows there are of a kind, and where the first few stand."""

    rows: int = 0
    first: tuple[str, ...] = ()

    def add(self, rows: int, first: tuple[str, ...]) -> None:
        """Count more rows of the kind."""
        self.rows += rows
        self.first = (*self.first, *first)[:FIRST_ROWS]

    @property
    def places(self) -> str:
        """``rows 12, 15 and more``."""
        words = ", ".join(self.first)
        return f"{words} and more" if self.rows > len(self.first) else words


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How dates such as 01/02/2017 may be read, by how many rows bear it out.

    ``day_first`` and ``month_first`` rows can only be read so (31/01/2017, 01/31/2017); ``open``
    ones can be read either way. ``true_dates`` are rows with real dates of the workbook, of which
    ``true_low`` have a day of 12 or less: all of them beside ``day_first`` text shows a workbook
    that was opened with month-first settings.
    """

    day_first: int = 0
    month_first: int = 0
    open: int = 0
    true_dates: int = 0
    true_low: int = 0

    def __add__(self, other: DayOrder) -> DayOrder:
        return DayOrder(
            self.day_first + other.day_first,
            self.month_first + other.month_first,
            self.open + other.open,
            self.true_dates + other.true_dates,
            self.true_low + other.true_low,
        )

    @property
    def is_open(self) -> bool:
        """Whether nothing but a person can tell how to read them."""
        mixed = bool(self.day_first and self.month_first)
        return mixed or bool(self.open and not self.day_first and not self.month_first)

    @property
    def shown(self) -> bool | None:
        """Day first or month first, where the dates themselves show it."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return bool(self.day_first)


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows by month, area and offence, as parallel columns; small enough to pass on at once.

    ``month`` is the year times 12 plus the month from 0; ``area`` and ``type`` are places in the
    lists of labels.
    """

    areas: tuple[str, ...] = ("",)
    types: tuple[str, ...] = ("",)
    month: array[int] = field(default_factory=lambda: array("q"))
    area: array[int] = field(default_factory=lambda: array("q"))
    type: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("q"))

    def __iter__(self) -> Iterator[tuple[int, str, str, int]]:
        """Month, area label, offence label and number of rows."""
        for month, area, kind, rows in zip(
            self.month, self.area, self.type, self.rows, strict=True
        ):
            yield month, self.areas[area], self.types[kind], rows


@dataclass(frozen=True, slots=True)
class Counts:
    """What an extract, or a part of it, holds.

    ``rows`` are all rows; ``cells`` those with a usable date. ``areas`` and ``types`` say where a
    label stands first. ``days`` has the first and last day of each month. ``doubled`` are rows
    whose crime reference stood in an earlier row, ``short`` those with fewer fields than the
    header.
    """

    rows: int
    cells: Cells
    troubles: dict[Trouble, RowList]
    areas: dict[str, tuple[str, ...]]
    types: dict[str, tuple[str, ...]]
    days: dict[int, tuple[date, date]]
    order: DayOrder
    doubled: RowList
    short: RowList


def unlike(headers: tuple[str, ...], columns: IncidentColumns) -> tuple[tuple[str, ...], ...]:
    """The column names that are gone from ``headers``, and those that are new there."""
    there, known = {plain(it) for it in headers}, {plain(it) for it in columns.headers}
    gone = tuple(it for it in columns.headers if plain(it) not in there)
    return gone, tuple(it for it in headers if plain(it) not in known)


def fits(headers: tuple[str, ...], columns: IncidentColumns) -> bool:
    """Whether a file with these columns can be counted so: all that are read are there."""
    there = {plain(it) for it in headers}
    return all(plain(name) in there for name in columns.used)


def plain(name: str) -> str:
    """A column's name without case, spaces and punctuation, to be compared."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
