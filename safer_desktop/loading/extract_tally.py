"""Adds up the rows of an extract by month, area and offence, block by block."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from safer_desktop.loading.extract_csv import Block, fields_of, unquoted
from safer_desktop.loading.extract_days import EARLIEST, Order, is_true_date, read_day
from safer_desktop.loading.extract_fields import (
    LONGEST,
    Bools,
    Coder,
    Fields,
    Hashes,
    Ints,
    Seen,
    hashes,
    without_times,
)
from safer_desktop.loading.extracts import FIRST_ROWS, Cells, Counts, DayOrder, RowList, Trouble

MOST_LABELS = 5_000
"""A column with more different texts is no column of areas or offences."""

Text = Callable[[bytes], str]

_MOST_TEXTS = 100_000
_MOST_DATES = 3_000_000
_SHIFT = 1 << 20
_LSOA = re.compile(r"(.+) \d{3}[A-Z]{1,2}")
_NOTHING = ("null", "n/a", "na", "#n/a", "none", "nil", "-", ".", "nan")
_DATE_TROUBLES = (
    Trouble.NO_DATE,
    Trouble.UNREADABLE,
    Trouble.TOO_EARLY,
    Trouble.FUTURE,
    Trouble.OTHER_MONTH,
)
_OTHER_MONTH = -5


class NoLabelsError(Exception):
    """A column's texts are too many or too long for areas or offences; ``role`` says which."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role


@dataclass(frozen=True, slots=True)
class Rules:
    """How the rows are counted, in every part of an extract."""

    today: date
    day_first: bool = True
    from_1904: bool = False
    count_once: bool = False


def label(text: bytes) -> str:
    """A label without quotes and needless spaces; empty for what stands for nothing."""
    words = " ".join(unquoted(text).split())
    return "" if words.casefold() in _NOTHING else words


def whole_label(text: bytes) -> str:
    """A label as it stands, without the spaces around it."""
    return unquoted(text).strip()


def area_label(text: bytes) -> str:
    """As :func:`label`; of a small area's name (``Blaby 002A``) the district's."""
    words = label(text)
    match = _LSOA.fullmatch(words)
    return match[1] if match else words


@dataclass(frozen=True, slots=True)
class Roles:
    """Which columns stand in the blocks behind the date, in this order."""

    area: bool = False
    type: bool = False
    reference: bool = False


class Reading:
    """What was learnt of an extract's dates, labels and references, part after part."""

    def __init__(self, roles: Roles, rules: Rules, area_text: Text = area_label) -> None:
        self.roles = roles
        self.rules = rules
        self.dates = Dates(rules)
        self.areas = Labels("area", area_text)
        self.types = Labels("offence", label)
        self.seen = Seen()


class Tally:
    """Counts rows; equal rows count each.

    A block's columns are the date and those of the reading's roles. ``month`` is the only one
    that counts (the year times 12 plus the month from 0), 0 for all.
    """

    def __init__(self, reading: Reading, month: int = 0) -> None:
        self._reading = reading
        self._month = month
        self._cells: Counter[int] = Counter()
        self._troubles: dict[Trouble, RowList] = {}
        self._doubled = RowList()
        self._short = RowList()
        self.rows = 0

    def add(self, block: Block, place: str = "") -> None:
        """Count the rows of a block; ``place`` stands before the numbers of rows that are told."""
        reading, roles = self._reading, self._reading.roles
        self.rows += len(block.numbers) + len(block.broken)
        self._trouble(Trouble.BROKEN, block.broken, place)
        _tell(self._short, block.short, place)
        rest = iter(block.columns)
        dates = next(rest)
        areas, types, references = (
            next(rest) if it else None for it in (roles.area, roles.type, roles.reference)
        )
        blank = dates.lengths == 0
        for fields in (areas, types):
            if fields is not None:
                blank &= fields.lengths == 0
        self._trouble(Trouble.BLANK, block.numbers[blank], place)
        kept = ~blank
        if references is not None:
            kept = self._first_times(block.numbers, references, kept, place)
        months = reading.dates.months(dates, kept)
        if self._month:
            months[(months >= 0) & (months != self._month)] = _OTHER_MONTH
        for number, trouble in enumerate(_DATE_TROUBLES, start=1):
            self._trouble(trouble, block.numbers[kept & (months == -number)], place)
        kept &= months >= 0
        numbers, key = block.numbers[kept], months[kept] * _SHIFT
        if areas is not None:
            found = reading.areas.read(areas.chosen(kept), numbers, place)
            self._trouble(Trouble.AREA_BLANK, numbers[found == 0], place)
            key += found
        key *= _SHIFT
        if types is not None:
            found = reading.types.read(types.chosen(kept), numbers, place)
            self._trouble(Trouble.TYPE_BLANK, numbers[found == 0], place)
            key += found
        different, rows = np.unique(key, return_counts=True)
        for it, row_count in zip(different.tolist(), rows.tolist(), strict=True):
            self._cells[it] += row_count

    def counts(self) -> Counts:
        """What was counted so far."""
        month, area, kind, rows = (array("q") for _ in range(4))
        for key, number in self._cells.items():
            rest, of_type = divmod(key, _SHIFT)
            of_month, of_area = divmod(rest, _SHIFT)
            month.append(of_month)
            area.append(of_area)
            kind.append(of_type)
            rows.append(number)
        reading = self._reading
        names, kinds = tuple(reading.areas.names), tuple(reading.types.names)
        return Counts(
            self.rows,
            Cells(names, kinds, month, area, kind, rows),
            self._troubles,
            dict(reading.areas.first),
            dict(reading.types.first),
            {
                it: (date.fromordinal(first), date.fromordinal(last))
                for it, (first, last) in reading.dates.days.items()
            },
            reading.dates.order,
            self._doubled,
            self._short,
        )

    def _first_times(self, numbers: Ints, references: Fields, kept: Bools, place: str) -> Bools:
        """The rows that are kept if a reference counts once; doubled ones are told."""
        found = hashes(references)
        named = kept & (references.lengths > 0) & ~np.isin(found, _nothing_hashes())
        doubled = np.zeros_like(kept)
        doubled[named] = self._reading.seen.again(found[named])
        _tell(self._doubled, numbers[doubled], place)
        return kept & ~doubled if self._reading.rules.count_once else kept

    def _trouble(self, trouble: Trouble, numbers: Ints, place: str) -> None:
        if len(numbers):
            _tell(self._troubles.setdefault(trouble, RowList()), numbers, place)


class Dates:
    """Months of dates, each different text being read once. Troubles are months below 0."""

    def __init__(self, rules: Rules) -> None:
        self.order = DayOrder()
        self.days: dict[int, tuple[int, int]] = {}
        self._rules = rules
        self._coder = Coder(_MOST_DATES)
        self._month = np.empty(0, np.int64)
        self._order = np.empty(0, np.int64)
        self._day: list[int] = []

    def months(self, fields: Fields, kept: Bools) -> Ints:
        codes = self._coder.codes(without_times(fields))
        self._learn()
        months: Ints = self._month[codes]
        here = codes[kept]
        if len(here):
            self._note(here)
        return months

    def _learn(self) -> None:
        texts = self._coder.texts[len(self._day) :]
        if not texts:
            return
        read = [self._read(label(text)) for text in texts]
        self._month = np.append(self._month, [month for month, _, _ in read])
        self._order = np.append(self._order, [order for _, _, order in read])
        self._day += [day for _, day, _ in read]

    def _read(self, text: str) -> tuple[int, int, int]:
        """Month, day (0 for none) and what the date says of the order of day and month."""
        if not text:
            return -1, 0, 0
        rules = self._rules
        found = read_day(text, day_first=rules.day_first, from_1904=rules.from_1904)
        order = found.order.value
        if found.day is None:
            return -2, 0, order
        if found.day < EARLIEST:
            return -3, 0, order
        if found.day > rules.today:
            return -4, 0, order
        if is_true_date(text):
            order = _TRUE_LOW if found.day.day <= 12 else _TRUE_HIGH
        day = 0 if found.is_month else found.day.toordinal()
        return found.day.year * 12 + found.day.month - 1, day, order

    def _note(self, codes: Ints) -> None:
        """Keep the first and last day of each month, and what the dates say of their order."""
        orders = np.bincount(self._order[codes], minlength=_TRUE_HIGH + 1)
        low, high = int(orders[_TRUE_LOW]), int(orders[_TRUE_HIGH])
        self.order += DayOrder(
            int(orders[Order.DAY_FIRST.value]),
            int(orders[Order.MONTH_FIRST.value]),
            int(orders[Order.OPEN.value]),
            low + high,
            low,
        )
        present = np.bincount(codes, minlength=1)
        for code in np.flatnonzero(present).tolist():
            month, day = int(self._month[code]), self._day[code]
            if month >= 0 and day:
                first, last = self.days.get(month, (day, day))
                self.days[month] = (min(first, day), max(last, day))


_TRUE_LOW, _TRUE_HIGH = 4, 5


class Labels:
    """The different labels of a column: ``names`` by number, the blank one first.

    ``first`` tells where any other was met first.
    """

    def __init__(self, role: str, text: Text) -> None:
        self.names = [""]
        self.first: dict[str, tuple[str, ...]] = {}
        self._role = role
        self._text = text
        self._coder = Coder(_MOST_TEXTS)
        self._numbers = {"": 0}
        self._number_of = np.empty(0, np.int64)

    def read(self, fields: Fields, numbers: Ints, place: str) -> Ints:
        """The numbers of the rows' labels; ``numbers`` are the rows' own."""
        try:
            codes = self._coder.codes(fields)
        except OverflowError:
            raise NoLabelsError(self._role) from None
        new = self._learn()
        found: Ints = self._number_of[codes]
        for number in new:
            self.first[self.names[number]] = _places(numbers[found == number], place)
        return found

    def _learn(self) -> list[int]:
        """Take in the texts that are new; gives the numbers of labels that were not there."""
        texts = self._coder.texts[len(self._number_of) :]
        if not texts:
            return []
        if any(len(text) >= LONGEST for text in texts):
            raise NoLabelsError(self._role)
        known = len(self.names)
        numbers = []
        for name in map(self._text, texts):
            number = self._numbers.setdefault(name, len(self.names))
            if number == len(self.names):
                self.names.append(name)
            numbers.append(number)
        if len(self.names) > MOST_LABELS:
            raise NoLabelsError(self._role)
        self._number_of = np.append(self._number_of, numbers)
        return list(range(known, len(self.names)))


def _tell(rows: RowList, numbers: Ints, place: str) -> None:
    if len(numbers):
        rows.add(len(numbers), _places(numbers, place))


def _places(numbers: Ints, place: str) -> tuple[str, ...]:
    return tuple(f"{place}row {number}" for number in numbers[:FIRST_ROWS].tolist())


@cache
def _nothing_hashes() -> Hashes:
    words = [form for word in _NOTHING for form in (word, word.upper(), word.capitalize())]
    return hashes(fields_of(words))
