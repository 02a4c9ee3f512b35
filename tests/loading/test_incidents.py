"""Counting data.police.uk downloads: zips, folders, single months, and what may be wrong."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from safer_desktop.domain.areas import Area, AreaKind
from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import Cancelled, LoadError
from safer_desktop.domain.observations import Severity
from safer_desktop.domain.periods import Period, PeriodKind
from safer_desktop.domain.progress import Silent
from safer_desktop.loading import police_files
from safer_desktop.loading.incidents import (
    IncidentCount,
    count_incidents,
    is_police_download,
    street_code,
)
from safer_desktop.workbench.defaults import default_catalogue

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
ASB = "Anti-social behaviour"
FORCE = "E23000021"
BLABY, MELTON, NW_LEICS = "E07000129", "E07000133", "E07000134"
LEICESTER, RUTLAND = "E06000016", "E06000017"


def row(lsoa: str, kind: str, month: str = "2020-04", crime_id: str = "") -> str:
    place = '"On or near Barn, The"'
    force = "Leicestershire Police"
    return f"{crime_id},{month},{force},{force},-1.2,52.6,{place},E01,{lsoa},{kind},,"


def month_file(rows: Iterable[str], header: str = HEADER) -> bytes:
    return "\r\n".join((header, *rows, "")).encode()


APRIL = month_file(
    [
        row("Blaby 002A", "Burglary", crime_id="a"),
        row("Blaby 002A", ASB),
        row("Blaby 002A", ASB),
        row("North West Leicestershire 001B", "Violence and sexual offences", crime_id="b"),
        row("Leicester 012C", "Robbery", crime_id="c"),
        row("", "Robbery", crime_id="d"),
        row("Rugby 003D", "Drugs", crime_id="e"),
    ]
)


def name_of(month: str, force: str = "leicestershire", what: str = "street") -> str:
    return f"{month}/{month}-{force}-{what}.csv"


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def count(path: Path) -> IncidentCount:
    return count_incidents(path, default_catalogue(), Silent())


def values(counted: IncidentCount) -> dict[tuple[str, str, str], float]:
    return {
        (o.indicator.removeprefix("policeuk-"), o.area, f"{o.period.start:%Y-%m}"): o.value
        for o in counted.observations
    }


def words(counted: IncidentCount, severity: Severity) -> list[str]:
    return [p.what for p in counted.problems if p.severity is severity]


@dataclass
class Watch:
    """Progress that cancels once it was asked so many times."""

    patience: int = 10**9
    asked: int = 0
    said: list[tuple[float, str]] = field(default_factory=list)

    def report(self, done: float, text: str) -> None:
        self.said.append((done, text))

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > self.patience


def test_counts_by_area_and_type_with_true_zeros_and_equal_rows_as_separate(tmp_path: Path) -> None:
    found = values(count(zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL})))
    month = "2020-04"
    assert found["burglary", BLABY, month] == 1
    assert found["anti-social-behaviour", BLABY, month] == 2
    assert found["violence-and-sexual-offences", NW_LEICS, month] == 1
    assert found["robbery", LEICESTER, month] == 1
    assert found["burglary", MELTON, month] == 0
    assert found["shoplifting", RUTLAND, month] == 0
    assert len(found) == (7 + 2 + 1) * (14 + 1)


def test_all_crime_leaves_out_asb_and_the_force_counts_rows_without_a_place(tmp_path: Path) -> None:
    counted = count(zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL}))
    found = values(counted)
    assert found["all-crime", BLABY, "2020-04"] == 1
    assert found["all-crime", FORCE, "2020-04"] == 5
    assert found["robbery", FORCE, "2020-04"] == 2
    assert found["anti-social-behaviour", FORCE, "2020-04"] == 2
    notes = words(counted, Severity.NOTE)
    assert any("Rows without a location: 1 of 7 (most in April 2020: 1)" in note for note in notes)
    assert any("outside the force: 1 (Rugby 1)" in note for note in notes)
    assert counted.rows == 7


def test_a_count_names_the_rows_and_the_file_and_no_cell(tmp_path: Path) -> None:
    counted = count(zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL}))
    by_key = {(o.indicator, o.area): o for o in counted.observations}
    asb = by_key["policeuk-anti-social-behaviour", BLABY]
    assert (asb.source.sheet, asb.source.cell) == ("", "")
    assert asb.source.raw == "2 rows counted in 2020-04/2020-04-leicestershire-street.csv"
    assert asb.period == Period.month(2020, 4)
    assert by_key["policeuk-burglary", BLABY].source.raw.startswith("1 row counted in ")
    everything = repr(counted)
    assert "Barn" not in everything
    assert "52.6" not in everything


def test_a_folder_and_a_single_csv_give_what_the_zip_gives(tmp_path: Path) -> None:
    files = {name_of("2020-04"): APRIL}
    folder = tmp_path / "download"
    single = folder / name_of("2020-04")
    single.parent.mkdir(parents=True)
    single.write_bytes(b"\xef\xbb\xbf" + APRIL)
    of_zip = values(count(zipped(tmp_path / "d.zip", files)))
    assert values(count(folder)) == of_zip
    assert values(count(single.parent)) == of_zip
    assert values(count(single)) == of_zip


def test_missing_and_empty_months_are_gaps_and_are_named(tmp_path: Path) -> None:
    files = {
        name_of("2020-01"): month_file([row("Blaby 002A", "Drugs", "2020-01")]),
        name_of("2020-02"): month_file([]),
        name_of("2020-05"): month_file([row("Blaby 002A", "Drugs", "2020-05")]),
    }
    counted = count(zipped(tmp_path / "d.zip", files))
    assert {o.period.start.month for o in counted.observations} == {1, 5}
    warnings = words(counted, Severity.WARNING)
    assert any("February 2020 has no rows at all" in w for w in warnings)
    assert any("no data for February 2020, March 2020, April 2020" in w for w in warnings)


def test_before_may_2013_a_category_that_did_not_exist_gets_no_zero(tmp_path: Path) -> None:
    old = month_file(
        [row("Blaby 1A", "Violent crime", "2012-06"), row("Blaby 1A", "Burglary", "2012-06")]
    )
    counted = count(zipped(tmp_path / "d.zip", {name_of("2012-06"): old}))
    found = values(counted)
    assert found["burglary", MELTON, "2012-06"] == 0
    assert ("public-order", MELTON, "2012-06") not in found
    assert found["all-crime", BLABY, "2012-06"] == 2
    notes = words(counted, Severity.NOTE)
    assert any("not in the catalogue: Violent crime 1." in note for note in notes)


def test_other_forces_and_other_files_are_left_out_and_noted(tmp_path: Path) -> None:
    files = {
        name_of("2020-04"): APRIL,
        name_of("2020-04", "derbyshire"): month_file([row("Blaby 002A", "Burglary")]),
        name_of("2020-04", what="outcomes"): b"x",
        name_of("2020-04", what="stop-and-search"): b"x",
    }
    counted = count(zipped(tmp_path / "d.zip", files))
    assert values(counted)["burglary", BLABY, "2020-04"] == 1
    notes = words(counted, Severity.NOTE)
    assert any("Files of other forces, not counted: 1 (derbyshire)" in note for note in notes)
    assert any("Files of outcomes, not read: 1" in note for note in notes)
    assert any("Files of stop-and-search, not read: 1" in note for note in notes)


def test_a_second_force_in_the_catalogue_is_counted_for_its_own_areas(tmp_path: Path) -> None:
    base = default_catalogue()
    parts = ("E10000007", "E06000015")
    derbyshire = Area("E23000018", "Derbyshire Constabulary", AreaKind.FORCE, parts)
    catalogue = replace_areas(base, (*base.areas, derbyshire))
    other = month_file([row("Derby 001A", "Burglary"), row("Blaby 002A", "Burglary")])
    files = {name_of("2020-04"): APRIL, name_of("2020-04", "derbyshire"): other}
    counted = count_incidents(zipped(tmp_path / "d.zip", files), catalogue, Silent())
    found = values(counted)
    assert found["burglary", "E06000015", "2020-04"] == 1
    assert found["burglary", "E23000018", "2020-04"] == 2
    assert found["burglary", BLABY, "2020-04"] == 1
    assert len({o.key for o in counted.observations}) == len(counted.observations)


def replace_areas(catalogue: Catalogue, areas: tuple[Area, ...]) -> Catalogue:
    return replace(catalogue, areas=areas)


def broken(path: Path) -> LoadError:
    with pytest.raises(LoadError) as caught:
        count(path)
    assert caught.value.remedy
    return caught.value


def test_only_other_forces_is_an_error_that_names_them(tmp_path: Path) -> None:
    files = {name_of("2020-04", "derbyshire"): APRIL}
    error = broken(zipped(tmp_path / "d.zip", files))
    assert "derbyshire only" in str(error)
    assert "Leicestershire police force area" in str(error)


def test_half_a_zip(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "w.zip", {name_of("2020-04"): APRIL}).read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(whole[: len(whole) // 2])
    assert is_police_download(half)
    assert "not a whole zip" in str(broken(half))


def test_a_zip_with_damaged_contents(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL * 40})
    content = bytearray(path.read_bytes())
    content[120:160] = bytes(40)
    path.write_bytes(bytes(content))
    assert "2020-04-leicestershire-street.csv' is damaged" in str(broken(path))


def test_zips_without_street_files(tmp_path: Path) -> None:
    outcomes = zipped(tmp_path / "o.zip", {name_of("2020-04", what="outcomes"): b"x"})
    assert "no street-level crime" in str(broken(outcomes))
    other = zipped(tmp_path / "x.zip", {"readme.txt": b"x"})
    assert "no street-level crime file" in str(broken(other))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no street-level crime file" in str(broken(empty))


@pytest.mark.parametrize("name", ["../", "/", "C:/", "a/../../", "..\\"])
def test_names_that_point_outside_the_zip(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "d.zip", {name + "2020-04-leicestershire-street.csv": APRIL})
    assert "points outside" in str(broken(path))


def test_a_month_that_is_there_twice(tmp_path: Path) -> None:
    copy = "copy/2020-04-leicestershire-street.csv"
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL, copy: APRIL})
    error = broken(path)
    assert "April 2020 is there twice" in str(error)
    assert copy in str(error)


def test_a_password_protected_zip(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL})
    content = bytearray(path.read_bytes())
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    path.write_bytes(bytes(content))
    assert "protected by a password" in str(broken(path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (month_file([], HEADER.replace(",Crime type", "")), "no column 'Crime type'"),
        (b"", "no column 'Month'"),
        (APRIL + b"x,2020-04,Leic", "row 9"),
        (month_file([row("Blaby 002A", "Drugs", "2020-05")]), "row 2, is no row of April 2020"),
        (month_file([row("Blaby 002A", "")]), "row 2"),
        (month_file([row("Blaby 002A", "x" * 200_000)]), "is damaged"),
    ],
)
def test_csv_files_that_are_not_as_published(tmp_path: Path, content: bytes, words: str) -> None:
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): content})
    assert words in str(broken(path))


def test_a_file_too_large_to_be_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(police_files, "MOST_BYTES", 100)
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): APRIL})
    assert "larger than any force's month" in str(broken(path))


def test_a_renamed_csv_and_a_file_that_is_gone(tmp_path: Path) -> None:
    renamed = tmp_path / "april.csv"
    renamed.write_bytes(APRIL)
    assert is_police_download(renamed)
    assert "does not say which month and force" in str(broken(renamed))
    assert "could not be opened" in str(broken(tmp_path / "2020-04-leicestershire-street.csv"))


def test_what_is_taken_for_a_download_and_what_is_not(tmp_path: Path) -> None:
    workbook = zipped(tmp_path / "book.xlsx", {"[Content_Types].xml": b"", "xl/a.xml": b""})
    table = tmp_path / "table.csv"
    table.write_bytes(b"District,Apr 20\nBlaby,4\n")
    assert not is_police_download(workbook)
    assert not is_police_download(table)
    assert not is_police_download(tmp_path / "absent.xlsx")
    assert not is_police_download(tmp_path)
    (tmp_path / "2020-04-leicestershire-street.csv").write_bytes(APRIL)
    assert is_police_download(tmp_path)
    assert not is_police_download(zipped(tmp_path / "t.zip", {"table.csv": b""}))
    assert is_police_download(zipped(tmp_path / "d.zip", {"readme.txt": b""}))


def test_progress_is_told_per_file(tmp_path: Path) -> None:
    january = month_file([row("Blaby 002A", "Drugs", "2020-03")])
    path = zipped(tmp_path / "d.zip", {name_of("2020-03"): january, name_of("2020-04"): APRIL})
    watch = Watch()
    count_incidents(path, default_catalogue(), watch)
    steps = [done for done, _ in watch.said]
    assert steps == sorted(steps)
    assert "2020-03-leicestershire-street.csv: 1 rows so far" in watch.said[0][1]
    assert "2020-04-leicestershire-street.csv: 8 rows so far" in watch.said[-2][1]
    assert watch.said[-1] == (1.0, "Counted 8 rows")


def test_cancelling_stops_in_the_middle_of_a_file(tmp_path: Path) -> None:
    many = month_file([row("Blaby 002A", "Drugs")] * 20_000)
    path = zipped(tmp_path / "d.zip", {name_of("2020-04"): many})
    watch = Watch(patience=1)
    with pytest.raises(Cancelled):
        count_incidents(path, default_catalogue(), watch)
    assert not watch.said
    path.unlink()


def test_street_codes() -> None:
    code = "policeuk-violence-and-sexual-offences"
    assert street_code("Violence and sexual offences") == code
    assert street_code(" Anti-social behaviour") == "policeuk-anti-social-behaviour"


def test_the_countys_own_25_months_equal_a_count_of_the_raw_rows(shared_data: Path) -> None:
    path = next((shared_data / "police_street").glob("*.zip"))
    places, months = Counter[tuple[str, str, str]](), Counter[str]()
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            text = io.StringIO(archive.read(info).decode("utf-8"), newline="")
            for fields in csv.DictReader(text):
                months[fields["Month"]] += 1
                district = " ".join(fields["LSOA name"].split(" ")[:-1])
                places[fields["Month"], district, fields["Crime type"]] += 1
    counted = count(path)
    assert counted.rows == sum(months.values())
    assert len(months) == 25
    catalogue = default_catalogue()
    force_totals = Counter[str]()
    for o in counted.observations:
        assert o.period.kind is PeriodKind.MONTH
        month = f"{o.period.start:%Y-%m}"
        if o.area == FORCE and (o.indicator in ("policeuk-all-crime", street_code(ASB))):
            force_totals[month] += int(o.value)
    assert force_totals == months
    for area in (*catalogue.districts, LEICESTER, RUTLAND):
        name = catalogue.area(area).name
        mine = {
            (f"{o.period.start:%Y-%m}", o.indicator): o.value
            for o in counted.observations
            if o.area == area and o.indicator != "policeuk-all-crime"
        }
        own = {(m, street_code(kind)): n for (m, at, kind), n in places.items() if at == name}
        assert {key: value for key, value in mine.items() if value} == own
        assert len(mine) == 25 * 14
