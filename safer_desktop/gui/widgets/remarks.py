"""Remarks on a paragraph as it is typed: its words underlined, and a list that says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QInputDialog,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.gui.context import Context
from safer_desktop.gui.messages import show_error
from safer_desktop.workbench.left_remarks import Judged, judged, leave_edit, raise_edit
from safer_desktop.workbench.live_fields import fields_of
from safer_desktop.workbench.paper_check import Defect, KnownFigures, check_paragraph, known_figures

_REST_MS = 400
_HEIGHT = 76
_LEAVE, _RAISE = "&Leave it\u2026", "Raise it a&gain"


class Remarks(QListWidget):
    """The list below a text box; F8 goes to the next remark. Hidden while there is none.

    ``leave`` is the button, for the text box's owner to place, by which a person says that the
    words of the selected remark are right as they are, or takes that back. ``paragraph`` is the key
    of the paragraph in the box; empty while there is none.
    """

    def __init__(self, context: Context, text: QPlainTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._known: KnownFigures | None = None
        self._found: tuple[Judged, ...] = ()
        self.paragraph = ""
        self.leave = QPushButton(_LEAVE, parent)
        self.leave.setToolTip("Say why the words are right as they are; the reason is kept")
        self.leave.hide()
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
        self.currentRowChanged.connect(lambda _: self._show_leave())
        self.leave.clicked.connect(self._leave_or_raise)
        step = QShortcut(QKeySequence("F8"), parent, self.go_to_next)
        step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        context.data_changed.connect(self._forget)
        context.edition_changed.connect(self._forget)
        context.records_changed.connect(self._records_changed)
        self.hide()

    def check(self) -> None:
        """Look through the words now; it takes some milliseconds."""
        self._rest.stop()
        words, bench = self._text.toPlainText(), self._context.workbench
        if words.strip() and self._known is None:
            self._known = known_figures(bench)
        fields = fields_of(bench) if "{" in words else None
        found = check_paragraph(words, self._known, fields)
        self._found = judged(bench, self.paragraph, words, found)
        self.clear()
        for it in self._found:
            self.addItem(_words(it))
        self.setVisible(bool(self._found))
        self._show_leave()
        marked = [it.found for it in self._found if not it.is_left]
        self._text.setExtraSelections([self._underlined(it) for it in marked])

    def go_to_next(self) -> None:
        """Select the words of the remark behind the one selected."""
        if self._found:
            self._go((self.currentRow() + 1) % len(self._found))

    def _go(self, row: int) -> None:
        self.setCurrentRow(row)
        self._text.setTextCursor(self._cursor(self._found[row].found))
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

    def _records_changed(self, kinds: frozenset[RecordKind]) -> None:
        self._forget()
        if RecordKind.REMARK in kinds:
            self.check()

    # Leaving a remark

    def _selected(self) -> Judged | None:
        row = self.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_leave(self) -> None:
        chosen = self._selected()
        self.leave.setVisible(bool(self._found and self.paragraph))
        self.leave.setEnabled(chosen is not None)
        self.leave.setText(_RAISE if chosen and chosen.is_left else _LEAVE)

    def _leave_or_raise(self) -> None:
        chosen = self._selected()
        if chosen is None:
            return
        if chosen.is_left:
            words = self._text.toPlainText()
            bench = self._context.workbench
            self._apply(raise_edit(bench, self.paragraph, words, chosen.found))
            return
        asked = QInputDialog(self.window())
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle("Leave the remark")
        asked.setLabelText(f"{chosen.found.excerpt}\n\nWhy are the words right as they are?")
        asked.textValueSelected.connect(lambda why: self.leave_it(chosen.found, why))
        asked.open()

    def leave_it(self, found: Defect, why: str) -> None:
        """Leave a remark for this reason; without one it is refused."""
        words = self._text.toPlainText()
        try:
            edit = leave_edit(self.paragraph, words, found, why)
        except SaferError as error:
            show_error(error, title="The remark stands", parent=self)
        else:
            self._apply(edit)

    def _apply(self, edit: Edit) -> None:
        try:
            self._context.apply(edit)
        except SaferError as error:
            show_error(error, title="The remark was not changed", parent=self)


def _words(it: Judged) -> str:
    found = it.found
    told = f"{found.severity}: {found.kind}: {found.excerpt}. {found.arithmetic} {found.remedy}"
    return (
        f"Left as it is by {it.who}: {it.why} ({found.kind}: {found.excerpt})" if it.why else told
    )
