"""Number formats of a sheet's cells, kept as runs down each column: most columns have one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from safer_desktop.loading.cells import Place


@dataclass(slots=True)
class _Runs:
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)


class CellFormats(Mapping[Place, str]):
    """Format codes by place; cells must be added downwards within each column."""

    __slots__ = ("_columns",)

    def __init__(self) -> None:
        self._columns: dict[int, _Runs] = {}

    def add(self, row: int, column: int, code: str) -> None:
        """Give a cell its format; a cell above one of the same column is passed over."""
        runs = self._columns.get(column)
        if runs is None:
            self._columns[column] = _Runs([row], [row], [code])
        elif runs.lasts[-1] + 1 == row and runs.codes[-1] == code:
            runs.lasts[-1] = row
        elif runs.lasts[-1] < row:
            runs.firsts.append(row)
            runs.lasts.append(row)
            runs.codes.append(code)

    def __getitem__(self, place: Place) -> str:
        row, column = place
        runs = self._columns[column]
        number = bisect_right(runs.firsts, row) - 1
        if number < 0 or row > runs.lasts[number]:
            raise KeyError(place)
        return runs.codes[number]

    def __iter__(self) -> Iterator[Place]:
        for column, runs in self._columns.items():
            for first, last in zip(runs.firsts, runs.lasts, strict=True):
                yield from ((row, column) for row in range(first, last + 1))

    def __len__(self) -> int:
        return sum(
            last - first + 1
            for runs in self._columns.values()
            for first, last in zip(runs.firsts, runs.lasts, strict=True)
        )
