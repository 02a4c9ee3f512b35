"""What open data also has and the catalogue lacks: offered before the figures are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Frequency, Indicator, Polarity, Unit
from safer_desktop.loading.cells import Workbook
from safer_desktop.loading.open_data_forces import CODE, KNIFE, PARTNER
from safer_desktop.loading.recipes import Recipe

_FORCE = "E23"
_FOOTNOTES = re.compile(r"(?<=[a-z])\d+(?:,\s?\d+)*\s*$")


@dataclass(frozen=True, slots=True)
class Offer:
    """Areas and indicators that could be added; empty where the catalogue has all it can use."""

    areas: tuple[Area, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def names(self) -> str:
        """What is offered, by name."""
        return ", ".join([area.name for area in self.areas] + [it.name for it in self.indicators])

    def __bool__(self) -> bool:
        return bool(self.areas or self.indicators)


def offer(workbook: Workbook, recipe: Recipe, catalogue: Catalogue) -> Offer:
    """The other police forces of the home force's region, and knife offences where they stand."""
    if recipe.code != CODE:
        return Offer()
    named = dict(_peers(workbook, recipe, catalogue))
    areas = tuple(
        Area(code, f"{name} police force area", AreaKind.FORCE, short_name=f"{name} force")
        for code, name in named.items()
        if not catalogue.has_area(code)
    )
    has_knives = any(KNIFE in table.indicators.values() for table in recipe.tables)
    wanted = has_knives and not catalogue.has_indicator(KNIFE)
    return Offer(areas, (_knives(catalogue),) if wanted else ())


def _peers(workbook: Workbook, recipe: Recipe, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Codes and names of the forces listed under the same region as a force of the catalogue."""
    home = {area.code for area in catalogue.areas if area.kind is AreaKind.FORCE and area.parts}
    for table in recipe.tables:
        sheet = workbook.sheet(table.sheet)
        if sheet is None or len(table.area.lines) < 2:
            continue
        block: dict[str, str] = {}
        for row in range(table.first_row, table.last_row + 2):
            code, name = (sheet.text(row, column) for column in table.area.lines)
            if code.startswith(_FORCE):
                block[code] = _FOOTNOTES.sub("", name).strip()
                continue
            if home & set(block):
                yield from block.items()
            block = {}


def _knives(catalogue: Catalogue) -> Indicator:
    return Indicator(
        code=KNIFE,
        name="Knife and sharp instrument offences",
        short_name="Knife offences",
        priority="",
        definition="Selected serious offences recorded by the police that involve a knife or sharp"
        " instrument.",
        unit=Unit.COUNT,
        noun="offences",
        polarity=Polarity.NEUTRAL,
        frequency=Frequency.YEARLY,
        partner=PARTNER,
        footprint=_home_force(catalogue),
        denominator="population",
        decimals=0,
    )


def _home_force(catalogue: Catalogue) -> str:
    """The force that the home county is part of; the county itself where none is known."""
    forces = (area for area in catalogue.areas if area.kind is AreaKind.FORCE)
    return next((it.code for it in forces if catalogue.home in it.parts), catalogue.home)
