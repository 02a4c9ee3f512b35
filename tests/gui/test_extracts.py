"""An extract of incidents in the real window: counted as said once, known again the next time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.check import CheckDialog
from safer_desktop.gui.dialogs.extract import ExtractDialog
from safer_desktop.gui.dialogs.mapping import MappingDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.loading.extracts import ColumnRole
from tests.loading.extracts_made import HEADER, PERSONS, crimes

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")


def workbook(path: Path, rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [list(HEADER), *rows]:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def sources(window: MainWindow, qtbot: QtBot) -> SourcesTab:
    with qtbot.waitSignal(window.documents.opened):
        window.start_page.ui.start.click()
    page = window.pages.show(pages.SOURCES)
    assert isinstance(page, SourcesTab)
    return page


def dialog_of(sources: SourcesTab, qtbot: QtBot, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, kind), timeout=30_000)
    return sources.flow.dialog


def test_counted_as_said_and_known_again(
    window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    first = workbook(tmp_path / "crimes Q1.xlsx", crimes(360))
    sources.flow.load([first])
    dialog = dialog_of(sources, qtbot, ExtractDialog)
    assert isinstance(dialog, ExtractDialog)
    kept = [
        dialog.columns_model.index(row, 0).data()
        for row in range(len(HEADER))
        if dialog.columns_model.index(row, 1).data() != str(ColumnRole.NOT_KEPT)
    ]
    assert set(kept) == {"Crime Ref", "Date Recorded", "Offence", "District"}
    shown = [
        str(dialog.columns_model.index(row, column).data())
        for row in range(len(HEADER))
        for column in range(3)
    ]
    assert not any(secret in text for text in shown for secret in PERSONS)
    assert not dialog.ui.go_on.isEnabled()
    dialog.ui.partner.setCurrentText("Leicestershire Police")
    assert dialog.ui.go_on.isEnabled(), dialog.ui.state.text()

    dialog.columns_model.edited.emit("Date Committed", ColumnRole.DATE)
    dialog.ui.count_again.click()
    qtbot.waitUntil(lambda: dialog.ui.go_on.isEnabled(), timeout=30_000)
    assert dialog.preview_model.index(0, 0).data() == "March 2016"
    dialog.columns_model.edited.emit("Date Recorded", ColumnRole.DATE)
    dialog.ui.count_again.click()
    qtbot.waitUntil(lambda: dialog.ui.go_on.isEnabled(), timeout=30_000)
    dialog.ui.go_on.click()

    check = dialog_of(sources, qtbot, CheckDialog)
    assert isinstance(check, CheckDialog)
    with qtbot.waitSignal(sources.flow.finished, timeout=30_000):
        check.ui.take_in.click()
    assert window.context is not None
    bench = window.context.workbench
    (load,) = bench.loads()
    assert load.file.partner == "Leicestershire Police"
    values = bench._pack.known_values()
    robberies = {
        period.start: value
        for (indicator, area, period, _), value in values.items()
        if indicator == "robbery" and area == "E07000129"
    }
    made = [row for row in crimes(360) if row[3] == "Robbery" and row[4] == "Blaby"]
    assert robberies == {
        date(2016, month, 1): sum(row[1][3:5] == f"{month:02d}" for row in made)
        for month in (4, 5, 6)
    }

    following = workbook(tmp_path / "crimes Q2.xlsx", crimes(360, start=date(2016, 7, 1)))
    sources.flow.load([following])
    check = dialog_of(sources, qtbot, CheckDialog)
    assert isinstance(check, CheckDialog)
    assert len(bench.loads()) == 1
    with qtbot.waitSignal(sources.flow.finished, timeout=30_000):
        check.ui.take_in.click()
    assert len(bench.loads()) == 2


def test_a_new_offence_in_a_known_extract_is_asked_about(
    window: MainWindow, sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    sources.flow.load([workbook(tmp_path / "crimes Q1.xlsx", crimes(360))])
    dialog = dialog_of(sources, qtbot, ExtractDialog)
    assert isinstance(dialog, ExtractDialog)
    dialog.ui.partner.setCurrentText("Leicestershire Police")
    dialog.ui.go_on.click()
    check = dialog_of(sources, qtbot, CheckDialog)
    assert isinstance(check, CheckDialog)
    with qtbot.waitSignal(sources.flow.finished, timeout=30_000):
        check.ui.take_in.click()

    rows = crimes(360, start=date(2016, 7, 1))
    rows[0][3] = "Bilking"
    sources.flow.load([workbook(tmp_path / "crimes Q2.xlsx", rows)])
    check = dialog_of(sources, qtbot, CheckDialog)
    assert isinstance(check, CheckDialog)
    assert not check.ui.take_in.isEnabled()
    check.ui.look.click()
    dialog = dialog_of(sources, qtbot, ExtractDialog)
    assert isinstance(dialog, ExtractDialog)
    assert dialog.types_model.index(0, 0).data() == "Bilking"
    dialog.ui.rest_types.click()
    dialog.ui.go_on.click()
    check = dialog_of(sources, qtbot, CheckDialog)
    assert isinstance(check, CheckDialog)
    with qtbot.waitSignal(sources.flow.finished, timeout=30_000):
        check.ui.take_in.click()
    assert window.context is not None
    (recipe,) = window.context.workbench.recipes
    assert recipe.version == 2
    assert recipe.incidents is not None
    assert recipe.incidents.types["Bilking"] == ()


def test_it_can_be_read_as_a_table_instead_and_the_other_way_round(
    sources: SourcesTab, tmp_path: Path, qtbot: QtBot
) -> None:
    sources.flow.load([workbook(tmp_path / "crimes.xlsx", crimes(360))])
    dialog = dialog_of(sources, qtbot, ExtractDialog)
    assert isinstance(dialog, ExtractDialog)
    dialog.ui.table_instead.click()
    mapping = dialog_of(sources, qtbot, MappingDialog)
    assert isinstance(mapping, MappingDialog)
    mapping.ui.incidents_instead.click()
    dialog = dialog_of(sources, qtbot, ExtractDialog)
    assert isinstance(dialog, ExtractDialog)
    dialog.ui.table_instead.click()
    mapping = dialog_of(sources, qtbot, MappingDialog)
    assert isinstance(mapping, MappingDialog)
    with qtbot.waitSignal(sources.flow.finished, timeout=30_000):
        mapping.reject()
