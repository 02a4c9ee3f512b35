"""A partner's file that drifted, in the real window: shown before anything is taken in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from safer_desktop.domain.indicators import Unit
from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.check import CheckDialog
from safer_desktop.gui.dialogs.drift import DriftDialog
from safer_desktop.gui.dialogs.mapping import MappingDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.sheet_piece_model import CHOSEN_ROLE, MARK_ROLE
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.loading.mapping import anchored
from safer_desktop.loading.recipes import Recipe
from safer_desktop.workbench.bench import Workbench
from tests.loading.conftest import Rows
from tests.loading.drift.made import CRIME, TABLE, rows_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def written(path: Path, rows: Rows) -> Path:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Crime"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def sources(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> SourcesTab:
    """The Sources tab of a pack that has taken in the police's last file."""
    with qtbot.waitSignal(window.documents.opened):
        window.start_page.ui.start.click()
    bench = bench_of(window)
    inspection = bench.inspect(written(tmp_path / "Crime Q4 2016-17.xlsx", CRIME))
    assert inspection.workbook is not None
    table = anchored(inspection.workbook.sheets[0], TABLE)
    recipe = Recipe("crime", "Crime", "Police", (table,), "crime")
    load = bench.prepare(inspection, recipe, "Police")
    bench.take_in(load, inspection.remembered(recipe))
    page = window.pages.show(pages.SOURCES)
    assert isinstance(page, SourcesTab)
    return page


def bench_of(window: MainWindow) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def drift_dialog(sources: SourcesTab, qtbot: QtBot, path: Path) -> DriftDialog:
    sources.load([path])
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, DriftDialog), timeout=20_000)
    dialog = sources.flow.dialog
    assert isinstance(dialog, DriftDialog)
    return dialog


def check_dialog(sources: SourcesTab, qtbot: QtBot) -> CheckDialog:
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, CheckDialog), timeout=20_000)
    dialog = sources.flow.dialog
    assert isinstance(dialog, CheckDialog)
    return dialog


def reworded() -> Rows:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, year ending June 2017"
    rows[2][1] = "Vehicle offences"
    rows.insert(1, ["Prepared by the performance team"])
    return rows


def test_a_drifted_file_is_followed_once_the_user_agrees(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = bench_of(window)
    before = len(bench.loads())
    path = written(tmp_path / "Crime Q1 2017-18.xlsx", reworded())
    dialog = drift_dialog(sources, qtbot, path)
    ui = dialog.ui
    assert "is not laid out as the last file was" in ui.heading.text()
    assert "1 needs your word" in ui.explanation.text()
    assert "'Crime Q4 2016-17.xlsx'" in ui.explanation.text()
    assert not ui.follow.isEnabled()
    assert len(bench.loads()) == before

    asked = dialog.model.index(0, 0)
    assert asked.data() == "your word is needed"
    assert "'Vehicle offences' was 'Vehicle crime'" in ui.detail.text()
    assert dialog.model.setData(asked, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert ui.follow.isEnabled()
    assert "version 2" in ui.state.text()
    ui.follow.click()

    check = check_dialog(sources, qtbot)
    assert "'Crime (version 2)'" in check.ui.explanation.text()
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        check.ui.take_in.click()
    (kept,) = bench.recipes
    assert (kept.version, kept.tables[0].first_row) == (2, 5)
    assert kept.tables[0].units["Vehicle offences"] is Unit.COUNT
    assert kept.seen is not None
    assert kept.seen.file == "Crime Q1 2017-18.xlsx"
    assert bench.loads()[-1].file.recipe == "Crime (version 2)"
    qtbot.waitUntil(lambda: not window.tasks.busy)


def test_both_sides_mark_the_cells_of_the_difference_looked_at(
    sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path / "Crime Q1 2017-18.xlsx", reworded())
    dialog = drift_dialog(sources, qtbot, path)
    for model in (dialog.model, dialog.before, dialog.now):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    old, new = dialog.before.index(2, 1), dialog.now.index(3, 1)
    assert (old.data(), old.data(MARK_ROLE), old.data(CHOSEN_ROLE)) == (
        "Vehicle crime",
        "changed",
        True,
    )
    assert (new.data(), new.data(MARK_ROLE), new.data(CHOSEN_ROLE)) == (
        "Vehicle offences",
        "changed",
        True,
    )
    rows = range(dialog.model.rowCount())
    title = next(n for n in rows if "is new" in dialog.model.index(n, 1).data())
    dialog.ui.differences.selectRow(title)
    prepared = dialog.now.index(1, 0)
    assert (prepared.data(MARK_ROLE), prepared.data(CHOSEN_ROLE)) == ("new", True)
    assert not old.data(CHOSEN_ROLE)
    assert "figure, not kept" in dialog.before.index(4, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert dialog.now.index(5, 1).data() == "410"
    dialog.ui.leave_out.click()


def test_all_can_be_agreed_to_at_once_and_taken_back(
    sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = reworded()
    rows[3][2] = "Robberies of people"
    path = written(tmp_path / "Crime Q1 2017-18.xlsx", rows)
    dialog = drift_dialog(sources, qtbot, path)
    assert "all 2" in dialog.ui.agree_all.text()
    dialog.ui.agree_all.click()
    assert dialog.ui.follow.isEnabled()
    assert dialog.model.index(0, 0).data() == "agreed"
    dialog.ui.agree_all.click()
    assert not dialog.ui.follow.isEnabled()
    with qtbot.waitSignal(sources.flow.finished):
        dialog.ui.leave_out.click()


def test_what_cannot_be_followed_leads_to_the_sheet(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = rows_of()
    rows[3][1] = "Rate per 1,000 population"
    path = written(tmp_path / "Crime Q1 2017-18.xlsx", rows)
    dialog = drift_dialog(sources, qtbot, path)
    assert "must be settled" in dialog.ui.explanation.text()
    assert not dialog.ui.follow.isEnabled()
    assert dialog.ui.agree_all.isHidden()
    dialog.ui.look.click()
    qtbot.waitUntil(lambda: isinstance(sources.flow.dialog, MappingDialog), timeout=20_000)
    mapping = sources.flow.dialog
    assert isinstance(mapping, MappingDialog)
    qtbot.waitUntil(lambda: not mapping.reading, timeout=20_000)
    mapping.reject()
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert len(bench_of(window).loads()) == 1


def test_a_file_left_out_changes_nothing(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = bench_of(window)
    kept = bench.recipes
    path = written(tmp_path / "Crime Q1 2017-18.xlsx", reworded())
    dialog = drift_dialog(sources, qtbot, path)
    with qtbot.waitSignal(sources.flow.finished):
        dialog.ui.leave_out.click()
    assert len(bench.loads()) == 1
    assert bench.recipes == kept


def test_a_file_that_did_not_drift_needs_one_confirmation_only(
    window: MainWindow, sources: SourcesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = rows_of()
    rows[0][0] = "Recorded crime by district, year ending June 2017"
    sources.load([written(tmp_path / "Crime Q1 2017-18.xlsx", rows)])
    check = check_dialog(sources, qtbot)
    assert "Recognised: read by 'Crime (version 1)'" in check.ui.explanation.text()
    with qtbot.waitSignal(sources.flow.taken_in, timeout=20_000):
        check.ui.take_in.click()
    (kept,) = bench_of(window).recipes
    assert kept.version == 1
    assert kept.seen is not None
    assert kept.seen.file == "Crime Q1 2017-18.xlsx"
    newest = bench_of(window).audit()
    assert any(row.field == "seen" for row in newest)
    qtbot.waitUntil(lambda: not window.tasks.busy)
