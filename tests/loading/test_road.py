"""The whole road: a file is looked at, read by its recipe and checked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.errors import Cancelled, LoadError, RecipeNeeded
from safer_desktop.domain.observations import CellPlace, Load, Settlement, SettlementKind, Severity
from safer_desktop.domain.progress import Silent
from safer_desktop.loading.recipes import Recipe
from safer_desktop.loading.road import Inspection, SourceKind, inspect, prepare
from safer_desktop.workbench.samples import sample
from tests.loading.conftest import Rows

NOW = datetime(2022, 5, 1, 9, 0, tzinfo=UTC)

ROWS: Rows = [
    ["Vehicle crime"],
    ["District", "Apr 16", "May 16"],
    ["Blaby", 41, 35],
    ["Melton", 12, 9],
]


def prepared(
    inspection: Inspection,
    recipe: Recipe | None,
    catalogue: Catalogue,
    settlements: Sequence[Settlement] = (),
) -> Load:
    return prepare(
        inspection,
        recipe,
        catalogue,
        partner="",
        who="officer",
        now=NOW,
        known={},
        progress=Silent(),
        settlements=settlements,
    )


def test_an_unknown_workbook_comes_with_a_proposal(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    path = write_xlsx({"Vehicle": ROWS}, "Vehicle crime May 2016.xlsx")
    found = inspect(path, catalogue, (), Silent())
    assert (found.kind, found.recipe) == (SourceKind.WORKBOOK, None)
    assert found.proposal is not None
    assert found.decisions
    with pytest.raises(RecipeNeeded, match="Nobody has said yet"):
        prepared(found, None, catalogue)
    confirmed = replace(found.proposal, partner="Police", name="Vehicle crime")
    load = prepared(found, confirmed, catalogue)
    assert load.file.partner == "Police"
    assert load.file.recipe == "Vehicle crime (version 1)"
    assert (load.file.loaded_by, load.file.loaded_at) == ("officer", NOW)
    assert load.file.name == "Vehicle crime May 2016.xlsx"
    assert [o.value for o in load.observations] == [41, 35, 12, 9]
    assert not load.errors


def test_next_quarters_file_is_recognised_and_its_new_column_read(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    first = inspect(write_xlsx({"V": ROWS}, "Vehicles May 2016.xlsx"), catalogue, (), Silent())
    assert first.proposal is not None
    more: Rows = [ROWS[0], [*ROWS[1], "Jun 16"], [*ROWS[2], 37], [*ROWS[3], 400]]
    path = write_xlsx({"V": more}, "Vehicles June 2016.xlsx")
    second = inspect(path, catalogue, (first.proposal,), Silent())
    assert second.recipe == first.proposal
    assert second.proposal is None
    load = prepared(second, None, catalogue)
    assert len(load.observations) == 6
    assert load.observations[2].source.cell == "D3"


def test_what_must_be_settled_comes_first(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    found = inspect(write_xlsx({"V": ROWS}, "V.xlsx"), catalogue, (), Silent())
    assert found.proposal is not None
    wrong: Rows = [ROWS[0], ROWS[1], ["Blaby", "-", -35], ROWS[3]]
    path = write_xlsx({"V": wrong}, "V.xlsx")
    load = prepared(inspect(path, catalogue, (), Silent()), found.proposal, catalogue)
    assert [p.severity for p in load.problems] == [Severity.ERROR, Severity.NOTE]
    assert "negative" in load.errors[0].what


@pytest.mark.parametrize("name", ("2016-17-q4", "open-data"))
def test_each_sample_file_is_recognised_among_all_recipes(name: str, catalogue: Catalogue) -> None:
    files = sample(name).files
    recipes = [file.recipe for file in files if file.recipe]
    for file in files:
        found = inspect(file.path, catalogue, recipes, Silent())
        assert found.recipe == file.recipe, file.path.name
        load = prepared(found, None, catalogue)
        assert load.observations, file.path.name
        assert not load.errors, file.path.name


def street_row(month: str, district: str, kind: str) -> str:
    return (
        f",{month},Leicestershire Police,Leicestershire Police,,,On or near,E01,{district},{kind},,"
    )


HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)


def test_a_police_download_takes_the_same_road(tmp_path: Path, catalogue: Catalogue) -> None:
    rows = [street_row("2016-04", "Blaby 001A", "Burglary")] * 2
    text = "\n".join([HEADER, *rows]) + "\n"
    name = "2016-04/2016-04-leicestershire-street.csv"
    archive = tmp_path / "download.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr(name, text)
    folder = tmp_path / "folder"
    (folder / "2016-04").mkdir(parents=True)
    (folder / name).write_text(text)
    for path in (archive, folder):
        found = inspect(path, catalogue, (), Silent())
        assert (found.kind, found.workbook) == (SourceKind.POLICE_DOWNLOAD, None)
        load = prepared(found, None, catalogue)
        counts = {(o.indicator, o.area): o.value for o in load.observations}
        assert counts["policeuk-burglary", "E07000129"] == 2
        assert "2 incident rows counted" in load.file.note
        assert len(load.file.sha256) == 64
        assert load.file.partner == "Street-level data (data.police.uk)"
        assert load.file.note.endswith(
            "Open Government Licence v3.0. Source: data.police.uk, street-level crime."
        )


def test_other_folders_and_files_without_content_are_refused(
    tmp_path: Path, write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    folder = inspect(tmp_path, catalogue, (), Silent())
    with pytest.raises(LoadError) as caught:
        prepared(folder, None, catalogue)
    assert tmp_path.name in str(caught.value)
    assert caught.value.remedy
    with pytest.raises(LoadError, match="holds nothing"):
        inspect(write_xlsx({"Empty": []}), catalogue, (), Silent())


def test_a_file_in_use_elsewhere_is_refused(
    write_xlsx: Callable[..., Path], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xlsx({"V": ROWS})

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(LoadError, match="Permission denied") as caught:
        inspect(path, catalogue, (), Silent())
    assert "any other program" in caught.value.remedy


def decided(kind: SettlementKind, cell: str, new: str = "", check: str = "") -> Settlement:
    place = CellPlace("V", cell)
    return Settlement(kind, place, "by telephone", "officer", NOW, "text", new, check)


def test_a_file_is_read_and_checked_again_as_decided(
    write_xlsx: Callable[..., Path], catalogue: Catalogue
) -> None:
    found = inspect(write_xlsx({"V": ROWS}, "V.xlsx"), catalogue, (), Silent())
    recipe = found.proposal
    wrong: Rows = [ROWS[0], ROWS[1], ["Blaby", "4l", -35], ROWS[3]]
    again = inspect(write_xlsx({"V": wrong}, "V.xlsx"), catalogue, (), Silent())
    assert len(prepared(again, recipe, catalogue).errors) == 2

    mended = decided(SettlementKind.MENDED, "B3", "41")
    accepted = decided(SettlementKind.ACCEPTED, "C3", check="negative")
    load = prepared(again, recipe, catalogue, (mended, accepted))
    assert load.settlements == (mended, accepted)
    assert [(o.value, o.source.raw) for o in load.observations[:2]] == [(41, "4l"), (-35, "-35")]
    (problem,) = (p for p in load.problems if p.severity is Severity.ERROR)
    assert (problem.check, problem.settlement) == ("negative", accepted)
    assert load.errors == ()

    left_out = decided(SettlementKind.LEFT_OUT, "C3")
    load = prepared(again, recipe, catalogue, (mended, left_out))
    assert [o.value for o in load.observations] == [41, 12, 9]
    assert [p.check for p in load.problems] == ["gap"]
    elsewhere = decided(SettlementKind.ACCEPTED, "C4", check="negative")
    assert len(prepared(again, recipe, catalogue, (mended, elsewhere)).errors) == 1


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_the_road_can_be_left(write_xlsx: Callable[..., Path], catalogue: Catalogue) -> None:
    path = write_xlsx({"V": ROWS})
    with pytest.raises(Cancelled):
        inspect(path, catalogue, (), _Stopped())
