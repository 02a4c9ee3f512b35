"""The labels found on a table, and what each of them means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.indicators import Unit
from safer_desktop.loading.areas import AreaMatcher
from safer_desktop.loading.mapping import CellRole, FoundLabel
from safer_desktop.loading.periods import Ambiguous, PeriodReading, read_label
from safer_desktop.loading.recipes import Role, TableRecipe
from safer_desktop.loading.sureness import sure_words

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_COLUMNS = ("Label", "In cell", "Means", "How sure", "Given as", "Part")
MEANING = 2
SURE = 3
UNIT = 4
PART = 5
CHOICES_ROLE = Qt.ItemDataRole.UserRole
"""A list of (words, value) to choose from, for the delegate."""

LEFT_OUT = "left out"
_NOT_KNOWN = "? choose"


class LabelsModel(QAbstractTableModel):
    """Edits are told by ``edited`` with the changed table and the label; the dialog sets the
    model anew."""

    edited = Signal(object, str)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._matcher = AreaMatcher(catalogue)
        self._table: TableRecipe | None = None
        self._labels: tuple[FoundLabel, ...] = ()
        self._sure: Mapping[str, str] | None = None

    def set_table(
        self,
        table: TableRecipe | None,
        labels: Sequence[FoundLabel],
        sure: Mapping[str, str] | None = None,
    ) -> None:
        """Show the labels of this table; ``sure`` tells how sure the meaning of some is (None:
        the layout is remembered)."""
        same = tuple(labels) == self._labels
        if not same:
            self.beginResetModel()
        self._table = table
        self._sure = sure
        self._labels = tuple(labels)
        if not same:
            self.endResetModel()
        elif self._labels:
            last = self.index(len(self._labels) - 1, len(_COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per label."""
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Six columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What a label means can be edited; unit and part only for indicators."""
        flags = super().flags(index)
        if index.isValid():
            is_indicator = self._labels[index.row()].role is CellRole.INDICATOR
            if index.column() == MEANING or (index.column() in (UNIT, PART) and is_indicator):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the value behind them, and the choices there are."""
        if not index.isValid() or self._table is None:
            return None
        label = self._labels[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(label, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self._value(label, index.column())
        if role == CHOICES_ROLE:
            return self._choices(label, index.column())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say what a label means; told by ``edited``."""
        if role != Qt.ItemDataRole.EditRole or self._table is None or not index.isValid():
            return False
        label = self._labels[index.row()]
        if value == self._value(label, index.column()):
            return False
        self.edited.emit(self._edited(self._table, label, index.column(), value), label.text)
        return True

    def _edited(
        self, table: TableRecipe, label: FoundLabel, column: int, value: Any
    ) -> TableRecipe:
        text = label.text
        if column == UNIT:
            return replace(table, units={**table.units, text: Unit(value)})
        if column == PART:
            return replace(table, roles={**table.roles, text: Role(value)})
        if label.role is CellRole.AREA:
            return replace(table, areas={**table.areas, text: str(value)})
        if label.role is CellRole.INDICATOR:
            return replace(table, indicators={**table.indicators, text: str(value)})
        return replace(table, periods={**table.periods, text: str(value)})

    def _words(self, label: FoundLabel, column: int) -> str:
        match column:
            case 0:
                return f"{label.text} ({label.role})"
            case 1:
                return label.cell
            case 2:
                return self._meaning_words(label)
            case 3:
                return self._sure_words(label)
            case _ if label.role is not CellRole.INDICATOR:
                return ""
            case 4:
                return str(self._value(label, UNIT) or "")
            case _:
                return str(self._value(label, PART))

    def _sure_words(self, label: FoundLabel) -> str:
        if self._sure is None:
            return ""
        meaning = self._value(label, MEANING)
        by_name = sure_words(0.0 if meaning is None or meaning.startswith("?") else 1.0)
        return self._sure.get(label.text, by_name)

    def _meaning_words(self, label: FoundLabel) -> str:
        value = self._value(label, MEANING)
        if value is None:
            return _NOT_KNOWN
        if value == "":
            return LEFT_OUT
        if label.role is CellRole.AREA and self._catalogue.has_area(value):
            return self._catalogue.area(value).name
        if label.role is CellRole.INDICATOR and self._catalogue.has_indicator(value):
            return self._catalogue.indicator(value).name
        return str(value)

    def _value(self, label: FoundLabel, column: int) -> str | None:
        table = self._table
        if table is None:
            return None
        if column == UNIT:
            code = table.indicators.get(label.text, "")
            if label.text in table.units:
                return str(table.units[label.text])
            return (
                str(self._catalogue.indicator(code).unit)
                if self._catalogue.has_indicator(code)
                else None
            )
        if column == PART:
            return str(table.roles.get(label.text, Role.VALUE))
        match label.role:
            case CellRole.AREA:
                if label.text in table.areas:
                    return table.areas[label.text]
                return self._matcher.match(label.text).code
            case CellRole.INDICATOR:
                return table.indicators.get(label.text)
            case _:
                return table.periods.get(label.text, _period_words(label.text, table.period_hint))

    def _choices(self, label: FoundLabel, column: int) -> list[tuple[str, str]]:
        if column == UNIT:
            return [(str(unit), str(unit)) for unit in Unit]
        if column == PART:
            return [(str(part), str(part)) for part in Role]
        match label.role:
            case CellRole.AREA:
                named = [(area.name, area.code) for area in self._catalogue.areas]
            case CellRole.INDICATOR:
                named = [(i.name, i.code) for i in self._catalogue.indicators]
            case _:
                return []
        return [(LEFT_OUT, ""), *named]


def _period_words(label: str, hint: str) -> str | None:
    reading = read_label(label, label, hint=hint, anywhere="|" in label)
    if isinstance(reading, PeriodReading):
        return reading.period.label
    return f"? {reading.words}" if isinstance(reading, Ambiguous) else None
