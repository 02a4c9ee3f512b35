"""The chain behind a whole figure: all its parts in reading order, each down to its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from safer_desktop.analysis.chain import Tracer, capital, missing
from safer_desktop.analysis.chain_change import change_step
from safer_desktop.analysis.chain_groups import (
    comparator_step,
    member_step,
    rank_step,
    standing_step,
)
from safer_desktop.analysis.change import direction_of
from safer_desktop.analysis.quantities import as_quantity, quantity
from safer_desktop.analysis.rating import rate
from safer_desktop.analysis.subject import described_area
from safer_desktop.domain.chain import Step
from safer_desktop.domain.display import direction_text, number, period_text, quantity_text
from safer_desktop.domain.evidence import (
    Comparator,
    MemberValue,
    Quantity,
    RatingState,
    Reason,
    TrendPoint,
)
from safer_desktop.domain.figures import Figure, Trend
from safer_desktop.domain.indicators import Indicator, TargetKind

_FROM_PREVIOUS = (TargetKind.BELOW_PREVIOUS, TargetKind.ABOVE_PREVIOUS)
_DIRECTION_RULE = (
    "Rising or falling is said where chance alone would rarely give the change (p below 0.05) and "
    "the printed figures differ; else there is no real change."
)


class Part(StrEnum):
    """What of an indicator's figure is asked about."""

    WHOLE = "the whole figure"
    LATEST = "latest"
    PREVIOUS = "a year before"
    CHANGE = "change"
    COUNTS = "counts"
    DIRECTION = "direction of travel"
    RATING = "rating"
    RANK = "rank"
    WHOLE_YEAR = "last whole year"
    YEAR_BEFORE = "the year before it"
    YEARS_CHANGE = "change of whole years"


_ANNUAL = (Part.WHOLE_YEAR, Part.YEAR_BEFORE, Part.YEARS_CHANGE)


class FigureTracer:
    """Makes the chains of the parts of one figure."""

    def __init__(self, tracer: Tracer, figure: Figure) -> None:
        self._tracer = tracer
        self._figure = figure
        catalogue = tracer.dataset.catalogue
        self._indicator: Indicator = catalogue.indicator(figure.indicator)
        self._area = described_area(tracer.dataset, self._indicator, figure.area)

    def part(self, part: Part) -> Step | None:
        """The chain of one part; None where the figure has none."""
        if part in _ANNUAL:
            return self.annual()[_ANNUAL.index(part)] if self._figure.annual else None
        return {
            Part.WHOLE: self.whole,
            Part.LATEST: self.latest,
            Part.PREVIOUS: self.previous,
            Part.CHANGE: self.change,
            Part.COUNTS: self.counts,
            Part.DIRECTION: self.direction,
            Part.RATING: self.rating,
            Part.RANK: self.rank,
        }[part]()

    def whole(self) -> Step:
        """All parts of the figure."""
        figure = self._figure
        name = f"{self._indicator.name}, {self._tracer.area_name(self._area)}"
        notes = (self._indicator.definition, *figure.notes)
        shown = quantity_text(figure.latest, self._indicator)
        if isinstance(figure.latest, Reason):
            notes = (figure.latest.text, *notes)
        return Step(name, shown, notes=notes, inputs=tuple(self._parts()))

    def latest(self) -> Step:
        """The latest figure."""
        return self._quantity("Latest", self._figure.latest)

    def previous(self) -> Step:
        """The like figure a year before."""
        return self._quantity("A year before", self._figure.previous)

    def change(self) -> Step:
        """The change between the two, and its test."""
        figure = self._figure
        return change_step(
            self._tracer,
            "Change",
            figure.change,
            figure.previous,
            figure.latest,
            self._indicator,
            self._area,
        )

    def counts(self) -> Step:
        """The counts behind the latest figure and the one a year before."""
        steps = []
        for found in (self._figure.latest, self._figure.previous):
            if isinstance(found, Quantity) and found.count is not None:
                step = self._tracer.events(found, self._indicator, self._area)
                steps.append(replace(step, what=f"{step.what}, {period_text(found.period)}"))
        if not steps:
            return Step("Counts", "none", notes=("The source gives no counts.",))
        shown = steps[0].shown + (f" ({steps[1].shown})" if len(steps) > 1 else "")
        return Step("Counts, latest and before", shown, inputs=tuple(steps))

    def direction(self) -> Step:
        """The direction of travel."""
        figure, indicator = self._figure, self._indicator
        again = direction_of(indicator, figure.change, figure.previous, figure.latest)
        judged = f"Of this indicator, {indicator.polarity}. {indicator.polarity_reason}".strip()
        return Step(
            what="Direction of travel",
            shown=direction_text(figure),
            result=str(figure.direction),
            again=str(again),
            notes=(_DIRECTION_RULE, judged),
            inputs=(self.change(),),
        )

    def rating(self) -> Step:
        """The rating against the target."""
        figure, target = self._figure, self._indicator.target
        again = rate(
            self._indicator, figure.latest, figure.previous, figure.change, figure.comparators
        )
        inputs = [self.latest()]
        if target.kind in _FROM_PREVIOUS:
            inputs.append(self.previous())
        if target.kind is TargetKind.BELOW_COMPARATOR and figure.comparators:
            inputs.append(
                comparator_step(self._tracer, figure.comparators[0], self._indicator, self._area)
            )
        notes: tuple[str, ...] = (figure.rating.why,)
        if figure.rating.state is not RatingState.NO_TARGET:
            words = "The printed figures are judged, so that every reader comes to the same end."
            notes = (*notes, f"Target: {figure.rating.target}.", words)
        return Step(
            what="Rating against the target",
            shown=str(figure.rating.state),
            result=f"{figure.rating.state}: {figure.rating.why}",
            again=f"{again.state}: {again.why}",
            notes=notes,
            inputs=tuple(inputs),
        )

    def rank(self) -> Step:
        """The rank, with every member's figure."""
        return rank_step(self._tracer, self._figure.rank, self._indicator, self._area)

    def comparator(self, comparator: Comparator) -> Step:
        """A benchmark's value."""
        return comparator_step(self._tracer, comparator, self._indicator, self._area)

    def standing(self, comparator: Comparator) -> Step:
        """The area's place against a benchmark."""
        latest = self._figure.latest
        assert isinstance(latest, Quantity)
        return standing_step(self._tracer, comparator, latest, self._indicator, self._area)

    def member(self, member: MemberValue) -> Step:
        """One area's figure in the ranking."""
        name = self._tracer.area_name(member.area)
        return member_step(self._tracer, name, member, self._indicator)

    def annual(self) -> tuple[Step, ...]:
        """The last two whole years beside a part year, and their change."""
        annual = self._figure.annual
        if annual is None:
            return ()
        return (
            self._quantity("Last whole year", annual.latest),
            self._quantity("The year before it", annual.previous),
            change_step(
                self._tracer,
                "Change of whole years",
                annual.change,
                annual.previous,
                annual.latest,
                self._indicator,
                self._area,
            ),
        )

    def history(self, found: Quantity) -> Step:
        """One of the longer periods that the source itself gives."""
        return self._quantity("Given by the source", found)

    def point(self, trend: Trend, point: TrendPoint, *, rolling: bool) -> Step:
        """One point of the figure's trend, or of its rolling line."""
        dataset, indicator = self._tracer.dataset, self._indicator
        found: Quantity | Reason
        if rolling:
            found = quantity(dataset, indicator, self._area, point.period)
        else:
            unit = trend.point_unit
            reading = dataset.reading(indicator.code, self._area, unit, point.period)
            found = reading if isinstance(reading, Reason) else as_quantity(reading, unit)
        if isinstance(found, Reason):
            return missing(period_text(point.period), found, "missing")
        return replace(self._quantity("", found), result=point.value)

    def course(self, trend: Trend, *, rolling: bool) -> Step:
        """Every point of the figure's trend, or of its rolling line."""
        points = trend.rolling if rolling else trend.points
        steps = tuple(self.point(trend, point, rolling=rolling) for point in points)
        return Step(
            "Rolling 12 months" if rolling else "Course", f"{len(points)} points", inputs=steps
        )

    def _parts(self) -> Iterator[Step]:
        yield self.latest()
        if isinstance(self._figure.latest, Quantity):
            yield self.previous()
            yield self.change()
            yield self.direction()
        yield from self.annual()
        yield from map(self.standing, self._figure.comparators)
        if self._figure.no_comparator is not None:
            yield missing("Comparator", self._figure.no_comparator, "none")
        yield self.rank()
        yield self.rating()
        if self._figure.history:
            steps = tuple(map(self.history, self._figure.history))
            yield Step("Longer periods that the source gives", number(len(steps)), inputs=steps)
        yield from self._beside()

    def _beside(self) -> Iterator[Step]:
        """Findings that rest on other observations than the figure's own numbers."""
        told = {number for found in self._figure.quantities for number in found.sources}
        for finding in self._figure.findings:
            if not told.issuperset(finding.sources):
                told.update(finding.sources)
                notes = (finding.text,) if finding.text else ()
                cells = self._tracer.cells(finding.sources)
                yield Step(capital(finding.kind), "", notes=notes, inputs=cells)

    def _quantity(self, what: str, found: Quantity | Reason) -> Step:
        return self._tracer.quantity(what, found, self._indicator, self._area)
