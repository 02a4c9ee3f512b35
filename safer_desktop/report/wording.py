"""Sentences of one indicator. Each only puts into words what its Figure carries.

"Rose" and "fell" are said where the figure's direction says so, which rests on its test; all other
differences are stated as two numbers. The finding decides the kind of sentence, its templates are
``report.templates``, and the ``turn`` of the paragraph among its neighbours chooses among them, so
the same figures always give the same words.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import listed, number, restated_text, unit_words, value_text
from safer_desktop.domain.evidence import Change, Direction, Quantity, Reason, ReasonCode, Test
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.findings import FindingKind
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.report.benchmarks import comparison, rank, target
from safer_desktop.report.lately import districts, five_years, newest_points, year_end
from safer_desktop.report.phrases import (
    a_year_before,
    bare,
    clause,
    counts_between,
    in_period,
    inner,
    joined,
    long_date,
    opened,
    percent,
    points,
    sentence,
    with_unit,
)
from safer_desktop.report.templates import Wording

MOST_OLDER_FIGURES = 5
_TOLD_AS_THEY_ARE = (FindingKind.COUNT_AND_RATE, FindingKind.SOURCE_DISAGREES)
_SHIPPED = Wording()
_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR)


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted paragraph: its stable key, its words, and the observations behind them."""

    key: str
    text: str
    sources: tuple[int, ...] = ()


def draft(
    figure: Figure,
    catalogue: Catalogue,
    turn: int = 0,
    told: Collection[str] = (),
    wording: Wording = _SHIPPED,
) -> Draft:
    """The paragraph of one indicator.

    ``turn`` is its place among its neighbours, ``told`` the general caveats that they have given,
    ``wording`` the templates of its sentences.
    """
    indicator = catalogue.indicator(figure.indicator)
    key = f"indicator:{figure.indicator}"
    if isinstance(figure.latest, Reason):
        return Draft(key, _nothing(figure.latest, indicator, catalogue), figure.sources)
    text = joined(
        (
            _movement(figure, figure.latest, indicator, catalogue, turn, wording),
            _annual(figure.annual, indicator, catalogue, turn, wording),
            year_end(figure, catalogue, turn, wording),
            _older(figure, figure.latest, indicator),
            five_years(figure, catalogue, turn, wording),
            newest_points(figure, catalogue, turn, wording),
            comparison(figure, catalogue, turn, wording),
            rank(figure, catalogue, turn, wording),
            target(figure, catalogue, turn, wording),
            districts(figure, catalogue, turn, wording),
            _particulars(figure, figure.latest, indicator, catalogue, turn, wording),
            *(restated_text(it, indicator) for it in figure.restated),
            *(words for words in caveats(figure, catalogue) if words not in told),
        )
    )
    return Draft(key, text, figure.sources)


def finding(figure: Figure, catalogue: Catalogue) -> str:
    """The finding in about ten words, for the title of a chart."""
    indicator = catalogue.indicator(figure.indicator)
    name = opened(indicator.name)
    latest, change = figure.latest, figure.change
    if isinstance(latest, Reason):
        return f"{name}: no figure can be given"
    if isinstance(change, Change):
        match figure.direction:
            case Direction.RISING | Direction.FALLING:
                verb = _verb(figure.direction)
                by = size_of(change, latest, indicator)
                return f"{name} {verb} by {by} to {with_unit(latest, indicator)}"
            case Direction.NO_REAL_CHANGE:
                return f"{name} showed no real change, at {with_unit(latest, indicator)}"
            case Direction.CANNOT_SAY:
                pass
    return f"{name} stood at {with_unit(latest, indicator)} {in_period(latest.period)}"


def _nothing(reason: Reason, indicator: Indicator, catalogue: Catalogue) -> str:
    name = inner(indicator.name, catalogue)
    if reason.code is ReasonCode.NO_DATA:
        return f"This report has no figures for {name}."
    return joined((f"No figure can be given for {name}.", sentence(reason.text)))


def _movement(
    figure: Figure,
    latest: Quantity,
    indicator: Indicator,
    catalogue: Catalogue,
    turn: int,
    wording: Wording,
) -> str:
    previous, change = figure.previous, figure.change
    if isinstance(previous, Reason):
        stood = _stood(latest, indicator, catalogue, turn, wording)
        return joined((stood, sentence(previous.text), _broken(figure)))
    if isinstance(change, Reason):
        return joined(
            (
                _stood(latest, indicator, catalogue, turn, wording),
                f"The figure for {_period_of(previous)} was {bare(previous, indicator)}.",
                _broken(figure) or sentence(change.text),
            )
        )
    parts = change_parts(latest, previous, change, indicator, catalogue)
    alike = parts["latest"] == with_unit(previous, indicator)
    match figure.direction:
        case Direction.RISING | Direction.FALLING:
            kind = f"{_measure(latest.unit)}-{_verb(figure.direction)}"
            why = "" if latest.unit is Unit.PERCENTAGE else _why_no_percent(change)
            return joined((wording.say(kind, turn, parts), why))
        case Direction.NO_REAL_CHANGE:
            return wording.say("same" if alike else "no-change", turn, parts)
        case Direction.CANNOT_SAY:
            return wording.say("cannot-say-same" if alike else "cannot-say", turn, parts)


def _measure(unit: Unit) -> str:
    """The stem of the kinds of sentence for a unit."""
    if unit is Unit.COUNT:
        return "count"
    return "percentage" if unit is Unit.PERCENTAGE else "rate"


def change_parts(
    latest: Quantity, previous: Quantity, change: Change, indicator: Indicator, catalogue: Catalogue
) -> dict[str, str]:
    """The parts of a sentence that sets the latest figure beside the one before."""
    name = inner(indicator.name, catalogue)
    named = unit_words(indicator) in indicator.name
    why = change.test.text if isinstance(change.test, Reason) else ""
    return {
        "indicator": name,
        "rate_of": f"the rate of {name}" if latest.unit.is_rate and not named else "",
        "latest": with_unit(latest, indicator),
        "previous": bare(previous, indicator),
        "change": size_of(change, latest, indicator),
        "percent": "" if latest.unit is Unit.PERCENTAGE else percent(change),
        "range": _range_of(change, latest, indicator),
        "counts": counts_between(previous, latest, indicator),
        "difference": _more_or_fewer(change, indicator),
        "period": in_period(latest.period),
        "year_before": a_year_before(latest.period),
        "previous_period": in_period(previous.period),
        "why": clause(why, catalogue).rstrip(".") if why else "",
    }


def _range_of(change: Change, latest: Quantity, indicator: Indicator) -> str:
    """``-30% and +11%``: between what the change may lie, allowing for chance."""
    if latest.unit is Unit.PERCENTAGE:
        found, mark, decimals = change.interval, " points", indicator.decimals
    else:
        found, mark, decimals = change.percent_interval, "%", 0
    if found is None or not math.isfinite(found.lower) or not math.isfinite(found.upper):
        return ""
    low, high = (number(it, decimals, signed=True) for it in (found.lower, found.upper))
    return f"{low}{mark} and {high}{mark}"


def _broken(figure: Figure) -> str:
    """The definition breaks for which there is no comparison; empty where that is not why."""
    change = figure.change
    if not isinstance(change, Reason) or change.code is not ReasonCode.DEFINITION_BREAK:
        return ""
    if not figure.crossed:
        return sentence(change.text)
    return joined(
        f"Figures before and after {long_date(it.on)} are not comparable. {sentence(it.what)}"
        for it in figure.crossed
    )


def _verb(direction: Direction) -> str:
    return "rose" if direction is Direction.RISING else "fell"


def size_of(change: Change, latest: Quantity, indicator: Indicator) -> str:
    """``11%``, ``7 percentage points``, or ``13`` where numbers are too small; without a sign."""
    if latest.unit is Unit.PERCENTAGE:
        return points(change.difference, indicator.decimals)
    size = value_text(abs(change.difference), latest.unit, indicator.decimals)
    return percent(change) or size


def _more_or_fewer(change: Change, indicator: Indicator) -> str:
    if change.count_difference is None:
        return ""
    words = "more" if change.count_difference > 0 else "fewer"
    return f"{number(abs(change.count_difference))} {words} {indicator.noun}"


def _why_no_percent(change: Change) -> str:
    return sentence(change.percent.text) if isinstance(change.percent, Reason) else ""


def _stood(
    latest: Quantity, indicator: Indicator, catalogue: Catalogue, turn: int, wording: Wording
) -> str:
    counts = counts_between(latest, latest, indicator)
    if latest.unit.is_rate and latest.count is not None:
        counts = f"{number(latest.count)} {indicator.noun}"
    parts = {
        "indicator": inner(indicator.name, catalogue),
        "latest": with_unit(latest, indicator),
        "counts": counts,
        "period": in_period(latest.period),
    }
    return wording.say("stood", turn, parts)


def _period_of(quantity: Quantity) -> str:
    label = quantity.period.label
    return f"the {label}" if quantity.period.kind is PeriodKind.ROLLING_12 else label


def _annual(
    annual: AnnualChange | None,
    indicator: Indicator,
    catalogue: Catalogue,
    turn: int,
    wording: Wording,
) -> str:
    """The last two whole years beside a part year."""
    if annual is None:
        return ""
    latest, previous, change = annual.latest, annual.previous, annual.change
    if isinstance(change, Reason):
        spans = (
            f"from {bare(previous, indicator)} in {previous.period.label} to "
            f"{with_unit(latest, indicator)} in {latest.period.label}"
        )
        return joined((f"Whole years went {spans}.", sentence(change.text)))
    parts = change_parts(latest, previous, change, indicator, catalogue)
    parts["difference"] = parts["difference"] or parts["change"]
    if not isinstance(change.test, Test) or not change.test.significant:
        return wording.say("years-no-change", turn, parts)
    return wording.say("years-rose" if change.difference > 0 else "years-fell", turn, parts)


def _older(figure: Figure, latest: Quantity, indicator: Indicator) -> str:
    """Older figures that the source gives and no sentence before has quoted.

    Whole years; quarters too where they do not add up to the year, as in a survey.
    """
    given = (latest, figure.previous, *_annual_quantities(figure))
    quoted = {q.period for q in given if isinstance(q, Quantity)}
    unit = latest.unit
    older = [q for q in figure.history if q.unit is unit and q.period not in quoted]
    first = min(period.start for period in quoted)
    years = [q for q in older if q.period.kind in _YEARS and q.period.end < first]
    quarters = [q for q in older if q.period.kind is PeriodKind.QUARTER]
    return joined(
        (
            _quoted("An earlier figure is", "Earlier figures are", years, indicator),
            _quoted("In one quarter it was", "Quarter by quarter it was", quarters, indicator)
            if unit in (Unit.PERCENTAGE, Unit.RATIO)
            else "",
        )
    )


def _quoted(one: str, many: str, older: list[Quantity], indicator: Indicator) -> str:
    newest = older[-MOST_OLDER_FIGURES:]
    if not newest:
        return ""
    figures = listed(f"{bare(q, indicator)} ({q.period.label})" for q in newest)
    return f"{one if len(newest) == 1 else many} {figures}."


def _annual_quantities(figure: Figure) -> tuple[Quantity, ...]:
    return (figure.annual.latest, figure.annual.previous) if figure.annual else ()


def caveats(figure: Figure, catalogue: Catalogue) -> tuple[str, ...]:
    """What holds of the figure in general: its base, its indicator's caveat, what disagrees."""
    indicator, latest = catalogue.indicator(figure.indicator), figure.latest
    found = []
    if isinstance(latest, Quantity) and "latest" in latest.base_note:
        found.append(f"The rate uses the {inner(latest.base_note, catalogue)}.")
    if indicator.caveat:
        found.append(f"Note: {clause(indicator.caveat, catalogue)}")
    found += [it.text for it in figure.findings if it.kind in _TOLD_AS_THEY_ARE and it.text]
    return tuple(found)


def _particulars(
    figure: Figure,
    latest: Quantity,
    indicator: Indicator,
    catalogue: Catalogue,
    turn: int,
    wording: Wording,
) -> str:
    """What holds of this figure alone: contested judgement, footprint, firmness, age."""
    found = []
    if figure.direction in (Direction.RISING, Direction.FALLING):
        found.append(sentence(indicator.polarity_reason))
    found.append(_other_footprint(figure, indicator, catalogue))
    if latest.status is Status.PROVISIONAL:
        found.append(wording.say("provisional", turn, {}))
    found.append(_age(figure, turn, wording))
    return joined(found)


def _age(figure: Figure, turn: int, wording: Wording) -> str:
    """How old the figures are, where they end before the edition does."""
    age = figure.age
    if age is None:
        return ""
    late = age.days_late
    parts = {
        "as_of": long_date(age.as_of),
        "expected_by": "" if late else long_date(age.expected),
        "days": f"{late} day{'' if late == 1 else 's'}",
    }
    return wording.say("overdue" if late else "earlier-end", turn, parts)


def _other_footprint(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> str:
    if indicator.footprint == figure.area:
        return ""
    footprint = catalogue.area(indicator.footprint)
    if footprint.short in indicator.caveat or footprint.name in indicator.caveat:
        return ""
    return f"The figure describes {footprint.name}, not {catalogue.area(figure.area).name} alone."
