"""Reads the value cells of one table, each with its meaning, its labels' cells and its status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Problem, SourceCell, Status
from safer_desktop.domain.periods import REPORTED
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.cells import Place, Sheet, Workbook, a1
from safer_desktop.loading.combining import ReadCell
from safer_desktop.loading.keys import meanings, means_zero
from safer_desktop.loading.layout import Label, Layout
from safer_desktop.loading.marks import NO_RESULT
from safer_desktop.loading.numbers import Number, is_placeholder, read_number
from safer_desktop.loading.periods import (
    HINT_WORDS,
    Ambiguous,
    PeriodReading,
    find_period,
    read_label,
    read_period,
)
from safer_desktop.loading.recipes import AxisKind, Role, Scale, TableRecipe
from safer_desktop.loading.remarks import Remarks, Tally, cells_words
from safer_desktop.loading.sums import ignorable

_SAY_IN_RECIPE = "Say in the recipe what it is, or that it is to be left out."
_CORRECT_RECIPE = "Correct the recipe."


class TableReader:
    """One table of a recipe on an actual sheet; ``found`` is the sheet as the file holds it."""

    def __init__(
        self,
        workbook: Workbook,
        sheet: Sheet,
        found: Sheet,
        table: TableRecipe,
        tables: Iterable[TableRecipe],
        catalogue: Catalogue,
        matcher: AreaMatcher,
    ) -> None:
        self._file = workbook.name
        self._is_text = workbook.kind.holds_only_text
        self._sheet = sheet
        self._found = found
        self._table = table
        self._layout = Layout(sheet, table, tables)
        self._catalogue = catalogue
        self._matcher = matcher
        self._plain_indicators = {
            " ".join(label.split()).casefold(): code for label, code in table.indicators.items()
        }
        self._remarks = Remarks(workbook.name, sheet.name)
        self._tallies: dict[str, Tally] = defaultdict(Tally)
        self._marks: dict[str, Tally] = defaultdict(Tally)
        self._left_out: frozenset[Place] = frozenset()

    def leave_out(self, cells: frozenset[Place]) -> None:
        """Read no value in these cells, nor any that stands under a label in them."""
        self._left_out = cells

    @cached_property
    def _key(self) -> dict[str, str]:
        """What the sheet says of the marks among its values."""
        texts = {self._sheet.text(*place) for place in self._layout.places()}
        marks = sorted(text for text in texts if is_placeholder(text))
        rows = range(self._table.first_row, self._layout.last_row + 1)
        return meanings(self._sheet, marks, rows)

    @property
    def problems(self) -> list[Problem]:
        """What was in the way; filled by :meth:`cells`."""
        return self._remarks.problems

    def cells(self) -> list[ReadCell]:
        """The numbers of the table; fills ``problems``."""
        read = [cell for place in self._layout.places() if (cell := self._cell(place))]
        self._warn_of_fixed_period()
        self._note_tallies()
        self._warn_of_scale(read)
        if not read and not self.problems:
            self._remarks.warning(
                "no-figures", "The table holds no figures.", None, "Look at the file."
            )
        return read

    def _cell(self, place: Place) -> ReadCell | None:
        if self._sheet.is_blank(*place) or self._is_left_out(place):
            return None
        indicator_label = self._layout.label(self._table.indicator, place)
        indicator = self._indicator(indicator_label, place)
        if not indicator:
            return None
        area_label = self._layout.label(self._table.area, place)
        area = self._area(area_label, place)
        if not area:
            return None
        period_label = self._layout.label(self._table.period, place)
        reading = self._period(period_label, place)
        number = self._number(place) if reading is not None else None
        if reading is None or number is None:
            return None
        role = self._table.roles.get(indicator_label.text, Role.VALUE)
        own = self._catalogue.indicator(indicator).unit
        unit = self._table.units.get(indicator_label.text, own)
        value = self._in_unit(number, unit, role, place)
        if value is None:
            return None
        status = number.status if number.status is not Status.FINAL else reading.status
        self._remember_hidden(place)
        if reading.period.kind not in REPORTED:
            self._tallies["unlike"].add(place, reading.period.kind)
        source = SourceCell(
            self._sheet.name,
            a1(*place),
            self._found.text(*place),
            self._found.formats.get(place, ""),
            self._layout.addresses(period_label.cells),
            self._layout.addresses(area_label.cells),
            self._layout.addresses(indicator_label.cells),
        )
        return ReadCell(indicator, area, reading.period, unit, role, value, status, source)

    def _is_left_out(self, place: Place) -> bool:
        if not self._left_out:
            return False
        axes = (self._table.indicator, self._table.area, self._table.period)
        labels = (cell for axis in axes for cell in self._layout.label(axis, place).cells)
        return not self._left_out.isdisjoint((place, *labels))

    def _indicator(self, label: Label, place: Place) -> str:
        if self._table.indicator.kind is AxisKind.FIXED:
            code = label.text
            if not code:
                what = "The recipe does not say what the figures count."
                self._remarks.error("indicator-not-said", what, None, "Say it in the recipe.")
        elif label.text in self._table.indicators:
            code = self._table.indicators[label.text]
        else:
            wanted = " ".join(label.text.split()).casefold()
            if wanted in self._plain_indicators:
                code = self._plain_indicators[wanted]
            elif ignorable(label.text):
                return ""
            elif not label.text and is_placeholder(self._sheet.text(*place)):
                return ""  # a mark that strayed into a spacer column
            else:
                what = (
                    f"'{label.text}' is not known."
                    if label.text
                    else "A figure stands under no heading."
                )
                cell = label.cell or place
                self._remarks.error("indicator-unknown", what, cell, _SAY_IN_RECIPE)
                return ""
        if code and not self._catalogue.has_indicator(code):
            what = f"The recipe speaks of indicator '{code}', which the catalogue does not have."
            cell = label.cell or place
            self._remarks.error("indicator-not-in-catalogue", what, cell, _CORRECT_RECIPE)
            return ""
        return code

    def _area(self, label: Label, place: Place) -> str:
        if self._table.area.kind is AxisKind.FIXED:
            code = label.text
        elif label.text in self._table.areas:
            code = self._table.areas[label.text]
        else:
            match = self._matcher.match(label.text)
            if match.code is not None:
                return match.code
            self._unknown_area(label.text, match.candidates, label.cell or place)
            return ""
        if code and not self._catalogue.has_area(code):
            what = f"The recipe speaks of area '{code}', which the catalogue does not have."
            cell = label.cell or place
            self._remarks.error("area-not-in-catalogue", what, cell, _CORRECT_RECIPE)
            return ""
        return code

    def _unknown_area(self, label: str, candidates: tuple[str, ...], cell: Place) -> None:
        if self._table.only_known_areas:
            self._tallies["areas"].add(cell, label)
            return
        if ignorable(label):
            return
        names = " or ".join(self._catalogue.area(code).name for code in candidates)
        meant = f" It might mean {names}." if names else ""
        what = f"'{label}' is no area of the catalogue.{meant}" if label else "An area is missing."
        self._remarks.error("area-unknown", what, cell, _SAY_IN_RECIPE)

    def _period(self, label: Label, place: Place) -> PeriodReading | None:
        text, value = label.text, label.value
        hint = self._table.period_hint
        if text in self._table.periods:
            value = text = self._table.periods[text]
            if not text:
                return None
        kinds = {part.kind for part in self._table.period.parts}
        anywhere = bool(kinds & {AxisKind.CELL, AxisKind.SHEET})
        reading = read_label(text, value, hint=hint, anywhere=anywhere)
        if isinstance(reading, PeriodReading):
            return reading
        self._say_of_period(reading, text, label.cell or place)
        return None

    def _say_of_period(self, reading: Ambiguous | None, text: str, cell: Place) -> None:
        if reading is not None:
            choices = "; ".join(f"'{h}': {HINT_WORDS[h]}" for h in reading.readings)
            remedy = f"Choose in the recipe how periods are meant ({choices})."
            self._remarks.error("period-ambiguous", f"{reading.words}.", cell, remedy)
        elif self._table.period.kind is AxisKind.FIXED:
            what = "The recipe does not say for which period the figures are."
            self._remarks.error("period-not-said", what, None, "Say it in the recipe.")
        elif not ignorable(text):
            what = f"'{text}' is no period we can read." if text else "The period is missing."
            self._remarks.error("period-unreadable", what, cell, _SAY_IN_RECIPE)

    def _number(self, place: Place) -> Number | None:
        sheet, text = self._sheet, self._sheet.text(*place)
        fault = sheet.faults.get(place)
        if fault == NO_RESULT:
            what = "The cell holds a formula without a result."
            remedy = "Open the workbook in Excel, save it, and load it again."
            self._remarks.error("formula-without-result", what, place, remedy)
            return None
        if fault is not None:
            remedy = "Ask the partner for the figure, or leave the cell out."
            self._remarks.error("error-cell", f"The cell holds the error {fault}.", place, remedy)
            return None
        number = read_number(sheet.value(*place), sheet.formats.get(place, ""))
        if number is not None:
            as_found = sheet.value(*place) == self._found.value(*place)
            if number.as_text and as_found and not self._is_text:
                self._tallies["text"].add(place)
            return number
        if is_placeholder(text):
            if means_zero(self._key.get(text, "")):
                self._tallies["zero"].add(place, text)
                return Number(0.0, as_text=True)
            self._marks[text].add(place, text)
            return None
        what = f"A number was expected, but the cell holds '{text[:60]}'."
        remedy = "Mend the cell, or leave its row or column out in the recipe."
        self._remarks.error("not-a-number", what, place, remedy)
        return None

    def _in_unit(self, number: Number, unit: Unit, role: Role, place: Place) -> float | None:
        if unit is Unit.PERCENTAGE and role is Role.VALUE:
            if number.percent or self._table.scale is Scale.PERCENT:
                return number.value
            return round(number.value * 100, 10)
        if number.percent:
            wanted = unit if role is Role.VALUE else Unit.COUNT
            shown = self._sheet.text(*place)
            what = f"The cell holds a percentage ({shown}), but a {wanted} was expected."
            remedy = "Correct the unit in the recipe, or leave the column out."
            self._remarks.error("unlike-unit", what, place, remedy)
            return None
        return number.value

    def _remember_hidden(self, place: Place) -> None:
        sheet = self._sheet
        if sheet.hidden or place[0] in sheet.hidden_rows or place[1] in sheet.hidden_columns:
            self._tallies["hidden"].add(place)

    def _note_tallies(self) -> None:
        text, zero = self._tallies["text"], self._tallies["zero"]
        hidden, areas = self._tallies["hidden"], self._tallies["areas"]
        for mark, missing in self._marks.items():
            said = f" ('{mark}' here means: {self._key[mark]})" if mark in self._key else ""
            what = f"{missing.count_words} with '{mark}'{said}: taken as missing, not as zero."
            self._remarks.note("missing-mark", what, missing.cells)
        if zero.cells:
            mark = next(iter(zero.texts))
            what = f"{zero.count_words} with '{mark}', by the sheet's own key: {self._key[mark]}."
            remedy = "Read as 0. If that is not so, leave the cells out."
            self._remarks.warning("mark-for-zero", what, zero.cells, remedy)
        if text.cells:
            what = f"{text.count_words} with a number stored as text: read as the number."
            self._remarks.note("number-as-text", what, text.cells)
        if areas.cells:
            names = list(areas.texts)
            shown = ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")
            what = f"{len(names)} areas outside the catalogue were passed over: {shown}."
            self._remarks.note("areas-passed-over", what, list(dict.fromkeys(areas.cells)))
        unlike = self._tallies["unlike"]
        if unlike.cells:
            kinds = " and ".join(unlike.texts)
            what = f"{unlike.count_words} with figures of a {kinds}."
            remedy = (
                "They are kept, but the board's figures are made of months, quarters and years."
            )
            self._remarks.warning("period-not-reported", what, unlike.cells, remedy)
        if hidden.cells:
            what = f"{hidden.count_words} in hidden rows, columns or sheets: read all the same."
            remedy = "Ask the partner whether they were meant to be sent."
            self._remarks.warning("hidden-cells", what, hidden.cells, remedy)

    def _warn_of_fixed_period(self) -> None:
        """A recipe that fixes the period would date next quarter's file by this one."""
        if self._table.period.kind is not AxisKind.FIXED:
            return
        fixed = read_period(self._table.period.fixed, hint=self._table.period_hint)
        named = find_period(self._file.rpartition(".")[0])
        if not isinstance(fixed, PeriodReading) or named is None or named.period == fixed.period:
            return
        self._remarks.warning(
            "fixed-period",
            f"The recipe dates the figures {fixed.period.label}, but the file is named for"
            f" {named.period.label}.",
            None,
            "Correct the period in the recipe if it is that of an earlier file.",
        )

    def _warn_of_scale(self, cells: list[ReadCell]) -> None:
        """0.37 among percentages is more often 37% than 0.37%."""
        plain = [c for c in cells if c.unit is Unit.PERCENTAGE and c.role is Role.VALUE]
        small = [c for c in plain if 0 < abs(c.value) < 1 and "%" not in c.source.raw]
        if small and self._table.scale is Scale.PERCENT:
            self._remarks.warning(
                "percentage-scale",
                f"{cells_words(len(small))} with a percentage below 1, such as"
                f" {small[0].source.raw} (read as less than one percent).",
                [cell.source.cell for cell in small],
                f"If shares are meant, choose '{Scale.FRACTION}' in the recipe.",
            )
        above = [c for c in plain if self._is_whole_among_shares(c)]
        if above:
            self._remarks.warning(
                "percentage-scale",
                f"The recipe reads shares of one, but the cell holds {above[0].source.raw}.",
                [cell.source.cell for cell in above],
                f"If percentages are meant, choose '{Scale.PERCENT}' in the recipe.",
            )

    def _is_whole_among_shares(self, cell: ReadCell) -> bool:
        shares = self._table.scale is Scale.FRACTION
        return shares and "%" not in cell.source.raw and abs(cell.value) > 100
