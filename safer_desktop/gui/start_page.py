"""The first page: a sample, one's own workbooks, or a saved pack; and work left by a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from safer_desktop.gui.forms.ui_start_page import Ui_StartPage
from safer_desktop.gui.messages import ask
from safer_desktop.pack.working import WorkingCopy, discard, left_behind
from safer_desktop.workbench.samples import sample, sample_names
from safer_desktop.workbench.state import State

_MOST_RECENT = 5


class StartPage(QWidget):
    """Three doors; whoever shows the page does what they ask for."""

    sample_chosen = Signal(str)
    new_asked = Signal()
    open_asked = Signal()
    recent_chosen = Signal(object)
    recovery_chosen = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._left: list[WorkingCopy] = []
        self.ui = Ui_StartPage()
        self.ui.setupUi(self)
        self.ui.start.clicked.connect(self.new_asked)
        self.ui.open.clicked.connect(self.open_asked)
        self.ui.recover.clicked.connect(self._recover)
        self.ui.discard.clicked.connect(self._discard)
        for name in sample_names():
            self._add_sample(name)
        self.refresh()

    def refresh(self) -> None:
        """Look again for recent packs and for work left behind."""
        self._left = left_behind(self._state.working)
        self.ui.recovery.setVisible(bool(self._left))
        if self._left:
            self.ui.recovery_text.setText(_recovery_words(self._left))
        _clear(self.ui.recent)
        recent = [Path(name) for name in self._state.settings.recent[:_MOST_RECENT]]
        self.ui.recent_title.setVisible(bool(recent))
        for path in recent:
            button = _quiet_button(f"{path.stem}    {path.parent}", str(path))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self.ui.recent.addWidget(button)

    def _add_sample(self, name: str) -> None:
        chosen = sample(name)
        title = QLabel(chosen.title)
        title.setWordWrap(True)
        title.setProperty("role", "strong")
        title.setToolTip(chosen.note)
        button = QPushButton("Open")
        button.setAccessibleName(f"Open the sample {chosen.title}")
        button.setAccessibleDescription(chosen.note)
        button.clicked.connect(lambda: self.sample_chosen.emit(name))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        row.addWidget(button)
        self.ui.samples.addLayout(row)

    def _recover(self) -> None:
        self.recovery_chosen.emit(self._left[0].file)

    def _discard(self) -> None:
        ask(
            "Throw away unsaved work",
            "Throw this unsaved work away?",
            "&Throw away",
            self._discard_if,
            more=_recovery_words(self._left[:1]),
            parent=self,
        )

    def _discard_if(self, sure: bool) -> None:
        if sure:
            discard(self._left[0].file)
            self.refresh()


def _recovery_words(left: list[WorkingCopy]) -> str:
    newest = left[0]
    name = f"'{newest.origin.name}'" if newest.origin else "a pack that was never saved"
    words = f"The program ended before {name} was saved. Last change: "
    words += f"{newest.changed_at:%d %B %Y, %H:%M}."
    if len(left) > 1:
        words += f" There are {len(left) - 1} more."
    return words


def _quiet_button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("role", "quiet")
    button.setToolTip(tip)
    return button


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget:
            widget.deleteLater()
