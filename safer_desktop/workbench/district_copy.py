"""Copies of the pack for the districts: each a new pack, made of nothing but what may leave."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.analysis.disclosure import Cell, Span
from safer_desktop.analysis.handout import SMALL_BELOW, Handout, Kept, handout
from safer_desktop.domain.errors import Cancelled, PackError
from safer_desktop.domain.indicators import Unit
from safer_desktop.domain.observations import Load, Observation, SourceCell, SourceFile
from safer_desktop.domain.progress import Progress, Silent, check_cancelled
from safer_desktop.domain.records import Edit, FieldChange, Json, RecordKind, RecordRef
from safer_desktop.workbench.catalogue_records import COUNCIL, order_field
from safer_desktop.workbench.handed_over import THIS, cell_of, cell_row, closed_in_copy, print_of

if TYPE_CHECKING:
    from safer_desktop.workbench.bench import Workbench

THRESHOLD_FIELD = "small_below"
"""The council's field with the number below which a count is small."""

_Fields = dict[str, Json]
_Records = dict[RecordKind, dict[str, _Fields]]
_GIVEN_WHOLE = (RecordKind.PRIORITY, RecordKind.AREA, RecordKind.GROUP, RecordKind.WORDING)
_PAPER_FIELDS = frozenset({"title", "board", "meeting_date", "agenda_item"})
_COUNCIL_FIELDS = frozenset(
    {"council", "home", "districts", "title", "edition", "scheme", THRESHOLD_FIELD}
    | {order_field(kind) for kind in (*_GIVEN_WHOLE, RecordKind.INDICATOR)}
    | {order_field(RecordKind.INCIDENT_TYPE)}
)
_SUM_WORDS = "sum of twelve months, handed over by the county"
_FIGURE_WORDS = "handed over by the county"


@dataclass(frozen=True, slots=True)
class Preview:
    """What one district's copy would hold, and what it would lack."""

    district: str
    name: str
    own: int
    county: int
    elsewhere: int
    """Figures of the other districts and of the areas compared with."""
    withheld: int
    """Of its own figures."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the copies of now would be.

    ``kept`` are all figures that no copy gets; ``words`` the titles of the report's own paragraphs
    that can go with them, ``private`` of those that name a district and stay in any case.
    """

    previews: tuple[Preview, ...]
    kept: tuple[Kept, ...]
    words: tuple[str, ...]
    private: tuple[str, ...]
    small_below: float
    handout: Handout


def plan(bench: Workbench) -> Plan:
    """Work out what may leave. Raises :class:`PackError` in a district's copy."""
    if bench.handover:
        raise closed_in_copy(bench.handover, "District copies")
    given = _handout(bench)
    table = bench.observation_table()
    areas = dict(zip(table.id, table.area, strict=True))
    leaving = Counter(areas[number] for number in given.ids)
    leaving.update(it.area for it in given.sums)
    staying = Counter(it.area for it in given.kept)
    home = bench.catalogue.home
    total = sum(leaving.values())
    previews = tuple(
        Preview(
            code,
            bench.catalogue.area(code).name,
            leaving[code],
            leaving[home],
            total - leaving[code] - leaving[home],
            staying[code],
        )
        for code in bench.catalogue.districts
    )
    own = {it.key: it.title for it in bench.paragraphs() if it.edited}
    public = _public_words(bench, own)
    words = tuple(own[key] for key in own if key in public)
    private = tuple(own[key] for key in own if key not in public)
    return Plan(previews, given.kept, words, private, small_below(bench), given)


def small_below(bench: Workbench) -> float:
    """Below what number a count is small: the council's own decision, else five."""
    value = bench.record(*_council()).get(THRESHOLD_FIELD)
    return float(value) if isinstance(value, int | float) else float(SMALL_BELOW)


def threshold_edit(bench: Workbench, value: int) -> Edit:
    """The edit that decides below what number a count is small."""
    return bench.field_edit(
        *_council(), THRESHOLD_FIELD, value, "number below which counts are withheld"
    )


def write_copies(
    bench: Workbench,
    chosen: Plan,
    districts: Sequence[str],
    folder: Path,
    *,
    with_words: bool = False,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write a pack for each district into the folder, and note in the pack that they were made.

    No file is overwritten. If it is stopped or fails, none is left behind. Raises
    :class:`PackError` and :class:`Cancelled`.
    """
    progress = progress or Silent()
    written: list[tuple[str, str, Path, str]] = []
    try:
        for n, code in enumerate(districts):
            name = bench.catalogue.area(code).name
            check_cancelled(progress)
            progress.report(n / len(districts), f"Copy for {name}")
            number = secrets.token_hex(8)
            path = _free(folder, f"{name}, {bench.edition.label}".replace("/", "-"))
            mark = _write(bench, chosen, code, number, path, with_words=with_words)
            written.append((number, code, path, mark))
        check_cancelled(progress)
        bench.apply(_note(bench, chosen, written))
    except (PackError, Cancelled):
        for _, _, path, _ in written:
            path.unlink(missing_ok=True)
        raise
    return tuple(path for _, _, path, _ in written)


def _handout(bench: Workbench) -> Handout:
    cells: list[Cell] = []
    ends: set[date] = set()
    for series, fields in bench.records(RecordKind.WITHHELD).items():
        rows = fields.get("cells")
        for row in rows if isinstance(rows, list) else []:
            area, span = cell_of(row)
            cells.append(Cell(series, area, span))
    for fields in bench.records(RecordKind.COPY).values():
        ends.add(date.fromisoformat(str(fields["until"])))
    return handout(
        bench.observation_table(),
        bench.catalogue,
        bench.edition.end,
        small_below(bench),
        cells,
        sorted(ends),
    )


def _write(
    bench: Workbench, chosen: Plan, district: str, number: str, path: Path, *, with_words: bool
) -> str:
    """Write one copy; returns the print of its records."""
    from safer_desktop.pack.store import Pack

    name = bench.catalogue.area(district).name
    records = _records(bench, chosen, name, with_words=with_words)
    now = _now()
    made: _Fields = {
        "id": number,
        "district": district,
        "name": name,
        "source": bench.title,
        "made_by": bench.who,
        "made_at": now.isoformat(),
    }
    title = f"Made for {name} from '{bench.title}' by {bench.who}"
    pack = Pack.create(bench.state.working, records)
    try:
        pack.apply(Edit(title, (FieldChange(THIS, "", None, made),)), bench.who, now)
        for load in _loads(bench, chosen.handout, now):
            pack.add_load(load, bench.who)
        pack.save(path)
    finally:
        pack.close()
    return print_of(records)


def _records(bench: Workbench, chosen: Plan, name: str, *, with_words: bool) -> _Records:
    records: _Records = {kind: bench.records(kind) for kind in _GIVEN_WHOLE}
    council = bench.record(*_council())
    records[RecordKind.COUNCIL] = {
        COUNCIL.code: {
            **{key: value for key, value in council.items() if key in _COUNCIL_FIELDS},
            "title": f"{bench.title} ({name})",
            "attribution": bench.attribution,
        }
    }
    records[RecordKind.INDICATOR] = {
        code: _impersonal(fields, bench.catalogue.council)
        for code, fields in bench.records(RecordKind.INDICATOR).items()
    }
    scheme = str(council["scheme"])
    records[RecordKind.SCHEME] = {scheme: bench.record(RecordKind.SCHEME, scheme)}
    hidden = {it.indicator for it in chosen.kept if it.area == bench.catalogue.home}
    records[RecordKind.INCIDENT_TYPE] = {
        code: _unsigned(fields, chosen.small_below, hidden)
        for code, fields in bench.records(RecordKind.INCIDENT_TYPE).items()
    }
    paper = bench.record(RecordKind.PAPER, "paper")
    records[RecordKind.PAPER] = {
        "paper": {key: value if key in _PAPER_FIELDS else "" for key, value in paper.items()}
    }
    if with_words:
        kept = bench.records(RecordKind.COMMENTARY)
        own = {it.key: it.title for it in bench.paragraphs() if it.edited}
        records[RecordKind.COMMENTARY] = {key: kept[key] for key in _public_words(bench, own)}
    records[RecordKind.WITHHELD] = _withheld_records(
        (it.indicator, it.area, it.span) for it in chosen.kept
    )
    return records


def _impersonal(fields: Mapping[str, Json], council: str) -> _Fields:
    """An indicator without whom to ask, and without who decided on its bridges."""
    breaks = fields.get("breaks")
    told: list[Json] = []
    for it in breaks if isinstance(breaks, list) else []:
        bridge = it.get("bridge") if isinstance(it, dict) else None
        if isinstance(it, dict) and isinstance(bridge, dict):
            told.append({**it, "bridge": {**bridge, "who": council}})
        else:
            told.append(it)
    return {**fields, "contact": "", **({"breaks": told} if told else {})}


def _unsigned(fields: Mapping[str, Json], below: float, hidden: Collection[str]) -> _Fields:
    """An incident type without who scored it, notes, and a typed count that would tell."""
    count = fields.get("count")
    tells = fields.get("indicator") in hidden or (isinstance(count, int | float) and count < below)
    return {**fields, "note": "", "scored_by": "", "count": None if tells else count}


def _public_words(bench: Workbench, own: Collection[str]) -> list[str]:
    """Of these paragraphs, those that name no district: they may go to all of them."""
    areas = [bench.catalogue.area(code) for code in bench.catalogue.districts]
    names = [name.casefold() for it in areas for name in (it.name, it.short, *it.other_names)]
    kept = bench.records(RecordKind.COMMENTARY)
    return [
        key
        for key in own
        if not any(name in str(kept[key].get("text")).casefold() for name in names)
    ]


def _loads(bench: Workbench, given: Handout, now: datetime) -> list[Load]:
    """The figures that leave, a load for each partner, without their files, sheets and cells."""
    by_partner: dict[str, list[Observation]] = {}
    bare = SourceCell("", "", _FIGURE_WORDS)
    for stored in bench.observations(given.ids):
        it = stored.observation
        taken = Observation(
            it.indicator,
            it.area,
            it.period,
            it.unit,
            it.value,
            bare,
            it.numerator,
            it.denominator,
            it.status,
        )
        partner = bench.catalogue.indicator(it.indicator).partner
        by_partner.setdefault(partner, []).append(taken)
    summed = SourceCell("", "", _SUM_WORDS)
    for year in given.sums:
        partner = bench.catalogue.indicator(year.indicator).partner
        by_partner.setdefault(partner, []).append(
            Observation(year.indicator, year.area, year.period, Unit.COUNT, year.value, summed)
        )
    return [
        Load(
            SourceFile(
                name=f"Figures of {partner or 'the county'}",
                sha256="",
                size=0,
                partner=partner,
                recipe="",
                loaded_at=now,
                loaded_by=bench.who,
            ),
            tuple(observations),
        )
        for partner, observations in by_partner.items()
    ]


def _note(bench: Workbench, chosen: Plan, written: Sequence[tuple[str, str, Path, str]]) -> Edit:
    """What the county's pack remembers: the copies made, and what they withheld."""
    changes = [
        FieldChange(
            RecordRef(RecordKind.COPY, number),
            "",
            None,
            {
                "district": district,
                "file": path.name,
                "print": mark,
                "made_at": _now().isoformat(),
                "until": bench.edition.end.isoformat(),
                "returns": [],
            },
        )
        for number, district, path, mark in written
    ]
    before = bench.records(RecordKind.WITHHELD)
    cells = _withheld_records((it.series, it.area, it.span) for it in chosen.handout.cells)
    for series, fields in cells.items():
        old = before.get(series)
        if old != fields:
            changes.append(FieldChange(RecordRef(RecordKind.WITHHELD, series), "", old, fields))
    return Edit(f"district copies of {bench.edition.label}", tuple(changes))


def _withheld_records(cells: Iterable[tuple[str, str, Span]]) -> dict[str, _Fields]:
    found: dict[str, list[Json]] = {}
    for series, area, span in cells:
        found.setdefault(series, []).append(cell_row(area, span))
    return {series: {"cells": rows} for series, rows in found.items()}


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.safer", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}).safer", number + 1
    return path


def _council() -> tuple[RecordKind, str]:
    return COUNCIL.kind, COUNCIL.code


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
