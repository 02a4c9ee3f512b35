"""A bar over the pages that says that the pack is a district's copy."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from safer_desktop.workbench.handed_over import Handover


class HandoverBar(QFrame):
    """Hidden for the county's own pack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self.words)
        self.hide()

    def show_handover(self, handover: Handover | None) -> None:
        """Say whose copy it is, and what can be done in it."""
        self.words.setText(handover.words if handover else "")
        self.setVisible(handover is not None)
