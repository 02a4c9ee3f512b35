"""'How was this worked out?': for each number and finding of a figure its method, with its numbers.

Nothing is worked out here: methods come from the findings, workings from the chain behind the
figure, so that what is explained is what was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safer_desktop.analysis import methods
from safer_desktop.analysis.chain import capital
from safer_desktop.analysis.chain_figure import FigureTracer, Part
from safer_desktop.analysis.phrases import day
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.chain import Step
from safer_desktop.domain.display import number, p_value_text, places_text, value_text
from safer_desktop.domain.evidence import Interval, Method, Quantity, Rank, Reason, Test
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import (
    BreakFinding,
    ChangeFinding,
    ComparatorFinding,
    Finding,
    RankFinding,
    SignalFinding,
    StandsOutFinding,
    TargetFinding,
)
from safer_desktop.domain.indicators import Indicator, Unit

_SIGNS = (
    ("sqrt", "√"),
    ("+/-", "±"),
    ("phi", "φ"),
    ("tau", "τ"),
    ("^2", "²"),
    ("^3", "³"),
    ("<=", "≤"),
    (" x ", " × "),
    (" / ", " ÷ "),
    (" - ", " − "),
)


@dataclass(frozen=True, slots=True)
class Explained:
    """One number or finding: ``shown`` as on the screen, and how it came about.

    ``worked`` are the formulas with this figure's own numbers put in, ``facts`` what else decided:
    test, p-value or interval, dispersion, rules. ``step`` is the chain that was followed, None
    where a finding has none. ``part`` names it for those who ask about one part only.
    """

    what: str
    shown: str
    method: Method
    worked: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    step: Step | None = None
    part: Part | None = None


def explained(
    tracer: FigureTracer, figure: Figure, indicator: Indicator, catalogue: Catalogue
) -> tuple[Explained, ...]:
    """Every number and finding of a figure, in reading order."""
    writer = _Writer(tracer, figure, indicator, catalogue)
    return (*writer.numbers(), *(writer.finding(it) for it in figure.findings))


class _Writer:
    def __init__(
        self, tracer: FigureTracer, figure: Figure, indicator: Indicator, catalogue: Catalogue
    ) -> None:
        self._tracer = tracer
        self._figure = figure
        self._indicator = indicator
        self._catalogue = catalogue

    def numbers(self) -> Iterator[Explained]:
        """The figures themselves, and the averages that they are read against."""
        figure = self._figure
        yield self._number(self._tracer.latest(), figure.latest, Part.LATEST)
        yield self._number(self._tracer.previous(), figure.previous, Part.PREVIOUS)
        if figure.annual is not None:
            latest, previous, change = self._tracer.annual()
            yield self._number(latest, figure.annual.latest, Part.WHOLE_YEAR)
            yield self._number(previous, figure.annual.previous, Part.YEAR_BEFORE)
            found = figure.annual.change
            test = None if isinstance(found, Reason) else found.test
            how = methods.of_test(test) if isinstance(test, Test) else methods.NO_METHOD
            yield self._changed(change, how, Part.YEARS_CHANGE)
        for comparator in figure.comparators:
            step = self._tracer.comparator(comparator)
            facts = (f"How the average is made: {comparator.method}.",) if comparator.group else ()
            yield Explained(
                step.what,
                step.shown,
                methods.of_average(comparator),
                _workings(step),
                (*facts, *step.notes),
                step,
            )

    def finding(self, found: Finding) -> Explained:
        """A finding, with the chain that bears it out where there is one."""
        method = methods.of_finding(found)
        match found:
            case ChangeFinding():
                return self._changed(self._tracer.change(), method, Part.CHANGE, found)
            case TargetFinding():
                return self._by_step(self._tracer.rating(), method, found, Part.RATING)
            case RankFinding():
                return self._by_step(self._tracer.rank(), method, found, Part.RANK)
            case ComparatorFinding(comparator=comparator) if not isinstance(comparator, Reason):
                return self._by_step(self._tracer.standing(comparator), method, found)
        name = "Comparison" if isinstance(found, ComparatorFinding) else capital(str(found.kind))
        shown = "" if found.text else ", ".join(self._text(it) for it in found.figures)
        return Explained(name, shown, method, self._placed(found), self._facts(found))

    def _number(self, step: Step, found: Quantity | Reason, part: Part) -> Explained:
        method = methods.NO_METHOD if isinstance(found, Reason) else methods.of_quantity(found)
        return Explained(step.what, step.shown, method, _workings(step), step.notes, step, part)

    def _changed(
        self, step: Step, method: Method, part: Part, found: Finding | None = None
    ) -> Explained:
        """A change; its own formula first, then that of the test."""
        tests = [it for it in step.inputs if it.what == "Is the change real?"]
        worked = (*_own(step), *(line for it in tests for line in (*_own(it), *_workings(it)[1:])))
        facts = (
            *step.notes,
            *(note for it in tests for note in it.notes),
            *(self._facts(found) if found else ()),
        )
        return Explained(step.what, step.shown, method, worked, facts, step, part)

    def _by_step(
        self, step: Step, method: Method, found: Finding, part: Part | None = None
    ) -> Explained:
        facts = tuple(dict.fromkeys((*step.notes, *self._facts(found))))
        return Explained(step.what, step.shown, method, _workings(step), facts, step, part)

    def _placed(self, found: Finding) -> tuple[str, ...]:
        """The number between the limits that it was judged by."""
        if isinstance(found, SignalFinding) and found.figures:
            (latest,) = found.figures
            said = [f"latest {self._text(latest)}", f"centre {self._value(found.centre, latest)}"]
            for name, limit in (("lower limit", found.lower), ("upper limit", found.upper)):
                if limit is not None:
                    said.append(f"{name} {self._value(limit, latest)}")
            return ("; ".join(said),)
        if isinstance(found, StandsOutFinding) and isinstance(found.member.value, Quantity):
            value, span = found.member.value, found.expected
            name = self._catalogue.area(found.member.area).name
            ends = f"{self._value(span.lower, value)} to {self._value(span.upper, value)}"
            return (f"{name}: {self._text(value)}; expected {ends}",)
        return ()

    def _facts(self, found: Finding) -> tuple[str, ...]:
        return tuple(it for it in self._each_fact(found) if it)

    def _each_fact(self, found: Finding) -> Iterator[str]:
        yield found.text
        if isinstance(found, ComparatorFinding) and isinstance(found.comparator, Reason):
            yield found.comparator.text
        if isinstance(found.test, Reason):
            yield found.test.text
        elif isinstance(found.test, Test):
            said = p_value_text(found.test)
            yield f"Test: {found.test.name}; {said}, level {found.test.level:g}."
        if found.interval is not None:
            yield self._interval(found, found.interval)
        if found.dispersion is not None and found.dispersion > 1:
            spread = number(found.dispersion, 2)
            yield f"Dispersion allowed for: {spread} (variance over mean; 1 is chance alone)."
        if isinstance(found, BreakFinding):
            yield f"{day(found.at.on)}: {found.at.what}"
            yield f"Source: {found.at.source.rstrip('.')}." if found.at.source else ""
            yield "It blocks the comparison." if found.blocks else ""
        if isinstance(found, RankFinding):
            yield _places(found.rank)
        if isinstance(found, SignalFinding):
            yield f"Chart: {found.chart}; rules: {found.rules}; limits from {found.baseline.label}."
            yield "Adjusted for season." if found.seasonal else "Not adjusted for season."
            if found.expected_false is not None:
                share = number(100 * found.expected_false, 1)
                yield f"Of unchanged series, {share}% would give a signal at the latest point."
        if isinstance(found, StandsOutFinding):
            yield f"Of {found.of} areas; any would be named by chance in {found.false_rate:.0%}."

    def _interval(self, found: Finding, span: Interval) -> str:
        unit = self._indicator.unit
        ends = []
        for end in (span.lower, span.upper):
            points = isinstance(found, ChangeFinding) and unit is Unit.PERCENTAGE
            if points:
                ends.append(f"{number(end, 1, signed=True)} points")
            else:
                ends.append(value_text(end, unit, self._indicator.decimals))
        how = span.method.removeprefix("95% interval (").removesuffix(")")
        return f"{span.level:.0%} interval: {ends[0]} to {ends[1]} ({how})."

    def _text(self, found: Quantity) -> str:
        return value_text(found.value, found.unit, self._indicator.decimals)

    def _value(self, value: float, like: Quantity) -> str:
        return value_text(value, like.unit, max(self._indicator.decimals, 1))


def written(formula: str) -> str:
    """A formula with the signs of print: ``sqrt(phi) +/- x^3`` as ``√(φ) ± x³``."""
    for plain, sign in _SIGNS:
        formula = formula.replace(plain, sign)
    return formula


def _own(step: Step) -> tuple[str, ...]:
    name = step.what if step.what.endswith("?") else f"{step.what}:"
    return tuple(f"{name} {it}" for it in (step.formula, step.rounding) if it)


def _workings(step: Step) -> tuple[str, ...]:
    """The step's own formula, and those of the numbers that are put into it."""
    below = (line for it in step.inputs if it.formula for line in _own(it))
    return tuple(dict.fromkeys((*_own(step), *below)))


def _places(rank: Rank | Reason) -> str:
    if isinstance(rank, Reason):
        return rank.text
    if isinstance(rank.could_be, Reason):
        return rank.could_be.text
    return f"By chance alone it {places_text(rank.could_be)}."
