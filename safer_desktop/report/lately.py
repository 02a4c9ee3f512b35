"""What the newest points, the last years, the districts and the year to its end say in words."""

from __future__ import annotations

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import listed, number, unit_words, value_text
from safer_desktop.domain.evidence import Direction, Quantity, Reason, Standing
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.findings import (
    SIGNALS,
    FindingKind,
    ProjectionFinding,
    SignalFinding,
    StandsOutFinding,
)
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.report.phrases import bare, in_period, joined, with_unit
from safer_desktop.report.templates import Wording

_STEMS = {
    FindingKind.OUTSIDE_LIMITS: ("limits-above", "limits-below"),
    FindingKind.SHIFT: ("shift-above", "shift-below"),
    FindingKind.TREND: ("run-rose", "run-fell"),
    FindingKind.NEAR_LIMIT: ("near-limit-above", "near-limit-below"),
}
_STEPS = {PeriodKind.MONTH: "month", PeriodKind.QUARTER: "quarter"}


def newest_points(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """The weightiest signal by the predicted limits; empty where there is none."""
    signal = next((it for it in figure.signals if it.kind in SIGNALS), None)
    if signal is None or not signal.figures:
        return ""  # a chart of the time between events has no figure that a board could read
    up = signal.direction is Direction.RISING
    parts = _signal_parts(signal, catalogue.indicator(figure.indicator))
    return wording.say(_STEMS[signal.kind][0 if up else 1], turn, parts)


def _signal_parts(signal: SignalFinding, indicator: Indicator) -> dict[str, str]:
    latest, count = signal.figures[0], len(signal.points)
    step = _STEPS.get(latest.period.kind, "year")
    return {
        "indicator": indicator.name,
        "latest": _measured(latest.value, latest.unit, indicator),
        "month": latest.period.label,
        "first": signal.points[0].period.label,
        "run": f"{count} {step}{'' if count == 1 else 's'}",
        "expected": _expected(signal, latest.unit, indicator),
        "usual": f"{_measured(signal.centre, latest.unit, indicator)} a {step}",
    }


def _measured(value: float, unit: Unit, indicator: Indicator) -> str:
    text = value_text(value, unit, indicator.decimals)
    if unit is Unit.PERCENTAGE:
        return text
    return f"{text} {indicator.noun if unit is Unit.COUNT else unit_words(indicator)}"


def _expected(signal: SignalFinding, unit: Unit, indicator: Indicator) -> str:
    low, high = (
        None if it is None else value_text(it, unit, indicator.decimals)
        for it in (signal.lower, signal.upper)
    )
    if low and high:
        return f"{low} to {high}"
    return f"{high} at most" if high else f"{low} at least"


def five_years(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """The trend of five years that do not overlap; empty where there is none."""
    trend = figure.recent_trend
    if trend is None:
        return ""
    indicator = catalogue.indicator(figure.indicator)
    first, last = trend.figures[0], trend.figures[-1]
    parts = {
        "latest": with_unit(last, indicator),
        "previous": bare(first, indicator),
        "period": in_period(last.period),
        "previous_period": in_period(first.period),
    }
    rising = trend.direction is Direction.RISING
    return wording.say("five-years-rose" if rising else "five-years-fell", turn, parts)


def districts(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """The districts that lie beyond the others' spread, above and below."""
    indicator, told = catalogue.indicator(figure.indicator), []
    for standing, kind in (
        (Standing.ABOVE, "districts-above"),
        (Standing.BELOW, "districts-below"),
    ):
        named = [
            _district(it, indicator, catalogue)
            for it in figure.standing_out
            if it.standing is standing and it.member.area != figure.area
        ]
        if named:
            told.append(wording.say(kind, turn, {"districts": listed(named)}))
    return joined(told)


def _district(found: StandsOutFinding, indicator: Indicator, catalogue: Catalogue) -> str:
    name, value = catalogue.area(found.member.area).name, found.member.value
    if isinstance(value, Reason):
        return name
    counts = ""
    if value.unit is not Unit.COUNT and value.count is not None:
        counts = f"; {number(value.count)} {indicator.noun}"
    return f"{name} ({with_unit(value, indicator)}{counts})"


def year_end(figure: Figure, catalogue: Catalogue, turn: int, wording: Wording) -> str:
    """A part year carried on to its end; empty where the figure is no part year."""
    found, latest = figure.projection, figure.latest
    if found is None or found.interval is None or isinstance(latest, Reason):
        return ""
    if latest.period.kind is not PeriodKind.PART_YEAR:
        return ""
    indicator = catalogue.indicator(figure.indicator)
    low, high = (
        value_text(it, found.projected.unit, indicator.decimals)
        for it in (found.interval.lower, found.interval.upper)
    )
    parts = {
        "year": found.projected.period.label,
        "projected": with_unit(found.projected, indicator),
        "likely": f"{low} and {high}",
    }
    before = found.year_before
    if isinstance(before, Quantity):
        parts["whole_before"] = bare(before, indicator)
        parts["year_before"] = before.period.label
    return wording.say(_year_end_kind(found), turn, parts)


def _year_end_kind(found: ProjectionFinding) -> str:
    before, likely = found.year_before, found.interval
    if isinstance(before, Reason) or likely is None:
        return "year-end-alone"
    if likely.holds(before.value):
        return "year-end-open"
    return "year-end-below" if likely.upper < before.value else "year-end-above"
