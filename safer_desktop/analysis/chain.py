"""The chain behind a quantity: rate, count, base and sums, down to single observations.

Nothing is worked out differently here: each step names the figure that the analysis gave, and works
it out anew from the steps below it, so that the two can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Reading
from safer_desktop.analysis.quantities import BORROWED, SCALES, base_of, is_given
from safer_desktop.domain.chain import Step, exact
from safer_desktop.domain.display import (
    listed,
    period_text,
    quantity_text,
    round_half_up,
    value_text,
)
from safer_desktop.domain.evidence import Quantity, Reason
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Observation, Status, StoredObservation
from safer_desktop.domain.periods import Period

Look = Callable[[Sequence[int]], Sequence[StoredObservation]]
"""Gives stored observations by their ids, in the order of the ids."""

_MOST_ADDENDS = 24


class Side(Enum):
    """Which number of an observation is meant."""

    VALUE = auto()
    COUNTED = auto()
    DIVIDED_BY = auto()


class Tracer:
    """Makes chains over one dataset.

    ``look`` fetches observations from where they are kept, ``file_name`` names the file of a load.
    """

    def __init__(self, dataset: Dataset, look: Look, file_name: Callable[[int], str]) -> None:
        self.dataset = dataset
        self._look = look
        self._file_name = file_name
        self._totals: dict[tuple[int, str, Side], Step] = {}

    def area_name(self, code: str) -> str:
        """The area's name in the catalogue."""
        return self.dataset.catalogue.area(code).name

    def quantity(
        self, what: str, found: Quantity | Reason, indicator: Indicator, area: str
    ) -> Step:
        """The chain of a quantity of the indicator in one area; ``what`` says which it is."""
        if isinstance(found, Reason):
            return missing(what or indicator.name, found, quantity_text(found, indicator))
        what = f"{what}, {period_text(found.period)}" if what else period_text(found.period)
        if found.restated:
            step = self._restated(what, found, found.value)
        elif is_given(found):
            step = self._given(what, found)
        elif found.unit is Unit.COUNT:
            step = self._total(what, self._reading(indicator, area, Unit.COUNT, found.period))
        else:
            above = self.events(found, indicator, area)
            step = _divided(what, found, above, self.base(found, indicator, area))
        shown = value_text(found.value, found.unit, indicator.decimals)
        decimals = 0 if found.unit is Unit.COUNT else indicator.decimals
        return replace(
            step,
            shown=shown,
            result=found.value,
            rounding=rounding(found.value, shown, decimals),
            notes=(*step.notes, *_firmness(found)),
        )

    def events(self, found: Quantity, indicator: Indicator, area: str) -> Step:
        """The chain of the count behind a quantity that has one."""
        if found.base_note or found.unit is Unit.COUNT:
            words, unit = f"Number of {indicator.noun}", Unit.COUNT
        else:
            words, unit = "Counted", found.unit
        if found.restated:
            return self._restated(words, found, found.count or 0.0)
        if is_given(found):
            return self._cell(words, self._look(found.sources)[0], Side.COUNTED)
        return self._total(words, self._reading(indicator, area, unit, found.period))

    def base(self, found: Quantity, indicator: Indicator, area: str) -> Step:
        """The chain of what a quantity is divided by, if it is divided by something."""
        if found.base_note:
            base = base_of(self.dataset, indicator, area, found.period)
            assert not isinstance(base, Reason)
            step = self._total(capital(base.words), base.reading)
            if BORROWED in base.note:
                return replace(step, notes=(*step.notes, f"{capital(base.note)}."))
            return step
        if is_given(found):
            return self._cell("Divided by", self._look(found.sources)[0], Side.DIVIDED_BY)
        reading = self._reading(indicator, area, found.unit, found.period)
        return self._total("Divided by", reading, Side.DIVIDED_BY)

    def months(
        self, indicator: Indicator, area: str, unit: Unit, period: Period
    ) -> tuple[Step, ...]:
        """The monthly counts of a span in which no month is missing."""
        return tuple(
            self._total(month.label, self._reading(indicator, area, unit, month))
            for month in period.month_periods()
        )

    def cells(self, ids: Sequence[int]) -> tuple[Step, ...]:
        """Single observations as they stand in their cells, a step for each sheet."""
        cells = [self._cell(self._series(it.observation), it, Side.VALUE) for it in self._look(ids)]
        sheets = _by_sheet(cells)
        return tuple(
            Step(self._sheet(steps, sheets), _cells(len(steps)), inputs=tuple(steps))
            for steps in sheets
        )

    def _reading(self, indicator: Indicator, area: str, unit: Unit, period: Period) -> Reading:
        reading = self.dataset.reading(indicator.code, area, unit, period)
        assert isinstance(reading, Reading)
        return reading

    def _restated(self, what: str, found: Quantity, result: float) -> Step:
        """A figure that a bridge put on a newer definition, down to the recorded numbers."""
        notes = (f"{capital(found.method)}.",)
        return Step(what, exact(result), result, notes=notes, inputs=self.cells(found.sources))

    def _given(self, what: str, found: Quantity) -> Step:
        (stored,) = self._look(found.sources)
        cell = self._cell("As the source gives it", stored, Side.VALUE)
        notes = ("The source gives this number itself.",)
        return Step(what, "", found.value, cell.number, notes=notes, inputs=(cell,))

    def _total(self, what: str, reading: Reading, side: Side = Side.COUNTED) -> Step:
        """The sum that a reading is, or its single observation; one step however often it is used.

        The dataset keeps its readings, so that each is known by its identity.
        """
        key = (id(reading), what, side)
        if key not in self._totals:
            self._totals[key] = self._worked_out(what, reading, side)
        return self._totals[key]

    def _worked_out(self, what: str, reading: Reading, side: Side) -> Step:
        stored = self._look(reading.ids)
        if len(stored) == 1:
            return self._cell(what, stored[0], side)
        result = reading.numerator if side is Side.COUNTED else reading.denominator
        assert result is not None
        if reading.parts:
            inputs = self._parts(reading, stored[0].observation, side)
            note = f"The sum of {listed([step.what for step in inputs])}."
        else:
            inputs = self._summed_by_sheet([self._cell("", it, side) for it in stored])
            note = f"The sum of {self._place(stored)}."
        return _sum(what, result, inputs, note)

    def _parts(self, reading: Reading, first: Observation, side: Side) -> tuple[Step, ...]:
        indicator = self.dataset.catalogue.indicator(first.indicator)
        return tuple(
            self._total(
                self.area_name(part),
                self._reading(indicator, part, first.unit, reading.period),
                side,
            )
            for part in reading.parts
        )

    def _cell(self, what: str, stored: StoredObservation, side: Side) -> Step:
        item = stored.observation
        result, formula = _number(item, side)
        sign = "%" if item.unit is Unit.PERCENTAGE and side is Side.VALUE else ""
        return Step(
            what=what or period_text(item.period),
            shown=exact(result) + sign,
            result=result,
            formula=formula,
            notes=() if item.status is Status.FINAL else (f"The source marks it {item.status}.",),
            cell=stored,
        )

    def _summed_by_sheet(self, cells: Sequence[Step]) -> tuple[Step, ...]:
        """Cells of one sheet as they are, else a sum for each sheet."""
        sheets = _by_sheet(cells)
        if len(sheets) < 2:
            return tuple(cells)
        return tuple(
            _sum(self._sheet(steps, sheets), sum(step.number for step in steps), steps)
            for steps in sheets
        )

    def _sheet(self, steps: Sequence[Step], beside: Sequence[Sequence[Step]]) -> str:
        """The name of a sheet; with its file's, where those ``beside`` it are of other files."""
        (stored,) = steps[0].cells
        sheet, file = stored.observation.source.sheet, self._file_name(stored.load)
        if not sheet:
            return f"'{file}'"
        alone = all(it[0].cells[0].load == stored.load for it in beside)
        return f"Sheet '{sheet}'" if alone else f"Sheet '{sheet}' in '{file}'"

    def _series(self, item: Observation) -> str:
        catalogue = self.dataset.catalogue
        known = catalogue.has_indicator(item.indicator)
        name = catalogue.indicator(item.indicator).name if known else item.indicator
        area = self.area_name(item.area) if catalogue.has_area(item.area) else item.area
        return f"{name}, {area}, {period_text(item.period)}"

    def _place(self, cells: Sequence[StoredObservation]) -> str:
        """``12 cells of sheet 'Burglary' in 'police.xlsx'``, or on how many sheets."""
        sheets = {(stored.load, stored.observation.source.sheet) for stored in cells}
        many = _cells(len(cells))
        if len(sheets) != 1:
            return f"{many} on {len(sheets)} sheets"
        load, sheet = sheets.pop()
        of = f"of sheet '{sheet}' in" if sheet else "of"
        return f"{many} {of} '{self._file_name(load)}'"


def missing(what: str, reason: Reason, shown: str) -> Step:
    """A step that has no number, and why."""
    return Step(what, shown, notes=(reason.text,))


def rounding(value: float, shown: str, decimals: int) -> str:
    """How the shown text comes of the value; empty where nothing is rounded."""
    if round_half_up(value, decimals) == value:
        return ""
    to = {0: "to a whole number", 1: "to 1 decimal"}.get(decimals, f"to {decimals} decimals")
    return f"{exact(value)} rounded {to}: {shown}"


def capital(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]


def _divided(what: str, found: Quantity, above: Step, below: Step) -> Step:
    scale = SCALES[found.unit]
    times = f" × {exact(scale)}" if scale != 1 else ""
    again = scale * above.number / below.number
    return Step(
        what=what,
        shown="",
        result=found.value,
        again=again,
        formula=f"{exact(above.number)} ÷ {exact(below.number)}{times} = {exact(again)}",
        notes=(f"{capital(found.method)}.",),
        inputs=(above, below),
    )


def _sum(what: str, result: float, inputs: Sequence[Step], note: str = "") -> Step:
    numbers = [step.number for step in inputs]
    addends = [exact(number) for number in numbers]
    if len(addends) > _MOST_ADDENDS:
        addends[_MOST_ADDENDS:] = [f"… ({len(numbers)} numbers in all)"]
    return Step(
        what=what,
        shown=exact(result),
        result=result,
        again=sum(numbers),
        formula=f"{' + '.join(addends)} = {exact(result)}",
        notes=(note,) if note else (),
        inputs=tuple(inputs),
    )


def _cells(many: int) -> str:
    return "1 cell" if many == 1 else f"{many:,} cells"


def _by_sheet(cells: Sequence[Step]) -> list[list[Step]]:
    sheets: dict[tuple[int, str], list[Step]] = {}
    for step in cells:
        (stored,) = step.cells
        sheets.setdefault((stored.load, stored.observation.source.sheet), []).append(step)
    return list(sheets.values())


def _number(item: Observation, side: Side) -> tuple[float, str]:
    """The number that is meant, and how it comes of the others where the source lacks it."""
    if side is Side.VALUE or item.unit is Unit.COUNT:
        return item.value, ""
    assert item.denominator is not None
    if side is Side.DIVIDED_BY:
        return item.denominator, ""
    if item.numerator is not None:
        return item.numerator, ""
    scale = SCALES[item.unit]
    over = f" ÷ {exact(scale)}" if scale != 1 else ""
    result = item.value * item.denominator / scale
    return result, (f"{exact(item.value)} × {exact(item.denominator)}{over} = {exact(result)}")


def _firmness(found: Quantity) -> tuple[str, ...]:
    return () if found.status is Status.FINAL else (f"The figure is {found.status}.",)
