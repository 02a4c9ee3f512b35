"""Recipes: what the tables of a partner's workbook mean, kept so that next quarter's file loads.

A recipe is plain data. ``safer_desktop.loading.reading.read_table(workbook, recipe, catalogue)``
follows it and returns the observations and the problems met, each with its cell;
``safer_desktop.loading.recognise.recipe_for(workbook, recipes)`` knows a partner's next file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from safer_desktop.domain.indicators import Unit
from safer_desktop.loading.extracts import IncidentColumns


class AxisKind(StrEnum):
    """Where the label of a value cell is found."""

    FIXED = "the same for the whole table"
    ROWS = "in the header rows above"
    COLUMNS = "in the columns to the left"
    SECTIONS = "in headings between the rows"
    SHEET = "the name of the sheet"
    CELL = "in one cell, such as a title"


@dataclass(frozen=True, slots=True)
class Axis:
    """Where the period, area or indicator of each value cell is found.

    ROWS: ``lines`` are header rows; a value's label stands in its own column there, a blank cell
    takes the label on its left. COLUMNS: ``lines`` are label columns; a value's label stands in
    its own row there, a blank cell takes the label above it. A blank cell takes no label from
    beyond a merged cell, nor where a label further out begins anew. SECTIONS: ``lines`` are columns
    with headings that stand alone in their row, and hold for the rows below up to the next one.
    Several lines are read outermost first and joined (:data:`JOIN` for areas and indicators, a
    space for periods). FIXED: ``fixed`` is the code of the area or indicator, or the period in
    words. CELL: ``lines`` is the row and the column of a cell in whose text the period is named.
    All counted from 0. ``also`` is where the label goes on: a year in the sheet's name and months
    in a header row, offences in a label column and measures in a header row.
    """

    kind: AxisKind
    lines: tuple[int, ...] = ()
    fixed: str = ""
    also: Axis | None = None

    @property
    def parts(self) -> tuple[Axis, ...]:
        """This and all that follows by ``also``."""
        return (self, *(self.also.parts if self.also else ()))

    @property
    def is_fixed(self) -> bool:
        """Whether the recipe alone says it, for the whole table."""
        return self.kind is AxisKind.FIXED and self.also is None

    def has(self, kind: AxisKind) -> bool:
        """Whether a part is of this kind."""
        return any(part.kind is kind for part in self.parts)


JOIN = " | "
"""Stands between the parts of a label that is made of several header cells."""


class Role(StrEnum):
    """What the numbers under an indicator's label are to the indicator."""

    VALUE = "the figure itself"
    NUMERATOR = "the number counted (numerator)"
    DENOMINATOR = "out of how many (denominator)"


class Scale(StrEnum):
    """How percentages are written in the table; a percent sign or format always tells by itself."""

    PERCENT = "37 means 37%"
    FRACTION = "0.37 means 37%"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A header text that has to stand in this cell for the recipe to hold; counted from 0."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class TableRecipe:
    """One table: where its value cells lie and what their labels mean.

    Rows and columns are those of value cells, counted from 0, both ends inside. A table whose
    labels run on beyond ``last_row`` or ``last_column`` in a later file is read to its new end
    (``grows_down``, ``grows_right``). ``areas`` and ``indicators`` take a label to a code, or to
    ``""`` for a label to be left out; ``periods`` takes a label to the period in words, or to
    ``""``, and is only needed where the label does not speak for itself. Labels without an entry
    in ``areas`` are matched by name and ONS code; what then is no area of the catalogue is a
    problem, or with ``only_known_areas`` is passed over. ``units``, ``roles`` go by indicator
    label (for a FIXED indicator: its code); without an entry they are the indicator's own unit and
    the figure itself. ``period_hint`` is words of
    :class:`safer_desktop.loading.periods.PeriodHint`.
    """

    sheet: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int
    period: Axis
    area: Axis
    indicator: Axis
    anchors: tuple[Anchor, ...] = ()
    areas: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    ignored_rows: tuple[int, ...] = ()
    ignored_columns: tuple[int, ...] = ()
    period_hint: str = ""
    scale: Scale = Scale.PERCENT
    only_known_areas: bool = False
    grows_down: bool = True
    grows_right: bool = True

    @property
    def axes(self) -> tuple[Axis, ...]:
        """All parts of the period's, the area's and the indicator's axis."""
        return (*self.period.parts, *self.area.parts, *self.indicator.parts)

    def lines(self, *kinds: AxisKind) -> tuple[int, ...]:
        """The header rows (or label columns) of these kinds on any axis, each once, in order."""
        found = {line for axis in self.axes if axis.kind in kinds for line in axis.lines}
        return tuple(sorted(found))

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The rows above the values that hold labels."""
        return self.lines(AxisKind.ROWS)

    @property
    def label_columns(self) -> tuple[int, ...]:
        """The columns beside the values that hold labels, or headings between the rows."""
        return self.lines(AxisKind.COLUMNS, AxisKind.SECTIONS)

    @property
    def top(self) -> int:
        """The first row that belongs to the table, be it of labels or of values."""
        return min((self.first_row, *self.header_rows))


@dataclass(frozen=True, slots=True)
class SeenMeasure:
    """How the numbers under one label were written; none of the numbers is kept.

    ``number_format`` is the commonest one, ``percent`` tells that a percent sign was shown,
    ``whole`` that all were whole numbers. ``magnitude`` is the power of ten of the middle number
    (2 for 431), ``None`` where all were zero or missing.
    """

    number_format: str = ""
    percent: bool = False
    whole: bool = True
    magnitude: int | None = None


@dataclass(frozen=True, slots=True)
class SeenTable:
    """What the words around a table's figures were in the last file.

    ``texts`` has titles, headings, units, labels and notes by their cell's address; ``areas``,
    ``indicators`` and ``periods`` the labels of each axis with their cell (empty for none).
    ``measures`` goes by the indicator's label. ``hidden`` names hidden rows and columns of the
    table as a person would (``row 5``), and ``sheet`` if the sheet itself is hidden.
    """

    sheet: str
    last_row: int
    last_column: int
    texts: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    measures: dict[str, SeenMeasure] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What the last file looked like that a recipe read, so that the next can be compared.

    ``tables`` goes beside the recipe's tables. ``sheets`` are the names of all its sheets.
    """

    file: str
    sheets: tuple[str, ...]
    tables: tuple[SeenTable, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a partner's file means. ``file_pattern`` is its name without dates and numbers.

    ``version`` goes up by one at every change of the recipe. ``seen`` is what the last file looked
    like; it is renewed at every load and is no change of the recipe. A recipe for raw incident
    extracts has ``incidents`` and no tables.
    """

    code: str
    name: str
    partner: str
    tables: tuple[TableRecipe, ...]
    file_pattern: str = ""
    version: int = 1
    seen: Seen | None = None
    incidents: IncidentColumns | None = None

    @property
    def title(self) -> str:
        """Name and version, as a source file records it: ``Police monthly (version 2)``."""
        return f"{self.name} (version {self.version})"
