"""Observations laid out for reading: the area's own numbers first, else the sum of its parts.

A reading is what the observations give for exactly one span of one area: an observation of that
span, the sum of its months or quarters, or the sum of the area's parts. Nothing is ever bridged:
a span with a missing step gives a :class:`Reason` that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar, cast

from safer_desktop.analysis.frames import (
    Columns,
    Ladder,
    Reading,
    SeriesKey,
    SeriesNumbers,
    softest,
)
from safer_desktop.domain.areas import Group
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import listed
from safer_desktop.domain.evidence import Reason, ReasonCode
from safer_desktop.domain.indicators import Indicator, Unit
from safer_desktop.domain.observations import ObservationTable, Revision
from safer_desktop.domain.periods import (
    REPORTED,
    Period,
    PeriodKind,
    add_months,
    months_between,
)

Span = tuple[date, date]
_T = TypeVar("_T")


class Dataset:
    """The observations of one pack beside its catalogue, ready to be read.

    Where two rows speak of the same span of the same series, the one with the higher id counts.
    ``revisions`` are the figures that a later delivery gave otherwise than an earlier one.
    ``withheld`` are, by indicator and area, the spans whose figures a copy does not hold.
    """

    def __init__(
        self,
        table: ObservationTable,
        catalogue: Catalogue,
        revisions: Sequence[Revision] = (),
        withheld: Mapping[tuple[str, str], frozenset[Span]] | None = None,
    ) -> None:
        import numpy as np

        self.catalogue = catalogue
        self.revisions = tuple(revisions)
        self._withheld = withheld or {}
        self._columns = Columns(table)
        series = SeriesNumbers(table, self._columns)
        by_id = np.argsort(np.array(table.id, dtype=np.int64), kind="stable")
        reported = np.array([kind in REPORTED for kind in table.kind], dtype=np.bool_)
        by_id = by_id[reported[by_id]]
        kinds = [table.kind[row] for row in by_id.tolist()]
        months = np.array([kind == PeriodKind.MONTH for kind in kinds], dtype=np.bool_)
        quarters = np.array([kind == PeriodKind.QUARTER for kind in kinds], dtype=np.bool_)
        self.months = Ladder(series, table.start, by_id[months], 1)
        self.quarters = Ladder(series, table.start, by_id[quarters], 3)
        self._given = _by_span(table, by_id[~months].tolist())
        self._prints = _prints(table)
        self._remembered: dict[str, dict[Hashable, object]] = {}

    def remembered(self, indicator: str, key: Hashable, work: Callable[[], _T]) -> _T:
        """What ``work`` gave for this indicator and key: worked out once, then remembered.

        ``key`` must name all that the result depends on besides the indicator, its series and the
        catalogue, and begin with the name of the function that asks.
        """
        known = self._remembered.setdefault(indicator, {})
        if key not in known:
            known[key] = work()
        return cast("_T", known[key])

    def groups_for(self, indicator: Indicator, area: str) -> tuple[Group, ...]:
        """The indicator's comparator groups that serve this area."""
        return self.remembered(
            indicator.code,
            ("groups_for", area),
            lambda: self.catalogue.groups_for(indicator, area),
        )

    def members_on(self, group: Group, day: date) -> tuple[str, ...]:
        """Codes of a group's members on a day."""
        return self.remembered("", ("members", group.code, day), lambda: group.members_on(day))

    def keep_from(self, older: Dataset) -> None:
        """Take over what ``older`` remembers of the indicators that nothing has changed for.

        An indicator's results rest on its own entry in the catalogue, those of the series that it
        needs, their observations, and the areas and groups.
        """
        if _surroundings(self.catalogue) != _surroundings(older.catalogue):
            return
        for code, known in older._remembered.items():
            needed = needs(self.catalogue, code)
            if needed and all(self._is_as_in(older, it) for it in needed):
                self._remembered[code] = known

    def reading(self, indicator: str, area: str, unit: Unit, period: Period) -> Reading | Reason:
        """What is there for exactly this span: the area's own numbers first, else its parts'.

        Counts: the sum of twelve months before that of four quarters before the source's own
        total. Percentages and ratios: the source's own result before sum over sum, since only
        the source knows its weights. A span is never filled from two of these. Missing steps and
        parts give a Reason (NO_DATA where there is no series at all, else GAP).
        """
        key = ("reading", area, unit, period)
        known = self._remembered.setdefault(indicator, {})
        found = known.get(key)
        if found is None:
            found = known[key] = self._read(indicator, area, unit, period)
        return cast("Reading | Reason", found)

    def has(self, indicator: str, area: str, unit: Unit) -> bool:
        """Whether the area, or any part of it, has an observation in this unit."""
        return any(self._holds((indicator, code, str(unit))) for code in self._with_parts(area))

    def given(self, indicator: str, area: str, unit: Unit) -> tuple[Reading, ...]:
        """The area's own observations of periods longer than a month, in order of time."""
        rows = self._given.get((indicator, area, str(unit)), {})
        readings = (self._columns.reading(row, unit, period) for period, row in rows.values())
        return tuple(sorted(readings, key=lambda reading: reading.period))

    def offered(self, indicator: str, area: str, unit: Unit, until: date) -> frozenset[Period]:
        """The spans up to a day of which something can be said, whole or with a gap.

        For a series of months or quarters that add up: the twelve months that end with its last
        complete step; besides these every period the source gives, by itself or for all parts.
        """

        def work() -> frozenset[Period]:
            periods = set(self._standing_alone(indicator, area, unit, until))
            for ladder in (self.months, self.quarters):
                ends = self._last_ends(indicator, area, unit, until, ladder)
                periods.update(Period.rolling_12(end.year, end.month) for end in ends)
            # An older year must not stand in for one that was withheld.
            for start, end in self._withheld.get((indicator, area), ()):
                if end <= until and months_between(start, end) > 0:
                    periods.add(Period.span(start, end))
            return frozenset(periods)

        return self.remembered(indicator, ("offered", area, unit, until), work)

    def begins(self, indicator: str, area: str, unit: Unit) -> date | None:
        """The first day of which the area, or every part of it, has a number."""
        key = (indicator, area, str(unit))
        starts = [start for start, _ in self._given.get(key, {})]
        first_month = self.months.extent(key)
        if first_month:
            starts.append(first_month[0])
        if starts:
            return min(starts)
        of_parts = (self.begins(indicator, part, unit) for part in self._parts(area))
        return max((start for start in of_parts if start), default=None)

    def shortest(self, indicator: str, area: str, unit: Unit) -> Ladder | None:
        """Months, else quarters, else None: the shortest steps that the area or its parts have."""
        for ladder in (self.months, self.quarters):
            if any(ladder.holds((indicator, code, str(unit))) for code in self._with_parts(area)):
                return ladder
        return None

    def adds_up(self, indicator: str, area: str, unit: Unit) -> bool:
        """Whether steps of the area, or of a part of it, can be added to one another."""
        return any(
            ladder.adds_up((indicator, code, str(unit)))
            for code in self._with_parts(area)
            for ladder in (self.months, self.quarters)
        )

    def steps(
        self, indicator: str, area: str, unit: Unit, until: date, ladder: Ladder
    ) -> tuple[Period, ...]:
        """Every step up to a day, from the first to the last that the area or a part of it has."""
        extent = self.extent(indicator, area, unit, until, ladder)
        if extent is None:
            return ()
        return self.span_of_steps(*extent, ladder)

    def span_of_steps(self, first: date, last: date, ladder: Ladder) -> tuple[Period, ...]:
        """Every step from the one that begins on ``first`` to the one that begins on ``last``."""
        count = months_between(first, last) // ladder.step + 1
        return tuple(ladder.period(add_months(first, n * ladder.step)) for n in range(count))

    def has_own(self, indicator: str, area: str, unit: Unit) -> bool:
        """Whether the area itself has an observation in this unit."""
        return self._holds((indicator, area, str(unit)))

    def extent(
        self, indicator: str, area: str, unit: Unit, until: date, ladder: Ladder
    ) -> Span | None:
        """First days of the first and the last step up to a day that the area or a part has."""
        keys = ((indicator, code, str(unit)) for code in self._with_parts(area))
        spans = [span for key in keys if (span := ladder.extent(key, until))]
        return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None

    def monthly_counts(
        self, indicator: str, area: str, unit: Unit, period: Period
    ) -> list[float] | None:
        """The numerators of the span's months, or None if any month is missing."""
        own = self.months.counts((indicator, area, str(unit)), period)
        if own is not None:
            return own
        counts: list[float] = []
        for month in period.month_periods():
            reading = self.reading(indicator, area, unit, month)
            if isinstance(reading, Reason) or reading.numerator is None:
                return None
            counts.append(reading.numerator)
        return counts

    def totals(
        self, indicator: str, area: str, unit: Unit, period: Period
    ) -> tuple[float, float] | None:
        """What stands above and below the line of :meth:`reading`, where both are known.

        Below a count stands 1.
        """
        key = (indicator, area, str(unit))
        if unit is Unit.COUNT and (found := self.months.totals(key, period)):
            return found[0], 1.0
        reading = self.reading(indicator, area, unit, period)
        if isinstance(reading, Reason) or reading.numerator is None:
            return None
        below = 1.0 if unit is Unit.COUNT else reading.denominator
        return (reading.numerator, below) if below else None

    def _is_as_in(self, older: Dataset, indicator: str) -> bool:
        return (
            older.catalogue.has_indicator(indicator)
            and self.catalogue.indicator(indicator) == older.catalogue.indicator(indicator)
            and self._prints.get(indicator) == older._prints.get(indicator)
            and _about(self.revisions, indicator) == _about(older.revisions, indicator)
        )

    def _read(self, indicator: str, area: str, unit: Unit, period: Period) -> Reading | Reason:
        own = self._own((indicator, area, str(unit)), unit, period)
        if own is not None:
            return own
        summed = self._sum_of_parts(indicator, area, unit, period)
        if isinstance(summed, Reading) or self._is_sum(indicator, area, unit):
            return summed
        return self._nothing(indicator, area, unit, period)

    def _own(self, key: SeriesKey, unit: Unit, period: Period) -> Reading | None:
        found = self._given.get(key, {}).get((period.start, period.end))
        given = self._columns.reading(found[1], unit, found[0]) if found else None
        if given is not None and unit is not Unit.COUNT:
            return given
        return self.months.sum(key, unit, period) or self.quarters.sum(key, unit, period) or given

    def _is_sum(self, indicator: str, area: str, unit: Unit) -> bool:
        """Whether the area can only be had as the sum of its parts."""
        return not self._holds((indicator, area, str(unit))) and self.has(indicator, area, unit)

    def _sum_of_parts(
        self, indicator: str, area: str, unit: Unit, period: Period
    ) -> Reading | Reason:
        parts = self._parts(area)
        readings = [self.reading(indicator, part, unit, period) for part in parts]
        whole = [reading for reading in readings if isinstance(reading, Reading)]
        if not parts or len(whole) < len(parts):
            return self._nothing(indicator, area, unit, period)
        numerators = [r.numerator for r in whole if r.numerator is not None]
        denominators = [r.denominator for r in whole if r.denominator is not None]
        wanted = len(parts) if unit is not Unit.COUNT else 0
        if len(numerators) < len(parts) or len(denominators) < wanted:
            name = self.catalogue.area(area).name
            return Reason(
                ReasonCode.NOT_APPLICABLE,
                f"The parts of {name} have results but no numbers behind them, so they cannot be "
                "added up.",
            )
        return Reading(
            period=period,
            value=None,
            numerator=sum(numerators),
            denominator=sum(denominators) if denominators else None,
            ids=tuple(number for r in whole for number in r.ids),
            status=softest(r.status for r in whole),
            how=f"sum of {len(parts)} areas, each {whole[0].how}",
            parts=parts,
        )

    def _nothing(self, indicator: str, area: str, unit: Unit, period: Period) -> Reason:
        name = self.catalogue.area(area).name
        if self._is_withheld(indicator, area, period):
            return Reason(ReasonCode.SMALL_NUMBERS, f"Not shown: small numbers ({name}).")
        if not self.has(indicator, area, unit):
            what = self.catalogue.indicator(indicator).name
            return Reason(ReasonCode.NO_DATA, f"No figures are loaded for {what} in {name}.")
        faults: dict[str, list[str]] = {}
        for code, fault in self._faults(indicator, area, unit, period):
            faults.setdefault(fault, []).append(self.catalogue.area(code).name)
        text = " ".join(f"{listed(names)}: {fault}." for fault, names in faults.items())
        if self._is_sum(indicator, area, unit):
            text = f"{name} is the sum of its parts. {text}"
        return Reason(ReasonCode.GAP, text)

    def _is_withheld(self, indicator: str, area: str, period: Period) -> bool:
        """Whether a figure within the span was withheld, of the area or of its parts."""
        spans = self._withheld.get((indicator, area), frozenset())
        return any(period.start <= start and end <= period.end for start, end in spans) or (
            not self._holds_any(indicator, area)
            and any(self._is_withheld(indicator, part, period) for part in self._parts(area))
        )

    def _holds_any(self, indicator: str, area: str) -> bool:
        return any(self._holds((indicator, area, str(unit))) for unit in Unit)

    def _faults(
        self, indicator: str, area: str, unit: Unit, period: Period
    ) -> Iterator[tuple[str, str]]:
        """Which areas (by code) lack what for this span."""
        if self._is_sum(indicator, area, unit):
            for part in self._parts(area):
                if isinstance(self.reading(indicator, part, unit, period), Reason):
                    yield from self._faults(indicator, part, unit, period)
            return
        key = (indicator, area, str(unit))
        for ladder in (self.months, self.quarters):
            if ladder.adds_up(key) and period.months % ladder.step == 0:
                yield area, ladder.fault(key, period)
                return
        loaded = self._holds(key)
        yield area, f"no figure for {period.label}" if loaded else "no figures are loaded"

    def _parts(self, area: str) -> tuple[str, ...]:
        return self.catalogue.area(area).parts

    def _with_parts(self, area: str) -> Iterator[str]:
        yield area
        for part in self._parts(area):
            yield from self._with_parts(part)

    def _holds(self, key: SeriesKey) -> bool:
        return key in self._given or self.months.holds(key)

    def _standing_alone(
        self, indicator: str, area: str, unit: Unit, until: date
    ) -> frozenset[Period]:
        key = (indicator, area, str(unit))
        own = {period for period, _ in self._given.get(key, {}).values() if period.end <= until}
        if not self.months.adds_up(key):
            own.update(self.months.periods(key, until))
        if not self._parts(area):
            return frozenset(own)
        parts = [
            self._standing_alone(indicator, part, unit, until)
            for part in self._parts(area)
            if self.has(indicator, part, unit)
        ]
        shared = frozenset.intersection(*parts) if parts else frozenset()
        return frozenset(own) | shared

    def _last_ends(
        self, indicator: str, area: str, unit: Unit, until: date, ladder: Ladder
    ) -> set[date]:
        """Ends of the last complete steps: the area's own, and that which all its parts share."""
        key = (indicator, area, str(unit))
        ends = set()
        if ladder.adds_up(key) and (extent := ladder.extent(key, until)):
            ends.add(add_months(extent[1], ladder.step) - timedelta(days=1))
        if not self._parts(area):
            return ends
        of_parts = [
            self._last_ends(indicator, part, unit, until, ladder) for part in self._parts(area)
        ]
        if any(of_parts):
            ends.add(min(max(part) for part in of_parts if part))
        return ends


def needs(catalogue: Catalogue, indicator: str) -> frozenset[str]:
    """The codes of all series that an indicator's results rest on, its own included."""
    found: set[str] = set()
    ahead = [indicator]
    while ahead:
        code = ahead.pop()
        if code in found or not catalogue.has_indicator(code):
            continue
        found.add(code)
        what = catalogue.indicator(code)
        ahead.extend((what.denominator, what.counts))
        ahead.extend(at.bridge.series for at in what.breaks if at.bridge)
        ahead.extend(other.code for other in catalogue.indicators if other.counts == code)
    return frozenset(found)


def _surroundings(catalogue: Catalogue) -> tuple[object, ...]:
    """What any indicator's results may rest on."""
    return catalogue.home, catalogue.districts, catalogue.areas, catalogue.groups


def _about(revisions: Sequence[Revision], indicator: str) -> tuple[Revision, ...]:
    return tuple(revision for revision in revisions if revision.indicator == indicator)


def _prints(table: ObservationTable) -> dict[str, tuple[int, int]]:
    """Of each indicator the number of its observations and a hash of their ids.

    An observation in a pack never changes, so the same ids are the same numbers.
    """
    ids: dict[str, list[int]] = {}
    for indicator, number in zip(table.indicator, table.id, strict=True):
        ids.setdefault(indicator, []).append(number)
    return {code: (len(found), hash(tuple(sorted(found)))) for code, found in ids.items()}


def _by_span(
    table: ObservationTable, rows: Sequence[int]
) -> dict[SeriesKey, dict[Span, tuple[Period, int]]]:
    found: dict[SeriesKey, dict[Span, tuple[Period, int]]] = {}
    for row in rows:
        start, end = table.start[row], table.end[row]
        period = Period(end, start, PeriodKind(table.kind[row]))
        key = (table.indicator[row], table.area[row], table.unit[row])
        found.setdefault(key, {})[start, end] = (period, row)
    return found
