"""The matrix's past over a real pack: freezing, removing, comparing, every change."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.dialogs.changes import ChangesDialog
from safer_desktop.gui.dialogs.freeze import FreezeDialog
from safer_desktop.gui.dialogs.movement import MovementDialog
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.workbench import matrix_editions

Shown = TypeVar("Shown", bound=QDialog)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> MatrixTab:
    made = MatrixTab(context)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    made.ui.side.setCurrentWidget(made.history)
    return made


def score(context: Context, code: str, harm: int, why: str = "") -> None:
    context.edit_field(RecordKind.INCIDENT_TYPE, code, "harm", harm, "harm score", why)


def freeze(tab: MatrixTab) -> None:
    tab.history.ui.freeze.click()
    dialog = opened(tab, FreezeDialog)
    dialog.ui.board_date.setDate(QDate(2017, 6, 12))
    dialog.ui.why.setText("Seen by the board")
    dialog.ui.keep.click()


def opened(tab: MatrixTab, kind: type[Shown]) -> Shown:
    (found,) = [it for it in tab.history.findChildren(kind) if it.isVisible()]
    return found


def test_freeze_shows_the_edition_and_undo_takes_it_back(tab: MatrixTab, context: Context) -> None:
    freeze(tab)

    history = tab.history
    assert history.model.index(0, 0).data() == "12 Jun 2017"
    assert history.model.index(0, 4).data() == "Whole"
    assert "Seen by the board" in history.ui.state.text()
    context.undo_stack.undo()
    assert history.model.rowCount() == 0
    assert not history.ui.compare.isEnabled()


def test_compare_tells_what_moved_as_table_picture_and_sentences(
    tab: MatrixTab, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score(context, "robbery", 2)
    score(context, "vehicle-crime", 3)
    freeze(tab)
    last = tab.model.codes[0]
    score(context, "robbery", 20)
    tab.history.ui.compare.click()
    dialog = opened(tab, MovementDialog)

    table = dialog.panel.content.table
    row = next(it for it in table.rows if it[0] == "Robbery")
    assert (row[3], row[4]) == ("moved up", "scores")
    assert "Robbery moved up" in dialog.ui.words.toPlainText()
    assert "Robbery moved up" in dialog.panel.content.alt_text
    assert len(dialog.chart.spots()) == sum(bool(it[1] or it[2]) for it in table.rows)

    target = tmp_path / "moved.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.ui.export_button.click()
    lines = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert lines[0][0] == "Incident type"
    assert len(lines) == 1 + len(table.rows)
    assert last in {it.type.code for it in matrix_editions.editions(context.workbench)[0].rows}
    dialog.ui.close_button.click()


def test_changes_are_those_of_the_selected_type_and_can_be_filtered(
    tab: MatrixTab, context: Context
) -> None:
    score(context, "robbery", 17, "After partners' input")
    score(context, "vehicle-crime", 9)
    tab.select("robbery")
    tab.history.ui.changes.click()
    dialog = opened(tab, ChangesDialog)

    assert dialog.model.rowCount() == 1
    cells = [dialog.model.index(0, it).data() for it in range(dialog.model.columnCount())]
    assert cells[2:] == ["Robbery", "harm", "harm score", "18", "17", "After partners' input"]
    dialog.ui.type.setCurrentIndex(0)
    assert dialog.model.rowCount() == 2
    dialog.ui.last.setDate(QDate(2000, 1, 1))
    assert dialog.model.rowCount() == 0
    dialog.ui.close_button.click()
    tab.select("homicide")
    tab.history.ui.changes.click()
    assert opened(tab, ChangesDialog).model.rowCount() == 0


def test_volume_picture_speaks_and_obeys_the_keyboard(tab: MatrixTab, context: Context) -> None:
    score(context, "robbery", 18)
    score(context, "vehicle-crime", 6)
    pictures = tab.pictures
    tab.ui.side.setCurrentWidget(pictures)
    pictures.ui.pictures.setCurrentWidget(pictures.ui.volume_page)
    said: list[str] = []
    pictures.volume.read_out.connect(said.append)

    pictures.volume.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Most harm each: Robbery, 18" in pictures.volume_panel.content.alt_text
    assert len(pictures.volume.spots()) == len(pictures.volume_panel.content.table.rows)
