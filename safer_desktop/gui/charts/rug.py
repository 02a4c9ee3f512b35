"""The tartan rug: every indicator by every area, each crossing coloured and worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import average_name
from safer_desktop.domain.evidence import MemberValue, Standing
from safer_desktop.domain.figures import DistrictBars, Figure
from safer_desktop.domain.indicators import Indicator, Polarity
from safer_desktop.gui.charts import words
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart
from safer_desktop.gui.charts.palette import ChartColours, Tone
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import Against, AreaName, ChartTable, shortened

_TEXT_PIXELS = 12
_HEAD = 36.0
_ROW, _LEAST_ROW, _MOST_ROW = 30.0, 20.0, 40.0
_NAMES = 150.0
_GAP = 2.0
_UP = "\N{BLACK UP-POINTING TRIANGLE}"
_DOWN = "\N{BLACK DOWN-POINTING TRIANGLE}"
_STANDING = {
    Standing.ABOVE: Against.HIGHER,
    Standing.BELOW: Against.LOWER,
    Standing.SIMILAR: Against.SAME,
}


class Judged(StrEnum):
    """What a crossing says, in words."""

    WORSE = "Worse"
    BETTER = "Better"
    HIGHER = "Higher"
    LOWER = "Lower"
    SAME = "No real diff."
    UNSAID = "Cannot say"


_TONES = {Judged.WORSE: Tone.BAD, Judged.BETTER: Tone.GOOD}


@dataclass(frozen=True, slots=True)
class RugCell:
    """One indicator in one area: where it stands, what that means, and the sentence for it."""

    indicator: str
    area: str
    against: Against
    judged: Judged
    sentence: str

    @property
    def text(self) -> str:
        """``▲ Worse``: the shape tells the side, the word the meaning."""
        match self.against:
            case Against.HIGHER:
                return f"{_UP} {self.judged}"
            case Against.LOWER:
                return f"{_DOWN} {self.judged}"
            case Against.SAME:
                return f"= {self.judged}"
            case Against.UNTESTED:
                return f"\N{EN DASH} {self.judged}"


@dataclass(frozen=True, slots=True)
class RugRow:
    """One indicator over all areas, the county first."""

    indicator: Indicator
    cells: tuple[RugCell, ...]


def rug_row(
    indicator: Indicator,
    county: Figure,
    bars: DistrictBars,
    districts: Sequence[str],
    area_name: AreaName,
) -> RugRow:
    """The county against its first comparator, each district against the county.

    Both are read off what the figure and the district bars say already.
    """
    members = {bar.area: bar for bar in bars.bars}
    cells = [_county_cell(indicator, county, bars.county.area, area_name)]
    cells.extend(
        _district_cell(indicator, code, members.get(code), bars, area_name) for code in districts
    )
    return RugRow(indicator, tuple(cells))


def rug_title(rows: Sequence[RugRow], area_name: AreaName) -> str:
    """Which district is worse than the county most often."""
    worse: dict[str, int] = {}
    for row in rows:
        for cell in row.cells[1:]:
            worse[cell.area] = worse.get(cell.area, 0) + (cell.judged is Judged.WORSE)
    most = max(worse.values(), default=0)
    if not most:
        return "No district is worse than the county by more than chance"
    names = [area_name(code) for code, count in worse.items() if count == most]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    times = "one indicator" if most == 1 else f"{most} indicators"
    each = " each" if len(names) > 1 else ""
    return f"Worse than the county most often: {listed}, on {times}{each}"


def rug_alt_text(rows: Sequence[RugRow], area_name: AreaName) -> str:
    """What stands out, district by district, in a few sentences."""
    about = (
        f"Tartan rug of {len(rows)} indicators: the county against its comparator, each district"
    )
    sentences = [f"{about} against the county."]
    areas = [cell.area for cell in rows[0].cells] if rows else []
    for place, code in enumerate(areas):
        for judged in (Judged.WORSE, Judged.BETTER):
            names = [r.indicator.short_name for r in rows if r.cells[place].judged is judged]
            if names:
                sentences.append(f"{area_name(code)} {judged.lower()}: {', '.join(names)}.")
    return shortened(" ".join(sentences))


def rug_table(rows: Sequence[RugRow], area_name: AreaName) -> ChartTable:
    """The rug in words: a row for each indicator."""
    areas = [area_name(cell.area) for cell in rows[0].cells] if rows else []
    told = tuple(
        (row.indicator.short_name, *(f"{c.judged} ({c.against})" for c in row.cells))
        for row in rows
    )
    return ChartTable(("Indicator", *areas), told)


class TartanRug(PaintedChart):
    """Rows of :class:`RugRow`; arrows move the cursor, Enter or a double click opens a crossing."""

    opened = Signal(str, str)
    """Codes of the indicator and the area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RugRow, ...] = ()
        self._area_name: AreaName = str

    def show_rug(self, rows: Sequence[RugRow], area_name: AreaName) -> None:
        """Show these rows."""
        self._rows, self._area_name = tuple(rows), area_name
        self.content_changed()

    @property
    def cells(self) -> tuple[RugCell, ...]:
        """All crossings in reading order, as their spots are."""
        return tuple(cell for row in self._rows for cell in row.cells)

    @property
    def picture_height(self) -> int:
        """The height that a picture of all rows needs."""
        return round(_HEAD + _ROW * len(self._rows))

    def sizeHint(self) -> QSize:
        return QSize(800, self.picture_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, round(_HEAD + _LEAST_ROW * len(self._rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go along a column; the rest is every chart's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.chosen)
        elif key in steps and self.chosen >= 0:
            target = self.chosen + steps[key] * len(self._rows[0].cells)
            self.choose(target)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the crossing under the mouse."""
        self._open(self.spot_at(event.position()))

    def _open(self, index: int) -> None:
        if 0 <= index < len(self.cells):
            cell = self.cells[index]
            self.opened.emit(cell.indicator, cell.area)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> list[Spot]:
        if not self._rows:
            return []
        painter.setFont(pixel_font(_TEXT_PIXELS))
        areas = [cell.area for cell in self._rows[0].cells]
        wide = (rect.width() - _NAMES) / len(areas)
        high = min((rect.height() - _HEAD) / len(self._rows), _MOST_ROW)
        painter.setPen(QColor(colours.muted))
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        for place, code in enumerate(areas):
            head = QRectF(rect.left() + _NAMES + place * wide, rect.top(), wide, _HEAD - 4)
            painter.drawText(head, wrapped, self._area_name(code))
        spots = []
        for number, row in enumerate(self._rows):
            top = rect.top() + _HEAD + number * high
            self._name(painter, QRectF(rect.left(), top, _NAMES - 8, high), row, colours)
            for place, cell in enumerate(row.cells):
                room = QRectF(rect.left() + _NAMES + place * wide, top, wide, high)
                room.adjust(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
                _paint_cell(painter, room, cell, colours)
                spots.append(Spot(room, cell.sentence))
        return spots

    def _name(self, painter: QPainter, room: QRectF, row: RugRow, colours: ChartColours) -> None:
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            row.indicator.short_name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_cell(painter: QPainter, room: QRectF, cell: RugCell, colours: ChartColours) -> None:
    chip = colours.chips[_TONES.get(cell.judged, Tone.QUIET)]
    said = cell.against is not Against.UNTESTED
    if said:
        painter.setPen(
            QPen(QColor(chip.fore), 1) if chip.back == colours.background else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(chip.back))
        painter.drawRect(room)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(chip.fore if said else colours.muted))
    text = painter.fontMetrics().elidedText(
        cell.text, Qt.TextElideMode.ElideRight, int(room.width() - 4)
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _county_cell(indicator: Indicator, figure: Figure, county: str, area_name: AreaName) -> RugCell:
    subject = f"{indicator.short_name}, {area_name(county)}"
    if not figure.comparators:
        why = figure.no_comparator.text if figure.no_comparator else "There is no comparator."
        return RugCell(indicator.code, county, Against.UNTESTED, Judged.UNSAID, f"{subject}: {why}")
    first = figure.comparators[0]
    against = _STANDING[first.standing]
    value = words.said(first.value.value, first.value.unit, indicator)
    judged = _judged(indicator, against)
    sentence = (
        f"{subject}: {first.standing} the {average_name(first.name)}, {value}"
        f"{_meaning(judged)} ({first.standing_test})."
    )
    return RugCell(indicator.code, county, against, judged, sentence)


def _district_cell(
    indicator: Indicator,
    code: str,
    bar: MemberValue | None,
    bars: DistrictBars,
    area_name: AreaName,
) -> RugCell:
    if bar is None:
        why = bars.reason.text if bars.reason else "There is no figure."
        sentence = f"{indicator.short_name}, {area_name(code)}: {why}"
        return RugCell(indicator.code, code, Against.UNTESTED, Judged.UNSAID, sentence)
    against = words.against_county(bar, bars.county)
    judged = _judged(indicator, against)
    told = words.bar_words(bar, bars, indicator, area_name)
    sentence = f"{indicator.short_name}, {told}{_meaning(judged)}."
    return RugCell(indicator.code, code, against, judged, sentence)


def _judged(indicator: Indicator, against: Against) -> Judged:
    match against:
        case Against.SAME:
            return Judged.SAME
        case Against.UNTESTED:
            return Judged.UNSAID
    high = against is Against.HIGHER
    if indicator.polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Judged.HIGHER if high else Judged.LOWER
    return Judged.BETTER if high is (indicator.polarity is Polarity.HIGHER) else Judged.WORSE


def _meaning(judged: Judged) -> str:
    return f": {judged.lower()}" if judged in _TONES else ""
