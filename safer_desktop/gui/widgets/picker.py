"""A button that shows what is chosen and offers the other choices in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class Picker(QToolButton):
    """``Area: Leicestershire``; ``picked(value)`` comes when the user chooses another one."""

    picked = Signal(object)

    def __init__(self, label: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tip)
        self.setStatusTip(tip)
        self.setText(label)

    def offer(self, choices: Sequence[tuple[Any, str]], current: Any) -> None:
        """Offer these values by their names, with ``current`` as the chosen one."""
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for value, name in choices:
            action = QAction(name.replace("&", "&&"), self._group)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value == current)
            self.menu().addAction(action)
            if value == current:
                self._show(name)

    def _choose(self, action: QAction) -> None:
        self._show(action.text().replace("&&", "&"))
        self.picked.emit(action.data())

    def _show(self, name: str) -> None:
        self.setText(f"{self._label}: {name}")
        self.setAccessibleName(f"{self._label}: {name}")
