"""pyqtgraph, imported in the window's own thread, in steps of which none is felt."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets

_NAMES_A_STEP = 60


def steps_to_plots() -> Iterator[Callable[[], object]]:
    """None where it is there already. Half of the time of its import goes into every name of Qt,
    which PySide makes at first use: so these are made before, few at a time."""
    if "pyqtgraph" in sys.modules:
        return
    for module in (QtCore, QtGui, QtWidgets):
        names = dir(module)
        for first in range(0, len(names), _NAMES_A_STEP):
            yield partial(_touch, module, names[first : first + _NAMES_A_STEP])
    yield partial(importlib.import_module, "pyqtgraph")
    yield partial(importlib.import_module, "safer_desktop.gui.charts.trend")


def _touch(module: ModuleType, names: list[str]) -> None:
    for name in names:
        getattr(module, name)
