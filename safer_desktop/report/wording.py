"""Sentences of one indicator. Each only puts into words what its Figure carries.

"Rose" and "fell" are said where the figure's direction says so, which rests on its test; all other
differences are stated as two numbers. The shape of a sentence follows from the kind of finding and
from the ``turn`` of the paragraph among its neighbours, so the same figures always give the same
words.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number, restated_text, unit_words, value_text
from safer_desktop.domain.evidence import Change, Direction, Quantity, Reason, ReasonCode, Test
from safer_desktop.domain.figures import AnnualChange, Figure
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import PeriodKind
from safer_desktop.report.benchmarks import comparison, rank, target
from safer_desktop.report.phrases import (
    a_year_before,
    bare,
    bracketed,
    clause,
    counts_between,
    in_period,
    inner,
    joined,
    listed,
    long_date,
    opened,
    percent,
    points,
    sentence,
    with_unit,
)

MOST_OLDER_FIGURES = 5
_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR)


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted paragraph: its stable key, its words, and the observations behind them."""

    key: str
    text: str
    sources: tuple[int, ...] = ()


def draft(figure: Figure, catalogue: Catalogue, turn: int = 0, told: Collection[str] = ()) -> Draft:
    """The paragraph of one indicator.

    ``turn`` is its place among its neighbours, ``told`` the general caveats that they have given.
    """
    indicator = catalogue.indicator(figure.indicator)
    key = f"indicator:{figure.indicator}"
    if isinstance(figure.latest, Reason):
        return Draft(key, _nothing(figure.latest, indicator, catalogue), figure.sources)
    text = joined(
        (
            _movement(figure, figure.latest, indicator, catalogue, turn),
            _annual(figure.annual, indicator),
            _older(figure, figure.latest, indicator),
            comparison(figure, catalogue, turn),
            rank(figure, catalogue, turn),
            target(figure, catalogue, turn),
            _particulars(figure, figure.latest, indicator, catalogue),
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
                by = _size(change, latest, indicator)
                return f"{name} {verb} {by} to {with_unit(latest, indicator)}"
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
    figure: Figure, latest: Quantity, indicator: Indicator, catalogue: Catalogue, turn: int
) -> str:
    previous, change = figure.previous, figure.change
    if isinstance(previous, Reason):
        broken = _broken(figure)
        return joined((_stood(latest, indicator), sentence(previous.text), broken))
    if isinstance(change, Reason):
        return joined(
            (
                _stood(latest, indicator),
                f"The figure for {_period_of(previous)} was {bare(previous, indicator)}.",
                _broken(figure) or sentence(change.text),
            )
        )
    match figure.direction:
        case Direction.RISING | Direction.FALLING:
            if latest.unit is Unit.PERCENTAGE:
                return _moved_points(figure.direction, latest, previous, change, indicator)
            named = unit_words(indicator) in indicator.name
            if turn % 2 and latest.unit.is_rate and percent(change) and not named:
                return _moved_seen_from_now(
                    figure.direction, latest, previous, change, indicator, catalogue
                )
            return _moved(figure.direction, latest, previous, change, indicator)
        case Direction.NO_REAL_CHANGE:
            return _no_real_change(latest, previous, change, indicator, turn)
        case Direction.CANNOT_SAY:
            return _cannot_say(latest, previous, change, indicator, catalogue)


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


def _size(change: Change, latest: Quantity, indicator: Indicator) -> str:
    """``by 11%``, ``by 7 percentage points``, or ``by 13`` where numbers are too small."""
    if latest.unit is Unit.PERCENTAGE:
        return f"by {points(change.difference, indicator.decimals)}"
    share = percent(change)
    if share:
        return f"by {share}"
    return f"by {_bare_size(change.difference, latest.unit, indicator)}"


def _bare_size(difference: float, unit: Unit, indicator: Indicator) -> str:
    return value_text(abs(difference), unit, indicator.decimals)


def _more_or_fewer(change: Change, indicator: Indicator) -> str:
    if change.count_difference is None:
        return ""
    words = "more" if change.count_difference > 0 else "fewer"
    return f"{number(abs(change.count_difference))} {words} {indicator.noun}"


def _moved(
    direction: Direction, latest: Quantity, previous: Quantity, change: Change, indicator: Indicator
) -> str:
    """``X rose by 11% in ..., from 6.61 to 7.34 per 1,000 households (1,790 to 1,987 ...).``"""
    start = (
        f"{opened(indicator.name)} {_verb(direction)} {_size(change, latest, indicator)} "
        f"{in_period(latest.period)}, from {bare(previous, indicator)} "
        f"to {with_unit(latest, indicator)}"
    )
    if latest.unit is Unit.COUNT:
        more = _more_or_fewer(change, indicator)
        text = f"{start}: {more} than in {a_year_before(latest.period)}."
    else:
        text = f"{start}{bracketed(counts_between(previous, latest, indicator))}."
    return joined((text, _why_no_percent(change)))


def _moved_seen_from_now(
    direction: Direction,
    latest: Quantity,
    previous: Quantity,
    change: Change,
    indicator: Indicator,
    catalogue: Catalogue,
) -> str:
    """``At 5.72 per 1,000 population, the rate of X was 10% higher in ... than in ....``"""
    compared = "higher" if direction is Direction.RISING else "lower"
    counts = counts_between(previous, latest, indicator)
    brackets = f"{bare(previous, indicator)}; {counts}" if counts else bare(previous, indicator)
    return (
        f"At {with_unit(latest, indicator)}, the rate of {inner(indicator.name, catalogue)} was "
        f"{percent(change)} {compared} {in_period(latest.period)} than in "
        f"{a_year_before(latest.period)} ({brackets})."
    )


def _moved_points(
    direction: Direction, latest: Quantity, previous: Quantity, change: Change, indicator: Indicator
) -> str:
    """``X rose by 7 percentage points, from 30% in ... to 37% in ... (95 of 257 referrals).``"""
    return (
        f"{opened(indicator.name)} {_verb(direction)} {_size(change, latest, indicator)}, "
        f"from {bare(previous, indicator)} {in_period(previous.period)} to "
        f"{bare(latest, indicator)} {in_period(latest.period)}"
        f"{bracketed(counts_between(previous, latest, indicator))}."
    )


def _no_real_change(
    latest: Quantity, previous: Quantity, change: Change, indicator: Indicator, turn: int
) -> str:
    name, counts = opened(indicator.name), counts_between(previous, latest, indicator)
    now, before = bare(latest, indicator), bare(previous, indicator)
    if now == before:
        return (
            f"{name} remained at {with_unit(latest, indicator)} {in_period(latest.period)}, the "
            f"same as in {a_year_before(latest.period)}{bracketed(counts)}."
        )
    if turn % 2:
        return (
            f"{name} stood at {with_unit(latest, indicator)} {in_period(latest.period)}, against "
            f"{before} in {a_year_before(latest.period)}{bracketed(counts)}. The difference of "
            f"{_difference(latest, change, indicator)} shows no real change."
        )
    return (
        f"{name} showed no real change: {with_unit(latest, indicator)} {in_period(latest.period)}, "
        f"compared with {before} in {a_year_before(latest.period)}{bracketed(counts)}. The "
        f"difference of {_difference(latest, change, indicator)} is one that chance alone would "
        "often bring about."
    )


def _cannot_say(
    latest: Quantity,
    previous: Quantity,
    change: Change,
    indicator: Indicator,
    catalogue: Catalogue,
) -> str:
    counts = counts_between(previous, latest, indicator)
    start = (
        f"{opened(indicator.name)} stood at {with_unit(latest, indicator)} "
        f"{in_period(latest.period)}"
    )
    if bare(latest, indicator) == bare(previous, indicator):
        text = f"{start}, the same figure as in {a_year_before(latest.period)}{bracketed(counts)}."
    else:
        text = (
            f"{start}, against {bare(previous, indicator)} in {a_year_before(latest.period)}"
            f"{bracketed(counts)}, a difference of {_difference(latest, change, indicator)}."
        )
    if isinstance(change.test, Reason):
        why = clause(change.test.text, catalogue)
        return f"{text} Whether this is a real change cannot be said: {why}"
    return f"{text} Whether this is a real change cannot be said."


def _difference(latest: Quantity, change: Change, indicator: Indicator) -> str:
    if latest.unit is Unit.PERCENTAGE:
        return points(change.difference, indicator.decimals)
    return percent(change) or _bare_size(change.difference, latest.unit, indicator)


def _why_no_percent(change: Change) -> str:
    return sentence(change.percent.text) if isinstance(change.percent, Reason) else ""


def _stood(latest: Quantity, indicator: Indicator) -> str:
    counts = counts_between(latest, latest, indicator)
    if latest.unit.is_rate and latest.count is not None:
        counts = f"{number(latest.count)} {indicator.noun}"
    return (
        f"{opened(indicator.name)} stood at {with_unit(latest, indicator)} "
        f"{in_period(latest.period)}{bracketed(counts)}."
    )


def _period_of(quantity: Quantity) -> str:
    label = quantity.period.label
    return f"the {label}" if quantity.period.kind is PeriodKind.ROLLING_12 else label


def _annual(annual: AnnualChange | None, indicator: Indicator) -> str:
    """The last two whole years beside a part year."""
    if annual is None:
        return ""
    latest, previous, change = annual.latest, annual.previous, annual.change
    spans = (
        f"from {bare(previous, indicator)} in {previous.period.label} to "
        f"{with_unit(latest, indicator)} in {latest.period.label}"
    )
    if isinstance(change, Reason):
        return joined((f"Whole years went {spans}.", sentence(change.text)))
    more = _more_or_fewer(change, indicator)
    if not isinstance(change.test, Test) or not change.test.significant:
        words = more or _difference(latest, change, indicator)
        return f"Over whole years the figures went {spans} ({words}), which shows no real change."
    verb = "rise" if change.difference > 0 else "fall"
    return (
        f"Over whole years there was a {verb} {_of_size(change, latest, indicator)}, "
        f"{spans}{bracketed(more)}. A part year cannot be read against either."
    )


def _of_size(change: Change, latest: Quantity, indicator: Indicator) -> str:
    return _size(change, latest, indicator).replace("by ", "of ", 1)


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
    """What holds of the figure in general: its base, its indicator's caveat."""
    indicator, latest = catalogue.indicator(figure.indicator), figure.latest
    found = []
    if isinstance(latest, Quantity) and "latest" in latest.base_note:
        found.append(f"The rate uses the {inner(latest.base_note, catalogue)}.")
    if indicator.caveat:
        found.append(f"Note: {clause(indicator.caveat, catalogue)}")
    return tuple(found)


def _particulars(
    figure: Figure, latest: Quantity, indicator: Indicator, catalogue: Catalogue
) -> str:
    """What holds of this figure alone: contested judgement, footprint, firmness, age."""
    found = []
    if figure.direction in (Direction.RISING, Direction.FALLING):
        found.append(sentence(indicator.polarity_reason))
    found.append(_other_footprint(figure, indicator, catalogue))
    if latest.status is Status.PROVISIONAL:
        found.append("The latest figure is provisional and may be revised.")
    if figure.stale_days > 0 and figure.as_of:
        found.append(
            f"The figures run to {long_date(figure.as_of)}; at the end of the reporting quarter "
            f"the next delivery was {figure.stale_days} days overdue."
        )
    return joined(found)


def _other_footprint(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> str:
    if indicator.footprint == figure.area:
        return ""
    footprint = catalogue.area(indicator.footprint)
    if footprint.short in indicator.caveat or footprint.name in indicator.caveat:
        return ""
    return f"The figure describes {footprint.name}, not {catalogue.area(figure.area).name} alone."
