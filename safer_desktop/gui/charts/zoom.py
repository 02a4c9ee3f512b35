"""Zoom to a period: what a list offers, a drag over a chart, and the keys +, - and 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand, QWidget

from safer_desktop.gui.charts import spans
from safer_desktop.gui.charts.reading import Spot
from safer_desktop.gui.charts.spans import Choice, Span


class Zoom(Enum):
    """What a key asks for."""

    NEARER = "+"
    FARTHER = "-"
    WHOLE = "0"


_KEYS = {
    Qt.Key.Key_Plus: Zoom.NEARER,
    Qt.Key.Key_Equal: Zoom.NEARER,
    Qt.Key.Key_Minus: Zoom.FARTHER,
    Qt.Key.Key_0: Zoom.WHOLE,
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ZoomGestures(QObject):
    """Hears the keys and the drag on one chart. ``ground`` is the widget that gets its mouse."""

    asked = Signal(object)
    """A :class:`Zoom`."""
    dragged = Signal(int, int)
    """Indexes of the spots from which and to which the mouse was dragged."""

    def __init__(
        self, chart: QWidget, ground: QWidget, spots: Callable[[], Sequence[Spot]]
    ) -> None:
        super().__init__(chart)
        self._chart, self._ground, self._spots = chart, ground, spots
        self._from: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, ground)
        for watched in {chart, ground}:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what zooms, and a drag; leaves everything else to the chart."""
        if isinstance(event, QKeyEvent) and watched is self._chart:
            return self._key(event)
        if isinstance(event, QMouseEvent) and watched is self._ground:
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        zoom = _KEYS.get(Qt.Key(event.key()))
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self._from is not None:
            self._end()
            return True
        if zoom is None or event.modifiers() & _CHORD:
            return False
        self.asked.emit(zoom)
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        left = Qt.MouseButton.LeftButton
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is left:
            self._from = at
            self._chart.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        if self._from is None:
            return False
        far = abs(at.x() - self._from.x()) >= QApplication.startDragDistance()
        if event.type() is QEvent.Type.MouseMove and event.buttons() & left:
            if far or self._band.isVisible():
                span = QRect(QPoint(self._from.x(), 0), QSize(1, self._ground.height()))
                self._band.setGeometry(span.united(QRect(at.x(), 0, 1, 1)))
                self._band.show()
            return True
        if event.type() is QEvent.Type.MouseButtonRelease and event.button() is left:
            began = self._from
            self._end()
            if far:
                self.dragged.emit(self._nearest(began), self._nearest(at))
            return True
        return False

    def _end(self) -> None:
        self._from = None
        self._band.hide()

    def _nearest(self, place: QPoint) -> int:
        spots = self._spots()
        return min(
            range(len(spots)),
            key=lambda index: abs(spots[index].area.center().x() - place.x()),
            default=0,
        )


def choices(points: Sequence[spans.Timed], choice: Choice, words: str) -> list[tuple[Choice, str]]:
    """What can be chosen for a series, by name; ``words`` name a span that was picked by hand."""
    offered: list[tuple[Choice, str]] = [(spans.WHOLE, "whole series")]
    fitting = [it for it in spans.NEWEST_YEARS if spans.span_of(it, points) is not None]
    offered.extend((years, f"last {years} years") for years in fitting)
    if isinstance(choice, Span):
        offered.append((choice, words))
    return offered
