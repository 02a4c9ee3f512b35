"""What charts show, as sentences and tables: read-outs, alternative texts, data for copying."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from safer_desktop.domain.display import average_name, listed, unit_words, value_text
from safer_desktop.domain.evidence import MemberValue, Quantity, TrendPoint
from safer_desktop.domain.figures import DistrictBars, Trend
from safer_desktop.domain.indicators import DefinitionBreak, Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import PeriodKind, month_label
from safer_desktop.gui.charts.scales import break_indexes

ALT_TEXT_LIMIT = 500
"""Characters; longer alternative texts are not read to the end."""

_PLURALS = {
    PeriodKind.MONTH: "Months",
    PeriodKind.QUARTER: "Quarters",
    PeriodKind.FINANCIAL_YEAR: "Years",
    PeriodKind.CALENDAR_YEAR: "Years",
    PeriodKind.ROLLING_12: "Rolling 12 months",
    PeriodKind.PART_YEAR: "Part years",
    PeriodKind.YEARS: "Several years",
    PeriodKind.WEEK: "Weeks",
    PeriodKind.DAYS: "Other spans",
}

AreaName = Callable[[str], str]
BridgeWords = Callable[[DefinitionBreak], str]
"""Names the bridge across a break, with its reason and source."""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart's data as text: what 'Show as table' shows and 'Copy table' copies.

    ``numeric`` are the columns that align to the right.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()

    def tsv(self) -> str:
        """Header and rows, cells apart by tabs, as a spreadsheet takes them."""
        lines = (self.headers, *self.rows)
        return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)


class Against(StrEnum):
    """Where a district stands against the county, by its 95% interval."""

    HIGHER = "higher than the county"
    LOWER = "lower than the county"
    SAME = "no different from the county"
    UNTESTED = "cannot be tested"


def said(value: float, unit: Unit, indicator: Indicator) -> str:
    """A value with its unit: ``261 offences``, ``3.93 per 1,000 population``, ``37%``."""
    number = value_text(value, unit, indicator.decimals)
    if unit is Unit.PERCENTAGE:
        return number
    return f"{number} {unit_words(replace(indicator, unit=unit))}"


def measured(unit: Unit, indicator: Indicator) -> str:
    """What an axis measures: ``offences``, ``offences per 1,000 population``, ``per cent``."""
    if unit is Unit.PERCENTAGE:
        return "per cent"
    words = unit_words(replace(indicator, unit=unit))
    return f"{indicator.noun} {words}" if unit.is_rate else words


def points_title(trend: Trend) -> str:
    """What the points are, for the toggle: ``Months``, ``Quarters``, ``Years``."""
    return _PLURALS[trend.points[0].period.kind] if trend.points else "Points"


def readout(point: TrendPoint, unit: Unit, indicator: Indicator) -> str:
    """One point in words: ``March 2017: 261 offences, provisional``."""
    if point.value is None:
        return f"{point.period.label}: missing"
    status = "" if point.status is Status.FINAL else f", {point.status}"
    return f"{point.period.label}: {said(point.value, unit, indicator)}{status}"


def breaks_inside(
    breaks: Sequence[DefinitionBreak], points: Sequence[TrendPoint]
) -> list[DefinitionBreak]:
    """The definition breaks that fall between the first and the last of these points."""
    if not points:
        return []
    return [b for b in breaks if points[0].period.end < b.on <= points[-1].period.end]


def break_label(item: DefinitionBreak) -> str:
    """A definition break on a chart: ``Definition changed, April 2016; bridged by a factor``."""
    bridged = f"; bridged by {item.bridge.kind}" if item.bridge else ""
    factor = f" of {item.bridge.factor:g}" if item.bridge and item.bridge.factor else ""
    return f"Definition changed, {month_label(item.on)}{bridged}{factor}"


def break_words(item: DefinitionBreak, bridge_words: BridgeWords) -> str:
    """A definition break, and the bridge across it, for the caption of a chart."""
    words = f"From {item.on.day} {month_label(item.on)}: {item.what}"
    if item.bridge is None:
        return words
    return f"{words.rstrip('.')}. Drawn as recorded; compared across by {bridge_words(item)}."


def break_notes(breaks: Sequence[DefinitionBreak], points: Sequence[TrendPoint]) -> dict[int, str]:
    """What a table says beside the first point on each new definition, by the point's index."""
    return {index: break_label(item) for index, item in break_indexes(breaks, points)}


def trend_table(trend: Trend, indicator: Indicator, *, rolling: bool) -> ChartTable:
    """Period, value and status of every point, gaps included."""
    points, unit = _line(trend, rolling=rolling)
    named = "%" if unit is Unit.PERCENTAGE else unit_words(replace(indicator, unit=unit))
    notes = break_notes(trend.breaks, points)
    rows = tuple(
        (
            p.period.label,
            "" if p.value is None else value_text(p.value, unit, indicator.decimals),
            "missing" if p.value is None else str(p.status),
            *([notes.get(index, "")] if notes else []),
        )
        for index, p in enumerate(points)
    )
    headers = ("Period", _capital(named), "Status", *(["Definition"] if notes else []))
    return ChartTable(headers, rows, frozenset({1}))


def trend_alt_text(trend: Trend, indicator: Indicator, area: str, *, rolling: bool) -> str:
    """A few sentences that stand for the picture."""
    points, unit = _line(trend, rolling=rolling)
    known = [p for p in points if p.value is not None]
    if not known:
        return f"Line chart of {indicator.name}, {area}: no data to show."

    def at(point: TrendPoint) -> str:
        return f"{said(point.value or 0.0, unit, indicator)} ({point.period.label})"

    kind = "rolling 12 months" if rolling else points_title(trend).lower()
    sentences = [
        f"Line chart of {indicator.name}, {area}, {kind}: from {at(known[0])} to {at(known[-1])}."
    ]
    if len(known) > 2:
        low = min(known, key=lambda p: p.value or 0.0)
        high = max(known, key=lambda p: p.value or 0.0)
        sentences.append(f"Lowest {at(low)}, highest {at(high)}.")
    missing = len(points) - len(known)
    if missing:
        sentences.append(f"{missing} of {len(points)} periods are missing.")
    if trend.comparator and shows_comparator(trend, rolling=rolling):
        name, value = trend.comparator
        sentences.append(f"{average_name(name)}: {said(value, unit, indicator)}.")
    sentences.extend(f"{break_label(item)}." for item in breaks_inside(trend.breaks, points))
    return shortened(" ".join(sentences))


def shows_comparator(trend: Trend, *, rolling: bool) -> bool:
    """Whether the comparator's average is in the same unit and like periods as the line."""
    if trend.comparator is None:
        return False
    if rolling:
        return True
    yearly = bool(trend.points) and trend.points[-1].period.months == 12
    return not trend.rolling and yearly and trend.point_unit is trend.rolling_unit


def against_county(bar: MemberValue, county: MemberValue) -> Against:
    """The district's 95% interval against the county's value; a count is only a part of it."""
    whole = county.value
    if bar.interval is None or not isinstance(whole, Quantity) or whole.unit is Unit.COUNT:
        return Against.UNTESTED
    low, high = bar.interval
    if low > whole.value:
        return Against.HIGHER
    return Against.LOWER if high < whole.value else Against.SAME


def districts_table(bars: DistrictBars, indicator: Indicator, area_name: AreaName) -> ChartTable:
    """Every district, then the county: value, count, interval, and its place in words."""

    def row(member: MemberValue, place: str) -> tuple[str, ...]:
        value = member.value
        if not isinstance(value, Quantity):
            return (area_name(member.area), "", "", "", value.text)
        count = "" if value.count is None else value_text(value.count, Unit.COUNT)
        return (
            area_name(member.area),
            value_text(value.value, bars.unit, indicator.decimals),
            count,
            interval_text(member, bars.unit, indicator),
            place,
        )

    rows = [row(bar, str(against_county(bar, bars.county))) for bar in bars.bars]
    rows.append(row(bars.county, "county"))
    named = "%" if bars.unit is Unit.PERCENTAGE else unit_words(replace(indicator, unit=bars.unit))
    headers = ("Area", _capital(named), "Count", "95% interval", "Against the county")
    return ChartTable(headers, tuple(rows), frozenset({1, 2, 3}))


def interval_text(member: MemberValue, unit: Unit, indicator: Indicator) -> str:
    """``2.10 to 3.40``, or nothing."""
    if member.interval is None:
        return ""
    low, high = (value_text(end, unit, indicator.decimals) for end in member.interval)
    return f"{low} to {high}"


def bar_words(
    bar: MemberValue, bars: DistrictBars, indicator: Indicator, area_name: AreaName
) -> str:
    """One district in words, as the read-out says it."""
    name = area_name(bar.area)
    if not isinstance(bar.value, Quantity):
        return f"{name}: {bar.value.text}"
    words = f"{name}: {said(bar.value.value, bars.unit, indicator)}"
    if bar.value.count is not None and bars.unit is not Unit.COUNT:
        words += f" ({value_text(bar.value.count, Unit.COUNT)} {count_noun(indicator)})"
    interval = interval_text(bar, bars.unit, indicator)
    if interval:
        words += f", 95% interval {interval}"
    return f"{words}; {against_county(bar, bars.county)}"


def districts_alt_text(bars: DistrictBars, indicator: Indicator, area_name: AreaName) -> str:
    """A few sentences that stand for the district bars."""
    known = [b for b in bars.bars if isinstance(b.value, Quantity)]
    if not known or bars.period is None:
        why = bars.reason.text if bars.reason else "no district has a figure."
        return f"Bar chart of {indicator.name} by district: {why}"

    def at(member: MemberValue) -> str:
        assert isinstance(member.value, Quantity)
        return f"{area_name(member.area)} {said(member.value.value, bars.unit, indicator)}"

    sentences = [
        f"Bar chart of {indicator.name} by district, {bars.period.label}.",
        f"Highest {at(known[0])}, lowest {at(known[-1])}.",
    ]
    if isinstance(bars.county.value, Quantity):
        sentences.append(f"County: {said(bars.county.value.value, bars.unit, indicator)}.")
    for place in (Against.HIGHER, Against.LOWER):
        names = [area_name(b.area) for b in known if against_county(b, bars.county) is place]
        if names:
            sentences.append(f"{_capital(place)}: {listed(names)}.")
    return shortened(" ".join(sentences))


def count_noun(indicator: Indicator) -> str:
    """What the count behind a rate counts; a percentage's noun is a share, so plain 'cases'."""
    return "cases" if indicator.unit is Unit.PERCENTAGE else indicator.noun


def period_span(points: Sequence[TrendPoint]) -> str:
    """``April 2014 to March 2017``, of whatever the points cover."""
    if not points:
        return ""
    first, last = points[0].period, points[-1].period
    if first.kind is PeriodKind.ROLLING_12:
        return f"ending {month_label(first.end)} to {month_label(last.end)}"
    if first.kind is PeriodKind.MONTH:
        return f"{month_label(first.start)} to {month_label(last.end)}"
    return first.label if first == last else f"{first.label} to {last.label}"


def shortened(text: str, limit: int = ALT_TEXT_LIMIT) -> str:
    """The text, cut after a whole sentence so that it stays within ``limit``."""
    if len(text) <= limit:
        return text
    end = text.rfind(". ", 0, limit)
    return text[: end + 1] if end > 0 else text[: limit - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _line(trend: Trend, *, rolling: bool) -> tuple[tuple[TrendPoint, ...], Unit]:
    if rolling:
        return trend.rolling, trend.rolling_unit
    return trend.points, trend.point_unit


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
