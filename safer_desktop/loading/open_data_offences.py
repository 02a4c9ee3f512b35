"""The Home Office's open data of police recorded crime: one row per force, quarter and offence.

Csv, xlsx and ods, one sheet or one for each year; also the tables by community safety partnership.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from safer_desktop.domain.areas import AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import (
    CellPlace,
    Observation,
    Problem,
    Severity,
    SourceCell,
)
from safer_desktop.domain.periods import Period
from safer_desktop.loading.areas import AreaMatcher, plain_name
from safer_desktop.loading.cells import Sheet, Workbook, a1
from safer_desktop.loading.numbers import read_number
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.remarks import place_words

CODE = "home-office-recorded-crime"
PARTNER = "Home Office"
ALL_CRIME = "all-crime"

_SEARCHED_ROWS = 12
_MOST_TOLD = 8
_YEAR = re.compile(r"((?:19|20)\d\d)\s?[/-]\s?(?:(?:19|20)?\d\d)")
_QUARTER = re.compile(r"(?:q(?:uarter)?\s?)?([1-4])(?:\.0)?", re.IGNORECASE)
_NEEDED = ("year", "quarter", "force", "group", "subgroup", "count")
_HEADINGS = {
    "year": ("financial year",),
    "quarter": ("financial quarter",),
    "force": ("force name",),
    "partnership": ("csp name",),
    "group": ("offence group",),
    "subgroup": ("offence subgroup", "offence sub group"),
    "count": ("number of offences", "offence count"),
}
_SUBGROUPS = {
    "homicide": "homicide",
    "violence with injury": "violence-with-injury",
    "violence without injury": "violence-without-injury",
    "robbery of business property": "robbery",
    "robbery of personal property": "robbery",
    "domestic burglary": "burglary-dwelling",
    "residential burglary": "burglary-dwelling",
    "non domestic burglary": "burglary-other",
    "non residential burglary": "burglary-other",
    "burglary business and community": "burglary-other",
    "burglary residential": "burglary-dwelling",
    "theft of a motor vehicle": "vehicle-crime",
    "theft from a vehicle": "vehicle-crime",
    "vehicle interference": "vehicle-crime",
    "theft or unauthorised taking of a motor vehicle": "vehicle-crime",
    "shoplifting": "shoplifting",
    "theft from the person": "other-theft",
    "bicycle theft": "other-theft",
    "other theft offences": "other-theft",
    "all other theft offences": "other-theft",
    "arson": "criminal-damage",
    "criminal damage": "criminal-damage",
    "possession of drugs": "drug-offences",
    "trafficking of drugs": "drug-offences",
    "possession of weapons offences": "weapons-possession",
    "public order offences": "public-order",
}
_FRAUD = "fraud offences"
_FORCE_WORDS = re.compile(r"\b(?:police force area|police service|police|constabulary|force)\b")
_PARTNERSHIP_KINDS = (AreaKind.DISTRICT, AreaKind.COUNTY)
_NO_AREAS = frozenset(
    ("action fraud", "british transport police", "cifas", "financial fraud action uk", "uk finance")
)


@dataclass(slots=True)
class _Tally:
    """What was counted, and what could not be."""

    counts: Counter[tuple[str, str, Period]] = field(default_factory=Counter)
    rows: Counter[tuple[str, str, Period]] = field(default_factory=Counter)
    sheets: dict[tuple[str, str, Period], str] = field(default_factory=dict)
    negative: list[tuple[CellPlace, float]] = field(default_factory=list)
    unreadable: list[tuple[CellPlace, str]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    subgroups: Counter[str] = field(default_factory=Counter)


def offence_recipe(workbook: Workbook) -> Recipe | None:
    """The recipe for such tables, told by their headings; ``None`` for other workbooks."""
    if any(_columns(sheet) for sheet in workbook.sheets):
        return Recipe(CODE, "Home Office recorded crime open data", PARTNER, ())
    return None


def read_offences(
    workbook: Workbook, catalogue: Catalogue
) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """Offences by area, quarter and indicator of the catalogue: sums of rows, fraud left out.

    A negative number takes back crimes that were recorded in an earlier quarter and cancelled.
    """
    tally = _Tally()
    for sheet in workbook.sheets:
        found = _columns(sheet)
        if found is not None:
            _count(sheet, *found, catalogue, tally)
    observations = tuple(
        Observation(
            indicator,
            area,
            period,
            Unit.COUNT,
            float(tally.counts[indicator, area, period]),
            SourceCell(
                tally.sheets[indicator, area, period],
                "",
                f"{number(rows)} {'row' if rows == 1 else 'rows'} added up in {workbook.name}",
            ),
        )
        for (indicator, area, period), rows in tally.rows.items()
    )
    return observations, tuple(_problems(workbook.name, tally))


def _columns(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The heading row and where each needed column is; ``None`` if it is no such sheet."""
    for row in range(min(_SEARCHED_ROWS, sheet.height)):
        headed = {
            " ".join(re.sub(r"[^a-z]+", " ", sheet.text(row, column).casefold()).split()): column
            for column in range(sheet.width)
        }
        found = {
            name: headed[wanted]
            for name, headings in _HEADINGS.items()
            for wanted in headings
            if wanted in headed
        }
        is_whole = all(name in found for name in _NEEDED if name != "force")
        if is_whole and ("force" in found or "partnership" in found):
            return row, found
    return None


def _count(
    sheet: Sheet, header: int, columns: dict[str, int], catalogue: Catalogue, tally: _Tally
) -> None:
    area_column = columns.get("partnership", columns.get("force", 0))
    areas = _Areas(catalogue, partnerships="partnership" in columns)
    for row in range(header + 1, sheet.height):
        name = sheet.text(row, area_column)
        if not name:
            continue
        area = areas.code(name)
        if area is None:
            tally.others[name] += 1
            continue
        place = CellPlace(sheet.name, a1(row, columns["count"]))
        value = read_number(sheet.value(row, columns["count"]))
        period = _period(sheet.text(row, columns["year"]), sheet.text(row, columns["quarter"]))
        if value is None or period is None:
            said = sheet.text(row, columns["count" if period else "year"])
            tally.unreadable.append((place, said))
            continue
        if value.value < 0:
            tally.negative.append((place, value.value))
        group = _plain(sheet.text(row, columns["group"]))
        subgroup = sheet.text(row, columns["subgroup"])
        codes = [] if group == _FRAUD else [ALL_CRIME, _SUBGROUPS.get(_plain(subgroup), "")]
        if group != _FRAUD and not codes[1]:
            tally.subgroups[subgroup] += 1
        for code in codes:
            if code and catalogue.has_indicator(code):
                key = (code, area, period)
                tally.counts[key] += int(value.value)
                tally.rows[key] += 1
                tally.sheets.setdefault(key, sheet.name)


class _Areas:
    """Which area of the catalogue a force's or partnership's name means, looked up once each."""

    def __init__(self, catalogue: Catalogue, *, partnerships: bool) -> None:
        self._seen: dict[str, str | None] = {}
        self._forces: dict[str, str] = {}
        self._matcher: AreaMatcher | None = None
        self._catalogue = catalogue
        if partnerships:
            self._matcher = AreaMatcher(catalogue)
        for area in catalogue.areas:
            if area.kind is AreaKind.FORCE:
                for name in (area.name, *area.other_names):
                    self._forces[_force(name)] = area.code
        self._forces.pop("", None)

    def code(self, name: str) -> str | None:
        """The area's code; ``None`` for others, and for what is no area."""
        if name not in self._seen:
            self._seen[name] = self._found(name)
        return self._seen[name]

    def _found(self, name: str) -> str | None:
        if self._matcher is None:
            return self._forces.get(_force(name))
        code = self._matcher.exact(name).code
        is_part = code is not None and self._catalogue.area(code).kind in _PARTNERSHIP_KINDS
        return code if is_part else None


def _force(name: str) -> str:
    return " ".join(_FORCE_WORDS.sub(" ", plain_name(name)).split())


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", text.casefold()).split())


def _period(year: str, quarter: str) -> Period | None:
    years, quarters = _YEAR.search(year), _QUARTER.fullmatch(quarter.strip())
    if years is None or quarters is None:
        return None
    return Period.quarter(int(years[1]), int(quarters[1]))


def _problems(file: str, tally: _Tally) -> Iterator[Problem]:
    if tally.unreadable:
        place, said = tally.unreadable[0]
        yield Problem(
            Severity.ERROR,
            f"{number(len(tally.unreadable))} rows have no number or no quarter that can be read,"
            f" such as '{said}'.",
            place_words(file, place.sheet, place.cell),
            "Use the file as the Home Office gives it.",
            check="row-unreadable",
            cells=tuple(it for it, _ in tally.unreadable[:200]),
            may_accept=False,
        )
    if tally.negative:
        total = -sum(value for _, value in tally.negative)
        first = tally.negative[0][0]
        rows = len(tally.negative)
        yield Problem(
            Severity.NOTE,
            f"{number(rows)} negative {'number' if rows == 1 else 'numbers'} ({number(total)}"
            " offences in all): crimes recorded earlier and cancelled, taken off the sums.",
            place_words(file, first.sheet, first.cell),
            check="negative-counts",
            cells=tuple(it for it, _ in tally.negative[:200]),
        )
    no_areas = [name for name in tally.others if plain_name(name) in _NO_AREAS]
    if no_areas:
        yield _note(file, f"Not areas, and left out: {', '.join(no_areas)}.", "no-area")
    outside = [name for name in tally.others if plain_name(name) not in _NO_AREAS]
    if outside:
        shown = ", ".join(outside[:_MOST_TOLD])
        more = f" and {len(outside) - _MOST_TOLD} more" if len(outside) > _MOST_TOLD else ""
        what = (
            f"{number(len(outside))} areas outside the catalogue were passed over: {shown}{more}."
        )
        yield _note(file, what, "areas-passed-over")
    if tally.subgroups:
        names = ", ".join(sorted(tally.subgroups))
        what = f"Offences that have no indicator of their own count in all recorded crime: {names}."
        yield _note(file, what, "offences-without-indicator")
    yield _note(file, "Fraud, which is recorded nationally, is in no count.", "source-note")


def _note(file: str, what: str, check: str) -> Problem:
    return Problem(Severity.NOTE, what, file, check=check)
