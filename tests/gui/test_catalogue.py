"""The catalogue dialog over a real pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from safer_desktop.domain.figures import Change, RatingState, Reason
from safer_desktop.domain.indicators import TargetKind
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.catalogue import CatalogueDialog
from safer_desktop.gui.main_window import MainWindow
from tests.gui.conftest import open_pack, the_box
from tests.gui.made import COUNTY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(window: MainWindow, pack_file: Path, qtbot: QtBot) -> CatalogueDialog:
    """The dialog as the Data menu opens it, on vehicle crime."""
    open_pack(window, pack_file, qtbot)
    window.actions_by_name[Act.CATALOGUE].trigger()
    (found,) = window.findChildren(CatalogueDialog)
    found.show_indicator("vehicle-crime")
    return found


def context(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def test_a_name_is_changed_undone_and_follows_the_undo(
    window: MainWindow, dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    for model in (dialog.areas, dialog.groups, dialog.members, dialog.priorities, dialog.breaks):
        QAbstractItemModelTester(model)
    dialog.ui.name.setText("Theft of and from vehicles")
    dialog.ui.name.editingFinished.emit()
    catalogue = context(window).workbench.catalogue
    assert catalogue.indicator("vehicle-crime").name == "Theft of and from vehicles"
    undo = window.actions_by_name[Act.UNDO]
    assert "name of Vehicle crime" in undo.text()
    undo.trigger()
    assert dialog.ui.name.text() == "Vehicle crime"


def test_a_target_is_judged_by_at_once(window: MainWindow, dialog: CatalogueDialog) -> None:
    box = dialog.ui.target_kind
    place = box.findData(str(TargetKind.AT_MOST))
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert dialog.ui.target_high.isEnabled()
    assert not dialog.ui.target_low.isEnabled()
    dialog.ui.target_high.setText("1")
    dialog.ui.target_high.editingFinished.emit()
    figure = context(window).workbench.figure("vehicle-crime", COUNTY)
    assert figure.rating.state is RatingState.MISSED
    dialog.ui.target_high.setText("plenty")
    dialog.ui.target_high.editingFinished.emit()
    assert "'plenty' is no number" in dialog.ui.message.text()
    assert dialog.ui.target_high.text() == "1"


def test_a_definition_break_is_added_corrected_and_removed(
    window: MainWindow, dialog: CatalogueDialog
) -> None:
    workbench = context(window).workbench
    dialog.ui.add_break.click()
    model = dialog.breaks
    assert model.setData(model.index(0, 0), "2016-04-01")
    assert model.setData(model.index(0, 1), "Counted otherwise.")
    assert isinstance(workbench.figure("vehicle-crime", COUNTY).change, Reason)
    assert not model.setData(model.index(0, 0), "next spring")
    assert "Not changed" in dialog.ui.message.text()
    assert model.index(0, 0).data() == "2016-04-01"
    dialog.ui.breaks.setCurrentIndex(model.index(0, 0))
    dialog.ui.remove_break.click()
    assert isinstance(workbench.figure("vehicle-crime", COUNTY).change, Change)


def test_an_indicator_is_added_put_under_a_priority_and_removed_after_asking(
    window: MainWindow, dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    workbench = context(window).workbench
    dialog.ui.add_indicator.click()
    dialog.ui.name.setText("Bicycle theft")
    dialog.ui.name.editingFinished.emit()
    place = dialog.ui.priority.findData("crime")
    dialog.ui.priority.setCurrentIndex(place)
    dialog.ui.priority.activated.emit(place)
    assert "Bicycle theft" in [i.name for i in workbench.catalogue.of_priority("crime")]
    assert dialog.ui.name.text() == "Bicycle theft"
    dialog.ui.remove_indicator.click()
    box = the_box(qtbot)
    assert "Bicycle theft" in box.text()
    next(b for b in box.buttons() if "Remove" in b.text()).click()
    assert "Bicycle theft" not in [i.name for i in workbench.catalogue.indicators]
    window.actions_by_name[Act.UNDO].trigger()
    assert "Bicycle theft" in [i.name for i in workbench.catalogue.of_priority("crime")]


def test_a_group_loses_a_member_from_a_date_on(window: MainWindow, dialog: CatalogueDialog) -> None:
    workbench = context(window).workbench
    group = workbench.catalogue.group("east-midlands")
    day = workbench.edition.end
    before = group.members_on(day)
    row = next(n for n, m in enumerate(group.members) if m.area == before[0])
    assert dialog.members.setData(dialog.members.index(row, 2), "2016-12-31")
    after = workbench.catalogue.group("east-midlands").members_on(day)
    assert after == before[1:]


def test_an_area_in_use_cannot_be_removed(window: MainWindow, dialog: CatalogueDialog) -> None:
    row = next(r for r in range(dialog.areas.rowCount()) if dialog.areas.code(r) == COUNTY)
    dialog.ui.areas.setCurrentIndex(dialog.areas.index(row, 0))
    dialog.ui.remove_area.click()
    assert "cannot be removed" in dialog.ui.message.text()
    assert context(window).workbench.has_record(RecordKind.AREA, COUNTY)


def test_find_shows_only_what_fits(dialog: CatalogueDialog) -> None:
    dialog.ui.find.setText("marac")
    items = [dialog.ui.indicators.item(row) for row in range(dialog.ui.indicators.count())]
    shown = [item.text() for item in items if not item.isHidden()]
    assert shown
    assert all("marac" in text.casefold() for text in shown)
    assert dialog.areas.flags(dialog.areas.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_an_indicator_moves_down_and_back(window: MainWindow, dialog: CatalogueDialog) -> None:
    workbench = context(window).workbench
    before = [i.code for i in workbench.catalogue.of_priority("crime")]
    place = before.index("vehicle-crime")
    dialog.ui.move_down.click()
    after = [i.code for i in workbench.catalogue.of_priority("crime")]
    assert after.index("vehicle-crime") == place + 1
    assert sorted(after) == sorted(before)
    window.actions_by_name[Act.UNDO].trigger()
    assert [i.code for i in workbench.catalogue.of_priority("crime")] == before


def test_an_indicator_that_the_matrix_counts_by_cannot_be_removed(
    window: MainWindow, dialog: CatalogueDialog
) -> None:
    dialog.ui.remove_indicator.click()
    assert "cannot be removed" in dialog.ui.message.text()
    assert context(window).workbench.has_record(RecordKind.INDICATOR, "vehicle-crime")


def test_an_area_is_added_under_its_ons_code(
    window: MainWindow, dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    workbench = context(window).workbench
    for code in ("E07000999", "E07000999"):
        dialog.ui.add_area.click()
        (box,) = (b for b in dialog.findChildren(QInputDialog) if b.isVisible())
        box.setTextValue(code)
        box.accept()
        qtbot.waitUntil(lambda: not dialog.findChildren(QInputDialog))
    assert "already an area 'E07000999'" in dialog.ui.message.text()
    row = next(r for r in range(dialog.areas.rowCount()) if dialog.areas.code(r) == "E07000999")
    assert dialog.areas.setData(dialog.areas.index(row, 1), "Newtown")
    assert workbench.catalogue.area("E07000999").name == "Newtown"
