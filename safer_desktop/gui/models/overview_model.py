"""The dashboard: one row per indicator under its priority."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import change_text, number, quantity_text, value_text
from safer_desktop.domain.evidence import Direction, Quantity, Rank, RatingState, Reason
from safer_desktop.domain.figures import DistrictBars, Figure, Trend
from safer_desktop.domain.indicators import Indicator, Priority
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.gui.charts.limit_icons import icon_words
from safer_desktop.gui.charts.sparkline import sparkline_values, sparkline_words
from safer_desktop.gui.models.overview_words import SHORT_REASONS, tooltip
from safer_desktop.gui.widgets.cells import CHIP_ROLE, GROUP_ROLE, MUTED_ROLE, SPARK_ROLE, Spark
from safer_desktop.gui.widgets.chips import Chip, direction_chip, rating_chip

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns, in order."""

    INDICATOR = 0
    PERIOD = 1
    LATEST = 2
    PREVIOUS = 3
    CHANGE = 4
    COUNTS = 5
    DIRECTION = 6
    RATING = 7
    RANK = 8
    AVERAGE = 9
    MONTHLY = 10
    HIGHEST = 11
    AS_OF = 12


HEADERS = {
    Column.INDICATOR: "Indicator",
    Column.PERIOD: "Period",
    Column.LATEST: "Latest",
    Column.PREVIOUS: "Year\nbefore",
    Column.CHANGE: "Change",
    Column.COUNTS: "Counts\n(before)",
    Column.DIRECTION: "Direction\nof travel",
    Column.RATING: "Against\nthe target",
    Column.RANK: "Rank",
    Column.AVERAGE: "Average",
    Column.MONTHLY: "Course",
    Column.HIGHEST: "Highest\ndistrict",
    Column.AS_OF: "As of",
}

TIPS = {
    Column.PERIOD: "What the latest figure covers",
    Column.LATEST: "In the indicator's own unit; rates are per 1,000",
    Column.PREVIOUS: "The same span, one year earlier",
    Column.CHANGE: "In percent, or in percentage points where the figure is a percentage",
    Column.COUNTS: "How many events stand behind a rate or percentage",
    Column.DIRECTION: "Only what a test bears out",
    Column.RANK: "Position and size of the group; its tool tip says what 1 means",
    Column.AVERAGE: "The comparator's average, in the indicator's unit",
    Column.MONTHLY: "The newest 25 months, quarters or years, each line on its own scale;\n"
    "the icon says what the predicted limits make of the latest point",
    Column.HIGHEST: "The district with the highest figure",
    Column.AS_OF: "The last month that the data cover",
}

_RATED = {RatingState.MET: "Met", RatingState.CLOSE: "Close", RatingState.MISSED: "Missed"}
"""The ratings in short, under a header that names the target."""

_RIGHT = frozenset(
    {
        Column.LATEST,
        Column.PREVIOUS,
        Column.CHANGE,
        Column.COUNTS,
        Column.RANK,
        Column.AVERAGE,
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the workbench says of one indicator."""

    figure: Figure
    trend: Trend
    districts: DistrictBars
    limits: LimitsChart | Reason


class OverviewModel(QAbstractTableModel):
    """Priorities as heading rows, their indicators below; rows fill as their figures come."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._rows: list[Priority | Indicator] = []
        self._said: dict[str, Said] = {}
        self.reset(catalogue)

    def reset(self, catalogue: Catalogue) -> None:
        """Show this catalogue's indicators, none of them with a figure yet."""
        self.beginResetModel()
        self._catalogue = catalogue
        self._said = {}
        self._rows = []
        for priority in catalogue.priorities:
            self._rows += [priority, *catalogue.of_priority(priority.code)]
        self.endResetModel()

    def shows(self, catalogue: Catalogue) -> bool:
        """Whether these are already the rows."""
        return catalogue is self._catalogue

    def show(self, said: Said) -> None:
        """Fill or renew one indicator's row."""
        code = said.figure.indicator
        self._said[code] = said
        row = self.row_of(code)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, indicator: str) -> int:
        """The row of an indicator, or -1."""
        for row, item in enumerate(self._rows):
            if isinstance(item, Indicator) and item.code == indicator:
                return row
        return -1

    def indicator_at(self, row: int) -> Indicator | None:
        """The indicator of a row; None for a priority's heading."""
        item = self._rows[row]
        return item if isinstance(item, Indicator) else None

    def figure_at(self, row: int) -> Figure | None:
        """The figure of a row, once it is there."""
        indicator = self.indicator_at(row)
        said = self._said.get(indicator.code) if indicator else None
        return said.figure if said else None

    def highest_area(self, row: int) -> str:
        """The code of the highest district of a row; empty where there is none."""
        indicator = self.indicator_at(row)
        said = self._said.get(indicator.code) if indicator else None
        top = _highest(said.districts) if said else None
        return top[0] if top else ""

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Priorities and indicators."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many as :class:`Column` has."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The keyboard passes over headings."""
        if index.isValid() and isinstance(self._rows[index.row()], Priority):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """The columns' names, aligned as their cells are."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == _Role.DisplayRole:
            return HEADERS[column]
        if role == _Role.ToolTipRole:
            return TIPS.get(column)
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignBottom
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Text, chip, sparkline and tool tip of a cell."""
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if isinstance(item, Priority):
            return _heading(item, index.column(), role)
        column = Column(index.column())
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        said = self._said.get(item.code)
        if column is Column.INDICATOR and role == _Role.DisplayRole:
            return item.short_name
        if said is None:
            return None
        if role == _Role.ToolTipRole:
            if column is Column.MONTHLY:
                return _course(said, item, self._catalogue)
            return tooltip(said.figure, item)
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            words = _SPOKEN if role == _Role.AccessibleTextRole else _WORDS
            return words[column](said, item, self._catalogue) if column in words else None
        return self._painted(said, item, column, role)

    def _painted(self, said: Said, indicator: Indicator, column: Column, role: int) -> Any:
        figure = said.figure
        if role == CHIP_ROLE and column is Column.DIRECTION:
            said_so = figure.direction is not Direction.CANNOT_SAY
            return direction_chip(figure) if said_so else None
        if role == CHIP_ROLE and column is Column.RATING:
            return _short_rating(figure)
        if role == SPARK_ROLE and column is Column.MONTHLY:
            icon = None if isinstance(said.limits, Reason) else said.limits.variation
            return Spark(*sparkline_values(said.trend), icon)
        if role == MUTED_ROLE:
            return _muted(said, indicator, column, self._catalogue)
        return None


def _heading(priority: Priority, column: int, role: int) -> Any:
    if role == GROUP_ROLE:
        return True
    if role == _Role.DisplayRole and column == Column.INDICATOR:
        return priority.name
    return None


def _muted(said: Said, indicator: Indicator, column: Column, catalogue: Catalogue) -> Any:
    """What stands behind a cell's text in a quieter colour, or True for a quiet cell."""
    figure = said.figure
    match column:
        case Column.INDICATOR if figure.area != catalogue.home and (
            figure.area not in catalogue.districts
        ):
            return catalogue.area(figure.area).short
        case Column.HIGHEST:
            top = _highest(said.districts)
            if top:
                return value_text(top[1].value, said.districts.unit, indicator.decimals)
        case Column.AS_OF:
            return True
        case Column.PERIOD:
            return "late" if figure.stale_days > 0 else True
        case Column.PREVIOUS | Column.COUNTS | Column.AVERAGE:
            return True
        case Column.CHANGE if isinstance(figure.change, Reason):
            return True
        case Column.DIRECTION if figure.direction is Direction.CANNOT_SAY:
            return True
        case Column.RATING if figure.rating.state not in _RATED:
            return True
        case Column.LATEST if isinstance(figure.latest, Reason):
            return True
    return None


def _highest(bars: DistrictBars) -> tuple[str, Quantity] | None:
    if bars.reason is None:
        for bar in bars.bars:
            if isinstance(bar.value, Quantity):
                return bar.area, bar.value
    return None


def _quantity(quantity: Quantity | Reason, indicator: Indicator) -> str:
    if isinstance(quantity, Reason):
        return SHORT_REASONS[quantity.code]
    return quantity_text(quantity, indicator)


def _period(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    latest = said.figure.latest
    return latest.period.short_label if isinstance(latest, Quantity) else ""


def _previous(said: Said, indicator: Indicator, _catalogue: Catalogue) -> str:
    figure = said.figure
    return "" if isinstance(figure.latest, Reason) else _quantity(figure.previous, indicator)


def _change(said: Said, indicator: Indicator, _catalogue: Catalogue) -> str:
    figure = said.figure
    if isinstance(figure.latest, Reason) or isinstance(figure.previous, Reason):
        return ""
    if isinstance(figure.change, Reason):
        return SHORT_REASONS[figure.change.code]
    return change_text(figure.change, indicator)


def _counts(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    """The counts behind a rate or percentage; a count stands in the columns before already."""
    latest, previous = said.figure.latest, said.figure.previous
    if isinstance(latest, Reason) or latest.count is None or latest.unit.value == "count":
        return ""
    before = previous.count if isinstance(previous, Quantity) else None
    return number(latest.count) + (f" ({number(before)})" if before is not None else "")


def _direction(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    figure = said.figure
    if figure.direction is Direction.CANNOT_SAY:
        return "" if isinstance(figure.latest, Reason) else str(Direction.CANNOT_SAY)
    return direction_chip(figure).words


def _rating(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    if isinstance(said.figure.latest, Reason):
        return ""
    chip = _short_rating(said.figure)
    return chip.words if chip else str(said.figure.rating.state)


def _short_rating(figure: Figure) -> Chip | None:
    """None where there is nothing to rate: plain quiet words are enough then."""
    short = _RATED.get(figure.rating.state)
    if short is None:
        return None
    chip = rating_chip(figure)
    return replace(chip, words=chip.words.replace(str(figure.rating.state), short))


def _rank(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    return said.figure.rank.label if isinstance(said.figure.rank, Rank) else ""


def _average(said: Said, indicator: Indicator, _catalogue: Catalogue) -> str:
    if not said.figure.comparators:
        return ""
    return quantity_text(said.figure.comparators[0].value, indicator)


def _highest_name(said: Said, _indicator: Indicator, catalogue: Catalogue) -> str:
    top = _highest(said.districts)
    return catalogue.area(top[0]).short if top else ""


def _as_of(said: Said, _indicator: Indicator, _catalogue: Catalogue) -> str:
    return f"{said.figure.as_of:%b %y}" if said.figure.as_of else ""


def _course(said: Said, indicator: Indicator, _catalogue: Catalogue) -> str:
    words = (sparkline_words(said.trend, indicator.decimals), icon_words(said.limits))
    return " ".join(part for part in words if part)


_Words = Callable[[Said, Indicator, Catalogue], str]

_WORDS: dict[Column, _Words] = {
    Column.PERIOD: _period,
    Column.LATEST: lambda said, indicator, _: _quantity(said.figure.latest, indicator),
    Column.PREVIOUS: _previous,
    Column.CHANGE: _change,
    Column.COUNTS: _counts,
    Column.DIRECTION: _direction,
    Column.RATING: _rating,
    Column.RANK: _rank,
    Column.AVERAGE: _average,
    Column.HIGHEST: _highest_name,
    Column.AS_OF: _as_of,
}
_SPOKEN: dict[Column, _Words] = {
    Column.MONTHLY: _course,
}
