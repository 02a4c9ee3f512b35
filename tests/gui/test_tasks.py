"""Work in another thread: progress, cancel, errors, one at a time, and a clean end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from safer_desktop.domain.errors import LoadError, SaferError
from safer_desktop.domain.progress import Progress, check_cancelled
from safer_desktop.gui.dialogs.progress import ProgressDialog
from safer_desktop.gui.idle import IdleSlices
from safer_desktop.gui.tasks import Tasks
from tests.gui.conftest import the_box

pytestmark = pytest.mark.qt_log_ignore("does not support|propagateSizeHints")


@pytest.fixture
def owner(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def tasks(owner: QMainWindow) -> Iterator[Tasks]:
    made = Tasks(owner)
    yield made
    made.close()


def wait_for_stop(progress: Progress) -> None:
    """Work that only ends when it is asked to."""
    asked = threading.Event()
    progress.report(0.4, "Reading the second of five files")
    while not asked.wait(0.005):
        check_cancelled(progress)


def dialog_of(owner: QMainWindow) -> ProgressDialog:
    found = owner.findChild(ProgressDialog)
    assert isinstance(found, ProgressDialog)
    return found


def test_the_result_comes_back_in_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[str] = []
    results: list[int] = []

    def work(_progress: Progress) -> int:
        threads.append(threading.current_thread().name)
        return 42

    def done(result: int) -> None:
        threads.append(threading.current_thread().name)
        results.append(result)

    with qtbot.waitSignals([tasks.changed, tasks.changed]):
        assert tasks.run(work, done, title="Count")
    qtbot.waitUntil(lambda: results == [42])
    assert not tasks.busy
    assert threads[0].startswith("work")
    assert threads[1] == "MainThread"


def test_a_second_piece_of_work_is_refused_while_one_is_under_way(
    tasks: Tasks, qtbot: QtBot
) -> None:
    results: list[str] = []
    assert tasks.run(wait_for_stop, lambda _: None, title="First")
    assert not tasks.run(lambda _: "second", results.append, title="Second")
    with qtbot.waitSignal(tasks.stopped):
        tasks.cancel()
    assert tasks.run(lambda _: "third", results.append, title="Third")
    qtbot.waitUntil(lambda: results == ["third"])


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    tasks: Tasks, owner: QMainWindow, qtbot: QtBot
) -> None:
    ended: list[str] = []
    tasks.run(
        wait_for_stop,
        lambda _: ended.append("done"),
        title="Load five files",
        on_cancelled=lambda: ended.append("cancelled"),
    )
    qtbot.waitUntil(lambda: owner.findChild(ProgressDialog) is not None)
    dialog = dialog_of(owner)
    assert dialog.isModal()
    assert dialog.ui.title.text() == "Load five files"
    assert dialog.ui.text.text() == "Reading the second of five files"
    assert dialog.ui.bar.value() == 400
    with qtbot.waitSignal(tasks.stopped) as stopped:
        dialog.ui.stop.click()
        assert dialog.isVisible()
        assert dialog.ui.text.text() == "Stopping…"
    assert stopped.args == ["Load five files"]
    assert ended == ["cancelled"]
    assert not dialog.isVisible()


def test_short_work_shows_no_dialog(tasks: Tasks, owner: QMainWindow, qtbot: QtBot) -> None:
    done: list[None] = []
    tasks.run(lambda _: None, done.append, title="Short")
    qtbot.waitUntil(lambda: done == [None])
    assert owner.findChild(ProgressDialog) is None


def refuse(_progress: Progress) -> None:
    raise LoadError("The sheet is empty.", where="survey.xlsx, sheet 'Q3'", remedy="Ask for it.")


def test_an_error_that_a_user_can_mend_is_shown_with_place_and_remedy(
    tasks: Tasks, qtbot: QtBot
) -> None:
    tasks.run(refuse, lambda _: None, title="Load survey.xlsx")
    box = the_box(qtbot)
    assert box.windowTitle() == "Load survey.xlsx"
    assert box.text() == "The sheet is empty."
    assert box.informativeText() == "survey.xlsx, sheet 'Q3'\n\nAsk for it."
    box.close()


def test_whoever_asks_for_errors_gets_them(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[SaferError] = []
    tasks.run(refuse, lambda _: None, errors.append, title="Load")
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert errors[0].where == "survey.xlsx, sheet 'Q3'"
    assert not tasks.busy


def test_a_fault_in_the_work_reaches_the_last_chance(tasks: Tasks, qtbot: QtBot) -> None:
    def fault(_progress: Progress) -> None:
        raise ZeroDivisionError("our own fault")

    with qtbot.captureExceptions() as caught:
        tasks.run(fault, lambda _: None, title="Work")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not tasks.busy


def test_closing_stops_the_work_and_drops_its_result(owner: QMainWindow, qtbot: QtBot) -> None:
    tasks = Tasks(owner)
    ended: list[object] = []
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        wait_for_stop(progress)

    tasks.run(work, ended.append, title="Long", on_cancelled=lambda: ended.append("cancelled"))
    assert begun.wait(5)
    tasks.close()
    qtbot.wait(20)
    assert ended == []
    assert not [it for it in threading.enumerate() if it.name.startswith("work")]


def test_warming_up_is_no_work_that_one_waits_for(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    tasks.warm_up(lambda: order.append("warm"), lambda: order.append("told"))
    assert not tasks.busy
    tasks.run(lambda _: order.append("work"), lambda _: order.append("done"), title="Work")
    qtbot.waitUntil(lambda: order[-1:] == ["done"])
    assert order.index("warm") < order.index("work")
    assert order.index("told") < order.index("done")


def test_idle_steps_run_in_order_and_a_new_start_drops_the_old(
    owner: QMainWindow, qtbot: QtBot
) -> None:
    slices = IdleSlices(owner)
    done: list[str] = []

    def step(name: str) -> Callable[[], None]:
        return lambda: done.append(name)

    begin_anew = [step(f"new {n}") for n in range(3)]
    slices.start([step("old 0"), lambda: slices.start(begin_anew), step("old 1")])
    qtbot.waitUntil(lambda: not slices.active)
    assert done == ["old 0", "new 0", "new 1", "new 2"]
    slices.start([step("never")])
    slices.stop()
    qtbot.wait(10)
    assert "never" not in done
