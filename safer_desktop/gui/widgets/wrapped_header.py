"""A table's header whose names go over as many lines as they need, up to three."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QWidget

_MOST_LINES = 3
_MARGIN = 8
_ENDLESS = 10_000


class WrappedHeader(QHeaderView):
    """Names break between words; the header is as high as its highest shown name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self._height = 0
        self.sectionResized.connect(lambda *_: self._fit())
        self.sectionCountChanged.connect(lambda *_: self._fit())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        one = self._metrics().lineSpacing()
        return QSize(hint.width(), hint.height() + (self._lines() - 1) * one)

    def _fit(self) -> None:
        """Ask for another height where the names need one."""
        height = self.sizeHint().height()
        if height != self._height:
            self._height = height
            self.geometriesChanged.emit()

    def _lines(self) -> int:
        metrics = self._metrics()
        return max(
            (
                self._lines_of(metrics, number)
                for number in range(self.count())
                if not self.isSectionHidden(number)
            ),
            default=1,
        )

    def _lines_of(self, metrics: QFontMetrics, number: int) -> int:
        text = str(self.model().headerData(number, self.orientation()) or "")
        room = QRect(0, 0, self.sectionSize(number) - 2 * _MARGIN, _ENDLESS)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
        return min(max(needed // metrics.lineSpacing(), 1), _MOST_LINES)

    def _metrics(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)
