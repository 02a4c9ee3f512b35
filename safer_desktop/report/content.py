"""What a board paper is made of, before any file format: blocks of text, tables and charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NOT_AVAILABLE = "Not available"
"""What a cell says where there is nothing: no cell is empty."""


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """One printed figure: ``text`` is the number alone, ``sources`` the observations behind it.

    ``sign`` is that of a change (-1, 0, 1; 0 as well where there was no real change), None for
    what is no change. ``subject`` is the name of the thing it belongs to, as texts call it.
    """

    name: str
    text: str
    what: str
    method: str = ""
    period: str = ""
    value: float | None = None
    sources: tuple[int, ...] = ()
    sign: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text a named figure stands."""

    start: int
    end: int
    name: str


class Role(StrEnum):
    """What a paragraph is; each role has one style and, where it counts, one list level."""

    NUMBERED = "numbered"
    LETTERED = "lettered"
    PLAIN = "plain"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Link:
    """The words that carry a link, and its target (https:, mailto: or tel:)."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the stable ``key`` under which it is edited or left out.

    Numbered paragraphs count on through the whole paper; lettered ones, (a) (b), stand under the
    numbered paragraph before them. ``edited``: the words are a person's, not the draft's.
    ``figures`` are the named figures in the text, from left to right.
    """

    key: str
    text: str
    role: Role = Role.NUMBERED
    edited: bool = False
    sources: tuple[int, ...] = ()
    link: Link | None = None
    figures: tuple[Span, ...] = ()


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"


class Shade(StrEnum):
    """What a cell's colour repeats; its words always say it too."""

    NONE = "none"
    GOOD = "good"
    CLOSE = "close"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header; ``share`` is its part of the table's width."""

    header: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words and what its colour repeats."""

    text: str
    shade: Shade = Shade.NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has one cell per column, none of them empty.

    ``row_headers``: the first column names the row. ``width`` is its part of the text's width.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt_text: str
    note: str = ""
    row_headers: bool = True
    width: float = 1.0


class ChartKind(StrEnum):
    """The kinds the paper uses: a line over time, columns, lying bars, lying bars of parts."""

    LINE = "line"
    COLUMNS = "columns"
    BARS = "bars"
    PARTS = "parts"
    """The series of a category are parts of a whole, in percent: one bar, end to end."""


@dataclass(frozen=True, slots=True)
class Series:
    """A named series, one value per category; None is a gap and stays one.

    ``reference``: a benchmark, drawn as a dashed line.
    """

    name: str
    values: tuple[float | None, ...]
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart. ``title`` says the finding, ``caption`` what is shown.

    ``categories`` are month ends on an axis of time, or words. ``emphasis`` is the place of the
    category that is set off from the others, and ``note`` says what the reader must know.
    """

    kind: ChartKind
    title: str
    caption: str
    categories: tuple[date, ...] | tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    value_title: str
    alt_text: str
    note: str = ""
    emphasis: int | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of a scatter from ``low`` to ``high``.

    Its marks are ``step`` apart; where it goes up in multiples, each is ``base`` times the one
    before (0: it does not).
    """

    title: str
    low: float
    high: float
    step: float = 0
    base: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A named point of a scatter; those of one ``group`` have one mark and colour."""

    name: str
    x: float
    y: float
    group: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line across a scatter, named at its first point, which lies at the top."""

    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Scatter:
    """A native chart of points by two numbers. ``title`` says the finding, ``caption`` the rest.

    ``groups`` are in the order of the legend, the first the most serious.
    """

    title: str
    caption: str
    points: tuple[Point, ...]
    groups: tuple[str, ...]
    x: Axis
    y: Axis
    alt_text: str
    curves: tuple[Curve, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A new page from here on, and pages that stand upright or lie on their side."""

    landscape: bool


Block = Heading | Paragraph | Table | Chart | Scatter | Section


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole board paper.

    ``lines`` stand under the title (whose report it is); ``contact`` is for a template's cover.
    ``contents``: it is long enough for a list of its headings. ``figures`` are all named figures
    of its data as they are now, printed or not.
    """

    title: str
    council: str
    board: str
    edition: str
    meeting: str
    agenda_item: str
    author: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    figures: tuple[NamedFigure, ...] = ()
    contact: str = ""
    contents: bool = False

    @property
    def printed(self) -> tuple[NamedFigure, ...]:
        """The figures that its paragraphs print, each once."""
        paragraphs = (it for it in self.blocks if isinstance(it, Paragraph))
        names = {span.name for it in paragraphs for span in it.figures}
        return tuple(it for it in self.figures if it.name in names)
