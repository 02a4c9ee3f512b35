"""What the checks found, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.observations import Problem, Severity

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("How much it matters", "What", "Where", "What to do")
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_SHAPES = {
    Severity.ERROR: "\N{MULTIPLICATION SIGN}",
    Severity.WARNING: "!",
    Severity.NOTE: "\N{BULLET}",
}


class ProblemsModel(QAbstractTableModel):
    """One row per problem, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems instead."""
        self.beginResetModel()
        self._problems = tuple(sorted(problems, key=lambda p: _ORDER[p.severity]))
        self.endResetModel()

    def problem(self, row: int) -> Problem:
        """The problem in this row."""
        return self._problems[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per problem."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Four columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; the severity with its shape."""
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        words = (
            f"{_SHAPES[problem.severity]} {problem.severity}",
            problem.what,
            problem.where,
            problem.remedy,
        )[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        return None


def count_words(problems: Sequence[Problem]) -> str:
    """``1 must be settled, 3 to look at``; empty where there is nothing."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    parts = []
    if counts[Severity.ERROR]:
        parts.append(f"{counts[Severity.ERROR]} must be settled")
    if counts[Severity.WARNING]:
        parts.append(f"{counts[Severity.WARNING]} to look at")
    if counts[Severity.NOTE]:
        parts.append(f"{counts[Severity.NOTE]} for information")
    return ", ".join(parts)
