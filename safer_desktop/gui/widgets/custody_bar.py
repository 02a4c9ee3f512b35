"""A bar over the pages that says who else has the pack's file open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from safer_desktop.workbench.custody import Custody


class CustodyBar(QFrame):
    """Hidden while nobody else has the file."""

    take_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.take_over = QPushButton("&Take over")
        self.take_over.setToolTip("The other program has been silent: save to this file again")
        self.take_over.clicked.connect(self.take_over_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(16)
        line.addWidget(self.words, 1)
        line.addWidget(self.take_over)
        self.hide()

    def show_custody(self, custody: Custody | None) -> None:
        """Say who has the file, and offer to take it over where the other is silent."""
        holder = custody.holder if custody else None
        self.setVisible(holder is not None)
        if custody and holder:
            self.words.setText(
                f"Open elsewhere: {holder.words}. You can read and edit this copy, and save it "
                "under another name."
            )
            self.take_over.setVisible(custody.may_take_over)
