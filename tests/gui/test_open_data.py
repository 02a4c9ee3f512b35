"""Open data in the real window: what the catalogue lacks is offered, then one confirmation."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.sources import SourcesTab
from tests.gui.conftest import the_box
from tests.gui.test_drift import bench_of, check_dialog, sources
from tests.loading.test_open_data import COUNTS, DERBYSHIRE

__all__ = ["sources"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A workbook of counts by police force."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Table P1"
    for row in COUNTS:
        sheet.append(row)
    book.save(tmp_path / "download.xlsx")
    return tmp_path / "download.xlsx"


def test_peers_are_added_and_their_figures_taken_in(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tables: Path
) -> None:
    bench = bench_of(window)
    sources.load([tables])
    box = the_box(qtbot)
    assert "Derbyshire police force area" in box.informativeText()
    next(it for it in box.buttons() if "Add" in it.text()).click()
    check = check_dialog(sources, qtbot)
    assert bench.catalogue.has_area(DERBYSHIRE)
    assert "Open Government Licence" in check.ui.explanation.text()
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        check.ui.take_in.click()
    assert bench.figure_count(RecordRef(RecordKind.AREA, DERBYSHIRE)) > 3
    assert "Office for National Statistics" in bench.attribution
    qtbot.waitUntil(lambda: not window.tasks.busy)


def test_going_on_without_leaves_the_catalogue_as_it_is(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tables: Path
) -> None:
    sources.load([tables])
    box = the_box(qtbot)
    next(it for it in box.buttons() if "without" in it.text()).click()
    check = check_dialog(sources, qtbot)
    assert not bench_of(window).catalogue.has_area(DERBYSHIRE)
    with qtbot.waitSignal(sources.flow.finished):
        check.reject()
