"""Counts the incidents of a data.police.uk download. Rows are counted and forgotten, never kept.

Every row is an incident of its own, even where it equals another: nothing is de-duplicated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import number
from safer_desktop.domain.errors import LoadError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Observation, Problem, Severity, SourceCell
from safer_desktop.domain.periods import Period, add_months, months_between
from safer_desktop.domain.progress import Progress
from safer_desktop.loading.police_files import StreetFile, find_download, is_police_download

if TYPE_CHECKING:
    from safer_desktop.loading.extracts import Counts

__all__ = ["ALL_CRIME", "IncidentCount", "count_incidents", "is_police_download", "street_code"]

ALL_CRIME = "policeuk-all-crime"
ASB = "policeuk-anti-social-behaviour"
CATEGORIES_SINCE = date(2013, 5, 1)
"""Since this month the categories are today's, so that one without a row is a true zero."""

_FORCE_WORDS = re.compile(r"-(police-force-area|police-service|police|constabulary|force)$")


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """What a download gives: counts by month, area and crime type, and what to know of them."""

    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]
    rows: int


@dataclass(slots=True)
class _Tally:
    """One force's month, by place (LSOA name without its last word) and crime type."""

    file: StreetFile
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        return self.counts.total()

    def of_place(self, place: str) -> Counter[str]:
        return Counter({kind: n for (at, kind), n in self.counts.items() if at == place})

    def everywhere(self) -> Counter[str]:
        totals: Counter[str] = Counter()
        for (_, kind), rows in self.counts.items():
            totals[kind] += rows
        return totals


def street_code(crime_type: str) -> str:
    """The indicator code of a street-level category: ``policeuk-violence-and-sexual-offences``."""
    return "policeuk-" + re.sub(r"[^a-z]+", "-", crime_type.lower()).strip("-")


def count_incidents(path: Path, catalogue: Catalogue, progress: Progress) -> IncidentCount:
    """Count a download's rows by month, area and crime type.

    Counted are the files of the forces in the catalogue, for the areas that make up the force and
    for the force itself; the force's total also holds rows without a place or placed outside it.
    A month without a file stays a gap. Raises :class:`LoadError` (damaged zip, no street-level
    file, columns missing, no file of a known force) and Cancelled.
    """
    download = find_download(path)
    forces = _forces(catalogue)
    files = [file for file in download.street if file.force in forces]
    if not files:
        found = ", ".join(sorted({file.force for file in download.street}))
        known = ", ".join(force.name for force in forces.values()) or "none"
        raise LoadError(
            f"'{download.name}' has files of {found} only, no police force of the catalogue.",
            where=f"(forces in the catalogue: {known})",
            remedy="Download the county's own police force, or add the force to the catalogue.",
        )
    tallies = _tallies(files, download.name, progress)
    observations = tuple(
        observation
        for tally in tallies
        for observation in _observations(tally, forces[tally.file.force], catalogue)
    )
    left_out = [file for file in download.street if file.force not in forces]
    problems = [
        *_files_left_out(download.name, left_out, download.others),
        *_missing_months(download.name, tallies, forces),
        *_unplaced(download.name, tallies, forces, catalogue),
        *_unknown_types(download.name, tallies, catalogue),
    ]
    return IncidentCount(observations, tuple(problems), sum(t.rows for t in tallies))


def _forces(catalogue: Catalogue) -> dict[str, Area]:
    """The catalogue's forces by the names that download files may give them."""
    found: dict[str, Area] = {}
    for area in catalogue.areas:
        if area.kind is AreaKind.FORCE and area.parts:
            for name in (area.name, *area.other_names):
                slug = re.sub(r"[^a-z]+", "-", name.lower()).strip("-")
                found[_FORCE_WORDS.sub("", slug)] = area
    return found


def _smallest_parts(area: Area, catalogue: Catalogue) -> Iterator[Area]:
    if not area.parts:
        yield area
    for code in area.parts:
        yield from _smallest_parts(catalogue.area(code), catalogue)


def _tallies(files: Sequence[StreetFile], download: str, progress: Progress) -> list[_Tally]:
    """Have the files counted; raises :class:`LoadError` for one that is not as published."""
    from safer_desktop.loading.extract_child import TextPart, Wanted
    from safer_desktop.loading.extract_jobs import count_texts
    from safer_desktop.loading.extract_tally import Rules, whole_label

    parts = [
        TextPart(file.path, file.name, file.member, file.size, _month_number(file))
        for file in files
    ]
    last = max(file.month.end for file in files)
    wanted = Wanted(
        "Month",
        "LSOA name",
        "Crime type",
        "",
        Rules(today=last),
        area_text=whole_label,
        place=False,
        apart=True,
    )
    counted = count_texts(parts, wanted, progress)
    return [
        _tally(file, counts, f"in {download}" if download != file.name else "")
        for file, counts in zip(files, counted, strict=True)
    ]


def _month_number(file: StreetFile) -> int:
    return file.month.start.year * 12 + file.month.start.month - 1


def _tally(file: StreetFile, counts: Counts, where: str) -> _Tally:
    faults = [rows for trouble, rows in counts.troubles.items() if trouble.name != "AREA_BLANK"]
    faults += [counts.short] if counts.short.rows else []
    if faults:
        raise LoadError(
            f"'{file.name}', {faults[0].first[0]}, is no row of {file.month.label} with a crime"
            " type.",
            where=where,
            remedy="The file was cut off or changed: download it again.",
        )
    tally = _Tally(file)
    for _, lsoa, kind, rows in counts.cells:
        tally.counts[lsoa.rpartition(" ")[0], kind] += rows
    return tally


def _observations(tally: _Tally, force: Area, catalogue: Catalogue) -> Iterator[Observation]:
    if not tally.rows:
        return
    types = _types(tally, catalogue)
    yield from _of_area(tally, force.code, tally.everywhere(), types)
    for area in _smallest_parts(force, catalogue):
        counts: Counter[str] = Counter()
        for name in {area.name, *area.other_names}:
            counts.update(tally.of_place(name))
        yield from _of_area(tally, area.code, counts, types)


def _types(tally: _Tally, catalogue: Catalogue) -> list[str]:
    """Codes of the catalogue's categories that this month's file can speak of."""
    known = [
        i.code
        for i in catalogue.indicators
        if i.code.startswith("policeuk-") and i.code != ALL_CRIME
    ]
    if tally.file.month.start >= CATEGORIES_SINCE:
        return known
    present = {street_code(kind) for kind in tally.everywhere()}
    return [code for code in known if code in present]


def _of_area(
    tally: _Tally, area: str, counts: Counter[str], types: list[str]
) -> Iterator[Observation]:
    by_code: Counter[str] = Counter()
    for kind, rows in counts.items():
        by_code[street_code(kind)] += rows
    all_crime = by_code.total() - by_code[ASB]
    for code, rows in ((ALL_CRIME, all_crime), *((code, by_code[code]) for code in types)):
        words = f"{number(rows)} {'row' if rows == 1 else 'rows'} counted in {tally.file.name}"
        yield Observation(
            indicator=code,
            area=area,
            period=tally.file.month,
            unit=Unit.COUNT,
            value=float(rows),
            source=SourceCell("", "", words),
        )


def _files_left_out(
    download: str, street: list[StreetFile], others: tuple[str, ...]
) -> Iterator[Problem]:
    if street:
        forces = ", ".join(sorted({file.force for file in street}))
        yield Problem(
            Severity.NOTE,
            f"Files of other forces, not counted: {number(len(street))} ({forces}).",
            download,
        )
    for what in ("outcomes", "stop-and-search"):
        files = [name for name in others if name.lower().endswith(f"-{what}.csv")]
        if files:
            said = f"Files of {what}, not read: {number(len(files))}."
            yield Problem(Severity.NOTE, said, download)


def _missing_months(
    download: str, tallies: list[_Tally], forces: dict[str, Area]
) -> Iterator[Problem]:
    for force in sorted({tally.file.force for tally in tallies}):
        have = {t.file.month.start for t in tallies if t.file.force == force and t.rows}
        for tally in tallies:
            if tally.file.force == force and not tally.rows:
                yield Problem(
                    Severity.WARNING,
                    f"{tally.file.month.label} has no rows at all: it stays a gap, not a zero.",
                    f"{download}, {tally.file.name}",
                )
        gaps = [month for month in _months_between(have) if month not in have]
        if gaps:
            labels = ", ".join(Period.month(m.year, m.month).label for m in gaps)
            yield Problem(
                Severity.WARNING,
                f"{forces[force].short} has no data for {labels}: a gap, not a zero.",
                download,
                "Add these months to the download if the force has published them.",
            )


def _months_between(months: set[date]) -> Iterator[date]:
    if months:
        first = min(months)
        for offset in range(months_between(first, max(months)) + 1):
            yield add_months(first, offset)


def _unplaced(
    download: str, tallies: list[_Tally], forces: dict[str, Area], catalogue: Catalogue
) -> Iterator[Problem]:
    by_month = {tally.file.month: tally.of_place("").total() for tally in tallies}
    unplaced = sum(by_month.values())
    if unplaced:
        rows = number(sum(tally.rows for tally in tallies))
        most = max(by_month, key=lambda month: by_month[month])
        yield Problem(
            Severity.NOTE,
            f"Rows without a location: {number(unplaced)} of {rows} "
            f"(most in {most.label}: {number(by_month[most])}). They count for the police force "
            "area but for no district.",
            download,
        )
    outside = _outside(tallies, forces, catalogue)
    if outside:
        named = _listed(dict(outside.most_common()))
        yield Problem(
            Severity.NOTE,
            f"Rows placed outside the force: {number(outside.total())} ({named}). They count for "
            "the police force area but for no district.",
            download,
        )


def _outside(tallies: list[_Tally], forces: dict[str, Area], catalogue: Catalogue) -> Counter[str]:
    outside: Counter[str] = Counter()
    for tally in tallies:
        inside = {""}
        for area in _smallest_parts(forces[tally.file.force], catalogue):
            inside.update((area.name, *area.other_names))
        for (place, _), rows in tally.counts.items():
            if place not in inside:
                outside[place] += rows
    return outside


def _unknown_types(download: str, tallies: list[_Tally], catalogue: Catalogue) -> Iterator[Problem]:
    totals: Counter[str] = Counter()
    for tally in tallies:
        totals.update(tally.everywhere())
    unknown = {k: n for k, n in totals.items() if not catalogue.has_indicator(street_code(k))}
    if unknown:
        yield Problem(
            Severity.NOTE,
            f"Crime types that are not in the catalogue: {_listed(unknown)}. They count "
            "in all crime only.",
            download,
        )


def _listed(rows_of: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number(rows)}" for name, rows in rows_of.items())
