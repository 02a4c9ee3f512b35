"""Charts of the paper: an indicator's course, its districts, the ranked risks."""

from __future__ import annotations

from collections.abc import Callable

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import listed, number, unit_words, value_text
from safer_desktop.domain.evidence import MemberValue, Quantity, TrendPoint
from safer_desktop.domain.figures import DistrictBars, Figure, Trend
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import Period, PeriodKind, month_label
from safer_desktop.report.benchmarks import average_name
from safer_desktop.report.content import Chart, ChartKind, Series
from safer_desktop.report.phrases import in_period, joined, opened, sentence
from safer_desktop.report.wording import finding
from safer_desktop.risk.formulas import WORDS
from safer_desktop.risk.scheme import MatrixRow, Scheme
from safer_desktop.risk.words import NOUNS

FEWEST_POINTS = 2
FEWEST_COLUMNS = 3
MOST_COLUMNS = 12
MOST_RISKS = 15
MOST_PAIRS = 12


def trend_chart(figure: Figure, trend: Trend, catalogue: Catalogue) -> Chart | None:
    """The rolling line, else the months, else columns of quarters or years; None if too short."""
    indicator = catalogue.indicator(figure.indicator)
    if _known(trend.rolling) >= FEWEST_POINTS:
        return _line(figure, trend, trend.rolling, trend.rolling_unit, indicator, catalogue)
    if _known(trend.points) < FEWEST_POINTS:
        return None
    if all(point.period.kind is PeriodKind.MONTH for point in trend.points):
        return _line(figure, trend, trend.points, trend.point_unit, indicator, catalogue)
    if _known(trend.points) < FEWEST_COLUMNS:
        return None
    return _columns(figure, trend, indicator, catalogue)


def _known(points: tuple[TrendPoint, ...]) -> int:
    return sum(point.value is not None for point in points)


def _title(
    figure: Figure,
    points: tuple[TrendPoint, ...],
    unit: Unit,
    indicator: Indicator,
    catalogue: Catalogue,
) -> str:
    """The finding, if the chart ends on the figure it speaks of; else where the chart ends."""
    latest = figure.latest
    last = [(point.period, point.value) for point in points if point.value is not None][-1]
    if isinstance(latest, Quantity) and latest.unit is unit and _same(latest.period, last[0]):
        return finding(figure, catalogue)
    value = value_text(last[1], unit, indicator.decimals)
    return f"{opened(indicator.name)} stood at {value} {in_period(last[0])}"


def _same(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _described(trend: Trend, indicator: Indicator, catalogue: Catalogue) -> str:
    """The area that the numbers are of: a wider footprint stands for the county."""
    code = indicator.footprint if trend.area == catalogue.home else trend.area
    return catalogue.area(code).name


def _line(
    figure: Figure,
    trend: Trend,
    points: tuple[TrendPoint, ...],
    unit: Unit,
    indicator: Indicator,
    catalogue: Catalogue,
) -> Chart:
    rolling = points is trend.rolling
    area = _described(trend, indicator, catalogue)
    span = "rolling 12 months" if rolling else trend.point_words
    what = f"{opened(indicator.name)}, {area}, {span}"
    text = _texts(unit, indicator)
    series = [Series(area, tuple(point.value for point in points))]
    average = ""
    if figure.comparators and unit is indicator.unit:
        first = figure.comparators[0]
        name = f"{opened(average_name(first, catalogue))} ({first.value.period.label})"
        series.append(Series(name, (first.value.value,) * len(points), reference=True))
        average = f"A dashed line shows the {name}, {text(first.value.value)}."
    return Chart(
        kind=ChartKind.LINE,
        title=_title(figure, points, unit, indicator, catalogue),
        caption=what,
        categories=tuple(point.period.end for point in points),
        series=tuple(series),
        number_format=_number_format(unit, indicator),
        value_title=_axis_title(unit, indicator),
        alt_text=joined(
            (
                f"Line chart. {what}.",
                _course(points, text),
                average,
            )
        ),
        note=_notes(points, trend),
    )


def _columns(figure: Figure, trend: Trend, indicator: Indicator, catalogue: Catalogue) -> Chart:
    points = trend.points[-MOST_COLUMNS:]
    area = _described(trend, indicator, catalogue)
    what = f"{opened(indicator.name)}, {area}, {trend.point_words}"
    text = _texts(trend.point_unit, indicator)
    told = listed(
        f"{text(point.value)} ({point.period.label})" for point in points if point.value is not None
    )
    return Chart(
        kind=ChartKind.COLUMNS,
        title=_title(figure, points, trend.point_unit, indicator, catalogue),
        caption=what,
        categories=tuple(point.period.short_label for point in points),
        series=(Series(area, tuple(point.value for point in points)),),
        number_format=_number_format(trend.point_unit, indicator),
        value_title=_axis_title(trend.point_unit, indicator),
        alt_text=f"Column chart. {what}: {told}.",
        note=_notes(points, trend),
    )


def _course(points: tuple[TrendPoint, ...], text: Callable[[float], str]) -> str:
    known = [(point.value, point.period.end) for point in points if point.value is not None]
    low, high = min(known), max(known)
    words = (
        f"It goes from {text(known[0][0])} in {month_label(known[0][1])} to {text(known[-1][0])} "
        f"in {month_label(known[-1][1])}; lowest {text(low[0])} ({month_label(low[1])}), highest "
        f"{text(high[0])} ({month_label(high[1])})."
    )
    gaps = len(points) - len(known)
    if not gaps:
        return words
    missing = "one point is missing" if gaps == 1 else f"{gaps} points are missing"
    return f"{words} The line is broken where {missing}."


def _notes(points: tuple[TrendPoint, ...], trend: Trend) -> str:
    first, last = points[0].period.start, points[-1].period.end
    found = [
        f"From {month_label(brk.on)} the definition differs: {sentence(brk.what)}"
        for brk in trend.breaks
        if first < brk.on <= last
    ]
    if any(point.value is None for point in points):
        found.append("Missing periods are left as gaps.")
    if any(point.status is Status.PROVISIONAL for point in points):
        found.append("The latest points are provisional.")
    if any(point.status is Status.ESTIMATE for point in points):
        found.append("Some points are estimates.")
    return joined(found)


def district_chart(bars: DistrictBars, catalogue: Catalogue) -> Chart | None:
    """Districts as lying bars, highest first, the county among them unless counts are shown."""
    indicator = catalogue.indicator(bars.indicator)
    shown = [(bar, bar.value) for bar in bars.bars if isinstance(bar.value, Quantity)]
    if len(shown) < FEWEST_POINTS or bars.period is None:
        return None
    text = _texts(bars.unit, indicator)
    highest, lowest = shown[0], shown[-1]
    county = bars.county.value
    if isinstance(county, Quantity) and bars.unit is not Unit.COUNT:
        shown.append((bars.county, county))
        shown.sort(key=lambda pair: -pair[1].value)
    places = [bar.area for bar, _ in shown]
    names = [_place(area, catalogue) for area in places]
    what = f"{opened(indicator.name)} by district, {bars.period.label}"
    return Chart(
        kind=ChartKind.BARS,
        title=(
            f"{opened(indicator.name)}: highest in {_name(highest[0], catalogue)}, lowest in "
            f"{_name(lowest[0], catalogue)}"
        ),
        caption=what,
        categories=tuple(names),
        series=(Series(opened(indicator.name), tuple(value.value for _, value in shown)),),
        number_format=_number_format(bars.unit, indicator),
        value_title=_axis_title(bars.unit, indicator),
        alt_text=(
            f"Bar chart. {what}: "
            + listed(f"{name} {text(q.value)}" for name, (_, q) in zip(names, shown, strict=True))
            + "."
        ),
        note=_district_notes(bars, catalogue),
        emphasis=places.index(bars.county.area) if bars.county.area in places else None,
    )


def _district_notes(bars: DistrictBars, catalogue: Catalogue) -> str:
    """Which districts differ clearly from the county, for a place in the order proves nothing."""
    absent = [_name(bar, catalogue) for bar in bars.bars if not isinstance(bar.value, Quantity)]
    found = [f"No figure for {listed(absent)}."] if absent else []
    county = bars.county.value
    if isinstance(county, Quantity) and bars.unit is not Unit.COUNT:
        judged = [(bar, bar.interval) for bar in bars.bars if bar.interval is not None]
        above = [_name(bar, catalogue) for bar, (low, _) in judged if low > county.value]
        below = [_name(bar, catalogue) for bar, (_, high) in judged if high < county.value]
        sides = (("above", above), ("below", below))
        clear = listed(f"{listed(names)} {side} it" for side, names in sides if names)
        if judged:
            found.append(
                f"Clearly different from the county: {clear or 'none'} ({bars.interval_words})."
            )
    return joined(found)


def risk_chart(rows: tuple[MatrixRow, ...], scheme: Scheme) -> Chart | None:
    """The highest risk scores as lying bars."""
    scored = [(row.type.name, row.risk) for row in rows if row.risk is not None][:MOST_RISKS]
    if len(scored) < FEWEST_POINTS:
        return None
    names = [name for name, _ in scored]
    noun = NOUNS[scheme.formula].risk
    what = f"Incident types by {noun}"
    return Chart(
        kind=ChartKind.BARS,
        title=_highest(rows, noun),
        caption=what,
        categories=tuple(names),
        series=(Series(noun.capitalize(), tuple(risk for _, risk in scored)),),
        number_format="#,##0",
        value_title=f"{noun.capitalize()} ({_formula(scheme)})",
        alt_text=f"Bar chart. {what}: {listed(f'{name} {number(risk)}' for name, risk in scored)}.",
    )


def harm_share_chart(rows: tuple[MatrixRow, ...]) -> Chart | None:
    """Each type's share of all incidents beside its share of all harm, most harm first."""
    known = [row for row in rows if row.share is not None and row.harm_share is not None]
    shown = sorted(known, key=lambda row: -(row.harm_share or 0))[:MOST_PAIRS]
    if len(shown) < FEWEST_POINTS:
        return None
    first = shown[0]
    what = "Share of all incidents and share of all harm"
    pairs = listed(
        f"{row.type.name} {number(row.share or 0, 1)}% and {number(row.harm_share or 0, 1)}%"
        for row in shown
    )
    return Chart(
        kind=ChartKind.BARS,
        title=(
            f"{first.type.name}: {number(first.share or 0, 1)}% of incidents, "
            f"{number(first.harm_share or 0, 1)}% of harm"
        ),
        caption=what,
        categories=tuple(row.type.name for row in shown),
        series=(
            Series("Share of all incidents", tuple(row.share for row in shown)),
            Series("Share of all harm", tuple(row.harm_share for row in shown)),
        ),
        number_format='0.0"%"',
        value_title="Per cent",
        alt_text=f"Bar chart. {what}: {pairs}.",
        note="Harm is the count multiplied by the harm per incident.",
    )


def _formula(scheme: Scheme) -> str:
    words = WORDS[scheme.formula].name.lower()
    return f"{words}, {scheme.unit}" if scheme.cardinal else words


def _highest(rows: tuple[MatrixRow, ...], noun: str) -> str:
    names = [row.type.name for row in rows if row.rank == 1]
    if len(names) == 1:
        return f"{names[0]} has the highest {noun}"
    return f"{listed(names)} share the highest {noun}"


def _name(bar: MemberValue, catalogue: Catalogue) -> str:
    return catalogue.area(bar.area).short


def _place(area: str, catalogue: Catalogue) -> str:
    name = catalogue.area(area).short
    return f"{name} (county)" if area == catalogue.home else name


def _texts(unit: Unit, indicator: Indicator) -> Callable[[float], str]:
    return lambda value: value_text(value, unit, indicator.decimals)


def _number_format(unit: Unit, indicator: Indicator) -> str:
    decimals = f".{'0' * indicator.decimals}" if indicator.decimals else ""
    if unit is Unit.PERCENTAGE:
        return f'0{decimals}"%"'
    return "#,##0" if unit is Unit.COUNT else f"#,##0{decimals}"


def _axis_title(unit: Unit, indicator: Indicator) -> str:
    """``Per 1,000 households``."""
    if unit is Unit.PERCENTAGE:
        return "Per cent"
    return opened(indicator.noun if unit is Unit.COUNT else unit_words(indicator))
