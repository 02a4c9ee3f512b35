"""The indicators of one priority, as a list of cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safer_desktop.domain.evidence import Reason
from safer_desktop.domain.figures import Figure, Trend
from safer_desktop.domain.indicators import Indicator
from safer_desktop.domain.limits import LimitsChart
from safer_desktop.gui.charts.limit_icons import icon_words
from safer_desktop.gui.models.figure_words import spoken

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
"""The :class:`Card` itself, for the delegate."""


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator with its figure, the name of the area that the figure describes (a wider
    footprint's may stand for the county's), its predicted limits, and its trend once it is worked
    out."""

    indicator: Indicator
    figure: Figure
    place: str
    trend: Trend | None = None
    limits: LimitsChart | Reason | None = None


class ScorecardModel(QAbstractListModel):
    """One card a row; the text of a row is all that its card shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards; a reset only where the indicators are others."""
        same = [c.indicator.code for c in cards] == [c.indicator.code for c in self._cards]
        if same:
            self._cards = list(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def set_trend(self, row: int, trend: Trend) -> None:
        """Add a trend to a card."""
        self._cards[row] = replace(self._cards[row], trend=trend)
        self.dataChanged.emit(self.index(row), self.index(row))

    def card(self, row: int) -> Card | None:
        """The card of a row, if there is one."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, indicator: str) -> int:
        """The row of an indicator, or -1."""
        codes = [card.indicator.code for card in self._cards]
        return codes.index(indicator) if indicator in codes else -1

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row a card."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card for the delegate; its words for everybody else."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.indicator.short_name
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            words = f"{spoken(card.figure, card.indicator)} {card.place}."
            return " ".join(part for part in (words, icon_words(card.limits)) if part)
        return None
