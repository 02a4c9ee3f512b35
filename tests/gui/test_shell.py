"""The window itself: packs as documents, undo, guard, recovery, pickers, menus."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safer_desktop.domain.edition import Edition
from safer_desktop.domain.errors import PackError
from safer_desktop.domain.periods import Period
from safer_desktop.domain.records import RecordKind
from safer_desktop.gui import pages
from safer_desktop.gui.actions import Act
from safer_desktop.gui.app import begin
from safer_desktop.gui.context import Context
from safer_desktop.gui.main_window import MainWindow
from safer_desktop.gui.theme import Theme
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State
from tests.gui.conftest import boxes, open_pack, the_box
from tests.gui.made import BLABY, COUNTY, made_load, made_workbench, observation

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BUTTON = QMessageBox.StandardButton


def context_of(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def harm(window: MainWindow) -> object:
    return context_of(window).workbench.record(RecordKind.INCIDENT_TYPE, "robbery")["harm"]


def set_harm(window: MainWindow, score: int) -> None:
    context_of(window).edit_field(
        RecordKind.INCIDENT_TYPE, "robbery", "harm", score, "harm score of Robbery"
    )


def trigger(window: MainWindow, act: Act) -> None:
    window.actions_by_name[act].trigger()


def answer(qtbot: QtBot, button: QMessageBox.StandardButton) -> None:
    the_box(qtbot).button(button).click()


def test_first_start_shows_three_doors_and_nothing_that_needs_a_pack(window: MainWindow) -> None:
    page = window.start_page
    assert window.ui.pages.currentWidget() is page
    assert not window.ui.toolbar.isVisible()
    assert [page.ui.start.isEnabled(), page.ui.open.isEnabled()] == [True, True]
    samples = [b for b in page.findChildren(QPushButton) if b.text() == "Open"]
    assert len(samples) == 2
    assert not page.ui.recovery.isVisible()
    assert not page.ui.recent_title.isVisible()
    disabled = (Act.SAVE, Act.SAVE_AS, Act.LOAD, Act.EXPORT, Act.UNDO, Act.CLOSE, Act.SCORE)
    assert not any(window.actions_by_name[act].isEnabled() for act in disabled)
    assert window.actions_by_name[Act.NEW].isEnabled()


def test_a_new_pack_opens_from_the_second_door(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.documents.opened):
        window.start_page.ui.start.click()
    assert window.ui.pages.currentWidget() is window.ui.pack_page
    assert context_of(window).workbench.path is None
    assert window.saved_label.text() == "Not saved to a file"


def test_opening_a_pack_fills_title_tabs_and_status_bar(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    priorities = context_of(window).workbench.catalogue.priorities
    assert window.pages.titles == (
        "Overview",
        *(p.short_name for p in priorities),
        "Risk/harm matrix",
        "Sources",
        "Report",
    )
    assert window.windowTitle() == "Quarter[*] – Safer Desktop"
    assert window.edition_label.text() == "2016/17 Q4"
    assert window.pack_label.text() == "Quarter"
    assert window.saved_label.text() == "Saved"
    assert window.actions_by_name[Act.EXPORT].isEnabled()


def test_pages_are_built_when_first_visited(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    tabs = window.ui.tabs
    built = [bool(tabs.widget(n).findChildren(QWidget)) for n in range(tabs.count())]
    assert built == [True] + [False] * (tabs.count() - 1)
    tabs.setCurrentIndex(tabs.count() - 1)
    assert type(window.pages.built(pages.REPORT)).__name__ == "ReportTab"
    assert tabs.widget(tabs.count() - 1).findChildren(QWidget)


def test_edit_undo_redo_save_and_reopen(window: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    open_pack(window, pack_file, qtbot)
    before = harm(window)
    assert before != 7
    set_harm(window, 7)
    assert window.isWindowModified()
    assert window.saved_label.text() == "Unsaved changes"
    assert window.actions_by_name[Act.UNDO].text() == "&Undo harm score of Robbery"
    trigger(window, Act.UNDO)
    assert harm(window) == before
    assert not window.isWindowModified()
    assert window.actions_by_name[Act.REDO].text() == "&Redo harm score of Robbery"
    trigger(window, Act.REDO)
    assert harm(window) == 7
    with qtbot.waitSignal(window.documents.saved):
        trigger(window, Act.SAVE)
    assert not window.isWindowModified()
    with qtbot.waitSignal(window.documents.closed):
        trigger(window, Act.CLOSE)
    assert window.ui.pages.currentWidget() is window.start_page
    open_pack(window, pack_file, qtbot)
    assert harm(window) == 7
    assert not window.actions_by_name[Act.UNDO].isEnabled()


def test_an_edit_that_changes_nothing_leaves_no_trace(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    set_harm(window, int(str(harm(window))))
    assert context_of(window).undo_stack.count() == 0
    assert not window.isWindowModified()


def test_undo_of_a_load_withdraws_it_and_redo_brings_it_back(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    context = context_of(window)
    period = Period.financial_year(2016)
    load = made_load((observation("asb-affected", BLABY, period, 1),))
    with qtbot.waitSignal(context.data_changed):
        context.loaded(context.workbench.take_in(load))

    def withdrawn() -> list[bool]:
        return [it.withdrawn for it in context.workbench.loads()]

    assert withdrawn() == [False, False]
    assert "load of made by hand.xlsx" in window.actions_by_name[Act.UNDO].text()
    with qtbot.waitSignal(context.data_changed):
        trigger(window, Act.UNDO)
    assert withdrawn() == [False, True]
    trigger(window, Act.REDO)
    assert withdrawn() == [False, False]
    context.set_withdrawn(context.workbench.loads()[0], True)
    assert withdrawn() == [True, False]
    trigger(window, Act.UNDO)
    assert withdrawn() == [False, False]


def test_an_undo_that_is_refused_is_told_and_dropped(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    set_harm(window, 7)
    bench = context_of(window).workbench
    # Somebody else's hand on the same field: the undo would now overwrite what it has not seen.
    bench.apply(bench.field_edit(RecordKind.INCIDENT_TYPE, "robbery", "harm", 9, "by another road"))
    trigger(window, Act.UNDO)
    box = the_box(qtbot)
    assert box.windowTitle() == "Undo harm score of Robbery"
    assert harm(window) == 9
    assert context_of(window).undo_stack.count() == 0


def test_guard_cancel_stays_with_the_pack(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    set_harm(window, 7)
    trigger(window, Act.NEW)
    answer(qtbot, BUTTON.Cancel)
    assert harm(window) == 7
    assert context_of(window).workbench.path == pack_file
    window.close()
    answer(qtbot, BUTTON.Cancel)
    assert window.isVisible()


def test_guard_dont_save_closes_without_touching_the_file(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    bytes_before = pack_file.read_bytes()
    set_harm(window, 7)
    window.close()
    assert window.isVisible()
    answer(qtbot, BUTTON.Discard)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert pack_file.read_bytes() == bytes_before


def test_guard_save_saves_and_then_goes_on(
    window: MainWindow, pack_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    set_harm(window, 7)
    trigger(window, Act.CLOSE)
    with qtbot.waitSignal(window.documents.closed):
        answer(qtbot, BUTTON.Save)
    again = Workbench.open(pack_file, State(tmp_path / "other"))
    assert again.record(RecordKind.INCIDENT_TYPE, "robbery")["harm"] == 7
    again.close()


def test_save_as_asks_for_a_name_and_gives_it_its_ending(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(window.documents.opened):
        trigger(window, Act.NEW)
    chosen = str(tmp_path / "Board July")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    with qtbot.waitSignal(window.documents.saved):
        trigger(window, Act.SAVE)
    assert (tmp_path / "Board July.safer").is_file()
    assert window.pack_label.text() == "Board July"
    window.ui.menu_recent.aboutToShow.emit()
    assert [it.text() for it in window.ui.menu_recent.actions()] == ["&1 Board July"]


def test_save_as_that_is_not_wanted_after_all_leaves_the_pack_unsaved(
    window: MainWindow, pack_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_pack(window, pack_file, qtbot)
    set_harm(window, 7)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    trigger(window, Act.SAVE_AS)
    assert not window.tasks.busy
    assert window.isWindowModified()


def test_a_file_that_is_no_pack_is_refused_and_the_open_pack_stays(
    window: MainWindow, pack_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    open_pack(window, pack_file, qtbot)
    wrong = tmp_path / "letter.safer"
    wrong.write_text("Dear board", encoding="utf-8")
    window.documents.open_file(wrong)
    box = the_box(qtbot)
    assert box.windowTitle() == "Open letter.safer"
    assert "letter.safer" in box.text() + box.informativeText()
    assert "Traceback" not in box.text() + box.informativeText()
    assert context_of(window).workbench.path == pack_file


def test_a_recent_pack_that_is_gone_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.start_page.recent_chosen.emit(Path("gone") / "Old.safer")
    assert "Old.safer" in the_box(qtbot).text() + the_box(qtbot).informativeText()
    assert window.context is None


@pytest.fixture
def crashed(state: State) -> State:
    """A state folder in which a program ended with unsaved work."""
    bench = made_workbench(state.folder)
    edit = bench.field_edit(RecordKind.INCIDENT_TYPE, "robbery", "harm", 3, "harm of Robbery")
    bench.apply(edit)
    bench.close(keep_working=True)
    return state


def test_work_left_by_a_crash_is_offered_and_counts_as_unsaved(
    crashed: State, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.start_page
    assert page.ui.recovery.isVisible()
    assert "never saved" in page.ui.recovery_text.text()
    with qtbot.waitSignal(window.documents.opened):
        page.ui.recover.click()
    assert harm(window) == 3
    qtbot.waitUntil(window.isWindowModified)
    trigger(window, Act.CLOSE)
    answer(qtbot, BUTTON.Cancel)
    assert window.context is not None


def test_work_left_by_a_crash_is_thrown_away_only_when_sure(
    crashed: State, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.start_page
    page.ui.discard.click()
    the_box(qtbot).button(BUTTON.Cancel).click()
    assert page.ui.recovery.isVisible()
    page.ui.discard.click()
    box = the_box(qtbot)
    next(b for b in box.buttons() if b.text() == "&Throw away").click()
    assert not page.ui.recovery.isVisible()
    assert not list(crashed.working.iterdir())


def test_picking_an_edition_is_an_edit_that_can_be_undone(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    actions = window.edition_picker.menu().actions()
    assert window.edition_picker.text() == "Edition: 2016/17 Q4"
    earlier = next(it for it in actions if it.text() == "2016/17 Q2")
    with qtbot.waitSignal(context_of(window).edition_changed):
        earlier.trigger()
    assert context_of(window).workbench.edition == Edition(2016, 2)
    assert window.edition_label.text() == "2016/17 Q2"
    trigger(window, Act.UNDO)
    assert window.edition_picker.text() == "Edition: 2016/17 Q4"


def test_picking_an_area_tells_every_page(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    context = context_of(window)
    assert context.area == COUNTY
    blaby = next(it for it in window.area_picker.menu().actions() if it.text() == "Blaby")
    with qtbot.waitSignal(context.area_changed) as told:
        blaby.trigger()
    assert told.args == [BLABY]
    assert window.area_picker.accessibleName() == "Area: Blaby"
    assert not window.isWindowModified()


def test_steps_of_the_toolbar_go_to_their_pages(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    for act, title in (
        (Act.SCORE, "Risk/harm matrix"),
        (Act.CHECK, "Sources"),
        (Act.WRITE, "Report"),
    ):
        trigger(window, act)
        assert window.ui.tabs.tabText(window.ui.tabs.currentIndex()) == title
    views = [it for it in window.ui.menu_view.actions() if it.text() == "Overview"]
    assert views[0].shortcut().toString() == "Alt+1"
    views[0].trigger()
    assert window.ui.tabs.currentIndex() == 0


def test_an_indicator_that_is_asked_for_is_shown_on_its_priority(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    context_of(window).show_indicator("marac-repeats")
    current = window.ui.tabs.tabText(window.ui.tabs.currentIndex())
    victims = context_of(window).workbench.catalogue.indicator("marac-repeats").priority
    short = next(
        p.short_name for p in context_of(window).workbench.catalogue.priorities if p.code == victims
    )
    assert current.replace("&&", "&") == short


def test_the_chosen_look_and_the_geometry_are_remembered(
    window: MainWindow, state: State, theme: Theme, qtbot: QtBot
) -> None:
    dark = next(it for it in window.ui.menu_look.actions() if it.text() == "&Dark")
    with qtbot.waitSignal(theme.changed):
        dark.trigger()
    window.resize(1200, 640)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = State(state.folder)
    assert again.settings.theme == "dark"
    restored = MainWindow(again, theme)
    qtbot.addWidget(restored)
    # The screen of these tests is 800 pixels wide, and no window is restored beyond its screen.
    assert restored.height() == 640
    assert not restored.isMaximized()
    restored.tasks.close()


def test_opening_another_pack_leaves_nothing_of_the_first(
    window: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    open_pack(window, pack_file, qtbot)
    first = context_of(window)
    with qtbot.waitSignal(window.documents.opened):
        window.documents.new()
    second = context_of(window)
    assert second is not first
    assert second.workbench.loads() == ()
    with pytest.raises(PackError):
        first.workbench.loads()
    qtbot.waitUntil(lambda: len(window.findChildren(QUndoStack)) == 1)


def test_the_sample_opens_by_name_and_needs_no_saving(
    window: MainWindow, state: State, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.documents.opened, timeout=60_000):
        begin(window, state, sample="2016-17-q4")
    qtbot.waitUntil(lambda: "pyqtgraph" in sys.modules)
    assert context_of(window).workbench.loads()
    assert "Open Government Licence" in window.attribution_label.text()
    assert not window.documents.unsaved
    trigger(window, Act.CLOSE)
    assert not boxes()
    assert window.context is None


def test_a_pack_named_at_the_start_opens(
    window: MainWindow, state: State, pack_file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.documents.opened, timeout=20_000):
        begin(window, state, pack=pack_file)
    assert context_of(window).workbench.path == pack_file


def test_settings_that_cannot_be_read_are_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "spoilt"
    folder.mkdir()
    (folder / "settings.json").write_text("{", encoding="utf-8")
    spoilt = State(folder)
    begin(window, spoilt)
    assert "could not be read" in the_box(qtbot).text()
    assert (folder / "settings.unreadable").is_file()


def test_nothing_heavy_is_loaded_before_the_window_shows() -> None:
    heavy = "pandas", "numpy", "pyqtgraph", "openpyxl", "docx", "pptx", "lxml"
    listed = f"import safer_desktop.gui.app, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", listed], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
