"""'Where does this come from?': the chain behind anything that the screen shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safer_desktop.analysis.chain import Tracer, missing
from safer_desktop.analysis.chain_figure import FigureTracer, Part
from safer_desktop.analysis.chain_groups import member_step
from safer_desktop.analysis.explain import Explained, explained
from safer_desktop.domain.chain import Step
from safer_desktop.domain.display import number
from safer_desktop.domain.evidence import Quantity, Rank, Reason, ReasonCode
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import SIGNALS, FindingKind
from safer_desktop.domain.observations import StoredObservation
from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.risk.chain import MatrixTracer
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.live_fields import fields_of
from safer_desktop.workbench.matrices import MatrixSpan
from safer_desktop.workbench.subjects import (
    CellsOf,
    ComparatorOf,
    CourseOf,
    DistrictOf,
    FigureOf,
    HistoryOf,
    LoadOf,
    MatrixOf,
    MemberOf,
    ParagraphOf,
    Subject,
    explained_figure,
)

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

_GONE = Reason(ReasonCode.NO_DATA, "The pack no longer has this.")
_STANDING = "This is standing text: it has no figures from the data."
_OWN_WORDS = (
    "The words are your own and may say other numbers; these are the figures that the draft has."
)
_FROM_START = "It has not been changed since the pack was made."
_DIGITS = re.compile(r"[\d,.]*\d")


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain under its title. ``at`` is the step that was asked about, most often ``root``."""

    title: str
    root: Step
    at: Step


@dataclass(frozen=True, slots=True)
class Explanation:
    """How everything in a figure was worked out; ``at`` is the place of what was asked about."""

    title: str
    items: tuple[Explained, ...]
    at: int


def explanation(bench: Workbench, subject: Subject) -> Explanation | None:
    """How a subject's figure was worked out; None for what is no indicator's figure."""
    return _Chains(bench).explanation(subject)


def chain(bench: Workbench, subject: Subject) -> Chain:
    """The chain behind a subject, down to single observations.

    A subject that the pack no longer has gives a chain that says so.
    """
    chains = _Chains(bench)
    match subject:
        case FigureOf():
            return chains.figure(subject)
        case ComparatorOf() | MemberOf() | HistoryOf() | CourseOf() | DistrictOf():
            return chains.beside(subject)
        case MatrixOf():
            return chains.matrix(subject)
        case ParagraphOf():
            return chains.paragraph(subject)
        case LoadOf():
            return chains.load(subject.load)
        case CellsOf():
            return chains.cells(subject.title, subject.ids)


class _Chains:
    """Finds what a subject names, and has its chain made."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        names = {load.id: load.file.name for load in bench.loads()}
        self._known: dict[int, StoredObservation] = {}
        self._tracer = Tracer(bench.dataset, self._look, names.__getitem__)

    def figure(self, subject: FigureOf) -> Chain:
        """A part of a figure."""
        name = self._name(subject.indicator, subject.area)
        if not name:
            return _gone(subject.indicator)
        step = self._of_figure(subject.indicator, subject.area).part(subject.part)
        return _titled(name, step)

    def explanation(self, subject: Subject) -> Explanation | None:
        """How everything in the subject's figure was worked out."""
        found = explained_figure(subject)
        catalogue = self._bench.catalogue
        if found is None or not catalogue.has_indicator(found[0]):
            return None
        code, area = found[0], found[1] or catalogue.home
        tracer, figure = self._of_figure(code, area), self._bench.figure(code, area)
        items = explained(tracer, figure, catalogue.indicator(code), catalogue)
        return Explanation(self._name(code, area), items, self._asked(subject, items))

    def _asked(self, subject: Subject, items: Sequence[Explained]) -> int:
        """The place of the item that the subject means."""
        part = subject.part if isinstance(subject, FigureOf) else None
        part = _TOLD_WITH.get(part, part) if part else part
        what = ""
        if isinstance(subject, ComparatorOf):
            what = self.beside(subject).root.what
        elif isinstance(subject, MemberOf):
            part = Part.RANK
        limits = isinstance(subject, CourseOf) and not subject.rolling
        places = (
            place
            for place, item in enumerate(items)
            if (part and item.part is part)
            or (what and item.step and item.step.what == what)
            or (limits and item.what.casefold() in _LIMITS)
        )
        return next(places, 0)

    def beside(self, subject: ComparatorOf | MemberOf | HistoryOf | CourseOf | DistrictOf) -> Chain:
        """What stands beside a figure: benchmarks, other areas, earlier periods, the trend."""
        name = self._name(subject.indicator, subject.area)
        if not name:
            return _gone(subject.indicator)
        match subject:
            case DistrictOf():
                return _titled(name, self._district(subject))
            case CourseOf():
                return _titled(name, self._course(subject))
        figure = self._bench.figure(subject.indicator, subject.area)
        tracer = FigureTracer(self._tracer, figure)
        match subject:
            case ComparatorOf():
                show = tracer.standing if subject.standing else tracer.comparator
                key = (subject.group, subject.given)
                found = [show(c) for c in figure.comparators if (c.group, c.given) == key]
            case MemberOf():
                members = figure.rank.members if isinstance(figure.rank, Rank) else ()
                found = [tracer.member(m) for m in members if m.area == subject.member]
            case HistoryOf():
                wanted = (subject.period, subject.unit)
                found = [tracer.history(q) for q in figure.history if (q.period, q.unit) == wanted]
        return _titled(name, found[0] if found else None)

    def matrix(self, subject: MatrixOf) -> Chain:
        """A number of the risk/harm matrix."""
        bench = self._bench
        matrix = bench.matrix(subject.area, subject.span)
        rows = {row.type.code: row for row in matrix.rows}
        row = rows.get(subject.incident_type)
        if row is None:
            return _gone(subject.incident_type)
        counts = self._counts(subject.area, subject.span)
        tracer = MatrixTracer(matrix.rows, matrix.scheme, counts, self._entered)
        return _titled(
            f"Risk/harm matrix, {matrix.title}", tracer.part(row, subject.part, subject.factor)
        )

    def paragraph(self, subject: ParagraphOf) -> Chain:
        """The figures of a paragraph of the paper."""
        paragraphs = {it.key: it for it in self._bench.paragraphs()}
        paragraph = paragraphs.get(subject.key)
        if paragraph is None:
            return _gone(subject.key)
        steps = (*self._of_paragraph(subject.key), *self._of_fields(paragraph))
        notes = [paragraph.drafted]
        if paragraph.edited:
            notes.insert(0, _OWN_WORDS)
        if not steps:
            notes.append(_STANDING)
        root = Step(f"A paragraph of '{paragraph.title}'", "", notes=tuple(notes), inputs=steps)
        found = find(root, subject.figure) if subject.figure else None
        return Chain(root.what, root, found or root)

    def load(self, number_of: int) -> Chain:
        """All that a file brought."""
        loads = {load.id: load for load in self._bench.loads()}
        if number_of not in loads:
            return _gone("File")
        load = loads[number_of]
        ids = self._bench.observation_ids(number_of)
        inputs = self._tracer.cells(ids)
        shown = "1 figure" if len(ids) == 1 else f"{number(len(ids))} figures"
        notes = ("The file was taken back: its figures do not count.",) if load.withdrawn else ()
        root = Step(load.file.name, shown, notes=notes, inputs=inputs)
        return Chain(load.file.name, root, root)

    def cells(self, title: str, ids: Sequence[int]) -> Chain:
        """Single observations."""
        root = Step(title, "", inputs=self._tracer.cells(ids))
        return Chain(title, root, root)

    def _look(self, ids: Sequence[int]) -> tuple[StoredObservation, ...]:
        """Observations by their ids, each read from the pack once."""
        new = [number for number in ids if number not in self._known]
        if new:
            self._known.update((stored.id, stored) for stored in self._bench.observations(new))
        return tuple(self._known[number] for number in ids)

    def _name(self, indicator: str, area: str) -> str:
        catalogue = self._bench.catalogue
        if not (catalogue.has_indicator(indicator) and catalogue.has_area(area)):
            return ""
        return f"{catalogue.indicator(indicator).name}, {catalogue.area(area).name}"

    def _of_figure(self, indicator: str, area: str) -> FigureTracer:
        return FigureTracer(self._tracer, self._bench.figure(indicator, area))

    def _course(self, subject: CourseOf) -> Step | None:
        tracer = self._of_figure(subject.indicator, subject.area)
        trend = self._bench.trend(subject.indicator, subject.area)
        if subject.period is None:
            return tracer.course(trend, rolling=subject.rolling)
        points = trend.rolling if subject.rolling else trend.points
        found = (point for point in points if point.period == subject.period)
        steps = (tracer.point(trend, point, rolling=subject.rolling) for point in found)
        return next(steps, None)

    def _district(self, subject: DistrictOf) -> Step | None:
        catalogue = self._bench.catalogue
        bars = self._bench.districts(subject.indicator)
        for member in (*bars.bars, bars.county):
            if member.area == subject.area:
                indicator = catalogue.indicator(subject.indicator)
                return member_step(self._tracer, "", member, indicator)
        return None

    def _counts(self, area: str, span: MatrixSpan | None = None) -> dict[str, Step]:
        """The chains of the matrix's counts that come from the data."""
        bench, found = self._bench, {}
        for kind in bench.incident_types:
            count = bench.incident_count(kind, area, span)
            if isinstance(count, Quantity):
                indicator = bench.catalogue.indicator(kind.indicator)
                found[kind.code] = self._tracer.quantity("", count, indicator, area)
        return found

    def _entered(self, code: str, field: str) -> str:
        """Who entered a field of an incident type."""
        for row in self._bench.audit(RecordRef(RecordKind.INCIDENT_TYPE, code)):
            if row.field in (field, ""):
                why = f" Reason: {row.why}" if row.why else ""
                return f"Entered by {row.who} on {row.at:%d %B %Y}.{why}"
        return _FROM_START

    def _of_paragraph(self, key: str) -> Iterator[Step]:
        bench = self._bench
        home = bench.catalogue.home
        kind, _, rest = key.partition(":")
        if kind == "indicator":
            yield from self._of_figure(rest, home).whole().inputs
        elif kind == "summary":
            yield from self._of_summary(rest)
        elif key == "future:observation":
            matrix = bench.matrix(home)
            tracer = MatrixTracer(matrix.rows, matrix.scheme, self._counts(home), self._entered)
            yield from (tracer.row(row) for row in matrix.rows)

    def _of_fields(self, paragraph: DraftParagraph) -> Iterator[Step]:
        """The figures that the author's own words hold as live fields."""
        if not paragraph.edited:
            return
        fields = fields_of(self._bench)
        found = fields.expand(paragraph.typed).fields
        own = paragraph.key.removeprefix("indicator:")
        for code in dict.fromkeys(it.indicator for it in found if not it.fault):
            if code != own:
                yield self._of_figure(code, self._bench.catalogue.home).whole()

    def _of_summary(self, rest: str) -> Iterator[Step]:
        from safer_desktop.analysis.overall import overall

        bench = self._bench
        home = bench.catalogue.home
        found = bench.figures(home)
        said = overall(found, bench.catalogue, home, bench.edition)
        for name, words in _HEAPS.items():
            figures = tuple(found[code] for code in getattr(said, name))
            if figures and (rest in ("overall", name) or (rest == "others" and name in _OTHERS)):
                steps = tuple(self._direction(figure) for figure in figures)
                yield Step(words, number(len(figures)), float(len(figures)), inputs=steps)
        if rest == "targets":
            for figure in found.values():
                yield self._renamed(figure, FigureTracer(self._tracer, figure).rating())

    def _direction(self, figure: Figure) -> Step:
        tracer = FigureTracer(self._tracer, figure)
        if isinstance(figure.latest, Reason):
            return self._renamed(figure, tracer.latest())
        return self._renamed(figure, tracer.direction())

    def _renamed(self, figure: Figure, step: Step) -> Step:
        return replace(step, what=self._name(figure.indicator, figure.area))


_LIMITS = {str(kind).casefold() for kind in (*SIGNALS, FindingKind.WITHIN_LIMITS)}
_TOLD_WITH = {Part.COUNTS: Part.LATEST, Part.DIRECTION: Part.CHANGE}
_HEAPS = {
    "worse": "Got worse",
    "better": "Got better",
    "moved": "Moved, neither better nor worse",
    "stable": "Showed no real change",
    "unclear": "Direction cannot be said",
    "absent": "No figure",
}
_OTHERS = ("moved", "stable", "unclear", "absent")


def find(root: Step, text: str) -> Step | None:
    """The step nearest to the root that shows the number in this text, its sign aside."""
    wanted = _DIGITS.search(text)
    level = [root]
    while wanted and level:
        for step in level:
            shown = _DIGITS.search(step.shown)
            if shown and shown[0] == wanted[0]:
                return step
        level = [below for step in level for below in step.inputs]
    return None


def _titled(name: str, step: Step | None) -> Chain:
    if step is None:
        return _gone(name)
    title = name if step.what == name else f"{name} \N{EN DASH} {step.what}"
    return Chain(title, step, step)


def _gone(name: str) -> Chain:
    root = missing(name, _GONE, "none")
    return Chain(name, root, root)
