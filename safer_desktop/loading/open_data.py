"""Open data that the program knows by its shape: built-in recipes, their licence, their reading."""

from __future__ import annotations

from collections.abc import Sequence

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.observations import Observation, Problem, Settlement
from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.open_data_forces import CODE as FORCES
from safer_desktop.loading.open_data_forces import force_recipe, read_forces
from safer_desktop.loading.open_data_offences import CODE as OFFENCES
from safer_desktop.loading.open_data_offences import offence_recipe, read_offences
from safer_desktop.loading.populations import CODE as POPULATIONS
from safer_desktop.loading.populations import population_recipe, read_populations
from safer_desktop.loading.recipes import Recipe

_LICENCE = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Source: "
)
_SOURCES = {
    POPULATIONS: "Office for National Statistics, mid-year population estimates.",
    FORCES: "Office for National Statistics and Home Office, police force area data tables.",
    OFFENCES: "Home Office, police recorded crime open data tables.",
}


def built_in_recipe(workbook: Workbook) -> Recipe | None:
    """The built-in recipe for open data, told by its headings; ``None`` for other workbooks."""
    return force_recipe(workbook) or offence_recipe(workbook) or population_recipe(workbook)


def is_built_in(recipe: Recipe) -> bool:
    """Whether a recipe is made anew from each workbook's shape, and never kept."""
    return recipe.code in _SOURCES


def attribution(recipe: Recipe) -> str:
    """What the licence of the data asks to be said; empty for a partner's own data."""
    source = _SOURCES.get(recipe.code)
    return licensed(source) if source else ""


def licensed(source: str) -> str:
    """What the Open Government Licence asks to be said of data from this source."""
    return f"{_LICENCE}{source}"


def read_built_in(
    workbook: Workbook,
    recipe: Recipe,
    catalogue: Catalogue,
    settlements: Sequence[Settlement] = (),
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """What a workbook holds by its built-in recipe, and every problem met."""
    if recipe.code == FORCES:
        return read_forces(workbook, recipe, catalogue, settlements)
    if recipe.code == OFFENCES:
        return read_offences(workbook, catalogue)
    return read_populations(workbook, catalogue, settlements)
