"""The draft paragraphs of a priority, one editor each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout

from safer_desktop.gui.context import Context
from safer_desktop.gui.widgets.paragraph_editor import ParagraphEditor
from safer_desktop.workbench.commentary import DraftParagraph

_LEAST_LINES = 3
_MOST_LINES = 12
_FRAME = 18
_NOTHING = "There is nothing to write about yet: load figures for this priority's indicators first."


class Drafts(QObject):
    """Keeps one editor for each paragraph, made anew only when the paragraphs are others."""

    def __init__(self, context: Context, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._layout = layout
        self.editors: dict[str, ParagraphEditor] = {}
        self._nothing = QLabel(_NOTHING)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit_all)
        layout.addWidget(self._nothing)
        layout.addStretch()

    def show_paragraphs(self, paragraphs: Sequence[DraftParagraph]) -> None:
        """Show these paragraphs; typing that is not finished stays."""
        if [p.key for p in paragraphs] != list(self.editors):
            self._rebuild(paragraphs)
        for paragraph in paragraphs:
            editor = self.editors[paragraph.key]
            editor.set_paragraph(paragraph)
        self._nothing.setVisible(not paragraphs)
        self._later.start()

    def reveal(self, indicator: str, area: QScrollArea) -> None:
        """Scroll to the paragraph of an indicator."""
        editor = self.editors.get(f"indicator:{indicator}")
        if editor is not None:
            area.verticalScrollBar().setValue(editor.y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width breaks the lines anew, but only after the box has heard of it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._later.start()
        return super().eventFilter(watched, event)

    def _fit_all(self) -> None:
        for editor in self.editors.values():
            _fit(editor.text)

    def _rebuild(self, paragraphs: Sequence[DraftParagraph]) -> None:
        for editor in self.editors.values():
            editor.commit()
            editor.deleteLater()
        self.editors = {}
        for place, paragraph in enumerate(paragraphs):
            editor = ParagraphEditor(self._context)
            editor.text.setAccessibleName(f"Paragraph {place + 1} of {len(paragraphs)}")
            editor.text.installEventFilter(self)
            editor.text.document().documentLayout().documentSizeChanged.connect(
                lambda _: self._later.start()
            )
            self._layout.insertWidget(place, editor)
            self.editors[paragraph.key] = editor


def _fit(text: QPlainTextEdit) -> None:
    """As high as its words, within bounds; a bar for scrolling only beyond them."""
    layout, block, height = text.document().documentLayout(), text.document().begin(), 0.0
    while block.isValid():
        height += layout.blockBoundingRect(block).height()
        block = block.next()
    line = text.fontMetrics().lineSpacing()
    policy = Qt.ScrollBarPolicy
    fits = height <= _MOST_LINES * line
    text.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
    shown = min(max(height, _LEAST_LINES * line), _MOST_LINES * line)
    text.setFixedHeight(round(shown) + _FRAME)
