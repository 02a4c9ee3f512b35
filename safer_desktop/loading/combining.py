"""Joins a figure with its numerator and denominator, and sets duplicates aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Observation,
    Problem,
    Severity,
    SourceCell,
    Status,
)
from safer_desktop.domain.periods import Period
from safer_desktop.loading.recipes import Role
from safer_desktop.loading.remarks import place_words


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A number with its meaning, not yet joined with its numerator or denominator."""

    indicator: str
    area: str
    period: Period
    unit: Unit
    role: Role
    value: float
    status: Status
    source: SourceCell

    @property
    def key(self) -> tuple[str, str, Period, Unit]:
        """What its parts have in common."""
        return (self.indicator, self.area, self.period, self.unit)


class Combiner:
    """Makes observations of the cells of one file, and collects what is wrong among them."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file

    def observations(self, cells: list[ReadCell]) -> Iterator[Observation]:
        """One observation for each indicator, area, period and unit; fills ``problems``."""
        groups: dict[tuple[str, str, Period, Unit], dict[Role, ReadCell]] = {}
        for cell in cells:
            roles = groups.setdefault(cell.key, {})
            if cell.role in roles:
                self._duplicate(roles[cell.role], cell)
            else:
                roles[cell.role] = cell
        for roles in groups.values():
            joined = self._joined(roles)
            if joined is not None:
                yield joined

    def _joined(self, roles: dict[Role, ReadCell]) -> Observation | None:
        value, over, under = (roles.get(role) for role in Role)
        first = value or over or under
        assert first is not None
        observation = Observation(
            first.indicator,
            first.area,
            first.period,
            first.unit,
            first.value,
            first.source,
            over.value if over else None,
            under.value if under else None,
            first.status,
        )
        if value is not None:
            return observation
        if over is None or under is None or not under.value:
            lacking = "how many were counted" if over is None else "out of how many"
            what = f"The figure lacks {lacking}; it was left out."
            self._say(Severity.WARNING, "part-missing", what, "", first)
            return None
        ratio = over.value / under.value
        factor = {Unit.PERCENTAGE: 100.0, Unit.RATIO: 1.0}.get(first.unit, 1000.0)
        raw = f"{over.source.raw} of {under.source.raw} ({over.source.cell}, {under.source.cell})"
        source = replace(over.source, raw=raw)
        return replace(observation, value=round(ratio * factor, 10), source=source)

    def _duplicate(self, first: ReadCell, second: ReadCell) -> None:
        same = first.value == second.value
        what = (
            f"The same figure ({first.indicator}, {first.area}, {first.period.label}) stands twice,"
            f" in {first.source.cell} ({first.source.raw}) and {second.source.cell}"
            f" ({second.source.raw})."
        )
        remedy = "" if same else "Leave one of the two out, or correct the file."
        severity = Severity.NOTE if same else Severity.ERROR
        self._say(severity, "duplicate", what, remedy, first, second)

    def _say(
        self, severity: Severity, check: str, what: str, remedy: str, *cells: ReadCell
    ) -> None:
        """Say something of these cells; the last of them is the one to go to."""
        last = cells[-1].source
        where = place_words(self._file, last.sheet, last.cell)
        places = tuple(CellPlace(cell.source.sheet, cell.source.cell) for cell in cells)
        may_accept = severity is not Severity.ERROR
        self.problems.append(Problem(severity, what, where, remedy, check, places, may_accept))
