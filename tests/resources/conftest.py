"""Reads a sample's files as the program does, once per session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from safer_desktop.domain.areas import Area, Group
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Indicator, Priority, Unit
from safer_desktop.domain.observations import Observation, Problem
from safer_desktop.domain.periods import Period
from safer_desktop.domain.plain import from_plain
from safer_desktop.domain.progress import Silent
from safer_desktop.domain.records import RecordKind
from safer_desktop.loading.readers import read_workbook
from safer_desktop.loading.reading import read_table
from safer_desktop.loading.recognise import recipe_for
from safer_desktop.workbench.samples import Sample, sample


@dataclass(frozen=True)
class ReadSample:
    """A sample with its catalogue and everything that its files gave, by file name."""

    sample: Sample
    catalogue: Catalogue
    observations: dict[str, tuple[Observation, ...]]
    problems: dict[str, tuple[Problem, ...]]
    recognised: dict[str, bool]

    def value(
        self, indicator: str, area: str, period: Period, unit: Unit | None = None
    ) -> Observation:
        """The one observation for this; fails if there is none or more than one."""
        (found,) = (
            o
            for observations in self.observations.values()
            for o in observations
            if (o.indicator, o.area, o.period) == (indicator, area, period)
            and unit in (None, o.unit)
        )
        return found

    def months(self, indicator: str, area: str, first: Period) -> float:
        """The sum of the twelve months that begin with this one; fails if any is missing."""
        months = [first.shifted(n) for n in range(12)]
        return sum(self.value(indicator, area, month).value for month in months)


def _catalogue(chosen: Sample) -> Catalogue:
    records = chosen.records()
    council = records[RecordKind.COUNCIL]["council"]
    return Catalogue(
        council=str(council["council"]),
        home=str(council["home"]),
        districts=from_plain(tuple[str, ...], council["districts"]),
        priorities=from_plain(tuple[Priority, ...], list(records[RecordKind.PRIORITY].values())),
        indicators=from_plain(tuple[Indicator, ...], list(records[RecordKind.INDICATOR].values())),
        areas=from_plain(tuple[Area, ...], list(records[RecordKind.AREA].values())),
        groups=from_plain(tuple[Group, ...], list(records[RecordKind.GROUP].values())),
    )


@cache
def _read(name: str) -> ReadSample:
    chosen = sample(name)
    catalogue = _catalogue(chosen)
    recipes = [file.recipe for file in chosen.files if file.recipe]
    observations, problems, recognised = {}, {}, {}
    for file in chosen.files:
        workbook = read_workbook(file.path, Silent())
        assert file.recipe is not None
        found = read_table(workbook, file.recipe, catalogue)
        observations[file.path.name], problems[file.path.name] = found
        recognised[file.path.name] = recipe_for(workbook, recipes) == file.recipe
    return ReadSample(chosen, catalogue, observations, problems, recognised)


@pytest.fixture(scope="session")
def read_sample() -> Callable[[str], ReadSample]:
    return _read
