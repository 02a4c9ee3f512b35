"""Months and quarters as wide tables of row numbers, and what the rows say."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from safer_desktop.analysis.phrases import are_missing
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import ObservationTable, Status
from safer_desktop.domain.periods import Period, add_months, month_label, months_between

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Rows = NDArray[np.intp]

SeriesKey = tuple[str, str, str]
"""Indicator code, area code, unit."""

AS_GIVEN = "as the source gives it"

_SCALES: dict[str, float] = {Unit.PERCENTAGE: 100.0, Unit.RATIO: 1.0}
_STATUSES = (Status.FINAL, Status.REVISED, Status.PROVISIONAL, Status.ESTIMATE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the observations give for one span of one area.

    ``value`` is the source's own result, None for a sum. ``numerator`` is the count (of a count)
    or what stands above ``denominator``; None where the source gives no such numbers. ``parts``
    are the areas that were added up, empty where the area has observations of its own.
    """

    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    ids: tuple[int, ...]
    status: Status
    how: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Many series side by side: steps in rows, series in columns; NaN where there is no number.

    ``value`` is the source's own result (of a count, the count), ``numerator`` and
    ``denominator`` the numbers behind it.
    """

    periods: tuple[Period, ...]
    value: Numbers
    numerator: Numbers
    denominator: Numbers


class Columns:
    """The observation table's columns as arrays; row -1 is 'no observation'."""

    def __init__(self, table: ObservationTable) -> None:
        import numpy as np

        def with_blank(values: Sequence[float | None]) -> Numbers:
            return np.append(np.array(values, dtype=np.float64), np.nan)

        self._id = np.array([*table.id, -1], dtype=np.int64)
        firmness = {str(status): n for n, status in enumerate(_STATUSES)}
        self._status = np.array([*(firmness[s] for s in table.status), 0], dtype=np.int8)
        self._value = with_blank(table.value)
        self._denominator = with_blank(table.denominator)
        numerator = with_blank(table.numerator)
        scale = with_blank([_SCALES.get(unit, math.nan) for unit in table.unit])
        worked_out = self._value * self._denominator / scale
        above = np.where(np.isnan(numerator), worked_out, numerator)
        above[np.isnan(self._denominator)] = np.nan
        counts = np.array([*(unit == Unit.COUNT for unit in table.unit), False])
        self._numerator: Numbers = np.where(counts, self._value, above)

    def countable(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of these rows have a count, or numbers behind their result."""
        import numpy as np

        countable: NDArray[np.bool_] = ~np.isnan(self._numerator[rows])
        return countable

    def numbers(self, rows: Rows) -> tuple[Numbers, Numbers, Numbers]:
        """Results, numerators and denominators of these rows."""
        return self._value[rows], self._numerator[rows], self._denominator[rows]

    def reading(self, row: int, unit: Unit, period: Period) -> Reading:
        """One observation as it stands."""
        return Reading(
            period=period,
            value=float(self._value[row]),
            numerator=_number(self._numerator[row]),
            denominator=None if unit is Unit.COUNT else _number(self._denominator[row]),
            ids=(int(self._id[row]),),
            status=_STATUSES[self._status[row]],
            how=AS_GIVEN,
        )

    def window(self, rows: Rows) -> _Window:
        """Spans of several series, one in each row, added up."""
        import numpy as np

        _, numerators, denominators = self.numbers(rows)
        return _Window(
            steps=rows.shape[1],
            rows=rows,
            ids=self._id[rows],
            counts=numerators,
            whole=np.all(rows >= 0, axis=1).tolist(),
            countable=np.all(self.countable(rows), axis=1).tolist(),
            numerators=numerators.sum(axis=1).tolist(),
            denominators=denominators.sum(axis=1).tolist(),
            statuses=self._status[rows].max(axis=1).tolist(),
        )


@dataclass(frozen=True, slots=True)
class _Window:
    """One span of all areas' series of an indicator: areas in rows, its steps in columns."""

    steps: int
    rows: Rows
    ids: NDArray[np.int64]
    counts: Numbers
    whole: list[bool]
    countable: list[bool]
    numerators: list[float]
    denominators: list[float]
    statuses: list[int]


class _Alike:
    """All areas' series of one indicator in one unit; each span is added up for all at once."""

    def __init__(self, order: dict[SeriesKey, int], rows: Rows, columns: Columns) -> None:
        self.order = order
        self._rows = rows
        self._columns = columns
        self._windows: dict[tuple[int, int], _Window] = {}

    def window(self, first: int, count: int) -> _Window | None:
        """``count`` steps from ``first`` on; None where the table does not reach so far."""
        if not 0 <= first <= self._rows.shape[1] - count:
            return None
        known = self._windows.get((first, count))
        if known is None:
            known = self._columns.window(self._rows[:, first : first + count])
            self._windows[first, count] = known
        return known


class SeriesNumbers:
    """Every row's series as a number, and what the numbers stand for."""

    def __init__(self, table: ObservationTable, columns: Columns) -> None:
        import numpy as np

        self.columns = columns
        known: dict[SeriesKey, int] = {}
        series = zip(table.indicator, table.area, table.unit, strict=True)
        self.numbers = np.array(
            [known.setdefault(key, len(known)) for key in series], dtype=np.intp
        )
        self.keys = tuple(known)


class Ladder:
    """Equal steps of time (months or financial quarters) by series, as a wide table.

    The table holds row numbers of the observation table, -1 where there is no observation: value,
    numerator, status and id of a cell are all one look-up away. ``step`` is in months. Of two rows
    for one step of a series the later one counts.
    """

    def __init__(
        self, series: SeriesNumbers, starts: Sequence[date], rows: Rows, step: int
    ) -> None:
        import numpy as np

        self.step = step
        self._columns = series.columns
        self._first = date.min
        self._rows: dict[SeriesKey, Rows] = {}
        self._adding_up: dict[SeriesKey, bool] = {}
        self._ends: dict[SeriesKey, tuple[int, int]] = {}
        self._sets: dict[tuple[str, str], _Alike] = {}
        self._places: dict[Period, tuple[int, int] | None] = {}
        if not len(rows):
            return
        months = np.array([starts[row].year * 12 + starts[row].month for row in rows.tolist()])
        first = int(months.min())
        self._first = date((first - 1) // 12, (first - 1) % 12 + 1, 1)
        at = (months - first) // step
        held, column = np.unique(series.numbers[rows], return_inverse=True)
        wide = np.full((len(held), int(at.max()) + 1), -1, dtype=np.intp)
        wide[column, at] = rows
        keys = [series.keys[number] for number in held.tolist()]
        self._rows = dict(zip(keys, wide, strict=True))
        there = wide >= 0
        earliest = there.argmax(axis=1).tolist()
        newest = (wide.shape[1] - 1 - there[:, ::-1].argmax(axis=1)).tolist()
        self._ends = dict(zip(keys, zip(earliest, newest, strict=True), strict=True))
        together: dict[tuple[str, str], list[int]] = {}
        for n, (indicator, _, unit) in enumerate(keys):
            together.setdefault((indicator, unit), []).append(n)
        self._sets = {
            which: _Alike({keys[n]: at for at, n in enumerate(found)}, wide[found], self._columns)
            for which, found in together.items()
        }

    def holds(self, key: SeriesKey) -> bool:
        """Whether the series has any step here."""
        return key in self._rows

    def adds_up(self, key: SeriesKey) -> bool:
        """Whether its steps can be added: counts, or results with numbers behind them."""
        known = self._adding_up.get(key)
        if known is None:
            rows = self._rows.get(key)
            known = rows is not None and bool(self._columns.countable(rows).any())
            self._adding_up[key] = known
        return known

    def period(self, start: date) -> Period:
        """The step that begins on this day."""
        return Period.span(start, add_months(start, self.step) - timedelta(days=1))

    def periods(self, key: SeriesKey, until: date) -> tuple[Period, ...]:
        """The steps up to a day at which the series has an observation."""
        return tuple(self.period(self._start(n)) for n in self._present(key, until).tolist())

    def extent(self, key: SeriesKey, until: date | None = None) -> tuple[date, date] | None:
        """First days of the first and the last step with an observation, up to a day if given."""
        ends = self._ends.get(key)
        if ends is None:
            return None
        first, last = ends
        if until is not None and last >= self._length_to(until):
            present = self._present(key, until)
            if not len(present):
                return None
            first, last = int(present[0]), int(present[-1])
        return self._start(first), self._start(last)

    def table(self, keys: Sequence[SeriesKey], until: date) -> Table:
        """Every step up to a day of these series, which need not all be here."""
        import numpy as np

        length = len(next(iter(self._rows.values()), ()))
        length = min(length, self._length_to(until))
        blank = np.full(length, -1, np.intp)
        rows = [self._rows[key][:length] if key in self._rows else blank for key in keys]
        stacked = np.stack(rows, axis=1) if rows else np.empty((length, 0), np.intp)
        return Table(
            tuple(self.period(self._start(n)) for n in range(length)),
            *self._columns.numbers(stacked),
        )

    def sum(self, key: SeriesKey, unit: Unit, period: Period) -> Reading | None:
        """The span's steps added up, or None if one is missing or they do not add up.

        A single step is no sum and is given as it is.
        """
        found = self._window(key, period)
        if found is None:
            return None
        window, at = found
        if not window.whole[at]:
            return None
        if window.steps == 1:
            return self._columns.reading(int(window.rows[at, 0]), unit, period)
        if not window.countable[at]:
            return None
        noun = "months" if self.step == 1 else "quarters"
        return Reading(
            period=period,
            value=None,
            numerator=window.numerators[at],
            denominator=None if unit is Unit.COUNT else window.denominators[at],
            ids=tuple(window.ids[at].tolist()),
            status=_STATUSES[window.statuses[at]],
            how=f"sum of {window.steps} {noun}",
        )

    def totals(self, key: SeriesKey, period: Period) -> tuple[float, float] | None:
        """Numerator and denominator (nan for counts) of the span's sum, as of :meth:`sum`."""
        found = self._window(key, period)
        if found is None:
            return None
        window, at = found
        if not (window.whole[at] and window.countable[at]):
            return None
        return window.numerators[at], window.denominators[at]

    def counts(self, key: SeriesKey, period: Period) -> list[float] | None:
        """The count of each of the span's steps, or None if one is missing or has none."""
        found = self._window(key, period)
        if found is None:
            return None
        window, at = found
        if not (window.whole[at] and window.countable[at]):
            return None
        counts: list[float] = window.counts[at].tolist()
        return counts

    def fault(self, key: SeriesKey, period: Period) -> str:
        """Why this span of a series that is here cannot be added up, as a clause."""
        present = self._present(key, None).tolist()
        first = self._start(present[0])
        last = self.period(self._start(present[-1])).end
        if first > period.end or last < period.start or self._is_askew(period):
            return f"no figure for {period.label}"
        count = period.months // self.step
        steps = [self.period(add_months(period.start, n * self.step)) for n in range(count)]
        starts = {self._start(n) for n in present}
        missing = [step for step in steps if step.start not in starts]
        if not missing:
            return f"not every step of {period.label} has the numbers behind its result"
        if all(step.end < first for step in missing):
            return f"the figures begin only in {month_label(first)}"
        return are_missing(missing)

    def _is_askew(self, period: Period) -> bool:
        return months_between(self._first, period.start) % self.step != 0

    def _window(self, key: SeriesKey, period: Period) -> tuple[_Window, int] | None:
        """The span of every area's series beside the one asked for, and which of them that is."""
        alike = self._sets.get((key[0], key[2]))
        at = alike.order.get(key) if alike else None
        if alike is None or at is None:
            return None
        if period not in self._places:
            self._places[period] = self._place(period)
        place = self._places[period]
        window = alike.window(*place) if place else None
        return (window, at) if window else None

    def _place(self, period: Period) -> tuple[int, int] | None:
        """First step and number of steps of a span; None where it is not made of whole ones."""
        months = period.months
        if months % self.step or self._is_askew(period):
            return None
        return months_between(self._first, period.start) // self.step, months // self.step

    def _present(self, key: SeriesKey, until: date | None) -> Rows:
        import numpy as np

        rows = self._rows.get(key)
        if rows is None:
            return np.empty(0, np.intp)
        if until is not None:
            rows = rows[: self._length_to(until)]
        present: Rows = (rows >= 0).nonzero()[0]
        return present

    def _length_to(self, until: date) -> int:
        """How many steps end on this day or before."""
        after = until + timedelta(days=1)
        return max(0, months_between(self._first, after) // self.step)

    def _start(self, index: int) -> date:
        return add_months(self._first, index * self.step)


def softest(statuses: Iterable[Status]) -> Status:
    """The least firm of these: one estimate makes the whole an estimate."""
    return max(statuses, key=_STATUSES.index, default=Status.FINAL)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
