"""A figure in words: the finding over its chart, its lines on the scorecard, its details."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import (
    average_name,
    change_text,
    direction_text,
    number,
    p_value_text,
    percent_text,
    period_text,
    places_text,
    quantity_text,
    value_text,
)
from safer_desktop.domain.evidence import (
    Change,
    Comparator,
    Direction,
    Interval,
    Quantity,
    Rank,
    Reason,
    Test,
)
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import month_label
from safer_desktop.gui.charts.words import count_noun, said
from safer_desktop.workbench.subjects import (
    ComparatorOf,
    DistrictOf,
    FigureOf,
    HistoryOf,
    MemberOf,
    Subject,
)

_VERBS = {Direction.RISING: "rose", Direction.FALLING: "fell"}


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the details: what, the figure, its period, how it was worked out.

    ``subject`` names it for 'Where does this come from?', where it is a figure.
    """

    what: str
    figure: str
    period: str
    how: str
    subject: Subject | None = None


def finding_title(figure: Figure, indicator: Indicator) -> str:
    """About ten words: what the figure says, and no more than its test bears out."""
    name, latest, previous = indicator.short_name, figure.latest, figure.previous
    if isinstance(latest, Reason):
        return f"{name}: {latest.code}"
    value = said(latest.value, latest.unit, indicator)
    if isinstance(figure.change, Reason) or isinstance(previous, Reason):
        why = figure.change if isinstance(figure.change, Reason) else previous
        return f"{name}: {value}; {why.code}" if isinstance(why, Reason) else f"{name}: {value}"
    if figure.direction in _VERBS:
        amount = _amount(figure.change, indicator)
        return f"{name} {_VERBS[figure.direction]} by {amount}, to {value}"
    was = value_text(previous.value, previous.unit, indicator.decimals)
    if figure.direction is Direction.NO_REAL_CHANGE:
        return f"{name}: no real change, {value} after {was}"
    return f"{name}: {value}, was {was}; whether that is a real change cannot be said"


def latest_line(figure: Figure, indicator: Indicator) -> tuple[str, str]:
    """The latest value with its unit, and its period; without a value the reason alone."""
    if isinstance(figure.latest, Reason):
        return figure.latest.text, ""
    return (
        said(figure.latest.value, figure.latest.unit, indicator),
        period_text(figure.latest.period),
    )


def previous_lines(figure: Figure, indicator: Indicator) -> tuple[str, str]:
    """``was 2.95, +33%`` and, behind it, ``2,673 offences against 2,006``; or the reason."""
    if isinstance(figure.latest, Reason):
        return "", ""
    if isinstance(figure.previous, Reason):
        return "", figure.previous.text
    was = f"was {quantity_text(figure.previous, indicator)}"
    if isinstance(figure.change, Reason):
        return was, f"not compared: {figure.change.code}"
    now, then = figure.latest.count, figure.previous.count
    behind = ""
    if now is not None and then is not None and indicator.unit is not Unit.COUNT:
        behind = f"{number(now)} {count_noun(indicator)} against {number(then)}"
    return f"{was}, {change_text(figure.change, indicator)}", behind


def standing_line(figure: Figure, indicator: Indicator) -> str:
    """Rank with direction, the comparators' averages, and the set that the rank is in."""
    parts, rank_set = [], ""
    if isinstance(figure.rank, Rank):
        rank = figure.rank
        parts.append(f"Rank {rank.label} ({rank.direction})")
        rank_set = f": {rank.name}"
    for comparator in _told(figure, indicator):
        average = value_text(comparator.value.value, comparator.value.unit, indicator.decimals)
        own = _same_set(figure, comparator)
        parts.append(f"{'average' if own else average_name(comparator.name)} {average}")
    return ", ".join(parts) + rank_set


def as_of(figure: Figure) -> str:
    """``as of 31 Mar 2017``, and how late it is."""
    if figure.as_of is None:
        return ""
    late = f", {figure.stale_days} days late" if figure.stale_days > 0 else ""
    return f"as of {figure.as_of.day} {figure.as_of:%b %Y}{late}"


def comparator_sentences(figure: Figure, indicator: Indicator, area: str) -> str:
    """Where the area stands against its comparators, and its rank."""
    parts = []
    for comparator in _told(figure, indicator):
        value = said(comparator.value.value, comparator.value.unit, indicator)
        given = ", given by the partner" if comparator.given else ""
        average = average_name(comparator.name)
        parts.append(f"{area} is {comparator.standing} the {average}, {value}{given}.")
    if isinstance(figure.rank, Rank):
        rank = figure.rank
        tied = ", a shared rank" if rank.tied else ""
        parts.append(f"Rank {rank.label} ({rank.direction}{tied}) in {rank.name}.")
    elif not parts and figure.no_comparator is not None:
        parts.append(figure.no_comparator.text)
    return " ".join(parts)


def spoken(figure: Figure, indicator: Indicator) -> str:
    """Everything that a scorecard row shows, for a screen reader."""
    value, period = latest_line(figure, indicator)
    parts = [
        indicator.short_name,
        f"{value}, {period}" if period else value,
        *previous_lines(figure, indicator),
        direction_text(figure)[2:],
        str(figure.rating.state),
        standing_line(figure, indicator),
        as_of(figure),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def details(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> tuple[Detail, ...]:
    """Every number and reason in a figure, in reading order, with its sources."""
    return (
        *_course(figure, indicator),
        *_annual(figure, indicator),
        *_history(figure, indicator),
        *_comparison(figure, indicator, catalogue),
        *_standing_out(figure, indicator, catalogue),
        *_judgement(figure),
        *_projection(figure, indicator),
        *_about(figure, indicator),
    )


def _course(figure: Figure, indicator: Indicator) -> Iterator[Detail]:
    yield _quantity("Latest", figure.latest, indicator, _part(figure, Part.LATEST))
    yield _quantity("A year before", figure.previous, indicator, _part(figure, Part.PREVIOUS))
    yield _change("Change", figure.change, indicator, _part(figure, Part.CHANGE))
    direction, polarity = direction_text(figure), str(indicator.polarity)
    subject = _part(figure, Part.DIRECTION)
    yield Detail("Direction of travel", direction, "", polarity, subject)


def _annual(figure: Figure, indicator: Indicator) -> Iterator[Detail]:
    annual = figure.annual
    if annual is not None:
        last, before = _part(figure, Part.WHOLE_YEAR), _part(figure, Part.YEAR_BEFORE)
        change = _part(figure, Part.YEARS_CHANGE)
        yield _quantity("Last whole year", annual.latest, indicator, last)
        yield _quantity("The year before it", annual.previous, indicator, before)
        yield _change("Change of whole years", annual.change, indicator, change)


def _history(figure: Figure, indicator: Indicator) -> Iterator[Detail]:
    for found in reversed(figure.history):
        subject = HistoryOf(figure.indicator, figure.area, found.period, found.unit)
        yield _quantity(f"In {period_text(found.period)}", found, indicator, subject)


def _comparison(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> Iterator[Detail]:
    for comparator in figure.comparators:
        value = comparator.value
        how = f"{comparator.method}; {comparator.members} of {comparator.of} areas have figures"
        if comparator.given:
            how = comparator.method
        yield Detail(
            average_name(comparator.name),
            said(value.value, value.unit, indicator),
            period_text(value.period),
            f"{how}. Here {comparator.standing} it: {comparator.standing_test}",
            ComparatorOf(figure.indicator, figure.area, comparator.group, comparator.given),
        )
    if figure.no_comparator is not None and not figure.comparators:
        yield Detail("Comparator", "none", "", figure.no_comparator.text)
    if isinstance(figure.rank, Reason):
        yield Detail("Rank", "none", "", figure.rank.text)
        return
    rank = figure.rank
    how = f"{rank.name}, {rank.direction}; {_could_be(rank)}"
    yield Detail("Rank", rank.label, rank.period.label, how, _part(figure, Part.RANK))
    for member in rank.members:
        name = catalogue.area(member.area).name
        subject = MemberOf(figure.indicator, figure.area, member.area)
        yield _quantity(f"\N{EN SPACE}{name}", member.value, indicator, subject)


def _could_be(rank: Rank) -> str:
    if isinstance(rank.could_be, Reason):
        return rank.could_be.text
    return f"{places_text(rank.could_be)} (95% confidence)"


def _standing_out(figure: Figure, indicator: Indicator, catalogue: Catalogue) -> Iterator[Detail]:
    for found in figure.standing_out:
        value = found.member.value
        if isinstance(value, Reason):
            continue
        expected = _span(found.expected, indicator, value.unit)
        yield Detail(
            f"{catalogue.area(found.member.area).name} stands out",
            said(value.value, value.unit, indicator),
            period_text(value.period),
            f"{found.standing} the {expected} that the other districts lead one to expect; of"
            f" {found.of} like districts any would be named by chance in at most"
            f" {number(100 * found.false_rate)}% of editions",
            DistrictOf(figure.indicator, found.member.area),
        )


def _projection(figure: Figure, indicator: Indicator) -> Iterator[Detail]:
    found = figure.projection
    if found is None or found.interval is None:
        return
    projected = found.projected
    span = _span(found.interval, indicator, projected.unit)
    against = ""
    if isinstance(found.year_before, Quantity):
        before = value_text(found.year_before.value, projected.unit, indicator.decimals)
        against = f"; {before} in {period_text(found.year_before.period)}"
    level = number(100 * found.interval.level)
    yield Detail(
        "If the year goes on like this",
        said(projected.value, projected.unit, indicator),
        period_text(projected.period),
        f"{level}% prediction interval {span}{against}; {projected.method}",
    )


def _span(found: Interval, indicator: Indicator, unit: Unit) -> str:
    """``95 to 128``; ``95 or more`` where there is no upper bound."""
    lower = value_text(found.lower, unit, indicator.decimals)
    if math.isinf(found.upper):
        return f"{lower} or more"
    return f"{lower} to {value_text(found.upper, unit, indicator.decimals)}"


def _judgement(figure: Figure) -> Iterator[Detail]:
    rating = figure.rating
    yield Detail("Rating", str(rating.state), "", rating.why, _part(figure, Part.RATING))
    if rating.target:
        yield Detail("Target", "", "", rating.target)


def _about(figure: Figure, indicator: Indicator) -> Iterator[Detail]:
    yield Detail("Definition", "", "", indicator.definition)
    if indicator.polarity_reason:
        yield Detail("Why not judged the usual way", "", "", indicator.polarity_reason)
    for item in figure.crossed:
        yield Detail("Definition changed", "", _day(item.on), item.what)
    if figure.as_of is not None:
        late = f"{figure.stale_days} days past the expected delivery" if figure.stale_days else ""
        yield Detail("As of", _day(figure.as_of), "", late or f"Partner: {indicator.partner}")
    for note in figure.notes:
        yield Detail("Note", "", "", note)
    if indicator.caveat and indicator.caveat not in figure.notes:
        yield Detail("Caveat", "", "", indicator.caveat)


def _part(figure: Figure, part: Part) -> FigureOf:
    return FigureOf(figure.indicator, figure.area, part)


def _quantity(
    what: str, quantity: Quantity | Reason, indicator: Indicator, subject: Subject
) -> Detail:
    if isinstance(quantity, Reason):
        return Detail(what, "none", "", quantity.text, subject)
    how = [quantity.method]
    if quantity.count is not None and quantity.base is not None:
        how.append(f"{number(quantity.count)} of {number(quantity.base)}")
    if quantity.base_note:
        how.append(quantity.base_note)
    if quantity.status is not Status.FINAL:
        how.append(str(quantity.status))
    value = said(quantity.value, quantity.unit, indicator)
    return Detail(what, value, period_text(quantity.period), "; ".join(how), subject)


def _change(what: str, change: Change | Reason, indicator: Indicator, subject: Subject) -> Detail:
    if isinstance(change, Reason):
        return Detail(what, "none", "", change.text, subject)
    how = []
    if change.count_difference is not None:
        how.append(f"{number(change.count_difference, signed=True)} {count_noun(indicator)}")
    if isinstance(change.percent, Reason) and indicator.unit is not Unit.PERCENTAGE:
        how.append(percent_text(change))
    how.append(_test(change.test))
    how.extend(_change_span(change, indicator))
    return Detail(what, change_text(change, indicator), "", "; ".join(how), subject)


def _change_span(change: Change, indicator: Indicator) -> Iterator[str]:
    """``95% interval +3% to +18%``: of the percentage where it is told, else of the difference."""
    found, decimals, mark = change.interval, indicator.decimals, ""
    if change.percent_interval is not None and not isinstance(change.percent, Reason):
        found, decimals, mark = change.percent_interval, 0, "%"
    elif indicator.unit is Unit.PERCENTAGE:
        mark = " points"
    elif indicator.unit is Unit.COUNT:
        decimals = 0
    if found is None:
        return
    lower = number(found.lower, decimals, signed=True)
    upper = (
        "no bound" if math.isinf(found.upper) else number(found.upper, decimals, signed=True) + mark
    )
    start = lower if mark == " points" else lower + mark
    yield f"{number(100 * found.level)}% interval {start} to {upper}"


def _test(test: Test | Reason) -> str:
    if isinstance(test, Reason):
        return test.text
    words = f"{test.name}: {p_value_text(test)}"
    if test.dispersion > 1:
        words += f", dispersion {number(test.dispersion, 1)}"
    return words


def _amount(change: Change, indicator: Indicator) -> str:
    if indicator.unit is Unit.PERCENTAGE:
        return f"{number(abs(change.difference), indicator.decimals)} percentage points"
    if not isinstance(change.percent, Reason):
        return f"{number(abs(change.percent))}%"
    if change.count_difference is not None:
        return f"{number(abs(change.count_difference))} {count_noun(indicator)}"
    return number(abs(change.difference), indicator.decimals)


def _told(figure: Figure, indicator: Indicator) -> list[Comparator]:
    """The comparators, without one that only repeats another's number in other words."""
    told: dict[tuple[str, str], Comparator] = {}
    for comparator in figure.comparators:
        printed = value_text(comparator.value.value, comparator.value.unit, indicator.decimals)
        told.setdefault((comparator.group, printed), comparator)
    return list(told.values())


def _same_set(figure: Figure, comparator: Comparator) -> bool:
    return isinstance(figure.rank, Rank) and figure.rank.group == comparator.group


def _day(day: date) -> str:
    return f"{day.day} {month_label(day)}"
