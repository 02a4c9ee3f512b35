"""The data annex from the Report menu, in the real window."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from safer_desktop.gui.actions import Act
from safer_desktop.gui.main_window import MainWindow
from tests.gui.conftest import open_pack, the_box


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_annex_is_written_from_the_menu(
    window: MainWindow,
    pack_file: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_pack(window, pack_file, qtbot)
    proposed: list[str] = []

    def answer(
        _parent: object, _title: str, path: str, _kind: str, **_options: object
    ) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / "annex"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window.actions_by_name[Act.ANNEX].trigger()
    qtbot.waitUntil(lambda: (tmp_path / "annex.xlsx").exists(), timeout=20_000)
    assert "annex.xlsx" in the_box(qtbot).text()
    assert proposed[0].endswith(" data annex.xlsx")
    assert openpyxl.load_workbook(tmp_path / "annex.xlsx").sheetnames[:2] == ["Contents", "Notes"]
