"""What the checks look at: the figures of a file, and what the pack holds already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import CellPlace, Observation, Problem, Severity
from safer_desktop.domain.periods import Period, PeriodKind

Key = tuple[str, str, Period, Unit]
Series = tuple[str, str, Unit, PeriodKind]
"""Indicator, area, unit and kind of period of figures that follow one another."""

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Earlier:
    """What else earlier loads tell a check.

    ``with_parts`` are indicators and units that came with numerator and denominator;
    ``withdrawn`` says of files that were taken back, by SHA-256, when and by whom.
    """

    with_parts: frozenset[tuple[str, Unit]] = frozenset()
    withdrawn: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Brought:
    """The observations of a file beside the catalogue and the values that the pack knows."""

    observations: tuple[Observation, ...]
    catalogue: Catalogue
    known: Mapping[Key, float]
    file: str
    earlier: Earlier

    @cached_property
    def series(self) -> dict[Series, list[Observation]]:
        """The file's figures by series, in order of time."""
        found: dict[Series, list[Observation]] = defaultdict(list)
        for it in self.observations:
            found[series_of(it)].append(it)
        return {key: sorted(run, key=lambda it: it.period) for key, run in found.items()}

    @cached_property
    def known_series(self) -> dict[Series, dict[Period, float]]:
        """The pack's values by series."""
        found: dict[Series, dict[Period, float]] = defaultdict(dict)
        for (indicator, area, period, unit), value in self.known.items():
            found[indicator, area, unit, period.kind][period] = value
        return dict(found)

    @cached_property
    def by_key(self) -> dict[Key, Observation]:
        """The file's figures by what they are of; the first where one stands twice."""
        found: dict[Key, Observation] = {}
        for it in self.observations:
            found.setdefault(it.key, it)
        return found

    def name(self, indicator: str) -> str:
        """What an indicator is called."""
        return self.catalogue.indicator(indicator).name

    def place(self, area: str) -> str:
        """An area's name; its code where it is none of the catalogue's, as in national tables."""
        return self.catalogue.area(area).short if self.catalogue.has_area(area) else area

    def problem(
        self,
        severity: Severity,
        check: str,
        what: str,
        figures: Sequence[Observation],
        remedy: str,
        *,
        may_accept: bool = True,
    ) -> Problem:
        """A finding about these figures, the one to go to first."""
        places = (place_of(it) for it in figures if it.source.cell)
        cells = tuple(dict.fromkeys(places))
        first = figures[0].source
        more = f" and {more_words(len(cells) - 1, 'cell')}" if len(cells) > 1 else ""
        where = first.words(self.file) + more
        return Problem(severity, what, where, remedy, check, cells, may_accept)


def series_of(it: Observation) -> Series:
    """The series that a figure belongs to."""
    return (it.indicator, it.area, it.unit, it.period.kind)


def place_of(it: Observation) -> CellPlace:
    """The cell of a figure."""
    return CellPlace(it.source.sheet, it.source.cell)


def shown(it: Observation) -> str:
    """The number as its cell shows it; a count of rows has no cell, so the number itself."""
    return it.source.raw if it.source.cell else number(it.value)


def rounded(value: float, unit: Unit) -> str:
    """A value in a sentence: a count without decimals, anything else with at most two."""
    return number(value, 0 if unit is Unit.COUNT and float(value).is_integer() else 2)


def few(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    unlike = list(dict.fromkeys(names))
    first = ", ".join(unlike[:_SHOWN])
    rest = len(unlike) - _SHOWN
    return f"{first} and {rest} more" if rest > 0 else first


def more_words(count: int, what: str) -> str:
    """``1 more cell`` or ``4 more cells``."""
    return f"1 more {what}" if count == 1 else f"{count:,} more {what}s"
