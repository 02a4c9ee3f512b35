"""What the checks found, as a table, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.observations import Problem, Settlement, SettlementKind, Severity

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("How much it matters", "What", "Where", "What to do")
_DECISION = "Decision"
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_SHAPES = {
    Severity.ERROR: "\N{MULTIPLICATION SIGN}",
    Severity.WARNING: "!",
    Severity.NOTE: "\N{BULLET}",
}
_TICK = "\N{CHECK MARK}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding, or a cell that was mended or left out so that nothing is found there."""

    words: tuple[str, ...]
    problem: Problem | None = None
    settlement: Settlement | None = None


class ProblemsModel(QAbstractTableModel):
    """One row per problem, the gravest first, what is decided last.

    With ``decisions`` a column says what was decided, and cells that were mended or left out have
    rows of their own.
    """

    def __init__(self, parent: QObject | None = None, *, decisions: bool = False) -> None:
        super().__init__(parent)
        self._columns = (*_COLUMNS, _DECISION) if decisions else _COLUMNS
        self._rows: tuple[_Row, ...] = ()

    def set_problems(
        self, problems: Sequence[Problem], settlements: Sequence[Settlement] = ()
    ) -> None:
        """Show these problems instead, and the cells that ``settlements`` mend or leave out."""
        self.beginResetModel()
        ordered = sorted(problems, key=lambda it: (_is_done(it), _ORDER[it.severity]))
        decided = (it for it in settlements if it.kind is not SettlementKind.ACCEPTED)
        self._rows = (*map(_problem_row, ordered), *map(_settlement_row, decided))
        self.endResetModel()

    def problem(self, row: int) -> Problem | None:
        """The problem in this row; None in the row of a cell that was mended or left out."""
        return self._rows[row].problem

    def settlement(self, row: int) -> Settlement | None:
        """What was decided in this row, if anything."""
        return self._rows[row].settlement

    def row_of(self, check: str, what: str) -> int:
        """The row of a finding; -1 if it is no longer there."""
        found = (
            number
            for number, row in enumerate(self._rows)
            if row.problem is not None and (row.problem.check, row.problem.what) == (check, what)
        )
        return next(found, -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per problem, and per cell that was mended or left out."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Four columns, or five with the decisions."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; the severity with its shape."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()].words[index.column()]
        return None


def count_words(problems: Sequence[Problem]) -> str:
    """``1 must be settled, 3 to look at``, those not yet settled; empty where there is nothing."""
    counts = {s: sum(p.severity is s and not _is_done(p) for p in problems) for s in Severity}
    parts = []
    if counts[Severity.ERROR]:
        parts.append(f"{counts[Severity.ERROR]} must be settled")
    if counts[Severity.WARNING]:
        parts.append(f"{counts[Severity.WARNING]} to look at")
    if counts[Severity.NOTE]:
        parts.append(f"{counts[Severity.NOTE]} for information")
    return ", ".join(parts)


def decision_words(settlement: Settlement) -> str:
    """``accepted by A. Coordinator: seven have no district``."""
    reason = f": {settlement.reason}" if settlement.reason else ""
    return f"{settlement.kind} by {settlement.who}{reason}"


def _is_done(problem: Problem) -> bool:
    return problem.settlement is not None


def _problem_row(it: Problem) -> _Row:
    shape = _TICK if it.settlement else _SHAPES[it.severity]
    decision = decision_words(it.settlement) if it.settlement else ""
    words = (f"{shape} {it.severity}", it.what, it.where, it.remedy, decision)
    return _Row(words, it, it.settlement)


def _settlement_row(it: Settlement) -> _Row:
    mended = it.kind is SettlementKind.MENDED
    what = f"'{it.old}' is read as '{it.new}'." if mended else f"'{it.old}' is not read."
    sheet = f"sheet '{it.place.sheet}', " if it.place.sheet else ""
    words = (f"{_TICK} {it.kind}", what, f"{sheet}cell {it.place.cell}", "", decision_words(it))
    return _Row(words, None, it)
