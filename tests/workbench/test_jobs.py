"""The program without a window, as a terminal sees it."""

from __future__ import annotations

import getpass
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
import xlrd

from safer_desktop import __version__
from safer_desktop.__main__ import main
from safer_desktop.assets import resource
from safer_desktop.loading.mapping import anchored
from safer_desktop.loading.recipes import Recipe
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.jobs import PASSWORD_TRIES
from safer_desktop.workbench.state import State
from tests.loading.conftest import Rows
from tests.loading.drift.made import CRIME, TABLE, rows_of
from tests.loading.test_incidents import HEADER, month_file, name_of, row, zipped
from tests.loading.test_passwords import locked
from tests.report.accessibility import document_of

Shown = pytest.CaptureFixture[str]


@pytest.fixture
def download(tmp_path: Path) -> Path:
    """Twelve months of street crime: every month three burglaries in Blaby."""
    rows = [row("Blaby 001A", "Burglary") for _ in range(3)]
    files = {
        name_of(f"2020-{month:02d}"): month_file(
            [line.replace("2020-04", f"2020-{month:02d}") for line in rows], HEADER
        )
        for month in range(1, 13)
    }
    return zipped(tmp_path / "download.zip", files)


def test_the_version_is_told(capsys: Shown) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_a_police_download_makes_a_new_pack(download: Path, tmp_path: Path, capsys: Shown) -> None:
    pack = tmp_path / "New.safer"
    assert main(["load", str(pack), str(download)]) == 0
    assert pack.is_file()
    assert "download.zip: " in capsys.readouterr().out
    assert main(["load", str(pack), str(download)]) in (0, 1)
    assert main(["figures", str(pack)]) == 0
    assert "edition" in capsys.readouterr().out


def test_a_workbook_without_a_recipe_is_refused_and_no_pack_is_made(
    tmp_path: Path, capsys: Shown
) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Burglary", 0)
    sheet.append(["District", "Apr 2016"])
    sheet.append(["Blaby", 12])
    book.save(tmp_path / "figures.xlsx")
    pack = tmp_path / "New.safer"
    assert main(["load", str(pack), str(tmp_path / "figures.xlsx")]) == 1
    told = capsys.readouterr().err
    assert "no recipe" in told
    assert "Its sheets are: Burglary, Sheet." in told
    assert not pack.exists()


def test_a_protected_workbook_is_asked_about_on_a_terminal_only(
    tmp_path: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["District", "Apr 2016"])
    book.save(tmp_path / "figures.xlsx")
    file = locked(tmp_path / "figures.xlsx", "Wigston")
    job = ["load", str(tmp_path / "New.safer"), str(file)]
    assert main(job) == 1
    assert "protected by a password" in capsys.readouterr().err

    answers = ["wigston", "Wigston"]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: answers.pop(0))
    assert main(job) == 1
    told = capsys.readouterr().err
    assert told.count("not the right password") == 1
    assert "no recipe" in told

    monkeypatch.setattr(getpass, "getpass", lambda prompt: "guess")
    assert main(job) == 1
    told = capsys.readouterr().err
    assert told.count("not the right password") == PASSWORD_TRIES - 1
    assert "does not open" in told
    assert "guess" not in told


def test_a_second_file_that_is_refused_leaves_the_pack_as_it_was(
    download: Path, tmp_path: Path, capsys: Shown
) -> None:
    pack = tmp_path / "New.safer"
    assert main(["load", str(pack), str(download)]) == 0
    before = pack.read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(download.read_bytes()[: download.stat().st_size // 2])
    assert not zipfile.is_zipfile(half)
    assert main(["load", str(pack), str(half)]) == 1
    assert "half.zip" in capsys.readouterr().err
    assert pack.read_bytes() == before


def test_figures_as_json_name_their_cells(capsys: Shown) -> None:
    assert main(["figures", "--sample", "2016-17-q4", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["edition"] == "2016/17 Q4"
    by_key = {(f["indicator"], f["area_name"]): f for f in told["figures"]}
    crime = by_key["all-crime", "Leicestershire"]
    assert crime["shown"]["rank"] == "4/9"
    assert crime["shown"]["change"] == "+9%"
    assert any("sheet '" in words and "cell " in words for words in crime["sources"].values())
    assert by_key["iom-reduction", "Leicester, Leicestershire and Rutland"]["shown"]["latest"] == (
        "42.8%"
    )


def test_the_annex_is_written(tmp_path: Path, capsys: Shown) -> None:
    out = tmp_path / "annex.xlsx"
    assert main(["annex", "--sample", "2016-17-q4", "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert zipfile.is_zipfile(out)


def test_an_altered_audit_trail_is_told(sample_pack: Path, tmp_path: Path, capsys: Shown) -> None:
    pack = tmp_path / "mine.safer"
    shutil.copyfile(sample_pack, pack)
    assert main(["verify", str(pack)]) == 0
    assert "trail holds" in capsys.readouterr().out
    with closing(sqlite3.connect(pack)) as connection:
        # Not a change of any line: the end is missing.
        connection.execute("UPDATE meta SET value = '99:ab' WHERE key = 'trail'")
        connection.commit()
    assert main(["verify", str(pack)]) == 1
    assert "The end of the audit trail" in capsys.readouterr().err


def test_the_report_is_written_and_carries_the_figures(tmp_path: Path, capsys: Shown) -> None:
    out = tmp_path / "paper.docx"
    assert main(["report", "--sample", "2016-17-q4", "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    text = "\n".join(p.text for p in document_of(out).paragraphs)
    for figure in ("11%", "10%", "33%", "3.93", "9%", "4/9", "42.8%", "163", "37%", "1,611"):
        assert figure in text, figure
    for figure in ("5.4%", "92.7%", "89.9%", "87.1%", "84.5%", "0.58", "0.66", "18%", "67"):
        assert figure in text, figure


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["figures", "--sample", "1984"], "There is no sample called '1984'"),
        (["figures", "absent.safer"], "absent.safer"),
        (["report", "--sample", "open-data", "--out", "no/such/folder/paper.docx"], "folder"),
    ],
)
def test_what_cannot_be_done_is_told_plainly(
    words: list[str], told: str, tmp_path: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_a_file_that_is_no_pack_is_refused_and_left_alone(tmp_path: Path, capsys: Shown) -> None:
    picture = resource("icons", "safer-desktop.svg")
    wrong = tmp_path / "picture.safer"
    wrong.write_bytes(picture.read_bytes())
    assert main(["figures", str(wrong)]) == 1
    assert "picture.safer" in capsys.readouterr().err
    assert wrong.read_bytes() == picture.read_bytes()


def test_a_reader_that_has_gone_makes_no_traceback(tmp_path: Path) -> None:
    """As with ``| head -1``, whose pipe closes before everything is printed."""
    command = [sys.executable, "-m", "safer_desktop", "figures", "--sample", "open-data", "--json"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.read(1)
    started.stdout.close()
    told = started.stderr.read().decode()
    started.stderr.close()
    assert started.wait(60) == 1
    assert "Traceback" not in told


def test_the_national_population_estimates_go_in_whole(
    shared_data: Path, tmp_path: Path, capsys: Shown
) -> None:
    (estimates,) = (shared_data / "population").glob("*.xls")
    pack = tmp_path / "New.safer"
    assert main(["load", str(pack), str(estimates)]) == 0
    book = xlrd.open_workbook(estimates)
    (name,) = (it for it in book.sheet_names() if it.strip().upper() == "MYE 5")
    sheet = book.sheet_by_name(name)
    rows = [
        r for r in range(sheet.nrows) if re.match(r"[EWSNK]\d{8}$", str(sheet.cell_value(r, 0)))
    ]
    years = sum("opulation mid-" in str(value) for value in sheet.row_values(rows[0] - 1))
    assert f"{len(rows) * years:,} figures taken in" in capsys.readouterr().out
    assert main(["figures", str(pack)]) == 0


def test_the_countys_own_download_is_counted_loaded_and_compared(
    shared_data: Path, tmp_path: Path, capsys: Shown
) -> None:
    (download,) = (shared_data / "police_street").glob("*.zip")
    pack = tmp_path / "New.safer"
    assert main(["load", str(pack), str(download)]) == 0
    assert "3,750 figures taken in" in capsys.readouterr().out


def crime_book(path: Path, rows: Rows) -> Path:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Crime"
    for line in rows:
        sheet.append(line)
    book.save(path)
    return path


@pytest.fixture
def taught(tmp_path: Path) -> Path:
    """A pack that knows the police's workbook."""
    bench = Workbench.new(State(tmp_path / "state"))
    inspection = bench.inspect(crime_book(tmp_path / "Crime Q4 2016-17.xlsx", CRIME))
    assert inspection.workbook is not None
    table = anchored(inspection.workbook.sheets[0], TABLE)
    recipe = Recipe("crime", "Crime", "Police", (table,), "crime")
    bench.take_in(bench.prepare(inspection, recipe, "Police"), inspection.remembered(recipe))
    bench.save(tmp_path / "Taught.safer")
    bench.close()
    return tmp_path / "Taught.safer"


def test_a_harmless_difference_is_told_and_the_file_taken_in(
    taught: Path, tmp_path: Path, capsys: Shown
) -> None:
    rows: Rows = [*rows_of(), ["2. Figures are provisional."]]
    rows[0][0] = "Recorded crime by district, year ending June 2017"
    path = crime_book(tmp_path / "Crime Q1 2017-18.xlsx", rows)
    assert main(["load", str(taught), str(path)]) == 0
    shown = capsys.readouterr()
    assert "A note is new: '2. Figures are provisional.'" in shown.err
    assert "figures taken in" in shown.out


def test_a_drifted_file_is_refused_with_what_differs(
    taught: Path, tmp_path: Path, capsys: Shown
) -> None:
    rows = rows_of()
    rows[2][1] = "Vehicle offences"
    path = crime_book(tmp_path / "Crime Q1 2017-18.xlsx", rows)
    assert main(["load", str(taught), str(path)]) == 1
    said = capsys.readouterr().err
    assert "not laid out as the last file was" in said
    assert "'Vehicle offences' was 'Vehicle crime'" in said
    assert "Load it in the window" in said
