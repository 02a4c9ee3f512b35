"""Texts lying in one block of bytes, thousands at a time: told apart without a Python object each.

The same way serves csv files and the text columns of a workbook.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

PAD = 8
"""So many bytes behind the last field may be looked at."""

LONGEST = 200
"""Longer texts are told apart by their beginning and length alone."""

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_SLOTS_BITS = 18
_WORD_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Fields:
    """One field per row: where it starts in ``buffer`` and how long it is, in bytes.

    The buffer goes on for at least :data:`PAD` bytes behind the last field.
    """

    buffer: npt.NDArray[np.uint8]
    starts: Ints
    lengths: Ints

    def text(self, row: int) -> bytes:
        """The bytes of one field."""
        start, length = int(self.starts[row]), int(self.lengths[row])
        return self.buffer[start : start + min(length, LONGEST)].tobytes()

    def chosen_first(self) -> Fields:
        """The first field alone."""
        return Fields(self.buffer, self.starts[:1], self.lengths[:1])

    def chosen(self, rows: Bools) -> Fields:
        """The fields of some rows."""
        if rows.all():
            return self
        return Fields(self.buffer, self.starts[rows], self.lengths[rows])


def hashes(fields: Fields) -> Hashes:
    """A number for each field, the same for the same text and practically never for another."""
    lengths = fields.lengths
    mixed = (lengths.astype(np.uint64) + np.uint64(1)) * _PRIME
    if not len(lengths):
        return mixed
    shortest, longest = int(lengths.min()), min(int(lengths.max()), LONGEST)
    words = _words(fields)
    last = len(words) - 1
    furthest = int(fields.starts.max())
    for offset in range(0, longest, 8):
        places = fields.starts + offset if offset else fields.starts
        if furthest + offset > last:
            places = np.minimum(places, last)
        word = words[places]
        if shortest < offset + 8:
            inside = np.minimum(lengths, LONGEST) - offset
            word &= _WORD_MASKS[np.maximum(np.minimum(inside, 8), 0)]
        mixed ^= word
        mixed *= _PRIME
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _are_all_alike(fields: Fields) -> bool:
    """Whether all texts are the same: a month's file names its month in every row."""
    length = int(fields.lengths[0])
    if length > LONGEST or (fields.lengths != length).any():
        return False
    if int(fields.starts.max()) + length + PAD > len(fields.buffer):
        return False
    for offset in range(0, length, 8):
        word = _words(fields)[fields.starts + offset]
        if offset + 8 > length:
            word &= _WORD_MASKS[length - offset]
        if (word != word[0]).any():
            return False
    return True


def _words(fields: Fields) -> Hashes:
    """The eight bytes from each place of the buffer on, as a number."""
    size = (len(fields.buffer) - 7,)
    return np.ndarray(size, dtype="<u8", buffer=fields.buffer, strides=(1,))


class Coder:
    """Numbers the different texts of a column from 0, as they come in; ``texts`` has them.

    More than ``most`` raise :class:`OverflowError`.
    """

    def __init__(self, most: int) -> None:
        self.texts: list[bytes] = []
        self._most = most
        self._numbers: dict[int, int] = {}
        self._hashes = np.zeros(1024, np.uint64)
        self._slots = np.full(1 << _SLOTS_BITS, -1, np.int32)

    def codes(self, fields: Fields) -> Ints:
        """The number of each field's text."""
        rows = len(fields.lengths)
        if rows > 1 and _are_all_alike(fields):
            return np.repeat(self.codes(fields.chosen_first()), rows)
        found = hashes(fields)
        codes: Ints = self._slots[found >> np.uint64(64 - _SLOTS_BITS)].astype(np.int64)
        strange = (codes < 0) | (self._hashes[codes] != found)
        if strange.any():
            new = np.flatnonzero(strange)
            different, first, inverse = np.unique(
                found[new], return_index=True, return_inverse=True
            )
            numbers = [
                self._number(it, fields, int(new[at]))
                for it, at in zip(different.tolist(), first.tolist(), strict=True)
            ]
            codes[new] = np.array(numbers, np.int64)[inverse]
        return codes

    def _number(self, found: int, fields: Fields, row: int) -> int:
        known = self._numbers.get(found)
        if known is not None:
            return known
        number = len(self.texts)
        if number >= self._most:
            raise OverflowError
        self.texts.append(fields.text(row))
        self._numbers[found] = number
        if number >= len(self._hashes):
            self._hashes = np.concatenate([self._hashes, np.zeros_like(self._hashes)])
        self._hashes[number] = found
        slot = found >> (64 - _SLOTS_BITS)
        if self._slots[slot] < 0:
            self._slots[slot] = number
        return number


class Seen:
    """Which texts came before, over many blocks: kept in sorted runs that double in length."""

    def __init__(self) -> None:
        self._runs: list[Hashes] = []

    def again(self, found: Hashes) -> Bools:
        """Whether each text stood before, in an earlier block or earlier in this one."""
        different, first = np.unique(found, return_index=True)
        again = np.ones(len(found), np.bool_)
        again[first] = False
        for run in self._runs:
            again |= _within(run, found)
        self._keep(different)
        return again

    def _keep(self, run: Hashes) -> None:
        while self._runs and len(self._runs[-1]) <= 2 * len(run):
            run = np.sort(np.concatenate([self._runs.pop(), run]), kind="stable")
        self._runs.append(run)


def _within(run: Hashes, found: Hashes) -> Bools:
    places = np.minimum(np.searchsorted(run, found), len(run) - 1)
    return np.asarray(run[places] == found)


def without_times(fields: Fields) -> Fields:
    """Dates without the time of day behind them: ``01/04/2016 13:45`` becomes ``01/04/2016``.

    What does not end like a time stays as it is.
    """
    lengths = fields.lengths.copy()
    longest = int(lengths.max()) if len(lengths) else 0
    for cut in (10, 11, 9, 8):
        if longest < cut + 4:
            continue
        rows = np.flatnonzero((lengths >= cut + 4) & (lengths <= cut + _LONGEST_TIME))
        starts = fields.starts[rows]
        at = [fields.buffer[np.minimum(starts + cut + n, len(fields.buffer) - 1)] for n in range(4)]
        split = (at[0] == ord(" ")) | (at[0] == ord("T"))
        fits = split & _DIGIT[at[1]] & ((at[2] == ord(":")) | (at[3] == ord(":")))
        fits &= _DIGIT[fields.buffer[np.maximum(starts + cut - 1, 0)]]
        rows, starts = rows[fits], starts[fits]
        ends = starts + lengths[rows]
        clean = np.ones(len(rows), np.bool_)
        for offset in range(cut + 4, int(lengths[rows].max()) if len(rows) else 0):
            places = np.minimum(starts + offset, len(fields.buffer) - 1)
            clean &= _OF_TIME[fields.buffer[places]] | (starts + offset >= ends)
        lengths[rows[clean]] = cut
    return Fields(fields.buffer, fields.starts, lengths)


def _table(letters: bytes) -> Bools:
    table = np.zeros(256, np.bool_)
    table[list(letters)] = True
    return table


_LONGEST_TIME = 24
_DIGIT = _table(b"0123456789")
_OF_TIME = _table(b"0123456789:.+-Z APMapm")
