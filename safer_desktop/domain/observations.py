"""Observations: single numbers with their place of origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period


class Status(StrEnum):
    """What the source says of a number."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was loaded. ``name`` is its bare name, never the folder it lay in."""

    name: str
    sha256: str
    size: int
    partner: str
    recipe: str
    loaded_at: datetime
    loaded_by: str
    note: str = ""
    recipe_code: str = ""
    recipe_version: int = 0


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a file: its sheet (empty for a text table, which has none) and A1 address."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class SourceCell:
    """Where a number stands: sheet, A1 address, and the text found there.

    A count of incident rows has no single cell: ``cell`` is then empty and ``raw`` says how many
    rows of which file were counted. ``period_cell``, ``area_cell`` and ``indicator_cell`` are the
    addresses of the labels that the number was read under (``B3:D3`` for merged cells,
    ``B3:D3, C4`` for a label made of several); empty where the recipe, not a cell, says it.
    ``raw`` is what the file holds, also where a person mended the cell.
    """

    sheet: str
    cell: str
    raw: str
    number_format: str = ""
    period_cell: str = ""
    area_cell: str = ""
    indicator_cell: str = ""

    def words(self, file_name: str) -> str:
        """``file.xlsx, sheet 'Burglary', cell C12``."""
        parts = [file_name]
        if self.sheet:
            parts.append(f"sheet '{self.sheet}'")
        parts.append(f"cell {self.cell}" if self.cell else self.raw)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Observation:
    """One number for an indicator, an area and a period, in the unit that the source gives.

    ``numerator`` and ``denominator`` stand beside a percentage or ratio where the source has
    them; either part then adds up over areas and periods.
    """

    indicator: str
    area: str
    period: Period
    unit: Unit
    value: float
    source: SourceCell
    numerator: float | None = None
    denominator: float | None = None
    status: Status = Status.FINAL

    @property
    def key(self) -> tuple[str, str, Period, Unit]:
        """What may be there only once in a load."""
        return (self.indicator, self.area, self.period, self.unit)


@dataclass(frozen=True, slots=True)
class ObservationTable:
    """Observations as parallel columns, one entry each per row; None where there is no number."""

    id: list[int]
    indicator: list[str]
    area: list[str]
    start: list[date]
    end: list[date]
    kind: list[str]
    unit: list[str]
    value: list[float]
    numerator: list[float | None]
    denominator: list[float | None]
    status: list[str]


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "must be settled"
    WARNING = "look at this"
    NOTE = "for information"


class SettlementKind(StrEnum):
    """What a person decided about a cell that a check found odd."""

    ACCEPTED = "accepted"
    MENDED = "mended"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Settlement:
    """A person's decision about one cell before its file was taken in.

    ``old`` is the text found in the cell; ``new`` the text to read in its place (MENDED only).
    ``check`` names the check whose finding is accepted (ACCEPTED only).
    """

    kind: SettlementKind
    place: CellPlace
    reason: str
    who: str
    at: datetime
    old: str = ""
    new: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a check found before import, with its place and what to do.

    ``check`` is the lasting name of the check, ``cells`` are the cells that it is about.
    ``may_accept`` tells whether the figure can stand as it is if a person says so.
    """

    severity: Severity
    what: str
    where: str
    remedy: str = ""
    check: str = ""
    cells: tuple[CellPlace, ...] = ()
    may_accept: bool = True
    settlement: Settlement | None = None

    @property
    def place(self) -> CellPlace:
        """The cell that a decision about this problem names: its first; empty if it has none."""
        return self.cells[0] if self.cells else CellPlace("", "")


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """The part of a sheet that figures were read from, as it was shown, for tracing them.

    ``rows`` start at the cell ``first_row``, ``first_column`` (counted from 0) and are equally
    wide; ``merges`` are first row, first column, last row, last column in the sheet's own count.
    """

    sheet: str
    first_row: int
    first_column: int
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """What one file brings: its observations and what the checks said of them."""

    file: SourceFile
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    pictures: tuple[SheetPicture, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must still be settled before the load is taken in."""
        return tuple(
            p for p in self.problems if p.severity is Severity.ERROR and p.settlement is None
        )

    def settled(self, settlements: Sequence[Settlement]) -> Load:
        """The load with these decisions; a finding that one of them accepts carries it.

        A finding without a cell is known by its words.
        """
        accepted = {
            (it.check, it.place, "" if it.place.cell else it.old): it
            for it in settlements
            if it.kind is SettlementKind.ACCEPTED
        }
        problems = []
        for it in self.problems:
            key = (it.check, it.place, "" if it.place.cell else it.what)
            settlement = accepted.get(key) if it.may_accept else None
            problems.append(replace(it, settlement=settlement))
        return replace(self, problems=tuple(problems), settlements=tuple(settlements))


@dataclass(frozen=True, slots=True)
class StoredObservation:
    """An observation in the pack, with the load it came by."""

    id: int
    load: int
    observation: Observation


@dataclass(frozen=True, slots=True)
class StoredLoad:
    """A load in the pack. A withdrawn load (undone) keeps its rows but no longer counts."""

    id: int
    file: SourceFile
    problems: tuple[Problem, ...]
    observations: int
    withdrawn: bool = False
    settlements: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that a later load gives otherwise than an earlier one.

    ``old_id`` and ``new_id`` are the stored observations, ``old_load`` and ``new_load`` the loads
    that brought them.
    """

    indicator: str
    area: str
    period: Period
    unit: Unit
    old: float
    new: float
    old_id: int
    new_id: int
    old_load: int
    new_load: int
