"""Compares the words around a table then and now: its titles, its units row and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from safer_desktop.domain.observations import CellPlace, Severity
from safer_desktop.loading.cells import Place, a1, parse_a1
from safer_desktop.loading.drift.nouns import Difference, DriftKind, Follow, Pair
from safer_desktop.loading.drift.table import ComparedTable
from safer_desktop.loading.drift.wording import Wording, compared, masked
from safer_desktop.loading.headers import UNIT_WORDS
from safer_desktop.loading.likeness import is_other_measure, unit_in
from safer_desktop.loading.recipes import AxisKind
from safer_desktop.loading.seen import LONGEST, note_places, title_rows

_CHANGED = 0.6
_SHOWN = 160


def differences_of_words(
    table: ComparedTable, other_titles: frozenset[str]
) -> Iterator[Difference]:
    """Titles, units and notes that differ, in the order in which they stand on the sheet.

    ``other_titles`` are the masked titles of the recipe's other tables.
    """
    if table.seen.measures:
        yield from _Words(table, other_titles).differences()


class _Words:
    def __init__(self, table: ComparedTable, other_titles: frozenset[str]) -> None:
        self._number = table.number
        self._old = table.old
        self._seen = table.seen
        self._placed = table.placed
        self._sheet = table.placed.sheet
        self._now = table.now
        self._last_row = table.layout().last_row
        self._others = [
            it for it in table.others if it.sheet == table.now.sheet and it.top != table.now.top
        ]
        self._other_titles = other_titles
        self._texts = {parse_a1(address): text for address, text in table.seen.texts.items()}

    def differences(self) -> Iterator[Difference]:
        yield from self._titles()
        yield from self._units()
        yield from self._notes()

    def _difference(
        self,
        kind: DriftKind,
        follow: Follow,
        severity: Severity,
        what: str,
        before: tuple[Place, str] | None,
        now: tuple[Place, str] | None,
    ) -> Difference:
        pair = Pair(
            CellPlace(self._seen.sheet, a1(*before[0])) if before else None,
            CellPlace(self._sheet.name, a1(*now[0])) if now else None,
        )
        texts = (before[1] if before else "", now[1] if now else "")
        return Difference(kind, follow, severity, what, *texts, (pair,), self._number)

    # Titles

    def _titles(self) -> Iterator[Difference]:
        top = self._old.top
        before = [(at, text) for at, text in sorted(self._texts.items()) if at[0] < top]
        rows = title_rows(self._sheet, self._now, self._others)
        now = [
            ((row, column), text[:LONGEST])
            for row in rows
            for column in range(self._sheet.width)
            if (text := self._sheet.text(row, column))
        ]
        pairs, gone, added = _matched(before, now, in_place=True)
        for old, new in pairs:
            yield from self._title_changed(old, new)
        for new in added:
            what = f"A title is new: '{_short(new[1])}'."
            yield self._difference(
                DriftKind.TITLE, Follow.BY_ITSELF, Severity.WARNING, what, None, new
            )
        for old in gone:
            if old[0] in self._dating_cells():
                what = f"The title that dated the figures is gone: '{_short(old[1])}'."
                follow, severity = Follow.NOT, Severity.ERROR
            else:
                what = f"A title is gone: '{_short(old[1])}'."
                follow, severity = Follow.BY_ITSELF, Severity.NOTE
            yield self._difference(DriftKind.TITLE, follow, severity, what, old, None)

    def _dating_cells(self) -> list[Place]:
        cells = [it.lines for it in self._old.period.parts if it.kind is AxisKind.CELL]
        return [(row, column) for row, column in cells]

    def _title_changed(
        self, old: tuple[Place, str], new: tuple[Place, str]
    ) -> Iterator[Difference]:
        wording = compared(old[1], new[1])
        if wording in (Wording.SAME, Wording.NOTED, Wording.DATED):
            return
        follow, severity = Follow.IF_AGREED, Severity.WARNING
        kind = DriftKind.TITLE
        words = f"The title was '{_short(old[1])}' and is '{_short(new[1])}'."
        what = f"{words} Are these still the same figures?"
        if masked(new[1]) in self._other_titles:
            follow, severity = Follow.NOT, Severity.ERROR
            what = "The table carries the title of another table of the recipe."
        elif unit_in(old[1]) is not unit_in(new[1]):
            follow, severity, kind = Follow.NOT, Severity.ERROR, DriftKind.UNIT
            what = "The title speaks of another unit."
        elif wording in (Wording.NEAR, Wording.NUMBERED):
            follow, what = Follow.BY_ITSELF, words
        yield self._difference(kind, follow, severity, what, old, new)

    # Units

    def _units(self) -> Iterator[Difference]:
        lines = set(self._old.header_rows)
        before = [
            (at, text)
            for at, text in sorted(self._texts.items())
            if self._old.top <= at[0] < self._old.first_row
            and at[0] not in lines
            and _is_unit(text)
        ]
        new_lines = {self._placed.rows[line] for line in lines}
        now = [
            ((row, column), text)
            for row in range(self._now.top, self._now.first_row)
            if row not in new_lines
            for column in range(self._sheet.width)
            if (text := self._sheet.text(row, column)) and _is_unit(text)
        ]
        for number in range(max(len(before), len(now))):
            old = before[number] if number < len(before) else None
            new = now[number] if number < len(now) else None
            if old and new and compared(old[1], new[1]) >= Wording.NUMBERED:
                continue
            yield self._unit_changed(old, new)

    def _unit_changed(
        self, old: tuple[Place, str] | None, new: tuple[Place, str] | None
    ) -> Difference:
        follow, severity = Follow.NOT, Severity.ERROR
        if old and new:
            what = f"The units row says '{_short(new[1])}'; it said '{_short(old[1])}'."
            alike = unit_in(old[1]) is unit_in(new[1]) is not None
            if alike and is_other_measure(old[1]) == is_other_measure(new[1]):
                follow, severity = Follow.IF_AGREED, Severity.WARNING
        elif new:
            what = f"A unit is now named: '{_short(new[1])}'. Is it the recipe's?"
            follow, severity = Follow.IF_AGREED, Severity.WARNING
        else:
            assert old is not None
            what = f"The unit '{_short(old[1])}' is no longer named. Is it still the same?"
            follow, severity = Follow.IF_AGREED, Severity.WARNING
        return self._difference(DriftKind.UNIT, follow, severity, what, old, new)

    # Notes

    def _notes(self) -> Iterator[Difference]:
        end = self._seen.last_row
        before = [(at, text) for at, text in sorted(self._texts.items()) if at[0] > end]
        below = min(
            (it.top for it in self._others if it.first_row > self._last_row),
            default=self._sheet.height,
        )
        now = [
            (at, self._sheet.text(*at)[:LONGEST])
            for at in note_places(self._sheet, self._last_row, below)
        ]
        pairs, gone, added = _matched(before, now)
        for old, new in pairs:
            if compared(old[1], new[1]) < Wording.NUMBERED:
                what = f"A note has changed: '{_short(new[1])}'."
                yield self._note(what, old, new)
        for new in added:
            yield self._note(f"A note is new: '{_short(new[1])}'.", None, new)
        for old in gone:
            yield self._note(f"A note is gone: '{_short(old[1])}'.", old, None)

    def _note(
        self, what: str, old: tuple[Place, str] | None, new: tuple[Place, str] | None
    ) -> Difference:
        return self._difference(DriftKind.NOTE, Follow.BY_ITSELF, Severity.NOTE, what, old, new)


_Text = tuple[Place, str]


def _matched(
    before: list[_Text], now: list[_Text], *, in_place: bool = False
) -> tuple[list[tuple[_Text, _Text]], list[_Text], list[_Text]]:
    """Texts the same but for numbers, then (``in_place``) those of one cell, then those most alike;

    and the old and new ones that are left.
    """
    pairs: list[tuple[_Text, _Text]] = []
    rest = list(now)
    lone: list[_Text] = []
    for old in before:
        same = next((new for new in rest if masked(new[1]) == masked(old[1])), None)
        if same is None:
            lone.append(old)
        else:
            pairs.append((old, same))
            rest.remove(same)
    for old in tuple(lone):
        here = next((new for new in rest if in_place and new[0] == old[0]), None)
        if here is not None and compared(old[1], here[1]) > Wording.OTHER:
            pairs.append((old, here))
            lone.remove(old)
            rest.remove(here)
    gone: list[_Text] = []
    for old in lone:
        likeness = [(_ratio(old[1], new[1]), new) for new in rest]
        best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
        if best[1] is not None and best[0] >= _CHANGED:
            pairs.append((old, best[1]))
            rest.remove(best[1])
        else:
            gone.append(old)
    return pairs, gone, rest


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, masked(one), masked(other), autojunk=False).ratio()


def _is_unit(text: str) -> bool:
    return bool(UNIT_WORDS.fullmatch(text)) or (len(text) < 60 and unit_in(text) is not None)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
