"""The funnel of districts: the analysis' own, drawn, read out and put into a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.figures import Funnel, Trend
from safer_desktop.gui.charts.district_panel import DistrictPanel
from safer_desktop.gui.charts.funnel_plot import base_words, funnel_table
from safer_desktop.gui.charts.small_multiples import courses_of
from safer_desktop.report.csv_table import write_csv
from safer_desktop.workbench.bench import Workbench
from tests.opened import opened_sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    with opened_sample("2016-17-q4", tmp_path_factory) as made:
        yield made


@pytest.fixture
def panel(bench: Workbench, qtbot: QtBot) -> DistrictPanel:
    def trends(code: str) -> tuple[Trend, tuple[Trend, ...]]:
        districts = tuple(bench.trend(code, area) for area in bench.catalogue.districts)
        return bench.trend(code, bench.catalogue.home), districts

    made = DistrictPanel(lambda code: bench.catalogue.area(code).short, trends, str)
    qtbot.addWidget(made)
    made.resize(840, 320)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(panel: DistrictPanel, bench: Workbench, code: str) -> None:
    panel.show_districts(
        bench.figure(code, bench.catalogue.home),
        bench.catalogue.indicator(code),
        bench.districts(code),
        bench.funnel(code),
    )


def test_the_funnel_says_which_districts_stand_out(
    panel: DistrictPanel, bench: Workbench, qtbot: QtBot
) -> None:
    def short(code: str) -> str:
        return bench.catalogue.area(code).short

    show(panel, bench, "all-crime")
    bars = panel.content.table
    panel.funnel_button.click()
    funnel = bench.funnel("all-crime")
    assert isinstance(funnel, Funnel)
    out = [short(p.area) for p in funnel.points if p.stands_out]
    assert all(name in panel.content.title for name in out)
    assert panel.content.table == funnel_table(
        funnel,
        bench.catalogue.indicator("all-crime"),
        lambda code: bench.catalogue.area(code).short,
    )
    spots = panel.funnel.spots()
    assert len(spots) == len(funnel.points) == 7
    highest = max(funnel.points, key=lambda point: point.value.value)
    place = funnel.points.index(highest)
    assert spots[place].area.center().y() == min(spot.area.center().y() for spot in spots)
    largest = max(funnel.points, key=lambda point: point.base)
    place = funnel.points.index(largest)
    assert spots[place].area.center().x() == max(spot.area.center().x() for spot in spots)
    panel.bars_button.click()
    assert panel.content.table == bars
    assert panel.funnel.isHidden()


def test_a_point_is_read_out_with_the_keyboard(
    panel: DistrictPanel, bench: Workbench, qtbot: QtBot
) -> None:
    show(panel, bench, "vehicle-crime")
    panel.funnel_button.click()
    with qtbot.waitSignal(panel.said) as said:
        QTest.keyClick(panel.funnel, Qt.Key.Key_Home)
    assert "expected" in said.args[0]
    assert "per 1,000 population" in said.args[0]


def test_where_there_is_no_funnel_the_reason_is_told(
    panel: DistrictPanel, bench: Workbench
) -> None:
    show(panel, bench, "da-referrals")
    panel.funnel_button.click()
    assert panel.content.empty
    assert "no base" in panel.content.empty


def test_sizes_are_named(bench: Workbench) -> None:
    assert base_words(bench.catalogue.indicator("burglary-dwelling")) == "Households"
    assert base_words(bench.catalogue.indicator("all-crime")) == "Population"


def test_the_small_trends_end_where_the_bars_stand(panel: DistrictPanel, bench: Workbench) -> None:
    show(panel, bench, "all-crime")
    bars = {row[0]: row[1] for row in panel.content.table.rows}
    panel.courses_button.click()
    content = panel.content
    newest = {row[0]: row[2] for row in content.table.rows}
    assert newest == bars
    ordered = sorted(list(bars.items())[:-1], key=lambda item: float(item[1]))
    assert content.title == f"All crime: {ordered[-1][0]} ends highest, {ordered[0][0]} lowest"
    names = [bench.catalogue.area(code).short for code in bench.catalogue.districts]
    spots = panel.courses.spots()
    assert list(dict.fromkeys(spot.words.split(",")[0] for spot in spots)) == names
    assert all(f"{name} from " in content.alt_text for name in bars)
    assert content.caption.startswith("All districts on one scale from zero. Dashed: the county.")
    assert len(content.subjects) == len(content.table.rows)


def test_every_point_of_the_small_trends_is_reached_by_keys(
    panel: DistrictPanel, bench: Workbench
) -> None:
    show(panel, bench, "all-crime")
    panel.courses_button.click()
    said: list[str] = []
    panel.courses.read_out.connect(said.append)
    keys = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home
    for key in keys:
        QTest.keyClick(panel.courses, key)
    first, second = (bench.catalogue.area(code).short for code in bench.catalogue.districts[:2])
    spans = "12 months to March 2017", "12 months to February 2017"
    assert said[0].startswith(f"{first}, {spans[0]}: ")
    assert "; at first, 12 months to " in said[0]
    assert said[1].startswith(f"{first}, {spans[1]}: ")
    assert "at first" not in said[1]
    assert said[2].startswith(f"{second}, {spans[0]}: ")
    assert panel.courses.chosen == 0
    assert panel.traced() == panel.content.subjects[0]
    courses = courses_of(
        bench.trend("all-crime", bench.catalogue.home),
        [bench.trend("all-crime", code) for code in bench.catalogue.districts],
    )
    assert courses is not None
    assert courses.county is not None
    county = {point.period.label: point.value for point in courses.county.points}
    assert said[1].endswith(f"Leicestershire {county[spans[1]]:.2f}")


def test_the_figures_are_saved_as_a_table(
    panel: DistrictPanel, bench: Workbench, tmp_path: Path
) -> None:
    show(panel, bench, "all-crime")
    panel.save_picture(tmp_path / "districts.csv")
    with (tmp_path / "districts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == tuple(" ".join(it.split()) for it in panel.content.table.headers)
    assert [tuple(row) for row in rows[1:]] == list(panel.content.table.rows)
    write_csv(("A",), (("=1+1",), ("-5",), ("+3%",), ("@x",)), tmp_path / "risky.csv")
    told = (tmp_path / "risky.csv").read_text(encoding="utf-8-sig").split()
    assert told == ["A", "'=1+1", "-5", "+3%", "'@x"]
