"""How firm the order is, in the real matrix tab of the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.assumptions import AssumptionsDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.models.matrix_columns import HARM_SHARE
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.risk.firmness import Assumptions, set_words
from safer_desktop.workbench.schemes import schemes, use_edit
from tests.gui.conftest import open_pack

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_order_is_tried_told_and_tried_again_with_other_assumptions(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    window.pages.show(pages.MATRIX)
    tab = window.findChild(MatrixTab)
    assert tab is not None
    panel = tab.firmness
    tab.ui.side.setCurrentWidget(panel)
    qtbot.waitUntil(lambda: panel.found is not None and not window.tasks.busy)
    found = panel.found
    assert found is not None
    # The made pack scores three types: two of high volume, and robbery far below them.
    assert [it.name for it in found.case.types] == [
        "Violence with injury",
        "Vehicle crime",
        "Robbery",
    ]
    assert panel.pairs.index(0, 0).data() == "Violence with injury"
    assert panel.pairs.index(0, 1).data() == ""
    assert panel.sentences.index(2, 0).data().startswith("Robbery is in the top three under 100%")
    assert "10,000 draws, seed 2017" in panel.panel.content.caption
    spots = panel.chart.spots()
    assert [spot.words for spot in spots] == [panel.sentences.index(n, 0).data() for n in range(3)]
    assert panel.panel.content.table.headers == ("Incident type", "Place 1", "Place 2 to 3")

    tab.select("robbery")
    assert panel.ui.belief.text() == (
        "Robbery is in the top three already, with the present weights and scores."
    )
    panel.ui.assume.click()
    dialog = panel.findChild(AssumptionsDialog)
    assert dialog is not None
    assert "exponent" in dialog.ui.meaning.text()
    dialog.bound(0, 1).setValue(90)
    dialog.bound(0, 2).setValue(50)
    dialog.keep()
    assert "from low to high" in dialog.ui.message.text()
    dialog.bound(0, 1).setValue(0)
    dialog.bound(1, 1).setValue(50)
    dialog.ui.top.setValue(1)
    dialog.ui.draws.setValue(500)
    dialog.keep()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: panel.found is not found and not window.tasks.busy)
    assert panel.found is not None
    assert panel.found.assumptions.ranges == ((0.0, 0.5), (0.5, 1.0))
    # Likelihood 5 against 17, harm 18 against 16: robbery leads once 17^w 16^(1-w) is no more
    # than 5^w 18^(1-w), at w = ln(18/16) / (ln(18/16) + ln(17/5)) = 8.8%.
    assert "Probability 9% (now 50%) and Harm 91% (now 50%)" in panel.ui.belief.text()
    assert window.context is not None
    window.context.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.found is not None and panel.found.assumptions.top == 3)


def test_other_work_is_waited_for_and_an_edit_is_tried_anew(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    window.pages.show(pages.MATRIX)
    tab = window.findChild(MatrixTab)
    assert tab is not None
    window.tasks.run(lambda _: QTest.qSleep(50), lambda _: None, title="Other work")
    tab.ui.side.setCurrentWidget(tab.firmness)
    assert tab.firmness.found is None
    qtbot.waitUntil(lambda: tab.firmness.found is not None)
    tab.select("asb-incidents")
    assert "not scored" in tab.firmness.ui.belief.text()


def test_weight_sets_are_ticked_off_and_a_weight_is_put_in_doubt(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    context = window.context
    assert context is not None
    ons = next(it for it in schemes(context.workbench) if it.code == "ons-severity")
    context.apply(use_edit(context.workbench, ons))
    window.pages.show(pages.MATRIX)
    tab = window.findChild(MatrixTab)
    assert tab is not None
    panel = tab.firmness
    tab.ui.side.setCurrentWidget(panel)
    qtbot.waitUntil(lambda: panel.found is not None and not window.tasks.busy)
    found = panel.found
    assert found is not None
    assert [it.code for it in found.sets] == ["ons-severity", "cambridge-index"]
    assert panel.sentences.headerData(1, Qt.Orientation.Horizontal) == "Under each weight set"
    robbery = [it.code for it in found.case.types].index("robbery")
    assert panel.sentences.index(robbery, 1).data() == set_words(found, robbery)
    tab.select("robbery")
    assert panel.ui.belief.text()

    panel.ui.assume.click()
    dialog = panel.findChild(AssumptionsDialog)
    assert dialog is not None
    sets = dialog.ui.sets
    names = [sets.item(n).text().partition(",")[0] for n in range(2)]
    assert names == [it.name for it in found.sets]
    # Nothing is scored by people; the weights in use cannot be ticked off.
    assert not dialog.ui.off.isVisible()
    assert not sets.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    sets.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.times(robbery, 2).setValue(3)
    dialog.times(robbery, 3).setValue(2)
    dialog.keep()
    assert "multiplier must run from low to high" in dialog.ui.message.text()
    dialog.times(robbery, 2).setValue(0.5)
    dialog.keep()
    qtbot.waitUntil(lambda: panel.found is not found and not window.tasks.busy)
    assert "only the weights of Count × ONS severity weight" in panel.panel.content.caption
    assert "Robbery 0.50 to 2 times" in panel.panel.content.caption
    context.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.found is not None and panel.found.assumptions == Assumptions())


def test_long_names_of_columns_break_and_the_header_grows(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    window.pages.show(pages.MATRIX)
    tab = window.findChild(MatrixTab)
    assert tab is not None
    qtbot.waitUntil(lambda: tab.model.place(HARM_SHARE) >= 0)
    header = tab.ui.table.horizontalHeader()
    harm = tab.model.place(HARM_SHARE)
    tab.ui.table.show_column(harm, True)
    tab.ui.table.setColumnWidth(harm, 200)
    one, height = header.sizeHint().height(), header.height()
    tab.ui.table.setColumnWidth(harm, 62)
    assert header.sizeHint().height() > one
    assert header.height() > height
    tab.ui.table.show_column(harm, False)
    assert header.sizeHint().height() == one
