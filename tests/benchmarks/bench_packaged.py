"""The bundle that installer/build.py made: its size, and how soon its window is there, beside the
program from source and a bare window with pyqtgraph on the same computer.

Only when named: it builds the bundle first unless build/linux/dist has one, and needs Xvfb and
xdotool.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.measure import Measure

ONLY_WHEN_NAMED = True
ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "build" / "linux" / "dist" / "safer-desktop"
STARTS = 5
MEGABYTE = 1e6
LONGEST = 120.0

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Safer Desktop, bare")
window.setCentralWidget(pyqtgraph.PlotWidget())
window.show()
app.exec()
"""


@contextmanager
def screen() -> Iterator[str]:
    """A screen of the benchmark's own; gives its DISPLAY."""
    command = ["Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "1366x768x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def seconds_to_window(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Wall time from the start of a program until its window is on the screen."""
    look = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Safer Desktop"]
    began = time.perf_counter()
    with subprocess.Popen(command, env=env) as process:
        subprocess.run(look, env=env, check=True, stdout=subprocess.DEVNULL, timeout=LONGEST)
        took = time.perf_counter() - began
        process.kill()
    return took


def least(command: Sequence[str], display: str, home: str) -> float:
    """The shortest of some starts, after one that is not counted."""
    env = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT), "SAFER_DESKTOP_HOME": home}
    env.pop("QT_QPA_PLATFORM", None)
    seconds_to_window(command, env)
    return min(seconds_to_window(command, env) for _ in range(STARTS))


def size_of(folder: Path) -> float:
    """Bytes of a folder's files; links count nothing."""
    return sum(it.lstat().st_size for it in folder.rglob("*") if not it.is_symlink())


def largest(folder: Path) -> str:
    """The parts of lib/ that take most, in words."""
    parts = {it.name: size_of(it) if it.is_dir() else it.stat().st_size for it in folder.iterdir()}
    most = sorted(parts, key=lambda name: -parts[name])[:5]
    return ", ".join(f"{name} {parts[name] / MEGABYTE:.0f}" for name in most)


def run() -> Iterator[Measure]:
    build = [sys.executable, str(ROOT / "installer" / "build.py"), "--only", "linux"]
    archives = list((ROOT / "dist").glob("safer-desktop-*-linux-portable.tar.gz"))
    if not BUNDLE.is_dir() or not archives:
        subprocess.run(build, check=True)
        archives = list((ROOT / "dist").glob("safer-desktop-*-linux-portable.tar.gz"))
    name = f"bundle ({largest(BUNDLE / 'lib')})"
    yield Measure(name, size_of(BUNDLE) / MEGABYTE, "MB", 300)
    for archive in archives + list((ROOT / "dist").glob("safer-desktop-*-windows-portable.zip")):
        yield Measure(archive.name, archive.stat().st_size / MEGABYTE, "MB", 110)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, screen() as display:
        bare = least([sys.executable, "-c", BARE], display, home)
        source = least([sys.executable, "-P", "-m", "safer_desktop"], display, home)
        packaged = least([str(BUNDLE / "safer-desktop")], display, home)
    beside = f"beside {bare:.2f} s of a bare window with pyqtgraph"
    yield Measure(f"window of the program from source, {beside}", source, "s", 1.5 * bare)
    yield Measure(f"window of the packaged program, {beside}", packaged, "s", 1.5 * bare)
