"""'How was this worked out?' in the real window: by key, button and menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.analysis.explain import written
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.explain import ExplainDialog
from safer_desktop.gui.dialogs.origin import OriginDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.priority import PriorityTab
from safer_desktop.gui.widgets.tracing import add_origin
from safer_desktop.workbench.subjects import FigureOf, LoadOf
from tests.gui.conftest import open_pack
from tests.gui.made import COUNTY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support (raise\(\)|grabbing)")

VEHICLE = "vehicle-crime"


@pytest.fixture
def context(window: MainWindow, pack_file: Path, qtbot: QtBot) -> Context:
    open_pack(window, pack_file, qtbot)
    assert window.context is not None
    return window.context


def the_dialog(window: MainWindow) -> ExplainDialog:
    (found,) = window.findChildren(ExplainDialog)
    return found


def test_a_change_is_explained_with_its_own_numbers_its_test_and_its_source(
    window: MainWindow, context: Context
) -> None:
    context.show_explanation(FigureOf(VEHICLE, COUNTY, Part.CHANGE))
    ui = the_dialog(window).ui
    assert ui.items.currentItem().text().startswith("Change: ")
    text = ui.explanation.toPlainText()
    for told in ("With this figure's own numbers", "÷", "Test: ", "95% interval", "Source of the"):
        assert told in text
    ui.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("Source of the method") == ui.items.count()
    ui.origin.click()
    (origin,) = window.findChildren(OriginDialog)
    assert origin.ui.explain.isEnabled()
    origin.close()
    context.edit_field(RecordKind.INDICATOR, VEHICLE, "caveat", "Take care.", "a caveat")
    assert not the_dialog(window).isVisible()


def test_the_key_the_button_and_the_menu_ask_for_the_selected_figure(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    action = window.actions_by_name[Act.EXPLAIN]
    assert action.shortcut().toString() == "Ctrl+H"
    window.pages.show(pages.priority_key("crime"))
    tab = window.findChildren(PriorityTab)[0]
    qtbot.waitUntil(lambda: tab.current is not None)
    tab.ui.scorecard.setFocus()
    action.trigger()
    name = context.workbench.catalogue.indicator("burglary-dwelling").name
    first = the_dialog(window)
    assert first.ui.heading.text().startswith(name)
    first.close()
    menu = QMenu(window)
    add_origin(menu, context, FigureOf(VEHICLE, COUNTY))
    how = menu.actions()[-1]
    assert how.text().endswith("\t" + action.shortcut().toString())
    how.trigger()
    shown = [d for d in window.findChildren(ExplainDialog) if d.isVisible()]
    assert len(shown) == 1
    other = QMenu(window)
    add_origin(other, context, LoadOf(1))
    assert not other.actions()[-1].isEnabled()


def test_a_formula_is_set_in_the_signs_of_print() -> None:
    assert written("z = 2 (sqrt(a) - b) / phi^2 +/- 3 x c") == "z = 2 (√(a) − b) ÷ φ² ± 3 × c"
