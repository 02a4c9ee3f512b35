"""District copies and their return in the real window, on the 2016/17 sample."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.district_copies import DistrictCopiesDialog
from safer_desktop.gui.dialogs.district_return import ReturnDialog, open_return
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.sources import SourcesTab
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.matrix_edits import score_change
from safer_desktop.workbench.state import State
from tests.gui.conftest import open_pack, the_box

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MELTON = "E07000133"


def copies_dialog(window: MainWindow, qtbot: QtBot) -> DistrictCopiesDialog:
    window.actions_by_name[Act.COPIES].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(DistrictCopiesDialog)), timeout=20_000)
    return window.findChildren(DistrictCopiesDialog)[0]


def made_for_melton(window: MainWindow, folder: Path, qtbot: QtBot) -> Path:
    dialog = copies_dialog(window, qtbot)
    for row in range(dialog.ui.districts.count()):
        item = dialog.ui.districts.item(row)
        if not item.text().startswith("Melton"):
            item.setCheckState(Qt.CheckState.Unchecked)
    dialog.make(folder)
    the_box(qtbot).done(0)
    (path,) = folder.glob("*.safer")
    return path


def harm_of_first(bench: Workbench) -> tuple[str, object]:
    code = next(iter(bench.records(RecordKind.INCIDENT_TYPE)))
    return code, bench.record(RecordKind.INCIDENT_TYPE, code)["harm"]


def scored(path: Path, state: State) -> None:
    bench = Workbench.open(path, state)
    code, _ = harm_of_first(bench)
    change = score_change(bench, code, bench.scheme.code, "harm", 3)
    bench.apply(Edit("harm score", (change,), "Seen in Melton"))
    bench.save()
    bench.close()


def test_a_copy_goes_out_is_worked_on_and_comes_back(
    window: MainWindow, pack_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    assert window.context
    dialog = copies_dialog(window, qtbot)
    # Robbery is 2 a month or so everywhere: its months are small, their yearly sums are not.
    shown = {dialog.kept.index(row, 0).data() for row in range(dialog.kept.rowCount())}
    assert shown == {"Robbery"}
    assert "of its own" in dialog.ui.districts.item(0).text()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(DistrictCopiesDialog))
    folder = tmp_path / "out"
    folder.mkdir()
    path = made_for_melton(window, folder, qtbot)
    assert window.documents.unsaved

    scored(path, State(tmp_path / "district"))
    open_return(window.context, path, window)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReturnDialog)))
    returned = window.findChildren(ReturnDialog)[0]
    assert returned.ui.heading.text() == "Melton changed 1 thing"
    assert not returned.ui.remarks.isVisible()
    cells = [returned.model.index(0, column).data() for column in range(5)]
    assert cells[2] == "3"
    assert cells[4] == "Seen in Melton"
    first = returned.model.index(0, 0)
    role = Qt.ItemDataRole.CheckStateRole
    assert returned.model.setData(first, Qt.CheckState.Unchecked.value, role)
    assert not returned.ui.take.isEnabled()
    returned.ui.all.click()
    before = harm_of_first(window.context.workbench)[1]
    returned.ui.take.click()
    assert harm_of_first(window.context.workbench)[1] == 3
    assert window.undo_group.undoText() == "return from Melton"
    window.actions_by_name[Act.UNDO].trigger()
    assert harm_of_first(window.context.workbench)[1] == before


def test_the_window_says_that_a_pack_is_a_copy_and_closes_what_is_the_countys(
    window: MainWindow, pack_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    assert not window.handover_bar.isVisible()
    folder = tmp_path / "out"
    folder.mkdir()
    path = made_for_melton(window, folder, qtbot)
    assert window.context
    window.context.undo_stack.setClean()
    open_pack(window, path, qtbot)
    assert window.context.area == MELTON
    assert "Melton's copy of 'Quarter'" in window.handover_bar.words.text()
    assert window.handover_bar.isVisible()
    closed = (Act.LOAD, Act.PASTE, Act.CATALOGUE, Act.RECIPES, Act.ROUNDS, Act.COPIES, Act.RETURN)
    assert not any(window.actions_by_name[act].isEnabled() for act in closed)
    assert window.actions_by_name[Act.SAVE].isEnabled()
    assert not window.edition_picker.isEnabled()
    sources = cast("SourcesTab", window.pages.show(pages.SOURCES))
    assert not sources.ui.load_files.isEnabled()
    assert not sources.ui.withdraw.isEnabled()
    assert "Handed over by the county" in sources.ui.file_words.text()
    asked = [sources.ui.missing.item(row).text() for row in range(sources.ui.missing.count())]
    assert not any("Robbery" in it for it in asked)
