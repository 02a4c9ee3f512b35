"""Rules that hold for every test: no stray log line or Qt message, no thread or child process left
over, no network, and no touch of the real user's folders."""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"
SECONDS_TO_END = 10.0
PATIENCE_MS = 30_000
"""A wait ends as soon as what it waits for is there; a busy machine needs more than 5 seconds."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--packaging", action="store_true", help="run the slow packaging tests too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "expects_log(pattern): this test must cause a warning that matches the pattern"
    )
    sys.addaudithook(_refuse_network)
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
        assert wait.__kwdefaults__ is not None
        wait.__kwdefaults__["timeout"] = PATIENCE_MS


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise AssertionError("a test, or the program under it, opened a network socket")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--packaging") or os.environ.get("CI"):
        return
    slow = [item for item in items if item.get_closest_marker("packaging")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


class _WarningKeeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    keeper = _WarningKeeper()
    logging.getLogger().addHandler(keeper)
    yield
    logging.getLogger().removeHandler(keeper)
    patterns = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    stray = [line for line in keeper.lines if not any(re.search(it, line) for it in patterns)]
    absent = [it for it in patterns if not any(re.search(it, line) for line in keeper.lines)]
    if stray:
        pytest.fail("unexpected log lines:\n" + "\n".join(stray), pytrace=False)
    if absent:
        pytest.fail("expected log lines did not come:\n" + "\n".join(absent), pytrace=False)


def _running_threads() -> set[threading.Thread]:
    # pytest-timeout keeps a thread of its own where there are no alarm signals.
    return {it for it in threading.enumerate() if not it.name.startswith("pytest_timeout")}


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    before = _running_threads()
    children_before = set(multiprocessing.active_children())
    yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QThreadPool

        if not QThreadPool.globalInstance().waitForDone(int(SECONDS_TO_END * 1000)):
            pytest.fail("Qt's thread pool still works after the test", pytrace=False)
    deadline = time.monotonic() + SECONDS_TO_END
    while True:
        threads = _running_threads() - before
        children = set(multiprocessing.active_children()) - children_before
        if not threads and not children:
            return
        if time.monotonic() > deadline:
            names = ", ".join([it.name for it in threads] + [it.name for it in children])
            pytest.fail(f"still running after the test: {names}", pytrace=False)
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def _own_home(
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A state folder for this test alone; it does not exist yet, as on a first start."""
    home = tmp_path_factory.getbasetemp() / "homes" / f"{id(request.node):x}-{time.monotonic_ns()}"
    monkeypatch.setenv("SAFER_DESKTOP_HOME", str(home / "safer"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder ../shared/data with the county's real files; skips the test where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("../shared/data is not here")
    return folder
