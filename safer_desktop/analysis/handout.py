"""What of a pack's figures may be handed on: the small ones, and what gives them away, stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from safer_desktop.analysis.disclosure import Amount, Cell, Span, Sums, Withheld, withhold
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import ObservationTable
from safer_desktop.domain.periods import REPORTED, Period, PeriodKind, add_months

SMALL_BELOW = 5
"""Counts below this are small unless the council has decided otherwise."""

_ENOUGH = 8
"""So many equal sums are no accident."""


@dataclass(frozen=True, slots=True)
class YearSum:
    """The sum of twelve months, given out where some of the months are not."""

    indicator: str
    area: str
    period: Period
    value: float


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure that stays: of which indicator, where, for which days, and why."""

    indicator: str
    area: str
    span: Span
    why: Withheld


@dataclass(frozen=True, slots=True)
class Handout:
    """What leaves and what stays.

    ``ids`` are the stored observations that leave, ``sums`` what leaves besides, ``kept`` what
    stays, by indicator, area and time. ``cells`` are the same as the method knows them, to be
    withheld again next time.
    """

    ids: tuple[int, ...]
    sums: tuple[YearSum, ...]
    kept: tuple[Kept, ...]
    cells: tuple[Cell, ...]


def handout(
    table: ObservationTable,
    catalogue: Catalogue,
    until: date,
    small_below: float = SMALL_BELOW,
    already: Iterable[Cell] = (),
    ends: Iterable[date] = (),
) -> Handout:
    """Decide for every observation whether it may be given to everybody.

    One answer serves all districts, so that putting their copies together tells nothing more.
    ``until`` is the end of the edition; ``already`` are the cells that earlier copies withheld and
    ``ends`` the ends of the editions that those were made for.
    """
    rows = [n for n, kind in enumerate(table.kind) if PeriodKind(kind) in REPORTED]
    cells, of_row = _cells(table, rows, catalogue, small_below)
    years = _years(table, rows, catalogue, until)
    seen = {
        it
        for end in ends
        if end != until
        for it in _year_cells(_years(table, rows, catalogue, end), catalogue)
    } - set(already)
    summed = _year_cells(years, catalogue)
    for cell, value in summed.items():
        cells.setdefault(cell, _count(value, small_below))
    sums = Sums({it.code: it.parts for it in catalogue.areas if it.parts}, wholes(cells, catalogue))
    found = withhold(cells, sums, small_below, already=already, seen=seen)
    reported = {it.code for it in catalogue.reporting_areas}
    ids = tuple(table.id[n] for n in rows if of_row.get(n) not in found)
    kept = {
        (table.indicator[n], cell.area, cell.span): found[cell]
        for n, cell in of_row.items()
        if cell in found
    }
    # Where all months leave, their sum can be worked out and need not be given.
    wanted = {(it.series, it.area) for it in found if it.area in reported}
    given = {(table.indicator[n], cell) for n, cell in of_row.items()}
    leaving = []
    for year in years:
        cell = _year_cell(year, catalogue)
        if cell in found:
            kept[year.indicator, year.area, cell.span] = found[cell]
        elif (cell.series, cell.area) in wanted and (year.indicator, cell) not in given:
            leaving.append(year)
    return Handout(
        ids,
        tuple(leaving),
        tuple(Kept(*key, why) for key, why in sorted(kept.items())),
        tuple(sorted(found)),
    )


def wholes(cells: Mapping[Cell, Amount], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The series that are the sum of others of the same partner in every area and period.

    Nobody says so in the catalogue, but whoever looks at the figures sees it.
    """
    by_series: dict[str, dict[tuple[str, Span], float]] = {}
    for cell, amount in cells.items():
        if amount.value is not None:
            by_series.setdefault(cell.series, {})[cell.area, cell.span] = amount.value
    by_partner: dict[str, list[str]] = {}
    for series in by_series:
        if catalogue.has_indicator(series):
            by_partner.setdefault(catalogue.indicator(series).partner, []).append(series)
    return {
        whole: parts
        for of_partner in by_partner.values()
        for whole in of_partner
        for parts in [_parts_of(whole, of_partner, by_series)]
        if parts
    }


def _parts_of(
    whole: str,
    of_partner: Sequence[str],
    by_series: Mapping[str, Mapping[tuple[str, Span], float]],
) -> tuple[str, ...]:
    """All the partner's other series, or all but one, if they always add up to the whole."""
    totals = by_series[whole]
    others = [it for it in of_partner if it != whole and totals.keys() & by_series[it].keys()]
    if len(others) < 2 or len(totals) < _ENOUGH or not any(totals.values()):
        return ()
    over = {
        key: sum(by_series[it].get(key, 0.0) for it in others) - total
        for key, total in totals.items()
    }
    for left_out in (None, *others):
        spare = by_series[left_out] if left_out else {}
        if all(abs(more - spare.get(key, 0.0)) < 1e-9 for key, more in over.items()):
            return tuple(it for it in others if it != left_out)
    return ()


def _cells(
    table: ObservationTable, rows: Sequence[int], catalogue: Catalogue, small_below: float
) -> tuple[dict[Cell, Amount], dict[int, Cell]]:
    """The figures by cell, and the cell of each row that counts something."""
    bases = {it.denominator for it in catalogue.indicators if it.denominator}
    reported = {it.code for it in catalogue.reporting_areas}
    people = _bases(table, rows, bases)
    cells: dict[Cell, Amount] = {}
    of_row = {}
    for n in rows:
        code, unit = table.indicator[n], Unit(table.unit[n])
        if code in bases or not catalogue.has_indicator(code):
            continue
        span = table.start[n], table.end[n]
        if unit is Unit.COUNT or unit.is_rate:
            series = catalogue.indicator(code).counts or code
            found = _count(_events(table, n, catalogue, people), small_below)
        else:
            series = f"{code} ({unit})"
            found = _share(unit, table.numerator[n], table.denominator[n], small_below)
        cell = Cell(series, table.area[n], span)
        if table.area[n] not in reported:
            # Elsewhere's figures are published by others.
            found = Amount(found.value, found.down, found.up)
        of_row[n] = cell
        if unit is Unit.COUNT or cell not in cells or cells[cell].value is None:
            cells[cell] = found
    return cells, of_row


def _count(value: float | None, small_below: float) -> Amount:
    if value is None:
        return Amount(None)
    return Amount(value, max(value, 0.0), is_small=value < small_below)


def _share(unit: Unit, above: float | None, below: float | None, small_below: float) -> Amount:
    if above is None or below is None:
        return Amount(None)
    if unit is Unit.PERCENTAGE:
        # Both the cases and those that are none must stay unknown.
        room = max(min(above, below - above), 0.0)
        return Amount(above, room, room, is_small=min(above, below - above) < small_below)
    return Amount(above, max(above, 0.0), is_small=min(above, below) < small_below)


def _events(
    table: ObservationTable,
    row: int,
    catalogue: Catalogue,
    people: Mapping[tuple[str, str, int], float],
) -> float | None:
    """The count in a row, or that behind its rate, where the population is known."""
    if Unit(table.unit[row]) is Unit.COUNT:
        return table.value[row]
    if table.numerator[row] is not None:
        return table.numerator[row]
    base = catalogue.indicator(table.indicator[row]).denominator
    years = range(table.start[row].year, table.start[row].year - 4, -1)
    found = (people.get((base, table.area[row], year)) for year in years)
    size = next((it for it in found if it is not None), None)
    return None if size is None else table.value[row] * size / 1000


def _bases(
    table: ObservationTable, rows: Iterable[int], bases: Iterable[str]
) -> dict[tuple[str, str, int], float]:
    wanted = frozenset(bases)
    return {
        (table.indicator[n], table.area[n], table.start[n].year): table.value[n]
        for n in rows
        if table.indicator[n] in wanted
    }


def _years(
    table: ObservationTable, rows: Iterable[int], catalogue: Catalogue, until: date
) -> tuple[YearSum, ...]:
    """The twelve months to each series' last month, and the twelve before, as far as they go."""
    reported = {it.code for it in catalogue.reporting_areas}
    months: dict[str, dict[str, dict[date, float]]] = {}
    for n in rows:
        if (
            table.kind[n] == PeriodKind.MONTH
            and table.unit[n] == Unit.COUNT
            and table.area[n] in reported
            and table.end[n] <= until
        ):
            of_series = months.setdefault(table.indicator[n], {})
            of_series.setdefault(table.area[n], {})[table.start[n]] = table.value[n]
    return tuple(
        YearSum(code, area, period, value)
        for code, by_area in months.items()
        for last in [max(start for own in by_area.values() for start in own)]
        for area, own in by_area.items()
        for period, value in _windows(own, last)
    )


def _windows(own: Mapping[date, float], last: date) -> Iterator[tuple[Period, float]]:
    end = last
    while end >= min(own):
        months = [add_months(end, -n) for n in range(12)]
        if all(it in own for it in months):
            yield Period.rolling_12(end.year, end.month), sum(own[it] for it in months)
        end = add_months(end, -12)


def _year_cell(year: YearSum, catalogue: Catalogue) -> Cell:
    series = catalogue.indicator(year.indicator).counts or year.indicator
    return Cell(series, year.area, (year.period.start, year.period.end))


def _year_cells(years: Iterable[YearSum], catalogue: Catalogue) -> dict[Cell, float]:
    return {_year_cell(it, catalogue): it.value for it in years}
