"""From an extract's counts to observations, and to what a person has to know of them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity, SourceCell
from safer_desktop.domain.periods import Period
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.extracts import (
    Counts,
    DayOrder,
    Extract,
    IncidentColumns,
    RowList,
    Trouble,
    unlike,
)
from safer_desktop.loading.likeness import IndicatorMatcher

COUNTABLE = (Unit.COUNT, Unit.RATE_POPULATION, Unit.RATE_HOUSEHOLDS)
"""Units of indicators that rows can be counted for; rates are worked out from the counts."""

THIN = 0.1
"""A month at either end with less than this share of a usual month's rows is no whole month."""

_SHOWN = 6
_SURE_GAP = 0.01


@dataclass(frozen=True, slots=True)
class MonthRows:
    """A month of an extract: its rows, and why it is not taken in (empty if it is)."""

    period: Period
    rows: int
    left_out: str = ""


def rows_by(counts: Iterable[Counts], column: str) -> dict[str, int]:
    """Counted rows by label of the ``area`` or ``type`` column, most rows first; blank left out."""
    found: Counter[str] = Counter()
    for it in counts:
        for _, area, kind, rows in it.cells:
            found[area if column == "area" else kind] += rows
    del found[""]
    return dict(found.most_common())


def mapped(
    columns: IncidentColumns, counts: Sequence[Counts], catalogue: Catalogue
) -> IncidentColumns:
    """The columns with a meaning proposed for each label that has none.

    An area is proposed where its label names just one, an indicator where it is like just one that
    rows can be counted for; other labels stay without an entry, to be asked about.
    """
    areas, types = dict(columns.areas), dict(columns.types)
    matcher, likeness = AreaMatcher(catalogue), IndicatorMatcher(catalogue)
    for label in rows_by(counts, "area"):
        code = matcher.exact(label).code
        if label not in areas and code:
            areas[label] = code
    for label in rows_by(counts, "type"):
        code = likeness.like(label).code
        if label not in types and code and catalogue.indicator(code).unit in COUNTABLE:
            types[label] = tuple(dict.fromkeys(it for it in (code, columns.total) if it))
    return replace(columns, areas=areas, types=types)


def day_order(counts: Sequence[Counts]) -> DayOrder:
    """What all the dates say of the order of day and month."""
    return sum((it.order for it in counts), DayOrder())


def months_of(
    columns: IncidentColumns, counts: Sequence[Counts], today: date
) -> tuple[MonthRows, ...]:
    """The months in the extract in their order, with why one is not taken in."""
    rows: Counter[int] = Counter()
    for it in counts:
        for month, _, _, found in it.cells:
            rows[month] += found
    if not rows:
        return ()
    usual = _usual(rows.values())
    thick = [month for month, found in rows.items() if found >= THIN * usual]
    first, last = min(thick), max(thick)
    months = []
    for month in sorted(rows):
        period = Period.month(month // 12, month % 12 + 1)
        why = ""
        if period.end > today:
            why = "it is not over yet"
        elif columns.leave_out_thin and not first <= month <= last:
            why = "too few rows to be a whole month"
        months.append(MonthRows(period, rows[month], why))
    return tuple(months)


def _usual(rows: Iterable[int]) -> int:
    """The rows of the month that the middle row lies in: many thin months do not change it."""
    sizes = sorted(rows)
    passed = list(accumulate(sizes))
    return next(
        size for size, so_far in zip(sizes, passed, strict=True) if 2 * so_far >= passed[-1]
    )


def figures(
    extract: Extract,
    columns: IncidentColumns,
    counts: Sequence[Counts],
    catalogue: Catalogue,
    today: date,
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """Monthly counts by area and indicator, and what could not be counted, by reason.

    A month with rows has a zero for each area of the extract and each indicator of the columns
    that no row of it counts for; a month without any row has nothing.
    """
    months = months_of(columns, counts, today)
    observations = tuple(_observations(extract, columns, counts, catalogue, months))
    problems = (
        *_headers(extract, columns),
        *_order(extract, columns, counts),
        *_unsettled(extract, columns, counts, catalogue),
        *_left_out(extract, columns, counts),
        *_troubles(extract, counts),
        *_months(extract, months, counts),
        *_doubles(extract, columns, counts),
    )
    return observations, problems


def _observations(
    extract: Extract,
    columns: IncidentColumns,
    counts: Sequence[Counts],
    catalogue: Catalogue,
    months: Sequence[MonthRows],
) -> Iterator[Observation]:
    taken = {
        it.period.start.year * 12 + it.period.start.month - 1: it.period
        for it in months
        if not it.left_out
    }
    matcher = AreaMatcher(catalogue)
    cells: Counter[tuple[int, str, str]] = Counter()
    areas: dict[str, None] = {columns.whole: None} if columns.whole else {}
    for it in counts:
        for month, label, kind, rows in it.cells:
            area = _area(label, columns, matcher)
            here = dict.fromkeys(code for code in (area, columns.whole) if code)
            areas.update(here)
            if month in taken:
                for code in _codes(kind, columns):
                    for place in here:
                        cells[month, place, code] += rows
    indicators = list(_indicators(columns, counts))
    for month, period in sorted(taken.items()):
        for area in areas:
            for code in indicators:
                yield _observation(extract, code, area, period, cells[month, area, code])


def _observation(extract: Extract, code: str, area: str, period: Period, rows: int) -> Observation:
    one = len(extract.parts) == 1
    sheet = extract.parts[0].name if one and extract.parts[0].name != extract.name else ""
    noun = "row" if rows == 1 else "rows"
    where = (
        f"sheet '{sheet}'" if sheet else (extract.name if one else f"{len(extract.parts)} parts")
    )
    words = f"counted from {number(rows)} {noun} of {where}"
    return Observation(code, area, period, Unit.COUNT, float(rows), SourceCell(sheet, "", words))


def _area(label: str, columns: IncidentColumns, matcher: AreaMatcher) -> str:
    """The area's code; empty where the label is blank, left out, or not known."""
    if not label:
        return ""
    known = columns.areas.get(label)
    return known if known is not None else matcher.exact(label).code or ""


def _codes(label: str, columns: IncidentColumns) -> tuple[str, ...]:
    """The indicators that a row with this offence counts for."""
    if not columns.type:
        return (columns.total,) if columns.total else ()
    return columns.types.get(label, ())


def _indicators(columns: IncidentColumns, counts: Sequence[Counts]) -> Iterable[str]:
    """All indicators that rows may count for: those without a row have true zeros."""
    if not counts:
        return ()
    if not columns.type:
        return _codes("", columns)
    return dict.fromkeys(code for codes in columns.types.values() for code in codes)


def _headers(extract: Extract, columns: IncidentColumns) -> Iterator[Problem]:
    gone, new = unlike(extract.headers, columns)
    for names, words in ((gone, "no longer there"), (new, "new, and not kept")):
        if names:
            yield Problem(
                Severity.WARNING,
                f"Columns that are {words}: {_listed(names)}.",
                extract.name,
                "Check that the sender still means the same rows.",
                "extract-columns",
                may_accept=True,
            )


def _order(
    extract: Extract, columns: IncidentColumns, counts: Sequence[Counts]
) -> Iterator[Problem]:
    order = day_order(counts)
    if order.is_open and columns.day_first is None:
        yield Problem(
            Severity.ERROR,
            f"{number(order.open or order.month_first)} dates such as 01/02/2017 can be 1 February"
            " or 2 January.",
            f"{extract.name}, column '{columns.date}'",
            "Say which comes first, day or month.",
            "extract-day-order",
            may_accept=False,
        )
    if order.day_first and order.true_dates and order.true_low == order.true_dates:
        yield Problem(
            Severity.WARNING,
            f"{number(order.true_dates)} real dates all have a day of 12 or less, and"
            f" {number(order.day_first)} dates stand as text: a program that puts the month first"
            " has probably exchanged day and month.",
            f"{extract.name}, column '{columns.date}'",
            "Ask the sender for an extract with whole dates.",
            "extract-day-order",
        )


def _unsettled(
    extract: Extract, columns: IncidentColumns, counts: Sequence[Counts], catalogue: Catalogue
) -> Iterator[Problem]:
    """Labels that nobody has said the meaning of: leaving them out would be a miscount."""
    matcher = AreaMatcher(catalogue)
    areas, types = rows_by(counts, "area"), rows_by(counts, "type")
    strange = {
        it: n for it, n in areas.items() if it not in columns.areas and not matcher.exact(it).code
    }
    new = {it: n for it, n in types.items() if it not in columns.types}
    for noun, column, labels in (
        ("Areas", columns.area, strange),
        ("Offences", columns.type, new),
    ):
        if labels:
            yield Problem(
                Severity.ERROR,
                f"{noun} that nothing is known of yet: {_with_rows(labels)}.",
                f"{extract.name}, column '{column}'",
                "Say what each of them means, or that it is to be left out.",
                f"extract-unknown-{noun.lower()}",
                may_accept=False,
            )
    if not columns.area and not columns.whole:
        yield Problem(
            Severity.ERROR,
            "Nothing says which area the rows are of.",
            extract.name,
            "Choose the column of areas, or the area that all rows are of.",
            "extract-no-area",
            may_accept=False,
        )
    if not columns.type and not columns.total:
        yield Problem(
            Severity.ERROR,
            "Nothing says which indicator the rows count for.",
            extract.name,
            "Choose the column of offences, or the indicator that all rows count for.",
            "extract-no-type",
            may_accept=False,
        )


def _left_out(
    extract: Extract, columns: IncidentColumns, counts: Sequence[Counts]
) -> Iterator[Problem]:
    """Labels that a person said are to be left out, and areas that have no row this time."""
    by_type, by_area = rows_by(counts, "type"), rows_by(counts, "area")
    types = {it: n for it, n in by_type.items() if columns.types.get(it) == ()}
    areas = {it: n for it, n in by_area.items() if columns.areas.get(it) == ""}
    for noun, labels in (("Offences", types), ("Areas", areas)):
        if labels:
            yield Problem(
                Severity.NOTE,
                f"{noun} left out: {_with_rows(labels)}.",
                extract.name,
                check="extract-left-out",
            )
    absent = [it for it, codes in columns.types.items() if codes and it not in by_type]
    if absent and columns.type:
        yield Problem(
            Severity.NOTE,
            f"Offences without a row this time, counted as 0: {_listed(absent)}.",
            extract.name,
            "Check that the sender still includes them.",
            "extract-no-rows",
        )
    codes = {columns.areas[it] for it in by_area if columns.areas.get(it)}
    gone = [it for it, code in columns.areas.items() if code and code not in codes]
    if gone and columns.area:
        yield Problem(
            Severity.WARNING,
            f"Areas without a row this time: {_listed(gone)}. Nothing is taken in for them, no"
            " zeros either.",
            extract.name,
            "Check that the extract covers them.",
            "extract-area-absent",
        )


def _troubles(extract: Extract, counts: Sequence[Counts]) -> Iterator[Problem]:
    found: dict[Trouble, RowList] = defaultdict(RowList)
    for it in counts:
        for trouble, rows in it.troubles.items():
            found[trouble].add(rows.rows, rows.first)
    for trouble, rows in found.items():
        yield Problem(
            Severity.WARNING,
            f"{_rows(rows.rows)} {_verb(trouble, rows.rows)}{_consequence(trouble)}.",
            f"{extract.name}, {rows.places}",
            check="extract-not-counted",
        )
    short = RowList()
    for it in counts:
        short.add(it.short.rows, it.short.first)
    if short.rows:
        yield Problem(
            Severity.WARNING,
            f"{_rows(short.rows)} {'has' if short.rows == 1 else 'have'} fewer fields than the"
            " header: what is missing is read as blank.",
            f"{extract.name}, {short.places}",
            "If one is the last row, the file may have been cut off.",
            "extract-short-rows",
        )


def _consequence(trouble: Trouble) -> str:
    if trouble is Trouble.AREA_BLANK:
        return ": they count for no district"
    return ": they count for no offence" if trouble is Trouble.TYPE_BLANK else ": not counted"


def _months(
    extract: Extract, months: Sequence[MonthRows], counts: Sequence[Counts]
) -> Iterator[Problem]:
    by_reason: dict[str, list[MonthRows]] = defaultdict(list)
    for it in months:
        if it.left_out:
            by_reason[it.left_out].append(it)
    for reason, left_out in by_reason.items():
        labels = _listed([it.period.label for it in left_out])
        yield Problem(
            Severity.WARNING,
            f"{_rows(sum(it.rows for it in left_out))} of {labels} left out: {reason}.",
            extract.name,
            check="extract-months",
        )
    days: dict[int, tuple[date, date]] = {}
    for counted in counts:
        for month, (first, last) in counted.days.items():
            known = days.get(month, (first, last))
            days[month] = (min(first, known[0]), max(last, known[1]))
    taken = [it for it in months if not it.left_out]
    for it in dict.fromkeys(taken[:1] + taken[-1:]):
        start = it.period.start
        if found := days.get(start.year * 12 + start.month - 1):
            yield from _partial(extract, it, *found)


def _partial(extract: Extract, month: MonthRows, first: date, last: date) -> Iterator[Problem]:
    """A month that begins late or ends early, where that is no chance."""
    per_day = month.rows / ((last - first).days + 1)
    gaps = ((first - month.period.start).days, (month.period.end - last).days)
    if any(math.exp(-per_day * gap) < _SURE_GAP for gap in gaps):
        yield Problem(
            Severity.WARNING,
            f"{month.period.label} has rows from {_day(first)} to {_day(last)} only: it may not"
            " be a whole month.",
            extract.name,
            "Ask the sender for the whole month, or leave it out.",
            "extract-part-month",
        )


def _doubles(
    extract: Extract, columns: IncidentColumns, counts: Sequence[Counts]
) -> Iterator[Problem]:
    doubled = RowList()
    for it in counts:
        doubled.add(it.doubled.rows, it.doubled.first)
    if doubled.rows:
        how = "are left out" if columns.count_once else "count too"
        yield Problem(
            Severity.NOTE,
            f"{_rows(doubled.rows)} with the crime reference of an earlier row; they {how}.",
            f"{extract.name}, {doubled.places}",
            check="extract-doubled",
        )


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _verb(trouble: Trouble, rows: int) -> str:
    return trouble.value.replace("have", "has", 1) if rows == 1 else trouble.value


def _rows(rows: int) -> str:
    return f"{number(rows)} {'row' if rows == 1 else 'rows'}"


def _listed(names: Sequence[str]) -> str:
    words = ", ".join(f"'{name}'" for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    return f"{words} and {number(more)} more" if more > 0 else words


def _with_rows(labels: Mapping[str, int]) -> str:
    some = list(labels.items())[:_SHOWN]
    words = ", ".join(f"'{name}' ({_rows(rows)})" for name, rows in some)
    more = len(labels) - _SHOWN
    return f"{words} and {number(more)} more" if more > 0 else words
