"""How the points of every chart are reached: by mouse, by keyboard and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the chart that can be read out: a bar, a point."""

    area: QRectF
    words: str


class Readable(_Base):
    """Put before the widget's class: the mouse over a spot, or the arrow keys, read it out.

    In a tool tip, by ``read_out`` and to a screen reader. Without a chosen spot, Right and Down
    begin at the first, Left and Up at the last. The chart declares the two signals.
    """

    read_out: SignalInstance
    menu_asked: SignalInstance
    """Place on the screen; ``chosen`` is the spot that is meant."""
    _chosen = -1

    # For the charts

    def spots(self) -> Sequence[Spot]:
        """The spots as they lie in the widget now, in reading order."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Mark the chosen spot."""
        raise NotImplementedError

    # For everybody else

    @property
    def chosen(self) -> int:
        """Index of the spot that is read out, or -1."""
        return self._chosen

    def choose(self, index: int) -> None:
        """Read out one spot, if there is such a one and it is not read out already."""
        spots = self.spots()
        if index == self._chosen or not 0 <= index < len(spots):
            return
        self._chosen = index
        self.show_chosen()
        words = spots[index].words
        self.read_out.emit(words)
        announce(self, words)

    def spot_at(self, place: QPointF) -> int:
        """Index of the spot at a place in the widget, or -1."""
        found = (index for index, spot in enumerate(self.spots()) if spot.area.contains(place))
        return next(found, -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.spot_at(event.position())
        if index < 0:
            QToolTip.hideText()
            return
        self.choose(index)
        QToolTip.showText(event.globalPosition().toPoint(), self.spots()[index].words, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.choose(self.spot_at(QPointF(event.pos())))
            self.menu_asked.emit(event.globalPos())
            return
        spots = self.spots()
        chosen = 0 <= self._chosen < len(spots)
        middle = spots[self._chosen].area.center().toPoint() if chosen else self.rect().center()
        self.menu_asked.emit(self.mapToGlobal(QPoint(middle)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.spots()) - 1
        key = Qt.Key(event.key())
        if key in _BACK:
            self.choose(max(self._chosen - 1, 0) if self._chosen >= 0 else last)
        elif key in _ON:
            self.choose(min(self._chosen + 1, last))
        elif key is Qt.Key.Key_Home:
            self.choose(0)
        elif key is Qt.Key.Key_End:
            self.choose(last)
        else:
            super().keyPressEvent(event)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, politely."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
