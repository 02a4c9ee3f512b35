"""What a reader must know beside a figure: age, firmness, gaps, sums, disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from safer_desktop.analysis.change import printed
from safer_desktop.analysis.dataset import Dataset
from safer_desktop.analysis.frames import Reading
from safer_desktop.analysis.phrases import day, listed
from safer_desktop.analysis.quantities import BORROWED, Basis, is_given, quantity, units_of
from safer_desktop.analysis.tests import PLAIN_POISSON
from safer_desktop.domain.display import number
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Quantity, Reason, Test
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.indicators import Frequency, Indicator, Unit
from safer_desktop.domain.observations import Status
from safer_desktop.domain.periods import add_months

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
_STATUS_WORDS = {
    Status.PROVISIONAL: "provisional",
    Status.ESTIMATE: "an estimate",
    Status.REVISED: "revised since it was first given",
}


def stale_days(indicator: Indicator, as_of: date, edition: Edition) -> int:
    """Days by which the next delivery is overdue at the end of the edition, 0 if it is not.

    It is expected one step of the indicator's frequency after ``as_of`` and ``delivery_days`` on.
    """
    step = _MONTHS[indicator.frequency]
    next_end = add_months(add_months(as_of.replace(day=1), 1), step) - timedelta(days=1)
    expected = next_end + timedelta(days=indicator.delivery_days)
    return max(0, (edition.end - expected).days)


def notes_of(dataset: Dataset, figure: Figure, described: str) -> tuple[str, ...]:
    """Sentences in the order of their weight. ``described`` is the area the numbers are of."""
    indicator = dataset.catalogue.indicator(figure.indicator)
    found: list[str] = []
    if isinstance(figure.latest, Quantity):
        latest = figure.latest
        found.extend(_about_area(dataset, indicator, figure.area, described, latest))
        found.extend(_about_age(indicator, latest, figure.edition))
        found.extend(_about_firmness(latest, figure.previous))
        found.extend(_about_base(latest, figure.previous))
        found.extend(_about_change(indicator, figure))
        found.extend(_about_breaks(indicator, latest))
        found.extend(_about_disagreement(dataset, indicator, described, latest))
    if indicator.caveat:
        found.append(indicator.caveat)
    return tuple(found)


def _about_area(
    dataset: Dataset, indicator: Indicator, area: str, described: str, latest: Quantity
) -> Iterator[str]:
    catalogue = dataset.catalogue
    if described != area:
        yield (
            f"The figures are for {catalogue.area(described).name} as a whole; there are none for "
            f"{catalogue.area(area).name} alone."
        )
    for unit in units_of(indicator):
        reading = dataset.reading(indicator.code, described, unit, latest.period)
        if isinstance(reading, Reading) and set(reading.ids) <= set(latest.sources):
            if reading.parts:
                names = listed([catalogue.area(code).name for code in reading.parts])
                yield f"{catalogue.area(described).name} is the sum of {names}."
            return


def _about_age(indicator: Indicator, latest: Quantity, edition: Edition) -> Iterator[str]:
    if latest.period.end == edition.end:
        return
    text = f"The latest figure ends on {day(latest.period.end)}, before the end of {edition.label}"
    overdue = stale_days(indicator, latest.period.end, edition)
    if overdue:
        days = "day" if overdue == 1 else "days"
        text += f"; the next delivery was {overdue} {days} overdue by then"
    yield f"{text}."


def _about_firmness(latest: Quantity, previous: Quantity | Reason) -> Iterator[str]:
    for name, value in (("latest", latest), ("earlier", previous)):
        if isinstance(value, Quantity) and value.status in _STATUS_WORDS:
            yield f"The {name} figure is {_STATUS_WORDS[value.status]}."


def _about_base(latest: Quantity, previous: Quantity | Reason) -> Iterator[str]:
    borrowed = [
        value
        for value in (latest, previous)
        if isinstance(value, Quantity) and BORROWED in value.base_note
    ]
    bases = {value.base_note.partition(",")[0] for value in borrowed}
    if len(borrowed) == 2 and len(bases) == 1:
        yield (
            f"The rates for {latest.period.label} and the year before use the same "
            f"{bases.pop()}, {BORROWED}."
        )
    else:
        for value in borrowed:
            yield f"The rate for {value.period.label} uses the {value.base_note}."
    if (
        isinstance(previous, Quantity)
        and latest.unit.is_rate
        and is_given(latest) is not is_given(previous)
    ):
        given, other = ("latest", "earlier") if is_given(latest) else ("earlier", "latest")
        yield f"The {given} rate is the source's own; the {other} one is worked out from counts."


def _about_change(indicator: Indicator, figure: Figure) -> Iterator[str]:
    change = figure.change
    if isinstance(change, Reason):
        return
    if isinstance(change.percent, Reason) and indicator.unit is not Unit.PERCENTAGE:
        yield change.percent.text
    if isinstance(change.test, Reason) and figure.direction is Direction.CANNOT_SAY:
        yield change.test.text
    if isinstance(change.test, Test) and change.test.name == PLAIN_POISSON:
        yield (
            "No monthly counts show how much these numbers vary by themselves, so chance may play "
            "a larger part than the test allows for."
        )


def _about_breaks(indicator: Indicator, latest: Quantity) -> Iterator[str]:
    for found in indicator.breaks:
        if latest.period.start < found.on <= latest.period.end:
            yield (
                f"The definition changed on {day(found.on)}, within {latest.period.label}: "
                f"{found.what.rstrip('.')}."
            )


def _about_disagreement(
    dataset: Dataset, indicator: Indicator, area: str, latest: Quantity
) -> Iterator[str]:
    """Where the source's own rate or total says something else than the numbers behind it."""
    if is_given(latest):
        return
    if indicator.unit.is_rate:
        given = quantity(dataset, indicator, area, latest.period, Basis.GIVEN)
        if isinstance(given, Quantity) and printed(indicator, given) != printed(indicator, latest):
            decimals = indicator.decimals
            yield (
                f"The source's own rate is {number(given.value, decimals)}; the counts give "
                f"{number(latest.value, decimals)}."
            )
    span = (latest.period.start, latest.period.end)
    for total in dataset.given(indicator.code, area, Unit.COUNT):
        if (
            (total.period.start, total.period.end) == span
            and total.numerator is not None
            and total.numerator != latest.count
            and not set(total.ids) <= set(latest.sources)
        ):
            yield (
                f"The source's own total for {total.period.label} is {number(total.numerator)}; "
                f"its parts add up to {number(latest.count or 0)}."
            )
