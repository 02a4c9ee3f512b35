"""The Sources tab in the real window: each file with its age, decisions and restated figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safer_desktop.domain.observations import CellPlace, Settlement, SettlementKind
from safer_desktop.domain.periods import Period
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.origin import OriginDialog
from safer_desktop.gui.dialogs.restated import RestatedDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.loads_model import COLUMNS
from safer_desktop.gui.tabs.sources import SourcesTab
from tests.gui.conftest import open_pack
from tests.gui.made import COUNTY, made_load, observation

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LAST, THIS = Period.financial_year(2015), Period.financial_year(2016)


@pytest.fixture
def context(window: MainWindow, pack_file: Path, qtbot: QtBot) -> Context:
    open_pack(window, pack_file, qtbot)
    assert window.context is not None
    return window.context


@pytest.fixture
def page(window: MainWindow, context: Context) -> SourcesTab:
    """The tab after two returns of hate incidents, the second with last year restated."""
    first = made_load((observation("hate-incidents", COUNTY, LAST, 1204),))
    second = made_load(
        (
            observation("hate-incidents", COUNTY, LAST, 1231),
            observation("hate-incidents", COUNTY, THIS, 1300),
        )
    )
    place = CellPlace("hate-incidents", "B199")
    at = datetime(2017, 5, 2, tzinfo=UTC)
    mended = Settlement(SettlementKind.MENDED, place, "slip", "A. N.", at, "13OO", "1300")
    context.workbench.take_in(replace(first, file=replace(first.file, name="Hate 2015-16.xlsx")))
    context.workbench.take_in(
        replace(
            second,
            file=replace(second.file, name="Hate 2016-17.xlsx", recipe="Hate (version 2)"),
            settlements=(mended,),
        )
    )
    found = window.pages.show(pages.SOURCES)
    assert isinstance(found, SourcesTab)
    return found


def shown(page: SourcesTab, column: str) -> list[str]:
    number = COLUMNS.index(column)
    return [str(page.model.index(row, number).data()) for row in range(page.model.rowCount())]


def test_each_file_shows_how_far_it_runs_its_decisions_and_what_it_restated(
    page: SourcesTab,
) -> None:
    QAbstractItemModelTester(page.model)
    assert shown(page, "File") == ["Hate 2016-17.xlsx", "Hate 2015-16.xlsx", "made by hand.xlsx"]
    assert shown(page, "Restated") == ["1 of 1", "", ""]
    assert shown(page, "Decisions") == ["1 mended", "", ""]
    assert shown(page, "Runs to")[:2] == ["31 Mar 2017", "31 Mar 2016"]
    page.ui.loads.selectRow(0)
    assert "restated 1 of 1 figure" in page.ui.file_words.text()
    assert "read by 'Hate (version 2)'" in page.ui.file_words.text()
    assert page.problems.index(0, 1).data() == "'13OO' is read as '1300'."
    assert page.ui.restated.isEnabled()
    page.ui.loads.selectRow(1)
    assert not page.ui.restated.isEnabled()
    assert "3 files from 1 partner" in page.ui.summary.text()


def test_files_are_found_by_any_word_and_sorted_by_any_column(page: SourcesTab) -> None:
    page.ui.loads.selectRow(1)
    page.ui.find.setText("hate 2015-16")
    assert shown(page, "File") == ["Hate 2015-16.xlsx"]
    page.ui.find.setText("mended")
    assert shown(page, "File") == ["Hate 2016-17.xlsx"]
    page.ui.find.setText("vehicle")
    assert shown(page, "File") == ["made by hand.xlsx"]
    page.ui.find.setText("nothing like it")
    assert page.model.rowCount() == 0
    assert page.ui.file_heading.text() == "No file selected"
    page.ui.find.clear()
    assert page.model.rowCount() == 3
    page.ui.loads.sortByColumn(COLUMNS.index("Figures"), Qt.SortOrder.AscendingOrder)
    assert shown(page, "Figures")[:2] == ["1", "2"]
    page.ui.loads.sortByColumn(COLUMNS.index("Loaded"), Qt.SortOrder.DescendingOrder)
    assert page.model.rowCount() == 3


def test_restated_figures_are_listed_found_copied_and_traced(
    window: MainWindow, page: SourcesTab, qtbot: QtBot
) -> None:
    page.ui.loads.selectRow(0)
    page.ui.restated.click()
    (dialog,) = page.findChildren(RestatedDialog)
    QAbstractItemModelTester(dialog.model)
    row = [dialog.model.index(0, column).data() for column in range(9)]
    assert row[2:7] == ["2015/16", "1,204", "1,231", "+27", "+2.2%"]
    assert row[7].startswith("Hate 2015-16.xlsx, sheet 'hate-incidents', cell ")
    assert row[8].startswith("Hate 2016-17.xlsx, sheet 'hate-incidents', cell ")
    dialog.ui.copy.click()
    assert "1,204\t1,231" in QApplication.clipboard().text()
    dialog.ui.find.setText("robbery")
    assert dialog.model.rowCount() == 0
    assert not dialog.ui.trace.isEnabled()
    dialog.ui.find.clear()
    dialog.ui.trace.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(OriginDialog)))
    for origin in window.findChildren(OriginDialog):
        origin.close()
    dialog.accept()


def test_taking_a_file_back_takes_its_restatements_with_it(
    window: MainWindow, page: SourcesTab
) -> None:
    page.ui.loads.selectRow(0)
    page.ui.withdraw.click()
    assert shown(page, "State")[0] == "taken back"
    assert shown(page, "Restated") == ["", "", ""]
    window.actions_by_name[Act.UNDO].trigger()
    assert shown(page, "Restated") == ["1 of 1", "", ""]
