"""Two people, one pack, and earlier saves, in the real window."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safer_desktop.domain.records import RecordKind
from safer_desktop.gui.actions import Act
from safer_desktop.gui.dialogs.versions import VersionsDialog
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.pack.lock import holder_of, take
from tests.gui.conftest import open_pack, the_box

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def lock_file(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}")


def taken_by_another(path: Path, seen: datetime) -> None:
    assert take(path, "B. Officer", seen, over=True)
    data = json.loads(lock_file(path).read_text())
    lock_file(path).write_text(json.dumps(data | {"computer": "CSP-LAPTOP-3", "token": "theirs"}))


def rename(window: MainWindow, name: str) -> None:
    assert window.context
    window.context.edit_field(RecordKind.PAPER, "paper", "author", name, "Author")


def author(window: MainWindow) -> object:
    assert window.context
    return window.context.workbench.record(RecordKind.PAPER, "paper").get("author")


def save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.documents.saved):
        window.actions_by_name[Act.SAVE].trigger()


def test_who_has_the_pack_is_shown_and_nothing_is_saved_over_them(
    window: MainWindow, pack_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    taken_by_another(pack_file, datetime.now(UTC))
    before = pack_file.read_bytes()
    open_pack(window, pack_file, qtbot)
    assert window.custody_bar.isVisible()
    assert "B. Officer" in window.custody_bar.words.text()
    assert "CSP-LAPTOP-3" in window.custody_bar.words.text()
    assert not window.custody_bar.take_over.isVisible()
    rename(window, "A. Coordinator")
    window.actions_by_name[Act.SAVE].trigger()
    box = the_box(qtbot)
    assert "open elsewhere: B. Officer" in box.text()
    box.done(0)
    assert pack_file.read_bytes() == before
    assert window.documents.unsaved
    # Under another name it can be saved, and is then nobody else's.
    assert window.context
    window.context.workbench.save(tmp_path / "mine.safer")
    window.documents.custody_changed.emit()
    assert not window.custody_bar.isVisible()
    holder = holder_of(pack_file)
    assert holder is not None
    assert holder.token == "theirs"


def test_a_silent_lock_can_be_taken_over(window: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    taken_by_another(pack_file, datetime.now(UTC))
    open_pack(window, pack_file, qtbot)
    taken_by_another(pack_file, datetime.now(UTC) - timedelta(hours=2))
    window.documents.custody_changed.emit()
    assert window.custody_bar.take_over.isVisible()
    window.custody_bar.take_over.click()
    assert not window.custody_bar.isVisible()
    rename(window, "A. Coordinator")
    save(window, qtbot)
    assert not window.documents.unsaved


def test_being_taken_over_is_noticed(window: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    open_pack(window, pack_file, qtbot)
    assert not window.custody_bar.isVisible()
    taken_by_another(pack_file, datetime.now(UTC))
    with qtbot.waitSignal(window.documents.custody_changed):
        window.documents._alive.timeout.emit()
    qtbot.waitUntil(window.custody_bar.isVisible)


def test_the_lock_goes_with_the_pack(window: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    open_pack(window, pack_file, qtbot)
    assert lock_file(pack_file).exists()
    open_pack(window, pack_file, qtbot)  # again, in the same window
    assert not window.custody_bar.isVisible()
    assert lock_file(pack_file).exists()
    window.actions_by_name[Act.CLOSE].trigger()
    qtbot.waitUntil(lambda: window.context is None)
    assert not lock_file(pack_file).exists()


def test_an_earlier_save_is_gone_back_to(window: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    open_pack(window, pack_file, qtbot)
    window.actions_by_name[Act.VERSIONS].trigger()
    (empty,) = window.findChildren(VersionsDialog)
    assert "No saves" in empty.ui.heading.text()
    assert not empty.ui.go_back.isEnabled()
    empty.reject()
    qtbot.waitUntil(lambda: not window.findChildren(VersionsDialog))
    rename(window, "First")
    save(window, qtbot)
    rename(window, "Second")
    save(window, qtbot)
    window.actions_by_name[Act.VERSIONS].trigger()
    (dialog,) = window.findChildren(VersionsDialog)
    assert dialog.model.rowCount() == 2
    dialog.ui.versions.selectRow(1)
    with qtbot.waitSignal(window.documents.opened):
        dialog.ui.go_back.click()
    assert author(window) == "First"
    assert window.documents.unsaved
    assert not window.custody_bar.isVisible()
    save(window, qtbot)
    assert len(window.context.workbench.versions() if window.context else ()) == 3
