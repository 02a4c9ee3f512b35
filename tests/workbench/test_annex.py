"""The Excel annex of the 2016/17 sample, read back by openpyxl."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from safer_desktop.domain.errors import Cancelled, ReportError
from safer_desktop.domain.evidence import Change, Quantity
from safer_desktop.domain.progress import Silent
from safer_desktop.report.annex import MISSING, Annex, AnnexSheet, AnnexTable
from safer_desktop.report.annex_xlsx import write_annex
from safer_desktop.workbench.annex import export_annex
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

HOSTILE = ('=HYPERLINK("https://x")', "+1+1", "-2", "@SUM(A1)", "https://x.example", "a\x07b\nc")


@pytest.fixture(scope="module")
def bench(sample_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    bench = Workbench.open(sample_pack, State(tmp_path_factory.mktemp("state")))
    yield bench
    bench.close()


@pytest.fixture(scope="module")
def written(bench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annex") / "annex.xlsx"
    export_annex(bench, path)
    return path


@pytest.fixture(scope="module")
def book(written: Path) -> Any:
    return openpyxl.load_workbook(written)


def rows_of(sheet: Any, table: int = 0) -> list[dict[str, Any]]:
    reference = list(sheet.tables.values())[table].ref
    header, *rows = [[cell.value for cell in row] for row in sheet[reference]]
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_indicator_has_a_sheet_that_the_contents_lead_to(book: Any, bench: Workbench) -> None:
    contents = book["Contents"]
    named = [row["Sheet"] for row in rows_of(contents)]
    assert named == book.sheetnames[1:]
    leads = [cell.hyperlink.location for row in contents for cell in row if cell.hyperlink]
    assert sorted(leads) == sorted(f"'{name}'!A1" for name in named)
    titles = [book[name]["A1"].value for name in named]
    shown = [i for i in bench.catalogue.headline if _has_figures(bench, i.code)]
    assert [f"{i.name}, {bench.edition.label}" for i in shown] == titles[1:-2]


def _has_figures(bench: Workbench, indicator: str) -> bool:
    areas = bench.catalogue.reporting_areas
    return any(isinstance(bench.figure(indicator, a.code).latest, Quantity) for a in areas)


def test_every_figure_of_every_area_is_there(book: Any, bench: Workbench) -> None:
    told = set()
    titles = {book[name]["A1"].value: book[name] for name in book.sheetnames}
    areas = {area.name: area.code for area in bench.catalogue.reporting_areas}
    for indicator in bench.catalogue.headline:
        sheet = titles.get(f"{indicator.name}, {bench.edition.label}")
        for row in rows_of(sheet) if sheet else ():
            figure = bench.figure(indicator.code, areas[row["Area"]])
            assert isinstance(figure.latest, Quantity)
            assert row["Latest"] == pytest.approx(figure.latest.value)
            before = figure.previous
            expected = before.value if isinstance(before, Quantity) else MISSING
            assert row["Year before"] == (pytest.approx(expected) if expected != MISSING else "[x]")
            if isinstance(figure.change, Change) and isinstance(figure.change.percent, float):
                assert row["Percent change"] == pytest.approx(figure.change.percent)
            else:
                assert row["Percent change"] == MISSING
            assert row["Direction of travel"] == str(figure.direction)
            told.add((indicator.code, areas[row["Area"]]))
    assert told == {
        (i.code, area)
        for i in bench.catalogue.headline
        for area in areas.values()
        if isinstance(bench.figure(i.code, area).latest, Quantity)
    }


def test_a_series_is_given_month_by_month_with_gaps_marked(book: Any, bench: Workbench) -> None:
    sheet = next(
        book[name] for name in book.sheetnames if book[name]["A1"].value.startswith("Domestic bur")
    )
    series = rows_of(sheet, 1)
    trend = bench.trend("burglary-dwelling", bench.catalogue.home)
    assert len(series) == len(trend.points) == 36
    county = bench.catalogue.home_area.name
    assert [row[county] for row in series] == [point.value for point in trend.points]


def test_a_figure_leads_to_the_cells_that_add_up_to_it(book: Any, bench: Workbench) -> None:
    rows = [
        row
        for row in rows_of(book["Where figures stand"])
        if row["Indicator"] == "Domestic burglary"
        and row["Area"] == "Blaby"
        and row["Figure"] == "Latest"
        and "household" not in row["From"].casefold()
    ]
    latest = bench.figure("burglary-dwelling", "E07000129").latest
    assert isinstance(latest, Quantity)
    assert sum(float(row["Text found there"]) for row in rows) == latest.count
    assert len({row["Cell"] for row in rows}) == len(rows) == 12
    hashes = {load.file.sha256 for load in bench.loads()}
    assert {row["Fingerprint of the file (SHA-256)"] for row in rows} < hashes


def test_it_is_a_workbook_for_everyone(book: Any, written: Path) -> None:
    assert book.properties.title.endswith("data annex")
    assert book.properties.creator
    for sheet in book:
        assert sheet["A1"].value
        assert not sheet.merged_cells.ranges
        assert sheet.tables
        for table in sheet.tables.values():
            cells = sheet[table.ref]
            assert all(cell.value is not None for row in cells for cell in row)
            assert len({cell.value for cell in cells[0]}) == len(cells[0])
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with zipfile.ZipFile(written) as parts:
        assert not [name for name in parts.namelist() if "external" in name.casefold()]


def made(rows: tuple[tuple[str, ...], ...], headers: tuple[str, ...]) -> Annex:
    table = AnnexTable("T", headers, rows, (20.0,) * len(headers), (0,) * len(headers), {})
    return Annex("Title", "Author", "Subject", (AnnexSheet("One", "One", (), (table,)),))


def test_words_that_look_like_formulas_or_links_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    write_annex(made((HOSTILE, HOSTILE), HOSTILE), path, Silent())
    sheet = openpyxl.load_workbook(path)["One"]
    wanted = [*HOSTILE[:-1], "ab c"]
    for row in sheet["A3:F5"]:
        assert [cell.value for cell in row] == wanted
        assert {cell.data_type for cell in row} == {"s"}
        assert not any(cell.hyperlink for cell in row)


def test_columns_of_one_name_and_an_empty_table_still_open(tmp_path: Path) -> None:
    path = tmp_path / "alike.xlsx"
    write_annex(made((), ("Area", "area", "")), path, Silent())
    sheet = openpyxl.load_workbook(path)["One"]
    assert [cell.value for cell in sheet["A3:C3"][0]] == ["Area", "area (2)", "Column 3"]


class Stopped:
    """A person who stops at once."""

    def report(self, done: float, text: str) -> None:
        """Nobody looks."""

    def cancelled(self) -> bool:
        return True


def test_a_file_that_is_there_is_kept_if_the_new_one_does_not_come(
    bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "annex.xlsx"
    path.write_text("the old one")
    with pytest.raises(Cancelled):
        export_annex(bench, path, Stopped())
    with pytest.raises(ReportError, match="annex could not be written"):
        export_annex(bench, tmp_path / "nowhere" / "annex.xlsx")
    assert [it.name for it in tmp_path.iterdir()] == ["annex.xlsx"]
    assert path.read_text() == "the old one"


def test_an_indicator_with_a_long_or_odd_name_gets_a_sheet(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = bench.catalogue
    odd = tuple(
        replace(it, short_name=f"[{it.short_name}]: a/b?*' " + "x" * 40) if it.priority else it
        for it in catalogue.indicators
    )
    monkeypatch.setattr(type(bench), "catalogue", replace(catalogue, indicators=odd))
    export_annex(bench, tmp_path / "odd.xlsx")
    names = openpyxl.load_workbook(tmp_path / "odd.xlsx").sheetnames
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 31


def test_every_figure_of_the_word_paper_is_found_by_its_tag(
    book: Any, bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "paper.docx"
    bench.export_word(path)
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    printed = re.findall(r'w:tag w:val="(fig:[^"~]+)', document)
    rows = rows_of(book["Where figures stand"])
    told = [row for row in rows if row["Tag in the Word paper"].startswith("fig:")]
    assert len(set(printed)) > 80
    assert {row["Tag in the Word paper"] for row in told} == set(printed)
    wanted = "fig:burglary-dwelling.change"
    change = [row for row in told if row["Tag in the Word paper"] == wanted]
    figure = bench.figure("burglary-dwelling", bench.catalogue.home)
    assert isinstance(figure.latest, Quantity)
    assert isinstance(figure.previous, Quantity)
    assert len(change) == len({*figure.latest.sources, *figure.previous.sources})
    assert isinstance(figure.change, Change)
    assert all(row["Value"] == pytest.approx(figure.change.percent) for row in change)
    assert all(len(row["Fingerprint of the file (SHA-256)"]) == 64 for row in change)
