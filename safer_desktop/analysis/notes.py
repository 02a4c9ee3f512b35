"""Findings that a reader must know beside a figure: age, firmness, gaps, sums, disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from safer_desktop.analysis.bridges import bridge_words
from safer_desktop.analysis.change import Compared, printed
from safer_desktop.analysis.frames import Reading
from safer_desktop.analysis.misread import own_count_and_rate, points
from safer_desktop.analysis.phrases import day
from safer_desktop.analysis.quantities import (
    BORROWED,
    Basis,
    is_given,
    quantity,
    units_of,
)
from safer_desktop.analysis.subject import Subject
from safer_desktop.analysis.tests import PLAIN_POISSON
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import listed, number
from safer_desktop.domain.edition import Edition
from safer_desktop.domain.evidence import Direction, Quantity, Reason, Test
from safer_desktop.domain.findings import (
    AgeFinding,
    BreakFinding,
    Finding,
    FindingKind,
    RevisionFinding,
    Severity,
)
from safer_desktop.domain.indicators import DefinitionBreak, Frequency, Indicator, Unit
from safer_desktop.domain.observations import Revision, Status
from safer_desktop.domain.periods import PeriodKind, add_months

_MOVED = (Direction.RISING, Direction.FALLING)
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
_STATUS_WORDS = {
    Status.PROVISIONAL: "provisional",
    Status.ESTIMATE: "an estimate",
    Status.REVISED: "revised since it was first given",
}


def expected_by(indicator: Indicator, as_of: date) -> date:
    """The day by which the delivery after ``as_of`` is due.

    It is expected one step of the indicator's frequency after ``as_of`` and ``delivery_days`` on.
    """
    step = _MONTHS[indicator.frequency]
    next_end = add_months(add_months(as_of.replace(day=1), 1), step) - timedelta(days=1)
    return next_end + timedelta(days=indicator.delivery_days)


def stale_days(indicator: Indicator, as_of: date, edition: Edition) -> int:
    """Days by which the next delivery is overdue at the end of the edition, 0 if it is not."""
    return max(0, (edition.end - expected_by(indicator, as_of)).days)


def age_of(subject: Subject, as_of: date | None, latest: Quantity | Reason) -> Iterator[Finding]:
    """Whether the newest figure ends before the edition, and whether more was due by then."""
    edition, indicator = subject.edition, subject.indicator
    if as_of is None or as_of == edition.end:
        return
    late = stale_days(indicator, as_of, edition)
    text = ""
    if isinstance(latest, Quantity):
        text = f"The latest figure ends on {day(as_of)}, before the end of {edition.label}"
        if late:
            days = "day" if late == 1 else "days"
            text += f"; the next delivery was {late} {days} overdue by then"
        text += "."
    yield AgeFinding(
        **subject.about,
        kind=FindingKind.OUT_OF_DATE if late else FindingKind.EARLIER_END,
        severity=Severity.WATCH if late else Severity.NOTE,
        figures=(latest,) if isinstance(latest, Quantity) else (),
        text=text,
        as_of=as_of,
        expected=expected_by(indicator, as_of),
        days_late=late,
    )


def notes_of(
    subject: Subject, found: Compared, direction: Direction, as_of: date | None
) -> Iterator[Finding]:
    """The findings in the order of their weight."""
    latest = found.latest
    if not isinstance(latest, Quantity):
        yield from age_of(subject, as_of, latest)
        yield from _breaks(subject, found)
    else:
        yield from _notes(subject, FindingKind.NOTE, _about_area(subject, latest), latest)
        yield from age_of(subject, as_of, latest)
        yield from _firmness(subject, latest, found.previous)
        yield from _notes(subject, FindingKind.NOTE, _about_base(latest, found.previous), latest)
        yield from _about_change(subject, found, direction)
        yield from _part_year(subject, latest)
        yield from _breaks(subject, found)
        yield from _notes(
            subject,
            FindingKind.SOURCE_DISAGREES,
            _about_disagreement(subject, latest),
            latest,
            Severity.WATCH,
        )
        yield from _revised(subject, found)
    if subject.indicator.caveat and isinstance(latest, Quantity):
        yield subject.note(FindingKind.NOTE, subject.indicator.caveat, ())


def _notes(
    subject: Subject,
    kind: FindingKind,
    texts: Iterator[str],
    latest: Quantity,
    severity: Severity = Severity.NOTE,
) -> Iterator[Finding]:
    return (subject.note(kind, text, (latest,), severity) for text in texts)


def _about_area(subject: Subject, latest: Quantity) -> Iterator[str]:
    catalogue = subject.dataset.catalogue
    if subject.described != subject.area:
        yield (
            f"The figures are for {subject.name} as a whole; there are none for "
            f"{catalogue.area(subject.area).name} alone."
        )
    if not catalogue.area(subject.described).parts:
        return
    for unit in units_of(subject.indicator):
        reading = subject.dataset.reading(
            subject.indicator.code, subject.described, unit, latest.period
        )
        if isinstance(reading, Reading) and set(reading.ids) <= set(latest.sources):
            if reading.parts:
                names = listed([catalogue.area(code).name for code in reading.parts])
                yield f"{subject.name} is the sum of {names}."
            return


def _firmness(subject: Subject, latest: Quantity, previous: Quantity | Reason) -> Iterator[Finding]:
    for name, value in (("latest", latest), ("earlier", previous)):
        if isinstance(value, Quantity) and value.status in _STATUS_WORDS:
            yield subject.note(
                FindingKind.NOT_FIRM,
                f"The {name} figure is {_STATUS_WORDS[value.status]}.",
                (value,),
                status=value.status,
            )


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


def _about_change(subject: Subject, found: Compared, direction: Direction) -> Iterator[Finding]:
    change = found.change
    if isinstance(change, Reason):
        return
    figures = tuple(it for it in (found.latest, found.previous) if isinstance(it, Quantity))
    if isinstance(change.percent, Reason) and subject.indicator.unit is not Unit.PERCENTAGE:
        yield subject.note(FindingKind.SMALL_NUMBERS, change.percent.text, figures)
    if isinstance(change.test, Reason) and direction is Direction.CANNOT_SAY:
        yield subject.note(FindingKind.NOTE, change.test.text, figures)
    if isinstance(change.test, Test) and change.test.name == PLAIN_POISSON:
        text = (
            "No monthly counts show how much these numbers vary by themselves, so chance may play "
            "a larger part than the test allows for."
        )
        yield subject.note(FindingKind.NOTE, text, figures)
    if subject.indicator.unit.is_rate:
        yield from own_count_and_rate(subject, found, change, figures)
    if subject.indicator.unit is Unit.PERCENTAGE and direction in _MOVED:
        yield from points(subject, figures)


def _part_year(subject: Subject, latest: Quantity) -> Iterator[Finding]:
    if latest.period.kind is PeriodKind.PART_YEAR:
        yield subject.note(
            FindingKind.PART_YEAR,
            f"{latest.period.label} is {latest.period.months} months: it compares with the same "
            "months of another year, never with a whole year.",
            (latest,),
            Severity.WATCH,
        )


def _breaks(subject: Subject, found: Compared) -> Iterator[Finding]:
    for at in found.crossed:
        yield BreakFinding(
            **subject.about,
            kind=FindingKind.BRIDGED if found.bridged else FindingKind.DEFINITION_BREAK,
            severity=Severity.WATCH,
            figures=tuple(q for q in (found.latest, found.previous) if isinstance(q, Quantity)),
            text=_break_text(at, found, subject.dataset.catalogue),
            at=at,
            blocks=not found.bridged,
        )


def _break_text(at: DefinitionBreak, found: Compared, catalogue: Catalogue) -> str:
    what = at.what.rstrip(".")
    if found.bridged and at.bridge:
        return (
            f"The definition changed on {day(at.on)}: {what}. Earlier figures are put on the new "
            f"one by {bridge_words(at, catalogue)}, as entered by {at.bridge.who} on "
            f"{day(at.bridge.entered)}."
        )
    latest = found.latest
    if isinstance(latest, Quantity) and latest.period.start < at.on <= latest.period.end:
        return f"The definition changed on {day(at.on)}, within {latest.period.label}: {what}."
    return ""


def _revised(subject: Subject, found: Compared) -> Iterator[Finding]:
    """What a later delivery gave otherwise, within the spans that are compared."""
    spans = [q.period for q in (found.latest, found.previous) if isinstance(q, Quantity)]
    revised = tuple(
        it
        for it in subject.dataset.revisions
        if it.indicator == subject.indicator.code
        and it.area == subject.described
        and any(span.contains(it.period) for span in spans)
    )
    if revised:
        yield RevisionFinding(
            **subject.about,
            kind=FindingKind.REVISED,
            severity=Severity.WATCH,
            figures=tuple(q for q in (found.latest, found.previous) if isinstance(q, Quantity)),
            text=_revision_text(revised),
            revisions=revised,
        )


def _revision_text(revised: tuple[Revision, ...]) -> str:
    widest = max(revised, key=lambda it: abs(it.new - it.old))
    decimals = 0 if widest.unit is Unit.COUNT else 2
    moved = (
        f"{widest.period.label} from {number(widest.old, decimals)} to "
        f"{number(widest.new, decimals)}"
    )
    if len(revised) == 1:
        return f"A later delivery revised {moved}."
    return f"A later delivery revised {len(revised)} of these figures, most of all {moved}."


def _about_disagreement(subject: Subject, latest: Quantity) -> Iterator[str]:
    """Where the source's own rate or total says something else than the numbers behind it."""
    if is_given(latest):
        return
    dataset, indicator, area = subject.dataset, subject.indicator, subject.described
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
