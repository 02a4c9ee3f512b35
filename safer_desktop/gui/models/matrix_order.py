"""In which order the matrix's rows stand, and which of them are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from safer_desktop.gui.models.matrix_columns import RANK, MatrixColumn, SortKey
from safer_desktop.risk.scheme import MatrixRow

UNSCORED = "Not scored"
"""What the class filter calls rows that have no class."""
OWN = ""
"""Sorted by no column: in the order that people gave the rows."""


@dataclass
class RowOrder:
    """Rows keep their places while they are edited; ``sort`` puts them in order again.

    A row that goes keeps its place for when it comes back; a new one stands at the end.
    """

    column: str = RANK
    descending: bool = False
    text: str = ""
    risk_class: str = ""
    _order: list[str] = field(default_factory=list)
    _hidden: set[str] = field(default_factory=set)

    def take_up(self, codes: list[str]) -> None:
        """Give the types that are new a place."""
        known = set(self._order)
        self._order += [code for code in codes if code not in known]

    def sort(
        self, rows: Mapping[str, MatrixRow], own: list[str], columns: Mapping[str, MatrixColumn]
    ) -> None:
        """Put the rows in order; ``own`` are the codes in the order that people gave them."""
        self._order = self.sorted_codes(rows, own, columns)

    def filter(self, rows: Mapping[str, MatrixRow]) -> None:
        """Leave out the rows that the filter does not want, until it is asked again."""
        self._hidden = {code for code, row in rows.items() if not self._wanted(row)}

    def shown(self, rows: Mapping[str, MatrixRow]) -> list[str]:
        """The codes of the rows to show, in order."""
        return [code for code in self._order if code in rows and code not in self._hidden]

    @property
    def filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self.text or self.risk_class)

    def out_of_order(
        self, rows: Mapping[str, MatrixRow], own: list[str], columns: Mapping[str, MatrixColumn]
    ) -> bool:
        """Whether sorting again would move a shown row."""
        there = self.shown(rows)
        shown = set(there)
        return [c for c in self.sorted_codes(rows, own, columns) if c in shown] != there

    def sorted_codes(
        self, rows: Mapping[str, MatrixRow], own: list[str], columns: Mapping[str, MatrixColumn]
    ) -> list[str]:
        """All codes in the wanted order; rows without a value stand last either way."""
        if self.column == OWN or self.column not in columns:
            return list(own)
        value = columns[self.column].value
        found = {code: value(rows[code]) for code in own}
        filled = [code for code in own if found[code] is not None and found[code] != ""]
        empty = [code for code in own if found[code] is None or found[code] == ""]
        filled.sort(key=lambda code: _key(found[code]), reverse=self.descending)
        return filled + empty

    def _wanted(self, row: MatrixRow) -> bool:
        if self.risk_class and self.risk_class != (row.risk_class or UNSCORED):
            return False
        words = f"{row.type.name} {row.type.note} {row.type.scored_by}".casefold()
        return all(word in words for word in self.text.casefold().split())


def _key(value: SortKey) -> tuple[float, str]:
    return (0.0, value) if isinstance(value, str) else (value or 0.0, "")
