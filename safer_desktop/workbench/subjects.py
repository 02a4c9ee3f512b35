"""What 'Where does this come from?' can be asked about: names of things that the screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.periods import Period
from safer_desktop.risk.chain import MatrixPart
from safer_desktop.workbench.matrices import MatrixSpan


@dataclass(frozen=True, slots=True)
class FigureOf:
    """A part of an indicator's figure in an area (codes)."""

    indicator: str
    area: str
    part: Part = Part.WHOLE


@dataclass(frozen=True, slots=True)
class ComparatorOf:
    """A benchmark of a figure, by its group (empty: the county) and who worked it out.

    ``standing``: the area's place against it, instead of its value.
    """

    indicator: str
    area: str
    group: str
    given: bool
    standing: bool = False


@dataclass(frozen=True, slots=True)
class MemberOf:
    """One area's figure in the ranking that a figure stands in."""

    indicator: str
    area: str
    member: str


@dataclass(frozen=True, slots=True)
class HistoryOf:
    """One of the longer periods that the source itself gives."""

    indicator: str
    area: str
    period: Period
    unit: Unit


@dataclass(frozen=True, slots=True)
class CourseOf:
    """An indicator's trend: its points, or its rolling 12 months; one of them by its period."""

    indicator: str
    area: str
    rolling: bool = False
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class DistrictOf:
    """A district's bar, or the county beside the districts."""

    indicator: str
    area: str


@dataclass(frozen=True, slots=True)
class MatrixOf:
    """A number of the risk/harm matrix, by the incident type's code.

    Without a span, as counted for the edition. ``factor``: the code of the factor whose score
    ``part`` asks about.
    """

    area: str
    incident_type: str
    part: MatrixPart = MatrixPart.ROW
    span: MatrixSpan | None = None
    factor: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphOf:
    """A paragraph of the paper by its key; ``figure`` is the text in it that is asked about."""

    key: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class LoadOf:
    """All that a file brought."""

    load: int


@dataclass(frozen=True, slots=True)
class CellsOf:
    """Single observations by their ids; ``title`` says what they are together."""

    ids: tuple[int, ...]
    title: str


Subject = (
    FigureOf
    | ComparatorOf
    | MemberOf
    | HistoryOf
    | CourseOf
    | DistrictOf
    | MatrixOf
    | ParagraphOf
    | LoadOf
    | CellsOf
)


def explained_figure(subject: Subject) -> tuple[str, str] | None:
    """Indicator and area (empty: the county) of the figure that a subject belongs to."""
    match subject:
        case FigureOf() | ComparatorOf() | MemberOf() | HistoryOf() | CourseOf() | DistrictOf():
            return subject.indicator, subject.area
        case ParagraphOf(key=key) if key.startswith("indicator:"):
            return key.removeprefix("indicator:"), ""
    return None
