"""Remarks on a paragraph as it is typed: its words underlined, and a list that says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QTextEdit, QWidget

from safer_desktop.gui.context import Context
from safer_desktop.workbench.live_fields import fields_of
from safer_desktop.workbench.paper_check import Defect, KnownFigures, check_paragraph, known_figures

_REST_MS = 400
_HEIGHT = 76


class Remarks(QListWidget):
    """The list below a text box; F8 goes to the next remark. Hidden while there is none."""

    def __init__(self, context: Context, text: QPlainTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._known: KnownFigures | None = None
        self._found: tuple[Defect, ...] = ()
        self.setAccessibleName("Remarks on the paragraph")
        self.setToolTip("F8 goes to the next remark")
        self.setMaximumHeight(_HEIGHT)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.check)
        text.textChanged.connect(self._rest.start)
        self.itemActivated.connect(lambda item: self._go(self.row(item)))
        self.itemClicked.connect(lambda item: self._go(self.row(item)))
        step = QShortcut(QKeySequence("F8"), parent, self.go_to_next)
        step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for changed in (context.data_changed, context.edition_changed, context.records_changed):
            changed.connect(self._forget)
        self.hide()

    def check(self) -> None:
        """Look through the words now; it takes some milliseconds."""
        self._rest.stop()
        words = self._text.toPlainText()
        if words.strip() and self._known is None:
            self._known = known_figures(self._context.workbench)
        fields = fields_of(self._context.workbench) if "{" in words else None
        self._found = check_paragraph(words, self._known, fields)
        self.clear()
        for it in self._found:
            self.addItem(f"{it.severity}: {it.kind}: {it.excerpt}. {it.arithmetic} {it.remedy}")
        self.setVisible(bool(self._found))
        self._text.setExtraSelections([self._underlined(it) for it in self._found])

    def go_to_next(self) -> None:
        """Select the words of the remark behind the one selected."""
        if self._found:
            self._go((self.currentRow() + 1) % len(self._found))

    def _go(self, row: int) -> None:
        self.setCurrentRow(row)
        self._text.setTextCursor(self._cursor(self._found[row]))
        self._text.setFocus()

    def _cursor(self, found: Defect) -> QTextCursor:
        cursor = self._text.textCursor()
        cursor.setPosition(found.start)
        cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _underlined(self, found: Defect) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(Qt.GlobalColor.darkRed)
        mark.format, mark.cursor = look, self._cursor(found)
        return mark

    def _forget(self) -> None:
        self._known = None
