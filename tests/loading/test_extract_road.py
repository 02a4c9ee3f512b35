"""Extracts from file to counts: csv, folders, zips and workbooks, and what cannot be counted."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import Cancelled, LoadError, RecipeNeeded
from safer_desktop.domain.observations import Load, Severity
from safer_desktop.domain.plain import from_plain, to_plain
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.extracts import IncidentColumns, Trouble
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.road import Inspection, SourceKind, inspect, prepare
from tests.loading.extracts_made import (
    DISTRICTS,
    HEADER,
    OFFENCES,
    PERSONS,
    as_csv,
    crimes,
)

NOW = datetime(2018, 1, 5, tzinfo=UTC)
BLABY, CHARNWOOD, MELTON = "E07000129", "E07000130", "E07000133"
CODES = dict(zip(OFFENCES, ("burglary-dwelling", "vehicle-crime", "robbery"), strict=True))
AREAS = dict(zip(DISTRICTS, (BLABY, CHARNWOOD, MELTON), strict=True))
Write = Callable[..., Path]


def look(path: Path, catalogue: Catalogue, *recipes: Recipe, **more: SourceKind) -> Inspection:
    return inspect(path, catalogue, recipes, Silent(), **more)


def load(
    inspection: Inspection, catalogue: Catalogue, columns: IncidentColumns | None = None
) -> Load:
    recipe = inspection.recipe or inspection.proposal
    assert recipe is not None
    if columns is not None:
        recipe = replace(recipe, incidents=columns)
    return prepare(
        inspection,
        recipe,
        catalogue,
        partner="Police",
        who="me",
        now=NOW,
        known={},
        progress=Silent(),
    )


def proposed(inspection: Inspection) -> IncidentColumns:
    assert inspection.proposal is not None
    assert inspection.proposal.incidents is not None
    return inspection.proposal.incidents


def values(found: Load) -> dict[tuple[str, str, str], int]:
    return {
        (o.indicator, o.area, f"{o.period.start:%Y-%m}"): int(o.value)
        for o in found.observations
        if o.value
    }


def by_hand(rows: Sequence[Sequence[str]]) -> dict[tuple[str, str, str], int]:
    return dict(
        Counter((CODES[row[3]], AREAS[row[4]], f"{row[1][6:]}-{row[1][3:5]}") for row in rows)
    )


def said(found: Load, severity: Severity) -> str:
    return " ".join(f"{p.what} {p.where}" for p in found.problems if p.severity is severity)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    path = tmp_path / "Crimes Q1 2016-17.csv"
    path.write_bytes(as_csv(crimes(400)))
    return path


def test_columns_are_proposed_and_persons_never_shown(extract: Path, catalogue: Catalogue) -> None:
    found = look(extract, catalogue)
    assert found.kind is SourceKind.INCIDENTS
    columns = proposed(found)
    assert (columns.date, columns.area, columns.type, columns.reference) == (
        "Date Recorded",
        "District",
        "Offence",
        "Crime Ref",
    )
    assert found.incidents is not None
    personal = {p.name for p in found.incidents.extract.profiles if p.personal}
    assert personal == {"Victim Name", "Date of Birth", "Postcode", "MO Notes"}
    everything = repr(found) + repr(load(found, catalogue))
    assert not [value for value in (*PERSONS, "21/000007/16") if value in everything]


def test_counts_equal_those_by_hand_with_true_zeros(extract: Path, catalogue: Catalogue) -> None:
    found = load(look(extract, catalogue), catalogue)
    assert values(found) == by_hand(crimes(400))
    assert len(found.observations) == 3 * 3 * 3
    source = found.observations[0].source
    assert (source.sheet, source.cell) == ("", "")
    assert source.raw.startswith("counted from ")
    assert source.raw.endswith("rows of Crimes Q1 2016-17.csv")
    assert "400 incident rows counted; none is kept." in found.file.note
    assert not found.errors


def test_a_workbook_a_folder_and_a_zip_give_what_the_csv_gives(
    extract: Path, tmp_path: Path, catalogue: Catalogue, write_xlsx: Write
) -> None:
    rows = crimes(400)
    expected = by_hand(rows)
    typed = [
        [row[0], datetime.strptime(row[1], "%d/%m/%Y").replace(tzinfo=None), *row[2:]]  # noqa: DTZ007
        for row in rows
    ]
    book = write_xlsx(
        {
            "About": [["What this is"], ["Crimes of the first quarter"]],
            "Crimes": [["Recorded crime"], [], list(HEADER), *typed[:250]],
            "More": [list(HEADER), *typed[250:]],
        },
        "book.xlsx",
    )
    inspection = look(book, catalogue)
    assert inspection.incidents is not None
    assert [(p.name, p.rows) for p in inspection.incidents.extract.parts] == [
        ("Crimes", 250),
        ("More", 150),
    ]
    assert inspection.incidents.extract.others == ("About",)
    found = load(inspection, catalogue)
    assert values(found) == expected
    assert found.observations[0].source.raw.endswith("of 2 parts")

    folder = tmp_path / "crimes"
    folder.mkdir()
    (folder / "a.csv").write_bytes(as_csv(rows[:100]))
    (folder / "b.csv").write_bytes(as_csv(rows[100:]).replace(b"\r\n", b"\n"))
    assert values(load(look(folder, catalogue), catalogue)) == expected
    archive = tmp_path / "crimes.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in folder.iterdir():
            made.write(path, path.name)
    assert values(load(look(archive, catalogue), catalogue)) == expected


def test_next_quarters_file_is_known_by_its_headers(
    extract: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    first = look(extract, catalogue)
    recipe = from_plain(Recipe, to_plain(first.proposal))
    following = tmp_path / "Crimes Q2 2016-17.csv"
    rows = crimes(300, start=date(2016, 7, 1))
    following.write_bytes(as_csv(rows))
    found = look(following, catalogue, recipe)
    assert found.recipe is not None
    assert found.recipe.code == recipe.code
    assert values(load(found, catalogue)) == by_hand(rows)


def test_a_renamed_column_that_is_read_is_asked_about_and_a_new_one_is_told(
    extract: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    recipe = look(extract, catalogue).proposal
    assert recipe is not None
    renamed = tmp_path / "next.csv"
    renamed.write_bytes(as_csv(crimes(300), [*HEADER[:4], "Local Authority", *HEADER[5:]]))
    assert look(renamed, catalogue, recipe).recipe is None
    more = tmp_path / "more.csv"
    more.write_bytes(as_csv([[*row, "x"] for row in crimes(300)], [*HEADER, "Status"]))
    found = look(more, catalogue, recipe)
    assert found.recipe is not None
    assert "new, and not kept: 'Status'" in said(load(found, catalogue), Severity.WARNING)


def test_a_new_offence_or_area_must_be_settled_first(
    extract: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    recipe = look(extract, catalogue).proposal
    rows = crimes(300)
    rows[7][3], rows[8][3], rows[9][4] = "Piracy", "Piracy", "Atlantis"
    following = tmp_path / "next.csv"
    following.write_bytes(as_csv(rows))
    assert recipe is not None
    inspection = look(following, catalogue, recipe)
    errors = said(load(inspection, catalogue), Severity.ERROR)
    assert "Offences that nothing is known of yet: 'Piracy' (2 rows)" in errors
    assert "Areas that nothing is known of yet: 'Atlantis' (1 row)" in errors
    assert inspection.recipe is not None
    columns = inspection.recipe.incidents
    assert columns is not None
    settled = replace(
        columns,
        types={**columns.types, "Piracy": ()},
        areas={**columns.areas, "Atlantis": ""},
    )
    found = load(inspection, catalogue, settled)
    assert not found.errors
    notes = said(found, Severity.NOTE)
    assert "Offences left out: 'Piracy' (2 rows)" in notes
    assert "Areas left out: 'Atlantis' (1 row)" in notes
    assert sum(values(found).values()) == 297


def test_rows_that_cannot_be_counted_are_told_by_reason_with_their_rows(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    rows = crimes(200)
    rows[0][1], rows[1][1], rows[2][1], rows[3][1] = "", "soon", "01/01/1900", "01/01/2199"
    rows[4][4], rows[5][3] = "", ""
    rows[6].append("too much")
    rows[7] = rows[7][:5]
    path = tmp_path / "crimes.csv"
    path.write_bytes(as_csv(rows))
    inspection = look(path, catalogue)
    assert inspection.incidents is not None
    troubles = inspection.incidents.counts[0].troubles
    assert {it: (found.rows, found.first) for it, found in troubles.items()} == {
        Trouble.NO_DATE: (1, ("row 2",)),
        Trouble.UNREADABLE: (1, ("row 3",)),
        Trouble.TOO_EARLY: (1, ("row 4",)),
        Trouble.FUTURE: (1, ("row 5",)),
        Trouble.AREA_BLANK: (1, ("row 6",)),
        Trouble.TYPE_BLANK: (1, ("row 7",)),
        Trouble.BROKEN: (1, ("row 8",)),
    }
    warnings = said(load(inspection, catalogue), Severity.WARNING)
    assert "1 row has a date that cannot be read: not counted. crimes.csv, row 3" in warnings
    assert "1 row has fewer fields than the header" in warnings
    assert "soon" not in warnings


def test_equal_rows_count_each_and_a_doubled_reference_is_the_users_choice(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    rows = crimes(200)
    path = tmp_path / "crimes.csv"
    path.write_bytes(as_csv([*rows, rows[0], rows[0], rows[1]]))
    inspection = look(path, catalogue)
    every = load(inspection, catalogue)
    assert sum(values(every).values()) == 203
    doubled = "3 rows with the crime reference of an earlier row; they count too. crimes.csv, row"
    assert doubled in said(every, Severity.NOTE)
    once = load(inspection, catalogue, replace(proposed(inspection), count_once=True))
    assert sum(values(once).values()) == 200
    assert "they are left out" in said(once, Severity.NOTE)


def test_day_and_month_are_told_apart_or_asked_about(tmp_path: Path, catalogue: Catalogue) -> None:
    american = tmp_path / "american.csv"
    american.write_bytes(as_csv(crimes(400, form="%m/%d/%Y")))
    found = look(american, catalogue)
    assert proposed(found).day_first is False
    assert values(load(found, catalogue)) == by_hand(crimes(400))

    rows = crimes(200, days=11)
    either = tmp_path / "either.csv"
    either.write_bytes(as_csv(rows))
    inspection = look(either, catalogue)
    assert "can be 1 February or 2 January" in said(load(inspection, catalogue), Severity.ERROR)
    settled = load(inspection, catalogue, replace(proposed(inspection), day_first=True))
    assert not settled.errors
    assert values(settled) == by_hand(rows)


def test_a_total_an_area_of_all_rows_and_a_label_left_out(
    extract: Path, catalogue: Catalogue
) -> None:
    inspection = look(extract, catalogue)
    columns = proposed(inspection)
    both = {label: (*codes, "all-crime") for label, codes in columns.types.items()}
    found = load(
        inspection,
        catalogue,
        replace(columns, types=both, total="all-crime", whole="E10000018"),
    )
    totals = Counter[tuple[str, str]]()
    for (code, area, _), rows in values(found).items():
        totals[code, area] += rows
    assert totals["all-crime", "E10000018"] == 400
    assert totals["all-crime", BLABY] == 135
    assert totals["robbery", BLABY] == 45


def test_thin_and_unfinished_months_are_left_out_and_told(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    rows = [
        *crimes(3, start=date(1996, 5, 2), days=3),
        *crimes(400),
        *crimes(9, start=date(2017, 2, 3)),
    ]
    path = tmp_path / "crimes.csv"
    path.write_bytes(as_csv(rows))
    inspection = look(path, catalogue)
    found = load(inspection, catalogue)
    assert {o.period.start for o in found.observations} == {date(2016, m, 1) for m in (4, 5, 6)}
    assert "12 rows of 'May 1996', 'February 2017', 'March" in said(found, Severity.WARNING)
    kept = load(inspection, catalogue, replace(proposed(inspection), leave_out_thin=False))
    assert date(1996, 5, 1) in {o.period.start for o in kept.observations}


def test_tables_of_figures_are_no_extracts(
    tmp_path: Path, catalogue: Catalogue, write_xlsx: Write
) -> None:
    tidy = [
        ["Month", "District", "Offence", "Number of offences"],
        *[
            [f"2016-{month:02d}", district, offence, month * 3]
            for month in range(1, 13)
            for district in DISTRICTS
            for offence in OFFENCES
        ],
    ]
    path = write_xlsx({"Data": tidy}, "tidy.xlsx")
    assert look(path, catalogue).kind is SourceKind.WORKBOOK


def test_a_persons_word_overrules(extract: Path, catalogue: Catalogue) -> None:
    assert look(extract, catalogue, kind=SourceKind.WORKBOOK).kind is SourceKind.WORKBOOK
    with pytest.raises(RecipeNeeded):
        prepare(
            look(extract, catalogue),
            None,
            catalogue,
            partner="",
            who="me",
            now=NOW,
            known={},
            progress=Silent(),
        )


def test_another_column_of_dates_counts_anew_and_a_free_text_is_refused(
    extract: Path, catalogue: Catalogue
) -> None:
    inspection = look(extract, catalogue)
    columns = proposed(inspection)
    by_committed = load(inspection, catalogue, replace(columns, date="Date Committed"))
    march = [n for (_, _, month), n in values(by_committed).items() if month == "2016-03"]
    assert sum(march) > 0
    long = as_csv([[*row[:8], "x" * 300] for row in crimes(300)])
    extract.write_bytes(long)
    with pytest.raises(LoadError, match="too many or too long"):
        load(look(extract, catalogue), catalogue, replace(columns, type="MO Notes"))


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_looking_stops_at_once(extract: Path, catalogue: Catalogue) -> None:
    with pytest.raises(Cancelled):
        inspect(extract, catalogue, (), _Stopped())
