"""A whole partner round with real files through the real window."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind, RecordRef
from safer_desktop.gui import pages
from safer_desktop.gui.dialogs.rounds import RoundsDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.loading.scoring_sheet import Verdict
from tests.gui.conftest import open_pack, the_box

# Said by the offscreen platform of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise")


def press(qtbot: QtBot, text: str) -> str:
    """Press a button of the question that is asked; gives what it said below its headline."""
    box = the_box(qtbot)
    more = box.informativeText()
    next(it for it in box.buttons() if it.text().replace("&", "") == text).click()
    qtbot.waitUntil(lambda: not box.isVisible())
    return more


def answer(path: Path, robbery: int | str, copy: str = "") -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book["Scores"]
    for row in range(6, sheet.max_row + 1):
        sheet.cell(row, 2).value = robbery if sheet.cell(row, 1).value == "Robbery" else 1 + row % 7
    made = path.with_name(copy) if copy else path
    book.save(made)
    return made


def test_two_rounds_from_the_start_to_the_adopted_score(
    window: MainWindow, pack_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    window.pages.show(pages.MATRIX)
    tab = window.findChild(MatrixTab)
    assert tab is not None
    tab.ui.rounds.click()
    dialog = window.findChild(RoundsDialog)
    assert dialog is not None
    assert dialog.ui.heading.text() == "No round has been held yet"
    assert not dialog.ui.write.isEnabled()
    dialog.ui.start.click()
    asked = dialog.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue("Police\nFire and Rescue\nHealth\n")
    asked.accept()
    assert dialog.current is not None
    assert "0 of 3 partners have answered" in dialog.ui.heading.text()
    assert not dialog.ui.start.isEnabled()

    folder = tmp_path / "sheets"
    folder.mkdir()
    dialog.write(folder)
    qtbot.waitUntil(lambda: "3 sheets written" in dialog.ui.message.text(), timeout=30_000)
    police, fire, health = (
        folder / f"Scores round 1 {name}.xlsx" for name in ("Police", "Fire and Rescue", "Health")
    )
    faulty = answer(police, "eighteen", "police.xlsx")
    dialog.read([answer(fire, 13), answer(health, 16), faulty])
    qtbot.waitUntil(lambda: len(dialog.readings) == 3 and not window.tasks.busy, timeout=30_000)
    assert [it.verdict for it in dialog.readings] == [
        Verdict.COMPLETE,
        Verdict.COMPLETE,
        Verdict.FAULTY,
    ]
    assert "2 of 3 sheets taken in. 1 need a look" in dialog.ui.message.text()
    assert "B" in dialog.sheets.index(2, 3).data()
    assert "'eighteen' is no number (Robbery)" in dialog.sheets.index(2, 3).data()
    dialog.ui.readings.selectRow(2)
    assert dialog.ui.take.isEnabled()
    dialog.read([answer(police, 19)])
    qtbot.waitUntil(lambda: "3 of 3 partners" in dialog.ui.heading.text(), timeout=30_000)

    assert window.context is not None
    bench = window.context.workbench
    row = next(n for n in range(30) if dialog.scores.index(n, 0).data() == "Robbery")
    shown = [dialog.scores.index(row, column).data() for column in range(8)]
    assert shown == ["Robbery", "Harm", "3", "16", "14.50 to 17.50", "13 to 19", "", "18"]
    assert dialog.ui.agreement.text().startswith("Agreement on Harm: alpha ")
    dialog.ui.scores.selectRow(row)
    dialog.ui.adopt.click()
    more = press(qtbot, "Adopt")
    assert "These scores give way:\nRobbery, Harm: 16 instead of 18" in more
    assert bench.record(RecordKind.INCIDENT_TYPE, "robbery")["harm"] == 16
    trail = bench.audit(RecordRef(RecordKind.INCIDENT_TYPE, "robbery"))
    why = {it.field: it.why for it in trail}["harm"]
    assert why.startswith("median 16 of 3 partners, round 1, ")
    window.context.undo_stack.undo()
    assert bench.record(RecordKind.INCIDENT_TYPE, "robbery")["harm"] == 18
    assert not dialog.ui.select_new.isEnabled()
    window.context.edit_field(RecordKind.INCIDENT_TYPE, "homicide", "harm", None, "harm score")
    dialog.ui.select_new.click()
    dialog.ui.adopt.click()
    assert "No score that somebody gave is overwritten" in press(qtbot, "Adopt")
    assert bench.record(RecordKind.INCIDENT_TYPE, "homicide")["harm"] is not None

    dialog.ui.end.click()
    assert "All partners have answered" in press(qtbot, "Close the round")
    assert not dialog.ui.read.isEnabled()
    dialog.ui.start.click()
    again = dialog.findChildren(QInputDialog)[-1]
    assert again.textValue() == "Police\nFire and Rescue\nHealth"
    again.accept()
    dialog.write(folder)
    qtbot.waitUntil(lambda: (folder / "Scores round 2 Health.xlsx").exists(), timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    second = openpyxl.load_workbook(folder / "Scores round 2 Health.xlsx")["Scores"]
    robbery = next(it for it in second.iter_rows(6) if it[0].value == "Robbery")
    assert [cell.value for cell in robbery[4:7]] == ["16", "14.50 to 17.50", "16"]
    dialog.read([health, answer(folder / "Scores round 2 Health.xlsx", 17)])
    qtbot.waitUntil(lambda: "1 of 2 sheets taken in" in dialog.ui.message.text(), timeout=30_000)
    assert [it.verdict for it in dialog.readings] == [Verdict.STALE, Verdict.COMPLETE]
    dialog.read([answer(folder / "Scores round 2 Health.xlsx", 15)])
    qtbot.waitUntil(lambda: "0 of 1 sheets taken in" in dialog.ui.message.text(), timeout=30_000)
    dialog.ui.readings.selectRow(0)
    dialog.ui.take.click()
    assert "1 of its scores differ" in press(qtbot, "Take it")
    assert dialog.current is not None
    assert list(dialog.current.scores("robbery", "harm").values()) == [15]
