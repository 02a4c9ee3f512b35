"""The cells behind a figure, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.catalogue import Catalogue
from safer_desktop.domain.display import value_text
from safer_desktop.domain.observations import Status
from safer_desktop.workbench.intake import Origin

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole


class OriginModel(QAbstractTableModel):
    """One row per observation: what it is, and file, sheet, cell and text it was read from."""

    def __init__(
        self, origins: Sequence[Origin], catalogue: Catalogue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._origins = tuple(origins)
        self._catalogue = catalogue

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row per observation."""
        return 0 if parent.isValid() else len(self._origins)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Ten columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return _COLUMNS[section][0]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, and for sorting the number or date behind it."""
        if not index.isValid():
            return None
        origin = self._origins[index.row()]
        name, words = _COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words(origin, self._catalogue)
        if role == SORT_ROLE:
            observation = origin.stored.observation
            if name == "Value":
                return observation.value
            if name == "Period":
                return observation.period.end.toordinal()
            return words(origin, self._catalogue)
        if role == Qt.ItemDataRole.TextAlignmentRole and name == "Value":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def as_text(self) -> str:
        """All rows with their header, tab-separated."""
        lines = ["\t".join(name for name, _ in _COLUMNS)]
        lines.extend(
            "\t".join(words(origin, self._catalogue) for _, words in _COLUMNS)
            for origin in self._origins
        )
        return "\n".join(lines)


def _value(origin: Origin, catalogue: Catalogue) -> str:
    observation = origin.stored.observation
    decimals = 0
    if catalogue.has_indicator(observation.indicator):
        decimals = catalogue.indicator(observation.indicator).decimals
    text = value_text(observation.value, observation.unit, decimals)
    return text if observation.status is Status.FINAL else f"{text} ({observation.status})"


def _indicator(origin: Origin, catalogue: Catalogue) -> str:
    code = origin.stored.observation.indicator
    return catalogue.indicator(code).name if catalogue.has_indicator(code) else code


def _area(origin: Origin, catalogue: Catalogue) -> str:
    code = origin.stored.observation.area
    return catalogue.area(code).name if catalogue.has_area(code) else code


def _loaded(origin: Origin, _catalogue: Catalogue) -> str:
    return f"{origin.file.loaded_at:%d %b %Y %H:%M} by {origin.file.loaded_by}"


_COLUMNS: tuple[tuple[str, Callable[[Origin, Catalogue], str]], ...] = (
    ("Indicator", _indicator),
    ("Area", _area),
    ("Period", lambda origin, _: origin.stored.observation.period.label),
    ("Value", _value),
    ("Sheet", lambda origin, _: origin.stored.observation.source.sheet),
    ("Cell", lambda origin, _: origin.stored.observation.source.cell),
    ("Text in the cell", lambda origin, _: origin.stored.observation.source.raw),
    ("File", lambda origin, _: origin.file.name),
    ("Partner", lambda origin, _: origin.file.partner),
    ("Loaded", _loaded),
)
