"""Decides where a found table names its periods, its areas and what is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from safer_desktop.loading.areas import ONS_CODE
from safer_desktop.loading.cells import Sheet, a1, column_letters
from safer_desktop.loading.finder import Region, plain_head
from safer_desktop.loading.layout import Label, Layout
from safer_desktop.loading.period_words import PeriodHint
from safer_desktop.loading.periods import (
    HINT_WORDS,
    Ambiguous,
    PeriodReading,
    find_period,
    read_label,
    read_period,
)
from safer_desktop.loading.places import Places, heads_places
from safer_desktop.loading.recipes import Axis, AxisKind, TableRecipe

_ROLLING = re.compile(r"rolling|12 months to|12 months ending", re.IGNORECASE)
_TIME_WORDS = re.compile(
    r"(?:years?|months?|periods?|dates?|quarters?|mid[- ]?years?|financial years?|week)",
    re.IGNORECASE,
)
_SAMPLE = 400
_MOST_LINES = 10
_ENOUGH = 0.5
_SOME = 0.1
NO_AXIS = Axis(AxisKind.FIXED)


@dataclass(frozen=True, slots=True)
class Guess:
    """One decision in a sentence, how sure it is (0 to 1), and the label that it is about.

    ``topic`` is one of ``table``, ``period``, ``area``, ``indicator``, ``unit``, ``left out``.
    """

    topic: str
    sentence: str
    confidence: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A table with its axes, nothing mapped yet. FIXED axes are empty: nothing names them.

    ``period_sure`` and ``area_sure`` tell how sure these two are (0: none was found).
    """

    region: Region
    table: TableRecipe
    guesses: tuple[Guess, ...]
    period_sure: float
    area_sure: float


def lay_out(sheet: Sheet, region: Region, places: Places) -> Found:
    """Where a found table names its periods, its areas and what is counted."""
    return _AxisFinder(sheet, region, places).found()


class _AxisFinder:
    def __init__(self, sheet: Sheet, region: Region, places: Places) -> None:
        self._sheet = sheet
        self._region = region
        self._places = places
        self._guesses: list[Guess] = []
        self._seen: dict[Axis, list[Label]] = {}
        rows = [Axis(AxisKind.ROWS, (row,)) for row in region.header_rows]
        sections = (
            [Axis(AxisKind.SECTIONS, (region.headings,))] if region.headings is not None else []
        )
        columns = [Axis(AxisKind.COLUMNS, (column,)) for column in region.label_columns]
        self._lines = [line for line in (*rows, *sections, *columns) if self._has_text(line)]
        self._titles = [sheet.text(*place) for place in region.titles]

    def found(self) -> Found:
        period, hint, period_sure = self._period()
        area, area_sure = self._area()
        indicator = self._indicator()
        table = replace(self._bare, period=period, area=area, indicator=indicator, period_hint=hint)
        return Found(self._region, table, tuple(self._guesses), period_sure, area_sure)

    # Lines and their labels

    @cached_property
    def _bare(self) -> TableRecipe:
        """The table with all its lines on one axis, as labels are spread with regard to all."""
        region = self._region
        return TableRecipe(
            sheet=self._sheet.name,
            first_row=region.first_row,
            last_row=region.last_row,
            first_column=region.first_column,
            last_column=region.last_column,
            period=NO_AXIS,
            area=NO_AXIS,
            indicator=chained(self._lines),
            ignored_columns=region.ignored_columns,
            grows_down=False,
            grows_right=False,
        )

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self._sheet, self._bare)

    @cached_property
    def _rows(self) -> list[int]:
        """Rows with values, the first and last of very many."""
        region = self._region
        rows = list(range(region.first_row, region.last_row + 1))
        if len(rows) > 4 * _SAMPLE:
            rows = [*rows[:_SAMPLE], *rows[-_SAMPLE:]]
        return [
            row
            for row in rows
            if any(not self._sheet.is_blank(row, column) for column in self._columns)
        ]

    @cached_property
    def _columns(self) -> list[int]:
        region = self._region
        return [
            column
            for column in range(region.first_column, region.last_column + 1)
            if column not in region.ignored_columns
            and any(
                not self._sheet.is_blank(row, column)
                for row in range(region.first_row, min(region.last_row, region.first_row + 60) + 1)
            )
        ]

    def _labels(self, axis: Axis) -> list[Label]:
        """A label for each row, column or both, as the axis lies."""
        if axis not in self._seen:
            self._seen[axis] = self._read_labels(axis)
        return self._seen[axis]

    def _read_labels(self, axis: Axis) -> list[Label]:
        kinds = {part.kind for part in axis.parts}
        rows, columns = self._rows, self._columns
        if not kinds & {AxisKind.COLUMNS, AxisKind.SECTIONS}:
            rows = rows[:1]
        if AxisKind.ROWS not in kinds:
            columns = columns[:1]
        elif len(columns) > 1 and len(rows) > 1:
            rows, columns = rows[:40], columns[:40]
        return [self._layout.label(axis, (row, c)) for row in rows for c in columns]

    def _has_text(self, line: Axis) -> bool:
        region = self._region
        if line.kind is AxisKind.ROWS:
            across = range(region.first_column, region.last_column + 1)
            return any(not self._sheet.is_blank(line.lines[0], column) for column in across)
        return True

    def _take(self, axis: Axis) -> None:
        used = {(part.kind, line) for part in axis.parts for line in part.lines}
        self._lines = [it for it in self._lines if (it.kind, it.lines[0]) not in used]

    def _say(self, topic: str, sentence: str, confidence: float) -> None:
        self._guesses.append(Guess(topic, sentence, round(min(confidence, 1.0), 2)))

    # Periods

    def _period(self) -> tuple[Axis, str, float]:
        best: tuple[float, int, int, Axis] | None = None
        for axis in self._period_candidates():
            share, distinct = self._period_share(axis)
            if share < _ENOUGH:
                continue
            rank = (share, distinct, -len(axis.parts), axis)
            if best is None or _is_better(rank, best):
                best = rank
        if best is None:
            return self._period_elsewhere()
        share, _, _, axis = best
        self._take(axis)
        self._say("period", f"Periods are named in {words(axis)}.", share)
        labels = self._labels(axis)
        return axis, self._hint(labels, axis), share

    def _period_candidates(self) -> Iterator[Axis]:
        lines = self._lines[:_MOST_LINES]
        dated = [line for line in lines if self._period_share(line)[0] > _SOME]
        yield from dated
        undated = [line for line in lines if line not in dated and self._names_parts(line)]
        for outer, inner in combinations([it for it in lines if it in (*dated, *undated)], 2):
            if outer in undated and inner in undated:
                continue
            if outer.kind is inner.kind and outer.kind is not AxisKind.SECTIONS:
                yield Axis(outer.kind, (*outer.lines, *inner.lines))
            else:
                yield chained([outer, inner])
                yield chained([inner, outer])
        for line in undated:
            if self._dates_parts(self._sheet.name):
                yield Axis(AxisKind.SHEET, also=line)
            for place in reversed(self._region.titles):
                if self._dates_parts(self._sheet.text(*place)):
                    yield Axis(AxisKind.CELL, place, also=line)
                    break

    def _names_parts(self, line: Axis) -> bool:
        """Whether a line may name months or quarters, or number them, without their year."""
        texts = list(dict.fromkeys(it.text for it in self._labels(line) if it.text))[:60]
        numbered = sum(text.isdigit() and 1 <= int(text) <= 12 for text in texts)
        named = sum(read_period(f"{text} 2016/17") is not None for text in texts)
        return bool(texts) and 2 * max(numbered, named) >= len(texts)

    def _dates_parts(self, text: str) -> bool:
        return find_period(text) is not None or re.search(r"\b(?:19|20)\d\d\b", text) is not None

    def _period_share(self, axis: Axis) -> tuple[float, int]:
        """Share of labels that name periods, and how many different ones."""
        counts = Counter((label.text, label.value) for label in self._labels(axis))
        anywhere = bool({part.kind for part in axis.parts} & {AxisKind.SHEET, AxisKind.CELL})
        readings = {
            label: _plain(read_label(*label, anywhere=anywhere)) for label in counts if label[0]
        }
        known = sum(counts[label] for label, reading in readings.items() if reading)
        distinct = len(set(readings.values()) - {None})
        if anywhere and distinct < 2:
            return 0.0, 0
        return known / max(counts.total(), 1), distinct

    def _period_elsewhere(self) -> tuple[Axis, str, float]:
        for place in reversed(self._region.titles):
            text = self._sheet.text(*place)
            found = find_period(text)
            doubtful = read_period(self._sheet.value(*place)) if found is None else None
            if found is not None:
                sentence = f"All figures are for {found.period.label}, named in {a1(*place)}."
                self._say("period", sentence, 0.7)
                return Axis(AxisKind.CELL, place), "", 0.7
            if isinstance(doubtful, Ambiguous):
                self._say("period", f"All figures are for {text}, named in {a1(*place)}.", 0.5)
                return Axis(AxisKind.CELL, place), self._settled([doubtful], set(), ""), 0.5
        if find_period(self._sheet.name):
            self._say("period", f"All figures are for '{self._sheet.name}', the sheet.", 0.7)
            return Axis(AxisKind.SHEET), "", 0.7
        self._say("period", "No period was found: say for which the figures are.", 0.0)
        return NO_AXIS, "", 0.0

    def _hint(self, labels: Sequence[Label], axis: Axis) -> str:
        texts = dict.fromkeys((label.text, label.value) for label in labels)
        readings = [it for text, value in texts if (it := read_label(text, value))]
        settled = {r.period.kind for r in readings if isinstance(r, PeriodReading)}
        doubtful = [reading for reading in readings if isinstance(reading, Ambiguous)]
        hints = []
        if doubtful:
            hints.append(self._settled(doubtful, {str(kind) for kind in settled}, self._over(axis)))
        context = " ".join([*self._titles, self._sheet.name])
        if settled and all(kind == "month" for kind in settled) and _ROLLING.search(context):
            hints.append(PeriodHint.ROLLING)
            meaning = HINT_WORDS[PeriodHint.ROLLING]
            self._say("period", f"A title speaks of rolling years: {meaning}.", 0.5)
        return " ".join(dict.fromkeys(" ".join(hints).split()))

    def _over(self, axis: Axis) -> str:
        """The headings over the columns that name periods."""
        columns = [c for part in axis.parts if part.kind is AxisKind.COLUMNS for c in part.lines]
        return " ".join(self._head(column) for column in columns)

    def _settled(self, doubtful: list[Ambiguous], settled: set[str], heads: str) -> str:
        """The hints under which every doubtful label has one meaning, the likeliest."""
        hints: list[str] = []
        groups: dict[frozenset[PeriodHint], list[Ambiguous]] = {}
        for reading in doubtful:
            groups.setdefault(frozenset(reading.readings), []).append(reading)
        for possible, group in groups.items():
            if not possible & set(hints):
                hint, sure = self._likeliest(
                    sorted(possible, key=list(PeriodHint).index), group, settled, heads
                )
                hints.append(hint)
                self._say("period", f"{group[0].words}: taken so that {HINT_WORDS[hint]}.", sure)
        return " ".join(hints)

    def _likeliest(
        self,
        possible: list[PeriodHint],
        group: list[Ambiguous],
        settled: set[str],
        heads: str,
    ) -> tuple[PeriodHint, float]:
        heads = heads.casefold()
        for hint, word in (
            (PeriodHint.QUARTER_NUMBERS, "quarter"),
            (PeriodHint.MONTH_NUMBERS, "month"),
            (PeriodHint.FINANCIAL, "financial"),
            (PeriodHint.CALENDAR, "calendar"),
        ):
            if hint in possible and word in heads:
                return hint, 0.8
        fitting = [h for h in possible if {str(it.readings[h].kind) for it in group} <= settled]
        if settled and len(fitting) == 1:
            return fitting[0], 0.8
        context = " ".join([*self._titles, self._sheet.name]).casefold()
        if PeriodHint.FINANCIAL in possible and "financial" in context:
            return PeriodHint.FINANCIAL, 0.6
        if PeriodHint.CALENDAR in possible and re.search(r"mid[- ]?year|calendar", context):
            return PeriodHint.CALENDAR, 0.7
        if PeriodHint.FINANCIAL_ENDING in possible and re.search(r"end\w* (?:31 )?march", context):
            return PeriodHint.FINANCIAL_ENDING, 0.6
        if PeriodHint.DAY_FIRST in possible:
            return PeriodHint.DAY_FIRST, 0.7
        return possible[0], 0.4

    # Areas

    def _area(self) -> tuple[Axis, float]:
        scored = [(self._area_share(line), line) for line in self._lines]
        share, line = max(scored, key=lambda pair: pair[0], default=(0.0, NO_AXIS))
        if share < 0.4:
            return self._area_elsewhere()
        lines = [line]
        if line.kind is AxisKind.COLUMNS and self._is_coded(line):
            lines += [it for it in self._beside(line) if self._area_share(it) > 0.1]
        elif line.kind is AxisKind.COLUMNS:
            lines += [it for it in self._beside(line) if self._is_coded(it)]
        numbers = sorted(number for it in lines for number in it.lines)
        axis = Axis(line.kind, tuple(numbers))
        self._take(axis)
        self._say("area", f"Areas are named in {words(axis)}.", min(share, 1.0))
        return axis, share

    def _area_elsewhere(self) -> tuple[Axis, float]:
        if self._places.is_place(self._sheet.name):
            self._say("area", f"All figures are for {self._sheet.name}, the sheet.", 0.8)
            return Axis(AxisKind.SHEET), 0.8
        return NO_AXIS, 0.0

    def _area_share(self, line: Axis) -> float:
        """Share of labels that name places; what stands under a heading for places counts too."""
        texts = list(dict.fromkeys(label.text for label in self._labels(line) if label.text))
        if not texts:
            return 0.0
        known = sum(self._places.is_place(text) for text in texts)
        share = known / len(texts)
        if line.kind is AxisKind.COLUMNS and heads_places(self._head(line.lines[0])):
            share = max(share + 0.2, 0.45 if known else 0.4)
        return share if known > 1 or share == 1 or known == len(texts) else min(share, 0.42)

    def _is_coded(self, line: Axis) -> bool:
        labels = self._labels(line)
        coded = sum(ONS_CODE.fullmatch(label.text) is not None for label in labels)
        return 2 * coded >= len(labels)

    def _beside(self, line: Axis) -> list[Axis]:
        return [
            it
            for it in self._lines
            if it.kind is line.kind and abs(it.lines[0] - line.lines[0]) == 1
        ]

    def _head(self, column: int) -> str:
        """The nearest text over a label column, above the values or in the header."""
        top = min((*self._region.header_rows, self._region.first_row - 1), default=0)
        rows = range(self._region.first_row - 1, max(top - 3, -1), -1)
        return plain_head(next((t for row in rows if (t := self._sheet.text(row, column))), ""))

    # What is counted

    def _indicator(self) -> Axis:
        lines = [line for line in self._lines if not self._only_names_time(line)]
        if not lines:
            return NO_AXIS
        axis = chained(lines)
        self._say("indicator", f"What is counted is named in {words(axis)}.", 0.8)
        return axis

    def _only_names_time(self, line: Axis) -> bool:
        texts = {label.text for label in self._labels(line)} - {""}
        return not texts or all(_TIME_WORDS.fullmatch(text) for text in texts)


def chained(lines: Iterable[Axis]) -> Axis:
    """One axis of several; lines of one kind that follow each other are made one part."""
    parts: list[Axis] = []
    for line in lines:
        if parts and parts[-1].kind is line.kind and line.kind is not AxisKind.CELL:
            parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, *line.lines))
        else:
            parts.append(line)
    axis: Axis | None = None
    for part in reversed(parts):
        axis = replace(part, also=axis)
    return axis or NO_AXIS


def words(axis: Axis) -> str:
    """Where an axis is, in words: ``rows 4 and 5``, ``column A``."""
    return " and ".join(filter(None, (_part_words(part) for part in axis.parts)))


def _part_words(part: Axis) -> str:
    several = "s" if len(part.lines) > 1 else ""
    match part.kind:
        case AxisKind.ROWS:
            return f"row{several} " + " and ".join(str(line + 1) for line in part.lines)
        case AxisKind.COLUMNS:
            return f"column{several} " + " and ".join(map(column_letters, part.lines))
        case AxisKind.SECTIONS:
            return "headings in column " + " and ".join(map(column_letters, part.lines))
        case AxisKind.CELL:
            return f"cell {a1(part.lines[0], part.lines[1])}"
        case AxisKind.SHEET:
            return "the sheet's name"
        case _:
            return ""


def _plain(reading: PeriodReading | Ambiguous | None) -> object:
    """What tells one period from another, also where its reading is in doubt."""
    if isinstance(reading, PeriodReading):
        return reading.period
    return tuple(reading.readings.values()) if reading else None


def _is_better(one: tuple[float, int, int, Axis], best: tuple[float, int, int, Axis]) -> bool:
    """Clearly more labels read; or as many, and more periods told apart; or with fewer lines."""
    if abs(one[0] - best[0]) > 0.03:
        return one[0] > best[0]
    return (one[1], one[2]) > (best[1], best[2])
