"""'Where does this come from?' in every menu and under one key, wherever the keyboard is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from safer_desktop.gui.context import Context
from safer_desktop.gui.models.figure_subjects import Choice
from safer_desktop.workbench.subjects import Subject, explained_figure

KEY = "Ctrl+I"
_NUMBERS = re.compile(r"[+\N{MINUS SIGN}-]?\d(?:[\d,.]*\d)?%?")
HOW_WORDS = "&How was this worked out?\tCtrl+H"
WORDS = f"&Where does this come from?\t{KEY}"


@runtime_checkable
class Traceable(Protocol):
    """A widget that shows figures, and knows which of them the user means now."""

    def traced(self) -> Subject | None:
        """What is selected, or under the keyboard's cursor."""


def subject_under(widget: QWidget | None) -> Subject | None:
    """What the widget with the keyboard, or one around it, has selected."""
    while widget is not None:
        subject = widget.traced() if isinstance(widget, Traceable) else None
        if subject is not None:
            return subject
        widget = widget.parentWidget()
    return None


def add_origin(
    menu: QMenu, context: Context, subject: Subject | None, parts: Sequence[Choice] = ()
) -> QAction:
    """Add the questions to a menu; ``parts`` go into a menu of their own below them."""
    action = menu.addAction(WORDS)
    action.setEnabled(subject is not None)
    if subject is not None:
        action.triggered.connect(lambda: context.show_origin(subject))
    if parts:
        inner = menu.addMenu("Where does a &part come from?")
        for words, part in parts:
            shown = inner.addAction(words.replace("&", "&&"))
            shown.triggered.connect(lambda _=False, part=part: context.show_origin(part))
    explain = menu.addAction(HOW_WORDS)
    explain.setEnabled(subject is not None and explained_figure(subject) is not None)
    if subject is not None:
        explain.triggered.connect(lambda: context.show_explanation(subject))
    return action


class _MenuKey(QObject):
    """Qt asks for the menu below the current item by as much as the view's header is high."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask at the current item."""
        if (
            isinstance(event, QContextMenuEvent)
            and event.reason() is QContextMenuEvent.Reason.Keyboard
            and isinstance(watched, QAbstractItemView)
        ):
            place = watched.visualRect(watched.currentIndex()).center()
            watched.customContextMenuRequested.emit(place)
            return True
        return super().eventFilter(watched, event)


def offer_menu(view: QAbstractItemView, ask: Callable[[QPoint], None]) -> None:
    """Have ``ask`` called with a place in the viewport: by the mouse, or at the current item."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(ask)
    view.installEventFilter(_MenuKey(view))


def press_menu_key(widget: QWidget) -> None:
    """Ask a widget for its menu, as the menu key does."""
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = cursor.toRect().center() if isinstance(cursor, QRectF) else widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def figure_at(text: str, place: int) -> str:
    """The number in a text at a place in it, with its sign and its percent sign; empty if none."""
    found = (it for it in _NUMBERS.finditer(text) if it.start() <= place <= it.end())
    number = next(found, None)
    return number[0] if number else ""


def pop_up(
    owner: QWidget,
    context: Context,
    at: QPoint,
    subject: Subject | None,
    parts: Sequence[Choice] = (),
) -> None:
    """A menu at a place of the screen with nothing but the questions."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_origin(menu, context, subject, parts)
    menu.popup(at)
