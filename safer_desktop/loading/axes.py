"""Decides where a found table names its periods, its areas and what is counted."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.loading.areas import ONS_CODE, AreaMatcher, plain_name
from safer_desktop.loading.cells import CellValue, Place, Sheet, Workbook, a1, column_letters
from safer_desktop.loading.finder import Region
from safer_desktop.loading.layout import undated
from safer_desktop.loading.likeness import IndicatorMatcher, Likeness, role_in
from safer_desktop.loading.periods import (
    HINT_WORDS,
    Ambiguous,
    PeriodHint,
    PeriodReading,
    find_period,
    read_period,
)
from safer_desktop.loading.recipes import Anchor, Axis, AxisKind

_AREA_HEADINGS = re.compile(
    r"\b(?:area|district|borough|local authority|la|authority|force|csp|region|place|geography|"
    r"council|partnership)s?\b",
    re.IGNORECASE,
)
_ROLLING = re.compile(r"rolling|12 months to|12 months ending", re.IGNORECASE)
_MOST_ANCHORS = 24
_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Guess:
    """One decision in a sentence, how sure it is (0 to 1), and the label that it is about.

    ``topic`` is one of ``table``, ``period``, ``area``, ``indicator``, ``unit``.
    """

    topic: str
    sentence: str
    confidence: float
    label: str = ""


@dataclass(slots=True)
class _Line:
    """A header row or label column, with its own labels in order (blank ones left out)."""

    kind: AxisKind
    index: int
    cells: list[Place]
    texts: list[str] = field(default_factory=list)
    values: list[CellValue] = field(default_factory=list)

    @property
    def words(self) -> str:
        if self.kind is AxisKind.ROWS:
            return f"row {self.index + 1}"
        return f"column {column_letters(self.index)}"


class AxisFinder:
    """Decides one table's axes; ask for the period first, then the area, then the indicator.

    ``guesses`` collects what was decided and why.
    """

    def __init__(
        self,
        workbook: Workbook,
        sheet: Sheet,
        region: Region,
        catalogue: Catalogue,
        areas: AreaMatcher,
        indicators: IndicatorMatcher,
    ) -> None:
        self.guesses: list[Guess] = []
        self._workbook = workbook
        self._sheet = sheet
        self._region = region
        self._catalogue = catalogue
        self._areas = areas
        self._indicators = indicators
        self._lines = list(self._all_lines())
        self._titles = [sheet.text(*place) for place in region.titles]
        self._context = " ".join([*self._titles, sheet.name])

    def _say(self, topic: str, sentence: str, confidence: float) -> None:
        self.guesses.append(Guess(topic, sentence, round(min(confidence, 1.0), 2)))

    def period(self) -> tuple[Axis, str, float]:
        """The axis of periods, the recipe's hint, and how sure (0: none found)."""
        best: tuple[float, tuple[_Line, ...]] = (0.0, ())
        for lines in self._line_sets():
            share = self._period_share(lines)
            if share > best[0] + 0.01:
                best = (share, lines)
        share, lines = best
        if share >= 0.5:
            self._lines = [line for line in self._lines if line not in lines]
            where = " and ".join(line.words for line in lines)
            self._say("period", f"Periods are named in {where}.", share)
            axis = Axis(lines[0].kind, tuple(line.index for line in lines))
            return axis, self._hint(self._joined(lines)), share
        return self._period_elsewhere()

    def _line_sets(self) -> Iterator[tuple[_Line, ...]]:
        for outer in self._lines:
            for inner in self._lines:
                if inner.kind is outer.kind and inner.index > outer.index:
                    yield (outer, inner)
        for line in self._lines:
            yield (line,)

    def _period_share(self, lines: tuple[_Line, ...]) -> float:
        values = self._joined(lines)[:_SAMPLE]
        if not values:
            return 0.0
        readable = sum(read_period(value) is not None for value in values)
        if len(lines) == 2:
            alone = sum(read_period(value) is not None for value in lines[1].values)
            if alone * 2 > len(lines[1].values) or len(set(lines[1].texts)) < 2:
                return 0.0
        return readable / len(values)

    def _joined(self, lines: tuple[_Line, ...]) -> list[CellValue]:
        """Labels of one line, or of two with blank outer cells filled from before."""
        if len(lines) == 1:
            return lines[0].values
        outer, inner = lines
        along = 1 if outer.kind is AxisKind.ROWS else 0
        starts = {cell[along]: text for cell, text in zip(outer.cells, outer.texts, strict=True)}
        joined: list[CellValue] = []
        ahead, before = deque(sorted(starts)), ""
        for cell, text in zip(inner.cells, inner.texts, strict=True):
            while ahead and ahead[0] <= cell[along]:
                before = starts[ahead.popleft()]
            if before:
                joined.append(f"{before} {text}")
        return joined

    def _period_elsewhere(self) -> tuple[Axis, str, float]:
        for place in reversed(self._region.titles):
            text = self._sheet.text(*place)
            found = find_period(text)
            if found is not None:
                sentence = f"All figures are for {found.period.label}, named in {a1(*place)}."
                self._say("period", sentence, 0.7)
                return Axis(AxisKind.CELL, place), "", 0.7
        found = find_period(self._sheet.name)
        if found is not None:
            sentence = f"All figures are for {found.period.label}, named by the sheet."
            self._say("period", sentence, 0.7)
            return Axis(AxisKind.SHEET), "", 0.7
        found = find_period(self._workbook.name.rpartition(".")[0])
        if found is not None:
            label = found.period.label
            self._say("period", f"All figures are for {label}, named by the file.", 0.4)
            return Axis(AxisKind.FIXED, fixed=label), self._hint([label]), 0.4
        self._say("period", "No period was found: say which one the figures are for.", 0.0)
        return Axis(AxisKind.FIXED), "", 0.0

    def _hint(self, values: Iterable[CellValue]) -> str:
        readings = [reading for value in dict.fromkeys(values) if (reading := read_period(value))]
        settled = {r.period.kind for r in readings if isinstance(r, PeriodReading)}
        doubtful = [reading for reading in readings if isinstance(reading, Ambiguous)]
        hints: list[str] = []
        if doubtful:
            hint, sure = self._settle(doubtful, {str(kind) for kind in settled})
            hints.append(hint)
            self._say("period", f"{doubtful[0].words}: taken so that {HINT_WORDS[hint]}.", sure)
        if settled and all(kind == "month" for kind in settled) and _ROLLING.search(self._context):
            hints.append(PeriodHint.ROLLING)
            meaning = HINT_WORDS[PeriodHint.ROLLING]
            self._say("period", f"A title speaks of rolling years: {meaning}.", 0.5)
        return " ".join(hints)

    def _settle(self, doubtful: list[Ambiguous], settled: set[str]) -> tuple[PeriodHint, float]:
        possible = [h for h in PeriodHint if all(h in reading.readings for reading in doubtful)]
        possible = possible or list(doubtful[0].readings)
        fitting = [hint for hint in possible if _kinds(doubtful, hint) <= settled]
        if settled and len(fitting) == 1:
            return fitting[0], 0.8
        context = self._context.casefold()
        if PeriodHint.FINANCIAL in possible and "financial" in context:
            return PeriodHint.FINANCIAL, 0.6
        if PeriodHint.FINANCIAL_ENDING in possible and re.search(r"end\w* (?:31 )?march", context):
            return PeriodHint.FINANCIAL_ENDING, 0.6
        if PeriodHint.DAY_FIRST in possible:
            return PeriodHint.DAY_FIRST, 0.7
        return possible[0], 0.4

    def area(self) -> tuple[Axis, float]:
        """The axis of areas, and how sure."""
        scored = [(self._area_share(line), line) for line in self._lines]
        share, line = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if line is not None and share >= 0.4:
            lines = [line]
            if any(ONS_CODE.fullmatch(text) for text in line.texts):
                lines += [it for it in self._beside(line) if self._area_share(it) > 0.1]
            self._lines = [it for it in self._lines if it not in lines]
            where = " and ".join(it.words for it in lines)
            self._say("area", f"Areas are named in {where}.", min(share, 1.0))
            return Axis(line.kind, tuple(it.index for it in lines)), share
        named = self._areas.exact(self._sheet.name).code
        if named:
            self._say("area", f"All figures are for {self._name(named)}, named by the sheet.", 0.8)
            return Axis(AxisKind.SHEET), 0.8
        found = self._areas_in_titles()
        if len(found) == 1:
            self._say("area", f"All figures are for {self._name(found[0])}, named in a title.", 0.6)
            return Axis(AxisKind.FIXED, fixed=found[0]), 0.6
        home = self._catalogue.home
        self._say("area", f"No area was found: {self._name(home)} is assumed.", 0.3)
        return Axis(AxisKind.FIXED, fixed=home), 0.1

    def _area_share(self, line: _Line) -> float:
        """Share of labels that are areas; lists of areas mostly outside the catalogue count too."""
        if not line.texts:
            return 0.0
        labels = list(dict.fromkeys(line.texts))[:_SAMPLE]
        matched = sum(self._areas.exact(text).code is not None for text in labels)
        coded = sum(ONS_CODE.search(text) is not None for text in labels)
        share = max(matched / len(labels), coded / len(labels) * 1.1)
        if line.kind is AxisKind.COLUMNS and self._region.header_rows:
            heading = self._sheet.text(self._region.header_rows[-1], line.index)
            if _AREA_HEADINGS.search(heading) and len(heading) < 40:
                share = max(share + 0.2, 0.45 if matched else 0.4)
        return share if matched >= 1 or coded else min(share, 0.42)

    def _beside(self, line: _Line) -> list[_Line]:
        return [
            it for it in self._lines if it.kind is line.kind and abs(it.index - line.index) == 1
        ]

    def _areas_in_titles(self) -> list[str]:
        text = f" {plain_name(' '.join(self._titles))} "
        found = {
            area.code: name
            for area in self._catalogue.areas
            for name in sorted(map(plain_name, (area.name, *area.other_names)), key=len)
            if len(name) > 4 and f" {name} " in text
        }
        return [
            code
            for code, name in found.items()
            if not any(name != other and name in other for other in found.values())
        ]

    def indicator(self) -> Axis:
        """The axis of what is counted; FIXED with the code, or with none."""
        by_kind = [
            [line for line in self._lines if line.kind is kind and line.texts]
            for kind in (AxisKind.ROWS, AxisKind.COLUMNS)
        ]
        for lines in sorted(by_kind, key=lambda lines: -self._known_indicators(lines)):
            if lines and self._is_telling(lines):
                where = " and ".join(line.words for line in lines)
                self._say("indicator", f"What is counted is named in {where}.", 0.8)
                return Axis(lines[0].kind, tuple(line.index for line in lines))
        guess = self.of_context()
        if guess.code:
            name = self._catalogue.indicator(guess.code).name
            sentence = f"All figures are taken for '{name}', going by the titles."
            self._say("indicator", sentence, guess.score)
        else:
            self._say("indicator", "What is counted was not found: say what it is.", 0.0)
        return Axis(AxisKind.FIXED, fixed=guess.code)

    def _is_telling(self, lines: list[_Line]) -> bool:
        """Whether these headings name indicators or measures; without a title any will do."""
        labels = {text for line in lines for text in line.texts}
        context = self.of_context()
        if self._known_indicators(lines):
            return True
        if not context.code:
            return len(labels) > 1
        indicator = self._catalogue.indicator(context.code)
        return len(labels) > 1 and any(role_in(label, indicator) for label in labels)

    def _known_indicators(self, lines: list[_Line]) -> int:
        """How many of the first labels name indicators; joined lines count by their parts."""
        labels = list(dict.fromkeys(text for line in lines for text in line.texts))[:_SAMPLE]
        return sum(bool(self._indicators.like(label).code) for label in labels)

    def of_context(self) -> Likeness:
        """The indicator that titles, sheet or file speak of."""
        file = undated(self._workbook.name)
        guesses = [
            self._indicators.like(text)
            for text in (*reversed(self._titles), self._sheet.name, file)
        ]
        return max(guesses, key=lambda guess: guess.score if guess.code else 0.0)

    def anchors(self, period: Axis, area: Axis) -> tuple[Anchor, ...]:
        """Headings that will stand in the same cells next time: no dates, no sums."""
        region = self._region
        places = [(row, column) for row in region.header_rows for column in region.label_columns]
        dated = period.lines if period.kind is AxisKind.ROWS else ()
        places += [
            (row, column)
            for row in region.header_rows
            if row not in dated
            for column in range(region.first_column, region.last_column + 1)
        ]
        if area.kind is AxisKind.COLUMNS:
            places.append((region.first_row, area.lines[-1]))
        anchors = (Anchor(row, column, self._sheet.text(row, column)) for row, column in places)
        return tuple(
            anchor
            for anchor in anchors
            if anchor.text and not find_period(anchor.text) and read_period(anchor.text) is None
        )[:_MOST_ANCHORS]

    def _all_lines(self) -> Iterator[_Line]:
        region = self._region
        columns = range(region.first_column, region.last_column + 1)
        rows = range(region.first_row, region.last_row + 1)
        for row in region.header_rows:
            yield self._line(AxisKind.ROWS, row, [(row, column) for column in columns])
        for column in region.label_columns:
            yield self._line(AxisKind.COLUMNS, column, [(row, column) for row in rows])

    def _line(self, kind: AxisKind, index: int, cells: list[Place]) -> _Line:
        filled = [cell for cell in cells if not self._sheet.is_blank(*cell)]
        return _Line(
            kind,
            index,
            filled,
            [self._sheet.text(*cell) for cell in filled],
            [self._sheet.value(*cell) for cell in filled],
        )

    def _name(self, code: str) -> str:
        return self._catalogue.area(code).name


def _kinds(doubtful: list[Ambiguous], hint: PeriodHint) -> set[str]:
    return {str(it.readings[hint].kind) for it in doubtful if hint in it.readings}
