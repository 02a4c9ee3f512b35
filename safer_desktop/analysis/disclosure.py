"""Which figures must be withheld so that no small count is seen or can be worked out.

Primary: every count below the threshold. Secondary: for each of them a *swap* is looked for, an
amount moved about between figures that leaves every figure given out as it is (each sum over
areas, over time and over kinds), and all figures that it does move are withheld with it. The
swap that costs least is taken. Whoever knows everything that is given out can then not tell the
true figures from those after the swap, so each withheld figure stays unknown within a range at
least as wide as the protection asked for. This is the argument of Cox (1980, J. Am. Stat. Assoc.
75: 377-385) and Fischetti and Salazar (2001, Manag. Sci. 47: 1008-1027); where they solve for the
least loss we take the cheapest swap for one figure after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from math import inf

Span = tuple[date, date]
_Moves = Mapping[str, int]

_LONG, _WHOLE, _SEEN = 12.0, 8.0, 1000.0
"""What it costs to lose a year, a figure of the county, and one that others have seen already."""


class Withheld(StrEnum):
    """Why a figure is not given out."""

    SMALL = "small count"
    GIVES_AWAY = "a small count could be worked out from it"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One figure of a table: of which series, in which area, for which days."""

    series: str
    area: str
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A count, and how far it could be lower or higher than it is.

    ``value`` None: not known here, so that nothing can be moved to or from it.
    """

    value: float | None
    down: float = 0.0
    up: float = inf
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """What adds up: by area its parts, by series its parts."""

    areas: Mapping[str, tuple[str, ...]]
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Swap:
    cells: frozenset[Cell]
    cost: float
    width: float


def withhold(
    cells: Mapping[Cell, Amount],
    sums: Sums,
    protection: float,
    *,
    already: Iterable[Cell] = (),
    seen: Iterable[Cell] = (),
) -> dict[Cell, Withheld]:
    """Every cell that must not be given out, and why.

    Each of them stays uncertain by ``protection`` at least to somebody who knows all the others,
    the sums, and that no count is below nought. ``already`` are cells that earlier copies
    withheld and that stay withheld; ``seen`` cells that they gave out, spared where possible.
    """
    return _Table(cells, sums, protection, frozenset(seen)).protect(already)


class _Table:
    def __init__(
        self,
        cells: Mapping[Cell, Amount],
        sums: Sums,
        protection: float,
        seen: frozenset[Cell],
    ) -> None:
        self._cells = cells
        self._protection = protection
        self._seen = seen
        self._rows: dict[tuple[str, str], list[Span]] = {}
        for cell in sorted(cells):
            self._rows.setdefault((cell.series, cell.area), []).append(cell.span)
        self._spans: dict[str, list[Span]] = {}
        self._areas: dict[str, list[str]] = {}
        for series, area in self._rows:
            self._areas.setdefault(series, []).append(area)
        for series, areas in self._areas.items():
            self._spans[series] = sorted({it for a in areas for it in self._rows[series, a]})
        self._leaves = {series: _leaves(spans) for series, spans in self._spans.items()}
        self._area_parts = sums.areas
        self._series_parts = {
            whole: tuple(part for part in parts if part in self._spans)
            for whole, parts in sums.series.items()
            if whole in self._spans
        }
        self._withheld: dict[Cell, Withheld] = {}

    def protect(self, already: Iterable[Cell]) -> dict[Cell, Withheld]:
        for cell, amount in self._cells.items():
            if amount.is_small:
                self._withheld[cell] = Withheld.SMALL
        self._add(cell for cell in already if cell in self._cells)
        # Months first: what a year needs is then often withheld already.
        for cell in sorted(self._withheld, key=lambda it: (_days(it.span), it)):
            best = min(self._swaps(cell), key=lambda it: (it.cost, -it.width), default=None)
            self._add(best.cells if best else self._everything(cell))
        return self._withheld

    def _add(self, cells: Iterable[Cell]) -> None:
        for cell in sorted(cells):
            self._withheld.setdefault(cell, Withheld.GIVES_AWAY)

    def _swaps(self, cell: Cell) -> Iterator[_Swap]:
        kinds = list(self._over_series(cell.series))
        places = list(self._over_areas(cell.series, cell.area))
        found = False
        for w, u, v in product(kinds, places, self._over_time(cell)):
            swap = self._swap(w, u, v)
            if swap is not None and swap.width >= self._protection:
                found = True
                yield swap
                if not swap.cost:
                    return
        if not found and kinds == [{cell.series: 1}]:
            yield from self._pools(cell, places)

    def _swap(self, kinds: _Moves, places: _Moves, times: Mapping[Span, int]) -> _Swap | None:
        rise = fall = inf
        for (series, w), (area, u), (span, v) in product(
            kinds.items(), places.items(), times.items()
        ):
            if self._is_sum(series, area):
                continue  # it follows its parts
            amount = self._cells.get(Cell(series, area, span))
            if amount is None or amount.value is None:
                return None
            more, less = (amount.up, amount.down) if w * u * v > 0 else (amount.down, amount.up)
            rise, fall = min(rise, more), min(fall, less)
        moved = frozenset(
            Cell(series, area, span)
            for series, area in product(kinds, places)
            for span in self._rows.get((series, area), ())
            if sum(sign for leaf, sign in times.items() if _within(leaf, span))
        )
        return _Swap(moved, self._cost(moved), rise + fall)

    def _pools(self, cell: Cell, places: list[dict[str, int]]) -> Iterator[_Swap]:
        """Everything that overlaps the cell, in two areas, which then could share it in any way."""
        spans = _overlapping(cell.span, self._spans[cell.series])
        for u in places:
            rows = {
                area: [it for it in self._rows.get((cell.series, area), ()) if it in spans]
                for area in u
            }
            moved = frozenset(
                Cell(cell.series, area, it) for area, own in rows.items() for it in own
            )
            parts = [area for area in u if not self._is_sum(cell.series, area)]
            free = len(parts) < 2
            width = inf if free else self._least_shared(cell.series, parts, rows)
            if width >= self._protection:
                yield _Swap(moved, self._cost(moved), width)

    def _least_shared(self, series: str, areas: list[str], rows: Mapping[str, list[Span]]) -> float:
        spans = {it for area in areas for it in rows[area]}
        return min(
            sum(
                amount.down
                for area in areas
                if (amount := self._cells.get(Cell(series, area, span)))
                and amount.value is not None
            )
            for span in spans
        )

    def _everything(self, cell: Cell) -> frozenset[Cell]:
        """The last resort: nothing of what the cell adds up with in any way."""
        series, group = cell.series, {cell.series}
        for whole, parts in self._series_parts.items():
            if series == whole or series in parts:
                group.update((whole, *parts))
        linked = {it for whole, parts in self._area_parts.items() for it in (whole, *parts)}
        linked.add(cell.area)
        return frozenset(it for it in self._cells if it.series in group and it.area in linked)

    def _over_series(self, series: str) -> Iterator[dict[str, int]]:
        wholes = [it for it, parts in self._series_parts.items() if series in parts]
        parts = self._series_parts.get(series, ())
        if not wholes and not parts:
            yield {series: 1}
        for part in parts:
            yield {series: 1, part: 1}
        for whole in wholes:
            yield from ({series: 1, it: -1} for it in self._series_parts[whole] if it != series)
            yield {series: 1, whole: 1}

    def _over_areas(self, series: str, area: str) -> Iterator[dict[str, int]]:
        parts = self._parts_of(series, area)
        above = self._above(series, area)
        if not above and not parts:
            yield {area: 1}
            return
        beside = [
            it
            for it in self._areas[series]
            if it != area and above and self._above(series, it) == above
        ]
        own = [{area: 1, it: 1} for it in parts] or [{area: 1}]
        if not above:
            yield from own
        else:
            for moves in own:
                yield from ({**moves, it: -1} for it in beside if not self._is_sum(series, it))
        if not parts and len(above) == 1 and not self._above(series, above[0]):
            yield {area: 1, above[0]: 1}

    def _over_time(self, cell: Cell) -> Iterator[dict[Span, int]]:
        leaves = self._leaves[cell.series]
        if cell.span not in leaves:
            yield from ({leaf: 1} for leaf in leaves if _within(leaf, cell.span))
            return
        yield {cell.span: 1}
        yield from ({cell.span: 1, leaf: -1} for leaf in leaves if leaf != cell.span)

    def _above(self, series: str, area: str) -> tuple[str, ...]:
        return tuple(
            it
            for it, parts in self._area_parts.items()
            if area in parts and (series, it) in self._rows
        )

    def _parts_of(self, series: str, area: str) -> list[str]:
        return [it for it in self._area_parts.get(area, ()) if (series, it) in self._rows]

    def _is_sum(self, series: str, area: str) -> bool:
        return series in self._series_parts or bool(self._parts_of(series, area))

    def _cost(self, cells: Iterable[Cell]) -> float:
        return sum(self._worth(it) for it in cells if it not in self._withheld)

    def _worth(self, cell: Cell) -> float:
        worth = _LONG if _days(cell.span) > _MONTH else 1.0
        if self._is_sum(cell.series, cell.area):
            worth *= _WHOLE
        if cell in self._seen:
            worth *= _SEEN
        # Of like figures the smaller one is the lesser loss.
        value = self._cells[cell].value or 0.0
        return worth + value / (value + 1000.0)


_MONTH = 31


def _days(span: Span) -> int:
    return (span[1] - span[0]).days + 1


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _leaves(spans: list[Span]) -> dict[Span, None]:
    """The spans, in order, that every other one either holds whole or does not touch."""
    return {
        it: None for it in spans if all(_apart(it, other) or _within(it, other) for other in spans)
    }


def _overlapping(span: Span, spans: Iterable[Span]) -> frozenset[Span]:
    found, ahead, left = {span}, [span], set(spans)
    while ahead:
        now = ahead.pop()
        more = {it for it in left if not _apart(it, now)}
        left -= more
        ahead.extend(more)
        found |= more
    return frozenset(found)
