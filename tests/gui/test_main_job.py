"""The main job in the real window: sample, figures, edit, undo, save, reopen, export, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from safer_desktop.analysis.chain_figure import Part
from safer_desktop.domain.display import quantity_text
from safer_desktop.domain.evidence import Quantity
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.origin import OriginDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.tabs.matrix import MatrixTab
from safer_desktop.gui.tabs.report import ReportTab
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.subjects import FigureOf
from tests.gui.conftest import boxes, open_pack, the_box
from tests.gui.made import COUNTY
from tests.report.accessibility import document_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def bench(window: MainWindow) -> Workbench:
    assert window.context is not None
    return window.context.workbench


def harm_cell(page: MatrixTab, name: str) -> QModelIndex:
    """The cell with an incident type's harm score."""
    headers = {
        page.model.headerData(c, Qt.Orientation.Horizontal): c
        for c in range(page.model.columnCount())
    }
    row = next(
        r
        for r in range(page.model.rowCount())
        if page.model.index(r, headers["Incident type"]).data() == name
    )
    return page.model.index(row, headers["Harm"])


def test_from_the_sample_to_the_paper(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(window.documents.opened, timeout=30_000):
        window.documents.open_sample("2016-17-q4")

    matrix = window.pages.show(pages.MATRIX)
    assert isinstance(matrix, MatrixTab)
    qtbot.waitUntil(lambda: matrix.model.rowCount() > 0)
    before = harm_cell(matrix, "Robbery").data()
    assert matrix.model.setData(harm_cell(matrix, "Robbery"), 12, Qt.ItemDataRole.EditRole)
    assert harm_cell(matrix, "Robbery").data() == "12"
    window.actions_by_name[Act.UNDO].trigger()
    assert harm_cell(matrix, "Robbery").data() == before
    window.actions_by_name[Act.REDO].trigger()
    assert harm_cell(matrix, "Robbery").data() == "12"

    pack = tmp_path / "Quarter.safer"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(pack), ""))
    with qtbot.waitSignal(window.documents.saved, timeout=20_000):
        window.actions_by_name[Act.SAVE_AS].trigger()
    assert not window.isWindowModified()
    window.actions_by_name[Act.CLOSE].trigger()
    qtbot.waitUntil(lambda: window.context is None)
    open_pack(window, pack, qtbot)
    assert bench(window).record(RecordKind.INCIDENT_TYPE, "robbery")["harm"] == 12

    report = window.pages.show(pages.REPORT)
    assert isinstance(report, ReportTab)
    paper = tmp_path / "paper.docx"
    report.write_word(paper)
    box = the_box(qtbot)
    assert "paper.docx" in box.text()
    box.close()
    document = document_of(paper)
    printed = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    workbench = bench(window)
    for code, figure in workbench.figures(COUNTY).items():
        shown = quantity_text(figure.latest, workbench.catalogue.indicator(code))
        assert any(shown in text for text in printed), code
    robbery = next(r for r in workbench.matrix(COUNTY).rows if r.type.code == "robbery")
    assert robbery.harm == 12
    assert any(
        [c.text for c in row.cells].count("12") and "Robbery" in [c.text for c in row.cells]
        for table in document.tables
        for row in table.rows
    )


def test_a_figure_is_followed_to_its_cells(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    latest = bench(window).figure("vehicle-crime", COUNTY).latest
    assert isinstance(latest, Quantity)
    assert window.context is not None
    window.context.show_origin(FigureOf("vehicle-crime", COUNTY, Part.LATEST))
    (dialog,) = window.findChildren(OriginDialog)
    assert "From 91 cells in 'made by hand.xlsx'" in dialog.ui.summary.text()
    assert len(latest.sources) == 7 * 12 + 7 == 91
    dialog.close()


def test_paragraphs_and_details_are_edited_before_export(
    window: MainWindow, pack_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    report = window.pages.show(pages.REPORT)
    assert isinstance(report, ReportTab)
    qtbot.waitUntil(lambda: report.model.rowCount() > 0)
    QAbstractItemModelTester(report.model)
    first = report.model.index(0, 0)
    assert first.data() == "Introduction"
    paragraph = report.model.index(0, 0, first)
    report.ui.outline.setCurrentIndex(paragraph)
    report.editor.text.setPlainText("This paper brings the Board up to date.")
    report.editor.commit()
    qtbot.waitUntil(lambda: "brings the Board up to date" in report.ui.preview.toPlainText())
    assert "1 in your words" in report.ui.summary.text()

    second = report.model.index(1, 0, report.model.index(0, 0))
    gone = str(second.data())
    unchecked = Qt.CheckState.Unchecked.value
    assert report.model.setData(second, unchecked, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(lambda: gone not in report.ui.preview.toPlainText())
    report.ui.author.setText("A. N. Officer")
    report.ui.author.editingFinished.emit()
    report.write_word(tmp_path / "paper.docx")
    the_box(qtbot).close()
    document = document_of(tmp_path / "paper.docx")
    text = "\n".join(p.text for p in document.paragraphs)
    assert "This paper brings the Board up to date." in text
    assert gone not in text
    assert "A. N. Officer" in text

    window.actions_by_name[Act.UNDO].trigger()
    window.actions_by_name[Act.UNDO].trigger()
    window.actions_by_name[Act.UNDO].trigger()
    assert not bench(window).records(RecordKind.COMMENTARY)
    qtbot.waitUntil(lambda: gone in report.ui.preview.toPlainText())


def test_a_folder_that_is_not_there_is_told(
    window: MainWindow, pack_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    report = window.pages.show(pages.REPORT)
    assert isinstance(report, ReportTab)
    report.write_word(tmp_path / "nowhere" / "paper.docx")
    box = the_box(qtbot)
    assert "folder" in (box.text() + box.informativeText()).casefold()
    box.close()
    qtbot.waitUntil(lambda: not boxes())
