"""One series with its predicted limits, as dataclasses."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

import numpy as np

from safer_desktop.analysis.limits import words
from safer_desktop.analysis.limits.advice import advice
from safer_desktop.analysis.limits.adviser import fits
from safer_desktop.analysis.limits.alarms import chances_of
from safer_desktop.analysis.limits.block import MIN_BASELINE, MIN_POINTS, Block, lay_out
from safer_desktop.analysis.limits.distributions import Flags, Indices, Numbers
from safer_desktop.analysis.limits.draw import MEASURED, Drawing, Sheet, alarm_case, draw
from safer_desktop.analysis.limits.formulas import MIN_EVENTS
from safer_desktop.analysis.limits.icons import assurance, variation
from safer_desktop.analysis.limits.season import LEVEL
from safer_desktop.domain.display import number, unit_words
from safer_desktop.domain.evidence import Reason, ReasonCode
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.limit_rules import Mark, Rule, RuleKind, Side
from safer_desktop.domain.limits import (
    Baseline,
    BaselineKind,
    ChartKind,
    ChartPoint,
    LimitPoint,
    LimitsChart,
    LimitSeries,
    LimitsPlan,
    Phase,
    Season,
    Signal,
)

NO_PLAN = LimitsPlan()

_REACH = {RuleKind.OUTSIDE: 0, RuleKind.TWO_OF_THREE: 2}
"""How far apart points of one pattern lie: each outside point is a signal of its own."""


def chart(
    series: LimitSeries, indicator: Indicator, judged_from: date, plan: LimitsPlan = NO_PLAN
) -> LimitsChart | Reason:
    """The series with predicted limits, or why there are none.

    ``judged_from`` is the first day of the year that is judged against the past, mostly the
    financial year of the edition. ``indicator`` gives polarity, target and words.
    """
    if not any(point.value is not None for point in series.points):
        return _reason(words.few_points(0, _steps(series.step), MIN_POINTS))
    block = block_of(series, judged_from, plan)
    sheet = draw(block, [plan])
    drawing = sheet.drawings[0]
    if np.isnan(drawing.lines.centre).all():
        return why_none(sheet, 0, series.noun, plan)
    return _Assembly(series, indicator, judged_from, plan, sheet).chart()


def block_of(series: LimitSeries, judged_from: date, plan: LimitsPlan) -> Block:
    """A block of this one series."""

    def column(values: list[float | None]) -> Numbers:
        return np.array([[math.nan if v is None else v] for v in values], np.float64)

    points = series.points
    return lay_out(
        tuple(point.period for point in points),
        [series.unit],
        [series.rate_unit or series.unit],
        column([point.value for point in points]),
        column([point.count for point in points]),
        column([point.base for point in points]),
        [series.breaks],
        [plan],
        judged_from,
    )


class _Assembly:
    """Puts the arrays of a single series together as a chart."""

    def __init__(
        self,
        series: LimitSeries,
        indicator: Indicator,
        judged_from: date,
        plan: LimitsPlan,
        sheet: Sheet,
    ) -> None:
        self.series = series
        self.indicator = indicator
        self.judged_from = judged_from
        self.plan = plan
        self.sheet = sheet
        self.drawing: Drawing = sheet.drawings[0]
        self.when = self.drawing.when[:, 0]
        self.slots: list[int] = [n for n, row in enumerate(self.when.tolist()) if row >= 0]

    def chart(self) -> LimitsChart:
        drawing, kind = self.drawing, self.drawing.kind
        points = self._points()
        phases = tuple(self._phases())
        signals = self._signals()
        latest = next(point for point in reversed(points) if point.value is not None)
        season = self._season()
        alarm = alarm_case(self.sheet, drawing, 0)
        told = advice(
            self.sheet.block,
            self.sheet.seasons,
            self.sheet.facts,
            0,
            self.series.noun,
            self.plan.chart,
        )
        unit = drawing.units[0]
        year = points[-12 // self.series.step :]
        limits = [(p.lower, p.upper) for p in year if p.centre is not None]
        return LimitsChart(
            kind=kind,
            unit=unit,
            value_words=self._value_words(unit),
            preset=drawing.preset,
            points=points,
            phases=phases,
            signals=signals,
            variation=variation(
                latest.mark, latest.centre is not None, self.indicator.polarity, kind
            ),
            assurance=assurance(self.indicator, unit, [] if kind.is_of_gaps else limits),
            advice=told,
            season=season if isinstance(season, Season) else _season_reason(season),
            explanation=words.explanation(
                words.Told(
                    kind=kind,
                    preset=drawing.preset,
                    plan=self.plan,
                    advice=told,
                    unfit=self._unfit(),
                    season=season,
                    phases=phases,
                    signals=signals,
                    missing=[p.period for p in self.series.points if p.value is None],
                    judged_from=self.judged_from,
                    alarm=chances_of(alarm)[1],
                    carries_over=alarm.carries_over,
                )
            ),
            alarms=alarm,
        )

    def _unfit(self) -> str:
        choice = self.plan.chart
        if choice is None:
            return ""
        return fits(self.sheet.block, self.sheet.facts, 0, choice.kind)

    def _points(self) -> tuple[ChartPoint, ...]:
        if self.drawing.kind.is_of_gaps:
            return tuple(self._point(slot) for slot in self.slots)
        before = self.series.points[: int(self.when[0])]
        phase = self.sheet.block.phase[:, 0]
        bare = [
            ChartPoint(
                point.period,
                self._bare_value(point),
                phase=int(phase[n]),
                status=point.status,
                sources=point.sources,
            )
            for n, point in enumerate(before)
        ]
        return (*bare, *(self._point(slot) for slot in self.slots))

    def _bare_value(self, point: LimitPoint) -> float | None:
        """The value of a point before the first limits, in the chart's unit."""
        if self.drawing.units[0] is self.series.unit or point.count is None or not point.base:
            return point.value
        return 1000 * point.count / point.base

    def _point(self, slot: int) -> ChartPoint:
        lines = self.drawing.lines
        point = self.series.points[int(self.when[slot])]
        return ChartPoint(
            period=point.period,
            value=_number(lines.values[slot, 0]),
            centre=_number(lines.centre[slot, 0]),
            lower=_number(lines.lower[slot, 0]),
            upper=_number(lines.upper[slot, 0]),
            phase=int(self.drawing.points.phase[slot, 0]),
            in_baseline=bool(self.drawing.points.baseline[slot, 0]),
            marks=tuple(self._marks(slot)),
            status=point.status,
            sources=point.sources,
        )

    def _marks(self, slot: int) -> Iterator[Mark]:
        for pattern in self.drawing.patterns:
            sign = int(pattern.part[slot, 0])
            if sign:
                yield Mark(pattern.rule.kind, side_of(pattern.rule.kind, sign))

    def _signals(self) -> tuple[Signal, ...]:
        found = [
            self._signal(pattern.rule, sign, rows)
            for pattern in self.drawing.patterns
            for sign in (1, -1)
            for rows in _groups(
                np.flatnonzero(pattern.part[:, 0] == sign),
                self.drawing.lines.linked[:, 0],
                _REACH.get(pattern.rule.kind, 1),
            )
        ]
        return tuple(sorted(found, key=lambda signal: (signal.first, signal.last)))

    def _signal(self, rule: Rule, sign: int, rows: list[int]) -> Signal:
        points = [self.series.points[int(self.when[row])] for row in rows]
        return Signal(
            rule=rule,
            side=side_of(rule.kind, sign),
            first=points[0].period,
            last=points[-1].period,
            points=len(points),
            in_baseline=bool(self.drawing.points.baseline[rows, 0].all()),
            sources=tuple(source for point in points for source in point.sources),
        )

    def _phases(self) -> Iterator[Phase]:
        points = self.drawing.points
        stretches = self.sheet.block.stretches[0]
        for n, stretch in enumerate(stretches):
            inside = points.phase[:, 0] == n
            seen = np.flatnonzero(inside & ~np.isnan(self.drawing.lines.centre[:, 0]))
            base = np.flatnonzero(inside & points.baseline[:, 0])
            baseline: Baseline | Reason
            if seen.size:
                is_last = n == len(stretches) - 1
                kind = self.drawing.kinds[0] if is_last else BaselineKind.ENDED
                baseline = Baseline(
                    kind,
                    self.series.points[int(self.when[base[0]])].period,
                    self.series.points[int(self.when[base[-1]])].period,
                    int(base.size),
                )
            else:
                baseline = why_none(self.sheet, 0, self.series.noun, self.plan, n)
            last = int(seen[-1]) if seen.size else 0
            yield Phase(
                first=self.series.points[stretch.first].period,
                last=self.series.points[stretch.end - 1].period,
                started=stretch.started,
                baseline=baseline,
                centre=_number(self.drawing.lines.centre[last, 0]) if seen.size else None,
                sigma=_number(self.drawing.lines.sigma[last, 0]) if seen.size else None,
                step=stretch.step,
            )

    def _season(self) -> Season | str:
        found = self.sheet.seasons
        follows = self.drawing.kind in MEASURED
        if not (found.found[0] and follows):
            return words.no_season(
                int(found.cycles[0]),
                float(found.p_value[0]),
                follows or not found.found[0],
                _steps(self.series.step),
            )
        return Season(
            tuple(float(f) for f in found.factors[:, 0]),
            int(found.cycles[0]),
            float(found.f_value[0]),
            float(found.p_value[0]),
            LEVEL,
        )

    def _value_words(self, unit: Unit) -> str:
        per = "month" if self.series.step == 1 else "quarter"
        match self.drawing.kind:
            case ChartKind.G:
                steps = _steps(self.series.step)
                return f"{steps} without {self.series.noun} up to each {per} with some"
            case ChartKind.T:
                return f"months between {self.series.noun}"
            case _ if unit is Unit.COUNT:
                return f"{self.series.noun} a {per}"
            case _ if unit.is_rate:
                return f"{self.series.noun} {unit_words(self.indicator)} a {per}"
            case _:
                return f"{unit_words(self.indicator)} each {per}"


def side_of(kind: RuleKind, sign: int) -> Side:
    """The side that a pattern's sign stands for."""
    if kind is RuleKind.TREND:
        return Side.RISING if sign > 0 else Side.FALLING
    return Side.ABOVE if sign > 0 else Side.BELOW


def _groups(rows: Indices, linked: Flags, reach: int) -> list[list[int]]:
    """Rows that follow one another within ``reach`` linked steps."""
    groups: list[list[int]] = []
    for row in rows.tolist():
        before = groups[-1][-1] if groups else -1
        if groups and row - before <= reach and bool(linked[before + 1 : row + 1].all()):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def why_none(sheet: Sheet, column: int, noun: str, plan: LimitsPlan, phase: int = -1) -> Reason:
    """Why a phase (the last unless told) of a series of the sheet has no limits."""
    block = sheet.block
    steps = _steps(block.step)
    stretches = block.stretches[column]
    if not stretches:
        return _reason(words.few_points(0, steps, MIN_POINTS))
    stretch = stretches[phase]
    rows = slice(stretch.first, stretch.end)
    begin = ""
    if len(stretches) > 1:
        begin = f" from {block.periods[stretch.first].label} on ({stretch.started})"
    if not block.judged[rows, column].any():
        present = int((~np.isnan(block.values[rows, column])).sum())
        if plan.lock is not None and present >= MIN_POINTS:
            return _reason(f"The locked baseline holds fewer than {MIN_BASELINE} {steps}.")
        return _reason(words.few_points(present, f"{steps}{begin}", MIN_POINTS))
    events = float(np.nansum(block.counts[rows, column][block.baseline[rows, column]]))
    if sheet.kinds[column] is not ChartKind.XMR and events < MIN_EVENTS:
        return _reason(
            f"The baseline{begin} has only {number(events)} {noun}; predicted limits need at least "
            f"{number(MIN_EVENTS)}.",
            ReasonCode.SMALL_NUMBERS,
        )
    return _reason(
        f"All figures of the baseline{begin} are the same, so nothing shows how far they may vary."
    )


def _reason(text: str, code: ReasonCode = ReasonCode.NO_TEST) -> Reason:
    return Reason(code, text)


def _season_reason(text: str) -> Reason:
    return Reason(ReasonCode.NOT_APPLICABLE, text)


def _steps(step: int) -> str:
    return "months" if step == 1 else "quarters"


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
