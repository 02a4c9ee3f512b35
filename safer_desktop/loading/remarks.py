"""Collects what is to be said of a table while it is read, each remark once with its cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from safer_desktop.domain.observations import CellPlace, Problem, Severity
from safer_desktop.loading.cells import Place, a1


@dataclass(slots=True)
class Tally:
    """Cells that share one remark, and the different texts in them."""

    cells: list[str] = field(default_factory=list)
    texts: dict[str, None] = field(default_factory=dict)

    def add(self, cell: Place, text: str = "") -> None:
        """Count one more cell."""
        self.cells.append(a1(*cell))
        self.texts[text] = None

    @property
    def count_words(self) -> str:
        """``1 cell`` or ``4 cells``."""
        return cells_words(len(self.cells))


class Remarks:
    """The problems of one sheet of one file."""

    def __init__(self, file: str, sheet: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._sheet = sheet
        self._said: set[tuple[str, str]] = set()

    def error(
        self,
        check: str,
        what: str,
        cell: Place | str | None,
        remedy: str,
        *,
        may_accept: bool = False,
    ) -> None:
        """Something that must be settled; by itself no figure came of the cell."""
        self._say(Severity.ERROR, check, what, _addresses(cell), remedy, may_accept)

    def warning(self, check: str, what: str, cells: list[str] | None, remedy: str = "") -> None:
        """Something to look at; the figures stand if nobody objects."""
        self._say(Severity.WARNING, check, what, cells or [], remedy, True)

    def note(self, check: str, what: str, cells: list[str]) -> None:
        """Something to know."""
        self._say(Severity.NOTE, check, what, cells, "", True)

    def _say(
        self,
        severity: Severity,
        check: str,
        what: str,
        cells: list[str],
        remedy: str,
        may_accept: bool,
    ) -> None:
        first = cells[0] if cells else ""
        if (what, first) in self._said:
            return
        self._said.add((what, first))
        self.problems.append(
            Problem(
                severity,
                what,
                place_words(self._file, self._sheet, first),
                remedy,
                check,
                tuple(CellPlace(self._sheet, cell) for cell in cells),
                may_accept,
            )
        )


def place_words(file: str, sheet: str, cell: str = "") -> str:
    """``file.xlsx, sheet 'Burglary', cell C12``, as far as it is known."""
    parts = [file, f"sheet '{sheet}'" if sheet else "", f"cell {cell}" if cell else ""]
    return ", ".join(part for part in parts if part)


def cells_words(count: int) -> str:
    """``1 cell`` or ``4 cells``."""
    return "1 cell" if count == 1 else f"{count} cells"


def _addresses(cell: Place | str | None) -> list[str]:
    if cell is None:
        return []
    return [cell if isinstance(cell, str) else a1(*cell)]
