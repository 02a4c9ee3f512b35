"""The months of each financial year over one another: what is usual for the time of year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from safer_desktop.domain.display import value_text
from safer_desktop.domain.evidence import Reason, TrendPoint
from safer_desktop.domain.figures import Trend
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.limits import LimitsChart, Season
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.gui.charts import scales
from safer_desktop.gui.charts.export import pixel_font
from safer_desktop.gui.charts.painted import PaintedChart, apart
from safer_desktop.gui.charts.palette import ChartColours
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.words import ChartTable, break_label, readout, said, shortened

PICTURE_HEIGHT = 270
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")

_TEXT_PIXELS = 12
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 74.0, 8.0, 22.0
_DOT, _HIT = 3.2, 8.0
_MOST_YEARS = 5
_APRIL = 4

_Place = Callable[[int, float], QPointF]
_Extreme = Callable[[tuple[float, ...]], float]


@dataclass(frozen=True, slots=True)
class Profile:
    """Financial years, oldest first, each with its twelve months from April (None: no figure).

    ``usual`` is the season that the predicted limits found, at the level of the newest year;
    ``why`` says why there is none. Months before the definition break ``after`` are left out.
    """

    years: tuple[tuple[str, tuple[TrendPoint | None, ...]], ...]
    unit: Unit
    usual: tuple[float, ...] = ()
    why: str = ""
    after: DefinitionBreak | None = None

    @property
    def newest(self) -> tuple[TrendPoint | None, ...]:
        """The months of the newest year."""
        return self.years[-1][1]


def profile_of(trend: Trend, limits: LimitsChart | Reason | None) -> Profile | None:
    """The newest years of a monthly trend after its last definition break; None of any other."""
    points = [p for p in trend.points if p.period.kind is PeriodKind.MONTH]
    after = max(trend.breaks, key=lambda item: item.on, default=None)
    if after is not None:
        points = [p for p in points if p.period.start >= after.on]
    years: dict[int, list[TrendPoint | None]] = {}
    for point in points:
        start = point.period.start
        year = start.year - (start.month < _APRIL)
        if point.value is not None:
            years.setdefault(year, [None] * 12)[(start.month - _APRIL) % 12] = point
    if not years:
        return None
    newest = sorted(years)[-_MOST_YEARS:]
    kept = tuple((f"{year}/{(year + 1) % 100:02}", tuple(years[year])) for year in newest)
    season = limits.season if isinstance(limits, LimitsChart) else limits
    if isinstance(season, Season):
        return Profile(kept, trend.point_unit, _usual(kept[-1][1], season), after=after)
    return Profile(kept, trend.point_unit, why=season.text if season else "", after=after)


def _usual(newest: Sequence[TrendPoint | None], season: Season) -> tuple[float, ...]:
    """The factors from April on, at the level that the months so far have had."""
    if len(season.factors) != len(MONTHS):
        return ()
    factors = season.factors[_APRIL - 1 :] + season.factors[: _APRIL - 1]
    known = [(p.value or 0.0, f) for p, f in zip(newest, factors, strict=True) if p is not None]
    level = sum(value for value, _ in known) / sum(factor for _, factor in known)
    return tuple(level * factor for factor in factors)


class SeasonChart(PaintedChart):
    """A :class:`Profile` drawn: past years faint, the newest strong, the usual course dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Profile, Indicator] | None = None

    def show_profile(self, profile: Profile, indicator: Indicator) -> None:
        """Show this profile."""
        self._shown = (profile, indicator)
        self.content_changed()

    def sizeHint(self) -> QSize:
        return QSize(640, PICTURE_HEIGHT)

    def draw(self, painter: QPainter, rect: QRectF, colours: ChartColours) -> Sequence[Spot]:
        if self._shown is None:
            return ()
        profile, indicator = self._shown
        painter.setFont(pixel_font(_TEXT_PIXELS))
        room = rect.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        scale = _scale(profile)
        low, high = scale.ticks[0], scale.ticks[-1]

        def place(month: int, value: float) -> QPointF:
            share = (value - low) / (high - low)
            x = room.left() + room.width() * month / (len(MONTHS) - 1)
            return QPointF(x, room.bottom() - room.height() * share)

        _axes(painter, room, scale, [place(month, low).x() for month in range(12)], colours)
        ends = []
        for name, months in profile.years:
            now = months is profile.newest
            painter.setPen(QPen(QColor(colours.line if now else colours.axis), 2.2 if now else 1))
            known = [(m, p.value) for m, p in enumerate(months) if p and p.value is not None]
            for run in _runs(known):
                painter.drawPolyline(QPolygonF([place(*at) for at in run]))
            ends.append((place(*known[-1]), name, now))
        if profile.usual:
            painter.setPen(QPen(QColor(colours.reference), 1.3, Qt.PenStyle.DashLine))
            usual = [place(month, value) for month, value in enumerate(profile.usual)]
            painter.drawPolyline(QPolygonF(usual))
            ends.append((usual[-1], "usual", False))
        _name_ends(painter, room, ends, colours)
        return _spots(painter, profile, indicator, place, colours)


def _spots(
    painter: QPainter,
    profile: Profile,
    indicator: Indicator,
    place: _Place,
    colours: ChartColours,
) -> list[Spot]:
    """A dot for each month of the newest year."""
    spots = []
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    for month, point in enumerate(profile.newest):
        if point is None or point.value is None:
            continue
        at = place(month, point.value)
        painter.drawEllipse(at, _DOT, _DOT)
        words = readout(point, profile.unit, indicator)
        if profile.usual:
            words += f"; usual for the month: {said(profile.usual[month], profile.unit, indicator)}"
        spots.append(Spot(QRectF(at.x() - _HIT, at.y() - _HIT, 2 * _HIT, 2 * _HIT), words))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return spots


def _scale(profile: Profile) -> scales.ValueScale:
    values = [p.value for _, months in profile.years for p in months if p and p.value is not None]
    return scales.value_scale([*values, *profile.usual], profile.unit)


def _axes(
    painter: QPainter,
    room: QRectF,
    scale: scales.ValueScale,
    places: Sequence[float],
    colours: ChartColours,
) -> None:
    low, high = scale.ticks[0], scale.ticks[-1]
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for tick, label in zip(scale.ticks, scale.labels, strict=True):
        y = room.bottom() - room.height() * (tick - low) / (high - low)
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(room.left() - _LEFT, y - 9, _LEFT - 8, 18), right, label)
    for x, name in zip(places, MONTHS, strict=True):
        box = QRectF(x - 22, room.bottom() + 4, 44, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _name_ends(
    painter: QPainter,
    room: QRectF,
    ends: Sequence[tuple[QPointF, str, bool]],
    colours: ChartColours,
) -> None:
    """Each line by name at the right, one below another where they come close."""
    ordered = sorted(ends, key=lambda end: end[0].y())
    heights = apart([at.y() for at, _, _ in ordered], 13.0)
    over = max(heights[-1] - room.bottom(), 0.0)
    for (_, name, now), y in zip(ordered, heights, strict=True):
        painter.setFont(pixel_font(_TEXT_PIXELS, bold=now))
        painter.setPen(QColor(colours.line if now else colours.muted))
        box = QRectF(room.right() + 10, y - over - 9, _RIGHT - 10, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _runs(known: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = []
    for month, value in known:
        if runs and runs[-1][-1][0] == month - 1:
            runs[-1].append((month, value))
        else:
            runs.append([(month, value)])
    return runs


def season_table(profile: Profile, indicator: Indicator) -> ChartTable:
    """A row for each month that the newest year has; a column for each year, newest first."""

    def text(value: float | None) -> str:
        return "" if value is None else value_text(value, profile.unit, indicator.decimals)

    rows = []
    for month, point in enumerate(profile.newest):
        if point is None:
            continue
        values = [months[month] for _, months in reversed(profile.years)]
        cells = [text(p.value if p else None) for p in values]
        usual = [text(profile.usual[month])] if profile.usual else []
        rows.append((MONTHS[month], *cells, *usual))
    years = [name for name, _ in reversed(profile.years)]
    headers = ("Month", *years, *(["Usual"] if profile.usual else []))
    return ChartTable(headers, tuple(rows), frozenset(range(1, len(headers))))


def season_title(profile: Profile, indicator: Indicator) -> str:
    """Which month is usually the highest, where there is a season."""
    if not profile.usual:
        return f"{indicator.short_name}: no season can be told"
    return (
        f"{indicator.short_name}: usually highest in {_at(profile, max)}, lowest in"
        f" {_at(profile, min)}"
    )


def season_alt_text(profile: Profile, indicator: Indicator, area: str) -> str:
    """A few sentences that stand for the picture."""
    known = [p for p in profile.newest if p and p.value is not None]
    sentences = [
        f"{season_title(profile, indicator)}.",
        f"{indicator.name} in {area} by month, {profile.years[0][0]} to {profile.years[-1][0]}.",
        f"{readout(known[-1], profile.unit, indicator)}.",
    ]
    if profile.usual:
        month = (known[-1].period.start.month - _APRIL) % 12
        usual = said(profile.usual[month], profile.unit, indicator)
        sentences.append(f"Usual for that month at this year's level: {usual}.")
    if profile.after is not None:
        sentences.append(f"{break_label(profile.after)}: the months before are left out.")
    return shortened(" ".join(sentences))


def season_caption(profile: Profile) -> str:
    """What the dashed line is, or why there is none; and where the axis begins."""
    told = profile.why
    if profile.usual:
        told = "Dashed: the usual season, from earlier years, at this year's level."
    left_out = ""
    if profile.after is not None:
        left_out = f"{break_label(profile.after)}: the months before are left out."
    return " ".join(part for part in (told, left_out, _scale(profile).note) if part)


def _at(profile: Profile, extreme: _Extreme) -> str:
    return MONTHS[profile.usual.index(extreme(profile.usual))]
