"""Edits one paragraph of the paper: the draft that the figures carry, or the user's own words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from safer_desktop.domain.errors import SaferError
from safer_desktop.gui.context import Context
from safer_desktop.gui.messages import show_error
from safer_desktop.gui.widgets.remarks import Remarks
from safer_desktop.gui.widgets.tracing import add_origin, figure_at
from safer_desktop.workbench.commentary import DraftParagraph
from safer_desktop.workbench.live_fields import Fields, fields_of, insertable, subject_at
from safer_desktop.workbench.subjects import ParagraphOf, Subject

_IDLE_MS = 1500


class ParagraphEditor(QWidget):
    """A text box with its state in words, the way back to the draft, and the tick for the paper.

    What is typed becomes one undoable edit when the box is left or the keyboard rests.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._paragraph: DraftParagraph | None = None

        # Widgets
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName("Words of the paragraph")
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.text.viewport().setAcceptDrops(False)  # files dropped here are the window's to load
        self.text.installEventFilter(self)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.reads = QLabel(self)
        self.reads.setWordWrap(True)
        self.reads.setTextFormat(Qt.TextFormat.PlainText)
        self.reads.setProperty("role", "muted")
        self.remarks = Remarks(context, self.text, self)
        self.included = QCheckBox("&In the paper", self)
        self.insert = QPushButton("Insert &figure", self)
        self.insert.setToolTip("Put in a figure that follows the data from quarter to quarter")
        self.insert.setMenu(QMenu(self.insert))
        self.evidence = QPushButton("&Where from?", self)
        self.evidence.setToolTip("Show where the figures in this paragraph come from")
        self.back = QPushButton("&Back to the draft", self)
        self.back.setToolTip("Drop your words and follow the figures again")
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)

        # Assemble
        remarks = QHBoxLayout()
        remarks.addWidget(self.remarks, 1)
        remarks.addWidget(self.remarks.leave, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.included)
        buttons.addStretch()
        buttons.addWidget(self.insert)
        buttons.addWidget(self.evidence)
        buttons.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.text)
        layout.addWidget(self.reads)
        layout.addLayout(remarks)
        layout.addLayout(buttons)

        self._idle.timeout.connect(self.commit)
        self.text.textChanged.connect(self._typed)
        self.text.customContextMenuRequested.connect(self._menu)
        self.included.clicked.connect(self._tick)
        self.insert.menu().aboutToShow.connect(self._fill_menu)
        self.evidence.clicked.connect(self._show_evidence)
        self.back.clicked.connect(self._go_back)
        self.set_paragraph(None)

    def set_paragraph(self, paragraph: DraftParagraph | None) -> None:
        """Show this paragraph; unfinished typing for the one before is kept first."""
        same = paragraph and self._paragraph and paragraph.key == self._paragraph.key
        if not same:
            self.commit()
        typing = bool(same) and self._is_typed()
        self._paragraph = paragraph
        self.remarks.paragraph = paragraph.key if paragraph else ""
        self.setEnabled(paragraph is not None)
        shown = paragraph.typed if paragraph else ""
        if not typing and self.text.toPlainText() != shown:
            self.text.blockSignals(True)
            self.text.setPlainText(shown)
            self.text.blockSignals(False)
            self.remarks.check()
        self.included.setChecked(paragraph is not None and paragraph.included)
        self.back.setEnabled(paragraph is not None and paragraph.edited)
        self.evidence.setEnabled(paragraph is not None)
        self.insert.setEnabled(paragraph is not None)
        self._show_reading()
        self.state.setText(_state(paragraph))
        self.state.setToolTip(paragraph.drafted if paragraph and paragraph.edited else "")

    def commit(self) -> None:
        """Make what was typed an edit."""
        self._idle.stop()
        if self._paragraph is not None and self._is_typed():
            self._apply(self.text.toPlainText(), self._paragraph.included)

    def traced(self) -> Subject | None:
        """The figure at the text cursor, in its paragraph."""
        if self._paragraph is None:
            return None
        cursor = self.text.textCursor()
        words = self.text.toPlainText()
        if "{" in words:
            field = subject_at(self._fields(), words, cursor.position())
            if field is not None:
                return field
        text = cursor.selectedText() or figure_at(words, cursor.position())
        return ParagraphOf(self._paragraph.key, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the text box finishes the edit."""
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _menu(self, at: QPoint) -> None:
        """The menu of any text box, and the question about the figure under the mouse."""
        if not self.text.textCursor().hasSelection():
            self.text.setTextCursor(self.text.cursorForPosition(at))
        menu = self.text.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        add_origin(menu, self._context, self.traced())
        menu.popup(self.text.viewport().mapToGlobal(at))

    def _is_typed(self) -> bool:
        shown = self._paragraph.typed if self._paragraph else ""
        return self.text.toPlainText().strip() != shown

    def _typed(self) -> None:
        self._idle.start()
        self._show_reading()

    def _fields(self) -> Fields:
        return fields_of(self._context.workbench)

    def _show_reading(self) -> None:
        """How the words read with their live figures; hidden where there are none."""
        words = self.text.toPlainText()
        printed = self._fields().expand(words) if "{" in words else None
        live = printed is not None and bool(printed.fields)
        self.reads.setVisible(live)
        self.reads.setText(f"Reads: {printed.text}" if printed and live else "")

    def _fill_menu(self) -> None:
        """Every indicator with its parts and what they are now."""
        menu = self.insert.menu()
        menu.clear()
        for name, parts in insertable(self._fields()):
            inner = menu.addMenu(name.replace("&", "&&"))
            for it in parts:
                action = inner.addAction(f"{it.name}: {it.value}".replace("&", "&&"))
                action.triggered.connect(lambda _=False, it=it: self._put_in(it.field))
        if menu.isEmpty():
            menu.addAction("There are no figures yet").setEnabled(False)

    def _put_in(self, field: str) -> None:
        self.text.insertPlainText(field)
        self.text.setFocus()

    def _tick(self, included: bool) -> None:
        if self._paragraph is not None:
            self._idle.stop()
            self._apply(self.text.toPlainText(), included)

    def _go_back(self) -> None:
        if self._paragraph is not None:
            drafted = self._paragraph.drafted
            self._idle.stop()
            self.text.setPlainText(drafted)
            self._idle.stop()
            self._apply(drafted, self._paragraph.included)

    def _apply(self, text: str, included: bool) -> None:
        if self._paragraph is None:
            return
        edit = self._context.workbench.commentary_edit(self._paragraph, text, included)
        try:
            self._context.apply(edit)
        except SaferError as error:
            show_error(error, title="The paragraph was not changed", parent=self)

    def _show_evidence(self) -> None:
        if self._paragraph is not None:
            self._context.show_origin(ParagraphOf(self._paragraph.key))


def _state(paragraph: DraftParagraph | None) -> str:
    if paragraph is None:
        return "Select a paragraph to edit its words."
    by = f"Words of {paragraph.author}" if paragraph.author else "Your words"
    if paragraph.outdated:
        return f"{by}; the figures have changed since. The draft now says: {paragraph.drafted}"
    if paragraph.edited:
        return f"{by}. Only figures put in as fields follow the data."
    return "Drafted from the figures; it follows them until you change it."
